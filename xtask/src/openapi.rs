//! `cargo xtask openapi`: the reference files that the server prints about itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::tools;

/// Writes the reference files, or with `check` proves them fresh.
pub fn run(root: &Path, check: bool) -> Result<()> {
    generate(root, "print-openapi", "docs/reference/openapi.json", check)?;
    generate(root, "print-problems", "docs/reference/problems.md", check)
}

fn generate(root: &Path, subcommand: &str, file: &str, check: bool) -> Result<()> {
    let mut command = tools::cargo(root);
    command.args(["run", "--quiet", "--package", "postern-server", "--", subcommand]);
    let mut wanted = tools::run_quietly(&mut command)?;
    if !wanted.ends_with('\n') {
        wanted.push('\n');
    }
    let path = root.join(file);
    let fresh = fs::read_to_string(&path).is_ok_and(|present| present == wanted);
    if fresh {
        println!("{file} is up to date");
    } else if check {
        bail!("{file} is stale: run `cargo xtask openapi` and commit it");
    } else {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, wanted).with_context(|| format!("cannot write {file}"))?;
        println!("{file} written");
    }
    Ok(())
}
