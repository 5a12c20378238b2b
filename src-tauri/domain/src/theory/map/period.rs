//! The columns of the map: as fine as leaves it readable.

use crate::day;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The most columns that can be told apart beside the names of works, on a page and in a small window.
const MOST: usize = 36;

/// How long a period may be, in months, finest first.
const LENGTHS: [u32; 3] = [1, 3, 12];

/// A month, a quarter or a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", ts(rename = "MapPeriod"))]
pub struct Period {
    /// Its first day.
    pub from: NaiveDate,
    /// `March 2026`, `January to March 2026` or `2026`.
    pub label: String,
    /// The same in a column: `M`, `Q1` or `2026`.
    pub short: String,
}

/// The periods from the first of `days` to the last, as short as lets there be few enough. Years may be
/// more: a mistyped one is no reason to show nothing.
pub(super) fn cover(days: impl Iterator<Item = NaiveDate> + Clone) -> Vec<Period> {
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
        return Vec::new();
    };
    let fits = |months: &u32| number(last, *months) - number(first, *months) < MOST as i64;
    let months = LENGTHS.into_iter().find(fits).unwrap_or(12);
    let mut from = begin(first, months);
    let mut periods = Vec::new();
    while from <= last && periods.len() < MOST * 12 {
        periods.push(Period {
            from,
            label: label(from, months),
            short: short(from, months),
        });
        from = day::add_months(from, months);
    }
    periods
}

/// The place of the period that a day lies in: the last one that has begun.
pub(super) fn place(periods: &[Period], on: NaiveDate) -> u32 {
    let begun = periods.partition_point(|period| period.from <= on);
    u32::try_from(begun.saturating_sub(1)).unwrap_or(u32::MAX)
}

/// The number of a day's period since year 0.
fn number(on: NaiveDate, months: u32) -> i64 {
    (i64::from(on.year()) * 12 + i64::from(on.month0())) / i64::from(months)
}

fn begin(on: NaiveDate, months: u32) -> NaiveDate {
    let first = day::first_of_month(on);
    first
        .with_month0(on.month0() / months * months)
        .unwrap_or(first)
}

fn label(from: NaiveDate, months: u32) -> String {
    match months {
        1 => day::month_year(from),
        3 => format!(
            "{} to {}",
            from.format("%B"),
            day::month_year(day::add_months(from, 2))
        ),
        _ => from.year().to_string(),
    }
}

fn short(from: NaiveDate, months: u32) -> String {
    match months {
        1 => from.format("%b").to_string().chars().take(1).collect(),
        3 => format!("Q{}", from.month0() / 3 + 1),
        _ => from.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        day::parse(text).unwrap()
    }

    #[test]
    fn three_years_are_months_a_day_more_are_quarters() {
        let months = cover([on("2023-03-31"), on("2026-02-01")].into_iter());
        assert_eq!(months.len(), 36);
        assert_eq!(
            (months[0].label.as_str(), months[0].short.as_str()),
            ("March 2023", "M")
        );
        let quarters = cover([on("2023-03-31"), on("2026-03-01")].into_iter());
        assert_eq!(quarters.len(), 13);
        assert_eq!(quarters[0].label, "January to March 2023");
        assert_eq!(quarters[12].short, "Q1");
    }

    #[test]
    fn a_lifetime_is_years() {
        let years = cover([on("1999-05-01"), on("2026-03-01")].into_iter());
        assert_eq!(years.len(), 28);
        assert_eq!(years[27].label, "2026");
    }

    #[test]
    fn every_day_has_its_place() {
        let days = [on("2024-12-31"), on("2025-01-01"), on("2025-03-31")];
        let periods = cover(days.into_iter());
        assert_eq!(days.map(|day| place(&periods, day)), [0, 1, 3]);
    }

    #[test]
    fn nothing_covers_nothing() {
        assert_eq!(cover(std::iter::empty()), []);
    }
}
