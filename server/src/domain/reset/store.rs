//! The storage port: whole operations, one transaction each, with the events and messages that
//! belong to them. No operation reads, decides elsewhere and writes later: each one-time thing
//! is taken by one conditional write (law 4).

use async_trait::async_trait;
use jiff::Timestamp;

use super::ResetError;
use super::session::{Completion, NextCode, Proof, Purpose, ResetSession};
use crate::domain::account::Person;
use crate::domain::audit::{Origin, Reason};
use crate::domain::directory::WriteMark;
use crate::domain::ids::{AuthenticatorId, ChallengeId, FlowId, SubjectId, WriteAttemptId};
use crate::domain::message::Mail;
use crate::domain::method::Method;
use crate::domain::policy::{CodeRules, Eligibility, FlowLimits, Policy, evaluate};
use crate::domain::secret::SecretText;

/// SHA-256 of a flow cookie's token, or of a link's; the token itself is never stored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TokenHash(pub [u8; 32]);

/// The store did not do what it was told.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// It cannot be used now: locked, full, unreachable.
    #[error("the store cannot be used now: {0}")]
    Unavailable(String),
    /// What it holds makes no sense, or what it was told does not.
    #[error("the store failed: {0}")]
    Broken(String),
}

/// A new session.
pub struct NewSession {
    /// Its public name.
    pub id: FlowId,
    /// What it is for.
    pub purpose: Purpose,
    /// Hash of the cookie's token.
    pub token: TokenHash,
    /// Keyed hash of the normalised identifier.
    pub identifier_mac: [u8; 32],
    /// What was typed, sealed under the cookie's key.
    pub identifier_sealed: Vec<u8>,
    /// Language of the page.
    pub locale: String,
    /// IANA zone of the browser.
    pub time_zone: Option<String>,
    /// When it begins.
    pub now: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// The nonce of the proof of work: taken once.
    pub proof_of_work_nonce: String,
    /// Until when the nonce has to be remembered, in real time.
    pub nonce_expires_at: Timestamp,
    /// The flow that this browser had before, if any: it is closed.
    pub previous: Option<TokenHash>,
    /// Where the request came from.
    pub origin: Origin,
}

/// What the directory said of a name.
#[derive(Clone)]
pub struct Answered {
    /// Whose it is, if anybody's.
    pub subject: Option<SubjectId>,
    /// Whether policy lets them answer an authenticator code.
    pub code_offered: bool,
}

impl Answered {
    /// What is kept of a person, or of nobody.
    pub fn of(policy: &Policy, person: Option<&Person>) -> Self {
        let requirement = person.map(|person| evaluate(policy, person));
        Self {
            subject: person.map(|person| person.account.subject.clone()),
            code_offered: matches!(
                requirement,
                Some(Eligibility::Eligible(requirement)) if requirement.methods.contains(&Method::AuthenticatorCode)
            ),
        }
    }
}

/// Asks for a code.
pub struct RequestCode {
    /// In which flow.
    pub flow: FlowId,
    /// How.
    pub method: Method,
    /// Name of the new challenge.
    pub challenge: ChallengeId,
    /// Whether the last code went to the same typed target.
    pub same_target: bool,
    /// The rules in force.
    pub rules: CodeRules,
    /// The target as typed, sealed under the cookie's key.
    pub target_sealed: Vec<u8>,
    /// The identifier's key, for the dispatcher in case the directory was not asked yet.
    pub identifier: SecretText,
    /// The target as typed, for the dispatcher.
    pub target: SecretText,
    /// The code.
    pub code: SecretText,
    /// Keyed hash of the code.
    pub code_mac: [u8; 32],
    /// The link's token.
    pub link_token: SecretText,
    /// Hash of the link's token.
    pub link_hash: TokenHash,
    /// When.
    pub now: Timestamp,
    /// Where the request came from.
    pub origin: Origin,
}

/// Gives the keyed hash that a typed code would have as the code of a challenge: the hash is bound
/// to the challenge's id, which only the transaction knows for sure.
pub type CodeMac = Box<dyn Fn(&ChallengeId) -> [u8; 32] + Send>;

/// What is presented for a challenge.
pub enum CodeEvidence {
    /// A code.
    Code(CodeMac),
    /// The token of the link.
    Link(TokenHash),
}

/// Answers a challenge.
pub struct AttemptCode {
    /// In which flow.
    pub flow: FlowId,
    /// How the code was sent.
    pub method: Method,
    /// What is presented.
    pub evidence: CodeEvidence,
    /// Limits in force.
    pub limits: FlowLimits,
    /// Tries that one code takes.
    pub tries: u32,
    /// When.
    pub now: Timestamp,
    /// Where the request came from.
    pub origin: Origin,
}

/// The time step of an authenticator that a code matched.
#[derive(Debug, Clone)]
pub struct TotpMatch {
    /// Whose seed.
    pub authenticator: AuthenticatorId,
    /// Which step.
    pub step: u64,
}

/// Answers with an authenticator code.
pub struct AttemptTotp {
    /// In which flow.
    pub flow: FlowId,
    /// What the code matched, if anything and if the account may use it.
    pub matched: Option<TotpMatch>,
    /// The account's authenticators of this method, whose failures are counted.
    pub authenticators: Vec<AuthenticatorId>,
    /// Limits in force.
    pub limits: FlowLimits,
    /// When.
    pub now: Timestamp,
    /// Where the request came from.
    pub origin: Origin,
}

/// What became of an answer. A wrong one is an outcome, not an error: it is counted and stays
/// counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttemptOutcome {
    /// A proof was appended.
    Accepted,
    /// Wrong.
    Wrong,
    /// Wrong, and the code takes no more answers.
    ChallengeExhausted,
    /// Wrong, and the flow takes no more answers.
    FlowExhausted,
}

/// What an attempt does in the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteKind {
    /// Sets a password.
    Password,
    /// Lifts a lockout.
    Unlock,
}

impl WriteKind {
    /// The name in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Unlock => "unlock",
        }
    }

    /// The kind behind a name.
    pub fn from_name(name: &str) -> Self {
        if name == Self::Unlock.name() {
            Self::Unlock
        } else {
            Self::Password
        }
    }
}

/// Begins a write: of a password, or an unlocking.
pub struct BeginWrite {
    /// In which flow.
    pub flow: FlowId,
    /// Name of the attempt.
    pub attempt: WriteAttemptId,
    /// What it does.
    pub kind: WriteKind,
    /// Whose account.
    pub subject: SubjectId,
    /// What the directory says of the password before the write.
    pub mark: WriteMark,
    /// The transcript that the decision was made on; the write begins only if it is still this.
    pub proofs: Vec<Proof>,
    /// When.
    pub now: Timestamp,
    /// Where the request came from.
    pub origin: Origin,
}

/// What the directory said of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteOutcome {
    /// It stands.
    Confirmed(Completion),
    /// It refused; nothing was changed.
    Refused,
    /// It was never reached; nothing was changed.
    NotDelivered,
    /// It did not say.
    Unknown,
}

/// Ends a password write.
pub struct FinishWrite {
    /// Which.
    pub attempt: WriteAttemptId,
    /// What the directory said.
    pub outcome: WriteOutcome,
    /// Whom to tell, and as what; queued in the same transaction.
    pub notifications: Vec<(Mail, Reason)>,
    /// When.
    pub now: Timestamp,
    /// Where the request came from; empty when recovery ends it.
    pub origin: Origin,
}

/// A write whose outcome is not known.
#[derive(Debug, Clone)]
pub struct UnsettledWrite {
    /// Which.
    pub attempt: WriteAttemptId,
    /// What it does.
    pub kind: WriteKind,
    /// In which flow.
    pub flow: FlowId,
    /// Whose account.
    pub subject: SubjectId,
    /// What the directory said of the password before it.
    pub mark: WriteMark,
    /// When it began.
    pub started_at: Timestamp,
}

/// Reset sessions, their challenges and transcripts, and password writes.
#[async_trait]
pub trait ResetStore: Send + Sync {
    /// Takes the nonce, closes the browser's earlier flow, inserts the session.
    async fn start(&self, session: NewSession) -> Result<(), ResetError>;

    /// The session behind a cookie's token.
    async fn find_by_token(&self, token: TokenHash) -> Result<Option<ResetSession>, StorageError>;

    /// The session with this name.
    async fn find_flow(&self, flow: &FlowId) -> Result<Option<ResetSession>, StorageError>;

    /// What the directory said of the flow's name; only the first answer counts.
    async fn resolve(&self, flow: &FlowId, answered: &Answered) -> Result<(), StorageError>;

    /// Replaces the live challenge and queues the message.
    async fn request_code(&self, request: RequestCode) -> Result<NextCode, ResetError>;

    /// Answers the live challenge.
    async fn attempt_code(&self, attempt: AttemptCode) -> Result<AttemptOutcome, ResetError>;

    /// Whether a link's token belongs to this flow, and whether it can still be used.
    async fn find_link(
        &self,
        flow: &FlowId,
        link: TokenHash,
        now: Timestamp,
    ) -> Result<Option<bool>, StorageError>;

    /// Answers with an authenticator code.
    async fn attempt_totp(&self, attempt: AttemptTotp) -> Result<AttemptOutcome, ResetError>;

    /// Counts a wrong answer of an open flow that belongs to no challenge, and ends the flow with
    /// the last.
    async fn count_failure(
        &self,
        flow: &FlowId,
        method: Method,
        limits: FlowLimits,
        now: Timestamp,
        origin: Origin,
    ) -> Result<AttemptOutcome, ResetError>;

    /// Changes what an open flow is for.
    async fn change_purpose(
        &self,
        flow: &FlowId,
        purpose: Purpose,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), ResetError>;

    /// Sets the end to `ends_at`, at most `limits.max_continues` times.
    async fn continue_flow(
        &self,
        flow: &FlowId,
        limits: FlowLimits,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), ResetError>;

    /// Closes an open flow.
    async fn cancel(
        &self,
        flow: &FlowId,
        reason: Reason,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), ResetError>;

    /// Notes something that changes nothing else.
    async fn note(
        &self,
        flow: &FlowId,
        reason: Reason,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), StorageError>;

    /// Notes something once per flow, however often it happens.
    async fn note_once(
        &self,
        flow: &FlowId,
        reason: Reason,
        now: Timestamp,
        origin: Origin,
    ) -> Result<(), StorageError>;

    /// Hands the flow over to the write, once.
    async fn begin_write(&self, begin: BeginWrite) -> Result<(), ResetError>;

    /// Ends the write: completes the flow or gives it back, and queues the notifications. The first outcome
    /// counts, but a confirmation goes before a conclusion that nothing was delivered.
    async fn finish_write(&self, finish: FinishWrite) -> Result<(), StorageError>;

    /// Writes that began before an instant and have no outcome; at most a hundred, those first that were
    /// not looked at for longest.
    async fn list_unsettled_writes(&self, before: Timestamp) -> Result<Vec<UnsettledWrite>, StorageError>;

    /// Notes that a write was looked at and nothing could be told. Returns when that was noted before.
    async fn postpone_write(
        &self,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StorageError>;

    /// Notes the end of flows whose time ran out, removes what is past use. Returns how many.
    async fn expire(&self, now: Timestamp, real_now: Timestamp) -> Result<usize, StorageError>;
}

/// A message that waits to leave.
pub struct OutboxItem {
    /// Its name.
    pub id: String,
    /// How often it was tried before.
    pub attempts: u32,
    /// When it was queued.
    pub queued_at: Timestamp,
    /// What it is.
    pub body: OutboxBody,
}

/// What waits to leave.
pub enum OutboxBody {
    /// A code: whether it leaves, and where to, is decided at the dispatch.
    Code(CodeRow),
    /// A mail that is decided.
    Mail {
        /// The mail.
        mail: Mail,
        /// As what it stands in the evidence.
        reason: Reason,
        /// In which flow.
        flow: Option<FlowId>,
    },
}

/// A code that waits for its dispatch.
pub struct CodeRow {
    /// In which flow.
    pub flow: FlowId,
    /// Which challenge.
    pub challenge: ChallengeId,
    /// How it is sent.
    pub method: Method,
    /// The identifier's key. Lives only until the dispatch.
    pub identifier: SecretText,
    /// The target as typed. Lives only until the dispatch.
    pub target: SecretText,
    /// The code.
    pub code: SecretText,
    /// The link's token.
    pub link_token: SecretText,
    /// Which code of the flow.
    pub number: u32,
    /// Minutes that it is good for.
    pub minutes: u32,
}

/// What became of arming a challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arming {
    /// The code may leave: from now on it can be answered.
    Armed,
    /// It was replaced, answered or is over.
    Stale,
    /// Too many were sent to this authenticator lately.
    LimitReached,
}

/// What becomes of an outbox row.
pub enum Settlement {
    /// It left.
    Sent(Reason),
    /// It will not leave, on purpose.
    Dropped(Reason),
    /// It is stale; nothing to note.
    Stale,
    /// It is tried again then.
    RetryAt(Timestamp),
    /// It never left and never will.
    Dead,
}

/// A way for messages to leave. Each has its own queue, so that one that is slow holds up nobody
/// else's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// By mail.
    Mail,
    /// By text message.
    Text,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 2] = [Self::Mail, Self::Text];

    /// The name in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Text => "text",
        }
    }
}

impl OutboxBody {
    /// How it leaves.
    pub const fn channel(&self) -> Channel {
        match self {
            Self::Code(CodeRow {
                method: Method::Sms, ..
            }) => Channel::Text,
            Self::Code(_) | Self::Mail { .. } => Channel::Mail,
        }
    }
}

/// The queue of messages.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Claims what is due on a channel, oldest first: it is counted as tried and due again only
    /// after a minute, so that nothing is sent twice while it is under way, and nothing is lost if
    /// the process ends.
    async fn claim_due(
        &self,
        channel: Channel,
        now: Timestamp,
        limit: usize,
    ) -> Result<Vec<OutboxItem>, StorageError>;

    /// Makes a challenge answerable, with this authenticator as its evidence.
    async fn arm(
        &self,
        challenge: &ChallengeId,
        authenticator: &AuthenticatorId,
        rules: &CodeRules,
        now: Timestamp,
    ) -> Result<Arming, StorageError>;

    /// Takes the one notice a day that an authenticator's owner may be sent, for this item: it may
    /// ask again.
    async fn take_daily_notice(
        &self,
        authenticator: &AuthenticatorId,
        item: &str,
        now: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Settles a row with its event.
    async fn settle(
        &self,
        item: &OutboxItem,
        settlement: Settlement,
        now: Timestamp,
    ) -> Result<(), StorageError>;
}
