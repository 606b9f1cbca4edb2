//! The screens after the first: a WebAssembly module of their own, fetched while the first one works.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the border between the modules adds the failures"
)]

use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::flow::{ResetFlow, Trouble};
use super::{draw, waiting};
use crate::api::{self, ApiError};
use crate::state::screen::Screen;

thread_local! {
    /// Whether they are here.
    static HERE: Cell<bool> = const { Cell::new(false) };
}

/// Fetches them, if they are not here yet. Who needs them says what went wrong.
pub fn prefetch() {
    spawn_local(async {
        _ = fetch().await;
    });
}

/// Fetches them, if they are not here yet; `Err` if that fails. The next call tries again.
pub async fn fetch() -> Result<(), SplitLoaderError> {
    if !HERE.get() {
        load().await?;
        HERE.set(true);
    }
    Ok(())
}

/// Shows one of them; until they are here, that something is under way.
pub fn show(screen: Screen) -> AnyView {
    if HERE.get()
        && let Poll::Ready(Ok(view)) = pin!(drawn(screen)).poll(&mut Context::from_waker(Waker::noop()))
    {
        return view;
    }
    let flow = ResetFlow::here();
    let arrived = Trigger::new();
    spawn_local(async move {
        match fetch().await {
            Ok(()) => arrived.notify(),
            Err(_) => flow.trouble(Trouble::Unreachable(reason().await)),
        }
    });
    arrived.track();
    waiting()
}

/// Why they did not come. A server that answers has other ones now: the page is older than it.
async fn reason() -> ApiError {
    match api::current().await {
        Err(error @ (ApiError::Offline | ApiError::Timeout)) => error,
        _ => ApiError::Unexpected {
            status: 404,
            reference: String::new(),
        },
    }
}

/// The border between the two modules.
#[wasm_split(rest, wasm_split_path = leptos::wasm_split, preload(load), fallible)]
fn drawn(screen: Screen) -> Result<AnyView, SplitLoaderError> {
    Ok(draw(screen))
}
