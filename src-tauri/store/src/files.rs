//! Puts finished files where they belong, so that at every moment there is a whole one.

use crate::error::{Error, Result};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempPath;

/// What may happen to a file that has the name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is done.
    Keep,
    /// The new one takes its place.
    Replace,
}

/// The folder that `path` lies in.
pub(crate) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// An empty file in the folder of `target`, so that giving it its name later is one step. It goes away
/// unless it is [put](put) there.
pub(crate) fn beside(target: &Path) -> Result<TempPath> {
    let folder = folder(target);
    let file = tempfile::Builder::new()
        .prefix(".aftershift-")
        .suffix(".partial")
        .tempfile_in(folder)
        .map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => Error::NotFound(folder.into()),
            _ => Error::io("write", target, e),
        })?;
    Ok(file.into_temp_path())
}

/// Flushes the finished `file` and gives it the name `target`.
///
/// # Errors
/// [`Error::Exists`] if the name is taken and the file that has it is to be kept.
pub(crate) fn put(file: TempPath, target: &Path, existing: Existing) -> Result<()> {
    let wrong = |e| Error::io("write", target, e);
    // Writable, because Windows flushes only what could have been written.
    File::options()
        .write(true)
        .open(&file)
        .and_then(|f| f.sync_all())
        .map_err(wrong)?;
    match existing {
        Existing::Replace => {
            patiently(|| std::fs::rename(&file, target)).map_err(wrong)?;
            // It has its name: there is nothing left to take away.
            let _ = file.keep();
        }
        Existing::Keep => {
            let mut file = Some(file);
            patiently(|| match file.take() {
                None => Ok(()),
                Some(path) => path.persist_noclobber(target).map_err(|refused| {
                    file = Some(refused.path);
                    refused.error
                }),
            })
            .map_err(wrong)?;
        }
    }
    flush_folder(target);
    Ok(())
}

/// Renames `from` to `to`, which has no file.
fn rename(from: &Path, to: &Path) -> Result<()> {
    patiently(|| std::fs::rename(from, to)).map_err(|e| Error::io("rename", from, e))?;
    flush_folder(to);
    Ok(())
}

/// The journals that SQLite keeps beside a file. One that outlived its file must never meet another
/// file of the same name: SQLite would put old pages into it.
fn journals(path: &Path) -> impl Iterator<Item = PathBuf> {
    ["-journal", "-wal", "-shm"].into_iter().map(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        name.into()
    })
}

/// Takes away what an earlier file at `path` left behind.
pub(crate) fn remove_journals(path: &Path) -> Result<()> {
    for journal in journals(path) {
        match std::fs::remove_file(&journal) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => {
                return Err(Error::io("remove", &journal, e));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Puts the finished `file` in the place of `target`, which is not open and is kept as `aside`, with whatever
/// journals it has.
///
/// Where the file system can give a file two names, there is a file called `target` at every moment, so that
/// a program that starts meanwhile does not take it for missing.
///
/// # Errors
/// If the system refuses; `target` then has its name and its journals as before.
pub(crate) fn put_aside(file: TempPath, target: &Path, aside: &Path) -> Result<()> {
    rename_journals(target, aside)?;
    let put = if std::fs::hard_link(target, aside).is_ok() {
        put(file, target, Existing::Replace).inspect_err(|_| {
            // Only its second name: the file itself is where it was.
            let _ = std::fs::remove_file(aside);
        })
    } else {
        rename(target, aside).and_then(|()| {
            put(file, target, Existing::Keep).or_else(|error| {
                rename(aside, target)?;
                Err(error)
            })
        })
    };
    put.or_else(|error| {
        rename_journals(aside, target)?;
        Err(error)
    })
}

/// Renames the journals of a database that is not open.
fn rename_journals(from: &Path, to: &Path) -> Result<()> {
    for (journal, renamed) in journals(from).zip(journals(to)) {
        if journal.exists() {
            rename(&journal, &renamed)?;
        }
    }
    Ok(())
}

/// A path like `wanted` that has no file yet: the same, or with a number behind the name.
pub(crate) fn unused(wanted: &Path) -> PathBuf {
    let stem = wanted
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let numbered = (2..).map(|number| {
        let mut path = wanted.with_file_name(format!("{stem} ({number})"));
        if let Some(extension) = wanted.extension() {
            path.add_extension(extension);
        }
        path
    });
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_else(|| wanted.to_owned())
}

/// Tries again while something else, such as a virus scanner or a synchronised folder, holds the file:
/// five times, over a third of a second.
fn patiently(mut attempt: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let mut pause = Duration::from_millis(10);
    for _ in 0..5 {
        match attempt() {
            Err(e) if held(&e) => std::thread::sleep(pause),
            outcome => return outcome,
        }
        pause *= 2;
    }
    attempt()
}

fn held(error: &io::Error) -> bool {
    // Unix has no such state: there, a refusal is final.
    cfg!(windows)
        && (error.kind() == io::ErrorKind::PermissionDenied
            || error.kind() == io::ErrorKind::ResourceBusy
            || error.raw_os_error() == Some(32))
}

fn flush_folder(path: &Path) {
    // The name reaches the disk with its folder. Windows cannot open one, and some network drives
    // refuse; the file itself is safe by then.
    if cfg!(unix) {
        let _ = File::open(folder(path)).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_exists_is_kept_unless_it_may_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.aftershift");
        std::fs::write(&target, "old").unwrap();

        let new = beside(&target).unwrap();
        std::fs::write(&new, "new").unwrap();
        assert!(matches!(
            put(new, &target, Existing::Keep),
            Err(Error::Exists(_))
        ));
        assert_eq!(std::fs::read(&target).unwrap(), b"old");

        let new = beside(&target).unwrap();
        std::fs::write(&new, "new").unwrap();
        put(new, &target, Existing::Replace).unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"new");
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no litter remains"
        );
    }

    #[test]
    fn what_makes_room_is_kept_with_its_journals() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let (target, aside) = (at("a.aftershift"), at("b.aftershift"));
        std::fs::write(&target, "old").unwrap();
        std::fs::write(at("a.aftershift-journal"), "pages").unwrap();
        let new = beside(&target).unwrap();
        std::fs::write(&new, "new").unwrap();
        put_aside(new, &target, &aside).unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"new");
        assert_eq!(std::fs::read(&aside).unwrap(), b"old");
        assert_eq!(
            std::fs::read(at("b.aftershift-journal")).unwrap(),
            b"pages",
            "old pages never meet the new file"
        );
        assert!(!at("a.aftershift-journal").exists());
        // Two names for one file would let the next save change what was put aside.
        std::fs::write(&target, "newer").unwrap();
        assert_eq!(std::fs::read(&aside).unwrap(), b"old");
    }

    #[test]
    fn an_unused_name_is_found_by_counting() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = folder.path().join("a b.aftershift");
        assert_eq!(unused(&wanted), wanted);
        std::fs::write(&wanted, "").unwrap();
        std::fs::write(folder.path().join("a b (2).aftershift"), "").unwrap();
        assert_eq!(unused(&wanted), folder.path().join("a b (3).aftershift"));
    }

    #[test]
    fn a_missing_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing");
        match beside(&missing.join("a.aftershift")) {
            Err(Error::NotFound(path)) => assert_eq!(path, missing),
            other => panic!("{other:?}"),
        }
    }
}
