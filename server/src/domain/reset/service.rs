//! The reset as a client drives it, up to the password (see [`super::write`] for that).

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use super::session::{ResetSession, Resolution, later};
use super::step::{ResetView, view};
use super::store::{
    AttemptCode, AttemptOutcome, AttemptTotp, CodeEvidence, NewSession, RequestCode, ResetStore, TokenHash,
    TotpMatch,
};
use super::{ResetError, ResetRefusal};
use crate::domain::account::{AuthenticatorKind, Person};
use crate::domain::address::EmailAddress;
use crate::domain::audit::{Origin, Reason};
use crate::domain::clock::Clock;
use crate::domain::code;
use crate::domain::directory::Directory;
use crate::domain::identifier::Identifier;
use crate::domain::ids::{AuthenticatorId, ChallengeId, FlowId};
use crate::domain::method::Method;
use crate::domain::methods::MethodStore;
use crate::domain::policy::{Eligibility, Policy, PolicySource, evaluate, organisation_methods};
use crate::domain::random::{self, Random};
use crate::domain::secret::{SecretBytes, SecretText};
use crate::domain::totp;
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
    /// Language for people whose own and whose page's is not known.
    pub default_locale: String,
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

    fn generate(random: &dyn Random) -> Self {
        Self(Zeroizing::new(random::bytes(random)))
    }

    fn open(&self, place: Place<'_>, sealed: &[u8]) -> Option<String> {
        let opened = vault::open_for_browser(&self.0[..], place, sealed).ok()?;
        String::from_utf8(opened.expose().to_vec()).ok()
    }
}

/// Starts a reset.
pub struct Start {
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
}

impl ResetService {
    /// A reset with these ports.
    pub const fn new(deps: Deps) -> Self {
        Self { deps }
    }

    /// The ports.
    pub const fn deps(&self) -> &Deps {
        &self.deps
    }

    /// Starts a session. Asks the directory nothing: that happens in
    /// [`ResetService::resolve`], after the answer (law 3).
    ///
    /// # Errors
    /// [`ResetRefusal::ProofOfWorkUsed`].
    pub async fn start(&self, start: Start) -> Result<Started, ResetError> {
        let Deps {
            random,
            clock,
            policy,
            vault,
            ..
        } = &self.deps;
        let (now, policy) = (clock.now(), policy.current());
        let token = FlowToken::generate(&**random);
        let flow = FlowId::generate(&**random);
        let identifier_sealed = vault::seal_for_browser(
            &**random,
            &token.0[..],
            identifier_place(&flow),
            start.typed.as_bytes(),
        );
        let identifier_mac = vault.mac(MacPurpose::Identifier, &[start.identifier.as_key().as_bytes()]);
        self.deps
            .store
            .start(NewSession {
                id: flow.clone(),
                token: token.hash(),
                identifier_mac,
                identifier_sealed,
                locale: start.locale,
                time_zone: start.time_zone,
                now,
                ends_at: later(now, policy.flow.lifetime_seconds),
                proof_of_work_nonce: start.proof_of_work_nonce,
                nonce_expires_at: start.nonce_expires_at,
                previous: start.previous.map(|previous| previous.hash()),
                origin: start.origin,
            })
            .await?;
        Ok(Started { token, flow })
    }

    /// Asks the directory whose account it is, once per session.
    ///
    /// # Errors
    /// When the directory does not answer; the next step asks again.
    pub async fn resolve(&self, flow: &FlowId, identifier: &Identifier) -> Result<(), ResetError> {
        let account = self.deps.directory.find_account(identifier).await?;
        self.deps
            .store
            .resolve(flow, account.as_ref().map(|account| &account.subject))
            .await?;
        Ok(())
    }

    /// The session of a browser, with what comes next.
    ///
    /// # Errors
    /// [`ResetRefusal::FlowMissing`] for a token that is nobody's, or a flow that was closed;
    /// [`ResetRefusal::SessionExpired`] when its time is up.
    pub async fn look(&self, token: &FlowToken) -> Result<OpenedSession, ResetError> {
        let session = self.find(token).await?;
        let now = self.deps.clock.now();
        match session.require_open(now) {
            Ok(())
            | Err(ResetRefusal::WriteUnknown | ResetRefusal::OutOfOrder | ResetRefusal::TooManyAttempts) => {}
            Err(refusal) => return Err(refusal.into()),
        }
        let person = if session.proofs.is_empty() {
            None
        } else {
            self.person(&session, token).await?
        };
        let policy = self.deps.policy.current();
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

    /// Asks for a code to a typed target. The answer says nothing about whether it will leave.
    ///
    /// # Errors
    /// Refusals that depend on the session and on what was typed, never on the account.
    pub async fn request_code(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        method: Method,
        typed: &str,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let session = self.find_expected(token, expected).await?;
        let Deps {
            random,
            clock,
            policy,
            vault,
            ..
        } = &self.deps;
        let (now, policy) = (clock.now(), policy.current());
        session.require_open(now)?;
        if method != Method::Email || !organisation_methods(&policy).contains(&method) {
            return Err(ResetRefusal::MethodNotOffered.into());
        }
        let address = EmailAddress::parse(typed).map_err(ResetRefusal::Address)?;
        let challenge = ChallengeId::generate(&**random);
        let code = code::generate(&**random, policy.codes.digits);
        let link_token = data_encoding::BASE64URL_NOPAD.encode(&random::bytes::<32>(&**random));
        let last = session
            .challenge
            .as_ref()
            .and_then(|last| token.open(target_place(&last.id), &last.target_sealed))
            .and_then(|last| EmailAddress::parse(&last).ok());
        self.deps
            .store
            .request_code(RequestCode {
                same_target: last.as_ref() == Some(&address),
                rules: policy.codes,
                target_sealed: vault::seal_for_browser(
                    &**random,
                    &token.0[..],
                    target_place(&challenge),
                    typed.trim().as_bytes(),
                ),
                identifier: SecretText::new(
                    token
                        .open(identifier_place(&session.id), &session.identifier_sealed)
                        .unwrap_or_default(),
                ),
                target: SecretText::new(typed.trim()),
                code_mac: code_mac(vault, &session.id, &challenge, &code),
                code,
                link_hash: TokenHash(vault::sha256(link_token.as_bytes())),
                link_token: SecretText::new(link_token),
                flow: session.id,
                method,
                challenge,
                now,
                origin,
            })
            .await?;
        Ok(())
    }

    /// Answers a code that was sent.
    ///
    /// # Errors
    /// [`ResetRefusal::ChallengeFailed`] and its kin; a wrong answer is counted.
    pub async fn attempt_code(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        method: Method,
        typed: &SecretText,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let session = self.find_expected(token, expected).await?;
        let policy = self.deps.policy.current();
        session.require_open(self.deps.clock.now())?;
        if !organisation_methods(&policy).contains(&method) {
            return Err(ResetRefusal::MethodNotOffered.into());
        }
        if method == Method::AuthenticatorCode {
            let typed =
                code::parse(typed.expose(), totp::DIGITS).ok_or(ResetRefusal::NotACode(totp::DIGITS))?;
            return self.attempt_totp(&session, token, &policy, &typed, origin).await;
        }
        let digits = policy.codes.digits;
        let typed = code::parse(typed.expose(), digits).ok_or(ResetRefusal::NotACode(digits))?;
        let (vault, flow) = (Arc::clone(&self.deps.vault), session.id.clone());
        let evidence = CodeEvidence::Code(Box::new(move |challenge| {
            code_mac(&vault, &flow, challenge, &typed)
        }));
        self.attempt(&session, &policy, method, evidence, origin).await
    }

    /// Completes a gate with the link of a mail, in the flow's own browser.
    ///
    /// # Errors
    /// [`ResetRefusal::ChallengeMissing`] for a link that is spent or another flow's.
    pub async fn attempt_link(
        &self,
        token: &FlowToken,
        expected: Option<&FlowId>,
        link_token: &SecretText,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let session = self.find_expected(token, expected).await?;
        let policy = self.deps.policy.current();
        let evidence = CodeEvidence::Link(TokenHash(vault::sha256(link_token.expose().as_bytes())));
        self.attempt(&session, &policy, Method::Email, evidence, origin)
            .await
    }

    /// Where a link was opened: `None` elsewhere, else whether it can still be used. Consumes
    /// nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn check_link(
        &self,
        token: &FlowToken,
        link_token: &SecretText,
    ) -> Result<Option<bool>, ResetError> {
        let Some(session) = self.deps.store.find_by_token(token.hash()).await? else {
            return Ok(None);
        };
        let link = TokenHash(vault::sha256(link_token.expose().as_bytes()));
        let now = self.deps.clock.now();
        let open = session.require_open(now).is_ok();
        let found = self.deps.store.find_link(&session.id, link, now).await?;
        Ok(found.map(|usable| usable && open))
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
            .note(&session.id, reason, self.deps.clock.now(), origin)
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

    /// The person behind a session, asked anew of the directory; `None` if there is nobody.
    pub(super) async fn person(
        &self,
        session: &ResetSession,
        token: &FlowToken,
    ) -> Result<Option<Person>, ResetError> {
        let Deps {
            directory, methods, ..
        } = &self.deps;
        let account = match &session.subject {
            Resolution::Nobody => None,
            Resolution::Person(subject) => directory.get_account(subject).await?,
            Resolution::Pending => {
                let typed = token
                    .open(identifier_place(&session.id), &session.identifier_sealed)
                    .unwrap_or_default();
                match Identifier::parse(&typed) {
                    Err(_) => None,
                    Ok(identifier) => {
                        let account = directory.find_account(&identifier).await?;
                        let subject = account.as_ref().map(|account| &account.subject);
                        self.deps.store.resolve(&session.id, subject).await?;
                        account
                    }
                }
            }
        };
        Ok(match account {
            None => None,
            Some(account) => {
                let authenticators = methods.list_authenticators(&account.subject).await?;
                Some(Person {
                    account,
                    authenticators,
                })
            }
        })
    }

    async fn attempt(
        &self,
        session: &ResetSession,
        policy: &Policy,
        method: Method,
        evidence: CodeEvidence,
        origin: Origin,
    ) -> Result<(), ResetError> {
        let outcome = self
            .deps
            .store
            .attempt_code(AttemptCode {
                flow: session.id.clone(),
                method,
                evidence,
                limits: policy.flow,
                tries: policy.codes.tries,
                now: self.deps.clock.now(),
                origin,
            })
            .await?;
        answer(outcome)
    }

    async fn attempt_totp(
        &self,
        session: &ResetSession,
        token: &FlowToken,
        policy: &Policy,
        typed: &SecretText,
        origin: Origin,
    ) -> Result<(), ResetError> {
        if session.has_proven(Method::AuthenticatorCode) {
            return Err(ResetRefusal::OutOfOrder.into());
        }
        let now = self.deps.clock.now();
        let person = self.person(session, token).await?;
        let may_use = person
            .as_ref()
            .is_some_and(|person| match evaluate(policy, person) {
                Eligibility::Eligible(requirement) => {
                    requirement.methods.contains(&Method::AuthenticatorCode)
                }
                Eligibility::Ineligible(_) => false,
            });
        let seeds = totp_seeds(person.as_ref());
        // Nobody's code is checked against a seed of nobody's, so that the work is the same.
        let decoy = [(
            AuthenticatorId::from_stored(""),
            SecretBytes::new([0_u8; totp::SEED_BYTES]),
        )];
        let candidates: &[(AuthenticatorId, SecretBytes)] = if seeds.is_empty() { &decoy } else { &seeds };
        let mut matched = None;
        for (authenticator, seed) in candidates {
            if let Some(step) = totp::matching_step(seed, typed, now) {
                matched = Some(TotpMatch {
                    authenticator: authenticator.clone(),
                    step,
                });
            }
        }
        let outcome = self
            .deps
            .store
            .attempt_totp(AttemptTotp {
                flow: session.id.clone(),
                matched: matched.filter(|_| may_use && !seeds.is_empty()),
                authenticators: seeds.iter().map(|(id, _)| id.clone()).collect(),
                limits: policy.flow,
                now,
                origin,
            })
            .await?;
        answer(outcome)
    }
}

/// A wrong answer is a refusal to the client; in the store it is a fact.
const fn answer(outcome: AttemptOutcome) -> Result<(), ResetError> {
    match outcome {
        AttemptOutcome::Accepted => Ok(()),
        AttemptOutcome::Wrong => Err(ResetError::Refused(ResetRefusal::ChallengeFailed)),
        AttemptOutcome::ChallengeExhausted => Err(ResetError::Refused(ResetRefusal::ChallengeExhausted)),
        AttemptOutcome::FlowExhausted => Err(ResetError::Refused(ResetRefusal::TooManyAttempts)),
    }
}

fn totp_seeds(person: Option<&Person>) -> Vec<(AuthenticatorId, SecretBytes)> {
    let verified = person
        .into_iter()
        .flat_map(|person| person.verified(Method::AuthenticatorCode));
    verified
        .filter_map(|one| match &one.kind {
            AuthenticatorKind::Totp { seed, .. } => Some((one.id.clone(), seed.clone())),
            _ => None,
        })
        .collect()
}

/// The keyed hash of a code, bound to its flow and challenge (S-05, S-07).
fn code_mac(vault: &Vault, flow: &FlowId, challenge: &ChallengeId, code: &SecretText) -> [u8; 32] {
    let parts = [
        flow.as_str().as_bytes(),
        challenge.as_str().as_bytes(),
        code.expose().as_bytes(),
    ];
    vault.mac(MacPurpose::ResetCode, &parts)
}

fn identifier_place(flow: &FlowId) -> Place<'_> {
    Place {
        table: "reset_sessions",
        column: "identifier_sealed",
        row: flow.as_str(),
        subject: "",
    }
}

fn target_place(challenge: &ChallengeId) -> Place<'_> {
    Place {
        table: "challenges",
        column: "target_sealed",
        row: challenge.as_str(),
        subject: "",
    }
}

/// How long a running write may take before recovery looks at it.
pub(super) const WRITE_GRACE: SignedDuration = SignedDuration::from_secs(30);
