//! `cargo deny`: bans, licences and sources always; advisories where the database can be had.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::steps::Steps;
use crate::tools;

/// The version that is installed where none is found.
const VERSION: &str = "0.20.2";

/// Installs `cargo-deny` if it is missing, then runs its checks.
pub fn run(root: &Path) -> Result<()> {
    let program = program(root)?;
    let check = |what: &[&str]| {
        let mut command = Command::new(&program);
        command
            .current_dir(root)
            .args(["--log-level", "error", "check"])
            .args(what);
        command
    };
    tools::run_loudly(&mut check(&["bans", "licenses", "sources"]))?;

    let mut advisories = check(&["advisories"]);
    match tools::run_quietly(&mut advisories) {
        Ok(_) => println!("advisories ok"),
        Err(error) if is_unreachable(&format!("{error:#}")) => {
            println!("advisories: not checked (database unreachable)");
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Whether the database could not be fetched, which is no verdict on the dependencies.
fn is_unreachable(message: &str) -> bool {
    [
        "failed to fetch advisory database",
        "failed to load advisory database",
        "unable to clone",
    ]
    .iter()
    .any(|sign| message.contains(sign))
}

fn program(root: &Path) -> Result<PathBuf> {
    if tools::exists("cargo-deny") {
        return Ok("cargo-deny".into());
    }
    let folder = tools::target(root).join("tools");
    let program = folder
        .join("bin")
        .join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        Steps.run("cargo-deny", |step| {
            let mut command = tools::cargo(root);
            command
                .args([
                    "install",
                    "cargo-deny",
                    "--version",
                    VERSION,
                    "--locked",
                    "--root",
                ])
                .arg(&folder)
                .env("CARGO_TARGET_DIR", folder.join("build"));
            tools::run_with_progress(&mut command, step).context("cargo-deny could not be installed")
        })?;
        // Its intermediate files are several hundred megabytes and never needed again.
        std::fs::remove_dir_all(folder.join("build")).ok();
    }
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unreachable_database_is_told_from_a_finding() {
        assert!(is_unreachable(
            "[ERROR] failed to fetch advisory database https://github.com/…"
        ));
        assert!(!is_unreachable("error[vulnerability]: Use after free in example"));
    }
}
