//! The directory that passwords live in.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use url::Url;

use super::messages::is_loopback;
use super::reader::Section;
use crate::domain::secret::SecretText;

/// The section `directory`.
#[derive(Clone, Default)]
pub enum Directory {
    /// Postern's own store.
    #[default]
    Embedded,
    /// A directory that speaks LDAP.
    Ldap(Box<Ldap>),
}

/// Which dialect of LDAP, and with it the defaults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LdapKind {
    /// `OpenLDAP` and its kin: ppolicy, the password modify operation.
    Openldap,
    /// Active Directory and Samba.
    ActiveDirectory,
}

/// How the connection is protected where the address says `ldap://`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LdapSecurity {
    /// `StartTLS`, required.
    #[default]
    Starttls,
    /// Not at all; to this machine only.
    Plain,
}

/// A directory that speaks LDAP.
#[derive(Clone, Serialize)]
pub struct Ldap {
    /// Its dialect.
    pub kind: LdapKind,
    /// Addresses, tried in turn.
    #[serde(serialize_with = "urls")]
    pub urls: Vec<Url>,
    /// Protection of `ldap://` addresses.
    pub security: LdapSecurity,
    /// PEM certificates to believe instead of the system's.
    pub ca_file: Option<PathBuf>,
    /// The service account.
    pub bind_dn: String,
    /// Its password.
    #[serde(serialize_with = "super::messages::mask_required")]
    pub bind_password: SecretText,
    /// Where people are.
    pub base_dn: String,
    /// A filter that people have to match as well.
    pub user_filter: Option<String>,
    /// Where groups are; where people are if `None`.
    pub group_base_dn: Option<String>,
    /// The default password policy's entry (`OpenLDAP`).
    pub password_policy_dn: Option<String>,
    /// Whether passwords may be written.
    pub writeback: bool,
    /// Seconds until a server counts as unreachable; 1–60.
    pub connect_timeout_seconds: u64,
    /// Seconds that one operation may take; 1–120.
    pub operation_timeout_seconds: u64,
    /// Connections at once; 1–64.
    pub pool_size: usize,
    /// Names of attributes.
    pub attributes: Attributes,
}

/// The section `directory.attributes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attributes {
    /// What people sign in with; all are searched, the first that has a value is shown.
    pub user_name: Vec<String>,
    /// Primary mail.
    pub mail: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Name to be shown; the first that has a value.
    pub display_name: Vec<String>,
    /// Language.
    pub locale: String,
    /// Name of a group.
    pub group_name: String,
}

impl LdapKind {
    const fn attributes(self) -> AttributeDefaults {
        match self {
            Self::Openldap => AttributeDefaults {
                user_name: &["uid"],
                display_name: &["displayName", "cn"],
            },
            Self::ActiveDirectory => AttributeDefaults {
                user_name: &["userPrincipalName", "sAMAccountName"],
                display_name: &["displayName", "cn"],
            },
        }
    }
}

/// What differs between dialects.
struct AttributeDefaults {
    user_name: &'static [&'static str],
    display_name: &'static [&'static str],
}

/// Keys that mean nothing beside the embedded directory.
const OUTSIDE_KEYS: &str = "is only for kind \"openldap\" or \"active-directory\"";

impl Directory {
    /// What the section says of an outside directory.
    pub const fn ldap(&self) -> Option<&Ldap> {
        match self {
            Self::Embedded => None,
            Self::Ldap(ldap) => Some(ldap),
        }
    }

    /// Whether passwords may be written.
    pub fn writeback(&self) -> bool {
        self.ldap().is_none_or(|ldap| ldap.writeback)
    }

    pub(super) fn read(mut section: Section<'_>) -> Self {
        let kinds = [
            ("embedded", None),
            ("openldap", Some(LdapKind::Openldap)),
            ("active-directory", Some(LdapKind::ActiveDirectory)),
        ];
        let kind = section.choice("kind", &kinds, None);
        let securities = [
            ("starttls", LdapSecurity::Starttls),
            ("plain", LdapSecurity::Plain),
        ];
        let given = section.list("urls");
        let security = section.choice("security", &securities, LdapSecurity::default());
        let ca_file = section.file("ca_file");
        let bind_dn = section.optional_text("bind_dn");
        let bind_password = section.secret("bind_password");
        let base_dn = section.optional_text("base_dn");
        let user_filter = section.parsed(
            "user_filter",
            "an LDAP filter like (employeeType=staff)",
            |text| ldap3::parse_filter(text).ok().map(|_| text.to_owned()),
        );
        let group_base_dn = section.optional_text("group_base_dn");
        let password_policy_dn = section.optional_text("password_policy_dn");
        let writeback = section.flag("writeback", true);
        let connect_timeout_seconds = section.number("connect_timeout_seconds", 1..=60, 3);
        let operation_timeout_seconds = section.number("operation_timeout_seconds", 1..=120, 10);
        let pool_size = section.number("pool_size", 1..=64, 8);
        let attributes = Attributes::read(section.section("attributes"), kind);
        let Some(kind) = kind else {
            let outside = [
                ("urls", !given.is_empty()),
                ("ca_file", ca_file.is_some()),
                ("bind_dn", bind_dn.is_some()),
                ("bind_password", bind_password.is_some()),
                ("base_dn", base_dn.is_some()),
                ("user_filter", user_filter.is_some()),
                ("group_base_dn", group_base_dn.is_some()),
                ("password_policy_dn", password_policy_dn.is_some()),
            ];
            for (key, _) in outside.into_iter().filter(|(_, given)| *given) {
                section.problem(key, OUTSIDE_KEYS);
            }
            section.finish();
            return Self::Embedded;
        };
        let urls = read_urls(&section, kind, security, &given);
        for (key, missing) in [
            ("urls", given.is_empty()),
            ("bind_dn", bind_dn.is_none()),
            ("bind_password", bind_password.is_none()),
            ("base_dn", base_dn.is_none()),
        ] {
            if missing {
                section.problem(key, "is required");
            }
        }
        if kind == LdapKind::ActiveDirectory && password_policy_dn.is_some() {
            section.problem(
                "password_policy_dn",
                "is only for kind \"openldap\": a domain's policy is found by itself",
            );
        }
        section.finish();
        Self::Ldap(Box::new(Ldap {
            kind,
            urls,
            security,
            ca_file,
            bind_dn: bind_dn.unwrap_or_default(),
            bind_password: bind_password.unwrap_or_else(|| SecretText::new("")),
            base_dn: base_dn.unwrap_or_default(),
            user_filter,
            group_base_dn,
            password_policy_dn,
            writeback,
            connect_timeout_seconds,
            operation_timeout_seconds,
            pool_size,
            attributes,
        }))
    }
}

fn read_urls(section: &Section<'_>, kind: LdapKind, security: LdapSecurity, given: &[String]) -> Vec<Url> {
    let mut urls = Vec::new();
    for text in given {
        let Some(url) = Url::parse(text).ok().filter(is_address) else {
            section.problem(
                "urls",
                format!("must be like \"ldaps://dc1.example.org\" or \"ldap://dc1.example.org:389\", without a path; one is {text:?}"),
            );
            continue;
        };
        let host = url.host_str().unwrap_or_default();
        if url.scheme() == "ldap" && security == LdapSecurity::Plain {
            if kind == LdapKind::ActiveDirectory {
                section.problem(
                    "security",
                    "\"plain\" cannot be used with Active Directory: it sets passwords over TLS only",
                );
            } else if !is_loopback(host) {
                section.problem(
                    "security",
                    format!("\"plain\" is only for a directory on this machine, and {host} is not: passwords would cross the network readable"),
                );
            }
        }
        urls.push(url);
    }
    urls
}

/// A scheme, a host and perhaps a port: nothing that could hold a secret or is not looked at.
fn is_address(url: &Url) -> bool {
    matches!(url.scheme(), "ldap" | "ldaps")
        && url.host_str().is_some_and(|host| !host.is_empty())
        && matches!(url.path(), "" | "/")
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none()
}

impl Attributes {
    fn read(mut section: Section<'_>, kind: Option<LdapKind>) -> Self {
        let default = kind.unwrap_or(LdapKind::Openldap).attributes();
        let mut many = |key: &str, default: &[&str]| {
            let given = section.list(key);
            check(&section, key, &given);
            if given.is_empty() {
                default.iter().map(|name| (*name).to_owned()).collect()
            } else {
                given
            }
        };
        let user_name = many("user_name", default.user_name);
        let display_name = many("display_name", default.display_name);
        let mut one = |key: &str, default: &str| {
            let given = section.text(key, default);
            check(&section, key, std::slice::from_ref(&given));
            given
        };
        let attributes = Self {
            user_name,
            mail: one("mail", "mail"),
            given_name: one("given_name", "givenName"),
            family_name: one("family_name", "sn"),
            display_name,
            locale: one("locale", "preferredLanguage"),
            group_name: one("group_name", "cn"),
        };
        section.finish();
        attributes
    }

    /// Every attribute that is read of an entry.
    pub fn names(&self) -> BTreeSet<&str> {
        let many = self.user_name.iter().chain(&self.display_name);
        let one = [&self.mail, &self.given_name, &self.family_name, &self.locale];
        many.chain(one).map(String::as_str).collect()
    }
}

/// Names go into filters as they are: letters, digits and hyphens only (RFC 4512 section 1.4).
fn check(section: &Section<'_>, key: &str, names: &[String]) {
    for name in names {
        let usable = name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !usable {
            section.problem(key, format!("must be an attribute's name, is {name:?}"));
        }
    }
}

impl Serialize for Directory {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Embedded => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("kind", "embedded")?;
                map.end()
            }
            Self::Ldap(ldap) => ldap.serialize(serializer),
        }
    }
}

fn urls<S: Serializer>(urls: &[Url], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(urls.iter().map(Url::as_str))
}
