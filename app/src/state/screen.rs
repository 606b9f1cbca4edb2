//! Which screen an address shows, by the step that the server says. The client holds no policy.
//!
//! ```text
//! identify ─► method ─► email, sms ─► code ─┐
//!    ▲  │        ▲  └─► authenticator ──────┤ (next gate)
//!    │  └resume  └──────────────────────────┘─┬─► password ─┬─► writing ─► done
//!    │                                        └─► unlock ───┘
//! expired, cancelled, help, link stand beside; refused and exhausted end it.
//! ```

use postern_api::{LinkStanding, Lockout, Method, Purpose, ResetState, Step};

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
    Identify(Purpose),
    Resume(Purpose),
    Method,
    /// Where a code goes by this method.
    Target(Method),
    /// The code that went by this method.
    Code(Method),
    Authenticator,
    Password,
    Unlock(Lockout),
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
        Step::Unlock(_) => Page::Unlock,
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
    matches!(
        step,
        Step::ChooseMethod | Step::Verify(_) | Step::NewPassword | Step::Unlock(_)
    )
}

/// The page on which a method begins.
pub const fn first_page(method: Method) -> Page {
    match method {
        Method::Email => Page::Email,
        Method::Sms => Page::Sms,
        Method::AuthenticatorCode => Page::Authenticator,
    }
}

/// Where choosing a method leads: to its code if one is on its way, else to where it begins.
/// `left` says how many of a code's seconds are left.
pub fn chosen_page(method: Method, step: &Step, left: impl Fn(u32) -> u32) -> Page {
    match step {
        Step::Verify(challenge) if challenge.method == method && left(challenge.ends_in_seconds) > 0 => {
            Page::Code
        }
        _ => first_page(method),
    }
}

/// Whether somebody who stands on the code's page is sent away because there is no code any more.
pub fn has_code_ended(page: Page, standing: &Standing) -> bool {
    page == Page::Code
        && standing
            .open()
            .is_some_and(|state| state.step == Step::ChooseMethod)
}

/// Decides what an address shows.
pub fn decide(page: Option<Page>, standing: &Standing, link: LinkStand) -> Decision {
    let Some(page) = page else {
        return Decision::Show(Screen::NotFound);
    };
    let screen = match page {
        Page::Home => Screen::Home,
        Page::Identify(purpose) => match standing {
            Standing::Open(state) if is_under_way(&state.step) => Screen::Resume(purpose),
            _ => Screen::Identify(purpose),
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
            Standing::Missing => return Decision::Redirect(door_of(step_page)),
            Standing::Open(state) => match screen_of(step_page, state) {
                Some(screen) => screen,
                None => return Decision::Redirect(due_page(&state.step)),
            },
        },
    };
    Decision::Show(screen)
}

/// The door to a step's page.
const fn door_of(page: Page) -> Page {
    match page {
        Page::Unlock => Page::Identify(Purpose::Unlock),
        _ => Page::Identify(Purpose::Reset),
    }
}

/// The screen of a step's page, if the step that is due allows it.
fn screen_of(page: Page, state: &ResetState) -> Option<Screen> {
    if matches!(state.step, Step::ChooseMethod | Step::Verify(_)) {
        let offers = |method| state.offers.iter().any(|offer| offer.method == method);
        match page {
            Page::Method => return Some(Screen::Method),
            Page::Email if offers(Method::Email) => return Some(Screen::Target(Method::Email)),
            Page::Sms if offers(Method::Sms) => return Some(Screen::Target(Method::Sms)),
            Page::Authenticator if offers(Method::AuthenticatorCode) => return Some(Screen::Authenticator),
            _ => {}
        }
    }
    if page != due_page(&state.step) {
        return None;
    }
    Some(match &state.step {
        Step::ChooseMethod => Screen::Method,
        Step::Verify(challenge) => Screen::Code(challenge.method),
        Step::NewPassword => Screen::Password,
        Step::Unlock(lockout) => Screen::Unlock(*lockout),
        Step::Writing => Screen::Writing,
        Step::Done(_) => Screen::Done,
        Step::Refused(_) => Screen::Refused,
        Step::Exhausted => Screen::Exhausted,
    })
}

#[cfg(test)]
#[path = "screen_tests.rs"]
mod tests;
