//! The ALTCHA v2 challenge, as the protocol writes it (hence the camel case).

use serde::{Deserialize, Serialize};

/// A signed challenge. Any ALTCHA v2 library solves it; the answer goes, base64 of
/// `{"challenge": …, "solution": {"counter": …, "derivedKey": …}}`, into
/// [`StartReset::proof_of_work`](crate::StartReset::proof_of_work).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProofOfWorkChallenge {
    /// What has to be solved.
    pub parameters: ProofOfWorkParameters,
    /// Hex HMAC of the parameters in canonical JSON.
    pub signature: String,
}

/// The parameters of a deterministic challenge (ALTCHA v2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProofOfWorkParameters {
    /// Always `PBKDF2/SHA-256`.
    pub algorithm: String,
    /// PBKDF2 iterations for each counter.
    pub cost: u32,
    /// What the challenge is bound to: the action, and its end by the portal's own clock.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub data: std::collections::BTreeMap<String, String>,
    /// Unix seconds, real time.
    pub expires_at: i64,
    /// Bytes of the derived key.
    pub key_length: u32,
    /// Hex that the derived key must start with.
    pub key_prefix: String,
    /// Hex HMAC of the derived key.
    pub key_signature: String,
    /// 16 bytes, hex; accepted once.
    pub nonce: String,
    /// 16 bytes, hex.
    pub salt: String,
}
