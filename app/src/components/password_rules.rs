//! The rules of a new password, shown before typing and judged while typing.

use leptos::prelude::*;

use crate::i18n::{Text, messages as m, t};

/// A rule and how it stands: `open`, `met` or `broken`.
#[derive(Clone, Copy)]
pub struct PasswordRule {
    /// The rule in words.
    pub text: Text,
    /// How it stands.
    pub state: Text,
}

/// The list of rules.
#[component]
pub fn PasswordRules(
    /// The id by which the field points at it.
    id: &'static str,
    /// Every rule.
    rules: Vec<PasswordRule>,
) -> impl IntoView {
    let items: Vec<AnyView> = rules.into_iter().map(item).collect();
    view! { <ul class="rules" id=id>{items}</ul> }.into_any()
}

fn item(rule: PasswordRule) -> AnyView {
    let met = t(m::reset_password_rule_met());
    let broken = t(m::reset_password_rule_broken());
    let state = rule.state;
    let spoken = move || match state.get().as_str() {
        "met" => met.get(),
        "broken" => broken.get(),
        _ => String::new(),
    };
    view! { <li data-state=state>{rule.text} " " <span class="visually-hidden">{spoken}</span></li> }
        .into_any()
}
