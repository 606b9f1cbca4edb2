//! How long a write may take, so that what has not happened by then never will.

use std::time::Duration;

use jiff::SignedDuration;

use crate::config::Ldap;

/// What was sent before a connection was given up is done or lost within this time.
const LINGER: SignedDuration = SignedDuration::from_mins(2);

/// The longest times of a write's parts, by the operator's own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Until the entry is found: waiting for a connection, every server tried once, two questions.
    pub(super) prepare: Duration,
    /// The write itself: a bind as the owner, the modification, a question about a refusal.
    pub(super) write: Duration,
    /// Looking whether it stands: a bind, a question.
    pub(super) confirm: Duration,
}

impl Limits {
    pub(super) fn new(ldap: &Ldap) -> Self {
        let connect = Duration::from_secs(ldap.connect_timeout_seconds);
        let operation = Duration::from_secs(ldap.operation_timeout_seconds);
        let servers = u32::try_from(ldap.urls.len()).unwrap_or(1);
        Self {
            prepare: connect * servers + operation * 2,
            write: connect + operation * 3,
            confirm: connect + operation * 2,
        }
    }

    /// How long after its start a write may still arrive.
    pub(super) fn longest(&self) -> SignedDuration {
        let ours = SignedDuration::try_from(self.prepare + self.write).unwrap_or(SignedDuration::MAX);
        ours.saturating_add(LINGER)
    }
}
