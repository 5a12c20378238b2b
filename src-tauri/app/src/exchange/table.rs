//! Text to rows and columns: which delimiter, which row is the heading, and the rows as a spreadsheet
//! counts them.

use super::{MOST_ROWS, Unreadable};
use aftershift_domain::proposal::Delimiter;

/// How many rows are looked at to tell how a file is built.
const LOOKED_AT: usize = 60;

/// A row with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    /// Its number as a spreadsheet counts.
    pub row: u32,
    /// Its cells, without the space around them.
    pub cells: Vec<String>,
}

impl Record {
    /// The cell of a column; empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// A file as rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// What names the columns; made up where the file does not say.
    pub headings: Vec<String>,
    /// The rows under the heading.
    pub records: Vec<Record>,
}

/// The character itself.
pub(super) fn sign(delimiter: Delimiter) -> char {
    match delimiter {
        Delimiter::Comma => ',',
        Delimiter::Semicolon => ';',
        Delimiter::Tab => '\t',
        Delimiter::Pipe => '|',
    }
}

/// The records of `text` that are not empty, at most `most` of them.
///
/// # Errors
/// If a quotation mark is opened and never closed: everything after it would be one cell.
pub(super) fn records(
    text: &str,
    delimiter: Delimiter,
    most: usize,
) -> Result<Vec<Record>, Unreadable> {
    let (text, mut row) = match separator_line(text) {
        Some((_, rest)) => (rest, 1),
        None => (text, 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign(delimiter) as u8)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut begins = 0;
    // The text is valid and no length is demanded: reading can only come to its end.
    while records.len() < most && reader.read_record(&mut record).is_ok_and(|more| more) {
        let ends = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        row += 1 + blank_lines(text, begins);
        if ends == text.len() && !is_closed(&text[begins..ends]) {
            return Err(Unreadable::NeverClosed { row });
        }
        begins = ends;
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            records.push(Record {
                row,
                cells: record.iter().map(|cell| cell.trim().to_owned()).collect(),
            });
        }
    }
    Ok(records)
}

/// The first line with which spreadsheets are told of a delimiter, `sep=;`, and what follows it.
fn separator_line(text: &str) -> Option<(Delimiter, &str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim_end_matches('\r').trim_matches('"');
    let said = named
        .strip_prefix("sep=")
        .or_else(|| named.strip_prefix("SEP="))?;
    let known = |delimiter: &Delimiter| said.chars().eq([sign(*delimiter)]);
    Some((*Delimiter::ALL.iter().find(|one| known(one))?, rest))
}

/// How many empty lines stand from `from` on; the reader passes over them, a spreadsheet counts them.
fn blank_lines(text: &str, from: usize) -> u32 {
    let mut rest = &text.as_bytes()[from..];
    // Of "\r\n" the reader has taken the first half only.
    if from > 0 && text.as_bytes()[from - 1] == b'\r' && rest.first() == Some(&b'\n') {
        rest = &rest[1..];
    }
    let mut lines = 0;
    while let [first, after @ ..] = rest {
        rest = match (first, after) {
            (b'\r', [b'\n', after @ ..]) => after,
            (b'\r' | b'\n', after) => after,
            _ => break,
        };
        lines += 1;
    }
    lines
}

/// Whether every quotation mark of the last row is closed. One that is not takes all further lines into
/// its cell; within a line, as in `a 5" drain`, it is a character like any other.
fn is_closed(raw: &str) -> bool {
    let many_lines = raw.trim_matches(['\r', '\n']).contains('\n');
    !many_lines || raw.matches('"').count().is_multiple_of(2)
}

/// Which delimiter the file is written with: the one by which most headings are `known`, else the one that
/// cuts most rows into the same number of columns.
///
/// # Errors
/// If none makes more than one column of it.
pub(super) fn detected(
    text: &str,
    known: impl Fn(&[Record]) -> usize,
) -> Result<Delimiter, Unreadable> {
    if let Some((delimiter, _)) = separator_line(text) {
        return Ok(delimiter);
    }
    let mut best = None;
    for delimiter in Delimiter::ALL {
        // A mark that is never closed is told of when the file is read; here it only makes few rows.
        let Ok(records) = records(text, *delimiter, LOOKED_AT) else {
            continue;
        };
        let (columns, rows) = usual_width(&records);
        if columns < 2 {
            continue;
        }
        // A comma in every sentence is no delimiter: columns alone say least.
        let agreeing = rows * 100 / records.len().max(1);
        let score = (known(&records), agreeing, columns);
        if best.is_none_or(|(_, found)| score > found) {
            best = Some((*delimiter, score));
        }
    }
    match best {
        Some((delimiter, _)) => Ok(delimiter),
        None => Err(records(text, Delimiter::Comma, LOOKED_AT)
            .err()
            .unwrap_or(Unreadable::OneColumn)),
    }
}

/// The commonest number of columns, the larger of two that are as common, and how many rows have it.
fn usual_width(records: &[Record]) -> (usize, usize) {
    let mut counts = std::collections::BTreeMap::new();
    for record in records {
        *counts.entry(record.cells.len()).or_insert(0) += 1;
    }
    let usual = counts
        .into_iter()
        .max_by_key(|(width, rows)| (*rows, *width));
    usual.unwrap_or((0, 0))
}

impl Table {
    /// Reads all rows. `heading` finds the row that names the columns among the first of them; what
    /// stands above it is a title of the sheet and left out.
    ///
    /// # Errors
    /// If there are too many rows, none, or a quotation mark is never closed.
    pub fn read(
        text: &str,
        delimiter: Delimiter,
        heading: impl FnOnce(&[Record]) -> Option<usize>,
    ) -> Result<Self, Unreadable> {
        // One more than may be, to know that there are more, and never all of a file of any length.
        let mut records = records(text, delimiter, MOST_ROWS + LOOKED_AT)?;
        let looked_at = &records[..records.len().min(LOOKED_AT / 2)];
        let (headings, first) = match heading(looked_at) {
            Some(at) => (records[at].cells.clone(), at + 1),
            None => (Vec::new(), 0),
        };
        records.drain(..first);
        if records.len() > MOST_ROWS {
            return Err(Unreadable::TooManyRows);
        }
        if records.is_empty() {
            return Err(Unreadable::NoRows);
        }
        let width = match headings.len() {
            0 => usual_width(&records).0,
            named => named,
        };
        let headings = (0..width).map(|column| match headings.get(column) {
            Some(heading) if !heading.is_empty() => heading.clone(),
            _ => format!("Column {}", letters(column)),
        });
        Ok(Self {
            headings: headings.collect(),
            records,
        })
    }

    /// Every cell of a column.
    pub fn column(&self, column: usize) -> impl Iterator<Item = &str> {
        self.records.iter().map(move |record| record.cell(column))
    }
}

/// A column as a spreadsheet letters it: A to Z, then AA.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    match column / 26 {
        0 => letter.to_string(),
        before => format!("{}{letter}", letters(before - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let read = records(text, Delimiter::Comma, 100).unwrap();
        read.into_iter().map(|r| (r.row, r.cells)).collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"c\nd\",e", ",", "", "", "f, g "].join(end);
            assert_eq!(
                rows(&text),
                [
                    row(1, &["a", "b"]),
                    row(3, &["c\nd", "e"]),
                    row(7, &["f", "g"])
                ],
                "{end:?}"
            );
        }
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_columns_of_the_rows() {
        for (text, expected) in [
            ("Date,What\n1/2/2026,Lecture", Ok(Delimiter::Comma)),
            (
                "Date;Hours\n1/2/2026;1,5\n2/2/2026;2,25",
                Ok(Delimiter::Semicolon),
            ),
            ("Date\tWhat\n1/2/2026\tLecture, seminar", Ok(Delimiter::Tab)),
            ("Date|What\n1/2/2026|Lecture; seminar", Ok(Delimiter::Pipe)),
            ("sep=;\nDate;What,when\n1;2", Ok(Delimiter::Semicolon)),
            ("Date\n1/2/2026\n", Err(Unreadable::OneColumn)),
            ("a letter to a friend", Err(Unreadable::OneColumn)),
        ] {
            assert_eq!(detected(text, |_| 0), expected, "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_named_by_its_row() {
        let text = "a,b\n1,\"two\n3,4\n5,6\n";
        assert_eq!(
            records(text, Delimiter::Comma, 100),
            Err(Unreadable::NeverClosed { row: 2 })
        );
        assert_eq!(
            rows("a,5\" drain\nb,c\n").len(),
            2,
            "a mark within a cell is one of its signs"
        );
    }

    #[test]
    fn too_many_rows_are_refused_before_all_are_read() {
        let text = "Date,What\n".to_owned() + &"1/2/2026,x\n".repeat(200_000);
        let read = Table::read(&text, Delimiter::Comma, |_| Some(0));
        assert_eq!(read, Err(Unreadable::TooManyRows));
        let text = "Date,What\n".to_owned() + &"1/2/2026,x\n".repeat(MOST_ROWS);
        let read = Table::read(&text, Delimiter::Comma, |_| Some(0)).unwrap();
        assert_eq!(read.records.len(), MOST_ROWS);
    }

    #[test]
    fn columns_without_a_name_are_lettered() {
        let text = "1/2/2026,x,y\n2/2/2026,x,y\n";
        let read = Table::read(text, Delimiter::Comma, |_| None).unwrap();
        assert_eq!(read.headings, ["Column A", "Column B", "Column C"]);
        assert_eq!(letters(25) + &letters(26) + &letters(701), "ZAAZZ");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[\"',;|a\n\r\t é]{0,200}") {
            let _ = detected(&text, |_| 0);
            let _ = Table::read(&text, Delimiter::Semicolon, |_| None);
        }

        #[test]
        fn what_is_written_is_read(cells in proptest::collection::vec(proptest::collection::vec("[a-z\"',;é\n ]{0,12}", 3), 1..20)) {
            let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
            for cells in &cells {
                writer.write_record(cells).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<_> = records(&text, Delimiter::Comma, 1000).unwrap().into_iter().map(|r| r.cells).collect();
            let trimmed = cells.iter().map(|cells| cells.iter().map(|c| c.trim().to_owned()).collect::<Vec<_>>());
            let full: Vec<_> = trimmed.filter(|cells| cells.iter().any(|c| !c.is_empty())).collect();
            prop_assert_eq!(read, full);
        }
    }
}
