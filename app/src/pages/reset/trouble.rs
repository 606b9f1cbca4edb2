//! What takes the place of a screen: another tab went on, or the server does not answer.

use leptos::prelude::*;

use super::flow::{ResetFlow, Trouble};
use crate::api::ApiError;
use crate::components::{self, Button, Panel, Way, Ways};
use crate::i18n::{error, mention, messages as m, t};

/// Says what happened and offers the ways on.
#[component]
pub fn TroubleScreen(
    /// What happened.
    trouble: Trouble,
) -> impl IntoView {
    match trouble {
        Trouble::OtherTab => other_tab(),
        Trouble::Unreachable(error) => unreachable_server(&error),
    }
}

fn other_tab() -> AnyView {
    let flow = ResetFlow::here();
    let over = Way::Act(
        Callback::new(move |()| flow.end(flow.door())),
        t(m::common_start_over()),
    );
    view! {
        <Panel title=t(m::reset_other_tab_title()) lead=t(m::reset_other_tab_lead())>
            <Button label=t(m::reset_other_tab_continue()) on_press=Callback::new(move |()| flow.catch_up())/>
            <Ways ways=vec![over]/>
        </Panel>
    }
    .into_any()
}

fn unreachable_server(why: &ApiError) -> AnyView {
    let flow = ResetFlow::here();
    let title = match why {
        ApiError::Offline => m::problem_offline_title(),
        _ => m::problem_page_title(),
    };
    let mention = mention(why).map(|it| view! { <p>{components::mention(it)}</p> }.into_any());
    view! {
        <Panel title=t(title) lead=t(error(why))>
            {mention}
            <Button label=t(m::common_try_again()) on_press=Callback::new(move |()| flow.reload())/>
        </Panel>
    }
    .into_any()
}
