//! Mail addresses: what may become a recipient, and when two are the same.

use unicode_normalization::UnicodeNormalization;

/// Longest address in bytes (RFC 5321 section 4.5.3.1.3, without the angle brackets).
pub const MAX_BYTES: usize = 254;

/// A mail address that is safe to hand to a mail server: one `@`, no spaces, controls, quotes or
/// header specials (S-63). Compared case-insensitively as a whole.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// Why something typed cannot be a mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressError {
    /// Nothing was typed.
    Empty,
    /// More than [`MAX_BYTES`].
    TooLong,
    /// Not the form of an address.
    NotAnAddress,
}

impl EmailAddress {
    /// Reads an address as people type it.
    ///
    /// # Errors
    /// [`AddressError`] says what is wrong with its form.
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        if typed.len() > 4 * MAX_BYTES {
            return Err(AddressError::TooLong);
        }
        let address: String = typed.nfkc().flat_map(char::to_lowercase).collect();
        if address.len() > MAX_BYTES {
            return Err(AddressError::TooLong);
        }
        let (local, domain) = address.split_once('@').ok_or(AddressError::NotAnAddress)?;
        let local_fits = (1..=64).contains(&local.len())
            && local.chars().all(is_local)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let domain_fits = domain.contains('.') && domain.split('.').all(is_label);
        if local_fits && domain_fits {
            Ok(Self(address))
        } else {
            Err(AddressError::NotAnAddress)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address with all but the first character of each part and the top-level domain replaced
    /// by `•`; for portals that explain.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let (name, top) = domain.rsplit_once('.').unwrap_or((domain, ""));
        let hide = |part: &str| part.chars().take(1).chain("•••".chars()).collect::<String>();
        format!("{}@{}.{top}", hide(local), hide(name))
    }
}

/// Characters of the part before the `@` (RFC 5321 `atext` and the dot, plus letters of any
/// script for RFC 6531).
fn is_local(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(character)
    } else {
        character.is_alphanumeric()
    }
}

/// A label of a domain name: letters, digits, inner hyphens; at most 63 bytes.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|c| {
            if c.is_ascii() {
                c.is_ascii_alphanumeric() || c == '-'
            } else {
                c.is_alphanumeric()
            }
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_itself_in_every_case() {
        let address = EmailAddress::parse(" Ada@Home.Example ").expect("an address");
        assert_eq!(address.as_str(), "ada@home.example");
    }

    #[test]
    fn header_tricks_are_not_addresses() {
        for typed in [
            "a@b",
            "ab.example",
            "a b@c.example",
            "a@b@c.example",
            "a\r\nbcc:x@y.example",
            "\"a b\"@c.example",
            "<a@b.example>",
            "a@b.example,c@d.example",
            "a@-b.example",
            "a@b-.example",
            ".a@b.example",
            "a..b@c.example",
            "a@b..example",
            "a@[127.0.0.1]",
            "a(x)@b.example",
            "a@b.example\u{202e}",
        ] {
            assert_eq!(
                EmailAddress::parse(typed).err(),
                Some(AddressError::NotAnAddress),
                "{typed:?}"
            );
        }
        assert_eq!(EmailAddress::parse("").err(), Some(AddressError::Empty));
        let long = format!("{}@b.example", "a".repeat(260));
        assert_eq!(EmailAddress::parse(&long).err(), Some(AddressError::TooLong));
    }

    proptest! {
        #[test]
        fn an_accepted_address_is_safe_in_a_header(typed in "\\PC{0,30}@\\PC{0,30}") {
            if let Ok(address) = EmailAddress::parse(&typed) {
                prop_assert_eq!(address.as_str().matches('@').count(), 1);
                let harmless = address.as_str().chars().all(|c| !c.is_control() && !c.is_whitespace() && !"<>,;:\"\\()[]".contains(c));
                prop_assert!(harmless);
                prop_assert!(address.as_str().len() <= MAX_BYTES);
            }
        }
    }
}
