//! HTTP: translates between the wire and the domain, and decides nothing.
//!
//! ```text
//! request ─► request id ─► access log ─► panics ─► security headers ─► problem documents
//!                ─► same-origin check for writes ─► route ─► domain ─► wire
//! ```

mod assets;
mod convert;
mod deadline;
mod encoding;
mod extract;
mod middleware;
pub mod openapi;
mod problem;
mod routes;
pub mod serve;
mod shell;
mod state;
mod surface;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

use self::middleware::security_headers::SecurityHeaders;

pub use deadline::Deadline;
pub use shell::ShellCache;
pub use state::{AppState, SiteSettings};
pub use surface::Surface;

/// The whole router. `extra` adds what only the demonstration has.
pub fn router(state: AppState, extra: Option<Router>) -> Router {
    let api = routes::api(&state);
    let mut router = Router::new()
        .merge(api)
        .merge(routes::pages())
        .route("/healthz", get(routes::health::healthz))
        .route("/readyz", get(routes::health::readyz))
        .fallback(routes::fallback::answer)
        .with_state(state.clone());
    if let Some(extra) = extra {
        router = router.merge(extra);
    }
    router
        .method_not_allowed_fallback(routes::verb_not_allowed)
        .layer(from_fn_with_state(state.clone(), middleware::same_origin::guard))
        .layer(CatchPanicLayer::custom(problem::from_panic))
        .layer(from_fn_with_state(
            state.clone(),
            middleware::problem_documents::write,
        ))
        .layer(from_fn_with_state(
            SecurityHeaders::new(&state),
            middleware::security_headers::add,
        ))
        .layer(from_fn(middleware::access_log::log))
        .layer(from_fn_with_state(state, middleware::request_id::assign))
}
