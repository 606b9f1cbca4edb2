//! The `.ftl` files of one language, parsed, with the line on which each message begins.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fluent_syntax::ast;
use fluent_syntax::parser;

/// A parsed `.ftl` file.
#[derive(Debug)]
pub struct Source {
    /// The file's name without its extension: `reset`, `email`, …
    pub surface: String,
    /// Where it was read from; relative to the workspace, for messages.
    pub path: PathBuf,
    /// The text as it stands in the file.
    pub text: String,
    /// The parsed entries.
    pub resource: ast::Resource<String>,
    lines: BTreeMap<String, usize>,
}

/// All files of one language.
#[derive(Debug)]
pub struct Locale {
    /// BCP 47 tag, which is the folder's name.
    pub tag: String,
    /// The files, sorted by name.
    pub sources: Vec<Source>,
}

/// Something wrong in a file, for a person to find and mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1; 0 stands for the whole file.
    pub line: usize,
    /// What is wrong.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(formatter, "{}: {}", self.path.display(), self.text),
            line => write!(formatter, "{}:{line}: {}", self.path.display(), self.text),
        }
    }
}

impl Source {
    /// Parses one file; what cannot be parsed is a problem, the rest is still there.
    pub fn parse(path: PathBuf, text: String, problems: &mut Vec<Problem>) -> Self {
        let surface = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let resource = match parser::parse(text.clone()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                problems.extend(errors.into_iter().map(|error| {
                    Problem {
                        path: path.clone(),
                        line: text
                            .get(..error.pos.start)
                            .map_or(0, |before| before.matches('\n').count() + 1),
                        text: format!("not valid Fluent: {}", error.kind),
                    }
                }));
                resource
            }
        };
        let lines = first_lines(&text);
        Self {
            surface,
            path,
            text,
            resource,
            lines,
        }
    }

    /// The line of a message (`id`), attribute (`id.attribute`) or term (`-id`).
    pub fn line_of(&self, id: &str) -> usize {
        self.lines.get(id).copied().unwrap_or(0)
    }

    /// A problem with one message of this file.
    pub fn problem(&self, id: &str, text: impl fmt::Display) -> Problem {
        Problem {
            path: self.path.clone(),
            line: self.line_of(id),
            text: format!("{id}: {text}"),
        }
    }

    /// Every pattern that a caller can ask for, as `id` or `id.attribute`.
    pub fn messages(&self) -> impl Iterator<Item = (String, &ast::Pattern<String>)> {
        self.resource.body.iter().flat_map(|entry| match entry {
            ast::Entry::Message(message) => {
                let id = &message.id.name;
                let value = message.value.iter().map(|pattern| (id.clone(), pattern));
                let attributes = message
                    .attributes
                    .iter()
                    .map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
                value.chain(attributes).collect::<Vec<_>>()
            }
            _ => Vec::new(),
        })
    }

    /// Every term, as `-id` or `-id.attribute`.
    pub fn terms(&self) -> impl Iterator<Item = (String, &ast::Pattern<String>)> {
        self.resource.body.iter().flat_map(|entry| match entry {
            ast::Entry::Term(term) => {
                let id = format!("-{}", term.id.name);
                let attributes = term
                    .attributes
                    .iter()
                    .map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
                std::iter::once((id.clone(), &term.value))
                    .chain(attributes)
                    .collect::<Vec<_>>()
            }
            _ => Vec::new(),
        })
    }
}

impl Locale {
    /// Reads `folder/*.ftl`; paths in problems are relative to `root`.
    pub fn read(root: &Path, folder: &Path, problems: &mut Vec<Problem>) -> Result<Self> {
        let tag = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .with_context(|| format!("cannot read {}", folder.display()))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
            .collect();
        files.sort();
        let mut sources = Vec::new();
        for file in files {
            let text =
                fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let shown = file.strip_prefix(root).unwrap_or(&file).to_path_buf();
            sources.push(Source::parse(shown, text, problems));
        }
        Ok(Self { tag, sources })
    }

    /// A language given in place, for tests: `[("reset", "reset-title = …")]`.
    #[cfg(test)]
    pub fn inline(tag: &str, files: &[(&str, &str)], problems: &mut Vec<Problem>) -> Self {
        let sources = files
            .iter()
            .map(|(surface, text)| {
                let path = PathBuf::from(format!("locales/{tag}/{surface}.ftl"));
                Source::parse(path, (*text).to_owned(), problems)
            })
            .collect();
        Self {
            tag: tag.to_owned(),
            sources,
        }
    }

    /// The folder's path for problems that concern the whole language.
    pub fn folder(&self) -> PathBuf {
        PathBuf::from("locales").join(&self.tag)
    }
}

fn first_lines(text: &str) -> BTreeMap<String, usize> {
    let mut lines = BTreeMap::new();
    let mut message = String::new();
    for (index, line) in text.lines().enumerate() {
        let Some((name, _)) = line.split_once('=') else {
            continue;
        };
        if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') {
            name.trim().clone_into(&mut message);
            lines.entry(message.clone()).or_insert(index + 1);
        } else if let Some(attribute) = name.trim().strip_prefix('.') {
            lines.entry(format!("{message}.{attribute}")).or_insert(index + 1);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_attributes_and_terms_know_their_line() {
        let mut problems = Vec::new();
        let text =
            "# Comment\n-brand = Postern\nreset-user =\n    .label = User\n    .hint = a = b\nreset-x = x\n";
        let locale = Locale::inline("en", &[("reset", text)], &mut problems);
        let source = &locale.sources[0];
        assert_eq!(problems, []);
        assert_eq!(source.line_of("-brand"), 2);
        assert_eq!(source.line_of("reset-user.label"), 4);
        assert_eq!(source.line_of("reset-user.hint"), 5);
        assert_eq!(source.line_of("reset-x"), 6);
        let ids: Vec<String> = source.messages().map(|(id, _)| id).collect();
        assert_eq!(ids, ["reset-user.label", "reset-user.hint", "reset-x"]);
    }

    #[test]
    fn broken_syntax_is_reported_with_its_line() {
        let mut problems = Vec::new();
        Locale::inline(
            "en",
            &[("reset", "reset-a = A\nreset-b = { $x\nreset-c = C\n")],
            &mut problems,
        );
        assert_eq!(problems.len(), 1);
        assert!(
            problems[0].to_string().starts_with("locales/en/reset.ftl:"),
            "{}",
            problems[0]
        );
    }
}
