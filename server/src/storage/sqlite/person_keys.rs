//! A key per person, sealed by the installation's: destroying the row destroys everything that
//! was sealed with it (law 9).

use rusqlite::{Connection, OptionalExtension as _};

use super::SqliteStore;
use super::errors::storage_error;
use crate::domain::ids::SubjectId;
use crate::domain::random::Random;
use crate::domain::reset::StorageError;
use crate::vault::{PersonKey, Vault};

/// The key of a person, if there is one.
pub(crate) fn find(
    connection: &Connection,
    vault: &Vault,
    subject: &SubjectId,
) -> Result<Option<PersonKey>, StorageError> {
    let wrapped: Option<Vec<u8>> = connection
        .prepare_cached("SELECT wrapped FROM person_keys WHERE subject = ?1")
        .and_then(|mut statement| {
            statement
                .query_row([subject.as_str()], |row| row.get(0))
                .optional()
        })
        .map_err(storage_error)?;
    wrapped
        .map(|wrapped| vault.open_person_key(subject.as_str(), &wrapped))
        .transpose()
        .map_err(|error| StorageError::Broken(error.to_string()))
}

/// The key of a person; made if there is none.
pub(crate) fn get_or_create(
    connection: &Connection,
    vault: &Vault,
    random: &dyn Random,
    subject: &SubjectId,
) -> Result<PersonKey, StorageError> {
    if let Some(key) = find(connection, vault, subject)? {
        return Ok(key);
    }
    let (key, wrapped) = vault.new_person_key(random, subject.as_str());
    connection
        .execute(
            "INSERT INTO person_keys (subject, wrapped) VALUES (?1, ?2)",
            (subject.as_str(), wrapped),
        )
        .map_err(storage_error)?;
    Ok(key)
}

impl SqliteStore {
    /// Destroys a person's key: what it sealed can never be read again.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn forget_key(&self, subject: &SubjectId) -> Result<bool, StorageError> {
        let subject = subject.clone();
        self.write(move |connection| {
            connection
                .execute("DELETE FROM person_keys WHERE subject = ?1", [subject.as_str()])
                .map(|rows| rows == 1)
                .map_err(storage_error)
        })
        .await
    }
}
