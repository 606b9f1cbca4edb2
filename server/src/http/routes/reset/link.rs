//! Mailed links. Opening one consumes nothing; only a press of the button in the flow's own
//! browser completes the gate.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use postern_api as wire;
use wire::LinkStanding;

use super::state_of;
use crate::domain::reset::FlowToken;
use crate::domain::secret::SecretText;
use crate::http::extract::{self, ClientOrigin, ExpectedFlow, Flow, cookie};
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// Says where a link was opened. Without the flow's own cookie every link, real or not, is
/// `elsewhere`.
///
/// # Errors
/// Those of any request.
#[utoipa::path(
    post, path = wire::paths::RESET_LINK_CHECKS, tag = "reset", request_body = wire::SubmitLink,
    responses((status = 200, description = "Where. Nothing is consumed.", body = wire::LinkState))
)]
pub async fn check_link(
    State(state): State<AppState>,
    headers: HeaderMap,
    extract::Json(request): extract::Json<wire::SubmitLink>,
) -> Result<Json<wire::LinkState>, HttpProblem> {
    let link = SecretText::new(request.token.expose());
    let found = match cookie(&headers, state.surface.flow_cookie()).and_then(FlowToken::parse) {
        Some(token) => state.service.check_link(&token, &link).await?,
        None => None,
    };
    let standing = match found {
        Some(true) => LinkStanding::Here,
        Some(false) => LinkStanding::Spent,
        None => LinkStanding::Elsewhere,
    };
    Ok(Json(wire::LinkState { standing }))
}

/// Completes the gate with a link, in the flow's own browser.
///
/// # Errors
/// `challenge-missing` for a link that is spent or another flow's, and those of the session.
#[utoipa::path(
    post, path = wire::paths::RESET_LINK_ATTEMPTS, tag = "reset", request_body = wire::SubmitLink,
    responses(
        (status = 200, description = "One more class is proven.", body = wire::ResetState),
        (status = 403, description = "`method-not-allowed`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 409, description = "`challenge-missing` or `step-out-of-order`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn submit_link(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
    extract::Json(request): extract::Json<wire::SubmitLink>,
) -> Result<Json<wire::ResetState>, HttpProblem> {
    let link = SecretText::new(request.token.expose());
    state
        .service
        .attempt_link(&token, expected.as_ref(), &link, origin)
        .await?;
    state_of(&state, &token).await
}
