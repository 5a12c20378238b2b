//! A work of the library as hayagriva knows works.
//!
//! Everything that was typed goes in as it stands, marked so that no style changes its capitals. Two
//! things have no place there: a year that is no number, such as “in press”, and an address that is no
//! address. A stand-in goes through the style in the place of each and is [put back](StandIns::settle)
//! afterwards.

use aftershift_domain::theory::{self, Author, Theory, TheoryKind};
use hayagriva::Entry;
use hayagriva::types::{
    Date, EntryType, FormatString, MaybeTyped, Person, Publisher, QualifiedUrl, StringChunk,
};
use std::str::FromStr;

/// Years that nobody types: each stands for a year that is no number.
const FIRST_YEAR: i32 = 7_300_000;

/// What was put in the place of words that have none in an entry.
#[derive(Debug, Default)]
pub(super) struct StandIns {
    years: Vec<String>,
    addresses: Vec<String>,
}

impl StandIns {
    /// The same words give the same stand-in, so that two works “in press” by one author are told apart.
    fn year(&mut self, typed: &str) -> i32 {
        let place = place_of(&mut self.years, typed);
        FIRST_YEAR + i32::try_from(place).unwrap_or_default()
    }

    fn address(&mut self, typed: &str) -> String {
        let place = place_of(&mut self.addresses, typed);
        format!("https://{place}.as-typed.invalid/")
    }

    /// Puts the words back.
    pub(super) fn settle(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (place, typed) in self.addresses.iter().enumerate() {
            let stand_in = format!("https://{place}.as-typed.invalid/");
            if text.contains(&stand_in) {
                text = text.replace(&stand_in, typed);
            }
        }
        // From the last to the first: no number is the beginning of another.
        for (place, typed) in self.years.iter().enumerate().rev() {
            let stand_in = (FIRST_YEAR + i32::try_from(place).unwrap_or_default()).to_string();
            if text.contains(&stand_in) {
                text = text.replace(&stand_in, typed);
            }
        }
        text
    }
}

fn place_of(words: &mut Vec<String>, typed: &str) -> usize {
    if let Some(place) = words.iter().position(|known| known == typed) {
        return place;
    }
    words.push(typed.to_owned());
    words.len() - 1
}

/// A work under the name `key`.
pub(super) fn entry(work: &Theory, key: &str, stand_ins: &mut StandIns) -> Entry {
    let mut entry = Entry::new(key, entry_type(work.kind));
    entry.set_title(as_typed(&work.title));
    let authors = authors(work);
    if !authors.is_empty() {
        entry.set_authors(authors);
    }
    if let Some(date) = date(&work.year, stand_ins) {
        entry.set_date(date);
    }
    if let Some(pages) = pages(&work.pages) {
        entry.set_page_range(read(&pages));
    }
    let doi = theory::bare_doi(&work.doi);
    if !doi.is_empty() {
        // As it was typed: only finding duplicates is without regard to capitals.
        entry.set_doi(typed_doi(&work.doi).to_owned());
    } else if let Some(url) = url(work, stand_ins) {
        entry.set_url(url);
    }
    if work.kind == TheoryKind::Lecture {
        entry.set_genre(as_typed("Lecture"));
    }
    let around = container(work);
    if let Some(mut around) = around {
        printed_by(work, &mut around);
        entry.set_parents(vec![around]);
    } else {
        printed_by(work, &mut entry);
    }
    entry
}

fn entry_type(kind: TheoryKind) -> EntryType {
    match kind {
        TheoryKind::Book => EntryType::Book,
        TheoryKind::Chapter => EntryType::Chapter,
        TheoryKind::Article => EntryType::Article,
        TheoryKind::WebPage => EntryType::Web,
        TheoryKind::Report => EntryType::Report,
        TheoryKind::Lecture | TheoryKind::Other => EntryType::Misc,
    }
}

/// What the work stands in. An article is one of a journal and a chapter one of a book even where its
/// title is not known.
fn container(work: &Theory) -> Option<Entry> {
    let kind = match work.kind {
        TheoryKind::Article => EntryType::Periodical,
        TheoryKind::Chapter => EntryType::Book,
        _ if work.container.trim().is_empty() => return None,
        TheoryKind::WebPage => EntryType::Web,
        _ => EntryType::Misc,
    };
    let mut around = Entry::new("", kind);
    if !work.container.trim().is_empty() {
        let mut title = as_typed(&work.container);
        if !work.container_short.trim().is_empty() {
            title.short = Some(Box::new(as_typed(&work.container_short).value));
        }
        around.set_title(title);
    }
    Some(around)
}

/// Edition, volume and who printed it, which belong to what is bound together.
fn printed_by(work: &Theory, entry: &mut Entry) {
    let editors = people(&work.editors);
    if !editors.is_empty() {
        entry.set_editors(editors);
    }
    if let Some(edition) = edition(&work.edition) {
        entry.set_edition(read(&edition));
    }
    for (typed, set) in [
        (&work.volume, Entry::set_volume as fn(&mut Entry, _)),
        (&work.issue, Entry::set_issue),
    ] {
        if !typed.trim().is_empty() {
            set(entry, read(typed.trim()));
        }
    }
    let some = |typed: &str| (!typed.trim().is_empty()).then(|| as_typed(typed));
    let (publisher, place) = (some(&work.publisher), some(&work.place));
    if publisher.is_some() || place.is_some() {
        entry.set_publisher(Publisher::new(publisher, place));
    }
}

/// Words whose capitals stay.
fn as_typed(words: &str) -> FormatString {
    FormatString::from(StringChunk::verbatim(words.trim()))
}

/// A number if it is one, and otherwise the words.
fn read<T: FromStr>(typed: &str) -> MaybeTyped<T> {
    typed
        .parse()
        .map_or_else(|_| MaybeTyped::String(typed.to_owned()), MaybeTyped::Typed)
}

fn authors(work: &Theory) -> Vec<Person> {
    let named = people(&work.authors);
    let corporate = work.corporate_author.trim();
    if named.is_empty() && !corporate.is_empty() {
        return vec![person(corporate, "")];
    }
    named
}

fn people(authors: &[Author]) -> Vec<Person> {
    authors
        .iter()
        .map(|author| (author.family.trim(), author.given.trim()))
        .filter(|(family, _)| !family.is_empty())
        .map(|(family, given)| person(family, given))
        .collect()
}

/// A particle and a suffix stay with the family name, as they are typed.
fn person(family: &str, given: &str) -> Person {
    Person {
        name: family.to_owned(),
        given_name: (!given.is_empty()).then(|| spaced(given)),
        prefix: None,
        suffix: None,
        comma_suffix: false,
        alias: None,
    }
}

/// `D.A.` and `D. A.` are two names.
fn spaced(given: &str) -> String {
    let spaced = given.replace('.', ". ").replace(" -", "-");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// No date where none is given, or where the words say so.
fn date(typed: &str, stand_ins: &mut StandIns) -> Option<Date> {
    let typed = typed.trim();
    let bare: String = typed.to_lowercase().replace([' ', '.'], "");
    if matches!(bare.as_str(), "" | "nd" | "nodate") {
        return None;
    }
    let number = typed.parse().ok().filter(|year| (1..=9999).contains(year));
    Some(Date::from_year(
        number.unwrap_or_else(|| stand_ins.year(typed)),
    ))
}

/// `49-50`, without what says that these are pages.
fn pages(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let bare = ["pp.", "pp", "p."]
        .iter()
        .find_map(|word| typed.strip_prefix(word))
        .unwrap_or(typed)
        .trim()
        .replace(['–', '\u{2212}', '—'], "-")
        .replace("--", "-")
        .replace(" - ", "-");
    (!bare.is_empty()).then_some(bare)
}

/// The number of an edition, or its words; a first edition is not named.
fn edition(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let bare = ["edition", "edn.", "edn", "ed.", "ed"]
        .iter()
        .find_map(|word| typed.strip_suffix(word))
        .unwrap_or(typed)
        .trim();
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ordinal| bare.strip_suffix(ordinal))
        .filter(|number| number.chars().all(|c| c.is_ascii_digit()))
        .unwrap_or(bare);
    (!matches!(number, "" | "1" | "First" | "first")).then(|| number.to_owned())
}

/// A DOI without what leads to it, in the capitals it was typed in.
fn typed_doi(typed: &str) -> &str {
    let typed = typed.trim().trim_end_matches('.');
    typed.find("10.").map_or(typed, |at| &typed[at..])
}

fn url(work: &Theory, stand_ins: &mut StandIns) -> Option<QualifiedUrl> {
    let typed = work.url.trim();
    if typed.is_empty() {
        return None;
    }
    // An address is written out anew when it is read; only one that comes out as it went in stays.
    let read = typed.parse::<QualifiedUrl>().ok();
    let read = read.filter(|url| url.to_string() == typed && typed.starts_with("http"));
    let mut url = match read {
        Some(url) => url,
        None => stand_ins.address(typed).parse().ok()?,
    };
    url.visit_date = work.accessed_on.map(day);
    Some(url)
}

fn day(date: chrono::NaiveDate) -> Date {
    use chrono::Datelike as _;
    Date {
        year: date.year(),
        month: u8::try_from(date.month0()).ok(),
        day: u8::try_from(date.day0()).ok(),
        approximate: false,
        season: None,
    }
}
