//! What was studied.

use crate::app::{App, new_id_text};
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{
    DoubtedName, Form, Nothing, ReferenceRun, SaveTheory, Theory, TheoryPage, TheoryPreview,
    TheoryRef, TheoryRow, TheoryUse, TheoryView,
};
use aftershift_domain::id::TheoryId;
use aftershift_document::citation::{Citations, Style};
use aftershift_domain::theory::{Author, doubt, sort_key};
use aftershift_store::{ItemKind, Reader};
use std::collections::BTreeSet;

/// The most characters of a title that stands for a missing author.
const SHORT_TITLE: usize = 40;

/// The short name of a work: `Benner (1984)`, `Atkins and Murphy (1993)`, `Rolfe et al. (2001)`.
pub(crate) fn label(work: &Theory) -> String {
    let families: Vec<&str> = work
        .authors
        .iter()
        .map(|author| author.family.trim())
        .filter(|family| !family.is_empty())
        .collect();
    let by = match families.as_slice() {
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        [one, ..] => format!("{one} et al."),
        [] if !work.corporate_author.trim().is_empty() => work.corporate_author.trim().to_owned(),
        [] if work.title.chars().count() <= SHORT_TITLE => work.title.clone(),
        [] => {
            let title: String = work.title.chars().take(SHORT_TITLE - 1).collect();
            format!("{}…", title.trim_end())
        }
    };
    match work.year.trim() {
        "" => format!("{by} (no date)"),
        year => format!("{by} ({year})"),
    }
}

/// The work with this id that is not in the bin.
pub(crate) fn present_theory(db: &Reader<'_>, id: &TheoryId) -> Result<Theory, Failure> {
    let found = db.theory(id)?.filter(|theory| theory.deleted_at.is_none());
    found.ok_or_else(|| not_found("theory"))
}

/// A short name to cite a work by, made from its first author and year: `benner1984`.
fn cite_key(work: &Theory) -> String {
    let author = work
        .authors
        .first()
        .map_or(work.corporate_author.as_str(), |a| a.family.as_str());
    let named = if author.trim().is_empty() {
        work.title.as_str()
    } else {
        author
    };
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .take(20)
            .collect()
    };
    format!("{}{}", plain(named), plain(&work.year))
}

/// Gives a work a key that none of `taken` has, and notes it there.
pub(crate) fn settle_key(work: &mut Theory, taken: &mut BTreeSet<String>) {
    let stem = if work.cite_key.is_empty() {
        cite_key(work)
    } else {
        work.cite_key.clone()
    };
    let letters = ('a'..='z').map(|letter| format!("{stem}{letter}"));
    let numbers = (2..).map(|number| format!("{stem}-{number}"));
    let keys = std::iter::once(stem.clone()).chain(letters).chain(numbers);
    work.cite_key = { keys }.find(|key| !taken.contains(key)).unwrap_or(stem);
    taken.insert(work.cite_key.clone());
}

impl SaveTheory {
    /// What was asked for, laid over what there was before.
    fn over(self, before: Theory) -> Theory {
        Theory {
            cite_key: self.cite_key.trim().to_owned(),
            kind: self.kind,
            authors: self.authors,
            corporate_author: self.corporate_author,
            year: self.year.trim().to_owned(),
            title: self.title.trim().to_owned(),
            container: self.container,
            editors: self.editors,
            edition: self.edition,
            volume: self.volume,
            issue: self.issue,
            pages: self.pages,
            publisher: self.publisher,
            place: self.place,
            doi: self.doi,
            url: self.url,
            accessed_on: self.accessed_on,
            key_idea: self.key_idea,
            quotation: self.quotation,
            quotation_page: self.quotation_page,
            module: self.module,
            tags: self.tags,
            ..before
        }
    }

    /// A work with nothing in it yet.
    fn blank(&self, present: crate::app::Present) -> Result<Theory, Failure> {
        let id = TheoryId::new(new_id_text(present.now));
        let id = id.map_err(|error| invalid("id", error.to_string()))?;
        Ok(Theory::blank(id, present.now))
    }
}

/// The reference of a work, as the window sets it.
fn printed(work: &Theory) -> Vec<ReferenceRun> {
    let style = Style::default();
    let listed = Citations::new(&style, &[work]).references();
    let runs = listed.into_iter().flat_map(|reference| reference.runs);
    runs.map(|run| ReferenceRun {
        text: run.text,
        italic: run.italic,
    })
    .collect()
}

impl App {
    /// Works of theory, by author.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn list_theory(&self, _: Nothing) -> Result<TheoryPage, Failure> {
        self.read(|db, _| {
            let works = db.theory_list()?.into_iter();
            let mut rows: Vec<TheoryRow> = works
                .map(|found| TheoryRow {
                    label: label(&found.theory),
                    theory: found.theory,
                    uses: found.uses,
                })
                .collect();
            rows.sort_by_cached_key(|row| sort_key(&row.theory));
            Ok(TheoryPage { rows })
        })
    }

    /// One work with every use of it.
    ///
    /// # Errors
    /// If it is not there.
    pub fn theory(&self, request: TheoryRef) -> Result<TheoryView, Failure> {
        self.read(|db, _| {
            let theory = present_theory(db, &request.id)?;
            let uses = db.uses_of(&theory.id)?.into_iter();
            let uses = uses
                .map(|found| TheoryUse {
                    reflection_id: found.link.reflection_id.clone(),
                    link: found.link,
                    reflection_title: found.title,
                    happened_on: found.happened_on,
                })
                .collect();
            Ok(TheoryView {
                label: label(&theory),
                reference: printed(&theory),
                uses,
                theory,
            })
        })
    }

    /// A work as it would be printed, before it is kept.
    ///
    /// # Errors
    /// Never: whatever was entered so far can be printed.
    pub fn preview_theory(&self, request: SaveTheory) -> Result<TheoryPreview, Failure> {
        let now = self.clock().now();
        let today = self.clock().today();
        let blank = request.blank(crate::app::Present { now, today })?;
        let work = request.over(blank);
        let doubted = |list: &'static str, people: &[Author]| -> Vec<DoubtedName> {
            let people = people.iter().enumerate();
            people
                .filter_map(|(place, author)| {
                    Some(DoubtedName {
                        field: format!("{list}[{place}]"),
                        doubt: doubt(author)?,
                    })
                })
                .collect()
        };
        let mut doubts = doubted("authors", &work.authors);
        doubts.extend(doubted("editors", &work.editors));
        Ok(TheoryPreview {
            reference: printed(&work),
            doubts,
        })
    }

    /// Keeps a work, new or changed.
    ///
    /// # Errors
    /// Everything that cannot be right in it, or why it cannot be written.
    pub fn save_theory(&self, request: SaveTheory) -> Result<Theory, Failure> {
        self.write_undoable(|db, present| {
            let before = match &request.id {
                Some(id) => Some(present_theory(db, id)?),
                None => None,
            };
            let base = match &before {
                Some(before) => before.clone(),
                None => request.blank(present)?,
            };
            let mut work = request.over(base);
            if work.cite_key.is_empty() {
                work.cite_key = cite_key(&work);
            }
            work.problems().or(())?;
            let about = before.as_ref().map(|before| before.id.as_str());
            finish(db, Form::Theory, about)?;
            let Some(before) = before else {
                db.save_theory(&work)?;
                let back = Back::Bin(ItemKind::Theory, work.id.to_string());
                let step = Step::new(format!("Added {}", label(&work)), back);
                return Ok((work, Some(step)));
            };
            if work == before {
                return Ok((work, None));
            }
            work.changed_at = present.now;
            db.save_theory(&work)?;
            let what = format!("Changed {}", label(&work));
            Ok((work, Some(Step::new(what, Back::Theory(Box::new(before))))))
        })
    }
}

#[cfg(test)]
mod tests;
