//! [`ResetStore`] over SQLite: sessions here; answers in [`super::attempts`], password writes in
//! [`super::writes`].

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, ErrorCode, OptionalExtension as _};

use super::SqliteStore;
use super::audit::Evidence;
use super::errors::storage_error;
use super::outbox::enqueue;
use super::rows::{find_session, get_session, millis};
use super::{attempts, writes};
use crate::domain::audit::{AuditEvent, Origin, Reason};
use crate::domain::ids::{FlowId, SubjectId, WriteAttemptId};
use crate::domain::method::Method;
use crate::domain::policy::FlowLimits;
use crate::domain::reset::{
    Answered, AttemptCode, AttemptOutcome, AttemptTotp, BeginWrite, CodeRow, FinishWrite, NewSession,
    NextCode, OutboxBody, Purpose, RequestCode, ResetError, ResetRefusal, ResetSession, ResetStore,
    StorageError, TokenHash, UnsettledWrite,
};

/// What ended and was not noted yet, and what is not needed any more. Each by an index.
pub(super) const ENDED: &str =
    "SELECT id FROM reset_sessions WHERE status = 'open' AND ends_at <= ?1 LIMIT 500";
pub(super) const DELETE_OLD_SESSIONS: &str =
    "DELETE FROM reset_sessions WHERE status NOT IN ('open', 'writing') AND ends_at <= ?1";
pub(super) const DELETE_OLD_NONCES: &str = "DELETE FROM used_nonces WHERE expires_at <= ?1";

/// How long ended sessions stay, so that a reload of the last page still finds them.
const KEEP_ENDED: SignedDuration = SignedDuration::from_hours(24);

impl SqliteStore {
    pub(super) fn evidence(&self) -> Evidence {
        Evidence {
            vault: self.vault().clone(),
            random: self.random().clone(),
        }
    }
}

#[async_trait]
impl ResetStore for SqliteStore {
    async fn start(&self, session: NewSession) -> Result<(), ResetError> {
        let evidence = self.evidence();
        self.write(move |connection| start(connection, &evidence, &session))
            .await
    }

    async fn find_by_token(&self, token: TokenHash) -> Result<Option<ResetSession>, StorageError> {
        self.read(|connection| find_session(connection, "token_hash", &token.0.as_slice()))
    }

    async fn find_flow(&self, flow: &FlowId) -> Result<Option<ResetSession>, StorageError> {
        self.read(|connection| find_session(connection, "id", &flow.as_str()))
    }

    async fn resolve(&self, flow: &FlowId, answered: &Answered) -> Result<(), StorageError> {
        let (flow, answered) = (flow.clone(), answered.clone());
        self.write(move |connection| {
            connection
                .prepare_cached(
                    "UPDATE reset_sessions SET resolved = 1, subject = ?2, code_offered = ?3 WHERE id = ?1 AND resolved = 0",
                )
                .and_then(|mut statement| {
                    let subject = answered.subject.as_ref().map(SubjectId::as_str);
                    statement.execute((flow.as_str(), subject, answered.code_offered))
                })
                .map(|_| ())
                .map_err(storage_error)
        })
        .await
    }

    async fn request_code(&self, request: RequestCode) -> Result<NextCode, ResetError> {
        let evidence = self.evidence();
        self.write(move |connection| request_code(connection, &evidence, request))
            .await
    }

    async fn attempt_code(&self, attempt: AttemptCode) -> Result<AttemptOutcome, ResetError> {
        let evidence = self.evidence();
        self.write(move |connection| attempts::attempt_code(connection, &evidence, &attempt))
            .await
    }

    async fn find_link(
        &self,
        flow: &FlowId,
        link: TokenHash,
        now: Timestamp,
    ) -> Result<Option<bool>, StorageError> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "SELECT consumed_at IS NULL AND replaced_at IS NULL AND ends_at > ?3 AND authenticator IS NOT NULL
                     FROM challenges WHERE flow = ?1 AND link_hash = ?2",
                )
                .and_then(|mut statement| {
                    statement
                        .query_row((flow.as_str(), link.0.as_slice(), millis(now)), |row| row.get(0))
                        .optional()
                })
                .map_err(storage_error)
        })
    }

    async fn attempt_totp(&self, attempt: AttemptTotp) -> Result<AttemptOutcome, ResetError> {
        let evidence = self.evidence();
        self.write(move |connection| attempts::attempt_totp(connection, &evidence, &attempt))
            .await
    }

    async fn count_failure(
        &self,
        flow: &FlowId,
        method: Method,
        limits: FlowLimits,
        now: Timestamp,
        origin: Origin,
    ) -> Result<AttemptOutcome, ResetError> {
        let (evidence, flow) = (self.evidence(), flow.clone());
        self.write(move |connection| {
            attempts::count_failure(connection, &evidence, &flow, method, limits, now, &origin)
        })
        .await
    }

    async fn change_purpose(
        &self,
        flow: &FlowId,
        purpose: Purpose,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let (evidence, flow) = (self.evidence(), flow.clone());
        self.write(move |connection| {
            let session = get_session(connection, &flow)?;
            session.require_open(now)?;
            let changed = connection
                .execute(
                    "UPDATE reset_sessions SET purpose = ?2 WHERE id = ?1 AND status = 'open' AND purpose <> ?2",
                    (flow.as_str(), purpose.name()),
                )
                .map_err(storage_error)?;
            if changed == 1 {
                let event = session.event(now, Reason::PurposeChanged, None);
                evidence.append(connection, &event, None, &origin)?;
            }
            Ok(())
        })
        .await
    }

    async fn continue_flow(
        &self,
        flow: &FlowId,
        limits: FlowLimits,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let (evidence, flow) = (self.evidence(), flow.clone());
        self.write(move |connection| {
            let session = get_session(connection, &flow)?;
            session.require_open(now)?;
            let ends_at = millis(now) + i64::from(limits.lifetime_seconds) * 1_000;
            let continued = connection
                .execute(
                    "UPDATE reset_sessions SET ends_at = ?2, continues = continues + 1
                     WHERE id = ?1 AND status = 'open' AND continues < ?3",
                    (flow.as_str(), ends_at, limits.max_continues),
                )
                .map_err(storage_error)?;
            if continued == 0 {
                return Err(ResetRefusal::NoMoreTime.into());
            }
            evidence.append(
                connection,
                &session.event(now, Reason::Continued, None),
                None,
                &origin,
            )?;
            Ok(())
        })
        .await
    }

    async fn cancel(
        &self,
        flow: &FlowId,
        reason: Reason,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let (evidence, flow) = (self.evidence(), flow.clone());
        self.write(move |connection| {
            let session = get_session(connection, &flow)?;
            if close(connection, &session)? {
                evidence.append(connection, &session.event(now, reason, None), None, &origin)?;
            }
            Ok(())
        })
        .await
    }

    async fn note(
        &self,
        flow: &FlowId,
        reason: Reason,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), StorageError> {
        let (evidence, flow) = (self.evidence(), flow.clone());
        self.write(move |connection| {
            let Some(session) = find_session(connection, "id", &flow.as_str())? else {
                return Ok(());
            };
            evidence.append(connection, &session.event(now, reason, None), None, &origin)
        })
        .await
    }

    async fn note_once(
        &self,
        flow: &FlowId,
        reason: Reason,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), StorageError> {
        let (evidence, flow) = (self.evidence(), flow.clone());
        self.write(move |connection| {
            let noted: bool = connection
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM audit_events WHERE flow = ?1 AND reason = ?2)")
                .and_then(|mut statement| {
                    statement.query_row((flow.as_str(), reason.name()), |row| row.get(0))
                })
                .map_err(storage_error)?;
            match find_session(connection, "id", &flow.as_str())? {
                Some(session) if !noted => {
                    evidence.append(connection, &session.event(now, reason, None), None, &origin)
                }
                _ => Ok(()),
            }
        })
        .await
    }

    async fn begin_write(&self, begin: BeginWrite) -> Result<(), ResetError> {
        let evidence = self.evidence();
        self.write(move |connection| writes::begin(connection, &evidence, &begin))
            .await
    }

    async fn finish_write(&self, finish: FinishWrite) -> Result<(), StorageError> {
        let evidence = self.evidence();
        self.write(move |connection| writes::finish(connection, &evidence, finish))
            .await
    }

    async fn list_unsettled_writes(&self, before: Timestamp) -> Result<Vec<UnsettledWrite>, StorageError> {
        self.read(|connection| writes::list_unsettled(connection, before))
    }

    async fn postpone_write(
        &self,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StorageError> {
        let attempt = attempt.clone();
        self.write(move |connection| writes::postpone(connection, &attempt, now))
            .await
    }

    async fn expire(&self, now: Timestamp, real_now: Timestamp) -> Result<usize, StorageError> {
        let evidence = self.evidence();
        self.write(move |connection| expire(connection, &evidence, now, real_now))
            .await
    }
}

fn start(connection: &Connection, evidence: &Evidence, new: &NewSession) -> Result<(), ResetError> {
    take_nonce(connection, &new.proof_of_work_nonce, new.nonce_expires_at)?;
    if let Some(previous) = new.previous
        && let Some(session) = find_session(connection, "token_hash", &previous.0.as_slice())?
        && close(connection, &session)?
    {
        let event = session.event(new.now, Reason::SupersededByNewFlow, None);
        evidence.append(connection, &event, None, &new.origin)?;
    }
    connection
        .prepare_cached(
            "INSERT INTO reset_sessions (id, token_hash, identifier_mac, identifier_sealed, locale, time_zone, created_at, ends_at, purpose)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )
        .and_then(|mut statement| {
            statement.execute((
                new.id.as_str(),
                new.token.0.as_slice(),
                new.identifier_mac.as_slice(),
                &new.identifier_sealed,
                &new.locale,
                &new.time_zone,
                millis(new.now),
                millis(new.ends_at),
                new.purpose.name(),
            ))
        })
        .map_err(storage_error)?;
    let event = AuditEvent {
        flow: Some(new.id.clone()),
        ..AuditEvent::new(new.now, Reason::IdentifierSubmitted)
    };
    Ok(evidence.append(connection, &event, Some(&new.identifier_mac), &new.origin)?)
}

/// One conditional write: the unique key decides among parallel copies.
fn take_nonce(connection: &Connection, nonce: &str, expires_at: Timestamp) -> Result<(), ResetError> {
    let taken = connection
        .prepare_cached("INSERT INTO used_nonces (nonce, expires_at) VALUES (?1, ?2)")
        .and_then(|mut statement| statement.execute((nonce, millis(expires_at))));
    match taken {
        Ok(_) => Ok(()),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(ResetRefusal::ProofOfWorkUsed.into())
        }
        Err(error) => Err(storage_error(error).into()),
    }
}

/// Closes an open or exhausted flow; whether it was one.
fn close(connection: &Connection, session: &ResetSession) -> Result<bool, StorageError> {
    connection
        .execute(
            "UPDATE reset_sessions SET status = 'closed' WHERE id = ?1 AND status IN ('open', 'exhausted')",
            [session.id.as_str()],
        )
        .map(|rows| rows == 1)
        .map_err(storage_error)
}

fn request_code(
    connection: &Connection,
    evidence: &Evidence,
    request: RequestCode,
) -> Result<NextCode, ResetError> {
    let session = get_session(connection, &request.flow)?;
    let next = session.plan_code(&request.rules, request.method, request.same_target, request.now)?;
    let now = millis(request.now);
    connection
        .prepare_cached(
            "UPDATE challenges SET replaced_at = ?2 WHERE flow = ?1 AND replaced_at IS NULL AND consumed_at IS NULL",
        )
        .and_then(|mut statement| statement.execute((session.id.as_str(), now)))
        .map_err(storage_error)?;
    connection
        .prepare_cached(
            "INSERT INTO challenges (id, flow, method, number, target_sealed, code_mac, link_hash, ends_at, resend_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )
        .and_then(|mut statement| {
            statement.execute((
                request.challenge.as_str(),
                session.id.as_str(),
                request.method.name(),
                next.number,
                &request.target_sealed,
                request.code_mac.as_slice(),
                request.link_hash.0.as_slice(),
                millis(next.ends_at),
                millis(next.resend_at),
            ))
        })
        .map_err(storage_error)?;
    let started = session.event(request.now, Reason::VerificationStarted, Some(request.method));
    evidence.append(connection, &started, None, &request.origin)?;
    let body = OutboxBody::Code(CodeRow {
        flow: request.flow,
        challenge: request.challenge,
        method: request.method,
        identifier: request.identifier,
        target: request.target,
        code: request.code,
        link_token: request.link_token,
        number: next.number,
        minutes: request.rules.lifetime_seconds(request.method) / 60,
    });
    enqueue(connection, evidence, &body, request.now)?;
    Ok(next)
}

/// The index on open sessions by their end makes this cheap however many there are.
fn expire(
    connection: &Connection,
    evidence: &Evidence,
    now: Timestamp,
    real_now: Timestamp,
) -> Result<usize, StorageError> {
    let ended: Vec<String> = connection
        .prepare_cached(ENDED)
        .and_then(|mut statement| statement.query_map([millis(now)], |row| row.get(0))?.collect())
        .map_err(storage_error)?;
    for flow in &ended {
        let Some(session) = find_session(connection, "id", flow)? else {
            continue;
        };
        connection
            .execute(
                "UPDATE reset_sessions SET status = 'abandoned' WHERE id = ?1 AND status = 'open'",
                [flow],
            )
            .map_err(storage_error)?;
        evidence.append(
            connection,
            &session.event(now, Reason::Abandoned, None),
            None,
            &Origin::default(),
        )?;
    }
    let old = now.checked_sub(KEEP_ENDED).unwrap_or(now);
    for (sql, limit) in [
        (DELETE_OLD_SESSIONS, old),
        (DELETE_OLD_NONCES, real_now),
        ("DELETE FROM sent_codes WHERE at <= ?1", old),
    ] {
        connection.execute(sql, [millis(limit)]).map_err(storage_error)?;
    }
    Ok(ended.len())
}
