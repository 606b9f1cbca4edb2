//! The reset: a session, its transcript of proofs, and what may follow from it.

use jiff::Timestamp;

use crate::domain::ids::AuthenticatorId;
use crate::domain::method::Method;

/// One line of the transcript: what was proven, when, with which authenticator. The transcript
/// is append-only and the only authority (law 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// How.
    pub method: Method,
    /// With which authenticator.
    pub authenticator: AuthenticatorId,
    /// When.
    pub at: Timestamp,
}

/// The store did not do what it was told.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// It cannot be used now: locked, full, unreachable.
    #[error("the store cannot be used now: {0}")]
    Unavailable(String),
    /// What it holds makes no sense, or what it was told does not.
    #[error("the store failed: {0}")]
    Broken(String),
}
