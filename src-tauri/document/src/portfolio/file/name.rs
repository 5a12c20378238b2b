//! What files are called in a document.

use chrono::NaiveDate;
use std::collections::HashSet;

/// Names that are each given once.
#[derive(Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// The same name, or the same with a number before its ending if another file has it. Letters that
    /// differ only in being capitals are the same to many systems.
    pub(super) fn unique(&mut self, name: String) -> String {
        let (stem, ending) = match name.rfind('.') {
            Some(at) if at > 0 => name.split_at(at),
            _ => (name.as_str(), ""),
        };
        let mut unique = name.clone();
        let mut number = 1;
        while !self.0.insert(unique.to_lowercase()) {
            number += 1;
            unique = format!("{stem} ({number}){ending}");
        }
        unique
    }
}

/// A name without the days in it: of `IMG_20260312_1430.jpg` the month stays, `IMG_2026-03_1430.jpg`.
/// Cameras write the day into the names of their pictures.
pub(super) fn without_days(name: &str) -> String {
    let mut coarse = String::with_capacity(name.len());
    let mut rest = name;
    while !rest.is_empty() {
        let inside = coarse
            .chars()
            .next_back()
            .is_some_and(|c| c.is_ascii_digit());
        match (!inside).then(|| day(rest)).flatten() {
            Some((length, month)) => {
                coarse.push_str(&month);
                rest = &rest[length..];
            }
            None => {
                let first = rest.chars().next().map_or(rest.len(), char::len_utf8);
                coarse.push_str(&rest[..first]);
                rest = &rest[first..];
            }
        }
    }
    coarse
}

/// A day that `text` begins with: how many bytes it takes, and its month.
fn day(text: &str) -> Option<(usize, String)> {
    let (first, after) = digits(text)?;
    let numbers = |text: &str| text.parse::<u32>().ok();
    match first.len() {
        // 20260312, alone or with the time behind it.
        8 | 12 | 14 => {
            let month = month(
                numbers(&first[..4])?,
                numbers(&first[4..6])?,
                numbers(&first[6..8])?,
            )?;
            Some((first.len(), month))
        }
        4 => {
            let (second, third, length) = more(after, text)?;
            let month = month(numbers(first)?, numbers(second)?, numbers(third)?)?;
            Some((length, month))
        }
        1 | 2 => {
            if let Some(found) = with_name(first, after, text) {
                return Some(found);
            }
            let (second, third, length) = more(after, text)?;
            let year = match third.len() {
                2 => 2000 + numbers(third)?,
                _ => numbers(third)?,
            };
            Some((length, month(year, numbers(second)?, numbers(first)?)?))
        }
        _ => None,
    }
}

/// The digits at the beginning of a text, and what is behind them.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Two more numbers, each behind the same separator, and how long `all` is to their end.
fn more<'t>(after: &'t str, all: &str) -> Option<(&'t str, &'t str, usize)> {
    let separator = after.chars().next().filter(|c| "-_. ".contains(*c))?;
    let (second, rest) = digits(&after[1..])?;
    let (third, rest) = digits(rest.strip_prefix(separator)?)?;
    Some((second, third, all.len() - rest.len()))
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// `12 March 2026` or `12-Mar-2026`.
fn with_name(first: &str, after: &str, all: &str) -> Option<(usize, String)> {
    let after = after.trim_start_matches(['-', '_', '.', ' ']);
    let end = after
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(after.len());
    let name = after.get(..3)?.to_ascii_lowercase();
    let number = MONTHS.iter().position(|known| *known == name)? + 1;
    let behind = after[end..].trim_start_matches(['-', '_', '.', ' ']);
    let (year, rest) = digits(behind)?;
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let month = month(year, u32::try_from(number).ok()?, first.parse().ok()?)?;
    Some((all.len() - rest.len(), month))
}

/// The month of a day that exists and can be one of a programme's.
fn month(year: u32, month: u32, day: u32) -> Option<String> {
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1990..2100).contains(year))?;
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(date.format("%Y-%m").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_names_become_months() {
        for (name, coarse) in [
            ("IMG_20260312_143501.jpg", "IMG_2026-03_143501.jpg"),
            ("20260312143501.jpg", "2026-03.jpg"),
            ("Handover 2026-03-12.txt", "Handover 2026-03.txt"),
            ("12-03-2026 handover.txt", "2026-03 handover.txt"),
            ("2.3.26.pdf", "2026-03.pdf"),
            ("review 12 March 2026.pdf", "review 2026-03.pdf"),
            ("review_7-Mar-2026.pdf", "review_2026-03.pdf"),
        ] {
            assert_eq!(without_days(name), coarse);
        }
    }

    #[test]
    fn what_is_no_day_stays_as_it_is() {
        for name in [
            "sbar-card.png",
            "20261312.jpg",
            "2026-03.txt",
            "1234567890.txt",
            "NEWS2 chart v1.2.png",
            "K3, S14 évidence.pdf",
            "12 angry men.txt",
            "1.2",
            "é",
            "3 Ma",
        ] {
            assert_eq!(without_days(name), name);
        }
    }

    #[test]
    fn a_name_is_given_once() {
        let mut names = Names::default();
        let mut unique = |name: &str| names.unique(name.to_owned());
        assert_eq!(unique("card.png"), "card.png");
        assert_eq!(unique("Card.png"), "Card (2).png");
        assert_eq!(unique("card.png"), "card (3).png");
        assert_eq!(unique("card"), "card");
        assert_eq!(unique(".hidden"), ".hidden");
        assert_eq!(unique(".hidden"), ".hidden (2)");
    }
}
