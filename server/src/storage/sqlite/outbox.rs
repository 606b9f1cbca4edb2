//! [`Outbox`] over SQLite.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::Connection;

use super::SqliteStore;
use super::audit::Evidence;
use super::errors::storage_error;
use super::outbox_body;
use super::rows::{find_session, instant, millis};
use crate::domain::audit::{AuditEvent, Origin, Reason};
use crate::domain::ids::{AuthenticatorId, ChallengeId, FlowId};
use crate::domain::method::Method;
use crate::domain::policy::CodeRules;
use crate::domain::random;
use crate::domain::reset::{Arming, Channel, Outbox, OutboxBody, OutboxItem, Settlement, StorageError};
use crate::vault::Place;

/// Milliseconds after which a message that was claimed and never settled is due again: longer than
/// any conversation with a mail server or a gateway may take.
const UNDER_WAY: i64 = 60 * 1_000;
const TEN_MINUTES: i64 = 10 * 60 * 1_000;
const HOUR: i64 = 60 * 60 * 1_000;
const DAY: i64 = 24 * 60 * 60 * 1_000;

fn place(id: &str) -> Place<'_> {
    Place {
        table: "outbox",
        column: "body_sealed",
        row: id,
        subject: "",
    }
}

/// Queues a message in the transaction of what it tells of.
pub(super) fn enqueue(
    connection: &Connection,
    evidence: &Evidence,
    body: &OutboxBody,
    now: Timestamp,
) -> Result<(), StorageError> {
    let id = data_encoding::HEXLOWER.encode(&random::bytes::<16>(&*evidence.random));
    let bytes = outbox_body::to_bytes(body)?;
    let sealed = evidence.vault.seal(&*evidence.random, place(&id), &bytes);
    connection
        .prepare_cached(
            "INSERT INTO outbox (id, body_sealed, queued_at, due_at, channel) VALUES (?1, ?2, ?3, ?3, ?4)",
        )
        .and_then(|mut statement| statement.execute((id, sealed, millis(now), body.channel().name())))
        .map(|_| ())
        .map_err(storage_error)
}

#[async_trait]
impl Outbox for SqliteStore {
    async fn claim_due(
        &self,
        channel: Channel,
        now: Timestamp,
        limit: usize,
    ) -> Result<Vec<OutboxItem>, StorageError> {
        // Mostly nothing is due: that costs no write.
        let is_due: bool = self.read(|connection| {
            connection
                .prepare_cached(
                    "SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'queued' AND channel = ?1 AND due_at <= ?2)",
                )
                .and_then(|mut statement| {
                    statement.query_row((channel.name(), millis(now)), |row| row.get(0))
                })
                .map_err(storage_error)
        })?;
        if !is_due || limit == 0 {
            return Ok(Vec::new());
        }
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = self
            .write(move |connection| claim(connection, channel, now, limit))
            .await?;
        let mut items = Vec::with_capacity(rows.len());
        for Claimed {
            id,
            sealed,
            attempts,
            queued_at,
            ..
        } in rows
        {
            let opened = self.vault().open(place(&id), &sealed);
            match opened
                .map_err(|error| StorageError::Broken(error.to_string()))
                .and_then(|bytes| outbox_body::from_bytes(bytes.expose()))
            {
                Ok(body) => items.push(OutboxItem {
                    id,
                    attempts,
                    queued_at: instant(queued_at),
                    body,
                }),
                Err(error) => {
                    // One row that cannot be read must not hold up the others.
                    tracing::error!(%error, "a queued message is set aside");
                    set_aside(self, id).await?;
                }
            }
        }
        Ok(items)
    }

    async fn arm(
        &self,
        challenge: &ChallengeId,
        authenticator: &AuthenticatorId,
        rules: &CodeRules,
        now: Timestamp,
    ) -> Result<Arming, StorageError> {
        let (challenge, authenticator, rules) = (challenge.clone(), authenticator.clone(), *rules);
        self.write(move |connection| arm(connection, &challenge, &authenticator, &rules, now))
            .await
    }

    async fn take_daily_notice(
        &self,
        authenticator: &AuthenticatorId,
        item: &str,
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        let (authenticator, item) = (authenticator.clone(), item.to_owned());
        self.write(move |connection| {
            let day = millis(now).div_euclid(DAY);
            connection
                .execute("DELETE FROM daily_notices WHERE day < ?1", [day - 1])
                .map_err(storage_error)?;
            connection
                .execute(
                    "INSERT OR IGNORE INTO daily_notices (authenticator, day, item) VALUES (?1, ?2, ?3)",
                    (authenticator.as_str(), day, &item),
                )
                .map_err(storage_error)?;
            connection
                .query_row(
                    "SELECT item = ?3 FROM daily_notices WHERE authenticator = ?1 AND day = ?2",
                    (authenticator.as_str(), day, &item),
                    |row| row.get(0),
                )
                .map_err(storage_error)
        })
        .await
    }

    async fn settle(
        &self,
        item: &OutboxItem,
        settlement: Settlement,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        let evidence = self.evidence();
        let (flow, method) = match &item.body {
            OutboxBody::Code(row) => (Some(row.flow.clone()), Some(row.method)),
            OutboxBody::Mail { flow, .. } => (flow.clone(), None),
        };
        let id = item.id.clone();
        self.write(move |connection| {
            settle(
                connection,
                &evidence,
                &id,
                flow.as_ref(),
                method,
                &settlement,
                now,
            )
        })
        .await
    }
}

/// A row under way.
struct Claimed {
    seq: i64,
    id: String,
    sealed: Vec<u8>,
    attempts: u32,
    queued_at: i64,
}

/// One conditional write claims the rows; the attempts that are returned are those before.
fn claim(
    connection: &Connection,
    channel: Channel,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<Claimed>, StorageError> {
    connection
        .prepare_cached(
            "UPDATE outbox SET attempts = attempts + 1, due_at = ?1 + ?2 WHERE seq IN (
                 SELECT seq FROM outbox WHERE state = 'queued' AND channel = ?3 AND due_at <= ?1
                 ORDER BY seq LIMIT ?4
             ) RETURNING id, body_sealed, attempts - 1, queued_at, seq",
        )
        .and_then(|mut statement| {
            statement
                .query_map((millis(now), UNDER_WAY, channel.name(), limit), |row| {
                    Ok(Claimed {
                        seq: row.get(4)?,
                        id: row.get(0)?,
                        sealed: row.get(1)?,
                        attempts: row.get(2)?,
                        queued_at: row.get(3)?,
                    })
                })?
                .collect()
        })
        .map(|mut claimed: Vec<Claimed>| {
            claimed.sort_by_key(|one| one.seq);
            claimed
        })
        .map_err(storage_error)
}

async fn set_aside(store: &SqliteStore, id: String) -> Result<(), StorageError> {
    store
        .write(move |connection| {
            connection
                .execute(
                    "UPDATE outbox SET state = 'dead', body_sealed = x'' WHERE id = ?1",
                    [id],
                )
                .map(|_| ())
                .map_err(storage_error)
        })
        .await
}

fn arm(
    connection: &Connection,
    challenge: &ChallengeId,
    authenticator: &AuthenticatorId,
    rules: &CodeRules,
    now: Timestamp,
) -> Result<Arming, StorageError> {
    let now = millis(now);
    let already: bool = connection
        .query_row(
            "SELECT EXISTS (SELECT 1 FROM sent_codes WHERE authenticator = ?1 AND challenge = ?2)",
            (authenticator.as_str(), challenge.as_str()),
            |row| row.get(0),
        )
        .map_err(storage_error)?;
    if !already {
        let sent_since = |since: i64| -> Result<u32, StorageError> {
            connection
                .prepare_cached("SELECT count(*) FROM sent_codes WHERE authenticator = ?1 AND at > ?2")
                .and_then(|mut statement| {
                    statement.query_row((authenticator.as_str(), since), |row| row.get(0))
                })
                .map_err(storage_error)
        };
        if sent_since(now - TEN_MINUTES)? >= rules.per_target_in_ten_minutes
            || sent_since(now - HOUR)? >= rules.per_target_in_an_hour
        {
            return Ok(Arming::LimitReached);
        }
    }
    let armed = connection
        .execute(
            "UPDATE challenges SET authenticator = ?2
             WHERE id = ?1 AND consumed_at IS NULL AND replaced_at IS NULL AND ends_at > ?3
               AND (authenticator IS NULL OR authenticator = ?2)",
            (challenge.as_str(), authenticator.as_str(), now),
        )
        .map_err(storage_error)?;
    if armed == 0 {
        return Ok(Arming::Stale);
    }
    if !already {
        connection
            .execute(
                "INSERT INTO sent_codes (authenticator, at, challenge) VALUES (?1, ?2, ?3)",
                (authenticator.as_str(), now, challenge.as_str()),
            )
            .map_err(storage_error)?;
    }
    Ok(Arming::Armed)
}

fn settle(
    connection: &Connection,
    evidence: &Evidence,
    id: &str,
    flow: Option<&FlowId>,
    method: Option<Method>,
    settlement: &Settlement,
    now: Timestamp,
) -> Result<(), StorageError> {
    let reason = match settlement {
        Settlement::RetryAt(due_at) => {
            connection
                .execute(
                    "UPDATE outbox SET due_at = ?2 WHERE id = ?1",
                    (id, millis(*due_at)),
                )
                .map_err(storage_error)?;
            return Ok(());
        }
        Settlement::Dead => {
            // The row stays for the operator; what it said does not.
            connection
                .execute(
                    "UPDATE outbox SET state = 'dead', body_sealed = x'' WHERE id = ?1 AND state = 'queued'",
                    [id],
                )
                .map_err(storage_error)?;
            Some(Reason::MessageUndeliverable)
        }
        Settlement::Sent(reason) | Settlement::Dropped(reason) => {
            remove(connection, id)?;
            Some(*reason)
        }
        Settlement::Stale => {
            remove(connection, id)?;
            None
        }
    };
    let Some(reason) = reason else { return Ok(()) };
    let session = match flow {
        Some(flow) => find_session(connection, "id", &flow.as_str())?,
        None => None,
    };
    let event = match session {
        Some(session) => session.event(now, reason, method),
        None => AuditEvent {
            method,
            flow: flow.cloned(),
            ..AuditEvent::new(now, reason)
        },
    };
    evidence.append(connection, &event, None, &Origin::default())
}

fn remove(connection: &Connection, id: &str) -> Result<(), StorageError> {
    connection
        .execute("DELETE FROM outbox WHERE id = ?1", [id])
        .map(|_| ())
        .map_err(storage_error)
}
