//! Which messages the code uses: dead ones, and ids of the server that do not exist.
//!
//! The client calls the generated function, the server names the id in a string, and an attribute
//! in another one. Neither glues ids together, so that a search finds every use.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Texts;
use super::check::PREFIXES;
use super::generate::{CLIENT_SURFACES, function_name};
use super::source::Problem;

/// The generated file, which names every function, and its reader.
const NOT_A_USE: [&str; 2] = ["app/src/i18n/messages.rs", "app/src/i18n/table.rs"];

/// The domain knows no texts; its own codes may look like ids.
const NO_TEXTS: &str = "server/src/domain";

/// What the code says.
#[derive(Debug, Default)]
struct Code {
    /// Every word of the client's sources.
    client_words: BTreeSet<String>,
    /// Every string of the server's sources that could be an id, with its place.
    server_strings: Vec<(String, PathBuf, usize)>,
}

/// Compares the English messages with the sources of client and server.
pub fn check(root: &Path, texts: &Texts) -> Result<Vec<Problem>> {
    let mut code = Code::default();
    for path in rust_files(&root.join("app/src"))? {
        let shown = path.strip_prefix(root).unwrap_or(&path);
        if !NOT_A_USE.iter().any(|name| shown == Path::new(name)) {
            code.add_client(&read(&path)?);
        }
    }
    for path in rust_files(&root.join("server/src"))? {
        let shown = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
        code.add_server(&shown, &read(&path)?);
    }
    Ok(compare(texts, &code))
}

impl Code {
    fn add_client(&mut self, text: &str) {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        self.client_words
            .extend(words.filter(|word| word.contains('_')).map(ToOwned::to_owned));
    }

    fn add_server(&mut self, path: &Path, text: &str) {
        let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
        for (index, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().starts_with("//"))
        {
            let parts: Vec<&str> = line.split('"').collect();
            // The first and the last part have a quotation mark on one side only.
            for part in parts.iter().skip(1).take(parts.len().saturating_sub(2)) {
                if !part.is_empty() && part.chars().all(is_part) {
                    self.server_strings
                        .push(((*part).to_owned(), path.to_path_buf(), index + 1));
                }
            }
        }
    }
}

fn compare(texts: &Texts, code: &Code) -> Vec<Problem> {
    let mut problems = Vec::new();
    let named: BTreeSet<&str> = code
        .server_strings
        .iter()
        .map(|(text, _, _)| text.as_str())
        .collect();
    let english = &texts.compiled[0];
    let used: BTreeSet<&str> = english
        .iter()
        .filter(|(id, compiled)| {
            let client = CLIENT_SURFACES.contains(&compiled.surface.as_str());
            let server = match id.split_once('.') {
                Some((message, attribute)) => named.contains(message) && named.contains(attribute),
                None => named.contains(id.as_str()),
            };
            client && code.client_words.contains(&function_name(id)) || server
        })
        .map(|(id, _)| id.as_str())
        .collect();
    let referred: BTreeSet<&str> = used
        .iter()
        .flat_map(|id| &english[*id].references)
        .map(String::as_str)
        .collect();
    for source in &texts.locales[0].sources {
        for (id, _) in source.messages() {
            if !used.contains(id.as_str()) && !referred.contains(id.as_str()) {
                problems.push(source.problem(&id, "is not used by the client or the server"));
            }
        }
        for (id, _) in source.terms() {
            if !referred.contains(id.as_str()) {
                problems.push(source.problem(&id, "is not used by any message"));
            }
        }
    }
    let prefixes = || PREFIXES.iter().flat_map(|(_, prefixes)| *prefixes);
    for (text, path, line) in &code.server_strings {
        let is_id = prefixes().any(|prefix| text.starts_with(prefix)) && !text.ends_with('-');
        let whole_message = format!("{text}.");
        let exists = english.contains_key(text) || english.keys().any(|id| id.starts_with(&whole_message));
        if is_id && !exists && !path.starts_with(NO_TEXTS) {
            let text = format!("{text}: no such message in locales/en");
            problems.push(Problem {
                path: path.clone(),
                line: *line,
                text,
            });
        }
    }
    problems
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = crate::build::files_below(folder)?;
    Ok(files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .collect())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::super::compile::compile;
    use super::super::generate::Catalogue;
    use super::super::source::Locale;
    use super::*;

    fn report(client: &str, server: &str) -> Vec<String> {
        let reset = "reset-a = A { reset-c }\nreset-b =\n    .label = B\nreset-c = C\nreset-d = D { -t }\n";
        let files = [
            ("brand", "-t = T\n"),
            ("email", "email-a = A\n"),
            ("reset", reset),
        ];
        let mut problems = Vec::new();
        let locales = vec![Locale::inline("en", &files, &mut problems)];
        let compiled = vec![compile(&locales[0], &mut problems)];
        let catalogue = Catalogue::new(&compiled[0]);
        let texts = Texts {
            locales,
            compiled,
            catalogue,
            problems,
        };
        let mut code = Code::default();
        code.add_client(client);
        code.add_server(Path::new("server/src/x.rs"), server);
        compare(&texts, &code).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn everything_that_is_named_or_referred_to_is_in_use() {
        let problems = report(
            "t(messages::reset_a()); reset_b_label()",
            r#"f("reset-d", 'x', "email-a")"#,
        );
        assert_eq!(problems, [""; 0]);
    }

    #[test]
    fn the_server_names_an_attribute_by_two_strings() {
        let problems = report("reset_a() reset_d()", r#"f("email-a"); g("reset-b", "label")"#);
        assert_eq!(problems, [""; 0]);
    }

    #[test]
    fn dead_messages_and_terms_are_found() {
        let problems = report("reset_a()", "// \"reset-d\" in a comment is no use\n\"email-a\"");
        assert_eq!(
            problems,
            [
                "locales/en/brand.ftl:1: -t: is not used by any message",
                "locales/en/reset.ftl:3: reset-b.label: is not used by the client or the server",
                "locales/en/reset.ftl:5: reset-d: is not used by the client or the server",
            ]
        );
    }

    #[test]
    fn the_client_does_not_use_a_message_of_the_server() {
        let problems = report("reset_a() reset_b_label() reset_d() email_a()", "");
        assert_eq!(
            problems,
            ["locales/en/email.ftl:1: email-a: is not used by the client or the server"]
        );
    }

    #[test]
    fn unknown_ids_of_the_server_are_found() {
        let client = "reset_a() reset_b_label() reset_d()";
        let problems = report(
            client,
            "\"email-a\"\n\"reset-b\" \"reset-\" \"reset-x\" \"id-x\"\n",
        );
        assert_eq!(
            problems,
            ["server/src/x.rs:2: reset-x: no such message in locales/en"]
        );
    }
}
