//! Where a refusal is dealt with: in the form, on a page of its own, or by asking where we are.

use postern_api::{FieldViolation, ProblemKind};

use crate::api::ApiError;

/// What to do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Say it above the form and beside the field: the person can put it right.
    Form,
    /// Ask the server which step is due and go there, saying what happened.
    Ask,
    /// There is no session any more: begin again, saying what happened.
    Restart,
    /// The time is up.
    Expired,
    /// Another tab went on.
    OtherTab,
}

/// What to do about an error.
pub fn remedy(error: &ApiError) -> Remedy {
    let Some(kind) = error.kind() else {
        return Remedy::Form;
    };
    match kind {
        ProblemKind::FlowMissing => Remedy::Restart,
        ProblemKind::FlowMismatch => Remedy::OtherTab,
        ProblemKind::SessionExpired => Remedy::Expired,
        ProblemKind::TooManyAttempts
        | ProblemKind::StepOutOfOrder
        | ProblemKind::MethodNotAllowed
        | ProblemKind::NotEligible { .. }
        | ProblemKind::PasswordWriteUnknown => Remedy::Ask,
        ProblemKind::UnreadableRequest
        | ProblemKind::FieldsRejected { .. }
        | ProblemKind::BodyTooLarge { .. }
        | ProblemKind::UnsupportedMediaType
        | ProblemKind::NotFound
        | ProblemKind::VerbNotAllowed
        | ProblemKind::CrossSiteRequest
        | ProblemKind::ProofOfWorkFailed { .. }
        | ProblemKind::ChallengeFailed
        | ProblemKind::ChallengeMissing
        | ProblemKind::ChallengeExhausted
        | ProblemKind::RateLimited { .. }
        | ProblemKind::PasswordRejected { .. }
        | ProblemKind::NoMoreTime
        | ProblemKind::DirectoryUnavailable { .. }
        | ProblemKind::DirectoryMisconfigured
        | ProblemKind::Busy { .. }
        | ProblemKind::Internal => Remedy::Form,
    }
}

/// Whether the words belong beside the field, not only above the form.
pub fn concerns_field(kind: &ProblemKind) -> bool {
    matches!(
        kind,
        ProblemKind::ChallengeFailed
            | ProblemKind::ChallengeMissing
            | ProblemKind::ChallengeExhausted
            | ProblemKind::PasswordRejected { .. }
            | ProblemKind::FieldsRejected { .. }
    )
}

/// Whether a violation is about the field that a form shows.
pub fn is_about(violation: &FieldViolation, member: &str) -> bool {
    violation.pointer.strip_prefix('/') == Some(member)
}

/// A support code as help desks know it, `SSPR_0013` for example.
pub fn support_code(number: u16) -> String {
    let mut code = "SSPR_".to_owned();
    for place in [1_000, 100, 10, 1] {
        // A digit, so it never falls back; the formatting of numbers would weigh more.
        code.push(char::from_digit(u32::from(number / place % 10), 10).unwrap_or('0'));
    }
    code
}

#[cfg(test)]
mod tests {
    use postern_api::{FieldViolationCode, Problem};

    use super::*;

    fn of(kind: ProblemKind) -> Remedy {
        remedy(&ApiError::Problem(Problem {
            kind,
            instance: String::new(),
        }))
    }

    #[test]
    fn what_the_person_can_put_right_stays_in_the_form() {
        assert_eq!(of(ProblemKind::ChallengeFailed), Remedy::Form);
        assert_eq!(
            of(ProblemKind::PasswordRejected { violations: vec![] }),
            Remedy::Form
        );
        assert_eq!(remedy(&ApiError::Offline), Remedy::Form);
    }

    #[test]
    fn what_shows_that_the_page_is_out_of_date_asks_the_server() {
        assert_eq!(of(ProblemKind::StepOutOfOrder), Remedy::Ask);
        assert_eq!(of(ProblemKind::TooManyAttempts), Remedy::Ask);
        assert_eq!(of(ProblemKind::PasswordWriteUnknown), Remedy::Ask);
        assert_eq!(of(ProblemKind::FlowMismatch), Remedy::OtherTab);
    }

    #[test]
    fn support_codes_have_four_digits() {
        assert_eq!(support_code(9), "SSPR_0009");
        assert_eq!(support_code(30), "SSPR_0030");
    }

    #[test]
    fn a_directory_that_cannot_work_is_said_in_the_form() {
        assert_eq!(of(ProblemKind::DirectoryMisconfigured), Remedy::Form);
    }

    #[test]
    fn a_pointer_names_a_member() {
        let violation = FieldViolation {
            pointer: "/target".to_owned(),
            code: FieldViolationCode::NotAnAddress,
        };
        assert!(is_about(&violation, "target"));
        assert!(!is_about(&violation, "code"));
    }
}
