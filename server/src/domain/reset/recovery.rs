//! Writes that were cut off: recovery re-reads and never writes (law 6).

use jiff::{SignedDuration, Timestamp};

use super::service::{ResetService, WRITE_GRACE};
use super::session::Completion;
use super::store::{FinishWrite, StorageError, UnsettledWrite, WriteOutcome};
use crate::domain::account::Person;
use crate::domain::audit::{Origin, Reason};
use crate::domain::directory::{WriteEvidence, WriteMark};

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
    let evidence = service
        .deps
        .directory
        .find_write(
            &write.subject,
            &write.attempt,
            &WriteMark::default(),
            Timestamp::UNIX_EPOCH,
        )
        .await;
    let (outcome, notifications) = match evidence {
        Ok(WriteEvidence::Found(written)) => {
            let notifications = notifications(service, write).await?;
            let notified = notifications
                .iter()
                .any(|(_, reason)| *reason == Reason::UserToldOfReset);
            (
                WriteOutcome::Confirmed(Completion {
                    unlocked: written.unlocked,
                    notified,
                }),
                notifications,
            )
        }
        Ok(WriteEvidence::NotFound) => (WriteOutcome::NotDelivered, Vec::new()),
        Ok(WriteEvidence::Unknown) | Err(_) => return Ok(false),
    };
    let now = service.deps.clock.now();
    let attempt = write.attempt.clone();
    service
        .deps
        .store
        .finish_write(FinishWrite {
            attempt,
            outcome,
            notifications,
            now,
            origin: Origin::default(),
        })
        .await?;
    Ok(true)
}

async fn notifications(
    service: &ResetService,
    write: &UnsettledWrite,
) -> Result<Vec<(crate::domain::message::Mail, Reason)>, StorageError> {
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
    Ok(service
        .notifications(
            &policy,
            &Person {
                account,
                authenticators,
            },
            &session,
        )
        .await)
}
