//! The log as comma-separated values: for a spreadsheet, for another program, and for reading it again.

use super::neutral::neutralised;
use super::sheet::{COLUMNS, LEARNING, Log, Value, named};
use aftershift_domain::minutes::Minutes;

/// Writes the log with a heading and the totals under it.
///
/// It begins with a byte order mark: without one, Excel takes the file for the encoding of its own system and
/// shows “Café” as “CafÃ©”; other programs leave the mark off. Lines end as RFC 4180 says. No cell is a
/// formula.
///
/// # Errors
/// None that a memory can cause; the writer's own type is passed on.
pub(crate) fn csv(log: &Log<'_>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::from("\u{feff}"));
    writer.write_record(COLUMNS.iter().map(|column| column.heading))?;
    for row in log.rows() {
        writer.write_record(row.iter().map(written))?;
    }
    for (name, total) in named(log.totals()) {
        let cells = (0..COLUMNS.len()).map(|at| match at {
            0 => name.to_owned(),
            LEARNING => clock(total),
            _ => String::new(),
        });
        writer.write_record(cells)?;
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => neutralised(text).into_owned(),
        Value::Day(day) => day.format("%Y-%m-%d").to_string(),
        Value::Time(time) => time.format("%H:%M").to_string(),
        Value::Length(length) => clock(*length),
        Value::Nothing => String::new(),
    }
}

/// A length as a clock shows it, `1:30`, which spreadsheets take for a length of time.
fn clock(length: Minutes) -> String {
    format!("{}:{:02}", length.0 / 60, length.0 % 60)
}
