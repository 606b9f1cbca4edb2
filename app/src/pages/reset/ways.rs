//! Ways out that several screens have.

use leptos::prelude::*;
use postern_api::HelpReason;

use super::flow::ResetFlow;
use crate::components::Way;
use crate::i18n::{messages as m, t};
use crate::routes::Page;

/// Ends the reset.
pub fn cancel(flow: ResetFlow) -> Way {
    Way::Act(
        Callback::new(move |()| flow.end(Page::Cancelled)),
        t(m::common_cancel()),
    )
}

/// To the other methods.
pub fn other_method() -> Way {
    Way::Link(Page::Method.path(), t(m::reset_code_other()))
}

/// To the help desk's page.
pub fn help(flow: ResetFlow) -> Way {
    let act = move |()| {
        flow.tell_help(HelpReason::ContactedHelpDesk);
        flow.go(Page::Help);
    };
    Way::Act(Callback::new(act), t(m::reset_code_help()))
}

/// To the help desk's page, because none of the methods will do.
pub fn no_method(flow: ResetFlow) -> Way {
    let act = move |()| {
        flow.tell_help(HelpReason::NoUsableMethod);
        flow.go(Page::Help);
    };
    Way::Act(Callback::new(act), t(m::reset_method_help()))
}
