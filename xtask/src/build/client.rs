//! The client: compiled, bound, shrunk and minified, or left alone if its sources did not change.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::javascript::JavaScript;
use super::layout::Layout;
use super::stamp::Stamp;
use super::{bindgen, split, standard};
use crate::steps::Step;
use crate::tools;

/// What the client is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";

/// The scripts and the module of the client, as they are served.
#[derive(Debug)]
pub struct Client {
    /// The glue of `wasm-bindgen`.
    pub glue: Vec<u8>,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
    /// The WebAssembly of the screens after the first.
    pub rest: Vec<u8>,
    /// Starts the client.
    pub boot: Vec<u8>,
    /// Solves the proof of work.
    pub worker: Vec<u8>,
    /// Whether it holds Rust's library as it is shipped.
    pub is_stock: bool,
}

/// Builds the client if anything that it is made from changed.
pub fn build(layout: &Layout, step: &mut Step) -> Result<Client> {
    let root = &layout.root;
    let out = layout.client();
    let inputs: Vec<PathBuf> = [
        "app/Cargo.toml",
        "app/src",
        "app/js",
        "api",
        "server/password",
        "Cargo.toml",
        "Cargo.lock",
        "xtask/src/build",
        "xtask/package-lock.json",
    ]
    .iter()
    .map(|name| root.join(name))
    .collect();
    // The client is the same in both builds, and so is its stamp.
    let node = if tools::exists("node") { "node" } else { "" };
    let rustc = tools::run_quietly(tools::rustc().arg("--version"))?;
    let stamp = Stamp::new(&out, "stamp", &inputs, &[&rustc, node])?;
    let read = |name: &str| fs::read(out.join(name)).with_context(|| format!("cannot read {name}"));
    if stamp.is_fresh() {
        step.outcome("unchanged");
    } else {
        make(layout, step)?;
        // What was missing for the library may be there the next time.
        if read("library")? != b"stock" {
            stamp.keep()?;
        }
    }
    Ok(Client {
        glue: read("portal.js")?,
        wasm: read("portal.wasm")?,
        rest: read("rest.wasm")?,
        boot: read("boot.js")?,
        worker: read("proof-of-work.js")?,
        is_stock: read("library")? == b"stock",
    })
}

fn make(layout: &Layout, step: &mut Step) -> Result<()> {
    tools::ensure_target(&layout.root, TARGET, step)?;
    let is_rebuilt = standard::prepare(&layout.root, step);
    let mut command = tools::cargo(&layout.root);
    command
        // As a cdylib alone: Cargo leaves out link-time optimization where an rlib is made too, and
        // the module is twice the size.
        .args([
            "rustc",
            "--package",
            "postern-app",
            "--lib",
            "--crate-type",
            "cdylib",
        ])
        .args(["--target", TARGET, "--profile", PROFILE])
        .env("CARGO_TARGET_DIR", layout.client_target())
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    // Views are erased to one type, which is smaller and compiles faster.
    let mut flags = "--cfg erase_components".to_owned();
    if is_rebuilt {
        command
            .args(standard::ARGUMENTS)
            .env(standard::PERMISSION.0, standard::PERMISSION.1);
        flags = format!("{flags} {}", standard::FLAGS);
    }
    command
        .env("RUSTFLAGS", flags)
        // What the module is split by.
        .args(["--", "-Clink-args=--emit-relocs", "-Cstrip=none"]);
    tools::run_with_progress(&mut command, step)?;

    let compiled = layout
        .client_target()
        .join(TARGET)
        .join(PROFILE)
        .join("postern_app.wasm");
    let out = layout.client();
    fs::create_dir_all(&out).with_context(|| format!("cannot create {}", out.display()))?;
    fs::write(out.join("library"), if is_rebuilt { "rebuilt" } else { "stock" })?;
    let mut inputs = vec![compiled.clone()];
    inputs
        .extend(["app/js", "xtask/src/build", "xtask/package-lock.json"].map(|name| layout.root.join(name)));
    let stamp = Stamp::new(
        &out,
        "bound-stamp",
        &inputs,
        &[if tools::exists("node") { "node" } else { "" }],
    )?;
    if stamp.is_fresh() {
        step.outcome("compiled to the same");
        return Ok(());
    }
    shrink(layout, &compiled, step)?;
    stamp.keep()
}

/// From the compiled module to what is served.
fn shrink(layout: &Layout, compiled: &Path, step: &mut Step) -> Result<()> {
    let compiled = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let out = layout.client();
    step.doing("wasm-split");
    let modules = split::split(&compiled, &out)?;
    step.doing("wasm-bindgen");
    let bound = bindgen::bind(modules.first)?;
    let javascript = JavaScript::prepare(&layout.root, step)?;
    step.doing("wasm-opt");
    let (wasm, rest) = match &javascript {
        Some(tools) => {
            let rest = tools.optimize(&out, modules.rest, step)?;
            (tools.optimize(&out, bound.wasm, step)?, rest)
        }
        None => (bound.wasm, modules.rest),
    };
    fs::write(out.join("portal.wasm"), wasm)?;
    fs::write(out.join("rest.wasm"), rest)?;
    step.doing("minifying scripts");
    let minify = |source: &str| match &javascript {
        Some(tools) => tools.minify(source),
        None => Ok(source.to_owned()),
    };
    let glue = split::place_loader(&bound.glue)?;
    fs::write(out.join("portal.js"), minify(&glue)?)?;
    for name in ["boot.js", "proof-of-work.js"] {
        let path = layout.root.join("app/js").join(name);
        let source = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        fs::write(
            out.join(name),
            minify(&source).with_context(|| format!("app/js/{name}"))?,
        )?;
    }
    Ok(())
}
