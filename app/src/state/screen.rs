//! Which screen an address shows, by the step that the server says. The client holds no policy.
//!
//! ```text
//! identify ─► method ─► email ─► code ──┐
//!    ▲  │        ▲  └─► authenticator ──┤ (next gate)
//!    │  └resume  └──────────────────────┘──► password ─► writing ─► done
//! expired, cancelled, help, link stand beside; refused and exhausted end it.
//! ```

use postern_api::{LinkStanding, Method, ResetState, Step};

use crate::routes::Page;

/// What is known about this browser's reset session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The server has not been asked, or did not answer.
    Unknown,
    /// There is none.
    Missing,
    /// There is one.
    Open(ResetState),
}

impl Standing {
    /// The session, if there is one.
    pub fn open(&self) -> Option<&ResetState> {
        match self {
            Self::Open(state) => Some(state),
            Self::Unknown | Self::Missing => None,
        }
    }
}

/// What is known about a mailed link that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkStand {
    /// The server is being asked.
    Asking,
    /// The address holds no link.
    Missing,
    /// The server said where it was opened.
    Known(LinkStanding),
}

/// A screen of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    Home,
    Identify,
    Resume,
    Method,
    Email,
    Code,
    Authenticator,
    Password,
    Writing,
    Done,
    Refused,
    Exhausted,
    Expired,
    Cancelled,
    Help,
    Link(LinkStand),
    /// The server is being asked.
    Waiting,
    /// No page of ours.
    NotFound,
}

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// This screen.
    Show(Screen),
    /// Another address, which takes this one's place in the history.
    Redirect(Page),
}

/// The page of the step that is due.
pub fn due_page(step: &Step) -> Page {
    match step {
        Step::ChooseMethod => Page::Method,
        Step::Verify(_) => Page::Code,
        Step::NewPassword => Page::Password,
        Step::Writing => Page::Writing,
        Step::Done(_) => Page::Done,
        Step::Refused(_) => Page::Refused,
        Step::Exhausted => Page::Exhausted,
    }
}

/// Whether the session can still lead somewhere.
pub fn is_under_way(step: &Step) -> bool {
    !matches!(step, Step::Done(_) | Step::Refused(_) | Step::Exhausted)
}

/// Whether the end of the session's time matters: nothing that is decided expires.
pub fn is_expiring(step: &Step) -> bool {
    matches!(step, Step::ChooseMethod | Step::Verify(_) | Step::NewPassword)
}

/// Decides what an address shows.
pub fn decide(page: Option<Page>, standing: &Standing, link: LinkStand) -> Decision {
    let Some(page) = page else {
        return Decision::Show(Screen::NotFound);
    };
    let screen = match page {
        Page::Home => Screen::Home,
        Page::Identify => match standing {
            Standing::Open(state) if is_under_way(&state.step) => Screen::Resume,
            _ => Screen::Identify,
        },
        Page::Link => Screen::Link(link),
        Page::Help => Screen::Help,
        Page::Cancelled | Page::Expired => match standing {
            Standing::Open(state) => return Decision::Redirect(due_page(&state.step)),
            _ if page == Page::Expired => Screen::Expired,
            _ => Screen::Cancelled,
        },
        step_page => match standing {
            Standing::Unknown => Screen::Waiting,
            Standing::Missing => return Decision::Redirect(Page::Identify),
            Standing::Open(state) => match screen_of(step_page, state) {
                Some(screen) => screen,
                None => return Decision::Redirect(due_page(&state.step)),
            },
        },
    };
    Decision::Show(screen)
}

/// The screen of a step's page, if the step that is due allows it.
fn screen_of(page: Page, state: &ResetState) -> Option<Screen> {
    let choosing = matches!(state.step, Step::ChooseMethod | Step::Verify(_));
    let offers = |method| choosing && state.offers.iter().any(|offer| offer.method == method);
    match page {
        Page::Method if choosing => Some(Screen::Method),
        Page::Email if offers(Method::Email) => Some(Screen::Email),
        Page::Authenticator if offers(Method::AuthenticatorCode) => Some(Screen::Authenticator),
        Page::Code => matches!(state.step, Step::Verify(_)).then_some(Screen::Code),
        Page::Password => matches!(state.step, Step::NewPassword).then_some(Screen::Password),
        Page::Writing => matches!(state.step, Step::Writing).then_some(Screen::Writing),
        Page::Done => matches!(state.step, Step::Done(_)).then_some(Screen::Done),
        Page::Refused => matches!(state.step, Step::Refused(_)).then_some(Screen::Refused),
        Page::Exhausted => matches!(state.step, Step::Exhausted).then_some(Screen::Exhausted),
        _ => None,
    }
}

#[cfg(test)]
#[path = "screen_tests.rs"]
mod tests;
