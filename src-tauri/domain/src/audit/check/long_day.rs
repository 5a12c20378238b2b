//! A day with more learning than anyone takes in.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::{Check, CheckCode};
use super::entries;
use crate::minutes::Minutes;
use chrono::NaiveDate;

/// What a day of learning hardly exceeds.
const MOST: Minutes = Minutes::from_hours(8);

pub(super) const REMARK: &str =
    "With this entry more than 8 h are claimed for one day: check how much of it was learning.";

pub(super) fn look(day: NaiveDate, around: &[&Entry]) -> Vec<Option<Mark>> {
    let of_day: Vec<_> = around
        .iter()
        .filter(|entry| entry.done_on() == day)
        .collect();
    let claimed: Minutes = of_day.iter().map(|entry| entry.claimed).sum();
    let mark = if claimed > Minutes::DAY {
        Some(Mark::problem(format!("{claimed} on one day")))
    } else if claimed > MOST {
        Some(Mark::look(format!("{claimed} on that day")))
    } else {
        None
    };
    vec![mark; of_day.len()]
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::LongDay,
        "No day has more than 8 h of claimed time.",
        format!(
            "{} for which more than 8 h are claimed.",
            entries(found.len(), "lies on a day", "lie on days")
        ),
        "Check how much of each day was learning, and claim no more than that.",
    )
}
