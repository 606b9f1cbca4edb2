//! The Postern server: validates every challenge, enforces policy, writes to the directory and
//! keeps the evidence.
//!
//! `domain` decides, in its own words. `storage`, `directory` and `notify` are adapters of its
//! ports; `http` translates between the wire and the domain. Only `compose` knows all of them.

pub mod assets;
pub mod cli;
pub mod compose;
pub mod config;
pub mod data_folder;
pub mod demo;
pub mod directory;
pub mod domain;
pub mod http;
pub mod import;
pub mod jobs;
pub mod l10n;
pub mod markup;
pub mod notify;
pub mod proof_of_work;
pub mod storage;
pub mod telemetry;
pub mod tls;
pub mod vault;
