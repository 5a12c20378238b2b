//! Outside the usual working time, without a word about pay.

use super::super::entry::{DAY, Entry, Span};
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;
use crate::activity::PaidTime;
use crate::day;
use crate::programme::{Programme, Weekday};
use chrono::{Datelike, NaiveDate, Timelike};

/// Where a programme does not say when its learner works, the night is left out: from 22:00 to 06:00.
const USUAL: (i64, i64) = (6 * 60, 22 * 60);

pub(super) const REMARK: &str = "This is outside your usual working time: say whether it was paid or given back, because unpaid time does \
     not count.";

/// Those who work nights or weekends say so in their programme, and are asked about other times instead.
pub(super) fn look(entry: &Entry, setting: &Setting) -> Option<Mark> {
    let silent = matches!(entry.paid, PaidTime::Unknown | PaidTime::Unpaid);
    if !silent || !entry.stands() {
        return None;
    }
    let usual = Usual::of(&setting.programme);
    if !usual.has(entry) {
        let times = entry.span.map(|span| format!(", {}", span.times()));
        let day = day::with_weekday(entry.done_on());
        return Some(Mark::look(format!("{day}{}", times.unwrap_or_default())));
    }
    None
}

/// When somebody usually works.
struct Usual<'a> {
    days: &'a [Weekday],
    /// Minutes since midnight; the end is later than the beginning, and for nights later than midnight.
    from: i64,
    to: i64,
}

impl<'a> Usual<'a> {
    fn of(programme: &'a Programme) -> Self {
        let minute = |time: chrono::NaiveTime| i64::from(time.hour() * 60 + time.minute());
        let (from, to) = match (programme.working_from, programme.working_to) {
            (Some(from), Some(to)) => (minute(from), minute(to)),
            _ => USUAL,
        };
        Self {
            days: &programme.working_days,
            from,
            to: if to <= from { to + DAY } else { to },
        }
    }

    fn has(&self, entry: &Entry) -> bool {
        let day = entry.done_on();
        let Some(span) = entry.span else {
            return self.has_day(day);
        };
        let after_midnight = Span {
            from: span.minute() + DAY,
            to: span.minute() + DAY + span.length(),
        };
        // The small hours belong to the night that began the day before.
        let yesterday = day.pred_opt().is_some_and(|day| self.has_day(day));
        (self.has_day(day) && self.has_times(span.minute(), span.minute() + span.length()))
            || (yesterday && self.has_times(after_midnight.from, after_midnight.to))
    }

    fn has_day(&self, day: NaiveDate) -> bool {
        let at = day.weekday().num_days_from_monday() as usize;
        if self.days.is_empty() {
            return at < 5;
        }
        Weekday::ALL
            .get(at)
            .is_some_and(|day| self.days.contains(day))
    }

    fn has_times(&self, from: i64, to: i64) -> bool {
        from >= self.from && to <= self.to
    }
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::UnusualTime,
        "Every entry outside the usual working time says that it was paid or given back.",
        format!(
            "{} outside the usual working time without being paid or given back.",
            entries(found.len(), "lies", "lie")
        ),
        "Say in each whether the time was paid or given back, or set your usual working days and times in \
         your programme.",
    )
}
