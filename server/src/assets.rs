//! The client's files, embedded: a lookup by path, and the entry points that the shell names.
//!
//! `cargo xtask build` writes the files and `manifest.json`; `build.rs` embeds them. A binary that
//! was built without them (as the tests are) has an empty set.

use std::collections::{BTreeMap, HashMap};

use data_encoding::{BASE64, HEXLOWER};
use serde::Deserialize;
use sha2::{Digest, Sha256};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/assets.rs"));
}

/// A file that is served, with its compressed twins.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The path in the address, such as `/a/boot.0123456789abcdef.js`.
    pub path: String,
    /// The media type.
    pub content_type: String,
    /// The bytes as they are.
    pub identity: &'static [u8],
    /// The same, compressed with brotli.
    pub br: Option<&'static [u8]>,
    /// The same, compressed with gzip.
    pub gz: Option<&'static [u8]>,
    /// A strong entity tag of the identity bytes, with its quotes.
    pub etag: String,
    /// Whether the path names the contents, so that it may be cached for ever.
    pub immutable: bool,
}

/// Why the embedded files cannot be used: the build went wrong.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// `manifest.json` is not what this server understands.
    #[error("the embedded manifest.json cannot be read")]
    Manifest(#[from] serde_json::Error),
    /// A file of the manifest was not embedded, or is not text where text is needed.
    #[error("the embedded file {0} is missing or damaged")]
    File(String),
}

/// All files of the client.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    by_path: HashMap<String, Asset>,
    entries: Entries,
    critical_css: &'static str,
    critical_css_sha256: String,
}

#[derive(Deserialize)]
struct Manifest {
    entries: Entries,
    files: Vec<File>,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Entries {
    boot: String,
    glue: String,
    wasm: String,
    judge: String,
    rules: String,
    worker: String,
    stylesheets: BTreeMap<String, String>,
    tables: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct File {
    path: String,
    content_type: String,
    immutable: bool,
}

impl Assets {
    /// The files that this binary was built with; empty if it was built without a client.
    ///
    /// # Errors
    /// When the build produced a set that does not fit together.
    pub fn embedded() -> Result<Self, AssetsError> {
        if embedded::FILES.is_empty() {
            Ok(Self::default())
        } else {
            Self::from_files(embedded::FILES)
        }
    }

    /// A tiny fixed set, so that tests of the shell need no build of the client.
    #[must_use]
    pub fn for_tests() -> Self {
        Self::from_files(TEST_FILES).unwrap_or_default()
    }

    fn from_files(files: &[(&'static str, &'static [u8])]) -> Result<Self, AssetsError> {
        let files: HashMap<&str, &'static [u8]> = files.iter().copied().collect();
        let get = |name: &str| {
            files
                .get(name)
                .copied()
                .ok_or_else(|| AssetsError::File(name.to_owned()))
        };
        let manifest: Manifest = serde_json::from_slice(get("manifest.json")?)?;
        let critical_css = std::str::from_utf8(get("critical.css")?)
            .map_err(|_| AssetsError::File("critical.css".to_owned()))?;
        let mut by_path = HashMap::new();
        for file in manifest.files {
            let name = file.path.trim_start_matches('/');
            let identity = get(name)?;
            let asset = Asset {
                content_type: file.content_type,
                identity,
                br: files.get(format!("{name}.br").as_str()).copied(),
                gz: files.get(format!("{name}.gz").as_str()).copied(),
                etag: format!("\"{}\"", HEXLOWER.encode(&Sha256::digest(identity)[..8])),
                immutable: file.immutable,
                path: file.path.clone(),
            };
            by_path.insert(file.path, asset);
        }
        let entries = manifest.entries;
        let named = [
            &entries.boot,
            &entries.glue,
            &entries.wasm,
            &entries.judge,
            &entries.rules,
            &entries.worker,
        ];
        for path in named
            .into_iter()
            .chain(entries.stylesheets.values())
            .chain(entries.tables.values())
        {
            if !by_path.contains_key(path) {
                return Err(AssetsError::File(path.clone()));
            }
        }
        let critical_css_sha256 = BASE64.encode(&Sha256::digest(critical_css));
        Ok(Self {
            by_path,
            entries,
            critical_css,
            critical_css_sha256,
        })
    }

    /// Whether the binary was built without a client.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// The file that is served at `path`, which begins with a slash.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&Asset> {
        self.by_path.get(path)
    }

    /// The style sheet that the shell carries inline.
    #[must_use]
    pub fn critical_css(&self) -> &str {
        self.critical_css
    }

    /// The SHA-256 of [`critical_css`](Self::critical_css) in the form that a CSP wants.
    #[must_use]
    pub fn critical_css_sha256_base64(&self) -> &str {
        &self.critical_css_sha256
    }

    /// The address of the script that starts the client.
    #[must_use]
    pub fn boot(&self) -> &str {
        &self.entries.boot
    }

    /// The address of the client's JavaScript glue.
    #[must_use]
    pub fn glue(&self) -> &str {
        &self.entries.glue
    }

    /// The address of the client's WebAssembly.
    #[must_use]
    pub fn wasm(&self) -> &str {
        &self.entries.wasm
    }

    /// The address of the glue of the password rules.
    pub fn judge(&self) -> &str {
        &self.entries.judge
    }

    /// The address of the WebAssembly of the password rules.
    pub fn rules(&self) -> &str {
        &self.entries.rules
    }

    /// The address of the worker that solves the proof of work.
    #[must_use]
    pub fn worker(&self) -> &str {
        &self.entries.worker
    }

    /// The address of a language's message table.
    #[must_use]
    pub fn table(&self, locale: &str) -> Option<&str> {
        self.entries.tables.get(locale).map(String::as_str)
    }

    /// The languages that have a table, sorted by tag.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.entries.tables.keys().map(String::as_str)
    }

    /// The address of a style sheet beside the inline one, such as `demo`.
    #[must_use]
    pub fn stylesheet(&self, name: &str) -> Option<&str> {
        self.entries.stylesheets.get(name).map(String::as_str)
    }
}

static TEST_FILES: &[(&str, &[u8])] = &[
    (
        "manifest.json",
        br#"{
  "entries": {
    "boot": "/a/boot.0000000000000001.js",
    "glue": "/a/portal.0000000000000002.js",
    "wasm": "/a/portal.0000000000000003.wasm",
    "judge": "/a/judge.0000000000000008.js",
    "rules": "/a/judge.0000000000000009.wasm",
    "worker": "/a/proof-of-work.0000000000000004.js",
    "stylesheets": {"demo": "/a/demo.0000000000000005.css"},
    "tables": {"ar": "/a/l10n/ar.0000000000000006.txt", "en": "/a/l10n/en.0000000000000007.txt"}
  },
  "files": [
    {"path": "/a/boot.0000000000000001.js", "content_type": "text/javascript; charset=utf-8", "immutable": true},
    {"path": "/a/portal.0000000000000002.js", "content_type": "text/javascript; charset=utf-8", "immutable": true},
    {"path": "/a/portal.0000000000000003.wasm", "content_type": "application/wasm", "immutable": true},
    {"path": "/a/judge.0000000000000008.js", "content_type": "text/javascript; charset=utf-8", "immutable": true},
    {"path": "/a/judge.0000000000000009.wasm", "content_type": "application/wasm", "immutable": true},
    {"path": "/a/proof-of-work.0000000000000004.js", "content_type": "text/javascript; charset=utf-8", "immutable": true},
    {"path": "/a/demo.0000000000000005.css", "content_type": "text/css; charset=utf-8", "immutable": true},
    {"path": "/a/l10n/ar.0000000000000006.txt", "content_type": "text/plain; charset=utf-8", "immutable": true},
    {"path": "/a/l10n/en.0000000000000007.txt", "content_type": "text/plain; charset=utf-8", "immutable": true},
    {"path": "/robots.txt", "content_type": "text/plain; charset=utf-8", "immutable": false}
  ]
}"#,
    ),
    ("critical.css", b"body{margin:0}"),
    ("a/boot.0000000000000001.js", b"export {};"),
    // Brotli and gzip of the line above, with a stored block each.
    ("a/boot.0000000000000001.js.br", b"\x8b\x04\x80export {};\x03"),
    ("a/portal.0000000000000002.js", b"export default () => {};"),
    ("a/portal.0000000000000003.wasm", b"\0asm\x01\0\0\0"),
    ("a/judge.0000000000000008.js", b"export default () => {};"),
    ("a/judge.0000000000000009.wasm", b"\0asm"),
    ("a/proof-of-work.0000000000000004.js", b"export {};"),
    ("a/demo.0000000000000005.css", b"body{margin:0}"),
    ("a/l10n/ar.0000000000000006.txt", b"postern-l10n 1 0000000000000000\n"),
    ("a/l10n/en.0000000000000007.txt", b"postern-l10n 1 0000000000000000\n"),
    ("robots.txt", b"User-agent: *\nAllow: /\n"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_set_fits_together() {
        let assets = Assets::embedded().expect("what the build embedded can be read");
        assert_eq!(assets.is_empty(), assets.boot().is_empty());
    }

    #[test]
    fn an_asset_is_found_by_its_path_with_its_twins() {
        let assets = Assets::for_tests();
        let boot = assets.find(assets.boot()).expect("the boot script is there");
        assert_eq!(boot.content_type, "text/javascript; charset=utf-8");
        assert_eq!(boot.identity, b"export {};");
        assert!(boot.br.is_some() && boot.gz.is_none() && boot.immutable);
        assert!(assets.find("/a/boot.js").is_none());
        assert!(
            assets.find("/manifest.json").is_none(),
            "only listed files are served"
        );
    }

    #[test]
    fn files_whose_name_stays_are_not_immutable_and_have_their_own_tag() {
        let assets = Assets::for_tests();
        let robots = assets.find("/robots.txt").expect("robots.txt is there");
        assert!(!robots.immutable);
        assert!(
            robots.etag.starts_with('"') && robots.etag.len() == 18,
            "{}",
            robots.etag
        );
        assert_ne!(
            Some(&robots.etag),
            assets.find(assets.glue()).map(|glue| &glue.etag)
        );
    }

    #[test]
    fn the_entry_points_lead_to_files() {
        let assets = Assets::for_tests();
        for path in [assets.boot(), assets.glue(), assets.wasm(), assets.worker()] {
            assert!(assets.find(path).is_some(), "{path}");
        }
        assert_eq!(assets.table("en"), Some("/a/l10n/en.0000000000000007.txt"));
        assert_eq!(assets.table("tlh"), None);
        assert_eq!(assets.locales().collect::<Vec<_>>(), ["ar", "en"]);
        assert_eq!(assets.stylesheet("demo"), Some("/a/demo.0000000000000005.css"));
    }

    #[test]
    fn the_inline_style_sheet_is_named_by_its_hash() {
        let assets = Assets::for_tests();
        assert_eq!(assets.critical_css(), "body{margin:0}");
        let hash = BASE64.encode(&Sha256::digest(b"body{margin:0}"));
        assert_eq!(assets.critical_css_sha256_base64(), hash);
    }

    #[test]
    fn a_manifest_that_names_a_missing_file_is_refused() {
        let without: Vec<(&str, &[u8])> = TEST_FILES
            .iter()
            .filter(|(name, _)| *name != "robots.txt")
            .copied()
            .collect();
        assert!(matches!(Assets::from_files(&without), Err(AssetsError::File(name)) if name == "robots.txt"));
        let manifest: &[(&str, &[u8])] = &[("manifest.json", b"{}"), ("critical.css", b"")];
        assert!(matches!(
            Assets::from_files(manifest),
            Err(AssetsError::Manifest(_))
        ));
    }
}
