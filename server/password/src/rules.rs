//! The server's judgement of a new password.

use crate::normal::{lower, normalise};
use crate::terms::Weakness;
use crate::typing::length;
use crate::{Form, Terms, name};

/// Longest input that is looked at, in bytes; longer ones are refused unseen (S-26).
pub const MAX_BYTES: usize = 1_024;
/// Kinds of characters that [`Composition::ThreeOfFour`] asks for (Entra section 3.6).
pub const REQUIRED_KINDS: u32 = 3;

/// Which kinds of characters a password needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Composition {
    /// Any characters (NIST SP 800-63B-4 section 3.1.1.2).
    #[default]
    None,
    /// Three of: `a`–`z`, `A`–`Z`, `0`–`9`, and everything else (Entra section 3.6).
    ThreeOfFour,
}

/// The rules in force.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// Code points, 8–64.
    pub min_length: u32,
    /// Code points, 64–256.
    pub max_length: u32,
    /// The kinds of characters that are asked for.
    pub composition: Composition,
    /// Whether names, the organisation, terms and common passwords are refused.
    pub protection: bool,
    /// The person's names and user name, as far as they are known.
    pub names: &'a [&'a str],
    /// The organisation's names.
    pub organisation: &'a [&'a str],
    /// The terms that a password is scored by; without any, nothing is scored.
    pub terms: Option<&'a Terms>,
}

impl Rules<'_> {
    /// What can be judged of them without a list.
    pub const fn form(&self) -> Form {
        Form {
            min_length: self.min_length,
            max_length: self.max_length,
            composition: self.composition,
        }
    }
}

impl Default for Rules<'_> {
    /// A password that is the only factor (NIST SP 800-63B-4 section 3.1.1.2), protected, with no
    /// names and no terms.
    fn default() -> Self {
        Self {
            min_length: 15,
            max_length: 256,
            composition: Composition::None,
            protection: true,
            names: &[],
            organisation: &[],
            terms: None,
        }
    }
}

/// A rule that a password breaks. None of them says what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Violation {
    /// Fewer code points than `min`.
    TooShort {
        /// Code points.
        min: u32,
    },
    /// More code points than `max`, or more than [`MAX_BYTES`].
    TooLong {
        /// Code points.
        max: u32,
    },
    /// Contains a control character.
    ControlCharacter,
    /// Characters of fewer kinds than [`Composition::ThreeOfFour`] asks for.
    TooFewKinds {
        /// Kinds, [`REQUIRED_KINDS`].
        required: u32,
    },
    /// The whole password is a common one, or up to three characters again and again.
    Common,
    /// A bundled term or an organisation's name with little around it, or one edit away from one
    /// (Entra sections 5.3 and 5.5).
    EasilyGuessed,
    /// The same because of a term that the organisation has banned.
    BannedTerm,
    /// Contains one of the person's names, or a part of the user name.
    ContainsName,
    /// Contains one of the organisation's names.
    ContainsOrganisation,
}

/// Judges a password that is already in NFC. An empty answer means that it may be used.
///
/// `is_common` says whether a text in lower case is a common password as a whole. It is asked for
/// the password as typed and for its normalised form, so that `P@ssw0rd` is as common as
/// `password`.
///
/// Each violation occurs once at most, in the order in which [`Violation`] declares them. Of
/// `Common`, `EasilyGuessed` and `BannedTerm` the first that holds is given: the others would say
/// the same again.
pub fn judge(password: &str, rules: &Rules<'_>, is_common: impl Fn(&str) -> bool) -> Vec<Violation> {
    let too_long = Violation::TooLong {
        max: rules.max_length,
    };
    if password.len() > MAX_BYTES {
        return vec![too_long];
    }
    let form = rules.form();
    let length = length(password);
    if length > rules.max_length {
        return vec![too_long];
    }
    let mut violations = Vec::new();
    if length < rules.min_length {
        violations.push(Violation::TooShort {
            min: rules.min_length,
        });
    }
    if password.chars().any(char::is_control) {
        violations.push(Violation::ControlCharacter);
    }
    if !form.has_kinds(password) {
        violations.push(Violation::TooFewKinds {
            required: REQUIRED_KINDS,
        });
    }
    if rules.protection {
        violations.extend(protect(password, rules, is_common));
    }
    violations
}

fn protect(password: &str, rules: &Rules<'_>, is_common: impl Fn(&str) -> bool) -> Vec<Violation> {
    let (plain, normalised) = (lower(password), normalise(password));
    let mut violations = Vec::new();
    if is_common(&plain) || is_common(&normalised) || is_repetition(&plain) {
        violations.push(Violation::Common);
    } else if let Some(weakness) = rules.terms.and_then(|terms| terms.weakness(&normalised)) {
        violations.push(match weakness {
            Weakness::EasilyGuessed => Violation::EasilyGuessed,
            Weakness::Banned => Violation::BannedTerm,
        });
    }
    let is_inside = |names: &[&str]| names.iter().any(|name| name::is_inside(&plain, &lower(name)));
    if is_inside(rules.names) {
        violations.push(Violation::ContainsName);
    }
    if is_inside(rules.organisation) {
        violations.push(Violation::ContainsOrganisation);
    }
    violations
}

/// Whether the password is up to three characters, again and again: a list cannot name every
/// length of `aaaaaaaa`.
fn is_repetition(lower: &str) -> bool {
    let characters: Vec<char> = lower.chars().collect();
    (1..=3).any(|period| {
        characters.len() > period
            && characters
                .iter()
                .zip(characters.iter().skip(period))
                .all(|(a, b)| a == b)
    })
}

#[cfg(test)]
#[cfg(feature = "lists")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::is_common;

    const RULES: Rules<'static> = Rules {
        min_length: 8,
        max_length: 256,
        composition: Composition::None,
        protection: true,
        names: &["ada.lovelace@demo.example", "Ada", "Lovelace"],
        organisation: &["Contoso"],
        terms: None,
    };

    fn judged(password: &str) -> Vec<Violation> {
        judge(password, &RULES, is_common)
    }

    fn terms() -> Terms {
        Terms::new()
            .with_base()
            .with_organisation(["Contoso"])
            .with_custom(["zugspitze"])
            .unwrap()
    }

    #[test]
    fn length_is_counted_in_code_points() {
        assert_eq!(judged("pässwör"), [Violation::TooShort { min: 8 }]);
        assert!(judged("🐎🔋📎✨🐎🔋📎🪴").is_empty());
        assert!(judged(&"ab🐎x".repeat(64)).is_empty());
        assert_eq!(
            judged(&format!("{}!", "ab🐎x".repeat(64))),
            [Violation::TooLong { max: 256 }]
        );
    }

    #[test]
    fn more_than_1024_bytes_are_refused_unseen() {
        let common = |_: &str| -> bool { panic!("it was looked at") };
        assert_eq!(
            judge(&"a".repeat(1_025), &RULES, common),
            [Violation::TooLong { max: 256 }]
        );
    }

    #[test]
    fn nothing_is_trimmed_and_no_kind_is_asked_for() {
        assert!(judged("        horse").is_empty());
        assert!(judged("correct horse battery").is_empty());
    }

    #[test]
    fn three_kinds_of_four_are_asked_for_where_the_rules_say_so() {
        let rules = Rules {
            composition: Composition::ThreeOfFour,
            ..RULES
        };
        let too_few = [Violation::TooFewKinds { required: 3 }];
        for (password, expected) in [
            ("wandering cloud", &too_few[..]),
            ("wanderingcloud7", &too_few),
            ("WANDERING CLOUD", &too_few),
            ("Wandering cloud", &[]),
            ("wandering cloud 7", &[]),
            ("wanderingÜcloud7", &[]),
        ] {
            assert_eq!(judge(password, &rules, is_common), expected, "{password}");
        }
    }

    #[test]
    fn common_passwords_are_refused_whole_and_in_every_spelling() {
        for password in ["Password1", "P@ssw0rd", "aaaaaaaaaa", "abcabcabcabc"] {
            assert_eq!(judged(password), [Violation::Common], "{password}");
        }
        assert!(judged("password1 and then some").is_empty());
    }

    #[test]
    fn names_of_four_letters_and_more_are_refused() {
        assert_eq!(judged("my-LOVELACE-pass"), [Violation::ContainsName]);
        assert_eq!(judged("my-l0vel@ce-pass"), [Violation::ContainsName]);
        assert_eq!(judged("Contoso2026!"), [Violation::ContainsOrganisation]);
        assert_eq!(judged("C0nt0s0-xyzzy-9"), [Violation::ContainsOrganisation]);
        // "Ada" is too short to be looked for, "demo" is part of the user name.
        assert!(judged("adamant thing").is_empty());
        assert_eq!(judged("a demo thing"), [Violation::ContainsName]);
    }

    #[test]
    fn control_characters_are_refused() {
        assert_eq!(judged("horse\u{0}battery"), [Violation::ControlCharacter]);
    }

    #[test]
    fn a_term_with_little_around_it_is_refused_and_whose_it_is_decides_the_reason() {
        let terms = terms();
        let rules = Rules {
            terms: Some(&terms),
            ..RULES
        };
        for (password, expected) in [
            ("Summer2026!", &[Violation::EasilyGuessed][..]),
            ("Summer2026! in Rome", &[]),
            ("Zugspitze99!", &[Violation::BannedTerm]),
            ("Zugsp1tze", &[Violation::BannedTerm]),
            ("zugspitze 7pm go", &[]),
            (
                "Contoso2026!",
                &[Violation::EasilyGuessed, Violation::ContainsOrganisation],
            ),
            ("Contosa8", &[]),
        ] {
            assert_eq!(judge(password, &rules, is_common), expected, "{password}");
        }
    }

    #[test]
    fn the_documented_examples_are_judged_as_documented() {
        let terms = Terms::new().with_custom(["contoso", "blank", "abcdef"]).unwrap();
        let rules = Rules {
            min_length: 1,
            names: &["Poll"],
            organisation: &[],
            terms: Some(&terms),
            ..RULES
        };
        for (password, expected) in [
            ("Bl@nK", &[Violation::BannedTerm][..]),
            ("abcdeg", &[Violation::BannedTerm]),
            ("abcdefg", &[Violation::BannedTerm]),
            ("abcde", &[Violation::BannedTerm]),
            ("p0LL23fb", &[Violation::ContainsName]),
            ("C0ntos0Blank12", &[Violation::BannedTerm]),
            ("ContoS0Bl@nkf9!", &[]),
            ("ContosoContosoContosoContosoContoso", &[Violation::BannedTerm]),
        ] {
            assert_eq!(judge(password, &rules, |_| false), expected, "{password}");
        }
    }

    #[test]
    fn without_protection_only_form_counts() {
        let terms = terms();
        let rules = Rules {
            protection: false,
            terms: Some(&terms),
            ..RULES
        };
        for password in ["Password1", "Summer2026!", "Contoso2026!"] {
            assert!(judge(password, &rules, is_common).is_empty());
        }
    }

    fn rank(violation: Violation) -> u8 {
        match violation {
            Violation::TooShort { .. } => 0,
            Violation::TooLong { .. } => 1,
            Violation::ControlCharacter => 2,
            Violation::TooFewKinds { .. } => 3,
            Violation::Common => 4,
            Violation::EasilyGuessed => 5,
            Violation::BannedTerm => 6,
            Violation::ContainsName => 7,
            Violation::ContainsOrganisation => 8,
        }
    }

    proptest! {
        #[test]
        fn every_password_gets_each_violation_once_and_in_order(
            password in "\\PC{0,40}|(contoso|lovelace|summer|zugspitze|[a-zA-Z0-9!]){0,6}|\\PC{200,400}",
        ) {
            let terms = terms();
            let rules = Rules { terms: Some(&terms), composition: Composition::ThreeOfFour, ..RULES };
            let violations = judge(&password, &rules, is_common);
            prop_assert!(violations.iter().map(|&each| rank(each)).is_sorted_by(|a, b| a < b));
            let short = password.chars().count() < 8;
            prop_assert_eq!(violations.contains(&Violation::TooShort { min: 8 }), short);
        }
    }
}
