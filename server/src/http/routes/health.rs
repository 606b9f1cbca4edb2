//! Whether the process lives, and whether it can serve.

use axum::extract::State;
use axum::http::StatusCode;

use crate::http::state::AppState;

/// The process answers.
pub async fn healthz() -> &'static str {
    "ok"
}

/// The store answers too.
pub async fn readyz(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match state.store.check() {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}
