//! The new password. After the gates nothing has to be uniform any more, so this one answers
//! when it is done.

use axum::Json;
use axum::extract::State;
use postern_api as wire;
use wire::ProblemKind;

use super::state_of;
use crate::domain::secret::SecretText;
use crate::http::extract::{self, ClientOrigin, ExpectedFlow, Flow};
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// Sets the new password.
///
/// # Errors
/// `password-rejected`, `step-out-of-order`, `not-eligible`, `password-write-unknown`, `busy`,
/// `directory-unavailable` and those of the session.
#[utoipa::path(
    post, path = wire::paths::RESET_PASSWORD, tag = "reset", request_body = wire::SetPassword,
    responses(
        (status = 200, description = "The directory confirmed it.", body = wire::ResetState),
        (status = 403, description = "`not-eligible`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 409, description = "`step-out-of-order`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 422, description = "`password-rejected`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 503, description = "`busy`, `directory-unavailable`, `directory-misconfigured` or `password-write-unknown`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn set_password(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
    extract::Json(request): extract::Json<wire::SetPassword>,
) -> Result<Json<wire::ResetState>, HttpProblem> {
    let background = state.clone();
    let typed = SecretText::new(request.new_password.expose());
    // On a task of its own: a browser that goes away must not cut a write in half.
    let write = tokio::spawn(async move {
        let result = background
            .service
            .set_password(&token, expected.as_ref(), &typed, origin)
            .await;
        (token, result)
    });
    let (token, result) = write.await.map_err(|_| HttpProblem(ProblemKind::Internal))?;
    result?;
    state_of(&state, &token).await
}
