//! CSL-JSON, as Zotero and citation processors write it. The list is split into its items first, so that one
//! broken item costs itself.

use super::draft::{Draft, Line, Name, day};
use super::html::unmarked;
use super::{Lines, ReadLibrary};
use aftershift_domain::theory::{Author, Reference, TheoryKind};
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

/// Reads every item that can be read.
pub(super) fn read(text: &str, library: &mut ReadLibrary) {
    let mut lines = Lines::of(text);
    let (mut at, alone) = list(text);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['{', ']'])) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        if rest.starts_with(']') && !alone {
            break;
        }
        let line = lines.line_of(start);
        let length = object(rest);
        let item = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
        let read = match length {
            None => Err(String::from(
                "It is not closed: a brace, a bracket or a quotation mark is missing.",
            )),
            Some(_) => {
                serde_json::from_str::<Map<String, Value>>(item).map_err(|error| broken(&error))
            }
        };
        at = start + item.len().max(1);
        match read {
            Ok(fields) => library.take(line, draft(&fields)),
            Err(reason) => {
                library.refuse(line, "", reason);
                at = start + next_item(item, column(text, start)).max(1);
            }
        }
    }
}

fn broken(error: &serde_json::Error) -> String {
    format!(
        "It is no sound JSON: look at line {} of the entry for a comma, a quotation mark or a brace too many or \
         too few.",
        error.line()
    )
}

/// Where the list of items begins, and whether there is none because the file is a single item. A list stands
/// alone or under the name `items`.
fn list(text: &str) -> (usize, bool) {
    let begin = text.len() - text.trim_start().len();
    if text.get(begin..).is_some_and(|rest| rest.starts_with('[')) {
        return (begin + 1, false);
    }
    let named = text.find("\"items\"").and_then(|named| {
        let colon = text.get(named + 7..)?.trim_start().strip_prefix(':')?;
        let list = colon.trim_start().strip_prefix('[')?;
        Some(text.len() - list.len())
    });
    named.map_or((begin, true), |list| (list, false))
}

/// How deep an item is followed: an entry has names in lists, and dates in lists of lists.
const DEEPEST: u32 = 64;

/// The length of the object with which a text begins; nothing if it is not closed.
fn object(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match c {
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            // No string of JSON goes over the end of a line.
            '\n' if quoted => return None,
            '{' | '[' if !quoted => {
                depth += 1;
                // Otherwise a file of nothing but braces would be gone through from each of them.
                if depth > DEEPEST {
                    return None;
                }
            }
            '}' | ']' if !quoted => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    None
}

/// The furthest in that an item is taken to stand: a file on one line has no lines to go by.
const FURTHEST_IN: usize = 256;

/// How far from the beginning of its line a place is.
fn column(text: &str, place: usize) -> usize {
    let bytes = text.as_bytes();
    let before = bytes
        .get(place.saturating_sub(FURTHEST_IN)..place)
        .unwrap_or_default();
    let end = before.iter().rposition(|byte| *byte == b'\n');
    before.len() - end.map_or(0, |end| end + 1)
}

/// The place of the next line of a broken item on which another item may begin: with a brace that stands no
/// further in than its own. Names stand in braces as well, but further in.
fn next_item(item: &str, column: usize) -> usize {
    let mut at = 0;
    for (nth, line) in item.split_inclusive('\n').enumerate() {
        let said = line.trim_start_matches([' ', '\t', '}', ',']);
        let inward = line.len() - said.len();
        if nth > 0 && inward <= column && said.starts_with('{') {
            return at;
        }
        at += line.len();
    }
    item.len()
}

fn kind(name: &str) -> Option<TheoryKind> {
    Some(match name {
        "book" | "classic" | "collection" | "periodical" => TheoryKind::Book,
        "chapter" | "paper-conference" | "entry" | "entry-encyclopedia" | "entry-dictionary" => {
            TheoryKind::Chapter
        }
        "article-journal" | "article-magazine" | "article-newspaper" | "article" | "review"
        | "review-book" => TheoryKind::Article,
        "webpage" | "post" | "post-weblog" => TheoryKind::WebPage,
        "report" | "standard" => TheoryKind::Report,
        "speech" => TheoryKind::Lecture,
        "document" => TheoryKind::Other,
        _ => return None,
    })
}

fn kind_name(kind: TheoryKind) -> &'static str {
    match kind {
        TheoryKind::Book => "book",
        TheoryKind::Chapter => "chapter",
        TheoryKind::Article => "article-journal",
        TheoryKind::WebPage => "webpage",
        TheoryKind::Report => "report",
        TheoryKind::Lecture => "speech",
        TheoryKind::Other => "document",
    }
}

/// Fields that are one line of a work, in the order in which they are asked.
const LINES: [(&str, Line); 14] = [
    ("title", Line::Title),
    ("container-title", Line::Container),
    ("event-title", Line::Container),
    ("event", Line::Container),
    ("container-title-short", Line::ContainerShort),
    ("journalAbbreviation", Line::ContainerShort),
    ("edition", Line::Edition),
    ("volume", Line::Volume),
    ("issue", Line::Issue),
    ("page", Line::Pages),
    ("publisher", Line::Publisher),
    ("publisher-place", Line::Place),
    ("event-place", Line::Place),
    ("URL", Line::Url),
];

/// Fields that are read in a way of their own, or say again what others say.
const OTHERS: [&str; 13] = [
    "type",
    "id",
    "citation-key",
    "author",
    "editor",
    "issued",
    "accessed",
    "DOI",
    "keyword",
    "number",
    "page-first",
    "title-short",
    "shortTitle",
];

/// A value that is a text or a number.
fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => unmarked(text),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn draft(fields: &Map<String, Value>) -> Draft {
    let said = |name: &str| text(fields.get(name));
    let named = said("type");
    let known = kind(&named);
    let mut draft = Draft::new(known.unwrap_or_default());
    if known.is_none() {
        draft.leave_out(format!("type {named}"));
    }
    // The identity of an item is often an address; that is no key.
    let key = [said("citation-key"), said("id")];
    if let Some(key) = key
        .iter()
        .find(|key| !key.is_empty() && !key.contains("://"))
    {
        draft.set_key(key);
    }
    for (name, line) in LINES {
        draft.set(line, &said(name), name);
    }
    if !said("number").is_empty() {
        // The number of an article stands for its pages.
        if draft.kind() == TheoryKind::Article {
            draft.set(Line::Pages, &said("number"), "number");
        } else {
            draft.leave_out("number");
        }
    }
    let authors = names(fields.get("author"));
    draft.set_authors(authors);
    let editors = names(fields.get("editor"));
    draft.set_editors(editors);
    if let Some(issued) = fields.get("issued") {
        draft.set_year(&year(issued));
        if !draft.has_year() {
            draft.leave_out("issued");
        }
    }
    if let Some(accessed) = fields.get("accessed") {
        draft.set_accessed(whole_day(accessed), "accessed");
    }
    if !said("DOI").is_empty() {
        draft.set_doi(&said("DOI"), "DOI");
    }
    draft.add_tags(said("keyword").split([',', ';']), "keyword");
    for (name, value) in fields {
        let read = OTHERS.contains(&name.as_str()) || LINES.iter().any(|(line, _)| line == name);
        let empty = matches!(value, Value::Null) || value.as_str() == Some("");
        if !read && !empty {
            draft.leave_out(name.clone());
        }
    }
    draft
}

fn names(value: Option<&Value>) -> Vec<Name> {
    let list = value.and_then(Value::as_array);
    list.into_iter().flatten().filter_map(name).collect()
}

fn name(value: &Value) -> Option<Name> {
    let said = |name: &str| text(value.get(name));
    let literal = said("literal");
    if !literal.trim().is_empty() {
        return Name::organisation(&literal);
    }
    let particle = format!(
        "{} {}",
        said("dropping-particle"),
        said("non-dropping-particle")
    );
    Name::person(&particle, &said("family"), &said("suffix"), &said("given"))
}

/// The numbers of a date.
fn parts(date: &Value) -> Vec<i64> {
    let first = date.get("date-parts").and_then(|parts| parts.get(0));
    let numbers = first.and_then(Value::as_array).into_iter().flatten();
    numbers
        .filter_map(|part| match part {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        })
        .collect()
}

fn year(date: &Value) -> String {
    match (parts(date).first(), date) {
        (Some(year), _) => year.to_string(),
        (None, Value::String(text)) => text.clone(),
        (None, date) => {
            let words = [text(date.get("literal")), text(date.get("raw"))];
            words
                .into_iter()
                .find(|words| !words.is_empty())
                .unwrap_or_default()
        }
    }
}

fn whole_day(date: &Value) -> Option<NaiveDate> {
    match parts(date).as_slice() {
        [year, month, day, ..] => NaiveDate::from_ymd_opt(
            i32::try_from(*year).ok()?,
            u32::try_from(*month).ok()?,
            u32::try_from(*day).ok()?,
        ),
        _ => day(&year(date)),
    }
}

/// The works as a file.
pub(super) fn write(works: &[Reference]) -> String {
    let items: Vec<Value> = works.iter().enumerate().map(item).collect();
    // Values of our own making can always be written.
    serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
}

fn people(authors: &[Author]) -> Vec<Value> {
    let person = |author: &Author| match author.given.as_str() {
        "" => json!({ "family": author.family }),
        given => json!({ "family": author.family, "given": given }),
    };
    authors.iter().map(person).collect()
}

fn item((at, work): (usize, &Reference)) -> Value {
    let mut item = Map::new();
    let key = if work.cite_key.is_empty() {
        format!("work{}", at + 1)
    } else {
        work.cite_key.clone()
    };
    item.insert("id".into(), key.into());
    item.insert("type".into(), kind_name(work.kind).into());
    let mut authors = people(&work.authors);
    if !work.corporate_author.is_empty() {
        authors.push(json!({ "literal": work.corporate_author }));
    }
    for (name, people) in [("author", authors), ("editor", people(&work.editors))] {
        if !people.is_empty() {
            item.insert(name.into(), people.into());
        }
    }
    for (name, text) in [
        ("title", &work.title),
        ("container-title", &work.container),
        ("container-title-short", &work.container_short),
        ("edition", &work.edition),
        ("volume", &work.volume),
        ("issue", &work.issue),
        ("page", &work.pages),
        ("publisher", &work.publisher),
        ("publisher-place", &work.place),
        ("DOI", &work.doi),
        ("URL", &work.url),
    ] {
        if !text.is_empty() {
            item.insert(name.into(), text.as_str().into());
        }
    }
    if !work.year.is_empty() {
        let issued = match work.year.parse::<u16>() {
            Ok(year) if year.to_string() == work.year => json!({ "date-parts": [[year]] }),
            _ => json!({ "literal": work.year }),
        };
        item.insert("issued".into(), issued);
    }
    if let Some(date) = work.accessed_on {
        let parts = json!({ "date-parts": [[date.year(), date.month(), date.day()]] });
        item.insert("accessed".into(), parts);
    }
    if !work.tags.is_empty() {
        item.insert("keyword".into(), work.tags.join(", ").into());
    }
    Value::Object(item)
}
