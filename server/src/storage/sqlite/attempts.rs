//! Answers to challenges: counted before they are compared, taken by one conditional write.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _};

use super::audit::Evidence;
use super::errors::storage_error;
use super::rows::get_session;
use super::rows::millis;
use crate::domain::audit::{Origin, Reason};
use crate::domain::ids::{AuthenticatorId, ChallengeId, FlowId};
use crate::domain::method::Method;
use crate::domain::policy::FlowLimits;
use crate::domain::reset::TotpMatch;
use crate::domain::reset::{
    AttemptCode, AttemptOutcome, AttemptTotp, CodeEvidence, ResetError, ResetRefusal, ResetSession,
    StorageError,
};
use crate::domain::secret;

/// Wrong authenticator codes in a row before waiting begins, and the longest wait: law 8's delays
/// from one second to an hour. They act silently: the code is simply wrong.
const FREE_FAILURES: u32 = 5;
const LONGEST_WAIT_SECONDS: i64 = 3_600;

/// The live challenge, as far as an answer needs it.
struct Live {
    id: ChallengeId,
    code_mac: Vec<u8>,
    link_hash: Vec<u8>,
    authenticator: Option<AuthenticatorId>,
    tries_used: u32,
}

/// An answer within its transaction: what every step of it needs.
struct Answering<'a> {
    connection: &'a Connection,
    evidence: &'a Evidence,
    session: ResetSession,
    method: Method,
    limits: FlowLimits,
    now: Timestamp,
    origin: &'a Origin,
}

pub(super) fn attempt_code(
    connection: &Connection,
    evidence: &Evidence,
    attempt: &AttemptCode,
) -> Result<AttemptOutcome, ResetError> {
    let AttemptCode {
        flow,
        method,
        limits,
        now,
        origin,
        ..
    } = attempt;
    let answering = Answering::begin(connection, evidence, flow, *method, *limits, *now, origin)?;
    let live = find_live(connection, attempt)?.ok_or(ResetRefusal::ChallengeMissing)?;
    if let CodeEvidence::Link(hash) = &attempt.evidence
        && !secret::equal(&hash.0, &live.link_hash)
    {
        // A link that is spent or another flow's. Nobody guesses 256 bits: no try is counted.
        return Err(ResetRefusal::ChallengeMissing.into());
    }
    if !count_try(connection, &live, attempt)? {
        return Err(ResetRefusal::ChallengeExhausted.into());
    }
    let presented_right = match &attempt.evidence {
        CodeEvidence::Code(mac_for) => secret::equal(&mac_for(&live.id), &live.code_mac),
        CodeEvidence::Link(_) => true,
    };
    // A challenge that never left has no authenticator: no answer to it is right (law 3).
    if let Some(authenticator) = live.authenticator.filter(|_| presented_right) {
        consume(connection, &live.id, attempt)?;
        return answering.accept(&authenticator);
    }
    let exhausted = live.tries_used + 1 >= attempt.tries;
    let reason = if exhausted {
        Reason::CodeExhausted
    } else {
        Reason::VerificationFailed
    };
    Ok(match (answering.fail(reason)?, exhausted) {
        (AttemptOutcome::Wrong, true) => AttemptOutcome::ChallengeExhausted,
        (outcome, _) => outcome,
    })
}

/// A wrong answer that belongs to no challenge: a target that is not registered, where the portal
/// says so.
pub(super) fn count_failure(
    connection: &Connection,
    evidence: &Evidence,
    flow: &FlowId,
    method: Method,
    limits: FlowLimits,
    now: Timestamp,
    origin: &Origin,
) -> Result<AttemptOutcome, ResetError> {
    let answering = Answering::begin(connection, evidence, flow, method, limits, now, origin)?;
    Ok(answering.fail(Reason::TargetNotRegistered)?)
}

fn find_live(connection: &Connection, attempt: &AttemptCode) -> Result<Option<Live>, StorageError> {
    connection
        .prepare_cached(
            "SELECT id, code_mac, link_hash, authenticator, tries_used FROM challenges
             WHERE flow = ?1 AND method = ?2 AND consumed_at IS NULL AND replaced_at IS NULL AND ends_at > ?3",
        )
        .and_then(|mut statement| {
            statement
                .query_row((attempt.flow.as_str(), attempt.method.name(), millis(attempt.now)), |row| {
                    Ok(Live {
                        id: ChallengeId::from_stored(row.get::<_, String>(0)?),
                        code_mac: row.get(1)?,
                        link_hash: row.get(2)?,
                        authenticator: row.get::<_, Option<String>>(3)?.map(AuthenticatorId::from_stored),
                        tries_used: row.get(4)?,
                    })
                })
                .optional()
        })
        .map_err(storage_error)
}

/// Counts the try before anything is compared (S-02): at most so many comparisons, however many
/// submissions arrive together.
fn count_try(connection: &Connection, live: &Live, attempt: &AttemptCode) -> Result<bool, StorageError> {
    connection
        .prepare_cached("UPDATE challenges SET tries_used = tries_used + 1 WHERE id = ?1 AND tries_used < ?2")
        .and_then(|mut statement| statement.execute((live.id.as_str(), attempt.tries)))
        .map(|rows| rows == 1)
        .map_err(storage_error)
}

/// The one conditional write that takes the code (law 4).
fn consume(
    connection: &Connection,
    challenge: &ChallengeId,
    attempt: &AttemptCode,
) -> Result<(), ResetError> {
    let taken = connection
        .prepare_cached(
            "UPDATE challenges SET consumed_at = ?2
             WHERE id = ?1 AND consumed_at IS NULL AND replaced_at IS NULL AND ends_at > ?2",
        )
        .and_then(|mut statement| statement.execute((challenge.as_str(), millis(attempt.now))))
        .map_err(storage_error)?;
    if taken == 1 {
        Ok(())
    } else {
        Err(ResetRefusal::ChallengeMissing.into())
    }
}

pub(super) fn attempt_totp(
    connection: &Connection,
    evidence: &Evidence,
    attempt: &AttemptTotp,
) -> Result<AttemptOutcome, ResetError> {
    let AttemptTotp {
        flow,
        limits,
        now,
        origin,
        ..
    } = attempt;
    let method = Method::AuthenticatorCode;
    let answering = Answering::begin(connection, evidence, flow, method, *limits, *now, origin)?;
    if let Some(matched) = &attempt.matched
        && take_step(connection, matched, *now)?
    {
        return answering.accept(&matched.authenticator);
    }
    for authenticator in &attempt.authenticators {
        slow_down(connection, authenticator, *now)?;
    }
    Ok(answering.fail(Reason::VerificationFailed)?)
}

/// Takes a time step: only a later one than any before, and not while a wait is on.
fn take_step(connection: &Connection, matched: &TotpMatch, now: Timestamp) -> Result<bool, StorageError> {
    let step = i64::try_from(matched.step).unwrap_or(i64::MAX);
    connection
        .prepare_cached(
            "UPDATE authenticators SET last_step = ?2, failures = 0, last_used_at = ?3
             WHERE id = ?1 AND last_step < ?2 AND not_before <= ?3",
        )
        .and_then(|mut statement| statement.execute((matched.authenticator.as_str(), step, millis(now))))
        .map(|rows| rows == 1)
        .map_err(storage_error)
}

/// Delays further answers for one authenticator: 1, 2, 4 … 3,600 seconds. Answers during a wait
/// are not counted, so that nobody can stretch it for free (law 8).
fn slow_down(
    connection: &Connection,
    authenticator: &AuthenticatorId,
    now: Timestamp,
) -> Result<(), StorageError> {
    connection
        .prepare_cached(
            "UPDATE authenticators SET failures = failures + 1,
                 not_before = CASE WHEN failures + 1 < ?3 THEN not_before
                              ELSE ?2 + 1000 * min(?4, 1 << min(failures + 1 - ?3, 12)) END
             WHERE id = ?1 AND not_before <= ?2",
        )
        .and_then(|mut statement| {
            statement.execute((
                authenticator.as_str(),
                millis(now),
                FREE_FAILURES,
                LONGEST_WAIT_SECONDS,
            ))
        })
        .map(|_| ())
        .map_err(storage_error)
}

impl<'a> Answering<'a> {
    /// Finds the session; it must be open, and the class must not be in the transcript yet.
    fn begin(
        connection: &'a Connection,
        evidence: &'a Evidence,
        flow: &FlowId,
        method: Method,
        limits: FlowLimits,
        now: Timestamp,
        origin: &'a Origin,
    ) -> Result<Self, ResetError> {
        let session = get_session(connection, flow)?;
        session.require_open(now)?;
        if session.has_proven(method) {
            return Err(ResetRefusal::OutOfOrder.into());
        }
        Ok(Self {
            connection,
            evidence,
            session,
            method,
            limits,
            now,
            origin,
        })
    }

    /// Appends to the transcript; the primary key lets a class in once.
    fn accept(&self, authenticator: &AuthenticatorId) -> Result<AttemptOutcome, ResetError> {
        self.connection
            .prepare_cached(
                "INSERT INTO proofs (flow, class, method, authenticator, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            )
            .and_then(|mut statement| {
                statement.execute((
                    self.session.id.as_str(),
                    self.method.class().name(),
                    self.method.name(),
                    authenticator.as_str(),
                    millis(self.now),
                ))
            })
            .map_err(storage_error)?;
        self.note(Reason::VerificationCompleted)?;
        Ok(AttemptOutcome::Accepted)
    }

    /// Counts a wrong answer of the flow, and ends the flow with the last.
    fn fail(&self, reason: Reason) -> Result<AttemptOutcome, StorageError> {
        self.note(reason)?;
        let flow = self.session.id.as_str();
        let failures: u32 = self
            .connection
            .prepare_cached(
                "UPDATE reset_sessions SET failures = failures + 1 WHERE id = ?1 RETURNING failures",
            )
            .and_then(|mut statement| statement.query_row([flow], |row| row.get(0)))
            .map_err(storage_error)?;
        if failures < self.limits.max_failures {
            return Ok(AttemptOutcome::Wrong);
        }
        self.connection
            .execute(
                "UPDATE reset_sessions SET status = 'exhausted' WHERE id = ?1 AND status = 'open'",
                [flow],
            )
            .map_err(storage_error)?;
        self.note(Reason::FlowExhausted)?;
        Ok(AttemptOutcome::FlowExhausted)
    }

    fn note(&self, reason: Reason) -> Result<(), StorageError> {
        let noted = self.session.event(self.now, reason, Some(self.method));
        self.evidence.append(self.connection, &noted, None, self.origin)
    }
}
