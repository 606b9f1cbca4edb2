//! Writes that were cut off: recovery re-reads and never writes (law 6).

use jiff::{SignedDuration, Timestamp};

use super::service::{ResetService, WRITE_GRACE};
use super::store::{FinishWrite, StorageError, UnsettledWrite, WriteKind, WriteOutcome};
use super::write::completion;
use crate::domain::account::Person;
use crate::domain::audit::{Origin, Reason};
use crate::domain::directory::{WriteEvidence, Written};
use crate::domain::message::Mail;

/// Settles writes whose outcome is not known, by asking the directory what stands in it. At a
/// start-up every such write is looked at, later only those that have had time to end. Returns
/// how many were settled.
///
/// # Errors
/// When the store fails. A directory that does not answer leaves the write as it is.
pub async fn recover_writes(service: &ResetService, at_start: bool) -> Result<usize, StorageError> {
    let now = service.deps.clock.now();
    let grace = if at_start {
        SignedDuration::ZERO
    } else {
        WRITE_GRACE
    };
    let before = if at_start {
        Timestamp::MAX
    } else {
        now.checked_sub(grace).unwrap_or(now)
    };
    let mut settled = 0;
    for write in service.deps.store.list_unsettled_writes(before).await? {
        if recover(service, &write).await? {
            settled += 1;
        }
    }
    Ok(settled)
}

async fn recover(service: &ResetService, write: &UnsettledWrite) -> Result<bool, StorageError> {
    let (outcome, notifications) = match find_evidence(service, write).await {
        WriteEvidence::Found(written) => {
            let notifications = notifications(service, write).await?;
            let outcome = WriteOutcome::Confirmed(completion(written, &notifications));
            (outcome, notifications)
        }
        WriteEvidence::NotFound => (WriteOutcome::NotDelivered, Vec::new()),
        WriteEvidence::Unknown => return Ok(false),
    };
    service
        .deps
        .store
        .finish_write(FinishWrite {
            attempt: write.attempt.clone(),
            outcome,
            notifications,
            now: service.deps.clock.now(),
            origin: Origin::default(),
        })
        .await?;
    Ok(true)
}

/// What stands in the directory. A lockout that is gone is what an unlocking wanted, whoever did it.
async fn find_evidence(service: &ResetService, write: &UnsettledWrite) -> WriteEvidence {
    let directory = &service.deps.directory;
    match write.kind {
        WriteKind::Password => directory
            .find_write(&write.subject, &write.attempt, &write.mark, write.started_at)
            .await
            .unwrap_or(WriteEvidence::Unknown),
        WriteKind::Unlock => match directory.get_account(&write.subject).await {
            Ok(Some(account)) if account.is_locked(service.deps.clock.now()) => WriteEvidence::NotFound,
            Ok(Some(_)) => WriteEvidence::Found(Written { unlocked: true }),
            Ok(None) => WriteEvidence::NotFound,
            Err(_) => WriteEvidence::Unknown,
        },
    }
}

async fn notifications(
    service: &ResetService,
    write: &UnsettledWrite,
) -> Result<Vec<(Mail, Reason)>, StorageError> {
    let session = service.deps.store.find_flow(&write.flow).await?;
    let account = service
        .deps
        .directory
        .get_account(&write.subject)
        .await
        .ok()
        .flatten();
    let (Some(session), Some(account)) = (session, account) else {
        return Ok(Vec::new());
    };
    let authenticators = service.deps.methods.list_authenticators(&write.subject).await?;
    let policy = service.deps.policy.current();
    let person = Person {
        account,
        authenticators,
    };
    Ok(match write.kind {
        WriteKind::Password => service.notifications(&policy, &person, &session).await,
        WriteKind::Unlock => service.unlock_notifications(&policy, &person, &session),
    })
}
