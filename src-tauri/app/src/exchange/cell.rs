//! Reads single cells: days, times of day and lengths, as other programs and people write them.

use aftershift_domain::day;
use aftershift_domain::minutes::{Minutes, parse_entry};
use aftershift_domain::proposal::DateOrder;
use chrono::{NaiveDate, NaiveTime, Timelike};

/// The longest part of a cell that a sentence repeats.
const SHOWN: usize = 40;

/// What a sentence repeats of a cell.
fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

/// Refuses a formula: a file with formulas has no values where they stand.
fn not_a_formula(text: &str) -> Result<(), String> {
    if text.starts_with('=') {
        return Err(format!(
            "“{}” is a formula: save the sheet so that the file holds its values.",
            shown(text)
        ));
    }
    Ok(())
}

/// What dates say of their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    day_first: bool,
    month_first: bool,
    either: bool,
}

impl Evidence {
    /// Takes one more cell into account; what is no date of numbers says nothing.
    pub fn look_at(&mut self, cell: &str) {
        let Some((first, second, _)) = numbers(cell) else {
            return;
        };
        match (first.parse::<u32>(), second.parse::<u32>()) {
            (Ok(13..=31), Ok(1..=12)) => self.day_first = true,
            (Ok(1..=12), Ok(13..=31)) => self.month_first = true,
            (Ok(first @ 1..=12), Ok(second @ 1..=12)) if first != second => self.either = true,
            _ => {}
        }
    }

    /// The order that the dates prove; nothing if none does, or they contradict each other.
    pub fn order(self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether the order is proven, or does not matter for any of the dates.
    pub fn is_certain(self) -> bool {
        let contradiction = self.day_first && self.month_first;
        self.order().is_some() || (!self.either && !contradiction)
    }
}

/// The three numbers of a date such as `3/4/2026`, as written; nothing for any other way to write one.
fn numbers(text: &str) -> Option<(&str, &str, &str)> {
    let date = text.split([' ', 'T']).next()?;
    let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
    let [first, second, year] = parts[..] else {
        return None;
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let all = [first, second, year].into_iter().all(digits);
    (all && first.len() <= 2).then_some((first, second, year))
}

/// Reads a day, and the time that may stand behind it: `12/3/2026`, `2026-03-12T09:00`, `12 Mar 2026`.
///
/// # Errors
/// A sentence if it is no day.
pub(super) fn date(text: &str, order: DateOrder) -> Result<(NaiveDate, Option<NaiveTime>), String> {
    not_a_formula(text)?;
    let text = text.trim();
    let (date, rest) = match time_behind(text) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let turned = match (order, numbers(date)) {
        (DateOrder::MonthFirst, Some((month, day, year))) => format!("{day}/{month}/{year}"),
        _ => date.to_owned(),
    };
    match (day::parse(&turned), order) {
        (Ok(day), _) => Ok((day, rest)),
        // What was turned about would be complained of the wrong way round.
        (Err(_), DateOrder::MonthFirst) if turned != date => Err(format!(
            "“{}” is not a date with the month first.",
            shown(date)
        )),
        (Err(problem), _) => Err(problem.to_string()),
    }
}

/// Splits `2026-03-12T09:00:00+00:00` and `12/3/2026 9:00 AM` into date and time.
fn time_behind(text: &str) -> Option<(&str, NaiveTime)> {
    let at = text.find(['T', ' ']).filter(|at| {
        // "Thu 12 Mar" has its first space elsewhere.
        text[..*at]
            .bytes()
            .all(|b| b.is_ascii_digit() || b"/.-".contains(&b))
    })?;
    let behind = text[at + 1..].trim();
    let behind = behind.strip_suffix('Z').unwrap_or(behind);
    let behind = behind
        .split(['+', '-', '−'])
        .next()
        .unwrap_or(behind)
        .trim();
    if !behind.contains([':', '.']) && !behind.to_lowercase().ends_with('m') {
        return None;
    }
    Some((&text[..at], time(behind).ok()?))
}

/// Reads a time of day: `9:00`, `09:00:30`, `9.15 pm`, `0915`, `9 am`, `24:00`. Seconds are left off.
///
/// # Errors
/// A sentence if it is no time of day.
pub(super) fn time(text: &str) -> Result<NaiveTime, String> {
    not_a_formula(text)?;
    read_time(text).ok_or_else(|| {
        format!(
            "“{}” is not a time of day: write it like 09:15 or 9:15 pm.",
            shown(text.trim())
        )
    })
}

fn read_time(text: &str) -> Option<NaiveTime> {
    let small = text
        .trim()
        .to_lowercase()
        .replace("a.m.", "am")
        .replace("p.m.", "pm");
    let (digits, half) = if let Some(rest) = small.strip_suffix("am") {
        (rest, Some(0))
    } else if let Some(rest) = small.strip_suffix("pm") {
        (rest, Some(12))
    } else {
        (small.strip_suffix('h').unwrap_or(&small), None)
    };
    let digits = digits.trim();
    let parts: Vec<&str> = digits.split([':', '.', 'h']).collect();
    let number = |part: &str| {
        let short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        short.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (hour, minute, second) = match parts[..] {
        [whole] if whole.len() == 4 => {
            let (hour, minute) = whole.split_at_checked(2)?;
            (number(hour)?, number(minute)?, 0)
        }
        // A number by itself is only an hour where it says which half of the day.
        [hour] => (number(hour).filter(|_| half.is_some())?, 0, 0),
        [hour, minute] if minute.len() == 2 => (number(hour)?, number(minute)?, 0),
        [hour, minute, second] if minute.len() == 2 => {
            (number(hour)?, number(minute)?, number(second)?)
        }
        _ => return None,
    };
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(0) if hour == 0 => 0,
        // "13:00 PM" is what programs write that add the half of the day to every time.
        Some(12) if (13..24).contains(&hour) => hour,
        Some(_) => return None,
        None if hour == 24 && minute == 0 && second == 0 => 0,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, second)?.with_second(0)
}

/// What a number without a unit means in a column of lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    /// Hours, as a decimal number.
    Hours,
    /// Minutes.
    Minutes,
}

impl Bare {
    /// Whole numbers of which one is larger than a day has hours are minutes; anything else is hours.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut large = false;
        for cell in cells {
            if cell.contains([',', '.', ':']) {
                return Self::Hours;
            }
            large |= cell.parse::<u32>().is_ok_and(|number| number > 24);
        }
        if large { Self::Minutes } else { Self::Hours }
    }
}

/// Reads a length: `1:30`, `01:30:00`, `1,5`, `90`, `1h 30`. Seconds are rounded to the nearest minute. Nothing
/// if the cell is empty or says that no time passed.
///
/// # Errors
/// A sentence if it is no length, or longer than a day.
pub(super) fn duration(text: &str, bare: Bare) -> Result<Option<Minutes>, String> {
    not_a_formula(text)?;
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let minutes = match clock_length(text).or_else(|| decimal(text, bare)) {
        Some(minutes) => minutes,
        None => {
            let read = parse_entry(text).map_err(|_| {
                format!(
                    "“{}” is not a length of time: write it like 1:30, 1.5 or 90 min.",
                    shown(text)
                )
            })?;
            read.first()
                .map_or(0, |reading| u64::from(reading.minutes.0))
        }
    };
    match u32::try_from(minutes).map(Minutes) {
        Ok(Minutes::ZERO) => Ok(None),
        Ok(length) if length <= Minutes::DAY => Ok(Some(length)),
        _ => Err(format!(
            "“{}” is more than 24 hours: split it by day.",
            shown(text)
        )),
    }
}

/// `1:30`, `01:30:29`.
fn clock_length(text: &str) -> Option<u64> {
    let parts: Vec<&str> = text.split(':').collect();
    let number = |part: &str| {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u64>().ok()).flatten()
    };
    let (hours, minutes, seconds) = match parts[..] {
        [hours, minutes] => (number(hours)?, number(minutes)?, 0),
        [hours, minutes, seconds] => (number(hours)?, number(minutes)?, number(seconds)?),
        _ => return None,
    };
    if minutes >= 60 || seconds >= 60 {
        return None;
    }
    Some(hours * 60 + minutes + u64::from(seconds >= 30))
}

/// `1.5`, `1,25`, `90`: exact, then rounded half up to the minute.
fn decimal(text: &str, bare: Bare) -> Option<u64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let possible = (1..=6).contains(&whole.len()) && part.len() <= 9;
    if !possible || !digits(whole) || !digits(part) {
        return None;
    }
    let scale = 10_u64.pow(u32::try_from(part.len()).ok()?);
    let number = whole.parse::<u64>().ok()? * scale + part.parse::<u64>().unwrap_or(0);
    let per_unit = match bare {
        Bare::Hours => 60,
        Bare::Minutes => 1,
    };
    Some((number * per_unit * 2 + scale) / (scale * 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn read(text: &str, order: DateOrder) -> String {
        match date(text, order) {
            Ok((day, None)) => day.to_string(),
            Ok((day, Some(time))) => format!("{day} {time}"),
            Err(problem) => problem,
        }
    }

    #[test]
    fn days_are_read_in_the_order_that_the_file_has() {
        for (text, order, expected) in [
            ("3/4/2026", DateOrder::DayFirst, "2026-04-03"),
            ("3/4/2026", DateOrder::MonthFirst, "2026-03-04"),
            ("03.04.26", DateOrder::DayFirst, "2026-04-03"),
            ("2026-03-04", DateOrder::MonthFirst, "2026-03-04"),
            ("4 Mar 2026", DateOrder::MonthFirst, "2026-03-04"),
            (
                "2026-03-04T09:15:10Z",
                DateOrder::DayFirst,
                "2026-03-04 09:15:00",
            ),
            (
                "2026-03-04T09:15:10+01:00",
                DateOrder::DayFirst,
                "2026-03-04 09:15:00",
            ),
            (
                "03/04/2026 02:44:33 PM",
                DateOrder::MonthFirst,
                "2026-03-04 14:44:00",
            ),
            ("12/3/2026 9am", DateOrder::DayFirst, "2026-03-12 09:00:00"),
        ] {
            assert_eq!(read(text, order), expected, "{text}");
        }
    }

    #[track_caller]
    fn refuses(problem: Result<impl std::fmt::Debug, String>, expected: Expect) {
        expected.assert_eq(&problem.unwrap_err());
    }

    #[test]
    fn what_cannot_be_read_is_told_in_a_sentence() {
        refuses(
            date("31/2/2026", DateOrder::DayFirst),
            expect!["February 2026 has no day 31: its last day is 28."],
        );
        refuses(
            date("31/2/2026", DateOrder::MonthFirst),
            expect!["“31/2/2026” is not a date with the month first."],
        );
        refuses(
            date("=TODAY()", DateOrder::DayFirst),
            expect!["“=TODAY()” is a formula: save the sheet so that the file holds its values."],
        );
        refuses(
            time("25:00"),
            expect!["“25:00” is not a time of day: write it like 09:15 or 9:15 pm."],
        );
        refuses(
            duration("a while", Bare::Hours),
            expect!["“a while” is not a length of time: write it like 1:30, 1.5 or 90 min."],
        );
        refuses(
            duration("25:00", Bare::Hours),
            expect!["“25:00” is more than 24 hours: split it by day."],
        );
    }

    #[test]
    fn times_of_day_are_read_as_they_are_written() {
        for (text, expected) in [
            ("9:00", "09:00:00"),
            ("09:15:59", "09:15:00"),
            ("9.15", "09:15:00"),
            ("0915", "09:15:00"),
            ("9:15 AM", "09:15:00"),
            ("12:00 AM", "00:00:00"),
            ("12:30 p.m.", "12:30:00"),
            ("02:44:33 PM", "14:44:00"),
            ("13:05 PM", "13:05:00"),
            ("9pm", "21:00:00"),
            ("24:00", "00:00:00"),
            ("21h30", "21:30:00"),
        ] {
            assert_eq!(time(text).unwrap().to_string(), expected, "{text}");
        }
        for text in ["", "9", "0.375", "9:5", "noon", "-1:00", "13 am", "9:60"] {
            assert!(time(text).is_err(), "{text}");
        }
    }

    #[test]
    fn lengths_are_exact_to_the_minute() {
        for (text, bare, expected) in [
            ("1:30", Bare::Hours, Some(90)),
            ("01:30:29", Bare::Hours, Some(90)),
            ("01:30:30", Bare::Hours, Some(91)),
            ("24:00:00", Bare::Hours, Some(1440)),
            ("1,5", Bare::Hours, Some(90)),
            ("0.33", Bare::Hours, Some(20)),
            ("7.5", Bare::Hours, Some(450)),
            ("90", Bare::Minutes, Some(90)),
            ("8", Bare::Hours, Some(480)),
            ("1h 30m", Bare::Hours, Some(90)),
            ("45 min", Bare::Hours, Some(45)),
            ("", Bare::Hours, None),
            ("0:00:12", Bare::Hours, None),
            ("0", Bare::Hours, None),
        ] {
            assert_eq!(duration(text, bare), Ok(expected.map(Minutes)), "{text}");
        }
    }

    #[test]
    fn a_column_of_numbers_says_whether_they_are_hours_or_minutes() {
        for (cells, expected) in [
            (&["1", "8", ""][..], Bare::Hours),
            (&["45", "90"], Bare::Minutes),
            (&["45", "1.5"], Bare::Hours),
            (&["1:30", "45"], Bare::Hours),
        ] {
            assert_eq!(Bare::of(cells.iter().copied()), expected, "{cells:?}");
        }
    }

    proptest! {
        #[test]
        fn no_cell_panics(text in any::<String>()) {
            let _ = date(&text, DateOrder::MonthFirst);
            let _ = time(&text);
            let _ = duration(&text, Bare::Hours);
            Evidence::default().look_at(&text);
        }

        #[test]
        fn every_time_of_day_is_read_back(minute in 0_u32..1440) {
            let at = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
            for text in ["%H:%M", "%H:%M:%S", "%I:%M %p", "%-I.%M%P", "%H%M"] {
                prop_assert_eq!(time(&at.format(text).to_string()), Ok(at), "{}", text);
            }
        }
    }
}
