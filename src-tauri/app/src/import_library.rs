//! Bringing a citation file into the library: read, looked through, agreed to, and all of it taken back at once
//! if it was a mistake.

use crate::app::{App, Open, Present, new_id_text};
use crate::convert::{count, invalid};
use crate::exchange::{
    Entry, LONGEST_LIBRARY, ReadLibrary, Unreadable, decode, read_library as parse,
};
use crate::failure::Failure;
use crate::files;
use crate::theory::label;
use crate::undo::{Back, Step};
use crate::wire::{
    AcceptLibrary, Done, ImportRef, LeftOut, LibraryFault, LibraryImported, LibraryView, Nothing,
    PasteLibrary, ProposedWork, Theory,
};
use aftershift_domain::id::TheoryId;
use aftershift_domain::problem::Problems;
use aftershift_domain::theory::{Known, key, known};
use aftershift_store::{ItemKind, Reader, Writer};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// A citation file that was read and waits to be looked through.
#[derive(Debug)]
pub(crate) struct Pending {
    id: String,
    file_name: String,
    read: ReadLibrary,
}

impl App {
    /// Reads a citation file, so that it can be looked through. Nothing enters the library.
    ///
    /// # Errors
    /// [`Failure::CannotImport`] if it is none; others if nothing is open or the file cannot be read.
    pub fn read_library(&self, path: &Path) -> Result<ImportRef, Failure> {
        let bytes = files::read_up_to(path, LONGEST_LIBRARY)?.ok_or(Unreadable::LibraryTooLarge)?;
        let text = decode(&bytes).map_err(|reason| match reason {
            Unreadable::Empty => Unreadable::Empty,
            // What is said of workbooks and texts elsewhere is about timesheets.
            _ => Unreadable::NotALibrary,
        })?;
        self.keep_library(&text, files::written(path).file_name)
    }

    /// Reads a citation file that was pasted as text.
    ///
    /// # Errors
    /// As for a file.
    pub fn paste_library(&self, request: PasteLibrary) -> Result<ImportRef, Failure> {
        if request.text.trim().is_empty() {
            return Err(invalid("text", "Paste one entry at least."));
        }
        self.keep_library(&request.text, String::new())
    }

    fn keep_library(&self, text: &str, file_name: String) -> Result<ImportRef, Failure> {
        let read = parse(text)?;
        let id = self.new_id_text();
        self.with_open(|open, _| {
            open.library = Some(Pending {
                id: id.clone(),
                file_name,
                read,
            });
            Ok(ImportRef { id })
        })
    }

    /// The citation file that waits to be looked through, and what it would add; nothing if none does.
    ///
    /// # Errors
    /// If nothing is open or the library cannot be read.
    pub fn pending_library(&self, _: Nothing) -> Result<Option<LibraryView>, Failure> {
        self.with_open(|open, present| {
            let Some(pending) = &open.library else {
                return Ok(None);
            };
            let works = open.store.read(works_of)?;
            Ok(Some(view(pending, &works, present)?))
        })
    }

    /// Adds the works that are agreed to, or fills them into those they repeat: all of it or nothing. One undo
    /// takes all of it back.
    ///
    /// # Errors
    /// If the file no longer waits, a work is named that is not there, or it cannot be written.
    pub fn accept_library(&self, request: AcceptLibrary) -> Result<LibraryImported, Failure> {
        self.with_open(|open, present| {
            let pending = waiting(open, &request.id)?;
            let file_name = pending.file_name.clone();
            let entries = pending.read.entries.clone();
            let agreed = open
                .store
                .try_write(|db| -> Result<Agreed, Failure> {
                    let agreed = agreed(db, &entries, &request, present)?;
                    for work in agreed.added.iter().chain(agreed.filled.values()) {
                        db.save_theory(work)?;
                    }
                    Ok(agreed)
                })?
                .value;
            let (added, merged) = (count(agreed.added.len()), count(agreed.filled.len()));
            let what = told(added + merged, &file_name);
            let ids = agreed.added.into_iter().map(|work| work.id).collect();
            let before = agreed.before.into_iter();
            let mut backs: Vec<Back> = before.map(|work| Back::Theory(Box::new(work))).collect();
            backs.push(Back::BinWorks(ids));
            open.undo.push(Step::new(what.clone(), Back::All(backs)));
            open.library = None;
            Ok(LibraryImported {
                added,
                merged,
                what,
            })
        })
    }

    /// Puts a citation file away that waits to be looked through. Its own bytes are not touched.
    ///
    /// # Errors
    /// If nothing is open.
    pub fn dismiss_library(&self, request: ImportRef) -> Result<Done, Failure> {
        self.with_open(|open, _| {
            if waiting(open, &request.id).is_ok() {
                open.library = None;
            }
            Ok(Done {})
        })
    }
}

/// What was done, as undo names it.
fn told(works: u32, file_name: &str) -> String {
    let works = match works {
        1 => "1 work".to_owned(),
        many => format!("{many} works"),
    };
    match file_name {
        "" => format!("Brought in {works} by pasting"),
        file => format!("Brought in {works} from “{file}”"),
    }
}

/// The file that waits, if it is still the one that is meant.
fn waiting<'a>(open: &'a Open, id: &str) -> Result<&'a Pending, Failure> {
    let pending = open.library.as_ref().filter(|pending| pending.id == id);
    pending.ok_or_else(|| Failure::CannotImport {
        reason: "This file is no longer waiting to be brought in: choose it again.".into(),
    })
}

/// The works of the library, the bin apart.
pub(crate) fn works_of(db: &Reader<'_>) -> Result<Vec<Theory>, Failure> {
    let works = db.theory_list()?.into_iter();
    Ok(works.map(|found| found.theory).collect())
}

fn marked(entries: &[Entry], works: &[Theory]) -> Vec<Option<Known>> {
    let references = entries.iter().map(|entry| (entry.line, &entry.reference));
    known(references, works)
}

/// A work with nothing in it yet.
pub(crate) fn blank(present: Present) -> Result<Theory, Failure> {
    let id = TheoryId::new(new_id_text(present.now));
    let id = id.map_err(|error| invalid("id", error.to_string()))?;
    Ok(Theory::blank(id, present.now))
}

fn view(pending: &Pending, works: &[Theory], present: Present) -> Result<LibraryView, Failure> {
    let read = &pending.read;
    let by_id: HashMap<&TheoryId, &Theory> = works.iter().map(|work| (&work.id, work)).collect();
    let blank = blank(present)?;
    let marked = marked(&read.entries, works);
    let proposed = read.entries.iter().zip(marked).map(|(entry, known)| {
        let there = match &known {
            Some(Known::Library { id }) => by_id.get(id).copied(),
            _ => None,
        };
        let work = entry.reference.clone().over(blank.clone());
        ProposedWork {
            line: entry.line,
            label: label(&work),
            title: work.title,
            kind: work.kind,
            container: work.container,
            remarks: entry.remarks.clone(),
            known,
            known_as: there.map(label).unwrap_or_default(),
            fills: there.is_some_and(|work| entry.reference.filled_into(work) != *work),
        }
    });
    let faults = read.faults.iter().map(|fault| LibraryFault {
        line: fault.line,
        key: fault.key.clone(),
        reason: fault.reason.clone(),
    });
    let mut left_out: Vec<LeftOut> = read
        .left_out
        .iter()
        .map(|(name, count)| LeftOut {
            name: name.clone(),
            count: *count,
        })
        .collect();
    left_out.sort_by_key(|it| std::cmp::Reverse(it.count));
    Ok(LibraryView {
        id: pending.id.clone(),
        file_name: pending.file_name.clone(),
        form: read.form.name().to_owned(),
        works: proposed.collect(),
        faults: faults.collect(),
        fault_count: read.fault_count,
        left_out,
    })
}

/// What is to be written, and what stood there before.
struct Agreed {
    added: Vec<Theory>,
    filled: HashMap<TheoryId, Theory>,
    before: Vec<Theory>,
}

fn agreed(
    db: &Reader<'_>,
    entries: &[Entry],
    request: &AcceptLibrary,
    present: Present,
) -> Result<Agreed, Failure> {
    let works = works_of(db)?;
    let marked = marked(entries, &works);
    let mut there: HashMap<TheoryId, Theory> = works
        .into_iter()
        .map(|work| (work.id.clone(), work))
        .collect();
    let all = db.all_theory()?.into_iter();
    // Works in the bin come back with their keys.
    let mut taken: BTreeSet<String> = all.map(|work| work.cite_key).collect();
    let mut problems = Problems::new();
    problems.check(
        !request.works.is_empty(),
        "works",
        "Choose at least one work to bring in.",
    );
    let mut agreed = Agreed {
        added: Vec::new(),
        filled: HashMap::new(),
        before: Vec::new(),
    };
    let mut chosen = BTreeSet::new();
    for (at, accepted) in request.works.iter().enumerate() {
        let place = usize::try_from(accepted.index).unwrap_or(usize::MAX);
        let Some(entry) = entries.get(place).filter(|_| chosen.insert(place)) else {
            problems.add(
                format!("works[{at}].index"),
                "There is no such work, or it is named twice.",
            );
            continue;
        };
        let known = match marked.get(place) {
            Some(Some(Known::Library { id })) if accepted.merge => there.get_mut(id),
            _ => None,
        };
        let Some(work) = known else {
            // What it repeated may have gone to the bin since: then it is a work of its own.
            let mut work = entry.reference.clone().over(blank(present)?);
            key::settle(&mut work, &mut taken);
            problems.nest(&format!("works[{at}]"), work.problems());
            agreed.added.push(work);
            continue;
        };
        let filled = entry.reference.filled_into(work);
        if filled == *work {
            continue;
        }
        problems.nest(&format!("works[{at}]"), filled.problems());
        // Two entries can fill in the same work; it goes back to how it was before both.
        if !agreed.filled.contains_key(&work.id) {
            agreed.before.push(work.clone());
        }
        *work = Theory {
            changed_at: present.now,
            ..filled
        };
        agreed.filled.insert(work.id.clone(), work.clone());
    }
    Ok(problems.or(agreed)?)
}

/// Moves works that came together to the bin together.
pub(crate) fn take_back(
    db: &Writer<'_>,
    ids: &[TheoryId],
    present: Present,
) -> Result<(), Failure> {
    for id in ids {
        db.move_to_bin(ItemKind::Theory, id.as_str(), present.now)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
