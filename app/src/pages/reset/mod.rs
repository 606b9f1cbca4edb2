//! The reset and the unlocking: one screen per step, chosen by `state::screen` from what the server said last.

mod ask;
mod authenticator;
mod cancelled;
mod code;
mod code_life;
mod done;
mod ended;
mod flow;
mod help;
mod identify;
mod judge;
mod link;
mod method;
mod new_password;
mod notice;
mod proof_of_work;
mod refused;
mod resume;
mod submission;
mod tabs;
mod target;
mod time;
mod trouble;
mod unlock;
mod ways;
mod writing;

use leptos::prelude::*;

pub use flow::{ResetFlow, Trouble};
pub use identify::{Begun, begin_at_once as begin};
pub use proof_of_work::ProofOfWork;
pub use submission::Submission;
use time::TimeDialog;
pub use trouble::TroubleScreen;

use super::{Home, NotFound};
use crate::components::Panel;
use crate::i18n::{Text, messages as m, t, t_with};
use crate::rest;
use crate::state::screen::Screen;
use crate::state::steps::Position;

/// Keeps the clock and listens to what happens outside the page.
pub fn attend(flow: ResetFlow) {
    time::keep(flow);
    tabs::listen(flow);
    link::listen(flow);
}

/// Shows a screen. These four are what somebody may see first; the others are fetched.
pub fn show(screen: Screen) -> AnyView {
    match screen {
        Screen::Home => view! { <Home/> }.into_any(),
        Screen::Identify(purpose) => view! { <identify::Identify purpose=purpose/> }.into_any(),
        Screen::Resume(purpose) => {
            rest::prefetch();
            view! { <resume::Resume purpose=purpose/> }.into_any()
        }
        Screen::Waiting => waiting(),
        later => rest::show(later),
    }
}

/// Says that something is under way.
pub fn waiting() -> AnyView {
    view! { <Panel title=t(m::common_wait())/> }.into_any()
}

/// Asks whether somebody needs more time; fetched too.
pub fn draw_dialog() -> AnyView {
    view! { <TimeDialog/> }.into_any()
}

/// Draws a screen that is fetched.
pub fn draw(screen: Screen) -> AnyView {
    match screen {
        Screen::Method => view! { <method::ChooseMethod/> }.into_any(),
        Screen::Target(method) => view! { <target::Target method=method/> }.into_any(),
        Screen::Code(method) => view! { <code::SentCode method=method/> }.into_any(),
        Screen::Authenticator => view! { <authenticator::AuthenticatorCode/> }.into_any(),
        Screen::Password => view! { <new_password::NewPassword/> }.into_any(),
        Screen::Unlock(lockout) => view! { <unlock::Unlock lockout=lockout/> }.into_any(),
        Screen::Writing => view! { <writing::Writing/> }.into_any(),
        Screen::Done => view! { <done::Done/> }.into_any(),
        Screen::Refused => view! { <refused::Refused/> }.into_any(),
        Screen::Exhausted => view! { <ended::Exhausted/> }.into_any(),
        Screen::Expired => view! { <ended::Expired/> }.into_any(),
        Screen::Cancelled => view! { <cancelled::Cancelled/> }.into_any(),
        Screen::Help => view! { <help::Help/> }.into_any(),
        Screen::Link(stand) => view! { <link::Link stand=stand/> }.into_any(),
        // The first four come here never.
        Screen::Home | Screen::Identify(_) | Screen::Resume(_) | Screen::Waiting | Screen::NotFound => {
            view! { <NotFound/> }.into_any()
        }
    }
}

/// "Step 2 of 4".
fn step(position: impl Fn() -> Option<Position> + Send + Sync + 'static) -> Text {
    t_with(move || {
        let Position { current, total } = position().unwrap_or(Position { current: 1, total: 1 });
        m::common_step(current, total)
    })
}
