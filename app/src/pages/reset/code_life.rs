//! The code that was sent, as the code screen shows it: its number, its time, when another may be sent.

use leptos::prelude::*;
use postern_api::{Challenge, Step};

use super::flow::ResetFlow;
use crate::browser;

/// "We only send if this is exactly what you registered" comes after this many milliseconds.
const PATIENCE: f64 = 30_000.0;

/// The code that was sent.
#[derive(Clone, Copy)]
pub struct CodeLife(ResetFlow);

impl CodeLife {
    /// Follows the session's challenge.
    pub fn follow(flow: ResetFlow) -> Self {
        Self(flow)
    }

    fn of<T>(self, read: impl FnOnce(&Challenge) -> T) -> Option<T> {
        self.0
            .read(|state| match &state.step {
                Step::Verify(challenge) => Some(read(challenge)),
                _ => None,
            })
            .flatten()
    }

    /// Which code of the session it is, from 1.
    pub fn number(self) -> u32 {
        self.of(|challenge| challenge.number).unwrap_or(1)
    }

    /// Where it went, as typed.
    pub fn target(self) -> String {
        self.of(|challenge| challenge.target.clone()).unwrap_or_default()
    }

    /// Minutes for which it works, rounded up; 0 when it is over.
    pub fn minutes(self) -> u32 {
        self.of(|challenge| challenge.ends_in_seconds)
            .map_or(0, |seconds| self.0.left(seconds))
            .div_ceil(60)
    }

    /// Seconds until another one can be asked for.
    pub fn resend_in(self) -> u32 {
        self.of(|challenge| challenge.resend_in_seconds)
            .map_or(0, |seconds| self.0.left(seconds))
    }

    /// Whether nobody has typed it for a while since `shown`.
    pub fn is_late(self, shown: f64) -> bool {
        self.0.clock.track();
        browser::now() - shown >= PATIENCE
    }
}
