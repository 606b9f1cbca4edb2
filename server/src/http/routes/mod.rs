//! Routes by flow: one folder a flow, one file an action.

pub mod fallback;
pub mod health;
mod pages;
mod proof_of_work;
mod reset;
mod site;
mod well_known;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post, put};
use postern_api::ProblemKind;
use postern_api::paths;

use super::deadline;
use super::problem::HttpProblem;
use super::state::AppState;

pub(super) use proof_of_work::{__path_get_proof_of_work_challenge, get_proof_of_work_challenge};
pub(super) use reset::*;
pub(super) use site::{__path_get_site, get_site};

/// The API. Everything of a reset up to the password answers on the deadline (law 3).
pub fn api(state: &AppState) -> Router<AppState> {
    let uniform = Router::new()
        .route(paths::RESET_SESSIONS, post(start_reset))
        .route(paths::RESET_SESSION, get(get_reset).delete(cancel_reset))
        .route(paths::RESET_CHALLENGES, post(send_code))
        .route(paths::RESET_ATTEMPTS, post(submit_code))
        .route(paths::RESET_LINK_CHECKS, post(check_link))
        .route(paths::RESET_LINK_ATTEMPTS, post(submit_link))
        .route(paths::RESET_EXTENSIONS, post(extend_reset))
        .route(paths::RESET_HELP_REQUESTS, post(request_help))
        .route(paths::RESET_PURPOSE, put(change_purpose))
        .layer(from_fn_with_state(state.deadline, deadline::hold));
    Router::new()
        .merge(uniform)
        .route(paths::RESET_PASSWORD, post(set_password))
        .route(paths::RESET_UNLOCK, post(unlock_account))
        .route(paths::SITE, get(get_site))
        .route(paths::PROOF_OF_WORK, get(get_proof_of_work_challenge))
}

/// The pages and well-known addresses.
pub fn pages() -> Router<AppState> {
    Router::new()
        .route("/", get(pages::page))
        .route("/reset", get(pages::page))
        .route("/unlock", get(pages::page))
        .route("/reset/{step}", get(pages::page))
        .route("/.well-known/change-password", get(well_known::change_password))
}

/// The address is known, the verb is not.
pub async fn verb_not_allowed() -> HttpProblem {
    HttpProblem(ProblemKind::VerbNotAllowed)
}
