//! Starts a demonstration: a mail server that keeps everything, a clock that can be moved, people.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use super::accounts::{ACCOUNTS, CONFIGURATION, PASSWORD, circumstances, people};
use super::directory::{DemoDirectory, RunningDirectory, ServerError};
use super::mailbox::Mailbox;
use super::sink::Sink;
use super::text_sink::TextSink;
use crate::compose::{self, StartError};
use crate::config::{Config, ConfigProblem};
use crate::data_folder;
use crate::domain::clock::{Clock as _, MovableClock};
use crate::l10n::{FALLBACK, Texts};
use crate::telemetry::{self, TelemetryError};

/// What the command line says.
#[derive(Debug, Clone)]
pub struct Options {
    /// Port of the portal on this machine.
    pub port: u16,
    /// Folder of the data.
    pub data_dir: PathBuf,
    /// The directory that people live in, if not the embedded one.
    pub directory: Option<DemoDirectory>,
    /// A document over the demonstration's configuration.
    pub overrides: Option<String>,
}

/// What a demonstration has and a real portal has not.
pub struct Demonstration {
    /// The clock; everything must read this one.
    pub clock: Arc<MovableClock>,
    /// Where mails end.
    pub mailbox: Arc<Mailbox>,
}

/// A demonstration did not start.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The overrides make no sense.
    #[error("the configuration has problems")]
    Configuration(Vec<ConfigProblem>),
    /// No port for the mail server.
    #[error("the demonstration's mail server could not start: {0}")]
    MailServer(#[source] std::io::Error),
    /// No port for the gateway of text messages.
    #[error("the demonstration's gateway could not start: {0}")]
    Gateway(#[source] std::io::Error),
    /// The data folder's name cannot be written down.
    #[error("the data folder cannot be used: {0}")]
    DataFolder(#[source] toml::ser::Error),
    /// The directory that was asked for.
    #[error(transparent)]
    Directory(#[from] ServerError),
    /// The log.
    #[error(transparent)]
    Log(#[from] TelemetryError),
    /// The portal.
    #[error(transparent)]
    Portal(#[from] StartError),
}

/// Runs until it is told to stop. `ready` is called once, when the portal listens.
///
/// # Errors
/// [`RunError`] says why it did not start.
pub async fn run(options: Options, ready: impl FnOnce(&Config) + Send + 'static) -> Result<(), RunError> {
    let clock = Arc::new(MovableClock::default());
    let mailbox = Arc::new(Mailbox::new(clock.clone()));
    let sink = Sink::start(Arc::clone(&mailbox))
        .await
        .map_err(RunError::MailServer)?;
    let text_sink = TextSink::start(Arc::clone(&mailbox))
        .await
        .map_err(RunError::Gateway)?;
    let circumstances = circumstances(
        options.port,
        &options.data_dir,
        sink.address(),
        text_sink.address(),
    )
    .map_err(RunError::DataFolder)?;
    let outside = match options.directory {
        None => None,
        Some(kind) => {
            data_folder::prepare(&options.data_dir).map_err(ServerError::from)?;
            Some(RunningDirectory::start(kind, &options.data_dir, &people(clock.now())).await?)
        }
    };
    let mut documents = vec![CONFIGURATION, &circumstances];
    documents.extend(outside.as_ref().map(|outside| outside.document.as_str()));
    documents.extend(options.overrides.as_deref());
    let config = Config::parse_demonstration(&documents).map_err(RunError::Configuration)?;
    telemetry::init(&config.log)?;
    compose::demonstrate(config, Demonstration { clock, mailbox }, Box::new(ready)).await?;
    drop((sink, text_sink, outside));
    Ok(())
}

/// What the operator reads when it runs: the address, the accounts, where messages appear.
pub fn welcome(texts: &Texts, origin: &str) -> String {
    let say = |id: &str| texts.get(FALLBACK, id, &[]);
    let width = ACCOUNTS
        .iter()
        .map(|account| account.user_name.len())
        .max()
        .unwrap_or_default();
    let mut welcome = format!("\n  {origin}\n\n");
    for account in &ACCOUNTS {
        let _ = writeln!(welcome, "  {:width$}  {}", account.user_name, say(account.shows));
    }
    let _ = write!(
        welcome,
        "\n  {} {PASSWORD}\n  {}: {origin}/demo\n",
        say("demo-accounts-password"),
        say("demo-messages-title")
    );
    welcome
}
