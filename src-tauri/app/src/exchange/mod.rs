//! Foreign forms in and out: timesheets and calendars as proposals, the log as a sheet or a calendar, and
//! citation files.
//!
//! Everything here is a function of its arguments: bytes, a mapping or a period, a zone, a day. What is
//! done with a file, and what of it enters the portfolio, is for the use cases that call it.
//!
//! # Reading
//! - **Decode:** bytes become text, whatever encoding a spreadsheet wrote.
//! - **Timesheet:** text becomes a table, headings become a [`Mapping`], rows become proposals.
//! - **Calendar:** events and their repetitions become proposals in the learner's own civil time.
//!
//! # Writing
//! - The log as CSV and as a workbook, with the totals; planned sessions as a calendar.

mod calendar;
mod cell;
mod csv_out;
mod encoding;
mod headings;
mod ics_out;
mod library;
mod mapping;
mod neutral;
mod sheet;
mod table;
mod timesheet;
mod xlsx;

pub(crate) use calendar::{Period, is_calendar, read as read_calendar};
pub(crate) use csv_out::csv;
pub(crate) use encoding::decode;
pub(crate) use ics_out::{Planned, ics};
pub(crate) use library::{Entry, ReadLibrary, Written, read as read_library};
pub use mapping::Mapping;
pub(crate) use sheet::Log;
pub(crate) use timesheet::{Timesheet, Told};
pub(crate) use xlsx::xlsx;

use aftershift_domain::problem::LONGEST_LINE;
use aftershift_domain::proposal::{Proposal, RowProblem};

/// The longest file that is looked at: 64 MB, far more than any log.
pub(crate) const LONGEST: u64 = 64 << 20;

/// The longest citation file that is looked at: 16 MB, some ten thousand works with their abstracts.
pub(crate) const LONGEST_LIBRARY: u64 = 16 << 20;

/// The most rows that one file may bring in. A whole apprenticeship has a tenth of them; a list that nobody
/// can look through is not a proposal.
pub(crate) const MOST_ROWS: usize = 20_000;

/// Why nothing can be read from a file at all: one sentence for the person who chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unreadable {
    /// Nothing is in it.
    #[error("The file is empty.")]
    Empty,
    /// It is a workbook.
    #[error(
        "This is a workbook or an archive, not a text file: open it in your spreadsheet and save the sheet as CSV."
    )]
    Spreadsheet,
    /// It is no text.
    #[error("This is not a text file: choose a timesheet saved as CSV, or a calendar (.ics).")]
    NotText,
    /// It is longer than [`LONGEST`].
    #[error("The file is larger than 64 MB: split it, for example by year.")]
    TooLarge,
    /// It has more than [`MOST_ROWS`].
    #[error("The file has more than 20,000 rows: split it, for example by year.")]
    TooManyRows,
    /// There is a heading and nothing under it.
    #[error("There are no rows under the headings.")]
    NoRows,
    /// No delimiter makes columns of it.
    #[error(
        "Row 1 has only one column: save the file as CSV with a comma, a semicolon or a tab between the columns."
    )]
    OneColumn,
    /// It does not begin as a calendar does.
    #[error("This is not a calendar: choose a file that ends in .ics, as calendars export it.")]
    NotACalendar,
    /// It does not end as a calendar does.
    #[error("The calendar ends in the middle: the file was cut off, so export it again.")]
    CutOff,
    /// Nothing in it is an event.
    #[error("There are no events in this calendar.")]
    NoEvents,
    /// More than [`MOST_ROWS`] events begin in the period.
    #[error("More than 20,000 events fall into this period: choose a shorter one.")]
    TooManyEvents,
    /// It is longer than [`LONGEST_LIBRARY`].
    #[error("The file is larger than 16 MB: split it, for example by year.")]
    LibraryTooLarge,
    /// It has more than [`MOST_ROWS`] works.
    #[error("The file has more than 20,000 works: split it, for example by year.")]
    TooManyWorks,
    /// It has none of the forms that are known.
    #[error(
        "This is not a citation file that can be read: export BibTeX (.bib), RIS (.ris), CSL-JSON (.json) or Hayagriva (.yml) from \
         your reference manager."
    )]
    NotALibrary,
    /// It has the form and nothing in it.
    #[error("There are no entries in this citation file.")]
    NoEntries,
    /// A quotation mark takes everything to the end of the file.
    #[error("In row {row} a quotation mark (\") is opened and never closed: correct that cell.")]
    NeverClosed {
        /// Where.
        row: u32,
    },
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Read {
    /// What would become entries, in the order of their days.
    pub proposals: Vec<Proposal>,
    /// Rows that cannot, in the order of the file.
    pub problems: Vec<RowProblem>,
    /// Rows and events that are left out because they are no entries: sums, cancelled events, events
    /// outside the period.
    pub left_out: u32,
}

impl Read {
    fn sorted(mut self) -> Self {
        let order = |proposal: &Proposal| {
            let it = &proposal.activity;
            (it.done_on, it.started_at, proposal.row)
        };
        self.proposals.sort_by_key(order);
        self.problems.sort_by_key(|problem| problem.row);
        self
    }
}

/// A title of one line, and the whole text where the title could not hold it.
fn title_of(text: &str) -> (String, Option<&str>) {
    let text = text.trim();
    let first = text.lines().next().unwrap_or_default().trim();
    let words: Vec<&str> = first.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= LONGEST_LINE {
        let whole = (text.len() > first.len()).then_some(text);
        return (line, whole);
    }
    let mut short: String = line.chars().take(LONGEST_LINE - 1).collect();
    short.truncate(short.trim_end().len());
    (short + "…", Some(text))
}

/// Puts paragraphs together, leaving out those that say nothing.
fn paragraphs<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let said: Vec<&str> = parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    said.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_and_nothing_of_the_text_is_lost() {
        assert_eq!(title_of("  Ward   round "), ("Ward round".into(), None));
        let (title, whole) = title_of("Lecture\nSepsis and shock");
        assert_eq!(
            (title.as_str(), whole),
            ("Lecture", Some("Lecture\nSepsis and shock"))
        );
        let long = "word ".repeat(100);
        let (title, whole) = title_of(&long);
        assert!(
            title.chars().count() <= LONGEST_LINE && title.ends_with("word…"),
            "{title}"
        );
        assert_eq!(whole, Some(long.trim()));
    }
}
