//! The client's files: by content negotiation, with entity tags, cached for good where the name
//! holds a hash. Everything else that no route knows ends here too.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use postern_api::ProblemKind;

use super::problem::HttpProblem;
use super::shell;
use super::state::AppState;
use crate::assets::Asset;

/// What answers where no route does.
pub(super) async fn serve(State(state): State<AppState>, request: Request) -> Response {
    let path = request.uri().path();
    match (state.assets.find(path), request.method()) {
        (Some(asset), &Method::GET | &Method::HEAD) => file(asset, request.headers()),
        (Some(_), _) => HttpProblem(ProblemKind::VerbNotAllowed).into_response(),
        (None, &Method::GET | &Method::HEAD) if is_page(path) => shell::not_found(&state, &request),
        (None, _) => HttpProblem(ProblemKind::NotFound).into_response(),
    }
}

/// Addresses that a person may have typed. An address that some machine asks for gets no page:
/// a well-known address that answers 200 would promise something (U-35).
fn is_page(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    !path.starts_with("/api/")
        && !path.starts_with("/.well-known/")
        && !path.starts_with("/a/")
        && !last.contains('.')
}

fn file(asset: &Asset, headers: &HeaderMap) -> Response {
    let mut response = Response::new(Body::empty());
    let caching = if asset.immutable {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=3600"
    };
    let own = response.headers_mut();
    own.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    own.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Ok(tag) = HeaderValue::from_str(&asset.etag) {
        own.insert(ETAG, tag);
    }
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|tag| tag.as_bytes() == asset.etag.as_bytes())
    {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    if let Ok(content_type) = HeaderValue::from_str(&asset.content_type) {
        own.insert(CONTENT_TYPE, content_type);
    }
    let (bytes, encoding) = match (asset.br, asset.gz) {
        (Some(br), _) if accepts(headers, "br") => (br, Some("br")),
        (_, Some(gz)) if accepts(headers, "gzip") => (gz, Some("gzip")),
        _ => (asset.identity, None),
    };
    if let Some(encoding) = encoding {
        own.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    *response.body_mut() = Body::from(bytes);
    response
}

/// Whether the client takes an encoding (RFC 9110 section 12.5.3; a weight of 0 refuses).
pub(super) fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let values = headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        named && !parts.any(|part| matches!(part.split_once('='), Some((_, weight)) if weight.trim().parse() == Ok(0.0_f32)))
    })
}
