//! Ends without a new password that the person did not choose: too late, too many tries.

use leptos::prelude::*;
use postern_api::HelpReason;

use super::flow::ResetFlow;
use crate::components::{ButtonLink, HelpDesk, Panel};
use crate::i18n::{messages as m, t};

/// The time is up. What was typed as the identifier stands in the field again.
#[component]
pub fn Expired() -> impl IntoView {
    view! {
        <Panel title=t(m::reset_expired_title()) lead=t(m::reset_expired_lead())>
            <ButtonLink label=t(m::common_start_over()) to=ResetFlow::here().door().path()/>
        </Panel>
    }
    .into_any()
}

/// Too many wrong answers.
#[component]
pub fn Exhausted() -> impl IntoView {
    let flow = ResetFlow::here();
    let desk = flow.site(|site| site.help_desk.clone());
    let on_use = Callback::new(move |()| flow.tell_help(HelpReason::ContactedHelpDesk));
    view! {
        <Panel title=t(m::reset_exhausted_title()) lead=t(m::reset_exhausted_lead())>
            <HelpDesk desk=desk on_use=on_use/>
            <ButtonLink label=t(m::common_start_over()) to=flow.door().path()/>
        </Panel>
    }
    .into_any()
}
