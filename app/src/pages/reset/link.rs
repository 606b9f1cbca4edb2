//! A mailed link. Opening it consumes nothing; in the flow's own browser a button completes the gate.

use leptos::prelude::*;
use leptos::task::spawn_local;
use postern_api::{LinkStanding, Secret};

use super::flow::ResetFlow;
use super::submission::Submission;
use super::ways;
use crate::api::{self, Call};
use crate::browser;
use crate::components::{Button, Panel, StepForm, Way, Ways};
use crate::i18n::{messages as m, t};
use crate::routes::Page;
use crate::state::screen::LinkStand;

/// The same page with another link: the address changes, the page stays.
pub fn listen(flow: ResetFlow) {
    let listener = window_event_listener_untyped("hashchange", move |_| {
        if browser::page() == Some(Page::Link)
            && let Some(token) = browser::take_fragment()
        {
            flow.known.update(|known| {
                known.token = Some(Secret::new(token));
                known.link = LinkStand::Asking;
            });
        }
    });
    on_cleanup(move || listener.remove());
}

/// Says what is known about the link.
#[component]
pub fn Link(
    /// What is known about it.
    stand: LinkStand,
) -> impl IntoView {
    let flow = ResetFlow::here();
    match stand {
        LinkStand::Asking => asking(flow),
        LinkStand::Known(LinkStanding::Here) => here(flow),
        LinkStand::Known(LinkStanding::Spent) => spent(flow),
        LinkStand::Known(LinkStanding::Elsewhere) => elsewhere(flow),
        LinkStand::Missing => missing(flow),
    }
}

/// Finds out where the link was opened.
fn asking(flow: ResetFlow) -> AnyView {
    let form = Submission::new("", "token");
    let look = Callback::new(move |()| spawn_local(ask(flow, form)));
    look.run(());
    let retry = move || {
        form.faults
            .any()
            .then(|| view! { <Button label=t(m::common_try_again()) on_press=look/> }.into_any())
    };
    view! {
        <Panel title=t(m::reset_link_checking_title()) lead=t(m::common_wait()) faults=form.faults>{retry}</Panel>
    }
    .into_any()
}

async fn ask(flow: ResetFlow, form: Submission) {
    let Some(token) = flow.known.with_untracked(|known| known.token.clone()) else {
        return;
    };
    form.faults.clear();
    match api::check_link(flow.id().as_deref(), token).await {
        Ok(standing) => flow.known.update(|known| known.link = LinkStand::Known(standing)),
        Err(error) => form.fail(flow, error).await,
    }
}

fn here(flow: ResetFlow) -> AnyView {
    let form = Submission::new("", "token");
    let submit = Callback::new(move |()| {
        if let Some(token) = flow.known.with_untracked(|known| known.token.clone()) {
            form.send(flow, Call::SubmitLink(token), forget_token);
        }
    });
    view! {
        <Panel title=t(m::reset_link_here_title()) lead=t(m::reset_link_here_lead()) faults=form.faults>
            <StepForm id="link-form" button=t(m::reset_link_continue()) busy=form.busy on_submit=submit/>
            <Ways ways=vec![ways::cancel(flow)]/>
        </Panel>
    }
    .into_any()
}

fn forget_token(flow: ResetFlow) {
    flow.known.update(|known| {
        known.token = None;
        known.link = LinkStand::Missing;
    });
}

fn spent(flow: ResetFlow) -> AnyView {
    view! {
        <Panel title=t(m::reset_link_spent_title()) lead=t(m::reset_link_spent_lead())>
            <Button label=t(m::reset_link_spent_again()) on_press=Callback::new(move |()| flow.go_on())/>
        </Panel>
    }
    .into_any()
}

fn elsewhere(flow: ResetFlow) -> AnyView {
    let start = Way::Link(flow.door().path(), t(m::reset_link_elsewhere_start()));
    view! {
        <Panel title=t(m::reset_link_elsewhere_title()) lead=t(m::reset_link_elsewhere_lead())>
            <Ways ways=vec![start]/>
        </Panel>
    }
    .into_any()
}

fn missing(flow: ResetFlow) -> AnyView {
    let start = Way::Link(flow.door().path(), t(m::reset_link_elsewhere_start()));
    view! {
        <Panel title=t(m::reset_link_missing_title()) lead=t(m::reset_link_missing_lead())>
            <Ways ways=vec![start]/>
        </Panel>
    }
    .into_any()
}
