//! The dispatch of messages: on a tick, behind every answer (law 3). Only here is decided
//! whether a code leaves; a message that will not leave is written out all the same and dropped.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::service::Deps;
use super::session::Resolution;
use super::store::{Arming, CodeRow, Outbox, OutboxBody, OutboxItem, Settlement, StorageError};
use crate::domain::account::Person;
use crate::domain::address::EmailAddress;
use crate::domain::audit::Reason;
use crate::domain::identifier::Identifier;
use crate::domain::ids::AuthenticatorId;
use crate::domain::message::{DeliveryError, Mail, MailContent, Mailer};
use crate::domain::method::Method;
use crate::domain::policy::{Eligibility, Ineligible, Policy, evaluate};

/// Messages looked at in one tick.
const BATCH: usize = 100;
/// Tries before a message is given up: about a day, with waits of 5 s growing to an hour.
const MAX_ATTEMPTS: u32 = 36;
/// Where decoys are addressed to; they never leave.
const DECOY: &str = "nobody@decoy.invalid";

/// Whether a code leaves, and where to.
#[derive(Clone, PartialEq, Eq)]
pub enum CodeDecision {
    /// To this verified address.
    Send(AuthenticatorId, EmailAddress),
    /// A notice with the reason goes to this verified address instead.
    Notice(AuthenticatorId, EmailAddress, Ineligible),
    /// Nothing leaves.
    Withhold,
}

impl std::fmt::Debug for CodeDecision {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Send(..) => "Send",
            Self::Notice(..) => "Notice",
            Self::Withhold => "Withhold",
        })
    }
}

/// Decides about a typed target (law 3). Only a verified recovery address ever receives
/// anything, and never the mailbox that the lost password opens.
pub fn decide_code(policy: &Policy, person: Option<&Person>, typed: &str) -> CodeDecision {
    let Some(person) = person else {
        return CodeDecision::Withhold;
    };
    let Ok(typed) = EmailAddress::parse(typed) else {
        return CodeDecision::Withhold;
    };
    let matching = person
        .recovery_addresses()
        .find(|(_, address)| **address == typed);
    let Some((authenticator, address)) = matching else {
        return CodeDecision::Withhold;
    };
    match evaluate(policy, person) {
        Eligibility::Eligible(requirement) if requirement.methods.contains(&Method::Email) => {
            CodeDecision::Send(authenticator.clone(), address.clone())
        }
        Eligibility::Eligible(_) => CodeDecision::Withhold,
        Eligibility::Ineligible(reason) => {
            CodeDecision::Notice(authenticator.clone(), address.clone(), reason)
        }
    }
}

/// Sends what waits.
pub struct Dispatcher {
    deps: Deps,
    outbox: Arc<dyn Outbox>,
    mailer: Arc<dyn Mailer>,
}

impl Dispatcher {
    /// A dispatcher with these ports.
    pub fn new(deps: Deps, outbox: Arc<dyn Outbox>, mailer: Arc<dyn Mailer>) -> Self {
        Self { deps, outbox, mailer }
    }

    /// Works off what is due. Returns how many messages were looked at.
    ///
    /// # Errors
    /// When the store fails; what was not settled stays due.
    pub async fn run_once(&self) -> Result<usize, StorageError> {
        let items = self.outbox.list_due(self.deps.clock.now(), BATCH).await?;
        for item in &items {
            let settlement = match &item.body {
                OutboxBody::Mail { mail, reason, .. } => self.deliver(item, mail, *reason).await,
                OutboxBody::Code(row) => self.dispatch_code(item, row).await?,
            };
            self.outbox
                .settle(item, settlement, self.deps.clock.now())
                .await?;
        }
        Ok(items.len())
    }

    async fn dispatch_code(&self, item: &OutboxItem, row: &CodeRow) -> Result<Settlement, StorageError> {
        let now = self.deps.clock.now();
        let policy = self.deps.policy.current();
        let Some(session) = self.deps.store.find_flow(&row.flow).await? else {
            return Ok(Settlement::Stale);
        };
        // A code is worth nothing after its end; neither is telling that it could not leave.
        let ends_at = session
            .challenge
            .as_ref()
            .filter(|challenge| challenge.id == row.challenge)
            .map(|c| c.ends_at);
        if ends_at.is_none_or(|ends_at| now >= ends_at) {
            return Ok(if item.attempts == 0 {
                Settlement::Stale
            } else {
                Settlement::Dead
            });
        }
        let person = match self.find_person(&session.subject, row).await {
            Ok(person) => person,
            Err(LookupError::Directory) => return Ok(retry(item, now)),
            Err(LookupError::Storage(error)) => return Err(error),
        };
        let own = person
            .as_ref()
            .and_then(|person| person.account.locale.as_deref());
        let locale = self.deps.message_locale(own, &session.locale);
        let mail = |to: EmailAddress, content: MailContent| Mail {
            to,
            locale: locale.clone(),
            time_zone: session.time_zone.clone(),
            content,
        };
        let code = |to| {
            mail(
                to,
                MailContent::ResetCode {
                    code: row.code.clone(),
                    link_token: row.link_token.clone(),
                    number: row.number,
                    minutes: row.minutes,
                    requested_at: item.queued_at,
                },
            )
        };
        match decide_code(&policy, person.as_ref(), row.target.expose()) {
            CodeDecision::Send(authenticator, address) => {
                match self
                    .outbox
                    .arm(&row.challenge, &authenticator, &policy.codes, now)
                    .await?
                {
                    Arming::Armed => Ok(self.deliver(item, &code(address), Reason::CodeSent).await),
                    Arming::Stale => Ok(Settlement::Stale),
                    Arming::LimitReached => Ok(self.drop_decoy(&code(address), Reason::CodeWithheldByLimit)),
                }
            }
            CodeDecision::Notice(authenticator, address, reason) => {
                let content = MailContent::ResetRefused {
                    reason,
                    requested_at: item.queued_at,
                };
                if item.attempts > 0 || self.outbox.take_daily_notice(&authenticator, now).await? {
                    let mail = mail(address, content);
                    Ok(self.deliver(item, &mail, Reason::RefusalNoticeSent(reason)).await)
                } else {
                    Ok(self.drop_decoy(&mail(address, content), Reason::CodeWithheld))
                }
            }
            CodeDecision::Withhold => match EmailAddress::parse(DECOY) {
                Ok(nobody) => Ok(self.drop_decoy(&code(nobody), Reason::CodeWithheld)),
                Err(_) => Ok(Settlement::Dropped(Reason::CodeWithheld)),
            },
        }
    }

    async fn find_person(&self, subject: &Resolution, row: &CodeRow) -> Result<Option<Person>, LookupError> {
        let Deps {
            directory,
            methods,
            store,
            ..
        } = &self.deps;
        let account = match subject {
            Resolution::Nobody => None,
            Resolution::Person(subject) => directory
                .get_account(subject)
                .await
                .map_err(|_| LookupError::Directory)?,
            Resolution::Pending => match Identifier::parse(row.identifier.expose()) {
                Err(_) => None,
                Ok(identifier) => {
                    let account = directory
                        .find_account(&identifier)
                        .await
                        .map_err(|_| LookupError::Directory)?;
                    store
                        .resolve(&row.flow, account.as_ref().map(|account| &account.subject))
                        .await?;
                    account
                }
            },
        };
        match account {
            None => Ok(None),
            Some(account) => {
                let authenticators = methods.list_authenticators(&account.subject).await?;
                Ok(Some(Person {
                    account,
                    authenticators,
                }))
            }
        }
    }

    /// Writes a message out and lets it go: the same work as for one that leaves.
    fn drop_decoy(&self, mail: &Mail, reason: Reason) -> Settlement {
        drop(self.mailer.render(mail));
        Settlement::Dropped(reason)
    }

    async fn deliver(&self, item: &OutboxItem, mail: &Mail, reason: Reason) -> Settlement {
        let delivered = match self.mailer.render(mail) {
            Ok(rendered) => self.mailer.send(rendered).await,
            Err(error) => Err(error),
        };
        match delivered {
            Ok(()) => Settlement::Sent(reason),
            Err(DeliveryError::Temporary(cause)) if item.attempts + 1 < MAX_ATTEMPTS => {
                tracing::warn!(outbox.attempts = item.attempts + 1, %cause, "a message waits: the mail server cannot take it now");
                retry(item, self.deps.clock.now())
            }
            Err(DeliveryError::Temporary(cause) | DeliveryError::Permanent(cause)) => {
                tracing::error!(outbox.attempts = item.attempts + 1, %cause, "a message is given up");
                Settlement::Dead
            }
        }
    }
}

/// Why a person could not be looked up.
enum LookupError {
    Directory,
    Storage(StorageError),
}

impl From<StorageError> for LookupError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// 5 s, 10 s, 20 s … up to an hour.
fn retry(item: &OutboxItem, now: Timestamp) -> Settlement {
    let seconds = 5_i64.saturating_mul(1 << item.attempts.min(10)).min(3_600);
    Settlement::RetryAt(now.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(now))
}
