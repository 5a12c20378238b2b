//! After gateway or the actual end.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;

pub(super) const REMARK: &str =
    "This day lies after gateway or the end of your programme, so its time does not count.";

pub(super) fn look(entry: &Entry, setting: &Setting) -> Option<Mark> {
    let programme = &setting.programme;
    let ends = [programme.gateway_on, programme.ended_on];
    let over = ends.into_iter().flatten().min()?;
    (entry.done_on() > over).then(|| Mark::problem(""))
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::AfterGateway,
        "No entry lies after gateway or the end of the programme.",
        format!(
            "{} after gateway or the end of the programme and adds nothing.",
            entries(found.len(), "lies", "lie")
        ),
        "Correct the day, or take the claim out.",
    )
}
