//! Who may do what, with how many methods: values, and one pure evaluation.

mod evaluate;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::method::Method;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
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
    /// The rules of a new password.
    pub password: PasswordPolicy,
    /// Who is told.
    pub notify: NotifyPolicy,
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
    /// Wrong answers that one code takes.
    pub tries: u32,
    /// Seconds before the second code can be asked for; doubles with each, up to 120.
    pub resend_seconds: u32,
    /// Codes that may be sent to one address within ten minutes.
    pub per_target_in_ten_minutes: u32,
    /// Codes that may be sent to one address within an hour: the longest delay that law 8 knows.
    pub per_target_in_an_hour: u32,
}

/// The rules of a new password that come from policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// Code points after NFC, 8–64.
    pub min_length: u32,
    /// Code points after NFC, 64–256.
    pub max_length: u32,
    /// Whether names, the organisation and common passwords are refused.
    pub protection: bool,
    /// The organisation's names.
    pub organisation_names: Vec<String>,
}

/// Who is told of a reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotifyPolicy {
    /// The person.
    pub user_on_reset: bool,
    /// The other administrators, when an administrator resets.
    pub admins_on_admin_reset: bool,
}
