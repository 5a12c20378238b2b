//! Exact fractions, so that 5.6 weeks of leave and a fifth of the hours are what they say.

use crate::number::grouped;
use std::cmp::Ordering;

/// A fraction in lowest terms with a positive denominator.
///
/// Its operations saturate instead of overflowing. Nothing a person can enter comes near: the largest
/// figure of this crate is about 10^19, and there is room for 10^38.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    top: i128,
    bottom: i128,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self { top: 0, bottom: 1 };

    /// A whole number.
    #[must_use]
    pub const fn whole(n: i64) -> Self {
        Self {
            top: n as i128,
            bottom: 1,
        }
    }

    /// `top / bottom`. A denominator of zero is taken as one: rule data never has it.
    #[must_use]
    pub const fn of(top: i64, bottom: u32) -> Self {
        let bottom = if bottom == 0 { 1 } else { bottom };
        Self::reduced(top as i128, bottom as i128)
    }

    const fn reduced(top: i128, bottom: i128) -> Self {
        let (mut a, mut b) = (top.unsigned_abs(), bottom.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        if a <= 1 || a > i128::MAX as u128 {
            return Self { top, bottom };
        }
        Self {
            top: top / a as i128,
            bottom: bottom / a as i128,
        }
    }

    /// The sum.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        let top = self.top.saturating_mul(other.bottom);
        let top = top.saturating_add(other.top.saturating_mul(self.bottom));
        Self::reduced(top, self.bottom.saturating_mul(other.bottom))
    }

    /// The difference.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        self.plus(Self {
            top: other.top.saturating_neg(),
            bottom: other.bottom,
        })
    }

    /// The product.
    #[must_use]
    pub const fn times(self, other: Self) -> Self {
        let top = self.top.saturating_mul(other.top);
        Self::reduced(top, self.bottom.saturating_mul(other.bottom))
    }

    /// The quotient; `None` if `other` is not more than zero.
    #[must_use]
    pub const fn over(self, other: Self) -> Option<Self> {
        if other.top <= 0 {
            return None;
        }
        Some(self.times(Self {
            top: other.bottom,
            bottom: other.top,
        }))
    }

    /// The smaller of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        if self <= other { self } else { other }
    }

    /// The smallest whole number that is not smaller; nothing instead of less than nothing.
    #[must_use]
    pub fn ceil(self) -> u32 {
        let up =
            self.top.div_euclid(self.bottom) + i128::from(self.top.rem_euclid(self.bottom) > 0);
        u32::try_from(up.max(0)).unwrap_or(u32::MAX)
    }

    /// The nearest whole number, half up; nothing instead of less than nothing.
    #[must_use]
    pub fn round(self) -> u32 {
        let doubled = self.top.saturating_mul(2).saturating_add(self.bottom);
        let nearest = doubled.div_euclid(self.bottom.saturating_mul(2));
        u32::try_from(nearest.max(0)).unwrap_or(u32::MAX)
    }

    /// As a decimal with exactly `places` decimals, half up: `278.4000`.
    #[must_use]
    pub fn decimal(self, places: u32) -> String {
        let scale = 10_i128.pow(places.min(9));
        let doubled = self
            .top
            .saturating_mul(scale)
            .saturating_mul(2)
            .saturating_add(self.bottom);
        let scaled = doubled.div_euclid(self.bottom.saturating_mul(2));
        let sign = if scaled < 0 { "-" } else { "" };
        let (whole, rest) = (scaled.abs() / scale, scaled.abs() % scale);
        if places == 0 {
            format!("{sign}{whole}")
        } else {
            format!(
                "{sign}{whole}.{rest:0width$}",
                width = places.min(9) as usize
            )
        }
    }

    /// As people read it, with at most `places` decimals, half up and without idle zeros: `278.4`,
    /// `1,948.8`.
    #[must_use]
    pub fn short(self, places: u32) -> String {
        let full = self.decimal(places);
        if full.contains('.') {
            grouped(full.trim_end_matches('0').trim_end_matches('.'))
        } else {
            grouped(full)
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let (left, right) = (
            self.top.saturating_mul(other.bottom),
            other.top.saturating_mul(self.bottom),
        );
        left.cmp(&right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_fraction_is_kept_in_lowest_terms() {
        assert_eq!(Fraction::of(56, 10), Fraction::of(28, 5));
        assert_eq!(
            Fraction::of(2, 4).plus(Fraction::of(1, 2)),
            Fraction::whole(1)
        );
    }

    #[test]
    fn rounding_is_half_up() {
        assert_eq!(Fraction::of(1, 2).round(), 1);
        assert_eq!(Fraction::of(456, 7).round(), 65);
        assert_eq!(Fraction::of(1392, 5).ceil(), 279);
        assert_eq!(Fraction::whole(-3).ceil(), 0);
        assert_eq!(Fraction::of(1392, 5).decimal(4), "278.4000");
        assert_eq!(Fraction::of(1, 20_000).decimal(4), "0.0001");
        assert_eq!(Fraction::of(-1, 4).decimal(1), "-0.2");
        assert_eq!(Fraction::of(400, 1).short(4), "400");
        assert_eq!(Fraction::of(9744, 5).short(4), "1,948.8");
        assert_eq!(Fraction::of(9744, 5).decimal(4), "1948.8000");
    }

    proptest! {
        #[test]
        fn arithmetic_holds(a in -1_000_000_i64..1_000_000, b in 1_u32..10_000, c in 1_i64..1_000_000) {
            let (x, y) = (Fraction::of(a, b), Fraction::whole(c));
            prop_assert_eq!(x.plus(y).minus(y), x);
            prop_assert_eq!(x.times(y).over(y), Some(x));
            prop_assert!(x < x.plus(y));
        }

        #[test]
        fn the_largest_inputs_do_not_panic(a in any::<i64>(), b in any::<u32>(), c in any::<i64>()) {
            let (x, y) = (Fraction::of(a, b), Fraction::whole(c));
            let _ = (x.times(y).times(x).times(y).decimal(4), x.plus(y).round(), x.minus(y).ceil());
        }
    }
}
