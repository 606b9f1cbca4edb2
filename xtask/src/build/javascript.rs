//! The two npm packages of the build, `binaryen` (wasm-opt) and `terser`.
//!
//! Without Node.js the build still works: the client is then larger, and a line says so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, anyhow};

use super::compress;
use super::stamp::Stamp;
use crate::steps::Step;
use crate::tools;

/// What a module from Rust 1.95 may contain.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Ways to shrink a module; the one with the fewest brotli bytes wins, which differs by module.
const CANDIDATES: [&[&str]; 3] = [
    &["-Oz"],
    &["--flatten", "--rereloop", "-Oz", "-Oz"],
    &["-O2", "-Os"],
];

/// The installed packages.
#[derive(Debug)]
pub struct JavaScript {
    modules: PathBuf,
}

impl JavaScript {
    /// Installs the packages that `xtask/package-lock.json` names, once; `None` without Node.js.
    pub fn prepare(root: &Path, step: &Step) -> Result<Option<Self>> {
        if !tools::exists("node") || !tools::exists("npm") {
            step.say("Node.js was not found: wasm-opt and the minifier are left out, the client is larger");
            return Ok(None);
        }
        let folder = root.join("xtask");
        let modules = folder.join("node_modules");
        let stamp = Stamp::new(
            &modules,
            ".postern-stamp",
            &[folder.join("package-lock.json")],
            &[],
        )?;
        if !stamp.is_fresh() {
            step.doing("npm ci (binaryen, terser)");
            let mut command = Command::new("npm");
            command
                .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
                .current_dir(&folder);
            tools::run_quietly(&mut command)?;
            stamp.keep()?;
        }
        Ok(Some(Self { modules }))
    }

    /// Minifies an ES module.
    pub fn minify(&self, source: &str) -> Result<String> {
        let mut command = Command::new("node");
        command
            .arg(self.modules.join("terser/bin/terser"))
            .args([
                "--module",
                "--ecma",
                "2020",
                "--compress",
                "passes=3,unsafe_arrows",
                "--mangle",
            ])
            .args(["--comments", "false"]);
        tools::pipe(&mut command, source)
    }

    /// Shrinks a module with each set of options and keeps what is smallest after brotli.
    pub fn optimize(&self, folder: &Path, wasm: Vec<u8>, step: &mut Step) -> Result<Vec<u8>> {
        let input = folder.join("unoptimized.wasm");
        fs::write(&input, &wasm).with_context(|| format!("cannot write {}", input.display()))?;
        let mut best = (compress::brotli(&wasm)?.len(), wasm, "none");
        let results = thread::scope(|scope| {
            let running: Vec<_> = CANDIDATES
                .iter()
                .enumerate()
                .map(|(index, options)| {
                    let (input, output) = (&input, folder.join(format!("candidate-{index}.wasm")));
                    scope.spawn(move || self.wasm_opt(input, &output, options))
                })
                .collect();
            running
                .into_iter()
                .map(|thread| {
                    thread
                        .join()
                        .map_err(|_| anyhow!("wasm-opt stopped unexpectedly"))?
                })
                .collect::<Result<Vec<_>>>()
        })?;
        for ((size, bytes), options) in results.into_iter().zip(CANDIDATES) {
            if size < best.0 {
                best = (size, bytes, options[0]);
            }
        }
        step.outcome(format!("{} bytes brotli (wasm-opt {} …)", best.0, best.2));
        Ok(best.1)
    }

    fn wasm_opt(&self, input: &Path, output: &Path, options: &[&str]) -> Result<(usize, Vec<u8>)> {
        let mut command = Command::new("node");
        command
            .arg(self.modules.join("binaryen/bin/wasm-opt"))
            .arg(input)
            .arg("-o")
            .arg(output)
            .args(FEATURES)
            .args(options)
            .args(["--strip-debug", "--strip-producers"]);
        tools::run_quietly(&mut command)?;
        let bytes = fs::read(output).with_context(|| format!("cannot read {}", output.display()))?;
        Ok((compress::brotli(&bytes)?.len(), bytes))
    }
}
