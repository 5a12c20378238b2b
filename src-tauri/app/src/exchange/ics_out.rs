//! What is planned as a calendar, for a diary on a telephone.

use super::calendar::partial;
use aftershift_domain::activity::{Activity, ActivityContent, Category, Place, Recurrence};
use aftershift_domain::plan::Opportunity;
use aftershift_domain::programme::{DayStanding, Programme, Weekday};
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarDay, ICalendarFrequency,
    ICalendarParameter, ICalendarProperty, ICalendarRecurrenceRule, ICalendarStatus,
    ICalendarValue, ICalendarValueType, ICalendarWeekday,
};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// Days within which something that recurs has to fall again: as often as it can at most, and a break.
const FAR: u64 = 3 * 366;

/// What may lie ahead.
pub(crate) struct Planned<'a> {
    /// Ideas, some of them with a day.
    pub opportunities: &'a [Opportunity],
    /// Entries for days to come.
    pub activities: &'a [Activity],
    /// What recurs.
    pub recurrences: &'a [Recurrence],
    /// The training within which it does.
    pub programme: &'a Programme,
}

/// Writes opportunities and activities that lie ahead of `today`, the day itself included, and what recurs from
/// the day after, until the training ends and without its breaks. `at` stands as the moment at which it was made.
///
/// Times are written without a zone: 9 o'clock is meant wherever the learner is, as in the log.
pub(crate) fn ics(planned: &Planned<'_>, today: NaiveDate, at: DateTime<Utc>) -> String {
    let mut head = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    head.add_property(ICalendarProperty::Version, text("2.0"));
    head.add_property(ICalendarProperty::Prodid, text("-//Aftershift//Log//EN"));
    let ahead = planned
        .opportunities
        .iter()
        .filter(|it| it.deleted_at.is_none() && it.activity_id.is_none())
        .filter_map(|it| Some((it.planned_on.filter(|day| *day >= today)?, it)))
        .map(|(day, it)| ((day, None), opportunity(it, day, at)));
    let logged = planned
        .activities
        .iter()
        .filter(|it| it.deleted_at.is_none() && it.done_on >= today)
        .map(|it| ((it.done_on, it.started_at), activity(it, at)));
    let again = planned
        .recurrences
        .iter()
        .filter(|it| it.deleted_at.is_none())
        .filter_map(|it| {
            let first = next(it, planned.programme, today)?;
            let event = recurring(it, first, planned.programme, at);
            Some(((first, it.started_at), event))
        });
    let mut events: Vec<_> = ahead.chain(logged).chain(again).collect();
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
        if let Some(day) = date_only(day) {
            let kind = ICalendarParameter::value(ICalendarValueType::Date);
            event.add_property_with_params(name, [kind], day);
        }
    }
}

fn date_only(day: NaiveDate) -> Option<calcard::common::PartialDateTime> {
    Some(calcard::common::PartialDateTime {
        hour: None,
        minute: None,
        second: None,
        ..partial(day.and_time(NaiveTime::MIN)).ok()?
    })
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
    content(&mut event, &it.content());
    event
}

/// The next day after `today` on which something recurs within the training.
fn next(it: &Recurrence, programme: &Programme, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.checked_add_days(Days::new(1))?.max(it.from);
    let near = usize::try_from(FAR).unwrap_or(usize::MAX);
    first
        .iter_days()
        .take(near)
        .find(|day| takes_place(it, programme, *day))
}

fn takes_place(it: &Recurrence, programme: &Programme, day: NaiveDate) -> bool {
    it.falls_on(day) && programme.standing_on(day) == DayStanding::Training
}

fn recurring(
    it: &Recurrence,
    first: NaiveDate,
    programme: &Programme,
    at: DateTime<Utc>,
) -> ICalendarComponent {
    let mut event = event(it.id.as_str(), &it.title, at);
    content(&mut event, &it.entry_on(first));
    let last = it.until.into_iter().chain(programme.last_day()).min();
    let rule = ICalendarRecurrenceRule {
        freq: ICalendarFrequency::Weekly,
        interval: u16::try_from(it.every_weeks)
            .ok()
            .filter(|weeks| *weeks > 1),
        byday: it.weekdays.iter().map(|day| weekday(*day)).collect(),
        // As the log counts weeks.
        wkst: Some(ICalendarWeekday::Monday),
        until: last.and_then(|last| start_on(it, last)),
        ..ICalendarRecurrenceRule::default()
    };
    event.add_property(ICalendarProperty::Rrule, rule);
    // After the last break it falls as its rule says.
    let resumed = programme.breaks.iter().map(|pause| pause.to).max();
    let paused = first
        .iter_days()
        .take_while(|day| resumed.is_some_and(|resumed| *day < resumed))
        .take_while(|day| last.is_none_or(|last| *day <= last))
        .filter(|day| it.falls_on(*day) && !takes_place(it, programme, *day));
    for left_out in paused.filter_map(|day| start_on(it, day)) {
        if it.started_at.is_some() {
            event.add_property(ICalendarProperty::Exdate, left_out);
        } else {
            let kind = ICalendarParameter::value(ICalendarValueType::Date);
            event.add_property_with_params(ICalendarProperty::Exdate, [kind], left_out);
        }
    }
    event
}

/// When it begins on a day: in the form in which its beginning is written, which a calendar asks for.
fn start_on(it: &Recurrence, day: NaiveDate) -> Option<calcard::common::PartialDateTime> {
    match it.started_at {
        Some(from) => partial(day.and_time(from)).ok(),
        None => date_only(day),
    }
}

fn weekday(day: Weekday) -> ICalendarDay {
    let weekday = match day {
        Weekday::Monday => ICalendarWeekday::Monday,
        Weekday::Tuesday => ICalendarWeekday::Tuesday,
        Weekday::Wednesday => ICalendarWeekday::Wednesday,
        Weekday::Thursday => ICalendarWeekday::Thursday,
        Weekday::Friday => ICalendarWeekday::Friday,
        Weekday::Saturday => ICalendarWeekday::Saturday,
        Weekday::Sunday => ICalendarWeekday::Sunday,
    };
    ICalendarDay {
        ordwk: None,
        weekday,
    }
}

/// What an entry says of when, what and where.
fn content(event: &mut ICalendarComponent, it: &ActivityContent) {
    match it.started_at {
        None => whole_day(event, it.done_on),
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
            from_to(event, begins, ends);
        }
    }
    let done = Some(it.what_was_done.trim().to_owned()).filter(|done| !done.is_empty());
    describe(event, done.into_iter(), it.category);
    if it.place != Place::Unknown {
        event.add_property(ICalendarProperty::Location, text(it.place.label()));
    }
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
