//! What the browser says while a password is typed: what needs no list and no table of Unicode.
//! Advice only; the server judges again and knows more. Nothing here allocates, because it is
//! compiled into a module of its own whose bytes count.

use crate::name;
use crate::rules::{Composition, MAX_BYTES, REQUIRED_KINDS};

/// The rules that can be judged without a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Code points, 8–64.
    pub min_length: u32,
    /// Code points, 64–256.
    pub max_length: u32,
    /// The kinds of characters that are asked for.
    pub composition: Composition,
}

impl Form {
    /// Whether there are characters of enough kinds. Letters beyond ASCII are of the fourth kind:
    /// Entra refuses them altogether (section 3.6), and no tables are needed to tell them apart.
    pub(crate) fn has_kinds(self, password: &str) -> bool {
        let kinds = password.chars().fold(0_u32, |kinds, character| {
            kinds
                | match character {
                    'a'..='z' => 1,
                    'A'..='Z' => 2,
                    '0'..='9' => 4,
                    _ => 8,
                }
        });
        match self.composition {
            Composition::None => true,
            Composition::ThreeOfFour => kinds.count_ones() >= REQUIRED_KINDS,
        }
    }
}

/// Code points.
pub(crate) fn length(password: &str) -> u32 {
    u32::try_from(password.chars().count()).unwrap_or(u32::MAX)
}

/// How a rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleState {
    /// Not judged, or not kept yet: nobody scolds halfway.
    Open,
    /// Kept.
    Met,
    /// Broken.
    Broken,
}

/// How the rules stand while a password is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typing {
    /// Long enough. Open while it is too short.
    pub length: RuleState,
    /// Not too long.
    pub maximum: RuleState,
    /// Characters of enough kinds and no control character. Open while kinds are missing.
    pub characters: RuleState,
    /// Contains neither what the account nor what the organisation is called.
    pub name: RuleState,
}

impl Typing {
    const OPEN: Self = Self {
        length: RuleState::Open,
        maximum: RuleState::Open,
        characters: RuleState::Open,
        name: RuleState::Open,
    };

    /// Two bits for each member in the order of their declaration, the first one lowest: 0 is
    /// open, 1 met, 2 broken.
    pub const fn bits(self) -> u32 {
        const fn two(state: RuleState) -> u32 {
            match state {
                RuleState::Open => 0,
                RuleState::Met => 1,
                RuleState::Broken => 2,
            }
        }
        two(self.length) | two(self.maximum) << 2 | two(self.characters) << 4 | two(self.name) << 6
    }
}

/// Judges a password in NFC while it is typed. `lower` is the same password in lower case, `names`
/// are what the account and the organisation are called, in lower case too: the caller's tables
/// are used for it.
pub fn judge_while_typing<'a>(
    password: &str,
    lower: &str,
    names: impl IntoIterator<Item = &'a str>,
    form: Form,
) -> Typing {
    if password.is_empty() {
        return Typing::OPEN;
    }
    let too_long = Typing {
        maximum: RuleState::Broken,
        ..Typing::OPEN
    };
    if password.len() > MAX_BYTES {
        return too_long;
    }
    let length = length(password);
    if length > form.max_length {
        return too_long;
    }
    let met_or = |is_kept, otherwise| if is_kept { RuleState::Met } else { otherwise };
    let has_name = names.into_iter().any(|name| name::is_inside(lower, name));
    Typing {
        length: met_or(length >= form.min_length, RuleState::Open),
        maximum: RuleState::Met,
        characters: if password.chars().any(char::is_control) {
            RuleState::Broken
        } else {
            met_or(form.has_kinds(password), RuleState::Open)
        },
        name: met_or(!has_name, RuleState::Broken),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Rules, Violation, judge};

    const FORM: Form = Form {
        min_length: 15,
        max_length: 64,
        composition: Composition::None,
    };

    fn typed(password: &str) -> Typing {
        judge_while_typing(
            password,
            &password.to_lowercase(),
            ["ada.lovelace@demo.example", "contoso"],
            FORM,
        )
    }

    #[test]
    fn nothing_is_judged_before_typing() {
        assert_eq!(typed(""), Typing::OPEN);
    }

    #[test]
    fn length_counts_code_points_and_is_open_until_it_is_reached() {
        assert_eq!(typed("éàéàéàéàéàéàéà").length, RuleState::Open);
        assert_eq!(typed("éàéàéàéàéàéàéàé").length, RuleState::Met);
        assert_eq!(typed(&"🔑🚪".repeat(32)).maximum, RuleState::Met);
        assert_eq!(typed(&"🔑🚪".repeat(33)).maximum, RuleState::Broken);
    }

    #[test]
    fn missing_kinds_are_open_and_control_characters_are_not() {
        let form = Form {
            composition: Composition::ThreeOfFour,
            ..FORM
        };
        let characters = |password: &str| judge_while_typing(password, password, [], form).characters;
        assert_eq!(characters("wandering"), RuleState::Open);
        assert_eq!(characters("Wandering7"), RuleState::Met);
        assert_eq!(characters("Wandering7\u{7}"), RuleState::Broken);
    }

    #[test]
    fn neither_the_account_nor_the_organisation_may_stand_in_it() {
        for password in ["my LoveLace words", "words of c0nt0s0"] {
            assert_eq!(typed(password).name, RuleState::Broken);
        }
        assert_eq!(typed("armada of nobody").name, RuleState::Met);
    }

    #[test]
    fn each_rule_has_two_bits() {
        let typing = Typing {
            length: RuleState::Met,
            maximum: RuleState::Broken,
            characters: RuleState::Open,
            name: RuleState::Met,
        };
        assert_eq!(typing.bits(), 0b01_00_10_01);
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_whole_judgement(
            password in "\\PC{0,70}|(Ada|Lovelace|c0nt0s0|ΣΊΣΥΦΟΣ|\\PC|\u{1}){1,5}",
            three in any::<bool>(),
        ) {
            let names = ["ada.lovelace@demo.example", "contoso", "Σίσυφος"];
            let composition = if three { Composition::ThreeOfFour } else { Composition::None };
            let form = Form { composition, ..FORM };
            let lower: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
            let ours = judge_while_typing(
                &password,
                &password.to_lowercase(),
                lower.iter().map(String::as_str),
                form,
            );
            let rules = Rules {
                min_length: form.min_length,
                max_length: form.max_length,
                composition,
                names: &names,
                ..Rules::default()
            };
            let theirs = judge(&password, &rules, |_| false);
            let broken = |violation| theirs.contains(&violation);
            if !password.is_empty() {
                let too_long = broken(Violation::TooLong { max: 64 });
                prop_assert_eq!(ours.maximum == RuleState::Broken, too_long);
                if !too_long {
                    let short = broken(Violation::TooShort { min: 15 });
                    prop_assert_eq!(ours.length == RuleState::Open, short);
                    let characters = broken(Violation::ControlCharacter)
                        || broken(Violation::TooFewKinds { required: 3 });
                    prop_assert_eq!(ours.characters != RuleState::Met, characters);
                    let name = broken(Violation::ContainsName);
                    prop_assert_eq!(ours.name == RuleState::Broken, name);
                }
            }
        }
    }
}
