//! Fingerprints of input files, so that a step whose inputs did not change is passed over.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// Files and folders whose contents decide whether a step must run again.
#[derive(Debug)]
pub struct Stamp {
    path: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// The fingerprint of everything below `inputs`, and of `extra`; remembered as `folder/name`.
    pub fn new(folder: &Path, name: &str, inputs: &[PathBuf], extra: &[&str]) -> Result<Self> {
        let mut digest = Sha256::new();
        for text in extra {
            digest.update(text);
            digest.update([0]);
        }
        for input in inputs {
            for file in files_below(input)? {
                let contents = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
                digest.update(file.to_string_lossy().as_bytes());
                digest.update([0]);
                digest.update(Sha256::digest(&contents));
            }
        }
        let fingerprint = HEXLOWER.encode(&digest.finalize());
        Ok(Self {
            path: folder.join(name),
            fingerprint,
        })
    }

    /// Whether the step finished with these very inputs.
    pub fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|last| last == self.fingerprint)
    }

    /// Remembers that the step finished.
    pub fn keep(&self) -> Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.path, &self.fingerprint)
            .with_context(|| format!("cannot write {}", self.path.display()))
    }
}

/// All files below a path (or the path itself), sorted; build output and packages left out.
pub fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(if path.exists() {
            vec![path.to_path_buf()]
        } else {
            Vec::new()
        });
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(path)
        .with_context(|| format!("cannot read {}", path.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        let name = entry.file_name().unwrap_or_default();
        if name != "node_modules" && name != "target" {
            files.extend(files_below(&entry)?);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_fresh_until_an_input_changes() {
        let folder = std::env::temp_dir().join(format!("postern-stamp-{}", std::process::id()));
        let input = folder.join("in");
        fs::create_dir_all(input.join("node_modules")).expect("a folder for the test");
        let stamp =
            || Stamp::new(&folder, "stamp", std::slice::from_ref(&input), &["v1"]).expect("readable inputs");
        fs::write(input.join("a.txt"), "one").expect("writable");
        assert!(!stamp().is_fresh());
        stamp().keep().expect("writable");
        assert!(stamp().is_fresh());
        fs::write(input.join("node_modules/x"), "ignored").expect("writable");
        assert!(stamp().is_fresh());
        fs::write(input.join("a.txt"), "two").expect("writable");
        assert!(!stamp().is_fresh());
        fs::remove_dir_all(&folder).expect("removable");
    }
}
