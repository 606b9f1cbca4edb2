//! What the screens of a reset share: what the server said last, what was typed, the clock.
//!
//! The server decides every step; this only remembers its last answer and goes where it points.

use std::rc::Rc;

use leptos::prelude::*;
use postern_api::{Method, Purpose, ResetState, Secret, SiteInfo, Step};

use super::tabs;
use crate::a11y::Announcer;
use crate::api::ApiError;
use crate::browser;
use crate::i18n::I18n;
use crate::i18n::table::Message;
use crate::routes::Page;
use crate::state::clock::seconds_left;
use crate::state::screen::{LinkStand, Standing, due_page};

/// What takes the place of a screen.
#[derive(Clone, PartialEq)]
pub enum Trouble {
    /// Another tab of this browser went on.
    OtherTab,
    /// The state could not be fetched.
    Unreachable(ApiError),
}

/// What is known; one signal for all of it, because every type of signal weighs kilobytes.
pub struct Known {
    /// What the server said last.
    pub standing: Standing,
    /// What the flow is for, or was.
    pub purpose: Purpose,
    /// When it said so, by the browser's clock.
    pub received: f64,
    /// What takes the place of the screen.
    pub trouble: Option<Trouble>,
    /// What happened on the way to the next screen.
    pub notice: Option<Message>,
    /// The token of a mailed link.
    pub token: Option<Secret>,
    /// What is known about that link.
    pub link: LinkStand,
}

/// What does not change.
struct Fixed {
    site: SiteInfo,
    go: Box<dyn Fn(Page, bool)>,
}

/// The context of the reset's screens.
#[derive(Clone, Copy)]
pub struct ResetFlow {
    /// What is known.
    pub known: RwSignal<Known, LocalStorage>,
    /// Strikes once a second.
    pub clock: Trigger,
    /// The user name or address that was typed.
    pub identifier: RwSignal<String>,
    /// The address that was typed to get a code.
    address: RwSignal<String>,
    /// The number that was typed to get a code.
    number: RwSignal<String>,
    /// Whether there has been a session since the page came.
    pub begun: RwSignal<bool>,
    /// The texts.
    pub i18n: I18n,
    /// The live region.
    pub announcer: Announcer,
    fixed: StoredValue<Rc<Fixed>, LocalStorage>,
}

impl ResetFlow {
    /// A flow of which only is known what the server said at the start. `go` goes to a page; its
    /// flag says whether that takes the place of the current one in the history.
    pub fn new(
        standing: Standing,
        token: Option<Secret>,
        site: SiteInfo,
        go: Box<dyn Fn(Page, bool)>,
    ) -> Self {
        let link = if token.is_some() {
            LinkStand::Asking
        } else {
            LinkStand::Missing
        };
        let known = Known {
            standing: Standing::Unknown,
            purpose: Purpose::Reset,
            received: browser::now(),
            trouble: None,
            notice: None,
            token,
            link,
        };
        let flow = Self {
            known: RwSignal::new_local(known),
            clock: Trigger::new(),
            identifier: RwSignal::new(String::new()),
            address: RwSignal::new(String::new()),
            number: RwSignal::new(String::new()),
            begun: RwSignal::new(false),
            i18n: I18n::here(),
            announcer: Announcer::here(),
            fixed: StoredValue::new_local(Rc::new(Fixed { site, go })),
        };
        match standing {
            Standing::Open(state) => flow.accept(state),
            other => flow.known.update(|known| known.standing = other),
        }
        flow
    }

    /// The context that [`App`](crate::app::App) provides.
    pub fn here() -> Self {
        expect_context()
    }

    /// Something about the portal.
    pub fn site<T>(self, read: impl FnOnce(&SiteInfo) -> T) -> T {
        read(&self.fixed.get_value().site)
    }

    /// Where a code goes, as typed.
    pub fn target(self, method: Method) -> RwSignal<String> {
        match method {
            Method::Sms => self.number,
            Method::Email | Method::AuthenticatorCode => self.address,
        }
    }

    /// The page on which the flow began, or would begin again.
    pub fn door(self) -> Page {
        Page::Identify(self.known.with_untracked(|known| known.purpose))
    }

    /// Goes to a page.
    pub fn go(self, page: Page) {
        (self.fixed.get_value().go)(page, false);
    }

    /// Goes to a page that takes the place of the current one.
    pub fn go_instead(self, page: Page) {
        (self.fixed.get_value().go)(page, true);
    }

    /// Goes to the step that is due; without a session to the first one.
    pub fn go_on(self) {
        self.go(self
            .peek(|state| due_page(&state.step))
            .unwrap_or_else(|| self.door()));
    }

    /// Something about the open session; whoever asks while drawing is told when it changes.
    pub fn read<T>(self, read: impl FnOnce(&ResetState) -> T) -> Option<T> {
        self.known.with(|known| known.standing.open().map(read))
    }

    /// Something about the open session as it is now.
    pub fn peek<T>(self, read: impl FnOnce(&ResetState) -> T) -> Option<T> {
        self.known.with_untracked(|known| known.standing.open().map(read))
    }

    /// The name of the flow that this page believes to be in.
    pub fn id(self) -> Option<String> {
        self.peek(|state| state.flow.clone())
    }

    /// How many of these seconds are left since the server answered; strikes with the clock.
    pub fn left(self, seconds: u32) -> u32 {
        self.clock.track();
        seconds_left(seconds, self.known.with(|known| known.received), browser::now())
    }

    /// Says something through the live region.
    pub fn say(self, message: &Message) {
        self.announcer.say(self.i18n.text_now(message));
    }

    /// Puts something in place of the screen.
    pub fn trouble(self, trouble: Trouble) {
        self.known.update(|known| known.trouble = Some(trouble));
    }

    /// Says on the next screen what happened.
    pub fn notice(self, message: Option<Message>) {
        self.known.update(|known| known.notice = message);
    }

    /// Remembers what the server said.
    pub fn accept(self, state: ResetState) {
        if self.identifier.with_untracked(|typed| *typed != state.identifier) {
            self.identifier.set(state.identifier.clone());
        }
        if let Step::Verify(challenge) = &state.step
            && !self.has_seen(&state.flow, challenge.number)
        {
            self.target(challenge.method).set(challenge.target.clone());
        }
        if self.id().as_ref() != Some(&state.flow) {
            tabs::announce(&state.flow);
        }
        self.known.update(|known| {
            known.received = browser::now();
            known.trouble = None;
            known.purpose = state.purpose;
            known.standing = Standing::Open(state);
        });
        if !self.begun.get_untracked() {
            self.begun.set(true);
        }
    }

    /// Whether this code is known already. What is typed to change its target must then stay.
    fn has_seen(self, flow: &str, number: u32) -> bool {
        let is_it = |known: &ResetState| {
            known.flow == flow && matches!(&known.step, Step::Verify(challenge) if challenge.number == number)
        };
        self.peek(is_it).unwrap_or(false)
    }

    /// Remembers what the server said and goes to the step that is due.
    pub fn advance(self, state: ResetState) {
        self.accept(state);
        self.go_on();
    }

    /// Forgets the session. What was typed as the identifier stays.
    pub fn forget(self) {
        self.known.update(|known| {
            known.standing = Standing::Missing;
            known.trouble = None;
        });
    }

    /// The time is up.
    pub fn expire(self) {
        self.forget();
        self.go_instead(Page::Expired);
    }

    /// Forgets what was typed.
    pub fn clear(self) {
        for typed in [self.identifier, self.address, self.number] {
            typed.set(String::new());
        }
    }
}
