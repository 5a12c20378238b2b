//! A timer: when it was started, when it was stopped, and what may be believed of the time between.
//!
//! It measures between moments, so that the nights on which clocks change neither lose nor gain an hour. It
//! is never taken for an entry by itself: a person looks at the length and says it is right.

use crate::code::coded;
use crate::minutes::Minutes;
use crate::problem::Problems;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};

coded! {
    /// Why the time that a timer measured is not taken for the length of an activity.
    TimerDoubt {
        /// It seems to have been stopped before it was started.
        ClockSetBack = "clock_set_back",
            "The clock of this computer was set back while the timer ran, so it cannot say how long it took.";
        /// It was stopped in the minute in which it was started.
        TooShort = "too_short", "The timer ran for less than a minute.";
        /// Midnight came before it was stopped.
        OverNight = "over_night",
            "The timer ran over night. Say how long it took, if you did not forget to stop it.";
        /// It ran for longer than an activity can take.
        OverADay = "over_a_day",
            "The timer ran for more than a day, and one activity cannot take that long. Say how long it took.";
    }
}

/// A timer that runs, or that was stopped and waits for somebody to look at its length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Timer {
    /// What it is for; may be empty.
    pub title: String,
    /// The day of the portfolio on which it was started.
    pub on: NaiveDate,
    /// When it was started, with the clock on the wall.
    pub started: DateTime<FixedOffset>,
    /// When it was stopped, if it was.
    pub stopped: Option<DateTime<FixedOffset>>,
}

/// What a timer measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measured {
    /// When it was started, by the clock on the wall.
    pub started_at: Option<NaiveTime>,
    /// When it was stopped.
    pub ended_at: Option<NaiveTime>,
    /// The length to look at; `None` where it is in doubt.
    pub minutes: Option<Minutes>,
    /// What the timer itself shows; never less than nothing.
    pub ran: Minutes,
    /// Why no length is offered.
    pub doubt: Option<TimerDoubt>,
}

impl Timer {
    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check_short("title", &self.title);
        problems
    }

    /// What it measured, once it was stopped.
    #[must_use]
    pub fn measured(&self) -> Option<Measured> {
        let stopped = self.stopped?;
        let ran = nearest_minute(stopped - self.started);
        let doubt = self.doubt(stopped, ran);
        let clear = doubt != Some(TimerDoubt::ClockSetBack) && doubt != Some(TimerDoubt::OverADay);
        let times = clear
            .then(|| (to_the_minute(self.started), to_the_minute(stopped)))
            // Two times that read alike are no beginning and end.
            .filter(|(from, to)| from != to);
        Some(Measured {
            started_at: times.map(|(from, _)| from),
            ended_at: times.map(|(_, to)| to),
            minutes: doubt.is_none().then_some(ran),
            ran,
            doubt,
        })
    }

    fn doubt(&self, stopped: DateTime<FixedOffset>, ran: Minutes) -> Option<TimerDoubt> {
        if stopped < self.started {
            Some(TimerDoubt::ClockSetBack)
        } else if ran > Minutes::DAY {
            Some(TimerDoubt::OverADay)
        } else if stopped.date_naive() != self.started.date_naive() {
            Some(TimerDoubt::OverNight)
        } else if ran.is_zero() {
            Some(TimerDoubt::TooShort)
        } else {
            None
        }
    }
}

/// The length in whole minutes, to the nearest; nothing rather than less than nothing.
fn nearest_minute(length: TimeDelta) -> Minutes {
    let seconds = length.num_seconds().max(0);
    Minutes(u32::try_from((seconds + 30) / 60).unwrap_or(u32::MAX))
}

fn to_the_minute(at: DateTime<FixedOffset>) -> NaiveTime {
    NaiveTime::from_hms_opt(at.hour(), at.minute(), 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn timer(started: &str, stopped: &str) -> Timer {
        let started: DateTime<FixedOffset> = started.parse().unwrap();
        Timer {
            title: String::new(),
            on: started.date_naive(),
            started,
            stopped: stopped.parse().ok(),
        }
    }

    #[track_caller]
    fn check(started: &str, stopped: &str, minutes: Option<u32>, doubt: Option<TimerDoubt>) {
        let measured = timer(started, stopped).measured().unwrap();
        assert_eq!(
            (measured.minutes.map(|m| m.0), measured.doubt),
            (minutes, doubt)
        );
    }

    #[test]
    fn a_timer_that_runs_has_measured_nothing_yet() {
        assert_eq!(timer("2026-03-12T09:00:00Z", "").measured(), None);
    }

    #[test]
    fn a_length_is_to_the_nearest_minute_with_the_times_on_the_wall() {
        let measured = timer("2026-06-12T09:15:20+01:00", "2026-06-12T10:45:50+01:00").measured();
        let measured = measured.unwrap();
        assert_eq!(measured.minutes, Some(Minutes(91)));
        assert_eq!(measured.started_at, NaiveTime::from_hms_opt(9, 15, 0));
        assert_eq!(measured.ended_at, NaiveTime::from_hms_opt(10, 45, 0));
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_length_and_no_times() {
        let measured = timer("2026-03-12T10:00:00Z", "2026-03-12T09:00:00Z").measured();
        let measured = measured.unwrap();
        assert_eq!(measured.doubt, Some(TimerDoubt::ClockSetBack));
        assert_eq!((measured.minutes, measured.ran), (None, Minutes::ZERO));
        assert_eq!((measured.started_at, measured.ended_at), (None, None));
    }

    #[test]
    fn what_ran_over_night_is_asked_about() {
        let night = Some(TimerDoubt::OverNight);
        check("2026-03-12T22:00:00Z", "2026-03-13T06:00:00Z", None, night);
        check("2026-03-12T23:59:00Z", "2026-03-13T00:01:00Z", None, night);
        let day = Some(TimerDoubt::OverADay);
        check("2026-03-12T09:00:00Z", "2026-03-14T09:00:00Z", None, day);
        let short = Some(TimerDoubt::TooShort);
        check("2026-03-12T09:00:00Z", "2026-03-12T09:00:29Z", None, short);
        check(
            "2026-03-12T09:00:00Z",
            "2026-03-12T09:00:30Z",
            Some(1),
            None,
        );
    }

    #[test]
    fn nights_on_which_clocks_change_neither_lose_nor_gain() {
        // Clocks go forward at one on 29 March and back at two on 25 October 2026.
        let ran = |started: &str, stopped: &str| timer(started, stopped).measured().unwrap().ran;
        let forward = ran("2026-03-29T00:30:00+00:00", "2026-03-29T02:30:00+01:00");
        let back = ran("2026-10-25T00:30:00+01:00", "2026-10-25T02:30:00+00:00");
        assert_eq!((forward, back), (Minutes(60), Minutes(180)));
    }

    proptest! {
        #[test]
        fn no_length_is_negative_or_longer_than_a_day(
            started in 0_i64..4_000_000_000, ran in -200_000_i64..400_000,
            first in -14_i32..=14, second in -14_i32..=14,
        ) {
            let at = |seconds: i64, hours: i32| {
                let offset = FixedOffset::east_opt(hours * 3600).unwrap();
                DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&offset)
            };
            let timer = Timer {
                title: String::new(),
                on: NaiveDate::default(),
                started: at(started, first),
                stopped: Some(at(started + ran, second)),
            };
            let measured = timer.measured().unwrap();
            prop_assert_eq!(measured.minutes.is_some(), measured.doubt.is_none());
            prop_assert!(measured.minutes.is_none_or(|m| m > Minutes::ZERO && m <= Minutes::DAY));
            prop_assert_eq!(measured.started_at.is_some(), measured.ended_at.is_some());
            prop_assert!(measured.started_at.is_none() || measured.started_at != measured.ended_at);
        }
    }
}
