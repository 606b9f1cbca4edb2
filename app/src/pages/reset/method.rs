//! Choosing a method: the organisation's before a first proof, the person's own after it.

use leptos::prelude::*;
use postern_api::{Method, ResetState};

use super::flow::ResetFlow;
use super::notice::WhatHappened;
use super::{step, ways};
use crate::components::{Choice, Choices, Icon, Notice, Panel, Tone, Ways};
use crate::i18n::{messages as m, t, t_with};
use crate::state::screen::chosen_page;
use crate::state::steps;

/// Offers the methods that the server offers.
#[component]
pub fn ChooseMethod() -> impl IntoView {
    let flow = ResetFlow::here();
    let is_next = move || flow.read(|state| state.gates.passed > 0).unwrap_or(false);
    let explains = move || {
        let is_masked =
            |state: &ResetState| state.offers.iter().any(|offer| !offer.masked_targets.is_empty());
        flow.read(is_masked).unwrap_or(false)
    };
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
        } else if explains() {
            m::reset_method_lead_own()
        } else {
            m::reset_method_lead()
        }
    });
    let choices = flow.peek(|state| {
        let methods = state.offers.iter().map(|offer| offer.method);
        methods.map(|method| choice(flow, method)).collect::<Vec<_>>()
    });
    let choices = choices.unwrap_or_default();
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

fn choice(flow: ResetFlow, method: Method) -> Choice {
    let (icon, name, hint) = match method {
        Method::Email => (Icon::Mail, m::reset_method_email(), m::reset_method_email_hint()),
        Method::Sms => (Icon::Text, m::reset_method_sms(), m::reset_method_sms_hint()),
        Method::AuthenticatorCode => (
            Icon::App,
            m::reset_method_authenticator(),
            m::reset_method_authenticator_hint(),
        ),
    };
    let choose = move |()| {
        let left = |seconds| untrack(|| flow.left(seconds));
        if let Some(page) = flow.peek(|state| chosen_page(method, &state.step, left)) {
            flow.go(page);
        }
    };
    Choice {
        icon,
        name: t(name),
        hint: t(hint),
        on_choose: Callback::new(choose),
    }
}
