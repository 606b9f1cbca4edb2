//! The reset flow: one session per browser, one screen per step.

use serde::{Deserialize, Serialize};

use crate::{IneligibleReason, Secret};

/// A kind of authentication method that can fill a gate of a reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Method {
    /// A code (or the link beside it) in a mail to an address registered for recovery.
    Email,
    /// A code from an authenticator app (RFC 6238).
    AuthenticatorCode,
    /// A code in a text message to a registered mobile number.
    Sms,
}

impl Method {
    /// Every method, strongest first.
    pub const ALL: [Self; 3] = [Self::AuthenticatorCode, Self::Email, Self::Sms];

    /// The class that the method counts for.
    pub const fn class(self) -> MethodClass {
        match self {
            Self::Email => MethodClass::Mailbox,
            Self::AuthenticatorCode => MethodClass::AuthenticatorDevice,
            Self::Sms => MethodClass::PhoneNumber,
        }
    }
}

/// What gates count: one class fills one gate, however many methods of it are registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MethodClass {
    /// Something that only the owner of a mailbox sees.
    Mailbox,
    /// Push, code and token of one device.
    AuthenticatorDevice,
    /// Something that only the holder of a number receives.
    PhoneNumber,
}

/// What a flow is for. Both ask for the same proofs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Purpose {
    /// A new password; lifts a lockout too.
    #[default]
    Reset,
    /// Lift a lockout of the directory, the password stays.
    Unlock,
}

/// Starts a reset. The answer is the same for everybody.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StartReset {
    /// User name or primary e-mail, as typed; 1–256 code points.
    pub identifier: String,
    /// The solved ALTCHA challenge: base64, at most 4,096 characters, accepted once.
    pub proof_of_work: String,
    /// Language of the page (BCP 47), for messages to people whose own language is not known.
    pub locale: String,
    /// IANA zone of the browser, for the times in messages; left out when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// What it is for; a new password unless it says otherwise.
    #[serde(default)]
    pub purpose: Purpose,
}

/// Changes what an open flow is for; its proofs stay.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePurpose {
    /// What it is for from now on.
    pub purpose: Purpose,
}

/// Has a code sent. It leaves only if the target is exactly one that the account registered.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SendCode {
    /// A method that sends: [`Method::Email`] or [`Method::Sms`].
    pub method: Method,
    /// The whole address or number, as typed; an address has at most 254 bytes, a number at most
    /// 64 code points.
    pub target: String,
}

/// Submits a code that somebody typed.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SubmitCode {
    /// The method that the code belongs to.
    pub method: Method,
    /// The code: decimal digits of any script; spaces and hyphens are ignored.
    pub code: Secret,
}

/// The token of a mailed link.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SubmitLink {
    /// 256 bits, base64url, taken from the fragment.
    pub token: Secret,
}

/// Sets the new password.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetPassword {
    /// The password as typed; at most 1,024 bytes reach the rules.
    pub new_password: Secret,
}

/// Tells why the person turned to the help desk, for the evidence.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestHelp {
    /// What they pressed.
    pub reason: HelpReason,
}

/// Why somebody turned to the help desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HelpReason {
    /// "None of these work for me" among the methods.
    NoUsableMethod,
    /// The help desk's address or number was used.
    ContactedHelpDesk,
}

/// Where a mailed link was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkState {
    /// Where.
    pub standing: LinkStanding,
}

/// Where a mailed link was opened, and whether it still serves there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LinkStanding {
    /// In the flow's own browser, and it can complete the gate.
    Here,
    /// In the flow's own browser, but expired, used or replaced.
    Spent,
    /// In another browser (or the link is nobody's): the code in the mail is the way.
    Elsewhere,
}

/// A reset session as its own browser may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResetState {
    /// Names the flow; sent back in the header `Postern-Flow` with every write. Not a secret.
    pub flow: String,
    /// What it is for.
    pub purpose: Purpose,
    /// What was typed at the start.
    pub identifier: String,
    /// What comes next.
    pub step: Step,
    /// How far it is.
    pub gates: Gates,
    /// Methods that can fill the next gate: the organisation's before a first proof, the
    /// person's own after it; where the portal explains, the person's own from the start.
    pub offers: Vec<Offer>,
    /// Seconds until the session ends.
    pub ends_in_seconds: u32,
    /// How often it can still be continued, 0–10.
    pub continues_left: u8,
}

/// How many classes are asked for and proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Gates {
    /// Classes that policy asks for; before a first proof the organisation's number.
    pub required: u8,
    /// Classes proven.
    pub passed: u8,
}

/// A method on offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Offer {
    /// The method.
    pub method: Method,
    /// Its class.
    pub class: MethodClass,
    /// Registered targets with most of their characters replaced by `•`; only where the portal
    /// explains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub masked_targets: Vec<String>,
}

/// What comes next in a reset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Step {
    /// Choose one of the offers.
    ChooseMethod,
    /// A code was asked for and can be typed.
    Verify(Challenge),
    /// All gates are passed: choose a password.
    NewPassword,
    /// All gates are passed: unlock the account.
    Unlock(Lockout),
    /// The password (or the unlocking) was handed to the directory, which has not said yet what
    /// became of it.
    Writing,
    /// The directory confirmed it.
    Done(Completion),
    /// Policy refuses; only after a first proof, unless the portal explains.
    Refused(IneligibleReason),
    /// Too many wrong answers in this session: start again or turn to the help desk.
    Exhausted,
}

/// Whether there is anything to unlock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Lockout {
    /// Whether the directory says that the account is locked.
    pub locked: bool,
}

/// A code that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Challenge {
    /// The method that sends it.
    pub method: Method,
    /// The target, as typed.
    pub target: String,
    /// Which code of this session it is, from 1; the mail says the same number.
    pub number: u32,
    /// Seconds for which the code is good.
    pub ends_in_seconds: u32,
    /// Seconds until another one can be asked for.
    pub resend_in_seconds: u32,
}

/// What a finished flow did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Completion {
    /// Whether a lockout of the directory was lifted by it.
    pub unlocked: bool,
    /// Whether the person is told by mail.
    pub notified: bool,
}
