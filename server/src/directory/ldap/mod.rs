//! A directory that speaks LDAP: `OpenLDAP` and its kin, Active Directory and Samba.
//!
//! People are keyed by the server's own immutable id (`entryUUID`, `objectGUID`). What somebody types
//! reaches the server only as an escaped value of a filter; DNs come from the server; exactly one
//! entry has to match; referrals are not followed (S-59). Connections are TLS, always verified (S-29).
//!
//! A write is believed when the server said yes *and* the new password binds, or, where a bind
//! cannot tell, when the entry shows another time of its password. A yes that never came is
//! [`SetPasswordError::Unknown`]: nothing is ever written twice.
//!
//! # How do I add one more kind of server?
//! Implement [`dialect::Dialect`], name it in `config::LdapKind`, and give it a module in
//! `server/tests/directory` that starts a real one.

mod active_directory;
mod connection;
mod dialect;
mod domain_policy;
#[cfg(test)]
mod double;
mod entry;
mod fault;
mod filter;
mod limits;
mod mark;
mod open_ldap;
mod sid;
mod tls;

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use ldap3::Scope;
use tokio::time::timeout;

use self::active_directory::ActiveDirectory;
use self::connection::{Lease, Pool};
use self::dialect::{BindOutcome, Dialect, Layout, People, Standing};
use self::entry::Entry;
use self::fault::Fault;
use self::limits::Limits;
use self::mark::{Mark, Window};
use self::open_ldap::OpenLdap;
use crate::config::{Ldap, LdapKind};
use crate::domain::account::Account;
use crate::domain::address::EmailAddress;
use crate::domain::clock::Clock;
use crate::domain::directory::{
    Capabilities, Directory, DirectoryError, DirectoryRefusal, PasswordVerdict, SetPasswordError,
    WriteEvidence, WriteMark, Written,
};
use crate::domain::identifier::Identifier;
use crate::domain::ids::{SubjectId, WriteAttemptId};
use crate::domain::secret::SecretText;

pub use tls::{LdapTlsError, client_config};

/// Confirmed writes that are remembered, so that reading one back does not depend on clocks.
const REMEMBERED: usize = 1_024;

/// A directory behind LDAP.
pub struct LdapDirectory {
    pool: Pool,
    dialect: Box<dyn Dialect>,
    layout: Arc<Layout>,
    people: People,
    writeback: bool,
    limits: Limits,
    clock: Arc<dyn Clock>,
    confirmed: Mutex<VecDeque<Confirmed>>,
}

/// A write that the server confirmed, with the mark that it left.
struct Confirmed {
    attempt: WriteAttemptId,
    mark: Mark,
    written: Written,
}

/// One person's entry and how it stands.
struct Located {
    entry: Entry,
    standing: Standing,
}

/// Asks once more where the first attempt sent nothing: a connection that had ended unnoticed, a
/// server that restarts.
macro_rules! retrying {
    ($question:expr) => {
        match $question.await {
            Err(Fault::Unreachable) => $question.await,
            answer => answer,
        }
    };
}

impl LdapDirectory {
    /// Prepares the connections; none is opened before the first question.
    ///
    /// # Errors
    /// [`LdapTlsError`] if the certificates to believe cannot be read.
    pub fn new(ldap: &Ldap, clock: Arc<dyn Clock>) -> Result<Self, LdapTlsError> {
        let layout = Arc::new(Layout::new(ldap));
        let dialect: Box<dyn Dialect> = match ldap.kind {
            LdapKind::Openldap => Box::new(OpenLdap::new(Arc::clone(&layout))),
            LdapKind::ActiveDirectory => Box::new(ActiveDirectory::new(Arc::clone(&layout))),
        };
        let pool = Pool::new(ldap, client_config(ldap)?, dialect.history_controls());
        let own = dialect.attributes().iter().copied();
        let attributes: BTreeSet<&str> = layout.names.names().into_iter().chain(own).collect();
        let people = People {
            filter: filter::all(
                [dialect.person_filter().to_owned()]
                    .into_iter()
                    .chain(layout.user_filter.as_deref().map(bracketed)),
            ),
            attributes: attributes.into_iter().map(str::to_owned).collect(),
        };
        Ok(Self {
            pool,
            dialect,
            layout,
            people,
            writeback: ldap.writeback,
            limits: Limits::new(ldap),
            clock,
            confirmed: Mutex::default(),
        })
    }

    /// Exactly one entry, or none.
    async fn find_one(&self, lease: &mut Lease<'_>, condition: String) -> Result<Option<Entry>, Fault> {
        let filter = filter::all([self.people.filter.clone(), condition]);
        let found = lease
            .search(
                &self.layout.base,
                Scope::Subtree,
                &filter,
                &self.people.attributes,
                2,
            )
            .await?;
        let mut entries = found.entries.into_iter();
        match (entries.next(), entries.next(), found.more) {
            (Some(entry), None, false) => Ok(Some(entry)),
            (None, _, false) => Ok(None),
            _ => {
                tracing::warn!(
                    "more than one entry of the directory matches one name: nobody is found by it"
                );
                Ok(None)
            }
        }
    }

    async fn locate(&self, lease: &mut Lease<'_>, subject: &SubjectId) -> Result<Option<Located>, Fault> {
        let Some(condition) = self.dialect.subject_filter(subject) else {
            return Ok(None);
        };
        let Some(entry) = self.find_one(lease, condition).await? else {
            return Ok(None);
        };
        let standing = self.dialect.standing(lease, &entry, &*self.clock).await?;
        Ok(Some(Located { entry, standing }))
    }

    async fn account(
        &self,
        lease: &mut Lease<'_>,
        entry: &Entry,
        groups: BTreeSet<String>,
    ) -> Result<Option<Account>, Fault> {
        let names = &self.layout.names;
        let user_name = names.user_name.iter().find_map(|name| entry.text(name));
        let (Some(subject), Some(user_name)) = (self.dialect.subject(entry), user_name) else {
            tracing::warn!(
                "an entry of the directory has no readable id or user name: check the service account's rights"
            );
            return Ok(None);
        };
        let standing = self.dialect.standing(lease, entry, &*self.clock).await?;
        let text = |name: &str| entry.text(name).map(str::to_owned);
        Ok(Some(Account {
            subject,
            user_name: user_name.to_owned(),
            primary_mail: entry
                .text(&names.mail)
                .and_then(|mail| EmailAddress::parse(mail).ok()),
            given_name: text(&names.given_name),
            family_name: text(&names.family_name),
            display_name: names.display_name.iter().find_map(|name| text(name)),
            // A list of preferences as in HTTP (RFC 2798 section 2.7): the first.
            locale: text(&names.locale)
                .and_then(|list| list.split([',', ';']).next().map(|tag| tag.trim().to_owned())),
            groups,
            enabled: standing.enabled,
            locked_until: standing.locked_until,
            must_change: standing.must_change,
            protected: standing.protected,
        }))
    }

    async fn find_by(&self, condition: &str) -> Result<Option<Account>, Fault> {
        let mut lease = self.pool.lease().await?;
        let Some(entry) = self.find_one(&mut lease, condition.to_owned()).await? else {
            return Ok(None);
        };
        let groups = self.dialect.groups(&mut lease, &entry).await?;
        self.account(&mut lease, &entry, groups).await
    }

    async fn list(&self, groups: &BTreeSet<String>, limit: usize) -> Result<Vec<Account>, Fault> {
        let mut lease = self.pool.lease().await?;
        let mut accounts: Vec<Account> = Vec::new();
        for group in groups {
            for entry in self
                .dialect
                .members(&mut lease, group, &self.people, limit)
                .await?
            {
                let subject = self.dialect.subject(&entry);
                if let Some(known) = accounts
                    .iter_mut()
                    .find(|known| Some(&known.subject) == subject.as_ref())
                {
                    known.groups.insert(group.clone());
                    continue;
                }
                let in_group = BTreeSet::from([group.clone()]);
                let account = self.account(&mut lease, &entry, in_group).await?;
                accounts.extend(account.filter(|account| account.enabled));
            }
        }
        accounts.truncate(limit);
        Ok(accounts)
    }

    async fn verify(&self, subject: &SubjectId, password: &SecretText) -> Result<PasswordVerdict, Fault> {
        let mut lease = self.pool.lease().await?;
        let located = self.locate(&mut lease, subject).await?;
        let server = lease.server();
        drop(lease);
        let Some(Located { entry, standing }) = located else {
            return Ok(PasswordVerdict::Wrong);
        };
        if !standing.enabled {
            return Ok(PasswordVerdict::Disabled);
        }
        Ok(match self.try_bind(server, &entry, password).await? {
            // slapd accepts a bind where its policy has pwdMustChange off and the entry says otherwise.
            BindOutcome::Accepted if standing.must_change => PasswordVerdict::RightButMustChange,
            BindOutcome::Accepted => PasswordVerdict::Right,
            BindOutcome::MustChange => PasswordVerdict::RightButMustChange,
            BindOutcome::Disabled => PasswordVerdict::Disabled,
            BindOutcome::Locked => PasswordVerdict::Locked,
            // Some servers do not say that it was the lockout.
            BindOutcome::Wrong if standing.locked_until.is_some() => PasswordVerdict::Locked,
            BindOutcome::Wrong => PasswordVerdict::Wrong,
        })
    }

    async fn try_bind(
        &self,
        server: usize,
        entry: &Entry,
        password: &SecretText,
    ) -> Result<BindOutcome, Fault> {
        if password.expose().is_empty() {
            return Ok(BindOutcome::Wrong);
        }
        let control = self.dialect.bind_control();
        let (_, result) = self.pool.try_bind(server, &entry.dn, password, control).await?;
        self.dialect.bind_outcome(&result)
    }

    fn mark(&self, server: usize, located: &Located) -> (Mark, Option<Timestamp>) {
        let (changed, at) = self.dialect.changed_at(&located.entry);
        let mark = Mark {
            server: self.pool.server(server).to_owned(),
            changed,
            version: self.dialect.version(&located.entry),
            locked: located.standing.locked_until.is_some(),
        };
        (mark, at)
    }

    async fn current_mark(&self, subject: &SubjectId) -> Result<Option<(Mark, Option<Timestamp>)>, Fault> {
        let mut lease = self.pool.lease().await?;
        let located = self.locate(&mut lease, subject).await?;
        Ok(located.map(|located| self.mark(lease.server(), &located)))
    }

    /// An entry that may be written: there, enabled, and not protected by the directory.
    async fn writable(
        &self,
        lease: &mut Lease<'_>,
        subject: &SubjectId,
    ) -> Result<Located, SetPasswordError> {
        if !self.writeback {
            tracing::error!("directory.writeback is off: nothing is written");
            return Err(SetPasswordError::Misconfigured);
        }
        let located = self.locate(lease, subject).await.map_err(Fault::before_write)?;
        located
            .filter(|located| located.standing.enabled && !located.standing.protected)
            .ok_or(SetPasswordError::Refused(DirectoryRefusal::NotAllowed))
    }

    /// A connection and the entry to be written. Nothing is written here: out of time is out of reach.
    async fn prepare(&self, subject: &SubjectId) -> Result<(Lease<'_>, Located), SetPasswordError> {
        let prepared = async {
            let mut lease = retrying!(self.pool.lease()).map_err(Fault::before_write)?;
            let located = self.writable(&mut lease, subject).await?;
            Ok((lease, located))
        };
        timeout(self.limits.prepare, prepared)
            .await
            .unwrap_or(Err(SetPasswordError::Unavailable))
    }

    /// Looks whether a write that the server said yes to stands: by a bind with the new password,
    /// and by the entry.
    async fn confirm(
        &self,
        lease: &mut Lease<'_>,
        subject: &SubjectId,
        before: &Located,
        password: &SecretText,
        attempt: &WriteAttemptId,
    ) -> Result<Written, SetPasswordError> {
        let server = lease.server();
        let bound = retrying!(self.try_bind(server, &before.entry, password));
        let after = self.locate(lease, subject).await.ok().flatten();
        let (old, _) = self.mark(server, before);
        let new = after.as_ref().map(|after| self.mark(server, after).0);
        let is_changed = new.as_ref().is_some_and(|new| new.changed != old.changed);
        let stands = match bound {
            Ok(BindOutcome::Accepted | BindOutcome::MustChange | BindOutcome::Disabled) => true,
            Ok(BindOutcome::Wrong) => false,
            Ok(BindOutcome::Locked) | Err(_) => is_changed,
        };
        if !stands {
            tracing::error!(
                ?bound,
                "the directory said yes to a password, and it cannot be seen to stand"
            );
            return Err(SetPasswordError::Unknown);
        }
        let written = Written {
            unlocked: old.locked && new.as_ref().is_some_and(|new| !new.locked),
        };
        if let Some(mark) = new {
            self.remember(Confirmed {
                attempt: attempt.clone(),
                mark,
                written,
            });
        }
        Ok(written)
    }

    async fn lift(&self, subject: &SubjectId) -> Result<(), DirectoryError> {
        let mut lease = retrying!(self.pool.lease())?;
        let Some(located) = self.locate(&mut lease, subject).await? else {
            return Ok(());
        };
        self.dialect.unlock(&mut lease, &located.entry).await?;
        let after = self.locate(&mut lease, subject).await?;
        if after.is_some_and(|after| after.standing.locked_until.is_some()) {
            tracing::error!("the directory confirmed an unlock, and the account is still locked");
            return Err(DirectoryError::Misconfigured);
        }
        Ok(())
    }

    fn remember(&self, confirmed: Confirmed) {
        let mut all = self.confirmed.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() == REMEMBERED {
            all.pop_front();
        }
        all.push_back(confirmed);
    }

    /// What was confirmed for an attempt, if the entry still shows it.
    fn recall(&self, attempt: &WriteAttemptId, now: &Mark) -> Option<Written> {
        let all = self.confirmed.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter()
            .find(|one| one.attempt == *attempt && one.mark.changed == now.changed)
            .map(|one| one.written)
    }
}

/// Within what a write may take, whose outcome nobody knows after that.
async fn write_within<T>(
    limit: Duration,
    write: impl Future<Output = Result<T, SetPasswordError>>,
) -> Result<T, SetPasswordError> {
    timeout(limit, write)
        .await
        .unwrap_or(Err(SetPasswordError::Unknown))
}

/// A filter with brackets around it, as the operator may have left them out.
fn bracketed(filter: &str) -> String {
    if filter.starts_with('(') {
        filter.to_owned()
    } else {
        format!("({filter})")
    }
}

#[async_trait]
impl Directory for LdapDirectory {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            enforces_history_on_reset: self.pool.enforces_history(),
            locks_accounts: true,
            finds_writes: true,
            has_password_rules: true,
        }
    }

    async fn find_account(&self, identifier: &Identifier) -> Result<Option<Account>, DirectoryError> {
        let names = &self.layout.names;
        let mut searched = names.user_name.clone();
        searched.push(names.mail.clone());
        let condition = filter::named(&searched, identifier.as_key());
        Ok(retrying!(self.find_by(&condition))?)
    }

    async fn get_account(&self, subject: &SubjectId) -> Result<Option<Account>, DirectoryError> {
        let Some(condition) = self.dialect.subject_filter(subject) else {
            return Ok(None);
        };
        Ok(retrying!(self.find_by(&condition))?)
    }

    /// Their `groups` are those that were asked for.
    async fn list_members(
        &self,
        groups: &BTreeSet<String>,
        limit: usize,
    ) -> Result<Vec<Account>, DirectoryError> {
        Ok(retrying!(self.list(groups, limit))?)
    }

    async fn verify_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
    ) -> Result<PasswordVerdict, DirectoryError> {
        Ok(retrying!(self.verify(subject, password))?)
    }

    async fn read_mark(&self, subject: &SubjectId) -> Result<WriteMark, DirectoryError> {
        let mark = retrying!(self.current_mark(subject))?;
        Ok(mark.map_or_else(WriteMark::default, |(mark, _)| mark.to_write_mark()))
    }

    async fn set_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        let (mut lease, located) = self.prepare(subject).await?;
        let write = self
            .dialect
            .set_password(&mut lease, &located.entry, password, now);
        write_within(self.limits.write, write).await?;
        let confirm = self.confirm(&mut lease, subject, &located, password, attempt);
        write_within(self.limits.confirm, confirm).await
    }

    async fn change_password(
        &self,
        subject: &SubjectId,
        current: &SecretText,
        new: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        if current.expose().is_empty() {
            return Err(SetPasswordError::Refused(DirectoryRefusal::WrongCurrentPassword));
        }
        let (mut lease, located) = self.prepare(subject).await?;
        let write = self
            .dialect
            .change_password(&self.pool, &mut lease, &located.entry, (current, new), now);
        write_within(self.limits.write, write).await?;
        let confirm = self.confirm(&mut lease, subject, &located, new, attempt);
        write_within(self.limits.confirm, confirm).await
    }

    async fn unlock(&self, subject: &SubjectId) -> Result<(), DirectoryError> {
        if !self.writeback {
            tracing::error!("directory.writeback is off: nothing is unlocked");
            return Err(DirectoryError::Misconfigured);
        }
        timeout(self.limits.prepare + self.limits.write, self.lift(subject))
            .await
            .unwrap_or(Err(DirectoryError::Unavailable))
    }

    fn longest_write(&self) -> SignedDuration {
        self.limits.longest()
    }

    async fn find_write(
        &self,
        subject: &SubjectId,
        attempt: &WriteAttemptId,
        mark: &WriteMark,
        since: Timestamp,
    ) -> Result<WriteEvidence, DirectoryError> {
        let Some((now, changed_at)) = retrying!(self.current_mark(subject))? else {
            return Ok(WriteEvidence::Unknown);
        };
        if let Some(written) = self.recall(attempt, &now) {
            return Ok(WriteEvidence::Found(written));
        }
        Ok(match Mark::parse(mark) {
            Some(before) => {
                let window = Window {
                    since,
                    longest: self.limits.longest(),
                    now: self.clock.now(),
                };
                before.compare(&now, changed_at, &window)
            }
            None => WriteEvidence::Unknown,
        })
    }
}
