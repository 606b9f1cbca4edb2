//! Stub: puts the portal together.

use std::sync::Arc;

use crate::config::Config;
use crate::demo::Demonstration;
use crate::domain::people::PeopleImporter;

/// The portal did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Stub.
    #[error("the portal is not composed yet")]
    NotYet,
}

/// Serves until it is told to stop.
///
/// # Errors
/// [`StartError`].
#[expect(clippy::unused_async, reason = "stub")]
pub async fn serve(_config: Config) -> Result<(), StartError> {
    Err(StartError::NotYet)
}

/// Serves a demonstration until it is told to stop; `ready` is called when it listens.
///
/// # Errors
/// [`StartError`].
#[expect(clippy::unused_async, reason = "stub")]
pub async fn demonstrate(
    _config: Config,
    _demonstration: Demonstration,
    _ready: Box<dyn FnOnce(&Config) + Send>,
) -> Result<(), StartError> {
    Err(StartError::NotYet)
}

/// Opens the embedded directory and the method store for an import.
///
/// # Errors
/// [`StartError`].
pub fn importer(_config: &Config) -> Result<Arc<dyn PeopleImporter>, StartError> {
    Err(StartError::NotYet)
}
