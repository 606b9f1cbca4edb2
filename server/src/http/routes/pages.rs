//! The pages: HTML that is useful before the client has started.

use axum::extract::{Request, State};
use axum::response::Response;

use crate::http::shell;
use crate::http::state::AppState;

/// The shell of a page.
pub async fn page(State(state): State<AppState>, request: Request) -> Response {
    shell::page(&state, &request)
}
