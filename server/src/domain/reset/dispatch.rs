//! The dispatch of messages: on a tick, behind every answer (law 3). Only here is decided
//! whether a code leaves; a message that will not leave is written out all the same and dropped.

use std::sync::Arc;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};

use super::service::Deps;
use super::session::{Purpose, Resolution};
use super::store::{Arming, Channel, CodeRow, Outbox, OutboxBody, OutboxItem, Settlement, StorageError};
use super::target::Target;
use crate::domain::account::Person;
use crate::domain::address::EmailAddress;
use crate::domain::audit::Reason;
use crate::domain::identifier::Identifier;
use crate::domain::ids::AuthenticatorId;
use crate::domain::message::{DeliveryError, Mail, MailContent, Mailer, Text, TextContent, Texter};
use crate::domain::method::Method;
use crate::domain::phone::PhoneNumber;
use crate::domain::policy::{Eligibility, Ineligible, Policy, evaluate};

/// Messages looked at in one tick.
const BATCH: usize = 100;
/// Tries before a message is given up: about a day, with waits of 5 s growing to an hour.
const MAX_ATTEMPTS: u32 = 36;
/// Messages of one channel that are handed over at the same time.
const PARALLEL: usize = 8;
/// Where decoys are addressed to; they never leave.
const DECOY_ADDRESS: &str = "nobody@decoy.invalid";
/// A number of the range reserved for fiction.
const DECOY_NUMBER: &str = "+12025550100";

/// Whether a code leaves, and where to.
#[derive(Clone, PartialEq, Eq)]
pub enum CodeDecision {
    /// To what was typed: it is this verified authenticator's.
    Send(AuthenticatorId),
    /// A notice with the reason goes there instead.
    Notice(AuthenticatorId, Ineligible),
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

/// Decides about a typed target (law 3). Only a verified recovery address or number ever receives
/// anything, and never the mailbox that the lost password opens.
pub fn decide_code(policy: &Policy, person: Option<&Person>, method: Method, typed: &str) -> CodeDecision {
    let Some(person) = person else {
        return CodeDecision::Withhold;
    };
    let Ok(target) = Target::parse(policy, method, typed) else {
        return CodeDecision::Withhold;
    };
    let Some(authenticator) = target.find(person) else {
        return CodeDecision::Withhold;
    };
    if let Target::Sms(number) = &target
        && !policy.sms.covers(number)
    {
        return CodeDecision::Withhold;
    }
    match evaluate(policy, person) {
        Eligibility::Eligible(requirement) if requirement.methods.contains(&method) => {
            CodeDecision::Send(authenticator)
        }
        Eligibility::Eligible(_) => CodeDecision::Withhold,
        Eligibility::Ineligible(reason) => CodeDecision::Notice(authenticator, reason),
    }
}

/// A message on its way out.
enum Outgoing {
    Mail(Mail),
    Text(Text),
}

/// What every message of one code has in common.
struct Addressing {
    purpose: Purpose,
    locale: String,
    time_zone: Option<String>,
}

impl Addressing {
    /// A code to a target.
    fn code(&self, item: &OutboxItem, row: &CodeRow, to: Target) -> Outgoing {
        match to {
            Target::Email(to) => self.mail(
                to,
                MailContent::ResetCode {
                    purpose: self.purpose,
                    code: row.code.clone(),
                    link_token: row.link_token.clone(),
                    number: row.number,
                    minutes: row.minutes,
                    requested_at: item.queued_at,
                },
            ),
            Target::Sms(to) => self.text(
                to,
                TextContent::ResetCode {
                    purpose: self.purpose,
                    code: row.code.clone(),
                    number: row.number,
                    minutes: row.minutes,
                },
            ),
        }
    }

    /// The notice that there is no code, and why.
    fn refusal(&self, item: &OutboxItem, to: Target, reason: Ineligible) -> Outgoing {
        match to {
            Target::Email(to) => self.mail(
                to,
                MailContent::ResetRefused {
                    reason,
                    requested_at: item.queued_at,
                },
            ),
            Target::Sms(to) => self.text(to, TextContent::ResetRefused { reason }),
        }
    }

    fn mail(&self, to: EmailAddress, content: MailContent) -> Outgoing {
        Outgoing::Mail(Mail {
            to,
            locale: self.locale.clone(),
            time_zone: self.time_zone.clone(),
            content,
        })
    }

    fn text(&self, to: PhoneNumber, content: TextContent) -> Outgoing {
        Outgoing::Text(Text {
            to,
            locale: self.locale.clone(),
            content,
        })
    }
}

/// Sends what waits.
pub struct Dispatcher {
    deps: Deps,
    outbox: Arc<dyn Outbox>,
    mailer: Arc<dyn Mailer>,
    texter: Option<Arc<dyn Texter>>,
}

impl Dispatcher {
    /// A dispatcher with these ports.
    pub fn new(
        deps: Deps,
        outbox: Arc<dyn Outbox>,
        mailer: Arc<dyn Mailer>,
        texter: Option<Arc<dyn Texter>>,
    ) -> Self {
        Self {
            deps,
            outbox,
            mailer,
            texter,
        }
    }

    /// Works off what is due on a channel. Returns how many messages were looked at.
    ///
    /// # Errors
    /// When the store fails; what was not settled stays due.
    pub async fn run_once(&self, channel: Channel) -> Result<usize, StorageError> {
        let items = self
            .outbox
            .list_due(channel, self.deps.clock.now(), BATCH)
            .await?;
        let waiting: Vec<_> = items.iter().map(|item| self.dispatch(item)).collect();
        let mut dispatched = stream::iter(waiting).buffered(PARALLEL);
        while dispatched.try_next().await?.is_some() {}
        Ok(items.len())
    }

    async fn dispatch(&self, item: &OutboxItem) -> Result<(), StorageError> {
        let settlement = match &item.body {
            OutboxBody::Mail { mail, reason, .. } => {
                self.deliver(item, &Outgoing::Mail(mail.clone()), *reason).await
            }
            OutboxBody::Code(row) => self.dispatch_code(item, row).await?,
        };
        self.outbox.settle(item, settlement, self.deps.clock.now()).await
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
        let addressing = Addressing {
            purpose: session.purpose,
            locale,
            time_zone: session.time_zone.clone(),
        };
        let target = Target::parse(&policy, row.method, row.target.expose());
        match (
            decide_code(&policy, person.as_ref(), row.method, row.target.expose()),
            target,
        ) {
            (CodeDecision::Send(authenticator), Ok(target)) => {
                let code = addressing.code(item, row, target);
                match self
                    .outbox
                    .arm(&row.challenge, &authenticator, &policy.codes, now)
                    .await?
                {
                    Arming::Armed => Ok(self.deliver(item, &code, Reason::CodeSent).await),
                    Arming::Stale => Ok(Settlement::Stale),
                    Arming::LimitReached => Ok(self.drop_decoy(&code, Reason::CodeWithheldByLimit)),
                }
            }
            (CodeDecision::Notice(authenticator, reason), Ok(target)) => {
                let notice = addressing.refusal(item, target, reason);
                if item.attempts > 0 || self.outbox.take_daily_notice(&authenticator, now).await? {
                    Ok(self
                        .deliver(item, &notice, Reason::RefusalNoticeSent(reason))
                        .await)
                } else {
                    Ok(self.drop_decoy(&notice, Reason::CodeWithheld))
                }
            }
            _ => match Target::parse(&policy, row.method, decoy(row.method)) {
                Ok(nobody) => {
                    let code = addressing.code(item, row, nobody);
                    Ok(self.drop_decoy(&code, Reason::CodeWithheld))
                }
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
    fn drop_decoy(&self, outgoing: &Outgoing, reason: Reason) -> Settlement {
        match outgoing {
            Outgoing::Mail(mail) => drop(self.mailer.render(mail)),
            Outgoing::Text(text) => {
                if let Some(texter) = &self.texter {
                    drop(texter.render(text));
                }
            }
        }
        Settlement::Dropped(reason)
    }

    async fn deliver(&self, item: &OutboxItem, outgoing: &Outgoing, reason: Reason) -> Settlement {
        let delivered = match (outgoing, &self.texter) {
            (Outgoing::Mail(mail), _) => match self.mailer.render(mail) {
                Ok(rendered) => self.mailer.send(rendered).await,
                Err(error) => Err(error),
            },
            (Outgoing::Text(text), Some(texter)) => texter.send(texter.render(text)).await,
            (Outgoing::Text(_), None) => Err(DeliveryError::Permanent("there is no gateway".to_owned())),
        };
        match delivered {
            Ok(()) => Settlement::Sent(reason),
            Err(DeliveryError::Temporary(cause)) if item.attempts + 1 < MAX_ATTEMPTS => {
                tracing::warn!(outbox.attempts = item.attempts + 1, %cause, "a message waits: it cannot be handed over now");
                retry(item, self.deps.clock.now())
            }
            Err(DeliveryError::Temporary(cause) | DeliveryError::Permanent(cause)) => {
                tracing::error!(outbox.attempts = item.attempts + 1, %cause, "a message is given up");
                Settlement::Dead
            }
        }
    }
}

const fn decoy(method: Method) -> &'static str {
    match method {
        Method::Sms => DECOY_NUMBER,
        Method::Email | Method::AuthenticatorCode => DECOY_ADDRESS,
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
