//! How the portal is reached: its public address, where it listens, TLS, proxies.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use ipnet::IpNet;
use serde::Serialize;
use url::{Host, Url};

use super::Mode;
use super::reader::Section;

/// Where the portal listens unless it is told otherwise.
pub(super) const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// PEM files of the server's own TLS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tls {
    /// The certificate, followed by the intermediate ones.
    pub certificate_file: PathBuf,
    /// Its private key (PKCS #8, PKCS #1 or SEC 1).
    pub key_file: PathBuf,
}

impl Tls {
    pub(super) fn read(mut section: Section<'_>) -> Option<Self> {
        let files = (section.file("certificate_file"), section.file("key_file"));
        let tls = match files {
            (None, None) => None,
            (Some(certificate_file), Some(key_file)) => Some(Self {
                certificate_file,
                key_file,
            }),
            (Some(_), None) => {
                section.problem("key_file", "is required beside certificate_file");
                None
            }
            (None, Some(_)) => {
                section.problem("certificate_file", "is required beside key_file");
                None
            }
        };
        section.finish();
        tls
    }
}

/// Reads `public_url`: an origin, nothing behind the host.
pub(super) fn read_public_url(root: &mut Section<'_>, mode: Mode) -> Option<Url> {
    let text = root.required_text("public_url")?;
    let Ok(url) = Url::parse(&text) else {
        root.problem(
            "public_url",
            format!("must be an address like https://reset.example.org, is {text:?}"),
        );
        return None;
    };
    match (url.scheme(), mode) {
        ("https", _) => {}
        ("http", Mode::Demonstration) if is_loopback(&url) => {}
        ("http", Mode::Demonstration) => {
            root.problem(
                "public_url",
                "plain http is for a demonstration on this machine: the host must be localhost",
            );
        }
        _ => root.problem(
            "public_url",
            "must begin with https://: browsers keep the portal's cookies only on a secure origin",
        ),
    }
    if url.host().is_none() {
        root.problem("public_url", "must name a host");
    }
    let bare = matches!(url.path(), "" | "/")
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if !bare {
        root.problem(
            "public_url",
            "must end after the host and port: the portal needs an origin of its own",
        );
    }
    Some(url)
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Reads `listen`.
pub(super) fn read_listen(root: &mut Section<'_>) -> SocketAddr {
    root.parsed(
        "listen",
        "an address and a port like 127.0.0.1:8080 or [::]:443",
        |text| text.parse().ok(),
    )
    .unwrap_or(DEFAULT_LISTEN)
}

/// Reads `trusted_proxies`.
pub(super) fn read_trusted_proxies(root: &mut Section<'_>) -> Vec<IpNet> {
    let mut networks = Vec::new();
    for text in root.list("trusted_proxies") {
        match text
            .parse::<IpNet>()
            .ok()
            .or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
        {
            Some(network) if network.prefix_len() == 0 => {
                root.problem(
                    "trusted_proxies",
                    format!("{text} is everybody: anybody could then choose their own address"),
                );
            }
            Some(network) => networks.push(network.trunc()),
            None => root.problem(
                "trusted_proxies",
                format!("must be addresses or networks like 10.0.0.0/8, one is {text:?}"),
            ),
        }
    }
    networks
}

/// Plain HTTP may be spoken on loopback and to configured proxies, nowhere else.
pub(super) fn check_transport(root: &Section<'_>, listen: SocketAddr, tls: Option<&Tls>, proxies: &[IpNet]) {
    if tls.is_none() && !listen.ip().is_loopback() && proxies.is_empty() {
        root.problem(
            "listen",
            format!(
                "{listen} would take plain HTTP from the network: set [tls], name the proxies in front in \
                 trusted_proxies, or listen on 127.0.0.1"
            ),
        );
    }
}
