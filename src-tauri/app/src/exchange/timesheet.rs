//! A timesheet as proposals: each row by itself, so that one that cannot be read never hides the others.

use super::cell;
use super::headings::{Source, heading_row, known_headings};
use super::mapping::{Mapping, Recognised, bare_lengths, dates_of, key, missing, recognised};
use super::table::{Record, Table, detected};
use super::{Read, Unreadable, mapping, neutral, paragraphs, title_of};
use aftershift_domain::activity::{Category, Place};
use aftershift_domain::day;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::proposal::{ColumnRole, DateOrder, Proposal, ProposedActivity, RowProblem};
use chrono::{NaiveDate, NaiveTime, Timelike};

/// A file that was read as a table, and how it is to be understood.
#[derive(Debug, Clone)]
pub(crate) struct Timesheet {
    text: String,
    table: Table,
    source: Source,
    mapping: Mapping,
    /// Who settled the mapping.
    told: Told,
}

/// How a mapping came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// The headings and the dates said everything.
    ByTheFile,
    /// A file with the same headings was brought in before.
    Before,
    /// The person said so.
    ByThePerson,
    /// Something is still a guess: the person should look.
    NotYet,
}

impl Timesheet {
    /// Reads a table, as its own headings tell or as `remembered` says for headings under a key.
    ///
    /// # Errors
    /// If it is no table.
    pub fn read(
        text: String,
        remembered: impl FnOnce(&str) -> Option<Mapping>,
    ) -> Result<Self, Unreadable> {
        let delimiter = detected(&text, known_headings)?;
        let table = Table::read(&text, delimiter, heading_row)?;
        let Recognised {
            source,
            mapping,
            dates_are_certain,
        } = recognised(&table, delimiter);
        let mut read = Self {
            told: if dates_are_certain && missing(&mapping).is_none() {
                Told::ByTheFile
            } else {
                Told::NotYet
            },
            text,
            table,
            source,
            mapping,
        };
        if let Some(mut before) = remembered(&read.key())
            && before.columns.len() == read.table.headings.len()
        {
            let evidence = dates_of(&read.table, &before.columns);
            // These dates know better than those of the last file.
            before.dates = evidence.order().unwrap_or(before.dates);
            before.delimiter = delimiter;
            read.mapping = before;
            read.told = Told::Before;
        }
        Ok(read)
    }

    /// Takes what the person says of delimiter, columns and dates. With another delimiter the file has other
    /// columns, and what was said of the old ones no longer means anything.
    ///
    /// # Errors
    /// If the file is no table with that delimiter.
    pub fn map(&mut self, said: Mapping) -> Result<(), Unreadable> {
        if said.delimiter != self.mapping.delimiter {
            let table = Table::read(&self.text, said.delimiter, heading_row)?;
            let found = recognised(&table, said.delimiter);
            self.table = table;
            self.source = found.source;
            self.mapping = found.mapping;
            self.told = Told::NotYet;
            return Ok(());
        }
        let width = self.table.headings.len();
        let mut columns = said.columns;
        columns.resize(width, ColumnRole::Unused);
        self.mapping = Mapping { columns, ..said };
        self.told = Told::ByThePerson;
        Ok(())
    }

    /// Takes what is said of some columns by their headings.
    ///
    /// # Errors
    /// A sentence that names a heading that the file lacks.
    pub fn assign(
        &mut self,
        said: &[(ColumnRole, String)],
        dates: Option<DateOrder>,
    ) -> Result<(), String> {
        mapping::assign(&mut self.mapping, &self.table.headings, said)?;
        if !said.is_empty() || dates.is_some() {
            self.told = Told::ByThePerson;
        }
        if let Some(dates) = dates {
            self.mapping.dates = dates;
        }
        Ok(())
    }

    /// How it is understood.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// How that came about.
    pub fn told(&self) -> Told {
        self.told
    }

    /// The program it comes from, by name; empty if that is not known.
    pub fn source(&self) -> &'static str {
        self.source.name()
    }

    /// What names its columns.
    pub fn headings(&self) -> &[String] {
        &self.table.headings
    }

    /// The first rows, for people to see what stands in a column.
    pub fn first_rows(&self, most: usize) -> Vec<Vec<String>> {
        let width = self.table.headings.len();
        let cells = |record: &Record| (0..width).map(|at| record.cell(at).to_owned()).collect();
        self.table.records.iter().take(most).map(cells).collect()
    }

    /// The name under which its mapping is remembered.
    pub fn key(&self) -> String {
        key(&self.table.headings)
    }

    /// What it lacks before any row can become an entry, as a sentence; nothing if it is whole.
    pub fn missing(&self) -> Option<&'static str> {
        missing(&self.mapping)
    }

    /// The rows as proposals. Nothing is proposed while something is [`missing`](Self::missing).
    pub fn proposals(&self) -> Read {
        let mut read = Read::default();
        if self.missing().is_some() {
            return read;
        }
        let columns = Columns::of(self);
        for record in &self.table.records {
            match columns.row(record) {
                Ok(Some(activity)) => read.proposals.push(Proposal {
                    row: record.row,
                    activity,
                    duplicate: None,
                }),
                Ok(None) => read.left_out += 1,
                Err(problem) => read.problems.push(problem),
            }
        }
        read.sorted()
    }
}

/// What stands where, for reading many rows.
struct Columns<'a> {
    headings: &'a [String],
    roles: &'a [ColumnRole],
    dates: DateOrder,
    bare: cell::Bare,
}

/// A cell with its column, so that what is wrong with it can be named.
#[derive(Clone, Copy)]
struct Cell<'a> {
    heading: &'a str,
    text: &'a str,
}

/// What a row says of its times.
#[derive(Default)]
struct Times {
    day: Option<NaiveDate>,
    from: Option<NaiveTime>,
    until_day: Option<NaiveDate>,
    until: Option<NaiveTime>,
}

impl<'a> Columns<'a> {
    fn of(sheet: &'a Timesheet) -> Self {
        Self {
            headings: &sheet.table.headings,
            roles: &sheet.mapping.columns,
            dates: sheet.mapping.dates,
            bare: bare_lengths(&sheet.table, &sheet.mapping),
        }
    }

    /// The cells of a role that are not empty, in the order of the columns.
    fn cells<'b>(
        &'b self,
        record: &'b Record,
        role: ColumnRole,
    ) -> impl Iterator<Item = Cell<'b>> + 'b {
        let of_role = self.roles.iter().enumerate();
        of_role
            .filter(move |(_, other)| **other == role)
            .map(|(at, _)| Cell {
                heading: self.headings.get(at).map_or("", String::as_str),
                text: record.cell(at),
            })
            .filter(|cell| !cell.text.is_empty())
    }

    fn cell<'b>(&'b self, record: &'b Record, role: ColumnRole) -> Option<Cell<'b>> {
        self.cells(record, role).next()
    }

    /// The heading of the first column with that role.
    fn heading(&self, role: ColumnRole) -> &str {
        let at = self.roles.iter().position(|other| *other == role);
        at.and_then(|at| self.headings.get(at))
            .map_or("", String::as_str)
    }

    /// The row as an entry; nothing if it is a sum or other decoration.
    fn row(&self, record: &Record) -> Result<Option<ProposedActivity>, RowProblem> {
        if self.is_sum(record) {
            return Ok(None);
        }
        if let Some(extra) = record
            .cells
            .iter()
            .skip(self.headings.len())
            .find(|cell| !cell.is_empty())
        {
            let reason = format!(
                "The row has {} columns where the headings name {}, and “{extra}” belongs to none: put a cell with \
                 a comma in it into quotation marks.",
                record.cells.len(),
                self.headings.len()
            );
            return Err(problem(record, "", reason));
        }
        let times = self.times(record)?;
        let Some(done_on) = times.day else {
            let column = [ColumnRole::Date, ColumnRole::Start]
                .into_iter()
                .map(|role| self.heading(role))
                .find(|heading| !heading.is_empty());
            return Err(problem(
                record,
                column.unwrap_or_default(),
                "There is no date.".into(),
            ));
        };
        let mut activity = self.texts(record, done_on)?;
        activity.learning = self.length(record, ColumnRole::Learning, cell::Bare::Hours)?;
        let spanned = self.span(record, &times)?;
        activity.duration = self.took(record)?.or(spanned).or(activity.learning);
        activity.started_at = times.from;
        // What took less than a minute ends when it begins, which no entry can.
        activity.ended_at = times.until.filter(|until| times.from != Some(*until));
        Ok(Some(activity))
    }

    /// Whether the row adds up others: no day, and a first word that says so or nothing but lengths.
    fn is_sum(&self, record: &Record) -> bool {
        let dated = [ColumnRole::Date, ColumnRole::Start]
            .into_iter()
            .filter_map(|role| self.cell(record, role))
            .any(|cell| cell.text.bytes().any(|b| b.is_ascii_digit()));
        if dated {
            return false;
        }
        let first = record.cells.iter().find(|cell| !cell.is_empty());
        let says_so = first.is_some_and(|cell| {
            let cell = cell.to_lowercase();
            let word = cell
                .split(|c: char| !c.is_alphabetic())
                .next()
                .unwrap_or_default();
            ["total", "totals", "sum", "grand", "subtotal"].contains(&word)
        });
        let is_number = |cell: &String| !cell.chars().any(char::is_alphabetic);
        says_so || record.cells.iter().all(is_number)
    }

    fn times(&self, record: &Record) -> Result<Times, RowProblem> {
        let mut times = Times::default();
        if let Some(cell) = self.cell(record, ColumnRole::Date) {
            let (day, time) =
                cell::date(cell.text, self.dates).map_err(|reason| cell.problem(record, reason))?;
            times.day = Some(day);
            times.from = time;
        }
        if let Some(cell) = self.cell(record, ColumnRole::EndDate) {
            let (day, time) =
                cell::date(cell.text, self.dates).map_err(|reason| cell.problem(record, reason))?;
            times.until_day = Some(day);
            times.until = time;
        }
        for role in [ColumnRole::Start, ColumnRole::End] {
            let Some(cell) = self.cell(record, role) else {
                continue;
            };
            let (day, time) = self
                .moment(cell)
                .map_err(|reason| cell.problem(record, reason))?;
            if role == ColumnRole::Start {
                times.day = times.day.or(day);
                times.from = Some(time);
            } else {
                times.until_day = times.until_day.or(day);
                times.until = Some(time);
            }
        }
        Ok(times)
    }

    /// A time of day, with a day before it or without.
    fn moment(&self, cell: Cell<'_>) -> Result<(Option<NaiveDate>, NaiveTime), String> {
        match cell::time(cell.text) {
            Ok(time) => Ok((None, time)),
            Err(problem) => match cell::date(cell.text, self.dates) {
                Ok((day, Some(time))) => Ok((Some(day), time)),
                _ => Err(problem),
            },
        }
    }

    /// How long it took from beginning to end; nothing if one of them is not said.
    fn span(&self, record: &Record, times: &Times) -> Result<Option<Minutes>, RowProblem> {
        let (Some(day), Some(from), Some(until)) = (times.day, times.from, times.until) else {
            return Ok(None);
        };
        let minutes = |time: NaiveTime| i64::from(time.hour() * 60 + time.minute());
        let mut length = minutes(until) - minutes(from);
        match times.until_day {
            // Midnight lies between: it belongs to the day it began.
            None if length < 0 => length += 24 * 60,
            None => {}
            Some(until_day) => length += day::days_between(day, until_day) * 24 * 60,
        }
        let column = self.heading(ColumnRole::End);
        match u32::try_from(length).map(Minutes) {
            Ok(Minutes::ZERO) => Ok(None),
            Ok(length) if length <= Minutes::DAY => Ok(Some(length)),
            Ok(_) => Err(problem(
                record,
                column,
                "It ends more than 24 hours after it began: split it by day.".into(),
            )),
            Err(_) => Err(problem(record, column, "It ends before it began.".into())),
        }
    }

    fn took(&self, record: &Record) -> Result<Option<Minutes>, RowProblem> {
        for (role, bare) in [
            (ColumnRole::Took, self.bare),
            (ColumnRole::TookMinutes, cell::Bare::Minutes),
            (ColumnRole::TookHours, cell::Bare::Hours),
        ] {
            if let Some(length) = self.length(record, role, bare)? {
                return Ok(Some(length));
            }
        }
        Ok(None)
    }

    fn length(
        &self,
        record: &Record,
        role: ColumnRole,
        bare: cell::Bare,
    ) -> Result<Option<Minutes>, RowProblem> {
        let Some(cell) = self.cell(record, role) else {
            return Ok(None);
        };
        cell::duration(cell.text, bare).map_err(|reason| cell.problem(record, reason))
    }

    /// Everything in the row that is not a time. Nothing that has a role is lost: what cannot be what its
    /// column says is kept as a note.
    fn texts(&self, record: &Record, done_on: NaiveDate) -> Result<ProposedActivity, RowProblem> {
        let mut notes: Vec<String> = Vec::new();
        let mut note =
            |cell: Cell<'_>| notes.push(format!("{}: {}", cell.heading, plain(cell.text)));
        let done: Vec<String> = self
            .cells(record, ColumnRole::Done)
            .map(|cell| plain(cell.text))
            .collect();
        let named = self
            .cell(record, ColumnRole::Title)
            .map(|cell| plain(cell.text));
        // Without a description, the task says most, then the project.
        let substitute = ["task", "project"]
            .iter()
            .find_map(|name| {
                self.cells(record, ColumnRole::Note)
                    .find(|cell| cell.heading.eq_ignore_ascii_case(name))
            })
            .or_else(|| self.cells(record, ColumnRole::Note).next());
        let said = named
            .clone()
            .or_else(|| done.first().cloned())
            .or_else(|| substitute.map(|cell| plain(cell.text)));
        let Some(said) = said else {
            let roles = [ColumnRole::Title, ColumnRole::Done, ColumnRole::Note];
            let column = roles.into_iter().map(|role| self.heading(role));
            let column = column.into_iter().find(|heading| !heading.is_empty());
            return Err(problem(
                record,
                column.unwrap_or_default(),
                "The row does not say what it was.".into(),
            ));
        };
        let (title, whole) = title_of(&said);
        let whole = whole.map(ToOwned::to_owned);
        let mut activity = ProposedActivity::new(title, done_on);
        for cell in self.cells(record, ColumnRole::Kind) {
            activity.category = category(cell.text);
            if activity.category.is_none() {
                note(cell);
            }
        }
        for cell in self.cells(record, ColumnRole::Place) {
            match place(cell.text) {
                Some(place) => activity.place = place,
                None => note(cell),
            }
        }
        if let Some(cell) = self.cell(record, ColumnRole::DeliveredBy) {
            let (line, longer) = title_of(cell.text);
            activity.delivered_by = plain(&line);
            if longer.is_some() {
                note(cell);
            }
        }
        for cell in self.cells(record, ColumnRole::Criteria) {
            let codes = cell.text.split([',', ';', ' ', '\n']).map(str::trim);
            let codes = codes.filter(|code| !code.is_empty());
            activity.criteria.extend(codes.map(plain));
        }
        for cell in self.cells(record, ColumnRole::Note) {
            note(cell);
        }
        let learned: Vec<String> = self
            .cells(record, ColumnRole::Learned)
            .map(|cell| plain(cell.text))
            .collect();
        activity.what_was_learned = paragraphs(learned.iter().map(String::as_str));
        // The title's own text stands under what was done only where the title could not hold it.
        let done = done.iter().skip(usize::from(named.is_none()));
        let notes = notes.join("\n");
        activity.what_was_done = paragraphs(
            whole
                .iter()
                .chain(done)
                .map(String::as_str)
                .chain([notes.as_str()]),
        );
        Ok(activity)
    }
}

impl Cell<'_> {
    fn problem(self, record: &Record, reason: String) -> RowProblem {
        problem(record, self.heading, reason)
    }
}

fn problem(record: &Record, column: &str, reason: String) -> RowProblem {
    RowProblem {
        row: record.row,
        column: column.to_owned(),
        reason,
    }
}

/// The text as it was before a program made it harmless to spreadsheets.
fn plain(text: &str) -> String {
    neutral::restored(text).to_owned()
}

/// One of our kinds, by what a person reads or by its code.
fn category(text: &str) -> Option<Category> {
    let text = text.trim();
    let is = |name: &str| name.eq_ignore_ascii_case(text);
    let mut all = Category::ALL.iter().copied();
    all.find(|kind| is(kind.label()) || is(kind.code()))
}

/// One of our places, likewise.
fn place(text: &str) -> Option<Place> {
    let text = text.trim();
    let is = |name: &str| name.eq_ignore_ascii_case(text);
    let mut all = Place::ALL.iter().copied();
    all.find(|place| is(place.label()) || is(place.code()))
}

#[cfg(test)]
mod tests;
