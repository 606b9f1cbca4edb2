//! What a session's own browser may see: pure, made anew from the transcript at every look.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::session::{Challenge, Completion, ResetSession, SessionStatus, seconds_until};
use crate::domain::account::Person;
use crate::domain::method::{Method, MethodClass};
use crate::domain::policy::{
    Eligibility, Ineligible, Policy, classes_proven, evaluate, organisation_methods,
};

/// A session as its own browser may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResetView {
    /// What comes next.
    pub step: Step,
    /// How far it is.
    pub gates: Gates,
    /// Methods for the next gate.
    pub offers: Vec<Method>,
    /// Seconds until the end.
    pub ends_in_seconds: u32,
    /// How often it can still be continued.
    pub continues_left: u8,
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
    /// Wait for the directory.
    Writing,
    /// Done.
    Done(Completion),
    /// Policy refuses; only after a first proof.
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
/// so `person` is not even looked at then.
pub fn view(policy: &Policy, session: &ResetSession, person: Option<&Person>, now: Timestamp) -> ResetView {
    let (step, gates, offers) = if session.proofs.is_empty() {
        let gates = Gates {
            required: policy.required_methods.clamp(1, 2),
            passed: 0,
        };
        (
            open_step(session, &BTreeSet::new(), now),
            gates,
            organisation_methods(policy),
        )
    } else {
        after_proof(policy, session, person, now)
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

fn after_proof(
    policy: &Policy,
    session: &ResetSession,
    person: Option<&Person>,
    now: Timestamp,
) -> (Step, Gates, Vec<Method>) {
    let eligibility = person.map_or(Eligibility::Ineligible(Ineligible::AccountDisabled), |person| {
        evaluate(policy, person)
    });
    match (eligibility, person) {
        (Eligibility::Eligible(requirement), Some(person)) => {
            let proven = classes_proven(&requirement, person, &session.proofs);
            let passed = u8::try_from(proven.len()).unwrap_or(u8::MAX);
            let gates = Gates {
                required: requirement.classes,
                passed,
            };
            let offers: Vec<Method> = requirement
                .methods
                .into_iter()
                .filter(|method| !proven.contains(&method.class()))
                .collect();
            if passed >= gates.required {
                (Step::NewPassword, gates, Vec::new())
            } else {
                (open_step(session, &proven, now), gates, offers)
            }
        }
        (Eligibility::Ineligible(reason), _) => (
            Step::Refused(reason),
            Gates {
                required: policy.required_methods,
                passed: 0,
            },
            Vec::new(),
        ),
        (Eligibility::Eligible(_), None) => (
            Step::Refused(Ineligible::AccountDisabled),
            Gates {
                required: policy.required_methods,
                passed: 0,
            },
            Vec::new(),
        ),
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
