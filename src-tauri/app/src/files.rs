//! Files that are not portfolios: settings, exports, imports. The only use of the file system outside
//! the store.

use crate::failure::Failure;
use crate::wire::WrittenFile;
use chrono::{DateTime, Utc};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What was being done to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Reading it.
    Read,
    /// Writing it.
    Write,
    /// Making the folder it belongs in.
    MakeFolder,
}

impl Operation {
    /// The verb.
    #[must_use]
    pub fn verb(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::MakeFolder => "make the folder",
        }
    }
}

/// The system refused something.
#[derive(Debug, thiserror::Error)]
#[error("could not {} {}", .operation.verb(), .path.display())]
pub struct FileError {
    /// What was attempted.
    pub operation: Operation,
    /// With what.
    pub path: PathBuf,
    /// Why it failed.
    pub source: io::Error,
}

impl FileError {
    fn new(operation: Operation, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self {
            operation,
            path: path.into(),
            source,
        }
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        let path = shown(&error.path);
        match (error.source.kind(), error.operation) {
            (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, Operation::Write) => {
                match error.path.parent() {
                    // Some systems say so of a folder that takes no files.
                    Some(folder) if folder.is_dir() => Self::ReadOnly { path },
                    _ => Self::NoSuchFolder {
                        path: folder_of(&error.path),
                    },
                }
            }
            (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, _) => {
                Self::NoSuchFile { path }
            }
            (io::ErrorKind::IsADirectory, _) => Self::IsFolder { path },
            (io::ErrorKind::AlreadyExists, _) => Self::AlreadyThere { path },
            (io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, _) => Self::DiskFull,
            (io::ErrorKind::PermissionDenied, Operation::Read) => Self::NotReadable { path },
            (io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem, _) => {
                Self::ReadOnly { path }
            }
            _ => Self::File {
                operation: error.operation.verb().into(),
                path,
                reason: error.source.to_string(),
            },
        }
    }
}

/// A path as a person reads it.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The name of a portfolio: its file's, without the ending.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_stem()
        .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// The folder a file is in, as a person reads it.
pub(crate) fn folder_of(path: &Path) -> String {
    path.parent().map_or_else(String::new, shown)
}

/// What is said of a file that was written.
pub(crate) fn written(path: &Path) -> WrittenFile {
    WrittenFile {
        file_name: path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        folder: folder_of(path),
    }
}

/// When the file at `path` last changed.
pub(crate) fn changed_at(path: &Path) -> Option<DateTime<Utc>> {
    Some(fs::metadata(path).ok()?.modified().ok()?.into())
}

/// Refuses a target that is a folder, or a file that may not be replaced: before the work, so that
/// nobody waits for a refusal.
pub(crate) fn check_target(path: &Path, overwrite: bool) -> Result<(), Failure> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(Failure::IsFolder { path: shown(path) }),
        Ok(_) if !overwrite => Err(Failure::AlreadyThere { path: shown(path) }),
        _ => Ok(()),
    }
}

/// Writes `bytes` so that `path` holds either all of them or what it held before: beside the target
/// first, flushed, then renamed.
///
/// # Errors
/// If the system refuses; without `overwrite` also if there is a file already.
pub fn write_whole(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), FileError> {
    let refused = |source| FileError::new(Operation::Write, path)(source);
    if path.is_dir() {
        return Err(refused(io::ErrorKind::IsADirectory.into()));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::Builder::new()
        .prefix(".aftershift-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(refused)?;
    file.write_all(bytes).map_err(refused)?;
    give_usual_permissions(file.as_file()).map_err(refused)?;
    file.as_file().sync_all().map_err(refused)?;
    if overwrite {
        file.persist(path).map_err(|e| refused(e.error))?;
    } else {
        file.persist_noclobber(path).map_err(|e| refused(e.error))?;
    }
    flush_folder(folder).map_err(refused)
}

/// A temporary file is private; one that is handed in may be read by whoever may read its folder.
#[cfg(unix)]
fn give_usual_permissions(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn give_usual_permissions(_: &File) -> io::Result<()> {
    Ok(())
}

/// The new name is only certain to survive a power cut once the folder is on the disk too.
#[cfg(unix)]
fn flush_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn flush_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a folder and those above it.
///
/// # Errors
/// If the system refuses.
pub fn make_folder(path: &Path) -> Result<(), FileError> {
    fs::create_dir_all(path).map_err(FileError::new(Operation::MakeFolder, path))
}

/// How many bytes a file has.
pub(crate) fn length(path: &Path) -> Result<u64, FileError> {
    let found = fs::metadata(path).map_err(FileError::new(Operation::Read, path))?;
    Ok(found.len())
}

/// The first bytes of a file, by which its kind is told.
pub(crate) fn beginning(path: &Path) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(1024).read_to_end(&mut bytes));
    read.map_err(FileError::new(Operation::Read, path))?;
    Ok(bytes)
}

/// Reads a file of at most `limit` bytes; nothing if it is longer.
///
/// # Errors
/// If the system refuses.
pub fn read_up_to(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, FileError> {
    let refused = |source| FileError::new(Operation::Read, path)(source);
    let file = File::open(path).map_err(refused)?;
    if file.metadata().map_err(refused)?.is_dir() {
        return Err(refused(io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// Reads a small file of the program's own. `None` if there is none, or if it is damaged: then it is
/// kept aside under another name, so that what was in it can still be looked at.
pub(crate) fn read_own<T: serde::de::DeserializeOwned>(path: &Path) -> Option<T> {
    let bytes = read_up_to(path, 1 << 20).ok()?;
    match bytes.as_deref().map(serde_json::from_slice) {
        Some(Ok(value)) => Some(value),
        Some(Err(_)) | None => {
            let aside = path.with_extension("damaged.json");
            if let Err(error) = fs::rename(path, &aside) {
                tracing::warn!(%error, "a damaged file of the program could not be kept aside");
            }
            None
        }
    }
}

/// Writes a small file of the program's own, making its folder.
pub(crate) fn write_own<T: serde::Serialize>(path: &Path, value: &T) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let mut text = serde_json::to_vec_pretty(value).map_err(|error| Failure::File {
        operation: Operation::Write.verb().into(),
        path: shown(path),
        reason: error.to_string(),
    })?;
    text.push(b'\n');
    Ok(write_whole(path, &text, true)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_only_replaced_when_that_was_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.pdf");
        write_whole(&path, b"one", false).unwrap();
        let refused: Failure = write_whole(&path, b"two", false).unwrap_err().into();
        assert_eq!(refused, Failure::AlreadyThere { path: shown(&path) });
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write_whole(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(
            fs::read_dir(&folder).unwrap().count(),
            1,
            "nothing half written stays behind"
        );
    }

    #[test]
    fn a_folder_and_a_missing_folder_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let refused: Failure = write_whole(folder.path(), b"x", true).unwrap_err().into();
        assert!(matches!(refused, Failure::IsFolder { .. }));
        let missing = folder.path().join("not/there.pdf");
        let refused: Failure = write_whole(&missing, b"x", true).unwrap_err().into();
        assert_eq!(
            refused,
            Failure::NoSuchFolder {
                path: folder.path().join("not").display().to_string()
            }
        );
    }

    #[test]
    fn a_damaged_file_of_the_program_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(&path, "{ not json").unwrap();
        assert_eq!(read_own::<serde_json::Value>(&path), None);
        assert!(!path.exists());
        let aside = folder.path().join("settings.damaged.json");
        assert_eq!(fs::read_to_string(aside).unwrap(), "{ not json");
    }

    #[test]
    fn a_file_that_is_too_long_is_not_taken_into_memory() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("long");
        fs::write(&path, [0; 11]).unwrap();
        assert_eq!(read_up_to(&path, 10).unwrap(), None);
        assert_eq!(
            read_up_to(&path, 11).unwrap().map(|bytes| bytes.len()),
            Some(11)
        );
    }
}
