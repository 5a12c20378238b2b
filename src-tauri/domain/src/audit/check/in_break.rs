//! In a break in learning.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;
use super::unknown::{missing, unknown};
use crate::programme::ProgrammeField;

pub(super) const REMARK: &str =
    "It lies in a break in learning, when nothing counts: check the day, the kind and the break.";

pub(super) fn look(entry: &Entry, setting: &Setting) -> Option<Mark> {
    if let Some(pause) = setting.programme.break_on(entry.done_on()) {
        let from = crate::day::short(pause.from);
        return Some(Mark::problem(format!("break from {from}")));
    }
    // The programme may not know of the break yet.
    entry
        .kind_of_break
        .then(|| Mark::problem("its kind says so, and your programme has no break then"))
}

/// A programme that is entered without a break has none; one that is not entered says nothing of breaks.
pub(super) fn report(found: &Found<'_>, setting: &Setting) -> Check {
    let programme = &setting.programme;
    if found.is_empty() && programme.breaks.is_empty() && programme.original_start.is_none() {
        return unknown(
            CheckCode::InBreak,
            "Your programme is not entered yet, so it is not known whether it had a break in learning.",
            "Enter the original start in your programme, and any break in learning.",
            missing([ProgrammeField::OriginalStart, ProgrammeField::Breaks]),
        );
    }
    found.check(
        CheckCode::InBreak,
        "No entry lies in a break in learning.",
        format!(
            "{} in a break in learning, when nothing counts.",
            entries(found.len(), "lies", "lie")
        ),
        "Correct the day or the kind, or the dates of the break in your programme.",
    )
}
