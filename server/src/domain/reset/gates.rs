//! The gates: codes that are sent, their links, and codes of authenticator apps.

use std::sync::Arc;

use super::service::{FlowToken, ResetService, identifier_place, target_place};
use super::session::{ResetSession, Resolution};
use super::step::depends_on_person;
use super::store::{
    Answered, AttemptCode, AttemptOutcome, AttemptTotp, CodeEvidence, RequestCode, TokenHash, TotpMatch,
};
use super::target::Target;
use super::{ResetError, ResetRefusal};
use crate::domain::account::{Authenticator, AuthenticatorKind};
use crate::domain::audit::Origin;
use crate::domain::code;
use crate::domain::directory::DirectoryError;
use crate::domain::ids::{AuthenticatorId, ChallengeId, FlowId};
use crate::domain::method::Method;
use crate::domain::policy::{Disclosure, Eligibility, Ineligible, Policy, evaluate, organisation_methods};
use crate::domain::random;
use crate::domain::secret::{SecretBytes, SecretText};
use crate::domain::totp;
use crate::vault::{self, MacPurpose, Vault};

use super::service::Deps;

impl ResetService {
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
        let mut session = self.find_expected(token, expected).await?;
        let Deps {
            random,
            clock,
            policy,
            vault,
            ..
        } = &self.deps;
        let (now, policy) = (clock.now(), policy.current());
        session.require_open(now)?;
        if !organisation_methods(&policy).contains(&method) {
            return Err(ResetRefusal::MethodNotOffered.into());
        }
        let target = Target::parse(&policy, method, typed)?;
        if policy.disclosure == Disclosure::Explain {
            self.explain_target(&mut session, token, &policy, &target, &origin)
                .await?;
        }
        let challenge = ChallengeId::generate(&**random);
        let code = code::generate(&**random, policy.codes.digits);
        let link_token = data_encoding::BASE64URL_NOPAD.encode(&random::bytes::<32>(&**random));
        let last = session
            .challenge
            .as_ref()
            .and_then(|last| token.open(target_place(&last.id), &last.target_sealed))
            .and_then(|last| Target::parse(&policy, method, &last).ok());
        self.deps
            .store
            .request_code(RequestCode {
                same_target: last.as_ref() == Some(&target),
                rules: policy.codes,
                target_sealed: token.seal(&**random, target_place(&challenge), typed.trim()),
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

    /// Where the portal explains: the typed target must be one that the person registered, and
    /// policy must allow them to reset. A wrong one is counted as a wrong answer.
    async fn explain_target(
        &self,
        session: &mut ResetSession,
        token: &FlowToken,
        policy: &Policy,
        target: &Target,
        origin: &Origin,
    ) -> Result<(), ResetError> {
        let person = self.person(session, token).await?;
        let Some(person) = person else {
            return Err(ResetRefusal::NotEligible(Ineligible::AccountUnknown).into());
        };
        match evaluate(policy, &person) {
            Eligibility::Ineligible(reason) => return Err(ResetRefusal::NotEligible(reason).into()),
            Eligibility::Eligible(requirement) if !requirement.methods.contains(&target.method()) => {
                return Err(ResetRefusal::MethodNotOffered.into());
            }
            Eligibility::Eligible(_) => {}
        }
        if target.find(policy, &person).is_some() {
            return Ok(());
        }
        let now = self.deps.clock.now();
        let outcome = self
            .deps
            .store
            .count_failure(&session.id, target.method(), policy.flow, now, origin.clone())
            .await?;
        match outcome {
            AttemptOutcome::FlowExhausted => Err(ResetRefusal::TooManyAttempts.into()),
            _ => Err(ResetRefusal::NotRegistered.into()),
        }
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
        let mut session = self.find_expected(token, expected).await?;
        let policy = self.deps.policy.current();
        session.require_open(self.deps.clock.now())?;
        if !organisation_methods(&policy).contains(&method) {
            return Err(ResetRefusal::MethodNotOffered.into());
        }
        if method == Method::AuthenticatorCode {
            let typed =
                code::parse(typed.expose(), totp::DIGITS).ok_or(ResetRefusal::NotACode(totp::DIGITS))?;
            return self
                .attempt_totp(&mut session, token, &policy, &typed, origin)
                .await;
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
        if !organisation_methods(&policy).contains(&Method::Email) {
            return Err(ResetRefusal::MethodNotOffered.into());
        }
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
        session: &mut ResetSession,
        token: &FlowToken,
        policy: &Policy,
        typed: &SecretText,
        origin: Origin,
    ) -> Result<(), ResetError> {
        if session.has_proven(Method::AuthenticatorCode) {
            return Err(ResetRefusal::OutOfOrder.into());
        }
        let now = self.deps.clock.now();
        let (may_use, authenticators) = if depends_on_person(policy, session) {
            let person = self.person(session, token).await?;
            let answered = Answered::of(policy, person.as_ref());
            (
                answered.code_offered,
                person.map_or_else(Vec::new, |person| person.authenticators),
            )
        } else {
            // Before a first proof nothing may depend on the directory: what it said at the start
            // counts, and policy looks again before anything follows from a proof (law 3).
            let authenticators = match &session.subject {
                Resolution::Pending => return Err(DirectoryError::Unavailable.into()),
                Resolution::Nobody => Vec::new(),
                Resolution::Person(subject) => self.deps.methods.list_authenticators(subject).await?,
            };
            (session.code_offered, authenticators)
        };
        let seeds = totp_seeds(&authenticators);
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

fn totp_seeds(authenticators: &[Authenticator]) -> Vec<(AuthenticatorId, SecretBytes)> {
    authenticators
        .iter()
        .filter(|one| one.verified)
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
