//! Which files this process has open.
//!
//! On Unix, closing *any* handle of a file gives up all locks that the process holds on it. So a file
//! that is open here must not even be looked into a second time, and the question is answered from
//! this list before the file is touched. Other processes are kept out by SQLite's own lock.

use crate::error::{Error, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

static OPEN: Mutex<BTreeSet<Identity>> = Mutex::new(BTreeSet::new());

/// What makes two paths the same file.
type Identity = (u64, u64, PathBuf);

/// The right to touch a file; given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Claim(Identity);

impl Claim {
    /// Claims the file at `path`.
    ///
    /// # Errors
    /// [`Error::Locked`] if this process has it open; others if it cannot be found or is a folder.
    pub fn new(path: &Path) -> Result<Self> {
        let identity = identity(path)?;
        if open().insert(identity.clone()) {
            Ok(Self(identity))
        } else {
            Err(Error::Locked)
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        open().remove(&self.0);
    }
}

// The list is a set of names: a panic elsewhere cannot leave it half changed.
fn open() -> MutexGuard<'static, BTreeSet<Identity>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn identity(path: &Path) -> Result<Identity> {
    let metadata = std::fs::metadata(path).map_err(|e| Error::io("read", path, e))?;
    if metadata.is_dir() {
        return Err(Error::IsDirectory(path.into()));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Ok((metadata.dev(), metadata.ino(), PathBuf::new()))
    }
    #[cfg(not(unix))]
    {
        let path = path
            .canonicalize()
            .map_err(|e| Error::io("read", path, e))?;
        Ok((0, 0, path))
    }
}
