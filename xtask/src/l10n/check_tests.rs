//! Each check catches its fault.

use super::super::compile::compile;
use super::super::generate::Catalogue;
use super::*;

/// Checks English and one other language; returns the problems, one per line.
fn report(english: &[(&str, &str)], other: Option<(&str, &[(&str, &str)])>) -> String {
    let mut problems = Vec::new();
    let mut locales = vec![Locale::inline("en", english, &mut problems)];
    if let Some((tag, files)) = other {
        locales.push(Locale::inline(tag, files, &mut problems));
    }
    let compiled: Vec<_> = locales
        .iter()
        .map(|locale| compile(locale, &mut problems))
        .collect();
    let catalogue = Catalogue::new(&compiled[0]);
    let texts = Texts {
        locales,
        compiled,
        catalogue,
        problems,
    };
    assert_eq!(texts.problems, []);
    check(&texts)
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn english(text: &str) -> String {
    report(&[("reset", text)], None)
}

/// The same message in English and Arabic.
fn arabic(text: &str, translation: &str) -> String {
    report(&[("reset", text)], Some(("ar", &[("reset", translation)])))
}

#[test]
fn texts_in_order_have_no_problems() {
    let text = "reset-a = A { $done }\nreset-b = { $n ->\n    [one] one\n   *[other] { $n }\n  }\n";
    let translation = "reset-a = ا { $done }\nreset-b = { $n ->\n    [zero] لا\n    [one] واحد\n    [two] اثنان\n    [few] { $n }\n    [many] { $n }\n   *[other] { $n }\n  }\n";
    assert_eq!(arabic(text, translation), "");
}

#[test]
fn ids_follow_the_naming_rule() {
    assert_eq!(
        english("reset-a = A\nhome-b = B\n"),
        "locales/en/reset.ftl:2: home-b: must begin with reset-"
    );
    assert!(english("reset-resetTitle = A\n").contains("lower-case words"));
    assert!(english("reset-a_b = A\n").contains("lower-case words"));
    assert!(english("reset-a =\n    .ariaLabel = A\n").contains(":2: reset-a.ariaLabel: must be lower-case"));
    assert!(report(&[("rest", "rest-a = A\n")], None).contains("rest is not a surface"));
    assert!(english("-term = T\n").contains("terms stand in brand.ftl"));
}

#[test]
fn two_messages_cannot_be_one_function() {
    let problems = english("reset-a =\n    .label = A\nreset-a-label = B\n");
    assert!(
        problems.contains("another message is also called reset_a_label()"),
        "{problems}"
    );
}

#[test]
fn variables_have_names_that_rust_can_use() {
    assert!(english("reset-a = { $userName }\n").contains("$userName must be"));
    assert!(english("reset-a = { $type }\n").contains("$type must be"));
    assert_eq!(english("reset-a = { $user-name } { $max_length }\n"), "");
}

#[test]
fn a_language_has_every_message_and_attribute_and_no_other() {
    let problems = arabic(
        "reset-a = A\n    .hint = H\nreset-b = B\n",
        "reset-a = ا\nreset-c = ج\n",
    );
    assert!(
        problems.contains("locales/ar/reset.ftl: reset-a.hint: missing"),
        "{problems}"
    );
    assert!(
        problems.contains("locales/ar/reset.ftl: reset-b: missing"),
        "{problems}"
    );
    assert!(
        problems.contains("locales/ar/reset.ftl:2: reset-c: does not exist in English"),
        "{problems}"
    );
}

#[test]
fn a_language_has_every_file_and_term() {
    let files: [(&str, &str); 2] = [("brand", "-brand = P\n"), ("reset", "reset-a = A\n")];
    let problems = report(
        &files,
        Some(("ar", &[("brand", "# empty\n"), ("home", "home-a = ا\n")])),
    );
    assert!(
        problems.contains("locales/ar/brand.ftl: -brand: missing"),
        "{problems}"
    );
    assert!(
        problems.contains("locales/ar/reset.ftl: the file is missing"),
        "{problems}"
    );
    assert!(
        problems.contains("locales/ar/home.ftl: the file does not exist in English"),
        "{problems}"
    );
}

#[test]
fn a_translation_uses_no_variable_of_its_own() {
    let problems = arabic("reset-a = A { $user }\n", "reset-a = ا { $usr }\n");
    assert!(problems.contains("locales/ar/reset.ftl:1: reset-a: the English message has no variable $usr"));
    assert!(problems.contains("a variant does not show $user"), "{problems}");
}

#[test]
fn a_translation_shows_every_variable_in_every_variant() {
    let text = "reset-a = { $n ->\n    [one] { $n } of { $all }\n   *[other] { $n } of { $all }\n  }\n";
    let branches = |few: &str| {
        format!(
            "reset-a = {{ $n ->\n    [zero] {{ $all }}\n    [one] {{ $all }}\n    [two] {{ $all }}\n    [few] {few}\n    [many] {{ $n }} {{ $all }}\n   *[other] {{ $n }} {{ $all }}\n  }}\n"
        )
    };
    assert_eq!(arabic(text, &branches("{ $n } { $all }")), "");
    assert_eq!(
        arabic(text, &branches("{ $all }")),
        "",
        "a plural variant may drop its number"
    );
    assert!(arabic(text, &branches("{ $n }")).contains("a variant does not show $all"));
    let without = "reset-a = { $n } من\n";
    assert!(arabic(text, without).contains("a variant does not show $all"));
}

#[test]
fn the_default_of_a_plural_does_not_drop_its_number() {
    let text = "reset-a = { $n ->\n    [one] one\n   *[other] { $n }\n  }\n";
    let translation = "reset-a = { $n ->\n    [zero] a\n    [one] a\n    [two] a\n    [few] a\n    [many] a\n   *[other] many\n  }\n";
    assert!(arabic(text, translation).contains("a variant does not show $n"));
}

#[test]
fn a_plural_has_every_category_of_its_language_and_no_other() {
    let text = "reset-a = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n  }\n";
    let problems = arabic(
        text,
        "reset-a = { $n ->\n    [one] { $n }\n    [two] { $n }\n   *[other] { $n }\n  }\n",
    );
    for category in ["zero", "few", "many"] {
        assert!(
            problems.contains(&format!("the choice by $n lacks [{category}]")),
            "{problems}"
        );
    }
    let problems = english("reset-a = { $n ->\n    [few] { $n } x\n   *[other] { $n } days\n  }\n");
    assert!(problems.contains("lacks [one]"), "{problems}");
    assert!(
        problems.contains("has [few], which this language does not use"),
        "{problems}"
    );
    assert!(
        english("reset-a = { $n ->\n    [other] { $n } x\n   *[one] { $n } day\n  }\n")
            .contains("must be *[other]")
    );
}

#[test]
fn a_variable_chooses_in_the_same_manner_everywhere() {
    let text = "reset-a = { $n ->\n    [sms] { $n } x\n   *[mail] { $n }\n  }\n";
    let translation = "reset-a = { $n ->\n    [0] { $n } x\n    [zero] { $n }\n    [one] { $n }\n    [two] { $n }\n    [few] { $n }\n    [many] { $n }\n   *[other] { $n }\n  }\n";
    assert!(arabic(text, translation).contains("by number in one language and by text in another"));
}

#[test]
fn hidden_characters_and_trailing_spaces_are_found() {
    assert!(english("reset-a = A\u{200f}B\n").contains(":1: contains the bidi control U+200F"));
    assert!(english("reset-a = A\u{2068}B\n").contains("bidi control U+2068"));
    assert!(english("# c\nreset-a = A \n").contains(":2: ends with a space"));
    assert!(english("# c\u{9}c\nreset-a = A\n").contains("contains a control character"));
    assert!(english("reset-a = A\r\nreset-b = B\n").contains("carriage return"));
}

#[test]
fn a_folder_is_a_language_with_known_plurals() {
    let problems = report(
        &[("reset", "reset-a = A\n")],
        Some(("xx", &[("reset", "reset-a = A\n")])),
    );
    assert!(problems.contains("locales/xx: the plural rules of this language are not known"));
}
