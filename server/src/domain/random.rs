//! Randomness as an argument.

use std::sync::Mutex;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Where unpredictable bytes come from. Nothing else may make them.
pub trait Random: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// The operating system's generator.
#[derive(Debug, Default, Clone, Copy)]
pub struct OsRandom;

impl Random for OsRandom {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where real randomness enters"
    )]
    fn fill(&self, buffer: &mut [u8]) {
        // A machine that cannot give randomness must not hand out secrets: stopping is right.
        getrandom::fill(buffer).expect("the operating system gives random bytes");
    }
}

/// A generator whose output follows from a seed; for tests.
pub struct SeededRandom(Mutex<ChaCha20Rng>);

impl SeededRandom {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }
}

impl Random for SeededRandom {
    fn fill(&self, buffer: &mut [u8]) {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .fill_bytes(buffer);
    }
}

/// So many random bytes.
pub fn bytes<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut buffer = [0; N];
    random.fill(&mut buffer);
    buffer
}

/// A uniform number below `bound`, by rejection, so that no value is more likely than another.
///
/// # Panics
/// When `bound` is 0.
pub fn below(random: &dyn Random, bound: u32) -> u32 {
    assert!(bound > 0, "nothing is below zero");
    let limit = u32::MAX - (u32::MAX % bound + 1) % bound;
    loop {
        let candidate = u32::from_le_bytes(bytes(random));
        if candidate <= limit {
            return candidate % bound;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A generator that yields the given words in turn.
    struct Words(Mutex<Vec<u32>>);

    impl Random for Words {
        fn fill(&self, buffer: &mut [u8]) {
            let word = self.0.lock().expect("not poisoned").remove(0);
            buffer.copy_from_slice(&word.to_le_bytes());
        }
    }

    #[test]
    fn a_value_from_the_uneven_rest_is_drawn_again() {
        // 2^32 = 429,496,729 * 10 + 6: the last six values would favour the digits 0 to 5.
        let words = Words(Mutex::new(vec![u32::MAX, u32::MAX - 5, u32::MAX - 6]));
        assert_eq!(below(&words, 10), (u32::MAX - 6) % 10);
    }

    #[test]
    fn every_digit_is_equally_likely() {
        let random = SeededRandom::new(7);
        let mut counts = [0_u32; 10];
        for _ in 0..100_000 {
            counts[below(&random, 10) as usize] += 1;
        }
        // Chi-squared with 9 degrees of freedom: 27.88 is p = 0.001.
        let chi: f64 = counts
            .iter()
            .map(|&n| (f64::from(n) - 10_000.0).powi(2) / 10_000.0)
            .sum();
        assert!(chi < 27.88, "chi-squared {chi}");
    }

    #[test]
    fn a_power_of_two_needs_no_rejection() {
        let words = Words(Mutex::new(vec![u32::MAX]));
        assert_eq!(below(&words, 8), 7);
    }
}
