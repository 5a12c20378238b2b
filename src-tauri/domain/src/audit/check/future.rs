//! A day that has not come.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;
use crate::hours::is_to_come;

pub(super) const REMARK: &str =
    "This day has not come yet: check the day, or leave it, and it counts once the day is there.";

/// It stands in no total, so nothing is wrong with the log; but the day may be a slip of the hand.
pub(super) fn look(entry: &Entry, setting: &Setting) -> Option<Mark> {
    is_to_come(entry.done_on(), setting.today).then(|| Mark::look("does not count yet"))
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::Future,
        "No entry is for a day that has not come.",
        format!(
            "{} time for a day that has not come: {}, left out of every total and of what is handed in until then.",
            entries(found.len(), "claims", "claim"),
            found.claimed()
        ),
        "Correct the day if it is wrong. If it is right, there is nothing to do: it counts from that day on.",
    )
}
