//! The directory has the new password, or the unlocking, and has not answered yet. Asks every few seconds.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;
use postern_api::{HelpReason, Purpose, Step};

use super::flow::ResetFlow;
use crate::browser;
use crate::components::{HelpDesk, Notice, Panel, Tone};
use crate::i18n::table::Message;
use crate::i18n::{messages as m, t, t_with};

const EVERY: Duration = Duration::from_secs(3);
/// After this many milliseconds the person hears what else they can do.
const LONG: f64 = 60_000.0;

/// Waits for the outcome.
#[component]
pub fn Writing() -> impl IntoView {
    let flow = ResetFlow::here();
    let since = browser::now();
    let desk = flow.site(|site| site.help_desk.clone());
    let (title, long): (_, fn() -> Message) = match flow.peek(|state| state.purpose) {
        Some(Purpose::Unlock) => (m::reset_unlock_writing_title(), m::reset_unlock_writing_long),
        _ => (m::reset_writing_title(), m::reset_writing_long),
    };
    let is_long = RwSignal::new(false);
    let poll = move || {
        if browser::now() - since >= LONG {
            is_long.set(true);
        }
        leptos::task::spawn_local(ask(flow));
    };
    let interval = set_interval_with_handle(poll, EVERY);
    on_cleanup(move || {
        if let Ok(interval) = interval {
            interval.clear();
        }
    });
    let text = t_with(move || if is_long.get() { long() } else { m::common_wait() });
    let on_use = Callback::new(move |()| flow.tell_help(HelpReason::ContactedHelpDesk));
    view! {
        <Panel title=t(title) lead=t(m::reset_writing_lead())>
            <div role="status"><Notice tone=Tone::Info text=text/></div>
            <HelpDesk desk=desk on_use=on_use/>
        </Panel>
    }
    .into_any()
}

/// Asks once; while nobody answers, the next time is soon.
async fn ask(flow: ResetFlow) {
    if flow.refresh().await.is_err() {
        return;
    }
    let refused = flow.peek(|state| match state.step {
        Step::NewPassword => Some(m::problem_password_rejected()),
        Step::Unlock(_) => Some(m::reset_unlock_failed()),
        _ => None,
    });
    if let Some(refused) = refused.flatten() {
        flow.notice(Some(refused));
    }
}
