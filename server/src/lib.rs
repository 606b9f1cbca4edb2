//! The Postern server.

pub mod compose;
pub mod config;
pub mod demo;
pub mod domain;
pub mod http;
pub mod l10n;
pub mod markup;
pub mod notify;
