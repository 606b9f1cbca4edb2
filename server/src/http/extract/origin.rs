//! Where a request came from, for the evidence.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use ipnet::IpNet;

use crate::domain::audit::Origin;
use crate::http::problem::HttpProblem;
use crate::http::state::AppState;

/// Bytes of a user agent that are kept.
const MAX_USER_AGENT: usize = 256;

/// Where a request came from.
pub struct ClientOrigin(pub Origin);

impl<S> FromRequestParts<S> for ClientOrigin
where
    S: Send + Sync,
    AppState: FromRef<S>,
{
    type Rejection = HttpProblem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(peer)| peer.ip());
        let trusted = &AppState::from_ref(state).site.trusted_proxies;
        let address = peer.map(|peer| client_address(peer, &parts.headers, trusted).to_string());
        let user_agent = parts.headers.get(USER_AGENT).map(|agent| {
            let text = String::from_utf8_lossy(agent.as_bytes());
            text.chars()
                .filter(|c| !c.is_control())
                .take(MAX_USER_AGENT)
                .collect()
        });
        Ok(Self(Origin { address, user_agent }))
    }
}

/// The client's address: the peer's, or, walking back through proxies that the configuration
/// names, the first that it does not (S-39). A header that cannot be read ends the walk.
fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut address = peer.to_canonical();
    let hops: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    for hop in hops.into_iter().rev() {
        if !is_trusted(&address) {
            break;
        }
        match hop.trim().parse() {
            Ok(parsed) => address = IpAddr::to_canonical(&parsed),
            Err(_) => break,
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn resolved(peer: &str, forwarded: &'static str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_static(forwarded));
        let trusted = ["10.0.0.0/8".parse().expect("a network")];
        client_address(peer.parse().expect("an address"), &headers, &trusted).to_string()
    }

    #[test]
    fn s_39_only_configured_proxies_vouch_for_an_address() {
        assert_eq!(resolved("192.0.2.1", "198.51.100.7"), "192.0.2.1");
        assert_eq!(resolved("10.0.0.1", "198.51.100.7"), "198.51.100.7");
        assert_eq!(resolved("10.0.0.1", "203.0.113.9, 198.51.100.7"), "198.51.100.7");
        assert_eq!(resolved("10.0.0.1", "203.0.113.9, 10.0.0.2"), "203.0.113.9");
        assert_eq!(resolved("10.0.0.1", "nonsense"), "10.0.0.1");
        assert_eq!(resolved("::ffff:10.0.0.1", "::ffff:198.51.100.7"), "198.51.100.7");
    }
}
