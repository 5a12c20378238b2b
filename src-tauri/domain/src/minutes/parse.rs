//! Reads lengths of time as people write them: `1h30`, `90m`, `1,5 h`, `9.15-11.00`, `22:00-06:00`.

use super::Minutes;
use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// Why a text is not a length of time: one sentence for the person who wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadEntry {
    /// Nothing was written.
    #[error("Write how long it took, such as 1h30, 90m or 9.15-11.00.")]
    Empty,
    /// It cannot be read.
    #[error("This is not a length of time: write it like 1h30, 90m, 1.5 h or 9.15-11.00.")]
    NotUnderstood,
    /// It is no time at all.
    #[error("No time at all is not a length: write at least one minute.")]
    Zero,
    /// It is longer than a day.
    #[error("One activity cannot take more than 24 hours: split it by day.")]
    OverADay,
    /// Weekly hours cannot be read.
    #[error("These are not weekly hours: write them like 37.5 or 37h30.")]
    WeeklyNotUnderstood,
    /// A contract of no hours.
    #[error(
        "Weekly hours must be more than 0: enter the average you usually work, also on a zero-hours contract."
    )]
    WeeklyZero,
    /// More than a week has.
    #[error("A week has only 168 hours: enter the average hours of your contract, such as 37.5.")]
    WeeklyOver,
    /// A figure of hours cannot be read.
    #[error("This is not a number of hours: write it like 278.4 or 278h24.")]
    TotalNotUnderstood,
    /// More hours than any learner record takes.
    #[error("This is more hours than any programme has: the most is 9999.")]
    TotalOver,
}

/// One way to understand what was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// How long.
    pub minutes: Minutes,
    /// When it began, if times were written.
    pub started_at: Option<NaiveTime>,
    /// When it ended; earlier than the beginning when midnight lies between.
    pub ended_at: Option<NaiveTime>,
    /// What a person chooses by: `2 h`, `22:00 to 06:00, 8 h`.
    pub label: String,
}

impl Reading {
    fn length(minutes: Minutes) -> Self {
        Self {
            minutes,
            started_at: None,
            ended_at: None,
            label: minutes.to_string(),
        }
    }

    fn span(from: NaiveTime, to: NaiveTime) -> Self {
        let between = minute_of_day(to) + 24 * 60 - minute_of_day(from);
        let minutes = Minutes(between % (24 * 60));
        let next_day = if to < from { " the next day" } else { "" };
        let label = format!(
            "{} to {}{next_day}, {minutes}",
            from.format("%H:%M"),
            to.format("%H:%M")
        );
        Self {
            minutes,
            started_at: Some(from),
            ended_at: Some(to),
            label,
        }
    }
}

/// Reads the length of one activity, 1 minute to 24 hours. Usually there is one reading; a bare number
/// up to 12 may mean hours or minutes, and `9-5` may mean a day or most of a night: then there are two,
/// the likelier first.
///
/// # Errors
/// A sentence if the text is not a length of time, is nothing, or is longer than a day.
pub fn parse_entry(text: &str) -> Result<Vec<Reading>, BadEntry> {
    let text = normalised(text);
    if text.is_empty() {
        return Err(BadEntry::Empty);
    }
    if let Some((from, to)) = split_range(&text) {
        return range(from, to);
    }
    let lengths = match amount(&text).ok_or(BadEntry::NotUnderstood)? {
        Amount::Minutes(minutes) => vec![minutes],
        Amount::Bare(n) if !n.is_whole() => vec![n.times_60()],
        Amount::Bare(n) if n.whole <= 12 => vec![n.times_60(), n.whole],
        Amount::Bare(n) => vec![n.whole],
    };
    lengths
        .into_iter()
        .map(|m| within_a_day(m).map(Reading::length))
        .collect()
}

/// Reads average weekly hours; a bare number means hours.
///
/// # Errors
/// A sentence if it cannot be read, is nothing, or is more than a week has.
pub fn parse_weekly(text: &str) -> Result<Minutes, BadEntry> {
    let minutes = hours_first(text).ok_or(BadEntry::WeeklyNotUnderstood)?;
    let weekly = Minutes(u32::try_from(minutes).unwrap_or(u32::MAX));
    check_weekly(weekly)?;
    Ok(weekly)
}

/// Whether weekly hours are possible: more than none, and no more than a week has.
///
/// # Errors
/// A sentence if they are not.
pub fn check_weekly(weekly: Minutes) -> Result<(), BadEntry> {
    if weekly.is_zero() {
        Err(BadEntry::WeeklyZero)
    } else if weekly > Minutes::WEEK {
        Err(BadEntry::WeeklyOver)
    } else {
        Ok(())
    }
}

/// Reads a number of hours over a whole programme, such as the figure of a training plan; a bare number
/// means hours, `1,066` is one thousand and sixty-six. Nothing at all is allowed here: whether it makes
/// sense depends on the field.
///
/// # Errors
/// A sentence if it cannot be read or is more than 9999 hours, the most a learner record takes.
pub fn parse_total(text: &str) -> Result<Minutes, BadEntry> {
    let minutes = hours_first(text).ok_or(BadEntry::TotalNotUnderstood)?;
    u32::try_from(minutes)
        .ok()
        .map(Minutes)
        .filter(|m| *m <= Minutes::from_hours(9999))
        .ok_or(BadEntry::TotalOver)
}

fn hours_first(text: &str) -> Option<u64> {
    Some(match amount(&normalised(text))? {
        Amount::Minutes(minutes) => minutes,
        Amount::Bare(n) => n.times_60(),
    })
}

fn within_a_day(minutes: u64) -> Result<Minutes, BadEntry> {
    match u32::try_from(minutes) {
        Ok(0) => Err(BadEntry::Zero),
        Ok(m) if m <= Minutes::DAY.0 => Ok(Minutes(m)),
        _ => Err(BadEntry::OverADay),
    }
}

/// Lower case, one kind of dash and space, `½` as a decimal.
fn normalised(text: &str) -> String {
    let text: String = text
        .trim()
        .chars()
        .take(80)
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2019}' | '\u{2032}' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    text.to_lowercase().replace('½', ".5")
}

fn split_range(text: &str) -> Option<(&str, &str)> {
    [" to ", " until ", "-"]
        .iter()
        .find_map(|separator| text.split_once(separator))
}

fn range(from: &str, to: &str) -> Result<Vec<Reading>, BadEntry> {
    let from = clock(from).ok_or(BadEntry::NotUnderstood)?;
    let to = clock(to).ok_or(BadEntry::NotUnderstood)?;
    let mut readings = Vec::new();
    // "9-5" is a working day far more often than a twenty-hour night.
    let twelve_hour = !from.exact && !to.exact && from.time.hour() <= 12 && to.time.hour() < 12;
    if twelve_hour && to.time < from.time {
        let afternoon = to
            .time
            .with_hour(to.time.hour() + 12)
            .ok_or(BadEntry::NotUnderstood)?;
        if afternoon > from.time {
            readings.push(Reading::span(from.time, afternoon));
        }
    }
    if from.time != to.time {
        readings.push(Reading::span(from.time, to.time));
    }
    if readings.is_empty() {
        Err(BadEntry::Zero)
    } else {
        Ok(readings)
    }
}

/// A time of day as written, and whether it cannot mean the other half of the day.
struct Clock {
    time: NaiveTime,
    exact: bool,
}

/// Reads `9`, `9.15`, `09:15`, `0915`, `9am`, `9.15 pm`. `24:00` is midnight.
fn clock(text: &str) -> Option<Clock> {
    let text = text.trim();
    let (digits, half) = if let Some(rest) = text.strip_suffix("am") {
        (rest, Some(0))
    } else if let Some(rest) = text.strip_suffix("pm") {
        (rest, Some(12))
    } else {
        (text.strip_suffix('h').unwrap_or(text), None)
    };
    let digits = digits.trim();
    let (hour, minute) = match digits.split_once([':', '.', 'h']) {
        Some((h, m)) if m.len() == 2 => (h, m),
        Some(_) => return None,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "00"),
    };
    if !(1..=2).contains(&hour.len()) {
        return None;
    }
    let padded = hour.len() == 2 && hour.starts_with('0');
    let hour = number(hour)?;
    let minute = number(minute)?;
    let (hour, exact) = match half {
        Some(half) if (1..=12).contains(&hour) => (hour % 12 + half, true),
        Some(_) => return None,
        None => (hour, padded || hour > 12),
    };
    let hour = if hour == 24 && minute == 0 { 0 } else { hour };
    Some(Clock {
        time: NaiveTime::from_hms_opt(hour, minute, 0)?,
        exact,
    })
}

fn number(text: &str) -> Option<u32> {
    // `parse` alone would let "+5" through.
    if text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

fn minute_of_day(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// What was written, before anyone decides what a bare number means.
enum Amount {
    /// With units, so there is nothing to decide.
    Minutes(u64),
    /// Without.
    Bare(Decimal),
}

/// A written decimal number, kept exact: `whole + part / scale`.
#[derive(Clone, Copy)]
struct Decimal {
    whole: u64,
    part: u64,
    scale: u64,
}

impl Decimal {
    fn is_whole(self) -> bool {
        self.scale == 1
    }

    /// Sixty times the number, half up.
    fn times_60(self) -> u64 {
        self.whole * 60 + (self.part * 120 + self.scale) / (self.scale * 2)
    }

    fn read(text: &str) -> Option<Self> {
        // A comma before exactly three digits separates thousands, as in "1,066"; elsewhere it is a
        // decimal comma.
        if let Some((thousands, rest)) = text.split_once(',')
            && rest
                .split('.')
                .next()
                .is_some_and(|digits| digits.len() == 3)
            && (1..=3).contains(&thousands.len())
            && thousands != "0"
        {
            return Self::read(&format!("{thousands}{rest}"));
        }
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
        if whole.len() > 9 || part.len() > 9 || (whole.is_empty() && part.is_empty()) {
            return None;
        }
        let digits = |t: &str| {
            t.bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| t.parse().unwrap_or(0))
        };
        let scale = 10_u64.pow(u32::try_from(part.len()).ok()?);
        Some(Self {
            whole: digits(whole)?,
            part: digits(part)?,
            scale,
        })
    }
}

/// Reads `1h30`, `1 h 30 min`, `1 hour and 30 minutes`, `90m`, `1.5 h`, `1:30`, `2`.
fn amount(text: &str) -> Option<Amount> {
    if let Some((hours, minutes)) = text.split_once(':') {
        let (hours, minutes) = (hours.trim(), minutes.trim_end_matches('h').trim());
        if minutes.len() != 2 || !(1..=4).contains(&hours.len()) {
            return None;
        }
        let minutes = number(minutes).filter(|m| *m < 60)?;
        return Some(Amount::Minutes(
            u64::from(number(hours)?) * 60 + u64::from(minutes),
        ));
    }
    let parts = parts(text)?;
    match parts.as_slice() {
        [(n, Unit::None)] => Some(Amount::Bare(*n)),
        [(n, Unit::Hours)] => Some(Amount::Minutes(n.times_60())),
        [(n, Unit::Minutes)] if n.is_whole() => Some(Amount::Minutes(n.whole)),
        [(h, Unit::Hours), (m, Unit::Minutes | Unit::None)]
            if h.is_whole() && m.is_whole() && m.whole < 60 =>
        {
            Some(Amount::Minutes(h.whole * 60 + m.whole))
        }
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum Unit {
    None,
    Hours,
    Minutes,
}

/// Splits into numbers and the unit that follows each.
fn parts(text: &str) -> Option<Vec<(Decimal, Unit)>> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
            .unwrap_or(rest.len());
        let (written, after) = rest.split_at(end);
        let value = Decimal::read(written)?;
        let after = after.trim_start();
        let end = after
            .find(|c: char| !(c.is_ascii_alphabetic() || c == '\''))
            .unwrap_or(after.len());
        let (unit, after) = after.split_at(end);
        let unit = match unit {
            "" => Unit::None,
            "h" | "hr" | "hrs" | "hour" | "hours" => Unit::Hours,
            "m" | "min" | "mins" | "minute" | "minutes" | "'" => Unit::Minutes,
            _ => return None,
        };
        parts.push((value, unit));
        let after = after.trim_start();
        rest = after
            .strip_prefix("and ")
            .or_else(|| after.strip_prefix("+ "))
            .unwrap_or(after);
        rest = rest.trim_start();
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    #[track_caller]
    fn check(written: &str, expected: Expect) {
        let shown = match parse_entry(written) {
            Ok(readings) => readings
                .iter()
                .map(|r| r.label.as_str())
                .collect::<Vec<_>>()
                .join(" | "),
            Err(error) => format!("{error:?}"),
        };
        expected.assert_eq(&shown);
    }

    #[test]
    fn lengths_with_units_have_one_meaning() {
        for text in [
            "1h30",
            "1 h 30 min",
            "1H30M",
            "90m",
            "90 min",
            "1.5 h",
            "1,5h",
            "1½ h",
            "1:30",
        ] {
            check(text, expect!["1 h 30"]);
        }
        check("1 hour and 30 minutes", expect!["1 h 30"]);
        check("90'", expect!["1 h 30"]);
        check("0.25h", expect!["15 min"]);
        check("½ h", expect!["30 min"]);
        check("1.33 h", expect!["1 h 20"]);
        check("1.5", expect!["1 h 30"]);
    }

    #[test]
    fn a_bare_number_up_to_12_offers_hours_first() {
        check("2", expect!["2 h | 2 min"]);
        check("12", expect!["12 h | 12 min"]);
        check("13", expect!["13 min"]);
        check("90", expect!["1 h 30"]);
    }

    #[test]
    fn times_of_day_may_cross_midnight() {
        check("9.15-11.00", expect!["09:15 to 11:00, 1 h 45"]);
        check("22:00-06:00", expect!["22:00 to 06:00 the next day, 8 h"]);
        check("22:00 – 06:00", expect!["22:00 to 06:00 the next day, 8 h"]);
        check("0915-1100", expect!["09:15 to 11:00, 1 h 45"]);
        check("9am to 1pm", expect!["09:00 to 13:00, 4 h"]);
        check("12am-12pm", expect!["00:00 to 12:00, 12 h"]);
        check("20:00-24:00", expect!["20:00 to 00:00 the next day, 4 h"]);
        check(
            "9-5",
            expect!["09:00 to 17:00, 8 h | 09:00 to 05:00 the next day, 20 h"],
        );
        check("09:00-05:00", expect!["09:00 to 05:00 the next day, 20 h"]);
    }

    /// The clocks go forward on one of these nights and back on another. What is claimed is what the clock
    /// on the wall says, as on a timesheet, so every day of the year is alike.
    #[test]
    fn a_night_on_which_the_clocks_change_neither_loses_nor_gains_minutes() {
        use crate::day::instant;
        use chrono::{FixedOffset, NaiveDate};
        let night = parse_entry("22:00-06:00").unwrap().remove(0);
        let (began, ended) = (night.started_at.unwrap(), night.ended_at.unwrap());
        for offset in [0, 3600].map(|seconds| FixedOffset::east_opt(seconds).unwrap()) {
            let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
            for day in first.iter_days().take(3 * 366) {
                let next = day.succ_opt().unwrap();
                let between = instant(next, ended, offset) - instant(day, began, offset);
                assert_eq!(between.num_minutes(), i64::from(night.minutes.0), "{day}");
            }
        }
        assert_eq!(night.minutes, Minutes(480));
        // The hour that is missing in March and there twice in October.
        check("01:00-02:00", expect!["01:00 to 02:00, 1 h"]);
    }

    #[test]
    fn what_cannot_be_a_length_is_refused() {
        check("", expect!["Empty"]);
        check("  ", expect!["Empty"]);
        check("0", expect!["Zero"]);
        check("0h", expect!["Zero"]);
        check("10:00-10:00", expect!["Zero"]);
        check("25h", expect!["OverADay"]);
        check("1441", expect!["OverADay"]);
        for text in [
            "soon",
            "1h75",
            "-5",
            "25:00-26:00",
            "1h30h",
            "9.15-",
            "1.2.3",
            "+5",
            "1:2",
            "٣h",
        ] {
            check(text, expect!["NotUnderstood"]);
        }
    }

    #[test]
    fn a_bare_number_of_weekly_hours_means_hours() {
        for text in ["37.5", "37,5", "37.5 h", "37h30", "37:30"] {
            assert_eq!(parse_weekly(text), Ok(Minutes(2250)), "{text}");
        }
        assert_eq!(parse_weekly("0"), Err(BadEntry::WeeklyZero));
        assert_eq!(parse_weekly("200"), Err(BadEntry::WeeklyOver));
        assert_eq!(parse_weekly("168"), Ok(Minutes::WEEK));
        assert_eq!(parse_weekly("lots"), Err(BadEntry::WeeklyNotUnderstood));
        assert_eq!(parse_weekly("-1"), Err(BadEntry::WeeklyNotUnderstood));
    }

    #[test]
    fn totals_may_have_thousands() {
        assert_eq!(parse_total("1,066"), Ok(Minutes::from_hours(1066)));
        assert_eq!(parse_total("1,066.5 h"), Ok(Minutes(63_990)));
        assert_eq!(parse_total("278.4"), Ok(Minutes(16_704)));
        assert_eq!(parse_total("278,4"), Ok(Minutes(16_704)));
        assert_eq!(parse_total("0"), Ok(Minutes::ZERO));
        assert_eq!(parse_total("99999999"), Err(BadEntry::TotalOver));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            for reading in parse_entry(&text).unwrap_or_default() {
                prop_assert!((1..=1440).contains(&reading.minutes.0));
            }
            let _ = (parse_weekly(&text), parse_total(&text));
        }

        #[test]
        fn nothing_that_looks_like_a_length_panics(text in "[0-9hm.,:' -]{0,14}( to )?[0-9hmap]{0,9}") {
            for reading in parse_entry(&text).unwrap_or_default() {
                prop_assert!((1..=1440).contains(&reading.minutes.0));
            }
            let _ = (parse_weekly(&text), parse_total(&text));
        }
    }
}
