//! Who may do what, with how many methods: values, and one pure evaluation.

mod evaluate;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::method::Method;
use crate::domain::phone::{PhoneNumber, Region};

pub use evaluate::{
    Eligibility, Ineligible, MoreProofs, Refusal, Requirement, classes_proven, evaluate, is_administrator,
    may_set_password, organisation_methods,
};

/// Where the policy in force comes from: the configuration now, a store with versions later.
pub trait PolicySource: Send + Sync {
    /// The policy in force at this moment.
    fn current(&self) -> Arc<Policy>;
}

/// A policy that stays as it is.
pub struct FixedPolicy(pub Arc<Policy>);

impl PolicySource for FixedPolicy {
    fn current(&self) -> Arc<Policy> {
        Arc::clone(&self.0)
    }
}

/// Everything that policy decides about a reset.
#[derive(Clone)]
pub struct Policy {
    /// What an outsider may learn.
    pub disclosure: Disclosure,
    /// Whether an account can be unlocked without a new password.
    pub unlock_without_reset: bool,
    /// Groups that the service is paid for; empty means everybody.
    pub entitled: BTreeSet<String>,
    /// Whether Postern may write to the directory at all.
    pub writeback: bool,
    /// Who may reset.
    pub reset_scope: Scope,
    /// Classes asked of people who are not administrators: 1 or 2.
    pub required_methods: u8,
    /// Methods and who may use them. A method that is missing is off.
    pub methods: BTreeMap<Method, GroupFilter>,
    /// Whether administrators may reset at all (they always pass two gates).
    pub administrators_may_reset: bool,
    /// Groups that give a role.
    pub roles: BTreeMap<Role, BTreeSet<String>>,
    /// Lifetimes and limits of a flow.
    pub flow: FlowLimits,
    /// Codes.
    pub codes: CodeRules,
    /// Text messages.
    pub sms: SmsPolicy,
    /// The rules of a new password.
    pub password: PasswordPolicy,
    /// Who is told.
    pub notify: NotifyPolicy,
}

/// What an outsider may learn (law 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disclosure {
    /// Nothing: the same answer in the same time for everybody.
    Uniform,
    /// The person's own methods, and the reason of a refusal; for portals that only colleagues
    /// can reach.
    Explain,
}

/// Which numbers text messages go to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SmsPolicy {
    /// The country whose numbers are read without a country code.
    pub default_region: Option<Region>,
    /// Countries that messages go to; empty means every one.
    pub countries: BTreeSet<Region>,
}

impl SmsPolicy {
    /// Whether messages go to this number.
    pub fn covers(&self, number: &PhoneNumber) -> bool {
        self.countries.is_empty()
            || number
                .region()
                .is_some_and(|region| self.countries.contains(&region))
    }
}

/// Whom a setting covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Nobody.
    None,
    /// Members of some groups.
    Selected(GroupFilter),
    /// Everybody.
    All,
}

/// Groups that are in, and groups that are out whatever else they are in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupFilter {
    /// In; empty means everybody.
    pub include: BTreeSet<String>,
    /// Out; wins.
    pub exclude: BTreeSet<String>,
}

impl GroupFilter {
    /// Whether somebody with these groups is covered.
    pub fn covers(&self, groups: &BTreeSet<String>) -> bool {
        (self.include.is_empty() || !self.include.is_disjoint(groups)) && self.exclude.is_disjoint(groups)
    }
}

/// A role that a group can give. All four count as administrators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Help desk, level 1.
    PasswordAdministrator,
    /// Help desk, level 2.
    UserAdministrator,
    /// Decides about this portal.
    SsprAdministrator,
    /// Reads the evidence.
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [
        Self::PasswordAdministrator,
        Self::UserAdministrator,
        Self::SsprAdministrator,
        Self::Auditor,
    ];

    /// The name in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PasswordAdministrator => "password_administrator",
            Self::UserAdministrator => "user_administrator",
            Self::SsprAdministrator => "sspr_administrator",
            Self::Auditor => "auditor",
        }
    }
}

/// Lifetimes and limits of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlowLimits {
    /// Seconds that a flow lives from its start or its last "continue"; 300–3,600.
    pub lifetime_seconds: u32,
    /// How often it can be continued.
    pub max_continues: u8,
    /// Wrong answers after which a flow is over.
    pub max_failures: u32,
}

/// Codes that are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeRules {
    /// Decimal digits, 6–10.
    pub digits: u8,
    /// Seconds that a mailed code is good for.
    pub email_lifetime_seconds: u32,
    /// Seconds that a code in a text message is good for.
    pub sms_lifetime_seconds: u32,
    /// Wrong answers that one code takes.
    pub tries: u32,
    /// Seconds before the second code can be asked for; doubles with each, up to 120.
    pub resend_seconds: u32,
    /// Codes that may be sent to one address within ten minutes.
    pub per_target_in_ten_minutes: u32,
    /// Codes that may be sent to one address within an hour: the longest delay that law 8 knows.
    pub per_target_in_an_hour: u32,
}

impl CodeRules {
    /// Seconds that a code is good for.
    pub const fn lifetime_seconds(&self, method: Method) -> u32 {
        match method {
            Method::Sms => self.sms_lifetime_seconds,
            Method::Email | Method::AuthenticatorCode => self.email_lifetime_seconds,
        }
    }
}

/// The rules of a new password that come from policy.
#[derive(Clone)]
pub struct PasswordPolicy {
    /// Code points after NFC, 8–64.
    pub min_length: u32,
    /// Code points after NFC, 64–256.
    pub max_length: u32,
    /// Kinds of characters that are asked for.
    pub composition: postern_password::Composition,
    /// Whether names, the organisation and common passwords are refused.
    pub protection: bool,
    /// The organisation's names.
    pub organisation_names: Vec<String>,
    /// Terms that a password is scored by: the bundled ones, the organisation's names, banned ones.
    pub terms: Arc<postern_password::Terms>,
    /// Passwords that are refused as a whole.
    pub common: Arc<postern_password::CommonPasswords>,
}

impl PasswordPolicy {
    /// Kinds of characters that are asked for, of four: 0 or 3.
    pub const fn kinds(&self) -> u8 {
        match self.composition {
            postern_password::Composition::None => 0,
            postern_password::Composition::ThreeOfFour => 3,
        }
    }
}

/// Who is told of a reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotifyPolicy {
    /// The person, of a reset.
    pub user_on_reset: bool,
    /// The person, when their account was unlocked.
    pub user_on_unlock: bool,
    /// The other administrators, when an administrator resets.
    pub admins_on_admin_reset: bool,
}
