//! Typing the whole address or number that gets a code. Nothing here says whether it is registered,
//! unless the portal explains.

use leptos::prelude::*;
use postern_api::{Method, SendCode};

use super::flow::ResetFlow;
use super::notice::WhatHappened;
use super::submission::Submission;
use super::{step, ways};
use crate::api::Call;
use crate::components::{FieldKind, Panel, StepForm, TextField, Ways};
use crate::i18n::table::Message;
use crate::i18n::{PHONE_EXAMPLE, lines, messages as m, t};
use crate::state::steps;

/// What the page says, by method.
struct Words {
    kind: FieldKind,
    title: Message,
    lead: Message,
    label: Message,
    hint: Message,
    missing: Message,
    send: Message,
}

fn words(method: Method) -> Words {
    match method {
        Method::Sms => Words {
            kind: FieldKind::Phone,
            title: m::reset_sms_title(),
            lead: m::reset_sms_lead(),
            label: m::reset_sms_target_label(),
            hint: m::reset_sms_target_hint(PHONE_EXAMPLE),
            missing: m::reset_sms_target_missing(),
            send: m::reset_sms_send(),
        },
        // An app gets no code sent, and has no such page.
        Method::Email | Method::AuthenticatorCode => Words {
            kind: FieldKind::Email,
            title: m::reset_email_title(),
            lead: m::reset_email_lead(),
            label: m::reset_email_target_label(),
            hint: m::reset_email_target_hint(),
            missing: m::reset_email_target_missing(),
            send: m::reset_email_send(),
        },
    }
}

/// Asks where the code goes.
#[component]
pub fn Target(
    /// The method that sends it.
    method: Method,
) -> impl IntoView {
    let flow = ResetFlow::here();
    let form = Submission::new("target", "target");
    let words = words(method);
    let typed = flow.target(method);
    let submit = Callback::new(move |()| {
        let target = typed.get_untracked().trim().to_owned();
        if target.is_empty() {
            form.reject(words.missing.clone());
        } else {
            form.send(flow, Call::SendCode(SendCode { method, target }), |_| ());
        }
    });
    view! {
        <Panel
            title=t(words.title)
            lead=t(words.lead)
            step=step(move || flow.read(|state| steps::gate(state.gates)))
            faults=form.faults
        >
            <WhatHappened/>
            <StepForm id="target-form" button=t(words.send) busy=form.busy on_submit=submit>
                <TextField
                    id="target"
                    kind=words.kind
                    label=t(words.label)
                    hint=lines(hints(flow, method, words.hint))
                    value=typed
                    faults=form.faults
                />
            </StepForm>
            <Ways ways=vec![ways::other_method(), ways::help(flow), ways::cancel(flow)]/>
        </Panel>
    }
    .into_any()
}

/// What to type; where the portal explains, what it looks like too.
fn hints(flow: ResetFlow, method: Method, hint: Message) -> Vec<Message> {
    let mut hints = vec![hint];
    flow.peek(|state| {
        let mine = state.offers.iter().filter(|offer| offer.method == method);
        for masked in mine.flat_map(|offer| &offer.masked_targets) {
            hints.push(m::reset_target_looks(masked.as_str()));
        }
    });
    hints
}
