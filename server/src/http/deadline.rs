//! Answers leave on a fixed deadline (law 3): whatever the work before it found, the moment is
//! the same. Work that overruns leaves on the next multiple.

use std::future::Future;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::{Instant, sleep_until};

/// The moment at which answers leave.
#[derive(Debug, Clone, Copy)]
pub struct Deadline(Duration);

impl Deadline {
    /// A deadline so many milliseconds after the request; 0 lets answers leave at once.
    pub const fn milliseconds(milliseconds: u64) -> Self {
        Self(Duration::from_millis(milliseconds))
    }

    /// The moment for what is kept behind an answer: ten times as far away, so that a directory
    /// that is as quick as usual says nothing by how quick it was.
    #[must_use]
    pub const fn behind(self) -> Self {
        Self(self.0.saturating_mul(10))
    }

    /// Waits as long as until the deadline of something that began now.
    pub async fn pause(self) {
        self.hold(std::future::ready(())).await;
    }

    /// Does the work and holds its result until the deadline.
    pub async fn hold<T>(self, work: impl Future<Output = T>) -> T {
        let began = Instant::now();
        let result = work.await;
        if !self.0.is_zero() {
            let elapsed = began.elapsed().as_nanos();
            let period = self.0.as_nanos();
            let periods = u32::try_from(elapsed.div_ceil(period).max(1)).unwrap_or(u32::MAX);
            if periods > 1 {
                tracing::warn!(deadline.periods = periods, "an answer overran its deadline");
            }
            sleep_until(began + self.0 * periods).await;
        }
        result
    }
}

/// Middleware: holds every answer of the routes below it.
pub async fn hold(State(deadline): State<Deadline>, request: Request, next: Next) -> Response {
    deadline.hold(next.run(request)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn short_and_long_work_answer_at_the_same_moment() {
        for milliseconds in [0, 1, 24] {
            let began = Instant::now();
            Deadline::milliseconds(25)
                .hold(tokio::time::sleep(Duration::from_millis(milliseconds)))
                .await;
            assert_eq!(began.elapsed().as_millis(), 25, "work of {milliseconds} ms");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn an_overrun_leaves_on_the_next_multiple() {
        let began = Instant::now();
        Deadline::milliseconds(25)
            .hold(tokio::time::sleep(Duration::from_millis(30)))
            .await;
        assert_eq!(began.elapsed().as_millis(), 50);
    }
}
