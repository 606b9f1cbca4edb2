//! The checks that hold the languages together. All problems are reported at once.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::Texts;
use super::agreement;
use super::generate::{CLIENT_SURFACES, function_name};
use super::plurals::Plurals;
use super::source::{Locale, Problem, Source};

/// The first part of every id of a surface.
pub const PREFIXES: [(&str, &[&str]); 8] = [
    ("brand", &["brand-"]),
    ("common", &["common-"]),
    ("demo", &["demo-"]),
    ("email", &["email-"]),
    ("home", &["home-"]),
    ("problems", &["problem-", "violation-"]),
    ("reset", &["reset-"]),
    ("sms", &["sms-"]),
];

/// Every problem of the texts, in no particular order.
pub fn check(texts: &Texts) -> Vec<Problem> {
    let mut problems = Vec::new();
    for locale in &texts.locales {
        for source in &locale.sources {
            characters(source, &mut problems);
            names(source, &mut problems);
        }
    }
    if let Some(english) = texts.locales.first() {
        functions(english, &mut problems);
    }
    for (locale, compiled) in texts.locales.iter().zip(&texts.compiled) {
        same_messages(&texts.locales[0], locale, &mut problems);
        match plurals_of(locale) {
            Ok(plurals) => agreement::check(texts, locale, compiled, &plurals, &mut problems),
            Err(problem) => problems.push(problem),
        }
    }
    problems
}

fn plurals_of(locale: &Locale) -> Result<Plurals, Problem> {
    let refuse = |text: &str| Problem {
        path: locale.folder(),
        line: 0,
        text: text.to_owned(),
    };
    let tag: LanguageIdentifier = locale
        .tag
        .parse()
        .map_err(|_| refuse("the folder's name is not a language tag"))?;
    Plurals::of(&tag).ok_or_else(|| refuse("the plural rules of this language are not known"))
}

/// Characters that nobody sees and that change what is shown.
fn characters(source: &Source, problems: &mut Vec<Problem>) {
    for (index, line) in source.text.split('\n').enumerate() {
        let mut refuse = |text: String| {
            problems.push(Problem {
                path: source.path.clone(),
                line: index + 1,
                text,
            });
        };
        let hidden = line.chars().find(|character| {
            matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        if let Some(character) = hidden {
            refuse(format!(
                "contains the bidi control U+{:04X}",
                u32::from(character)
            ));
        }
        if line
            .chars()
            .any(|character| character.is_control() && character != '\r')
        {
            refuse("contains a control character".to_owned());
        }
        if line.ends_with('\r') {
            refuse("ends with a carriage return".to_owned());
        } else if line.ends_with(char::is_whitespace) {
            refuse("ends with a space".to_owned());
        }
    }
}

/// `<surface>-<thing>[-<aspect>]`, attributes and variables in the same alphabet.
fn names(source: &Source, problems: &mut Vec<Problem>) {
    let known = PREFIXES.iter().find(|(surface, _)| *surface == source.surface);
    let Some((_, prefixes)) = known else {
        let text = format!("{} is not a surface", source.surface);
        problems.push(Problem {
            path: source.path.clone(),
            line: 0,
            text,
        });
        return;
    };
    for (id, _) in source.messages() {
        let (message, attribute) = id.split_once('.').unwrap_or((&id, "x"));
        if !prefixes.iter().any(|prefix| message.starts_with(prefix)) {
            problems.push(source.problem(&id, format!("must begin with {}", prefixes.join(" or "))));
        }
        if !is_kebab(message) || !is_kebab(attribute) {
            problems.push(source.problem(&id, "must be lower-case words joined by hyphens"));
        }
    }
    for (id, _) in source.terms() {
        if source.surface != "brand" {
            problems.push(source.problem(&id, "terms stand in brand.ftl"));
        }
    }
}

/// Lower-case words joined by hyphens.
pub fn is_kebab(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.split('-').all(|word| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

/// Two messages must not become the same Rust function.
fn functions(english: &Locale, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for source in english
        .sources
        .iter()
        .filter(|source| CLIENT_SURFACES.contains(&source.surface.as_str()))
    {
        for (id, _) in source.messages() {
            if !seen.insert(function_name(&id)) {
                let text = format!("another message is also called {}() in Rust", function_name(&id));
                problems.push(source.problem(&id, text));
            }
        }
    }
}

/// Every language has the messages and attributes of English, in the same files, and no others.
fn same_messages(english: &Locale, locale: &Locale, problems: &mut Vec<Problem>) {
    for wanted in &english.sources {
        let path = locale.folder().join(format!("{}.ftl", wanted.surface));
        let there = locale
            .sources
            .iter()
            .find(|source| source.surface == wanted.surface);
        let Some(there) = there else {
            problems.push(Problem {
                path,
                line: 0,
                text: "the file is missing".to_owned(),
            });
            continue;
        };
        let ids = |source: &Source| {
            source
                .messages()
                .chain(source.terms())
                .map(|(id, _)| id)
                .collect()
        };
        let (wanted_ids, present): (BTreeSet<String>, BTreeSet<String>) = (ids(wanted), ids(there));
        for id in wanted_ids.difference(&present) {
            problems.push(Problem {
                path: path.clone(),
                line: 0,
                text: format!("{id}: missing"),
            });
        }
        for id in present.difference(&wanted_ids) {
            problems.push(there.problem(id, "does not exist in English"));
        }
    }
    for source in &locale.sources {
        if !english
            .sources
            .iter()
            .any(|wanted| wanted.surface == source.surface)
        {
            let text = "the file does not exist in English".to_owned();
            problems.push(Problem {
                path: source.path.clone(),
                line: 0,
                text,
            });
        }
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
