//! Reads lengths of time as people write them: `1h30`, `90m`, `1,5 h`, `9.15-11.00`, `22:00-06:00`.

use super::Minutes;
use chrono::{NaiveTime, TimeDelta, Timelike};
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
        let minutes = between(from, to);
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

/// From one time of day to another, in whole minutes on the clock; an end that is earlier than its beginning
/// lies on the next day.
#[must_use]
pub fn between(from: NaiveTime, to: NaiveTime) -> Minutes {
    let minutes = minute_of_day(to) + 24 * 60 - minute_of_day(from);
    Minutes(minutes % (24 * 60))
}

/// Reads the length of one activity, 1 minute to 24 hours. Usually there is one reading; a bare number
/// up to 12 may mean hours or minutes, `1.30` half past one or a decimal number, and `9-5` a day or most of a
/// night: then there are two, the likelier first. What a reading is [called](Reading::label) is read as that reading alone, so that a
/// choice can stand in the box.
///
/// # Errors
/// A sentence if the text is not a length of time, is nothing, or is longer than a day.
pub fn parse_entry(text: &str) -> Result<Vec<Reading>, BadEntry> {
    let text = normalised(text);
    if text.is_empty() {
        return Err(BadEntry::Empty);
    }
    if let Some((from, to)) = split_range(text.strip_prefix("from ").unwrap_or(&text)) {
        return range(from, to);
    }
    let lengths = match amount(&text).ok_or(BadEntry::NotUnderstood)? {
        Amount::Minutes(minutes) => vec![minutes],
        Amount::Bare(n) if !n.is_whole() => {
            let parted = n.parted().filter(|_| text.contains('.'));
            let mut lengths: Vec<u64> = parted.into_iter().chain([n.times_60()]).collect();
            lengths.dedup();
            lengths
        }
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

/// Lower case, one kind of dash and space, fractions as decimals, the halves of the day without points.
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
    [
        ("½", ".5"),
        ("¼", ".25"),
        ("¾", ".75"),
        ("a.m.", "am"),
        ("p.m.", "pm"),
    ]
    .into_iter()
    .fold(text.to_lowercase(), |text, (written, read)| {
        text.replace(written, read)
    })
}

fn split_range(text: &str) -> Option<(&str, &str)> {
    [" to ", " until ", " till ", " til ", "-"]
        .iter()
        .find_map(|separator| text.split_once(separator))
}

fn range(from: &str, to: &str) -> Result<Vec<Reading>, BadEntry> {
    // A label says the length after a comma; it follows from the times.
    let to = to.split_once(',').map_or(to, |(to, _)| to);
    let (to, next_day) = match to.strip_suffix(" the next day") {
        Some(to) => (to, true),
        None => (to, false),
    };
    let from = clock(from).ok_or(BadEntry::NotUnderstood)?;
    let to = clock(to).ok_or(BadEntry::NotUnderstood)?;
    if next_day && to.time >= from.time {
        return Err(BadEntry::OverADay);
    }
    let spans = if next_day {
        vec![(from.time, to.time)]
    } else if from.marked || to.marked {
        shortest(&from, &to).into_iter().collect()
    } else {
        unmarked(&from, &to)
    };
    let different = spans.into_iter().filter(|(from, to)| from != to);
    let readings: Vec<Reading> = different
        .map(|(from, to)| Reading::span(from, to))
        .collect();
    if readings.is_empty() {
        Err(BadEntry::Zero)
    } else {
        Ok(readings)
    }
}

/// "1-2pm" and "9am-5" say the half of the day once: the other time lies in the half that makes the shorter
/// stretch of it.
fn shortest(from: &Clock, to: &Clock) -> Option<(NaiveTime, NaiveTime)> {
    let pairs = from
        .may_be()
        .flat_map(|from| to.may_be().map(move |to| (from, to)));
    pairs
        .filter(|(from, to)| from != to)
        .min_by_key(|(from, to)| between(*from, *to))
}

/// What two times may mean of which neither says the half of the day, the likelier first.
fn unmarked(from: &Clock, to: &Clock) -> Vec<(NaiveTime, NaiveTime)> {
    let as_written = (from.time, to.time);
    if from.exact || to.exact || from.time.hour() > 12 || to.time.hour() >= 12 {
        return vec![as_written];
    }
    // "9-5" is a working day far more often than a twenty-hour night, and "2-4" an afternoon than a night.
    let afternoon = if to.time < from.time {
        Some((from.time, later(to.time))).filter(|(from, to)| to > from)
    } else {
        Some((later(from.time), later(to.time)))
            .filter(|_| (1..=LATEST_OF_THE_AFTERNOON).contains(&from.time.hour()))
    };
    afternoon.into_iter().chain([as_written]).collect()
}

/// Hours up to this one are likelier meant in the afternoon than at night. Work begins early where people are
/// cared for, so that six and seven may well be in the morning.
const LATEST_OF_THE_AFTERNOON: u32 = 5;

/// The same time in the other half of the day.
fn later(time: NaiveTime) -> NaiveTime {
    time.overflowing_add_signed(TimeDelta::hours(12)).0
}

/// A time of day as written, and whether it cannot mean the other half of the day.
struct Clock {
    time: NaiveTime,
    exact: bool,
    /// Whether the half of the day was written.
    marked: bool,
}

impl Clock {
    /// The times that it may mean.
    fn may_be(&self) -> impl Iterator<Item = NaiveTime> + Clone {
        let other = (!self.exact).then(|| later(self.time));
        std::iter::once(self.time).chain(other)
    }
}

/// Reads `9`, `9.15`, `09:15`, `0915`, `9am`, `9.15 pm`, `noon`. `24:00` is midnight.
fn clock(text: &str) -> Option<Clock> {
    let text = text.trim();
    let named = match text.strip_prefix("12 ").unwrap_or(text) {
        "noon" | "midday" => Some(12),
        "midnight" => Some(0),
        _ => None,
    };
    if let Some(hour) = named {
        return Some(Clock {
            time: NaiveTime::from_hms_opt(hour, 0, 0)?,
            exact: true,
            marked: false,
        });
    }
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
        marked: half.is_some(),
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

    /// The minutes of `1.30` where the point parts hours and minutes: two digits that are minutes and no quarter
    /// of an hour written as a decimal.
    fn parted(self) -> Option<u64> {
        let minutes = self.scale == 100 && self.part < 60 && !self.part.is_multiple_of(25);
        minutes.then_some(self.whole * 60 + self.part)
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
        let minutes = ["hours", "hrs", "hr", "h"]
            .iter()
            .find_map(|unit| minutes.strip_suffix(unit))
            .unwrap_or(minutes);
        let (hours, minutes) = (hours.trim(), minutes.trim());
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
        // "1 hr. 30 min." and "2 hours, 15 minutes".
        let sign = after.strip_prefix(['.', ',']);
        let after = sign
            .filter(|rest| rest.is_empty() || rest.starts_with(' '))
            .unwrap_or(after);
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

    #[test]
    fn a_half_of_the_day_said_once_holds_for_what_makes_the_shorter_stretch() {
        for (written, expected) in [
            ("1-2pm", "13:00 to 14:00, 1 h"),
            ("9-1pm", "09:00 to 13:00, 4 h"),
            ("11-1 pm", "11:00 to 13:00, 2 h"),
            ("12-2pm", "12:00 to 14:00, 2 h"),
            ("9-11.30am", "09:00 to 11:30, 2 h 30"),
            ("2pm-4", "14:00 to 16:00, 2 h"),
            ("9am-5", "09:00 to 17:00, 8 h"),
            ("9am-12", "09:00 to 12:00, 3 h"),
            ("10pm-6", "22:00 to 06:00 the next day, 8 h"),
            ("10-6am", "22:00 to 06:00 the next day, 8 h"),
            ("7-7pm", "07:00 to 19:00, 12 h"),
            // Written on a clock of 24 hours, it can only mean what it says.
            ("09:00-5pm", "09:00 to 17:00, 8 h"),
            ("02:00-4pm", "02:00 to 16:00, 14 h"),
            ("9am-11.30am", "09:00 to 11:30, 2 h 30"),
        ] {
            let read = parse_entry(written).map(|all| all.into_iter().map(|r| r.label).collect());
            assert_eq!(read, Ok(vec![expected.to_owned()]), "{written}");
        }
    }

    #[test]
    fn an_hour_that_is_likelier_in_the_afternoon_is_offered_so_first() {
        check("2-4", expect!["14:00 to 16:00, 2 h | 02:00 to 04:00, 2 h"]);
        check(
            "1.30-3",
            expect!["13:30 to 15:00, 1 h 30 | 01:30 to 03:00, 1 h 30"],
        );
        check("9-11", expect!["09:00 to 11:00, 2 h"]);
        check("02:00-04:00", expect!["02:00 to 04:00, 2 h"]);
    }

    #[test]
    fn words_for_times_of_day_are_read() {
        check("9 till noon", expect!["09:00 to 12:00, 3 h"]);
        check("from 10 to midday", expect!["10:00 to 12:00, 2 h"]);
        check(
            "20:00 until midnight",
            expect!["20:00 to 00:00 the next day, 4 h"],
        );
        check("12 noon - 2 p.m.", expect!["12:00 to 14:00, 2 h"]);
        check("9 a.m.–11 a.m.", expect!["09:00 to 11:00, 2 h"]);
    }

    /// A point stands in times as well as in decimal numbers: what may be either is offered both ways.
    #[test]
    fn a_point_before_two_digits_may_part_hours_and_minutes() {
        check("1.30", expect!["1 h 30 | 1 h 18"]);
        check("0.45", expect!["45 min | 27 min"]);
        check("2.10", expect!["2 h 10 | 2 h 06"]);
        for (written, expected) in [
            ("1.25", "1 h 15"),
            ("1.50", "1 h 30"),
            ("1.75", "1 h 45"),
            ("1.5", "1 h 30"),
            ("1,30", "1 h 18"),
            ("1.30 h", "1 h 18"),
            ("13.00", "13 h"),
        ] {
            let read = parse_entry(written).map(|all| all.into_iter().map(|r| r.label).collect());
            assert_eq!(read, Ok(vec![expected.to_owned()]), "{written}");
        }
    }

    #[test]
    fn quarters_and_other_ways_to_write_units_are_read() {
        check("1¼ h", expect!["1 h 15"]);
        check("¾h", expect!["45 min"]);
        check("2¾", expect!["2 h 45"]);
        check("1:30 hrs", expect!["1 h 30"]);
        check("1:30 hours", expect!["1 h 30"]);
        check("2 hours, 15 minutes", expect!["2 h 15"]);
        check("1 hr. 30 min.", expect!["1 h 30"]);
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

    #[test]
    fn a_choice_can_stand_in_the_box() {
        check("09:00 to 17:00, 8 h", expect!["09:00 to 17:00, 8 h"]);
        check(
            "11:00 to 10:00 the next day, 23 h",
            expect!["11:00 to 10:00 the next day, 23 h"],
        );
        check(
            "9 to 5 the next day",
            expect!["09:00 to 05:00 the next day, 20 h"],
        );
        check("10:00-11:00 the next day", expect!["OverADay"]);
    }

    proptest! {
        #[test]
        fn what_a_reading_is_called_is_read_as_that_reading(
            from in 0_u32..1440, to in 0_u32..1440, text in "[0-9]{1,2}(-[0-9]{1,2})?",
        ) {
            let clock = |m: u32| format!("{:02}:{:02}", m / 60, m % 60);
            for written in [format!("{}-{}", clock(from), clock(to)), text] {
                for reading in parse_entry(&written).unwrap_or_default() {
                    prop_assert_eq!(parse_entry(&reading.label), Ok(vec![reading]));
                }
            }
        }

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
