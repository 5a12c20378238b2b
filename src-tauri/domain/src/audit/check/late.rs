//! Recorded long after it happened.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;
use crate::day;
use crate::number::grouped;

/// Days within which an entry counts as recorded at the time.
const IN_TIME: i64 = 28;

pub(super) const REMARK: &str = "This happened more than 28 days ago: it can be logged, and something that shows it, such as a register \
     or an e-mail, makes it believable.";

pub(super) fn look(entry: &Entry, _: &Setting) -> Option<Mark> {
    let days = day::days_between(entry.done_on(), entry.recorded_on);
    (entry.stands() && days > IN_TIME)
        .then(|| Mark::look(format!("recorded {} days later", grouped(days))))
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::Late,
        "Every entry was recorded within 28 days.",
        format!(
            "{} recorded more than 28 days after the learning.",
            entries(found.len(), "was", "were")
        ),
        "Late entries are accepted where something shows them: keep registers, slides or e-mails, and log \
         within the month from now on.",
    )
}
