//! What a session's own browser may see: pure, made anew from the transcript at every look.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::session::{
    Challenge, Completion, Purpose, ResetSession, Resolution, SessionStatus, seconds_until,
};
use crate::domain::account::Person;
use crate::domain::method::{Method, MethodClass};
use crate::domain::policy::{
    Disclosure, Eligibility, Ineligible, Policy, classes_proven, evaluate, organisation_methods,
};

/// A session as its own browser may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResetView {
    /// What comes next.
    pub step: Step,
    /// How far it is.
    pub gates: Gates,
    /// Methods for the next gate.
    pub offers: Vec<Offer>,
    /// Seconds until the end.
    pub ends_in_seconds: u32,
    /// How often it can still be continued.
    pub continues_left: u8,
}

/// A method on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The method.
    pub method: Method,
    /// What the person registered, hardly recognisable; only where the portal explains.
    pub masked_targets: Vec<String>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Choose a method.
    ChooseMethod,
    /// Type the code that was asked for.
    Verify(Challenge),
    /// Choose a password.
    NewPassword,
    /// Unlock the account, if it is locked.
    Unlock {
        /// Whether it is.
        locked: bool,
    },
    /// Wait for the directory.
    Writing,
    /// Done.
    Done(Completion),
    /// Policy refuses; only after a first proof, unless the portal explains.
    Refused(Ineligible),
    /// Too many wrong answers.
    Exhausted,
}

/// How many classes are asked for and proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gates {
    /// Asked for.
    pub required: u8,
    /// Proven.
    pub passed: u8,
}

/// Looks at a session. Before a first proof nothing in the answer depends on the person (law 3),
/// so `person` is not even looked at then, unless the portal explains.
pub fn view(policy: &Policy, session: &ResetSession, person: Option<&Person>, now: Timestamp) -> ResetView {
    let (step, gates, offers) = if depends_on_person(policy, session) {
        personal(policy, session, person, now)
    } else {
        let gates = Gates {
            required: policy.required_methods.clamp(1, 2),
            passed: 0,
        };
        let offers = organisation_methods(policy).into_iter().map(plain).collect();
        (open_step(session, &BTreeSet::new(), now), gates, offers)
    };
    let step = match &session.status {
        SessionStatus::Writing(_) => Step::Writing,
        SessionStatus::Completed(completion) => Step::Done(*completion),
        SessionStatus::Exhausted => Step::Exhausted,
        SessionStatus::Open | SessionStatus::Closed | SessionStatus::Abandoned => step,
    };
    ResetView {
        step,
        gates,
        offers,
        ends_in_seconds: seconds_until(now, session.ends_at),
        continues_left: policy.flow.max_continues.saturating_sub(session.continues),
    }
}

/// Whether what a session's browser sees may depend on the person: after a first proof, or where
/// the portal explains.
pub(super) fn depends_on_person(policy: &Policy, session: &ResetSession) -> bool {
    policy.disclosure == Disclosure::Explain || !session.proofs.is_empty()
}

fn personal(
    policy: &Policy,
    session: &ResetSession,
    person: Option<&Person>,
    now: Timestamp,
) -> (Step, Gates, Vec<Offer>) {
    let refused = |reason| {
        let gates = Gates {
            required: policy.required_methods,
            passed: 0,
        };
        (Step::Refused(reason), gates, Vec::new())
    };
    let Some(person) = person else {
        // Where the directory has not been asked yet there is nothing to say of anybody.
        return match session.subject {
            Resolution::Pending => (
                Step::ChooseMethod,
                refused(Ineligible::AccountUnknown).1,
                Vec::new(),
            ),
            Resolution::Nobody | Resolution::Person(_) => refused(Ineligible::AccountUnknown),
        };
    };
    let requirement = match evaluate(policy, person) {
        Eligibility::Ineligible(reason) => return refused(reason),
        Eligibility::Eligible(requirement) => requirement,
    };
    let proven = classes_proven(&requirement, person, &session.proofs);
    let gates = Gates {
        required: requirement.classes,
        passed: u8::try_from(proven.len()).unwrap_or(u8::MAX),
    };
    if gates.passed >= gates.required {
        let step = match session.purpose {
            Purpose::Reset => Step::NewPassword,
            Purpose::Unlock => Step::Unlock {
                locked: person.account.is_locked(now),
            },
        };
        return (step, gates, Vec::new());
    }
    let offers = requirement
        .methods
        .into_iter()
        .filter(|method| !proven.contains(&method.class()))
        .map(|method| match policy.disclosure {
            Disclosure::Uniform => plain(method),
            Disclosure::Explain => Offer {
                method,
                masked_targets: masked_targets(policy, person, method),
            },
        })
        .collect();
    (open_step(session, &proven, now), gates, offers)
}

const fn plain(method: Method) -> Offer {
    Offer {
        method,
        masked_targets: Vec::new(),
    }
}

fn masked_targets(policy: &Policy, person: &Person, method: Method) -> Vec<String> {
    match method {
        Method::Email => person
            .recovery_addresses()
            .map(|(_, address)| address.masked())
            .collect(),
        Method::Sms => person
            .mobile_numbers()
            .filter(|(_, number)| policy.sms.covers(number))
            .map(|(_, number)| number.masked())
            .collect(),
        Method::AuthenticatorCode => Vec::new(),
    }
}

/// The step of an open gate: the code that was asked for, if it can still be answered.
fn open_step(session: &ResetSession, proven: &BTreeSet<MethodClass>, now: Timestamp) -> Step {
    match &session.challenge {
        Some(challenge) if challenge.is_live(now) && !proven.contains(&challenge.method.class()) => {
            Step::Verify(challenge.clone())
        }
        _ => Step::ChooseMethod,
    }
}
