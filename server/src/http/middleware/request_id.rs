//! A reference for every request: in the log line, in `X-Request-Id`, and in a problem's
//! `instance`. Never taken from the client.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use tracing::Instrument as _;

use crate::domain::random;
use crate::http::state::AppState;

/// The reference of a request.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// Gives every request its reference.
pub async fn assign(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let id = data_encoding::BASE32_NOPAD
        .encode(&random::bytes::<5>(&*state.random))
        .to_lowercase();
    request.extensions_mut().insert(RequestId(id.clone()));
    // Every log line of the request bears its reference.
    let span = tracing::info_span!("request", request.id = id);
    let mut response = next.run(request).instrument(span).await;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), value);
    }
    response
}
