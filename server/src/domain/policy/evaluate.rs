//! The evaluation: a pure function of the policy, the person and the proofs, made anew at every
//! step and at the moment of the write (law 1).

use std::collections::BTreeSet;

use super::{Policy, Scope};
use crate::domain::account::Person;
use crate::domain::method::{Method, MethodClass};
use crate::domain::reset::Proof;

/// What policy says of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Eligibility {
    /// May reset under these conditions.
    Eligible(Requirement),
    /// May not.
    Ineligible(Ineligible),
}

/// The conditions of a reset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Classes that have to be proven.
    pub classes: u8,
    /// Methods that can prove them, strongest first.
    pub methods: Vec<Method>,
}

/// Why somebody may not reset (Entra section 1.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ineligible {
    /// The account is disabled in the directory.
    AccountDisabled,
    /// The directory protects the account.
    ProtectedAccount,
    /// Reset is off for everybody.
    ResetDisabled,
    /// Not in a group that may.
    NotInScope,
    /// Administrators may not.
    AdministratorsExcluded,
    /// Fewer usable classes than asked for.
    TooFewMethods,
}

impl Ineligible {
    /// The name in the evidence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccountDisabled => "account-disabled",
            Self::ProtectedAccount => "protected-account",
            Self::ResetDisabled => "reset-disabled",
            Self::NotInScope => "not-in-scope",
            Self::AdministratorsExcluded => "administrators-excluded",
            Self::TooFewMethods => "too-few-methods",
        }
    }
}

/// Why a password may not be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Policy refuses the person.
    Ineligible(Ineligible),
    /// Proofs are missing.
    MoreProofs(MoreProofs),
}

/// How many proofs there are and how many are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreProofs {
    /// Classes asked for.
    pub required: u8,
    /// Classes proven by proofs that count.
    pub passed: u8,
}

/// Methods that the organisation offers for a reset, whoever asks; strongest first.
pub fn organisation_methods(policy: &Policy) -> Vec<Method> {
    Method::FOR_RESET
        .into_iter()
        .filter(|method| policy.methods.contains_key(method))
        .collect()
}

/// Whether any role makes this person an administrator.
pub fn is_administrator(policy: &Policy, person: &Person) -> bool {
    policy
        .roles
        .values()
        .any(|groups| !groups.is_disjoint(&person.account.groups))
}

/// What policy says of a person at this moment.
pub fn evaluate(policy: &Policy, person: &Person) -> Eligibility {
    let account = &person.account;
    if !account.enabled {
        return Eligibility::Ineligible(Ineligible::AccountDisabled);
    }
    if account.protected {
        return Eligibility::Ineligible(Ineligible::ProtectedAccount);
    }
    let administrator = is_administrator(policy, person);
    if administrator && !policy.administrators_may_reset {
        return Eligibility::Ineligible(Ineligible::AdministratorsExcluded);
    }
    let in_scope = match &policy.reset_scope {
        Scope::None => return Eligibility::Ineligible(Ineligible::ResetDisabled),
        Scope::All => true,
        Scope::Selected(filter) => filter.covers(&account.groups),
    };
    if !in_scope {
        return Eligibility::Ineligible(Ineligible::NotInScope);
    }
    let methods: Vec<Method> = organisation_methods(policy)
        .into_iter()
        .filter(|method| is_usable(policy, person, *method))
        .collect();
    let classes: BTreeSet<MethodClass> = methods.iter().map(|method| method.class()).collect();
    let required = if administrator {
        2
    } else {
        policy.required_methods.clamp(1, 2)
    };
    if classes.len() < usize::from(required) {
        return Eligibility::Ineligible(Ineligible::TooFewMethods);
    }
    Eligibility::Eligible(Requirement {
        classes: required,
        methods,
    })
}

/// Whether the person can prove something by this method under the policy.
fn is_usable(policy: &Policy, person: &Person, method: Method) -> bool {
    let allowed = policy
        .methods
        .get(&method)
        .is_some_and(|filter| filter.covers(&person.account.groups));
    let registered = match method {
        Method::Email => person.recovery_addresses().next().is_some(),
        _ => person.verified(method).next().is_some(),
    };
    allowed && registered
}

/// The classes that the proofs fill, counting only proofs whose authenticator is still
/// registered and whose method policy still offers this person.
pub fn classes_proven(requirement: &Requirement, person: &Person, proofs: &[Proof]) -> BTreeSet<MethodClass> {
    proofs
        .iter()
        .filter(|proof| requirement.methods.contains(&proof.method))
        .filter(|proof| {
            person
                .verified(proof.method)
                .any(|one| one.id == proof.authenticator)
        })
        .map(|proof| proof.method.class())
        .collect()
}

/// May a password be set? A function of the transcript, the person and the policy in force, and
/// of nothing else (law 1).
///
/// # Errors
/// [`Refusal`] says what is missing.
pub fn may_set_password(policy: &Policy, person: &Person, proofs: &[Proof]) -> Result<(), Refusal> {
    match evaluate(policy, person) {
        Eligibility::Ineligible(reason) => Err(Refusal::Ineligible(reason)),
        Eligibility::Eligible(requirement) => {
            let passed = classes_proven(&requirement, person, proofs).len();
            if passed >= usize::from(requirement.classes) {
                Ok(())
            } else {
                let passed = u8::try_from(passed).unwrap_or(u8::MAX);
                Err(Refusal::MoreProofs(MoreProofs {
                    required: requirement.classes,
                    passed,
                }))
            }
        }
    }
}
