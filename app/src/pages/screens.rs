//! Shows the screen that the address and the server's last answer lead to.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use super::reset::{ResetFlow, Trouble, TroubleScreen, show};
use crate::browser;
use crate::i18n::messages as m;
use crate::routes::Page;
use crate::state::screen::{Decision, Screen, Standing, decide, has_code_ended};

/// What to show.
#[derive(Clone, PartialEq)]
enum Shown {
    Decided(Decision),
    Trouble(Trouble),
}

/// The screen.
///
/// `routes` and `state::screen` know every address, so of the router only the history is used:
/// its own matching of routes would be a tenth of the module.
#[component]
pub fn Screens() -> impl IntoView {
    let flow = ResetFlow::here();
    let path = use_location().pathname;
    let unlocks = flow.site(|site| site.unlock);
    let page = move || {
        path.with(|path| Page::from_path(path))
            .map(|page| page.where_unlocking(unlocks))
    };
    let shown = Memo::new(move |_| {
        let page = page();
        flow.known.with(|known| match &known.trouble {
            Some(trouble) if page != Some(Page::Home) => Shown::Trouble(trouble.clone()),
            _ => Shown::Decided(decide(page, &known.standing, known.link)),
        })
    });
    let history: BrowserUrl = expect_context();
    Effect::new(move |before: Option<Option<Page>>| {
        // The router writes the address when it hears that the page for it is there.
        let here = page();
        history.ready_to_complete();
        if let Shown::Decided(Decision::Redirect(page)) = shown.get() {
            // Whoever came here by going back has not lost anything; whoever stood here has.
            let stood_here = before.is_none_or(|before| before == here);
            if let Some(here) = here
                && stood_here
                && flow
                    .known
                    .with_untracked(|known| has_code_ended(here, &known.standing))
            {
                flow.notice(Some(m::reset_code_ended()));
            }
            flow.go_instead(page);
        }
        here
    });
    let is_unknown = flow
        .known
        .with_untracked(|known| known.standing == Standing::Unknown);
    if is_unknown && browser::page() != Some(Page::Home) {
        flow.reload();
    }
    move || match shown.get() {
        Shown::Trouble(trouble) => view! { <TroubleScreen trouble=trouble/> }.into_any(),
        Shown::Decided(Decision::Show(screen)) => show(screen),
        Shown::Decided(Decision::Redirect(_)) => show(Screen::Waiting),
    }
}
