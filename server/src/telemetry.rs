//! The operator's log.

use std::io::IsTerminal;
use std::panic::PanicHookInfo;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};

use crate::config::{Log, LogFormat};

/// The log could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The level makes no sense.
    #[error("log.level cannot be used: {0}")]
    Level(#[from] tracing_subscriber::filter::ParseError),
    /// Somebody set it up before.
    #[error("the log is set up already: {0}")]
    Twice(#[from] TryInitError),
}

/// Sends log lines to standard error, so that standard output stays for what a command prints.
/// Colours only where a terminal shows them. The LDAP client is kept silent: its warnings can hold
/// what a server answered about a person, and the connector says what went wrong.
///
/// # Errors
/// [`TelemetryError`] if the level cannot be read or the log is set up already.
pub fn init(log: &Log) -> Result<(), TelemetryError> {
    let builder = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_new(&log.level)?.add_directive("ldap3=off".parse()?))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match log.format {
        LogFormat::Json => builder.json().flatten_event(true).finish().try_init()?,
        LogFormat::Text => builder.finish().try_init()?,
    }
    std::panic::set_hook(Box::new(log_panic));
    Ok(())
}

/// Logs where a panic happened. What it says is left out: it can hold anything that a request held.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    tracing::error!(panic.place = place.as_deref().unwrap_or("unknown"), "a panic");
}
