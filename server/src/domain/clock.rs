//! Time as an argument.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// Where the portal's time comes from. Nothing else may read a clock.
pub trait Clock: Send + Sync {
    /// The instant that the portal takes for now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where real time enters")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that runs with the machine's, moved by an offset; the demonstration's.
#[derive(Debug, Default)]
pub struct MovableClock {
    offset_seconds: AtomicI64,
}

impl MovableClock {
    /// Moves the clock by so many seconds, forwards or back.
    pub fn advance(&self, seconds: i64) {
        self.offset_seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Back to real time.
    pub fn reset(&self) {
        self.offset_seconds.store(0, Ordering::SeqCst);
    }

    /// Seconds by which it differs from real time.
    pub fn offset_seconds(&self) -> i64 {
        self.offset_seconds.load(Ordering::SeqCst)
    }
}

impl Clock for MovableClock {
    fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_secs(self.offset_seconds());
        let now = SystemClock.now();
        now.checked_add(offset).unwrap_or(now)
    }
}

/// A clock that stands still until it is told to move; for tests.
#[derive(Debug)]
pub struct StoppedClock {
    milliseconds: AtomicI64,
}

impl StoppedClock {
    /// Stands at an instant.
    pub fn at(instant: Timestamp) -> Self {
        Self {
            milliseconds: AtomicI64::new(instant.as_millisecond()),
        }
    }

    /// Moves it forwards by so many milliseconds.
    pub fn advance_ms(&self, milliseconds: i64) {
        self.milliseconds.fetch_add(milliseconds, Ordering::SeqCst);
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.milliseconds.load(Ordering::SeqCst)).unwrap_or_default()
    }
}
