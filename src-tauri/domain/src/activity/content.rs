//! What an activity says, apart from who it is and how far it has come.

use super::criteria;
use super::{Activity, ActivityTag, Category, DeliveredBy, PaidTime, Place};
use crate::code::coded;
use crate::minutes::{Minutes, between};
use crate::problem::Problems;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// What an activity says: the part of it that a person enters, and that somebody else's word is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActivityContent {
    /// A few words.
    pub title: String,
    /// The day it began; a night shift belongs to that day.
    pub done_on: NaiveDate,
    /// When it began, if that was noted.
    #[serde(default)]
    pub started_at: Option<NaiveTime>,
    /// When it ended; earlier than the beginning when midnight lies between.
    #[serde(default)]
    pub ended_at: Option<NaiveTime>,
    /// How long the activity itself took.
    #[serde(default)]
    pub duration: Option<Minutes>,
    /// Off-the-job time claimed.
    #[serde(default)]
    pub off_the_job: Option<Minutes>,
    /// What kind of activity it was.
    #[serde(default)]
    pub category: Option<Category>,
    /// What was done, as Markdown.
    #[serde(default)]
    pub what_was_done: String,
    /// What was newly learned.
    #[serde(default)]
    pub what_was_learned: String,
    /// Whether the time was paid.
    #[serde(default = "super::unknown_pay")]
    pub paid: PaidTime,
    /// How and when time outside paid hours was given back.
    #[serde(default)]
    pub compensation: String,
    /// Name or role of whoever delivered it.
    #[serde(default)]
    pub delivered_by: String,
    /// What kind of organisation delivered it.
    #[serde(default = "super::unknown_deliverer")]
    pub delivered_by_kind: DeliveredBy,
    /// Where it took place.
    #[serde(default = "super::unknown_place")]
    pub place: Place,
    /// Criterion codes, such as `K3`.
    #[serde(default)]
    pub criteria: Vec<String>,
    /// Further totals it belongs to.
    #[serde(default)]
    pub tags: Vec<ActivityTag>,
}

coded! {
    /// A part of what an activity says.
    ContentField {
        /// Its title.
        Title = "title", "Title";
        /// The day.
        DoneOn = "done_on", "Day";
        /// From when to when.
        Times = "times", "Times";
        /// Its own length.
        Duration = "duration", "Length";
        /// What is claimed.
        OffTheJob = "off_the_job", "Off-the-job time";
        /// Its kind.
        Category = "category", "Kind";
        /// What was done.
        WhatWasDone = "what_was_done", "What was done";
        /// What was newly learned.
        WhatWasLearned = "what_was_learned", "What was newly learned";
        /// Whether the time was paid.
        Paid = "paid", "Paid time";
        /// How the time was given back.
        Compensation = "compensation", "How the time was given back";
        /// Who delivered it.
        DeliveredBy = "delivered_by", "Delivered by";
        /// To which kind of organisation they belong.
        DeliveredByKind = "delivered_by_kind", "Delivered by whose staff";
        /// Where.
        Place = "place", "Place";
        /// Criteria.
        Criteria = "criteria", "Criteria";
        /// Further totals.
        Tags = "tags", "Also counts as";
    }
}

/// Something that an activity says differently from before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Change {
    /// Which part.
    pub field: ContentField,
    /// What it said, in words; empty if nothing.
    pub before: String,
    /// What it says, in words; empty if nothing.
    pub after: String,
}

impl ActivityContent {
    /// What in it cannot be right, in the order of the form.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check_title(
            "title",
            &self.title,
            "Give the activity a title: a few words are enough.",
        );
        problems.check_date("doneOn", self.done_on);
        problems.check(
            self.started_at.is_none() || self.started_at != self.ended_at,
            "endedAt",
            "It cannot end at the minute it began.",
        );
        for (field, length) in [("duration", self.duration), ("offTheJob", self.off_the_job)] {
            problems.check(
                length.is_none_or(|m| m > Minutes::ZERO && m <= Minutes::DAY),
                field,
                "A length is from 1 minute to 24 hours: leave it empty if there is none.",
            );
        }
        if let (Some(duration), Some(claimed)) = (self.duration, self.off_the_job) {
            problems.check(
                claimed <= duration,
                "offTheJob",
                "No more time can be claimed than the activity took.",
            );
        }
        problems.check_text("whatWasDone", &self.what_was_done);
        problems.check_text("whatWasLearned", &self.what_was_learned);
        problems.check_text("compensation", &self.compensation);
        problems.check_short("deliveredBy", &self.delivered_by);
        criteria::check(&self.criteria, &mut problems);
        problems
    }

    /// From when to when; `None` unless both are known.
    #[must_use]
    pub fn times(&self) -> Option<(NaiveTime, NaiveTime)> {
        self.started_at.zip(self.ended_at)
    }

    /// With the length that its times give, where none was said. One that was said stays: breaks are often
    /// taken off.
    #[must_use]
    pub fn with_length_of_times(mut self) -> Self {
        if self.duration.is_none() {
            // Two times that are the same are no length: they are refused as what they are.
            let length = self.times().map(|(from, to)| between(from, to));
            self.duration = length.filter(|length| !length.is_zero());
        }
        self
    }

    /// How it differs from what was said `before`, in the order of the form.
    #[must_use]
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        ContentField::ALL
            .iter()
            .filter(|field| !self.says_the_same(before, **field))
            .map(|field| Change {
                field: *field,
                before: before.in_words(*field),
                after: self.in_words(*field),
            })
            .collect()
    }

    /// The values themselves decide: two times may differ by a second and read alike.
    fn says_the_same(&self, other: &Self, field: ContentField) -> bool {
        match field {
            ContentField::Title => self.title == other.title,
            ContentField::DoneOn => self.done_on == other.done_on,
            ContentField::Times => {
                (self.started_at, self.ended_at) == (other.started_at, other.ended_at)
            }
            ContentField::Duration => self.duration == other.duration,
            ContentField::OffTheJob => self.off_the_job == other.off_the_job,
            ContentField::Category => self.category == other.category,
            ContentField::WhatWasDone => self.what_was_done == other.what_was_done,
            ContentField::WhatWasLearned => self.what_was_learned == other.what_was_learned,
            ContentField::Paid => self.paid == other.paid,
            ContentField::Compensation => self.compensation == other.compensation,
            ContentField::DeliveredBy => self.delivered_by == other.delivered_by,
            ContentField::DeliveredByKind => self.delivered_by_kind == other.delivered_by_kind,
            ContentField::Place => self.place == other.place,
            ContentField::Criteria => self.criteria == other.criteria,
            ContentField::Tags => self.tags == other.tags,
        }
    }

    fn in_words(&self, field: ContentField) -> String {
        let clock = |time: Option<NaiveTime>| {
            time.map_or_else(String::new, |time| time.format("%H:%M").to_string())
        };
        let length = |minutes: Option<Minutes>| minutes.map_or_else(String::new, |m| m.to_string());
        match field {
            ContentField::Title => self.title.clone(),
            ContentField::DoneOn => crate::day::with_weekday(self.done_on),
            ContentField::Times => match (self.started_at, self.ended_at) {
                (None, None) => String::new(),
                (Some(from), None) => format!("from {}", clock(Some(from))),
                (None, Some(to)) => format!("until {}", clock(Some(to))),
                (from, to) => format!("{} to {}", clock(from), clock(to)),
            },
            ContentField::Duration => length(self.duration),
            ContentField::OffTheJob => length(self.off_the_job),
            ContentField::Category => self
                .category
                .map_or_else(String::new, |category| category.label().to_owned()),
            ContentField::WhatWasDone => self.what_was_done.clone(),
            ContentField::WhatWasLearned => self.what_was_learned.clone(),
            ContentField::Paid => self.paid.label().to_owned(),
            ContentField::Compensation => self.compensation.clone(),
            ContentField::DeliveredBy => self.delivered_by.clone(),
            ContentField::DeliveredByKind => self.delivered_by_kind.label().to_owned(),
            ContentField::Place => self.place.label().to_owned(),
            ContentField::Criteria => self.criteria.join(", "),
            ContentField::Tags => {
                let labels: Vec<_> = self.tags.iter().map(|tag| tag.label()).collect();
                labels.join(", ")
            }
        }
    }
}

impl Activity {
    /// What it says.
    #[must_use]
    pub fn content(&self) -> ActivityContent {
        ActivityContent {
            title: self.title.clone(),
            done_on: self.done_on,
            started_at: self.started_at,
            ended_at: self.ended_at,
            duration: self.duration,
            off_the_job: self.off_the_job,
            category: self.category,
            what_was_done: self.what_was_done.clone(),
            what_was_learned: self.what_was_learned.clone(),
            paid: self.paid,
            compensation: self.compensation.clone(),
            delivered_by: self.delivered_by.clone(),
            delivered_by_kind: self.delivered_by_kind,
            place: self.place,
            criteria: self.criteria.clone(),
            tags: self.tags.clone(),
        }
    }

    /// The same activity, saying this instead.
    #[must_use]
    pub fn saying(self, content: ActivityContent) -> Self {
        Self {
            title: content.title,
            done_on: content.done_on,
            started_at: content.started_at,
            ended_at: content.ended_at,
            duration: content.duration,
            off_the_job: content.off_the_job,
            category: content.category,
            what_was_done: content.what_was_done,
            what_was_learned: content.what_was_learned,
            paid: content.paid,
            compensation: content.compensation,
            delivered_by: content.delivered_by,
            delivered_by_kind: content.delivered_by_kind,
            place: content.place,
            criteria: content.criteria,
            tags: content.tags,
            ..self
        }
    }

    /// What in it cannot be right, in the order of the form.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.content().problems();
        if let Some(disagreement) = &self.disagreement {
            problems.check(
                !disagreement.note.trim().is_empty(),
                "disagreement.note",
                "Say why you see it differently: your provider and an auditor will read it.",
            );
            problems.check_text("disagreement.note", &disagreement.note);
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;

    fn shown(changes: &[Change]) -> Vec<String> {
        let one = |change: &Change| {
            format!(
                "{}: {} → {}",
                change.field.label(),
                change.before,
                change.after
            )
        };
        changes.iter().map(one).collect()
    }

    #[test]
    fn what_is_said_comes_back_from_what_says_it() {
        let lesson = Activity {
            duration: Some(Minutes(90)),
            criteria: vec!["K3".into()],
            tags: vec![ActivityTag::TheoryHours],
            ..activity("a", "2026-03-12")
        };
        let other = activity("b", "2026-01-01");
        let same = other.clone().saying(lesson.content());
        assert_eq!(same.content(), lesson.content());
        assert_eq!(
            (same.id, same.state, same.created_at),
            (other.id, other.state, other.created_at)
        );
    }

    #[test]
    fn times_give_a_length_where_none_was_said() {
        let night = ActivityContent {
            started_at: "22:00:00".parse().ok(),
            ended_at: "06:00:00".parse().ok(),
            ..activity("a", "2026-03-12").content()
        };
        let length = |content: ActivityContent| content.with_length_of_times().duration;
        assert_eq!(length(night.clone()), Some(Minutes(480)));
        let with_a_break = ActivityContent {
            duration: Some(Minutes(450)),
            ..night.clone()
        };
        assert_eq!(length(with_a_break), Some(Minutes(450)));
        for ended_at in [None, night.started_at] {
            let without = ActivityContent {
                ended_at,
                ..night.clone()
            };
            assert_eq!(length(without), None);
        }
    }

    #[test]
    fn a_change_is_told_by_what_it_was_and_what_it_is() {
        let before = activity("a", "2026-03-12").content();
        let after = ActivityContent {
            done_on: "2026-03-13".parse().unwrap(),
            started_at: "22:00:00".parse().ok(),
            ended_at: "06:00:00".parse().ok(),
            off_the_job: Some(Minutes(150)),
            paid: PaidTime::Paid,
            tags: vec![ActivityTag::Supernumerary, ActivityTag::PracticeHours],
            ..before.clone()
        };
        assert_eq!(
            shown(&after.changes_since(&before)),
            [
                "Day: Thu 12 Mar 2026 → Fri 13 Mar 2026",
                "Times:  → 22:00 to 06:00",
                "Off-the-job time:  → 2 h 30",
                "Paid time: Not said → In paid hours",
                "Also counts as:  → Supernumerary, Practice hours",
            ]
        );
        assert_eq!(after.changes_since(&after), []);
    }

    #[test]
    fn every_part_can_be_seen_to_change() {
        let before = activity("a", "2026-03-12").content();
        let after = ActivityContent {
            title: "Lecture".into(),
            done_on: "2026-03-13".parse().unwrap(),
            started_at: "09:00:00".parse().ok(),
            ended_at: None,
            duration: Some(Minutes(60)),
            off_the_job: Some(Minutes(30)),
            category: Some(Category::Theory),
            what_was_done: "a".into(),
            what_was_learned: "b".into(),
            paid: PaidTime::Compensated,
            compensation: "c".into(),
            delivered_by: "d".into(),
            delivered_by_kind: DeliveredBy::Provider,
            place: Place::Campus,
            criteria: vec!["K1".into()],
            tags: vec![ActivityTag::TheoryHours],
        };
        let changed: Vec<_> = after
            .changes_since(&before)
            .into_iter()
            .map(|change| change.field)
            .collect();
        assert_eq!(changed, ContentField::ALL);
    }
}
