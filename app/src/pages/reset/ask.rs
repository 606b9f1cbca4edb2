//! What the flow asks the server besides its steps: where it is, and to end.

use leptos::prelude::*;
use leptos::task::spawn_local;
use postern_api::{HelpReason, ProblemKind};

use super::flow::{ResetFlow, Trouble};
use super::tabs;
use crate::api::{self, ApiError};
use crate::browser;
use crate::routes::Page;
use crate::state::screen::Standing;

impl ResetFlow {
    /// Asks the server where we are; `Err` if it did not say.
    pub async fn refresh(self) -> Result<(), ApiError> {
        match api::current().await {
            Ok(state) => self.accept(state),
            Err(error) => match error.kind() {
                Some(ProblemKind::FlowMissing) => self.forget(),
                // On the first page nobody has lost anything by it.
                Some(ProblemKind::SessionExpired) if matches!(browser::page(), Some(Page::Identify(_))) => {
                    self.forget();
                }
                Some(ProblemKind::SessionExpired) => self.expire(),
                _ => return Err(error),
            },
        }
        Ok(())
    }

    /// Asks the server where we are, and says so in place of the screen if it does not answer.
    pub fn reload(self) {
        self.ask_again(|_| ());
    }

    /// Goes on where another tab of this browser is: with its flow, at its step.
    pub fn catch_up(self) {
        self.ask_again(Self::go_on);
    }

    fn ask_again(self, then: fn(Self)) {
        self.known.update(|known| {
            known.standing = Standing::Unknown;
            known.trouble = None;
        });
        spawn_local(async move {
            match self.refresh().await {
                Ok(()) => then(self),
                Err(error) => self.trouble(Trouble::Unreachable(error)),
            }
        });
    }

    /// Looks whether the session is still what this page believes; says nothing if that fails.
    pub fn look(self) {
        let Some(mine) = self.id() else { return };
        spawn_local(async move {
            let Ok(state) = api::current().await else { return };
            match self.id() {
                Some(id) if id != mine => {}
                Some(id) if id == state.flow => self.accept(state),
                Some(_) => self.trouble(Trouble::OtherTab),
                None => {}
            }
        });
    }

    /// Ends the session at the server and goes to a page.
    pub fn end(self, page: Page) {
        self.leave(page, Self::clear);
    }

    /// Ends the session at the server; what was typed at the start can be put right.
    pub fn type_again(self) {
        self.leave(self.door(), |_| ());
    }

    fn leave(self, page: Page, then: fn(Self)) {
        spawn_local(async move {
            if let Err(error @ (ApiError::Offline | ApiError::Timeout)) =
                api::cancel(self.id().as_deref()).await
            {
                self.trouble(Trouble::Unreachable(error));
                return;
            }
            // Whatever else it says, there is no session to go on with.
            tabs::announce("");
            then(self);
            self.forget();
            self.go_instead(page);
        });
    }

    /// Tells the server that somebody turned to the help desk. Nothing waits for it.
    pub fn tell_help(self, reason: HelpReason) {
        let Some(id) = self.id() else { return };
        spawn_local(async move {
            // It is for the evidence; the person goes on whether or not it arrives.
            _ = api::request_help(Some(&id), reason).await;
        });
    }
}
