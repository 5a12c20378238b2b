//! What comes again: a college day every Tuesday, a tutorial every second week. It is offered when its day
//! has come and never logged by itself: a plan is no evidence that something took place.

use super::{ActivityContent, ActivityTag, Category, DeliveredBy, PaidTime, Place};
use crate::day;
use crate::id::{ActivityId, RecurrenceId};
use crate::minutes::Minutes;
use crate::problem::Problems;
use crate::programme::{DayStanding, Programme, Weekday};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// More weeks than anything recurs after.
const MOST_WEEKS: u32 = 52;

/// Something that comes again on days of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recurrence {
    /// Identity.
    pub id: RecurrenceId,
    /// A few words: "College day".
    pub title: String,
    /// On which days of the week.
    pub weekdays: Vec<Weekday>,
    /// Every how many weeks: 1 for each week, counted from the week of `from`.
    pub every_weeks: u32,
    /// The first day on which it may fall.
    pub from: NaiveDate,
    /// The last day on which it may fall, if that is known.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// When it begins.
    #[serde(default)]
    pub started_at: Option<NaiveTime>,
    /// When it ends; earlier than the beginning when midnight lies between.
    #[serde(default)]
    pub ended_at: Option<NaiveTime>,
    /// How long it takes.
    #[serde(default)]
    pub duration: Option<Minutes>,
    /// What kind of activity it is.
    #[serde(default)]
    pub category: Option<Category>,
    /// Whether the time is paid.
    #[serde(default = "super::unknown_pay")]
    pub paid: PaidTime,
    /// Name or role of whoever delivers it.
    #[serde(default)]
    pub delivered_by: String,
    /// What kind of organisation delivers it.
    #[serde(default = "super::unknown_deliverer")]
    pub delivered_by_kind: DeliveredBy,
    /// Where it takes place.
    #[serde(default = "super::unknown_place")]
    pub place: Place,
    /// Criterion codes, such as `K3`.
    #[serde(default)]
    pub criteria: Vec<String>,
    /// Further totals it belongs to.
    #[serde(default)]
    pub tags: Vec<ActivityTag>,
    /// When it was first recorded.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}

/// What became of one day on which something was due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecurrenceAnswer {
    /// What recurs.
    pub recurrence_id: RecurrenceId,
    /// The day on which it was due.
    pub due_on: NaiveDate,
    /// The entry that was logged; `None` if it did not happen.
    #[serde(default)]
    pub activity_id: Option<ActivityId>,
    /// When that was said.
    pub answered_at: DateTime<Utc>,
}

impl Recurrence {
    /// What in it cannot be right, in the order of the form.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let missing = "Say what recurs: a few words are enough.";
        problems.check_title("title", &self.title, missing);
        problems.check(
            !self.weekdays.is_empty(),
            "weekdays",
            "Choose at least one day of the week.",
        );
        problems.check(
            (1..=MOST_WEEKS).contains(&self.every_weeks),
            "everyWeeks",
            "It can recur every week up to every 52 weeks.",
        );
        problems.check_date("from", self.from);
        if let Some(until) = self.until {
            problems.check_date("until", until);
            problems.check(
                until >= self.from,
                "until",
                "The last day cannot be before the first.",
            );
        }
        problems.check(
            self.started_at.is_none() || self.started_at != self.ended_at,
            "endedAt",
            "It cannot end at the minute it began.",
        );
        problems.check(
            self.duration
                .is_none_or(|m| m > Minutes::ZERO && m <= Minutes::DAY),
            "duration",
            "A length is from 1 minute to 24 hours: leave it empty if there is none.",
        );
        problems.check_short("deliveredBy", &self.delivered_by);
        for (at, code) in self.criteria.iter().enumerate() {
            let missing = "A criterion needs a code such as K3.";
            problems.check_title(&format!("criteria[{at}]"), code, missing);
        }
        problems
    }

    /// Whether it falls on `day`.
    #[must_use]
    pub fn falls_on(&self, day: NaiveDate) -> bool {
        let within = day >= self.from && self.until.is_none_or(|until| day <= until);
        let weeks = day::days_between(day::monday(self.from), day::monday(day)) / 7;
        within && self.is_on(day) && weeks % i64::from(self.every_weeks.max(1)) == 0
    }

    fn is_on(&self, day: NaiveDate) -> bool {
        let weekday = Weekday::ALL[day.weekday().num_days_from_monday() as usize];
        self.weekdays.contains(&weekday)
    }

    /// The days up to and including `today` on which it fell and about which nothing is said yet, the
    /// earliest first. Days before the programme, in a break and after training are not offered.
    #[must_use]
    pub fn due(
        &self,
        programme: &Programme,
        answered: &BTreeSet<NaiveDate>,
        today: NaiveDate,
    ) -> Vec<NaiveDate> {
        let last = self.until.map_or(today, |until| until.min(today));
        self.from
            .iter_days()
            .take_while(|day| *day <= last)
            .filter(|day| self.falls_on(*day))
            .filter(|day| !answered.contains(day))
            .filter(|day| programme.standing_on(*day) == DayStanding::Training)
            .collect()
    }

    /// The entry that it becomes when it took place on `day`. Off-the-job time starts empty, as always.
    #[must_use]
    pub fn entry_on(&self, day: NaiveDate) -> ActivityContent {
        let content = ActivityContent {
            title: self.title.clone(),
            done_on: day,
            started_at: self.started_at,
            ended_at: self.ended_at,
            duration: self.duration,
            off_the_job: None,
            category: self.category,
            what_was_done: String::new(),
            what_was_learned: String::new(),
            paid: self.paid,
            compensation: String::new(),
            delivered_by: self.delivered_by.clone(),
            delivered_by_kind: self.delivered_by_kind,
            place: self.place,
            criteria: self.criteria.clone(),
            tags: self.tags.clone(),
        };
        content.with_length_of_times()
    }

    /// The same after a change made on `today`. Another rhythm holds from that day on: days that have
    /// passed in the old one are not asked about again in the new one.
    #[must_use]
    pub fn after(mut self, before: &Self, today: NaiveDate) -> Self {
        let rhythm = |it: &Self| {
            let days: BTreeSet<Weekday> = it.weekdays.iter().copied().collect();
            (days, it.every_weeks)
        };
        let same_start = self.from == before.from;
        if rhythm(&self) != rhythm(before) && same_start && self.from < today {
            let latest = self.until.map_or(today, |until| until.min(today));
            self.from = latest;
        }
        self
    }

    /// The next day after `day` on which it falls, within `days` days.
    #[must_use]
    pub fn next_after(&self, day: NaiveDate, days: u64) -> Option<NaiveDate> {
        (1..=days)
            .filter_map(|later| day.checked_add_days(Days::new(later)))
            .find(|later| self.falls_on(*later))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::LearningBreak;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// College on Tuesdays from 3 March 2026.
    pub(crate) fn college() -> Recurrence {
        Recurrence {
            id: RecurrenceId::new("r").unwrap(),
            title: "College day".into(),
            weekdays: vec![Weekday::Tuesday],
            every_weeks: 1,
            from: date("2026-03-03"),
            until: None,
            started_at: "09:30:00".parse().ok(),
            ended_at: "16:30:00".parse().ok(),
            duration: Some(Minutes(360)),
            category: Some(Category::Theory),
            paid: PaidTime::Paid,
            delivered_by: "Lecturer".into(),
            delivered_by_kind: DeliveredBy::Provider,
            place: Place::Campus,
            criteria: Vec::new(),
            tags: vec![ActivityTag::TheoryHours],
            created_at: DateTime::default(),
            changed_at: DateTime::default(),
            deleted_at: None,
        }
    }

    fn due(it: &Recurrence, programme: &Programme, answered: &[&str], today: &str) -> Vec<String> {
        let answered = answered.iter().map(|day| date(day)).collect();
        let days = it.due(programme, &answered, date(today));
        days.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_has_come_and_was_not_answered_is_due() {
        let programme = Programme::default();
        assert_eq!(
            due(&college(), &programme, &[], "2026-03-17"),
            ["2026-03-03", "2026-03-10", "2026-03-17"]
        );
        assert_eq!(
            due(&college(), &programme, &["2026-03-10"], "2026-03-16"),
            ["2026-03-03"]
        );
        assert_eq!(due(&college(), &programme, &[], "2026-03-02"), [""; 0]);
    }

    #[test]
    fn every_second_week_is_counted_from_the_week_it_began() {
        let tutorial = Recurrence {
            weekdays: vec![Weekday::Monday, Weekday::Friday],
            every_weeks: 2,
            from: date("2026-03-06"),
            until: Some(date("2026-03-30")),
            ..college()
        };
        assert_eq!(
            due(&tutorial, &Programme::default(), &[], "2026-05-01"),
            ["2026-03-06", "2026-03-16", "2026-03-20", "2026-03-30"]
        );
        assert_eq!(
            tutorial.next_after(date("2026-03-06"), 30),
            Some(date("2026-03-16"))
        );
        assert_eq!(tutorial.next_after(date("2026-03-30"), 60), None);
    }

    #[test]
    fn breaks_and_days_outside_training_are_not_offered() {
        let programme = Programme {
            original_start: Some(date("2026-03-05")),
            planned_end: Some(date("2026-04-07")),
            breaks: vec![LearningBreak {
                from: date("2026-03-16"),
                to: date("2026-03-31"),
                reason: String::new(),
            }],
            ..Programme::default()
        };
        assert_eq!(
            due(&college(), &programme, &[], "2026-05-01"),
            ["2026-03-10", "2026-03-31", "2026-04-07"]
        );
    }

    #[test]
    fn an_entry_made_of_it_claims_nothing() {
        let entry = college().entry_on(date("2026-03-10"));
        assert_eq!(entry.title, "College day");
        assert_eq!(
            (entry.duration, entry.off_the_job),
            (Some(Minutes(360)), None)
        );
        assert!(entry.what_was_learned.is_empty());
        let by_times = Recurrence {
            duration: None,
            ..college()
        };
        assert_eq!(
            by_times.entry_on(date("2026-03-10")).duration,
            Some(Minutes(420))
        );
    }

    #[test]
    fn another_rhythm_holds_from_the_day_it_was_changed() {
        let today = date("2026-06-10");
        let wednesdays = Recurrence {
            weekdays: vec![Weekday::Wednesday],
            ..college()
        };
        let changed = wednesdays.clone().after(&college(), today);
        assert_eq!(changed.from, today);
        let earlier = Recurrence {
            from: date("2026-05-06"),
            ..wednesdays
        };
        let on_purpose = earlier.clone().after(&college(), today);
        assert_eq!(on_purpose.from, earlier.from, "a day that was chosen stays");
        let renamed = Recurrence {
            title: "Study day".into(),
            ..college()
        };
        assert_eq!(renamed.after(&college(), today).from, college().from);
        let ended = Recurrence {
            until: Some(date("2026-04-01")),
            weekdays: vec![Weekday::Monday],
            ..college()
        };
        let ended = ended.after(&college(), today);
        assert!(ended.until.is_some_and(|until| until >= ended.from));
    }

    #[test]
    fn what_cannot_be_right_is_named_at_once() {
        let wrong = Recurrence {
            title: " ".into(),
            weekdays: Vec::new(),
            every_weeks: 0,
            until: Some(date("2026-03-02")),
            ended_at: college().started_at,
            duration: Some(Minutes::ZERO),
            ..college()
        };
        let fields: Vec<_> = wrong.problems().0.into_iter().map(|p| p.field).collect();
        assert_eq!(
            fields,
            [
                "title",
                "weekdays",
                "everyWeeks",
                "until",
                "endedAt",
                "duration"
            ]
        );
        assert!(college().problems().0.is_empty());
    }

    proptest! {
        #[test]
        fn each_day_is_due_at_most_once_and_in_its_rhythm(
            from in 0_u64..2000, length in 0_u64..800, every in 1_u32..6, days in 1_usize..128,
        ) {
            let start = date("2025-01-01") + Days::new(from);
            let weekdays = (0..7).filter(|n| days & (1 << n) != 0).map(|n| Weekday::ALL[n]).collect();
            let it = Recurrence { weekdays, every_weeks: every, from: start, ..college() };
            let today = start + Days::new(length);
            let due = it.due(&Programme::default(), &BTreeSet::new(), today);
            prop_assert!(due.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(due.iter().all(|day| *day >= start && *day <= today && it.falls_on(*day)));
            let all: BTreeSet<_> = due.iter().copied().collect();
            prop_assert!(it.due(&Programme::default(), &all, today).is_empty());
        }
    }
}
