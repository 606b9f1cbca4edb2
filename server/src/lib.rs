//! The Postern server.

pub mod cli;
pub mod compose;
pub mod config;
pub mod demo;
pub mod domain;
pub mod http;
pub mod import;
pub mod l10n;
pub mod markup;
pub mod notify;
pub mod telemetry;
pub mod tls;
