//! Policy refuses. Only ever after a first proof, unless the portal explains, so plain words are safe.

use leptos::prelude::*;
use postern_api::{HelpReason, IneligibleReason, Purpose, Step};

use super::flow::ResetFlow;
use crate::components::{HelpDesk, Notice, Panel, Tone, Way, Ways, mention};
use crate::i18n::table::Message;
use crate::i18n::{messages as m, refusal, refusal_code, t};

/// Says why, what to do, and where to turn.
#[component]
pub fn Refused() -> impl IntoView {
    let flow = ResetFlow::here();
    let reason = flow.peek(|state| match state.step {
        Step::Refused(reason) => Some((reason, state.purpose)),
        _ => None,
    });
    let Some((reason, purpose)) = reason.flatten() else {
        return ().into_any();
    };
    let desk = flow.site(|site| site.help_desk.clone());
    let on_use = Callback::new(move |()| flow.tell_help(HelpReason::ContactedHelpDesk));
    let code = refusal_code(reason).map(|code| view! { <p>{mention(code)}</p> }.into_any());
    let again = if reason == IneligibleReason::AccountUnknown {
        Way::Act(
            Callback::new(move |()| flow.type_again()),
            t(m::reset_refused_type_again()),
        )
    } else {
        Way::Act(
            Callback::new(move |()| flow.end(flow.door())),
            t(m::common_start_over()),
        )
    };
    view! {
        <Panel title=t(title(reason, purpose))>
            <Notice tone=Tone::Warning text=t(refusal(reason))/>
            <p>{t(next(reason))}</p>
            {code}
            <HelpDesk desk=desk on_use=on_use/>
            <Ways ways=vec![again]/>
        </Panel>
    }
    .into_any()
}

fn title(reason: IneligibleReason, purpose: Purpose) -> Message {
    match (reason, purpose) {
        (IneligibleReason::AccountUnknown, _) => m::reset_refused_title_unknown(),
        (_, Purpose::Reset) => m::reset_refused_title(),
        (_, Purpose::Unlock) => m::reset_refused_title_unlock(),
    }
}

/// What to do about it.
fn next(reason: IneligibleReason) -> Message {
    match reason {
        IneligibleReason::AccountUnknown => m::reset_refused_next_unknown(),
        IneligibleReason::TooFewMethods => m::reset_refused_next_methods(),
        IneligibleReason::NotInScope | IneligibleReason::NotEntitled => m::reset_refused_next_access(),
        IneligibleReason::ResetDisabled
        | IneligibleReason::NoPolicy
        | IneligibleReason::WritebackOff
        | IneligibleReason::AccountDisabled
        | IneligibleReason::AdministratorsExcluded
        | IneligibleReason::ProtectedAccount => m::reset_refused_next(),
    }
}
