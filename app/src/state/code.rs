//! A typed code: only its length is judged here, the server reads it again from what was typed.

/// What is wrong with a typed code before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// Nothing was typed.
    Missing,
    /// Not the form of a code.
    NotACode,
}

/// Judges what was typed: decimal digits of the scripts that keyboards offer; spaces, hyphens
/// and direction marks (which come along when a code is copied) do not matter.
pub fn check(typed: &str, digits: u8) -> Result<(), CodeFault> {
    let mut count = 0_u32;
    for character in typed.chars().filter(|character| !is_filler(*character)) {
        if digit(character).is_none() {
            return Err(CodeFault::NotACode);
        }
        count += 1;
    }
    match count {
        0 => Err(CodeFault::Missing),
        count if count == u32::from(digits) => Ok(()),
        _ => Err(CodeFault::NotACode),
    }
}

fn is_filler(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{2212}'
                    | '\u{ad}'
                    | '\u{200b}'
                    ..='\u{200f}' | '\u{2060}' | '\u{2066}'
                    ..='\u{2069}' | '\u{feff}'
        )
}

/// First digits of the decimal ranges: ASCII, Arabic-Indic, Persian, the Indic scripts, Thai,
/// Lao, Tibetan, Myanmar, Khmer, full width.
const ZEROS: [u32; 20] = [
    0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

fn digit(character: char) -> Option<u32> {
    let point = u32::from(character);
    ZEROS
        .iter()
        .find_map(|zero| point.checked_sub(*zero).filter(|value| *value < 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_any_keyboard_are_a_code() {
        for typed in [
            "123456",
            " 123 456 ",
            "123-456",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "１２３４５６",
            "१२३४५६",
        ] {
            assert_eq!(check(typed, 6), Ok(()), "{typed}");
        }
    }

    #[test]
    fn marks_that_come_with_copying_do_not_matter() {
        assert_eq!(check("\u{2068}123\u{a0}456\u{2069}", 6), Ok(()));
        assert_eq!(check("123\u{2011}456", 6), Ok(()));
    }

    #[test]
    fn what_is_no_code_is_told_apart_from_nothing() {
        assert_eq!(check(" - ", 6), Err(CodeFault::Missing));
        assert_eq!(check("12345", 6), Err(CodeFault::NotACode));
        assert_eq!(check("1234567", 6), Err(CodeFault::NotACode));
        assert_eq!(check("12345a", 6), Err(CodeFault::NotACode));
    }
}
