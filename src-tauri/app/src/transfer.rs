//! The open form in and out.

use crate::app::App;
use crate::failure::Failure;
use crate::files::{self, check_target};
use crate::format;
use crate::format::files::sha256;
use crate::theory;
use crate::undo;
use crate::wire::{PortfolioStatus, WrittenFile};
use aftershift_domain::evidence::Evidence;
use aftershift_domain::id::EvidenceId;
use aftershift_domain::portfolio::Portfolio;
use std::collections::BTreeMap;
use std::path::Path;

/// A portfolio and the bytes of its files, by the evidence they belong to.
type Whole = (Portfolio, BTreeMap<EvidenceId, Vec<u8>>);

/// The longest file that is taken for a portfolio: a few hundred pictures in Base64.
const LONGEST: u64 = 1 << 30;

/// Reads a file in the open form. What is returned is sound.
pub(crate) fn read(path: &Path) -> Result<Whole, Failure> {
    let text = files::read_up_to(path, LONGEST)?.ok_or_else(|| Failure::NotTheFormat {
        place: String::new(),
        expected: "a file of at most 1 GB".into(),
    })?;
    let format::Imported { portfolio, files } =
        format::import_beside(&text, &|evidence| beside(path, evidence))?;
    let bytes_of =
        |evidence: &Evidence| Some((evidence.id.clone(), files.get(&evidence.sha256)?.clone()));
    let attachments = portfolio.evidence.iter().filter_map(bytes_of).collect();
    Ok((portfolio, attachments))
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

    /// Fills the open portfolio, which must be empty, with what the file at `path` holds in its open
    /// form: all of it or nothing.
    ///
    /// # Errors
    /// [`Failure::NotEmpty`] if something is in it; [`Failure::NotTheFormat`] or [`Failure::Invalid`]
    /// with the place where the file is wrong.
    pub fn import_json(&self, path: &Path) -> Result<PortfolioStatus, Failure> {
        let (portfolio, attachments) = read(path)?;
        self.with_state(|state| {
            let open = state.open.as_mut().ok_or(Failure::NothingOpen)?;
            let restored = open.store.try_write(|db| -> Result<(), Failure> {
                db.restore(&portfolio, &attachments)?;
                theory::settle_keys(db)
            });
            restored.map_err(|failure| failure.about(&open.path))?;
            // It is another portfolio now: its identity and its day came with it.
            let (uid, as_of) = open
                .store
                .read(|db| Ok::<_, Failure>((db.uid()?, db.as_of()?)))?;
            open.uid = uid;
            open.as_of = as_of;
            open.undo = undo::Stack::default();
            Ok(())
        })?;
        self.status()
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
