//! A JSON body: bounded, typed, and never quoted in a refusal.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use postern_api::ProblemKind;
use serde::de::DeserializeOwned;
use tokio::time::timeout;
use zeroize::Zeroizing;

use crate::http::problem::HttpProblem;

/// Bytes that any request of the API needs at most.
const MAX_BYTES: usize = 16 * 1_024;

/// How long a client may take to send a body that small.
const BODY_DEADLINE: Duration = Duration::from_secs(10);

/// A body of the documented shape.
pub struct Json<T>(pub T);

impl<S, T> FromRequest<S> for Json<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = HttpProblem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Self::Rejection> {
        if !is_json(&request) {
            return Err(ProblemKind::UnsupportedMediaType.into());
        }
        let announced = request
            .headers()
            .get(CONTENT_LENGTH)
            .and_then(|length| length.to_str().ok()?.parse().ok());
        if announced.is_some_and(|length: u64| length > MAX_BYTES as u64) {
            return Err(too_large());
        }
        let body = read(request.into_body()).await?;
        let mut json = serde_json::Deserializer::from_slice(&body);
        let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            // The path is ours, the value is the client's: only the path may be logged.
            tracing::debug!(json.pointer = %error.path(), "a body has the wrong shape");
            HttpProblem(ProblemKind::UnreadableRequest)
        })?;
        json.end()
            .map_err(|_| HttpProblem(ProblemKind::UnreadableRequest))?;
        Ok(Self(value))
    }
}

fn is_json(request: &Request) -> bool {
    let content_type = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next());
    media_type.is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}

/// The body in memory that is wiped afterwards: it may hold a password.
async fn read(body: Body) -> Result<Zeroizing<Vec<u8>>, HttpProblem> {
    let bytes = timeout(BODY_DEADLINE, to_bytes(body, MAX_BYTES))
        .await
        .map_err(|_| HttpProblem(ProblemKind::UnreadableRequest))?
        .map_err(|_| too_large())?;
    let owned = bytes.try_into_mut().map_or_else(
        |shared| shared.to_vec(),
        |mut unique| {
            let copy = unique.to_vec();
            unique.fill(0);
            copy
        },
    );
    Ok(Zeroizing::new(owned))
}

fn too_large() -> HttpProblem {
    HttpProblem(ProblemKind::BodyTooLarge {
        max_bytes: u32::try_from(MAX_BYTES).unwrap_or(u32::MAX),
    })
}
