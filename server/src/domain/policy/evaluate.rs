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
    /// No account has this name.
    AccountUnknown,
    /// Policy offers the person fewer classes than it asks for, whatever they registered.
    NoPolicy,
    /// Not in a group that the service is paid for.
    NotEntitled,
    /// The password lives in a directory that Postern may not write to.
    WritebackOff,
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
            Self::AccountUnknown => "account-unknown",
            Self::NoPolicy => "no-policy",
            Self::NotEntitled => "not-entitled",
            Self::WritebackOff => "writeback-off",
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
    Method::ALL
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

/// What policy says of a person at this moment. The order is that of table 1.3 of the Entra
/// reference; what the directory itself forbids comes first.
pub fn evaluate(policy: &Policy, person: &Person) -> Eligibility {
    match find_obstacle(policy, person) {
        Some(reason) => Eligibility::Ineligible(reason),
        None => requirement(policy, person),
    }
}

fn find_obstacle(policy: &Policy, person: &Person) -> Option<Ineligible> {
    let account = &person.account;
    if !account.enabled {
        return Some(Ineligible::AccountDisabled);
    }
    if account.protected {
        return Some(Ineligible::ProtectedAccount);
    }
    if is_administrator(policy, person) && !policy.administrators_may_reset {
        return Some(Ineligible::AdministratorsExcluded);
    }
    if policy.reset_scope == Scope::None {
        return Some(Ineligible::ResetDisabled);
    }
    if !policy.entitled.is_empty() && policy.entitled.is_disjoint(&account.groups) {
        return Some(Ineligible::NotEntitled);
    }
    if let Scope::Selected(filter) = &policy.reset_scope
        && !filter.covers(&account.groups)
    {
        return Some(Ineligible::NotInScope);
    }
    None
}

/// What is asked of somebody in whose way nothing else stands.
fn requirement(policy: &Policy, person: &Person) -> Eligibility {
    let required = if is_administrator(policy, person) {
        2
    } else {
        policy.required_methods.clamp(1, 2)
    };
    let classes = |methods: &[Method]| -> usize {
        let classes: BTreeSet<MethodClass> = methods.iter().map(|method| method.class()).collect();
        classes.len()
    };
    let offered: Vec<Method> = organisation_methods(policy)
        .into_iter()
        .filter(|method| is_offered(policy, person, *method))
        .collect();
    if classes(&offered) < usize::from(required) {
        return Eligibility::Ineligible(Ineligible::NoPolicy);
    }
    let methods: Vec<Method> = offered
        .into_iter()
        .filter(|method| is_registered(policy, person, *method))
        .collect();
    if classes(&methods) < usize::from(required) {
        return Eligibility::Ineligible(Ineligible::TooFewMethods);
    }
    if !policy.writeback {
        return Eligibility::Ineligible(Ineligible::WritebackOff);
    }
    Eligibility::Eligible(Requirement {
        classes: required,
        methods,
    })
}

/// Whether policy offers the person this method.
fn is_offered(policy: &Policy, person: &Person, method: Method) -> bool {
    policy
        .methods
        .get(&method)
        .is_some_and(|filter| filter.covers(&person.account.groups))
}

/// Whether the person registered something that the method reaches.
fn is_registered(policy: &Policy, person: &Person, method: Method) -> bool {
    match method {
        Method::Email => person.recovery_addresses().next().is_some(),
        Method::Sms => person
            .mobile_numbers()
            .any(|(_, number)| policy.sms.covers(number)),
        Method::AuthenticatorCode => person.verified(method).next().is_some(),
    }
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

/// May a password be set, or the account be unlocked? A function of the transcript, the person and the policy in force, and
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::account::{Account, Authenticator, AuthenticatorKind};
    use crate::domain::address::EmailAddress;
    use crate::domain::ids::{AuthenticatorId, SubjectId};
    use crate::domain::phone::PhoneNumber;
    use crate::domain::policy::{
        CodeRules, Disclosure, FlowLimits, GroupFilter, NotifyPolicy, PasswordPolicy, Role, SmsPolicy,
    };
    use crate::domain::secret::SecretBytes;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    fn policy(required_methods: u8, methods: &[Method]) -> Policy {
        Policy {
            disclosure: Disclosure::Uniform,
            unlock_without_reset: true,
            entitled: BTreeSet::new(),
            writeback: true,
            reset_scope: Scope::Selected(GroupFilter {
                include: set(&["staff"]),
                exclude: set(&["robots"]),
            }),
            required_methods,
            methods: methods
                .iter()
                .map(|&method| (method, GroupFilter::default()))
                .collect(),
            administrators_may_reset: true,
            roles: BTreeMap::from([(Role::Auditor, set(&["auditors"]))]),
            flow: FlowLimits {
                lifetime_seconds: 900,
                max_continues: 10,
                max_failures: 10,
            },
            codes: CodeRules {
                digits: 6,
                email_lifetime_seconds: 600,
                sms_lifetime_seconds: 300,
                tries: 5,
                resend_seconds: 30,
                per_target_in_ten_minutes: 5,
                per_target_in_an_hour: 20,
            },
            sms: SmsPolicy::default(),
            password: PasswordPolicy {
                min_length: 15,
                max_length: 256,
                composition: postern_password::Composition::None,
                protection: true,
                organisation_names: Vec::new(),
                terms: std::sync::Arc::default(),
                common: std::sync::Arc::new(postern_password::CommonPasswords::bundled()),
            },
            notify: NotifyPolicy {
                user_on_reset: true,
                user_on_unlock: true,
                admins_on_admin_reset: true,
            },
        }
    }

    fn authenticator(id: usize, method: Method, verified: bool) -> Authenticator {
        let kind = match method {
            Method::Email => AuthenticatorKind::Email(
                EmailAddress::parse(&format!("a{id}@home.example")).expect("an address"),
            ),
            Method::Sms => {
                AuthenticatorKind::Mobile(PhoneNumber::parse("+12025550101", None).expect("a number"))
            }
            Method::AuthenticatorCode => AuthenticatorKind::Totp {
                seed: SecretBytes::new([0; 20]),
                last_step: 0,
            },
        };
        Authenticator {
            id: AuthenticatorId::from_stored(format!("{id}")),
            kind,
            verified,
        }
    }

    fn person(groups: &[&str], methods: &[(Method, bool)]) -> Person {
        Person {
            account: Account {
                subject: SubjectId::from_stored("ada"),
                user_name: "ada@demo.example".to_owned(),
                primary_mail: EmailAddress::parse("ada@demo.example").ok(),
                given_name: None,
                family_name: None,
                display_name: None,
                locale: None,
                groups: set(groups),
                enabled: true,
                locked_until: None,
                must_change: false,
                protected: false,
            },
            authenticators: methods
                .iter()
                .enumerate()
                .map(|(id, &(method, verified))| authenticator(id, method, verified))
                .collect(),
        }
    }

    const BOTH: [Method; 2] = [Method::AuthenticatorCode, Method::Email];

    fn reason(policy: &Policy, person: &Person) -> Option<Ineligible> {
        match evaluate(policy, person) {
            Eligibility::Ineligible(reason) => Some(reason),
            Eligibility::Eligible(_) => None,
        }
    }

    #[test]
    fn each_reason_is_found() {
        let two = [(Method::Email, true), (Method::AuthenticatorCode, true)];
        let ada = person(&["staff"], &two);
        let allowed = policy(2, &BOTH);
        assert_eq!(reason(&allowed, &ada), None);

        let mut disabled = ada.clone();
        disabled.account.enabled = false;
        assert_eq!(reason(&allowed, &disabled), Some(Ineligible::AccountDisabled));
        let mut protected = ada.clone();
        protected.account.protected = true;
        assert_eq!(reason(&allowed, &protected), Some(Ineligible::ProtectedAccount));
        assert_eq!(reason(&allowed, &person(&[], &two)), Some(Ineligible::NotInScope));
        assert_eq!(
            reason(&allowed, &person(&["staff", "robots"], &two)),
            Some(Ineligible::NotInScope)
        );
        let off = Policy {
            reset_scope: Scope::None,
            ..allowed.clone()
        };
        assert_eq!(reason(&off, &ada), Some(Ineligible::ResetDisabled));
        let no_administrators = Policy {
            administrators_may_reset: false,
            ..allowed.clone()
        };
        let auditor = person(&["staff", "auditors"], &two);
        assert_eq!(
            reason(&no_administrators, &auditor),
            Some(Ineligible::AdministratorsExcluded)
        );
        assert_eq!(reason(&no_administrators, &ada), None);
        assert_eq!(
            reason(&allowed, &person(&["staff"], &two[..1])),
            Some(Ineligible::TooFewMethods)
        );
    }

    #[test]
    fn law_2_two_of_one_class_are_one() {
        let mails = person(&["staff"], &[(Method::Email, true), (Method::Email, true)]);
        assert_eq!(reason(&policy(2, &BOTH), &mails), Some(Ineligible::TooFewMethods));
        assert_eq!(reason(&policy(1, &BOTH), &mails), None);
    }

    #[test]
    fn every_role_makes_an_administrator_who_passes_two_gates() {
        let two = [(Method::Email, true), (Method::AuthenticatorCode, true)];
        let classes = |groups: &[&str]| match evaluate(&policy(1, &BOTH), &person(groups, &two)) {
            Eligibility::Eligible(requirement) => requirement.classes,
            Eligibility::Ineligible(reason) => panic!("{reason:?}"),
        };
        assert_eq!((classes(&["staff"]), classes(&["staff", "auditors"])), (1, 2));
    }

    #[test]
    fn the_mailbox_that_the_password_opens_is_no_recovery_address() {
        let mut ada = person(&["staff"], &[(Method::AuthenticatorCode, true)]);
        let own = EmailAddress::parse("ada@demo.example").expect("an address");
        let id = AuthenticatorId::from_stored("own");
        ada.authenticators.push(Authenticator {
            id,
            kind: AuthenticatorKind::Email(own),
            verified: true,
        });
        assert_eq!(reason(&policy(2, &BOTH), &ada), Some(Ineligible::TooFewMethods));
    }

    /// A second opinion, written differently: counts classes by hand.
    fn second_opinion(
        required: u8,
        administrator: bool,
        offered: &[Method],
        methods: &[(Method, bool)],
        proofs: &[usize],
    ) -> bool {
        let usable = |method: Method| offered.contains(&method) && methods.contains(&(method, true));
        let needed = if administrator { 2 } else { usize::from(required) };
        let registered = [Method::Email, Method::Sms, Method::AuthenticatorCode]
            .into_iter()
            .filter(|&method| usable(method))
            .count();
        let proven = |method: Method| {
            usable(method)
                && proofs
                    .iter()
                    .any(|&index| methods.get(index) == Some(&(method, true)))
        };
        let passed = [Method::Email, Method::Sms, Method::AuthenticatorCode]
            .into_iter()
            .filter(|&method| proven(method))
            .count();
        registered >= needed && passed >= needed
    }

    fn method() -> impl Strategy<Value = Method> {
        prop::sample::select(Method::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn s_22_a_second_evaluator_agrees(
            required in 1_u8..=2,
            administrator: bool,
            offered in prop::collection::vec(method(), 0..4),
            methods in prop::collection::vec((method(), any::<bool>()), 0..6),
            proofs in prop::collection::vec(0_usize..7, 0..5),
        ) {
            let groups: &[&str] = if administrator { &["staff", "auditors"] } else { &["staff"] };
            let person = person(groups, &methods);
            let transcript: Vec<Proof> = proofs
                .iter()
                .map(|&index| Proof {
                    // A proof of an authenticator that is not there any more names some method.
                    method: methods.get(index).map_or(Method::Email, |&(method, _)| method),
                    authenticator: AuthenticatorId::from_stored(index.to_string()),
                    at: Timestamp::UNIX_EPOCH,
                })
                .collect();
            let allowed = may_set_password(&policy(required, &offered), &person, &transcript).is_ok();
            prop_assert_eq!(allowed, second_opinion(required, administrator, &offered, &methods, &proofs));
        }

        #[test]
        fn s_22_another_proof_never_weakens(
            methods in prop::collection::vec((method(), any::<bool>()), 0..6),
            proofs in prop::collection::vec(0_usize..6, 1..5),
        ) {
            let person = person(&["staff"], &methods);
            let transcript: Vec<Proof> = proofs
                .iter()
                .filter_map(|&index| {
                    let authenticator = AuthenticatorId::from_stored(index.to_string());
                    Some(Proof { method: methods.get(index)?.0, authenticator, at: Timestamp::UNIX_EPOCH })
                })
                .collect();
            let policy = policy(2, &BOTH);
            for shorter in 0..transcript.len() {
                if may_set_password(&policy, &person, &transcript[..shorter]).is_ok() {
                    prop_assert!(may_set_password(&policy, &person, &transcript).is_ok());
                }
            }
        }
    }
}
