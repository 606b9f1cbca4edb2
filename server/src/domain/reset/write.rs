//! The password: judged, handed to the directory as a durable attempt, read back, announced
//! (law 6).

use jiff::Timestamp;
use unicode_normalization::UnicodeNormalization;

use super::service::{FlowToken, ResetService, typed_identifier};
use super::session::{Completion, Purpose, ResetSession, SessionStatus};
use super::store::{BeginWrite, FinishWrite, WriteKind, WriteOutcome};
use super::{ResetError, ResetRefusal};
use crate::domain::account::{Account, Person};
use crate::domain::address::EmailAddress;
use crate::domain::audit::{Origin, Reason};
use crate::domain::directory::{DirectoryError, SetPasswordError, WriteEvidence, WriteMark, Written};
use crate::domain::ids::{FlowId, SubjectId, WriteAttemptId};
use crate::domain::message::{Mail, MailContent};
use crate::domain::policy::{Policy, Refusal, is_administrator, may_set_password};
use crate::domain::secret::SecretText;

/// At most so many administrators are told (Entra section 1.7).
const MAX_ADMINISTRATORS: usize = 100;

impl ResetService {
    /// Sets the new password.
    ///
    /// # Errors
    /// [`ResetRefusal::PasswordRejected`], [`ResetRefusal::DirectoryRefused`] (choose another),
    /// [`ResetRefusal::OutOfOrder`] (proofs are missing), [`ResetRefusal::WriteUnknown`].
    pub async fn set_password(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        typed: &SecretText,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let mut session = self.find_expected(token, expected).await?;
        session.require_open(self.deps.clock.now())?;
        if session.proofs.is_empty() || session.purpose != Purpose::Reset {
            return Err(ResetRefusal::OutOfOrder.into());
        }
        let policy = self.deps.policy.current();
        let person = self
            .person(&mut session, token)
            .await?
            .ok_or(ResetRefusal::OutOfOrder)?;
        self.authorise(&policy, &person, &session, &origin).await?;
        let password = SecretText::new(typed.expose().nfc().collect::<String>());
        let identifier = typed_identifier(&session, token);
        let names = names(&person.account, &identifier);
        self.judge(&policy, &names, &password, &session, &origin).await?;
        self.write(&policy, &person, &session, &password, origin).await
    }

    pub(super) async fn authorise(
        &self,
        policy: &Policy,
        person: &Person,
        session: &ResetSession,
        origin: &Origin,
    ) -> Result<(), ResetError> {
        match may_set_password(policy, person, &session.proofs) {
            Ok(()) => Ok(()),
            Err(Refusal::MoreProofs(_)) => Err(ResetRefusal::OutOfOrder.into()),
            Err(Refusal::Ineligible(reason)) => {
                self.note(session, Reason::PolicyRefused(reason), origin).await?;
                Err(ResetRefusal::NotEligible(reason).into())
            }
        }
    }

    async fn judge(
        &self,
        policy: &Policy,
        names: &[String],
        password: &SecretText,
        session: &ResetSession,
        origin: &Origin,
    ) -> Result<(), ResetError> {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let organisation: Vec<&str> = policy
            .password
            .organisation_names
            .iter()
            .map(String::as_str)
            .collect();
        let rules = postern_password::Rules {
            min_length: policy.password.min_length,
            max_length: policy.password.max_length,
            composition: policy.password.composition,
            protection: policy.password.protection,
            names: &names,
            organisation: &organisation,
            terms: Some(&policy.password.terms),
        };
        let is_common = |lower: &str| policy.password.common.contains(lower);
        let violations = postern_password::judge(password.expose(), &rules, is_common);
        if violations.is_empty() {
            return Ok(());
        }
        self.note(session, Reason::PasswordRejected, origin).await?;
        Err(ResetRefusal::PasswordRejected(violations).into())
    }

    async fn write(
        &self,
        policy: &Policy,
        person: &Person,
        session: &ResetSession,
        password: &SecretText,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let (clock, directory, subject) = (&self.deps.clock, &self.deps.directory, &person.account.subject);
        let attempt = WriteAttemptId::generate(&*self.deps.random);
        let _running = self.running.enter(&attempt);
        let mark = directory.read_mark(subject).await?;
        let since = clock.now();
        self.deps
            .store
            .begin_write(BeginWrite {
                flow: session.id.clone(),
                attempt: attempt.clone(),
                kind: WriteKind::Password,
                subject: subject.clone(),
                mark: mark.clone(),
                proofs: session.proofs.clone(),
                now: since,
                origin: origin.clone(),
            })
            .await?;
        let written = directory
            .set_password(subject, password, &attempt, clock.now())
            .await;
        let written = match written {
            Ok(written) => self.read_back(subject, &attempt, &mark, since, written).await,
            Err(error) => Err(error),
        };
        let announced = match written {
            Ok(_) => self.notifications(policy, person, session).await,
            Err(_) => Vec::new(),
        };
        self.settle(attempt, written, announced, origin).await
    }

    /// A success is believed only once it can be read in the directory (law 6).
    async fn read_back(
        &self,
        subject: &SubjectId,
        attempt: &WriteAttemptId,
        mark: &WriteMark,
        since: Timestamp,
        written: Written,
    ) -> Result<Written, SetPasswordError> {
        if !self.deps.directory.capabilities().finds_writes {
            return Ok(written);
        }
        match self
            .deps
            .directory
            .find_write(subject, attempt, mark, since)
            .await
        {
            Ok(WriteEvidence::Found(_)) => Ok(written),
            Ok(WriteEvidence::NotFound | WriteEvidence::Unknown) | Err(_) => Err(SetPasswordError::Unknown),
        }
    }

    /// Ends an attempt as the directory said, with the messages that a success brings.
    pub(super) async fn settle(
        &self,
        attempt: WriteAttemptId,
        written: Result<Written, SetPasswordError>,
        notifications: Vec<(Mail, Reason)>,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let now = self.deps.clock.now();
        let (outcome, answer) = match written {
            Ok(written) => (
                WriteOutcome::Confirmed(completion(written, &notifications)),
                Ok(()),
            ),
            Err(SetPasswordError::Refused(refusal)) => (
                WriteOutcome::Refused,
                Err(ResetRefusal::DirectoryRefused(refusal).into()),
            ),
            Err(SetPasswordError::Unavailable) => (
                WriteOutcome::NotDelivered,
                Err(DirectoryError::Unavailable.into()),
            ),
            Err(SetPasswordError::Misconfigured) => (
                WriteOutcome::NotDelivered,
                Err(DirectoryError::Misconfigured.into()),
            ),
            Err(SetPasswordError::Busy) => (WriteOutcome::NotDelivered, Err(DirectoryError::Busy.into())),
            Err(SetPasswordError::Unknown) => (WriteOutcome::Unknown, Err(ResetRefusal::WriteUnknown.into())),
        };
        self.deps
            .store
            .finish_write(FinishWrite {
                attempt,
                outcome,
                notifications,
                now,
                origin,
            })
            .await?;
        answer
    }

    /// The mails that a reset brings: to the person's primary and recovery addresses, and to the
    /// other administrators when an administrator resets.
    pub(super) async fn notifications(
        &self,
        policy: &Policy,
        person: &Person,
        session: &ResetSession,
    ) -> Vec<(Mail, Reason)> {
        let at = self.deps.clock.now();
        let mut mails = Vec::new();
        if policy.notify.user_on_reset {
            let content = MailContent::PasswordWasReset { at };
            mails.extend(self.mails_to_owner(person, session, &content, Reason::UserToldOfReset));
        }
        if policy.notify.admins_on_admin_reset && is_administrator(policy, person) {
            mails.extend(self.mails_to_administrators(policy, person, at).await);
        }
        mails
    }

    /// One mail to each of the person's addresses, the primary one too.
    pub(super) fn mails_to_owner(
        &self,
        person: &Person,
        session: &ResetSession,
        content: &MailContent,
        reason: Reason,
    ) -> Vec<(Mail, Reason)> {
        let own = person.account.locale.as_deref();
        let locale = self.deps.message_locale(own, &session.locale);
        let addresses = person
            .account
            .primary_mail
            .iter()
            .chain(person.recovery_addresses().map(|(_, address)| address));
        addresses
            .map(|to| {
                let mail = Mail {
                    to: to.clone(),
                    locale: locale.clone(),
                    time_zone: session.time_zone.clone(),
                    content: content.clone(),
                };
                (mail, reason)
            })
            .collect()
    }

    async fn mails_to_administrators(
        &self,
        policy: &Policy,
        person: &Person,
        at: Timestamp,
    ) -> Vec<(Mail, Reason)> {
        let groups = policy.roles.values().flatten().cloned().collect();
        // The password is set: a directory that is gone now must not turn that into a failure.
        let members = self
            .deps
            .directory
            .list_members(&groups, MAX_ADMINISTRATORS + 1)
            .await
            .unwrap_or_else(|error| {
                tracing::warn!(%error, "administrators are not told of a reset: they cannot be listed");
                Vec::new()
            });
        members
            .into_iter()
            .filter(|member| member.subject != person.account.subject)
            .take(MAX_ADMINISTRATORS)
            .filter_map(|member| {
                let content = MailContent::AdministratorReset {
                    administrator: person.account.user_name.clone(),
                    at,
                };
                let locale = self
                    .deps
                    .message_locale(member.locale.as_deref(), &self.deps.default_locale);
                let mail = Mail {
                    to: member.primary_mail?,
                    locale,
                    time_zone: None,
                    content,
                };
                Some((mail, Reason::AdministratorToldOfReset))
            })
            .collect()
    }

    async fn note(&self, session: &ResetSession, reason: Reason, origin: &Origin) -> Result<(), ResetError> {
        debug_assert!(matches!(session.status, SessionStatus::Open));
        Ok(self
            .deps
            .store
            .note(&session.id, reason, self.deps.clock.now(), origin.clone())
            .await?)
    }
}

/// What the person is told at the end.
pub(super) fn completion(written: Written, notifications: &[(Mail, Reason)]) -> Completion {
    Completion {
        unlocked: written.unlocked,
        notified: notifications
            .iter()
            .any(|(_, reason)| matches!(reason, Reason::UserToldOfReset | Reason::UserToldOfUnlock)),
    }
}

/// What the person is called, as far as it is known: as the directory says, and as they typed it.
/// In NFC, as the password is: however a directory composes a name, it is found.
fn names(account: &Account, identifier: &str) -> Vec<String> {
    let mail = account.primary_mail.as_ref().map(EmailAddress::as_str);
    [
        Some(account.user_name.as_str()),
        mail,
        account.given_name.as_deref(),
        account.family_name.as_deref(),
        account.display_name.as_deref(),
        Some(identifier),
    ]
    .into_iter()
    .flatten()
    .map(|name| name.nfc().collect())
    .collect()
}
