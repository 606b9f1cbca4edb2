//! The configuration: one TOML file, overridden by the environment, with every problem reported
//! at once.
//!
//! # How do I add one more setting?
//! A field with its documentation and default in the struct of its section, its line in that
//! section's `read`, and its paragraph in `server/config.default.toml`; a test compares the two.

mod directory;
mod limits;
mod log;
mod messages;
mod network;
mod organisation;
mod password;
mod policy;
mod reader;
mod reset;
mod sms;
#[cfg(test)]
mod tests;

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use ipnet::IpNet;
use serde::Serialize;
use toml::de::DeTable;
use toml::{Table, Value};
use url::Url;

pub use directory::{Attributes, Directory, Ldap, LdapKind, LdapSecurity};
pub use limits::{Challenge, Codes, Flow};
pub use log::{Log, LogFormat};
pub use messages::{Notify, Smtp, SmtpSecurity, is_loopback};
pub use network::Tls;
pub use organisation::{HelpDesk, HelpDeskEntry, Organisation};
pub use password::{Composition, Password};
pub use reset::{Administrators, Disclosure, MethodRule, Methods, Reset, ResetScope, Roles, SmsRule};
pub use sms::{Sms, SmsFormat};

use reader::{ReadFile, Reader};

/// Every setting with its default, in words; the documentation that is shipped.
pub const DEFAULT_TOML: &str = include_str!("../../config.default.toml");

/// Where the data lives unless it is told otherwise.
const DEFAULT_DATA_DIR: &str = "data";
/// The fixed moment of an answer after its request, unless it is told otherwise.
const DEFAULT_ANSWER_DEADLINE_MS: u64 = 25;

/// What the portal is started as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// `postern serve`.
    Serve,
    /// `postern demo`: plain http on this machine is allowed.
    Demonstration,
}

/// Everything an operator decides.
#[derive(Clone, Serialize)]
pub struct Config {
    /// What the portal is started as; not a setting.
    #[serde(skip)]
    pub mode: Mode,
    /// The origin that people see; every link begins with it.
    #[serde(serialize_with = "origin")]
    pub public_url: Url,
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Proxies whose `X-Forwarded-For` is believed.
    #[serde(serialize_with = "networks")]
    pub trusted_proxies: Vec<IpNet>,
    /// Folder of the database and the key file.
    pub data_dir: PathBuf,
    /// Milliseconds after which an answer that must not tell anything leaves; 0–1000.
    pub answer_deadline_ms: u64,
    /// TLS by the portal itself.
    pub tls: Option<Tls>,
    /// The directory that passwords live in.
    pub directory: Directory,
    /// The organisation.
    pub organisation: Organisation,
    /// The help desk.
    pub help_desk: HelpDesk,
    /// Who may reset.
    pub reset: Reset,
    /// With what.
    pub methods: Methods,
    /// Administrators.
    pub administrators: Administrators,
    /// Groups that give roles.
    pub roles: Roles,
    /// Rules of a new password.
    pub password: Password,
    /// Lifetime and limits of a reset.
    pub flow: Flow,
    /// Codes that are sent.
    pub codes: Codes,
    /// Who is told.
    pub notify: Notify,
    /// The mail server.
    pub smtp: Smtp,
    /// The gateway of text messages.
    pub sms: Sms,
    /// The proof of work.
    pub challenge: Challenge,
    /// The log.
    pub log: Log,
}

/// One thing that is wrong with a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Where: the key's path, or the line of a document that is no TOML.
    pub path: String,
    /// What.
    pub message: String,
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.message)
    }
}

impl Config {
    /// Reads the configuration of `postern serve` from a document and the environment's
    /// variables. Touches nothing but the files that `_file` keys name.
    ///
    /// # Errors
    /// Every problem, not just the first.
    pub fn parse(document: &str, environment: &[(String, String)]) -> Result<Self, Vec<ConfigProblem>> {
        let root = parse_document(document)?;
        read(Mode::Serve, root, environment, &|path| {
            std::fs::read_to_string(path)
        })
    }

    /// Reads a demonstration's configuration: documents of which the later win, key by key.
    ///
    /// # Errors
    /// Every problem, not just the first.
    pub fn parse_demonstration(documents: &[&str]) -> Result<Self, Vec<ConfigProblem>> {
        let mut root = Table::new();
        for document in documents {
            merge(&mut root, parse_document(document)?);
        }
        read(Mode::Demonstration, root, &[], &|path| {
            std::fs::read_to_string(path)
        })
    }

    /// Reads a file and the environment of the process.
    ///
    /// # Errors
    /// Every problem, not just the first.
    pub fn load(file: &Path) -> Result<Self, Vec<ConfigProblem>> {
        let document = std::fs::read_to_string(file).map_err(|error| {
            vec![ConfigProblem {
                path: file.display().to_string(),
                message: format!("cannot be read: {error}"),
            }]
        })?;
        // A variable that is not UTF-8 cannot be one of ours.
        let environment: Vec<(String, String)> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        Self::parse(&document, &environment)
    }

    /// The configuration in force as TOML, secrets masked.
    ///
    /// # Errors
    /// When a path is not UTF-8 and cannot be written.
    pub fn effective(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(self)
    }

    /// The portal's origin without a slash at its end, `https://reset.example.org`.
    pub fn public_origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }
}

/// Reads a document; every mistake of its syntax with its line.
fn parse_document(document: &str) -> Result<Table, Vec<ConfigProblem>> {
    let (_, errors) = DeTable::parse_recoverable(document);
    let problem = |error: &toml::de::Error| {
        let offset = error.span().map_or(0, |span| span.start).min(document.len());
        let line = document.get(..offset).unwrap_or_default().split('\n').count();
        ConfigProblem {
            path: format!("line {line}"),
            message: error.message().replace('\n', "; "),
        }
    };
    if !errors.is_empty() {
        return Err(errors.iter().map(problem).collect());
    }
    document.parse::<Table>().map_err(|error| vec![problem(&error)])
}

/// Lays one document over another, key by key.
fn merge(below: &mut Table, above: Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => merge(below, above),
            (_, value) => {
                below.insert(key, value);
            }
        }
    }
}

/// Reads all sections and gives the configuration only if nothing is wrong.
fn read(
    mode: Mode,
    mut table: Table,
    environment: &[(String, String)],
    read_file: ReadFile<'_>,
) -> Result<Config, Vec<ConfigProblem>> {
    let reader = Reader::new(&mut table, environment, read_file);
    let config = walk(&reader, mode, table);
    let problems = reader.into_problems();
    match config {
        Some(config) if problems.is_empty() => Ok(config),
        _ => Err(problems),
    }
}

fn walk(reader: &Reader<'_>, mode: Mode, table: Table) -> Option<Config> {
    let mut root = reader.root(table);
    let public_url = network::read_public_url(&mut root, mode);
    let listen = network::read_listen(&mut root);
    let trusted_proxies = network::read_trusted_proxies(&mut root);
    let data_dir = root
        .file("data_dir")
        .unwrap_or_else(|| PathBuf::from(DEFAULT_DATA_DIR));
    let answer_deadline_ms = root.number("answer_deadline_ms", 0..=1_000, DEFAULT_ANSWER_DEADLINE_MS);
    let tls = Tls::read(root.section("tls"));
    network::check_transport(&root, listen, tls.as_ref(), &trusted_proxies);
    let directory = Directory::read(root.section("directory"));
    let organisation = Organisation::read(root.section("organisation"));
    let help_desk = HelpDesk::read(root.section("help_desk"));
    let reset = Reset::read(root.section("reset"));
    let methods = Methods::read(root.section("methods"), &reset);
    let administrators = Administrators::read(root.section("administrators"));
    let roles = Roles::read(root.section("roles"));
    let password = Password::read(
        root.section("password"),
        &organisation,
        directory.ldap().is_some(),
    );
    let flow = Flow::read(root.section("flow"));
    let codes = Codes::read(root.section("codes"));
    let notify = Notify::read(root.section("notify"));
    let smtp = Smtp::read(root.section("smtp"));
    let sms = Sms::read(root.section("sms"));
    if methods.sms.rule.enabled && sms.url.is_none() {
        root.problem(
            "methods.sms.enabled",
            "needs a gateway: set sms.url, or sms.preset",
        );
    }
    let challenge = Challenge::read(root.section("challenge"));
    let log = Log::read(root.section("log"));
    root.finish();
    Some(Config {
        mode,
        public_url: public_url?,
        listen,
        trusted_proxies,
        data_dir,
        answer_deadline_ms,
        tls,
        directory,
        organisation,
        help_desk,
        reset,
        methods,
        administrators,
        roles,
        password,
        flow,
        codes,
        notify,
        smtp,
        sms,
        challenge,
        log,
    })
}

fn origin<S: serde::Serializer>(url: &Url, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&url.origin().ascii_serialization())
}

#[expect(clippy::ptr_arg, reason = "the signature that serde calls")]
fn networks<S: serde::Serializer>(networks: &Vec<IpNet>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(networks.iter().map(ToString::to_string))
}
