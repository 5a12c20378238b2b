//! Days as people write and read them, and the one step between a day and an instant.
//!
//! A [`NaiveDate`] is a day on somebody's calendar; a `DateTime<Utc>` is a moment that happened. They
//! meet only here, and only with an offset that the caller names: nothing in this crate looks up a zone.

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveTime, TimeZone, Utc};

/// Why a text is not a day: one sentence for the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadDay {
    /// Nothing was written.
    #[error("Write a date, such as 12 Mar 2026.")]
    Empty,
    /// It cannot be read.
    #[error("“{0}” is not a date: write it like 12 Mar 2026 or 12/3/2026.")]
    NotUnderstood(String),
    /// The day does not exist.
    #[error("{month} {year} has no day {day}: its last day is {last}.")]
    NoSuchDay {
        /// Day of the month as written.
        day: u32,
        /// Name of the month.
        month: &'static str,
        /// Year.
        year: i32,
        /// Last day of that month.
        last: u32,
    },
    /// There is no such month.
    #[error("There is no month {0}: write the day first, then the month, such as 12/3/2026.")]
    NoSuchMonth(u32),
    /// The year is out of reach.
    #[error("The year {0} cannot be right: dates from 1900 to 2200 are possible.")]
    Year(i32),
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether a date can belong to anything a learner records: the years 1900 to 2200.
#[must_use]
pub fn is_sensible(date: NaiveDate) -> bool {
    (1900..=2200).contains(&date.year())
}

/// `Thursday 12 March 2026`.
#[must_use]
pub fn long(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// `Thu 12 Mar 2026`.
#[must_use]
pub fn with_weekday(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// `12 March 2026`.
#[must_use]
pub fn full(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// `12 Mar 2026`.
#[must_use]
pub fn short(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// `March 2026`: all that a reflection in an export needs to say, so that a day cannot be matched with
/// a ward's records.
#[must_use]
pub fn month_year(date: NaiveDate) -> String {
    date.format("%B %Y").to_string()
}

/// `Mar 2026`.
#[must_use]
pub fn month_short(date: NaiveDate) -> String {
    date.format("%b %Y").to_string()
}

/// The Monday of the date's week.
#[must_use]
pub fn monday(date: NaiveDate) -> NaiveDate {
    let since = u64::from(date.weekday().num_days_from_monday());
    date.checked_sub_days(Days::new(since)).unwrap_or(date)
}

/// The first day of the date's month.
#[must_use]
pub fn first_of_month(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

/// The same day `months` later, or the last day of that month where it is shorter.
#[must_use]
pub fn add_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// Days from `from` to `to`, the last one not counted; negative if `to` is earlier.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// The day on which something happened, seen from `offset`.
#[must_use]
pub fn local_date(at: DateTime<Utc>, offset: FixedOffset) -> NaiveDate {
    at.with_timezone(&offset).date_naive()
}

/// The moment of a time on a day, seen from `offset`.
#[must_use]
pub fn instant(date: NaiveDate, time: NaiveTime, offset: FixedOffset) -> DateTime<Utc> {
    let local = date.and_time(time);
    // A fixed offset has exactly one moment for each local time, save at the ends of the calendar.
    offset
        .from_local_datetime(&local)
        .single()
        .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// Reads a day: `12 Mar 2026`, `Thu 12 March 2026`, `12/3/2026`, `12.3.26`, `2026-03-12`. The day comes
/// before the month, as in the United Kingdom; two digits of a year mean 2000 to 2099.
///
/// # Errors
/// A sentence if the text is no date, or a date that no calendar has.
pub fn parse(text: &str) -> Result<NaiveDate, BadDay> {
    let text = text.trim();
    if text.is_empty() {
        return Err(BadDay::Empty);
    }
    let not_understood = || BadDay::NotUnderstood(text.chars().take(40).collect());
    let mut words: Vec<&str> = text
        .split(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '/' | '.' | ',' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'
                )
        })
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() == 4 && is_weekday(words[0]) {
        words.remove(0);
    }
    let [a, b, c] = words[..] else {
        return Err(not_understood());
    };
    let year_first = a.len() == 4 && number(a).is_some();
    let (day, month, year) = if year_first { (c, b, a) } else { (a, b, c) };
    let (day, month) = match (ordinal(day), month_number(month)) {
        (Some(day), Some(month)) => (day, month),
        // "March 12 2026": a month written as a word cannot be taken for a day.
        _ => match (month_name(day), ordinal(month)) {
            (Some(month), Some(day)) => (day, month),
            _ => return Err(not_understood()),
        },
    };
    let year = match (year.len(), number(year)) {
        (2, Some(year)) => 2000 + year,
        (4, Some(year)) => year,
        _ => return Err(not_understood()),
    };
    let year = i32::try_from(year).map_err(|_| not_understood())?;
    day_of(year, month, day)
}

/// The day of three numbers, as typed into three fields.
///
/// # Errors
/// A sentence if no calendar has that day.
pub fn day_of(year: i32, month: u32, day: u32) -> Result<NaiveDate, BadDay> {
    if !(1900..=2200).contains(&year) {
        return Err(BadDay::Year(year));
    }
    let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(BadDay::NoSuchMonth(month))?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| BadDay::NoSuchDay {
        day,
        month: MONTHS[first.month0() as usize],
        year,
        last: (28..=31)
            .rev()
            .find(|d| first.with_day(*d).is_some())
            .unwrap_or(28),
    })
}

fn number(text: &str) -> Option<u32> {
    let digits = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// `12`, `12th`.
fn ordinal(text: &str) -> Option<u32> {
    let text = text.to_ascii_lowercase();
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|s| text.strip_suffix(s));
    let digits = digits.unwrap_or(&text);
    if digits.len() <= 2 {
        number(digits)
    } else {
        None
    }
}

fn month_number(text: &str) -> Option<u32> {
    if text.len() <= 2 {
        number(text)
    } else {
        month_name(text)
    }
}

/// `Mar`, `mar`, `Sept`, `March`.
fn month_name(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let named = |name: &&str| text.len() >= 3 && name.to_lowercase().starts_with(&text);
    (1..)
        .zip(MONTHS)
        .find(|(_, name)| named(name))
        .map(|(number, _)| number)
}

fn is_weekday(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
    .iter()
    .any(|day| text.len() >= 2 && day.starts_with(text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_ways_people_write_a_day_are_read() {
        for text in [
            "12 Mar 2026",
            "12 March 2026",
            "12th march 2026",
            "Thu 12 Mar 2026",
            "Thursday, 12 March 2026",
            "12/3/2026",
            "12/03/26",
            "12.3.2026",
            "12-03-2026",
            "12-Mar-26",
            "2026-03-12",
            "2026/3/12",
            "March 12, 2026",
        ] {
            assert_eq!(parse(text), Ok(date("2026-03-12")), "{text}");
        }
        assert_eq!(parse("1 Sept 2023"), Ok(date("2023-09-01")));
        assert_eq!(parse("29/2/2024"), Ok(date("2024-02-29")));
    }

    #[track_caller]
    fn refuses(text: &str, expected: Expect) {
        expected.assert_eq(&parse(text).unwrap_err().to_string());
    }

    #[test]
    fn impossible_days_are_refused_in_a_sentence() {
        refuses(
            "31 February 2026",
            expect!["February 2026 has no day 31: its last day is 28."],
        );
        refuses(
            "2026-02-31",
            expect!["February 2026 has no day 31: its last day is 28."],
        );
        refuses(
            "30/2/2024",
            expect!["February 2024 has no day 30: its last day is 29."],
        );
        refuses(
            "0/4/2024",
            expect!["April 2024 has no day 0: its last day is 30."],
        );
        refuses(
            "3/13/2026",
            expect![
                "There is no month 13: write the day first, then the month, such as 12/3/2026."
            ],
        );
        refuses(
            "12 Mar 1066",
            expect!["The year 1066 cannot be right: dates from 1900 to 2200 are possible."],
        );
        refuses(
            "tomorrow",
            expect!["“tomorrow” is not a date: write it like 12 Mar 2026 or 12/3/2026."],
        );
        refuses("", expect!["Write a date, such as 12 Mar 2026."]);
    }

    #[test]
    fn a_day_reads_at_several_lengths() {
        let day = date("2026-03-05");
        assert_eq!(long(day), "Thursday 5 March 2026");
        assert_eq!(with_weekday(day), "Thu 5 Mar 2026");
        assert_eq!(full(day), "5 March 2026");
        assert_eq!(short(day), "5 Mar 2026");
        assert_eq!(month_year(day), "March 2026");
        assert_eq!(month_short(day), "Mar 2026");
    }

    #[test]
    fn weeks_begin_on_monday() {
        for day in ["2026-03-09", "2026-03-12", "2026-03-15"] {
            assert_eq!(monday(date(day)), date("2026-03-09"));
        }
    }

    #[test]
    fn months_are_added_as_a_calendar_does() {
        assert_eq!(add_months(date("2024-01-31"), 1), date("2024-02-29"));
        assert_eq!(add_months(date("2023-09-04"), 12), date("2024-09-04"));
        assert_eq!(add_months(NaiveDate::MAX, 8), NaiveDate::MAX);
    }

    #[test]
    fn a_moment_belongs_to_the_day_of_the_named_offset() {
        let summer = FixedOffset::east_opt(3600).unwrap();
        let at: DateTime<Utc> = "2026-06-30T23:30:00Z".parse().unwrap();
        assert_eq!(local_date(at, summer), date("2026-07-01"));
        let time = NaiveTime::from_hms_opt(0, 30, 0).unwrap();
        assert_eq!(instant(date("2026-07-01"), time, summer), at);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = parse(&text);
        }

        #[test]
        fn every_form_that_is_shown_is_read_back(days in 0_u64..100_000) {
            let day = date("1900-01-01").checked_add_days(Days::new(days)).unwrap();
            for text in [long(day), with_weekday(day), full(day), short(day), day.to_string()] {
                prop_assert_eq!(parse(&text), Ok(day), "{}", text);
            }
        }
    }
}
