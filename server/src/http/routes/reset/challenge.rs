//! Codes: having one sent, and answering it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use postern_api as wire;

use super::{look_up_behind, state_of};
use crate::domain::reset::ResetError;
use crate::domain::secret::SecretText;
use crate::http::convert;
use crate::http::extract::{self, ClientOrigin, ExpectedFlow, Flow};
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// How often an answer waits for whose account it is: two seconds with the usual deadline.
const PATIENCE: usize = 8;

/// Has a code sent to the typed target, if it is exactly one that the account registered.
///
/// # Errors
/// `fields-rejected`, `rate-limited`, `method-not-allowed` and those of the session; `not-eligible`
/// where the portal explains.
#[utoipa::path(
    post, path = wire::paths::RESET_CHALLENGES, tag = "reset", request_body = wire::SendCode,
    responses(
        (status = 202, description = "Taken. Says nothing about whether a message leaves.", body = wire::ResetState),
        (status = 403, description = "`method-not-allowed`; `not-eligible` where the portal explains.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 422, description = "`fields-rejected`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 503, description = "`busy`; where the portal explains also `directory-unavailable` and `directory-misconfigured`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 429, description = "`rate-limited` or `too-many-attempts`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn send_code(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
    extract::Json(request): extract::Json<wire::SendCode>,
) -> Result<(StatusCode, Json<wire::ResetState>), HttpProblem> {
    let method = convert::method(request.method);
    state
        .service
        .request_code(&token, expected.as_ref(), method, &request.target, origin)
        .await?;
    Ok((StatusCode::ACCEPTED, state_of(&state, &token).await?))
}

/// Answers a code.
///
/// # Errors
/// `challenge-failed`, `challenge-missing`, `challenge-exhausted`, `too-many-attempts`,
/// `fields-rejected` and those of the session.
#[utoipa::path(
    post, path = wire::paths::RESET_ATTEMPTS, tag = "reset", request_body = wire::SubmitCode,
    responses(
        (status = 200, description = "Right: one more class is proven.", body = wire::ResetState),
        (status = 503, description = "`busy`, `directory-unavailable` or `directory-misconfigured`: nobody has said yet whose account it is.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 409, description = "`challenge-missing` or `step-out-of-order`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 422, description = "`challenge-failed`, `challenge-exhausted` or `fields-rejected`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 429, description = "`too-many-attempts`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn submit_code(
    State(state): State<AppState>,
    Flow(token): Flow,
    ExpectedFlow(expected): ExpectedFlow,
    ClientOrigin(origin): ClientOrigin,
    extract::Json(request): extract::Json<wire::SubmitCode>,
) -> Result<Json<wire::ResetState>, HttpProblem> {
    let (method, typed) = (
        convert::method(request.method),
        SecretText::new(request.code.expose()),
    );
    let attempt = || {
        state
            .service
            .attempt_code(&token, expected.as_ref(), method, &typed, origin.clone())
    };
    let mut answered = attempt().await;
    if matches!(answered, Err(ResetError::Directory(_))) {
        match state.service.unanswered(&token).await? {
            // It has come meanwhile.
            None => answered = attempt().await,
            // Whose account it is comes at the same moments for everybody: waiting tells nothing.
            Some((flow, identifier)) => {
                look_up_behind(&state, flow, identifier);
                for _ in 0..PATIENCE {
                    state.deadline.behind().pause().await;
                    answered = attempt().await;
                    if !matches!(answered, Err(ResetError::Directory(_))) {
                        break;
                    }
                }
            }
        }
    }
    answered?;
    state_of(&state, &token).await
}
