//! Challenges of the proof of work.

use axum::Json;
use axum::extract::State;
use postern_api as wire;
use wire::ProblemKind;

use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// What a challenge of this portal is bound to.
pub(super) const RESET: &str = "reset";

/// A fresh ALTCHA v2 challenge for a start. Writes nothing; it ends by itself.
#[utoipa::path(
    get, path = wire::paths::PROOF_OF_WORK, tag = "reset",
    responses((status = 200, description = "A challenge, good once.", body = wire::ProofOfWorkChallenge))
)]
pub async fn get_proof_of_work_challenge(
    State(state): State<AppState>,
) -> Result<Json<altcha::Challenge>, HttpProblem> {
    match state.proof_of_work.create(RESET) {
        Ok(challenge) => Ok(Json(challenge)),
        Err(error) => {
            tracing::error!(%error, "the settings make no proof-of-work challenge");
            Err(ProblemKind::Internal.into())
        }
    }
}
