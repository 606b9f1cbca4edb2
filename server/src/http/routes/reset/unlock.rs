//! Unlocking without a new password, and changing what a flow is for.

use axum::Json;
use axum::extract::State;
use postern_api as wire;
use wire::ProblemKind;

use super::state_of;
use crate::http::convert;
use crate::http::extract::{self, ClientOrigin, ExpectedFlow, Flow};
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// Changes what the flow is for; its proofs stay.
///
/// # Errors
/// `method-not-allowed` where nobody can unlock without a new password, and those of the session.
#[utoipa::path(
    put, path = wire::paths::RESET_PURPOSE, tag = "reset", request_body = wire::ChangePurpose,
    responses(
        (status = 200, description = "What comes next.", body = wire::ResetState),
        (status = 403, description = "`method-not-allowed`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn change_purpose(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
    extract::Json(request): extract::Json<wire::ChangePurpose>,
) -> Result<Json<wire::ResetState>, HttpProblem> {
    state
        .service
        .change_purpose(
            &token,
            expected.as_ref(),
            convert::purpose(request.purpose),
            origin,
        )
        .await?;
    state_of(&state, &token).await
}

/// Lifts the lockout of the account; the password stays.
///
/// # Errors
/// `step-out-of-order` when proofs are missing or the account is not locked, `not-eligible`,
/// `password-write-unknown`, `busy`, `directory-unavailable` and those of the session.
#[utoipa::path(
    post, path = wire::paths::RESET_UNLOCK, tag = "reset",
    responses(
        (status = 200, description = "The directory confirmed it.", body = wire::ResetState),
        (status = 403, description = "`not-eligible` or `method-not-allowed`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 409, description = "`step-out-of-order`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 503, description = "`busy`, `directory-unavailable`, `directory-misconfigured` or `password-write-unknown`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn unlock_account(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
) -> Result<Json<wire::ResetState>, HttpProblem> {
    let service = state.service.clone();
    // On a task of its own: a browser that goes away must not cut it in half.
    let unlocking = tokio::spawn(async move {
        let result = service.unlock(&token, expected.as_ref(), origin).await;
        (token, result)
    });
    let (token, result) = unlocking.await.map_err(|_| HttpProblem(ProblemKind::Internal))?;
    result?;
    state_of(&state, &token).await
}
