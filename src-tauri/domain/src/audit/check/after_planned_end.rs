//! After the planned end, while the training goes on.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode, Outcome};
use super::unknown::{missing, unknown};
use super::{entries, fine};
use crate::day;
use crate::programme::ProgrammeField;

const ADVICE: &str =
    "Tell your provider: the plan should be extended, and until then the entries should say why.";

pub(super) const REMARK: &str = "This day lies after your planned end: it counts until gateway or the actual end, but tell your provider, \
     because the plan should be extended.";

pub(super) fn look(entry: &Entry, setting: &Setting) -> Option<Mark> {
    let end = setting.programme.planned_end?;
    (entry.stands() && entry.done_on() > end).then(|| Mark::look(""))
}

pub(super) fn report(found: &Found<'_>, setting: &Setting) -> Check {
    let code = CheckCode::AfterPlannedEnd;
    let Some(end) = setting.programme.planned_end else {
        return unknown(
            code,
            "Your programme does not say when it is planned to end, so there is nothing to compare with.",
            "Enter the planned end of training in your programme.",
            missing([ProgrammeField::PlannedEnd]),
        );
    };
    let end = day::short(end);
    let passed = setting.programme.passed_end(setting.today).is_some();
    let text = match (passed, found.len()) {
        (false, 0) => return fine(code, "No entry lies after the planned end."),
        (true, 0) => format!("The planned end, {end}, has passed while the training goes on."),
        (true, count) => format!(
            "The planned end, {end}, has passed, and {} after it.",
            entries(count, "lies", "lie")
        ),
        (false, count) => format!(
            "{} after the planned end, {end}.",
            entries(count, "lies", "lie")
        ),
    };
    Check {
        code,
        result: Outcome::Look,
        text,
        advice: ADVICE.to_owned(),
        concerns: found.concerns(),
    }
}
