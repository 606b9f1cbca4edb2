//! Whether a translation says as much as the English message: its variables, its choices and the
//! plural categories of its language.

use std::collections::{BTreeMap, BTreeSet};

use super::check::is_kebab;
use super::compile::{Choice, Compiled, Piece};
use super::generate::variables;
use super::plurals::Plurals;
use super::source::{Locale, Problem};
use super::{REFERENCE, Texts};

/// Names that Rust keeps for itself and that a variable could have.
const KEYWORDS: [&str; 12] = [
    "as", "box", "const", "dyn", "fn", "for", "if", "in", "move", "ref", "type", "use",
];

/// Variables and choices of every message.
pub fn check(
    texts: &Texts,
    locale: &Locale,
    compiled: &BTreeMap<String, Compiled>,
    plurals: &Plurals,
    problems: &mut Vec<Problem>,
) {
    for source in &locale.sources {
        for (id, _) in source.messages() {
            let (Some(here), Some(english)) = (compiled.get(&id), texts.compiled[0].get(&id)) else {
                continue;
            };
            let mut refuse = |text: String| problems.push(source.problem(&id, text));
            let known = variables(&english.pieces);
            for name in variables(&here.pieces).difference(&known) {
                refuse(format!("the English message has no variable ${name}"));
            }
            if locale.tag == REFERENCE {
                for name in known.iter().filter(|name| !is_variable_name(name)) {
                    refuse(format!(
                        "${name} must be lower-case words, and no word of Rust's own"
                    ));
                }
            }
            for choice in choices(&here.pieces) {
                if choice.plural {
                    plural_choice(choice, plurals, &mut refuse);
                }
                let kinds = choices(&english.pieces);
                let same = kinds.iter().find(|other| other.variable == choice.variable);
                if same.is_some_and(|other| other.plural != choice.plural) {
                    refuse(format!(
                        "${} chooses by number in one language and by text in another",
                        choice.variable
                    ));
                }
            }
            let needed = shown_always(&english.pieces);
            let mut dropped = BTreeSet::new();
            leaves(&here.pieces, &mut |printed, covered| {
                let missing = |name: &&String| !printed.contains(*name) && !covered.contains(*name);
                dropped.extend(needed.iter().filter(missing).cloned());
            });
            for name in dropped {
                refuse(format!("a variant does not show ${name}"));
            }
        }
    }
}

fn is_variable_name(name: &str) -> bool {
    is_kebab(&name.replace('_', "-")) && !KEYWORDS.contains(&name)
}

fn choices(pieces: &[Piece]) -> Vec<&Choice> {
    let mut found = Vec::new();
    for piece in pieces {
        if let Piece::Choice(choice) = piece {
            found.push(choice);
            for (_, pieces) in &choice.variants {
                found.extend(choices(pieces));
            }
            found.extend(choices(&choice.default));
        }
    }
    found
}

/// Each category of the language needs its variant, or numbers that stand for all of it.
fn plural_choice(choice: &Choice, plurals: &Plurals, refuse: &mut impl FnMut(String)) {
    if choice.default_key != "other" {
        refuse(format!(
            "the default of the choice by ${} must be *[other]",
            choice.variable
        ));
    }
    let keys: Vec<&str> = choice.variants.iter().map(|(key, _)| key.as_str()).collect();
    for category in plurals.uncovered(&keys) {
        refuse(format!("the choice by ${} lacks [{category}]", choice.variable));
    }
    for key in keys.iter().filter(|key| !plurals.has(key)) {
        refuse(format!(
            "the choice by ${} has [{key}], which this language does not use",
            choice.variable
        ));
    }
}

/// The variables that English prints in the text that nothing special chooses.
fn shown_always(pieces: &[Piece]) -> BTreeSet<String> {
    let mut shown = BTreeSet::new();
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Argument(name) => {
                shown.insert(name.clone());
            }
            Piece::Choice(choice) if choice.plural => shown.extend(shown_always(&choice.default)),
            Piece::Choice(choice) => {
                let mut sets = choice.variants.iter().map(|(_, pieces)| shown_always(pieces));
                let mut common = shown_always(&choice.default);
                common.retain(|name| sets.all(|set| set.contains(name)));
                shown.extend(common);
            }
        }
    }
    shown
}

/// Visits every way through a message with what it prints and what its choices already say.
fn leaves(pieces: &[Piece], visit: &mut impl FnMut(&BTreeSet<String>, &BTreeSet<String>)) {
    fn walk(
        pieces: &[Piece],
        printed: &BTreeSet<String>,
        covered: &BTreeSet<String>,
        then: &mut dyn FnMut(&BTreeSet<String>, &BTreeSet<String>),
    ) {
        let Some((first, rest)) = pieces.split_first() else {
            return then(printed, covered);
        };
        match first {
            Piece::Text(_) => walk(rest, printed, covered, then),
            Piece::Argument(name) => {
                let mut printed = printed.clone();
                printed.insert(name.clone());
                walk(rest, &printed, covered, then);
            }
            Piece::Choice(choice) => {
                let mut special = covered.clone();
                special.insert(choice.variable.clone());
                for (_, pieces) in &choice.variants {
                    walk(pieces, printed, &special, &mut |printed, covered| {
                        walk(rest, printed, covered, then);
                    });
                }
                let default = if choice.plural { covered } else { &special };
                walk(&choice.default, printed, default, &mut |printed, covered| {
                    walk(rest, printed, covered, then);
                });
            }
        }
    }
    walk(
        pieces,
        &BTreeSet::new(),
        &BTreeSet::new(),
        &mut |printed, covered| visit(printed, covered),
    );
}
