//! Writes the RFC 9457 document of a refusal, in one place.

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, SET_COOKIE};
use axum::response::Response;
use postern_api::{Problem, ProblemDocument, ProblemKind};

use super::request_id::RequestId;
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// Turns a refusal into its document; says which problem it is.
pub fn write(state: &AppState, id: RequestId, response: &mut Response) -> Option<&'static str> {
    let HttpProblem(kind) = response.extensions().get::<HttpProblem>()?.clone();
    let name = kind.problem_type().name();
    let problem = Problem {
        kind,
        instance: id.as_str().to_owned(),
    };
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
    Some(name)
}
