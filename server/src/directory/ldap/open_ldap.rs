//! `OpenLDAP` and its kin: ids in `entryUUID`, the password modify operation (RFC 3062), the password
//! policy overlay (draft-behera-ldap-password-policy).
//!
//! `pwdAccountLockedTime = 000001010000Z` is an administrator's lock (slapo-ppolicy(5)): such an
//! account counts as disabled and is revived by nothing here. Any other value is a lockout.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use ldap3::controls::RawControl;
use ldap3::exop::{Exop, PasswordModify};
use ldap3::{LdapResult, Scope};

use super::connection::{Lease, Pool, control_value, delete};
use super::dialect::{BindOutcome, Dialect, Layout, People, Standing, is_below};
use super::entry::{self, Entry};
use super::fault::{Answer, Fault, code};
use super::filter;
use crate::domain::clock::Clock;
use crate::domain::directory::{DirectoryRefusal, SetPasswordError};
use crate::domain::ids::SubjectId;
use crate::domain::secret::SecretText;

/// The password policy control, in requests and responses.
const PPOLICY: &str = "1.3.6.1.4.1.42.2.27.8.5.1";
/// Locked by an administrator.
const LOCKED_BY_ADMINISTRATOR: &str = "000001010000Z";
/// How deep groups may lie in each other; what is deeper cannot be judged.
const MAX_DEPTH: usize = 10;
/// DNs in one filter.
const BATCH: usize = 50;
/// Groups of one account.
const MAX_GROUPS: usize = 5_000;

/// The dialect.
pub(super) struct OpenLdap {
    layout: Arc<Layout>,
}

impl OpenLdap {
    pub(super) const fn new(layout: Arc<Layout>) -> Self {
        Self { layout }
    }

    fn group_attributes(&self) -> Vec<String> {
        let fixed = ["objectClass", "member", "uniqueMember", "memberUid"];
        let mut attributes: Vec<String> = fixed.map(str::to_owned).to_vec();
        attributes.push(self.layout.names.group_name.clone());
        attributes
    }

    /// The entry of the policy that holds for an account, if it is known and readable.
    async fn policy(&self, lease: &mut Lease<'_>, entry: &Entry) -> Option<Entry> {
        let dn = entry
            .text("pwdPolicySubentry")
            .or(self.layout.policy.as_deref())?;
        let attributes = ["pwdLockoutDuration", "pwdMinLength"].map(str::to_owned);
        lease.read(dn, &attributes).await.ok().flatten()
    }

    async fn refused(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        answer: &Answer,
        password: &SecretText,
    ) -> SetPasswordError {
        tracing::debug!(code = answer.code, text = %answer.text, "the directory refuses a password");
        let refusal = match refusal(answer) {
            Some(Refusal::Is(refusal)) => refusal,
            Some(Refusal::Quality) => {
                let policy = self.policy(lease, entry).await;
                let min = policy
                    .and_then(|policy| policy.number("pwdMinLength"))
                    .unwrap_or(0);
                quality(min, password)
            }
            Some(Refusal::NeedsOldPassword) => {
                tracing::error!(
                    "the password policy has pwdSafeModify: nothing can be reset until it is off"
                );
                return SetPasswordError::Misconfigured;
            }
            None => return answer.refusal().of_write(),
        };
        SetPasswordError::Refused(refusal)
    }

    /// Takes away what a lockout or an administrator's reset left, once a password is set.
    async fn clear(&self, lease: &mut Lease<'_>, dn: &str) {
        let attributes = ["pwdAccountLockedTime", "pwdReset"].map(str::to_owned);
        let Ok(Some(entry)) = lease.read(dn, &attributes).await else {
            tracing::warn!("whether an account is still locked after its reset cannot be read");
            return;
        };
        let left = attributes
            .iter()
            .filter(|attribute| entry.text(attribute).is_some());
        for attribute in left {
            match lease.modify(dn, vec![delete(attribute)], None).await {
                Ok(answer) if answer.is_success() || answer.code == code::NO_SUCH_ATTRIBUTE => {}
                Ok(answer) => {
                    tracing::error!(attribute = %attribute, code = answer.code, "the service account may not clear an attribute after a reset: check its rights");
                }
                Err(_) => {
                    tracing::warn!(attribute = %attribute, "an attribute could not be cleared after a reset");
                }
            }
        }
    }
}

/// A group that is not seen could be one that keeps somebody out.
fn too_deep() -> Fault {
    tracing::error!(
        depth = MAX_DEPTH,
        "groups lie too deep in each other: nobody in them can be judged"
    );
    Fault::Misconfigured
}

fn is_disabled(entry: &Entry) -> bool {
    entry.text("pwdAccountLockedTime") == Some(LOCKED_BY_ADMINISTRATOR)
}

/// What an answer about a password says.
#[derive(Debug, PartialEq, Eq)]
enum Refusal {
    Is(DirectoryRefusal),
    /// Too short or too simple.
    Quality,
    /// Only the owner may.
    NeedsOldPassword,
}

/// The control's error where there is one, else the server's words.
fn refusal(answer: &Answer) -> Option<Refusal> {
    if let Some(error) = policy_error(&answer.controls) {
        return Some(match error {
            1 | 3 => Refusal::Is(DirectoryRefusal::NotAllowed),
            4 => Refusal::NeedsOldPassword,
            5 | 6 => Refusal::Quality,
            7 => Refusal::Is(DirectoryRefusal::MinimumAge),
            8 => Refusal::Is(DirectoryRefusal::History),
            _ => Refusal::Is(DirectoryRefusal::Policy),
        });
    }
    let text = answer.text.to_ascii_lowercase();
    let says = |words: &str| text.contains(words);
    if says("in history") || says("not being changed from existing value") {
        Some(Refusal::Is(DirectoryRefusal::History))
    } else if says("too young") {
        Some(Refusal::Is(DirectoryRefusal::MinimumAge))
    } else if says("quality") || says("too short") {
        Some(Refusal::Quality)
    } else if says("must supply old password") {
        Some(Refusal::NeedsOldPassword)
    } else if says("alteration of password is not allowed") {
        Some(Refusal::Is(DirectoryRefusal::NotAllowed))
    } else if says("unwilling to verify old password") || says("old password") {
        Some(Refusal::Is(DirectoryRefusal::WrongCurrentPassword))
    } else if answer.code == code::CONSTRAINT_VIOLATION {
        Some(Refusal::Is(DirectoryRefusal::Policy))
    } else {
        None
    }
}

/// `pwdMinLength` counts bytes in slapd; a person counts characters, and is told only what explains it.
fn quality(min: i64, password: &SecretText) -> DirectoryRefusal {
    let min = u32::try_from(min).unwrap_or(0);
    if password.expose().len() < min as usize {
        DirectoryRefusal::TooShort { min }
    } else {
        DirectoryRefusal::Complexity
    }
}

/// The error in a policy response: `SEQUENCE { warning [0] ... OPTIONAL, error [1] ENUMERATED OPTIONAL }`.
fn policy_error(controls: &[ldap3::controls::Control]) -> Option<u8> {
    let value = control_value(controls, PPOLICY)?;
    let [0x30, length, inner @ ..] = value else {
        return None;
    };
    let mut rest = inner.get(..usize::from(*length))?;
    while let [tag, length, after @ ..] = rest {
        let content = after.get(..usize::from(*length))?;
        if *tag == 0x81 {
            return content.last().copied();
        }
        rest = &after[content.len()..];
    }
    None
}

fn request() -> RawControl {
    RawControl {
        ctype: PPOLICY.to_owned(),
        crit: false,
        val: None,
    }
}

#[async_trait]
impl Dialect for OpenLdap {
    fn history_controls(&self) -> &'static [&'static str] {
        &[PPOLICY]
    }

    fn person_filter(&self) -> &'static str {
        "(objectClass=person)"
    }

    fn attributes(&self) -> &'static [&'static str] {
        &[
            "entryUUID",
            "entryCSN",
            "pwdAccountLockedTime",
            "pwdChangedTime",
            "pwdPolicySubentry",
            "pwdReset",
        ]
    }

    fn subject(&self, entry: &Entry) -> Option<SubjectId> {
        let id = entry.text("entryUUID")?.to_ascii_lowercase();
        entry::is_uuid(&id).then(|| SubjectId::from_stored(id))
    }

    fn subject_filter(&self, subject: &SubjectId) -> Option<String> {
        entry::is_uuid(subject.as_str()).then(|| filter::equals("entryUUID", subject.as_str()))
    }

    async fn standing(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        clock: &dyn Clock,
    ) -> Result<Standing, Fault> {
        let now = clock.now();
        let locked = entry.text("pwdAccountLockedTime");
        let by_administrator = is_disabled(entry);
        let locked_until = match locked {
            Some(time) if !by_administrator => {
                let policy = self.policy(lease, entry).await;
                let seconds = policy
                    .and_then(|policy| policy.number("pwdLockoutDuration"))
                    .unwrap_or(0);
                let begun = entry::from_generalized_time(time);
                Some(match begun {
                    Some(begun) if seconds > 0 => begun
                        .checked_add(SignedDuration::from_secs(seconds))
                        .unwrap_or(Timestamp::MAX),
                    // It never ends by itself, or when it does cannot be read.
                    _ => Timestamp::MAX,
                })
            }
            _ => None,
        };
        Ok(Standing {
            enabled: !by_administrator,
            locked_until: locked_until.filter(|until| *until > now),
            must_change: entry.is_true("pwdReset"),
            protected: false,
        })
    }

    async fn groups(&self, lease: &mut Lease<'_>, entry: &Entry) -> Result<BTreeSet<String>, Fault> {
        let mut names = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let account = self
            .layout
            .names
            .user_name
            .iter()
            .filter_map(|name| entry.text(name));
        let mut wanted: Vec<String> = account.map(|name| filter::equals("memberUid", name)).collect();
        let mut level = vec![entry.dn.clone()];
        let attributes = [self.layout.names.group_name.clone()];
        // Once more than the depth: there has to be nothing.
        for _ in 0..=MAX_DEPTH {
            wanted.extend(
                level
                    .iter()
                    .flat_map(|dn| [filter::equals("member", dn), filter::equals("uniqueMember", dn)]),
            );
            level.clear();
            for batch in wanted.chunks(BATCH) {
                let filter = filter::any(batch.iter().cloned());
                let found = lease
                    .list(&self.layout.group_base, &filter, &attributes, MAX_GROUPS)
                    .await?;
                if found.more {
                    // Half of the groups would let somebody through whom another group keeps out.
                    tracing::error!("an account is in more groups than can be read");
                    return Err(Fault::Misconfigured);
                }
                for group in found.entries {
                    if seen.insert(group.dn.to_lowercase()) {
                        names.extend(group.text(&self.layout.names.group_name).map(str::to_owned));
                        level.push(group.dn);
                    }
                }
            }
            wanted.clear();
            if level.is_empty() {
                return Ok(names);
            }
        }
        Err(too_deep())
    }

    async fn members(
        &self,
        lease: &mut Lease<'_>,
        group: &str,
        people: &People,
        limit: usize,
    ) -> Result<Vec<Entry>, Fault> {
        let attributes = self.group_attributes();
        let named = filter::all([
            filter::any(
                ["groupOfNames", "groupOfUniqueNames", "posixGroup"]
                    .map(|class| filter::equals("objectClass", class)),
            ),
            filter::equals(&self.layout.names.group_name, group),
        ]);
        let mut level = lease
            .list(&self.layout.group_base, &named, &attributes, MAX_GROUPS)
            .await?
            .entries;
        let mut seen: BTreeSet<String> = level.iter().map(|group| group.dn.to_lowercase()).collect();
        let mut found = Vec::new();
        for _ in 0..MAX_DEPTH {
            let mut below = Vec::new();
            for group in &level {
                for name in group.texts("memberUid") {
                    if found.len() >= limit {
                        return Ok(found);
                    }
                    let filter = filter::all([
                        people.filter.clone(),
                        filter::named(&self.layout.names.user_name, name),
                    ]);
                    let matching = lease
                        .search(&self.layout.base, Scope::Subtree, &filter, &people.attributes, 2)
                        .await?;
                    if let ([_], false) = (matching.entries.as_slice(), matching.more) {
                        let fresh = matching.entries.into_iter();
                        found.extend(
                            fresh.filter(|one| !is_disabled(one) && seen.insert(one.dn.to_lowercase())),
                        );
                    }
                }
                for dn in group.texts("member").chain(group.texts("uniqueMember")) {
                    if found.len() >= limit {
                        return Ok(found);
                    }
                    if !seen.insert(dn.to_lowercase()) {
                        continue;
                    }
                    match lease
                        .search(dn, Scope::Base, &people.filter, &people.attributes, 1)
                        .await
                    {
                        Ok(person) if !person.entries.is_empty() => {
                            let people = person.entries.into_iter();
                            // A group may have members whom the operator left out.
                            found.extend(
                                people
                                    .filter(|one| !is_disabled(one) && is_below(&one.dn, &self.layout.base)),
                            );
                        }
                        // No person: perhaps a group.
                        Ok(_) => below.extend(lease.read(dn, &attributes).await?),
                        Err(Fault::NoSuchObject) => {}
                        Err(fault) => return Err(fault),
                    }
                }
            }
            if below.is_empty() {
                return Ok(found);
            }
            level = below;
        }
        Err(too_deep())
    }

    async fn set_password(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        password: &SecretText,
        _: Timestamp,
    ) -> Result<(), SetPasswordError> {
        let operation = Exop::from(PasswordModify {
            user_id: Some(&entry.dn),
            old_pass: None,
            new_pass: Some(password.expose()),
        });
        let answer = lease
            .extended(operation, Some(request()))
            .await
            .map_err(Fault::of_write)?;
        if !answer.is_success() {
            return Err(self.refused(lease, entry, &answer, password).await);
        }
        self.clear(lease, &entry.dn).await;
        Ok(())
    }

    async fn change_password(
        &self,
        pool: &Pool,
        lease: &mut Lease<'_>,
        entry: &Entry,
        (current, new): (&SecretText, &SecretText),
        _: Timestamp,
    ) -> Result<(), SetPasswordError> {
        let (mut owner, bound) = pool
            .try_bind(lease.server(), &entry.dn, current, Some(request()))
            .await
            .map_err(Fault::before_write)?;
        match self.bind_outcome(&bound).map_err(Fault::before_write)? {
            BindOutcome::Accepted | BindOutcome::MustChange if bound.rc == 0 => {}
            BindOutcome::Wrong => {
                return Err(SetPasswordError::Refused(DirectoryRefusal::WrongCurrentPassword));
            }
            _ => return Err(SetPasswordError::Refused(DirectoryRefusal::NotAllowed)),
        }
        let operation = Exop::from(PasswordModify {
            user_id: Some(&entry.dn),
            old_pass: Some(current.expose()),
            new_pass: Some(new.expose()),
        });
        let answer = owner
            .extended(operation, Some(request()))
            .await
            .map_err(Fault::of_write)?;
        if answer.is_success() {
            Ok(())
        } else {
            Err(self.refused(lease, entry, &answer, new).await)
        }
    }

    async fn unlock(&self, lease: &mut Lease<'_>, entry: &Entry) -> Result<(), Fault> {
        match entry.text("pwdAccountLockedTime") {
            None => return Ok(()),
            Some(LOCKED_BY_ADMINISTRATOR) => {
                tracing::warn!("an administrator locked an account: it is not unlocked here");
                return Err(Fault::Misconfigured);
            }
            Some(_) => {}
        }
        let answer = lease
            .modify(&entry.dn, vec![delete("pwdAccountLockedTime")], None)
            .await?;
        match answer.code {
            0 | code::NO_SUCH_ATTRIBUTE => Ok(()),
            _ => Err(answer.refusal()),
        }
    }

    fn bind_control(&self) -> Option<RawControl> {
        Some(request())
    }

    fn bind_outcome(&self, result: &LdapResult) -> Result<BindOutcome, Fault> {
        let error = policy_error(&result.ctrls);
        match (result.rc, error) {
            (0, Some(0 | 2)) => Ok(BindOutcome::MustChange),
            (0, _) => Ok(BindOutcome::Accepted),
            (code::INVALID_CREDENTIALS, Some(1)) => Ok(BindOutcome::Locked),
            // slapd looks at the age only once the password was right.
            (code::INVALID_CREDENTIALS, Some(0)) => Ok(BindOutcome::MustChange),
            (code::BUSY | code::UNAVAILABLE | code::OTHER, _) => Err(Fault::NotNow),
            _ => Ok(BindOutcome::Wrong),
        }
    }

    fn changed_at(&self, entry: &Entry) -> (String, Option<Timestamp>) {
        let text = entry.text("pwdChangedTime").unwrap_or_default();
        (text.to_owned(), entry::from_generalized_time(text))
    }

    fn version(&self, entry: &Entry) -> String {
        // pwdChangedTime counts seconds: two writes can share one.
        entry.text("entryCSN").unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use ldap3::controls::Control;

    use super::*;

    fn answer(code: u32, text: &str, value: Option<&[u8]>) -> Answer {
        let raw = |value: &[u8]| RawControl {
            ctype: PPOLICY.to_owned(),
            crit: false,
            val: Some(value.to_vec()),
        };
        Answer {
            code,
            text: text.to_owned(),
            controls: value.map(|value| Control(None, raw(value))).into_iter().collect(),
        }
    }

    #[test]
    fn the_controls_error_says_why() {
        let because = |error: u8| refusal(&answer(19, "", Some(&[0x30, 3, 0x81, 1, error])));
        assert_eq!(because(8), Some(Refusal::Is(DirectoryRefusal::History)));
        assert_eq!(because(7), Some(Refusal::Is(DirectoryRefusal::MinimumAge)));
        assert_eq!(because(6), Some(Refusal::Quality));
        assert_eq!(because(5), Some(Refusal::Quality));
        assert_eq!(because(4), Some(Refusal::NeedsOldPassword));
        assert_eq!(because(3), Some(Refusal::Is(DirectoryRefusal::NotAllowed)));
        assert_eq!(because(0), Some(Refusal::Is(DirectoryRefusal::Policy)));
        // A warning before the error, and values that are none.
        let warned = [0x30, 8, 0xa0, 3, 0x80, 1, 5, 0x81, 1, 8];
        assert_eq!(policy_error(&answer(19, "", Some(&warned)).controls), Some(8));
        for odd in [
            &[][..],
            &[0x30],
            &[0x30, 9, 0x81],
            &[0x30, 2, 0x81, 9],
            &[0x31, 0],
        ] {
            assert_eq!(policy_error(&answer(19, "", Some(odd)).controls), None, "{odd:?}");
        }
    }

    #[test]
    fn without_a_control_the_servers_words_say_why() {
        let because = |code, text| refusal(&answer(code, text, None));
        assert_eq!(
            because(19, "Password is in history of old passwords"),
            Some(Refusal::Is(DirectoryRefusal::History))
        );
        assert_eq!(
            because(19, "Password is too young to change"),
            Some(Refusal::Is(DirectoryRefusal::MinimumAge))
        );
        assert_eq!(
            because(19, "Password fails quality checking policy"),
            Some(Refusal::Quality)
        );
        assert_eq!(
            because(19, "something else"),
            Some(Refusal::Is(DirectoryRefusal::Policy))
        );
        assert_eq!(because(50, ""), None);
    }

    #[test]
    fn members_outside_the_base_are_left_out() {
        let base = "ou=People, dc=demo,dc=example";
        assert!(is_below("uid=ada,OU=people,dc=demo,dc=example", base));
        assert!(!is_below("cn=postern,ou=services,dc=demo,dc=example", base));
        assert!(!is_below("uid=ada,ou=otherpeople,dc=demo,dc=example", base));
    }

    #[test]
    fn a_short_password_is_told_the_length() {
        assert_eq!(
            quality(12, &SecretText::new("short")),
            DirectoryRefusal::TooShort { min: 12 }
        );
        assert_eq!(
            quality(0, &SecretText::new("short")),
            DirectoryRefusal::Complexity
        );
    }
}
