//! What a directory said of a password before a write, and what follows from what it says later.

use jiff::{SignedDuration, Timestamp};

use crate::domain::directory::{WriteEvidence, WriteMark, Written};

/// How far the clocks of the portal and of the directory may differ: what Kerberos allows.
const SKEW: SignedDuration = SignedDuration::from_mins(5);
/// A write that was sent is done or lost within this time.
const LONGEST_WRITE: SignedDuration = SignedDuration::from_mins(2);

/// A password's mark, with the server that was asked: another one may not have heard of it yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// The server's address.
    pub(super) server: String,
    /// When the password was written, in the server's own form; empty if it does not say.
    pub(super) changed: String,
    /// The entry's version, where `changed` is coarse; empty where it is not.
    pub(super) version: String,
    /// Whether the account was locked.
    pub(super) locked: bool,
}

impl Mark {
    /// As it is kept.
    pub(super) fn to_write_mark(&self) -> WriteMark {
        let locked = if self.locked { "locked" } else { "open" };
        WriteMark(
            [&self.server, &self.changed, &self.version, locked]
                .map(String::from)
                .join("|"),
        )
    }

    /// As it was kept; `None` for one that this connector did not make.
    pub(super) fn parse(mark: &WriteMark) -> Option<Self> {
        let parts: Vec<&str> = mark.0.split('|').collect();
        let [server, changed, version, locked] = parts[..] else {
            return None;
        };
        Some(Self {
            server: server.to_owned(),
            changed: changed.to_owned(),
            version: version.to_owned(),
            locked: locked == "locked",
        })
    }

    /// What became of a write that began at `since`, when this was the mark; `now` is the mark now
    /// and `changed_at` its time.
    pub(super) fn compare(
        &self,
        now: &Self,
        changed_at: Option<Timestamp>,
        since: Timestamp,
    ) -> WriteEvidence {
        if self.changed != now.changed {
            let is_ours = changed_at.is_some_and(|at| is_about(at, since));
            return if is_ours {
                WriteEvidence::Found(Written {
                    unlocked: self.locked && !now.locked,
                })
            } else {
                // Somebody else's, or a clock that cannot be trusted.
                WriteEvidence::Unknown
            };
        }
        if self.server != now.server {
            // This one may only not have heard of it.
            return WriteEvidence::Unknown;
        }
        if self.version == now.version {
            return WriteEvidence::NotFound;
        }
        // The entry was written and the coarse time of its password did not move: another attribute,
        // or a second password within the same second.
        match changed_at {
            Some(at) if !is_about(at, since) => WriteEvidence::NotFound,
            _ => WriteEvidence::Unknown,
        }
    }
}

fn is_about(at: Timestamp, since: Timestamp) -> bool {
    let difference = at.duration_since(since);
    difference >= -SKEW && difference <= LONGEST_WRITE + SKEW
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(server: &str, changed: &str, version: &str) -> Mark {
        Mark {
            server: server.to_owned(),
            changed: changed.to_owned(),
            version: version.to_owned(),
            locked: false,
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn a_mark_reads_back() {
        let mark = Mark {
            locked: true,
            ..mark(
                "ldaps://dc1.corp.example",
                "20261120125209Z",
                "20261120125209.1Z#000#000",
            )
        };
        assert_eq!(Mark::parse(&mark.to_write_mark()), Some(mark));
        assert_eq!(Mark::parse(&WriteMark::default()), None);
    }

    #[test]
    fn an_unchanged_mark_means_that_nothing_arrived() {
        let before = mark("a", "1", "x");
        assert_eq!(
            before.compare(&mark("a", "1", "x"), Some(at(0)), at(9_000)),
            WriteEvidence::NotFound
        );
    }

    #[test]
    fn another_server_may_not_have_heard_of_it() {
        let before = mark("a", "1", "");
        assert_eq!(
            before.compare(&mark("b", "1", ""), Some(at(0)), at(9_000)),
            WriteEvidence::Unknown
        );
    }

    #[test]
    fn a_change_about_then_is_ours_and_any_other_is_not() {
        let (before, now) = (mark("a", "1", ""), mark("a", "2", ""));
        let evidence = |changed| before.compare(&now, Some(at(changed)), at(9_000));
        let found = WriteEvidence::Found(Written { unlocked: false });
        assert_eq!(evidence(9_001), found);
        assert_eq!(evidence(9_000 - 299), found, "the directory's clock is behind");
        assert_eq!(evidence(9_000 + 419), found, "the directory's clock is ahead");
        assert_eq!(evidence(8_000), WriteEvidence::Unknown);
        assert_eq!(evidence(20_000), WriteEvidence::Unknown);
        assert_eq!(before.compare(&now, None, at(9_000)), WriteEvidence::Unknown);
    }

    #[test]
    fn a_coarse_time_is_not_taken_for_more_than_it_says() {
        let (before, now) = (mark("a", "1", "x"), mark("a", "1", "y"));
        assert_eq!(
            before.compare(&now, Some(at(9_000)), at(9_000)),
            WriteEvidence::Unknown
        );
        assert_eq!(
            before.compare(&now, Some(at(1_000)), at(9_000)),
            WriteEvidence::NotFound
        );
    }
}
