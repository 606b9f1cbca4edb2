//! Judges a new password while it is typed. The password's screen asks here and nowhere else, so
//! that another judge can take this one's place; one that has to be fetched answers
//! [`Judgement::OPEN`] until it is there, and tracks a signal that says when it is.

use leptos::prelude::*;

use super::flow::ResetFlow;
use crate::browser;
use crate::state::password::{self, Judgement};

/// How the rules stand for what is typed. Whoever asks while drawing is told when that changes.
pub fn judge(flow: ResetFlow, typed: &str) -> Judgement {
    if typed.is_empty() {
        return Judgement::OPEN;
    }
    let (organisation, rules) = flow.site(|site| (site.organisation.clone(), site.password));
    let names = [flow.identifier.get(), organisation];
    password::judge(&browser::nfc(typed), &names, rules, browser::lower)
}
