//! A portfolio that is too damaged to open, and bringing it back from its verified copies.
//!
//! Nothing of the file is read for this: its copies are found by the identity that was remembered for its path,
//! and by its name where none was. The path stays here, in what the program remembers of the last file that
//! it refused.

use crate::app::{App, counts};
use crate::backup::{Reason, before_update, updates};
use crate::convert::not_found;
use crate::failure::Failure;
use crate::files;
use crate::identities::Identities;
use crate::recent::opaque;
use crate::wire::{BackupRef, Nothing, PortfolioStatus, Rescue, RescueCopy};
use aftershift_store::backup::{self, SafeCopy};
use std::path::{Path, PathBuf};

/// Whether a file that gave this failure may be brought back from a copy.
pub(crate) fn is_for(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::Damaged { .. } | Failure::NotAPortfolio { .. }
    )
}

/// The folders that may hold copies of the portfolio at `path`, whatever is in that file now.
fn identities(app: &App, path: &Path) -> Vec<String> {
    if let Some(uid) = Identities::read(app.places()).of(path) {
        return vec![uid.to_owned()];
    }
    let folders = std::fs::read_dir(app.places().data.join("Backups"));
    let names = folders
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok());
    names
        .filter(|uid| {
            let known = copies_of(app, uid);
            known.iter().any(|(_, copy)| is_named_after(copy, path))
        })
        .collect()
}

/// Whether a copy was made of a file with this name: its own is that name and when it was made.
fn is_named_after(copy: &SafeCopy, path: &Path) -> bool {
    let name = files::name_of(&copy.path);
    let of = name.rsplit_once(' ').map_or("", |(of, _)| of);
    of == files::name_of(path)
}

/// The copies with this identity. A folder that cannot be read has none: a person in this place is
/// helped by what there is.
fn copies_of(app: &App, uid: &str) -> Vec<(Reason, SafeCopy)> {
    [Reason::Daily, Reason::Asked, Reason::Restore]
        .into_iter()
        .flat_map(|reason| {
            let folder = reason.folder_of(app, uid);
            let copies = backup::safe_copies(&folder).unwrap_or_default();
            copies.into_iter().map(move |copy| (reason, copy))
        })
        .collect()
}

/// Every copy from which the portfolio at `path` may be brought back, newest first.
fn copies(app: &App, path: &Path) -> Vec<(Reason, SafeCopy)> {
    let mut found: Vec<_> = identities(app, path)
        .iter()
        .flat_map(|uid| copies_of(app, uid))
        .collect();
    let updates = updates(&before_update(app, path)).into_iter();
    found.extend(updates.map(|copy| (Reason::Migration, copy)));
    found.sort_by_key(|(_, copy)| std::cmp::Reverse(copy.made_at));
    found
}

fn shown(reason: Reason, copy: &SafeCopy) -> RescueCopy {
    let looked = backup::look(&copy.path, |db| {
        Ok::<_, Failure>((db.learner()?.name, counts(db)?))
    });
    let (learner, holds) = match looked {
        Ok((learner, holds)) => (learner, Some(holds)),
        Err(failure) => {
            tracing::warn!(failure = failure.code(), "a copy cannot be read");
            (String::new(), None)
        }
    };
    RescueCopy {
        id: opaque(&copy.path),
        made_at: copy.made_at,
        bytes: copy.size,
        reason: reason.code().into(),
        learner,
        holds,
    }
}

impl App {
    /// What is known of the file that was last refused as too damaged to open; nothing if none was, or another
    /// was opened since.
    ///
    /// # Errors
    /// None is known.
    pub fn rescue(&self, _: Nothing) -> Result<Option<Rescue>, Failure> {
        Ok(self.refused()?.map(|path| Rescue {
            name: files::name_of(&path),
            folder: files::folder_of(&path),
            copies: copies(self, &path)
                .iter()
                .map(|(reason, copy)| shown(*reason, copy))
                .collect(),
        }))
    }

    /// Puts a verified copy in the place of the file that was last refused, which is kept beside it under another
    /// name, and opens it.
    ///
    /// # Errors
    /// If there is no such file or copy, or the copy is not sound. Nothing is changed then.
    pub fn rescue_portfolio(&self, request: BackupRef) -> Result<PortfolioStatus, Failure> {
        let path = self.refused()?.ok_or_else(|| not_found("backup"))?;
        let copy = copies(self, &path)
            .into_iter()
            .find(|(_, copy)| opaque(&copy.path) == request.id);
        let (_, copy) = copy.ok_or_else(|| not_found("backup"))?;
        let kept = backup::restore(&copy.path, &path)
            .map_err(|error| Failure::from(error).about(&path))?;
        self.open_file_with(&path, &notice(kept.as_deref()))
    }

    /// The file that was last refused as too damaged to open.
    fn refused(&self) -> Result<Option<PathBuf>, Failure> {
        self.with_state(|state| Ok(state.refused.clone()))
    }
}

/// What a person is told once it is open again.
fn notice(kept: Option<&Path>) -> String {
    let file = kept
        .and_then(Path::file_name)
        .map(|name| name.to_string_lossy());
    match file {
        Some(file) => {
            format!("Restored. The damaged file is kept beside this portfolio as “{file}”.")
        }
        None => "Restored.".into(),
    }
}
