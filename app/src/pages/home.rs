//! The portal's first page: what can be done here today.

use leptos::prelude::*;
use postern_api::Purpose;

use super::reset::ResetFlow;
use crate::components::{ButtonLink, Panel};
use crate::i18n::{messages as m, t};
use crate::routes::Page;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let (organisation, unlocks) = ResetFlow::here().site(|site| (site.organisation.clone(), site.unlock));
    let unlock = unlocks.then(|| {
        let door = Page::Identify(Purpose::Unlock).path();
        view! {
            <ButtonLink label=t(m::home_unlock()) to=door secondary=true/>
            <p class="hint">{t(m::home_unlock_hint())}</p>
        }
        .into_any()
    });
    view! {
        <Panel title=t(m::home_title()) lead=t(m::home_lead(organisation))>
            <ButtonLink label=t(m::home_reset()) to=Page::Identify(Purpose::Reset).path()/>
            <p class="hint">{t(m::home_reset_hint())}</p>
            {unlock}
        </Panel>
    }
    .into_any()
}
