//! One event as the calendar writes it.

use super::zone::{Zone, Zones};
use calcard::common::{DateTimeResult, PartialDateTime};
use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarPeriod, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarStatus, ICalendarValue,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// When something begins or ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Moment {
    /// A day as a whole.
    Day(NaiveDate),
    /// A time on the clock of a zone.
    Time(NaiveDateTime, Zone),
}

impl Moment {
    /// The moment itself. Days are compared among each other only, so any zone would do.
    pub fn instant(&self) -> DateTime<Utc> {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN).and_utc(),
            Self::Time(local, zone) => zone.instant(*local),
        }
    }

    /// The time on its own clock.
    pub fn local(&self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::Time(local, _) => *local,
        }
    }

    /// The same, at another time on the same clock.
    pub fn at(&self, local: NaiveDateTime) -> Self {
        match self {
            Self::Day(_) => Self::Day(local.date()),
            Self::Time(_, zone) => Self::Time(local, zone.clone()),
        }
    }
}

/// How long an event lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// The calendar does not say.
    Open,
    /// So long on the clock: a shift from 22:00 to 06:00 ends at 06:00 every night of the year.
    Clock(TimeDelta),
    /// To a moment on another clock, which is so much later.
    Until(TimeDelta),
    /// So long, as the calendar itself says instead of an end.
    Passed(TimeDelta),
}

/// An event, or what replaces one occurrence of a series.
#[derive(Debug, Clone)]
pub(super) struct Event<'a> {
    /// The line on which it begins.
    pub row: u32,
    /// What else the calendar says of it.
    pub component: &'a ICalendarComponent,
    /// When it first begins.
    pub start: Moment,
    /// How long it lasts.
    pub length: Length,
    /// How it repeats.
    pub rules: Vec<&'a ICalendarRecurrenceRule>,
    /// Further beginnings, with a length of their own where the calendar says so.
    pub further: Vec<(Moment, Option<Length>)>,
    /// Beginnings that are left out.
    pub except: Vec<Moment>,
    /// The occurrence of its series that it replaces.
    pub replaces: Option<Moment>,
    /// Whether it replaces all later ones too.
    pub and_later: bool,
    /// How often it was changed.
    pub sequence: i64,
}

impl<'a> Event<'a> {
    /// Reads an event.
    ///
    /// # Errors
    /// A sentence if its times cannot be told.
    pub fn of(component: &'a ICalendarComponent, row: u32, zones: &Zones) -> Result<Self, String> {
        let single = |name: &ICalendarProperty| -> Result<Option<Moment>, String> {
            let Some(entry) = component.property(name) else {
                return Ok(None);
            };
            match entry.values.first() {
                Some(ICalendarValue::PartialDateTime(written)) => {
                    moment(written, entry, zones).map(Some)
                }
                _ => Err(not_a_time(component)),
            }
        };
        let replaces = single(&ICalendarProperty::RecurrenceId)?;
        let start = single(&ICalendarProperty::Dtstart)?
            .or_else(|| replaces.clone())
            .ok_or_else(|| format!("{} has no beginning.", named(component)))?;
        let end = single(&ICalendarProperty::Dtend)?;
        let mut event = Self {
            row,
            component,
            length: length(component, &start, end)?,
            start,
            rules: Vec::new(),
            further: Vec::new(),
            except: Vec::new(),
            and_later: replaces.is_some() && replaces_later(component),
            replaces,
            sequence: sequence(component),
        };
        for entry in &component.entries {
            match &entry.name {
                ICalendarProperty::Rrule => match entry.values.first() {
                    Some(ICalendarValue::RecurrenceRule(rule)) => event.rules.push(rule),
                    _ => {
                        return Err(format!(
                            "{} repeats by a rule that cannot be read: correct it in the calendar.",
                            named(component)
                        ));
                    }
                },
                ICalendarProperty::Rdate => {
                    for value in &entry.values {
                        event.further.push(further(value, entry, zones)?);
                    }
                }
                ICalendarProperty::Exdate => {
                    for value in &entry.values {
                        let ICalendarValue::PartialDateTime(written) = value else {
                            return Err(not_a_time(component));
                        };
                        event.except.push(moment(written, entry, zones)?);
                    }
                }
                _ => {}
            }
        }
        Ok(event)
    }

    /// Which series it belongs to; nothing if the calendar does not say.
    pub fn uid(&self) -> Option<&'a str> {
        self.component.uid().filter(|uid| !uid.trim().is_empty())
    }

    /// Whether it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.component.status() == Some(&ICalendarStatus::Cancelled)
    }
}

/// How a sentence calls an event.
pub(super) fn named(component: &ICalendarComponent) -> String {
    let title = text_of(component, &ICalendarProperty::Summary);
    let short: String = title.trim().chars().take(60).collect();
    if short.is_empty() {
        "This event".into()
    } else {
        format!("“{short}”")
    }
}

/// The text of a property; empty if there is none.
pub(in crate::exchange) fn text_of(
    component: &ICalendarComponent,
    name: &ICalendarProperty,
) -> String {
    let value = component
        .property(name)
        .and_then(|entry| entry.values.first());
    value
        .and_then(|value| value.as_text())
        .unwrap_or_default()
        .to_owned()
}

/// The date and time of a property, without a zone.
pub(super) fn moment_of(
    component: &ICalendarComponent,
    name: &ICalendarProperty,
) -> Option<DateTimeResult> {
    let value = component.property(name)?.values.first()?;
    value.as_partial_date_time()?.to_date_time()
}

fn not_a_time(component: &ICalendarComponent) -> String {
    format!(
        "{} has a time that cannot be read: correct it in the calendar.",
        named(component)
    )
}

fn moment(
    written: &PartialDateTime,
    entry: &ICalendarEntry,
    zones: &Zones,
) -> Result<Moment, String> {
    let read = written.to_date_time();
    let read = read.filter(|read| aftershift_domain::day::is_sensible(read.date_time.date()));
    let Some(read) = read else {
        return Err("It has a date that no calendar has: correct it in the calendar.".into());
    };
    if !written.has_time() {
        return Ok(Moment::Day(read.date_time.date()));
    }
    let zone = match (read.offset, entry.tz_id()) {
        (Some(offset), _) if offset.local_minus_utc() == 0 => zones.utc.clone(),
        (Some(offset), _) => Zone::Fixed(offset),
        (None, Some(id)) => zones.named(id).ok_or_else(|| {
            format!(
                "Its time is in the zone “{id}”, which is not known: choose a named zone in the calendar."
            )
        })?,
        // Without a zone it is meant wherever one is.
        (None, None) => zones.home.clone(),
    };
    Ok(Moment::Time(read.date_time, zone))
}

fn length(
    component: &ICalendarComponent,
    start: &Moment,
    end: Option<Moment>,
) -> Result<Length, String> {
    let length = match (end, component.property(&ICalendarProperty::Duration)) {
        (Some(end), _) => between(start, &end),
        (None, Some(entry)) => match entry.values.first() {
            Some(ICalendarValue::Duration(written)) => {
                written.to_time_delta().map_or(Length::Open, Length::Passed)
            }
            _ => return Err(not_a_time(component)),
        },
        (None, None) => Length::Open,
    };
    match length {
        Length::Clock(length) | Length::Until(length) | Length::Passed(length)
            if length < TimeDelta::zero() =>
        {
            Err(format!("{} ends before it begins.", named(component)))
        }
        length => Ok(length),
    }
}

fn between(start: &Moment, end: &Moment) -> Length {
    match (start, end) {
        (Moment::Time(_, from), Moment::Time(_, to)) if from != to => {
            Length::Until(end.instant() - start.instant())
        }
        _ => Length::Clock(end.local() - start.local()),
    }
}

fn further(
    value: &ICalendarValue,
    entry: &ICalendarEntry,
    zones: &Zones,
) -> Result<(Moment, Option<Length>), String> {
    match value {
        ICalendarValue::PartialDateTime(written) => Ok((moment(written, entry, zones)?, None)),
        ICalendarValue::Period(ICalendarPeriod::Range { start, end }) => {
            let start = moment(start, entry, zones)?;
            let length = between(&start, &moment(end, entry, zones)?);
            Ok((start, Some(length)))
        }
        ICalendarValue::Period(ICalendarPeriod::Duration { start, duration }) => {
            let length = duration.to_time_delta().map(Length::Passed);
            Ok((moment(start, entry, zones)?, length))
        }
        _ => Err("One of its further dates cannot be read: correct it in the calendar.".into()),
    }
}

fn replaces_later(component: &ICalendarComponent) -> bool {
    let entry = component.property(&ICalendarProperty::RecurrenceId);
    entry.is_some_and(|entry| entry.has_parameter(&ICalendarParameterName::Range))
}

fn sequence(component: &ICalendarComponent) -> i64 {
    let entry = component.property(&ICalendarProperty::Sequence);
    let value = entry.and_then(|entry| entry.values.first());
    value.and_then(|value| value.as_integer()).unwrap_or(0)
}
