//! Works as BibLaTeX, with the names of fields that BibTeX knows as well.

use super::latex::escaped;
use aftershift_domain::theory::{Author, Reference, TheoryKind};
use std::fmt::Write;

fn kind(kind: TheoryKind) -> &'static str {
    match kind {
        TheoryKind::Book => "book",
        TheoryKind::Chapter => "incollection",
        TheoryKind::Article => "article",
        TheoryKind::WebPage => "online",
        TheoryKind::Report => "report",
        TheoryKind::Lecture => "unpublished",
        TheoryKind::Other => "misc",
    }
}

/// A name that a reader would take apart in another way than it is kept goes into braces.
fn part(name: &str) -> String {
    let escaped = escaped(name);
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    // A particle is small and stands in front; one word is a name, however it is written.
    let particles = words.iter().take_while(|word| small(word)).count();
    let usual = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’');
    let plain =
        words.len() == 1 || (particles < words.len() && !words.iter().skip(particles).any(small));
    let is_and = |word: &&str| word.eq_ignore_ascii_case("and") || *word == "others";
    if plain && name.chars().all(usual) && !words.iter().any(is_and) {
        escaped
    } else {
        format!("{{{escaped}}}")
    }
}

fn person(author: &Author) -> String {
    let family = author.family.trim();
    if author.given.trim().is_empty() {
        // Without a comma only one word is a family name and nothing else.
        if family.contains(char::is_whitespace) {
            format!("{{{}}}", escaped(family))
        } else {
            part(family)
        }
    } else {
        format!("{}, {}", part(family), given(author.given.trim()))
    }
}

fn given(name: &str) -> String {
    let and = name
        .split_whitespace()
        .any(|word| word.eq_ignore_ascii_case("and"));
    if and || name.contains([',', '=']) {
        format!("{{{}}}", escaped(name))
    } else {
        escaped(name)
    }
}

fn people(authors: &[Author]) -> String {
    let names: Vec<String> = authors.iter().map(person).collect();
    names.join(" and ")
}

/// The works as a file.
pub(in super::super) fn write(works: &[Reference]) -> String {
    let entries: Vec<String> = works.iter().enumerate().map(entry).collect();
    entries.join("\n")
}

fn entry((at, work): (usize, &Reference)) -> String {
    let mut authors: Vec<String> = Vec::new();
    if !work.authors.is_empty() {
        authors.push(people(&work.authors));
    }
    if !work.corporate_author.is_empty() {
        authors.push(format!("{{{}}}", escaped(&work.corporate_author)));
    }
    let container = match work.kind {
        TheoryKind::Article => "journal",
        TheoryKind::Lecture => "eventtitle",
        _ => "booktitle",
    };
    let publisher = match work.kind {
        TheoryKind::Report => "institution",
        _ => "publisher",
    };
    // A hyphen between two numbers is a range.
    let pages = escaped(&work.pages.replace('-', "\u{1}")).replace('\u{1}', "--");
    let accessed = work.accessed_on.map(|date| date.to_string());
    let tags: Vec<String> = work.tags.iter().map(|tag| escaped(tag)).collect();
    let fields = [
        ("author", authors.join(" and ")),
        ("title", escaped(&work.title)),
        (container, escaped(&work.container)),
        ("shortjournal", escaped(&work.container_short)),
        ("editor", people(&work.editors)),
        ("year", escaped(&work.year)),
        ("edition", escaped(&work.edition)),
        ("volume", escaped(&work.volume)),
        ("number", escaped(&work.issue)),
        ("pages", pages),
        (publisher, escaped(&work.publisher)),
        ("address", escaped(&work.place)),
        ("doi", verbatim(&work.doi)),
        ("url", verbatim(&work.url)),
        ("urldate", accessed.unwrap_or_default()),
        ("keywords", tags.join(", ")),
    ];
    let key = if work.cite_key.is_empty() {
        format!("work{}", at + 1)
    } else {
        work.cite_key.clone()
    };
    let mut text = format!("@{}{{{key},\n", kind(work.kind));
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(text, "  {name} = {{{value}}},");
    }
    text.push_str("}\n");
    text
}

/// An address: only what would end the field is written otherwise.
fn verbatim(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c => out.push(c),
        }
    }
    out
}
