//! The key file: made with mode 0600 at the first start, never overwritten.
//!
//! One line per key, `<id> <64 hex digits>`; the last line is the key for new values.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::Vault;
use crate::domain::random::Random;

/// The key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It cannot be read or made.
    #[error("the key file {path} cannot be used: {source}")]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Others than its owner can read it.
    #[error("the key file {0} can be read by others than its owner; set its mode to 0600")]
    TooOpen(PathBuf),
    /// A line is not `<id> <64 hex digits>`.
    #[error("line {line} of the key file {path} is not an id and 64 hex digits")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Which line, from 1.
        line: usize,
    },
    /// It holds no key.
    #[error("the key file {0} holds no key")]
    Empty(PathBuf),
}

/// Opens the key file, or makes it with one fresh key if there is none.
///
/// # Errors
/// [`KeyFileError`] says what is wrong with it. A file that is there is never replaced.
pub fn load_or_create(path: &Path, random: &dyn Random) -> Result<Vault, KeyFileError> {
    let io_error = |source| KeyFileError::Io {
        path: path.to_owned(),
        source,
    };
    match File::open(path) {
        Ok(file) => load(path, file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            create(path, random).map_err(io_error)?;
            load(path, File::open(path).map_err(io_error)?)
        }
        Err(error) => Err(io_error(error)),
    }
}

fn create(path: &Path, random: &dyn Random) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut key = Zeroizing::new([0_u8; 32]);
    random.fill(&mut key[..]);
    let line = Zeroizing::new(format!("1 {}\n", data_encoding::HEXLOWER.encode(&key[..])));
    let mut file = options.open(path)?;
    file.write_all(line.as_bytes())?;
    file.sync_all()
}

fn load(path: &Path, mut file: File) -> Result<Vault, KeyFileError> {
    let io_error = |source| KeyFileError::Io {
        path: path.to_owned(),
        source,
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if file.metadata().map_err(io_error)?.mode() & 0o077 != 0 {
            return Err(KeyFileError::TooOpen(path.to_owned()));
        }
    }
    let mut text = Zeroizing::new(String::new());
    file.read_to_string(&mut text).map_err(io_error)?;
    let mut masters = BTreeMap::new();
    let mut current = None;
    for (index, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let (id, key) = parse_line(line).ok_or_else(|| KeyFileError::Unreadable {
            path: path.to_owned(),
            line: index + 1,
        })?;
        masters.insert(id, key);
        current = Some(id);
    }
    let current = current.ok_or_else(|| KeyFileError::Empty(path.to_owned()))?;
    Ok(Vault::new(current, masters))
}

fn parse_line(line: &str) -> Option<(u32, Zeroizing<[u8; 32]>)> {
    let (id, hex) = line.trim().split_once(' ')?;
    let bytes = Zeroizing::new(data_encoding::HEXLOWER.decode(hex.as_bytes()).ok()?);
    Some((
        id.parse().ok()?,
        Zeroizing::new(<[u8; 32]>::try_from(bytes.as_slice()).ok()?),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::SeededRandom;
    use crate::vault::MacPurpose;

    #[test]
    fn the_first_start_makes_a_key_file_that_only_its_owner_can_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("keys");
        let first = load_or_create(&path, &SeededRandom::new(1)).expect("made");
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            assert_eq!(std::fs::metadata(&path).expect("is there").mode() & 0o777, 0o600);
        }
        // The second start reads it and does not make another.
        let second = load_or_create(&path, &SeededRandom::new(2)).expect("read");
        let hash = |vault: &Vault| vault.mac(MacPurpose::Identifier, &[b"x"]);
        assert_eq!(hash(&first), hash(&second));
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("keys");
        load_or_create(&path, &SeededRandom::new(1)).expect("made");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("set");
        assert!(matches!(
            load_or_create(&path, &SeededRandom::new(1)),
            Err(KeyFileError::TooOpen(_))
        ));
    }

    #[test]
    fn a_broken_key_file_is_named_and_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("keys");
        load_or_create(&path, &SeededRandom::new(1)).expect("made");
        for (text, line) in [("1 abc\n", 1), ("one 00\n", 1)] {
            std::fs::write(&path, text).expect("written");
            let error = load_or_create(&path, &SeededRandom::new(1))
                .err()
                .expect("refused");
            assert!(matches!(error, KeyFileError::Unreadable { line: found, .. } if found == line));
            assert_eq!(std::fs::read_to_string(&path).expect("is there"), text);
        }
    }
}
