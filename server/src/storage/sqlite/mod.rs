//! SQLite: one writer thread that groups waiting operations into one commit, and readers.
//!
//! Write-ahead log, `synchronous = FULL`: what was answered survives a power cut.

mod attempts;
mod audit;
mod errors;
mod methods;
mod migrate;
mod outbox;
mod outbox_body;
mod people;
mod person_keys;
mod readers;
mod reset;
mod rows;
mod writer;
mod writes;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::domain::random::Random;
use crate::domain::reset::StorageError;
use crate::vault::Vault;

pub use errors::storage_error;
pub use migrate::MigrationError;
pub use people::SqliteImporter;
use readers::Readers;
pub(crate) use rows::instant;
use writer::Writer;

/// A store in one SQLite file.
#[derive(Clone)]
pub struct SqliteStore {
    writer: Arc<Writer>,
    readers: Arc<Readers>,
    vault: Arc<Vault>,
    random: Arc<dyn Random>,
}

impl SqliteStore {
    /// Opens the file, makes it if there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// [`MigrationError`] if it cannot be opened, or was written by a newer version.
    pub fn open(path: &Path, vault: Arc<Vault>, random: Arc<dyn Random>) -> Result<Self, MigrationError> {
        let mut connection = connect(path, false)?;
        migrate::migrate(&mut connection)?;
        let writer = Writer::start(connection).map_err(MigrationError::Thread)?;
        Ok(Self {
            writer: Arc::new(writer),
            readers: Arc::new(Readers::new(path)),
            vault,
            random,
        })
    }

    /// Runs an operation in a transaction of the writer thread. An error rolls back this
    /// operation and no other.
    ///
    /// # Errors
    /// What the operation says, or that the writer cannot take it.
    pub(crate) async fn write<T, E>(
        &self,
        operation: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        self.writer.run(operation).await
    }

    /// Runs a short read.
    ///
    /// # Errors
    /// What the operation says.
    pub(crate) fn read<T, E>(&self, operation: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StorageError>,
    {
        self.readers.run(operation)
    }

    pub(crate) fn vault(&self) -> &Arc<Vault> {
        &self.vault
    }

    pub(crate) fn random(&self) -> &Arc<dyn Random> {
        &self.random
    }

    /// Whether the store answers; for the readiness check.
    ///
    /// # Errors
    /// When it does not.
    pub fn check(&self) -> Result<(), StorageError> {
        self.read(|connection| {
            connection
                .query_row("SELECT 1", [], |_| Ok(()))
                .map_err(storage_error)
        })
    }
}

fn connect(path: &Path, read_only: bool) -> Result<Connection, rusqlite::Error> {
    let access = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.pragma_update(None, "foreign_keys", true)?;
    if read_only {
        // Point reads: the system keeps the file's pages anyway, once for all readers.
        connection.pragma_update(None, "cache_size", -500)?;
    } else {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // Pages that are written again and again reach the file once in 16 MiB of log, not in 4;
        // and random keys find their pages in memory.
        connection.pragma_update(None, "wal_autocheckpoint", 4_000)?;
        connection.pragma_update(None, "cache_size", -8_000)?;
        // What an operation would take back is kept in memory: pages of the store have no business in
        // the system's folder of temporary files, and writing them there was most of the writing.
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        // What is deleted (queued codes, sealed values) is overwritten, not only forgotten.
        connection.pragma_update(None, "secure_delete", true)?;
    }
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::SeededRandom;

    #[test]
    fn what_ended_is_found_by_an_index_however_much_lives() {
        let folder = tempfile::tempdir().expect("a folder");
        let random: Arc<dyn Random> = Arc::new(SeededRandom::new(1));
        let vault = Arc::new(Vault::ephemeral(&*random));
        let store = SqliteStore::open(&folder.path().join("store"), vault, random).expect("opens");
        for (statement, index) in [
            (reset::ENDED, "reset_sessions_open_by_end"),
            (reset::DELETE_OLD_SESSIONS, "reset_sessions_ended_by_end"),
            (reset::DELETE_OLD_NONCES, "used_nonces_by_expiry"),
        ] {
            let plan: String = store
                .read(|connection| {
                    connection
                        .query_row(&format!("EXPLAIN QUERY PLAN {statement}"), [0], |row| row.get(3))
                        .map_err(storage_error)
                })
                .expect("planned");
            assert!(
                plan.contains("SEARCH") && plan.contains(index),
                "{statement}: {plan}"
            );
        }
    }
}
