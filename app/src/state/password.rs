//! What the judge of a password that is being typed says, rule by rule. Advice only: the server
//! judges by the same rules and knows more.

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

    const fn from_bits(bits: u32) -> Self {
        match bits & 3 {
            1 => Self::Met,
            2 => Self::Broken,
            _ => Self::Open,
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
    /// Enough kinds of characters, and none that cannot be typed again. The kinds are open while
    /// it is being typed, like the length.
    pub characters: RuleState,
    /// Contains neither what the account nor what the organisation is called.
    pub name: RuleState,
}

impl Judgement {
    /// Nothing is judged yet.
    pub const OPEN: Self = Self {
        length: RuleState::Open,
        maximum: RuleState::Open,
        characters: RuleState::Open,
        name: RuleState::Open,
    };

    /// Reads two bits a rule, from the lowest: length, maximum, characters, name.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the module answers with eight bits, and JavaScript has one kind of number"
    )]
    pub const fn from_bits(bits: f64) -> Self {
        let bits = bits as u32;
        Self {
            length: RuleState::from_bits(bits),
            maximum: RuleState::from_bits(bits >> 2),
            characters: RuleState::from_bits(bits >> 4),
            name: RuleState::from_bits(bits >> 6),
        }
    }
}

#[cfg(test)]
mod tests {
    use postern_password::{Composition, Form, judge_while_typing};

    use super::*;

    /// What the module would say, read as the page reads it.
    fn judged(password: &str) -> Judgement {
        let form = Form {
            min_length: 15,
            max_length: 64,
            composition: Composition::ThreeOfFour,
        };
        let names = ["ada.lovelace@demo.example", "contoso"];
        let bits = judge_while_typing(password, &password.to_lowercase(), names, form).bits();
        Judgement::from_bits(f64::from(bits))
    }

    #[test]
    fn nothing_is_judged_before_typing() {
        assert_eq!(judged(""), Judgement::OPEN);
    }

    #[test]
    fn each_rule_is_read_from_its_own_bits() {
        assert_eq!(judged("Ab1").length, RuleState::Open);
        assert_eq!(judged("Ab1 and a lot of horses").length, RuleState::Met);
        assert_eq!(judged(&"🔑🚪".repeat(33)).maximum, RuleState::Broken);
        assert_eq!(judged("only small letters").characters, RuleState::Open);
        assert_eq!(judged("Three kinds 1").characters, RuleState::Met);
        assert_eq!(judged("my LoveLace words").name, RuleState::Broken);
        assert_eq!(judged("words of contoso").name, RuleState::Broken);
        assert_eq!(judged("armada of nobody").name, RuleState::Met);
    }
}
