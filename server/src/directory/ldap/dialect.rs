//! What differs between the servers that speak LDAP.

use std::collections::BTreeSet;

use async_trait::async_trait;
use jiff::Timestamp;
use ldap3::LdapResult;
use ldap3::controls::RawControl;

use super::connection::{Lease, Pool};
use super::entry::Entry;
use super::fault::Fault;
use crate::config::{Attributes, Ldap};
use crate::domain::clock::Clock;
use crate::domain::directory::SetPasswordError;
use crate::domain::ids::SubjectId;
use crate::domain::secret::SecretText;

/// Where things are and what they are called.
pub(super) struct Layout {
    pub(super) base: String,
    pub(super) group_base: String,
    pub(super) policy: Option<String>,
    pub(super) user_filter: Option<String>,
    pub(super) names: Attributes,
}

impl Layout {
    pub(super) fn new(ldap: &Ldap) -> Self {
        Self {
            base: ldap.base_dn.clone(),
            group_base: ldap.group_base_dn.clone().unwrap_or_else(|| ldap.base_dn.clone()),
            policy: ldap.password_policy_dn.clone(),
            user_filter: ldap.user_filter.clone(),
            names: ldap.attributes.clone(),
        }
    }
}

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) enabled: bool,
    pub(super) locked_until: Option<Timestamp>,
    pub(super) must_change: bool,
    pub(super) protected: bool,
}

/// What a bind says of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BindOutcome {
    /// Right.
    Accepted,
    /// Right, and it has to be changed first.
    MustChange,
    /// Right, and the account may not sign in.
    Disabled,
    /// Wrong.
    Wrong,
    /// The account is locked; nothing is said of the password.
    Locked,
}

/// A kind of server. Each answers in its own words; these are ours.
#[async_trait]
pub(super) trait Dialect: Send + Sync {
    /// Controls of which one has to be known to the server for a history on a reset.
    fn history_controls(&self) -> &'static [&'static str];

    /// What people are, without the operator's filter.
    fn person_filter(&self) -> &'static str;

    /// Attributes that are read beside those of the person.
    fn attributes(&self) -> &'static [&'static str];

    /// The entry's immutable id.
    fn subject(&self, entry: &Entry) -> Option<SubjectId>;

    /// The filter for an immutable id; `None` if it is none of this kind.
    fn subject_filter(&self, subject: &SubjectId) -> Option<String>;

    /// How the account stands.
    async fn standing(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        clock: &dyn Clock,
    ) -> Result<Standing, Fault>;

    /// Names of all groups of an account, nested ones too.
    async fn groups(&self, lease: &mut Lease<'_>, entry: &Entry) -> Result<BTreeSet<String>, Fault>;

    /// People in a group, nested ones too. Those whom an administrator disabled are left out: they must
    /// not fill the limit.
    async fn members(
        &self,
        lease: &mut Lease<'_>,
        group: &str,
        people: &People,
        limit: usize,
    ) -> Result<Vec<Entry>, Fault>;

    /// Writes a password as the service and lifts a lockout.
    async fn set_password(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        password: &SecretText,
        now: Timestamp,
    ) -> Result<(), SetPasswordError>;

    /// Writes a password as its owner.
    async fn change_password(
        &self,
        pool: &Pool,
        lease: &mut Lease<'_>,
        entry: &Entry,
        passwords: (&SecretText, &SecretText),
        now: Timestamp,
    ) -> Result<(), SetPasswordError>;

    /// Lifts a lockout.
    async fn unlock(&self, lease: &mut Lease<'_>, entry: &Entry) -> Result<(), Fault>;

    /// What is sent with a bind.
    fn bind_control(&self) -> Option<RawControl>;

    /// What a bind's answer says.
    fn bind_outcome(&self, result: &LdapResult) -> Result<BindOutcome, Fault>;

    /// When the password was written, as the server writes it, and as a moment.
    fn changed_at(&self, entry: &Entry) -> (String, Option<Timestamp>);

    /// A text that changes with every write of the entry, where [`Dialect::changed_at`] is too coarse.
    fn version(&self, entry: &Entry) -> String;
}

/// Whether a DN is below another one.
pub(super) fn is_below(dn: &str, base: &str) -> bool {
    let normal = |dn: &str| dn.to_lowercase().replace(", ", ",");
    normal(dn).ends_with(&format!(",{}", normal(base)))
}

/// How people are found: the filter that they all match, and what is read of them.
pub(super) struct People {
    pub(super) filter: String,
    pub(super) attributes: Vec<String>,
}
