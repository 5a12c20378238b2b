//! A bare rule of repetition, in local time.

use super::zone::Zone;
use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarValue,
};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// The most occurrences that are counted through, those before the period included: daily for more than a
/// century.
const MOST: usize = 50_000;

/// The local times at which `rule` repeats something that first begins at `start`, to the end of the day
/// `last`. Zones do not matter here: what is repeated is the time on the clock.
///
/// # Errors
/// A sentence if the rule cannot be followed.
pub(super) fn repeated(
    start: NaiveDateTime,
    rule: &ICalendarRecurrenceRule,
    zone: &Zone,
    last: NaiveDate,
) -> Result<Vec<NaiveDateTime>, String> {
    if rule.rscale.is_some() || rule.interval == Some(0) {
        return Err("It repeats by a rule that Aftershift does not know: log it by hand.".into());
    }
    let end = end_of(last);
    let until = match &rule.until {
        None => end,
        Some(until) => local_until(until, zone)
            .ok_or("The end of its repetition is not a date: correct it in the calendar.")?
            .min(end),
    };
    if until < start {
        return Ok(Vec::new());
    }
    let mut bare = ICalendarComponent::new(ICalendarComponentType::VEvent);
    bare.add_property(ICalendarProperty::Dtstart, partial(start)?);
    let bounded = ICalendarRecurrenceRule {
        until: Some(partial(until)?),
        ..rule.clone()
    };
    let value = ICalendarValue::RecurrenceRule(Box::new(bounded));
    bare.add_property(ICalendarProperty::Rrule, value);
    let calendar = ICalendar {
        components: vec![bare],
    };
    let expanded = calendar.expand_dates(Tz::Floating, MOST);
    if !expanded.errors.is_empty() {
        return Err(
            "It repeats by a rule that contradicts itself: correct it in the calendar.".into(),
        );
    }
    if expanded.events.len() >= MOST {
        return Err(
            "It repeats more often than can be listed: shorten the series in the calendar.".into(),
        );
    }
    let local = expanded
        .events
        .iter()
        .map(|event| event.start.naive_local());
    Ok(local.collect())
}

/// The end of a rule as local time. With a date alone the whole day belongs to it, as the programs that
/// write it so mean it.
fn local_until(until: &PartialDateTime, zone: &Zone) -> Option<NaiveDateTime> {
    let written = until.to_date_time()?;
    if !until.has_time() {
        return Some(end_of(written.date_time.date()));
    }
    Some(match written.offset {
        Some(offset) => zone.local(Zone::Fixed(offset).instant(written.date_time)),
        None => written.date_time,
    })
}

fn end_of(day: NaiveDate) -> NaiveDateTime {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let second = chrono::TimeDelta::seconds(1);
    next.and_time(NaiveTime::MIN)
        .checked_sub_signed(second)
        .unwrap_or(day.and_time(NaiveTime::MIN))
}

/// A local time in the form of the parser.
pub(in crate::exchange) fn partial(at: NaiveDateTime) -> Result<PartialDateTime, String> {
    let narrow = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(at.year()).ok();
    let year = year.filter(|year| *year <= 9999);
    Ok(PartialDateTime {
        year: Some(year.ok_or("Its year cannot be right: correct it in the calendar.")?),
        month: narrow(at.month()),
        day: narrow(at.day()),
        hour: narrow(at.hour()),
        minute: narrow(at.minute()),
        second: narrow(at.second()),
        ..PartialDateTime::default()
    })
}
