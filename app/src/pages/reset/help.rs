//! The help desk as a step of its own, for people whom no method serves.

use leptos::prelude::*;
use postern_api::HelpReason;

use super::flow::ResetFlow;
use crate::components::{HelpDesk, Panel, Way, Ways};
use crate::i18n::{messages as m, t};

/// Where to turn, and the way back.
#[component]
pub fn Help() -> impl IntoView {
    let flow = ResetFlow::here();
    let desk = flow.site(|site| site.help_desk.clone());
    let on_use = Callback::new(move |()| flow.tell_help(HelpReason::ContactedHelpDesk));
    view! {
        <Panel title=t(m::reset_help_title()) lead=t(m::reset_help_lead())>
            <HelpDesk desk=desk on_use=on_use/>
            <Ways ways=vec![Way::Act(Callback::new(move |()| flow.go_on()), t(m::reset_help_back()))]/>
        </Panel>
    }
    .into_any()
}
