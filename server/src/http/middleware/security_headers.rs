//! The headers of every answer (S-46 to S-48, S-79): errors and files included. What a route set
//! itself stays.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

use crate::http::state::AppState;

const FIXED: [(HeaderName, &str); 7] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (HeaderName::from_static("x-dns-prefetch-control"), "off"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// The headers, made once: they depend on nothing of a request.
#[derive(Clone)]
pub struct SecurityHeaders(Arc<HeaderMap>);

impl SecurityHeaders {
    /// The headers of a site.
    pub fn new(state: &AppState) -> Self {
        let mut headers = HeaderMap::new();
        for (name, value) in FIXED {
            headers.insert(name, HeaderValue::from_static(value));
        }
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if state.site.secure {
            let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
            headers.insert(STRICT_TRANSPORT_SECURITY, year);
        }
        if let Ok(policy) = HeaderValue::from_str(&content_security_policy(state)) {
            headers.insert(CONTENT_SECURITY_POLICY, policy);
        }
        Self(Arc::new(headers))
    }
}

/// Adds the headers.
pub async fn add(
    State(SecurityHeaders(headers)): State<SecurityHeaders>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let own = response.headers_mut();
    for (name, value) in &*headers {
        own.entry(name).or_insert_with(|| value.clone());
    }
    response
}

/// One policy for everything. `docs/security.md` explains it directive by directive.
fn content_security_policy(state: &AppState) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-{}'; img-src 'self'; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors {}",
        state.assets.critical_css_sha256_base64(),
        state.surface.frame_ancestors()
    )
}
