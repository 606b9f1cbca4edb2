//! The person cancelled; nothing was changed.

use leptos::prelude::*;

use super::flow::ResetFlow;
use crate::components::{ButtonLink, Panel};
use crate::i18n::{messages as m, t};

/// Says so.
#[component]
pub fn Cancelled() -> impl IntoView {
    view! {
        <Panel title=t(m::reset_cancelled_title()) lead=t(m::reset_cancelled_lead())>
            <ButtonLink label=t(m::common_start_over()) to=ResetFlow::here().door().path()/>
        </Panel>
    }
    .into_any()
}
