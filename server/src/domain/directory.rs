//! The directory port: where passwords live.

use std::collections::BTreeSet;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};

use crate::domain::account::Account;
use crate::domain::identifier::Identifier;
use crate::domain::ids::{SubjectId, WriteAttemptId};
use crate::domain::secret::SecretText;

/// A directory of accounts. What a backend can do is data ([`Capabilities`]), so that no caller
/// asks which one it is.
#[async_trait]
pub trait Directory: Send + Sync {
    /// What this directory can do.
    fn capabilities(&self) -> Capabilities;

    /// The one account with this user name or primary mail.
    async fn find_account(&self, identifier: &Identifier) -> Result<Option<Account>, DirectoryError>;

    /// The account with this immutable id.
    async fn get_account(&self, subject: &SubjectId) -> Result<Option<Account>, DirectoryError>;

    /// Enabled accounts in any of the groups, nested ones resolved; at most `limit`.
    async fn list_members(
        &self,
        groups: &BTreeSet<String>,
        limit: usize,
    ) -> Result<Vec<Account>, DirectoryError>;

    /// Whether this is the account's password.
    async fn verify_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
    ) -> Result<PasswordVerdict, DirectoryError>;

    /// What the directory says of the password now. It is kept with an attempt before the write,
    /// so that [`Directory::find_write`] can tell later whether a write arrived.
    async fn read_mark(&self, subject: &SubjectId) -> Result<WriteMark, DirectoryError>;

    /// Sets a password as the service and lifts a lockout. A directory that can, keeps the
    /// attempt's id with the password.
    async fn set_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError>;

    /// Changes a password as its owner.
    async fn change_password(
        &self,
        subject: &SubjectId,
        current: &SecretText,
        new: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError>;

    /// Lifts a lockout, the password stays. Doing it twice does no harm.
    async fn unlock(&self, subject: &SubjectId) -> Result<(), DirectoryError>;

    /// How long after its start a write may still arrive, if whoever made it is gone.
    fn longest_write(&self) -> SignedDuration {
        SignedDuration::ZERO
    }

    /// Reads back what became of a write that began at `since`, when the password's mark was
    /// `mark`. Never writes.
    async fn find_write(
        &self,
        subject: &SubjectId,
        attempt: &WriteAttemptId,
        mark: &WriteMark,
        since: Timestamp,
    ) -> Result<WriteEvidence, DirectoryError>;
}

/// What a directory said of a password before a write: opaque, compared by the connector that
/// made it. Empty for a directory that keeps the attempt's id instead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WriteMark(pub String);

/// What a directory can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent ability")]
pub struct Capabilities {
    /// Keeps a history of passwords and enforces it on a reset.
    pub enforces_history_on_reset: bool,
    /// Locks accounts by itself, so that there is something to unlock.
    pub locks_accounts: bool,
    /// Can tell later whether a given write arrived.
    pub finds_writes: bool,
    /// Has rules of its own for passwords.
    pub has_password_rules: bool,
}

/// What a directory says of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordVerdict {
    /// It is the password, and the account may sign in.
    Right,
    /// It is the password, and must be changed first.
    RightButMustChange,
    /// It is not.
    Wrong,
    /// The account is locked.
    Locked,
    /// The account is disabled.
    Disabled,
}

/// What a confirmed write did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Whether a lockout was lifted with it.
    pub unlocked: bool,
}

/// What became of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteEvidence {
    /// It stands in the directory.
    Found(Written),
    /// It does not.
    NotFound,
    /// The directory cannot tell.
    Unknown,
}

/// The directory did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DirectoryError {
    /// It cannot be reached, or not now.
    #[error("the directory cannot be reached")]
    Unavailable,
    /// It answers, but does not let us do what was configured: wrong service account, missing
    /// rights, wrong base. The connector has logged the details.
    #[error("the directory does not let the portal do its work")]
    Misconfigured,
    /// Too much waits for it already.
    #[error("too many operations wait for the directory")]
    Busy,
}

/// A password was not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SetPasswordError {
    /// The directory refuses it, and nothing was changed.
    #[error("the directory refuses the password")]
    Refused(DirectoryRefusal),
    /// Nothing was changed: it could not be reached.
    #[error("the directory cannot be reached")]
    Unavailable,
    /// Nothing was changed: the service account may not do this.
    #[error("the directory does not let the portal do its work")]
    Misconfigured,
    /// Nothing was changed: too much waits already.
    #[error("too many operations wait for the directory")]
    Busy,
    /// The connection broke after the write was sent.
    #[error("the directory did not say what became of the write")]
    Unknown,
}

/// Why a directory refuses a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DirectoryRefusal {
    /// Used before.
    History,
    /// Changed too recently.
    MinimumAge,
    /// Fewer characters than it asks for.
    TooShort {
        /// Characters.
        min: u32,
    },
    /// Too few kinds of characters, or the account's name is in it.
    Complexity,
    /// Its own rules, and it does not say which.
    Policy,
    /// The current password was wrong.
    WrongCurrentPassword,
    /// The account is gone or may not be written.
    NotAllowed,
}
