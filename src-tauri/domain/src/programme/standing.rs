//! How a day stands to the programme.

use super::Programme;
use crate::code::coded;
use chrono::NaiveDate;

coded! {
    /// How a day stands to the training period.
    DayStanding {
        /// In it, or nothing is known that would say otherwise.
        Training = "training", "In training";
        /// Earlier than the original start.
        BeforeStart = "before_start", "Before your programme began";
        /// In a break in learning.
        Break = "break", "Break in learning";
        /// After gateway, the actual or the planned end, whichever is first.
        AfterEnd = "after_end", "After your training";
    }
}

impl Programme {
    /// The last day of training as far as it is known: gateway, the actual end or the planned one,
    /// whichever comes first.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        [self.gateway_on, self.ended_on, self.planned_end]
            .into_iter()
            .flatten()
            .min()
    }

    /// How `day` stands to the training period.
    #[must_use]
    pub fn standing_on(&self, day: NaiveDate) -> DayStanding {
        if self.original_start.is_some_and(|start| day < start) {
            DayStanding::BeforeStart
        } else if self.last_day().is_some_and(|last| day > last) {
            DayStanding::AfterEnd
        } else if self.break_on(day).is_some() {
            DayStanding::Break
        } else {
            DayStanding::Training
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::LearningBreak;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_before_in_paused_or_after() {
        let programme = Programme {
            original_start: Some(date("2025-09-01")),
            planned_end: Some(date("2027-08-31")),
            gateway_on: Some(date("2027-06-01")),
            breaks: vec![LearningBreak {
                from: date("2026-01-05"),
                to: date("2026-02-02"),
                reason: String::new(),
            }],
            ..Programme::default()
        };
        for (day, standing) in [
            ("2025-08-31", DayStanding::BeforeStart),
            ("2025-09-01", DayStanding::Training),
            ("2026-01-05", DayStanding::Break),
            ("2026-02-01", DayStanding::Break),
            ("2026-02-02", DayStanding::Training),
            ("2027-06-01", DayStanding::Training),
            ("2027-06-02", DayStanding::AfterEnd),
        ] {
            assert_eq!(programme.standing_on(date(day)), standing, "{day}");
        }
        let nothing_known = Programme::default();
        assert_eq!(
            nothing_known.standing_on(date("1999-01-01")),
            DayStanding::Training
        );
    }
}
