//! Something a person typed in confidence.

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

/// A password, a code or a link token on its way over the wire.
///
/// It has neither `Debug` nor `Display`, so it cannot reach a log or a message by accident, and
/// its memory is wiped when it is dropped. It serialises as a plain string: the client has to
/// send it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = Password))]
pub struct Secret(String);

impl Secret {
    /// Takes what was typed.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The secret itself. Every call is a place to look at in a review.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
