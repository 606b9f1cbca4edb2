//! The frame around every page. The server draws the same elements before the client starts.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use postern_api::{self as wire, LocaleInfo};

use super::{HelpDesk, LanguageSelect, Mark};
use crate::a11y;
use crate::i18n::{messages as m, t};

/// The first link of the page.
#[component]
pub fn SkipLink() -> impl IntoView {
    let skip = |event: MouseEvent| {
        event.prevent_default();
        a11y::focus("main");
    };
    view! { <a class="skip-link" href="#main" on:click=skip>{t(m::common_skip_link())}</a> }.into_any()
}

/// Says that nothing here is real.
#[component]
pub fn DemoBanner() -> impl IntoView {
    view! {
        <section class="demo-banner" aria-labelledby="demo-banner">
            <span id="demo-banner">{t(m::common_demo_banner())}</span>
            " "
            <a href="/demo" rel="external">{t(m::common_demo_link())}</a>
        </section>
    }
    .into_any()
}

/// Mark, name and language.
#[component]
pub fn Header(
    /// The organisation's name.
    organisation: String,
    /// Every language on offer; with only one there is nothing to choose.
    locales: Vec<LocaleInfo>,
    /// Called with the tag of the chosen language.
    on_language: Callback<String>,
) -> impl IntoView {
    let languages = (locales.len() > 1)
        .then(|| view! { <LanguageSelect locales=locales on_choose=on_language/> }.into_any());
    view! {
        <header class="site-header">
            <a class="brand" href="/"><Mark/><span class="brand-name">{organisation}</span></a>
            {languages}
        </header>
    }
    .into_any()
}

/// The help desk.
#[component]
pub fn Footer(
    /// What the organisation says about it.
    desk: wire::HelpDesk,
    /// Called when somebody turns to the help desk.
    on_use: Callback<()>,
) -> impl IntoView {
    view! {
        <footer class="site-footer">
            <HelpDesk desk=desk on_use=on_use/>
        </footer>
    }
    .into_any()
}
