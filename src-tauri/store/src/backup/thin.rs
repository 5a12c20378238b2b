//! Which copies are no longer needed.

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use std::collections::BTreeSet;

const ALL_FOR: TimeDelta = TimeDelta::days(2);
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;

/// The copies among `made_at` that can go: kept are all of the last two days, then the last of each of
/// 12 days, of 10 weeks and of 9 months.
///
/// Days, weeks and months are counted only where there are copies, so that months without opening the
/// program thin nothing. And a clock that is wrong deletes nothing: while any copy is later than `now`,
/// or `now` is more than a year after the last of the others, all of them stay.
#[must_use]
pub fn superfluous(made_at: &[DateTime<Utc>], now: DateTime<Utc>) -> BTreeSet<DateTime<Utc>> {
    let mut copies: Vec<_> = made_at.to_vec();
    copies.sort_unstable_by(|a, b| b.cmp(a));
    let ahead = copies.first().is_some_and(|&latest| latest > now);
    let others = copies.iter().find(|&&at| at < now);
    let leap = others.is_some_and(|&at| now - at > TimeDelta::days(365));
    if ahead || leap {
        return BTreeSet::new();
    }
    let recent = copies.partition_point(|&at| now - at <= ALL_FOR);
    let rest = &copies[recent..];
    let (days, rest) = newest_of_each(rest, DAYS, |at| (at.year(), at.ordinal()));
    let (weeks, rest) = newest_of_each(rest, WEEKS, |at| {
        (at.iso_week().year(), at.iso_week().week())
    });
    let (months, _) = newest_of_each(rest, MONTHS, |at| (at.year(), at.month()));
    let kept: BTreeSet<_> = copies[..recent]
        .iter()
        .copied()
        .chain(days)
        .chain(weeks)
        .chain(months)
        .collect();
    copies.into_iter().filter(|at| !kept.contains(at)).collect()
}

/// The newest of each of the first `most` periods of `copies`, which are in order, and the copies of
/// later periods.
fn newest_of_each(
    copies: &[DateTime<Utc>],
    most: usize,
    period: impl Fn(&DateTime<Utc>) -> (i32, u32),
) -> (Vec<DateTime<Utc>>, &[DateTime<Utc>]) {
    let mut newest = Vec::new();
    let mut last = None;
    for (index, at) in copies.iter().enumerate() {
        let this = Some(period(at));
        if this != last {
            if newest.len() == most {
                return (newest, &copies[index..]);
            }
            newest.push(*at);
            last = this;
        }
    }
    (newest, &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + 3600 * hours, 0).unwrap()
    }

    fn daily(days: i64) -> Vec<DateTime<Utc>> {
        (0..days).map(|day| at(24 * day)).collect()
    }

    #[test]
    fn three_years_of_daily_copies_leave_thirty_odd() {
        let mut copies = Vec::new();
        for now in daily(3 * 365) {
            copies.push(now);
            let gone = superfluous(&copies, now);
            copies.retain(|at| !gone.contains(at));
        }
        let now = at(24 * (3 * 365 - 1));
        let age = |at: &DateTime<Utc>| (now - *at).num_days();
        assert_eq!(copies.iter().filter(|at| age(at) <= 2).count(), 3);
        assert_eq!(
            copies
                .iter()
                .filter(|at| (3..=14).contains(&age(at)))
                .count(),
            12
        );
        assert!((30..=36).contains(&copies.len()), "{}", copies.len());
        assert!(
            age(&copies[0]) > 300,
            "the oldest is from most of a year ago"
        );
    }

    #[test]
    fn a_clock_that_was_set_back_deletes_nothing() {
        assert_eq!(superfluous(&daily(400), at(24 * -730)), BTreeSet::new());
    }

    #[test]
    fn a_clock_that_leapt_ahead_deletes_nothing() {
        let mut copies = daily(40);
        let now = at(24 * (5 * 365));
        copies.push(now);
        assert_eq!(superfluous(&copies, now), BTreeSet::new());
    }

    #[test]
    fn copies_of_two_days_all_stay() {
        let copies: Vec<_> = (0..49).map(at).collect();
        assert_eq!(superfluous(&copies, at(48)), BTreeSet::new());
    }

    proptest! {
        #[test]
        fn the_newest_always_stays(hours in proptest::collection::vec(0_i64..9000, 1..60)) {
            let copies: Vec<_> = hours.iter().copied().map(at).collect();
            let newest = *copies.iter().max().unwrap();
            prop_assert!(!superfluous(&copies, newest).contains(&newest));
        }

        #[test]
        fn thinning_twice_changes_nothing(hours in proptest::collection::vec(0_i64..9000, 1..60)) {
            let copies: Vec<_> = hours.iter().copied().map(at).collect();
            let now = at(9000);
            let gone = superfluous(&copies, now);
            let left: Vec<_> = copies.into_iter().filter(|at| !gone.contains(at)).collect();
            prop_assert_eq!(superfluous(&left, now), BTreeSet::new());
        }
    }
}
