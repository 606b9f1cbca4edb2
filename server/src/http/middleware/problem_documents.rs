//! Writes the RFC 9457 document of a refusal, in one place.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, SET_COOKIE};
use axum::middleware::Next;
use axum::response::Response;
use postern_api::{Problem, ProblemDocument, ProblemKind};

use super::request_id::RequestId;
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// Turns a refusal into its document.
pub async fn write(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let instance = request
        .extensions()
        .get::<RequestId>()
        .map(|id| id.0.clone())
        .unwrap_or_default();
    let mut response = next.run(request).await;
    let Some(HttpProblem(kind)) = response.extensions().get::<HttpProblem>().cloned() else {
        return response;
    };
    let problem = Problem { kind, instance };
    // Plain strings and numbers: serialising cannot fail, and an empty body would still be typed
    // by its status.
    let document = serde_json::to_vec(&ProblemDocument::from(&problem)).unwrap_or_default();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = problem.kind.retry_after_seconds() {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if matches!(
        problem.kind,
        ProblemKind::FlowMissing | ProblemKind::SessionExpired
    ) && let Ok(value) = HeaderValue::from_str(&state.surface.clear_flow_cookie())
    {
        headers.insert(SET_COOKIE, value);
    }
    *response.body_mut() = Body::from(document);
    response
}
