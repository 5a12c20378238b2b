//! What a person should correct, all of it at once.

use crate::day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most characters of a title, a name or any other single line.
pub const LONGEST_LINE: usize = 300;

/// The most bytes of one text, such as one stage of an account.
pub const LONGEST_TEXT: usize = 4 * 1024 * 1024;

/// One thing to correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The field, in the spelling of the wire form: `plannedEnd`, `breaks[1].to`.
    pub field: String,
    /// One sentence: what is wrong and what would be right.
    pub reason: String,
}

/// Everything to correct in one form or file, in the order of its fields. Never empty when it is
/// returned as an error.
#[derive(Debug, Clone, PartialEq, Eq, Default, thiserror::Error)]
#[error("{}", .0.iter().map(|p| format!("{}: {}", p.field, p.reason)).collect::<Vec<_>>().join("; "))]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Begins an empty collection.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that `field` is wrong for `reason`.
    pub fn add(&mut self, field: impl Into<String>, reason: impl Into<String>) {
        self.0.push(Problem {
            field: field.into(),
            reason: reason.into(),
        });
    }

    /// Notes `reason` for `field` unless `holds`.
    pub fn check(&mut self, holds: bool, field: &str, reason: &str) {
        if !holds {
            self.add(field, reason);
        }
    }

    /// Notes a date outside the years that anything can be recorded for.
    pub fn check_date(&mut self, field: &str, date: NaiveDate) {
        self.check(
            day::is_sensible(date),
            field,
            "The year cannot be right: dates from 1900 to 2200 are possible.",
        );
    }

    /// Notes a line that is longer than [`LONGEST_LINE`].
    pub fn check_short(&mut self, field: &str, text: &str) {
        self.check(
            text.chars().take(LONGEST_LINE + 1).count() <= LONGEST_LINE,
            field,
            "This is too long for one line: keep it to 300 characters.",
        );
    }

    /// Notes a line that is empty or longer than [`LONGEST_LINE`]; `missing` is said of an empty one.
    pub fn check_title(&mut self, field: &str, text: &str, missing: &str) {
        self.check(!text.trim().is_empty(), field, missing);
        self.check_short(field, text);
    }

    /// Notes a text that is longer than [`LONGEST_TEXT`].
    pub fn check_text(&mut self, field: &str, text: &str) {
        self.check(
            text.len() <= LONGEST_TEXT,
            field,
            "This text is larger than 4 MB, more than a thousand pages: split it, or attach it as a \
             file.",
        );
    }

    /// Notes everything of `inner` under a path such as `activities[3]`.
    pub fn nest(&mut self, path: &str, inner: Self) {
        self.0.extend(inner.0.into_iter().map(|p| Problem {
            field: format!("{path}.{}", p.field),
            ..p
        }));
    }

    /// `value` if nothing was noted.
    ///
    /// # Errors
    /// The collection itself if anything was noted.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}
