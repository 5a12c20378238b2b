//! Nearly the same words and times twice.

use super::super::entry::Key;
use super::super::marks::{Found, Mark};
use super::super::{Check, CheckCode, Outcome};
use super::entries;
use crate::day;

/// Twice on one day is most likely one thing logged twice; on two days, a text that was copied.
pub(in super::super) fn mark(of: &Key, twin: &Key) -> Mark {
    if of.0 == twin.0 {
        Mark::problem("twice on this day")
    } else {
        Mark::look(format!("as on {}", day::short(twin.0)))
    }
}

pub(super) fn remark(mark: &Mark) -> String {
    if mark.result == Outcome::Problem {
        "Nearly the same is already logged for this day: check that it is not there twice."
            .to_owned()
    } else {
        format!(
            "This has nearly the same words and times {}: say what was different this time.",
            mark.detail
        )
    }
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::NearDuplicate,
        "No two entries are nearly the same.",
        format!(
            "{} nearly the same words and times as another.",
            entries(found.len(), "has", "have")
        ),
        "Move what was logged twice to the bin, and say in copied entries what was new each time.",
    )
}
