//! The rules of a new password.

use std::sync::Arc;

use postern_password::{CommonPasswords, MAX_CUSTOM_TERMS, Terms, TermsError};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;

use super::Organisation;
use super::reader::Section;

/// Kinds of characters that a new password must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Composition {
    /// Whatever it likes.
    None,
    /// Three of lower case, upper case, digit, other.
    ThreeOfFour,
}

/// The section `password`.
#[derive(Clone, Serialize)]
pub struct Password {
    /// Code points that a new password must have; 8–64.
    pub min_length: u32,
    /// Code points that it may have; 64–256.
    pub max_length: u32,
    /// Kinds of characters that it must have.
    pub composition: Composition,
    /// Whether names, the organisation and common passwords are refused.
    pub protection: bool,
    /// Terms of the organisation's own that a password must not be made of.
    pub banned_terms: Vec<String>,
    /// Files of further passwords that are refused as a whole, one a line.
    pub common_files: Vec<String>,
    /// All terms, ready to be used.
    #[serde(skip)]
    pub terms: Arc<Terms>,
    /// All passwords that are refused as a whole, ready to be used.
    #[serde(skip)]
    pub common: Arc<CommonPasswords>,
}

impl Password {
    /// `has_own_rules`: whether the directory judges lengths itself; then ours only backs it up.
    pub(super) fn read(mut section: Section<'_>, organisation: &Organisation, has_own_rules: bool) -> Self {
        let shortest = if has_own_rules { 8 } else { 15 };
        let min_length = section.number("min_length", 8..=64, shortest);
        let max_length = section.number("max_length", 64..=256, 256);
        let compositions = [
            ("none", Composition::None),
            ("three-of-four", Composition::ThreeOfFour),
        ];
        let composition = section.choice("composition", &compositions, Composition::None);
        let protection = section.flag("protection", true);
        let banned_terms = section.list("banned_terms");
        let common_files = section.list("common_files");
        let mut common = CommonPasswords::bundled();
        for file in &common_files {
            match section.read_file(file) {
                Ok(text) => common = common.with_lines(lines(&text)),
                Err(error) => section.problem("common_files", format!("{file} cannot be read: {error}")),
            }
        }
        let names = std::iter::once(&organisation.name)
            .chain(&organisation.names)
            .map(|name| composed(name));
        let terms = Terms::new().with_base().with_organisation(names);
        let terms = terms
            .with_custom(banned_terms.iter().map(|term| composed(term)))
            .unwrap_or_else(|error| {
                section.problem(
                    "banned_terms",
                    match error {
                        TermsError::TooMany => format!("must be at most {MAX_CUSTOM_TERMS} terms"),
                        TermsError::Length { number } => {
                            format!("term {number} must have 4 to 64 characters")
                        }
                    },
                );
                Terms::new()
            });
        section.finish();
        Self {
            min_length,
            max_length,
            composition,
            protection,
            banned_terms,
            common_files,
            terms: Arc::new(terms),
            common: Arc::new(common),
        }
    }
}

/// In NFC, as passwords are judged: however an editor composes a letter, it is found.
fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// The passwords of a file, without the mark that some editors put in front of it.
fn lines(text: &str) -> impl Iterator<Item = String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().map(|line| composed(&line.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_passwords_is_read_however_an_editor_wrote_it() {
        let read: Vec<String> = lines("\u{feff}Caf\u{65}\u{301} au Lait\r\nhorse").collect();
        assert_eq!(read, ["caf\u{e9} au lait", "horse"]);
    }
}
