//! What takes the place of a screen: another tab went on, or the server does not answer.

use leptos::prelude::*;

use super::flow::{ResetFlow, Trouble};
use crate::api::ApiError;
use crate::components::{Button, Panel, Way, Ways};
use crate::i18n::{error, messages as m, t};
use crate::routes::Page;

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
        Callback::new(move |()| flow.end(Page::Identify)),
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
    let reference = why.reference().to_owned();
    let reference = (!reference.is_empty())
        .then(|| view! { <p>{t(m::common_reference())} " " <bdi dir="ltr">{reference}</bdi></p> }.into_any());
    view! {
        <Panel title=t(title) lead=t(error(why))>
            {reference}
            <Button label=t(m::common_try_again()) on_press=Callback::new(move |()| flow.reload())/>
        </Panel>
    }
    .into_any()
}
