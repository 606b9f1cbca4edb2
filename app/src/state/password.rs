//! Judges a new password while it is typed. Advice only: the server judges by `postern_password`
//! and knows more. Case is folded by the browser, because the tables for it would be a tenth of
//! the module.

use postern_api::PasswordRules;

/// How a rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleState {
    /// Not judged (yet).
    Open,
    /// Kept.
    Met,
    /// Broken.
    Broken,
}

impl RuleState {
    /// The value of `data-state`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Met => "met",
            Self::Broken => "broken",
        }
    }
}

/// The rules that can be judged without the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// Long enough. Open while it is being typed: nobody scolds halfway.
    pub length: RuleState,
    /// Not too long.
    pub maximum: RuleState,
    /// Enough kinds of characters. Open while it is being typed, like the length.
    pub kinds: RuleState,
    /// Contains neither what the account nor what the organisation is called.
    pub name: RuleState,
}

impl Judgement {
    /// Nothing is judged yet.
    pub const OPEN: Self = Self {
        length: RuleState::Open,
        maximum: RuleState::Open,
        kinds: RuleState::Open,
        name: RuleState::Open,
    };
}

/// Shorter names are not looked for, as on the server.
const SHORTEST_NAME: usize = 4;

/// Judges `password`, which is in normalisation form C; `lower` makes lower case.
pub fn judge(password: &str, names: &[String], rules: PasswordRules, lower: fn(&str) -> String) -> Judgement {
    let length = u32::try_from(password.chars().count()).unwrap_or(u32::MAX);
    if length == 0 {
        return Judgement::OPEN;
    }
    let folded = lower(password);
    let has_name = names.iter().any(|name| contains_part(&folded, &lower(name)));
    let kept = |is_kept| {
        if is_kept {
            RuleState::Met
        } else {
            RuleState::Broken
        }
    };
    let reached = |is_reached| {
        if is_reached {
            RuleState::Met
        } else {
            RuleState::Open
        }
    };
    Judgement {
        length: reached(length >= rules.min_length),
        maximum: kept(length <= rules.max_length),
        kinds: reached(kinds(password, lower) >= rules.kinds),
        name: kept(!has_name),
    }
}

/// How many of the four kinds stand in it: lower case, upper case, digits, everything else. Beyond
/// ASCII only capital letters are told apart; the rest counts as lower case, so that this never
/// promises what the server refuses.
fn kinds(password: &str, lower: fn(&str) -> String) -> u8 {
    let mut found = [false; 4];
    for character in password.chars() {
        let mut bytes = [0; 4];
        let own: &str = character.encode_utf8(&mut bytes);
        let [small, capital, digit, other] = &mut found;
        let kind = match character {
            '0'..='9' => digit,
            'A'..='Z' => capital,
            'a'..='z' => small,
            _ if character.is_ascii() => other,
            _ if lower(own) != own => capital,
            _ => small,
        };
        *kind = true;
    }
    found.map(u8::from).iter().sum()
}

/// Whether a part of the name stands in the password. Letters beyond ASCII count as letters.
fn contains_part(password: &str, name: &str) -> bool {
    name.split(|character: char| character.is_ascii() && !character.is_ascii_alphanumeric())
        .any(|part| part.chars().count() >= SHORTEST_NAME && password.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: PasswordRules = PasswordRules {
        min_length: 15,
        max_length: 64,
        protection: true,
        kinds: 3,
    };

    fn judged(password: &str) -> Judgement {
        judge(
            password,
            &["ada.Lovelace@demo.example".to_owned(), "Contoso".to_owned()],
            RULES,
            str::to_lowercase,
        )
    }

    #[test]
    fn nothing_is_judged_before_typing() {
        assert_eq!(judged(""), Judgement::OPEN);
    }

    #[test]
    fn length_counts_code_points() {
        assert_eq!(judged("éàéàéàéàéàéàéà").length, RuleState::Open);
        assert_eq!(judged("éàéàéàéàéàéàéàé").length, RuleState::Met);
        assert_eq!(judged(&"🔑🚪".repeat(33)).maximum, RuleState::Broken);
    }

    #[test]
    fn three_of_four_kinds_are_counted() {
        assert_eq!(judged("plum kettle").kinds, RuleState::Open);
        assert_eq!(judged("Plum kettle").kinds, RuleState::Met);
        assert_eq!(judged("Plum7").kinds, RuleState::Met);
        assert_eq!(judged("ÉTé7").kinds, RuleState::Met);
        assert_eq!(judged("été7").kinds, RuleState::Open);
    }

    #[test]
    fn neither_the_account_nor_the_organisation_may_stand_in_it() {
        assert_eq!(judged("my LoveLace words").name, RuleState::Broken);
        assert_eq!(judged("words of contoso").name, RuleState::Broken);
        assert_eq!(judged("armada of nobody").name, RuleState::Met);
    }

    #[test]
    fn it_agrees_with_the_rules_of_the_server() {
        let names = ["ada.lovelace@demo.example", "contoso"];
        let rules = postern_password::Rules {
            min_length: 15,
            max_length: 64,
            protection: true,
            names: &names,
            organisation: &[],
        };
        for password in [
            "my lovelace words",
            "short",
            "words of contoso",
            "armada of nobody at all",
            "demo at home",
        ] {
            let theirs = postern_password::judge(password, &rules, |_| false);
            let ours = judged(password);
            let has_name = theirs.contains(&postern_password::Violation::ContainsName);
            assert_eq!(ours.name == RuleState::Broken, has_name, "{password}");
            let is_short = theirs.contains(&postern_password::Violation::TooShort { min: 15 });
            assert_eq!(ours.length == RuleState::Open, is_short, "{password}");
        }
    }
}
