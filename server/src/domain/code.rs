//! Short codes: making them and reading what a person typed.

use crate::domain::random::{self, Random};
use crate::domain::secret::SecretText;

/// The first code point of each run of ten decimal digits outside ASCII (Unicode `Nd`, the
/// scripts of keyboards that people use).
const DIGIT_ZEROS: [u32; 24] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0x19D0, 0x1A80, 0x1C50, 0xA8D0, 0xFF10,
];

/// A fresh code of so many decimal digits, each equally likely.
pub fn generate(random: &dyn Random, digits: u8) -> SecretText {
    let code: String = (0..digits)
        .filter_map(|_| char::from_digit(random::below(random, 10), 10))
        .collect();
    SecretText::new(code)
}

/// Reads a typed code: digits of any script become ASCII, spaces, hyphens and direction marks
/// are ignored. `None` if anything else is in it or the length differs from `digits`.
pub fn parse(typed: &str, digits: u8) -> Option<SecretText> {
    // A code is short; whatever is longer than this was not typed as one.
    if typed.len() > 64 {
        return None;
    }
    let mut code = String::with_capacity(usize::from(digits));
    for character in typed.chars() {
        if let Some(digit) = digit(character) {
            code.push(digit);
        } else if !is_separator(character) {
            return None;
        }
    }
    (code.len() == usize::from(digits)).then(|| SecretText::new(code))
}

/// The ASCII digit of a decimal digit of any script.
pub(super) fn digit(character: char) -> Option<char> {
    if character.is_ascii_digit() {
        return Some(character);
    }
    let point = u32::from(character);
    let zero = DIGIT_ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&point))?;
    char::from_digit(point - zero, 10)
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' | '\u{061C}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::SeededRandom;

    #[test]
    fn codes_keep_their_leading_zeros() {
        let random = SeededRandom::new(1);
        let codes: Vec<SecretText> = (0..2_000).map(|_| generate(&random, 6)).collect();
        assert!(codes.iter().all(|code| code.expose().len() == 6));
        let zeros = codes.iter().filter(|code| code.expose().starts_with('0')).count();
        assert!((150..=250).contains(&zeros), "{zeros} of 2,000 start with 0");
    }

    #[test]
    fn a_code_is_read_in_every_script_and_spacing() {
        for typed in [
            "123456",
            "123 456",
            " 123-456 ",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "１２３４５６",
            "\u{200f}١٢٣ ٤٥٦",
            "१२३४५६",
        ] {
            assert_eq!(parse(typed, 6).expect("a code").expose(), "123456", "{typed:?}");
        }
    }

    #[test]
    fn what_is_not_a_code_is_not_read_as_one() {
        for typed in [
            "",
            "12345",
            "1234567",
            "12345a",
            "12345６７",
            "½23456",
            "²23456",
            &"1".repeat(65),
        ] {
            assert!(parse(typed, 6).is_none(), "{typed:?}");
        }
    }
}
