//! Typing the code of an authenticator app.

use leptos::prelude::*;
use postern_api::Method;

use super::code::submit_code;
use super::flow::ResetFlow;
use super::notice::WhatHappened;
use super::submission::Submission;
use super::{step, ways};
use crate::components::{FieldKind, Panel, StepForm, TextField, Ways};
use crate::i18n::{messages as m, t};
use crate::state::steps;

/// Digits of an authenticator app (RFC 6238 as every app does it).
const DIGITS: u8 = 6;

/// Asks for the code.
#[component]
pub fn AuthenticatorCode() -> impl IntoView {
    let flow = ResetFlow::here();
    let form = Submission::new("code", "code");
    let code = RwSignal::new(String::new());
    let submit = Callback::new(move |()| submit_code(flow, form, Method::AuthenticatorCode, code, DIGITS));
    view! {
        <Panel
            title=t(m::reset_authenticator_title())
            lead=t(m::reset_authenticator_lead())
            step=step(move || flow.read(|state| steps::gate(state.gates)))
            faults=form.faults
        >
            <WhatHappened/>
            <StepForm id="authenticator-form" button=t(m::reset_code_continue()) busy=form.busy on_submit=submit>
                <TextField
                    id="code"
                    kind=FieldKind::Code
                    label=t(m::reset_authenticator_field_label())
                    hint=t(m::reset_authenticator_field_hint())
                    value=code
                    faults=form.faults
                />
            </StepForm>
            <Ways ways=vec![ways::other_method(), ways::help(flow), ways::cancel(flow)]/>
        </Panel>
    }
    .into_any()
}
