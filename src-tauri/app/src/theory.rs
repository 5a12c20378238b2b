//! What was studied.

use crate::app::{App, new_id_text};
use crate::attach::file_of;
use crate::citation_style::style;
use crate::citing;
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::passage;
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{
    Alike, DoubtedName, Form, Nothing, ReferenceRun, SaveTheory, Theory, TheoryPage, TheoryPreview,
    TheoryRef, TheoryRow, TheoryUse, TheoryView,
};
use aftershift_document::citation::{Citations, Style};
use aftershift_document::markdown::citations;
use aftershift_domain::activity::criteria;
use aftershift_domain::id::TheoryId;
use aftershift_domain::problem::Problems;
use aftershift_domain::theory::{Author, Run, alike, doubt, key, sort_key};
use aftershift_store::theory::Use;
use aftershift_store::{ItemKind, Reader, Store, Writer};
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

/// What may not be said of the key of a work: that it is none, or that another work has it.
fn check_key(work: &Theory, others: &[Theory], problems: &mut Problems) {
    if let Some(fault) = key::fault(&work.cite_key) {
        problems.add("citeKey", fault);
    } else if let Some(other) = others.iter().find(|it| it.cite_key == work.cite_key) {
        let place = match other.deleted_at {
            Some(_) => ", which is in the bin,",
            None => "",
        };
        let reason = format!(
            "{}{place} has this key already: choose another one, such as {}a.",
            label(other),
            work.cite_key
        );
        problems.add("citeKey", reason);
    }
}

/// That accounts were changed as well, as undo names it.
fn cited_in(accounts: usize) -> String {
    match accounts {
        0 => String::new(),
        1 => " and its key in 1 reflection".to_owned(),
        many => format!(" and its key in {many} reflections"),
    }
}

/// Gives a key to every work that nobody could cite. They are works of files that are older than the rules, or of
/// other programs; every other work has one from its beginning.
pub(crate) fn settle_keys(db: &Writer<'_>) -> Result<(), Failure> {
    for work in key::unsettled(&db.all_theory()?) {
        db.save_theory(&work)?;
    }
    Ok(())
}

/// The same for a file that is being opened. One that needs nothing is not written to.
pub(crate) fn settle_keys_of(store: &mut Store) -> Result<(), Failure> {
    let works = store.read(|db| db.all_theory())?;
    if key::unsettled(&works).is_empty() {
        return Ok(());
    }
    store.try_write(settle_keys)?;
    Ok(())
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
            container_short: self.container_short,
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
            criteria: criteria::in_one_form(self.criteria),
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

fn run(run: Run) -> ReferenceRun {
    ReferenceRun {
        text: run.text,
        italic: run.italic,
    }
}

/// The reference of a work, as the window sets it.
pub(crate) fn printed(style: &Style, work: &Theory) -> Vec<ReferenceRun> {
    let listed = Citations::new(style, &[work]).references();
    let runs = listed.into_iter().flat_map(|reference| reference.runs);
    runs.map(run).collect()
}

/// A citation of a work, as the window sets it.
pub(crate) fn cited(style: &Style, work: &Theory) -> Vec<ReferenceRun> {
    let text = citations(&format!("[@{}]", work.cite_key));
    let set = Citations::new(style, &[work]).text(&text);
    let pieces = set.citations.into_iter().flatten().flatten();
    pieces.map(|piece| run(piece.run)).collect()
}

/// A use of a work, with whether the account still says what is quoted of it.
fn theory_use(db: &Reader<'_>, found: Use) -> Result<TheoryUse, Failure> {
    let Use {
        link,
        title,
        happened_on,
    } = found;
    // Most links are about a whole account, which need not be read for them.
    let passage_gone = !link.passage.is_empty()
        && db
            .reflection(&link.reflection_id)?
            .is_some_and(|account| passage::is_gone(&link.passage, &account.stages));
    Ok(TheoryUse {
        reflection_id: link.reflection_id.clone(),
        link,
        reflection_title: title,
        happened_on,
        passage_gone,
    })
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
            let alike = alike(rows.iter().map(|row| &row.theory));
            let alike = alike.into_iter();
            let alike = alike
                .map(|(first, second)| Alike { first, second })
                .collect();
            rows.sort_by_cached_key(|row| sort_key(&row.theory));
            Ok(TheoryPage { rows, alike })
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
                .map(|found| theory_use(db, found))
                .collect::<Result<_, Failure>>()?;
            Ok(TheoryView {
                label: label(&theory),
                reference: printed(&style(db)?, &theory),
                file: file_of(db, &theory)?,
                uses,
                theory,
            })
        })
    }

    /// A work as it would be printed, before it is kept.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read: whatever was entered so far can be printed.
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
            reference: printed(&self.read(|db, _| style(db))?, &work),
            doubts,
        })
    }

    /// Keeps a work, new or changed. Where its key changes, accounts that cite it by the old one cite it by the
    /// new one.
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
            let mut others = db.all_theory()?;
            others.retain(|other| other.id != work.id);
            let mut problems = Problems::new();
            if work.cite_key.is_empty() {
                let mut taken: BTreeSet<String> =
                    others.into_iter().map(|other| other.cite_key).collect();
                key::settle(&mut work, &mut taken);
            } else {
                check_key(&work, &others, &mut problems);
            }
            problems.0.extend(work.problems().0);
            problems.or(())?;
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
            let mut what = format!("Changed {}", label(&work));
            let back = Back::Theory(Box::new(before.clone()));
            if work.cite_key == before.cite_key {
                return Ok((work, Some(Step::new(what, back))));
            }
            let texts = citing::cite_as(db, &before.cite_key, &work.cite_key, present)?;
            let texts = citing::Citations::of_one(texts, &before.cite_key, &work.cite_key);
            what.push_str(&cited_in(texts.accounts()));
            let back = Back::All(vec![back, Back::Citations(Box::new(texts))]);
            Ok((work, Some(Step::new(what, back))))
        })
    }
}

#[cfg(test)]
mod tests;
