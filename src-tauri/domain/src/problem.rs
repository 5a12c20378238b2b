//! What a person should correct, all of it at once.

use serde::Serialize;

/// One thing to correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
        self.0.push(Problem { field: field.into(), reason: reason.into() });
    }

    /// Notes `reason` for `field` unless `holds`.
    pub fn check(&mut self, holds: bool, field: &str, reason: &str) {
        if !holds {
            self.add(field, reason);
        }
    }

    /// `value` if nothing was noted.
    ///
    /// # Errors
    /// The collection itself if anything was noted.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}
