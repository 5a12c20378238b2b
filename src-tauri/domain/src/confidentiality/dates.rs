//! Dates to the day: of birth where a word nearby says so, otherwise merely exact.

use super::scan::{Text, Token, is_space};
use super::{FindingKind, Hit};
use chrono::NaiveDate;

/// How near a word such as "born" has to stand, in bytes.
const NEAR: usize = 30;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

pub(super) fn dates(text: &Text<'_>, hits: &mut Vec<Hit>) {
    let births = birth_words(text);
    let mut at = 0;
    while at < text.tokens.len() {
        let Some((start, last)) = date_at(text, at) else {
            at += 1;
            continue;
        };
        let (start, end) = (text.tokens[start].start, text.tokens[last].end());
        // Both lists are in order, so the first word that is not too far before decides.
        let first_near = births.partition_point(|word| word.1 + NEAR < start);
        let birth = births
            .get(first_near)
            .is_some_and(|word| word.0 <= end + NEAR);
        let kind = if birth {
            FindingKind::DateOfBirth
        } else {
            FindingKind::ExactDate
        };
        hits.push((kind, start, end));
        at = last + 1;
    }
}

/// Where "DOB", "D.O.B.", "born", "birthday" and "date of birth" begin and end.
fn birth_words(text: &Text<'_>) -> Vec<(usize, usize)> {
    let tokens = &text.tokens;
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word));
    tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| {
            ["dob", "born", "birth", "birthday", "birthdate"]
                .iter()
                .any(|word| token.is(word))
                || (token.is("d") && is(at + 2, "o") && is(at + 4, "b"))
        })
        .map(|(_, token)| (token.start, token.end()))
        .collect()
}

/// The first and last token of a date that begins at `at`: `12/3/2026`, `2026-03-12`, `12 March 2026`,
/// `12th of March 2026`, `March 12, 2026`.
fn date_at(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    if !text.get(at)?.is_word() || before.is_some_and(|token| matches!(token.text, "/" | ".")) {
        return None;
    }
    numeric(text, at)
        .or_else(|| worded(text, at))
        .or_else(|| month_first(text, at))
        .map(|last| (at, last))
}

fn numeric(text: &Text<'_>, at: usize) -> Option<usize> {
    let mark = text.get(at + 1)?.text;
    if !matches!(mark, "/" | "." | "-") || text.get(at + 3)?.text != mark {
        return None;
    }
    let part = |n: usize| text.get(at + n);
    let (first, second, third) = (part(0)?, part(2)?, part(4)?);
    let month = second.number(2)?;
    let valid = if first.text.len() == 4 {
        exists(first.number(4)?, month, third.number(2)?)
    } else {
        exists(year(third)?, month, first.number(2)?)
    };
    valid.then_some(at + 4)
}

fn worded(text: &Text<'_>, at: usize) -> Option<usize> {
    let day = ordinal(text.get(at)?)?;
    let mut next = skip_marks(text, at + 1);
    if text.get(next).is_some_and(|token| token.is("of")) {
        next = skip_marks(text, next + 1);
    }
    let month = month(text.get(next)?)?;
    let last = skip_marks(text, next + 1);
    exists(year(text.get(last)?)?, month, day).then_some(last)
}

fn month_first(text: &Text<'_>, at: usize) -> Option<usize> {
    let month = month(text.get(at)?)?;
    let next = skip_marks(text, at + 1);
    let day = ordinal(text.get(next)?)?;
    let last = skip_marks(text, next + 1);
    exists(year(text.get(last)?)?, month, day).then_some(last)
}

/// The place after a few spaces, commas or dashes.
fn skip_marks(text: &Text<'_>, at: usize) -> usize {
    let mark = |token: &&Token<'_>| is_space(token) || matches!(token.text, "," | "-" | "." | "/");
    at + text.tokens.iter().skip(at).take(3).take_while(mark).count()
}

fn ordinal(token: &Token<'_>) -> Option<u32> {
    let text = token.text;
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|suffix| text.strip_suffix(suffix));
    Token {
        text: digits.unwrap_or(text),
        start: 0,
    }
    .number(2)
    .filter(|day| (1..=31).contains(day))
}

fn month(token: &Token<'_>) -> Option<u32> {
    let lower = token.text.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == lower)?;
    let full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ][at];
    let written = token.text.to_ascii_lowercase();
    let fits = full.starts_with(&written) || written == "sept";
    if fits {
        u32::try_from(at + 1).ok()
    } else {
        None
    }
}

/// Four digits from 1850 to 2199, or two.
fn year(token: &Token<'_>) -> Option<u32> {
    match (token.text.len(), token.number(4)?) {
        (4, year @ 1850..=2199) => Some(year),
        (2, year) => Some(2000 + year),
        _ => None,
    }
}

fn exists(year: u32, month: u32, day: u32) -> bool {
    // A leap year of two digits may belong to either century; both have the same leap years.
    i32::try_from(year).is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_some())
}
