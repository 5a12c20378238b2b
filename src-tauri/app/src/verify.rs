//! Whether a PDF is as it was exported.
//!
//! The PDF says it of itself: that nothing was changed by accident, or by a program that saved it anew. Somebody who
//! means to deceive can change what it says as well, so the answer comes with the fingerprint, to be compared with the
//! one that the apprentice has.

use crate::app::App;
use crate::failure::Failure;
use crate::format::files::digest;
use crate::inside;
use aftershift_domain::fingerprint::Fingerprint;
use serde::Serialize;
use std::path::Path;

/// How a part of a PDF stands to what was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// It is as it was exported.
    AsExported,
    /// It is not.
    Changed,
    /// It is not in the PDF, and was not when it was exported as far as can be seen.
    NotThere,
}

/// What is said of a PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verified {
    /// Whether all that is there is as it was exported.
    pub as_exported: bool,
    /// Its text, drawn and read aloud.
    pub text: Standing,
    /// The data that it was made from.
    pub data: Standing,
    /// The files that travel in it.
    pub files: Standing,
    /// How many of them there are.
    pub file_count: usize,
    /// The fingerprint that it says, as it is printed.
    pub fingerprint: String,
}

impl App {
    /// Says whether text, data and files of the PDF at `path` are as they were exported.
    ///
    /// # Errors
    /// [`Failure::CannotImport`] if it is no PDF that can be read, or does not say how it was exported.
    pub fn verify_pdf(&self, path: &Path) -> Result<Verified, Failure> {
        let inside = inside::read(self.pdf_reader(), path)?;
        let no_seal = || {
            Failure::CannotImport {
            reason: "This PDF does not say how it was exported: it was not made by Aftershift, or another program \
                     has saved it anew. There is nothing to compare it with."
                .into(),
        }
        };
        let seal = inside.seal.as_ref().ok_or_else(no_seal)?;
        let said = Fingerprint::from_hex(&seal.fingerprint);
        let same = |same: bool| {
            if same {
                Standing::AsExported
            } else {
                Standing::Changed
            }
        };
        let data = inside.source().map_or(Standing::NotThere, |bytes| {
            same(Some(digest(bytes)) == said)
        });
        let file_count = inside.files.iter().filter(|file| !file.is_source).count();
        let verified = Verified {
            as_exported: false,
            text: same(inside.text == seal.text),
            data,
            files: match same(inside.of_files() == seal.files) {
                Standing::AsExported if file_count == 0 => Standing::NotThere,
                standing => standing,
            },
            file_count,
            fingerprint: said.map(|said| said.to_string()).unwrap_or_default(),
        };
        let parts = [verified.text, verified.data, verified.files];
        Ok(Verified {
            as_exported: !parts.contains(&Standing::Changed),
            ..verified
        })
    }
}
