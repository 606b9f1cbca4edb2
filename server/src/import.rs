//! `people.csv`: people for the embedded directory, with what they registered; or what people of an
//! outside directory registered.
//!
//! Every line is read before anybody is taken in, so that one run names every mistake.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use csv::{ReaderBuilder, StringRecord, Trim};
use data_encoding::BASE32_NOPAD;
use unic_langid::LanguageIdentifier;

use crate::domain::address::EmailAddress;
use crate::domain::identifier::Identifier;
use crate::domain::people::NewPerson;
use crate::domain::phone::PhoneNumber;
use crate::domain::secret::{SecretBytes, SecretText};

/// The columns, in the order of the documentation; only the first has to be there.
pub const COLUMNS: [&str; 12] = [
    "user_name",
    "primary_mail",
    "given_name",
    "family_name",
    "display_name",
    "locale",
    "groups",
    "enabled",
    "password",
    "recovery_addresses",
    "mobile_numbers",
    "totp_seed",
];

/// What an outside directory knows and keeps.
const OF_THE_DIRECTORY: [&str; 7] = [
    "given_name",
    "family_name",
    "display_name",
    "locale",
    "groups",
    "enabled",
    "password",
];

/// Where the people of a file live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In the embedded directory: they are taken in.
    Embedded,
    /// In an outside directory: what they registered is added. They are found by either name.
    Outside,
}

/// Between values of a column that takes several.
const SEPARATOR: char = ';';

/// Shortest and longest seed in bytes: RFC 4226 section 4 R6 asks for 128 bits.
const SEED_BYTES: std::ops::RangeInclusive<usize> = 16..=64;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// The line, from 1.
    pub line: u64,
    /// What; never a value that could be a secret.
    pub message: String,
}

impl fmt::Display for LineProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.message)
    }
}

/// Reads a file: people with the line that they stand on.
///
/// # Errors
/// Every problem of every line.
pub fn read(file: &[u8], home: Home) -> Result<Vec<(u64, NewPerson)>, Vec<LineProblem>> {
    let mut reader = ReaderBuilder::new().trim(Trim::Headers).from_reader(file);
    let mut problems = Vec::new();
    let columns = match reader.headers() {
        Ok(header) => columns(header, home, &mut problems),
        Err(error) => {
            problems.push(LineProblem {
                line: 1,
                message: csv_problem(&error),
            });
            return Err(problems);
        }
    };
    let mut people = Vec::new();
    let mut seen = Seen::default();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let mut row = Row {
                    line,
                    home,
                    record: &record,
                    columns: &columns,
                    problems: &mut problems,
                };
                let person = row.person();
                seen.check(line, &person, &mut problems);
                people.push((line, person));
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                problems.push(LineProblem {
                    line,
                    message: csv_problem(&error),
                });
            }
        }
    }
    problems.sort_by_key(|problem| problem.line);
    if problems.is_empty() {
        Ok(people)
    } else {
        Err(problems)
    }
}

/// Which column stands where.
fn columns(
    header: &StringRecord,
    home: Home,
    problems: &mut Vec<LineProblem>,
) -> BTreeMap<&'static str, usize> {
    let mut columns = BTreeMap::new();
    let mut problem = |message: String| problems.push(LineProblem { line: 1, message });
    for (index, name) in header.iter().enumerate() {
        match COLUMNS.iter().find(|column| **column == name) {
            None => problem(format!(
                "unknown column {name:?}; known are {}",
                COLUMNS.join(", ")
            )),
            Some(column) => {
                if columns.insert(*column, index).is_some() {
                    problem(format!("the column {name} is there twice"));
                }
            }
        }
    }
    let by_mail = home == Home::Outside && columns.contains_key("primary_mail");
    if !by_mail && !columns.contains_key("user_name") {
        problem("the column user_name is missing".to_owned());
    }
    columns
}

/// What is wrong with the form of a file, without its content.
fn csv_problem(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => {
            format!("has {len} fields, the header has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "is not UTF-8".to_owned(),
        _ => "cannot be read".to_owned(),
    }
}

/// One line.
struct Row<'a> {
    line: u64,
    home: Home,
    record: &'a StringRecord,
    columns: &'a BTreeMap<&'static str, usize>,
    problems: &'a mut Vec<LineProblem>,
}

impl Row<'_> {
    fn problem(&mut self, message: impl Into<String>) {
        self.problems.push(LineProblem {
            line: self.line,
            message: message.into(),
        });
    }

    /// The field as it stands, or nothing if it is empty or the column is not there.
    fn field(&self, column: &str) -> Option<&str> {
        let field = self.record.get(*self.columns.get(column)?)?;
        Some(field).filter(|field| !field.trim().is_empty())
    }

    fn text(&self, column: &str) -> Option<String> {
        self.field(column).map(|field| field.trim().to_owned())
    }

    fn list(&self, column: &str) -> Vec<String> {
        let field = self.field(column).unwrap_or_default();
        field
            .split(SEPARATOR)
            .map(|one| one.trim().to_owned())
            .filter(|one| !one.is_empty())
            .collect()
    }

    /// Everything that the line says, without what could not be read.
    fn person(&mut self) -> NewPerson {
        if self.home == Home::Outside {
            self.require_nothing_of_the_directory();
        }
        let user_name = self.text("user_name").unwrap_or_default();
        let by_mail = self.home == Home::Outside && self.field("primary_mail").is_some();
        if user_name.is_empty() {
            if !by_mail {
                self.problem("user_name is empty");
            }
        } else if Identifier::parse(&user_name).is_err() {
            self.problem("user_name cannot be used: too long, or with invisible characters");
        }
        let primary_mail = self
            .text("primary_mail")
            .and_then(|text| self.address("primary_mail", &text));
        let locale = self.text("locale");
        if locale
            .as_ref()
            .is_some_and(|tag| tag.parse::<LanguageIdentifier>().is_err())
        {
            self.problem("locale must be a language tag like en or zh-Hant");
        }
        NewPerson {
            given_name: self.text("given_name"),
            family_name: self.text("family_name"),
            display_name: self.text("display_name"),
            groups: self.list("groups").into_iter().collect::<BTreeSet<_>>(),
            enabled: self.enabled(),
            locked_until: None,
            must_change: false,
            // As it stands: spaces at its ends belong to it.
            password: self.field("password").map(SecretText::new),
            recovery_addresses: self.recovery_addresses(primary_mail.as_ref()),
            mobile_numbers: self.mobile_numbers(),
            totp_seed: self.totp_seed(),
            confirmed_at: None,
            user_name,
            primary_mail,
            locale,
        }
    }

    fn require_nothing_of_the_directory(&mut self) {
        let given: Vec<&str> = OF_THE_DIRECTORY
            .into_iter()
            .filter(|column| self.field(column).is_some())
            .collect();
        if !given.is_empty() {
            self.problem(format!(
                "{}: the directory keeps this, it cannot be imported",
                given.join(", ")
            ));
        }
    }

    fn address(&mut self, column: &str, text: &str) -> Option<EmailAddress> {
        let address = EmailAddress::parse(text).ok();
        if address.is_none() {
            self.problem(format!("{column}: {text:?} is not a mail address"));
        }
        address
    }

    fn recovery_addresses(&mut self, primary_mail: Option<&EmailAddress>) -> Vec<EmailAddress> {
        let mut addresses = Vec::new();
        for text in self.list("recovery_addresses") {
            let Some(address) = self.address("recovery_addresses", &text) else {
                continue;
            };
            if Some(&address) == primary_mail {
                self.problem(
                    "recovery_addresses: the primary mail cannot be one, the lost password opens it",
                );
            } else if !addresses.contains(&address) {
                addresses.push(address);
            }
        }
        addresses
    }

    fn mobile_numbers(&mut self) -> Vec<PhoneNumber> {
        let mut numbers = Vec::new();
        for text in self.list("mobile_numbers") {
            match PhoneNumber::parse(&text, None) {
                Err(_) => self.problem(format!(
                    "mobile_numbers: {text:?} is not a mobile number like +1 202 555 0101"
                )),
                Ok(number) if numbers.contains(&number) => {}
                Ok(number) => numbers.push(number),
            }
        }
        numbers
    }

    fn enabled(&mut self) -> bool {
        match self
            .text("enabled")
            .map(|text| text.to_ascii_lowercase())
            .as_deref()
        {
            None | Some("true" | "yes" | "1") => true,
            Some("false" | "no" | "0") => false,
            Some(_) => {
                self.problem("enabled must be true or false");
                true
            }
        }
    }

    fn totp_seed(&mut self) -> Option<SecretBytes> {
        let text = self.text("totp_seed")?;
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-' && *c != '=')
            .collect::<String>()
            .to_ascii_uppercase();
        match BASE32_NOPAD.decode(plain.as_bytes()) {
            Ok(seed) if SEED_BYTES.contains(&seed.len()) => Some(SecretBytes::new(seed)),
            Ok(_) => {
                self.problem("totp_seed must have 16 to 64 bytes (26 to 103 base32 characters)");
                None
            }
            Err(_) => {
                self.problem("totp_seed is not base32");
                None
            }
        }
    }
}

/// Names that other lines have already.
#[derive(Default)]
struct Seen(BTreeMap<String, u64>);

impl Seen {
    /// User names and primary mails are one name space: either finds an account.
    fn check(&mut self, line: u64, person: &NewPerson, problems: &mut Vec<LineProblem>) {
        let mail = person.primary_mail.as_ref().map(EmailAddress::as_str);
        let keys: BTreeSet<String> = [Some(person.user_name.as_str()), mail]
            .into_iter()
            .flatten()
            .filter_map(|name| Identifier::parse(name).ok())
            .map(|identifier| identifier.as_key().to_owned())
            .collect();
        for key in keys {
            if let Some(first) = self.0.get(&key) {
                problems.push(LineProblem {
                    line,
                    message: format!("{key} stands on line {first} already"),
                });
            } else {
                self.0.insert(key, line);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn problems(file: &str) -> Vec<String> {
        match read(file.as_bytes(), Home::Embedded) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn a_full_line_is_a_person() {
        let file = format!(
            "\u{feff}{}\nada@demo.example,Ada@Demo.Example,Ada,Byron,\"Byron, Ada\",en,staff; admins ,no,\" spaces stay \",\
             ada@home.example;ada@other.example,+1 (202) 555-0101,gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n",
            COLUMNS.join(", ")
        );
        let people = read(file.as_bytes(), Home::Embedded).unwrap_or_else(|problems| panic!("{problems:?}"));
        let (line, person) = &people[0];
        assert_eq!(*line, 2);
        assert_eq!(
            person.primary_mail.as_ref().map(EmailAddress::as_str),
            Some("ada@demo.example")
        );
        assert_eq!(person.display_name.as_deref(), Some("Byron, Ada"));
        assert_eq!(person.groups.iter().collect::<Vec<_>>(), ["admins", "staff"]);
        assert!(!person.enabled);
        assert_eq!(
            person.password.as_ref().map(SecretText::expose),
            Some(" spaces stay ")
        );
        assert_eq!(person.recovery_addresses.len(), 2);
        assert!(
            person
                .mobile_numbers
                .iter()
                .map(PhoneNumber::as_str)
                .eq(["+12025550101"])
        );
        assert_eq!(
            person.totp_seed.as_ref().map(SecretBytes::expose),
            Some(b"12345678901234567890".as_slice())
        );
    }

    #[test]
    fn a_name_is_enough() {
        let people =
            read(b"user_name\nbo\n", Home::Embedded).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert!(people[0].1.enabled && people[0].1.password.is_none());
    }

    #[test]
    fn every_problem_of_every_line_is_reported() {
        let file = "user_name,primary_mail,locale,enabled,recovery_addresses,mobile_numbers,totp_seed,colour\n\
                    ,nobody,123456789,perhaps,x;y@z.example,0123,AAAA,green\n\
                    ada,ada@demo.example,,,ada@demo.example,,1!,\n\
                    bo\n\
                    ADA,cleo@demo.example,,,,,,\n\
                    ada@demo.example,,,,,,,\n";
        insta::assert_snapshot!(problems(file).join("\n"));
    }

    #[test]
    fn what_an_outside_directory_keeps_is_refused_on_each_line_and_either_name_is_enough() {
        let file = "user_name,primary_mail,password,groups,enabled,recovery_addresses\n\
                    ada,,secret,staff,,ada@home.example\n\
                    ,bo@demo.example,,,,bo@home.example\n\
                    ,,,,no,cleo@home.example\n";
        let problems = read(file.as_bytes(), Home::Outside).err().unwrap_or_default();
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "line 2: groups, password: the directory keeps this, it cannot be imported",
                "line 4: enabled: the directory keeps this, it cannot be imported",
                "line 4: user_name is empty",
            ]
        );
        let by_mail = read(b"primary_mail\nbo@demo.example\n", Home::Outside);
        assert!(by_mail.is_ok_and(|people| people.len() == 1));
    }

    #[test]
    fn a_file_that_is_no_table_is_told_so() {
        assert_eq!(problems(""), ["line 1: the column user_name is missing"]);
        assert_eq!(
            problems("user_name,user_name\n"),
            ["line 1: the column user_name is there twice"]
        );
        let not_text = read(b"user_name\nada\n\xff\xfe\n", Home::Embedded)
            .err()
            .expect("a problem");
        assert_eq!(not_text[0].to_string(), "line 3: is not UTF-8");
    }
}
