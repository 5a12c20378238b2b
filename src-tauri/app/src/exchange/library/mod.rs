//! Citation files in and out: BibTeX and BibLaTeX, RIS, CSL-JSON. Hayagriva's YAML comes in.
//!
//! # Reading
//! The text is split into entries first and each is read alone, so that a fault costs one entry and not the
//! file. What an entry says becomes a [`Draft`]; a draft with a title becomes an [`Entry`], everything else a
//! [`Fault`] with its line and its reason. What has no place in a work is counted by the name that the file
//! gives it.
//!
//! # Writing
//! Each form writes the same [`Reference`]s; reading what was written gives them again.

mod bibtex;
mod csl;
mod draft;
mod hayagriva;
mod html;
mod person;
mod ris;

use super::{LONGEST_LIBRARY, MOST_ROWS, Unreadable};
use aftershift_domain::theory::Reference;
use draft::Draft;
use std::collections::BTreeMap;

/// A form of citation files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// BibTeX, BibLaTeX among it.
    BibTex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
    /// Hayagriva, which is only read: what writes for Typst can write BibTeX, which Typst reads as well.
    Hayagriva,
}

impl Form {
    /// How people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::BibTex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
            Self::Hayagriva => "Hayagriva YAML",
        }
    }

    /// Which form a text has, told from what stands in it. Names of files say nothing: `.txt` is common.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if text.trim_start().starts_with(['{', '[']) {
            return Some(Self::Csl);
        }
        let found = text.lines().find_map(|line| {
            if ris::begins(line) {
                Some(Self::Ris)
            } else if bibtex::begins(line) {
                Some(Self::BibTex)
            } else {
                None
            }
        });
        found.or_else(|| hayagriva::is_one(text).then_some(Self::Hayagriva))
    }
}

/// A form in which works are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// BibTeX.
    BibTex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
}

impl Written {
    /// The works in this form. The same works give the same text.
    pub(crate) fn write(self, works: &[Reference]) -> String {
        match self {
            Self::BibTex => bibtex::write(works),
            Self::Ris => ris::write(works),
            Self::Csl => csl::write(works),
        }
    }
}

/// An entry of a citation file that can become a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The line on which it begins.
    pub line: u32,
    /// What it says.
    pub reference: Reference,
    /// What was made of things that can be read in more than one way, a sentence each.
    pub remarks: Vec<String>,
}

/// An entry that cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The line on which it begins.
    pub line: u32,
    /// Its key, if that can be told.
    pub key: String,
    /// What is wrong, in a sentence.
    pub reason: String,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadLibrary {
    /// The form it had.
    pub form: Form,
    /// What can become works, in the order of the file.
    pub entries: Vec<Entry>,
    /// What cannot, in the order of the file. A file of nothing but faults has more of them than are kept.
    pub faults: Vec<Fault>,
    /// How many cannot.
    pub fault_count: u32,
    /// How often the file says what has no place in a work, by the name that it gives it.
    pub left_out: BTreeMap<String, u32>,
}

impl ReadLibrary {
    fn new(form: Form) -> Self {
        Self {
            form,
            entries: Vec::new(),
            faults: Vec::new(),
            fault_count: 0,
            left_out: BTreeMap::new(),
        }
    }

    /// Takes a draft as an entry or as a fault.
    fn take(&mut self, line: u32, draft: Draft) {
        let key = draft.key().to_owned();
        match draft.finished() {
            Ok((reference, remarks, left_out)) => {
                for name in left_out {
                    *self.left_out.entry(name).or_default() += 1;
                }
                self.entries.push(Entry {
                    line,
                    reference,
                    remarks,
                });
            }
            Err(reason) => self.refuse(line, &key, reason),
        }
    }

    fn refuse(&mut self, line: u32, key: &str, reason: impl Into<String>) {
        self.fault_count = self.fault_count.saturating_add(1);
        if self.faults.len() < MOST_ROWS {
            self.faults.push(Fault {
                line,
                key: key.to_owned(),
                reason: reason.into(),
            });
        }
    }
}

/// The works of a citation file.
///
/// # Errors
/// If it is none that is known, has nothing in it, or too much.
pub(crate) fn read(text: &str) -> Result<ReadLibrary, Unreadable> {
    if text.len() as u64 > LONGEST_LIBRARY {
        return Err(Unreadable::LibraryTooLarge);
    }
    let form = Form::of(text).ok_or(Unreadable::NotALibrary)?;
    let mut library = ReadLibrary::new(form);
    match form {
        Form::BibTex => bibtex::read(text, &mut library),
        Form::Ris => ris::read(text, &mut library),
        Form::Csl => csl::read(text, &mut library),
        Form::Hayagriva => hayagriva::read(text, &mut library),
    }
    if library.entries.len() > MOST_ROWS {
        return Err(Unreadable::TooManyWorks);
    }
    library.entries.sort_by_key(|entry| entry.line);
    library.faults.sort_by_key(|fault| fault.line);
    if library.entries.is_empty() && library.faults.is_empty() {
        return Err(Unreadable::NoEntries);
    }
    Ok(library)
}

/// Counts lines as a text is gone through: a file of thousands of entries is not counted from its beginning
/// for each of them.
#[derive(Debug, Clone, Copy)]
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// The line of a place at or after the last one that was asked for.
    fn line_of(&mut self, place: usize) -> u32 {
        let passed = self.text.as_bytes().get(self.at..place).unwrap_or_default();
        let ends = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self
            .line
            .saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.at = self.at.max(place);
        self.line
    }
}

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
