//! The command line of `cargo xtask`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::bench::{self, Bench};
use xtask::demo::{self, Demo};
use xtask::test::directory::Server;
use xtask::test::{self, Part};
use xtask::{build, l10n, openapi, tools};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Builds, tests and measures Postern"
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build what changed and serve the demonstration
    Demo {
        /// The port on this computer
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Where the demonstration keeps its data
        #[arg(long)]
        data: Option<PathBuf>,
        /// Where people live, if not in the embedded directory
        #[arg(long, value_enum)]
        directory: Option<Server>,
        /// Further flags for the server, after --
        #[arg(last = true)]
        rest: Vec<String>,
    },
    /// Run the tests, all parts or some
    Test {
        /// The parts; all of them if none is named
        parts: Vec<Part>,
        /// Go on after a part has failed
        #[arg(long)]
        keep_going: bool,
    },
    /// Build the client, and the server that carries it
    Build {
        /// The only kind of build there is
        #[arg(long, hide = true)]
        release: bool,
        /// Add the pseudo-locales en-XA and ar-XB, for tests (or set `POSTERN_PSEUDO=1`)
        #[arg(long)]
        pseudo: bool,
    },
    /// Compile the texts into app/src/i18n/messages.rs
    L10n {
        /// Change nothing; report every problem of the texts
        #[arg(long)]
        check: bool,
    },
    /// Write the generated reference, docs/reference/openapi.json and problems.md
    Openapi {
        /// Change nothing; fail if it is stale
        #[arg(long)]
        check: bool,
    },
    /// Measure
    Bench {
        /// What to measure; everything, written to docs/performance.md, if nothing is named
        what: Option<Bench>,
    },
}

fn main() -> ExitCode {
    let root = tools::root();
    let result = match Arguments::parse().task {
        Task::Demo {
            port,
            data,
            directory,
            rest,
        } => {
            let demo = Demo {
                port,
                data,
                directory,
                rest,
            };
            demo::run(&root, &demo)
        }
        Task::Test { parts, keep_going } => test::run(&root, &parts, keep_going),
        Task::Build { pseudo, .. } => build::run(&root, pseudo || build::pseudo_from_environment()),
        Task::L10n { check } => l10n::run(&root, check),
        Task::Openapi { check } => openapi::run(&root, check),
        Task::Bench { what } => bench::run(&root, what),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "a command-line tool talks to its terminal")]
            {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}
