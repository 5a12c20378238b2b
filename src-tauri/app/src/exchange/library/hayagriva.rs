//! Hayagriva, the YAML that Typst reads. The file is split into its entries first, by the keys that begin a line, so that one
//! broken entry costs itself. Each is read by Typst's own reader.

use super::draft::{Draft, Line, Name};
use super::{Lines, ReadLibrary};
use aftershift_domain::theory::TheoryKind;
use chrono::NaiveDate;
use hayagriva::Entry;
use hayagriva::io::from_yaml_str;
use hayagriva::types::{Date, EntryType, Person};

/// The longest entry that is read, in bytes: one with an abstract takes a few thousand.
const LONGEST: usize = 256 * 1024;

/// The key with which an entry begins, if a line is the beginning of one.
fn key_of(line: &str) -> Option<&str> {
    if line.starts_with([' ', '\t', '#', '-', '{', '[', '%', '@', '&', '*', '!']) {
        return None;
    }
    let line = line.split(" #").next().unwrap_or_default().trim_end();
    let key = line.strip_suffix(':')?.trim();
    let bare = key.trim_matches(['"', '\'']);
    (!bare.is_empty() && !bare.contains(": ")).then_some(bare)
}

/// Whether a text looks like this form: an entry begins, and what follows it stands further in and says a kind or a title.
pub(super) fn is_one(text: &str) -> bool {
    let mut inside = false;
    for line in text.lines() {
        if key_of(line).is_some() {
            inside = true;
        } else if inside && line.starts_with([' ', '\t']) {
            let said = line.trim_start();
            if ["type:", "title:", "author:", "parent:", "date:"]
                .iter()
                .any(|field| said.starts_with(field))
            {
                return true;
            }
        } else if !(line.trim().is_empty() || line.starts_with(['#', '%']) || line == "---") {
            inside = false;
        }
    }
    false
}

/// Reads every entry that can be read.
pub(super) fn read(text: &str, library: &mut ReadLibrary) {
    let mut begins: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(key) = key_of(line.trim_end_matches(['\r', '\n'])) {
            begins.push((at, key));
        }
        at += line.len();
    }
    let mut lines = Lines::of(text);
    for (nth, (begin, key)) in begins.iter().enumerate() {
        let end = begins.get(nth + 1).map_or(text.len(), |(next, _)| *next);
        let entry = text.get(*begin..end).unwrap_or_default();
        // The end of a document is not part of its last entry.
        let entry = entry.split("\n...").next().unwrap_or_default();
        let entry = entry.split("\n---").next().unwrap_or_default();
        let line = lines.line_of(*begin);
        match parsed(entry) {
            Ok(found) => library.take(line, draft(&found)),
            Err(reason) => library.refuse(line, key, reason),
        }
    }
}

fn parsed(text: &str) -> Result<Entry, String> {
    if text.len() > LONGEST {
        return Err("It is longer than any reference is.".into());
    }
    let read = from_yaml_str(text).map_err(|error| {
        let place = error.location().map_or_else(String::new, |at| {
            format!(" in line {} of the entry", at.line())
        });
        format!("It cannot be read{place}: look for a field that is set too far in or out, or a value of another kind.")
    })?;
    let found = read.nth(0).cloned();
    found.ok_or_else(|| "There is nothing in it.".into())
}

fn kind(entry: &Entry) -> Option<TheoryKind> {
    Some(match entry.entry_type() {
        EntryType::Article | EntryType::Newspaper => TheoryKind::Article,
        EntryType::Chapter | EntryType::Entry | EntryType::Anthos => TheoryKind::Chapter,
        EntryType::Report => TheoryKind::Report,
        EntryType::Book
        | EntryType::Reference
        | EntryType::Anthology
        | EntryType::Proceedings
        | EntryType::Periodical => TheoryKind::Book,
        EntryType::Web | EntryType::Post | EntryType::Blog => TheoryKind::WebPage,
        EntryType::Conference => TheoryKind::Lecture,
        EntryType::Misc => TheoryKind::Other,
        _ => return None,
    })
}

fn draft(entry: &Entry) -> Draft {
    let mut draft = Draft::new(kind(entry).unwrap_or(TheoryKind::Other));
    if kind(entry).is_none() {
        draft.leave_out("type");
    }
    draft.set_key(entry.key());
    if let Some(authors) = entry.authors() {
        let names: Vec<Name> = authors.iter().filter_map(name).collect();
        if !names.is_empty() {
            draft.set_authors(names);
        }
    }
    own(&mut draft, entry);
    for parent in entry.parents() {
        containing(&mut draft, parent);
    }
    draft
}

/// What an entry says of itself.
fn own(draft: &mut Draft, entry: &Entry) {
    if let Some(title) = entry.title() {
        draft.set(Line::Title, &title.to_string(), "title");
    }
    both(draft, entry);
    if let Some(pages) = entry.page_range() {
        draft.set(Line::Pages, &pages.to_string(), "page-range");
    }
    for (field, has) in [
        ("note", entry.note().is_some()),
        ("abstract", entry.abstract_().is_some()),
        ("affiliated", entry.affiliated().is_some()),
        ("archive", entry.archive().is_some()),
        ("runtime", entry.runtime().is_some()),
    ] {
        if has {
            draft.leave_out(field);
        }
    }
}

/// What an entry says of what it stands in.
fn containing(draft: &mut Draft, parent: &Entry) {
    if let Some(title) = parent.title() {
        draft.set(Line::Container, &title.to_string(), "parent");
    }
    both(draft, parent);
    for further in parent.parents() {
        // A series, or a journal around an issue.
        match further.title() {
            Some(title) if draft.has(Line::Container) => {
                draft.leave_out(format!("parent “{title}”"));
            }
            Some(title) => draft.set(Line::Container, &title.to_string(), "parent"),
            None => {}
        }
        both(draft, further);
    }
}

/// What is said of a work or of what it stands in.
fn both(draft: &mut Draft, entry: &Entry) {
    if let Some(editors) = entry.editors() {
        draft.set_editors(editors.iter().filter_map(name).collect());
    }
    if let Some(date) = entry.date() {
        draft.set_year(&date.year.to_string());
    }
    for (field, said, called) in [
        (
            Line::Volume,
            entry.volume().map(ToString::to_string),
            "volume",
        ),
        (Line::Issue, entry.issue().map(ToString::to_string), "issue"),
        (
            Line::Edition,
            entry.edition().map(ToString::to_string),
            "edition",
        ),
    ] {
        if let Some(said) = said {
            draft.set(field, &said, called);
        }
    }
    let publisher = entry.publisher();
    let by = publisher.and_then(|it| it.name()).or(entry.organization());
    if let Some(by) = by {
        draft.set(Line::Publisher, &by.to_string(), "organization");
    }
    let place = publisher.and_then(|it| it.location()).or(entry.location());
    if let Some(place) = place {
        draft.set(Line::Place, &place.to_string(), "location");
    }
    if let Some(url) = entry.url() {
        draft.set(Line::Url, url.value.as_str(), "url");
        if let Some(date) = &url.visit_date {
            draft.set_accessed(day(date), "date of url");
        }
    }
    if let Some(doi) = entry.doi() {
        draft.set_doi(doi, "doi");
    }
}

/// A whole day; months and days are counted from 0 there.
fn day(date: &Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        date.year,
        u32::from(date.month?) + 1,
        u32::from(date.day?) + 1,
    )
}

/// Somebody; who has no given name is an organisation, as Typst prints them. Small words in its name, as in “Nursing and
/// Midwifery Council”, are taken for a particle by the reader.
fn name(person: &Person) -> Option<Name> {
    let part = |text: &Option<String>| text.clone().unwrap_or_default();
    if person.given_name.is_none() && person.suffix.is_none() {
        return Name::organisation(&format!("{} {}", part(&person.prefix), person.name));
    }
    Name::person(
        &part(&person.prefix),
        &person.name,
        &part(&person.suffix),
        &part(&person.given_name),
    )
}
