//! What is planned as a calendar, for a diary on a telephone.

use super::calendar::partial;
use aftershift_domain::activity::{Activity, Category, Place};
use aftershift_domain::plan::Opportunity;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarParameter, ICalendarProperty,
    ICalendarStatus, ICalendarValue, ICalendarValueType,
};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// Writes opportunities and activities that lie ahead of `today`, the day itself included. `at` stands as the
/// moment at which it was made.
///
/// Times are written without a zone: 9 o'clock is meant wherever the learner is, as in the log.
pub(crate) fn ics(
    opportunities: &[Opportunity],
    activities: &[Activity],
    today: NaiveDate,
    at: DateTime<Utc>,
) -> String {
    let mut head = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    head.add_property(ICalendarProperty::Version, text("2.0"));
    head.add_property(ICalendarProperty::Prodid, text("-//Aftershift//Log//EN"));
    let ahead = opportunities
        .iter()
        .filter(|it| it.deleted_at.is_none() && it.activity_id.is_none())
        .filter_map(|it| Some((it.planned_on.filter(|day| *day >= today)?, it)))
        .map(|(day, it)| ((day, None), opportunity(it, day, at)));
    let logged = activities
        .iter()
        .filter(|it| it.deleted_at.is_none() && it.done_on >= today)
        .map(|it| ((it.done_on, it.started_at), activity(it, at)));
    let mut events: Vec<_> = ahead.chain(logged).collect();
    events.sort_by_key(|(when, _)| *when);
    let mut components = vec![head];
    for (_, event) in events {
        let id = u32::try_from(components.len()).unwrap_or(u32::MAX);
        components[0].component_ids.push(id);
        components.push(event);
    }
    ICalendar { components }.to_string()
}

fn text(text: impl Into<String>) -> ICalendarValue {
    ICalendarValue::Text(text.into())
}

fn event(id: &str, title: &str, at: DateTime<Utc>) -> ICalendarComponent {
    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.add_property(ICalendarProperty::Uid, text(format!("{id}@aftershift")));
    if let Ok(stamp) = partial(at.naive_utc()) {
        let stamp = calcard::common::PartialDateTime {
            tz_hour: Some(0),
            tz_minute: Some(0),
            ..stamp
        };
        event.add_property(ICalendarProperty::Dtstamp, stamp);
    }
    event.add_property(ICalendarProperty::Summary, text(title));
    event
}

/// A day as a whole. The end of an all-day event is the day after it.
fn whole_day(event: &mut ICalendarComponent, day: NaiveDate) {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    for (name, day) in [
        (ICalendarProperty::Dtstart, day),
        (ICalendarProperty::Dtend, next),
    ] {
        if let Ok(written) = partial(day.and_time(NaiveTime::MIN)) {
            let day = calcard::common::PartialDateTime {
                hour: None,
                minute: None,
                second: None,
                ..written
            };
            let kind = ICalendarParameter::value(ICalendarValueType::Date);
            event.add_property_with_params(name, [kind], day);
        }
    }
}

fn from_to(event: &mut ICalendarComponent, from: NaiveDateTime, to: Option<NaiveDateTime>) {
    for (name, at) in [
        (ICalendarProperty::Dtstart, Some(from)),
        (ICalendarProperty::Dtend, to),
    ] {
        if let Some(Ok(at)) = at.map(partial) {
            event.add_property(name, at);
        }
    }
}

fn opportunity(it: &Opportunity, day: NaiveDate, at: DateTime<Utc>) -> ICalendarComponent {
    let mut event = event(it.id.as_str(), &it.title, at);
    whole_day(&mut event, day);
    let lines = [
        it.duration.map(|length| format!("Planned: {length}")),
        Some(it.with_whom.trim())
            .filter(|who| !who.is_empty())
            .map(|who| format!("With: {who}")),
        Some(it.notes.trim().to_owned()).filter(|notes| !notes.is_empty()),
    ];
    describe(&mut event, lines.into_iter().flatten(), it.category);
    let status = ICalendarValue::Status(ICalendarStatus::Tentative);
    event.add_property(ICalendarProperty::Status, status);
    event
}

fn activity(it: &Activity, at: DateTime<Utc>) -> ICalendarComponent {
    let mut event = event(it.id.as_str(), &it.title, at);
    match it.started_at {
        None => whole_day(&mut event, it.done_on),
        Some(from) => {
            let begins = it.done_on.and_time(from);
            let next_day = |until: NaiveTime| u64::from(until <= from);
            let ends = match (it.ended_at, it.duration) {
                (Some(until), _) => it
                    .done_on
                    .checked_add_days(Days::new(next_day(until)))
                    .map(|day| day.and_time(until)),
                (None, Some(length)) => {
                    begins.checked_add_signed(TimeDelta::minutes(i64::from(length.0)))
                }
                (None, None) => None,
            };
            from_to(&mut event, begins, ends);
        }
    }
    let done = Some(it.what_was_done.trim().to_owned()).filter(|done| !done.is_empty());
    describe(&mut event, done.into_iter(), it.category);
    if it.place != Place::Unknown {
        event.add_property(ICalendarProperty::Location, text(it.place.label()));
    }
    event
}

fn describe(
    event: &mut ICalendarComponent,
    lines: impl Iterator<Item = String>,
    category: Option<Category>,
) {
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        event.add_property(ICalendarProperty::Description, text(lines.join("\n")));
    }
    if let Some(kind) = category {
        event.add_property(ICalendarProperty::Categories, text(kind.label()));
    }
}
