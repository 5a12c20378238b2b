//! Works of theory, cited and listed in the Harvard style of *Cite Them Right*.

use super::{Book, account_links, theory_anchor};
use crate::outline::{Block, Paragraph, ParagraphStyle, Part, Text};
use aftershift_domain::day;
use aftershift_domain::theory::{Author, Theory, TheoryKind};

pub(super) fn list(book: &Book<'_>) -> Option<Part> {
    if book.theory.is_empty() {
        return None;
    }
    let mut part = Part::new("References");
    part.push(Block::heading(1, "References", "references"));
    for (place, work) in book.theory.iter().enumerate() {
        let anchor = theory_anchor(place + 1);
        part.push(Block::Anchor(anchor.clone()));
        let mut text = Text::new().bold(anchor).plain("\u{a0} ");
        text.0.extend(reference(work).0);
        let uses = book.uses_of(work);
        if !uses.is_empty() {
            text = account_links(text.quiet(" Used in "), &uses).plain(".");
        }
        part.push(Block::Paragraph(Paragraph {
            text,
            style: ParagraphStyle::Hanging,
        }));
        if !work.key_idea.trim().is_empty() {
            let idea = crate::markdown::plain_text(&work.key_idea)
                .trim()
                .replace('\n', " ");
            part.push(Block::remark(
                Text::new()
                    .italic("In the apprentice’s words: ")
                    .plain(idea),
            ));
        }
    }
    Some(part)
}

/// What the list is ordered by: author, year, title.
pub(super) fn sort_key(work: &Theory) -> (String, String, String) {
    let authors: String = work
        .authors
        .iter()
        .map(|author| format!("{} {} ", author.family.trim(), author.given.trim()))
        .collect();
    let name = if authors.trim().is_empty() {
        &work.corporate_author
    } else {
        &authors
    };
    let name = if name.trim().is_empty() {
        &work.title
    } else {
        name
    };
    (
        name.trim().to_lowercase(),
        work.year.clone(),
        work.title.to_lowercase(),
    )
}

/// A work as it is named in running text: "Rolfe, Freshwater and Jasper (2001)".
pub fn citation(work: &Theory) -> String {
    let families: Vec<&str> = work
        .authors
        .iter()
        .map(|author| author.family.trim())
        .collect();
    let name = match families.as_slice() {
        [] if work.corporate_author.trim().is_empty() => work.title.trim().to_owned(),
        [] => work.corporate_author.trim().to_owned(),
        [first, _, _, _, ..] => format!("{first} et al."),
        families => joined(families),
    };
    format!("{name} ({})", year(work))
}

fn year(work: &Theory) -> &str {
    match work.year.trim() {
        "" => "n.d.",
        year => year,
    }
}

fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A work as it stands in the list of references.
pub fn reference(work: &Theory) -> Text {
    let mut text = Text::new();
    let authors = people(&work.authors);
    let name = if authors.is_empty() {
        work.corporate_author.trim()
    } else {
        &authors
    };
    let title = work.title.trim().trim_end_matches('.');
    if name.is_empty() {
        text = text.italic(title).plain(format!(" ({})", year(work)));
    } else {
        text = text.plain(format!("{name} ({}) ", year(work)));
        text = match work.kind {
            TheoryKind::Article | TheoryKind::Chapter | TheoryKind::Lecture => {
                text.plain(format!("‘{title}’"))
            }
            _ => text.italic(title),
        };
    }
    let text = match work.kind {
        TheoryKind::Article => article(work, text),
        TheoryKind::Chapter => chapter(work, text),
        TheoryKind::Lecture => lecture(work, text),
        TheoryKind::Book | TheoryKind::Report | TheoryKind::WebPage | TheoryKind::Other => {
            book(work, text)
        }
    };
    available(work, text)
}

/// "Atkins, S. and Murphy, K."; more than three are given as the first and others.
fn people(authors: &[Author]) -> String {
    let names: Vec<String> = authors
        .iter()
        .map(|author| match author.given.trim() {
            "" => author.family.trim().to_owned(),
            given => format!("{}, {given}", author.family.trim()),
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names.as_slice() {
        [first, _, _, _, ..] => format!("{first} et al."),
        names => joined(names),
    }
}

fn article(work: &Theory, mut text: Text) -> Text {
    if !work.container.trim().is_empty() {
        text = text.plain(", ").italic(work.container.trim());
    }
    let issue = work.issue.trim();
    match (work.volume.trim(), issue) {
        ("", "") => {}
        (volume, "") => text = text.plain(format!(", {volume}")),
        (volume, issue) => text = text.plain(format!(", {volume}({issue})")),
    }
    pages(work, text).plain(".")
}

fn chapter(work: &Theory, mut text: Text) -> Text {
    text = text.plain(", in ");
    let editors = people(&work.editors);
    if !editors.is_empty() {
        let label = if work.editors.len() == 1 {
            "ed."
        } else {
            "eds"
        };
        text = text.plain(format!("{editors} ({label}) "));
    }
    text = text.italic(work.container.trim());
    text = edition(work, text).plain(".");
    let text = publisher(work, text);
    pages(work, text).plain(".")
}

fn lecture(work: &Theory, mut text: Text) -> Text {
    text = text.plain(" [Lecture].");
    if !work.container.trim().is_empty() {
        text = text.plain(" ").italic(work.container.trim()).plain(".");
    }
    let end = if work.publisher.trim().is_empty() {
        ""
    } else {
        "."
    };
    publisher(work, text).plain(end)
}

fn book(work: &Theory, text: Text) -> Text {
    let text = edition(work, text).plain(".");
    let end = if work.publisher.trim().is_empty() && work.place.trim().is_empty() {
        ""
    } else {
        "."
    };
    publisher(work, text).plain(end)
}

fn edition(work: &Theory, text: Text) -> Text {
    match work.edition.trim().trim_end_matches('.') {
        // A first edition is not mentioned.
        "" | "1" | "1st" => text,
        edition if edition.ends_with("edn") || edition.contains("edition") => {
            text.plain(format!(". {edition}"))
        }
        edition => text.plain(format!(". {edition} edn")),
    }
}

fn publisher(work: &Theory, text: Text) -> Text {
    match (work.place.trim(), work.publisher.trim()) {
        ("", "") => text,
        ("", publisher) => text.plain(format!(" {publisher}")),
        (place, "") => text.plain(format!(" {place}")),
        (place, publisher) => text.plain(format!(" {place}: {publisher}")),
    }
}

/// Pages, with the dash that belongs between numbers.
fn pages(work: &Theory, text: Text) -> Text {
    let pages = work
        .pages
        .trim()
        .trim_start_matches("pp.")
        .trim_start_matches("p.")
        .trim();
    if pages.is_empty() {
        return text;
    }
    let range = pages.replace("--", "–").replace('-', "–");
    let numbered = range.starts_with(|c: char| c.is_ascii_digit());
    match (numbered, range.contains('–')) {
        (true, true) => text.plain(format!(", pp. {range}")),
        (true, false) => text.plain(format!(", p. {range}")),
        (false, _) => text.plain(format!(", {range}")),
    }
}

fn available(work: &Theory, text: Text) -> Text {
    let (doi, url) = (work.doi.trim(), work.url.trim());
    if !doi.is_empty() {
        let address = format!("https://doi.org/{doi}");
        return text
            .plain(" Available at: ")
            .address(address.clone(), address)
            .plain(".");
    }
    if url.is_empty() {
        return text;
    }
    let known = url.starts_with("https://") || url.starts_with("http://");
    let text = text.plain(" Available at: ");
    let text = if known {
        text.address(url, url)
    } else {
        text.plain(url)
    };
    match work.accessed_on {
        Some(date) => text.plain(format!(" (Accessed: {}).", day::full(date))),
        None => text.plain("."),
    }
}
