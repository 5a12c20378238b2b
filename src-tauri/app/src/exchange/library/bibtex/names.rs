//! Lists of names: `Jan van der Berg and {World Health Organization} and others`.

use super::super::draft::{Draft, Name};
use super::entry::text;
use biblatex::{Chunk, Chunks, ChunksRef, Person, Spanned};

/// The people and organisations of a list. What stands wholly in braces is an organisation.
pub(super) fn names(chunks: ChunksRef<'_>, draft: &mut Draft) -> Vec<Name> {
    let mut names = Vec::new();
    for part in parts(chunks) {
        let written = text(&part);
        match written.trim() {
            "" => {}
            "others" => draft.leave_out("and others"),
            written => names.extend(name(&part, written)),
        }
    }
    names
}

fn name(part: ChunksRef<'_>, written: &str) -> Option<Name> {
    let in_braces = |chunk: &Spanned<Chunk>| match &chunk.v {
        Chunk::Verbatim(_) => true,
        Chunk::Normal(text) | Chunk::Math(text) => text.trim().is_empty(),
    };
    if part.iter().all(in_braces) {
        return Name::organisation(written);
    }
    // The crate takes every equals sign for the long form of names, `family=Berg, given=Jan`.
    if written.contains('=') && !written.contains("family") {
        return Name::person("", written, "", "");
    }
    let person = Person::parse(part);
    Name::person(
        &person.prefix,
        &person.name,
        &person.suffix,
        &person.given_name,
    )
    .or_else(|| Name::person("", written, "", ""))
}

/// A list at each “and” that stands outside braces.
fn parts(chunks: ChunksRef<'_>) -> Vec<Chunks> {
    let mut parts = vec![Chunks::new()];
    let push = |parts: &mut Vec<Chunks>, chunk: Chunk| {
        if let Some(part) = parts.last_mut().filter(|_| !chunk.get().is_empty()) {
            // Places in the file are of no use here, and the crate adds to them.
            part.push(Spanned::zero(chunk));
        }
    };
    for chunk in chunks {
        let Chunk::Normal(text) = &chunk.v else {
            push(&mut parts, chunk.v.clone());
            continue;
        };
        // Blanks at the ends belong to the words: “and” may be the first or the last of this chunk.
        let mut kept = String::new();
        for word in text.split_inclusive(' ') {
            if word.trim_end().eq_ignore_ascii_case("and") {
                let name = trimmed(&kept, &parts);
                push(&mut parts, Chunk::Normal(name));
                parts.push(Chunks::new());
                kept.clear();
            } else {
                kept.push_str(word);
            }
        }
        let name = trimmed(&kept, &parts);
        push(&mut parts, Chunk::Normal(name));
    }
    parts
}

/// Text without blanks where a name begins.
fn trimmed(text: &str, parts: &[Chunks]) -> String {
    if parts.last().is_some_and(Vec::is_empty) {
        text.trim_start().to_owned()
    } else {
        text.to_owned()
    }
}
