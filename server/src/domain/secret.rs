//! Secrets and personal data have types: no `Debug`, no `Display`, wiped when dropped.

use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// Text that must never be shown, logged or kept: a password, a code, a link token.
#[derive(Clone)]
pub struct SecretText(String);

impl SecretText {
    /// Takes what was typed.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The secret itself. Every call is a place to look at in a review.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for SecretText {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Bytes that must never be shown, logged or kept: a seed, a key.
#[derive(Clone)]
pub struct SecretBytes(Vec<u8>);

impl SecretBytes {
    /// Takes the bytes.
    pub fn new(value: impl Into<Vec<u8>>) -> Self {
        Self(value.into())
    }

    /// The secret itself. Every call is a place to look at in a review.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for SecretBytes {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Compares without telling by its time where two values differ. The one place that does so.
pub fn equal(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}
