//! The session itself: values, and the rules that need nothing but them.

use jiff::{SignedDuration, Timestamp};

use super::ResetRefusal;
use crate::domain::audit::{AuditEvent, Reason};
use crate::domain::ids::{AuthenticatorId, ChallengeId, FlowId, SubjectId, WriteAttemptId};
use crate::domain::method::Method;
use crate::domain::policy::CodeRules;

/// Codes that one flow can have sent.
pub const MAX_CODES: u32 = 10;

/// One line of the transcript: what was proven, when, with which authenticator. The transcript
/// is append-only and the only authority (law 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// How.
    pub method: Method,
    /// With which authenticator.
    pub authenticator: AuthenticatorId,
    /// When.
    pub at: Timestamp,
}

/// What a flow is for. Both ask for the same proofs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A new password; lifts a lockout too.
    Reset,
    /// Lift a lockout of the directory, the password stays.
    Unlock,
}

impl Purpose {
    /// The name in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Unlock => "unlock",
        }
    }

    /// The purpose behind a name.
    pub fn from_name(name: &str) -> Self {
        if name == Self::Unlock.name() {
            Self::Unlock
        } else {
            Self::Reset
        }
    }
}

/// A reset session as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResetSession {
    /// Its public name.
    pub id: FlowId,
    /// What it is for.
    pub purpose: Purpose,
    /// When it began.
    pub created_at: Timestamp,
    /// When it ends unless it is continued.
    pub ends_at: Timestamp,
    /// How often it was continued.
    pub continues: u8,
    /// Language of the page.
    pub locale: String,
    /// IANA zone of the browser.
    pub time_zone: Option<String>,
    /// What was typed, sealed under a key that only the browser's cookie gives.
    pub identifier_sealed: Vec<u8>,
    /// Whose account it is.
    pub subject: Resolution,
    /// Whether an authenticator code may be answered, as policy said when the directory was asked
    /// whose account it is. Before a first proof nothing asks again (law 3).
    pub code_offered: bool,
    /// Where it stands.
    pub status: SessionStatus,
    /// Wrong answers so far.
    pub failures: u32,
    /// The newest code that was asked for, whatever became of it.
    pub challenge: Option<Challenge>,
    /// The transcript.
    pub proofs: Vec<Proof>,
}

/// Whether the directory was asked, and what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// Not asked yet.
    Pending,
    /// Nobody has this name.
    Nobody,
    /// This person.
    Person(SubjectId),
}

/// Where a session stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionStatus {
    /// In use.
    Open,
    /// A password, or an unlocking, was handed to the directory.
    Writing(WriteAttemptId),
    /// The directory confirmed it.
    Completed(Completion),
    /// Too many wrong answers.
    Exhausted,
    /// Given up by the person, replaced by a newer flow, or ended by a reset.
    Closed,
    /// Time ran out and the end was noted.
    Abandoned,
}

/// What a finished flow did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completion {
    /// Whether a lockout was lifted with it.
    pub unlocked: bool,
    /// Whether the person is told.
    pub notified: bool,
}

/// A code that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Its name.
    pub id: ChallengeId,
    /// How it is sent.
    pub method: Method,
    /// Which code of the flow it is, from 1.
    pub number: u32,
    /// The target as typed, sealed under a key that only the browser's cookie gives.
    pub target_sealed: Vec<u8>,
    /// Until when it is good.
    pub ends_at: Timestamp,
    /// From when the same target can have another one.
    pub resend_at: Timestamp,
    /// Wrong answers so far.
    pub tries_used: u32,
    /// Whether it was answered.
    pub consumed: bool,
}

/// What the next code of a flow will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextCode {
    /// Which code of the flow, from 1.
    pub number: u32,
    /// Until when it is good.
    pub ends_at: Timestamp,
    /// From when the same target can have another one.
    pub resend_at: Timestamp,
}

impl Challenge {
    /// Whether it can be answered.
    pub fn is_live(&self, now: Timestamp) -> bool {
        !self.consumed && now < self.ends_at
    }
}

impl ResetSession {
    /// Whether anything can be done with it.
    ///
    /// # Errors
    /// The refusal that tells why not.
    pub fn require_open(&self, now: Timestamp) -> Result<(), ResetRefusal> {
        match self.status {
            SessionStatus::Open if now < self.ends_at => Ok(()),
            SessionStatus::Open | SessionStatus::Abandoned => Err(ResetRefusal::SessionExpired),
            SessionStatus::Writing(_) => Err(ResetRefusal::WriteUnknown),
            SessionStatus::Completed(_) => Err(ResetRefusal::OutOfOrder),
            SessionStatus::Exhausted => Err(ResetRefusal::TooManyAttempts),
            SessionStatus::Closed => Err(ResetRefusal::FlowMissing),
        }
    }

    /// An event of this session.
    pub fn event(&self, at: Timestamp, reason: Reason, method: Option<Method>) -> AuditEvent {
        let subject = match &self.subject {
            Resolution::Person(subject) => Some(subject.clone()),
            Resolution::Pending | Resolution::Nobody => None,
        };
        AuditEvent {
            method,
            flow: Some(self.id.clone()),
            subject,
            ..AuditEvent::new(at, reason)
        }
    }

    /// Whether the class of this method is already in the transcript.
    pub fn has_proven(&self, method: Method) -> bool {
        self.proofs
            .iter()
            .any(|proof| proof.method.class() == method.class())
    }

    /// Plans the next code. A corrected target need not wait; the same one waits 30, 60, 120
    /// seconds (U-18).
    ///
    /// # Errors
    /// [`ResetRefusal::TooSoon`], [`ResetRefusal::OutOfOrder`] if the gate is already passed,
    /// [`ResetRefusal::TooManyAttempts`] after [`MAX_CODES`].
    pub fn plan_code(
        &self,
        rules: &CodeRules,
        method: Method,
        same_target: bool,
        now: Timestamp,
    ) -> Result<NextCode, ResetRefusal> {
        self.require_open(now)?;
        if self.has_proven(method) {
            return Err(ResetRefusal::OutOfOrder);
        }
        let sent = self.challenge.as_ref().map_or(0, |challenge| challenge.number);
        if sent >= MAX_CODES {
            return Err(ResetRefusal::TooManyAttempts);
        }
        if let Some(last) = &self.challenge
            && same_target
            && !last.consumed
            && now < last.resend_at
        {
            return Err(ResetRefusal::TooSoon(seconds_until(now, last.resend_at)));
        }
        let wait = rules.resend_seconds.saturating_mul(1 << sent.min(7)).min(120);
        Ok(NextCode {
            number: sent + 1,
            ends_at: later(now, rules.lifetime_seconds(method)),
            resend_at: later(now, wait),
        })
    }
}

/// An instant so many seconds later.
pub(super) fn later(now: Timestamp, seconds: u32) -> Timestamp {
    now.checked_add(SignedDuration::from_secs(i64::from(seconds)))
        .unwrap_or(Timestamp::MAX)
}

/// Whole seconds until an instant, rounded up; 0 if it has passed.
pub fn seconds_until(now: Timestamp, then: Timestamp) -> u32 {
    let milliseconds = then.as_millisecond().saturating_sub(now.as_millisecond()).max(0);
    u32::try_from((milliseconds + 999) / 1_000).unwrap_or(u32::MAX)
}
