//! Rows as values of the domain, and back.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::errors::storage_error;
use crate::domain::ids::{AuthenticatorId, ChallengeId, FlowId, SubjectId, WriteAttemptId};
use crate::domain::method::Method;
use crate::domain::reset::{
    Challenge, Completion, Proof, Purpose, ResetError, ResetRefusal, ResetSession, Resolution, SessionStatus,
    StorageError,
};

/// Milliseconds since the epoch.
pub(crate) fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// An instant; whatever is out of range is as far as time goes.
pub(crate) fn instant(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

const SESSION_COLUMNS: &str = "id, purpose, created_at, ends_at, continues, locale, time_zone, identifier_sealed, \
     resolved, subject, code_offered, status, write_attempt, unlocked, notified, failures";

/// The session that a condition names, with its newest challenge and its transcript.
pub(super) fn find_session(
    connection: &Connection,
    condition: &str,
    key: &dyn rusqlite::ToSql,
) -> Result<Option<ResetSession>, StorageError> {
    let sql = format!("SELECT {SESSION_COLUMNS} FROM reset_sessions WHERE {condition} = ?1");
    let found = connection
        .prepare_cached(&sql)
        .and_then(|mut statement| statement.query_row([key], session).optional())
        .map_err(storage_error)?;
    let Some(mut session) = found else { return Ok(None) };
    session.challenge = find_challenge(connection, &session.id).map_err(storage_error)?;
    session.proofs = list_proofs(connection, &session.id).map_err(storage_error)?;
    Ok(Some(session))
}

/// The session of an operation; it was there a moment ago.
pub(super) fn get_session(connection: &Connection, flow: &FlowId) -> Result<ResetSession, ResetError> {
    let found = find_session(connection, "id", &flow.as_str())?;
    found.ok_or(ResetError::Refused(ResetRefusal::FlowMissing))
}

fn session(row: &Row<'_>) -> rusqlite::Result<ResetSession> {
    let attempt = || -> rusqlite::Result<WriteAttemptId> {
        Ok(WriteAttemptId::from_stored(
            row.get::<_, Option<String>>("write_attempt")?.unwrap_or_default(),
        ))
    };
    let status = match row.get_ref("status")?.as_str()? {
        "open" => SessionStatus::Open,
        "writing" => SessionStatus::Writing(attempt()?),
        "completed" => SessionStatus::Completed(Completion {
            unlocked: row.get("unlocked")?,
            notified: row.get("notified")?,
        }),
        "exhausted" => SessionStatus::Exhausted,
        "abandoned" => SessionStatus::Abandoned,
        _ => SessionStatus::Closed,
    };
    let subject = match (row.get("resolved")?, row.get::<_, Option<String>>("subject")?) {
        (false, _) => Resolution::Pending,
        (true, None) => Resolution::Nobody,
        (true, Some(subject)) => Resolution::Person(SubjectId::from_stored(subject)),
    };
    Ok(ResetSession {
        id: FlowId::from_stored(row.get::<_, String>("id")?),
        purpose: Purpose::from_name(row.get_ref("purpose")?.as_str()?),
        created_at: instant(row.get("created_at")?),
        ends_at: instant(row.get("ends_at")?),
        continues: row.get("continues")?,
        locale: row.get("locale")?,
        time_zone: row.get("time_zone")?,
        identifier_sealed: row.get("identifier_sealed")?,
        subject,
        code_offered: row.get("code_offered")?,
        status,
        failures: row.get("failures")?,
        challenge: None,
        proofs: Vec::new(),
    })
}

fn find_challenge(connection: &Connection, flow: &FlowId) -> rusqlite::Result<Option<Challenge>> {
    connection
        .prepare_cached(
            "SELECT id, method, number, target_sealed, ends_at, resend_at, tries_used, consumed_at IS NOT NULL AS consumed
             FROM challenges WHERE flow = ?1 ORDER BY number DESC LIMIT 1",
        )?
        .query_row([flow.as_str()], |row| {
            Ok(Challenge {
                id: ChallengeId::from_stored(row.get::<_, String>("id")?),
                method: method(row)?,
                number: row.get("number")?,
                target_sealed: row.get("target_sealed")?,
                ends_at: instant(row.get("ends_at")?),
                resend_at: instant(row.get("resend_at")?),
                tries_used: row.get("tries_used")?,
                consumed: row.get("consumed")?,
            })
        })
        .optional()
}

pub(super) fn list_proofs(connection: &Connection, flow: &FlowId) -> rusqlite::Result<Vec<Proof>> {
    connection
        .prepare_cached("SELECT method, authenticator, at FROM proofs WHERE flow = ?1 ORDER BY at, class")?
        .query_map([flow.as_str()], |row| {
            Ok(Proof {
                method: method(row)?,
                authenticator: AuthenticatorId::from_stored(row.get::<_, String>("authenticator")?),
                at: instant(row.get("at")?),
            })
        })?
        .collect()
}

fn method(row: &Row<'_>) -> rusqlite::Result<Method> {
    let name = row.get_ref("method")?.as_str()?;
    Method::from_name(name).ok_or(rusqlite::Error::InvalidQuery)
}
