//! Events that belong together: a series, and what replaces single occurrences of it.

use super::Period;
use super::event::{Event, Length, Moment, named, text_of};
use super::repeat::repeated;
use super::zone::Zones;
use crate::exchange::{paragraphs, title_of};
use aftershift_domain::activity::{Category, Place};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::proposal::ProposedActivity;
use calcard::icalendar::{ICalendarComponent, ICalendarProperty};
use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use std::collections::{BTreeMap, HashMap};

/// The most days of one all-day event that are proposed one by one.
const MOST_DAYS: i64 = 31;

/// The events with one UID.
#[derive(Debug, Default)]
pub(super) struct Group<'a> {
    masters: Vec<Event<'a>>,
    replacements: Vec<Event<'a>>,
}

/// One occurrence of an event.
#[derive(Debug, Clone)]
pub(super) struct Occurrence<'e, 'a> {
    /// What the calendar says of it.
    pub event: &'e Event<'a>,
    start: Moment,
    length: Length,
}

/// Events by their series, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Groups<'a> {
    all: Vec<Group<'a>>,
    by_uid: HashMap<&'a str, usize>,
}

impl<'a> Groups<'a> {
    /// Puts an event with those of its series; one without a UID stands by itself.
    pub fn put(&mut self, event: Event<'a>) {
        let next = self.all.len();
        let at = match event.uid() {
            Some(uid) => *self.by_uid.entry(uid).or_insert(next),
            None => next,
        };
        if at == next {
            self.all.push(Group::default());
        }
        let group = &mut self.all[at];
        if event.replaces.is_some() {
            group.replacements.push(event);
        } else {
            group.masters.push(event);
        }
    }

    /// The series.
    pub fn into_all(self) -> Vec<Group<'a>> {
        self.all
    }
}

impl<'a> Group<'a> {
    /// Every occurrence up to the end of `period`; `problem` hears of series that cannot be followed.
    pub fn occurrences(
        &self,
        period: Period,
        problem: &mut impl FnMut(u32, String),
    ) -> Vec<Occurrence<'_, 'a>> {
        // An export may hold an event as it was and as it is now: the later one counts.
        let latest = self.masters.iter().map(|event| event.sequence).max();
        let mut found = Vec::new();
        let mut replaced = vec![false; self.replacements.len()];
        for master in &self.masters {
            if Some(master.sequence) != latest || master.is_cancelled() {
                continue;
            }
            match starts(master, period) {
                Ok(mut all) => {
                    self.replace(&mut all, &mut replaced);
                    found.extend(all.into_values());
                }
                Err(reason) => {
                    problem(master.row, format!("{}: {reason}", named(master.component)));
                }
            }
        }
        // What replaces an occurrence that is not among them, such as one from before the period, stands
        // by itself.
        let called_off = !self.masters.is_empty()
            && found.is_empty()
            && self.masters.iter().all(Event::is_cancelled);
        for (event, replaced) in self.replacements.iter().zip(replaced) {
            if !replaced && !called_off && !event.is_cancelled() {
                found.push(Occurrence::of(event));
            }
        }
        found
    }

    /// Puts replacements in the place of what they replace, earlier ones first, so that one that holds for all
    /// later occurrences can itself be replaced in part.
    fn replace<'e>(
        &'e self,
        all: &mut BTreeMap<DateTime<Utc>, Occurrence<'e, 'a>>,
        replaced: &mut [bool],
    ) {
        let mut order: Vec<usize> = (0..self.replacements.len()).collect();
        order.sort_by_key(|at| {
            let event = &self.replacements[*at];
            (
                !event.and_later,
                event.replaces.as_ref().map(Moment::instant),
                event.sequence,
            )
        });
        for at in order {
            let event = &self.replacements[at];
            let Some(original) = &event.replaces else {
                continue;
            };
            let Some(key) = key_of(all, original) else {
                continue;
            };
            replaced[at] = true;
            if event.and_later {
                let later: Vec<_> = all.range(key..).map(|(key, _)| *key).collect();
                let moved = event.start.local() - original.local();
                for key in later {
                    let Some(occurrence) = all.get_mut(&key) else {
                        continue;
                    };
                    let local = occurrence.start.local().checked_add_signed(moved);
                    occurrence.start = event.start.at(local.unwrap_or(event.start.local()));
                    occurrence.event = event;
                    occurrence.length = event.length;
                }
                if event.is_cancelled() {
                    all.retain(|other, _| *other < key);
                }
            } else if event.is_cancelled() {
                all.remove(&key);
            } else {
                all.insert(key, Occurrence::of(event));
            }
        }
    }
}

/// Every beginning of an event up to the end of the period, by the moment at which it was meant to be.
fn starts<'e, 'a>(
    event: &'e Event<'a>,
    period: Period,
) -> Result<BTreeMap<DateTime<Utc>, Occurrence<'e, 'a>>, String> {
    let mut all = BTreeMap::new();
    let mut add = |start: Moment, length: Length| {
        let occurrence = Occurrence {
            event,
            length,
            start: start.clone(),
        };
        all.insert(start.instant(), occurrence);
    };
    // The beginning itself always belongs to the series.
    add(event.start.clone(), event.length);
    for rule in &event.rules {
        let zone = match &event.start {
            Moment::Time(_, zone) => zone.clone(),
            Moment::Day(_) => super::zone::Zone::Named(chrono_tz::UTC),
        };
        for local in repeated(event.start.local(), rule, &zone, period.to)? {
            add(event.start.at(local), event.length);
        }
    }
    for (start, length) in &event.further {
        add(start.clone(), length.unwrap_or(event.length));
    }
    for except in &event.except {
        if let Some(key) = key_of(&all, except) {
            all.remove(&key);
        }
    }
    Ok(all)
}

/// The occurrence that is meant: by its moment, or, where only a day is named, by its day.
fn key_of(
    all: &BTreeMap<DateTime<Utc>, Occurrence<'_, '_>>,
    meant: &Moment,
) -> Option<DateTime<Utc>> {
    let exact = meant.instant();
    let same = all.get(&exact).filter(|found| {
        matches!(
            (&found.start, meant),
            (Moment::Day(_), Moment::Day(_)) | (Moment::Time(..), Moment::Time(..))
        )
    });
    if same.is_some() {
        return Some(exact);
    }
    let day = meant.local().date();
    let by_day = all.iter().find(|(_, found)| {
        let differ = matches!(
            (&found.start, meant),
            (Moment::Time(..), Moment::Day(_)) | (Moment::Day(_), Moment::Time(..))
        );
        differ && found.start.local().date() == day
    });
    by_day.map(|(key, _)| *key)
}

impl<'e, 'a> Occurrence<'e, 'a> {
    fn of(event: &'e Event<'a>) -> Self {
        Self {
            event,
            start: event.start.clone(),
            length: event.length,
        }
    }

    /// What it would be in the log: one activity, or one for each day of several whole days; none outside the
    /// period.
    ///
    /// # Errors
    /// A sentence if it is too long for one entry.
    pub fn proposed(&self, zones: &Zones, period: Period) -> Result<Vec<ProposedActivity>, String> {
        match &self.start {
            Moment::Day(first) => {
                let days = match self.length {
                    Length::Open => 1,
                    Length::Clock(length) | Length::Until(length) | Length::Passed(length) => {
                        length.num_days().max(1)
                    }
                };
                let last = first.checked_add_days(Days::new(days.unsigned_abs() - 1));
                let last = last.unwrap_or(*first);
                if last < period.from || *first > period.to {
                    return Ok(Vec::new());
                }
                if days > MOST_DAYS {
                    return Err(format!(
                        "{} lasts {days} whole days: log the days on which you learned.",
                        named(self.event.component)
                    ));
                }
                let within = first.iter_days().take_while(|day| *day <= last);
                let within = within.filter(|day| (period.from..=period.to).contains(day));
                Ok(within
                    .map(|day| described(self.event.component, day.and_time(NaiveTime::MIN)))
                    .collect())
            }
            Moment::Time(..) => Ok(self.timed(zones, period)?.into_iter().collect()),
        }
    }

    fn timed(&self, zones: &Zones, period: Period) -> Result<Option<ProposedActivity>, String> {
        let begins = self.start.instant();
        let local = zones.home.local(begins);
        if !(period.from..=period.to).contains(&local.date()) {
            return Ok(None);
        }
        let ends = match self.length {
            Length::Open => None,
            Length::Until(length) | Length::Passed(length) => begins.checked_add_signed(length),
            Length::Clock(length) => {
                let local = self.start.local().checked_add_signed(length);
                local.map(|local| self.start.at(local).instant())
            }
        };
        let mut activity = described(self.event.component, local);
        activity.started_at = local.time().with_second(0);
        let Some(ends) = ends else {
            return Ok(Some(activity));
        };
        let until = zones.home.local(ends);
        let Some((minutes, ended_at)) = self.took(local, until, ends - begins) else {
            return Err(format!(
                "{} lasts more than 24 hours: split it by day in the calendar.",
                named(self.event.component)
            ));
        };
        if !minutes.is_zero() {
            activity.duration = Some(minutes);
            activity.ended_at = ended_at;
        }
        Ok(Some(activity))
    }

    /// How long it took, and when it ended if its times say as much: by the clock on the wall, as where times
    /// are typed. What really `passed` decides only where the calendar says a length and no end, or where the
    /// clock went back over all of it, so that its two times say nothing. `None` if it is too long.
    fn took(
        &self,
        from: NaiveDateTime,
        until: NaiveDateTime,
        passed: TimeDelta,
    ) -> Option<(Minutes, Option<NaiveTime>)> {
        let to_the_minute = |at: NaiveDateTime| at.with_second(0).unwrap_or(at);
        let (from, until) = (to_the_minute(from), to_the_minute(until));
        let told = until > from;
        let length = match self.length {
            Length::Passed(_) => passed,
            _ if told => until - from,
            _ => passed,
        };
        if length > TimeDelta::days(1) {
            return None;
        }
        let minutes = u32::try_from(length.num_minutes()).map_or(Minutes::ZERO, Minutes);
        let ended_at = (told && until.time() != from.time()).then(|| until.time());
        Some((minutes, ended_at))
    }
}

/// What the calendar says of an event in words, on a day.
fn described(component: &ICalendarComponent, at: NaiveDateTime) -> ProposedActivity {
    let summary = text_of(component, &ICalendarProperty::Summary);
    let (title, whole) = title_of(&summary);
    let title = if title.is_empty() {
        "Entry from a calendar".to_owned()
    } else {
        title
    };
    let mut activity = ProposedActivity::new(title, at.date());
    let location = text_of(component, &ICalendarProperty::Location);
    let place = Place::ALL
        .iter()
        .find(|place| place.label().eq_ignore_ascii_case(location.trim()));
    let location = match place {
        Some(place) => {
            activity.place = *place;
            String::new()
        }
        None if location.trim().is_empty() => String::new(),
        None => format!("Location: {}", location.trim()),
    };
    let description = text_of(component, &ICalendarProperty::Description);
    activity.what_was_done = paragraphs([
        whole.unwrap_or_default(),
        description.as_str(),
        location.as_str(),
    ]);
    activity.category = component
        .properties(&ICalendarProperty::Categories)
        .flat_map(|entry| &entry.values)
        .filter_map(|value| value.as_text())
        .find_map(|text| {
            let is = |kind: &&Category| kind.label().eq_ignore_ascii_case(text.trim());
            Category::ALL.iter().find(is).copied()
        });
    activity
}
