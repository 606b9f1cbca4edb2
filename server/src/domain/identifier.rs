//! What a person types to say which account is theirs.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;

/// Longest identifier, in code points.
pub const MAX_CODE_POINTS: usize = 256;

/// A normalised identifier: NFKC, case folded, trimmed; equal for every look-up, counter and
/// event (S-67).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Identifier(String);

/// Why something typed cannot be an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentifierError {
    /// Nothing was typed.
    Empty,
    /// More than [`MAX_CODE_POINTS`].
    TooLong,
    /// Control characters, bidi controls, zero-width characters or unassigned ones.
    UnusableCharacters,
}

impl Identifier {
    /// Normalises what was typed.
    ///
    /// # Errors
    /// [`IdentifierError`] says what is wrong with it; never whether it names somebody.
    pub fn parse(typed: &str) -> Result<Self, IdentifierError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(IdentifierError::Empty);
        }
        if typed.chars().count() > MAX_CODE_POINTS {
            return Err(IdentifierError::TooLong);
        }
        let key: String = typed.nfkc().default_case_fold().nfkc().collect();
        if key.chars().any(is_unusable) {
            return Err(IdentifierError::UnusableCharacters);
        }
        // NFKC can shrink to nothing or grow: the limits hold for the result as well.
        let key = key.trim();
        match key.chars().count() {
            0 => Err(IdentifierError::Empty),
            1..=MAX_CODE_POINTS => Ok(Self(key.to_owned())),
            _ => Err(IdentifierError::TooLong),
        }
    }

    /// The key for look-ups.
    pub fn as_key(&self) -> &str {
        &self.0
    }
}

/// Characters that make two identifiers look alike or break lines: controls, format characters
/// (bidi, zero width), line and paragraph separators, non-characters and private use.
fn is_unusable(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}'
            | '\u{FDD0}'..='\u{FDEF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFF}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_name_are_one_key() {
        let key = |typed: &str| Identifier::parse(typed).expect("usable").as_key().to_owned();
        for spelling in [
            "ada@demo.example",
            " ADA@Demo.Example ",
            "ＡＤＡ@demo.example",
            "ａｄａ＠demo.example",
        ] {
            assert_eq!(key(spelling), "ada@demo.example", "{spelling}");
        }
        assert_eq!(key("STRASSE"), key("straße"));
        assert_eq!(key("e\u{301}"), key("\u{e9}"));
    }

    #[test]
    fn invisible_characters_are_refused() {
        for typed in [
            "admin\u{200b}",
            "\u{202e}nimda",
            "a\u{0}b",
            "a\nb",
            "ad\u{ad}min",
            "x\u{feff}y",
        ] {
            assert_eq!(
                Identifier::parse(typed).err(),
                Some(IdentifierError::UnusableCharacters),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn empty_and_endless_are_refused() {
        assert_eq!(Identifier::parse("  ").err(), Some(IdentifierError::Empty));
        assert_eq!(
            Identifier::parse(&"a".repeat(257)).err(),
            Some(IdentifierError::TooLong)
        );
        assert!(Identifier::parse(&"a".repeat(256)).is_ok());
        // One code point that NFKC turns into eighteen.
        assert_eq!(
            Identifier::parse(&"\u{fdfa}".repeat(20)).err(),
            Some(IdentifierError::TooLong)
        );
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(typed in "\\PC{0,40}") {
            if let Ok(once) = Identifier::parse(&typed) {
                let twice = Identifier::parse(once.as_key()).expect("a key is usable");
                prop_assert_eq!(once.as_key(), twice.as_key());
            }
        }
    }
}
