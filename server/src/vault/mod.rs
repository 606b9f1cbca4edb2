//! Keys and what is made with them: keyed hashes, sealed columns, a key per person (law 9).
//!
//! One master key per key id, kept in a file of its own, gives by HKDF-SHA-256 a key per purpose.
//! Sealed values are XChaCha20-Poly1305 with a random nonce, the key id in the envelope, and the
//! place they belong to as associated data, so that a value moved to another row does not open
//! (S-13). Whatever belongs to a person is sealed under that person's own key, which itself is
//! sealed here: destroying it makes all of it unreadable.

mod key_file;
mod seal;

use std::collections::BTreeMap;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::domain::random::Random;
use crate::domain::secret::SecretBytes;

pub use key_file::{KeyFileError, load_or_create};
pub use seal::SealError;

/// What a keyed hash is for; each purpose has a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MacPurpose {
    /// A code of a challenge.
    ResetCode,
    /// An identifier that may be nobody's (people type passwords there).
    Identifier,
    /// The signature of a proof-of-work challenge.
    ProofOfWork,
    /// The signature of a proof-of-work key.
    ProofOfWorkKey,
}

impl MacPurpose {
    const fn label(self) -> &'static str {
        match self {
            Self::ResetCode => "postern mac reset-code",
            Self::Identifier => "postern mac identifier",
            Self::ProofOfWork => "postern mac proof-of-work",
            Self::ProofOfWorkKey => "postern mac proof-of-work-key",
        }
    }
}

/// Where a sealed value belongs: it opens nowhere else.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Table.
    pub table: &'a str,
    /// Column.
    pub column: &'a str,
    /// Row.
    pub row: &'a str,
    /// Whose, where it is somebody's.
    pub subject: &'a str,
}

/// A person's own key, opened.
pub struct PersonKey(Zeroizing<[u8; 32]>);

/// The keys of this installation.
pub struct Vault {
    current: u32,
    masters: BTreeMap<u32, Zeroizing<[u8; 32]>>,
}

impl Vault {
    /// A vault with these master keys; `current` is used for new values.
    pub(crate) fn new(current: u32, masters: BTreeMap<u32, Zeroizing<[u8; 32]>>) -> Self {
        Self { current, masters }
    }

    /// A vault with one fresh key that is kept nowhere; for tests.
    pub fn ephemeral(random: &dyn Random) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        random.fill(&mut key[..]);
        Self::new(1, BTreeMap::from([(1, key)]))
    }

    /// A keyed hash of the parts, each with its length in front, so that no two lists of parts
    /// run together.
    pub fn mac(&self, purpose: MacPurpose, parts: &[&[u8]]) -> [u8; 32] {
        // Keyed hashes are short-lived or re-made, so they always use the oldest key: rotation
        // must not turn a known identifier into an unknown one.
        let key_id = self.masters.keys().next().copied().unwrap_or(self.current);
        let key = self.derive(key_id, purpose.label());
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&key[..])
            .unwrap_or_else(|_| unreachable!("HMAC takes keys of every length"));
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The same as text, for protocols that want a secret as text.
    pub fn text_key(&self, purpose: MacPurpose) -> Zeroizing<String> {
        Zeroizing::new(data_encoding::HEXLOWER.encode(&self.mac(purpose, &[b"key"])))
    }

    /// Seals a value of the installation's own.
    pub fn seal(&self, random: &dyn Random, place: Place<'_>, value: &[u8]) -> Vec<u8> {
        let key = self.derive(self.current, "postern seal installation");
        seal::seal(random, self.current, &key, &seal::associated_data(place), value)
    }

    /// Opens a value of the installation's own.
    ///
    /// # Errors
    /// [`SealError`] if it was changed, moved, or sealed under a key that is not here.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<SecretBytes, SealError> {
        let key_id = seal::key_id(sealed)?;
        if !self.masters.contains_key(&key_id) {
            return Err(SealError::UnknownKey);
        }
        let key = self.derive(key_id, "postern seal installation");
        seal::open(&key, &seal::associated_data(place), sealed)
    }

    /// A fresh key for a person, and the same sealed for the store.
    pub fn new_person_key(&self, random: &dyn Random, subject: &str) -> (PersonKey, Vec<u8>) {
        let mut key = Zeroizing::new([0; 32]);
        random.fill(&mut key[..]);
        let wrapped = self.seal(random, person_key_place(subject), &key[..]);
        (PersonKey(key), wrapped)
    }

    /// Opens a person's key.
    ///
    /// # Errors
    /// [`SealError`] as for [`Vault::open`].
    pub fn open_person_key(&self, subject: &str, wrapped: &[u8]) -> Result<PersonKey, SealError> {
        let opened = self.open(person_key_place(subject), wrapped)?;
        let key: [u8; 32] = opened.expose().try_into().map_err(|_| SealError::Unreadable)?;
        Ok(PersonKey(Zeroizing::new(key)))
    }

    fn derive(&self, key_id: u32, label: &str) -> Zeroizing<[u8; 32]> {
        let master = self
            .masters
            .get(&key_id)
            .or_else(|| self.masters.get(&self.current));
        let mut key = Zeroizing::new([0; 32]);
        if let Some(master) = master {
            derive_into(&master[..], label, &mut key);
        }
        key
    }
}

impl PersonKey {
    /// Seals something that belongs to the person.
    pub fn seal(&self, random: &dyn Random, place: Place<'_>, value: &[u8]) -> Vec<u8> {
        seal::seal(random, 0, &self.0, &seal::associated_data(place), value)
    }

    /// Opens something that belongs to the person.
    ///
    /// # Errors
    /// [`SealError`] if it was changed or moved.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<SecretBytes, SealError> {
        seal::open(&self.0, &seal::associated_data(place), sealed)
    }
}

/// Seals a value under a token that only a browser holds: without its cookie nobody, the
/// operator included, can read what was typed.
pub fn seal_for_browser(random: &dyn Random, token: &[u8], place: Place<'_>, value: &[u8]) -> Vec<u8> {
    let mut key = Zeroizing::new([0; 32]);
    derive_into(token, "postern seal browser", &mut key);
    seal::seal(random, 0, &key, &seal::associated_data(place), value)
}

/// Opens a value with the token that the browser brought back.
///
/// # Errors
/// [`SealError`] if it was changed, moved, or sealed under another token.
pub fn open_for_browser(token: &[u8], place: Place<'_>, sealed: &[u8]) -> Result<SecretBytes, SealError> {
    let mut key = Zeroizing::new([0; 32]);
    derive_into(token, "postern seal browser", &mut key);
    seal::open(&key, &seal::associated_data(place), sealed)
}

/// SHA-256, for tokens of 256 random bits (ASVS 6.5.2 allows a plain hash from 112 bits on).
pub fn sha256(value: &[u8]) -> [u8; 32] {
    Sha256::digest(value).into()
}

fn derive_into(secret: &[u8], label: &str, key: &mut [u8; 32]) {
    let derived = Hkdf::<Sha256>::new(None, secret).expand(label.as_bytes(), key);
    debug_assert!(derived.is_ok(), "32 bytes are within HKDF's limit");
}

fn person_key_place(subject: &str) -> Place<'_> {
    Place {
        table: "person_keys",
        column: "wrapped",
        row: subject,
        subject,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::random::SeededRandom;

    const PLACE: Place<'static> = Place {
        table: "t",
        column: "c",
        row: "1",
        subject: "ada",
    };

    #[test]
    fn a_value_opens_where_it_was_sealed() {
        let random = SeededRandom::new(1);
        let vault = Vault::ephemeral(&random);
        let sealed = vault.seal(&random, PLACE, b"seed");
        assert_eq!(vault.open(PLACE, &sealed).expect("opens").expose(), b"seed");
    }

    #[test]
    fn s_13_a_value_moved_to_another_place_does_not_open() {
        let random = SeededRandom::new(1);
        let vault = Vault::ephemeral(&random);
        let sealed = vault.seal(&random, PLACE, b"seed");
        for moved in [
            Place { row: "2", ..PLACE },
            Place {
                subject: "bo",
                ..PLACE
            },
            Place { column: "d", ..PLACE },
            Place { table: "u", ..PLACE },
            // The same text cut elsewhere.
            Place {
                table: "tc",
                column: "",
                ..PLACE
            },
        ] {
            assert!(vault.open(moved, &sealed).is_err(), "{moved:?}");
        }
    }

    #[test]
    fn a_changed_value_does_not_open() {
        let random = SeededRandom::new(1);
        let vault = Vault::ephemeral(&random);
        let sealed = vault.seal(&random, PLACE, b"seed");
        for index in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[index] ^= 1;
            assert!(vault.open(PLACE, &changed).is_err(), "byte {index}");
        }
        assert!(vault.open(PLACE, &sealed[..10]).is_err());
    }

    #[test]
    fn a_person_key_opens_only_for_its_person() {
        let random = SeededRandom::new(1);
        let vault = Vault::ephemeral(&random);
        let (key, wrapped) = vault.new_person_key(&random, "ada");
        let sealed = key.seal(&random, PLACE, b"ada@home.example");
        let opened = vault.open_person_key("ada", &wrapped).expect("opens");
        assert_eq!(
            opened.open(PLACE, &sealed).expect("opens").expose(),
            b"ada@home.example"
        );
        assert!(vault.open_person_key("bo", &wrapped).is_err());
    }

    #[test]
    fn only_the_browser_that_brought_a_value_can_have_it_opened() {
        let random = SeededRandom::new(1);
        let sealed = seal_for_browser(&random, b"token", PLACE, b"typed");
        assert_eq!(
            open_for_browser(b"token", PLACE, &sealed)
                .expect("opens")
                .expose(),
            b"typed"
        );
        assert!(open_for_browser(b"other", PLACE, &sealed).is_err());
    }

    #[test]
    fn keyed_hashes_differ_by_purpose_and_by_where_parts_end() {
        let vault = Vault::ephemeral(&SeededRandom::new(1));
        let hashes: HashSet<[u8; 32]> = [
            vault.mac(MacPurpose::ResetCode, &[b"ab", b"c"]),
            vault.mac(MacPurpose::ResetCode, &[b"a", b"bc"]),
            vault.mac(MacPurpose::ResetCode, &[b"abc"]),
            vault.mac(MacPurpose::Identifier, &[b"abc"]),
        ]
        .into();
        assert_eq!(hashes.len(), 4);
    }

    #[test]
    fn no_nonce_comes_twice() {
        let random = SeededRandom::new(1);
        let vault = Vault::ephemeral(&random);
        let nonces: HashSet<Vec<u8>> = (0..10_000)
            .map(|_| vault.seal(&random, PLACE, b"x")[5..29].to_vec())
            .collect();
        assert_eq!(nonces.len(), 10_000);
    }
}
