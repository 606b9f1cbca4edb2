//! One line a request: reference, verb, route, status, time. No query, no address, no agent, no
//! cookie, no body (see `docs/logging.md`).

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::Instant;

use crate::http::problem::HttpProblem;

/// Logs the request once its answer is there.
pub async fn log(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let verb = request.method().clone();
    // The route's pattern, not what was asked for: a path can hold anything.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|path| path.as_str().to_owned());
    let response = next.run(request).await;
    let problem = response
        .extensions()
        .get::<HttpProblem>()
        .map(|problem| problem.0.problem_type().name());
    tracing::info!(
        http.method = %verb,
        http.route = route.as_deref().unwrap_or("-"),
        http.status = response.status().as_u16(),
        http.milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        problem,
        "request"
    );
    response
}
