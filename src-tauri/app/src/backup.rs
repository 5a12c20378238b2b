//! Verified copies of a portfolio, and putting one back.
//!
//! They lie in one folder for each portfolio, by the reason why they were made. Only the daily ones
//! are thinned as they age: whoever asked for a copy expects to find it.

use crate::app::{App, Open, opened};
use crate::convert::not_found;
use crate::failure::Failure;
use crate::files;
use crate::recent::opaque;
use crate::wire::{BackupRef, BackupRow, Backups, Nothing, PortfolioStatus};
use aftershift_store::backup::{self, SafeCopy};
use aftershift_store::{Error, Existing, Store};
use chrono::{DateTime, TimeDelta, Utc};
use std::path::{Path, PathBuf};

/// Why a copy was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// A day had passed.
    Daily,
    /// The person asked for it.
    Asked,
    /// The file was about to be brought to a newer format.
    Migration,
    /// Another copy was about to take its place.
    Restore,
}

impl Reason {
    const ALL: [Self; 4] = [Self::Daily, Self::Asked, Self::Migration, Self::Restore];

    pub fn code(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Asked => "asked",
            Self::Migration => "migration",
            Self::Restore => "restore",
        }
    }

    /// The folder of such copies.
    fn folder(self, app: &App, uid: &str, path: &Path) -> PathBuf {
        match self {
            Self::Migration => before_update(app, path),
            _ => self.folder_of(app, uid),
        }
    }

    /// The folder of such copies of the portfolio with this identity, wherever its file lies. Those from
    /// before an update go by the file instead.
    pub fn folder_of(self, app: &App, uid: &str) -> PathBuf {
        app.places().backups(uid).join(match self {
            Self::Daily => "Daily",
            Self::Asked => "Asked for",
            Self::Restore => "Before restoring",
            Self::Migration => "Before updates",
        })
    }
}

/// The folder of copies that are made before a file is brought to a newer format. Its identity is not
/// known by then, so it goes by the path.
pub(crate) fn before_update(app: &App, path: &Path) -> PathBuf {
    app.places()
        .data
        .join("Backups")
        .join("Before updates")
        .join(opaque(path))
}

/// Makes the daily copy if it is due: there is something to copy, and the day has none yet.
pub(crate) fn daily(app: &App, open: &mut Open) -> Result<(), Failure> {
    if !app.settings(Nothing {})?.daily_copy || open.store.read(|db| db.is_empty())? {
        return Ok(());
    }
    let now = app.clock().now();
    let folder = Reason::Daily.folder(app, &open.uid, &open.path);
    if backup::is_due(&backup::safe_copies(&folder)?, now) {
        open.store.keep_safe_copy(&folder, now)?;
    }
    Ok(())
}

/// What a person is told when the daily copy could not be made.
pub(crate) fn notice(failure: &Failure) -> String {
    match failure {
        Failure::DiskFull => {
            "Today’s copy could not be made: the disk is full. Your portfolio itself is open and sound; \
             make room and copy it in Settings."
                .into()
        }
        Failure::Damaged { .. } => {
            "Today’s copy could not be made, because part of this portfolio is not as it was written. \
             Earlier copies are in Settings."
                .into()
        }
        _ => "Today’s copy could not be made. Your portfolio itself is open; look at the folder of \
              copies in Settings."
            .into(),
    }
}

/// Puts a verified copy into the folder of copies with this reason, where it stays.
fn keep(app: &App, open: &Open, reason: Reason) -> Result<PathBuf, Failure> {
    let folder = reason.folder(app, &open.uid, &open.path);
    files::make_folder(&folder)?;
    // The name says the second. A copy of the same second must not be replaced: it may be the one that
    // is about to be restored.
    let mut made = app.clock().now();
    let path = loop {
        let stamp = made.format("%Y-%m-%dT%H%M%SZ");
        let name = format!(
            "{} {stamp}.{}",
            files::name_of(&open.path),
            backup::EXTENSION
        );
        let path = folder.join(name);
        if !path.exists() {
            break path;
        }
        made += TimeDelta::seconds(1);
    };
    open.store.copy_to(&path, Existing::Keep)?;
    Ok(path)
}

/// The copies of a portfolio with their reasons, newest first.
fn copies(app: &App, uid: &str, path: &Path) -> Result<Vec<(Reason, SafeCopy)>, Failure> {
    let mut found = Vec::new();
    for reason in Reason::ALL {
        let folder = reason.folder(app, uid, path);
        let copies = match reason {
            Reason::Migration => updates(&folder),
            _ => backup::safe_copies(&folder)?,
        };
        found.extend(copies.into_iter().map(|copy| (reason, copy)));
    }
    found.sort_by_key(|(_, copy)| std::cmp::Reverse(copy.made_at));
    Ok(found)
}

/// Copies made before an update. Their names say the format, so their time is the file's own.
pub(crate) fn updates(folder: &Path) -> Vec<SafeCopy> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let copies = entries.filter_map(|entry| {
        let metadata = entry.metadata().ok()?;
        let is_copy = entry
            .path()
            .extension()
            .is_some_and(|e| e == backup::EXTENSION);
        let made_at = DateTime::<Utc>::from(metadata.modified().ok()?);
        is_copy.then(|| SafeCopy {
            path: entry.path(),
            made_at,
            size: metadata.len(),
        })
    });
    copies.collect()
}

fn view(app: &App, uid: &str, path: &Path) -> Result<Backups, Failure> {
    let rows = copies(app, uid, path)?
        .into_iter()
        .map(|(reason, copy)| BackupRow {
            id: opaque(&copy.path),
            made_at: copy.made_at,
            bytes: copy.size,
            reason: reason.code().into(),
        });
    Ok(Backups {
        rows: rows.collect(),
        folder: files::shown(&app.places().backups(uid)),
    })
}

impl App {
    /// The verified copies of this portfolio, newest first.
    ///
    /// # Errors
    /// If nothing is open or the folder cannot be read.
    pub fn backups(&self, _: Nothing) -> Result<Backups, Failure> {
        self.with_open(|open, _| view(self, &open.uid, &open.path))
    }

    /// Makes a verified copy now.
    ///
    /// # Errors
    /// If nothing is open or the copy cannot be written.
    pub fn make_backup(&self, _: Nothing) -> Result<Backups, Failure> {
        self.with_open(|open, _| {
            keep(self, open, Reason::Asked)?;
            view(self, &open.uid, &open.path)
        })
    }

    /// Puts a verified copy in place of the portfolio, which is itself kept as a copy first.
    ///
    /// # Errors
    /// If there is no such copy or it is not sound. The portfolio is then open as it was.
    pub fn restore_backup(&self, request: BackupRef) -> Result<PortfolioStatus, Failure> {
        self.with_state(|state| {
            let open = state.open.take().ok_or(Failure::NothingOpen)?;
            let wanted = copies(self, &open.uid, &open.path).map(|copies| {
                copies
                    .into_iter()
                    .map(|(_, copy)| copy)
                    .find(|copy| opaque(&copy.path) == request.id)
            });
            let copy = match wanted {
                Ok(Some(copy)) => copy,
                outcome => {
                    state.open = Some(open);
                    return Err(outcome.err().unwrap_or_else(|| not_found("backup")));
                }
            };
            let (now_open, outcome) = self.put_in_place(open, &copy);
            state.open = now_open;
            outcome
        })?;
        self.status()
    }

    /// Closes `open`, puts `copy` in its place and opens that; if it fails, what was there before.
    fn put_in_place(&self, open: Open, copy: &SafeCopy) -> (Option<Open>, Result<(), Failure>) {
        let path = open.path.clone();
        let kept = match keep(self, &open, Reason::Restore) {
            Ok(kept) => Some(kept),
            // A damaged portfolio cannot be copied soundly, and is the best reason to restore one. It
            // is kept as it is, beside the restored one.
            Err(Failure::Damaged { .. }) => None,
            Err(failure) => return (Some(open), Err(failure)),
        };
        let undone = open.undo;
        drop(open.store);
        let restored = backup::restore(&copy.path, &path);
        let restored = restored.map(|aside| {
            if let (Some(_), Some(aside)) = (&kept, aside) {
                // The same is in the folder of copies, verified.
                if let Err(error) = std::fs::remove_file(aside) {
                    tracing::warn!(%error, "the portfolio from before restoring stays beside it");
                }
            }
        });
        let reopened = Store::open(&path, Some(&before_update(self, &path)));
        let reopened = reopened.map_err(Failure::from).and_then(|store| {
            let notice = if kept.is_none() {
                "Restored. What was there before was damaged, and is kept beside this portfolio as a \
                 file of its own."
            } else {
                ""
            };
            opened(store, &path, notice.to_owned())
        });
        let about = |error: Error| Failure::from(error).about(&path);
        match (restored.map_err(about), reopened) {
            (Ok(()), Ok(open)) => (Some(open), Ok(())),
            // Nothing was changed: what could be taken back still can.
            (Err(failure), Ok(open)) => (
                Some(Open {
                    undo: undone,
                    notice: String::new(),
                    ..open
                }),
                Err(failure),
            ),
            (Ok(()), Err(failure)) | (Err(failure), Err(_)) => (None, Err(failure.about(&path))),
        }
    }
}

#[cfg(test)]
mod tests;
