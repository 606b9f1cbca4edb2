//! The person cancelled; nothing was changed.

use leptos::prelude::*;

use crate::components::{ButtonLink, Panel};
use crate::i18n::{messages as m, t};
use crate::routes::Page;

/// Says so.
#[component]
pub fn Cancelled() -> impl IntoView {
    view! {
        <Panel title=t(m::reset_cancelled_title()) lead=t(m::reset_cancelled_lead())>
            <ButtonLink label=t(m::common_start_over()) to=Page::Identify.path()/>
        </Panel>
    }
    .into_any()
}
