//! The message table of one language, and its evaluator.
//!
//! `cargo xtask l10n` compiles `locales/<lang>/*.ftl` into one text file per language, so that the
//! browser carries no Fluent parser. The evaluator gives, character for character, what
//! `fluent-bundle` gives for the same messages; `xtask/tests/differential.rs` holds it to that.
//!
//! # Format
//!
//! The first line is `postern-l10n 1 <fingerprint>`, where the fingerprint names the list of ids
//! and arguments that this build of the client was made with ([`messages::FINGERPRINT`]). A line
//! per message follows, in the order of the sorted ids, so that a message's number is the same in
//! every language. A line is plain text with these control characters:
//!
//! | Character | Meaning |
//! |---|---|
//! | `U+0001 x` | the argument number `x` (`0` is the first) |
//! | `U+0002 x` | begins a choice by the argument number `x` |
//! | `U+0003 key U+0004` | begins the variant for `key`: an integer, a plural category, or a text |
//! | `U+0005` | begins the last variant, which is taken when no key fits |
//! | `U+0006` | ends the choice |
//! | `U+0007` | a line break |
//!
//! Arguments are numbered in the alphabetical order of their names. References and the isolation
//! marks around arguments (U+2068, U+2069) are resolved by the compiler: they are plain text here.

use super::messages;

const ARGUMENT: u8 = 1;
const SELECT: u8 = 2;
const VARIANT: u8 = 3;
const BODY: u8 = 4;
const DEFAULT: u8 = 5;
const END: u8 = 6;
const LINE_BREAK: u8 = 7;

/// A text to show: which message, with which arguments. Made by the functions of [`messages`].
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    index: u16,
    args: Vec<Arg>,
}

impl Message {
    /// The message on line `index` of the table, with its arguments in alphabetical order.
    pub const fn new(index: u16, args: Vec<Arg>) -> Self {
        Self { index, args }
    }
}

/// A value that enters a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A text; selects variants by equality.
    Text(String),
    /// An integer; selects variants by value or plural category and prints as it is.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u8> for Arg {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The plural category of a number in one language, by CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    /// For 0 in Arabic, for example.
    Zero,
    /// For 1, and in some languages for more.
    One,
    /// For 2, where a language has a dual.
    Two,
    /// For small numbers: 2 to 4 in Czech, for example.
    Few,
    /// For larger numbers: 11 to 99 in Arabic, for example.
    Many,
    /// For everything else; every language has it.
    Other,
}

impl PluralCategory {
    /// Reads the name that `Intl.PluralRules` and Fluent use, such as `few`.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

/// Why a table cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// Not a table, or a table of another build: its lines would be other messages.
    Foreign,
    /// The right table, cut short.
    Incomplete,
}

/// The texts of one language.
#[derive(Clone, Debug)]
pub struct Table {
    text: String,
    starts: Vec<usize>,
}

impl Table {
    /// Reads a table and refuses one that was not made with this build of the client.
    pub fn parse(source: &str) -> Result<Self, TableError> {
        Self::parse_as(source, messages::FINGERPRINT, messages::COUNT)
    }

    fn parse_as(source: &str, fingerprint: &str, count: usize) -> Result<Self, TableError> {
        let header = source.split('\n').next().unwrap_or_default();
        if header.strip_prefix("postern-l10n 1 ") != Some(fingerprint) {
            return Err(TableError::Foreign);
        }
        let starts: Vec<usize> = source
            .bytes()
            .enumerate()
            .filter(|&(_, byte)| byte == b'\n')
            .map(|(at, _)| at + 1)
            .collect();
        // Each line ends with a line feed, so the last one starts an empty line of its own.
        if starts.len() != count + 1 || !source.ends_with('\n') {
            return Err(TableError::Incomplete);
        }
        Ok(Self {
            text: source.to_owned(),
            starts,
        })
    }

    /// The text of a message; `plural` gives the category of a number in the table's language.
    pub fn format(&self, message: &Message, plural: &dyn Fn(i64) -> PluralCategory) -> String {
        let index = usize::from(message.index);
        let line = match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(&start), Some(&next)) => self.text.get(start..next - 1).unwrap_or_default(),
            _ => "",
        };
        let mut reader = Reader {
            rest: line,
            args: &message.args,
            plural,
            out: String::with_capacity(line.len()),
        };
        reader.pattern(true);
        reader.out
    }
}

/// Reads one line from left to right, writing what applies and passing over what does not.
struct Reader<'a> {
    rest: &'a str,
    args: &'a [Arg],
    plural: &'a dyn Fn(i64) -> PluralCategory,
    out: String,
}

impl<'a> Reader<'a> {
    /// Everything up to `end`, which is passed over too; the whole rest if it does not come.
    fn take_until(&mut self, end: impl Fn(u8) -> bool) -> (&'a str, u8) {
        let rest = self.rest;
        let at = rest.bytes().position(end).unwrap_or(rest.len());
        let op = rest.as_bytes().get(at).copied().unwrap_or(END);
        self.rest = rest.get(at + 1..).unwrap_or_default();
        (rest.get(..at).unwrap_or_default(), op)
    }

    fn argument(&mut self) -> Option<&'a Arg> {
        let mut characters = self.rest.chars();
        let number = characters.next()?;
        self.rest = characters.as_str();
        self.args.get((number as usize).wrapping_sub('0' as usize))
    }

    /// Reads up to the character that ends the pattern, and says which one it was.
    fn pattern(&mut self, live: bool) -> u8 {
        loop {
            let (text, op) = self.take_until(|byte| byte <= LINE_BREAK);
            if live {
                self.out.push_str(text);
            }
            match op {
                ARGUMENT => match self.argument() {
                    Some(Arg::Text(text)) if live => self.out.push_str(text),
                    Some(Arg::Number(number)) if live => self.out.push_str(&number.to_string()),
                    _ => {}
                },
                SELECT => self.select(live),
                LINE_BREAK if live => self.out.push('\n'),
                LINE_BREAK => {}
                end => return end,
            }
        }
    }

    fn select(&mut self, live: bool) {
        let chooser = self.argument();
        let mut open = live;
        let (_, mut op) = self.take_until(|_| true);
        loop {
            let chosen = match op {
                VARIANT => {
                    let (key, _) = self.take_until(|byte| byte == BODY);
                    open && self.fits(key, chooser)
                }
                DEFAULT => open,
                _ => return,
            };
            open &= !chosen;
            op = self.pattern(chosen);
        }
    }

    fn fits(&self, key: &str, chooser: Option<&Arg>) -> bool {
        match chooser {
            // A text never equals a number, even one that is written with the same digits.
            Some(Arg::Text(text)) => {
                text == key && key.starts_with(|first: char| first.is_ascii_alphabetic())
            }
            Some(Arg::Number(number)) => match PluralCategory::from_name(key) {
                Some(category) => category == (self.plural)(*number),
                None => key == number.to_string(),
            },
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "postern-l10n 1 abc\n\
        Hello\n\
        \u{2068}\u{1}0\u{2069} of \u{2068}\u{1}1\u{2069}\n\
        \u{2}0\u{3}0\u{4}none\u{3}one\u{4}\u{2}1\u{3}sms\u{4}text\u{5}mail\u{6}!\u{5}\u{1}0 left\u{6}.\n\
        one\u{7}two\n";

    fn english(number: i64) -> PluralCategory {
        if number == 1 {
            PluralCategory::One
        } else {
            PluralCategory::Other
        }
    }

    fn text(index: u16, args: Vec<Arg>) -> String {
        let table = Table::parse_as(SOURCE, "abc", 4).expect("the table is well formed");
        table.format(&Message::new(index, args), &english)
    }

    #[test]
    fn plain_text_and_line_breaks_come_out_as_they_are() {
        assert_eq!(text(0, vec![]), "Hello");
        assert_eq!(text(3, vec![]), "one\ntwo");
    }

    #[test]
    fn arguments_stand_where_the_table_says() {
        assert_eq!(
            text(1, vec![2_u32.into(), "four".into()]),
            "\u{2068}2\u{2069} of \u{2068}four\u{2069}"
        );
    }

    #[test]
    fn numbers_choose_by_value_then_by_category_then_the_default() {
        assert_eq!(text(2, vec![0_i64.into(), "sms".into()]), "none.");
        assert_eq!(text(2, vec![1_i64.into(), "sms".into()]), "text!.");
        assert_eq!(text(2, vec![1_i64.into(), "mail".into()]), "mail!.");
        assert_eq!(text(2, vec![7_i64.into(), "sms".into()]), "7 left.");
    }

    #[test]
    fn a_text_that_looks_like_a_number_chooses_neither_value_nor_category() {
        assert_eq!(text(2, vec!["1".into(), "sms".into()]), "1 left.");
        assert_eq!(text(2, vec!["0".into(), "sms".into()]), "0 left.");
    }

    #[test]
    fn missing_arguments_and_unknown_numbers_print_nothing() {
        assert_eq!(text(1, vec![]), "\u{2068}\u{2069} of \u{2068}\u{2069}");
        assert_eq!(text(9, vec![]), "");
    }

    #[test]
    fn a_table_of_another_build_is_refused() {
        assert_eq!(Table::parse_as(SOURCE, "abd", 4).err(), Some(TableError::Foreign));
        assert_eq!(Table::parse_as("", "abc", 4).err(), Some(TableError::Foreign));
        assert_eq!(
            Table::parse_as("<!doctype html>", "abc", 4).err(),
            Some(TableError::Foreign)
        );
    }

    #[test]
    fn a_table_that_was_cut_short_is_refused() {
        assert_eq!(
            Table::parse_as(&SOURCE[..40], "abc", 4).err(),
            Some(TableError::Incomplete)
        );
        assert_eq!(
            Table::parse_as(SOURCE.trim_end(), "abc", 4).err(),
            Some(TableError::Incomplete)
        );
    }
}
