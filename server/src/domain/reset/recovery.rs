//! Writes that were cut off: recovery re-reads and never writes (law 6).

use jiff::{SignedDuration, Timestamp};

use super::service::ResetService;
use super::store::{FinishWrite, StorageError, UnsettledWrite, WriteKind, WriteOutcome};
use super::write::completion;
use crate::domain::account::Person;
use crate::domain::audit::{Origin, Reason};
use crate::domain::directory::{WriteEvidence, Written};
use crate::domain::message::Mail;

/// How long ago a write has to have begun. Those that this process still works on are left to it, however
/// long they take; a connector that cannot tell yet says so. This is for a request that was given up.
const GRACE: SignedDuration = SignedDuration::from_secs(30);
/// A write that is unsettled for so long may stay so.
const PATIENCE: SignedDuration = SignedDuration::from_mins(15);

/// Settles writes whose outcome is not known, by asking the directory what stands in it. At a
/// start-up every such write is looked at, later only those that have had time to end. Returns
/// how many were settled.
///
/// # Errors
/// When the store fails. A directory that does not answer leaves the write as it is.
pub async fn recover_writes(service: &ResetService, at_start: bool) -> Result<usize, StorageError> {
    let now = service.deps.clock.now();
    let before = if at_start {
        Timestamp::MAX
    } else {
        now.checked_sub(GRACE).unwrap_or(now)
    };
    let mut settled = 0;
    for write in service.deps.store.list_unsettled_writes(before).await? {
        if service.running.has(&write.attempt) {
            continue;
        }
        if recover(service, &write).await? {
            settled += 1;
        } else {
            postpone(service, &write).await?;
        }
    }
    Ok(settled)
}

/// Lets the others go first next time, and tells the operator once of a write that stays unknown.
async fn postpone(service: &ResetService, write: &UnsettledWrite) -> Result<(), StorageError> {
    let (store, now) = (&service.deps.store, service.deps.clock.now());
    let before = store.postpone_write(&write.attempt, now).await?;
    let is_late = |at: Timestamp| at.duration_since(write.started_at) >= PATIENCE;
    if is_late(now) && !before.is_some_and(is_late) {
        tracing::warn!(
            attempt = write.attempt.as_str(),
            flow = write.flow.as_str(),
            started_at = %write.started_at,
            "whether a write reached the directory cannot be told. If it answers and this stays, look there when \
             the account was changed last, and let the person start again; nothing is written by itself"
        );
    }
    Ok(())
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
    let (directory, now) = (&service.deps.directory, service.deps.clock.now());
    let may_arrive_until = write
        .started_at
        .checked_add(directory.longest_write())
        .unwrap_or(Timestamp::MAX);
    match write.kind {
        WriteKind::Password => directory
            .find_write(&write.subject, &write.attempt, &write.mark, write.started_at)
            .await
            .unwrap_or(WriteEvidence::Unknown),
        WriteKind::Unlock => match directory.get_account(&write.subject).await {
            Ok(Some(account)) if account.is_locked(now) && now < may_arrive_until => WriteEvidence::Unknown,
            Ok(Some(account)) if account.is_locked(now) => WriteEvidence::NotFound,
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
