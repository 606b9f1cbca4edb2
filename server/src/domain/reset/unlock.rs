//! Unlocking without a new password: the same gates, the same kind of durable attempt, read back
//! before it is believed (law 6).

use super::service::{FlowToken, ResetService};
use super::session::{Purpose, ResetSession};
use super::store::{BeginWrite, WriteKind};
use super::{ResetError, ResetRefusal};
use crate::domain::account::Person;
use crate::domain::audit::{Origin, Reason};
use crate::domain::directory::{DirectoryError, SetPasswordError, WriteMark, Written};
use crate::domain::ids::{FlowId, SubjectId, WriteAttemptId};
use crate::domain::message::{Mail, MailContent};
use crate::domain::policy::Policy;

impl ResetService {
    /// Lifts the lockout of the account; the password, portal sessions and other flows stay.
    ///
    /// # Errors
    /// [`ResetRefusal::MethodNotOffered`] where nobody can unlock without a new password,
    /// [`ResetRefusal::OutOfOrder`] when proofs are missing, when the flow is for a new password,
    /// or when the account is not locked.
    pub async fn unlock(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let mut session = self.find_expected(token, expected).await?;
        session.require_open(self.deps.clock.now())?;
        let policy = self.deps.policy.current();
        self.require_purpose(&policy, Purpose::Unlock)?;
        if session.purpose != Purpose::Unlock || session.proofs.is_empty() {
            return Err(ResetRefusal::OutOfOrder.into());
        }
        let person = self
            .person(&mut session, token)
            .await?
            .ok_or(ResetRefusal::OutOfOrder)?;
        self.authorise(&policy, &person, &session, &origin).await?;
        if !person.account.is_locked(self.deps.clock.now()) {
            return Err(ResetRefusal::OutOfOrder.into());
        }
        self.lift(&policy, &person, &session, origin).await
    }

    async fn lift(
        &self,
        policy: &Policy,
        person: &Person,
        session: &ResetSession,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let subject = &person.account.subject;
        let attempt = WriteAttemptId::generate(&*self.deps.random);
        let _running = self.running.enter(&attempt);
        self.deps
            .store
            .begin_write(BeginWrite {
                flow: session.id.clone(),
                attempt: attempt.clone(),
                kind: WriteKind::Unlock,
                subject: subject.clone(),
                mark: WriteMark::default(),
                proofs: session.proofs.clone(),
                now: self.deps.clock.now(),
                origin: origin.clone(),
            })
            .await?;
        let written = match self.deps.directory.unlock(subject).await {
            Err(DirectoryError::Misconfigured) => Err(SetPasswordError::Misconfigured),
            Err(DirectoryError::Busy) => Err(SetPasswordError::Busy),
            // A yes that cannot be read back is no success, and no failure either.
            Ok(()) => self.read_back_unlock(subject, SetPasswordError::Unknown).await,
            // The connection may have broken after the request was sent: look. Where it may still
            // arrive, "locked" is not the last word.
            Err(DirectoryError::Unavailable) => {
                let still_locked = if self.deps.directory.longest_write().is_positive() {
                    SetPasswordError::Unknown
                } else {
                    SetPasswordError::Unavailable
                };
                self.read_back_unlock(subject, still_locked).await
            }
        };
        let announced = match written {
            Ok(_) => self.unlock_notifications(policy, person, session),
            Err(_) => Vec::new(),
        };
        self.settle(attempt, written, announced, origin).await
    }

    /// A success is believed only once the directory says that the account is open.
    async fn read_back_unlock(
        &self,
        subject: &SubjectId,
        still_locked: SetPasswordError,
    ) -> Result<Written, SetPasswordError> {
        match self.deps.directory.get_account(subject).await {
            Ok(Some(account)) if !account.is_locked(self.deps.clock.now()) => Ok(Written { unlocked: true }),
            Ok(_) => Err(still_locked),
            Err(_) => Err(SetPasswordError::Unknown),
        }
    }

    /// The mails that an unlocking brings, to the person's primary and recovery addresses.
    pub(super) fn unlock_notifications(
        &self,
        policy: &Policy,
        person: &Person,
        session: &ResetSession,
    ) -> Vec<(Mail, Reason)> {
        if !policy.notify.user_on_unlock {
            return Vec::new();
        }
        let content = MailContent::AccountWasUnlocked {
            at: self.deps.clock.now(),
        };
        self.mails_to_owner(person, session, &content, Reason::UserToldOfUnlock)
    }
}
