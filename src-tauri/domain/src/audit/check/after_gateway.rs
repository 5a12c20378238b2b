//! After gateway or the actual end.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::unknown::{missing, unknown};
use super::{entries, fine};
use crate::day;
use crate::programme::ProgrammeField;

pub(super) const REMARK: &str =
    "This day lies after gateway or the end of your programme, so its time does not count.";

pub(super) fn look(entry: &Entry, setting: &Setting) -> Option<Mark> {
    let programme = &setting.programme;
    let ends = [programme.gateway_on, programme.ended_on];
    let over = ends.into_iter().flatten().min()?;
    (entry.done_on() > over).then(|| Mark::problem(""))
}

/// Neither day is recorded while the training goes on. Until the planned end that is as it should be;
/// where no end is known, or it has passed, nothing can be said.
pub(super) fn report(found: &Found<'_>, setting: &Setting) -> Check {
    let (code, programme) = (CheckCode::AfterGateway, &setting.programme);
    if programme.gateway_on.or(programme.ended_on).is_none() {
        return match programme.planned_end {
            Some(end) if setting.today <= end => fine(
                code,
                format!(
                    "The training goes on until {} as planned, with neither gateway nor an end before today.",
                    day::short(end)
                ),
            ),
            _ => unknown(
                code,
                "Your programme says neither when gateway was nor when it ended, so there is nothing to compare with.",
                "Enter the day of gateway or the day the programme ended once it has come, and until then the planned end.",
                missing([
                    ProgrammeField::PlannedEnd,
                    ProgrammeField::GatewayOn,
                    ProgrammeField::EndedOn,
                ]),
            ),
        };
    }
    found.check(
        code,
        "No entry lies after gateway or the end of the programme.",
        format!(
            "{} after gateway or the end of the programme and adds nothing.",
            entries(found.len(), "lies", "lie")
        ),
        "Correct the day, or take the claim out.",
    )
}
