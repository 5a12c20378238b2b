//! The open form in and out.

use crate::app::App;
use crate::convert::count;
use crate::failure::Failure;
use crate::files::{self, check_target};
use crate::format;
use crate::format::files::sha256;
use crate::inside::{self, Reader, is_pdf};
use crate::theory;
use crate::undo::{self, Back, Step};
use crate::wire::{PortfolioImported, WrittenFile};
use aftershift_document::inside::Inside;
use aftershift_domain::evidence::Evidence;
use aftershift_domain::id::EvidenceId;
use aftershift_domain::portfolio::{Portfolio, additions};
use aftershift_store::{ItemKind, Store};
use std::collections::BTreeMap;
use std::path::Path;

/// A portfolio and the bytes of its files, by the evidence they belong to.
pub(crate) type Whole = (Portfolio, BTreeMap<EvidenceId, Vec<u8>>);

/// The longest file that is taken for a portfolio: a few hundred pictures in Base64.
const LONGEST: u64 = 1 << 30;

/// Reads a file in the open form, or the data inside a PDF. What is returned is sound.
pub(crate) fn read(reader: &Reader, path: &Path) -> Result<Read, Failure> {
    if is_pdf(&files::beginning(path)?) {
        return Ok(Read {
            whole: of_pdf(inside::read(reader, path)?)?,
            may_add: true,
        });
    }
    Ok(Read {
        whole: of_text(path)?,
        may_add: false,
    })
}

/// What was read.
#[derive(Debug)]
pub(crate) struct Read {
    pub whole: Whole,
    /// Whether it may be added to a portfolio that holds something: a PDF may be a part of one.
    pub may_add: bool,
}

fn of_pdf(inside: Inside) -> Result<Whole, Failure> {
    let Some(text) = inside.source() else {
        return Err(Failure::CannotImport {
            reason: "No portfolio travels inside this PDF: it was made elsewhere, or its data was left out. Choose \
                     another PDF, or a file in the open format."
                .into(),
        });
    };
    let beside = |evidence: &Evidence| {
        let mut files = inside.files.iter();
        let found = files.find(|file| {
            file.bytes.len() as u64 == evidence.size && sha256(&file.bytes) == evidence.sha256
        });
        found.map(|file| file.bytes.clone())
    };
    Ok(sorted(format::import_beside(text, &beside)?))
}

fn sorted(read: format::Imported) -> Whole {
    let format::Imported { portfolio, files } = read;
    let bytes_of =
        |evidence: &Evidence| Some((evidence.id.clone(), files.get(&evidence.sha256)?.clone()));
    let attachments = portfolio.evidence.iter().filter_map(bytes_of).collect();
    (portfolio, attachments)
}

fn of_text(path: &Path) -> Result<Whole, Failure> {
    let text = files::read_up_to(path, LONGEST)?.ok_or_else(|| Failure::NotTheFormat {
        place: String::new(),
        expected: "a file of at most 1 GB".into(),
    })?;
    let read = format::import_beside(&text, &|evidence| beside(path, evidence))?;
    Ok(sorted(read))
}

/// The bytes of an item of evidence, from a file in the same folder: what was taken out of a PDF together lies there
/// together, under whatever name.
fn beside(path: &Path, evidence: &Evidence) -> Option<Vec<u8>> {
    let folder = std::path::absolute(path).ok()?;
    let entries = std::fs::read_dir(folder.parent()?).ok()?;
    entries.flatten().find_map(|entry| {
        let known = entry.metadata().ok()?;
        if !known.is_file() || known.len() != evidence.size {
            return None;
        }
        let bytes = files::read_up_to(&entry.path(), evidence.size).ok()??;
        (sha256(&bytes) == evidence.sha256).then_some(bytes)
    })
}

/// How many things of their own a portfolio holds.
pub(crate) fn size(portfolio: &Portfolio) -> usize {
    portfolio.activities.len()
        + portfolio.reflections.len()
        + portfolio.theory.len()
        + portfolio.evidence.len()
        + portfolio.opportunities.len()
        + portfolio.actions.len()
        + portfolio.feedback.len()
}

/// What takes an addition back: all of it goes to the bin.
fn take_back(added: Portfolio) -> Back {
    macro_rules! there {
        ($list:ident) => {
            added
                .$list
                .into_iter()
                .filter(|it| it.deleted_at.is_none())
                .map(|it| it.id)
        };
    }
    macro_rules! bin {
        ($kind:ident, $list:ident) => {
            there!($list).map(|id| Back::Bin(ItemKind::$kind, id.to_string()))
        };
    }
    let one_by_one = bin!(Reflection, reflections)
        .chain(bin!(Recurrence, recurrences))
        .chain(bin!(Evidence, evidence))
        .chain(bin!(Opportunity, opportunities))
        .chain(bin!(Action, actions))
        .chain(bin!(Feedback, feedback))
        .chain(bin!(OwnModel, models));
    let together = [
        Back::BinWorks(there!(theory).collect()),
        Back::BinActivities(there!(activities).collect()),
    ];
    Back::All(one_by_one.chain(together).collect())
}

/// Puts a portfolio into a store that holds nothing: all of it or none.
pub(crate) fn restore(store: &mut Store, (portfolio, attachments): &Whole) -> Result<(), Failure> {
    store.try_write(|db| -> Result<(), Failure> {
        db.restore(portfolio, attachments)?;
        theory::settle_keys(db)
    })?;
    Ok(())
}

impl App {
    /// Writes everything in the portfolio to `path` in its open form.
    ///
    /// # Errors
    /// If nothing is open or the file cannot be written, or it is the open portfolio itself; without
    /// `overwrite` also if there is a file.
    pub fn export_json(&self, path: &Path, overwrite: bool) -> Result<WrittenFile, Failure> {
        check_target(path, overwrite)?;
        self.check_not_open(path)?;
        let (portfolio, attachments) = self.read(|db, _| {
            let portfolio = db.portfolio()?;
            let mut attachments: BTreeMap<String, Vec<u8>> = BTreeMap::new();
            for evidence in &portfolio.evidence {
                if !attachments.contains_key(&evidence.sha256)
                    && let Some(bytes) = db.evidence_bytes(&evidence.id)?
                {
                    attachments.insert(evidence.sha256.clone(), bytes);
                }
            }
            Ok((portfolio, attachments))
        })?;
        let text = format::export(&portfolio, &attachments)?;
        files::write_whole(path, &text, overwrite)?;
        self.note_written(path);
        Ok(files::written(path))
    }

    /// Fills the open portfolio with what the file at `path` holds, in its open form or inside a PDF: all of it or
    /// nothing. To a portfolio that holds something already, a PDF adds what is not there yet, and replaces nothing.
    ///
    /// # Errors
    /// [`Failure::NotEmpty`] if something is in it and the file is no PDF; [`Failure::NotTheFormat`] or
    /// [`Failure::Invalid`] with the place where the file is wrong; [`Failure::CannotImport`] for a PDF that cannot be
    /// read, or that nothing travels in.
    pub fn import_portfolio(&self, path: &Path) -> Result<PortfolioImported, Failure> {
        let read = read(self.pdf_reader(), path)?;
        self.bring_in(read, &files::written(path).file_name)
    }

    /// Fills the open portfolio with what was read from a file called `file_name`, or adds to it what is new.
    pub(crate) fn bring_in(
        &self,
        read: Read,
        file_name: &str,
    ) -> Result<PortfolioImported, Failure> {
        let Read { whole, may_add } = read;
        let is_empty = self.with_open(|open, _| Ok(open.store.read(|db| db.is_empty())?))?;
        let (added, known) = if may_add && !is_empty {
            self.add(whole, file_name)?
        } else {
            let added = size(&whole.0);
            self.fill(&whole)?;
            (added, 0)
        };
        Ok(PortfolioImported {
            added: count(added),
            known: count(known),
            status: self.status()?,
        })
    }

    fn fill(&self, whole: &Whole) -> Result<(), Failure> {
        self.with_state(|state| {
            let open = state.open.as_mut().ok_or(Failure::NothingOpen)?;
            restore(&mut open.store, whole).map_err(|failure| failure.about(&open.path))?;
            // It is another portfolio now: its identity and its day came with it.
            let (uid, as_of) = open
                .store
                .read(|db| Ok::<_, Failure>((db.uid()?, db.as_of()?)))?;
            open.uid = uid;
            open.as_of = as_of;
            open.undo = undo::Stack::default();
            Ok(())
        })
    }

    /// How many records were added, and how many were there already.
    fn add(&self, (part, attachments): Whole, file_name: &str) -> Result<(usize, usize), Failure> {
        self.with_open(|open, _| {
            let all = size(&part);
            let written = open.store.try_write(|db| -> Result<Portfolio, Failure> {
                let added = additions(&db.portfolio()?, part);
                db.add(&added, &attachments)?;
                theory::settle_keys(db)?;
                Ok(added)
            })?;
            let added = written.value;
            let new = size(&added);
            if new > 0 {
                let what = format!("Added what was new in “{file_name}”");
                open.undo.push(Step::new(what, take_back(added)));
            }
            Ok((new, all - new))
        })
    }

    pub(crate) fn note_written(&self, path: &Path) {
        // Nothing in here can fail.
        let _ = self.with_state(|state| {
            state.written = Some(std::path::absolute(path).unwrap_or_else(|_| path.into()));
            Ok(())
        });
    }
}

#[cfg(test)]
mod tests;
