//! The headers of every answer (S-46 to S-48, S-79): errors and files included. What a route set
//! itself stays.

use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
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
pub struct SecurityHeaders(HeaderMap);

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
        Self(headers)
    }

    /// Adds the headers to an answer.
    pub fn add(&self, response: &mut Response) {
        let own = response.headers_mut();
        // Once for all of them, the reference of the request included.
        own.reserve(self.0.len() + 1);
        for (name, value) in &self.0 {
            own.entry(name).or_insert_with(|| value.clone());
        }
    }
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
