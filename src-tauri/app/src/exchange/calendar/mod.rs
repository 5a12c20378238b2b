//! A calendar as proposals: events and their repetitions, in the learner's own civil time.
//!
//! The text is taken apart, zones are named and bare rules repeated by `calcard`. What belongs to a series,
//! and which of its occurrences are left out, moved or changed, is told here: a file has many series, and
//! an exception has to meet its own.

mod event;
mod repeat;
mod series;
mod zone;

pub(super) use repeat::partial;

use super::{MOST_ROWS, Read, Unreadable};
use aftershift_domain::proposal::{Proposal, RowProblem};
use calcard::icalendar::{
    ICalendar, ICalendarComponentType, ICalendarMethod, ICalendarProperty, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::NaiveDate;
use event::Event;
use series::{Group, Groups};
use zone::Zones;

/// The days of which events are proposed, both included. A series without end needs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// Whether a text is a calendar, whatever its file is called.
pub(crate) fn is_calendar(text: &str) -> bool {
    let start = text.trim_start();
    start
        .get(.."BEGIN:VCALENDAR".len())
        .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// The events of a calendar that begin within `period`, as someone in the zone `home` sees them.
///
/// # Errors
/// If it is no calendar, is cut off, has no events, or has too many of them in the period.
pub(crate) fn read(text: &str, home: chrono_tz::Tz, period: Period) -> Result<Read, Unreadable> {
    if !is_calendar(text) {
        return Err(Unreadable::NotACalendar);
    }
    if !is_whole(text) {
        return Err(Unreadable::CutOff);
    }
    let calendars = calendars(text)?;
    let mut lines = beginnings(text).into_iter();
    let mut read = Read::default();
    let mut events = 0;
    for calendar in &calendars {
        let zones = Zones::of(calendar, home, period);
        let mut groups = Groups::default();
        for component in &calendar.components {
            if component.component_type != ICalendarComponentType::VEvent {
                continue;
            }
            events += 1;
            let row = lines.next().unwrap_or(0);
            if is_cancelled(calendar) {
                read.left_out += 1;
                continue;
            }
            match Event::of(component, row, &zones) {
                Ok(event) => groups.put(event),
                Err(reason) => read.problems.push(problem(row, reason)),
            }
        }
        for group in groups.into_all() {
            add(&mut read, group, &zones, period)?;
        }
    }
    if events == 0 {
        return Err(Unreadable::NoEvents);
    }
    Ok(read.sorted())
}

fn add(read: &mut Read, group: Group<'_>, zones: &Zones, period: Period) -> Result<(), Unreadable> {
    let before = (read.proposals.len(), read.problems.len());
    for occurrence in group.occurrences(period, &mut |row, reason| {
        read.problems.push(problem(row, reason));
    }) {
        match occurrence.proposed(zones, period) {
            Ok(activities) => {
                let row = occurrence.event.row;
                let proposals = activities.into_iter().map(|activity| Proposal {
                    row,
                    activity,
                    duplicate: None,
                });
                read.proposals.extend(proposals);
            }
            // A series that is too long is so every time: said once is enough.
            Err(reason) => {
                let problem = problem(occurrence.event.row, reason);
                if read.problems.last() != Some(&problem) {
                    read.problems.push(problem);
                }
            }
        }
        if read.proposals.len() > MOST_ROWS {
            return Err(Unreadable::TooManyEvents);
        }
    }
    if before == (read.proposals.len(), read.problems.len()) {
        read.left_out += 1;
    }
    Ok(())
}

fn problem(row: u32, reason: String) -> RowProblem {
    RowProblem {
        row,
        column: String::new(),
        reason,
    }
}

fn calendars(text: &str) -> Result<Vec<ICalendar>, Unreadable> {
    let mut parser = Parser::new(text);
    let mut found = Vec::new();
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => found.push(calendar),
            // A line between calendars that belongs to none does no harm.
            Entry::InvalidLine(_) | Entry::VCard(_) => {}
            Entry::Eof => return Ok(found),
            _ => return Err(Unreadable::CutOff),
        }
    }
}

/// Whether everything that begins in the text also ends in it.
fn is_whole(text: &str) -> bool {
    let count = |word: &str| {
        let begins = |line: &&str| {
            line.get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        text.lines().filter(begins).count()
    };
    count("BEGIN:") == count("END:")
}

/// The lines on which events begin, in their order.
fn beginnings(text: &str) -> Vec<u32> {
    let begins = |line: &str| line.trim_end().eq_ignore_ascii_case("BEGIN:VEVENT");
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| begins(line))
        .map(|(number, _)| number)
        .collect()
}

/// Whether the calendar itself takes back what is in it.
fn is_cancelled(calendar: &ICalendar) -> bool {
    let head = calendar.components.first();
    let method = head.and_then(|head| head.property(&ICalendarProperty::Method));
    method.is_some_and(|method| {
        method.values.first() == Some(&ICalendarValue::Method(ICalendarMethod::Cancel))
    })
}

#[cfg(test)]
mod tests;
