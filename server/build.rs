//! Embeds the client and the texts.
//!
//! * `POSTERN_DIST`: the folder that `cargo xtask build` writes; without it the binary carries no
//!   client, which is what the HTTP tests use.
//! * `POSTERN_PSEUDO`: a folder of generated pseudo-locales, for tests of the layout.
//!
//! Writes `assets.rs` (`FILES`) and `locales.rs` (`LOCALES`) into `OUT_DIR`.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=POSTERN_DIST");
    println!("cargo::rerun-if-env-changed=POSTERN_PSEUDO");
    println!("cargo::rerun-if-changed=build.rs");
    let out = folder("OUT_DIR").ok_or_else(|| io::Error::other("cargo did not set OUT_DIR"))?;

    let mut files = Vec::new();
    if let Some(dist) = folder("POSTERN_DIST") {
        println!("cargo::rerun-if-changed={}", dist.join("manifest.json").display());
        collect(&dist, &dist, &mut files)?;
    }
    let mut assets = String::from(
        "/// The files of the client, by their path in the dist folder.\n\
         pub static FILES: &[(&str, &[u8])] = &[\n",
    );
    for (name, path) in &files {
        // Writing to a String cannot fail.
        let _ = writeln!(assets, "    ({name:?}, include_bytes!({path:?})),");
    }
    assets.push_str("];\n");
    fs::write(out.join("assets.rs"), assets)?;

    let mut texts = Vec::new();
    for folder in [Some(PathBuf::from("../locales")), folder("POSTERN_PSEUDO")]
        .into_iter()
        .flatten()
    {
        println!("cargo::rerun-if-changed={}", folder.display());
        let folder = fs::canonicalize(&folder)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", folder.display())))?;
        collect(&folder, &folder, &mut texts)?;
    }
    let mut locales = String::from(
        "/// Every file of texts: language, surface, contents.\n\
         pub static LOCALES: &[(&str, &str, &str)] = &[\n",
    );
    for (name, path) in &texts {
        if let Some((tag, surface)) = name.strip_suffix(".ftl").and_then(|name| name.split_once('/')) {
            let _ = writeln!(locales, "    ({tag:?}, {surface:?}, include_str!({path:?})),");
        }
    }
    locales.push_str("];\n");
    fs::write(out.join("locales.rs"), locales)
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// Lists the files below `folder`, sorted, by their path relative to `root` with forward slashes.
fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            files.push((name, path.to_string_lossy().into_owned()));
        }
    }
    Ok(())
}
