//! `cargo xtask`: builds, tests and measures Postern.
//!
//! A library so that its own tests can call the parts; `main.rs` reads the command line.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool talks to its terminal"
)]

pub mod bench;
pub mod build;
pub mod demo;
pub mod l10n;
pub mod openapi;
pub mod steps;
pub mod test;
pub mod tools;
