//! Argon2id on threads of its own: as many at once as there are cores, a bounded queue behind
//! them, and a refusal beyond it (S-27).

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization as _;

use crate::domain::random::{self, Random};
use crate::domain::secret::SecretText;

/// OWASP's minimum for argon2id: 19 MiB, 2 passes, 1 lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Operations that may wait for each permit: at 60 a second a core, about half a second.
const WAITING_PER_PERMIT: usize = 32;

/// Makes and checks password hashes.
#[derive(Clone)]
pub struct Hasher {
    shared: Arc<Shared>,
}

struct Shared {
    permits: Semaphore,
    waiting: AtomicUsize,
    limit: usize,
    random: Arc<dyn Random>,
    params: Params,
    decoy: String,
}

/// A hash was not made or checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HasherError {
    /// Too many wait already.
    #[error("too many password operations wait")]
    Busy,
    /// It failed: no memory, or a stored hash that cannot be read.
    #[error("the password hash failed")]
    Failed,
}

impl Hasher {
    /// A hasher that runs as many operations at once as there are cores.
    pub fn new(random: Arc<dyn Random>) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self::with(random, cores, cores * WAITING_PER_PERMIT, MEMORY_KIB, PASSES)
    }

    /// A hasher that costs almost nothing; for tests that are not about it.
    pub fn cheap(random: Arc<dyn Random>) -> Self {
        Self::with(random, 2, 1_000, Params::MIN_M_COST, 1)
    }

    /// A hasher with the real cost, one permit and no queue.
    #[cfg(test)]
    fn without_queue(random: Arc<dyn Random>) -> Self {
        Self::with(random, 1, 1, MEMORY_KIB, PASSES)
    }

    fn with(random: Arc<dyn Random>, permits: usize, limit: usize, memory: u32, passes: u32) -> Self {
        let params = Params::new(memory, passes, LANES, None).unwrap_or_default();
        let mut shared = Shared {
            permits: Semaphore::new(permits),
            waiting: AtomicUsize::new(0),
            limit,
            random,
            params,
            decoy: String::new(),
        };
        shared.decoy = shared
            .hash(&SecretText::new("a password that is nobody's"))
            .unwrap_or_default();
        Self {
            shared: Arc::new(shared),
        }
    }

    /// Makes a hash in PHC form.
    ///
    /// # Errors
    /// [`HasherError::Busy`] when the queue is full.
    pub async fn hash(&self, password: &SecretText) -> Result<String, HasherError> {
        let password = normalised(password);
        self.run(move |shared| shared.hash(&password)).await
    }

    /// Checks a password. Without a hash a decoy is checked, so that the work is the same.
    ///
    /// # Errors
    /// [`HasherError::Busy`] when the queue is full.
    pub async fn verify(&self, password: &SecretText, hash: Option<String>) -> Result<bool, HasherError> {
        let password = normalised(password);
        self.run(move |shared| {
            let real = hash.is_some();
            let hash = hash.as_deref().unwrap_or(&shared.decoy);
            let parsed = PasswordHash::new(hash).map_err(|_| HasherError::Failed)?;
            let right = shared
                .argon2()
                .verify_password(password.expose().as_bytes(), &parsed)
                .is_ok();
            Ok(right && real)
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        operation: impl FnOnce(&Shared) -> Result<T, HasherError> + Send + 'static,
    ) -> Result<T, HasherError> {
        let place = Place::take(&self.shared).ok_or(HasherError::Busy)?;
        let _permit = self
            .shared
            .permits
            .acquire()
            .await
            .map_err(|_| HasherError::Failed)?;
        let shared = Arc::clone(&self.shared);
        let result = tokio::task::spawn_blocking(move || operation(&shared)).await;
        drop(place);
        result.map_err(|_| HasherError::Failed)?
    }
}

/// The same password however the keyboard composed it: NFC (NIST SP 800-63B-4 section 3.1.1.2).
fn normalised(password: &SecretText) -> SecretText {
    SecretText::new(password.expose().nfc().collect::<String>())
}

/// A place in the queue, given back however the operation ends.
struct Place<'a>(&'a Shared);

impl<'a> Place<'a> {
    fn take(shared: &'a Shared) -> Option<Self> {
        let taken = shared
            .waiting
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |waiting| {
                (waiting < shared.limit).then_some(waiting + 1)
            });
        taken.is_ok().then(|| Self(shared))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Shared {
    fn argon2(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
    }

    fn hash(&self, password: &SecretText) -> Result<String, HasherError> {
        let salt = random::bytes::<16>(&*self.random);
        let hash: PasswordHash = self
            .argon2()
            .hash_password_with_salt(password.expose().as_bytes(), &salt)
            .map_err(|_| HasherError::Failed)?;
        Ok(hash.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::SeededRandom;

    #[tokio::test]
    async fn the_cost_is_owasps_minimum_and_stands_in_the_hash() {
        let hasher = Hasher::new(Arc::new(SeededRandom::new(1)));
        let hash = hasher.hash(&SecretText::new("horse")).await.expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_eq!(
            hasher.verify(&SecretText::new("horse"), Some(hash.clone())).await,
            Ok(true)
        );
        assert_eq!(
            hasher.verify(&SecretText::new("Horse"), Some(hash)).await,
            Ok(false)
        );
    }

    #[tokio::test]
    async fn a_password_is_the_same_however_it_is_composed() {
        let hasher = Hasher::cheap(Arc::new(SeededRandom::new(1)));
        let hash = hasher.hash(&SecretText::new("caf\u{e9}")).await.expect("hashed");
        assert_eq!(
            hasher.verify(&SecretText::new("cafe\u{301}"), Some(hash)).await,
            Ok(true)
        );
    }

    #[tokio::test]
    async fn nobodys_password_is_never_right() {
        let hasher = Hasher::cheap(Arc::new(SeededRandom::new(1)));
        let decoy = SecretText::new("a password that is nobody's");
        assert_eq!(hasher.verify(&decoy, None).await, Ok(false));
    }

    #[tokio::test]
    async fn beyond_the_queue_the_answer_is_busy_and_the_place_is_given_back() {
        let hasher = Hasher::without_queue(Arc::new(SeededRandom::new(1)));
        let password = SecretText::new("horse");
        let (first, second) = tokio::join!(hasher.hash(&password), hasher.hash(&password));
        assert!(first.is_ok());
        assert_eq!(second, Err(HasherError::Busy));
        assert!(hasher.hash(&password).await.is_ok());
    }
}
