//! Copies of a portfolio: made through SQLite while it is open, compared with what was written before
//! they take their name, and thinned as they age.
//!
//! A copy is a portfolio like any other. Its name says when it was made, so that the list needs no
//! other record and a person can make sense of the folder:
//! `My portfolio 2027-02-11T090301Z.aftershift`.

mod thin;

pub use thin::superfluous;

use crate::check::check;
use crate::claim::Claim;
use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::header::header;
use crate::migrate::{MIGRATIONS, expect_structure, migrate, version};
use crate::{Reader, Store, connection};
use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// The ending of a portfolio's file name.
pub const EXTENSION: &str = "aftershift";

const STAMP: &str = "%Y-%m-%dT%H%M%SZ";

/// Larger steps were ten times slower, smaller ones have more to do in between.
const PAGES_PER_STEP: i32 = 1000;

/// A copy in the folder of copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeCopy {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made, to the second.
    pub made_at: DateTime<Utc>,
    /// Its length in bytes.
    pub size: u64,
}

impl Store {
    /// Writes a verified copy of the portfolio to `target`.
    ///
    /// # Errors
    /// [`Error::Exists`] if `target` is there and is to be kept; [`Error::Locked`] if it is open here;
    /// [`Error::Corrupt`] if what was copied is damaged: then there is no copy, and what `target` was
    /// before is still there.
    pub fn copy_to(&self, target: &Path, existing: Existing) -> Result<()> {
        write_copy(&self.db, target, existing)
    }

    /// Makes a verified copy in `folder`, named by the instant `now`, and removes the copies that have
    /// become [superfluous] by it. The folder should hold the copies of this portfolio only.
    ///
    /// # Errors
    /// As [`copy_to`](Self::copy_to). Copies that cannot be removed are left for the next time.
    pub fn keep_safe_copy(&self, folder: &Path, now: DateTime<Utc>) -> Result<SafeCopy> {
        std::fs::create_dir_all(folder).map_err(|e| Error::io("write", folder, e))?;
        let stem = self
            .path()
            .and_then(Path::file_stem)
            .unwrap_or("portfolio".as_ref());
        let name = format!(
            "{} {}.{EXTENSION}",
            stem.to_string_lossy(),
            now.format(STAMP)
        );
        let path = folder.join(name);
        write_copy(&self.db, &path, Existing::Replace)?;
        let copies = safe_copies(folder)?;
        let dates: Vec<_> = copies.iter().map(|copy| copy.made_at).collect();
        for (copy, date) in copies.iter().zip(&dates) {
            if superfluous(&dates, now).contains(date) && copy.path != path {
                // Held by something, perhaps; it is superfluous the next time too.
                let _ = std::fs::remove_file(&copy.path);
            }
        }
        let made = copies.into_iter().find(|copy| copy.path == path);
        made.ok_or(Error::NotFound(path))
    }
}

/// The copies in `folder`, latest first; none if there is no such folder.
///
/// # Errors
/// If the folder cannot be read.
pub fn safe_copies(folder: &Path) -> Result<Vec<SafeCopy>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(Error::io("read", folder, e)),
    };
    let mut copies = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|e| Error::io("read", folder, e))?;
        let path = entry.path();
        if let (Some(made_at), Ok(metadata)) = (made_at(&path), entry.metadata()) {
            copies.push(SafeCopy {
                path,
                made_at,
                size: metadata.len(),
            });
        }
    }
    copies.sort_by(|a, b| b.made_at.cmp(&a.made_at).then_with(|| a.path.cmp(&b.path)));
    Ok(copies)
}

/// When the copy at `path` was made, by its name.
fn made_at(path: &Path) -> Option<DateTime<Utc>> {
    if path.extension()? != EXTENSION {
        return None;
    }
    let stamp = path.file_stem()?.to_str()?.rsplit(' ').next()?;
    Some(NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc())
}

/// Whether a daily copy is due: there is none yet, or the latest was made on another day than `now`.
#[must_use]
pub fn is_due(copies: &[SafeCopy], now: DateTime<Utc>) -> bool {
    // "Another day" rather than "an earlier day": a clock that once ran ahead must not stop copies for
    // years.
    copies
        .iter()
        .all(|copy| copy.made_at.date_naive() != now.date_naive())
}

/// Puts the copy at `copy` in the place of the portfolio at `target`, which must be closed. What was
/// there is kept beside it under another name, and that name is returned.
///
/// # Errors
/// [`Error::Locked`] if `target` is open; the reason why `copy` is no sound portfolio. In each case
/// `target` is as it was.
pub fn restore(copy: &Path, target: &Path) -> Result<Option<PathBuf>> {
    let claim = match Claim::new(target) {
        Ok(claim) => Some(claim),
        Err(Error::NotFound(_)) => None,
        Err(other) => return Err(other),
    };
    let whole = sound_copy_of(copy, target)?;
    let Some(_claim) = claim else {
        files::put(whole, target, Existing::Keep)?;
        return Ok(None);
    };
    // What does not even begin as a portfolio nobody has open as one, and SQLite would make an empty file
    // into a database.
    if header(target).is_ok() {
        settle(target)?;
    }
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let aside = target.with_file_name(format!("{stem} before restoring.{EXTENSION}"));
    let aside = files::unused(&aside);
    files::put_aside(whole, target, &aside)?;
    Ok(Some(aside))
}

/// Makes sure that no other process has the file at `target` open, and finishes what a crash left of it
/// in its journal.
fn settle(target: &Path) -> Result<()> {
    match connection::open(target) {
        Ok(db) => connection::release(&db),
        Err(Error::Locked) => Err(Error::Locked),
        // Whatever else is wrong with it: nobody has it open, and it is about to make room.
        Err(_) => Ok(()),
    }
}

/// Reads from a copy without changing it, such as how much it holds. A copy of an older format is brought
/// forward in memory first. It is not verified; [`restore`] does that.
///
/// # Errors
/// Why it cannot be read; whatever `work` reports.
pub fn look<T, E: From<Error>>(
    copy: &Path,
    work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let (_claim, source) = open_copy(copy)?;
    let known = crate::known_format();
    if version(&source)? == known {
        return work(&Reader { db: &source });
    }
    let mut forward = connection::open_in_memory()?;
    copy_pages(&source, &mut forward)?;
    migrate(&mut forward, MIGRATIONS, |_, _| Ok(()))?;
    work(&Reader { db: &forward })
}

/// Opens a copy that nobody has open, without ever writing to it.
fn open_copy(copy: &Path) -> Result<(Claim, Connection)> {
    let claim = Claim::new(copy)?;
    let (found, known) = (header(copy)?.version, crate::known_format());
    if found > known {
        return Err(Error::TooNew { found, known });
    }
    let source = connection::open_unchanged(copy)?;
    expect_structure(&source, MIGRATIONS, version(&source)?)?;
    Ok((claim, source))
}

/// Copies a portfolio that is not open, and verifies the copy, in a file beside `target`.
fn sound_copy_of(copy: &Path, target: &Path) -> Result<TempPath> {
    let (_claim, source) = open_copy(copy)?;
    verified(&source, target)
}

/// The copy that is made before a file is brought to a newer format.
pub(crate) fn before_migration(
    db: &Connection,
    path: &Path,
    copies: Option<&Path>,
    format: u32,
) -> Result<()> {
    let folder = copies.unwrap_or_else(|| files::folder(path));
    std::fs::create_dir_all(folder).map_err(|e| Error::io("write", folder, e))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem} before update from format {format}.{EXTENSION}");
    write_copy(db, &files::unused(&folder.join(name)), Existing::Keep)
}

fn write_copy(db: &Connection, target: &Path, existing: Existing) -> Result<()> {
    // Held until the end: the file that is replaced must not be one that is open.
    let _claim = match Claim::new(target) {
        Ok(_) if existing == Existing::Keep => return Err(Error::Exists(target.into())),
        Ok(claim) => Some(claim),
        Err(Error::NotFound(_)) => None,
        Err(other) => return Err(other),
    };
    let whole = verified(db, target)?;
    if existing == Existing::Replace && target.exists() {
        settle(target)?;
    }
    files::remove_journals(target)?;
    files::put(whole, target, existing)
}

fn copy_pages(from: &Connection, to: &mut Connection) -> Result<()> {
    let backup = Backup::new(from, to)?;
    while backup.step(PAGES_PER_STEP)? != StepResult::Done {}
    Ok(())
}

/// A copy of `db` in a file beside `target`, compared with the hashes of what was written.
fn verified(db: &Connection, target: &Path) -> Result<TempPath> {
    let file = files::beside(target)?;
    let mut copy = connection::open_scratch(&file)?;
    copy_pages(db, &mut copy)?;
    // What can be rebuilt is no reason to be without a copy.
    let mut damage = check(&copy)?;
    damage.retain(|damage| damage.place != crate::Place::Search);
    if let Some(damage) = damage.first() {
        return Err(Error::Corrupt(format!(
            "{} {}",
            damage.table, damage.detail
        )));
    }
    copy.close().map_err(|(_, e)| e)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_when_a_copy_was_made() {
        let at = |name: &str| made_at(Path::new(name)).map(|at| at.to_rfc3339());
        let made = Some("2027-02-11T09:03:01+00:00".to_owned());
        assert_eq!(at("My portfolio 2027-02-11T090301Z.aftershift"), made);
        assert_eq!(at("2027-02-11T090301Z.aftershift"), made);
        assert_eq!(at("My portfolio.aftershift"), None);
        assert_eq!(at("My portfolio 2027-02-11T090301Z.txt"), None);
        assert_eq!(at("My portfolio 2027-02-31T090301Z.aftershift"), None);
    }
}
