//! Looking at a session, giving it more time, giving it up, and turning to the help desk.

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use postern_api as wire;
use wire::{HelpReason, ProblemKind};

use super::state_of;
use crate::domain::audit::Reason;
use crate::http::extract::{self, ClientOrigin, ExpectedFlow, Flow};
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// The state of the browser's own session.
///
/// # Errors
/// `flow-missing`, `session-expired`.
#[utoipa::path(
    get, path = wire::paths::RESET_SESSION, tag = "reset",
    responses(
        (status = 200, description = "What comes next.", body = wire::ResetState),
        (status = 404, description = "`flow-missing`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 410, description = "`session-expired`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn get_reset(
    State(state): State<AppState>,
    Flow(token): Flow,
) -> Result<Json<wire::ResetState>, HttpProblem> {
    state_of(&state, &token).await
}

/// Gives the session up.
///
/// # Errors
/// `flow-missing`, `flow-mismatch`.
#[utoipa::path(
    delete, path = wire::paths::RESET_SESSION, tag = "reset",
    responses(
        (status = 204, description = "Closed; the cookie is removed."),
        (status = 404, description = "`flow-missing`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn cancel_reset(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
) -> Result<(StatusCode, [(HeaderName, HeaderValue); 1]), HttpProblem> {
    state.service.cancel(&token, expected.as_ref(), origin).await?;
    let cookie = HeaderValue::from_str(&state.surface.clear_flow_cookie())
        .map_err(|_| HttpProblem(ProblemKind::Internal))?;
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie)]))
}

/// Gives the session more time.
///
/// # Errors
/// `no-more-time` after ten times, and those of the session.
#[utoipa::path(
    post, path = wire::paths::RESET_EXTENSIONS, tag = "reset",
    responses(
        (status = 200, description = "The end is a lifetime away again.", body = wire::ResetState),
        (status = 409, description = "`no-more-time`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn extend_reset(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
) -> Result<Json<wire::ResetState>, HttpProblem> {
    state
        .service
        .continue_flow(&token, expected.as_ref(), origin)
        .await?;
    state_of(&state, &token).await
}

/// Notes that the person turned to the help desk.
///
/// # Errors
/// `flow-missing`, `flow-mismatch`.
#[utoipa::path(
    post, path = wire::paths::RESET_HELP_REQUESTS, tag = "reset", request_body = wire::RequestHelp,
    responses((status = 204, description = "Noted."))
)]
pub async fn request_help(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
    extract::Json(request): extract::Json<wire::RequestHelp>,
) -> Result<StatusCode, HttpProblem> {
    let reason = match request.reason {
        HelpReason::NoUsableMethod => Reason::NoUsableMethod,
        HelpReason::ContactedHelpDesk => Reason::ContactedHelpDesk,
    };
    state
        .service
        .note_help(&token, expected.as_ref(), reason, origin)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
