//! Proven, but policy refuses; only ever after a first proof, so plain words are safe.

use leptos::prelude::*;
use postern_api::{HelpReason, Step};

use super::flow::ResetFlow;
use crate::components::{HelpDesk, Notice, Panel, Tone, Way, Ways};
use crate::i18n::{messages as m, refusal, t};
use crate::routes::Page;

/// Says why, and where to turn.
#[component]
pub fn Refused() -> impl IntoView {
    let flow = ResetFlow::here();
    let reason = flow.peek(|state| match state.step {
        Step::Refused(reason) => Some(reason),
        _ => None,
    });
    let reason = reason.flatten();
    let desk = flow.site(|site| site.help_desk.clone());
    let on_use = Callback::new(move |()| flow.tell_help(HelpReason::ContactedHelpDesk));
    let again = Way::Act(
        Callback::new(move |()| flow.end(Page::Identify)),
        t(m::common_start_over()),
    );
    view! {
        <Panel title=t(m::reset_refused_title())>
            {reason.map(|reason| view! { <Notice tone=Tone::Warning text=t(refusal(reason))/> }.into_any())}
            <p>{t(m::reset_refused_next())}</p>
            <HelpDesk desk=desk on_use=on_use/>
            <Ways ways=vec![again]/>
        </Panel>
    }
    .into_any()
}
