//! Password writes as durable attempts (law 6).

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _};

use super::audit::Evidence;
use super::errors::storage_error;
use super::outbox::enqueue;
use super::rows::get_session;
use super::rows::{find_session, instant, list_proofs, millis};
use crate::domain::audit::Reason;
use crate::domain::directory::WriteMark;
use crate::domain::ids::{FlowId, SubjectId, WriteAttemptId};
use crate::domain::reset::{
    BeginWrite, FinishWrite, OutboxBody, ResetError, ResetRefusal, StorageError, UnsettledWrite, WriteKind,
    WriteOutcome,
};

pub(super) fn begin(
    connection: &Connection,
    evidence: &Evidence,
    begin: &BeginWrite,
) -> Result<(), ResetError> {
    let session = get_session(connection, &begin.flow)?;
    session.require_open(begin.now)?;
    // The decision was made on this transcript; it holds for no other.
    if list_proofs(connection, &begin.flow).map_err(storage_error)? != begin.proofs {
        return Err(ResetRefusal::OutOfOrder.into());
    }
    let handed_over = connection
        .execute("UPDATE reset_sessions SET status = 'writing', write_attempt = ?2 WHERE id = ?1 AND status = 'open'", (
            begin.flow.as_str(),
            begin.attempt.as_str(),
        ))
        .map_err(storage_error)?;
    if handed_over == 0 {
        return Err(ResetRefusal::OutOfOrder.into());
    }
    connection
        .execute(
            "INSERT INTO write_attempts (id, flow, subject, state, started_at, kind, mark)
             VALUES (?1, ?2, ?3, 'pending', ?4, ?5, ?6)",
            (
                begin.attempt.as_str(),
                begin.flow.as_str(),
                begin.subject.as_str(),
                millis(begin.now),
                begin.kind.name(),
                &begin.mark.0,
            ),
        )
        .map_err(storage_error)?;
    let started = session.event(begin.now, reasons(begin.kind).started, None);
    Ok(evidence.append(connection, &started, None, &begin.origin)?)
}

/// The events of an attempt.
struct Reasons {
    started: Reason,
    confirmed: Reason,
    refused: Reason,
    not_delivered: Reason,
    unknown: Reason,
}

const fn reasons(kind: WriteKind) -> Reasons {
    match kind {
        WriteKind::Password => Reasons {
            started: Reason::WriteStarted,
            confirmed: Reason::WriteConfirmed,
            refused: Reason::WriteRefused,
            not_delivered: Reason::WriteNotDelivered,
            unknown: Reason::WriteUnknown,
        },
        WriteKind::Unlock => Reasons {
            started: Reason::UnlockStarted,
            confirmed: Reason::UnlockConfirmed,
            refused: Reason::UnlockRefused,
            not_delivered: Reason::UnlockNotDelivered,
            unknown: Reason::UnlockUnknown,
        },
    }
}

pub(super) fn finish(
    connection: &Connection,
    evidence: &Evidence,
    finish: FinishWrite,
) -> Result<(), StorageError> {
    let state = match finish.outcome {
        WriteOutcome::Confirmed(_) => "confirmed",
        WriteOutcome::Refused | WriteOutcome::NotDelivered => "refused",
        WriteOutcome::Unknown => "unknown",
    };
    let presumed = finish.outcome == WriteOutcome::NotDelivered;
    // That nothing was delivered is a conclusion; a confirmation is what the directory showed, and
    // goes before it.
    let ended: Option<(String, String, String)> = connection
        .prepare_cached(
            "UPDATE write_attempts SET state = ?2, ended_at = ?3, presumed = ?4
             WHERE id = ?1 AND (state IN ('pending', 'unknown') OR (?2 = 'confirmed' AND presumed = 1))
             RETURNING flow, subject, kind",
        )
        .and_then(|mut statement| {
            statement
                .query_row(
                    (finish.attempt.as_str(), state, millis(finish.now), presumed),
                    |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
                )
                .optional()
        })
        .map_err(storage_error)?;
    // Somebody else ended it already: what they wrote stands.
    let Some((flow, subject, kind)) = ended else {
        return Ok(());
    };
    let kind = WriteKind::from_name(&kind);
    let reasons = reasons(kind);
    let Some(session) = find_session(connection, "id", &flow)? else {
        return Ok(());
    };
    let reason = match finish.outcome {
        WriteOutcome::Confirmed(completion) => {
            connection
                .execute(
                    "UPDATE reset_sessions SET status = 'completed', unlocked = ?2, notified = ?3, write_attempt = ?4
                     WHERE id = ?1 AND ((status = 'writing' AND write_attempt = ?4)
                                     OR (status = 'open' AND write_attempt IS NULL))",
                    (
                        &flow,
                        completion.unlocked,
                        completion.notified,
                        finish.attempt.as_str(),
                    ),
                )
                .map_err(storage_error)?;
            // Whoever may only be unlocking knows the password: other flows stay.
            if kind == WriteKind::Password {
                end_other_flows(connection, evidence, &flow, &subject, finish.now)?;
            }
            reasons.confirmed
        }
        WriteOutcome::Refused | WriteOutcome::NotDelivered => {
            connection
                .execute(
                    "UPDATE reset_sessions SET status = 'open', write_attempt = NULL
                     WHERE id = ?1 AND status = 'writing' AND write_attempt = ?2",
                    (&flow, finish.attempt.as_str()),
                )
                .map_err(storage_error)?;
            if finish.outcome == WriteOutcome::Refused {
                reasons.refused
            } else {
                reasons.not_delivered
            }
        }
        WriteOutcome::Unknown => reasons.unknown,
    };
    evidence.append(
        connection,
        &session.event(finish.now, reason, None),
        None,
        &finish.origin,
    )?;
    for (mail, reason) in finish.notifications {
        let body = OutboxBody::Mail {
            mail,
            reason,
            flow: Some(session.id.clone()),
        };
        enqueue(connection, evidence, &body, finish.now)?;
    }
    Ok(())
}

/// Every other flow that proved something for the person ends with the reset (S-30). One without a
/// proof may be a stranger's: its end would tell them that the account is there (law 3), and it
/// is worth nothing.
fn end_other_flows(
    connection: &Connection,
    evidence: &Evidence,
    flow: &str,
    subject: &str,
    now: Timestamp,
) -> Result<(), StorageError> {
    let others: Vec<String> = connection
        .prepare_cached(
            "SELECT id FROM reset_sessions WHERE subject = ?1 AND status = 'open' AND id <> ?2
               AND EXISTS (SELECT 1 FROM proofs WHERE flow = id)",
        )
        .and_then(|mut statement| statement.query_map((subject, flow), |row| row.get(0))?.collect())
        .map_err(storage_error)?;
    for other in others {
        let Some(session) = find_session(connection, "id", &other)? else {
            continue;
        };
        connection
            .execute(
                "UPDATE reset_sessions SET status = 'closed' WHERE id = ?1 AND status = 'open'",
                [&other],
            )
            .map_err(storage_error)?;
        let ended = session.event(now, Reason::EndedByReset, None);
        evidence.append(connection, &ended, None, &crate::domain::audit::Origin::default())?;
    }
    Ok(())
}

/// Puts a write that nothing could be told of behind the others; when it was looked at before.
pub(super) fn postpone(
    connection: &Connection,
    attempt: &WriteAttemptId,
    now: Timestamp,
) -> Result<Option<Timestamp>, StorageError> {
    let before: Option<i64> = connection
        .prepare_cached("SELECT looked_at FROM write_attempts WHERE id = ?1")
        .and_then(|mut statement| {
            statement
                .query_row([attempt.as_str()], |row| row.get(0))
                .optional()
        })
        .map_err(storage_error)?;
    connection
        .execute(
            "UPDATE write_attempts SET looked_at = ?2 WHERE id = ?1",
            (attempt.as_str(), millis(now)),
        )
        .map_err(storage_error)?;
    Ok(before.filter(|before| *before > 0).map(instant))
}

pub(super) fn list_unsettled(
    connection: &Connection,
    before: Timestamp,
) -> Result<Vec<UnsettledWrite>, StorageError> {
    connection
        .prepare_cached(
            "SELECT id, flow, subject, started_at, kind, mark FROM write_attempts
             WHERE state IN ('pending', 'unknown') AND started_at <= ?1
             ORDER BY looked_at, started_at LIMIT 100",
        )
        .and_then(|mut statement| {
            statement
                .query_map([millis(before)], |row| {
                    Ok(UnsettledWrite {
                        attempt: WriteAttemptId::from_stored(row.get::<_, String>(0)?),
                        flow: FlowId::from_stored(row.get::<_, String>(1)?),
                        subject: SubjectId::from_stored(row.get::<_, String>(2)?),
                        started_at: instant(row.get(3)?),
                        kind: WriteKind::from_name(row.get_ref(4)?.as_str()?),
                        mark: WriteMark(row.get(5)?),
                    })
                })?
                .collect()
        })
        .map_err(storage_error)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::migrate::migrate;
    use super::*;

    #[test]
    fn writes_that_stay_unknown_do_not_starve_the_newer_ones() {
        let mut connection = Connection::open_in_memory().expect("opens");
        migrate(&mut connection).expect("migrates");
        connection
            .execute_batch(
                "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 250)
                 INSERT INTO write_attempts (id, flow, subject, state, started_at)
                   SELECT 'attempt-' || n, 'flow', 'somebody', 'unknown', n FROM numbers;",
            )
            .expect("writes");
        let mut seen = BTreeSet::new();
        for round in 1..=3 {
            let now = Timestamp::from_second(round).expect("a time");
            for write in list_unsettled(&connection, now).expect("lists") {
                let before = postpone(&connection, &write.attempt, now).expect("postpones");
                assert_eq!(before.is_none(), seen.insert(write.attempt.as_str().to_owned()));
            }
        }
        assert_eq!(seen.len(), 250);
    }
}
