//! Time without any learning, by the rule of the start: four weeks, a calendar month, or three.

use super::rules::{Gap, GapRule, longest_gap};
use crate::day;
use crate::programme::{Nation, Programme};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// A stretch of training without learning, as long as the rule does not allow or nearly so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    /// Its first day.
    pub from: NaiveDate,
    /// The first day that no longer belongs to it.
    pub to: NaiveDate,
    /// Whether the rule is broken for certain. The first and the last month of the training, one that is
    /// shortened by a break, and one that is not over yet only warn.
    pub certain: bool,
}

/// The rule about time without learning that binds a programme; `None` outside England and where the
/// start is not known or cannot be.
#[must_use]
pub fn idle_rule(programme: &Programme) -> Option<(Gap, &'static GapRule)> {
    let start = programme.original_start?;
    if programme.nation != Nation::England || !programme.problems().0.is_empty() {
        return None;
    }
    longest_gap(start, programme.block_release)
}

/// The stretches of a programme without learning up to and including `today`, earliest first; `learned`
/// are the days with time that counts. `None` where no rule [binds](idle_rule).
#[must_use]
pub fn idle(
    programme: &Programme,
    learned: &BTreeSet<NaiveDate>,
    today: NaiveDate,
) -> Option<Vec<Idle>> {
    let (gap, _) = idle_rule(programme)?;
    let training = Training::of(programme, today)?;
    Some(match gap {
        Gap::Days(days) => training.over_days(learned, i64::from(days)),
        Gap::Months(months) => training.over_months(learned, months.max(1) as usize),
    })
}

/// The part of the training that can be judged: from the start until it is over, or until tomorrow.
struct Training<'a> {
    programme: &'a Programme,
    from: NaiveDate,
    to: NaiveDate,
}

/// A calendar month of the training.
struct Month {
    first: NaiveDate,
    next: NaiveDate,
    /// Whether every day of it is a day of training and has come.
    whole: bool,
}

impl<'a> Training<'a> {
    fn of(programme: &'a Programme, today: NaiveDate) -> Option<Self> {
        let from = programme.original_start?;
        let last = [programme.gateway_on, programme.ended_on]
            .into_iter()
            .flatten()
            .fold(today, NaiveDate::min);
        let to = last.checked_add_days(Days::new(1))?;
        Some(Self {
            programme,
            from,
            to,
        })
    }

    /// Days between two days that are neither in a break nor outside the training.
    fn days(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let (from, to) = (from.max(self.from), to.min(self.to));
        let within = |a: NaiveDate, b: NaiveDate| day::days_between(a.max(from), b.min(to)).max(0);
        let breaks = self.programme.breaks.iter();
        within(from, to)
            - breaks
                .map(|pause| within(pause.from, pause.to))
                .sum::<i64>()
    }

    /// Every stretch with more than `most` days of training between two days of learning.
    fn over_days(&self, learned: &BTreeSet<NaiveDate>, most: i64) -> Vec<Idle> {
        if self.from >= self.to {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut since = self.from;
        let days = learned.range(self.from..self.to).copied();
        for until in days.chain([self.to]) {
            if self.days(since, until) > most {
                found.push(Idle {
                    from: since,
                    to: until,
                    certain: true,
                });
            }
            since = until.checked_add_days(Days::new(1)).unwrap_or(until);
        }
        found
    }

    /// Every run of at least `most` calendar months without learning. A month that is all break belongs
    /// to no run.
    fn over_months(&self, learned: &BTreeSet<NaiveDate>, most: usize) -> Vec<Idle> {
        let mut found = Vec::new();
        let mut run: Vec<Month> = Vec::new();
        for month in self.months() {
            let idle = self.days(month.first, month.next) > 0
                && learned.range(month.first..month.next).next().is_none();
            if idle {
                run.push(month);
            } else {
                found.extend(self.close(&mut run, most));
            }
        }
        found.extend(self.close(&mut run, most));
        found
    }

    /// Turns a run of months without learning into what is wrong with it, if it is long enough.
    fn close(&self, run: &mut Vec<Month>, most: usize) -> Option<Idle> {
        let run = std::mem::take(run);
        let (first, last) = (run.first()?, run.last()?);
        (run.len() >= most).then(|| Idle {
            from: first.first.max(self.from),
            to: last.next.min(self.to),
            certain: run.iter().filter(|month| month.whole).count() >= most,
        })
    }

    fn months(&self) -> impl Iterator<Item = Month> + '_ {
        let mut first = day::first_of_month(self.from);
        std::iter::from_fn(move || {
            if first >= self.to {
                return None;
            }
            let next = day::add_months(first, 1);
            let month = Month {
                first,
                next,
                whole: self.days(first, next) == day::days_between(first, next),
            };
            first = next;
            Some(month)
        })
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

    fn programme(start: &str) -> Programme {
        Programme {
            original_start: Some(date(start)),
            planned_end: Some(date("2030-01-01")),
            ..Programme::default()
        }
    }

    #[track_caller]
    fn check(
        programme: &Programme,
        learned: &[&str],
        today: &str,
        expected: &[(&str, &str, bool)],
    ) {
        let learned = learned.iter().map(|day| date(day)).collect();
        let found = idle(programme, &learned, date(today)).unwrap();
        let found: Vec<_> = found.iter().map(|i| (i.from, i.to, i.certain)).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(from, to, certain)| (date(from), date(to), *certain))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn from_august_2022_four_weeks_may_pass_and_not_a_day_more() {
        let it = programme("2022-09-05");
        check(&it, &["2022-09-05", "2022-10-04"], "2022-10-05", &[]);
        check(
            &it,
            &["2022-09-05", "2022-10-05"],
            "2022-10-06",
            &[("2022-09-06", "2022-10-05", true)],
        );
        // Nothing at all for 29 days, today included.
        check(&it, &[], "2022-10-02", &[]);
        check(
            &it,
            &[],
            "2022-10-03",
            &[("2022-09-05", "2022-10-04", true)],
        );
    }

    #[test]
    fn days_of_a_break_are_not_days_without_learning() {
        let mut it = programme("2022-09-05");
        it.breaks = vec![LearningBreak {
            from: date("2022-09-20"),
            to: date("2022-12-20"),
            reason: String::new(),
        }];
        check(&it, &["2022-09-10", "2023-01-02"], "2023-01-10", &[]);
        check(
            &it,
            &["2022-09-10", "2023-01-12"],
            "2023-01-20",
            &[("2022-09-11", "2023-01-12", true)],
        );
    }

    #[test]
    fn from_august_2023_each_calendar_month_needs_some() {
        let it = programme("2023-09-01");
        check(
            &it,
            &["2023-09-30", "2023-12-01"],
            "2024-01-15",
            &[
                ("2023-10-01", "2023-12-01", true),
                // This month is not over: a word in time, not a reproach.
                ("2024-01-01", "2024-01-16", false),
            ],
        );
    }

    #[test]
    fn part_months_warn_and_months_of_a_break_do_not() {
        let mut it = programme("2023-09-11");
        it.breaks = vec![LearningBreak {
            from: date("2023-11-15"),
            to: date("2024-02-10"),
            reason: String::new(),
        }];
        check(
            &it,
            &["2023-10-31", "2024-03-01"],
            "2024-03-31",
            &[
                ("2023-09-11", "2023-10-01", false),
                ("2023-11-01", "2023-12-01", false),
                ("2024-02-01", "2024-03-01", false),
            ],
        );
    }

    #[test]
    fn with_block_release_three_months_in_a_row_are_needed() {
        let mut it = programme("2023-09-01");
        it.block_release = true;
        check(&it, &["2023-09-04", "2023-12-04"], "2024-01-31", &[]);
        check(
            &it,
            &["2023-09-04", "2024-01-04"],
            "2024-01-31",
            &[("2023-10-01", "2024-01-01", true)],
        );
        // The third month is not over yet.
        check(
            &it,
            &["2023-09-04"],
            "2023-12-30",
            &[("2023-10-01", "2023-12-31", false)],
        );
    }

    #[test]
    fn nothing_is_asked_after_gateway_and_it_goes_on_after_the_planned_end() {
        let mut it = programme("2023-09-01");
        it.planned_end = Some(date("2023-12-31"));
        check(
            &it,
            &["2023-09-01", "2023-10-01", "2023-11-01", "2023-12-01"],
            "2024-01-31",
            &[("2024-01-01", "2024-02-01", true)],
        );
        it.gateway_on = Some(date("2023-12-20"));
        check(
            &it,
            &["2023-09-01", "2023-10-01", "2023-11-01", "2023-12-01"],
            "2024-06-30",
            &[],
        );
    }

    #[test]
    fn no_rule_binds_outside_england_or_without_a_start() {
        let mut it = programme("2023-09-01");
        it.nation = Nation::Wales;
        assert_eq!(idle(&it, &BTreeSet::new(), date("2025-01-01")), None);
        assert_eq!(
            idle(&Programme::default(), &BTreeSet::new(), date("2025-01-01")),
            None
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        /// More learning can only make stretches without it fewer or shorter.
        #[test]
        fn a_day_of_learning_never_adds_to_what_is_idle(
            start in 0_u64..5_000,
            today in 0_u64..6_000,
            learned in prop::collection::btree_set(0_u64..6_000, 0..40),
            more in 0_u64..6_000,
            block in any::<bool>(),
        ) {
            let base = date("2017-05-01");
            let at = |days: u64| base + Days::new(days);
            let it = Programme {
                original_start: Some(at(start)),
                block_release: block,
                ..Programme::default()
            };
            let learned: BTreeSet<NaiveDate> = learned.into_iter().map(at).collect();
            let days = |learned: &BTreeSet<NaiveDate>| -> i64 {
                let found = idle(&it, learned, at(today)).unwrap();
                for pair in found.windows(2) {
                    assert!(pair[0].to <= pair[1].from);
                }
                found.iter().map(|i| day::days_between(i.from, i.to)).sum()
            };
            let before = days(&learned);
            let mut with = learned.clone();
            with.insert(at(more));
            prop_assert!(days(&with) <= before);
        }
    }
}
