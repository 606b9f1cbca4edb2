//! The envelope of a sealed value: version, key id, nonce, ciphertext with tag.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::Place;
use crate::domain::random::{self, Random};
use crate::domain::secret::SecretBytes;

const VERSION: u8 = 1;
const HEADER: usize = 5;
const NONCE: usize = 24;

/// A sealed value did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Not an envelope, changed, moved, or another key's.
    #[error("a sealed value does not open")]
    Unreadable,
    /// Sealed under a master key that is not in the key file.
    #[error("a sealed value names a key that the key file does not hold")]
    UnknownKey,
}

pub(super) fn seal(random: &dyn Random, key_id: u32, key: &[u8; 32], place: &[u8], value: &[u8]) -> Vec<u8> {
    let nonce = XNonce::from(random::bytes::<NONCE>(random));
    let mut envelope = Vec::with_capacity(HEADER + NONCE + value.len() + 16);
    envelope.push(VERSION);
    envelope.extend_from_slice(&key_id.to_be_bytes());
    let associated = with_header(&envelope, place);
    let sealed = XChaCha20Poly1305::new(key.into()).encrypt(
        &nonce,
        Payload {
            msg: value,
            aad: &associated,
        },
    );
    envelope.extend_from_slice(&nonce);
    // Encryption fails only for values near the size of memory; nothing that long is sealed, and
    // an envelope without a body never opens.
    envelope.extend_from_slice(&sealed.unwrap_or_default());
    envelope
}

pub(super) fn open(key: &[u8; 32], place: &[u8], envelope: &[u8]) -> Result<SecretBytes, SealError> {
    key_id(envelope)?;
    let nonce: [u8; NONCE] = envelope
        .get(HEADER..HEADER + NONCE)
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(SealError::Unreadable)?;
    let body = envelope.get(HEADER + NONCE..).ok_or(SealError::Unreadable)?;
    let associated = with_header(&envelope[..HEADER], place);
    XChaCha20Poly1305::new(key.into())
        .decrypt(
            &XNonce::from(nonce),
            Payload {
                msg: body,
                aad: &associated,
            },
        )
        .map(SecretBytes::new)
        .map_err(|_| SealError::Unreadable)
}

pub(super) fn key_id(envelope: &[u8]) -> Result<u32, SealError> {
    match envelope {
        [VERSION, a, b, c, d, ..] => Ok(u32::from_be_bytes([*a, *b, *c, *d])),
        _ => Err(SealError::Unreadable),
    }
}

/// Version and key id are part of what is authenticated.
fn with_header(header: &[u8], place: &[u8]) -> Vec<u8> {
    [header, place].concat()
}

/// The place as bytes: each part with its length in front.
pub(super) fn associated_data(place: Place<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in [place.table, place.column, place.row, place.subject] {
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}
