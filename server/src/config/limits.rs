//! Lifetimes, lengths and limits.

use serde::Serialize;

use super::reader::Section;

/// The section `flow`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Flow {
    /// Seconds that a reset lives from its start or its last "continue"; 300–3600.
    pub lifetime_seconds: u32,
    /// Wrong answers after which a reset is over; 1–100.
    pub max_failures: u32,
}

impl Default for Flow {
    fn default() -> Self {
        Self {
            lifetime_seconds: 900,
            max_failures: 10,
        }
    }
}

impl Flow {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let default = Self::default();
        let flow = Self {
            lifetime_seconds: section.number("lifetime_seconds", 300..=3600, default.lifetime_seconds),
            max_failures: section.number("max_failures", 1..=100, default.max_failures),
        };
        section.finish();
        flow
    }
}

/// The section `codes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Codes {
    /// Decimal digits; 6–10.
    pub digits: u8,
    /// Seconds that a mailed code is good for; 60–600.
    pub email_lifetime_seconds: u32,
    /// Seconds that a code in a text message is good for; 60–600.
    pub sms_lifetime_seconds: u32,
    /// Wrong answers that one code takes; 1–10.
    pub tries: u32,
    /// Seconds before a second code can be asked for; 1–120, doubles with each.
    pub resend_seconds: u32,
    /// Codes that may go to one address within ten minutes; 1–50.
    pub per_target_in_ten_minutes: u32,
    /// Codes that may go to one address within an hour; 1–500.
    pub per_target_in_an_hour: u32,
}

impl Default for Codes {
    fn default() -> Self {
        Self {
            digits: 6,
            email_lifetime_seconds: 600,
            sms_lifetime_seconds: 300,
            tries: 5,
            resend_seconds: 30,
            per_target_in_ten_minutes: 5,
            per_target_in_an_hour: 10,
        }
    }
}

impl Codes {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let default = Self::default();
        let codes = Self {
            digits: section.number("digits", 6..=10, default.digits),
            email_lifetime_seconds: section.number(
                "email_lifetime_seconds",
                60..=600,
                default.email_lifetime_seconds,
            ),
            sms_lifetime_seconds: section.number(
                "sms_lifetime_seconds",
                60..=600,
                default.sms_lifetime_seconds,
            ),
            tries: section.number("tries", 1..=10, default.tries),
            resend_seconds: section.number("resend_seconds", 1..=120, default.resend_seconds),
            per_target_in_ten_minutes: section.number(
                "per_target_in_ten_minutes",
                1..=50,
                default.per_target_in_ten_minutes,
            ),
            per_target_in_an_hour: section.number(
                "per_target_in_an_hour",
                1..=500,
                default.per_target_in_an_hour,
            ),
        };
        if codes.per_target_in_an_hour < codes.per_target_in_ten_minutes {
            section.problem(
                "per_target_in_an_hour",
                "must not be below per_target_in_ten_minutes",
            );
        }
        section.finish();
        codes
    }
}

/// The section `challenge`: the proof of work before the first answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Challenge {
    /// Rounds of the key derivation behind one guess; 1–100000.
    pub cost: u32,
    /// Guesses that are needed at least; 1–1000000.
    pub counter_min: u32,
    /// Guesses that are needed at most; 1–1000000.
    pub counter_max: u32,
    /// Seconds that a challenge can be solved in; 60–3600.
    pub lifetime_seconds: u32,
}

impl Default for Challenge {
    fn default() -> Self {
        Self {
            cost: 1_000,
            counter_min: 1_500,
            counter_max: 3_000,
            lifetime_seconds: 600,
        }
    }
}

impl Challenge {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let default = Self::default();
        let challenge = Self {
            cost: section.number("cost", 1..=100_000, default.cost),
            counter_min: section.number("counter_min", 1..=1_000_000, default.counter_min),
            counter_max: section.number("counter_max", 1..=1_000_000, default.counter_max),
            lifetime_seconds: section.number("lifetime_seconds", 60..=3_600, default.lifetime_seconds),
        };
        if challenge.counter_min > challenge.counter_max {
            section.problem(
                "counter_min",
                format!(
                    "must not be above counter_max ({}), is {}",
                    challenge.counter_max, challenge.counter_min
                ),
            );
        }
        section.finish();
        challenge
    }
}
