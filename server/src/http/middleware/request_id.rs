//! A reference for every request: in the log line, in `X-Request-Id`, and in a problem's
//! `instance`. Never taken from the client.

use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

use crate::domain::random::{self, Random};

/// The alphabet of base32 (RFC 4648), in lower case.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// The reference of a request: 40 random bits. Not a secret, but not a counter either: that would
/// tell everybody how busy the portal is. Drawing them costs less than half a microsecond.
#[derive(Clone, Copy, Debug)]
pub struct RequestId([u8; 8]);

impl RequestId {
    /// A fresh one.
    pub fn generate(random: &dyn Random) -> Self {
        let drawn = random::bytes::<5>(random)
            .into_iter()
            .fold(0_u64, |bits, byte| bits << 8 | u64::from(byte));
        let mut text = [0; 8];
        for (index, symbol) in text.iter_mut().rev().enumerate() {
            *symbol = ALPHABET[(drawn >> (5 * index) & 31) as usize];
        }
        Self(text)
    }

    /// The reference as text.
    pub fn as_str(&self) -> &str {
        // The alphabet is ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Writes it into an answer.
    pub fn add(self, response: &mut Response) {
        if let Ok(value) = HeaderValue::from_bytes(&self.0) {
            response
                .headers_mut()
                .insert(HeaderName::from_static("x-request-id"), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed([u8; 5]);

    impl Random for Fixed {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.copy_from_slice(&self.0);
        }
    }

    #[test]
    fn the_reference_is_base32_of_what_was_drawn() {
        for drawn in [[0; 5], [255; 5], *b"fooba"] {
            let expected = data_encoding::BASE32_NOPAD.encode(&drawn).to_lowercase();
            assert_eq!(RequestId::generate(&Fixed(drawn)).as_str(), expected);
        }
    }
}
