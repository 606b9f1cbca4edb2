//! The password rules as a WebAssembly module of their own, which only the screen of the new
//! password fetches; and the same with everything in it, to compare it with the server's.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::javascript::JavaScript;
use super::layout::Layout;
use super::stamp::Stamp;
use super::{bindgen, client};
use crate::steps::Step;
use crate::tools;

const PACKAGE: &str = "postern-password-browser";
const PROFILE: &str = "wasm-release";

/// What is served.
#[derive(Debug)]
pub struct Judge {
    /// The glue of `wasm-bindgen`.
    pub glue: Vec<u8>,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// Builds the module that is served, if anything that it is made from changed.
pub fn build(layout: &Layout, step: &mut Step) -> Result<Judge> {
    let out = layout.client();
    let inputs: Vec<PathBuf> = ["server/password", "Cargo.toml", "Cargo.lock", "xtask/src/build"]
        .iter()
        .map(|name| layout.root.join(name))
        .collect();
    let node = if tools::exists("node") { "node" } else { "" };
    let rustc = tools::run_quietly(tools::rustc().arg("--version"))?;
    let stamp = Stamp::new(&out, "judge-stamp", &inputs, &[&rustc, node])?;
    if stamp.is_fresh() {
        step.outcome("unchanged");
    } else {
        let bound = bindgen::bind(compile(layout, &[], step)?)?;
        let (glue, wasm) = match JavaScript::prepare(&layout.root, step)? {
            Some(tools) => (
                tools.minify(&bound.glue)?,
                tools.optimize(&out, bound.wasm, step)?,
            ),
            None => (bound.glue, bound.wasm),
        };
        write(&out, "judge", &glue, &wasm)?;
        stamp.keep()?;
    }
    let read = |name: &str| fs::read(out.join(name)).with_context(|| format!("cannot read {name}"));
    Ok(Judge {
        glue: read("judge.js")?,
        wasm: read("judge.wasm")?,
    })
}

/// Builds the module with the whole judgement and its lists in it; it is never served. Returns
/// where its glue and its WebAssembly are.
pub fn build_full(layout: &Layout, step: &mut Step) -> Result<[PathBuf; 2]> {
    let bound = bindgen::bind_whole(compile(layout, &["--features", "full"], step)?)?;
    let out = layout.client();
    write(&out, "judge-full", &bound.glue, &bound.wasm)?;
    Ok([out.join("judge-full.js"), out.join("judge-full.wasm")])
}

/// Where [`build`] leaves its glue and its WebAssembly.
pub fn served(layout: &Layout) -> [PathBuf; 2] {
    [
        layout.client().join("judge.js"),
        layout.client().join("judge.wasm"),
    ]
}

fn compile(layout: &Layout, features: &[&str], step: &mut Step) -> Result<Vec<u8>> {
    tools::ensure_target(&layout.root, client::TARGET, step)?;
    let mut command = tools::cargo(&layout.root);
    command
        .args(["rustc", "--package", PACKAGE, "--lib", "--crate-type", "cdylib"])
        .args(["--target", client::TARGET, "--profile", PROFILE])
        .args(features)
        .env("CARGO_TARGET_DIR", layout.client_target())
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTFLAGS");
    tools::run_with_progress(&mut command, step)?;
    let compiled = layout
        .client_target()
        .join(client::TARGET)
        .join(PROFILE)
        .join("postern_password_browser.wasm");
    fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))
}

fn write(out: &Path, stem: &str, glue: &str, wasm: &[u8]) -> Result<()> {
    fs::create_dir_all(out).with_context(|| format!("cannot create {}", out.display()))?;
    fs::write(out.join(format!("{stem}.js")), glue)?;
    fs::write(out.join(format!("{stem}.wasm")), wasm)?;
    Ok(())
}
