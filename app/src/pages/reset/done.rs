//! It is done: what happened, and what to do next. Nobody is signed in.

use leptos::prelude::*;
use postern_api::{Completion, Step};

use super::flow::ResetFlow;
use crate::components::{Notice, Panel, Tone};
use crate::i18n::{messages as m, t};

/// Says what happened.
#[component]
pub fn Done() -> impl IntoView {
    let flow = ResetFlow::here();
    let completion = flow.peek(|state| match state.step {
        Step::Done(completion) => Some(completion),
        _ => None,
    });
    let completion = completion.flatten().unwrap_or(Completion {
        unlocked: false,
        notified: false,
    });
    let unlocked = completion
        .unlocked
        .then(|| view! { <Notice tone=Tone::Success text=t(m::reset_done_unlocked())/> }.into_any());
    let notified = completion
        .notified
        .then(|| view! { <li>{t(m::reset_done_notified())}</li> }.into_any());
    view! {
        <Panel title=t(m::reset_done_title())>
            <Notice tone=Tone::Success text=t(m::reset_done_lead())/>
            {unlocked}
            <h2>{t(m::reset_done_next())}</h2>
            <ul>
                <li>{t(m::reset_done_sign_in())}</li>
                <li>{t(m::reset_done_devices())}</li>
                {notified}
            </ul>
            <Notice tone=Tone::Info text=t(m::reset_done_not_you())/>
        </Panel>
    }
    .into_any()
}
