//! The embedded directory: accounts, nested groups and argon2id hashes in Postern's own store
//! (section 4.8 of the product).

mod accounts;
mod hasher;

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::account::Account;
use crate::domain::clock::Clock;
use crate::domain::directory::{
    Capabilities, Directory, DirectoryError, DirectoryRefusal, PasswordVerdict, SetPasswordError,
    WriteEvidence, WriteMark, Written,
};
use crate::domain::identifier::Identifier;
use crate::domain::ids::{SubjectId, WriteAttemptId};
use crate::domain::reset::StorageError;
use crate::domain::secret::SecretText;
use crate::storage::sqlite::{SqliteStore, storage_error};

pub use hasher::{Hasher, HasherError};

/// The directory that comes with Postern.
pub struct EmbeddedDirectory {
    store: SqliteStore,
    hasher: Hasher,
    clock: Arc<dyn Clock>,
}

impl EmbeddedDirectory {
    /// A directory in this store.
    pub fn new(store: SqliteStore, hasher: Hasher, clock: Arc<dyn Clock>) -> Self {
        Self { store, hasher, clock }
    }

    /// The stored hash and what decides about a sign-in.
    fn find_credential(&self, subject: &SubjectId) -> Result<Option<Credential>, DirectoryError> {
        self.store
            .read(|connection| {
                connection
                    .prepare_cached(
                        "SELECT password_hash, enabled, locked_until, must_change FROM accounts WHERE subject = ?1",
                    )
                    .and_then(|mut statement| {
                        statement
                            .query_row([subject.as_str()], |row| {
                                Ok(Credential {
                                    hash: row.get(0)?,
                                    enabled: row.get(1)?,
                                    locked_until: row.get(2)?,
                                    must_change: row.get(3)?,
                                })
                            })
                            .optional()
                    })
                    .map_err(storage_error)
            })
            .map_err(unavailable)
    }

    async fn write_hash(
        &self,
        subject: &SubjectId,
        hash: String,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        let (subject, attempt, now) = (subject.clone(), attempt.clone(), now.as_millisecond());
        let written = self
            .store
            .write(move |connection| write_hash(connection, &subject, &hash, &attempt, now))
            .await
            .map_err(|error| match error {
                // The commit was refused: nothing was changed.
                StorageError::Unavailable(_) => SetPasswordError::Unavailable,
                StorageError::Broken(_) => SetPasswordError::Unknown,
            })?;
        written.ok_or(SetPasswordError::Refused(DirectoryRefusal::NotAllowed))
    }
}

struct Credential {
    hash: Option<String>,
    enabled: bool,
    locked_until: Option<i64>,
    must_change: bool,
}

fn write_hash(
    connection: &Connection,
    subject: &SubjectId,
    hash: &str,
    attempt: &WriteAttemptId,
    now: i64,
) -> Result<Option<Written>, StorageError> {
    // One conditional statement: a disabled account is revived by nothing, the lockout is lifted
    // with the password, and the attempt's id says later that this write arrived.
    connection
        .prepare_cached(
            "UPDATE accounts SET password_hash = ?2, must_change = 0, last_write = ?3,
                 last_unlocked = coalesce(locked_until > ?4, 0), locked_until = NULL
             WHERE subject = ?1 AND enabled = 1 RETURNING last_unlocked",
        )
        .and_then(|mut statement| {
            statement
                .query_row((subject.as_str(), hash, attempt.as_str(), now), |row| {
                    Ok(Written {
                        unlocked: row.get(0)?,
                    })
                })
                .optional()
        })
        .map_err(storage_error)
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn unavailable(error: StorageError) -> DirectoryError {
    tracing::error!(%error, "the embedded directory failed");
    DirectoryError::Unavailable
}

fn refused(error: HasherError) -> SetPasswordError {
    match error {
        HasherError::Busy => SetPasswordError::Busy,
        HasherError::Failed => SetPasswordError::Unavailable,
    }
}

#[async_trait]
impl Directory for EmbeddedDirectory {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            enforces_history_on_reset: false,
            locks_accounts: true,
            finds_writes: true,
            has_password_rules: false,
        }
    }

    async fn find_account(&self, identifier: &Identifier) -> Result<Option<Account>, DirectoryError> {
        self.store
            .read(|connection| accounts::find(connection, identifier))
            .map_err(unavailable)
    }

    async fn get_account(&self, subject: &SubjectId) -> Result<Option<Account>, DirectoryError> {
        self.store
            .read(|connection| accounts::get(connection, subject))
            .map_err(unavailable)
    }

    async fn list_members(
        &self,
        groups: &BTreeSet<String>,
        limit: usize,
    ) -> Result<Vec<Account>, DirectoryError> {
        self.store
            .read(|connection| accounts::list_members(connection, groups, limit))
            .map_err(unavailable)
    }

    async fn verify_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
    ) -> Result<PasswordVerdict, DirectoryError> {
        let credential = self.find_credential(subject)?;
        let hash = credential.as_ref().and_then(|credential| credential.hash.clone());
        let right = self
            .hasher
            .verify(password, hash)
            .await
            .map_err(|error| match error {
                HasherError::Busy => DirectoryError::Busy,
                HasherError::Failed => DirectoryError::Unavailable,
            })?;
        let now = self.clock.now().as_millisecond();
        Ok(match credential {
            None => PasswordVerdict::Wrong,
            Some(credential) if !credential.enabled => PasswordVerdict::Disabled,
            Some(credential) if credential.locked_until.is_some_and(|until| until > now) => {
                PasswordVerdict::Locked
            }
            Some(_) if !right => PasswordVerdict::Wrong,
            Some(credential) if credential.must_change => PasswordVerdict::RightButMustChange,
            Some(_) => PasswordVerdict::Right,
        })
    }

    async fn read_mark(&self, _: &SubjectId) -> Result<WriteMark, DirectoryError> {
        // The attempt's id is kept with the password.
        Ok(WriteMark::default())
    }

    async fn set_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        let hash = self.hasher.hash(password).await.map_err(refused)?;
        self.write_hash(subject, hash, attempt, now).await
    }

    async fn change_password(
        &self,
        subject: &SubjectId,
        current: &SecretText,
        new: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        match self.verify_password(subject, current).await {
            Ok(PasswordVerdict::Right | PasswordVerdict::RightButMustChange) => {}
            Ok(_) => return Err(SetPasswordError::Refused(DirectoryRefusal::WrongCurrentPassword)),
            Err(DirectoryError::Busy) => return Err(SetPasswordError::Busy),
            Err(DirectoryError::Unavailable) => return Err(SetPasswordError::Unavailable),
            Err(DirectoryError::Misconfigured) => return Err(SetPasswordError::Misconfigured),
        }
        if current.expose() == new.expose() {
            return Err(SetPasswordError::Refused(DirectoryRefusal::History));
        }
        self.set_password(subject, new, attempt, now).await
    }

    async fn unlock(&self, subject: &SubjectId) -> Result<(), DirectoryError> {
        let subject = subject.clone();
        self.store
            .write(move |connection| {
                connection
                    .execute(
                        "UPDATE accounts SET locked_until = NULL WHERE subject = ?1",
                        [subject.as_str()],
                    )
                    .map(|_| ())
                    .map_err(storage_error)
            })
            .await
            .map_err(unavailable)
    }

    async fn find_write(
        &self,
        subject: &SubjectId,
        attempt: &WriteAttemptId,
        _: &WriteMark,
        _: Timestamp,
    ) -> Result<WriteEvidence, DirectoryError> {
        let found: Option<(Option<String>, bool)> = self
            .store
            .read(|connection| {
                connection
                    .prepare_cached("SELECT last_write, last_unlocked FROM accounts WHERE subject = ?1")
                    .and_then(|mut statement| {
                        statement
                            .query_row([subject.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
                            .optional()
                    })
                    .map_err(storage_error)
            })
            .map_err(unavailable)?;
        Ok(match found {
            Some((Some(last), unlocked)) if last == attempt.as_str() => {
                WriteEvidence::Found(Written { unlocked })
            }
            _ => WriteEvidence::NotFound,
        })
    }
}
