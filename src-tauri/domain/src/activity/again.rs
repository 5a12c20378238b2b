//! The same activity on another day.

use super::ActivityContent;
use chrono::NaiveDate;

impl ActivityContent {
    /// What is likely to hold again when the activity takes place on `day`. What was claimed, done and
    /// learned, and when time was given back, belongs to the day it was said of: it starts empty, because
    /// copied words are the first thing that an auditor notices.
    #[must_use]
    pub fn again_on(&self, day: NaiveDate) -> Self {
        Self {
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
        }
    }

    /// Whether it looks like the same entry: the same title on the same day, at no other time.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        let title = |it: &Self| it.title.trim().to_lowercase();
        let other_time = self
            .started_at
            .zip(other.started_at)
            .is_some_and(|(one, other)| one != other);
        self.done_on == other.done_on && title(self) == title(other) && !other_time
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use crate::activity::{Category, PaidTime};
    use crate::minutes::Minutes;

    #[test]
    fn claims_and_words_are_not_carried_over() {
        let lesson = ActivityContent {
            duration: Some(Minutes(360)),
            off_the_job: Some(Minutes(300)),
            category: Some(Category::Theory),
            what_was_done: "Took notes.".into(),
            what_was_learned: "Exudate.".into(),
            paid: PaidTime::Compensated,
            compensation: "Friday off".into(),
            delivered_by: "Lecturer".into(),
            criteria: vec!["K3".into()],
            ..activity("a", "2026-03-05").content()
        };
        let again = lesson.again_on("2026-03-12".parse().unwrap());
        let kept = ActivityContent {
            done_on: "2026-03-12".parse().unwrap(),
            off_the_job: None,
            what_was_done: String::new(),
            what_was_learned: String::new(),
            compensation: String::new(),
            ..lesson
        };
        assert_eq!(again, kept);
    }

    #[test]
    fn the_same_title_at_another_time_of_the_day_is_another_entry() {
        let at = |time: Option<&str>, title: &str| ActivityContent {
            title: title.into(),
            started_at: time.map(|time| time.parse().unwrap()),
            ..activity("a", "2026-03-12").content()
        };
        let morning = at(Some("09:00:00"), "Tutorial");
        assert!(morning.looks_like(&at(Some("09:00:00"), " tutorial ")));
        assert!(morning.looks_like(&at(None, "Tutorial")));
        assert!(!morning.looks_like(&at(Some("14:00:00"), "Tutorial")));
        assert!(!morning.looks_like(&at(None, "Lecture")));
    }
}
