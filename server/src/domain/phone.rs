//! Telephone numbers: read as people write them, compared as E.164.

use std::str::FromStr as _;

use phonenumber::country;
use unicode_normalization::UnicodeNormalization;

/// Longest spelling that is looked at, in code points.
pub const MAX_CODE_POINTS: usize = 64;

/// A number that a text message can reach: a valid mobile number (or one of a plan that does not
/// tell mobile from fixed lines), never a premium or shared-cost one (S-37).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber {
    /// E.164: `+` and at most 15 digits.
    e164: String,
}

/// A country by its ISO 3166-1 two-letter code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region([u8; 2]);

/// Why something typed cannot be a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneError {
    /// Nothing was typed.
    Empty,
    /// More than [`MAX_CODE_POINTS`].
    TooLong,
    /// Not a number that a text message can reach.
    NotANumber,
}

impl Region {
    /// The country behind a code in any case.
    pub fn parse(code: &str) -> Option<Self> {
        let code = code.to_ascii_uppercase();
        country::Id::from_str(&code).ok()?;
        code.as_bytes().try_into().ok().map(Self)
    }

    /// The code.
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    fn id(self) -> Option<country::Id> {
        country::Id::from_str(self.code()).ok()
    }
}

impl PhoneNumber {
    /// Reads a number as people write it: with its country code, or as one dials it within
    /// `default_region`; digits of any script, with spaces, brackets, dots, hyphens and bidi
    /// marks.
    ///
    /// # Errors
    /// [`PhoneError`] says what is wrong with its form.
    pub fn parse(typed: &str, default_region: Option<Region>) -> Result<Self, PhoneError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(PhoneError::Empty);
        }
        if typed.chars().count() > MAX_CODE_POINTS {
            return Err(PhoneError::TooLong);
        }
        let plain = plain(typed).ok_or(PhoneError::NotANumber)?;
        let parsed = phonenumber::parse(default_region.and_then(Region::id), &plain)
            .map_err(|_| PhoneError::NotANumber)?;
        // An extension is behind a switchboard, where no text arrives.
        if !parsed.is_valid() || parsed.extension().is_some() || !takes_texts(&parsed) {
            return Err(PhoneError::NotANumber);
        }
        Ok(Self {
            e164: parsed.format().mode(phonenumber::Mode::E164).to_string(),
        })
    }

    /// A number that was parsed when it was stored: only its form is looked at, so that reading it
    /// needs no table of the world's numbers.
    pub fn from_stored(e164: &str) -> Option<Self> {
        let digits = e164.strip_prefix('+')?;
        let fits = (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| Self {
            e164: e164.to_owned(),
        })
    }

    /// The number in E.164.
    pub fn as_str(&self) -> &str {
        &self.e164
    }

    /// Its country, where the plan of the number belongs to one.
    pub fn region(&self) -> Option<Region> {
        let parsed = phonenumber::parse(None, &self.e164).ok()?;
        Region::parse(parsed.country().id()?.as_ref())
    }

    /// The number with all but its first digit and its last two replaced by `•`; for portals
    /// that explain.
    pub fn masked(&self) -> String {
        let digits = self.e164.chars().count();
        self.e164
            .chars()
            .enumerate()
            .map(|(at, digit)| if at < 2 || at + 2 >= digits { digit } else { '•' })
            .collect()
    }
}

/// ASCII digits, one leading plus, and nothing else but separators; `None` if there are letters:
/// vanity numbers are not what a telephone shows.
fn plain(typed: &str) -> Option<String> {
    let mut plain = String::with_capacity(typed.len());
    for character in typed.nfkc().filter(|c| !is_mark(*c)) {
        match crate::domain::code::digit(character) {
            Some(digit) => plain.push(digit),
            None if character == '+' && plain.is_empty() => plain.push('+'),
            None if character.is_whitespace() || "().-/‐‑‒–—−·[]".contains(character) => {}
            None => return None,
        }
    }
    Some(plain)
}

/// Direction and joining marks, which come with a number that was copied from a contact.
const fn is_mark(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

fn takes_texts(number: &phonenumber::PhoneNumber) -> bool {
    use phonenumber::Type;
    matches!(
        number.number_type(&phonenumber::metadata::DATABASE),
        Type::Mobile | Type::FixedLineOrMobile | Type::PersonalNumber
    )
}
