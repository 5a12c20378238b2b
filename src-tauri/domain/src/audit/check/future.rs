//! A day that has not come.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;

pub(super) const REMARK: &str =
    "This day has not come yet: time can be claimed once the learning has taken place.";

pub(super) fn look(entry: &Entry, setting: &Setting) -> Option<Mark> {
    (entry.done_on() > setting.today).then(|| Mark::problem(""))
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::Future,
        "No entry lies in the future.",
        format!(
            "{} time for a day that has not come.",
            entries(found.len(), "claims", "claim")
        ),
        "Correct the day, or take the claim out until the learning has taken place.",
    )
}
