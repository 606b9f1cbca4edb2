//! The flow of a browser: its cookie, and the name of the flow that a tab believes to be in.

use axum::extract::{FromRef, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use postern_api::ProblemKind;
use postern_api::paths::FLOW_HEADER;

use crate::domain::ids::FlowId;
use crate::domain::reset::FlowToken;
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// The flow cookie's token.
pub struct Flow(pub FlowToken);

impl<S> FromRequestParts<S> for Flow
where
    S: Send + Sync,
    AppState: FromRef<S>,
{
    type Rejection = HttpProblem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let name = AppState::from_ref(state).surface.flow_cookie();
        let token = cookie(&parts.headers, name).and_then(FlowToken::parse);
        token.map(Self).ok_or_else(|| ProblemKind::FlowMissing.into())
    }
}

/// The name of the flow that the tab believes to be in, if it says one.
pub struct ExpectedFlow(pub Option<FlowId>);

impl<S: Send + Sync> FromRequestParts<S> for ExpectedFlow {
    type Rejection = HttpProblem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        match parts.headers.get(FLOW_HEADER) {
            None => Ok(Self(None)),
            Some(value) => match value.to_str() {
                Ok(name) if name.len() <= 64 => Ok(Self(Some(FlowId::from_stored(name)))),
                _ => Err(ProblemKind::FlowMismatch.into()),
            },
        }
    }
}

/// The value of a cookie. A name that comes twice counts as missing: somebody planted one.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = None;
    let pairs = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'));
    for pair in pairs {
        let Some((key, value)) = pair.trim().split_once('=') else {
            continue;
        };
        if key == name && found.replace(value).is_some() {
            return None;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn read(values: &[&'static str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(COOKIE, HeaderValue::from_static(value));
        }
        cookie(&headers, "a").map(str::to_owned)
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        assert_eq!(read(&["b=2; a=1"]).as_deref(), Some("1"));
        assert_eq!(read(&["aa=1", "A=1"]), None);
        assert_eq!(read(&[]), None);
    }

    #[test]
    fn a_cookie_that_comes_twice_counts_as_missing() {
        assert_eq!(read(&["a=1; a=2"]), None);
        assert_eq!(read(&["a=1", "a=1"]), None);
    }
}
