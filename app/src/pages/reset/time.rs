//! The end of a session: a clock, a question two minutes before, and the page for afterwards.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;

use super::flow::ResetFlow;
use super::submission::Submission;
use crate::api::{self, Call};
use crate::browser;
use crate::components::TimeLeft;
use crate::i18n::{messages as m, t_with};
use crate::routes::Page;
use crate::state::screen::is_expiring;

/// The question comes this many seconds before the end.
const WARNING: u32 = 120;

/// Keeps the clock.
pub fn keep(flow: ResetFlow) {
    let tick = set_interval_with_handle(move || flow.clock.notify(), Duration::from_secs(1));
    // Somebody who comes back to an old tab, or a machine that slept: ask where we are.
    let visible = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            flow.look();
        }
    });
    on_cleanup(move || {
        if let Ok(tick) = tick {
            tick.clear();
        }
        visible.remove();
    });
}

/// Asks whether somebody needs more time, and shows the page for afterwards when it is over.
#[component]
pub fn TimeDialog() -> impl IntoView {
    let flow = ResetFlow::here();
    let left = move || {
        flow.clock.track();
        // Nobody is in the middle of a reset there.
        if browser::page() == Some(Page::Home) {
            return None;
        }
        let ends_in = flow
            .read(|state| is_expiring(&state.step).then_some(state.ends_in_seconds))
            .flatten()?;
        Some(flow.left(ends_in))
    };
    let open = RwSignal::new(false);
    // Asks once for each end: closing the question does not change whether it is due.
    Effect::new(move |was_due: Option<bool>| {
        let left = left();
        let is_due = left.is_some_and(|left| left > 0 && left <= WARNING);
        if was_due != Some(is_due) {
            open.set(is_due);
        }
        if left == Some(0) {
            flow.expire();
        }
        is_due
    });
    let text = t_with(move || {
        let minutes = left().unwrap_or(0).div_ceil(60);
        if can_continue(flow) {
            m::common_time_text(minutes)
        } else {
            m::common_time_text_last(minutes)
        }
    });
    let close = move || open.set(false);
    let more = move || {
        close();
        leptos::task::spawn_local(extend(flow));
    };
    let cancel = move || {
        close();
        flow.end(Page::Cancelled);
    };
    view! {
        <TimeLeft
            open=open
            text=text
            can_continue=Signal::derive(move || can_continue(flow))
            on_continue=Callback::new(move |()| more())
            on_cancel=Callback::new(move |()| cancel())
            on_close=Callback::new(move |()| close())
        />
    }
    .into_any()
}

fn can_continue(flow: ResetFlow) -> bool {
    flow.read(|state| state.continues_left > 0).unwrap_or(false)
}

async fn extend(flow: ResetFlow) {
    let id = flow.id();
    match api::write(id.as_deref(), Call::Extend).await {
        Ok(state) => {
            flow.accept(state);
            flow.say(&m::common_time_extended());
        }
        // Nothing on the screen belongs to this: say it in the live region, and act on the rest.
        Err(error) => {
            let form = Submission::new("", "");
            flow.say(&crate::i18n::error(&error));
            form.fail(flow, error).await;
        }
    }
}
