//! What SQLite says, in words of the port.

use rusqlite::{Error, ErrorCode};

use crate::domain::reset::StorageError;

/// Decides whether waiting can help.
#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
pub fn storage_error(error: Error) -> StorageError {
    match error.sqlite_error_code() {
        Some(
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::CannotOpen
            | ErrorCode::SystemIoFailure
            | ErrorCode::OutOfMemory
            | ErrorCode::ReadOnly,
        ) => StorageError::Unavailable(error.to_string()),
        _ => StorageError::Broken(error.to_string()),
    }
}
