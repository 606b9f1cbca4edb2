//! One line a request: reference, verb, route, status, time. No query, no address, no agent, no
//! cookie, no body (see `docs/logging.md`).

use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::response::Response;
use tokio::time::Instant;
use tracing::Level;

/// Routes that machines ask every few seconds: their lines are for developers.
const PROBES: [&str; 2] = ["/healthz", "/readyz"];

/// What the line says of the request; nothing where nobody reads it.
pub struct AccessLog(Option<Asked>);

struct Asked {
    began: Instant,
    verb: Method,
    // The route's pattern, not what was asked for: a path can hold anything.
    route: Option<MatchedPath>,
}

impl AccessLog {
    /// Remembers what the line will say.
    pub fn begin(request: &Request) -> Self {
        Self(tracing::enabled!(Level::INFO).then(|| Asked {
            began: Instant::now(),
            verb: request.method().clone(),
            route: request.extensions().get::<MatchedPath>().cloned(),
        }))
    }

    /// Logs the request once its answer is there.
    pub fn end(self, response: &Response, problem: Option<&'static str>) {
        let Some(Asked { began, verb, route }) = self.0 else {
            return;
        };
        let route = route.as_ref().map_or("-", MatchedPath::as_str);
        let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let status = response.status().as_u16();
        if PROBES.contains(&route) {
            tracing::debug!(http.method = %verb, http.route = route, http.status = status, http.milliseconds = milliseconds, problem, "request");
        } else {
            tracing::info!(http.method = %verb, http.route = route, http.status = status, http.milliseconds = milliseconds, problem, "request");
        }
    }
}
