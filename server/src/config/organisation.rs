//! The organisation: its name, its languages, its help desk.

use std::collections::BTreeMap;

use serde::Serialize;
use url::Url;

use super::reader::Section;
use crate::domain::address::EmailAddress;
use crate::l10n;

/// Whose portal it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// The name on every page and in every mail.
    pub name: String,
    /// Further names (short forms, brands, products) that a password must not be made of.
    pub names: Vec<String>,
    /// The language for everybody whose own is not on offer.
    pub default_locale: String,
    /// Languages on offer, in the order of the switcher.
    pub locales: Vec<String>,
}

impl Organisation {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let name = section.required_text("name").unwrap_or_default();
        if name.chars().any(char::is_control) || name.chars().count() > 64 {
            section.problem("name", "must be one line of at most 64 characters");
        }
        let names = section.list("names");
        let mut locales = Vec::new();
        for typed in section.list("locales") {
            match l10n::find_supported(&typed) {
                Some(locale) if locales.contains(&locale.tag.to_owned()) => {}
                Some(locale) if !l10n::is_compiled(locale.tag) => {
                    section.problem("locales", format!("{typed:?} is not in this build"));
                }
                Some(locale) => locales.push(locale.tag.to_owned()),
                None => section.problem("locales", format!("{typed:?} is not among {}", known_locales())),
            }
        }
        if locales.is_empty() {
            locales = l10n::default_offer()
                .iter()
                .map(|locale| locale.tag.to_owned())
                .collect();
        }
        let typed = section.text("default_locale", l10n::FALLBACK);
        let default_locale = if let Some(locale) = l10n::find_supported(&typed) {
            if !locales.iter().any(|offered| offered == locale.tag) {
                section.problem(
                    "default_locale",
                    format!("{typed:?} is not among the locales on offer"),
                );
            }
            locale.tag
        } else {
            section.problem(
                "default_locale",
                format!("must be one of {}, is {typed:?}", known_locales()),
            );
            l10n::FALLBACK
        };
        section.finish();
        Self {
            name,
            names,
            default_locale: default_locale.to_owned(),
            locales,
        }
    }
}

fn known_locales() -> String {
    let tags: Vec<&str> = l10n::supported().iter().map(|locale| locale.tag).collect();
    tags.join(", ")
}

/// Where to turn when nothing works.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct HelpDesk {
    /// What everybody sees unless their language has its own.
    #[serde(flatten)]
    pub everywhere: HelpDeskEntry,
    /// What differs, by locale.
    pub locales: BTreeMap<String, HelpDeskEntry>,
}

/// One way of saying how the help desk is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct HelpDeskEntry {
    /// Telephone number as people write it.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// `https` address.
    pub link: Option<String>,
    /// Opening hours in words.
    pub hours: Option<String>,
}

impl HelpDesk {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let everywhere = HelpDeskEntry::read(&mut section);
        let mut locales = BTreeMap::new();
        for (name, mut below) in section.section("locales").sections() {
            let entry = HelpDeskEntry::read(&mut below);
            match l10n::find_supported(&name) {
                Some(locale) => {
                    locales.insert(locale.tag.to_owned(), entry);
                }
                None => section.problem(
                    &format!("locales.{name}"),
                    format!("must be one of {}", known_locales()),
                ),
            }
            below.finish();
        }
        section.finish();
        Self { everywhere, locales }
    }

    /// The help desk as people of a language see it.
    pub fn for_locale(&self, locale: &str) -> HelpDeskEntry {
        let own = self.locales.get(locale).cloned().unwrap_or_default();
        let everywhere = self.everywhere.clone();
        HelpDeskEntry {
            phone: own.phone.or(everywhere.phone),
            email: own.email.or(everywhere.email),
            link: own.link.or(everywhere.link),
            hours: own.hours.or(everywhere.hours),
        }
    }
}

impl HelpDeskEntry {
    fn read(section: &mut Section<'_>) -> Self {
        let is_phone = |text: &str| {
            text.chars().any(|c| c.is_ascii_digit())
                && text.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c))
        };
        Self {
            phone: section.parsed("phone", "a telephone number in ASCII digits", |text| {
                is_phone(text).then(|| text.to_owned())
            }),
            email: section.parsed("email", "a mail address", |text| {
                EmailAddress::parse(text)
                    .ok()
                    .map(|address| address.as_str().to_owned())
            }),
            link: section.parsed("link", "an https address", |text| {
                Url::parse(text)
                    .ok()
                    .filter(|url| url.scheme() == "https" && url.has_host())
                    .map(String::from)
            }),
            hours: section.optional_text("hours"),
        }
    }
}
