//! Lengths on paper.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in whole thousandths of a point (1/72 000 inch).
///
/// Positions are added up over hundreds of pages and must come out the same on every machine, so
/// they are integers: a thousandth of a point is a three-hundredth of the width of a hair.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(i64);

impl Length {
    /// No length at all.
    pub const ZERO: Self = Self(0);

    /// So many thousandths of a point.
    pub const fn thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// So many whole points.
    pub const fn points(points: i64) -> Self {
        Self(points * 1000)
    }

    /// So many whole millimetres.
    pub const fn millimetres(millimetres: i64) -> Self {
        // 72 / 25.4 points to the millimetre.
        Self(millimetres * 720_000 / 254)
    }

    /// The length in thousandths of a point.
    pub const fn as_thousandths(self) -> i64 {
        self.0
    }

    /// The nearest whole number of points, for choosing how many of something fit.
    pub const fn as_points(self) -> i64 {
        self.0 / 1000
    }

    /// This font size times an advance in thousandths of an em, to the nearest unit.
    pub const fn ems(self, advance: i64) -> Self {
        let product = self.0 * advance;
        Self((product + if product < 0 { -500 } else { 500 }) / 1000)
    }

    /// The part `share / whole` of this length. A whole of zero gives nothing.
    pub const fn part(self, share: i64, whole: i64) -> Self {
        if whole == 0 {
            Self(0)
        } else {
            Self(self.0 * share / whole)
        }
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, by: i64) -> Self {
        Self(self.0 / by)
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_a4_page_is_as_wide_as_the_standard_says() {
        assert_eq!(Length::millimetres(210).as_thousandths(), 595_275);
    }

    #[test]
    fn advances_round_to_the_nearest_unit_on_both_sides_of_zero() {
        assert_eq!(Length::thousandths(10_500).ems(1), Length::thousandths(11));
        assert_eq!(
            Length::thousandths(10_500).ems(-1),
            Length::thousandths(-11)
        );
    }
}
