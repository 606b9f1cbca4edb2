//! Pseudo-locales: English made long and foreign, to see what a layout does with other languages.
//!
//! * `en-XA`: accented, about 40 % longer, in brackets that show where a text was cut off;
//! * `ar-XB`: every word forced from right to left by U+202E, as `fluent-pseudo` does it.
//!
//! They are generated for tests and never shipped.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::serializer;

use super::source::Locale;
use crate::build::files_below;

/// How a text is changed.
#[derive(Clone, Copy, Debug)]
struct Style {
    tag: &'static str,
    word: fn(&str) -> String,
    brackets: Option<(&'static str, &'static str)>,
}

const STYLES: [Style; 2] = [
    Style {
        tag: "ar-XB",
        word: turn,
        brackets: None,
    },
    // Not square brackets: at the beginning of a line these would begin a variant.
    Style {
        tag: "en-XA",
        word: accent,
        brackets: Some(("⟦", "⟧")),
    },
];

/// Writes `folder/<tag>/<surface>.ftl` for both pseudo-locales.
pub fn write(english: &Locale, folder: &Path) -> Result<()> {
    for style in STYLES {
        let folder = folder.join(style.tag);
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        for stale in files_below(&folder)? {
            let surface = stale.file_stem().unwrap_or_default().to_string_lossy();
            if !english.sources.iter().any(|source| source.surface == surface) {
                fs::remove_file(&stale).with_context(|| format!("cannot remove {}", stale.display()))?;
            }
        }
        for source in &english.sources {
            let path = folder.join(format!("{}.ftl", source.surface));
            let text = serializer::serialize(&transformed(&source.resource, style));
            if fs::read_to_string(&path).is_ok_and(|present| present == text) {
                continue;
            }
            fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    Ok(())
}

fn transformed(resource: &Resource<String>, style: Style) -> Resource<String> {
    let mut resource = resource.clone();
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                let attributes = message
                    .attributes
                    .iter_mut()
                    .map(|attribute| &mut attribute.value);
                for pattern in message.value.iter_mut().chain(attributes) {
                    change(pattern, style);
                    if let Some((open, close)) = style.brackets {
                        pattern.elements.insert(
                            0,
                            PatternElement::TextElement {
                                value: open.to_owned(),
                            },
                        );
                        pattern.elements.push(PatternElement::TextElement {
                            value: close.to_owned(),
                        });
                    }
                }
            }
            Entry::Term(term) => change(&mut term.value, style),
            _ => {}
        }
    }
    resource
}

fn change(pattern: &mut Pattern<String>, style: Style) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = words(value, style.word),
            PatternElement::Placeable { expression } => change_expression(expression, style),
        }
    }
}

fn change_expression(expression: &mut Expression<String>, style: Style) {
    match expression {
        Expression::Select { variants, .. } => {
            for variant in variants {
                change(&mut variant.value, style);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            change_expression(expression, style);
        }
        Expression::Inline(_) => {}
    }
}

/// Changes each word and leaves the spaces between them.
fn words(text: &str, change: fn(&str) -> String) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|piece| {
            let word = piece.trim_end();
            let space = &piece[word.len()..];
            if word.is_empty() {
                space.to_owned()
            } else {
                change(word) + space
            }
        })
        .collect()
}

fn turn(word: &str) -> String {
    format!("\u{202e}{word}\u{202c}")
}

/// Accents the letters and doubles vowels, which makes an English text about 40 % longer.
fn accent(word: &str) -> String {
    let mut out = String::new();
    for letter in word.chars() {
        let accented = match letter {
            'a' => "àà",
            'b' => "ƀ",
            'c' => "ç",
            'd' => "ð",
            'e' => "éé",
            'g' => "ĝ",
            'h' => "ĥ",
            'i' => "îî",
            'j' => "ĵ",
            'k' => "ķ",
            'l' => "ļ",
            'n' => "ñ",
            'o' => "öö",
            'r' => "ŕ",
            's' => "š",
            't' => "ţ",
            'u' => "ûû",
            'w' => "ŵ",
            'y' => "ýý",
            'z' => "ž",
            'A' => "ÀÀ",
            'C' => "Ç",
            'D' => "Ð",
            'E' => "ÉÉ",
            'G' => "Ĝ",
            'H' => "Ĥ",
            'I' => "ÎÎ",
            'N' => "Ñ",
            'O' => "ÖÖ",
            'S' => "Š",
            'T' => "Ţ",
            'U' => "ÛÛ",
            'W' => "Ŵ",
            'Y' => "Ý",
            'Z' => "Ž",
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(accented);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::compile::compile;
    use super::*;

    const ENGLISH: &str = "-brand = Postern\n\
        reset-a = Back to { -brand }, in { $n ->\n    [one] one minute\n   *[other] { $n } minutes\n  }\n\
        reset-b =\n    .label = First line\n      second line\n";

    #[test]
    fn the_generated_files_are_valid_and_compile() {
        for style in STYLES {
            let mut problems = Vec::new();
            let english = Locale::inline("en", &[("reset", ENGLISH)], &mut problems);
            let text = serializer::serialize(&transformed(&english.sources[0].resource, style));
            let pseudo = Locale::inline(style.tag, &[("reset", &text)], &mut problems);
            let compiled = compile(&pseudo, &mut problems);
            assert_eq!(problems, [], "{text}");
            assert_eq!(compiled.len(), 2);
        }
    }

    #[test]
    fn words_are_accented_and_longer() {
        let text = words("Which account do you need?", accent);
        assert_eq!(text, "Ŵĥîîçĥ ààççööûûñţ ðöö ýýööûû ñééééð?");
        assert!(text.chars().count() * 10 >= "Which account do you need?".len() * 13);
    }

    #[test]
    fn words_are_turned_and_spaces_stay() {
        assert_eq!(words("Go back", turn), "\u{202e}Go\u{202c} \u{202e}back\u{202c}");
        assert_eq!(words(" in ", turn), " \u{202e}in\u{202c} ");
    }
}
