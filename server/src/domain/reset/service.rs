//! The life of a reset: its start, what comes next, more time, its end. The gates stand in
//! [`super::gates`], the password in [`super::write`].

use std::sync::Arc;

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::running::Running;
use super::session::{Purpose, ResetSession, Resolution, SessionStatus, later};
use super::step::{ResetView, depends_on_person, view};
use super::store::{Answered, NewSession, ResetStore, StorageError, TokenHash};
use super::{ResetError, ResetRefusal};
use crate::domain::account::{Account, Person};
use crate::domain::audit::{Origin, Reason};
use crate::domain::clock::Clock;
use crate::domain::directory::Directory;
use crate::domain::identifier::Identifier;
use crate::domain::ids::{ChallengeId, FlowId};
use crate::domain::methods::MethodStore;
use crate::domain::policy::{Disclosure, Policy, PolicySource};
use crate::domain::random::{self, Random};
use crate::vault::{self, MacPurpose, Place, Vault};

/// The ports that a reset needs.
#[derive(Clone)]
pub struct Deps {
    /// Sessions.
    pub store: Arc<dyn ResetStore>,
    /// Accounts.
    pub directory: Arc<dyn Directory>,
    /// What people registered.
    pub methods: Arc<dyn MethodStore>,
    /// The policy in force.
    pub policy: Arc<dyn PolicySource>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// Keys.
    pub vault: Arc<Vault>,
    /// The language on offer that serves a tag, if any does.
    pub match_locale: MatchLocale,
    /// Language for people whose own and whose page's is not known.
    pub default_locale: String,
}

/// Finds the language on offer that serves a BCP 47 tag.
pub type MatchLocale = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

impl Deps {
    /// An account with what its owner registered.
    pub(super) async fn with_methods(
        &self,
        account: Option<Account>,
    ) -> Result<Option<Person>, StorageError> {
        let Some(account) = account else { return Ok(None) };
        let authenticators = self.methods.list_authenticators(&account.subject).await?;
        Ok(Some(Person {
            account,
            authenticators,
        }))
    }

    /// The language of a message: the person's own if it is on offer, else the page's.
    pub(super) fn message_locale(&self, own: Option<&str>, page: &str) -> String {
        own.and_then(|own| (self.match_locale)(own))
            .unwrap_or_else(|| page.to_owned())
    }
}

/// The token of a flow cookie: 256 random bits. The store knows only its hash.
pub struct FlowToken(Zeroizing<[u8; 32]>);

impl FlowToken {
    /// Reads what a browser brought back.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?);
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    /// The token as a cookie carries it.
    pub fn to_text(&self) -> String {
        data_encoding::BASE64URL_NOPAD.encode(&self.0[..])
    }

    /// What the store knows of it.
    pub fn hash(&self) -> TokenHash {
        TokenHash(vault::sha256(&self.0[..]))
    }

    /// Seals a value that only the browser with this token can have opened.
    pub(super) fn seal(&self, random: &dyn Random, place: Place<'_>, value: &str) -> Vec<u8> {
        vault::seal_for_browser(random, &self.0[..], place, value.as_bytes())
    }

    fn generate(random: &dyn Random) -> Self {
        Self(Zeroizing::new(random::bytes(random)))
    }

    pub(super) fn open(&self, place: Place<'_>, sealed: &[u8]) -> Option<String> {
        let opened = vault::open_for_browser(&self.0[..], place, sealed).ok()?;
        String::from_utf8(opened.expose().to_vec()).ok()
    }
}

/// Starts a reset.
pub struct Start {
    /// What it is for.
    pub purpose: Purpose,
    /// What was typed.
    pub typed: String,
    /// The same, normalised.
    pub identifier: Identifier,
    /// Language of the page.
    pub locale: String,
    /// IANA zone of the browser.
    pub time_zone: Option<String>,
    /// The nonce of the accepted proof of work.
    pub proof_of_work_nonce: String,
    /// Until when it has to be remembered, in real time.
    pub nonce_expires_at: Timestamp,
    /// The flow cookie that the browser brought, if any.
    pub previous: Option<FlowToken>,
    /// Where the request came from.
    pub origin: Origin,
}

/// A started reset.
pub struct Started {
    /// For the cookie.
    pub token: FlowToken,
    /// Its name.
    pub flow: FlowId,
    /// The session as it was written: nothing of it has to be read back.
    pub opened: OpenedSession,
}

/// A session together with what only its own browser can open.
pub struct OpenedSession {
    /// The session.
    pub session: ResetSession,
    /// What was typed at the start.
    pub identifier: String,
    /// The typed target of the newest code.
    pub target: Option<String>,
    /// What comes next.
    pub view: ResetView,
}

/// The reset.
#[derive(Clone)]
pub struct ResetService {
    pub(super) deps: Deps,
    pub(super) running: Running,
}

impl ResetService {
    /// A reset with these ports.
    pub fn new(deps: Deps) -> Self {
        Self {
            deps,
            running: Running::default(),
        }
    }

    /// The ports.
    pub const fn deps(&self) -> &Deps {
        &self.deps
    }

    /// Starts a session. Asks the directory nothing: that happens in
    /// [`ResetService::look_up`], after the answer (law 3).
    ///
    /// # Errors
    /// [`ResetRefusal::ProofOfWorkUsed`]; [`ResetRefusal::MethodNotOffered`] where nobody can
    /// unlock without a new password.
    pub async fn start(&self, start: Start) -> Result<Started, ResetError> {
        let Deps {
            random,
            clock,
            policy,
            vault,
            ..
        } = &self.deps;
        let (now, policy) = (clock.now(), policy.current());
        self.require_purpose(&policy, start.purpose)?;
        let token = FlowToken::generate(&**random);
        let flow = FlowId::generate(&**random);
        let identifier_sealed = token.seal(&**random, identifier_place(&flow), &start.typed);
        let identifier_mac = vault.mac(MacPurpose::Identifier, &[start.identifier.as_key().as_bytes()]);
        let session = ResetSession {
            id: flow.clone(),
            purpose: start.purpose,
            created_at: now,
            ends_at: later(now, policy.flow.lifetime_seconds),
            continues: 0,
            locale: start.locale.clone(),
            time_zone: start.time_zone.clone(),
            identifier_sealed: identifier_sealed.clone(),
            subject: Resolution::Pending,
            code_offered: false,
            status: SessionStatus::Open,
            failures: 0,
            challenge: None,
            proofs: Vec::new(),
        };
        self.deps
            .store
            .start(NewSession {
                id: flow.clone(),
                purpose: start.purpose,
                token: token.hash(),
                identifier_mac,
                identifier_sealed,
                locale: start.locale,
                time_zone: start.time_zone,
                now,
                ends_at: session.ends_at,
                proof_of_work_nonce: start.proof_of_work_nonce,
                nonce_expires_at: start.nonce_expires_at,
                previous: start.previous.map(|previous| previous.hash()),
                origin: start.origin,
            })
            .await?;
        let opened = OpenedSession {
            view: view(&policy, &session, None, now),
            session,
            identifier: start.typed,
            target: None,
        };
        Ok(Started { token, flow, opened })
    }

    /// Asks the directory whose account it is. What it says is kept by [`ResetService::keep`],
    /// at a moment that says nothing about how long the answer took (law 3).
    ///
    /// # Errors
    /// When the directory does not answer.
    pub async fn look_up(&self, identifier: &Identifier) -> Result<Answered, ResetError> {
        let account = self.deps.directory.find_account(identifier).await?;
        let person = self.deps.with_methods(account).await?;
        Ok(Answered::of(&self.deps.policy.current(), person.as_ref()))
    }

    /// Keeps what the directory said with the session; the first answer counts.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep(&self, flow: &FlowId, answered: &Answered) -> Result<(), ResetError> {
        Ok(self.deps.store.resolve(flow, answered).await?)
    }

    /// The name that a session was started with, while the directory has not said whose it is.
    ///
    /// # Errors
    /// When the store fails, or there is no flow.
    pub async fn unanswered(&self, token: &FlowToken) -> Result<Option<(FlowId, Identifier)>, ResetError> {
        let session = self.find(token).await?;
        if session.subject != Resolution::Pending {
            return Ok(None);
        }
        let typed = token.open(identifier_place(&session.id), &session.identifier_sealed);
        let identifier = typed.and_then(|typed| Identifier::parse(&typed).ok());
        Ok(identifier.map(|identifier| (session.id, identifier)))
    }

    /// The session of a browser, with what comes next.
    ///
    /// # Errors
    /// [`ResetRefusal::FlowMissing`] for a token that is nobody's, or a flow that was closed;
    /// [`ResetRefusal::SessionExpired`] when its time is up.
    pub async fn look(&self, token: &FlowToken) -> Result<OpenedSession, ResetError> {
        let mut session = self.find(token).await?;
        let now = self.deps.clock.now();
        match session.require_open(now) {
            Ok(())
            | Err(ResetRefusal::WriteUnknown | ResetRefusal::OutOfOrder | ResetRefusal::TooManyAttempts) => {}
            Err(refusal) => return Err(refusal.into()),
        }
        let policy = self.deps.policy.current();
        let person = if depends_on_person(&policy, &session) {
            self.person(&mut session, token).await?
        } else {
            None
        };
        let view = view(&policy, &session, person.as_ref(), now);
        let identifier = token
            .open(identifier_place(&session.id), &session.identifier_sealed)
            .unwrap_or_default();
        let target = session
            .challenge
            .as_ref()
            .and_then(|challenge| token.open(target_place(&challenge.id), &challenge.target_sealed));
        Ok(OpenedSession {
            session,
            identifier,
            target,
            view,
        })
    }

    /// Gives the session more time: its end becomes now plus a lifetime.
    ///
    /// # Errors
    /// [`ResetRefusal::NoMoreTime`] after ten times.
    pub async fn continue_flow(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let session = self.find_expected(token, expected).await?;
        let limits = self.deps.policy.current().flow;
        self.deps
            .store
            .continue_flow(&session.id, limits, self.deps.clock.now(), origin)
            .await
    }

    /// Gives the session up.
    ///
    /// # Errors
    /// When there is none to give up.
    pub async fn cancel(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let session = self.find_expected(token, expected).await?;
        let policy = self.deps.policy.current();
        let reason = if session.proofs.len() >= usize::from(policy.required_methods) {
            Reason::CancelledBeforePassword
        } else {
            Reason::CancelledBeforeGates
        };
        self.deps
            .store
            .cancel(&session.id, reason, self.deps.clock.now(), origin)
            .await
    }

    /// Whether looking at a session tells something about the person from the start.
    pub fn explains(&self) -> bool {
        self.deps.policy.current().disclosure == Disclosure::Explain
    }

    /// Whether accounts can be unlocked without a new password: policy allows it, and the
    /// directory locks accounts.
    pub fn can_unlock(&self) -> bool {
        self.require_purpose(&self.deps.policy.current(), Purpose::Unlock)
            .is_ok()
    }

    /// Changes what an open flow is for; its proofs stay.
    ///
    /// # Errors
    /// [`ResetRefusal::MethodNotOffered`] where nobody can unlock without a new password.
    pub async fn change_purpose(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        purpose: Purpose,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let session = self.find_expected(token, expected).await?;
        self.require_purpose(&self.deps.policy.current(), purpose)?;
        self.deps
            .store
            .change_purpose(&session.id, purpose, self.deps.clock.now(), origin)
            .await
    }

    pub(super) fn require_purpose(&self, policy: &Policy, purpose: Purpose) -> Result<(), ResetRefusal> {
        let can_unlock = policy.unlock_without_reset && self.deps.directory.capabilities().locks_accounts;
        match purpose {
            Purpose::Unlock if !can_unlock => Err(ResetRefusal::MethodNotOffered),
            Purpose::Reset | Purpose::Unlock => Ok(()),
        }
    }

    /// Notes that the person turned to the help desk.
    ///
    /// # Errors
    /// When there is no flow that it could belong to.
    pub async fn note_help(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        reason: Reason,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let session = self.find_expected(token, expected).await?;
        Ok(self
            .deps
            .store
            .note_once(&session.id, reason, self.deps.clock.now(), origin)
            .await?)
    }

    pub(super) async fn find(&self, token: &FlowToken) -> Result<ResetSession, ResetError> {
        let session = self.deps.store.find_by_token(token.hash()).await?;
        session.ok_or_else(|| ResetRefusal::FlowMissing.into())
    }

    /// The session of a browser, provided that the tab that asks believes to be in it.
    pub(super) async fn find_expected(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
    ) -> Result<ResetSession, ResetError> {
        let session = self.find(token).await?;
        match expected {
            Some(expected) if *expected != session.id => Err(ResetRefusal::FlowMismatch.into()),
            _ => Ok(session),
        }
    }

    /// The person behind a session, asked anew of the directory; `None` if there is nobody. The
    /// session knows afterwards whose it is.
    pub(super) async fn person(
        &self,
        session: &mut ResetSession,
        token: &FlowToken,
    ) -> Result<Option<Person>, ResetError> {
        let directory = &self.deps.directory;
        let account = match &session.subject {
            Resolution::Nobody => None,
            Resolution::Person(subject) => directory.get_account(subject).await?,
            Resolution::Pending => {
                let typed = token
                    .open(identifier_place(&session.id), &session.identifier_sealed)
                    .unwrap_or_default();
                match Identifier::parse(&typed) {
                    Err(_) => {
                        session.subject = Resolution::Nobody;
                        None
                    }
                    Ok(identifier) => {
                        let account = directory.find_account(&identifier).await?;
                        let person = self.deps.with_methods(account).await?;
                        let answered = Answered::of(&self.deps.policy.current(), person.as_ref());
                        self.deps.store.resolve(&session.id, &answered).await?;
                        session.code_offered = answered.code_offered;
                        session.subject = answered.subject.map_or(Resolution::Nobody, Resolution::Person);
                        return Ok(person);
                    }
                }
            }
        };
        Ok(self.deps.with_methods(account).await?)
    }
}

/// What was typed at the start.
pub(super) fn typed_identifier(session: &ResetSession, token: &FlowToken) -> String {
    token
        .open(identifier_place(&session.id), &session.identifier_sealed)
        .unwrap_or_default()
}

pub(super) fn identifier_place(flow: &FlowId) -> Place<'_> {
    Place {
        table: "reset_sessions",
        column: "identifier_sealed",
        row: flow.as_str(),
        subject: "",
    }
}

pub(super) fn target_place(challenge: &ChallengeId) -> Place<'_> {
    Place {
        table: "challenges",
        column: "target_sealed",
        row: challenge.as_str(),
        subject: "",
    }
}
