//! A reset was begun in this browser already: go on, or start over.

use leptos::prelude::*;
use postern_api::Purpose;

use super::flow::ResetFlow;
use crate::components::{Button, Panel};
use crate::i18n::{messages as m, t};
use crate::routes::Page;

/// Offers to go on or to start over.
#[component]
pub fn Resume(
    /// What starting over would be for.
    purpose: Purpose,
) -> impl IntoView {
    let flow = ResetFlow::here();
    view! {
        <Panel title=t(m::reset_resume_title()) lead=t(m::reset_resume_lead())>
            <Button label=t(m::reset_resume_continue()) on_press=Callback::new(move |()| flow.go_on())>
                " "
                <bdi dir="ltr">{flow.identifier}</bdi>
            </Button>
            <Button
                label=t(m::common_start_over())
                secondary=true
                on_press=Callback::new(move |()| flow.end(Page::Identify(purpose)))
            />
        </Panel>
    }
    .into_any()
}
