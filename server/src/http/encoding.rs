//! Which compressed twin a client takes.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;

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
