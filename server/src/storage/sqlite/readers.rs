//! Read-only connections, kept for the next reader.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use super::connect;
use super::errors::storage_error;
use crate::domain::reset::StorageError;

/// Connections that are kept open, at most.
const KEPT: usize = 8;

pub(super) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            idle: Mutex::new(Vec::new()),
        }
    }

    /// Runs a point read; these take microseconds, so they run where they are called. Its
    /// statements see one state of the store, and take its locks once.
    pub(super) fn run<T, E>(&self, operation: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StorageError>,
    {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect(&self.path, true).map_err(storage_error)?,
        };
        let result = within_transaction(&connection, operation);
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(connection);
        }
        result
    }
}

fn within_transaction<T, E>(
    connection: &Connection,
    operation: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E>
where
    E: From<StorageError>,
{
    let run = |statement: &str| -> Result<(), StorageError> {
        connection
            .prepare_cached(statement)
            .and_then(|mut statement| statement.execute([]))
            .map(|_| ())
            .map_err(storage_error)
    };
    run("BEGIN")?;
    let result = operation(connection);
    // Nothing was written: the end of a read says nothing about what was read.
    run("COMMIT").or_else(|_| run("ROLLBACK"))?;
    result
}
