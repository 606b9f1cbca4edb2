//! The dispatch of messages: on a tick, behind every answer (law 3). Only here is decided
//! whether a code leaves; a message that will not leave is written out all the same and dropped.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::service::Deps;
use super::session::{Purpose, Resolution};
use super::store::{
    Answered, Arming, Channel, CodeRow, Outbox, OutboxBody, OutboxItem, Settlement, StorageError,
};
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

/// Tries before a message is given up: about a day, with waits of 5 s growing to an hour.
const MAX_ATTEMPTS: u32 = 36;
/// Messages of one channel that may be under way at the same time.
const PARALLEL: usize = 32;
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
    let Some(authenticator) = target.find(policy, person) else {
        return CodeDecision::Withhold;
    };
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

/// Sends what waits. Clones are one dispatcher.
#[derive(Clone)]
pub struct Dispatcher {
    deps: Deps,
    outbox: Arc<dyn Outbox>,
    mailer: Arc<dyn Mailer>,
    texter: Option<Arc<dyn Texter>>,
    /// Messages of each channel that may be under way at the same time.
    places: [Arc<Semaphore>; Channel::ALL.len()],
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
            places: [
                Arc::new(Semaphore::new(PARALLEL)),
                Arc::new(Semaphore::new(PARALLEL)),
            ],
        }
    }

    /// Starts to send what is due on a channel, each message as a task of its own: one that is slow
    /// holds up no other, so that nobody's message tells how long somebody else's took (law 3).
    /// Returns how many were started.
    ///
    /// # Errors
    /// When the store fails; then nothing was started.
    pub async fn start_due(&self, channel: Channel, tasks: &mut JoinSet<()>) -> Result<usize, StorageError> {
        let places = match channel {
            Channel::Mail => &self.places[0],
            Channel::Text => &self.places[1],
        };
        // Nothing is claimed that could not be sent at once.
        let mut permits = Vec::new();
        while let Ok(permit) = Arc::clone(places).try_acquire_owned() {
            permits.push(permit);
        }
        let now = self.deps.clock.now();
        let items = self.outbox.claim_due(channel, now, permits.len()).await?;
        let started = items.len();
        for (item, permit) in items.into_iter().zip(permits) {
            let dispatcher = self.clone();
            tasks.spawn(async move {
                if let Err(error) = dispatcher.dispatch(&item).await {
                    tracing::error!(%error, "a message could not be looked at; it is tried again");
                }
                drop(permit);
            });
        }
        Ok(started)
    }

    /// Works off what is due on a channel, and waits for it. Returns how many messages there were.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run_once(&self, channel: Channel) -> Result<usize, StorageError> {
        let mut tasks = JoinSet::new();
        let started = self.start_due(channel, &mut tasks).await?;
        while tasks.join_next().await.is_some() {}
        Ok(started)
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
                if self
                    .outbox
                    .take_daily_notice(&authenticator, &item.id, now)
                    .await?
                {
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
        let Deps { directory, store, .. } = &self.deps;
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
                    let person = self.deps.with_methods(account).await?;
                    let answered = Answered::of(&self.deps.policy.current(), person.as_ref());
                    store.resolve(&row.flow, &answered).await?;
                    return Ok(person);
                }
            },
        };
        Ok(self.deps.with_methods(account).await?)
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
