//! The log as a workbook: days, times and lengths are numbers with a format, so that a spreadsheet can sort,
//! filter and add them up.

use super::sheet::{COLUMNS, LEARNING, Log, Value, named};
use aftershift_domain::minutes::Minutes;
use chrono::{DateTime, NaiveTime, Timelike, Utc};
use rust_xlsxwriter::{
    DocProperties, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

/// A cell of a workbook holds 32,767 characters.
const LONGEST_CELL: usize = 32_000;

const DAY: &str = "dd/mm/yyyy";
const TIME: &str = "hh:mm";
/// More than a day stays in hours.
const LENGTH: &str = "[h]:mm";

/// Writes the log and, on a sheet of its own, the totals. `at` stands as the moment at which it was made, so
/// that the same log gives the same bytes.
///
/// # Errors
/// If the log does not fit into a sheet, which takes a million rows.
pub(crate) fn xlsx(log: &Log<'_>, at: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title("Log of learning")
        .set_author("Aftershift")
        .set_creation_datetime(&at);
    workbook.set_properties(&properties);
    write_log(workbook.add_worksheet().set_name("Log")?, log)?;
    write_totals(workbook.add_worksheet().set_name("Totals")?, log)?;
    workbook.save_to_buffer()
}

fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

fn write_log(sheet: &mut Worksheet, log: &Log<'_>) -> Result<(), XlsxError> {
    let (day, time, length) = (numbers(DAY), numbers(TIME), numbers(LENGTH));
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (at, column) in (0..).zip(&COLUMNS) {
        sheet.set_column_width(at, f64::from(column.width))?;
        sheet.write_string_with_format(0, at, column.heading, &heading())?;
    }
    for (row, cells) in (1..).zip(log.rows()) {
        for (at, value) in (0..).zip(cells) {
            match value {
                // Text is written as text: a workbook computes nothing that is not marked as a formula.
                Value::Text(text) => {
                    sheet.write_string_with_format(row, at, fitting(&text), &words)?
                }
                Value::Day(date) => sheet.write_datetime_with_format(row, at, date, &day)?,
                Value::Time(clock) => sheet.write_number_with_format(
                    row,
                    at,
                    of_a_day(since_midnight(clock)),
                    &time,
                )?,
                Value::Length(minutes) => {
                    sheet.write_number_with_format(row, at, of_a_day(minutes), &length)?
                }
                Value::Nothing => sheet,
            };
        }
    }
    let entries = u32::try_from(log.len()).unwrap_or(u32::MAX);
    let learning = u16::try_from(LEARNING).unwrap_or(0);
    let last_column = u16::try_from(COLUMNS.len() - 1).unwrap_or(0);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, entries, last_column)?;
    sheet.set_landscape().set_repeat_rows(0, 0)?;
    // Adds up what a filter leaves in sight; the value is there for programs that do not compute.
    if entries > 0 {
        let claimed = log.all_claimed();
        let sum = Formula::new(format!("SUBTOTAL(109,E2:E{})", entries + 1))
            .set_result(of_a_day(claimed).to_string());
        sheet.write_string_with_format(entries + 1, 0, "Claimed, as filtered", &heading())?;
        sheet.write_formula_with_format(entries + 1, learning, sum, &length.set_bold())?;
    }
    Ok(())
}

fn write_totals(sheet: &mut Worksheet, log: &Log<'_>) -> Result<(), XlsxError> {
    let (length, month) = (numbers(LENGTH), numbers("mmmm yyyy"));
    let words = Format::new();
    sheet.set_column_width(0, 44)?;
    for column in 1..=4 {
        sheet.set_column_width(column, 18)?;
    }
    let mut row = 0;
    for (name, total) in named(log.totals()) {
        sheet.write_string_with_format(row, 0, name, &heading())?;
        sheet.write_number_with_format(row, 1, of_a_day(total), &length)?;
        row += 1;
    }
    row = titles(sheet, row + 1, "Kind of activity")?;
    for total in log.by_category() {
        let kind = total.category.map_or("No kind chosen", |kind| kind.label());
        sheet.write_string_with_format(row, 0, kind, &words)?;
        row = sums(sheet, row, total.totals, total.entries)?;
    }
    row = titles(sheet, row + 1, "Month")?;
    for total in log.by_month() {
        sheet.write_datetime_with_format(row, 0, total.month, &month)?;
        row = sums(sheet, row, total.totals, total.entries)?;
    }
    Ok(())
}

/// Writes the headings of a group of sums and answers the row after them.
fn titles(sheet: &mut Worksheet, row: u32, first: &str) -> Result<u32, XlsxError> {
    let rest = ["Counts", "Confirmed", "Does not count", "Entries"];
    for (at, title) in (0..).zip([first].into_iter().chain(rest)) {
        sheet.write_string_with_format(row, at, title, &heading())?;
    }
    Ok(row + 1)
}

fn sums(
    sheet: &mut Worksheet,
    row: u32,
    totals: aftershift_domain::progress::Totals,
    entries: u32,
) -> Result<u32, XlsxError> {
    let length = numbers(LENGTH);
    for (at, total) in (1..).zip([totals.claimed, totals.confirmed, totals.excluded]) {
        sheet.write_number_with_format(row, at, of_a_day(total), &length)?;
    }
    sheet.write_number(row, 4, entries)?;
    Ok(row + 1)
}

fn numbers(format: &str) -> Format {
    Format::new()
        .set_num_format(format)
        .set_align(FormatAlign::Top)
}

/// A length as spreadsheets count time: the part of a day. Only here is it not exact, for there is no other
/// way to say it to them.
fn of_a_day(length: Minutes) -> f64 {
    f64::from(length.0) / f64::from(Minutes::DAY.0)
}

fn since_midnight(time: NaiveTime) -> Minutes {
    Minutes(time.hour() * 60 + time.minute())
}

/// The text as far as a cell can hold it.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_CELL {
        return text.to_owned();
    }
    let mut units = 0;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= LONGEST_CELL
    });
    kept.collect::<String>() + " … The rest did not fit into a cell: it is in the portfolio."
}
