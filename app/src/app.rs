//! The whole page: what every part shares, and the frame around the screens.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::components::Router;
use leptos_router::hooks::use_navigate;
use postern_api::{HelpReason, LocaleInfo, Secret, SiteInfo};

use crate::a11y::Announcer;
use crate::api;
use crate::browser;
use crate::components::{Companion, DemoBanner, Footer, Header, Hours, SkipLink};
use crate::i18n::I18n;
use crate::i18n::table::Table;
use crate::pages::Screens;
use crate::pages::reset::{ResetFlow, attend};
use crate::rest;
use crate::routes::Page;
use crate::state::screen::Standing;

/// What is known when the client starts.
pub struct Beginning {
    /// The portal.
    pub site: SiteInfo,
    /// The language of the page.
    pub locale: String,
    /// Its texts.
    pub table: Table,
    /// This browser's reset session.
    pub standing: Standing,
    /// What stands in the first field already.
    pub typed: String,
    /// The token of a mailed link.
    pub token: Option<Secret>,
}

/// The whole page.
#[component]
pub fn App(
    /// What is known at the start.
    beginning: Beginning,
) -> impl IntoView {
    let Beginning {
        site,
        locale,
        table,
        standing,
        typed,
        token,
    } = beginning;
    provide_context(I18n::new(&locale, table, &site.organisation));
    provide_context(Announcer::new());
    provide_context(Hours(RwSignal::new(
        site.help_desk.hours.clone().unwrap_or_default(),
    )));
    view! { <Router><Frame site=site standing=standing typed=typed token=token/></Router> }.into_any()
}

/// The frame around the screens. Header, main and footer stand directly in `#portal`.
#[component]
fn Frame(
    /// The portal.
    site: SiteInfo,
    /// This browser's reset session.
    standing: Standing,
    /// What stands in the first field already.
    typed: String,
    /// The token of a mailed link.
    token: Option<Secret>,
) -> impl IntoView {
    let flow = ResetFlow::new(standing, token, site.clone(), navigator());
    if !typed.is_empty() {
        flow.identifier.set(typed);
    }
    provide_context(flow);
    attend(flow);

    let SiteInfo {
        organisation,
        help_desk,
        locales,
        required_methods,
        demonstration,
        ..
    } = site;
    let said = Announcer::here().said();
    let on_language = Callback::new(speaker(locales.clone()));
    let on_help = Callback::new(move |()| flow.tell_help(HelpReason::ContactedHelpDesk));
    view! {
        <SkipLink/>
        {demonstration.then(|| view! { <DemoBanner/> }.into_any())}
        <Header organisation=organisation locales=locales on_language=on_language/>
        <main id="main" class="page" tabindex="-1">
            <Companion ways=required_methods/>
            <Screens/>
        </main>
        <Footer desk=help_desk on_use=on_help/>
        {move || flow.begun.get().then(rest::show_dialog).flatten()}
        <div class="visually-hidden" role="status" aria-live="polite">{said}</div>
    }
    .into_any()
}

fn navigator() -> Box<dyn Fn(Page, bool)> {
    let navigate = use_navigate();
    Box::new(move |page: Page, replace| {
        navigate(
            page.path(),
            NavigateOptions {
                replace,
                ..NavigateOptions::default()
            },
        );
    })
}

fn speaker(locales: Vec<LocaleInfo>) -> impl Fn(String) + Send + Sync + 'static {
    let i18n = I18n::here();
    let hours = expect_context();
    move |tag| {
        if let Some(locale) = locales.iter().find(|locale| locale.tag == tag) {
            spawn_local(speak(i18n, hours, locale.clone()));
        }
    }
}

/// Changes the language of the page, and nothing else: the step and what was typed stay.
async fn speak(i18n: I18n, Hours(hours): Hours, locale: LocaleInfo) {
    let Ok(table) = api::table(&locale.table).await else {
        return;
    };
    i18n.set(&locale.tag, table);
    if let Some(root) = browser::root() {
        root.set_lang(&locale.tag);
        root.set_dir(locale.direction.as_str());
    }
    browser::save_locale(&locale.tag);
    if let Ok(site) = api::site().await {
        hours.set(site.help_desk.hours.unwrap_or_default());
    }
}
