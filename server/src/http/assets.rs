//! The client's files: by content negotiation, with entity tags, cached for good where the name
//! holds a hash.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

use super::encoding;
use crate::assets::Asset;

/// A file with the headers that fit it.
pub(super) fn file(asset: &Asset, headers: &HeaderMap) -> Response {
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
        (Some(br), _) if encoding::accepts(headers, "br") => (br, Some("br")),
        (_, Some(gz)) if encoding::accepts(headers, "gzip") => (gz, Some("gzip")),
        _ => (asset.identity, None),
    };
    if let Some(encoding) = encoding {
        own.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    *response.body_mut() = Body::from(bytes);
    response
}
