//! The store of registered authenticators.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::domain::account::{Authenticator, AuthenticatorKind};
use crate::domain::ids::SubjectId;
use crate::domain::reset::StorageError;

/// What people registered. Postern's own, whatever directory the account lives in.
#[async_trait]
pub trait MethodStore: Send + Sync {
    /// Everything that a person registered, opened.
    async fn list_authenticators(&self, subject: &SubjectId) -> Result<Vec<Authenticator>, StorageError>;

    /// Adds what the person did not register yet, with its event, in one transaction. Returns how many
    /// that were.
    async fn import_authenticators(
        &self,
        subject: &SubjectId,
        kinds: Vec<AuthenticatorKind>,
        confirmed_at: Timestamp,
        now: Timestamp,
    ) -> Result<usize, StorageError>;
}
