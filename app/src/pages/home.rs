//! The portal's first page: what can be done here today.

use leptos::prelude::*;
use postern_api::Purpose;

use super::reset::ResetFlow;
use crate::components::{ButtonLink, Panel};
use crate::i18n::table::Message;
use crate::i18n::{messages as m, t};
use crate::routes::Page;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let (organisation, unlocks) = ResetFlow::here().site(|site| (site.organisation.clone(), site.unlock));
    let unlock = unlocks.then(|| door(Purpose::Unlock, m::home_unlock(), m::home_unlock_hint()));
    view! {
        <Panel title=t(m::home_title()) lead=t(m::home_lead(organisation))>
            {door(Purpose::Reset, m::home_reset(), m::home_reset_hint())}
            {unlock}
        </Panel>
    }
    .into_any()
}

/// A way in, and for whom it is.
fn door(purpose: Purpose, label: Message, hint: Message) -> AnyView {
    let path = Page::Identify(purpose).path();
    view! {
        <ButtonLink label=t(label) to=path secondary=purpose == Purpose::Unlock/>
        <p class="hint">{t(hint)}</p>
    }
    .into_any()
}
