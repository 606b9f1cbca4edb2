//! The embedded directory behind a switch that makes it fail, and a counter of what it was asked.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jiff::Timestamp;
use postern_server::domain::account::Account;
use postern_server::domain::directory::{
    Capabilities, Directory, DirectoryError, DirectoryRefusal, PasswordVerdict, SetPasswordError,
    WriteEvidence, WriteMark, Written,
};
use postern_server::domain::identifier::Identifier;
use postern_server::domain::ids::{SubjectId, WriteAttemptId};
use postern_server::domain::secret::SecretText;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// Every question.
    Unavailable,
    /// It does not let the portal do its work.
    Misconfigured,
    /// Questions about accounts are never answered.
    Hangs,
    /// Too much waits for it already.
    Busy,
    /// Writes are refused for this reason.
    Refuses(DirectoryRefusal),
    /// Writes wait until there is another fault, or none.
    SlowWrite,
    /// The connection breaks before the write arrives.
    CutBeforeWrite,
    /// The connection breaks after the write arrived.
    CutAfterWrite,
}

/// A directory with a fault.
pub struct FaultyDirectory {
    inner: Mutex<Option<Arc<dyn Directory>>>,
    fault: Mutex<Fault>,
    writes: AtomicUsize,
    finds: AtomicUsize,
}

impl Default for FaultyDirectory {
    fn default() -> Self {
        Self {
            inner: Mutex::new(None),
            fault: Mutex::new(Fault::None),
            writes: AtomicUsize::new(0),
            finds: AtomicUsize::new(0),
        }
    }
}

impl FaultyDirectory {
    pub fn wrap(&self, inner: Arc<dyn Directory>) {
        *self.inner.lock().unwrap() = Some(inner);
    }

    pub fn set(&self, fault: Fault) {
        *self.fault.lock().unwrap() = fault;
    }

    /// Writes that reached the real directory.
    pub fn writes(&self) -> usize {
        self.writes.load(Ordering::SeqCst)
    }

    /// Accounts that were looked up by name.
    pub fn finds(&self) -> usize {
        self.finds.load(Ordering::SeqCst)
    }

    fn inner(&self) -> Arc<dyn Directory> {
        self.inner.lock().unwrap().clone().unwrap()
    }

    fn fault(&self) -> Fault {
        *self.fault.lock().unwrap()
    }

    async fn hang(&self) {
        if self.fault() == Fault::Hangs {
            std::future::pending::<()>().await;
        }
    }

    fn check(&self) -> Result<(), DirectoryError> {
        match self.fault() {
            Fault::Unavailable => Err(DirectoryError::Unavailable),
            Fault::Misconfigured => Err(DirectoryError::Misconfigured),
            _ => Ok(()),
        }
    }
}

#[async_trait]
impl Directory for FaultyDirectory {
    fn capabilities(&self) -> Capabilities {
        self.inner().capabilities()
    }

    async fn find_account(&self, identifier: &Identifier) -> Result<Option<Account>, DirectoryError> {
        self.check()?;
        self.finds.fetch_add(1, Ordering::SeqCst);
        self.hang().await;
        self.inner().find_account(identifier).await
    }

    async fn get_account(&self, subject: &SubjectId) -> Result<Option<Account>, DirectoryError> {
        self.check()?;
        self.inner().get_account(subject).await
    }

    async fn list_members(
        &self,
        groups: &BTreeSet<String>,
        limit: usize,
    ) -> Result<Vec<Account>, DirectoryError> {
        self.check()?;
        self.inner().list_members(groups, limit).await
    }

    async fn verify_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
    ) -> Result<PasswordVerdict, DirectoryError> {
        self.inner().verify_password(subject, password).await
    }

    async fn read_mark(&self, subject: &SubjectId) -> Result<WriteMark, DirectoryError> {
        self.check()?;
        self.inner().read_mark(subject).await
    }

    async fn set_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        match self.fault() {
            Fault::Unavailable => return Err(SetPasswordError::Unavailable),
            Fault::Misconfigured => return Err(SetPasswordError::Misconfigured),
            Fault::Busy => return Err(SetPasswordError::Busy),
            Fault::Refuses(refusal) => return Err(SetPasswordError::Refused(refusal)),
            Fault::CutBeforeWrite => return Err(SetPasswordError::Unknown),
            Fault::SlowWrite => {
                while self.fault() == Fault::SlowWrite {
                    tokio::time::sleep(std::time::Duration::from_millis(1)).await;
                }
            }
            Fault::None | Fault::Hangs | Fault::CutAfterWrite => {}
        }
        self.writes.fetch_add(1, Ordering::SeqCst);
        let written = self.inner().set_password(subject, password, attempt, now).await;
        if self.fault() == Fault::CutAfterWrite {
            Err(SetPasswordError::Unknown)
        } else {
            written
        }
    }

    async fn change_password(
        &self,
        subject: &SubjectId,
        current: &SecretText,
        new: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        self.inner()
            .change_password(subject, current, new, attempt, now)
            .await
    }

    async fn unlock(&self, subject: &SubjectId) -> Result<(), DirectoryError> {
        match self.fault() {
            Fault::Unavailable | Fault::CutBeforeWrite => return Err(DirectoryError::Unavailable),
            Fault::Misconfigured => return Err(DirectoryError::Misconfigured),
            Fault::Busy => return Err(DirectoryError::Busy),
            Fault::None | Fault::Hangs | Fault::SlowWrite | Fault::Refuses(_) | Fault::CutAfterWrite => {}
        }
        self.writes.fetch_add(1, Ordering::SeqCst);
        self.inner().unlock(subject).await?;
        if self.fault() == Fault::CutAfterWrite {
            Err(DirectoryError::Unavailable)
        } else {
            Ok(())
        }
    }

    async fn find_write(
        &self,
        subject: &SubjectId,
        attempt: &WriteAttemptId,
        mark: &WriteMark,
        since: Timestamp,
    ) -> Result<WriteEvidence, DirectoryError> {
        self.check()?;
        self.inner().find_write(subject, attempt, mark, since).await
    }
}
