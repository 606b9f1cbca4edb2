//! The calculation that keeps robots away: fetched at once, solved in a worker while the person
//! types. The challenge passes through untouched, because it is signed.

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::api::{self, ApiError};
use crate::browser;

/// Why there is no solution.
#[derive(Clone)]
pub enum Unsolved {
    /// The challenge did not come.
    Unfetched(ApiError),
    /// The browser cannot do it.
    Unsupported,
}

/// A calculation under way or done.
#[derive(Clone, Copy)]
pub struct ProofOfWork {
    solution: StoredValue<Promise, LocalStorage>,
    unsolved: StoredValue<Option<Unsolved>, LocalStorage>,
}

impl ProofOfWork {
    /// Begins.
    pub fn begin() -> Self {
        let unsolved = StoredValue::new_local(None);
        Self {
            solution: StoredValue::new_local(calculate(unsolved)),
            unsolved,
        }
    }

    /// Begins again, because the solution was used or is too old.
    pub fn renew(self) {
        self.unsolved.set_value(None);
        self.solution.set_value(calculate(self.unsolved));
    }

    /// Waits for the solution. If there was none, for whatever reason then, it tries again first.
    pub async fn solution(self) -> Result<String, Unsolved> {
        if self.unsolved.try_get_value().flatten().is_some() {
            self.renew();
        }
        let Some(promise) = self.solution.try_get_value() else {
            return Err(Unsolved::Unsupported);
        };
        if let Some(solution) = JsFuture::from(promise)
            .await
            .ok()
            .and_then(|value| value.as_string())
        {
            return Ok(solution);
        }
        let unsolved = self
            .unsolved
            .try_get_value()
            .flatten()
            .unwrap_or(Unsolved::Unsupported);
        Err(unsolved)
    }
}

/// A promise of the solution; of `undefined` if there is none, with the reason beside it.
fn calculate(unsolved: StoredValue<Option<Unsolved>, LocalStorage>) -> Promise {
    future_to_promise(async move {
        let reason = match api::proof_of_work().await {
            Err(error) => Unsolved::Unfetched(error),
            Ok(challenge) => match solve(&challenge).await {
                Some(solution) => return Ok(solution),
                None => Unsolved::Unsupported,
            },
        };
        unsolved.try_set_value(Some(reason));
        Ok(JsValue::UNDEFINED)
    })
}

async fn solve(challenge: &JsValue) -> Option<JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&worker_address()?, &options).ok()?;
    let answer = JsFuture::from(answer_of(&worker, challenge)).await;
    worker.terminate();
    answer.ok().filter(JsValue::is_string)
}

fn answer_of(worker: &Worker, challenge: &JsValue) -> Promise {
    Promise::new(&mut |resolve, _| {
        let fail = resolve.clone();
        let hear = move |event: MessageEvent| {
            let solution = browser::member(&event.data(), "solution").unwrap_or_default();
            // Resolving a promise calls nothing that could throw.
            _ = resolve.call1(&JsValue::UNDEFINED, &solution);
        };
        let hear = Closure::once_into_js(hear);
        worker.set_onmessage(Some(hear.unchecked_ref()));
        worker.set_onerror(Some(&fail));
        if worker.post_message(challenge).is_err() {
            _ = fail.call0(&JsValue::UNDEFINED);
        }
    })
}

fn worker_address() -> Option<String> {
    let assets = js_sys::JSON::parse(&browser::meta("postern-assets")?).ok()?;
    browser::member(&assets, "worker")?.as_string()
}
