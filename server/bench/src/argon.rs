//! Argon2id alone: what password writes are measured against.

use std::thread;
use std::time::Instant;

use argon2::{Algorithm, Argon2, Block, Params, Version};

/// Hashes a second on all cores together, with OWASP's minimum and the memory kept, which is the
/// fastest that the machine can do it.
#[expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
pub fn hashes_per_second(hashes: u32) -> f64 {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let each = hashes / u32::try_from(cores).unwrap_or(1);
    let began = Instant::now();
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                let params = Params::new(19_456, 2, 1, None).unwrap_or_default();
                let mut memory = vec![Block::default(); params.block_count()];
                let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
                let mut out = [0; 32];
                for round in 0..each {
                    let done = argon2.hash_password_into_with_memory(
                        b"correct horse battery staple",
                        &u128::from(round).to_le_bytes(),
                        &mut out,
                        &mut memory[..],
                    );
                    assert!(done.is_ok(), "{done:?}");
                    std::hint::black_box(&out);
                }
            });
        }
    });
    f64::from(hashes) / began.elapsed().as_secs_f64()
}
