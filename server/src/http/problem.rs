//! Domain errors become problems in one match; this is where they are logged, once.

use std::any::Any;

use axum::body::Body;
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;
use postern_api as wire;
use wire::{FieldViolation, FieldViolationCode, ProblemKind};

use super::convert;
use crate::domain::address::{AddressError, MAX_BYTES};
use crate::domain::directory::{DirectoryError, DirectoryRefusal};
use crate::domain::identifier::{IdentifierError, MAX_CODE_POINTS};
use crate::domain::phone::{self, PhoneError};
use crate::domain::reset::{ResetError, ResetRefusal, StorageError};

/// Seconds after which trying again makes sense when something of ours is down or full.
const RETRY_SECONDS: u32 = 5;

/// A refusal on its way out. The document around it, with the request's reference, is written by
/// [`super::middleware::problem_documents`].
#[derive(Debug, Clone)]
pub struct HttpProblem(pub ProblemKind);

impl IntoResponse for HttpProblem {
    fn into_response(self) -> Response<Body> {
        let status = self.0.problem_type().status();
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response.extensions_mut().insert(self);
        response
    }
}

impl From<ProblemKind> for HttpProblem {
    fn from(kind: ProblemKind) -> Self {
        Self(kind)
    }
}

impl From<ResetError> for HttpProblem {
    fn from(error: ResetError) -> Self {
        match error {
            ResetError::Refused(refusal) => Self(refused(refusal)),
            ResetError::Directory(DirectoryError::Unavailable) => {
                tracing::warn!("the directory cannot be reached");
                Self(ProblemKind::DirectoryUnavailable {
                    retry_after_seconds: RETRY_SECONDS,
                })
            }
            ResetError::Directory(DirectoryError::Misconfigured) => {
                tracing::error!(
                    "the directory does not let the portal do its work: check the section directory of the configuration"
                );
                Self(ProblemKind::DirectoryMisconfigured)
            }
            ResetError::Directory(DirectoryError::Busy) => Self(ProblemKind::Busy {
                retry_after_seconds: RETRY_SECONDS,
            }),
            ResetError::Storage(StorageError::Unavailable(cause)) => {
                tracing::warn!(%cause, "the store cannot be used now");
                Self(ProblemKind::Busy {
                    retry_after_seconds: RETRY_SECONDS,
                })
            }
            ResetError::Storage(StorageError::Broken(cause)) => {
                tracing::error!(%cause, "the store failed");
                Self(ProblemKind::Internal)
            }
        }
    }
}

fn refused(refusal: ResetRefusal) -> ProblemKind {
    match refusal {
        ResetRefusal::FlowMissing => ProblemKind::FlowMissing,
        ResetRefusal::FlowMismatch => ProblemKind::FlowMismatch,
        ResetRefusal::SessionExpired => ProblemKind::SessionExpired,
        ResetRefusal::TooManyAttempts => ProblemKind::TooManyAttempts,
        ResetRefusal::TooSoon(retry_after_seconds) => ProblemKind::RateLimited { retry_after_seconds },
        ResetRefusal::MethodNotOffered => ProblemKind::MethodNotAllowed,
        ResetRefusal::OutOfOrder => ProblemKind::StepOutOfOrder,
        ResetRefusal::ChallengeMissing => ProblemKind::ChallengeMissing,
        ResetRefusal::ChallengeFailed => ProblemKind::ChallengeFailed,
        ResetRefusal::ChallengeExhausted => ProblemKind::ChallengeExhausted,
        ResetRefusal::ProofOfWorkUsed => ProblemKind::ProofOfWorkFailed {
            reason: wire::ProofOfWorkFailure::Used,
        },
        ResetRefusal::Address(error) => field(
            "/target",
            match error {
                AddressError::Empty => FieldViolationCode::Empty,
                AddressError::TooLong => FieldViolationCode::TooLong {
                    max: small(MAX_BYTES),
                },
                AddressError::NotAnAddress => FieldViolationCode::NotAnAddress,
            },
        ),
        ResetRefusal::Phone(error) => field(
            "/target",
            match error {
                PhoneError::Empty => FieldViolationCode::Empty,
                PhoneError::TooLong => FieldViolationCode::TooLong {
                    max: small(phone::MAX_CODE_POINTS),
                },
                PhoneError::NotANumber => FieldViolationCode::NotAPhoneNumber,
            },
        ),
        ResetRefusal::NotRegistered => field("/target", FieldViolationCode::NotRegistered),
        ResetRefusal::NotACode(digits) => field(
            "/code",
            FieldViolationCode::NotACode {
                digits: u32::from(digits),
            },
        ),
        ResetRefusal::NotEligible(reason) => ProblemKind::NotEligible {
            reason: convert::ineligible(reason),
        },
        ResetRefusal::PasswordRejected(violations) => ProblemKind::PasswordRejected {
            violations: violations.into_iter().map(convert::password_violation).collect(),
        },
        // Disabled, protected or gone since the gates: another password would not help.
        ResetRefusal::DirectoryRefused(DirectoryRefusal::NotAllowed) => ProblemKind::NotEligible {
            reason: wire::IneligibleReason::ProtectedAccount,
        },
        ResetRefusal::DirectoryRefused(refusal) => ProblemKind::PasswordRejected {
            violations: vec![match refusal {
                DirectoryRefusal::History => wire::PasswordViolation::ReusedInDirectory,
                DirectoryRefusal::MinimumAge => wire::PasswordViolation::ChangedTooRecently,
                DirectoryRefusal::TooShort { min } => wire::PasswordViolation::TooShortForDirectory { min },
                DirectoryRefusal::Complexity => wire::PasswordViolation::DirectoryComplexity,
                DirectoryRefusal::Policy
                | DirectoryRefusal::WrongCurrentPassword
                | DirectoryRefusal::NotAllowed => wire::PasswordViolation::DirectoryPolicy,
            }],
        },
        ResetRefusal::WriteUnknown => ProblemKind::PasswordWriteUnknown,
        ResetRefusal::NoMoreTime => ProblemKind::NoMoreTime,
    }
}

/// What is wrong with an identifier; says nothing about whether it names somebody.
pub fn identifier(error: IdentifierError) -> HttpProblem {
    HttpProblem(field(
        "/identifier",
        match error {
            IdentifierError::Empty => FieldViolationCode::Empty,
            IdentifierError::TooLong => FieldViolationCode::TooLong {
                max: small(MAX_CODE_POINTS),
            },
            IdentifierError::UnusableCharacters => FieldViolationCode::UnusableCharacters,
        },
    ))
}

/// One violation of one member.
pub fn field(pointer: &str, code: FieldViolationCode) -> ProblemKind {
    ProblemKind::FieldsRejected {
        violations: vec![FieldViolation {
            pointer: pointer.to_owned(),
            code,
        }],
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A panic in a handler: ours, and nothing of it leaves.
pub fn from_panic(_: Box<dyn Any + Send + 'static>) -> Response<Body> {
    // The panic hook has logged the place; the payload may hold anything, so it is dropped unseen.
    tracing::error!("a handler panicked");
    HttpProblem(ProblemKind::Internal).into_response()
}
