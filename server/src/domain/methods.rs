//! The store of registered authenticators.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::domain::account::Authenticator;
use crate::domain::ids::SubjectId;
use crate::domain::reset::StorageError;

/// What people registered. Postern's own, whatever directory the account lives in.
#[async_trait]
pub trait MethodStore: Send + Sync {
    /// Everything that a person registered, opened.
    async fn list_authenticators(&self, subject: &SubjectId) -> Result<Vec<Authenticator>, StorageError>;

    /// Adds one.
    async fn add_authenticator(
        &self,
        subject: &SubjectId,
        authenticator: Authenticator,
        now: Timestamp,
    ) -> Result<(), StorageError>;
}
