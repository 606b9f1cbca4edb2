//! Active Directory and Samba: ids in `objectGUID`, passwords in `unicodePwd` (MS-ADTS 3.1.1.3.1.5),
//! nested groups by a matching rule, refusals explained by the domain's policy.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use ldap3::controls::RawControl;
use ldap3::{LdapResult, Mod};

use super::connection::{Lease, Octets, Pool, replace};
use super::dialect::{BindOutcome, Dialect, Layout, People, Standing, is_below};
use super::domain_policy::DomainPolicy;
use super::entry::{self, Entry};
use super::fault::{Answer, Fault, code};
use super::{filter, sid};
use crate::domain::clock::Clock;
use crate::domain::directory::{DirectoryRefusal, SetPasswordError};
use crate::domain::ids::SubjectId;
use crate::domain::secret::SecretText;

/// `LDAP_SERVER_POLICY_HINTS_OID` and its older name: history and minimum age count on a reset.
const POLICY_HINTS: &[&str] = &["1.2.840.113556.1.4.2239", "1.2.840.113556.1.4.2066"];
/// `SEQUENCE { INTEGER 1 }`.
const POLICY_HINTS_ON: [u8; 5] = [0x30, 0x03, 0x02, 0x01, 0x01];
/// `LDAP_MATCHING_RULE_IN_CHAIN`, which follows nested groups.
const IN_CHAIN: &str = "1.2.840.113556.1.4.1941";
/// `userAccountControl`: the account is disabled.
const ACCOUNT_DISABLED: i64 = 0x2;
/// The same as a filter (`LDAP_MATCHING_RULE_BIT_AND`).
const NOT_DISABLED: &str = "(!(userAccountControl:1.2.840.113556.1.4.803:=2))";
/// `msDS-User-Account-Control-Computed`: the account is locked.
const LOCKED_OUT: i64 = 0x10;
/// Groups of one account.
const MAX_GROUPS: usize = 5_000;

/// The dialect.
pub(super) struct ActiveDirectory {
    layout: Arc<Layout>,
}

impl ActiveDirectory {
    pub(super) const fn new(layout: Arc<Layout>) -> Self {
        Self { layout }
    }

    /// Where groups may be that no setting names: the whole domain.
    fn domain(&self, lease: &Lease<'_>) -> String {
        let root = lease.root();
        root.naming_context
            .clone()
            .unwrap_or_else(|| self.layout.group_base.clone())
    }

    /// All groups below a base that match, with their names and ids.
    async fn list_groups(
        &self,
        lease: &mut Lease<'_>,
        base: &str,
        condition: String,
    ) -> Result<Vec<Entry>, Fault> {
        let filter = filter::all(["(objectClass=group)".to_owned(), condition]);
        let attributes = [self.layout.names.group_name.clone(), "objectSid".to_owned()];
        let found = lease.list(base, &filter, &attributes, MAX_GROUPS).await?;
        if found.more {
            // Half of the groups would let somebody through whom another group keeps out.
            tracing::error!("there are more groups than can be read");
            return Err(Fault::Misconfigured);
        }
        Ok(found.entries)
    }

    /// The group that an account is in without being its member.
    async fn primary_group(&self, lease: &mut Lease<'_>, entry: &Entry) -> Result<Entry, Fault> {
        let id = entry
            .number("primaryGroupID")
            .and_then(|id| u32::try_from(id).ok());
        let own = entry.values("objectSid").first();
        let Some(group) = own.zip(id).and_then(|(own, id)| sid::sibling(own, id)) else {
            return Err(unreadable("objectSid and primaryGroupID"));
        };
        let base = self.domain(lease);
        let condition = filter::equals_bytes("objectSid", &group);
        let found = self.list_groups(lease, &base, condition).await?;
        found
            .into_iter()
            .next()
            .ok_or_else(|| unreadable("its primary group"))
    }

    /// Whether an account is in a group that rules the domain. `adminCount` says so only after up to an
    /// hour, and on some servers never.
    async fn is_privileged(&self, lease: &mut Lease<'_>, entry: &Entry) -> Result<bool, Fault> {
        // Constructed, only for a single entry: every group, nested and primary ones too.
        let attributes = ["tokenGroups".to_owned()];
        let read = lease.read(&entry.dn, &attributes).await?;
        let groups = read.as_ref().map_or(&[][..], |read| read.values("tokenGroups"));
        if groups.is_empty() {
            return Err(unreadable("tokenGroups"));
        }
        Ok(groups.iter().any(|group| sid::is_privileged(group)))
    }

    async fn write(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        changes: Vec<Mod<Octets>>,
        write: Write<'_>,
    ) -> Result<(), SetPasswordError> {
        let root = lease.root();
        let hints = POLICY_HINTS.iter().find(|control| root.supports(control));
        let control = hints.filter(|_| !write.by_owner).map(|oid| RawControl {
            ctype: (*oid).to_owned(),
            crit: true,
            val: Some(POLICY_HINTS_ON.to_vec()),
        });
        let age_counts = write.by_owner || control.is_some();
        let answer = lease
            .modify(&entry.dn, changes, control)
            .await
            .map_err(Fault::of_write)?;
        if answer.is_success() {
            return Ok(());
        }
        tracing::debug!(code = answer.code, text = %answer.text, "the directory refuses a password");
        Err(match reason(&answer) {
            Reason::WrongCurrentPassword => SetPasswordError::Refused(DirectoryRefusal::WrongCurrentPassword),
            Reason::Named(refusal) => SetPasswordError::Refused(refusal),
            Reason::Policy => {
                let policy = DomainPolicy::read(lease, entry).await;
                let refusal = policy.map_or(DirectoryRefusal::Policy, |policy| {
                    policy.explain(entry, write.password, write.now, age_counts)
                });
                SetPasswordError::Refused(refusal)
            }
            Reason::NotThePassword => answer.refusal().of_write(),
        })
    }
}

/// What every account has cannot be read: nothing can be said of this one.
fn unreadable(what: &str) -> Fault {
    tracing::error!(
        what,
        "the service account cannot read what every account has: check its rights"
    );
    Fault::Misconfigured
}

/// What is written, and how.
struct Write<'w> {
    password: &'w SecretText,
    by_owner: bool,
    now: Timestamp,
}

/// What an answer about a password says.
#[derive(Debug, PartialEq, Eq)]
enum Reason {
    WrongCurrentPassword,
    /// The policy, and the server says which part of it.
    Named(DirectoryRefusal),
    /// The policy (`ERROR_PASSWORD_RESTRICTION`).
    Policy,
    NotThePassword,
}

/// Windows' error codes stand in hexadecimal in the server's text (MS-ERREF).
fn reason(answer: &Answer) -> Reason {
    if answer.text.contains("00000056") {
        return Reason::WrongCurrentPassword;
    }
    if answer.text.contains("0000052D") {
        // Samba adds its words; Windows does not.
        let text = answer.text.to_ascii_lowercase();
        return if text.contains("already used") || text.contains("in history") {
            Reason::Named(DirectoryRefusal::History)
        } else if text.contains("too young") || text.contains("minimum password age") {
            Reason::Named(DirectoryRefusal::MinimumAge)
        } else {
            Reason::Policy
        };
    }
    if answer.code == code::CONSTRAINT_VIOLATION {
        Reason::Policy
    } else {
        Reason::NotThePassword
    }
}

/// A password as `unicodePwd` takes it: in quotes, UTF-16LE.
fn unicode_password(password: &SecretText) -> Octets {
    // Room enough from the start: what grows leaves copies behind.
    let mut bytes = Vec::with_capacity((password.expose().len() + 2) * 2);
    for text in ["\"", password.expose(), "\""] {
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    }
    Octets::new(bytes)
}

/// The sub-code that a bind's refusal carries: `… data 775, v…`.
fn sub_code(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("data ")?;
    rest.split([',', ' ']).next()
}

#[async_trait]
impl Dialect for ActiveDirectory {
    fn history_controls(&self) -> &'static [&'static str] {
        POLICY_HINTS
    }

    fn person_filter(&self) -> &'static str {
        "(&(objectCategory=person)(objectClass=user))"
    }

    fn attributes(&self) -> &'static [&'static str] {
        &[
            "accountExpires",
            "adminCount",
            "displayName",
            "lockoutTime",
            "msDS-ResultantPSO",
            "msDS-User-Account-Control-Computed",
            "objectGUID",
            "objectSid",
            "primaryGroupID",
            "pwdLastSet",
            "sAMAccountName",
            "userAccountControl",
        ]
    }

    fn subject(&self, entry: &Entry) -> Option<SubjectId> {
        let bytes = entry.values("objectGUID").first()?;
        entry::guid_to_text(bytes).map(SubjectId::from_stored)
    }

    fn subject_filter(&self, subject: &SubjectId) -> Option<String> {
        let bytes = entry::guid_from_text(subject.as_str())?;
        Some(filter::equals_bytes("objectGUID", &bytes))
    }

    async fn standing(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        clock: &dyn Clock,
    ) -> Result<Standing, Fault> {
        let Some(flags) = entry.number("userAccountControl") else {
            return Err(unreadable("userAccountControl"));
        };
        let protected = entry.number("adminCount").is_some_and(|count| count > 0)
            || self.is_privileged(lease, entry).await?;
        let now = clock.now();
        let expired = entry
            .number("accountExpires")
            .and_then(entry::from_filetime)
            .is_some_and(|end| end <= now);
        let computed = entry.number("msDS-User-Account-Control-Computed");
        let begun = entry.number("lockoutTime").and_then(entry::from_filetime);
        let is_locked = computed.map_or(begun.is_some(), |flags| flags & LOCKED_OUT != 0);
        let locked_until = if is_locked {
            let policy = DomainPolicy::read(lease, entry).await;
            Some(policy.map_or(Timestamp::MAX, |policy| policy.lockout_end(begun)))
        } else {
            None
        };
        Ok(Standing {
            enabled: flags & ACCOUNT_DISABLED == 0 && !expired,
            // Without the computed flags, the time alone decides.
            locked_until: locked_until.filter(|until| computed.is_some() || *until > now),
            must_change: entry.number("pwdLastSet") == Some(0),
            protected,
        })
    }

    async fn groups(&self, lease: &mut Lease<'_>, entry: &Entry) -> Result<BTreeSet<String>, Fault> {
        let primary = self.primary_group(lease, entry).await?;
        let member = format!("member:{IN_CHAIN}:");
        let condition = filter::any([&entry.dn, &primary.dn].map(|dn| filter::equals(&member, dn)));
        let found = self
            .list_groups(lease, &self.layout.group_base, condition)
            .await?;
        // Wherever the primary group is: whoever names it means it.
        let name = &self.layout.names.group_name;
        let all = found.iter().chain([&primary]);
        Ok(all
            .filter_map(|group| group.text(name))
            .map(str::to_owned)
            .collect())
    }

    async fn members(
        &self,
        lease: &mut Lease<'_>,
        group: &str,
        people: &People,
        limit: usize,
    ) -> Result<Vec<Entry>, Fault> {
        let domain = self.domain(lease);
        let named = filter::equals(&self.layout.names.group_name, group);
        let named = self.list_groups(lease, &domain, named).await?;
        let (inside, outside): (Vec<_>, Vec<_>) = named
            .into_iter()
            .partition(|group| is_below(&group.dn, &self.layout.group_base));
        let in_chain = format!("memberOf:{IN_CHAIN}:");
        let chains = || inside.iter().map(|group| filter::equals(&in_chain, &group.dn));
        let nested = match inside.as_slice() {
            [] => Vec::new(),
            _ => self.list_groups(lease, &domain, filter::any(chains())).await?,
        };
        let primary = inside
            .iter()
            .chain(&outside)
            .chain(&nested)
            .filter_map(|group| group.values("objectSid").first())
            .filter(|id| sid::sibling(id, 0).is_some())
            .filter_map(|id| sid::relative_id(id))
            .map(|id| filter::equals("primaryGroupID", &id.to_string()));
        let in_groups: Vec<String> = chains().chain(primary).collect();
        if in_groups.is_empty() {
            return Ok(Vec::new());
        }
        let filter = filter::all([
            people.filter.clone(),
            NOT_DISABLED.to_owned(),
            filter::any(in_groups),
        ]);
        let found = lease
            .list(&self.layout.base, &filter, &people.attributes, limit)
            .await?;
        Ok(found.entries)
    }

    async fn set_password(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        password: &SecretText,
        now: Timestamp,
    ) -> Result<(), SetPasswordError> {
        let mut changes = vec![replace("unicodePwd", unicode_password(password))];
        if entry.number("lockoutTime").is_some_and(|time| time != 0) {
            // In one modification with the password: both or neither.
            changes.push(replace("lockoutTime", Octets::new("0")));
        }
        let write = Write {
            password,
            by_owner: false,
            now,
        };
        self.write(lease, entry, changes, write).await
    }

    /// The old value deleted and the new one added is a change by whoever knows the old password
    /// (MS-ADTS 3.1.1.3.1.5): it works for somebody who must change and so cannot bind, and history
    /// and minimum age count.
    async fn change_password(
        &self,
        _: &Pool,
        lease: &mut Lease<'_>,
        entry: &Entry,
        (current, new): (&SecretText, &SecretText),
        now: Timestamp,
    ) -> Result<(), SetPasswordError> {
        let attribute = || Octets::new("unicodePwd");
        let changes = vec![
            Mod::Delete(attribute(), [unicode_password(current)].into()),
            Mod::Add(attribute(), [unicode_password(new)].into()),
        ];
        let write = Write {
            password: new,
            by_owner: true,
            now,
        };
        self.write(lease, entry, changes, write).await
    }

    async fn unlock(&self, lease: &mut Lease<'_>, entry: &Entry) -> Result<(), Fault> {
        if entry.number("lockoutTime").is_none_or(|time| time == 0) {
            return Ok(());
        }
        let changes = vec![replace("lockoutTime", Octets::new("0"))];
        let answer = lease.modify(&entry.dn, changes, None).await?;
        if answer.is_success() {
            Ok(())
        } else {
            Err(answer.refusal())
        }
    }

    fn bind_control(&self) -> Option<RawControl> {
        None
    }

    /// All of these sub-codes but 52e, 525 and 775 come only after the right password.
    fn bind_outcome(&self, result: &LdapResult) -> Result<BindOutcome, Fault> {
        match result.rc {
            0 => Ok(BindOutcome::Accepted),
            code::INVALID_CREDENTIALS => Ok(match sub_code(&result.text) {
                // Expired, must be changed.
                Some("532" | "773") => BindOutcome::MustChange,
                // Not at this hour, not from here, disabled, account expired.
                Some("530" | "531" | "533" | "701") => BindOutcome::Disabled,
                Some("775") => BindOutcome::Locked,
                _ => BindOutcome::Wrong,
            }),
            code::BUSY | code::UNAVAILABLE | code::OTHER => Err(Fault::NotNow),
            _ => Ok(BindOutcome::Wrong),
        }
    }

    fn changed_at(&self, entry: &Entry) -> (String, Option<Timestamp>) {
        let text = entry.text("pwdLastSet").unwrap_or_default();
        (
            text.to_owned(),
            entry.number("pwdLastSet").and_then(entry::from_filetime),
        )
    }

    fn version(&self, _: &Entry) -> String {
        // pwdLastSet counts steps of 100 ns.
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(code: u32, text: &str) -> Answer {
        Answer {
            code,
            text: text.to_owned(),
            controls: Vec::new(),
        }
    }

    #[test]
    fn a_password_is_quoted_utf_16() {
        let octets = unicode_password(&SecretText::new("aß"));
        assert_eq!(octets.as_ref(), [0x22, 0, 0x61, 0, 0xdf, 0, 0x22, 0]);
    }

    #[test]
    fn the_texts_of_windows_and_samba_say_why() {
        let windows = "0000052D: SvcErr: DSID-031A126C, problem 5003 (WILL_NOT_PERFORM), data 0";
        assert_eq!(reason(&answer(53, windows)), Reason::Policy);
        let constraint = "0000052D: AtrErr: DSID-03191083, #1:\n\t0: 0000052D: DSID-03191083, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 9005a (unicodePwd)";
        assert_eq!(reason(&answer(19, constraint)), Reason::Policy);
        let samba = "0000052D: Constraint violation - check_password_restrictions: the password was already used (in history)!";
        assert_eq!(
            reason(&answer(19, samba)),
            Reason::Named(DirectoryRefusal::History)
        );
        let wrong = "00000056: AtrErr: DSID-03190F80, #1: problem 1005 (CONSTRAINT_ATT_TYPE)";
        assert_eq!(reason(&answer(19, wrong)), Reason::WrongCurrentPassword);
        let rights = "00000005: SecErr: DSID-031A11F5, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0";
        assert_eq!(reason(&answer(50, rights)), Reason::NotThePassword);
        assert_eq!(
            reason(&answer(53, "0000001F: SvcErr: DSID-031A12D2")),
            Reason::NotThePassword
        );
    }

    #[test]
    fn sub_codes_are_found() {
        let text = "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 52e, v2580";
        assert_eq!(sub_code(text), Some("52e"));
        assert_eq!(sub_code("80090308: data 775,"), Some("775"));
        assert_eq!(sub_code("nothing"), None);
    }
}
