//! The rules of a new password: pure, so that the server decides by them and the browser can
//! show them while somebody types.
//!
//! Lengths are counted in Unicode code points after normalisation to NFC (NIST SP 800-63B-4
//! section 3.1.1.2). Normalising is the caller's: the server has a table for it, the browser its
//! own function. Nothing is trimmed or cut, and there are no composition rules.

mod common;

pub use common::is_common;

/// Shortest name that is looked for inside a password, in code points (Entra section 5.4).
pub const MIN_NAME_LENGTH: usize = 4;
/// Longest input that is looked at, in bytes; longer ones are refused unseen (S-26).
pub const MAX_BYTES: usize = 1_024;

/// The rules in force.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// Code points, 8–64.
    pub min_length: u32,
    /// Code points, 64–256.
    pub max_length: u32,
    /// Whether names, the organisation and common passwords are refused.
    pub protection: bool,
    /// The person's names and user name, as far as they are known.
    pub names: &'a [&'a str],
    /// The organisation's names.
    pub organisation: &'a [&'a str],
}

/// A rule that a password breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Violation {
    /// Fewer code points than `min`.
    TooShort {
        /// Code points.
        min: u32,
    },
    /// More code points than `max`, or more than [`MAX_BYTES`].
    TooLong {
        /// Code points.
        max: u32,
    },
    /// The whole password is a common one.
    Common,
    /// Contains one of the person's names.
    ContainsName,
    /// Contains one of the organisation's names.
    ContainsOrganisation,
    /// Contains a control character.
    ControlCharacter,
}

/// Judges a password that is already in NFC. An empty answer means that it may be used.
pub fn judge(password: &str, rules: &Rules<'_>, is_common: impl Fn(&str) -> bool) -> Vec<Violation> {
    let mut violations = Vec::new();
    let length = password.chars().count();
    if length < rules.min_length as usize {
        violations.push(Violation::TooShort {
            min: rules.min_length,
        });
    }
    if length > rules.max_length as usize || password.len() > MAX_BYTES {
        violations.push(Violation::TooLong {
            max: rules.max_length,
        });
        return violations;
    }
    if password.chars().any(char::is_control) {
        violations.push(Violation::ControlCharacter);
    }
    if rules.protection {
        let lower = password.to_lowercase();
        if is_common(&lower) || is_repetition(&lower) {
            violations.push(Violation::Common);
        }
        if contains_any(&lower, rules.names) {
            violations.push(Violation::ContainsName);
        }
        if contains_any(&lower, rules.organisation) {
            violations.push(Violation::ContainsOrganisation);
        }
    }
    violations
}

/// Whether a name of at least [`MIN_NAME_LENGTH`] code points is in the password.
fn contains_any(lower: &str, names: &[&str]) -> bool {
    names
        .iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
        .filter(|part| part.chars().count() >= MIN_NAME_LENGTH)
        .any(|part| lower.contains(&part.to_lowercase()))
}

/// Whether the password is up to three characters, again and again: a list cannot name every
/// length of `aaaaaaaa`.
fn is_repetition(lower: &str) -> bool {
    let characters: Vec<char> = lower.chars().collect();
    (1..=3).any(|period| {
        characters.len() > period
            && characters
                .iter()
                .zip(characters.iter().skip(period))
                .all(|(a, b)| a == b)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULES: Rules<'static> = Rules {
        min_length: 8,
        max_length: 256,
        protection: true,
        names: &["ada.lovelace@demo.example", "Ada", "Lovelace"],
        organisation: &["Contoso"],
    };

    fn judged(password: &str) -> Vec<Violation> {
        judge(password, &RULES, is_common)
    }

    #[test]
    fn length_is_counted_in_code_points() {
        assert_eq!(judged("pässwör"), [Violation::TooShort { min: 8 }]);
        assert!(judged("🐎🔋📎✨🐎🔋📎🪴").is_empty());
        assert!(judged(&"ab🐎x".repeat(64)).is_empty());
        assert_eq!(
            judged(&format!("{}!", "ab🐎x".repeat(64))),
            [Violation::TooLong { max: 256 }]
        );
    }

    #[test]
    fn nothing_is_trimmed_and_no_class_is_asked_for() {
        assert!(judged("        horse").is_empty());
        assert!(judged("correct horse battery").is_empty());
    }

    #[test]
    fn common_passwords_are_refused_whole_and_in_every_case() {
        assert_eq!(judged("Password1"), [Violation::Common]);
        assert_eq!(judged("aaaaaaaaaa"), [Violation::Common]);
        assert_eq!(judged("abcabcabcabc"), [Violation::Common]);
        assert!(judged("password1 and then some").is_empty());
    }

    #[test]
    fn names_of_four_letters_and_more_are_refused() {
        assert_eq!(judged("my-LOVELACE-pass"), [Violation::ContainsName]);
        assert_eq!(judged("Contoso2026!"), [Violation::ContainsOrganisation]);
        // "Ada" is too short to be looked for, "demo" is part of the user name.
        assert!(judged("adamant thing").is_empty());
        assert_eq!(judged("a demo thing"), [Violation::ContainsName]);
    }

    #[test]
    fn control_characters_are_refused() {
        assert_eq!(judged("horse\u{0}battery"), [Violation::ControlCharacter]);
    }

    #[test]
    fn without_protection_only_form_counts() {
        let rules = Rules {
            protection: false,
            ..RULES
        };
        assert!(judge("Password1", &rules, is_common).is_empty());
    }

    proptest! {
        #[test]
        fn every_password_gets_a_verdict(password in "\\PC{0,300}") {
            let violations = judged(&password);
            let short = password.chars().count() < 8;
            prop_assert_eq!(violations.contains(&Violation::TooShort { min: 8 }), short);
        }
    }
}
