//! HTTP: translates between the wire and the domain, and decides nothing.
//!
//! ```text
//! request ─► frame (reference, log line, security headers, problem documents, panics,
//!                   same-origin check for writes) ─► route ─► domain ─► wire
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
use axum::routing::get;

use self::middleware::FrameLayer;

pub use deadline::Deadline;
pub use shell::ShellCache;
pub use state::{AppParts, AppState, LookUps, SiteSettings};
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
        .layer(FrameLayer::new(state))
}
