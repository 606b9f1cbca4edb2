//! The plural categories of a language, for whole numbers.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// Numbers that between them meet every category of every language that has it for integers.
const SAMPLES: [i64; 8] = [
    1_000, 1_001, 10_000, 100_000, 1_000_000, 1_000_001, 2_000_000, 10_000_000,
];

/// Which number belongs to which category.
#[derive(Debug)]
pub struct Plurals {
    samples: Vec<(i64, &'static str)>,
}

impl Plurals {
    /// The rules of a language; a region that has none of its own uses those of its language.
    pub fn of(tag: &LanguageIdentifier) -> Option<Self> {
        let language = LanguageIdentifier::from_parts(tag.language, None, None, &[]);
        let rules = PluralRules::create(tag.clone(), PluralRuleType::CARDINAL)
            .or_else(|_| PluralRules::create(language, PluralRuleType::CARDINAL))
            .ok()?;
        let samples = (0..=200)
            .chain(SAMPLES)
            .filter_map(|number| Some((number, name(&rules.select(number).ok()?))))
            .collect();
        Some(Self { samples })
    }

    /// The categories for which a choice with these keys falls through to its default, `other`
    /// itself left out.
    pub fn uncovered(&self, keys: &[&str]) -> Vec<&'static str> {
        let mut found: Vec<&'static str> = self
            .samples
            .iter()
            .filter(|(number, category)| {
                *category != "other"
                    && !keys.contains(category)
                    && !keys.contains(&number.to_string().as_str())
            })
            .map(|(_, category)| *category)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a key can fit a number in this language: a number always, a category if it is used.
    pub fn has(&self, key: &str) -> bool {
        key.parse::<i64>().is_ok() || self.samples.iter().any(|(_, category)| *category == key)
    }
}

fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plurals(tag: &str) -> Plurals {
        Plurals::of(&tag.parse().expect("a tag")).expect("known rules")
    }

    #[test]
    fn languages_have_their_categories() {
        assert_eq!(plurals("en").uncovered(&[]), ["one"]);
        assert_eq!(
            plurals("ar").uncovered(&[]),
            ["few", "many", "one", "two", "zero"]
        );
        assert_eq!(plurals("ja").uncovered(&[]), [""; 0]);
        assert_eq!(plurals("pl").uncovered(&["one"]), ["few", "many"]);
    }

    #[test]
    fn a_region_uses_the_rules_of_its_language() {
        assert_eq!(
            plurals("ar-XB").uncovered(&["few", "many"]),
            ["one", "two", "zero"]
        );
        assert_eq!(plurals("en-XA").uncovered(&[]), ["one"]);
    }

    #[test]
    fn an_exact_number_stands_for_a_category_of_one_number() {
        assert_eq!(plurals("en").uncovered(&["1"]), [""; 0]);
        assert_eq!(
            plurals("ru").uncovered(&["1", "few", "many"]),
            ["one"],
            "21 is also `one`"
        );
    }

    #[test]
    fn categories_that_a_language_lacks_are_known() {
        assert!(plurals("en").has("one") && plurals("en").has("0") && !plurals("en").has("few"));
    }
}
