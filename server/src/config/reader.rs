//! Walks a TOML table and collects every problem instead of stopping at the first.
//!
//! A getter takes its key out of the section, so whatever is left when [`Section::finish`] is
//! called was never asked for and is an unknown key.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::ConfigProblem;
use crate::domain::secret::SecretText;

/// Reads the file behind a `_file` key.
pub(super) type ReadFile<'a> = &'a dyn Fn(&Path) -> std::io::Result<String>;

/// The start of every variable that overrides a key.
const ENVIRONMENT_PREFIX: &str = "POSTERN__";

/// What all sections share: the problems so far and where values came from.
pub(super) struct Reader<'a> {
    problems: RefCell<Vec<ConfigProblem>>,
    /// Every path that was asked for; the defaults' test compares it with the documentation.
    known: RefCell<BTreeSet<String>>,
    /// Paths whose value is the text of an environment variable.
    variables: BTreeMap<String, String>,
    read_file: ReadFile<'a>,
}

impl<'a> Reader<'a> {
    /// Lays the environment over the table.
    pub(super) fn new(root: &mut Table, environment: &[(String, String)], read_file: ReadFile<'a>) -> Self {
        let mut reader = Self {
            problems: RefCell::default(),
            known: RefCell::default(),
            variables: BTreeMap::new(),
            read_file,
        };
        for (variable, text) in environment {
            let Some(rest) = variable.strip_prefix(ENVIRONMENT_PREFIX) else {
                continue;
            };
            let keys: Vec<String> = rest.split("__").map(str::to_lowercase).collect();
            let path = keys.join(".");
            if insert(root, &keys, text) {
                reader.variables.insert(path, variable.clone());
            } else {
                reader.problem(&path, format!("the variable {variable} does not name a key"));
            }
        }
        reader
    }

    /// Notes a problem.
    pub(super) fn problem(&self, path: &str, message: impl Into<String>) {
        self.problems.borrow_mut().push(ConfigProblem {
            path: path.to_owned(),
            message: message.into(),
        });
    }

    /// The document as a section without a name.
    pub(super) fn root(&self, table: Table) -> Section<'_> {
        Section {
            reader: self,
            path: String::new(),
            table,
        }
    }

    /// Everything that was found.
    pub(super) fn into_problems(self) -> Vec<ConfigProblem> {
        self.problems.into_inner()
    }

    /// Every path that was asked for.
    #[cfg(test)]
    pub(super) fn known(&self) -> BTreeSet<String> {
        self.known.borrow().clone()
    }
}

/// Puts a text at a path; `false` if something on the way is not a table.
fn insert(table: &mut Table, keys: &[String], text: &str) -> bool {
    match keys {
        [] => false,
        [key] => {
            !key.is_empty() && {
                table.insert(key.clone(), Value::String(text.to_owned()));
                true
            }
        }
        [key, rest @ ..] => {
            let below = table
                .entry(key.clone())
                .or_insert_with(|| Value::Table(Table::new()));
            below
                .as_table_mut()
                .is_some_and(|below| insert(below, rest, text))
        }
    }
}

/// One table of the document.
pub(super) struct Section<'r> {
    reader: &'r Reader<'r>,
    path: String,
    table: Table,
}

impl<'r> Section<'r> {
    /// The full path of a key.
    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// Notes a problem with a key.
    pub(super) fn problem(&self, key: &str, message: impl Into<String>) {
        self.reader.problem(&self.path_of(key), message);
    }

    /// Notes a problem with the section as a whole.
    pub(super) fn problem_here(&self, message: impl Into<String>) {
        self.reader.problem(&self.path, message);
    }

    fn take(&mut self, key: &str) -> Option<Value> {
        self.reader.known.borrow_mut().insert(self.path_of(key));
        self.table.remove(key)
    }

    fn is_variable(&self, key: &str) -> bool {
        self.reader.variables.contains_key(&self.path_of(key))
    }

    fn wrong_type(&self, key: &str, wanted: &str, value: &Value) {
        self.problem(key, format!("must be {wanted}, is {}", describe(value)));
    }

    /// A text, or nothing if it is missing or empty.
    pub(super) fn optional_text(&mut self, key: &str) -> Option<String> {
        match self.take(key)? {
            Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            other => {
                self.wrong_type(key, "a text", &other);
                None
            }
        }
    }

    /// A text with a default.
    pub(super) fn text(&mut self, key: &str, default: &str) -> String {
        self.optional_text(key).unwrap_or_else(|| default.to_owned())
    }

    /// A text that has to be given.
    pub(super) fn required_text(&mut self, key: &str) -> Option<String> {
        let given_otherwise = self.table.get(key).is_some_and(|value| !value.is_str());
        let text = self.optional_text(key);
        if text.is_none() && !given_otherwise {
            self.problem(key, "is required");
        }
        text
    }

    /// A text in a form that can be read, or nothing if it is missing; `form` says what it must be.
    pub(super) fn parsed<T>(
        &mut self,
        key: &str,
        form: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.optional_text(key)?;
        let parsed = parse(&text);
        if parsed.is_none() {
            self.problem(key, format!("must be {form}, is {text:?}"));
        }
        parsed
    }

    /// A path of a file or folder.
    pub(super) fn file(&mut self, key: &str) -> Option<PathBuf> {
        self.optional_text(key).map(PathBuf::from)
    }

    /// A whole number within a range, or nothing if it is missing.
    pub(super) fn optional_number<T>(&mut self, key: &str, range: &RangeInclusive<T>) -> Option<T>
    where
        T: TryFrom<i64> + PartialOrd + Display,
    {
        let value = self.take(key)?;
        let number = match &value {
            Value::Integer(number) => *number,
            Value::String(text) if self.is_variable(key) && text.trim().parse::<i64>().is_ok() => {
                text.trim().parse().unwrap_or_default()
            }
            _ => {
                self.wrong_type(key, "a whole number", &value);
                return None;
            }
        };
        let number_in_range = T::try_from(number).ok().filter(|number| range.contains(number));
        if number_in_range.is_none() {
            self.problem(
                key,
                format!("must be {} to {}, is {number}", range.start(), range.end()),
            );
        }
        number_in_range
    }

    /// A whole number within a range, with a default.
    pub(super) fn number<T>(&mut self, key: &str, range: RangeInclusive<T>, default: T) -> T
    where
        T: TryFrom<i64> + PartialOrd + Display,
    {
        self.optional_number(key, &range).unwrap_or(default)
    }

    /// On or off, with a default.
    pub(super) fn flag(&mut self, key: &str, default: bool) -> bool {
        let Some(value) = self.take(key) else {
            return default;
        };
        match &value {
            Value::Boolean(flag) => return *flag,
            Value::String(text) if self.is_variable(key) => match text.trim() {
                "true" => return true,
                "false" => return false,
                _ => {}
            },
            _ => {}
        }
        self.wrong_type(key, "true or false", &value);
        default
    }

    /// A list of texts; in an environment variable, separated by commas.
    pub(super) fn list(&mut self, key: &str) -> Vec<String> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let mut list = Vec::new();
        match value {
            Value::String(text) if self.is_variable(key) => list.extend(text.split(',').map(str::to_owned)),
            Value::Array(values) => {
                for (index, value) in values.into_iter().enumerate() {
                    match value {
                        Value::String(text) => list.push(text),
                        other => self.wrong_type(&format!("{key}[{index}]"), "a text", &other),
                    }
                }
            }
            other => self.wrong_type(key, "a list of texts", &other),
        }
        list.into_iter()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect()
    }

    /// A list of which the order does not matter.
    pub(super) fn set(&mut self, key: &str) -> BTreeSet<String> {
        self.list(key).into_iter().collect()
    }

    /// One of some words, with a default.
    pub(super) fn choice<T: Copy>(&mut self, key: &str, choices: &[(&str, T)], default: T) -> T {
        let Some(text) = self.optional_text(key) else {
            return default;
        };
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == text) {
            return *choice;
        }
        let names: Vec<String> = choices.iter().map(|(name, _)| format!("{name:?}")).collect();
        self.problem(key, format!("must be {}, is {text:?}", names.join(" or ")));
        default
    }

    /// A secret: the key itself, or the file that the key's `_file` twin names. One that is given
    /// wrongly counts as given, so that nobody hears as well that it is missing.
    pub(super) fn secret(&mut self, key: &str) -> Option<SecretText> {
        let twin = format!("{key}_file");
        let value = match self.take(key) {
            None => None,
            Some(Value::String(text)) => Some(text).filter(|text| !text.is_empty()),
            // Its content is not repeated: it may be the secret without quotes.
            Some(_) => {
                self.problem(key, "must be a text");
                Some(String::new())
            }
        };
        match (value, self.file(&twin)) {
            (None, None) => None,
            (Some(value), None) => Some(SecretText::new(value)),
            (Some(_), Some(_)) => {
                self.problem(
                    key,
                    format!("is set, and {twin} as well: only one of them may be"),
                );
                Some(SecretText::new(""))
            }
            (None, Some(file)) => {
                let text = (self.reader.read_file)(&file).unwrap_or_else(|error| {
                    self.problem(&twin, format!("{} cannot be read: {error}", file.display()));
                    String::new()
                });
                Some(SecretText::new(text.trim_end_matches(['\r', '\n'])))
            }
        }
    }

    /// A table below this one; an empty one if it is missing.
    pub(super) fn section(&mut self, key: &str) -> Section<'r> {
        let table = match self.take(key) {
            None => Table::new(),
            Some(Value::Table(table)) => table,
            Some(other) => {
                self.wrong_type(key, "a section", &other);
                Table::new()
            }
        };
        Section {
            reader: self.reader,
            path: self.path_of(key),
            table,
        }
    }

    /// The text of a file that a value names.
    pub(super) fn read_file(&self, path: &str) -> std::io::Result<String> {
        (self.reader.read_file)(Path::new(path))
    }

    /// Every key with a text: sections whose keys the operator names.
    pub(super) fn texts(mut self) -> BTreeMap<String, String> {
        let keys: Vec<String> = self.table.keys().cloned().collect();
        let texts = keys
            .iter()
            .filter_map(|key| Some((key.clone(), self.optional_text(key)?)))
            .collect();
        self.finish();
        texts
    }

    /// Every table below this one, by name.
    pub(super) fn sections(mut self) -> Vec<(String, Section<'r>)> {
        let names: Vec<String> = self.table.keys().cloned().collect();
        names
            .into_iter()
            .map(|name| (name.clone(), self.section(&name)))
            .collect()
    }

    /// Reports whatever was never asked for.
    pub(super) fn finish(self) {
        let prefix = if self.path.is_empty() {
            String::new()
        } else {
            format!("{}.", self.path)
        };
        for key in self.table.keys() {
            let known: Vec<String> = {
                let known = self.reader.known.borrow();
                known
                    .iter()
                    .filter_map(|path| path.strip_prefix(&prefix))
                    .filter(|rest| !rest.contains('.'))
                    .map(str::to_owned)
                    .collect()
            };
            let path = self.path_of(key);
            let named_by = match self.reader.variables.iter().find(|(at, _)| {
                **at == path || at.strip_prefix(&path).is_some_and(|rest| rest.starts_with('.'))
            }) {
                Some((_, variable)) => format!(" (from {variable})"),
                None => String::new(),
            };
            self.problem(
                key,
                format!("unknown key{named_by}; known here: {}", known.join(", ")),
            );
        }
    }
}

/// A value as a message shows it.
fn describe(value: &Value) -> String {
    match value {
        Value::String(text) => format!("the text {text:?}"),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Boolean(flag) => flag.to_string(),
        Value::Datetime(time) => format!("the time {time}"),
        Value::Array(_) => "a list".to_owned(),
        Value::Table(_) => "a section".to_owned(),
    }
}
