//! The open format: everything a portfolio holds as one JSON text, its files included.
//!
//! `FORMAT.md` beside the crates describes it for people, `format.schema.json` for programs. It holds no
//! time of export and nothing of this computer, so that export, import and export again give the same
//! bytes.
//!
//! # Steps of an import
//! - **Head:** is it this format, and a version that is known here?
//! - **Fields:** every field is of the kind that the schema says; the first that is not is named.
//! - **Meaning:** references lead somewhere, dates are possible; everything wrong is named at once.
//! - **Files:** the bytes are those that the portfolio speaks of.
//!
//! Only what passes all four is handed on, so whoever applies it applies all or nothing.

mod expected;
pub(crate) mod files;
mod read;
#[cfg(test)]
mod tests;

use crate::citation_style::fault;
use crate::failure::Failure;
use aftershift_domain::evidence::Evidence;
use aftershift_domain::portfolio::{self, Portfolio};
use aftershift_domain::problem::Problem;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the field `format` says.
pub const NAME: &str = "aftershift-portfolio";

/// The version of the format that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// The JSON Schema of the format.
pub const SCHEMA: &str = include_str!("../../format.schema.json");

/// A portfolio that was read and found sound, with the bytes of its files by their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The portfolio.
    pub portfolio: Portfolio,
    /// The bytes of its files by their SHA-256: one for each that an item of evidence names.
    pub files: BTreeMap<String, Vec<u8>>,
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'a str,
    version: u32,
    portfolio: &'a Portfolio,
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    sha256: &'a str,
    base64: String,
}

/// Writes a portfolio in the open format: indented JSON with a line end after it.
///
/// `attachments` are bytes by their SHA-256, in any order. Those that no item of evidence names are left
/// out: nothing in the portfolio could show them.
pub fn export<S, B>(
    portfolio: &Portfolio,
    attachments: impl IntoIterator<Item = (S, B)>,
) -> Result<Vec<u8>, Failure>
where
    S: AsRef<str>,
    B: AsRef<[u8]>,
{
    export_beside(portfolio, attachments, &BTreeSet::new())
}

/// The same, without the bytes of the files whose SHA-256 is in `beside`: they travel beside the text.
pub fn export_beside<S, B>(
    portfolio: &Portfolio,
    attachments: impl IntoIterator<Item = (S, B)>,
    beside: &BTreeSet<&str>,
) -> Result<Vec<u8>, Failure>
where
    S: AsRef<str>,
    B: AsRef<[u8]>,
{
    let named: BTreeSet<&str> = portfolio
        .evidence
        .iter()
        .map(|e| e.sha256.as_str())
        .collect();
    let mut files = BTreeMap::new();
    for (sha256, bytes) in attachments {
        if let Some(&sha256) = named.get(sha256.as_ref())
            && !beside.contains(sha256)
        {
            files
                .entry(sha256)
                .or_insert_with(|| STANDARD.encode(bytes));
        }
    }
    if let Some(lost) = portfolio.evidence.iter().find(|e| {
        let sha256 = e.sha256.as_str();
        !files.contains_key(sha256) && !beside.contains(sha256)
    }) {
        return Err(Failure::Damaged {
            what: vec![format!(
                "The bytes of the file “{}” are missing.",
                lost.file_name
            )],
        });
    }
    let document = Document {
        format: NAME,
        version: VERSION,
        portfolio,
        files: files
            .into_iter()
            .map(|(sha256, base64)| File { sha256, base64 })
            .collect(),
    };
    let mut text = serde_json::to_vec_pretty(&document).map_err(|error| Failure::Bug {
        reference: error.to_string(),
    })?;
    text.push(b'\n');
    Ok(text)
}

/// Reads a portfolio in the open format.
///
/// # Errors
/// - [`Failure::TooNew`] for a later version of the format,
/// - [`Failure::NotTheFormat`] for a text that is no JSON or has a field of the wrong kind: the first one,
///   with its place and what was expected there,
/// - [`Failure::Invalid`] for fields that contradict each other or a file: all of them.
pub fn import(text: &[u8]) -> Result<Imported, Failure> {
    import_beside(text, &|_| None)
}

/// The same, for a text whose files may lie beside it: `beside` finds the bytes of an item of evidence, if it can.
/// They are believed only if they have its SHA-256.
///
/// # Errors
/// As for [`import`].
pub fn import_beside(
    text: &[u8],
    beside: &dyn Fn(&Evidence) -> Option<Vec<u8>>,
) -> Result<Imported, Failure> {
    let document = read::document(text)?;
    let mut problems = Vec::new();
    if let Err(found) = portfolio::validate(&document.portfolio) {
        problems.extend(found.0.into_iter().map(|mut problem| {
            problem.field = format!("portfolio.{}", problem.field);
            problem
        }));
    }
    if let Some(reason) = fault(&document.portfolio.citation_style) {
        problems.push(Problem {
            field: "portfolio.citationStyle.own".to_owned(),
            reason,
        });
    }
    let (files, found) = files::check(&document.portfolio, document.files, beside);
    problems.extend(found);
    if problems.is_empty() {
        Ok(Imported {
            portfolio: document.portfolio,
            files,
        })
    } else {
        Err(Failure::Invalid { problems })
    }
}
