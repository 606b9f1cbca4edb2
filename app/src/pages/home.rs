//! The portal's first page: what can be done here today.

use leptos::prelude::*;

use super::reset::ResetFlow;
use crate::components::{ButtonLink, Panel};
use crate::i18n::{messages as m, t};
use crate::routes::Page;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let organisation = ResetFlow::here().site(|site| site.organisation.clone());
    view! {
        <Panel title=t(m::home_title()) lead=t(m::home_lead(organisation))>
            <ButtonLink label=t(m::home_reset()) to=Page::Identify.path()/>
            <p class="hint">{t(m::home_reset_hint())}</p>
        </Panel>
    }
    .into_any()
}
