//! What happens around every route, as one service. One, because each layer of a router is boxed
//! and cloned for every request: five of them cost more than everything inside them.
//!
//! ```text
//! request id ─► access log ─► security headers ─► problem documents ─► panics ─► same origin ─► route
//! ```

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use postern_api::ProblemKind;
use tower::{Layer, Service};
use tracing::Instrument as _;

use super::access_log::AccessLog;
use super::request_id::RequestId;
use super::security_headers::SecurityHeaders;
use super::{problem_documents, same_origin};
use crate::http::problem::{self, HttpProblem};
use crate::http::state::AppState;

/// Lays the frame around a route.
#[derive(Clone)]
pub struct FrameLayer(Arc<Shared>);

struct Shared {
    state: AppState,
    headers: SecurityHeaders,
}

/// A route with the frame around it.
#[derive(Clone)]
pub struct Frame<S> {
    shared: Arc<Shared>,
    route: S,
}

impl FrameLayer {
    /// The frame of a site.
    pub fn new(state: AppState) -> Self {
        let headers = SecurityHeaders::new(&state);
        Self(Arc::new(Shared { state, headers }))
    }
}

impl<S> Layer<S> for FrameLayer {
    type Service = Frame<S>;

    fn layer(&self, route: S) -> Frame<S> {
        Frame {
            shared: Arc::clone(&self.0),
            route,
        }
    }
}

impl<S> Service<Request> for Frame<S>
where
    S: Service<Request, Response = Response, Error = Infallible>,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.route.poll_ready(context)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let shared = Arc::clone(&self.shared);
        let id = RequestId::generate(&*shared.state.random);
        request.extensions_mut().insert(id);
        let log = AccessLog::begin(&request);
        // Every log line of the request bears its reference.
        let span = tracing::info_span!("request", request.id = id.as_str());
        let allowed = same_origin::allows(&request, &shared.state.site.public_origin);
        // A call only makes the future: what a route does, and where it may panic, is in polling it.
        let answer = allowed.then(|| self.route.call(request));
        let framed = async move {
            let mut response = match answer {
                Some(answer) => without_panics(answer).await,
                None => HttpProblem(ProblemKind::CrossSiteRequest).into_response(),
            };
            let problem = problem_documents::write(&shared.state, id, &mut response);
            shared.headers.add(&mut response);
            log.end(&response, problem);
            id.add(&mut response);
            Ok(response)
        };
        if span.is_disabled() {
            Box::pin(framed)
        } else {
            Box::pin(framed.instrument(span))
        }
    }
}

/// The answer, or the one for a bug of ours if working on it panics.
async fn without_panics(answer: impl Future<Output = Result<Response, Infallible>>) -> Response {
    let mut answer = pin!(answer);
    // What a panic leaves behind is dropped with the request; what requests share is behind locks
    // that say so when they are poisoned.
    let polled = poll_fn(|context| {
        catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(context)))
            .map_or_else(|payload| Poll::Ready(Err(payload)), |polled| polled.map(Ok))
    });
    match polled.await {
        Ok(Ok(response)) => response,
        Ok(Err(never)) => match never {},
        Err(payload) => problem::from_panic(payload),
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    #[tokio::test]
    async fn a_panic_becomes_an_answer_and_nothing_of_it_leaves() {
        let response = without_panics(async {
            assert!(std::hint::black_box(false), "what a request held");
            Ok(Response::new(Body::from("unreachable")))
        })
        .await;
        assert_eq!(response.status(), 500);
        let problem = response.extensions().get::<HttpProblem>();
        assert!(matches!(problem, Some(HttpProblem(ProblemKind::Internal))));
    }
}
