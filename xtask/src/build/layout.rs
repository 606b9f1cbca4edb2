//! Where the build puts things.

use std::path::{Path, PathBuf};

use crate::tools;

/// The folders of one build: the real one, or the one with pseudo-locales for tests.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The workspace.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// Whether the pseudo-locales are part of this build.
    pub pseudo: bool,
}

impl Layout {
    /// The folders of a build in `root`.
    pub fn new(root: &Path, pseudo: bool) -> Self {
        Self {
            root: root.to_path_buf(),
            target: tools::target(root),
            pseudo,
        }
    }

    fn own(&self, name: &str) -> PathBuf {
        if self.pseudo {
            self.target.join("pseudo").join(name)
        } else {
            self.target.join(name)
        }
    }

    /// What the server embeds.
    pub fn dist(&self) -> PathBuf {
        self.own("dist")
    }

    /// The finished server, kept apart from Cargo's own copy, which the other build overwrites.
    pub fn binary(&self) -> PathBuf {
        self.own("bin")
            .join(format!("postern{}", std::env::consts::EXE_SUFFIX))
    }

    /// The generated pseudo-locales, as `.ftl` files.
    pub fn pseudo_locales(&self) -> PathBuf {
        self.target.join("pseudo-locales")
    }

    /// Cargo's target folder for the client, whose compiler flags differ.
    pub fn client_target(&self) -> PathBuf {
        self.target.join("client")
    }

    /// The client after `wasm-bindgen`, `wasm-opt` and the minifier.
    pub fn client(&self) -> PathBuf {
        self.target.join("client-out")
    }

    /// Fingerprints of the inputs of finished steps.
    pub fn stamps(&self) -> PathBuf {
        self.own("stamps")
    }
}
