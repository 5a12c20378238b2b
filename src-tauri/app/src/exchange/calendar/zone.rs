//! Zones of a calendar: by their names in the database of zones, by the names that Windows gives them, or
//! by the rules that the calendar brings with it.

use super::Period;
use super::event::{moment_of, text_of};
use super::repeat::repeated;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};
use chrono::{DateTime, FixedOffset, LocalResult, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use std::collections::HashMap;
use std::str::FromStr;

/// Where a local time is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Zone {
    /// A place with a name.
    Named(chrono_tz::Tz),
    /// A fixed distance from UTC.
    Fixed(FixedOffset),
    /// What the calendar itself says.
    Own(Vec<Onset>),
}

/// When another offset begins to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Onset {
    /// The local time, by the offset before.
    at: NaiveDateTime,
    /// Seconds east of UTC before.
    before: i32,
    /// Seconds east of UTC from then on.
    after: i32,
}

/// Every zone that a calendar speaks of.
#[derive(Debug)]
pub(super) struct Zones {
    /// Where the learner is.
    pub home: Zone,
    /// Where times with a `Z` are meant.
    pub utc: Zone,
    named: HashMap<String, Zone>,
}

impl Zone {
    /// The moment of a local time. A time that comes twice in autumn is the first of the two; one that
    /// is left out in spring is reckoned by the offset before, as iCalendar has it.
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Self::Named(zone) => named_instant(*zone, local),
            Self::Fixed(offset) => shifted(local, -offset.local_minus_utc()).and_utc(),
            Self::Own(onsets) => shifted(local, -own_offset(onsets, local)).and_utc(),
        }
    }

    /// The local time of a moment.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Named(zone) => at.with_timezone(zone).naive_local(),
            Self::Fixed(offset) => shifted(at.naive_utc(), offset.local_minus_utc()),
            Self::Own(onsets) => {
                let begun = |onset: &&Onset| shifted(onset.at, -onset.before) <= at.naive_utc();
                let offset = match onsets.iter().rfind(begun) {
                    Some(onset) => onset.after,
                    None => onsets.first().map_or(0, |first| first.before),
                };
                shifted(at.naive_utc(), offset)
            }
        }
    }
}

/// A time so many seconds later; at the end of the calendar, the time itself.
fn shifted(at: NaiveDateTime, seconds: i32) -> NaiveDateTime {
    at.checked_add_signed(TimeDelta::seconds(i64::from(seconds)))
        .unwrap_or(at)
}

fn named_instant(zone: chrono_tz::Tz, local: NaiveDateTime) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
        LocalResult::None => {
            // No zone leaves out a whole day's worth of time twice: a day before, its offset still held.
            let day_before = shifted(local, -86_400);
            let before = zone
                .offset_from_local_datetime(&day_before)
                .earliest()
                .map_or(0, |offset| offset.fix().local_minus_utc());
            shifted(local, -before).and_utc()
        }
    }
}

fn own_offset(onsets: &[Onset], local: NaiveDateTime) -> i32 {
    match onsets.iter().rfind(|onset| onset.at <= local) {
        None => onsets.first().map_or(0, |first| first.before),
        Some(onset) => {
            let left_out = onset.after - onset.before;
            if left_out > 0 && local < shifted(onset.at, left_out) {
                onset.before
            } else {
                onset.after
            }
        }
    }
}

impl Zones {
    /// The zones that `calendar` brings with it, as far as they matter in `period`.
    pub fn of(calendar: &ICalendar, home: chrono_tz::Tz, period: Period) -> Self {
        let mut zones = Self {
            home: Zone::Named(home),
            utc: Zone::Named(chrono_tz::UTC),
            named: HashMap::new(),
        };
        for component in calendar.timezones() {
            let id = text_of(component, &ICalendarProperty::Tzid);
            // A name that is known is better than the rules beside it, which programs often cut short.
            let zone = match component.timezone() {
                Some((_, zone)) => known(zone),
                None => own(calendar, component, period),
            };
            if let Some(zone) = zone {
                zones.named.insert(id, zone);
            }
        }
        zones
    }

    /// The zone of a `TZID`; nothing if nobody knows it.
    pub fn named(&self, id: &str) -> Option<Zone> {
        let here = self.named.get(id).cloned();
        here.or_else(|| known(Tz::from_str(id).ok()?))
    }
}

fn known(zone: Tz) -> Option<Zone> {
    match zone {
        Tz::Tz(zone) => Some(Zone::Named(zone)),
        Tz::Fixed(offset) => Some(Zone::Fixed(offset)),
        Tz::Floating => None,
    }
}

/// The zone by the rules of its `STANDARD` and `DAYLIGHT` parts; nothing if they are not whole.
fn own(calendar: &ICalendar, component: &ICalendarComponent, period: Period) -> Option<Zone> {
    let mut onsets = Vec::new();
    for id in &component.component_ids {
        let part = calendar.component_by_id(*id)?;
        if !matches!(
            part.component_type,
            ICalendarComponentType::Standard | ICalendarComponentType::Daylight
        ) {
            continue;
        }
        let before = offset(part, &ICalendarProperty::Tzoffsetfrom)?;
        let after = offset(part, &ICalendarProperty::Tzoffsetto)?;
        let first = moment_of(part, &ICalendarProperty::Dtstart)?.date_time;
        let reckoned = Zone::Fixed(FixedOffset::east_opt(before)?);
        let mut at = vec![first];
        for entry in part.properties(&ICalendarProperty::Rrule) {
            let Some(ICalendarValue::RecurrenceRule(rule)) = entry.values.first() else {
                return None;
            };
            at.extend(repeated(first, rule, &reckoned, period.to).ok()?);
        }
        for entry in part.properties(&ICalendarProperty::Rdate) {
            let dates = entry
                .values
                .iter()
                .filter_map(|value| value.as_partial_date_time());
            at.extend(dates.filter_map(|date| Some(date.to_date_time()?.date_time)));
        }
        onsets.extend(at.into_iter().map(|at| Onset { at, before, after }));
    }
    onsets.sort_unstable();
    onsets.dedup();
    (!onsets.is_empty()).then_some(Zone::Own(onsets))
}

/// An offset such as `+0100`, in seconds.
fn offset(part: &ICalendarComponent, name: &ICalendarProperty) -> Option<i32> {
    let value = part.property(name)?.values.first()?;
    let written = value.as_partial_date_time()?;
    let minutes = i32::from(written.tz_hour?) * 60 + i32::from(written.tz_minute.unwrap_or(0));
    let seconds = minutes * 60;
    let seconds = if written.tz_minus { -seconds } else { seconds };
    (seconds.abs() < 86_400).then_some(seconds)
}
