//! The dist folder: every file under its public path, compressed twins, and `manifest.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::compress;
use super::stamp::files_below;

/// What `manifest.json` says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The files that the shell names.
    pub entries: Entries,
    /// Every file that is served, sorted by path.
    pub files: Vec<File>,
    /// Whether the client holds Rust's library as it is shipped, which makes it larger.
    #[serde(default)]
    pub is_stock: bool,
}

/// The addresses of the entry points.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Entries {
    /// Starts the client.
    pub boot: String,
    /// The client's JavaScript glue.
    pub glue: String,
    /// The client's WebAssembly.
    pub wasm: String,
    /// The WebAssembly of the screens after the first; the glue knows its address.
    pub rest: String,
    /// The glue of the password rules, which the screen of the new password fetches.
    #[serde(default)]
    pub judge: String,
    /// The WebAssembly of the password rules.
    #[serde(default)]
    pub rules: String,
    /// Solves the proof of work.
    pub worker: String,
    /// Style sheets beside the inline one, by name.
    pub stylesheets: BTreeMap<String, String>,
    /// Message tables by language.
    pub tables: BTreeMap<String, String>,
}

/// One file that is served.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct File {
    /// The path in the address.
    pub path: String,
    /// The media type.
    pub content_type: String,
    /// Whether the path names the contents.
    pub immutable: bool,
    /// The size in bytes.
    pub bytes: usize,
    /// The size with brotli, if there is a twin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brotli: Option<usize>,
    /// The size with gzip, if there is a twin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gzip: Option<usize>,
}

/// Collects files, then writes them all.
#[derive(Debug, Default)]
pub struct Dist {
    files: BTreeMap<String, (Vec<u8>, bool)>,
    /// The addresses that the shell names.
    pub entries: Entries,
    /// The inline style sheet; it is embedded but not served.
    pub critical_css: String,
    /// Whether the client holds Rust's library as it is shipped.
    pub is_stock: bool,
}

impl Dist {
    /// Adds a file under a name that contains its hash, and returns its address.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
        let path = format!("/a/{stem}.{}.{extension}", hash(&bytes));
        self.files.insert(path.clone(), (bytes, true));
        path
    }

    /// Adds every file of a folder under its own name.
    pub fn add_folder(&mut self, folder: &Path) -> Result<()> {
        for file in files_below(folder)? {
            let name = file
                .strip_prefix(folder)
                .unwrap_or(&file)
                .to_string_lossy()
                .replace('\\', "/");
            let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            self.files.insert(format!("/{name}"), (bytes, false));
        }
        Ok(())
    }

    /// Writes what changed, removes what is no longer there, and returns the manifest.
    pub fn write(self, folder: &Path, cache: &Path) -> Result<Manifest> {
        let compressible: Vec<&[u8]> = self
            .files
            .iter()
            .filter(|(path, _)| is_compressible(path))
            .map(|(_, (bytes, _))| bytes.as_slice())
            .collect();
        let mut twins = compress::twins(cache, &compressible)?.into_iter();
        let mut manifest = Manifest {
            entries: self.entries,
            files: Vec::new(),
            is_stock: self.is_stock,
        };
        let mut wanted = BTreeMap::new();
        for (path, (bytes, immutable)) in &self.files {
            let name = path.trim_start_matches('/');
            let mut file = File {
                path: path.clone(),
                content_type: content_type(path).to_owned(),
                immutable: *immutable,
                bytes: bytes.len(),
                brotli: None,
                gzip: None,
            };
            if is_compressible(path)
                && let Some(twins) = twins.next()
            {
                if twins.br.len() < bytes.len() {
                    file.brotli = Some(twins.br.len());
                    wanted.insert(format!("{name}.br"), twins.br);
                }
                if twins.gz.len() < bytes.len() {
                    file.gzip = Some(twins.gz.len());
                    wanted.insert(format!("{name}.gz"), twins.gz);
                }
            }
            wanted.insert(name.to_owned(), bytes.clone());
            manifest.files.push(file);
        }
        wanted.insert("critical.css".to_owned(), self.critical_css.into_bytes());
        wanted.insert("manifest.json".to_owned(), serde_json::to_vec_pretty(&manifest)?);
        synchronize(folder, &wanted)?;
        Ok(manifest)
    }
}

impl Manifest {
    /// Reads the manifest of a finished build.
    pub fn read(dist: &Path) -> Result<Self> {
        let path = dist.join("manifest.json");
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("cannot understand {}", path.display()))
    }

    /// The file with this address.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

/// The first 16 hexadecimal digits of the SHA-256.
pub fn hash(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes)[..8])
}

fn synchronize(folder: &Path, wanted: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let names: BTreeSet<_> = wanted.keys().map(|name| folder.join(name)).collect();
    for present in files_below(folder)? {
        if !names.contains(&present) {
            fs::remove_file(&present).with_context(|| format!("cannot remove {}", present.display()))?;
        }
    }
    for (name, bytes) in wanted {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|present| present == *bytes) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn is_compressible(path: &str) -> bool {
    matches!(
        extension(path),
        "css" | "html" | "ico" | "js" | "json" | "svg" | "txt" | "wasm" | "webmanifest" | "xml"
    )
}

fn content_type(path: &str) -> &'static str {
    match extension(path) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/vnd.microsoft.icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_holds_exactly_what_was_added() {
        let base = std::env::temp_dir().join(format!("postern-dist-{}", std::process::id()));
        let (folder, cache) = (base.join("dist"), base.join("cache"));
        fs::create_dir_all(folder.join("a")).expect("a folder for the test");
        fs::write(folder.join("a/stale.js"), "old").expect("writable");

        let mut dist = Dist {
            critical_css: "body{}".to_owned(),
            ..Dist::default()
        };
        let boot = dist.add_hashed("boot", "js", "export {};".repeat(50).into_bytes());
        dist.entries.boot.clone_from(&boot);
        let manifest = dist.write(&folder, &cache).expect("writable");

        assert!(!folder.join("a/stale.js").exists());
        assert!(
            boot.starts_with("/a/boot.") && boot.len() == "/a/boot..js".len() + 16,
            "{boot}"
        );
        let name = boot.trim_start_matches('/');
        assert!(folder.join(name).exists() && folder.join(format!("{name}.br")).exists());
        assert_eq!(
            fs::read_to_string(folder.join("critical.css")).expect("readable"),
            "body{}"
        );
        let file = manifest.file(&boot).expect("listed");
        assert!(file.immutable && file.brotli < Some(file.bytes));
        assert_eq!(Manifest::read(&folder).expect("readable").entries.boot, boot);
        fs::remove_dir_all(base).expect("removable");
    }

    #[test]
    fn a_name_follows_the_contents() {
        assert_eq!(hash(b""), "e3b0c44298fc1c14");
        assert_ne!(hash(b"a"), hash(b"b"));
    }
}
