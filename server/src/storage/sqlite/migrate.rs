//! The schema: numbered files, applied in order, each in a transaction with its number.

use rusqlite::{Connection, TransactionBehavior};

const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/sqlite/0001_foundation.sql"),
    include_str!("../../../migrations/sqlite/0002_unlock.sql"),
    include_str!("../../../migrations/sqlite/0003_recovery.sql"),
];

/// The store cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// SQLite says why.
    #[error("the store cannot be opened: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file was written by a newer version of Postern.
    #[error(
        "the store has schema {found}, this version knows {known}: use the newer version, or restore a backup"
    )]
    Newer {
        /// In the file.
        found: i64,
        /// Here.
        known: i64,
    },
    /// The writer thread did not start.
    #[error("the writer thread did not start: {0}")]
    Thread(std::io::Error),
}

pub(super) fn migrate(connection: &mut Connection) -> Result<(), MigrationError> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(MigrationError::Newer { found, known });
    }
    for (version, migration) in (1_i64..).zip(MIGRATIONS).filter(|(version, _)| *version > found) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fresh_file_gets_the_newest_schema_and_a_second_start_changes_nothing() {
        let mut connection = Connection::open_in_memory().expect("opens");
        migrate(&mut connection).expect("migrates");
        migrate(&mut connection).expect("migrates again");
        let version: i64 = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .expect("reads");
        assert_eq!(usize::try_from(version), Ok(MIGRATIONS.len()));
    }

    #[test]
    fn a_file_of_a_newer_version_is_refused() {
        let mut connection = Connection::open_in_memory().expect("opens");
        connection
            .pragma_update(None, "user_version", 999)
            .expect("writes");
        assert!(matches!(
            migrate(&mut connection),
            Err(MigrationError::Newer { found: 999, .. })
        ));
    }

    #[test]
    fn transcript_and_evidence_are_append_only() {
        let mut connection = Connection::open_in_memory().expect("opens");
        migrate(&mut connection).expect("migrates");
        connection
            .execute_batch(
                "INSERT INTO audit_events (at, activity, outcome, reason) VALUES (0, 'a', 'b', 'c');
                 INSERT INTO reset_sessions (id, token_hash, identifier_mac, identifier_sealed, locale, created_at, ends_at)
                   VALUES ('f', x'00', x'00', x'00', 'en', 0, 0);
                 INSERT INTO proofs (flow, class, method, authenticator, at) VALUES ('f', 'mailbox', 'email', 'a', 0);",
            )
            .expect("writes");
        assert!(
            connection
                .execute("UPDATE audit_events SET outcome = 'x'", [])
                .is_err()
        );
        assert!(connection.execute("UPDATE proofs SET class = 'x'", []).is_err());
    }
}
