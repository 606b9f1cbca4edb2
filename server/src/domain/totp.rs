//! Codes of authenticator apps (RFC 6238): SHA-1, 6 digits, 30 seconds.
//!
//! The current step and the one before are accepted (section 5.2), each at most once: the step
//! that matched is recorded, and no step up to it is ever taken again.

use jiff::Timestamp;
use totp_rs::{Algorithm, Builder, Totp};

use crate::domain::secret::{self, SecretBytes, SecretText};

/// Length of a time step in seconds.
pub const STEP_SECONDS: u64 = 30;
/// Digits of a code.
pub const DIGITS: u8 = 6;
/// Bytes of a seed (RFC 4226 R6 recommends 160 bits).
pub const SEED_BYTES: usize = 20;

/// The code of a step.
pub fn code_at(seed: &SecretBytes, step: u64) -> SecretText {
    let totp: Totp = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(DIGITS)
        .with_step_duration(STEP_SECONDS)
        .with_secret(seed.expose())
        .build_noncompliant();
    SecretText::new(totp.generate(step * STEP_SECONDS).to_string())
}

/// The step that an instant falls into.
pub fn step_at(now: Timestamp) -> u64 {
    u64::try_from(now.as_second()).unwrap_or(0) / STEP_SECONDS
}

/// The step whose code was typed, among those accepted now. Every candidate is compared, so the
/// work is the same whichever matches, and when none does.
pub fn matching_step(seed: &SecretBytes, typed: &SecretText, now: Timestamp) -> Option<u64> {
    let current = step_at(now);
    let mut matched = None;
    for step in [current.saturating_sub(1), current] {
        if secret::equal(code_at(seed, step).expose().as_bytes(), typed.expose().as_bytes()) {
            matched = Some(step);
        }
    }
    matched
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed() -> SecretBytes {
        SecretBytes::new(*b"12345678901234567890")
    }

    #[test]
    fn the_vectors_of_rfc_6238_appendix_b_hold() {
        // The appendix prints eight digits; an app shows the last six.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(
                code_at(&seed(), second / STEP_SECONDS).expose(),
                code,
                "at {second}"
            );
        }
    }

    #[test]
    fn the_current_and_the_previous_step_are_accepted_and_no_other() {
        let now = Timestamp::from_second(1_111_111_111).expect("in range");
        let current = step_at(now);
        for (step, accepted) in [
            (current - 2, false),
            (current - 1, true),
            (current, true),
            (current + 1, false),
        ] {
            let matched = matching_step(&seed(), &code_at(&seed(), step), now);
            assert_eq!(matched, accepted.then_some(step), "step {step} of {current}");
        }
    }
}
