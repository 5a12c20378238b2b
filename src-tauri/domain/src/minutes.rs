//! Lengths of time in whole minutes, and reading them as people write them.

mod parse;

pub use parse::{BadEntry, Reading, between, check_weekly, parse_entry, parse_total, parse_weekly};

use crate::number::grouped;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;

/// A length of time in whole minutes.
///
/// Learning is claimed in minutes and summed over years, so the value is exact: it is never held as a
/// fraction of an hour.
#[derive(
    Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct Minutes(pub u32);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// The most that one activity can take: a day.
    pub const DAY: Self = Self(24 * 60);
    /// A whole week, which no contract can exceed.
    pub const WEEK: Self = Self(7 * 24 * 60);

    /// `hours` whole hours; more than fits becomes the largest value.
    #[must_use]
    pub const fn from_hours(hours: u32) -> Self {
        Self(hours.saturating_mul(60))
    }

    /// Whether there is no time at all.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum, or `None` if it does not fit.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The sum; more than fits becomes the largest value.
    #[must_use]
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is left after taking `other` away: nothing rather than less than nothing.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Hours as a decimal number with at most two decimals, half up: `278.4`, `0.33`, `1948.8`.
    #[must_use]
    pub fn decimal(self) -> String {
        let hundredths = (u64::from(self.0) * 100 + 30) / 60;
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match rest {
            0 => whole.to_string(),
            r if r % 10 == 0 => format!("{whole}.{}", r / 10),
            r => format!("{whole}.{r:02}"),
        }
    }

    /// [`decimal`](Self::decimal) with its unit: `278.4 h`.
    #[must_use]
    pub fn hours(self) -> String {
        format!("{} h", self.decimal())
    }

    /// Whole hours, rounded down: what a learner record takes for hours that were delivered.
    #[must_use]
    pub const fn whole_hours_down(self) -> u32 {
        self.0 / 60
    }

    /// Whole hours, rounded up: what a target is shown as, so that it is never short.
    #[must_use]
    pub const fn whole_hours_up(self) -> u32 {
        self.0.div_ceil(60)
    }
}

/// As people say it, in sentences and beside each other: `4 h 30`, `4 h`, `45 min`, `1,066 h`.
impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, minutes) => write!(f, "{minutes} min"),
            (hours, 0) => write!(f, "{} h", grouped(hours)),
            (hours, minutes) => write!(f, "{} h {minutes:02}", grouped(hours)),
        }
    }
}

/// Saturates: a sum never wraps round to a small figure.
impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Self::saturating_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lengths_read_as_people_say_them() {
        for (minutes, text) in [
            (0, "0 min"),
            (45, "45 min"),
            (60, "1 h"),
            (65, "1 h 05"),
            (270, "4 h 30"),
            (63_960, "1,066 h"),
            (u32::MAX, "71,582,788 h 15"),
        ] {
            assert_eq!(Minutes(minutes).to_string(), text);
        }
    }

    #[test]
    fn hours_have_at_most_two_decimals() {
        for (minutes, text) in [
            (16704, "278.4 h"),
            (20, "0.33 h"),
            (40, "0.67 h"),
            (120, "2 h"),
        ] {
            assert_eq!(Minutes(minutes).hours(), text);
        }
    }

    #[test]
    fn a_sum_never_wraps_round() {
        let most = Minutes(u32::MAX);
        assert_eq!([most, Minutes(1)].into_iter().sum::<Minutes>(), most);
        assert_eq!(most.checked_add(Minutes(1)), None);
        assert_eq!(Minutes(1).saturating_sub(Minutes(2)), Minutes::ZERO);
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back_as_the_same_length(minutes in 1_u32..=1440) {
            let shown = Minutes(minutes).to_string();
            let read = parse_entry(&shown).unwrap();
            prop_assert_eq!(read.iter().map(|r| r.minutes).collect::<Vec<_>>(), [Minutes(minutes)]);
        }

        #[test]
        fn a_figure_of_a_programme_is_read_back_as_the_same_figure(minutes in 0_u32..=599_940) {
            prop_assert_eq!(parse_total(&Minutes(minutes).to_string()), Ok(Minutes(minutes)));
        }
    }
}
