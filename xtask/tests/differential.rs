//! The client's table evaluator and `fluent-bundle` give the same string, for every message of the
//! client in every language (pseudo-locales too) and for many arguments.

use std::collections::BTreeMap;
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;
use xtask::l10n::{Texts, pseudo, source::Locale};
use xtask::tools;

/// The client's own source files: they need no browser and nothing else of the client.
#[expect(
    dead_code,
    reason = "the test calls the evaluator, not the generated functions"
)]
#[path = "../../app/src/i18n"]
mod i18n {
    pub mod messages;
    pub mod table;
}

use i18n::table::{Arg, Message, PluralCategory, Table};

const NUMBERS: [i64; 11] = [0, 1, 2, 3, 5, 6, 11, 21, 100, 101, 1_000_000];
const TEXTS: [&str; 8] = [
    "Ada",
    "هناء",
    "",
    "Contoso Ltd & Sons",
    "1",
    "one",
    "other",
    "sms",
];

#[test]
fn both_evaluators_agree() {
    let root = tools::root();
    let folder = std::env::temp_dir().join(format!("postern-differential-{}", std::process::id()));
    let mut texts = Texts::read(&root).expect("the texts can be read");
    pseudo::write(&texts.locales[0], &folder).expect("the pseudo-locales can be written");
    texts
        .add_folder(&folder, &folder)
        .expect("the pseudo-locales can be read");
    assert_eq!(texts.problems, []);
    let (tables, _) = texts.tables();
    let tags: Vec<&str> = tables.iter().map(|(tag, _)| tag.as_str()).collect();
    assert!(
        tags.contains(&"en") && tags.contains(&"en-XA") && tags.contains(&"ar-XB"),
        "{tags:?}"
    );

    let mut compared = 0;
    for (locale, (tag, table)) in texts.locales.iter().zip(&tables) {
        compared += compare(&texts, locale, tag, table);
    }
    std::fs::remove_dir_all(folder).expect("the pseudo-locales can be removed");
    assert!(compared > texts.catalogue.entries.len());
}

fn compare(texts: &Texts, locale: &Locale, tag: &str, table: &str) -> usize {
    let table = Table::parse(table)
        .unwrap_or_else(|error| panic!("{tag}: {error:?}; run `cargo xtask l10n`, messages.rs is stale"));
    let own = bundle(locale);
    let english = bundle(&texts.locales[0]);
    let rules = plural_rules(tag);
    let plural = |number: i64| category(&rules, number);
    let mut compared = 0;
    for (index, entry) in texts.catalogue.entries.iter().enumerate() {
        let index = u16::try_from(index).expect("fewer messages than that");
        let (id, attribute) = entry
            .id
            .split_once('.')
            .map_or((entry.id.as_str(), None), |(id, name)| (id, Some(name)));
        for values in arguments(entry.variables.len()) {
            let message = Message::new(index, values.clone());
            let ours = table.format(&message, &plural);
            let named: BTreeMap<&str, &Arg> =
                entry.variables.iter().map(String::as_str).zip(&values).collect();
            // What a language lacks is shown in English, in both evaluators.
            let theirs = format(&own, id, attribute, &named)
                .or_else(|| format(&english, id, attribute, &named))
                .unwrap_or_else(|| panic!("{tag}: {} has no text", entry.id));
            assert_eq!(ours, theirs, "{tag}: {} with {named:?}", entry.id);
            compared += 1;
        }
    }
    compared
}

fn bundle(locale: &Locale) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = locale.tag.parse().expect("a language tag");
    let mut bundle = FluentBundle::new(vec![tag]);
    for source in &locale.sources {
        let resource = FluentResource::try_new(source.text.clone()).expect("the file was parsed before");
        bundle.add_resource(resource).expect("no id stands twice");
    }
    bundle
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    attribute: Option<&str>,
    values: &BTreeMap<&str, &Arg>,
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        match value {
            Arg::Text(text) => arguments.set(*name, FluentValue::from(text.as_str())),
            Arg::Number(number) => arguments.set(*name, FluentValue::from(*number)),
        }
    }
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(&arguments), &mut errors)
        .into_owned();
    assert!(errors.is_empty(), "{id}: {errors:?}");
    Some(text)
}

/// Argument lists: each sample for all variables, and the samples shifted against each other.
fn arguments(count: usize) -> Vec<Vec<Arg>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let samples: Vec<Arg> = NUMBERS
        .iter()
        .map(|number| Arg::from(*number))
        .chain(TEXTS.iter().map(|text| Arg::from(*text)))
        .collect();
    let mut lists = Vec::new();
    for shift in [0, 1, NUMBERS.len()] {
        for start in 0..samples.len() {
            let value = |place: usize| samples[(start + place * shift) % samples.len()].clone();
            lists.push((0..count).map(value).collect());
        }
    }
    lists
}

fn plural_rules(tag: &str) -> PluralRules {
    let tag: LanguageIdentifier = tag.parse().expect("a language tag");
    let language = LanguageIdentifier::from_parts(tag.language, None, None, &[]);
    PluralRules::create(tag, PluralRuleType::CARDINAL)
        .or_else(|_| PluralRules::create(language, PluralRuleType::CARDINAL))
        .expect("known plural rules")
}

fn category(rules: &PluralRules, number: i64) -> PluralCategory {
    let name = format!("{:?}", rules.select(number).expect("an integer")).to_lowercase();
    PluralCategory::from_name(&name).expect("a CLDR category")
}

/// The samples of the repository's texts do not reach every rule: these do.
#[test]
fn both_evaluators_agree_on_every_form_that_is_allowed() {
    let text = "-brand = Postern\n    .note = unused\n\
        reset-literals = { \"{\" }{ 7 } { \"\\u00e9\" } { { \"nested\" } }\n\
        reset-alone = { $x }\nreset-term = { -brand }\nreset-mixed = { -brand }: { $x }{ $x }\n\
        reset-two =\n    First line, { $x }\n    second line\n\n    last line\n\
        reset-refer = { reset-alone } and { reset-two } and { reset-attribute.label }\n\
        reset-attribute =\n    .label = { $x ->\n        [0] zero { $y }\n        [one] one\n       *[other] { $y ->\n            [sms] { $x } text\n           *[mail] { -brand }\n        } end\n      }.\n\
        reset-only-default = { $x ->\n   *[other] { $x } times\n  }\n\
        reset-negative = { $x ->\n    [-1] minus\n    [one] 1\n   *[other] { $x }\n  }\n";
    let folder = std::env::temp_dir().join(format!("postern-forms-{}", std::process::id()));
    for tag in ["en", "ar", "pl", "fr"] {
        let locale = folder.join("locales").join(tag);
        std::fs::create_dir_all(&locale).expect("writable");
        std::fs::write(locale.join("reset.ftl"), text).expect("writable");
    }
    let texts = Texts::read(&folder).expect("readable");
    assert_eq!(texts.problems, []);
    let (tables, _) = texts.tables();
    for (locale, (tag, table)) in texts.locales.iter().zip(&tables) {
        // The real client's list has another fingerprint and other lines.
        let header = format!("postern-l10n 1 {}\n", i18n::messages::FINGERPRINT);
        let (_, lines) = table.split_once('\n').expect("a header");
        let padding = "\n".repeat(i18n::messages::COUNT - texts.catalogue.entries.len());
        compare(&texts, locale, tag, &(header + lines + &padding));
    }
    std::fs::remove_dir_all(Path::new(&folder)).expect("removable");
}
