//! Writes come from the portal's own pages, or from scripts that say so (S-45): Fetch Metadata
//! where the browser sends it, and `Origin` always.

use axum::extract::Request;
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, Method};

/// Whether a request may pass: reads may, and writes from the portal's own origin.
pub fn allows(request: &Request, public_origin: &str) -> bool {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    is_read || is_same_origin(request.headers(), public_origin)
}

fn is_same_origin(headers: &HeaderMap, public_origin: &str) -> bool {
    let mut sent = headers.get_all(ORIGIN).iter();
    let own = match (sent.next(), sent.next()) {
        (Some(origin), None) => origin.as_bytes() == public_origin.as_bytes(),
        _ => false,
    };
    let site = headers.get("sec-fetch-site");
    own && site.is_none_or(|site| site == "same-origin")
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn passes(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        is_same_origin(&headers, "https://reset.example")
    }

    #[test]
    fn s_45_a_write_needs_the_portals_own_origin() {
        assert!(passes(&[("origin", "https://reset.example")]));
        assert!(passes(&[
            ("origin", "https://reset.example"),
            ("sec-fetch-site", "same-origin")
        ]));
        for headers in [
            &[][..],
            &[("origin", "null")],
            &[("origin", "https://evil.example")],
            &[("origin", "https://reset.example.evil.example")],
            &[("origin", "http://reset.example")],
            &[("origin", "https://reset.example:8443")],
            &[("origin", "https://sub.reset.example")],
            &[("sec-fetch-site", "same-origin")],
            &[
                ("origin", "https://reset.example"),
                ("sec-fetch-site", "cross-site"),
            ],
            &[
                ("origin", "https://reset.example"),
                ("sec-fetch-site", "same-site"),
            ],
            &[("origin", "https://reset.example"), ("sec-fetch-site", "none")],
            &[
                ("origin", "https://reset.example"),
                ("origin", "https://evil.example"),
            ],
        ] {
            assert!(!passes(headers), "{headers:?}");
        }
    }
}
