//! The files that are kept in the portfolio: listed, attached, and printed where they are short texts.

mod name;

use super::{Book, account_links};
use crate::outline::{
    Attachment, Block, Column, Heading, Moment, Part, Relation, Row, Table, Text,
};
use aftershift_domain::evidence::{Evidence, shown_in as shown_in_text};
use chrono::{Datelike, Timelike};
use std::collections::HashMap;

/// What the data of the portfolio is called where it is attached.
pub const DATA_NAME: &str = "portfolio.json";

/// A longer text than this is attached and not printed.
const LONGEST_PRINTED: usize = 8_000;

/// A printed text of at most so many lines stays on one page if that is possible.
const ON_ONE_PAGE: usize = 44;

/// A file as the document shows it.
pub(super) struct Listed<'a> {
    pub file: &'a Evidence,
    /// What it is called here.
    pub name: String,
    /// Whether it travels with the PDF.
    pub attached: bool,
    /// What is in it, if that is printed.
    text: Option<String>,
}

/// The files in the order in which they were added, each with a name of its own.
pub(super) fn listed<'a>(
    evidence: impl Iterator<Item = &'a Evidence>,
    files: &dyn crate::FileSource,
    exact_dates: bool,
) -> Vec<Listed<'a>> {
    let evidence: Vec<&Evidence> = evidence.collect();
    let names = names(evidence.iter().copied(), exact_dates);
    evidence
        .into_iter()
        .zip(names)
        .map(|(file, name)| {
            let bytes = files.file(file.id.as_str());
            Listed {
                name,
                attached: bytes.is_some(),
                text: bytes.and_then(|bytes| printed(file, &bytes)),
                file,
            }
        })
        .collect()
}

/// What files are called in a document, in their order: each has a name of its own, and without exact dates none
/// has a day in it. None is called as the data of the portfolio is.
fn names<'a>(evidence: impl Iterator<Item = &'a Evidence>, exact_dates: bool) -> Vec<String> {
    let mut names = name::Names::default();
    names.unique(DATA_NAME.to_owned());
    evidence
        .map(|file| {
            let plain = file.file_name.trim();
            names.unique(if exact_dates {
                plain.to_owned()
            } else {
                name::without_days(plain)
            })
        })
        .collect()
}

/// The data of the portfolio, as it is attached.
pub(super) fn data(book: &Book<'_>) -> Option<Attachment> {
    let source = book.source.as_ref()?;
    Some(Attachment {
        id: source.file.clone()?,
        name: DATA_NAME.to_owned(),
        description: "The data that this document was made from, in Aftershift’s open format"
            .into(),
        media_type: "application/json".into(),
        modified: Moment::Exact(book.options.created_at),
        relation: Relation::Source,
    })
}

/// Whether the text of a file is short enough to be printed, and of a kind that is made to be read.
pub fn is_printed(file: &Evidence) -> bool {
    let kind = file.media_type.split(';').next().unwrap_or_default();
    matches!(kind.trim(), "text/plain" | "text/markdown") && file.size <= LONGEST_PRINTED as u64
}

/// The text of a file as it is printed.
fn printed(file: &Evidence, bytes: &[u8]) -> Option<String> {
    if !is_printed(file) || bytes.len() > LONGEST_PRINTED {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(strange) || text.trim().is_empty() {
        return None;
    }
    let lines = text.trim_matches('\n').lines().map(with_stops);
    Some(lines.collect::<Vec<_>>().join("\n"))
}

/// A line with spaces in the place of tabs, up to the next stop.
fn with_stops(line: &str) -> String {
    let mut spaced = String::with_capacity(line.len());
    let mut column = 0;
    for c in line.trim_end().chars() {
        if c == '\t' {
            let step = 8 - column % 8;
            spaced.extend(std::iter::repeat_n(' ', step));
            column += step;
        } else {
            spaced.push(c);
            column += 1;
        }
    }
    spaced
}

pub(super) fn file_anchor(number: usize) -> String {
    format!("E{number}")
}

fn text_anchor(number: usize) -> String {
    format!("E{number}-text")
}

/// The files as they travel with the PDF.
pub(super) fn attachments(book: &Book<'_>) -> Vec<Attachment> {
    let attached = book.files.iter().filter(|listed| listed.attached);
    attached
        .map(|listed| Attachment {
            id: listed.file.id.to_string(),
            name: listed.name.clone(),
            description: about(listed.file).to_owned(),
            media_type: listed.file.media_type.clone(),
            modified: moment(listed.file, book.options.exact_dates),
            relation: Relation::Supplement,
        })
        .collect()
}

/// When a file came into the portfolio, in which it never changes.
fn moment(file: &Evidence, exact: bool) -> Moment {
    let at = file.created_at;
    if exact {
        Moment::Exact(at.with_nanosecond(0).unwrap_or(at))
    } else {
        Moment::Month {
            year: at.year(),
            month: at.month(),
        }
    }
}

/// What a file is.
fn about(file: &Evidence) -> &str {
    [file.description.trim(), file.alternative_text.trim()]
        .into_iter()
        .find(|words| !words.is_empty())
        .unwrap_or_default()
}

/// The list of files, and the short texts among them.
pub(super) fn files(book: &Book<'_>) -> Option<Part> {
    if book.files.is_empty() {
        return None;
    }
    let mut part = book.wide_part("Files");
    part.push(Block::Leading(vec![
        Block::heading(1, "Files", "files"),
        Block::paragraph(
            "Each file travels inside this PDF: open it at its number here, or from the list of attachments in \
             your PDF reader. Pictures are also shown in the accounts, and short texts are printed below.",
        ),
    ]));
    let shown = shown_in(book);
    let rows = book.files.iter().zip(1..).map(|(listed, number)| {
        let mut what = Text::from(about(listed.file));
        let accounts = shown.get(listed.file.id.as_str());
        if let Some(accounts) = accounts {
            what = account_links(spaced(what).plain("Shown in "), accounts).plain(".");
        }
        if listed.text.is_some() {
            what = spaced(what)
                .plain("Printed on ")
                .page_of(text_anchor(number))
                .plain(".");
        }
        // A number stands on one line, so that there is one place and not several to open the file at.
        let label = file_anchor(number);
        let (label, name) = if listed.attached {
            let open = Text::new().attachment(label, listed.file.id.as_str());
            (open, Text::from(listed.name.as_str()))
        } else {
            let name = Text::from(listed.name.as_str());
            (label.into(), name.line().quiet("not attached"))
        };
        Row::new([label.in_bold(), name, listed.file.kind.label().into(), what])
            .anchored(file_anchor(number))
    });
    part.push(Block::Table(Table {
        summary: "Files with their kind and what they are".into(),
        columns: vec![
            Column::words("No.", 6),
            Column::words("File", 30),
            Column::words("Kind", 22),
            Column::words("What it is", 42),
        ],
        rows: rows.collect(),
        ..Table::default()
    }));
    texts(book, &mut part);
    Some(part)
}

/// A space after what is there.
fn spaced(text: Text) -> Text {
    if text.is_empty() {
        text
    } else {
        text.plain(" ")
    }
}

/// The short texts, each with its number.
fn texts(book: &Book<'_>, part: &mut Part) {
    let printed = book.files.iter().zip(1..);
    let printed: Vec<_> = printed
        .filter_map(|(listed, number)| Some((listed, number, listed.text.as_deref()?)))
        .collect();
    if printed.is_empty() {
        return;
    }
    part.push(Block::heading(2, "Short texts, as they are", "texts"));
    for (listed, number, text) in printed {
        let heading = Block::Heading(Heading {
            level: 3,
            text: listed.name.as_str().into(),
            anchor: Some(text_anchor(number)),
            number: Some(file_anchor(number)),
            listed: true,
        });
        let text = Block::Transcript(text.to_owned());
        if listed.text.iter().flat_map(|text| text.lines()).count() <= ON_ONE_PAGE {
            part.push(Block::Together(vec![heading, text]));
        } else {
            part.push(heading);
            part.push(text);
        }
    }
}

/// The accounts that show each file, by number.
fn shown_in<'a>(book: &Book<'a>) -> HashMap<&'a str, Vec<usize>> {
    let mut shown: HashMap<&str, Vec<usize>> = HashMap::new();
    for (account, number) in book.reflections.iter().zip(1..) {
        let ids = account.stages.iter().flat_map(|it| shown_in_text(&it.text));
        for id in ids {
            let numbers = shown.entry(id).or_default();
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
    shown
}
