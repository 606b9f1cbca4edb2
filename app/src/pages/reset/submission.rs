//! Sends a form and deals with what comes back: the next step, or what has to be put right.

use leptos::prelude::*;
use postern_api::ProblemKind;

use super::flow::{ResetFlow, Trouble};
use crate::api::{self, ApiError, Call};
use crate::components::{Fault, Faults};
use crate::i18n::table::Message;
use crate::i18n::{error as say, field_violation, mention, messages as m, password_violation, problem};
use crate::state::failure::{Remedy, concerns_field, is_about, remedy};
use crate::state::screen::due_page;

/// The "member" of the form that unlocks: it has none, but it writes.
pub const UNLOCK: &str = "unlock";

/// A form with one field, or none.
#[derive(Clone, Copy)]
pub struct Submission {
    /// The id of the field.
    pub field: &'static str,
    /// The member of the request that the field fills.
    pub member: &'static str,
    /// What has to be put right.
    pub faults: Faults,
    /// Whether it is on its way.
    pub busy: RwSignal<bool>,
}

impl Submission {
    /// A form that nobody has sent yet.
    pub fn new(field: &'static str, member: &'static str) -> Self {
        Self {
            field,
            member,
            faults: Faults::new(),
            busy: RwSignal::new(false),
        }
    }

    /// Says that something has to be put right in the field.
    pub fn reject(self, message: Message) {
        self.faults.set(vec![Fault::of(self.field, message)]);
    }

    /// Sends it. A success leads to the step that is due; then `done` is called.
    pub fn send(self, flow: ResetFlow, call: Call, done: fn(ResetFlow)) {
        self.faults.clear();
        self.busy.set(true);
        flow.say(&m::common_wait());
        leptos::task::spawn_local(async move {
            let id = flow.id();
            let result = api::write(id.as_deref(), call).await;
            self.busy.set(false);
            flow.announcer.hush();
            // What was cancelled or replaced meanwhile is not this page's any more.
            if flow.id() != id {
                return;
            }
            match result {
                Ok(state) => {
                    flow.advance(state);
                    done(flow);
                }
                Err(error) => self.fail(flow, error).await,
            }
        });
    }

    /// Deals with an error.
    pub async fn fail(self, flow: ResetFlow, error: ApiError) {
        // The directory may have been written although no answer came.
        let unsure = matches!(self.member, "new_password" | UNLOCK)
            && matches!(error, ApiError::Timeout | ApiError::Offline);
        let remedy = if unsure { Remedy::Ask } else { remedy(&error) };
        match remedy {
            Remedy::Form => self.faults.set(self.faults_of(&error)),
            Remedy::OtherTab => flow.trouble(Trouble::OtherTab),
            Remedy::Expired => flow.expire(),
            Remedy::Restart => {
                flow.forget();
                flow.notice(error.kind().map(problem));
                flow.go_instead(flow.door());
            }
            Remedy::Ask => self.ask(flow, error).await,
        }
    }

    async fn ask(self, flow: ResetFlow, error: ApiError) {
        let step = |flow: ResetFlow| flow.peek(|state| due_page(&state.step));
        let before = step(flow);
        if let Err(unreachable) = flow.refresh().await {
            self.faults.set(self.faults_of(&unreachable));
            return;
        }
        match step(flow) {
            // Nothing has moved: say it here.
            after if after == before => self.faults.set(self.faults_of(&error)),
            Some(page) => {
                if matches!(
                    error.kind(),
                    Some(ProblemKind::StepOutOfOrder | ProblemKind::MethodNotAllowed)
                ) {
                    flow.notice(error.kind().map(problem));
                }
                flow.go_instead(page);
            }
            None => {}
        }
    }

    fn faults_of(self, error: &ApiError) -> Vec<Fault> {
        let general = |message| Fault {
            field: "",
            message,
            mention: mention(error),
        };
        let Some(kind) = error.kind() else {
            return vec![general(say(error))];
        };
        let mine = |message| Fault::of(self.field, message);
        match kind {
            ProblemKind::PasswordRejected { violations } if !violations.is_empty() => violations
                .iter()
                .map(|violation| mine(password_violation(*violation)))
                .collect(),
            ProblemKind::FieldsRejected { violations }
                if violations
                    .iter()
                    .any(|violation| is_about(violation, self.member)) =>
            {
                let mine_only = violations
                    .iter()
                    .filter(|violation| is_about(violation, self.member));
                mine_only
                    .map(|violation| mine(field_violation(violation.code)))
                    .collect()
            }
            kind if concerns_field(kind) => vec![mine(problem(kind))],
            kind => vec![general(problem(kind))],
        }
    }
}
