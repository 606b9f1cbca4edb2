//! From Fluent patterns to pieces: references are resolved, isolation marks are in the text, and
//! only what the table's evaluator understands is left.
//!
//! The allowed part of Fluent: text, string and integer literals, `{ $variable }`, `{ -term }`,
//! `{ message }`, `{ message.attribute }`, and choices by a variable. Everything else is a problem.
//! The isolation rule is that of `fluent-bundle` 0.16 (`resolver/pattern.rs`): a placeable is
//! wrapped in U+2068 and U+2069 if it is not alone in its pattern, and if it is neither a reference
//! nor a string literal.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::source::{Locale, Problem, Source};

const FIRST_STRONG_ISOLATE: &str = "\u{2068}";
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";
const MAX_DEPTH: usize = 8;
const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A part of a compiled message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as it is shown.
    Text(String),
    /// The value of a variable.
    Argument(String),
    /// One of several continuations.
    Choice(Choice),
}

/// A choice by the value of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The variable.
    pub variable: String,
    /// Whether the keys are numbers and plural categories.
    pub plural: bool,
    /// Keys and continuations in the order in which they are tried.
    pub variants: Vec<(String, Vec<Piece>)>,
    /// The key of the last variant.
    pub default_key: String,
    /// The continuation when nothing else fits.
    pub default: Vec<Piece>,
}

/// A compiled message value or attribute.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The file it came from, by name.
    pub surface: String,
    /// What it says.
    pub pieces: Vec<Piece>,
    /// The messages and terms that it refers to.
    pub references: BTreeSet<String>,
}

/// Compiles every message of a language, by `id` or `id.attribute`.
pub fn compile(locale: &Locale, problems: &mut Vec<Problem>) -> BTreeMap<String, Compiled> {
    let mut patterns = BTreeMap::new();
    for source in &locale.sources {
        for (id, pattern) in source.messages().chain(source.terms()) {
            if patterns.insert(id.clone(), pattern).is_some() {
                problems.push(source.problem(&id, "is defined twice"));
            }
        }
    }
    let mut compiled = BTreeMap::new();
    for source in &locale.sources {
        for (id, pattern) in source.messages() {
            let mut reader = Compiler {
                patterns: &patterns,
                source,
                id: &id,
                problems: &mut *problems,
                references: BTreeSet::new(),
                path: vec![id.clone()],
            };
            let pieces = merge(reader.pattern(pattern));
            let references = reader.references;
            compiled.insert(
                id,
                Compiled {
                    surface: source.surface.clone(),
                    pieces,
                    references,
                },
            );
        }
    }
    compiled
}

struct Compiler<'a> {
    patterns: &'a BTreeMap<String, &'a Pattern<String>>,
    source: &'a Source,
    id: &'a str,
    problems: &'a mut Vec<Problem>,
    references: BTreeSet<String>,
    path: Vec<String>,
}

impl Compiler<'_> {
    fn refuse(&mut self, text: impl std::fmt::Display) -> Vec<Piece> {
        self.problems.push(self.source.problem(self.id, text));
        Vec::new()
    }

    fn pattern(&mut self, pattern: &Pattern<String>) -> Vec<Piece> {
        let alone = pattern.elements.len() == 1;
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => pieces.extend(self.text(value)),
                PatternElement::Placeable { expression } => {
                    let isolated = !alone && !is_plain(expression);
                    if isolated {
                        pieces.push(Piece::Text(FIRST_STRONG_ISOLATE.to_owned()));
                    }
                    pieces.extend(self.expression(expression));
                    if isolated {
                        pieces.push(Piece::Text(POP_DIRECTIONAL_ISOLATE.to_owned()));
                    }
                }
            }
        }
        pieces
    }

    fn expression(&mut self, expression: &Expression<String>) -> Vec<Piece> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => self.choice(&id.name, variants),
            Expression::Select { .. } => self.refuse("a choice can only be made by a variable"),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) -> Vec<Piece> {
        match inline {
            InlineExpression::StringLiteral { value } => self.text(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } if is_plain_integer(value) => {
                vec![Piece::Text(value.clone())]
            }
            InlineExpression::NumberLiteral { value } => self.refuse(format!("{value} is not an integer")),
            InlineExpression::VariableReference { id } => self.variable(&id.name),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name.as_str());
                self.reference(&id.name, attribute)
            }
            InlineExpression::TermReference {
                arguments: Some(_), ..
            } => self.refuse("terms with parameters are not supported"),
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments: None,
            } => self.reference(&format!("-{}", id.name), None),
            InlineExpression::TermReference { .. } => self.refuse("attributes of terms cannot be printed"),
            InlineExpression::FunctionReference { id, .. } => self.refuse(format!(
                "{}() is not supported; dates and formatted numbers enter as texts",
                id.name
            )),
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn text(&mut self, text: &str) -> Vec<Piece> {
        if text.chars().any(|character| character < ' ' && character != '\n') {
            return self.refuse("contains a control character");
        }
        vec![Piece::Text(text.to_owned())]
    }

    fn in_term(&self) -> bool {
        self.path.iter().any(|id| id.starts_with('-'))
    }

    fn variable(&mut self, name: &str) -> Vec<Piece> {
        if self.in_term() {
            return self.refuse(format!("refers to a term with the variable ${name}"));
        }
        vec![Piece::Argument(name.to_owned())]
    }

    fn reference(&mut self, id: &str, attribute: Option<&str>) -> Vec<Piece> {
        let id = attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"));
        self.references.insert(id.clone());
        if self.path.contains(&id) || self.path.len() > MAX_DEPTH {
            return self.refuse(format!("the references through {id} never end"));
        }
        let Some(&pattern) = self.patterns.get(&id) else {
            return self.refuse(format!("refers to {id}, which does not exist"));
        };
        self.path.push(id);
        let pieces = self.pattern(pattern);
        self.path.pop();
        pieces
    }

    fn choice(&mut self, variable: &str, variants: &[Variant<String>]) -> Vec<Piece> {
        if self.in_term() {
            return self.refuse(format!("refers to a term that chooses by ${variable}"));
        }
        let Some((last, others)) = variants.split_last().filter(|(last, _)| last.default) else {
            return self.refuse("the default variant (*) must be the last one");
        };
        let Some(plural) = self.is_plural(variants) else {
            return self.refuse(format!(
                "the choice by ${variable} mixes plural categories or numbers with texts"
            ));
        };
        let variants = others
            .iter()
            .map(|variant| (key(variant).to_owned(), merge(self.pattern(&variant.value))))
            .collect();
        vec![Piece::Choice(Choice {
            variable: variable.to_owned(),
            plural,
            variants,
            default_key: key(last).to_owned(),
            default: merge(self.pattern(&last.value)),
        })]
    }

    /// Whether the keys are all numbers and categories (`true`) or all texts (`false`).
    fn is_plural(&mut self, variants: &[Variant<String>]) -> Option<bool> {
        let mut kinds = BTreeSet::new();
        let mut keys = BTreeSet::new();
        for variant in variants {
            let name = key(variant);
            kinds.insert(match &variant.key {
                VariantKey::NumberLiteral { value } => {
                    if !is_plain_integer(value) {
                        self.refuse(format!("the key [{value}] is not an integer"));
                    }
                    true
                }
                VariantKey::Identifier { name } => PLURAL_CATEGORIES.contains(&name.as_str()),
            });
            if !keys.insert(name) {
                self.refuse(format!("the key [{name}] stands twice"));
            }
        }
        // A choice by text may call its default `other`.
        let only_default = variants.len() > 1
            && variants.iter().filter(|variant| !variant.default).all(|variant| {
                matches!(&variant.key, VariantKey::Identifier { name } if !PLURAL_CATEGORIES.contains(&name.as_str()))
            });
        if only_default {
            return Some(false);
        }
        (kinds.len() == 1).then(|| kinds.contains(&true))
    }
}

fn key(variant: &Variant<String>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// What `fluent-bundle` does not isolate: references and string literals.
fn is_plain(expression: &Expression<String>) -> bool {
    matches!(
        expression,
        Expression::Inline(
            InlineExpression::MessageReference { .. }
                | InlineExpression::TermReference { .. }
                | InlineExpression::StringLiteral { .. }
        )
    )
}

/// An integer in the form in which it is printed.
fn is_plain_integer(text: &str) -> bool {
    text.parse::<i32>().is_ok_and(|number| number.to_string() == text)
}

/// Joins neighbouring texts and drops empty ones.
fn merge(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut merged: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (merged.last_mut(), piece) {
            (_, Piece::Text(text)) if text.is_empty() => {}
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => merged.push(piece),
        }
    }
    merged
}

#[cfg(test)]
#[path = "compile_tests.rs"]
mod tests;
