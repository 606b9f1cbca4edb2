//! The ALTCHA v2 proof of work: a price on every request that costs us something, paid by the
//! browser without a puzzle. It prices, it does not identify; limits stand behind it.
//!
//! A challenge is bound to its action and ends twice: by the portal's own clock (in `data`, so
//! that a moved clock of the demonstration or a test counts) and by real time (the protocol's).

use std::collections::BTreeMap;
use std::sync::Arc;

use altcha::{Challenge, CreateChallengeOptions, Payload, VerifySolutionOptions};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::domain::clock::{Clock, SystemClock};
use crate::domain::random::{self, Random};
use crate::vault::{MacPurpose, Vault};

/// Longest payload, in bytes of base64.
const MAX_PAYLOAD: usize = 4_096;
const ALGORITHM: &str = "PBKDF2/SHA-256";

/// How hard a challenge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difficulty {
    /// PBKDF2 iterations for each counter.
    pub cost: u32,
    /// The secret counter is drawn from here …
    pub counter_min: u32,
    /// … to here.
    pub counter_max: u32,
    /// Seconds for which a challenge is good.
    pub lifetime_seconds: u32,
}

/// Makes and verifies challenges.
pub struct ProofOfWork {
    difficulty: Difficulty,
    signature: Zeroizing<String>,
    key_signature: Zeroizing<String>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

/// A solved challenge that was accepted; its nonce must still be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Hex; accepted once.
    pub nonce: String,
    /// Until when the nonce has to be remembered, in real time.
    pub expires_at: Timestamp,
}

/// A payload was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// Not of the protocol.
    #[error("unreadable")]
    Unreadable,
    /// Too old.
    #[error("expired")]
    Expired,
    /// Not ours, for something else, or not solved.
    #[error("invalid")]
    Invalid,
}

impl ProofOfWork {
    /// Challenges of this difficulty.
    pub fn new(
        difficulty: Difficulty,
        vault: &Vault,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Self {
        Self {
            difficulty,
            signature: vault.text_key(MacPurpose::ProofOfWork),
            key_signature: vault.text_key(MacPurpose::ProofOfWorkKey),
            clock,
            random,
        }
    }

    /// A fresh challenge for an action.
    ///
    /// # Errors
    /// [`Rejected::Invalid`] if the settings make none.
    pub fn create(&self, action: &str) -> Result<Challenge, Rejected> {
        let Difficulty {
            cost,
            counter_min,
            counter_max,
            lifetime_seconds,
        } = self.difficulty;
        let span = counter_max.saturating_sub(counter_min).saturating_add(1);
        let until = self
            .clock
            .now()
            .as_second()
            .saturating_add(i64::from(lifetime_seconds));
        let data = BTreeMap::from([
            ("action".to_owned(), serde_json::Value::from(action)),
            ("until".to_owned(), serde_json::Value::from(until.to_string())),
        ]);
        altcha::create_challenge(CreateChallengeOptions {
            algorithm: ALGORITHM.to_owned(),
            cost,
            counter: Some(counter_min.saturating_add(random::below(&*self.random, span))),
            data: Some(data),
            expires_at: Some(
                SystemClock
                    .now()
                    .as_second()
                    .saturating_add(i64::from(lifetime_seconds)),
            ),
            hmac_signature_secret: Some(self.signature.to_string()),
            hmac_key_signature_secret: Some(self.key_signature.to_string()),
            ..CreateChallengeOptions::default()
        })
        .map_err(|_| Rejected::Invalid)
    }

    /// Verifies a payload. Its nonce has to be taken in the transaction of what it pays for.
    ///
    /// # Errors
    /// [`Rejected`] says why not.
    pub fn verify(&self, payload: &str, action: &str) -> Result<Accepted, Rejected> {
        let Payload { challenge, solution } = parse(payload)?;
        let parameters = &challenge.parameters;
        // Our own challenges only: nothing a stranger wrote may choose the work we do.
        if parameters.algorithm != ALGORITHM
            || parameters.key_signature.is_none()
            || challenge.signature.is_none()
        {
            return Err(Rejected::Invalid);
        }
        let result = altcha::verify_solution(VerifySolutionOptions {
            hmac_key_signature_secret: Some(self.key_signature.to_string()),
            ..VerifySolutionOptions::new(&challenge, &solution, self.signature.as_str())
        })
        .map_err(|_| Rejected::Invalid)?;
        if result.expired {
            return Err(Rejected::Expired);
        }
        if !result.verified {
            return Err(Rejected::Invalid);
        }
        // From here on the parameters are our own words.
        let text = |name: &str| parameters.data.as_ref()?.get(name)?.as_str();
        if text("action") != Some(action) {
            return Err(Rejected::Invalid);
        }
        let until: i64 = text("until")
            .and_then(|until| until.parse().ok())
            .ok_or(Rejected::Invalid)?;
        if self.clock.now().as_second() > until {
            return Err(Rejected::Expired);
        }
        let expires_at = parameters
            .expires_at
            .and_then(|at| Timestamp::from_second(at).ok())
            .ok_or(Rejected::Invalid)?;
        Ok(Accepted {
            nonce: parameters.nonce.to_ascii_lowercase(),
            expires_at,
        })
    }
}

fn parse(payload: &str) -> Result<Payload, Rejected> {
    if payload.len() > MAX_PAYLOAD {
        return Err(Rejected::Unreadable);
    }
    let json = STANDARD.decode(payload).map_err(|_| Rejected::Unreadable)?;
    serde_json::from_slice(&json).map_err(|_| Rejected::Unreadable)
}

#[cfg(test)]
mod tests {
    use altcha::SolveChallengeOptions;
    use jiff::Timestamp;

    use super::*;
    use crate::domain::clock::StoppedClock;
    use crate::domain::random::SeededRandom;

    const EASY: Difficulty = Difficulty {
        cost: 1,
        counter_min: 1,
        counter_max: 3,
        lifetime_seconds: 600,
    };

    fn with_clock(clock: Arc<StoppedClock>) -> ProofOfWork {
        let random: Arc<dyn Random> = Arc::new(SeededRandom::new(1));
        ProofOfWork::new(EASY, &Vault::ephemeral(&*random), clock, random)
    }

    fn clock() -> Arc<StoppedClock> {
        Arc::new(StoppedClock::at(
            Timestamp::from_second(2_000_000_000).expect("in range"),
        ))
    }

    fn solve(challenge: Challenge) -> Payload {
        let solution = altcha::solve_challenge(SolveChallengeOptions::new(&challenge))
            .expect("solves")
            .expect("solved");
        Payload { challenge, solution }
    }

    fn encode(payload: &Payload) -> String {
        STANDARD.encode(serde_json::to_vec(payload).expect("serialises"))
    }

    #[test]
    fn a_solved_challenge_is_accepted_for_its_action_and_no_other() {
        let proof = with_clock(clock());
        let payload = encode(&solve(proof.create("reset").expect("made")));
        assert!(proof.verify(&payload, "reset").is_ok());
        assert_eq!(proof.verify(&payload, "register"), Err(Rejected::Invalid));
    }

    #[test]
    fn s_40_nothing_that_was_changed_is_accepted() {
        let proof = with_clock(clock());
        let solved = solve(proof.create("reset").expect("made"));
        let changed = |change: fn(&mut Payload)| {
            let mut payload = solved.clone();
            change(&mut payload);
            proof.verify(&encode(&payload), "reset")
        };
        assert!(
            changed(|p| p.solution.counter += 1).is_ok(),
            "the fast path looks at the key only"
        );
        assert_eq!(
            changed(|p| p.solution.derived_key = "00".repeat(32)),
            Err(Rejected::Invalid)
        );
        assert_eq!(
            changed(|p| p.challenge.parameters.cost = 0),
            Err(Rejected::Invalid)
        );
        assert_eq!(
            changed(|p| p.challenge.parameters.nonce = "00".repeat(16)),
            Err(Rejected::Invalid)
        );
        assert_eq!(
            changed(|p| p.challenge.parameters.expires_at = Some(i64::MAX)),
            Err(Rejected::Invalid)
        );
        assert_eq!(changed(|p| p.challenge.signature = None), Err(Rejected::Invalid));
        assert_eq!(
            changed(|p| p.challenge.parameters.key_signature = None),
            Err(Rejected::Invalid)
        );
        assert_eq!(
            changed(|p| p.challenge.parameters.algorithm = "ARGON2ID".to_owned()),
            Err(Rejected::Invalid)
        );
        let other = Vault::ephemeral(&SeededRandom::new(9));
        let foreign = ProofOfWork::new(EASY, &other, clock(), Arc::new(SeededRandom::new(9)));
        assert_eq!(foreign.verify(&encode(&solved), "reset"), Err(Rejected::Invalid));
    }

    #[test]
    fn a_challenge_ends_by_the_portals_own_clock() {
        let clock = clock();
        let proof = with_clock(Arc::clone(&clock));
        let payload = encode(&solve(proof.create("reset").expect("made")));
        clock.advance_ms(600_000);
        assert!(proof.verify(&payload, "reset").is_ok());
        clock.advance_ms(1_000);
        assert_eq!(proof.verify(&payload, "reset"), Err(Rejected::Expired));
    }

    #[test]
    fn what_is_no_payload_is_unreadable() {
        let proof = with_clock(clock());
        for payload in ["", "%%%", "e30=", &"A".repeat(5_000)] {
            assert_eq!(
                proof.verify(payload, "reset"),
                Err(Rejected::Unreadable),
                "{payload:?}"
            );
        }
    }
}
