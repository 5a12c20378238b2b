//! Before the programme began.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;
use super::unknown::{missing, unknown};
use crate::programme::ProgrammeField;

pub(super) const REMARK: &str =
    "This day lies before your programme started, so its time does not count.";

pub(super) fn look(entry: &Entry, setting: &Setting) -> Option<Mark> {
    let start = setting.programme.original_start?;
    (entry.done_on() < start).then(|| Mark::problem(""))
}

pub(super) fn report(found: &Found<'_>, setting: &Setting) -> Check {
    if setting.programme.original_start.is_none() {
        return unknown(
            CheckCode::BeforeStart,
            "Your programme does not say when it started, so there is nothing to compare with.",
            "Enter the original start in your programme.",
            missing([ProgrammeField::OriginalStart]),
        );
    }
    found.check(
        CheckCode::BeforeStart,
        "No entry lies before the start.",
        format!(
            "{} before the programme started and does not count.",
            entries(found.len(), "lies", "lie")
        ),
        "Correct the day, or check the original start in your programme.",
    )
}
