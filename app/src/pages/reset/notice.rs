//! Says once what happened on the way to this screen.

use leptos::prelude::*;

use super::flow::ResetFlow;
use crate::components::{Notice, Tone};
use crate::i18n::t;

/// What happened on the way to this screen, if anything.
#[component]
pub fn WhatHappened() -> impl IntoView {
    let flow = ResetFlow::here();
    let message = flow.known.with_untracked(|known| known.notice.clone());
    message.map(|message| {
        flow.notice(None);
        flow.say(&message);
        view! { <Notice tone=Tone::Warning text=t(message)/> }.into_any()
    })
}
