//! Well-known addresses. What is not here is a 404: a page would promise something (U-35).

use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};

/// Where password managers send people to change a password. Until a signed-in change exists, the
/// reset is the way to a new one.
pub async fn change_password() -> (StatusCode, [(HeaderName, &'static str); 1]) {
    (StatusCode::SEE_OTHER, [(LOCATION, "/reset")])
}
