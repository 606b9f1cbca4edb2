//! `cargo xtask bench`: measurements that are run by hand, on a quiet machine. They build what is
//! measured, print the figures, and write them to `docs/performance.md` with their conditions.
//!
//! # How do I add one more…
//! A variant of [`Bench`], a module beside this file with a `run`, and its line in [`run`].

mod client;
mod flows;
mod load;
mod machine;
mod page;
mod probe;
mod report;
mod server;
mod subject;

use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;

use self::report::Report;
use crate::build;
use crate::build::layout::Layout;
use crate::steps::Steps;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Bench {
    /// The first screen in Chromium: bytes, requests, first paint, WebAssembly in charge
    Page,
    /// The server: start-up, memory, CPU and requests a second
    Server,
}

/// Builds what is measured, then measures it: one of them, or all and writes the report.
pub fn run(root: &Path, bench: Option<Bench>) -> Result<()> {
    let layout = Layout::new(root, false);
    build::all(&layout, &Steps)?;
    let mut report = Report::default();
    if bench.is_none_or(|bench| bench == Bench::Page) {
        Steps.run("page", |step| page::run(&layout, step, &mut report))?;
    }
    if bench.is_none_or(|bench| bench == Bench::Server) {
        Steps.run("server", |step| server::run(&layout, step, &mut report))?;
    }
    println!("\n{}", report.to_markdown());
    if bench.is_none() {
        report.write(root)?;
    }
    Ok(())
}
