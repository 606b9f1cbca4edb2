//! The evidence: one event for every transition, written in the transaction of the transition
//! (law 7). Activities and reasons follow section 7 of the Entra reference.

use jiff::Timestamp;

use crate::domain::ids::{FlowId, SubjectId};
use crate::domain::method::Method;
use crate::domain::policy::Ineligible;

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct AuditEvent {
    /// When.
    pub at: Timestamp,
    /// What.
    pub activity: Activity,
    /// How it ended.
    pub outcome: Outcome,
    /// The step within the activity.
    pub reason: Reason,
    /// Which method, where one is concerned.
    pub method: Option<Method>,
    /// In which flow.
    pub flow: Option<FlowId>,
    /// On whom, once it is known.
    pub subject: Option<SubjectId>,
}

impl AuditEvent {
    /// An event about nobody yet.
    pub const fn new(at: Timestamp, reason: Reason) -> Self {
        let (activity, outcome) = reason.activity_and_outcome();
        Self {
            at,
            activity,
            outcome,
            reason,
            method: None,
            flow: None,
            subject: None,
        }
    }
}

/// Where a request came from. Personal data: sealed in the store, never in a log line.
#[derive(Clone, Default)]
pub struct Origin {
    /// Address of the client, as far as configured proxies vouch for it.
    pub address: Option<String>,
    /// What the browser calls itself, cut to 256 bytes.
    pub user_agent: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Activity {
    /// A step of a reset.
    ResetProgress,
    /// A password was, or was not, set by its owner.
    ResetPassword,
    /// An account was, or was not, unlocked by its owner.
    UnlockAccount,
    /// Somebody was stopped by a limit.
    Blocked,
    /// Somebody was told something by mail.
    Notified,
    /// The operator took somebody into the embedded directory.
    Imported,
}

impl Activity {
    /// The name in the evidence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ResetProgress => "self-service-password-reset-flow-activity-progress",
            Self::ResetPassword => "reset-password-self-service",
            Self::UnlockAccount => "unlock-user-account-self-service",
            Self::Blocked => "blocked-from-self-service-password-reset",
            Self::Notified => "notification-sent",
            Self::Imported => "account-imported",
        }
    }
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// As wanted.
    Success,
    /// Not as wanted.
    Failure,
}

impl Outcome {
    /// The name in the evidence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
        }
    }
}

/// The step within an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The person said which account is theirs, and was shown the methods.
    IdentifierSubmitted,
    /// An earlier flow of the same browser was given up for a new one.
    SupersededByNewFlow,
    /// A code was asked for.
    VerificationStarted,
    /// A code left.
    CodeSent,
    /// No code left: the target is none of the account's, or there is no account.
    CodeWithheld,
    /// No code left: too many were sent to this address lately.
    CodeWithheldByLimit,
    /// No code left, the owner of the address was told why.
    RefusalNoticeSent(Ineligible),
    /// A code was wrong.
    VerificationFailed,
    /// A code was right: a proof was appended.
    VerificationCompleted,
    /// The limit of one code was reached.
    CodeExhausted,
    /// The limit of the flow was reached.
    FlowExhausted,
    /// The person asked for more time.
    Continued,
    /// The person gave up before the gates were passed.
    CancelledBeforeGates,
    /// The person gave up before a password was chosen.
    CancelledBeforePassword,
    /// None of the methods serves the person.
    NoUsableMethod,
    /// The person turned to the help desk.
    ContactedHelpDesk,
    /// Time ran out after this much.
    Abandoned,
    /// Policy refused after a proof.
    PolicyRefused(Ineligible),
    /// The password breaks a rule of ours.
    PasswordRejected,
    /// The password is about to be handed to the directory.
    WriteStarted,
    /// The directory confirmed it.
    WriteConfirmed,
    /// The directory refused it.
    WriteRefused,
    /// It never reached the directory.
    WriteNotDelivered,
    /// The directory did not say.
    WriteUnknown,
    /// A flow of the same person was ended by a reset.
    EndedByReset,
    /// The person wants something else of the flow: a new password, or only to unlock.
    PurposeChanged,
    /// The typed target is not what is registered, and the portal said so.
    TargetNotRegistered,
    /// The lockout is about to be lifted.
    UnlockStarted,
    /// The directory confirmed that it is lifted.
    UnlockConfirmed,
    /// The directory refused to lift it.
    UnlockRefused,
    /// The unlocking never reached the directory.
    UnlockNotDelivered,
    /// The directory did not say what became of the unlocking.
    UnlockUnknown,
    /// The person was told of the unlocking.
    UserToldOfUnlock,
    /// The person was told of the reset.
    UserToldOfReset,
    /// Another administrator was told of the reset.
    AdministratorToldOfReset,
    /// A message could not be delivered and never will be.
    MessageUndeliverable,
    /// The operator's command took the person in, with what they registered.
    ImportedByOperator,
}

impl Reason {
    /// What it is a step of, and how that ended.
    pub const fn activity_and_outcome(self) -> (Activity, Outcome) {
        match self {
            Self::VerificationFailed
            | Self::CancelledBeforeGates
            | Self::CancelledBeforePassword
            | Self::NoUsableMethod
            | Self::Abandoned
            | Self::PolicyRefused(_)
            | Self::TargetNotRegistered
            | Self::PasswordRejected => (Activity::ResetProgress, Outcome::Failure),
            Self::CodeExhausted | Self::FlowExhausted => (Activity::Blocked, Outcome::Success),
            Self::WriteConfirmed => (Activity::ResetPassword, Outcome::Success),
            Self::WriteRefused | Self::WriteNotDelivered | Self::WriteUnknown => {
                (Activity::ResetPassword, Outcome::Failure)
            }
            Self::UnlockConfirmed => (Activity::UnlockAccount, Outcome::Success),
            Self::UnlockRefused | Self::UnlockNotDelivered | Self::UnlockUnknown => {
                (Activity::UnlockAccount, Outcome::Failure)
            }
            Self::RefusalNoticeSent(_)
            | Self::UserToldOfUnlock
            | Self::UserToldOfReset
            | Self::AdministratorToldOfReset => (Activity::Notified, Outcome::Success),
            Self::MessageUndeliverable => (Activity::Notified, Outcome::Failure),
            Self::ImportedByOperator => (Activity::Imported, Outcome::Success),
            Self::IdentifierSubmitted
            | Self::SupersededByNewFlow
            | Self::VerificationStarted
            | Self::CodeSent
            | Self::CodeWithheld
            | Self::CodeWithheldByLimit
            | Self::VerificationCompleted
            | Self::Continued
            | Self::ContactedHelpDesk
            | Self::WriteStarted
            | Self::UnlockStarted
            | Self::PurposeChanged
            | Self::EndedByReset => (Activity::ResetProgress, Outcome::Success),
        }
    }

    /// The name in the evidence.
    pub fn name(self) -> String {
        let plain = match self {
            Self::IdentifierSubmitted => "user-submitted-identifier",
            Self::SupersededByNewFlow => "superseded-by-new-flow",
            Self::VerificationStarted => "user-started-verification-option",
            Self::CodeSent => "code-sent",
            Self::CodeWithheld => "code-withheld",
            Self::CodeWithheldByLimit => "code-withheld-by-limit",
            Self::RefusalNoticeSent(why) => return format!("refusal-notice-sent:{}", why.name()),
            Self::VerificationFailed => "user-failed-verification-option",
            Self::VerificationCompleted => "user-completed-verification-option",
            Self::CodeExhausted => "too-many-invalid-codes",
            Self::FlowExhausted => "too-many-failures-in-flow",
            Self::Continued => "user-asked-for-more-time",
            Self::CancelledBeforeGates => "user-canceled-before-passing-the-required-methods",
            Self::CancelledBeforePassword => "user-canceled-before-submitting-a-new-password",
            Self::NoUsableMethod => "user-has-no-usable-method",
            Self::ContactedHelpDesk => "user-contacted-help-desk",
            Self::Abandoned => "user-abandoned",
            Self::PolicyRefused(why) => return format!("policy-refused:{}", why.name()),
            Self::PasswordRejected => "password-rejected",
            Self::WriteStarted => "user-submitted-new-password",
            Self::WriteConfirmed => "user-successfully-reset-password",
            Self::WriteRefused => "directory-refused-password",
            Self::WriteNotDelivered => "password-did-not-reach-directory",
            Self::WriteUnknown => "directory-outcome-unknown",
            Self::EndedByReset => "ended-by-reset",
            Self::PurposeChanged => "user-changed-purpose",
            Self::TargetNotRegistered => "user-typed-unregistered-target",
            Self::UnlockStarted => "user-asked-to-unlock",
            Self::UnlockConfirmed => "user-successfully-unlocked-account",
            Self::UnlockRefused => "directory-refused-unlock",
            Self::UnlockNotDelivered => "unlock-did-not-reach-directory",
            Self::UnlockUnknown => "directory-outcome-of-unlock-unknown",
            Self::UserToldOfUnlock => "user-told-of-unlock",
            Self::UserToldOfReset => "user-told-of-reset",
            Self::AdministratorToldOfReset => "administrator-told-of-reset",
            Self::MessageUndeliverable => "message-undeliverable",
            Self::ImportedByOperator => "imported-by-operator",
        };
        plain.to_owned()
    }
}
