//! What travels inside a PDF that was made here, and whether its text is still as it was exported.
//!
//! A file that somebody else may have changed is read here, so nothing of it is believed: whatever is not as it should
//! be is an answer and never a panic. How much memory and time this may take is for whoever calls it to limit.

use crate::pdf::seal::{self, Seal};
use lopdf::{Dictionary, Document, Object};
use std::collections::BTreeSet;

/// What was found inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// What the file says of itself; nothing if it was not made here, or before files said it.
    pub seal: Option<Seal>,
    /// The SHA-256 of its text as it is now, in hexadecimal, to be compared with that of the seal.
    pub text: String,
    /// The files, in the order in which they are listed.
    pub files: Vec<InsideFile>,
}

impl Inside {
    /// The SHA-256 of the files as they are now, in hexadecimal, to be compared with that of the seal.
    pub fn of_files(&self) -> String {
        let files = self.files.iter().filter(|file| !file.is_source);
        seal::of_files(files.map(|file| (file.name.as_str(), file.bytes.as_slice())))
    }

    /// The data that the document was made from.
    pub fn source(&self) -> Option<&[u8]> {
        let source = self.files.iter().find(|file| file.is_source)?;
        Some(&source.bytes)
    }
}

/// A file inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InsideFile {
    /// What it is called.
    pub name: String,
    /// Whether it is said to be what the document was made from.
    pub is_source: bool,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no PDF, or too little of it is left.
    #[error("it is not a PDF, or not all of it is there")]
    NotAPdf,
    /// It asks for a password.
    #[error("it is locked with a password")]
    Locked,
}

/// Reads what is inside a PDF.
///
/// # Errors
/// If it is no PDF that can be read.
pub fn inside(bytes: &[u8]) -> Result<Inside, Unreadable> {
    let pdf = Document::load_mem(bytes).map_err(|_| Unreadable::NotAPdf)?;
    if pdf.is_encrypted() {
        return Err(Unreadable::Locked);
    }
    let text = seal::of_text(&pdf).map_err(|_| Unreadable::NotAPdf)?;
    Ok(Inside {
        seal: Seal::read(&pdf),
        text,
        files: files(&pdf),
    })
}

/// The files that are inside. One that cannot be taken out is left out: whoever needs it finds that it is missing.
fn files(pdf: &Document) -> Vec<InsideFile> {
    let Ok(catalog) = pdf.catalog() else {
        return Vec::new();
    };
    let listed = match catalog.get_deref(b"AF", pdf).and_then(Object::as_array) {
        Ok(listed) => listed.clone(),
        Err(_) => named(pdf, catalog),
    };
    listed
        .iter()
        .filter_map(|file| taken_out(pdf, file))
        .collect()
}

/// The files in the tree of names, which other programs keep when they write a PDF anew.
fn named(pdf: &Document, catalog: &Dictionary) -> Vec<Object> {
    let tree = catalog
        .get_deref(b"Names", pdf)
        .and_then(Object::as_dict)
        .and_then(|names| names.get(b"EmbeddedFiles"));
    let mut waiting: Vec<Object> = tree.into_iter().cloned().collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(node) = waiting.pop() {
        if node.as_reference().is_ok_and(|id| !seen.insert(id)) {
            continue;
        }
        let Ok(node) = pdf.dereference(&node).and_then(|(_, node)| node.as_dict()) else {
            continue;
        };
        if let Ok(kids) = node.get_deref(b"Kids", pdf).and_then(Object::as_array) {
            waiting.extend(kids.iter().rev().cloned());
        }
        if let Ok(names) = node.get_deref(b"Names", pdf).and_then(Object::as_array) {
            found.extend(names.iter().skip(1).step_by(2).cloned());
        }
    }
    found
}

fn taken_out(pdf: &Document, file: &Object) -> Option<InsideFile> {
    let (_, file) = pdf.dereference(file).ok()?;
    let file = file.as_dict().ok()?;
    let embedded = file.get_deref(b"EF", pdf).and_then(Object::as_dict).ok()?;
    let stream = ["UF", "F"]
        .iter()
        .find_map(|key| embedded.get_deref(key.as_bytes(), pdf).ok())?;
    let name = ["UF", "F"]
        .iter()
        .find_map(|key| file.get_deref(key.as_bytes(), pdf).ok())?;
    let relation = file.get(b"AFRelationship").and_then(Object::as_name);
    Some(InsideFile {
        name: lopdf::decode_text_string(name).ok()?,
        is_source: relation.is_ok_and(|relation| relation == b"Source"),
        bytes: seal::decoded(stream.as_stream().ok()?).ok()?,
    })
}
