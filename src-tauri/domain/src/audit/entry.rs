//! The facts of an activity that checks look at.

use super::setting::Setting;
use super::words::Words;
use crate::activity::{Activity, Category, ConfirmationState, Disagreement, PaidTime};
use crate::day;
use crate::hours::{Answer, answer, counts, is_disputed, is_to_come, lacks_learning};
use crate::id::ActivityId;
use crate::minutes::Minutes;
use chrono::{NaiveDate, Timelike};

/// Where an entry stands in the log: by day, then by identity.
pub(super) type Key = (NaiveDate, ActivityId);

/// Minutes of a day.
pub(super) const DAY: i64 = Minutes::DAY.0 as i64;

/// When something took place, by the clock on the wall: minutes since the first day of the calendar, which
/// neither lose nor gain an hour when the clocks change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) from: i64,
    /// Not part of it; at most a day later.
    pub(super) to: i64,
}

impl Span {
    /// When an activity took place, if its beginning was noted and how long it took is known.
    fn of(activity: &Activity, claimed: Minutes) -> Option<Self> {
        let began = activity.started_at?;
        let minute = |time: chrono::NaiveTime| i64::from(time.hour() * 60 + time.minute());
        let length = match activity.ended_at {
            Some(ended) => match (minute(ended) - minute(began)).rem_euclid(DAY) {
                0 => DAY,
                length => length,
            },
            None => i64::from(activity.duration.unwrap_or(claimed).0).min(DAY),
        };
        let midnight = day::days_between(NaiveDate::MIN, activity.done_on) * DAY;
        let from = midnight + minute(began);
        Some(Self {
            from,
            to: from + length,
        })
    }

    /// Minutes since midnight of the day it began.
    pub(super) fn minute(self) -> i64 {
        self.from.rem_euclid(DAY)
    }

    pub(super) fn length(self) -> i64 {
        self.to - self.from
    }

    /// `09:00 to 11:00`.
    pub(super) fn times(self) -> String {
        let clock = |minute: i64| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
        let minute = self.minute();
        format!("{} to {}", clock(minute), clock(minute + self.length()))
    }
}

/// An activity that claims time, as far as checks look at it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) key: Key,
    pub(super) title: String,
    pub(super) claimed: Minutes,
    pub(super) answer: Answer,
    pub(super) span: Option<Span>,
    /// Whether all of the time that it took is claimed.
    pub(super) whole: bool,
    pub(super) paid: PaidTime,
    /// Whether it has to say what was newly learned, and does not.
    pub(super) lacks_learning: bool,
    /// Whether its kind says that it was in a break.
    pub(super) kind_of_break: bool,
    /// Why its time does not count, although its day has come; `None` where it counts.
    pub(super) excluded: Option<String>,
    pub(super) confirmed: bool,
    pub(super) recorded_on: NaiveDate,
    /// Held against the answer, if it is.
    pub(super) disputed: Option<Disagreement>,
    pub(super) words: Words,
}

impl Entry {
    /// `None` for an activity that claims nothing or lies in the bin.
    pub(super) fn of(activity: &Activity, setting: &Setting) -> Option<Self> {
        let claimed = activity.off_the_job.filter(|claimed| !claimed.is_zero())?;
        if activity.deleted_at.is_some() {
            return None;
        }
        let answer = answer(activity, Some(&setting.programme), setting.today);
        let span = Span::of(activity, claimed);
        let took = activity.duration.map(|took| i64::from(took.0));
        let took = took.or(span.map(Span::length));
        Some(Self {
            key: (activity.done_on, activity.id.clone()),
            title: activity.title.trim().to_owned(),
            claimed,
            answer,
            span,
            whole: took.is_none_or(|took| i64::from(claimed.0) >= took),
            paid: activity.paid,
            lacks_learning: lacks_learning(activity, answer),
            kind_of_break: activity.category == Some(Category::DuringBreak),
            excluded: excluded(activity, answer, setting),
            confirmed: activity.state == ConfirmationState::Confirmed,
            recorded_on: activity.created_at.date_naive(),
            disputed: activity
                .disagreement
                .clone()
                .filter(|_| is_disputed(activity, answer)),
            words: Words::of([
                activity.title.as_str(),
                activity.what_was_done.as_str(),
                activity.what_was_learned.as_str(),
            ]),
        })
    }

    pub(super) fn done_on(&self) -> NaiveDate {
        self.key.0
    }

    /// Whether its time counts, now or once its day has come. What does not count is checked no further:
    /// it is kept, adds nothing, and says why itself.
    pub(super) fn stands(&self) -> bool {
        self.answer != Answer::DoesNotCount
    }

    /// Whether its time is in the claimed total of today.
    pub(super) fn is_counted(&self) -> bool {
        matches!(self.answer, Answer::Counts | Answer::AskProvider)
    }
}

/// Why time is claimed and does not count, in the words of the entry itself.
fn excluded(activity: &Activity, answer: Answer, setting: &Setting) -> Option<String> {
    let excluded = answer == Answer::DoesNotCount && !is_to_come(activity.done_on, setting.today);
    excluded.then(|| counts(activity, Some(&setting.programme), setting.today).reason)
}
