//! Numbers as people read them: one form for explanations, findings and sums, on screen, on paper and in a
//! terminal.

use std::fmt::Display;

/// A whole number, or one with decimals, with commas between the thousands of its whole part: `1,948.8`.
#[must_use]
pub fn grouped(number: impl Display) -> String {
    let text = number.to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut shown = sign.to_owned();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown + rest
}

/// So many of something: `1 entry`, `12 entries`, `1,200 entries`.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn thousands_have_commas_and_decimals_have_none() {
        for (number, shown) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("1948.8", "1,948.8"),
            ("342.64625", "342.64625"),
            ("71582788", "71,582,788"),
            ("-1234.5", "-1,234.5"),
            ("-123", "-123"),
        ] {
            assert_eq!(grouped(number), shown);
        }
    }

    #[test]
    fn one_of_something_is_called_by_its_own_name() {
        for (count, shown) in [(0, "0 entries"), (1, "1 entry"), (1_200, "1,200 entries")] {
            assert_eq!(counted(count, "entry", "entries"), shown);
        }
    }

    proptest! {
        #[test]
        fn without_its_commas_it_is_the_number_again(number in any::<i128>()) {
            prop_assert_eq!(grouped(number).replace(',', ""), number.to_string());
        }
    }
}
