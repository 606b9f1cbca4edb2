//! Start: the same answer for everybody, and nothing is looked up before it.

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use jiff::tz::TimeZone;
use postern_api as wire;
use wire::{ProblemKind, ProofOfWorkFailure};

use super::{look_up_behind, state_of};
use crate::domain::identifier::Identifier;
use crate::domain::reset::{FlowToken, Start};
use crate::http::convert;
use crate::http::extract::{self, ClientOrigin, cookie};
use crate::http::problem::{self, HttpProblem};
use crate::http::routes::proof_of_work::RESET;
use crate::http::state::AppState;
use crate::l10n;
use crate::proof_of_work::Rejected;

/// Starts a reset and binds it to the browser.
///
/// # Errors
/// `fields-rejected`, `proof-of-work-failed`, `method-not-allowed`; never anything about the account,
/// unless the portal explains: then also what the directory answers.
#[utoipa::path(
    post, path = wire::paths::RESET_SESSIONS, tag = "reset", request_body = wire::StartReset,
    responses(
        (status = 202, description = "Started, whoever it is. Sets the flow cookie.", body = wire::ResetState),
        (status = 403, description = "`method-not-allowed`: nobody unlocks here.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 503, description = "`busy`; where the portal explains also `directory-unavailable` and `directory-misconfigured`.", body = wire::ProblemDocument, content_type = "application/problem+json"),
        (status = 422, description = "`fields-rejected` or `proof-of-work-failed`.", body = wire::ProblemDocument, content_type = "application/problem+json")
    )
)]
pub async fn start_reset(
    State(state): State<AppState>,
    ClientOrigin(origin): ClientOrigin,
    headers: HeaderMap,
    extract::Json(request): extract::Json<wire::StartReset>,
) -> Result<Response, HttpProblem> {
    let identifier = Identifier::parse(&request.identifier).map_err(problem::identifier)?;
    let accepted = state
        .proof_of_work
        .verify(&request.proof_of_work, RESET)
        .map_err(rejected)?;
    let site = &state.site;
    let locale = l10n::negotiate(
        Some(&request.locale),
        None,
        None,
        &site.locales,
        &site.default_locale,
    );
    let started = state
        .service
        .start(Start {
            purpose: convert::purpose(request.purpose),
            typed: request.identifier.trim().to_owned(),
            identifier: identifier.clone(),
            locale: locale.to_owned(),
            time_zone: request.time_zone.filter(|zone| is_time_zone(zone)),
            proof_of_work_nonce: accepted.nonce,
            nonce_expires_at: accepted.expires_at,
            previous: cookie(&headers, state.surface.flow_cookie()).and_then(FlowToken::parse),
            origin,
        })
        .await?;
    let answer = if state.service.explains() {
        // What the answer says depends on the account here; looking waits for the directory.
        state_of(&state, &started.token).await
    } else {
        look_up_behind(&state, started.flow, identifier);
        let now = state.service.deps().clock.now();
        Ok(Json(convert::reset_state(started.opened, now)))
    };
    // Also where the directory did not answer: the session stands, and a later look asks again.
    let set_cookie = HeaderValue::from_str(&state.surface.set_flow_cookie(&started.token.to_text()))
        .map_err(|_| HttpProblem(ProblemKind::Internal))?;
    let mut response = match answer {
        Ok(answer) => (StatusCode::ACCEPTED, answer).into_response(),
        Err(problem) => problem.into_response(),
    };
    response.headers_mut().insert(SET_COOKIE, set_cookie);
    Ok(response)
}

fn rejected(rejected: Rejected) -> HttpProblem {
    let reason = match rejected {
        Rejected::Unreadable => ProofOfWorkFailure::Unreadable,
        Rejected::Expired => ProofOfWorkFailure::Expired,
        Rejected::Invalid => ProofOfWorkFailure::Invalid,
    };
    HttpProblem(ProblemKind::ProofOfWorkFailed { reason })
}

/// A zone that nobody knows is left out, not refused: it only decorates messages.
fn is_time_zone(name: &str) -> bool {
    name.len() <= 64 && TimeZone::get(name).is_ok()
}
