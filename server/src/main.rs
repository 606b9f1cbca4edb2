//! The binary `postern`: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser as _;
use postern_server::cli::Cli;

fn main() -> ExitCode {
    Cli::parse().run()
}
