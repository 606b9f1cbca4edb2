//! Attempts that this process still works on: their outcome is its own to state, not recovery's.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::ids::WriteAttemptId;

/// The attempts of this process; clones share them.
#[derive(Clone, Default)]
pub(super) struct Running(Arc<Mutex<HashSet<WriteAttemptId>>>);

/// One attempt, until it is dropped: it ended, or the request that made it was given up.
pub(super) struct Entered {
    running: Running,
    attempt: WriteAttemptId,
}

impl Running {
    /// Before the attempt is durable, so that nobody finds it and not here.
    pub(super) fn enter(&self, attempt: &WriteAttemptId) -> Entered {
        self.with(|all| all.insert(attempt.clone()));
        Entered {
            running: self.clone(),
            attempt: attempt.clone(),
        }
    }

    pub(super) fn has(&self, attempt: &WriteAttemptId) -> bool {
        self.with(|all| all.contains(attempt))
    }

    fn with<T>(&self, act: impl FnOnce(&mut HashSet<WriteAttemptId>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        self.running.with(|all| all.remove(&self.attempt));
    }
}
