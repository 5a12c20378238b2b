//! BibTeX and BibLaTeX.
//!
//! The crate `biblatex` reads LaTeX and names well and gives a whole file up at its first fault. So the file is
//! [split] here, each entry is given to it alone, and what it would stumble over in sound entries is
//! [prepared](latex) first.

mod entry;
mod fields;
mod latex;
mod names;
mod split;
mod write;

pub(super) use split::begins;
pub(super) use write::write;

use super::ReadLibrary;
use entry::{Parsed, Strings};
use std::collections::HashMap;

/// Reads every entry that can be read.
pub(super) fn read(text: &str, library: &mut ReadLibrary) {
    let (blocks, broken) = split::blocks(text);
    for (line, key, reason) in broken {
        library.refuse(line, &key, reason);
    }
    let mut strings = Strings::default();
    let mut parsed: Vec<Parsed> = Vec::new();
    for block in &blocks {
        match block.kind.as_str() {
            "string" => {
                if let Err(reason) = strings.define(block) {
                    library.refuse(block.line, "@string", reason);
                }
            }
            // What programs keep for themselves.
            "comment" | "preamble" => {}
            _ => match Parsed::read(block, &strings) {
                Ok(entry) => parsed.push(entry),
                Err(reason) => library.refuse(block.line, &block.key, reason),
            },
        }
    }
    let by_key: HashMap<&str, &Parsed> = parsed
        .iter()
        .rev()
        .map(|entry| (entry.key.as_str(), entry))
        .collect();
    for entry in &parsed {
        if entry.kind == "xdata" {
            continue;
        }
        match entry.resolved(&by_key) {
            Ok(found) => library.take(entry.line, fields::draft(entry, &found, &by_key)),
            Err(reason) => library.refuse(entry.line, &entry.key, reason),
        }
    }
}
