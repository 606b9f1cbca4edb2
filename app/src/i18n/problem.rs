//! Problems as messages: the only place where a problem type meets a text.

use postern_api::{IneligibleReason, ProblemKind};

use super::messages as m;
use super::table::Message;
use crate::api::ApiError;
use crate::state::failure::support_code;

/// Something to mention to the help desk, and what it is.
#[derive(Clone, PartialEq)]
pub struct Mention {
    /// What it is.
    pub label: Message,
    /// A reference or a code: never translated, always from left to right.
    pub value: String,
}

/// What an error says to the person.
pub fn error(error: &ApiError) -> Message {
    match error {
        ApiError::Offline => m::problem_offline(),
        ApiError::Timeout => m::problem_timeout(),
        ApiError::Unexpected { .. } => m::problem_unexpected(),
        ApiError::Problem(known) => problem(&known.kind),
    }
}

/// What a problem says to the person. Lists of violations have texts of their own.
pub fn problem(kind: &ProblemKind) -> Message {
    match kind {
        ProblemKind::UnreadableRequest
        | ProblemKind::BodyTooLarge { .. }
        | ProblemKind::UnsupportedMediaType
        | ProblemKind::VerbNotAllowed
        | ProblemKind::FieldsRejected { .. } => m::problem_unexpected(),
        ProblemKind::NotFound => m::problem_not_found(),
        ProblemKind::CrossSiteRequest => m::problem_cross_site_request(),
        ProblemKind::ProofOfWorkFailed { .. } => m::problem_proof_of_work_failed(),
        ProblemKind::FlowMissing => m::problem_flow_missing(),
        ProblemKind::FlowMismatch => m::problem_flow_mismatch(),
        ProblemKind::SessionExpired => m::problem_session_expired(),
        ProblemKind::ChallengeFailed => m::problem_challenge_failed(),
        ProblemKind::ChallengeMissing => m::problem_challenge_missing(),
        ProblemKind::ChallengeExhausted => m::problem_challenge_exhausted(),
        ProblemKind::TooManyAttempts => m::problem_too_many_attempts(),
        ProblemKind::RateLimited { retry_after_seconds } => m::problem_rate_limited(*retry_after_seconds),
        ProblemKind::MethodNotAllowed => m::problem_method_not_allowed(),
        ProblemKind::StepOutOfOrder => m::problem_step_out_of_order(),
        ProblemKind::NotEligible { reason } => refusal(*reason),
        ProblemKind::PasswordRejected { .. } => m::problem_password_rejected(),
        ProblemKind::PasswordWriteUnknown => m::problem_password_write_unknown(),
        ProblemKind::NoMoreTime => m::problem_no_more_time(),
        ProblemKind::DirectoryUnavailable { retry_after_seconds } => {
            m::problem_directory_unavailable(*retry_after_seconds)
        }
        ProblemKind::DirectoryMisconfigured => m::problem_directory_misconfigured(),
        ProblemKind::Busy { retry_after_seconds } => m::problem_busy(*retry_after_seconds),
        ProblemKind::Internal => m::problem_internal(),
    }
}

/// What helps the help desk to understand an error, if anything does.
pub fn mention(error: &ApiError) -> Option<Mention> {
    let reference = error.reference();
    if !reference.is_empty() {
        return Some(Mention {
            label: m::common_reference(),
            value: reference.to_owned(),
        });
    }
    error.kind()?.support_code().map(support)
}

/// What helps the help desk to understand a refusal, if anything does.
pub fn refusal_code(reason: IneligibleReason) -> Option<Mention> {
    reason.support_code().map(support)
}

fn support(number: u16) -> Mention {
    Mention {
        label: m::common_support_code(),
        value: support_code(number),
    }
}

/// Why somebody may not go on here.
pub fn refusal(reason: IneligibleReason) -> Message {
    match reason {
        IneligibleReason::AccountDisabled => m::reset_refused_account_disabled(),
        IneligibleReason::ResetDisabled => m::reset_refused_reset_disabled(),
        IneligibleReason::NotInScope => m::reset_refused_not_in_scope(),
        IneligibleReason::TooFewMethods => m::reset_refused_too_few_methods(),
        IneligibleReason::AdministratorsExcluded => m::reset_refused_administrators_excluded(),
        IneligibleReason::ProtectedAccount => m::reset_refused_protected_account(),
        IneligibleReason::AccountUnknown => m::reset_refused_account_unknown(),
        IneligibleReason::NoPolicy => m::reset_refused_no_policy(),
        IneligibleReason::NotEntitled => m::reset_refused_not_entitled(),
        IneligibleReason::WritebackOff => m::reset_refused_writeback_off(),
    }
}
