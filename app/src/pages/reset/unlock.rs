//! The last step of unlocking: lift the lock, or hear that there is none and set a new password.

use leptos::prelude::*;
use postern_api::{Lockout, Purpose};

use super::flow::ResetFlow;
use super::notice::WhatHappened;
use super::submission::{Submission, UNLOCK};
use super::{step, ways};
use crate::api::Call;
use crate::components::{Panel, StepForm, Ways};
use crate::i18n::{messages as m, t};
use crate::state::steps;

/// Asks for the word.
#[component]
pub fn Unlock(
    /// Whether there is anything to unlock.
    lockout: Lockout,
) -> impl IntoView {
    let flow = ResetFlow::here();
    let form = Submission::new("", UNLOCK);
    let (title, lead, next, button) = if lockout.locked {
        (
            m::reset_unlock_title(),
            m::reset_unlock_lead(),
            m::reset_unlock_next(),
            m::reset_unlock_submit(),
        )
    } else {
        (
            m::reset_unlock_open_title(),
            m::reset_unlock_open_lead(),
            m::reset_unlock_open_next(),
            m::reset_unlock_open_submit(),
        )
    };
    let submit = Callback::new(move |()| {
        let call = if lockout.locked {
            Call::Unlock
        } else {
            Call::ChangePurpose(Purpose::Reset)
        };
        form.send(flow, call, |_| ());
    });
    view! {
        <Panel
            title=t(title)
            lead=t(lead)
            step=step(move || flow.read(|state| steps::last(state.gates)))
            faults=form.faults
        >
            <WhatHappened/>
            <p>{t(next)}</p>
            <StepForm id="unlock-form" button=t(button) busy=form.busy on_submit=submit/>
            <Ways ways=vec![ways::help(flow), ways::cancel(flow)]/>
        </Panel>
    }
    .into_any()
}
