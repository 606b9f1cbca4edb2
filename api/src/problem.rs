//! Refusals as RFC 9457 problem documents whose `type` is a closed enum with typed parameters.

use serde::{Deserialize, Serialize};

use crate::{FieldViolation, PasswordViolation};

/// A refusal with everything a sentence about it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The body is not JSON of the documented shape.
    UnreadableRequest,
    /// Members have the right shape but cannot be used.
    FieldsRejected {
        /// Each of them.
        violations: Vec<FieldViolation>,
    },
    /// The body is larger than any request needs.
    BodyTooLarge {
        /// Bytes.
        max_bytes: u32,
    },
    /// The body is not `application/json`.
    UnsupportedMediaType,
    /// Nothing stands at this address.
    NotFound,
    /// The address exists, the HTTP method does not.
    VerbNotAllowed,
    /// A write without the portal's own `Origin`. Scripts must send it.
    CrossSiteRequest,
    /// The proof of work cannot be accepted.
    ProofOfWorkFailed {
        /// Why.
        reason: ProofOfWorkFailure,
    },
    /// This browser has no open flow.
    FlowMissing,
    /// This browser has gone on with another flow, in another tab.
    FlowMismatch,
    /// The reset session is over: its time is up.
    SessionExpired,
    /// The code is wrong.
    ChallengeFailed,
    /// No code was asked for, or the one that was is over, used or replaced.
    ChallengeMissing,
    /// The code was answered wrongly too often; a new one can be asked for.
    ChallengeExhausted,
    /// Too many wrong answers in this session.
    TooManyAttempts,
    /// Too soon.
    RateLimited {
        /// Seconds.
        retry_after_seconds: u32,
    },
    /// Policy does not offer this method here.
    MethodNotAllowed,
    /// The step is not due.
    StepOutOfOrder,
    /// Not allowed to reset. Only ever after a first proof, unless the portal explains.
    NotEligible {
        /// Why.
        reason: IneligibleReason,
    },
    /// The new password breaks rules.
    PasswordRejected {
        /// Each of them.
        violations: Vec<PasswordViolation>,
    },
    /// The directory has not said what became of the new password.
    PasswordWriteUnknown,
    /// The session can be continued no more.
    NoMoreTime,
    /// The directory cannot be reached.
    DirectoryUnavailable {
        /// Seconds.
        retry_after_seconds: u32,
    },
    /// The directory answers, but not as it must: somebody has to mend its configuration.
    DirectoryMisconfigured,
    /// All hands are full.
    Busy {
        /// Seconds.
        retry_after_seconds: u32,
    },
    /// Ours.
    Internal,
}

/// Why a proof of work was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProofOfWorkFailure {
    /// Not a payload of the ALTCHA v2 protocol.
    Unreadable,
    /// Too old.
    Expired,
    /// Used before.
    Used,
    /// Not ours, made for something else, or not solved.
    Invalid,
}

/// Why somebody may not reset: the rows of table 1.3 of the Entra reference that are about the
/// account, and those of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum IneligibleReason {
    /// The account is disabled in the directory.
    AccountDisabled,
    /// Reset is switched off for everybody.
    ResetDisabled,
    /// Not in a group that may reset.
    NotInScope,
    /// Fewer usable classes registered than policy asks for.
    TooFewMethods,
    /// Resets by administrators are switched off.
    AdministratorsExcluded,
    /// The directory protects this account.
    ProtectedAccount,
    /// No account has this name, or it is at home elsewhere.
    AccountUnknown,
    /// Policy offers the person fewer classes than it asks for, whatever they registered.
    NoPolicy,
    /// Not in a group that the service is paid for.
    NotEntitled,
    /// The password lives in a directory that Postern may not write to.
    WritebackOff,
}

impl IneligibleReason {
    /// Every reason.
    pub const ALL: [Self; 10] = [
        Self::AccountDisabled,
        Self::ResetDisabled,
        Self::NotInScope,
        Self::TooFewMethods,
        Self::AdministratorsExcluded,
        Self::ProtectedAccount,
        Self::AccountUnknown,
        Self::NoPolicy,
        Self::NotEntitled,
        Self::WritebackOff,
    ];

    /// The number behind `SSPR_` that help desks know (Entra reference, section 1.3); reasons that
    /// have none there have none here.
    pub const fn support_code(self) -> Option<u16> {
        match self {
            Self::ResetDisabled => Some(9),
            Self::WritebackOff => Some(10),
            Self::NoPolicy => Some(11),
            Self::NotEntitled => Some(12),
            Self::NotInScope => Some(13),
            Self::TooFewMethods => Some(14),
            Self::AccountDisabled
            | Self::AdministratorsExcluded
            | Self::ProtectedAccount
            | Self::AccountUnknown => None,
        }
    }
}

macro_rules! problem_types {
    ($($variant:ident, $name:literal, $status:literal, $title:literal, [$($parameter:literal),*];)*) => {
        /// The type of a problem: its identifier, and the only one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ProblemType {
            $(#[doc = $title] $variant,)*
        }

        impl ProblemType {
            /// Every type, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The kebab-case name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The URI that stands in `type`. It names, it does not resolve.
            pub const fn as_uri(self) -> &'static str {
                match self { $(Self::$variant => concat!("urn:postern:problem:", $name),)* }
            }

            /// The HTTP status that it comes with.
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)* }
            }

            /// English for developers; never shown to people.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// Names of the typed parameters.
            pub const fn parameters(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($parameter),*],)* }
            }
        }
    };
}

problem_types! {
    UnreadableRequest, "unreadable-request", 400, "The body is not JSON of the documented shape.", [];
    FieldsRejected, "fields-rejected", 422, "Members of the request cannot be used.", ["field_violations"];
    BodyTooLarge, "body-too-large", 413, "The body is larger than any request needs.", ["max_bytes"];
    UnsupportedMediaType, "unsupported-media-type", 415, "The body is not application/json.", [];
    NotFound, "not-found", 404, "Nothing stands at this address.", [];
    VerbNotAllowed, "verb-not-allowed", 405, "The address does not know this HTTP method.", [];
    CrossSiteRequest, "cross-site-request", 403, "A write must come with the portal's own Origin.", [];
    ProofOfWorkFailed, "proof-of-work-failed", 422, "The proof of work cannot be accepted.", ["proof_of_work"];
    FlowMissing, "flow-missing", 404, "This browser has no open flow.", [];
    FlowMismatch, "flow-mismatch", 409, "This browser has gone on with another flow.", [];
    SessionExpired, "session-expired", 410, "The reset session is over.", [];
    ChallengeFailed, "challenge-failed", 422, "The code is wrong.", [];
    ChallengeMissing, "challenge-missing", 409, "There is no code to answer.", [];
    ChallengeExhausted, "challenge-exhausted", 422, "The code was answered wrongly too often.", [];
    TooManyAttempts, "too-many-attempts", 429, "Too many wrong answers in this session.", [];
    RateLimited, "rate-limited", 429, "Too soon.", ["retry_after_seconds"];
    MethodNotAllowed, "method-not-allowed", 403, "Policy does not offer this method here.", [];
    StepOutOfOrder, "step-out-of-order", 409, "The step is not due.", [];
    NotEligible, "not-eligible", 403, "Policy refuses.", ["reason"];
    PasswordRejected, "password-rejected", 422, "The new password breaks rules.", ["password_violations"];
    PasswordWriteUnknown, "password-write-unknown", 503, "The directory has not said what became of the new password.", [];
    NoMoreTime, "no-more-time", 409, "The session can be continued no more.", [];
    DirectoryUnavailable, "directory-unavailable", 503, "The directory cannot be reached.", ["retry_after_seconds"];
    DirectoryMisconfigured, "directory-misconfigured", 503, "The directory does not let the portal do its work.", [];
    Busy, "busy", 503, "All hands are full.", ["retry_after_seconds"];
    Internal, "internal", 500, "Something went wrong on the server.", [];
}

impl ProblemType {
    /// The type behind a URI, if it is one of ours.
    pub fn from_uri(uri: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_uri() == uri)
    }
}

impl ProblemKind {
    /// Its type.
    pub const fn problem_type(&self) -> ProblemType {
        match self {
            Self::UnreadableRequest => ProblemType::UnreadableRequest,
            Self::FieldsRejected { .. } => ProblemType::FieldsRejected,
            Self::BodyTooLarge { .. } => ProblemType::BodyTooLarge,
            Self::UnsupportedMediaType => ProblemType::UnsupportedMediaType,
            Self::NotFound => ProblemType::NotFound,
            Self::VerbNotAllowed => ProblemType::VerbNotAllowed,
            Self::CrossSiteRequest => ProblemType::CrossSiteRequest,
            Self::ProofOfWorkFailed { .. } => ProblemType::ProofOfWorkFailed,
            Self::FlowMissing => ProblemType::FlowMissing,
            Self::FlowMismatch => ProblemType::FlowMismatch,
            Self::SessionExpired => ProblemType::SessionExpired,
            Self::ChallengeFailed => ProblemType::ChallengeFailed,
            Self::ChallengeMissing => ProblemType::ChallengeMissing,
            Self::ChallengeExhausted => ProblemType::ChallengeExhausted,
            Self::TooManyAttempts => ProblemType::TooManyAttempts,
            Self::RateLimited { .. } => ProblemType::RateLimited,
            Self::MethodNotAllowed => ProblemType::MethodNotAllowed,
            Self::StepOutOfOrder => ProblemType::StepOutOfOrder,
            Self::NotEligible { .. } => ProblemType::NotEligible,
            Self::PasswordRejected { .. } => ProblemType::PasswordRejected,
            Self::PasswordWriteUnknown => ProblemType::PasswordWriteUnknown,
            Self::NoMoreTime => ProblemType::NoMoreTime,
            Self::DirectoryUnavailable { .. } => ProblemType::DirectoryUnavailable,
            Self::DirectoryMisconfigured => ProblemType::DirectoryMisconfigured,
            Self::Busy { .. } => ProblemType::Busy,
            Self::Internal => ProblemType::Internal,
        }
    }

    /// The number behind `SSPR_` that help desks know (Entra reference, section 1.3).
    pub const fn support_code(&self) -> Option<u16> {
        match self {
            Self::NotEligible { reason } => reason.support_code(),
            Self::DirectoryMisconfigured => Some(29),
            Self::DirectoryUnavailable { .. } => Some(30),
            _ => None,
        }
    }

    /// What belongs into `Retry-After`, in seconds.
    pub const fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::RateLimited { retry_after_seconds }
            | Self::DirectoryUnavailable { retry_after_seconds }
            | Self::Busy { retry_after_seconds } => Some(*retry_after_seconds),
            _ => None,
        }
    }
}

/// A refusal with the id of the request that it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What went wrong.
    pub kind: ProblemKind,
    /// The request id; a page shows it as a reference, and it finds the log line.
    pub instance: String,
}

/// The flat document on the wire (`application/problem+json`, RFC 9457 section 3).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = Problem))]
pub struct ProblemDocument {
    /// URI that identifies the problem; the list stands in `docs/reference/problems.md`.
    pub r#type: String,
    /// English for developers.
    #[serde(default)]
    pub title: String,
    /// The HTTP status again.
    pub status: u16,
    /// Reference of the request.
    #[serde(default)]
    pub instance: String,
    /// Parameter of `body-too-large`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<u32>,
    /// Parameter of whatever ends by waiting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u32>,
    /// Parameter of `not-eligible`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<IneligibleReason>,
    /// Parameter of `proof-of-work-failed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof_of_work: Option<ProofOfWorkFailure>,
    /// Parameter of `fields-rejected`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field_violations: Option<Vec<FieldViolation>>,
    /// Parameter of `password-rejected`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_violations: Option<Vec<PasswordViolation>>,
}

impl From<&Problem> for ProblemDocument {
    fn from(problem: &Problem) -> Self {
        let problem_type = problem.kind.problem_type();
        let mut document = Self {
            r#type: problem_type.as_uri().to_owned(),
            title: problem_type.title().to_owned(),
            status: problem_type.status(),
            instance: problem.instance.clone(),
            retry_after_seconds: problem.kind.retry_after_seconds(),
            ..Self::default()
        };
        match &problem.kind {
            ProblemKind::FieldsRejected { violations } => {
                document.field_violations = Some(violations.clone());
            }
            ProblemKind::BodyTooLarge { max_bytes } => document.max_bytes = Some(*max_bytes),
            ProblemKind::ProofOfWorkFailed { reason } => document.proof_of_work = Some(*reason),
            ProblemKind::NotEligible { reason } => document.reason = Some(*reason),
            ProblemKind::PasswordRejected { violations } => {
                document.password_violations = Some(violations.clone());
            }
            _ => {}
        }
        document
    }
}

impl ProblemDocument {
    /// The typed problem, or `None` if the type is unknown here (a newer server) or a parameter
    /// is missing; callers then fall back on the status.
    pub fn into_problem(self) -> Option<Problem> {
        let kind = match ProblemType::from_uri(&self.r#type)? {
            ProblemType::UnreadableRequest => ProblemKind::UnreadableRequest,
            ProblemType::FieldsRejected => ProblemKind::FieldsRejected {
                violations: self.field_violations?,
            },
            ProblemType::BodyTooLarge => ProblemKind::BodyTooLarge {
                max_bytes: self.max_bytes?,
            },
            ProblemType::UnsupportedMediaType => ProblemKind::UnsupportedMediaType,
            ProblemType::NotFound => ProblemKind::NotFound,
            ProblemType::VerbNotAllowed => ProblemKind::VerbNotAllowed,
            ProblemType::CrossSiteRequest => ProblemKind::CrossSiteRequest,
            ProblemType::ProofOfWorkFailed => ProblemKind::ProofOfWorkFailed {
                reason: self.proof_of_work?,
            },
            ProblemType::FlowMissing => ProblemKind::FlowMissing,
            ProblemType::FlowMismatch => ProblemKind::FlowMismatch,
            ProblemType::SessionExpired => ProblemKind::SessionExpired,
            ProblemType::ChallengeFailed => ProblemKind::ChallengeFailed,
            ProblemType::ChallengeMissing => ProblemKind::ChallengeMissing,
            ProblemType::ChallengeExhausted => ProblemKind::ChallengeExhausted,
            ProblemType::TooManyAttempts => ProblemKind::TooManyAttempts,
            ProblemType::RateLimited => ProblemKind::RateLimited {
                retry_after_seconds: self.retry_after_seconds?,
            },
            ProblemType::MethodNotAllowed => ProblemKind::MethodNotAllowed,
            ProblemType::StepOutOfOrder => ProblemKind::StepOutOfOrder,
            ProblemType::NotEligible => ProblemKind::NotEligible { reason: self.reason? },
            ProblemType::PasswordRejected => ProblemKind::PasswordRejected {
                violations: self.password_violations?,
            },
            ProblemType::PasswordWriteUnknown => ProblemKind::PasswordWriteUnknown,
            ProblemType::NoMoreTime => ProblemKind::NoMoreTime,
            ProblemType::DirectoryMisconfigured => ProblemKind::DirectoryMisconfigured,
            ProblemType::DirectoryUnavailable => ProblemKind::DirectoryUnavailable {
                retry_after_seconds: self.retry_after_seconds?,
            },
            ProblemType::Busy => ProblemKind::Busy {
                retry_after_seconds: self.retry_after_seconds?,
            },
            ProblemType::Internal => ProblemKind::Internal,
        };
        Some(Problem {
            kind,
            instance: self.instance,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each kind, with every parameter set.
    fn samples() -> Vec<ProblemKind> {
        ProblemType::ALL
            .iter()
            .map(|problem_type| {
                let document = ProblemDocument {
                    r#type: problem_type.as_uri().to_owned(),
                    max_bytes: Some(16_384),
                    retry_after_seconds: Some(30),
                    reason: Some(IneligibleReason::TooFewMethods),
                    proof_of_work: Some(ProofOfWorkFailure::Used),
                    field_violations: Some(vec![FieldViolation {
                        pointer: "/identifier".to_owned(),
                        code: crate::FieldViolationCode::Empty,
                    }]),
                    password_violations: Some(PasswordViolation::ALL.to_vec()),
                    ..ProblemDocument::default()
                };
                document.into_problem().expect("every type has a kind").kind
            })
            .collect()
    }

    #[test]
    fn every_type_round_trips_through_its_uri() {
        for problem_type in ProblemType::ALL {
            assert_eq!(ProblemType::from_uri(problem_type.as_uri()), Some(*problem_type));
            assert!(problem_type.as_uri().ends_with(problem_type.name()));
        }
    }

    #[test]
    fn every_kind_survives_the_wire_and_looks_as_it_always_did() {
        let mut documents = Vec::new();
        for kind in samples() {
            let problem = Problem {
                kind,
                instance: "request-1".to_owned(),
            };
            let json = serde_json::to_value(ProblemDocument::from(&problem)).expect("serialises");
            let back: ProblemDocument = serde_json::from_value(json.clone()).expect("parses");
            assert_eq!(back.into_problem(), Some(problem));
            documents.push(json);
        }
        insta::assert_json_snapshot!("problems", documents);
    }

    #[test]
    fn documented_parameters_are_exactly_the_members_that_are_sent() {
        for kind in samples() {
            let problem_type = kind.problem_type();
            let problem = Problem {
                kind,
                instance: String::new(),
            };
            let json = serde_json::to_value(ProblemDocument::from(&problem)).expect("serialises");
            let sent: Vec<&str> = json
                .as_object()
                .expect("an object")
                .keys()
                .map(String::as_str)
                .filter(|key| !["type", "title", "status", "instance"].contains(key))
                .collect();
            assert_eq!(sent, problem_type.parameters(), "{}", problem_type.name());
        }
    }

    #[test]
    fn a_type_of_a_newer_server_is_not_guessed_at() {
        let document = ProblemDocument {
            r#type: "urn:postern:problem:from-the-future".to_owned(),
            status: 409,
            ..ProblemDocument::default()
        };
        assert_eq!(document.into_problem(), None);
    }
}
