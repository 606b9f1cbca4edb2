//! The server with the client inside it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::layout::Layout;
use super::stamp::Stamp;
use crate::steps::Step;
use crate::tools;

/// Builds the server if anything in it changed, and keeps it at [`Layout::binary`].
pub fn build(layout: &Layout, step: &mut Step) -> Result<()> {
    let root = &layout.root;
    let mut inputs: Vec<PathBuf> = [
        "server/Cargo.toml",
        "server/build.rs",
        "server/src",
        "server/migrations",
        "server/password",
        "api",
        "locales",
        "Cargo.toml",
        "Cargo.lock",
    ]
    .iter()
    .map(|name| root.join(name))
    .collect();
    inputs.push(layout.dist());
    if layout.pseudo {
        inputs.push(layout.pseudo_locales());
    }
    let rustc = tools::run_quietly(tools::rustc().arg("--version"))?;
    let stamp = Stamp::new(&layout.stamps(), "server", &inputs, &[&rustc])?;
    let binary = layout.binary();
    if stamp.is_fresh() && binary.exists() {
        step.outcome("unchanged");
        return Ok(());
    }
    let mut command = tools::cargo(root);
    command
        .args(["build", "--release", "--package", "postern-server"])
        .env("CARGO_TARGET_DIR", &layout.target)
        .env("POSTERN_DIST", layout.dist());
    if layout.pseudo {
        command.env("POSTERN_PSEUDO", layout.pseudo_locales());
    } else {
        command.env_remove("POSTERN_PSEUDO");
    }
    tools::run_with_progress(&mut command, step)?;

    let built = layout
        .target
        .join("release")
        .join(binary.file_name().unwrap_or_default());
    if let Some(folder) = binary.parent() {
        fs::create_dir_all(folder)?;
    }
    // A running server keeps its file: the new one takes the name, not the place.
    let fresh = binary.with_extension("new");
    fs::copy(&built, &fresh).with_context(|| format!("cannot copy {}", built.display()))?;
    fs::rename(&fresh, &binary).with_context(|| format!("cannot replace {}", binary.display()))?;
    stamp.keep()
}
