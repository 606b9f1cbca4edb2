//! Addresses that no route knows: a file of the client, a page that says so, or a problem.

use axum::extract::{Request, State};
use axum::http::Method;
use axum::response::{IntoResponse as _, Response};
use postern_api::ProblemKind;

use crate::http::assets;
use crate::http::problem::HttpProblem;
use crate::http::shell;
use crate::http::state::AppState;

/// What answers where no route does.
pub async fn answer(State(state): State<AppState>, request: Request) -> Response {
    let path = request.uri().path();
    match (state.assets.find(path), request.method()) {
        (Some(asset), &Method::GET | &Method::HEAD) => assets::file(asset, request.headers()),
        (Some(_), _) => HttpProblem(ProblemKind::VerbNotAllowed).into_response(),
        (None, &Method::GET | &Method::HEAD) if is_page(path) => shell::not_found(&state, &request),
        (None, _) => HttpProblem(ProblemKind::NotFound).into_response(),
    }
}

/// Addresses that a person may have typed. An address that some machine asks for gets no page:
/// a well-known address that answers 200 would promise something (U-35).
fn is_page(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    !path.starts_with("/api/")
        && !path.starts_with("/.well-known/")
        && !path.starts_with("/a/")
        && !last.contains('.')
}
