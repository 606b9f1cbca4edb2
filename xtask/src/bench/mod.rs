//! `cargo xtask bench`: measurements that are run by hand, on a quiet machine.
//!
//! # How do I add one more…
//! A variant of [`Bench`], a module beside this file with a `run`, and its line in [`run`].

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::build;
use crate::build::layout::Layout;
use crate::steps::Steps;
use crate::tools;

/// What can be measured.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Bench {
    /// How fast the first page appears on a slow connection and a slow device
    Page,
}

/// Builds what is measured, then measures it.
pub fn run(root: &Path, bench: Bench) -> Result<()> {
    match bench {
        Bench::Page => page(root),
    }
}

fn page(root: &Path) -> Result<()> {
    let script = root.join("end2end/bench/page.mjs");
    if !script.exists() {
        bail!("end2end/bench/page.mjs does not exist yet");
    }
    let layout = Layout::new(root, false);
    build::all(&layout, &Steps)?;
    let mut command = Command::new("node");
    command
        .arg(script)
        .current_dir(root.join("end2end"))
        .env("POSTERN_BIN", layout.binary());
    tools::run_loudly(&mut command)
}
