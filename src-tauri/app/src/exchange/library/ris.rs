//! RIS, as databases and reference managers write it: a line for each field, `TY  - ` first and `ER  - ` last.

use super::ReadLibrary;
use super::draft::{Draft, Line, Name, day};
use super::person::{comma_form, with_commas};
use aftershift_domain::theory::{Reference, TheoryKind};

/// Whether a line begins an entry.
pub(super) fn begins(line: &str) -> bool {
    tag(line).is_some_and(|(name, _)| name == "TY")
}

/// The tag of a line and what it says. Programs differ in the blanks round the hyphen.
fn tag(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(['\u{feff}', ' ', '\t']);
    let (name, rest) = line.split_at_checked(2)?;
    let mut letters = name.bytes();
    let is_tag = letters.next().is_some_and(|b| b.is_ascii_uppercase())
        && letters.all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let said = rest
        .strip_prefix(' ')?
        .trim_start_matches(' ')
        .strip_prefix('-')?;
    // “AB -5 degrees” goes on with the line before; a tag has a blank after its hyphen, or nothing.
    let ends = said.is_empty() || said.starts_with([' ', '\t']);
    (is_tag && ends).then(|| (name, said.trim()))
}

/// What an entry says: tag and text, each line that goes on put to the one before.
#[derive(Debug, Default)]
struct Record {
    line: u32,
    fields: Vec<(String, String)>,
}

/// Reads every entry that can be read.
pub(super) fn read(text: &str, library: &mut ReadLibrary) {
    let mut open: Option<Record> = None;
    let mut stray = false;
    for (line, row) in (1..).zip(text.lines()) {
        match tag(row) {
            Some(("TY", said)) => {
                close(open.take(), library);
                open = Some(Record {
                    line,
                    fields: vec![("TY".into(), said.into())],
                });
                stray = false;
            }
            Some(("ER", _)) => {
                close(open.take(), library);
                stray = false;
            }
            Some((name, said)) => match &mut open {
                Some(record) => record.fields.push((name.into(), said.into())),
                None if stray => {}
                None => {
                    stray = true;
                    library.refuse(line, "", "It does not begin with a line TY.");
                }
            },
            None => {
                if let Some((_, said)) = open.as_mut().and_then(|record| record.fields.last_mut()) {
                    said.push(' ');
                    said.push_str(row.trim());
                }
            }
        }
    }
    close(open, library);
}

fn close(record: Option<Record>, library: &mut ReadLibrary) {
    if let Some(record) = record {
        let line = record.line;
        library.take(line, draft(&record));
    }
}

fn kind(name: &str) -> Option<TheoryKind> {
    Some(match name {
        "BOOK" | "EBOOK" | "EDBOOK" | "WHOLE" => TheoryKind::Book,
        "CHAP" | "ECHAP" | "CONF" | "CPAPER" | "ENCYC" | "DICT" => TheoryKind::Chapter,
        "JOUR" | "EJOUR" | "MGZN" | "NEWS" | "JFULL" | "ABST" | "INPR" => TheoryKind::Article,
        "ELEC" | "WEB" | "BLOG" => TheoryKind::WebPage,
        "RPRT" | "GOVDOC" | "STAND" => TheoryKind::Report,
        "SLIDE" => TheoryKind::Lecture,
        "GEN" => TheoryKind::Other,
        _ => return None,
    })
}

fn kind_tag(kind: TheoryKind) -> &'static str {
    match kind {
        TheoryKind::Book => "BOOK",
        TheoryKind::Chapter => "CHAP",
        TheoryKind::Article => "JOUR",
        TheoryKind::WebPage => "ELEC",
        TheoryKind::Report => "RPRT",
        TheoryKind::Lecture => "SLIDE",
        TheoryKind::Other => "GEN",
    }
}

/// Tags that are one line of a work, in the order in which they are asked: the full title of a journal before
/// its short one.
const LINES: [(&str, Line); 21] = [
    ("TI", Line::Title),
    ("T1", Line::Title),
    ("CT", Line::Title),
    ("JF", Line::Container),
    ("T2", Line::Container),
    ("BT", Line::Container),
    ("JO", Line::Container),
    ("T3", Line::Container),
    ("J2", Line::ContainerShort),
    ("JA", Line::ContainerShort),
    ("J1", Line::ContainerShort),
    ("ET", Line::Edition),
    ("VL", Line::Volume),
    ("IS", Line::Issue),
    ("CP", Line::Issue),
    ("PB", Line::Publisher),
    ("CY", Line::Place),
    ("PP", Line::Place),
    ("UR", Line::Url),
    ("L2", Line::Url),
    ("LK", Line::Url),
];

/// Tags that are read in a way of their own.
const OTHERS: [&str; 18] = [
    "TY", "AU", "A1", "ED", "A2", "PY", "Y1", "DA", "SP", "EP", "DO", "Y2", "KW", "ID", "C7", "SE",
    "M3", "ER",
];

fn draft(record: &Record) -> Draft {
    let said = |tag: &'static str| {
        let fields = record.fields.iter();
        fields
            .filter(move |(name, _)| name == tag)
            .map(|(_, said)| said.trim())
    };
    let first = |tag: &'static str| said(tag).find(|text| !text.is_empty()).unwrap_or_default();
    let named = first("TY");
    let known = kind(named);
    let mut draft = Draft::new(known.unwrap_or_default());
    if known.is_none() {
        draft.leave_out(format!("TY {named}"));
    }
    draft.set_key(first("ID"));
    for (tag, line) in LINES {
        // The title of a book stands in BT where it has no other.
        let whole = tag == "BT" && known == Some(TheoryKind::Book) && !draft.has(Line::Title);
        let line = if whole { Line::Title } else { line };
        for text in said(tag) {
            draft.set(line, text, tag);
        }
    }
    let authors = people(said("AU").chain(said("A1")), &mut draft);
    draft.set_authors(authors);
    let editors = people(said("ED").chain(said("A2")), &mut draft);
    draft.set_editors(editors);
    for tag in ["PY", "Y1", "DA"] {
        draft.set_year(first(tag));
    }
    pages(first("SP"), first("EP"), &mut draft);
    for tag in ["C7", "SE"] {
        draft.set(Line::Pages, first(tag), tag);
    }
    for doi in said("DO") {
        draft.set_doi(doi, "DO");
    }
    match first("M3") {
        "" => {}
        doi if doi.contains("10.") && doi.contains('/') => draft.set_doi(doi, "M3"),
        _ => draft.leave_out("M3"),
    }
    match first("Y2") {
        "" => {}
        date => draft.set_accessed(day(date), "Y2"),
    }
    draft.add_tags(said("KW"), "KW");
    for (name, text) in &record.fields {
        let known = OTHERS.contains(&name.as_str()) || LINES.iter().any(|(tag, _)| tag == name);
        if !known && !text.trim().is_empty() {
            draft.leave_out(name.clone());
        }
    }
    draft
}

fn people<'a>(written: impl Iterator<Item = &'a str>, draft: &mut Draft) -> Vec<Name> {
    written
        .filter_map(|name| with_commas(name, draft))
        .collect()
}

fn pages(first: &str, last: &str, draft: &mut Draft) {
    let whole = last.is_empty() || first.contains(['-', '–']);
    if whole {
        draft.set(Line::Pages, first, "SP");
    } else {
        draft.set(Line::Pages, &format!("{first}-{last}"), "EP");
    }
}

/// The works as a file.
pub(super) fn write(works: &[Reference]) -> String {
    works.iter().map(entry).collect()
}

fn entry(work: &Reference) -> String {
    let mut text = String::new();
    let mut put = |tag: &str, said: &str| {
        if !said.is_empty() {
            text.push_str(&format!("{tag}  - {}\r\n", super::draft::tidy(said)));
        }
    };
    put("TY", kind_tag(work.kind));
    put("ID", &work.cite_key);
    for author in &work.authors {
        put("AU", &comma_form(author));
    }
    if !work.corporate_author.is_empty() {
        // The comma at the end keeps it whole.
        put("AU", &format!("{},", work.corporate_author));
    }
    put("TI", &work.title);
    put("T2", &work.container);
    put("J2", &work.container_short);
    for editor in &work.editors {
        put("ED", &comma_form(editor));
    }
    put("PY", &work.year);
    put("ET", &work.edition);
    put("VL", &work.volume);
    put("IS", &work.issue);
    match work.pages.split_once('-') {
        Some((first, last)) if is_page(first) && is_page(last) => {
            put("SP", first);
            put("EP", last);
        }
        _ => put("SP", &work.pages),
    }
    put("PB", &work.publisher);
    put("CY", &work.place);
    put("DO", &work.doi);
    put("UR", &work.url);
    if let Some(date) = work.accessed_on {
        put("Y2", &date.format("%Y/%m/%d/").to_string());
    }
    for tag in &work.tags {
        put("KW", tag);
    }
    text.push_str("ER  - \r\n\r\n");
    text
}

fn is_page(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_alphanumeric)
}
