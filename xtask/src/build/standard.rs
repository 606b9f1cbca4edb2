//! Rust's own library, built again for size and without a word for panics: a tenth of the client.
//!
//! It needs the component `rust-src` and switches that Rust does not promise to keep. Where one of
//! them is missing, the library is taken as it is shipped, and a line says so.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::client::TARGET;
use crate::steps::Step;
use crate::tools;

/// Ends where others would say why: nobody reads it in a browser, and `boot.js` shows the help desk.
pub const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// What Cargo is asked for.
pub const ARGUMENTS: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

/// Lets a stable compiler take them.
pub const PERMISSION: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// Makes everything ready; false, with a line that says why, if the library must be taken as it is.
pub fn prepare(root: &Path, step: &Step) -> bool {
    match ready(root, step) {
        Ok(()) => true,
        Err(error) => {
            step.say(&format!(
                "Rust's library is taken as it is shipped, the client is larger: {error:#}"
            ));
            false
        }
    }
}

fn ready(root: &Path, step: &Step) -> Result<()> {
    let sysroot = tools::run_quietly(tools::rustc().args(["--print", "sysroot"]).current_dir(root))?;
    let library = PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library");
    if !library.join("Cargo.lock").is_file() {
        step.doing("rustup component add rust-src");
        let mut command = Command::new("rustup");
        command.args(["component", "add", "rust-src"]).current_dir(root);
        tools::run_quietly(&mut command).context("install the component rust-src by hand")?;
    }
    let mut probe = tools::rustc();
    probe
        .args(FLAGS.split(' '))
        .args(["--target", TARGET, "--print", "cfg"])
        .env(PERMISSION.0, PERMISSION.1)
        .current_dir(root);
    tools::run_quietly(&mut probe).context("the compiler does not know immediate-abort")?;
    step.doing("cargo fetch (what Rust's library is made of)");
    let mut fetch = tools::cargo(root);
    fetch
        .args(["fetch", "--locked", "--manifest-path"])
        .arg(library.join("Cargo.toml"))
        .env(PERMISSION.0, PERMISSION.1);
    tools::run_quietly(&mut fetch)
        .context("what Rust's library is made of cannot be fetched")
        .map(drop)
}
