//! The off-the-job minimum: figures that were worked out by hand, what is said of a figure and of what was
//! delivered, and properties that hold for every programme.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod cases;
mod properties;
mod rules;

use aftershift_domain::hours::Requirement;
use aftershift_domain::programme::LearningBreak;
use chrono::{Days, NaiveDate};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn pause(from: NaiveDate, days: u64) -> LearningBreak {
    LearningBreak {
        from,
        to: from + Days::new(days),
        reason: String::new(),
    }
}

fn has_warning(requirement: &Requirement, code: &str) -> bool {
    requirement
        .warnings
        .iter()
        .any(|warning| warning.code == code)
}

/// The number that the last step of the explanation states.
fn last_step(requirement: &Requirement) -> String {
    let value = &requirement.steps.last().unwrap().value;
    let number = value.strip_suffix(" h").unwrap().replace(',', "");
    let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
    format!("{whole}.{part:0<4}")
}
