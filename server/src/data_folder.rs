//! The data folder: readable by its owner only, and served from by one process at a time.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// Held while a process serves from the folder; the system releases it however the process ends.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

/// Makes the folder if there is none, and the store's file, so that nobody but the owner can read
/// what is not sealed: names, mail addresses and password hashes of the embedded directory.
///
/// # Errors
/// When the folder cannot be made.
pub fn prepare(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    // SQLite gives its other files the mode of this one.
    open_private(&folder.join("postern.db")).map(drop)
}

/// Takes the folder for this process; `None` if another one has it.
///
/// # Errors
/// When the lock file cannot be made.
pub fn lock(folder: &Path) -> io::Result<Option<FolderLock>> {
    let file = open_private(&folder.join("lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(FolderLock { _file: file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn open_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn nobody_but_the_owner_can_read_the_folder_or_the_store() {
        use std::os::unix::fs::MetadataExt as _;
        let parent = tempfile::tempdir().expect("a folder");
        let folder = parent.path().join("data");
        prepare(&folder).expect("made");
        let mode = |path: &Path| std::fs::metadata(path).expect("is there").mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("postern.db")), 0o600);
    }

    #[test]
    fn a_folder_is_served_from_by_one_process() {
        let folder = tempfile::tempdir().expect("a folder");
        let held = lock(folder.path()).expect("locks").expect("is free");
        assert!(lock(folder.path()).expect("locks").is_none());
        drop(held);
        assert!(lock(folder.path()).expect("locks").is_some());
    }
}
