//! Step 1: which account. The server draws the same markup before the client starts.

use std::pin::Pin;

use leptos::prelude::*;
use postern_api::{ProblemKind, Purpose, StartReset};

use super::flow::ResetFlow;
use super::notice::WhatHappened;
use super::proof_of_work::{ProofOfWork, Unsolved};
use super::step;
use super::submission::Submission;
use crate::api::{self, ApiError, Call};
use crate::browser;
use crate::components::{Fault, FieldKind, Panel, StepForm, TextField, Way, Ways};
use crate::i18n::{error as say, messages as m, t};
use crate::rest;
use crate::routes::Page;
use crate::state::steps;

/// Asks which account it is.
#[component]
pub fn Identify(
    /// What for.
    purpose: Purpose,
) -> impl IntoView {
    let flow = ResetFlow::here();
    let form = Submission::new("identifier", "identifier");
    let proof = ProofOfWork::begin();
    let required = flow.site(|site| site.required_methods);
    let submit = Callback::new(move |()| {
        if flow.identifier.with_untracked(|typed| typed.trim().is_empty()) {
            form.reject(m::reset_identify_user_missing());
            return;
        }
        form.faults.clear();
        form.busy.set(true);
        flow.say(&m::reset_identify_checking());
        leptos::task::spawn_local(async move {
            match rest::fetch().await {
                Ok(rest) => (rest.begin)(flow, form, proof, purpose).await,
                Err(error) => form.faults.set(vec![Fault::of("", say(&error))]),
            }
            form.busy.set(false);
            flow.announcer.hush();
        });
    });
    let (title, lead, other, other_way) = match purpose {
        Purpose::Reset => (
            m::reset_identify_title(),
            m::reset_identify_lead(),
            Purpose::Unlock,
            m::reset_unlock_instead(),
        ),
        Purpose::Unlock => (
            m::reset_unlock_start_title(),
            m::reset_unlock_start_lead(),
            Purpose::Reset,
            m::reset_unlock_forgot(),
        ),
    };
    // What was typed stays in the field: both pages have the same one.
    let other_way = flow.site(|site| site.unlock).then(|| {
        let way = Way::Link(Page::Identify(other).path(), t(other_way));
        view! { <Ways ways=vec![way]/> }.into_any()
    });
    view! {
        <Panel
            title=t(title)
            step=step(move || Some(steps::identify(required)))
            lead=t(lead)
            faults=form.faults
        >
            <WhatHappened/>
            <StepForm
                id="identify-form"
                button=t(m::reset_identify_continue())
                busy_button=t(m::reset_identify_checking())
                busy=form.busy
                on_submit=submit
            >
                <TextField
                    id="identifier"
                    kind=FieldKind::UserName
                    label=t(m::reset_identify_user_label())
                    value=flow.identifier
                    faults=form.faults
                />
            </StepForm>
            {other_way}
        </Panel>
    }
    .into_any()
}

/// Starts the reset. Fetched, as are the ways to deal with all that the server may answer.
pub fn begin_at_once(flow: ResetFlow, form: Submission, proof: ProofOfWork, purpose: Purpose) -> Begun {
    Box::pin(begin(flow, form, proof, purpose))
}

/// A beginning under way.
pub type Begun = Pin<Box<dyn Future<Output = ()>>>;

/// Starts the reset; a calculation that is too old or was used is done once more in silence.
async fn begin(flow: ResetFlow, form: Submission, proof: ProofOfWork, purpose: Purpose) {
    let mut again = true;
    loop {
        let proof_of_work = match proof.solution().await {
            Ok(solution) => solution,
            Err(Unsolved::Unfetched(error)) => return form.fail(flow, error).await,
            Err(Unsolved::Unsupported) => {
                let message = m::problem_proof_of_work_unsupported();
                return form.faults.set(vec![Fault::of("", message)]);
            }
        };
        let call = Call::Start(StartReset {
            identifier: flow.identifier.get_untracked(),
            proof_of_work,
            locale: flow.i18n.tag_now(),
            time_zone: browser::time_zone(),
            purpose,
        });
        // A flow that is over does not speak for the new one.
        match api::write(None, call).await {
            Ok(state) => return flow.advance(state),
            Err(error) => {
                proof.renew();
                if again && is_proof_refused(&error) {
                    again = false;
                } else {
                    return form.fail(flow, error).await;
                }
            }
        }
    }
}

fn is_proof_refused(error: &ApiError) -> bool {
    matches!(error.kind(), Some(ProblemKind::ProofOfWorkFailed { .. }))
}
