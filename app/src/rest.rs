//! What the first screen does without: a WebAssembly module of its own, fetched while the first works.
//!
//! Whatever only the functions of [`Rest`] use is in it; `xtask/src/build/split.rs` cuts there.

#![expect(clippy::unnecessary_wraps, reason = "the border adds the failures")]

use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use postern_api::{Problem, ProblemDocument, ProblemKind, Purpose, ResetState};

use crate::api::{self, ApiError, json};
use crate::pages::reset::{
    Begun, ProofOfWork, ResetFlow, Submission, Trouble, begin, draw, draw_dialog, waiting,
};
use crate::state::screen::Screen;

/// The ways into it.
#[derive(Clone, Copy)]
pub struct Rest {
    draw: fn(Screen) -> AnyView,
    draw_dialog: fn() -> AnyView,
    /// Starts a reset.
    pub begin: fn(ResetFlow, Submission, ProofOfWork, Purpose) -> Begun,
    /// Reads the state of a reset.
    pub read_state: fn(&str) -> Option<ResetState>,
    /// Reads a refusal.
    pub read_problem: fn(&str) -> Option<ProblemDocument>,
}

thread_local! {
    static HERE: Cell<Option<Rest>> = const { Cell::new(None) };
    static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
}

/// Fetches it, if it is not here yet; `Err` if it does not come. The next call tries again.
pub async fn fetch() -> Result<Rest, ApiError> {
    if let Some(rest) = HERE.get() {
        return Ok(rest);
    }
    let rest = border().await.map_err(|_| ApiError::Offline)?;
    HERE.set(Some(rest));
    Ok(rest)
}

/// Fetches it, if it is not here yet. Who needs it says what went wrong.
pub fn prefetch() {
    spawn_local(async {
        _ = fetch().await;
    });
}

/// Shows a screen of it; until it is here, that something is under way.
pub fn show(screen: Screen) -> AnyView {
    if let Some(rest) = HERE.get() {
        return (rest.draw)(screen);
    }
    let flow = ResetFlow::here();
    let arrived = Trigger::new();
    spawn_local(async move {
        if fetch().await.is_ok() {
            arrived.notify();
        } else {
            explain(flow).await;
        }
    });
    arrived.track();
    waiting()
}

/// Shows the question about time, if it is here. There is nothing to ask before.
pub fn show_dialog() -> Option<AnyView> {
    HERE.get().map(|rest| (rest.draw_dialog)())
}

/// Says why it did not come. A server that answers has another one now: the page is older than it.
async fn explain(flow: ResetFlow) {
    let error = match api::site().await {
        Err(error) => error,
        Ok(_) if HAS_FAILED.replace(true) => {
            // Somebody has just tried again. If even that fails, the words stay.
            _ = window().location().reload();
            return;
        }
        Ok(_) => ApiError::Problem(Problem {
            kind: ProblemKind::NotFound,
            instance: String::new(),
        }),
    };
    flow.trouble(Trouble::Unreachable(error));
}

#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
fn border() -> Result<Rest, SplitLoaderError> {
    Ok(Rest {
        draw,
        draw_dialog,
        begin,
        read_state: json::read,
        read_problem: json::read,
    })
}
