//! What a directory said of a password before a write, and what follows from what it says later.

use jiff::{SignedDuration, Timestamp};

use crate::domain::directory::{WriteEvidence, WriteMark, Written};

/// How far the clocks of the portal and of the directory may differ: what Kerberos allows.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

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
        window: &Window,
    ) -> WriteEvidence {
        if self.changed != now.changed {
            let is_ours = changed_at.is_some_and(|at| window.holds(at));
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
        if window.now < window.end() {
            // It may still arrive.
            return WriteEvidence::Unknown;
        }
        if self.version == now.version {
            return WriteEvidence::NotFound;
        }
        // The entry was written and the coarse time of its password did not move: another attribute,
        // or a second password within the same second.
        match changed_at {
            Some(at) if !window.holds(at) => WriteEvidence::NotFound,
            _ => WriteEvidence::Unknown,
        }
    }
}

/// When a write can have taken place, and what time it is.
pub(super) struct Window {
    /// When it began.
    pub(super) since: Timestamp,
    /// How long after that it may still arrive.
    pub(super) longest: SignedDuration,
    /// When it is asked for.
    pub(super) now: Timestamp,
}

impl Window {
    fn end(&self) -> Timestamp {
        self.since.checked_add(self.longest).unwrap_or(Timestamp::MAX)
    }

    /// Whether a password of this time, by the directory's clock, can be the one.
    fn holds(&self, at: Timestamp) -> bool {
        let difference = at.duration_since(self.since);
        difference >= -SKEW && difference <= self.longest + SKEW
    }
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

    /// A write at 9,000 that may take two minutes, asked for so many seconds later.
    fn asked_after(seconds: i64) -> Window {
        Window {
            since: at(9_000),
            longest: SignedDuration::from_mins(2),
            now: at(9_000 + seconds),
        }
    }

    #[test]
    fn an_unchanged_mark_means_that_nothing_arrived_once_nothing_can_arrive_any_more() {
        let before = mark("a", "1", "x");
        let evidence = |seconds| before.compare(&mark("a", "1", "x"), Some(at(0)), &asked_after(seconds));
        assert_eq!(evidence(0), WriteEvidence::Unknown);
        assert_eq!(evidence(119), WriteEvidence::Unknown);
        assert_eq!(evidence(120), WriteEvidence::NotFound);
    }

    #[test]
    fn another_server_may_not_have_heard_of_it() {
        let before = mark("a", "1", "");
        assert_eq!(
            before.compare(&mark("b", "1", ""), Some(at(0)), &asked_after(9_000)),
            WriteEvidence::Unknown
        );
    }

    #[test]
    fn a_change_about_then_is_ours_and_any_other_is_not() {
        let (before, now) = (mark("a", "1", ""), mark("a", "2", ""));
        let evidence = |changed| before.compare(&now, Some(at(changed)), &asked_after(1));
        let found = WriteEvidence::Found(Written { unlocked: false });
        assert_eq!(evidence(9_001), found);
        assert_eq!(evidence(9_000 - 299), found, "the directory's clock is behind");
        assert_eq!(evidence(9_000 + 419), found, "the directory's clock is ahead");
        assert_eq!(evidence(8_000), WriteEvidence::Unknown);
        assert_eq!(evidence(20_000), WriteEvidence::Unknown);
        assert_eq!(
            before.compare(&now, None, &asked_after(1)),
            WriteEvidence::Unknown
        );
    }

    #[test]
    fn a_coarse_time_is_not_taken_for_more_than_it_says() {
        let (before, now) = (mark("a", "1", "x"), mark("a", "1", "y"));
        assert_eq!(
            before.compare(&now, Some(at(9_000)), &asked_after(9_000)),
            WriteEvidence::Unknown
        );
        assert_eq!(
            before.compare(&now, Some(at(1_000)), &asked_after(9_000)),
            WriteEvidence::NotFound
        );
    }
}
