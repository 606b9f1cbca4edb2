//! It is done: what happened, and what to do next. Nobody is signed in.

use leptos::prelude::*;
use postern_api::{Completion, Purpose, Step};

use super::flow::ResetFlow;
use crate::components::{Notice, Panel, Tone};
use crate::i18n::table::Message;
use crate::i18n::{messages as m, t};

/// What the page says, by purpose.
struct Words {
    title: Message,
    lead: Message,
    unlocked: Option<Message>,
    next: Vec<Message>,
    notified: Message,
}

fn words(purpose: Purpose) -> Words {
    match purpose {
        Purpose::Reset => Words {
            title: m::reset_done_title(),
            lead: m::reset_done_lead(),
            unlocked: Some(m::reset_done_unlocked()),
            next: vec![m::reset_done_sign_in(), m::reset_done_devices()],
            notified: m::reset_done_notified(),
        },
        Purpose::Unlock => Words {
            title: m::reset_unlock_done_title(),
            lead: m::reset_unlock_done_lead(),
            // The heading says it.
            unlocked: None,
            next: vec![m::reset_unlock_done_devices()],
            notified: m::reset_unlock_done_notified(),
        },
    }
}

/// Says what happened.
#[component]
pub fn Done() -> impl IntoView {
    let flow = ResetFlow::here();
    let done = flow.peek(|state| match state.step {
        Step::Done(completion) => Some((state.purpose, completion)),
        _ => None,
    });
    let nothing = Completion {
        unlocked: false,
        notified: false,
    };
    let (purpose, completion) = done.flatten().unwrap_or((Purpose::Reset, nothing));
    let mut words = words(purpose);
    let unlocked = words.unlocked.filter(|_| completion.unlocked);
    if completion.notified {
        words.next.push(words.notified);
    }
    let success = |message| view! { <Notice tone=Tone::Success text=t(message)/> }.into_any();
    let next: Vec<AnyView> = words
        .next
        .into_iter()
        .map(|message| view! { <li>{t(message)}</li> }.into_any())
        .collect();
    view! {
        <Panel title=t(words.title)>
            {success(words.lead)}
            {unlocked.map(success)}
            <h2>{t(m::reset_done_next())}</h2>
            <ul>{next}</ul>
            <Notice tone=Tone::Info text=t(m::reset_done_not_you())/>
        </Panel>
    }
    .into_any()
}
