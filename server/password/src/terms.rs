//! The terms that passwords are scored by: prepared once, shared, judged with many times.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use crate::fuzzy::{PASSING_SCORE, Place, is_within_one_edit, score};
use crate::name;
use crate::normal::{lower, normalise};

/// Terms that an organisation may ban (Entra section 5.1 allows 1,000).
pub const MAX_CUSTOM_TERMS: usize = 10_000;
/// Shortest banned term, in code points (Entra section 5.1).
pub const MIN_TERM_LENGTH: usize = 4;
/// Longest banned term, in code points (Entra section 5.1 allows 16).
pub const MAX_TERM_LENGTH: usize = 64;

/// The bundled terms, normalised when they are read; `data/README.md` says where they come from.
#[cfg(feature = "lists")]
const BASE: &str = include_str!("../data/base-terms.txt");

/// Who a term comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// Bundled, or the organisation's name.
    Shared,
    /// Banned by the organisation.
    Custom,
}

#[derive(Debug, Clone, Copy)]
struct Term {
    number: u32,
    origin: Origin,
}

/// Why a password is weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// By the bundled terms and the organisation's names alone.
    EasilyGuessed,
    /// Only because of what the organisation has banned.
    Banned,
}

/// Terms by their length in code points. `Send` and `Sync`: shared with an `Arc`.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    by_length: BTreeMap<usize, HashMap<Box<str>, Term>>,
    count: u32,
}

/// Why terms cannot be banned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermsError {
    /// More than [`MAX_CUSTOM_TERMS`].
    TooMany,
    /// A term is shorter than [`MIN_TERM_LENGTH`] or longer than [`MAX_TERM_LENGTH`].
    Length {
        /// Which one, counted from 1.
        number: usize,
    },
}

impl fmt::Display for TermsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany => write!(formatter, "more than {MAX_CUSTOM_TERMS} banned terms"),
            Self::Length { number } => write!(
                formatter,
                "banned term {number} does not have {MIN_TERM_LENGTH} to {MAX_TERM_LENGTH} characters"
            ),
        }
    }
}

impl std::error::Error for TermsError {}

impl Terms {
    /// No terms.
    pub fn new() -> Self {
        Self::default()
    }

    /// And the bundled ones.
    #[cfg(feature = "lists")]
    #[must_use]
    pub fn with_base(mut self) -> Self {
        for term in BASE.lines() {
            self.insert(&normalise(term), Origin::Shared);
        }
        self
    }

    /// And the organisation's names and their parts of
    /// [`MIN_NAME_LENGTH`](crate::MIN_NAME_LENGTH) code points and more.
    #[must_use]
    pub fn with_organisation(mut self, names: impl IntoIterator<Item: AsRef<str>>) -> Self {
        for name in names {
            for part in name::parts(&lower(name.as_ref())) {
                self.insert(&normalise(part), Origin::Shared);
            }
        }
        self
    }

    /// And what the organisation bans. A term that is there already stays what it is.
    ///
    /// # Errors
    ///
    /// If there are too many, or one is too short or too long; spaces around it do not count.
    pub fn with_custom(mut self, terms: impl IntoIterator<Item: AsRef<str>>) -> Result<Self, TermsError> {
        for (index, term) in terms.into_iter().enumerate() {
            if index == MAX_CUSTOM_TERMS {
                return Err(TermsError::TooMany);
            }
            let term = normalise(term.as_ref().trim());
            if !(MIN_TERM_LENGTH..=MAX_TERM_LENGTH).contains(&term.chars().count()) {
                return Err(TermsError::Length { number: index + 1 });
            }
            self.insert(&term, Origin::Custom);
        }
        Ok(self)
    }

    /// How many different terms there are.
    pub const fn len(&self) -> usize {
        self.count as usize
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn insert(&mut self, normalised: &str, origin: Origin) {
        let alike = self.by_length.entry(normalised.chars().count()).or_default();
        if !alike.contains_key(normalised) {
            let number = self.count;
            alike.insert(normalised.into(), Term { number, origin });
            self.count += 1;
        }
    }

    /// Why a normalised password is weak, if it is.
    pub(crate) fn weakness(&self, normalised: &str) -> Option<Weakness> {
        if self.is_close(normalised, Origin::Shared) || self.score(normalised, false) < PASSING_SCORE {
            return Some(Weakness::EasilyGuessed);
        }
        if self.is_close(normalised, Origin::Custom) || self.score(normalised, true) < PASSING_SCORE {
            return Some(Weakness::Banned);
        }
        None
    }

    /// Whether the whole password is at most one edit away from a term (Entra section 5.3).
    fn is_close(&self, normalised: &str, origin: Origin) -> bool {
        let password: Vec<char> = normalised.chars().collect();
        let lengths = password.len().saturating_sub(1)..=password.len() + 1;
        self.by_length
            .range(lengths)
            .flat_map(|(_, alike)| alike)
            .filter(|(_, term)| term.origin == origin)
            .any(|(text, _)| {
                let text: Vec<char> = text.chars().collect();
                is_within_one_edit(&password, &text)
            })
    }

    /// The score (Entra section 5.5), at most [`PASSING_SCORE`].
    fn score(&self, normalised: &str, with_custom: bool) -> u32 {
        score(&self.places(normalised, with_custom))
    }

    /// The terms that start at each position; of one length there is one at most.
    fn places(&self, normalised: &str, with_custom: bool) -> Vec<Vec<Place>> {
        let starts: Vec<usize> = normalised.char_indices().map(|(start, _)| start).collect();
        starts
            .iter()
            .enumerate()
            .map(|(at, &start)| {
                let end = |length: usize| match starts.get(at + length) {
                    Some(&end) => Some(end),
                    None => (at + length == starts.len()).then_some(normalised.len()),
                };
                self.by_length
                    .iter()
                    .map_while(|(&length, alike)| Some((length, alike, end(length)?)))
                    .filter_map(|(length, alike, end)| {
                        let term = alike.get(&normalised[start..end])?;
                        (with_custom || term.origin == Origin::Shared).then_some(Place {
                            length,
                            term: term.number,
                        })
                    })
                    .collect()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn custom(terms: &[&str]) -> Terms {
        Terms::new().with_custom(terms).unwrap()
    }

    #[test]
    fn the_documented_examples_are_judged_as_documented() {
        let blank = custom(&["blank"]);
        let abcdef = custom(&["abcdef"]);
        let both = custom(&["contoso", "blank"]);
        let refused = Some(Weakness::Banned);
        for (password, terms, score, expected) in [
            ("Bl@nK", &blank, 1, refused),
            ("abcdeg", &abcdef, 5, refused),
            ("abcdefg", &abcdef, 2, refused),
            ("abcde", &abcdef, 5, refused),
            ("C0ntos0Blank12", &both, 4, refused),
            ("ContoS0Bl@nkf9!", &both, 5, None),
            // Ours: accepted by Entra.
            ("contosocontosocontosocontosocontoso", &both, 1, refused),
        ] {
            let normalised = normalise(password);
            assert_eq!(terms.score(&normalised, true), score, "{password}");
            assert_eq!(terms.weakness(&normalised), expected, "{password}");
        }
    }

    #[test]
    fn the_reason_is_the_organisations_only_if_its_terms_are_what_breaks_it() {
        let terms = Terms::new()
            .with_organisation(["Contoso"])
            .with_custom(["Contoso", "blank"])
            .unwrap();
        assert_eq!(terms.len(), 2);
        assert_eq!(terms.weakness("contoso99"), Some(Weakness::EasilyGuessed));
        assert_eq!(terms.weakness("contosoblank99"), Some(Weakness::Banned));
        assert_eq!(terms.weakness("contosoblank99zz"), None);
    }

    #[test]
    fn terms_are_normalised_like_the_passwords() {
        assert_eq!(custom(&["C0NT0S0"]).weakness("contoso99"), Some(Weakness::Banned));
        assert_eq!(custom(&["مرحبا"]).weakness("مرحبا2x"), Some(Weakness::Banned));
    }

    #[test]
    fn an_organisations_name_is_a_term_in_whole_and_in_parts() {
        let terms = Terms::new().with_organisation(["Jo & Contoso"]);
        for password in ["contosa9", "contoso123", "jo & contoso1"] {
            let expected = (password != "contosa9").then_some(Weakness::EasilyGuessed);
            assert_eq!(terms.weakness(password), expected, "{password}");
        }
    }

    #[test]
    fn terms_of_a_length_that_is_not_allowed_are_named_by_their_number() {
        let long = "x".repeat(65);
        assert_eq!(
            Terms::new().with_custom(["four", "abc"]).unwrap_err(),
            TermsError::Length { number: 2 }
        );
        assert_eq!(
            Terms::new().with_custom([&long]).unwrap_err(),
            TermsError::Length { number: 1 }
        );
        let many = (0..=MAX_CUSTOM_TERMS).map(|number| format!("term{number}"));
        assert_eq!(Terms::new().with_custom(many).unwrap_err(), TermsError::TooMany);
    }

    #[test]
    fn terms_are_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Terms::new());
    }

    #[test]
    #[cfg(feature = "lists")]
    fn the_bundled_terms_are_sorted_distinct_and_long_enough() {
        let lines: Vec<&str> = BASE.lines().collect();
        assert!(lines.len() >= 300, "{} lines", lines.len());
        assert!(lines.is_sorted_by(|a, b| a < b));
        for line in lines {
            assert!(line.chars().count() >= MIN_TERM_LENGTH, "{line}");
            assert_eq!(line, lower(line));
        }
    }
}
