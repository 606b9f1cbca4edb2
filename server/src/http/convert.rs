//! Domain values to wire values and back.

use postern_api as wire;

use crate::domain::method::Method;
use crate::domain::policy::Ineligible;
use crate::domain::reset::{Challenge, OpenedSession, Purpose, ResetView, Step};
use jiff::Timestamp;

pub(super) fn method(method: wire::Method) -> Method {
    match method {
        wire::Method::Email => Method::Email,
        wire::Method::AuthenticatorCode => Method::AuthenticatorCode,
        wire::Method::Sms => Method::Sms,
    }
}

pub(super) const fn wire_method(method: Method) -> wire::Method {
    match method {
        Method::Email => wire::Method::Email,
        Method::AuthenticatorCode => wire::Method::AuthenticatorCode,
        Method::Sms => wire::Method::Sms,
    }
}

pub(super) const fn purpose(purpose: wire::Purpose) -> Purpose {
    match purpose {
        wire::Purpose::Reset => Purpose::Reset,
        wire::Purpose::Unlock => Purpose::Unlock,
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
        Ineligible::AccountUnknown => wire::IneligibleReason::AccountUnknown,
        Ineligible::NoPolicy => wire::IneligibleReason::NoPolicy,
        Ineligible::NotEntitled => wire::IneligibleReason::NotEntitled,
        Ineligible::WritebackOff => wire::IneligibleReason::WritebackOff,
    }
}

pub(super) const fn password_violation(violation: postern_password::Violation) -> wire::PasswordViolation {
    use postern_password::Violation;
    match violation {
        Violation::TooShort { min } => wire::PasswordViolation::TooShort { min },
        Violation::TooLong { max } => wire::PasswordViolation::TooLong { max },
        Violation::TooFewKinds { required } => wire::PasswordViolation::TooFewKinds { required },
        Violation::EasilyGuessed => wire::PasswordViolation::EasilyGuessed,
        Violation::BannedTerm => wire::PasswordViolation::BannedTerm,
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
        purpose: match session.purpose {
            Purpose::Reset => wire::Purpose::Reset,
            Purpose::Unlock => wire::Purpose::Unlock,
        },
        identifier,
        step: match step {
            Step::ChooseMethod => wire::Step::ChooseMethod,
            Step::Verify(challenge) => verify(&challenge, target.unwrap_or_default(), now),
            Step::NewPassword => wire::Step::NewPassword,
            Step::Unlock { locked } => wire::Step::Unlock(wire::Lockout { locked }),
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
            .map(|offer| {
                let method = wire_method(offer.method);
                wire::Offer {
                    method,
                    class: method.class(),
                    masked_targets: offer.masked_targets,
                }
            })
            .collect(),
        ends_in_seconds,
        continues_left,
    }
}

fn verify(challenge: &Challenge, target: String, now: Timestamp) -> wire::Step {
    wire::Step::Verify(wire::Challenge {
        method: wire_method(challenge.method),
        target,
        number: challenge.number,
        ends_in_seconds: seconds_until(now, challenge.ends_at),
        resend_in_seconds: seconds_until(now, challenge.resend_at),
    })
}

fn seconds_until(now: Timestamp, then: Timestamp) -> u32 {
    crate::domain::reset::seconds_until(now, then)
}
