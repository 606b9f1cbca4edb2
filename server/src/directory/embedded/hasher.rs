//! Argon2id on threads of its own: as many at once as there are cores, a bounded queue behind
//! them, and a refusal beyond it (S-27).
//!
//! The 19 MiB that an operation works in are kept for the next one: asking the system for them
//! anew, page by page, is a tenth of the work, and leaves holes. What stands in them afterwards
//! would let somebody who reads the memory try passwords without argon2's cost, so they are wiped
//! as soon as nobody waits for them; until then the next operation overwrites them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization as _;

use crate::domain::random::{self, Random};
use crate::domain::secret::{self, SecretText};

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
    /// How many run at once, at most.
    at_once: usize,
    /// How many run or wait.
    waiting: AtomicUsize,
    /// The memory of operations that ended; as much as ever ran at once.
    memory: Mutex<Vec<Vec<Block>>>,
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
            at_once: permits,
            waiting: AtomicUsize::new(0),
            memory: Mutex::default(),
            limit,
            random,
            params,
            decoy: String::new(),
        };
        shared.decoy = shared
            .hash(&SecretText::new("a password that is nobody's"))
            .unwrap_or_default();
        // The first operation is nobody's, and may never be followed by another.
        shared.memory = Mutex::default();
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
            let right = shared.matches(&password, hash)?;
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
    /// A hash in PHC form.
    fn hash(&self, password: &SecretText) -> Result<String, HasherError> {
        let salt = random::bytes::<16>(&*self.random);
        let mut tag = [0; Params::DEFAULT_OUTPUT_LEN];
        self.derive(&self.params, Version::V0x13, password, &salt, &mut tag)?;
        let failed = |_| HasherError::Failed;
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.params).map_err(|_| HasherError::Failed)?,
            salt: Some(Salt::new(&salt).map_err(failed)?),
            hash: Some(Output::new(&tag).map_err(failed)?),
        };
        Ok(hash.to_string())
    }

    /// Whether a password is the one of a hash, at the cost that stands in the hash.
    fn matches(&self, password: &SecretText, hash: &str) -> Result<bool, HasherError> {
        let parsed = PasswordHash::new(hash).map_err(|_| HasherError::Failed)?;
        let params = Params::try_from(&parsed).map_err(|_| HasherError::Failed)?;
        let version = parsed
            .version
            .map_or(Ok(Version::default()), Version::try_from)
            .map_err(|_| HasherError::Failed)?;
        let (Some(salt), Some(expected)) = (&parsed.salt, &parsed.hash) else {
            return Err(HasherError::Failed);
        };
        if parsed.algorithm != Algorithm::Argon2id.ident() {
            return Err(HasherError::Failed);
        }
        let mut tag = vec![0; expected.len()];
        self.derive(&params, version, password, salt.as_ref(), &mut tag)?;
        Ok(secret::equal(&tag, expected.as_ref()))
    }

    fn derive(
        &self,
        params: &Params,
        version: Version,
        password: &SecretText,
        salt: &[u8],
        tag: &mut [u8],
    ) -> Result<(), HasherError> {
        let mut memory = self.kept().pop().unwrap_or_default();
        // A hash from elsewhere may ask for more.
        memory.resize(memory.len().max(params.block_count()), Block::default());
        let done = Argon2::new(Algorithm::Argon2id, version, params.clone()).hash_password_into_with_memory(
            password.expose().as_bytes(),
            salt,
            tag,
            &mut memory[..params.block_count()],
        );
        if self.waiting.load(Ordering::Acquire) <= self.at_once {
            memory.fill(Block::default());
            // The compiler must not take the wipe for idle work.
            zeroize::optimization_barrier(&memory[..]);
        }
        if memory.len() <= self.params.block_count() {
            self.kept().push(memory);
        }
        done.map_err(|_| HasherError::Failed)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<Vec<Block>>> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
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
    async fn memory_is_kept_for_the_next_operation_and_wiped_when_nobody_waits() {
        let hasher = Hasher::cheap(Arc::new(SeededRandom::new(1)));
        let password = SecretText::new("horse");
        for _ in 0..3 {
            hasher.hash(&password).await.expect("hashed");
        }
        let kept = hasher.shared.kept();
        assert_eq!(kept.len(), 1, "one after another need the memory of one");
        let words = kept[0].iter().flat_map(AsRef::<[u64]>::as_ref);
        assert!(words.into_iter().all(|word| *word == 0));
    }

    #[tokio::test]
    async fn a_hash_of_another_cost_is_checked_at_its_own() {
        let (cheap, real) = (
            Hasher::cheap(Arc::new(SeededRandom::new(1))),
            Hasher::new(Arc::new(SeededRandom::new(1))),
        );
        let password = SecretText::new("horse");
        let hash = real.hash(&password).await.expect("hashed");
        assert_eq!(cheap.verify(&password, Some(hash)).await, Ok(true));
        assert_eq!(
            cheap.shared.kept().len(),
            0,
            "more than it needs itself is given back"
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
