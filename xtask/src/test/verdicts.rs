//! Whether the password rules say the same on the server and in the browser: 100,000 random
//! passwords and every vector, judged natively and by WebAssembly.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::build::judge;
use crate::build::layout::Layout;
use crate::steps::Steps;
use crate::tools;

/// Builds both sides and compares them.
pub fn run(root: &Path) -> Result<()> {
    if !tools::exists("node") {
        bail!(
            "comparing the verdicts needs Node.js 20 or newer: install it from your distribution or nodejs.org"
        );
    }
    let layout = Layout::new(root, false);
    Steps.run("judge", |step| judge::build(&layout, step))?;
    let full = Steps.run("judge, whole", |step| judge::build_full(&layout, step))?;
    let package = ["--package", "postern-password-browser", "--features", "full"];
    tools::run_loudly(
        tools::cargo(root)
            .args(["build", "--release", "--example", "verdicts"])
            .args(package),
    )?;
    let native = layout
        .target
        .join("release/examples")
        .join(format!("verdicts{}", std::env::consts::EXE_SUFFIX));
    tools::run_loudly(
        Command::new("node")
            .arg(root.join("server/password/browser/compare.mjs"))
            .arg(native)
            .args(judge::served(&layout))
            .args(full),
    )
}
