//! Domain values to wire values and back.

use postern_api as wire;

use crate::domain::method::Method;
use crate::domain::policy::Ineligible;
use crate::domain::reset::{Challenge, OpenedSession, ResetView, Step};
use jiff::Timestamp;

pub(super) fn method(method: wire::Method) -> Method {
    match method {
        wire::Method::Email => Method::Email,
        wire::Method::AuthenticatorCode => Method::AuthenticatorCode,
    }
}

/// The wire's name of a method that a reset can verify.
pub(super) fn wire_method(method: Method) -> Option<wire::Method> {
    match method {
        Method::Email => Some(wire::Method::Email),
        Method::AuthenticatorCode => Some(wire::Method::AuthenticatorCode),
        Method::Mobile => None,
    }
}

pub(super) const fn ineligible(reason: Ineligible) -> wire::IneligibleReason {
    match reason {
        Ineligible::AccountDisabled => wire::IneligibleReason::AccountDisabled,
        Ineligible::ProtectedAccount => wire::IneligibleReason::ProtectedAccount,
        Ineligible::ResetDisabled => wire::IneligibleReason::ResetDisabled,
        Ineligible::NotInScope => wire::IneligibleReason::NotInScope,
        Ineligible::AdministratorsExcluded => wire::IneligibleReason::AdministratorsExcluded,
        Ineligible::TooFewMethods => wire::IneligibleReason::TooFewMethods,
    }
}

pub(super) const fn password_violation(violation: postern_password::Violation) -> wire::PasswordViolation {
    use postern_password::Violation;
    match violation {
        Violation::TooShort { min } => wire::PasswordViolation::TooShort { min },
        Violation::TooLong { max } => wire::PasswordViolation::TooLong { max },
        Violation::Common => wire::PasswordViolation::Common,
        Violation::ContainsName => wire::PasswordViolation::ContainsName,
        Violation::ContainsOrganisation => wire::PasswordViolation::ContainsOrganisation,
        Violation::ControlCharacter => wire::PasswordViolation::ControlCharacter,
    }
}

/// A session as its own browser may see it.
pub(super) fn reset_state(opened: OpenedSession, now: Timestamp) -> wire::ResetState {
    let OpenedSession {
        session,
        identifier,
        target,
        view,
    } = opened;
    let ResetView {
        step,
        gates,
        offers,
        ends_in_seconds,
        continues_left,
    } = view;
    wire::ResetState {
        flow: session.id.to_string(),
        identifier,
        step: match step {
            Step::ChooseMethod => wire::Step::ChooseMethod,
            Step::Verify(challenge) => verify(&challenge, target.unwrap_or_default(), now),
            Step::NewPassword => wire::Step::NewPassword,
            Step::Writing => wire::Step::Writing,
            Step::Done(done) => wire::Step::Done(wire::Completion {
                unlocked: done.unlocked,
                notified: done.notified,
            }),
            Step::Refused(reason) => wire::Step::Refused(ineligible(reason)),
            Step::Exhausted => wire::Step::Exhausted,
        },
        gates: wire::Gates {
            required: gates.required,
            passed: gates.passed,
        },
        offers: offers
            .into_iter()
            .filter_map(wire_method)
            .map(|method| wire::Offer {
                method,
                class: method.class(),
            })
            .collect(),
        ends_in_seconds,
        continues_left,
    }
}

fn verify(challenge: &Challenge, target: String, now: Timestamp) -> wire::Step {
    match wire_method(challenge.method) {
        None => wire::Step::ChooseMethod,
        Some(method) => wire::Step::Verify(wire::Challenge {
            method,
            target,
            number: challenge.number,
            ends_in_seconds: seconds_until(now, challenge.ends_at),
            resend_in_seconds: seconds_until(now, challenge.resend_at),
        }),
    }
}

fn seconds_until(now: Timestamp, then: Timestamp) -> u32 {
    crate::domain::reset::seconds_until(now, then)
}
