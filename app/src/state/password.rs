//! Judges a new password while it is typed, by the server's own rules. Advice only: the server
//! knows more (the list of common passwords, all the names) and decides.

use postern_api::PasswordRules;
use postern_password::{Rules, Violation};

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
    /// Contains neither what the account nor what the organisation is called.
    pub name: RuleState,
}

/// Judges `password`, which is in normalisation form C.
pub fn judge(password: &str, identifier: &str, organisation: &str, rules: PasswordRules) -> Judgement {
    if password.is_empty() {
        return Judgement { length: RuleState::Open, maximum: RuleState::Open, name: RuleState::Open };
    }
    let rules = Rules {
        min_length: rules.min_length,
        max_length: rules.max_length,
        protection: true,
        names: &[identifier],
        organisation: &[organisation],
    };
    let mut judgement = Judgement { length: RuleState::Met, maximum: RuleState::Met, name: RuleState::Met };
    for violation in postern_password::judge(password, &rules, |_| false) {
        match violation {
            Violation::TooShort { .. } => judgement.length = RuleState::Open,
            Violation::TooLong { .. } => judgement.maximum = RuleState::Broken,
            Violation::ContainsName | Violation::ContainsOrganisation => judgement.name = RuleState::Broken,
            Violation::Common | Violation::ControlCharacter => {}
        }
    }
    judgement
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: PasswordRules = PasswordRules { min_length: 15, max_length: 64 };

    fn judged(password: &str) -> Judgement {
        judge(password, "lovelace", "Contoso", RULES)
    }

    #[test]
    fn nothing_is_judged_before_typing() {
        assert_eq!(judged("").length, RuleState::Open);
        assert_eq!(judged("").name, RuleState::Open);
    }

    #[test]
    fn length_counts_code_points() {
        assert_eq!(judged("éàéàéàéàéàéàéà").length, RuleState::Open);
        assert_eq!(judged("éàéàéàéàéàéàéàé").length, RuleState::Met);
        assert_eq!(judged(&"🔑🚪".repeat(33)).maximum, RuleState::Broken);
    }

    #[test]
    fn neither_the_account_nor_the_organisation_may_stand_in_it() {
        assert_eq!(judged("my LoveLace words").name, RuleState::Broken);
        assert_eq!(judged("words of contoso").name, RuleState::Broken);
        assert_eq!(judged("words of nobody at all").name, RuleState::Met);
    }
}
