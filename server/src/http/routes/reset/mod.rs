//! The reset over HTTP.

mod challenge;
mod lifecycle;
mod link;
mod password;
mod start;
mod unlock;

use std::sync::Arc;

use axum::Json;
use postern_api as wire;

use crate::domain::identifier::Identifier;
use crate::domain::ids::FlowId;
use crate::domain::reset::FlowToken;
use crate::http::convert;
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

pub use challenge::{__path_send_code, __path_submit_code, send_code, submit_code};
pub use lifecycle::{
    __path_cancel_reset, __path_extend_reset, __path_get_reset, __path_request_help, cancel_reset,
    extend_reset, get_reset, request_help,
};
pub use link::{__path_check_link, __path_submit_link, check_link, submit_link};
pub use password::{__path_set_password, set_password};
pub use start::{__path_start_reset, start_reset};
pub use unlock::{__path_change_purpose, __path_unlock_account, change_purpose, unlock_account};

/// The state of the browser's own session, as every action answers.
async fn state_of(state: &AppState, token: &FlowToken) -> Result<Json<wire::ResetState>, HttpProblem> {
    let opened = state.service.look(token).await?;
    let now = state.service.deps().clock.now();
    Ok(Json(convert::reset_state(opened, now)))
}

/// Asks the directory whose account it is, behind the answer.
fn look_up_behind(state: &AppState, flow: FlowId, identifier: Identifier) {
    let look_ups = Arc::clone(&state.look_ups);
    let state = state.clone();
    look_ups.run(async move {
        let looked_up = state
            .deadline
            .behind()
            .hold(state.service.look_up(&identifier))
            .await;
        let kept = match looked_up {
            Ok(answered) => state.service.keep(&flow, &answered).await,
            Err(error) => Err(error),
        };
        if let Err(error) = kept {
            tracing::warn!(%error, reset.session_id = %flow, "an account could not be looked up; the next step asks again");
        }
    });
}
