//! The library as other programs take it: BibTeX, RIS or CSL-JSON.

use crate::app::App;
use crate::exchange::Written;
use crate::export::file_name;
use crate::failure::Failure;
use crate::files::{self, check_target};
use crate::wire::{LibraryForm, WrittenFile};
use aftershift_domain::theory::{Reference, sort_key};
use std::path::Path;

/// What a file of it is called.
const TITLE: &str = "Library";

impl LibraryForm {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::BibTex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "json",
        }
    }

    fn form(self) -> Written {
        match self {
            Self::BibTex => Written::BibTex,
            Self::Ris => Written::Ris,
            Self::CslJson => Written::Csl,
        }
    }
}

impl App {
    /// Writes the references of the library to `path`, by author. What the learner says of the works stays in
    /// the portfolio. The same library gives the same bytes.
    ///
    /// # Errors
    /// If nothing is open or the file cannot be written, or it is the open portfolio itself; without
    /// `overwrite` also if there is a file.
    pub fn export_library(
        &self,
        form: LibraryForm,
        path: &Path,
        overwrite: bool,
    ) -> Result<WrittenFile, Failure> {
        check_target(path, overwrite)?;
        self.check_not_open(path)?;
        let mut works = self.read(|db, _| Ok(db.theory_list()?))?;
        works.sort_by_cached_key(|found| sort_key(&found.theory));
        let works: Vec<Reference> = works
            .iter()
            .map(|found| Reference::of(&found.theory))
            .collect();
        files::write_whole(path, form.form().write(&works).as_bytes(), overwrite)?;
        self.note_written(path);
        Ok(files::written(path))
    }

    /// A name for the file: `Library of Amara Osei 2026-03-12.bib`.
    #[must_use]
    pub fn suggested_library_name(&self, form: LibraryForm) -> String {
        let known = self.read(|db, present| Ok((db.learner()?.name, present)));
        known.map_or_else(
            |_| format!("{TITLE}.{}", form.ending()),
            |(name, present)| file_name(TITLE, form.ending(), &name, present),
        )
    }
}

#[cfg(test)]
mod tests;
