//! No page of ours.

use leptos::prelude::*;

use crate::components::{ButtonLink, Panel};
use crate::i18n::{messages as m, t};
use crate::routes::Page;

/// Nothing stands here.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Panel title=t(m::problem_not_found_title()) lead=t(m::problem_not_found_lead())>
            <ButtonLink label=t(m::common_go_home()) to=Page::Home.path()/>
        </Panel>
    }
    .into_any()
}
