//! What the page shows, as JSON: for end-to-end tests.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::accounts::ACCOUNTS;
use super::mailbox::Message;
use super::router::{DemoState, Shared};
use crate::domain::clock::Clock;
use crate::domain::secret::SecretText;
use crate::domain::totp;

/// Which messages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MessageFilter {
    /// Only those to this address.
    to: Option<String>,
}

/// `GET /demo/api/messages`: newest first.
pub(super) async fn list_messages(
    State(shared): State<Arc<Shared>>,
    Query(filter): Query<MessageFilter>,
) -> Json<Vec<Message>> {
    let mut messages = shared.demo.mailbox.list();
    if let Some(to) = filter.to {
        messages.retain(|message| message.to.iter().any(|one| one.eq_ignore_ascii_case(&to)));
    }
    Json(messages)
}

/// `DELETE /demo/api/messages`.
pub(super) async fn delete_messages(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.demo.mailbox.clear();
    StatusCode::NO_CONTENT
}

/// The code that an authenticator app shows now.
#[derive(Serialize)]
pub(super) struct CurrentCode {
    pub(super) user_name: &'static str,
    pub(super) code: String,
    pub(super) seconds_left: u64,
}

/// `GET /demo/api/totp`.
pub(super) async fn list_codes(State(shared): State<Arc<Shared>>) -> Json<Vec<CurrentCode>> {
    Json(current_codes(&shared.demo))
}

/// The codes at the portal's time.
pub(super) fn current_codes(demo: &DemoState) -> Vec<CurrentCode> {
    let now = demo.clock.now();
    let second = u64::try_from(now.as_second()).unwrap_or(0);
    ACCOUNTS
        .iter()
        .filter_map(|account| Some((account.user_name, account.seed()?)))
        .map(|(user_name, seed)| CurrentCode {
            user_name,
            code: totp::code_at(&seed, totp::step_at(now)).expose().to_owned(),
            seconds_left: totp::STEP_SECONDS - second % totp::STEP_SECONDS,
        })
        .collect()
}

/// The portal's clock.
#[derive(Serialize)]
pub(super) struct ClockReading {
    #[serde(serialize_with = "super::mailbox::instant")]
    now: Timestamp,
    offset_seconds: i64,
}

fn reading(demo: &DemoState) -> Json<ClockReading> {
    Json(ClockReading {
        now: demo.clock.now(),
        offset_seconds: demo.clock.offset_seconds(),
    })
}

/// `GET /demo/api/clock`.
pub(super) async fn get_clock(State(shared): State<Arc<Shared>>) -> Json<ClockReading> {
    reading(&shared.demo)
}

/// By how much the clock moves.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    advance_seconds: i64,
}

/// `POST /demo/api/clock`.
pub(super) async fn advance_clock(
    State(shared): State<Arc<Shared>>,
    Json(advance): Json<Advance>,
) -> Response {
    if shared.advance(advance.advance_seconds) {
        reading(&shared.demo).into_response()
    } else {
        StatusCode::UNPROCESSABLE_ENTITY.into_response()
    }
}

/// `DELETE /demo/api/clock`: back to the real time.
pub(super) async fn reset_clock(State(shared): State<Arc<Shared>>) -> Json<ClockReading> {
    shared.demo.clock.reset();
    reading(&shared.demo)
}

/// A password to try.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TryPassword {
    user_name: String,
    password: String,
}

/// `POST /demo/api/try-password`.
pub(super) async fn try_password(
    State(shared): State<Arc<Shared>>,
    Json(request): Json<TryPassword>,
) -> Response {
    let password = SecretText::new(request.password);
    match shared.try_password(&request.user_name, &password).await {
        Ok(verdict) => Json(serde_json::json!({ "verdict": verdict })).into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
