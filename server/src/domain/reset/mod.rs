//! The reset: a session, its transcript of proofs, and what may follow from it.
//!
//! ```text
//!                    continue (≤ 10)
//!                      ┌──────┐
//!  start ──► Open ─────┴──────┘
//!             │  ├─ code asked for ─► challenge ─ right ─► proof appended ─┐
//!             │  ├─ authenticator code right ──────────────► proof appended ┤
//!             │  ◄───────────────────────────────────────────────────────── ┘
//!             │  ├─ 10 wrong answers ─► Exhausted
//!             │  ├─ cancel ─► Cancelled       new flow here ─► Superseded
//!             │  └─ time is up ─► Abandoned
//!             │
//!             └─ transcript suffices, password or unlocking handed over ─► Writing
//!                    ▲                                          │
//!                    ├──────── directory refused ───────────────┤
//!                    │                                          └─ confirmed ─► Completed
//!                    └ (Writing stays while the directory has not said; recovery re-reads)
//! ```
//!
//! There is no flag or step number that grants anything: [`policy::may_set_password`] looks at
//! the transcript and at the policy in force, at every step and again at the write.
//!
//! [`policy::may_set_password`]: crate::domain::policy::may_set_password

mod dispatch;
mod gates;
mod recovery;
mod running;
mod service;
mod session;
mod step;
mod store;
mod target;
mod unlock;
mod write;

pub use dispatch::{CodeDecision, Dispatcher, decide_code};
pub use recovery::recover_writes;
pub use service::{Deps, FlowToken, MatchLocale, OpenedSession, ResetService, Start, Started};
pub use session::{
    Challenge, Completion, MAX_CODES, NextCode, Proof, Purpose, ResetSession, Resolution, SessionStatus,
    seconds_until,
};
pub use step::{Gates, Offer, ResetView, Step, view};
pub use store::{
    Answered, Arming, AttemptCode, AttemptOutcome, AttemptTotp, BeginWrite, Channel, CodeEvidence, CodeMac,
    CodeRow, FinishWrite, NewSession, Outbox, OutboxBody, OutboxItem, RequestCode, ResetStore, Settlement,
    StorageError, TokenHash, TotpMatch, UnsettledWrite, WriteKind, WriteOutcome,
};

use crate::domain::address::AddressError;
use crate::domain::directory::DirectoryRefusal;
use crate::domain::phone::PhoneError;
use crate::domain::policy::Ineligible;

/// Why a request of a reset is refused, in words of the flow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResetRefusal {
    /// This browser has no open flow.
    #[error("no flow")]
    FlowMissing,
    /// The browser has gone on with another flow.
    #[error("another flow")]
    FlowMismatch,
    /// Time is up.
    #[error("expired")]
    SessionExpired,
    /// Too many wrong answers in this flow.
    #[error("too many attempts")]
    TooManyAttempts,
    /// Too soon.
    #[error("too soon, wait {0} s")]
    TooSoon(u32),
    /// Not a method that is offered here.
    #[error("method not offered")]
    MethodNotOffered,
    /// The step is not due.
    #[error("out of order")]
    OutOfOrder,
    /// There is no code to answer.
    #[error("no challenge")]
    ChallengeMissing,
    /// The code is wrong.
    #[error("wrong code")]
    ChallengeFailed,
    /// The code was answered wrongly too often.
    #[error("challenge exhausted")]
    ChallengeExhausted,
    /// The proof of work was used before.
    #[error("proof of work used")]
    ProofOfWorkUsed,
    /// What was typed is no address.
    #[error("not an address")]
    Address(AddressError),
    /// What was typed is no number.
    #[error("not a number")]
    Phone(PhoneError),
    /// What was typed is not what the person registered; only ever said where the portal explains.
    #[error("not registered")]
    NotRegistered,
    /// What was typed is no code of so many digits.
    #[error("not a code")]
    NotACode(u8),
    /// Policy refuses the person; only ever said after a first proof, unless the portal explains.
    #[error("not eligible: {}", .0.name())]
    NotEligible(Ineligible),
    /// The password breaks rules of ours.
    #[error("password rejected")]
    PasswordRejected(Vec<postern_password::Violation>),
    /// The directory refuses the password.
    #[error("directory refused the password")]
    DirectoryRefused(DirectoryRefusal),
    /// The directory did not say what became of the write.
    #[error("write outcome unknown")]
    WriteUnknown,
    /// The flow can be continued no more.
    #[error("no more continues")]
    NoMoreTime,
}

/// A request of a reset was not done.
#[derive(Debug, thiserror::Error)]
pub enum ResetError {
    /// For a reason of the flow.
    #[error("refused: {0}")]
    Refused(#[from] ResetRefusal),
    /// The directory does not answer.
    #[error(transparent)]
    Directory(#[from] crate::domain::directory::DirectoryError),
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
