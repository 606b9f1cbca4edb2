//! The Postern server.

pub mod config;
pub mod domain;
pub mod l10n;
pub mod notify;
