//! Typing the whole address that gets a code. Nothing here says whether it is registered.

use leptos::prelude::*;
use postern_api::{Method, SendCode};

use super::flow::ResetFlow;
use super::notice::WhatHappened;
use super::submission::Submission;
use super::{step, ways};
use crate::api::Call;
use crate::components::{FieldKind, Panel, StepForm, TextField, Ways};
use crate::i18n::{messages as m, t};
use crate::state::steps;

/// Asks for the address.
#[component]
pub fn EmailTarget() -> impl IntoView {
    let flow = ResetFlow::here();
    let form = Submission::new("target", "target");
    let submit = Callback::new(move |()| {
        let target = flow.target.get_untracked().trim().to_owned();
        if target.is_empty() {
            form.reject(m::reset_email_target_missing());
        } else {
            form.send(
                flow,
                Call::SendCode(SendCode {
                    method: Method::Email,
                    target,
                }),
                |_| (),
            );
        }
    });
    view! {
        <Panel
            title=t(m::reset_email_title())
            lead=t(m::reset_email_lead())
            step=step(move || flow.read(|state| steps::gate(state.gates)))
            faults=form.faults
        >
            <WhatHappened/>
            <StepForm id="email-form" button=t(m::reset_email_send()) busy=form.busy on_submit=submit>
                <TextField
                    id="target"
                    kind=FieldKind::Email
                    label=t(m::reset_email_target_label())
                    hint=t(m::reset_email_target_hint())
                    value=flow.target
                    faults=form.faults
                />
            </StepForm>
            <Ways ways=vec![ways::other_method(), ways::help(flow), ways::cancel(flow)]/>
        </Panel>
    }
    .into_any()
}
