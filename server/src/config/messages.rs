//! Who is told, and the mail server that carries it.

use std::net::IpAddr;

use lettre::message::Mailbox;
use serde::{Serialize, Serializer};

use super::reader::Section;
use crate::domain::secret::SecretText;

/// The section `notify`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notify {
    /// Whether people are told that their password was reset.
    pub user_on_reset: bool,
    /// Whether people are told that their account was unlocked.
    pub user_on_unlock: bool,
    /// Whether administrators are told that another administrator reset.
    pub admins_on_admin_reset: bool,
}

impl Default for Notify {
    fn default() -> Self {
        Self {
            user_on_reset: true,
            user_on_unlock: true,
            admins_on_admin_reset: true,
        }
    }
}

impl Notify {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let default = Self::default();
        let notify = Self {
            user_on_reset: section.flag("user_on_reset", default.user_on_reset),
            user_on_unlock: section.flag("user_on_unlock", default.user_on_unlock),
            admins_on_admin_reset: section.flag("admins_on_admin_reset", default.admins_on_admin_reset),
        };
        section.finish();
        notify
    }
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SmtpSecurity {
    /// STARTTLS, required.
    #[default]
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// Not at all; to this machine only.
    Plain,
}

impl SmtpSecurity {
    /// The usual port (RFC 6409, RFC 8314, RFC 5321).
    pub const fn default_port(self) -> u16 {
        match self {
            Self::Starttls => 587,
            Self::Tls => 465,
            Self::Plain => 25,
        }
    }
}

/// The section `smtp`.
#[derive(Clone, Default, Serialize)]
pub struct Smtp {
    /// The mail server.
    pub host: String,
    /// Its port; by default the usual one of `security`.
    pub port: u16,
    /// How the connection is protected.
    pub security: SmtpSecurity,
    /// User name, if the server asks for one.
    pub user: Option<String>,
    /// Password, if the server asks for one.
    #[serde(serialize_with = "mask")]
    pub password: Option<SecretText>,
    /// Sender: an address, or a name and `<address>`.
    pub from: String,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<String>,
}

impl Smtp {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let securities = [
            ("starttls", SmtpSecurity::Starttls),
            ("tls", SmtpSecurity::Tls),
            ("plain", SmtpSecurity::Plain),
        ];
        let host = section.required_text("host").unwrap_or_default();
        let security = section.choice("security", &securities, SmtpSecurity::default());
        let port = section.number("port", 1..=u16::MAX, security.default_port());
        if security == SmtpSecurity::Plain && !host.is_empty() && !is_loopback(&host) {
            section.problem(
                "security",
                format!("\"plain\" is only for a mail server on this machine, and {host} is not: codes would cross the network readable"),
            );
        }
        let user = section.optional_text("user");
        let password = section.secret("password");
        match (&user, &password) {
            (Some(_), None) => section.problem("password", "is required beside user (or password_file)"),
            (None, Some(_)) => section.problem("user", "is required beside password"),
            _ => {}
        }
        let from = section.required_text("from").unwrap_or_default();
        if !from.is_empty() && from.parse::<Mailbox>().is_err() {
            section.problem(
                "from",
                format!("must be a mail address or a name and <address>, is {from:?}"),
            );
        }
        let reply_to = section.parsed("reply_to", "a mail address or a name and <address>", |text| {
            text.parse::<Mailbox>().ok().map(|_| text.to_owned())
        });
        section.finish();
        Self {
            host,
            port,
            security,
            user,
            password,
            from,
            reply_to,
        }
    }
}

/// Whether a host is this machine.
pub fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// What stands in the place of a secret in the effective configuration.
pub(super) const MASK: &str = "(set, not shown)";

#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn mask<S: Serializer>(secret: &Option<SecretText>, serializer: S) -> Result<S::Ok, S::Error> {
    match secret {
        Some(_) => serializer.serialize_some(MASK),
        None => serializer.serialize_none(),
    }
}

/// The same for a secret that has to be there.
pub(super) fn mask_required<S: Serializer>(_: &SecretText, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(MASK)
}
