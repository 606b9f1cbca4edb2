//! Choosing a method: the organisation's before a first proof, the person's own after it.

use leptos::prelude::*;
use postern_api::{Method, Offer};

use super::flow::ResetFlow;
use super::notice::WhatHappened;
use super::{step, ways};
use crate::components::{Choice, Choices, Icon, Notice, Panel, Tone, Ways};
use crate::i18n::{messages as m, t, t_with};
use crate::routes::Page;
use crate::state::steps;

/// Offers the methods that the server offers.
#[component]
pub fn ChooseMethod() -> impl IntoView {
    let flow = ResetFlow::here();
    let is_next = move || flow.read(|state| state.gates.passed > 0).unwrap_or(false);
    let title = t_with(move || {
        if is_next() {
            m::reset_method_title_next()
        } else {
            m::reset_method_title()
        }
    });
    let lead = t_with(move || {
        if is_next() {
            m::reset_method_lead_next()
        } else {
            m::reset_method_lead()
        }
    });
    let offers = flow.peek(|state| state.offers.clone());
    let choices: Vec<Choice> = offers
        .unwrap_or_default()
        .iter()
        .map(|offer| choice(flow, *offer))
        .collect();
    let content = if choices.is_empty() {
        view! { <Notice tone=Tone::Warning text=t(m::reset_method_none())/> }.into_any()
    } else {
        view! { <Choices choices=choices/> }.into_any()
    };
    view! {
        <Panel title=title lead=lead step=step(move || flow.read(|state| steps::gate(state.gates)))>
            <WhatHappened/>
            {content}
            <Ways ways=vec![ways::no_method(flow), ways::cancel(flow)]/>
        </Panel>
    }
    .into_any()
}

fn choice(flow: ResetFlow, offer: Offer) -> Choice {
    let (icon, page, name, hint) = match offer.method {
        Method::Email => (
            Icon::Mail,
            Page::Email,
            m::reset_method_email(),
            m::reset_method_email_hint(),
        ),
        Method::AuthenticatorCode => (
            Icon::App,
            Page::Authenticator,
            m::reset_method_authenticator(),
            m::reset_method_authenticator_hint(),
        ),
    };
    Choice {
        icon,
        name: t(name),
        hint: t(hint),
        on_choose: Callback::new(move |()| flow.go(page)),
    }
}
