//! Many more people and sessions than a measurement needs, straight into the tables: what stands
//! beside the rows that are used.

use std::error::Error;
use std::path::Path;

use rusqlite::Connection;

/// Adds so many accounts, with one hash for all, and so many live sessions.
pub fn add(folder: &Path, people: u32, sessions: u32) -> Result<(), Box<dyn Error>> {
    let connection = Connection::open(folder.join("postern.db"))?;
    connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN")?;
    // As many as are asked for, in an order in which random ids would come.
    let numbers = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1)";
    if people > 0 {
        connection.execute(
            &format!(
                "{numbers} INSERT INTO accounts (subject, user_name, user_name_key, mail, mail_key, given_name,
                     family_name, enabled, must_change, password_hash)
                 SELECT format('%08x', (n * 2654435761) % 4294967296) || 'crowd', 'crowd-' || n || '@demo.example',
                     'crowd-' || n || '@demo.example', 'crowd-' || n || '@demo.example',
                     'crowd-' || n || '@demo.example', 'Ada', 'Example', 1, 0, ?2
                 FROM numbers"
            ),
            (people, "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"),
        )?;
        connection.execute(
            "INSERT INTO group_members (group_name, member, is_group)
             SELECT 'staff', subject, 0 FROM accounts WHERE subject LIKE '%crowd'",
            [],
        )?;
    }
    if sessions > 0 {
        connection.execute(
            &format!(
                "{numbers} INSERT INTO reset_sessions (id, token_hash, identifier_mac, identifier_sealed, locale,
                     created_at, ends_at, resolved)
                 SELECT format('%08x', (n * 2654435761) % 4294967296) || 'crowd', randomblob(32), randomblob(32),
                     randomblob(70), 'en', now, now + 3600000 + n, 1
                 FROM numbers, (SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS now)"
            ),
            [sessions],
        )?;
        connection.execute(
            "INSERT INTO audit_events (at, activity, outcome, reason, flow)
             SELECT created_at, 'crowd', 'success', 'crowd', id FROM reset_sessions WHERE id LIKE '%crowd'",
            [],
        )?;
    }
    connection.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")?;
    Ok(())
}
