//! Which field of BibTeX and BibLaTeX is which of a work.

use super::super::draft::{Draft, Line, day};
use super::entry::{Parsed, text};
use super::names::names;
use aftershift_domain::theory::TheoryKind;
use std::collections::HashMap;

/// Fields that are one line of a work, in the order in which they are asked.
const LINES: [(&str, Line); 22] = [
    ("title", Line::Title),
    ("journaltitle", Line::Container),
    ("journal", Line::Container),
    ("booktitle", Line::Container),
    ("eventtitle", Line::Container),
    ("maintitle", Line::Container),
    ("shortjournal", Line::ContainerShort),
    ("journalabbreviation", Line::ContainerShort),
    ("edition", Line::Edition),
    ("volume", Line::Volume),
    ("number", Line::Issue),
    ("issue", Line::Issue),
    ("pages", Line::Pages),
    ("eid", Line::Pages),
    ("article-number", Line::Pages),
    ("publisher", Line::Publisher),
    ("institution", Line::Publisher),
    ("school", Line::Publisher),
    ("organization", Line::Publisher),
    ("location", Line::Place),
    ("address", Line::Place),
    ("url", Line::Url),
];

/// Fields that are read in a way of their own.
const OTHERS: [&str; 12] = [
    "author",
    "editor",
    "year",
    "date",
    "doi",
    "urldate",
    "keywords",
    "subtitle",
    "booksubtitle",
    "journalsubtitle",
    "howpublished",
    "keyword",
];

/// Whether anything is made of a field.
pub(super) fn is_read(name: &str) -> bool {
    OTHERS.contains(&name) || LINES.iter().any(|(line, _)| *line == name)
}

/// What kind of source it is; nothing where we have no word for it.
fn kind(name: &str) -> Option<TheoryKind> {
    Some(match name {
        "book" | "mvbook" | "bookinbook" | "collection" | "mvcollection" | "proceedings"
        | "mvproceedings" | "reference" | "mvreference" | "booklet" | "manual" => TheoryKind::Book,
        "inbook" | "incollection" | "inproceedings" | "conference" | "inreference" | "suppbook"
        | "suppcollection" => TheoryKind::Chapter,
        "article" | "suppperiodical" | "periodical" | "review" => TheoryKind::Article,
        "online" | "electronic" | "www" | "webpage" => TheoryKind::WebPage,
        "report" | "techreport" => TheoryKind::Report,
        "unpublished" => TheoryKind::Lecture,
        "misc" => TheoryKind::Other,
        _ => return None,
    })
}

/// What an entry says of a work.
pub(super) fn draft(
    entry: &Parsed,
    found: &biblatex::Entry,
    all: &HashMap<&str, &Parsed>,
) -> Draft {
    let known = kind(&entry.kind);
    let mut draft = Draft::new(known.unwrap_or_default());
    draft.set_key(&entry.key);
    if known.is_none() {
        draft.leave_out(format!("@{}", entry.kind));
    }
    for name in &entry.unknown {
        draft.remark(format!(
            "“{name}” is an abbreviation that the file does not explain."
        ));
    }
    for key in entry.parents().filter(|key| !all.contains_key(key)) {
        draft.remark(format!(
            "It belongs to the entry “{key}”, which the file does not have."
        ));
    }
    if entry.followed {
        draft.remark("Text follows it that belongs to no entry: a brace may be closed too early.");
    }
    let field = |name: &str| found.get(name);
    let value = |name: &str| field(name).map(text).unwrap_or_default();
    for (name, line) in LINES {
        let value = if name == "url" {
            address(entry.raw(name).unwrap_or_default())
        } else {
            value(name)
        };
        draft.set(line, &value, name);
        let subtitle = match name {
            "title" => "subtitle",
            "journaltitle" | "journal" => "journalsubtitle",
            "booktitle" => "booksubtitle",
            _ => continue,
        };
        if field(name).is_some() {
            draft.add_subtitle(line, &text(field(subtitle).unwrap_or_default()));
        }
    }
    if let Some(chunks) = field("author") {
        let names = names(chunks, &mut draft);
        draft.set_authors(names);
    }
    if let Some(chunks) = field("editor") {
        let names = names(chunks, &mut draft);
        draft.set_editors(names);
    }
    draft.set_year(&value("year"));
    draft.set_year(&value("date"));
    if let Some(doi) = entry.raw("doi") {
        draft.set_doi(&address(doi), "doi");
    }
    if field("urldate").is_some() {
        draft.set_accessed(day(&value("urldate")), "urldate");
    }
    how_published(&value("howpublished"), &mut draft);
    for name in ["keywords", "keyword"] {
        draft.add_tags(value(name).split([',', ';']), name);
    }
    for name in entry.names() {
        let nothing = matches!(name, "crossref" | "xdata" | "ids" | "options" | "langid");
        if !is_read(name) && !nothing {
            draft.leave_out(name);
        }
    }
    draft
}

/// An address without the LaTeX that some programs put into it.
fn address(written: &str) -> String {
    let mut plain = written.trim();
    if let Some(inner) = plain.strip_prefix("\\url") {
        plain = inner;
    }
    plain = plain.trim_matches(|c| matches!(c, '{' | '}' | '<' | '>' | ' '));
    let mut address = String::with_capacity(plain.len());
    let mut signs = plain.chars().peekable();
    while let Some(c) = signs.next() {
        let escapes = matches!(signs.peek(), Some('_' | '%' | '&' | '#' | '~' | '$'));
        if c != '\\' || !escapes {
            address.push(c);
        }
    }
    address
}

/// `\url{https://…}` in a `@misc` was the way of BibTeX to name a web page; words are who published it.
fn how_published(written: &str, draft: &mut Draft) {
    let at = written.find("http://").or_else(|| written.find("https://"));
    match at {
        Some(at) => {
            let address = written.get(at..).unwrap_or_default();
            let address = address.split_whitespace().next().unwrap_or_default();
            draft.set(Line::Url, address, "howpublished");
            if draft.kind() == TheoryKind::Other {
                draft.set_kind(TheoryKind::WebPage);
            }
        }
        None => draft.set(Line::Publisher, written, "howpublished"),
    }
}
