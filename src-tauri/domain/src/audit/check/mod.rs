//! The checks, one a file: what each finds, and how it says so.

mod after_gateway;
mod after_planned_end;
mod at_minimum;
mod before_start;
mod disputed;
mod excluded;
mod future;
mod idle;
mod in_break;
mod late;
mod long_day;
pub(super) mod near_duplicate;
mod no_learning;
mod overlap;
mod planned;
mod unconfirmed;
mod unknown;
mod unusual_time;

use super::entry::Entry;
use super::log::Log;
use super::marks::Mark;
use super::setting::Setting;
use super::{Check, CheckCode, Outcome};
use crate::number::counted;
use chrono::NaiveDate;

/// Looks at an entry by itself.
type ByEntry = fn(&Entry, &Setting) -> Option<Mark>;

/// Looks at the entries of a day beside those of the days next to it: a mark, or none, for each entry of
/// that day in the order in which they stand.
type ByDay = fn(NaiveDate, &[&Entry]) -> Vec<Option<Mark>>;

/// What is looked for in each entry by itself.
pub(super) const BY_ENTRY: &[(CheckCode, ByEntry)] = &[
    (CheckCode::Future, future::look),
    (CheckCode::BeforeStart, before_start::look),
    (CheckCode::AfterPlannedEnd, after_planned_end::look),
    (CheckCode::AfterGateway, after_gateway::look),
    (CheckCode::InBreak, in_break::look),
    (CheckCode::UnusualTime, unusual_time::look),
    (CheckCode::Late, late::look),
    (CheckCode::NoLearning, no_learning::look),
    (CheckCode::Unconfirmed, unconfirmed::look),
    (CheckCode::Excluded, excluded::look),
    (CheckCode::Disputed, disputed::look),
];

/// What is looked for in each day.
pub(super) const BY_DAY: &[(CheckCode, ByDay)] = &[
    (CheckCode::Overlap, overlap::look),
    (CheckCode::LongDay, long_day::look),
];

/// A check in words. What was looked for in entries is not known to be fine while there are none.
pub(super) fn report(code: CheckCode, log: &Log) -> Check {
    let check = reported(code, log);
    if check.result == Outcome::Fine && log.is_empty() && looks_at_entries(code) {
        return unknown::no_entries(code);
    }
    check
}

/// Whether a check is made of what entries are, and not of totals or days.
fn looks_at_entries(code: CheckCode) -> bool {
    let by_entry = BY_ENTRY.iter().any(|(other, _)| *other == code);
    let by_day = BY_DAY.iter().any(|(other, _)| *other == code);
    by_entry || by_day || code == CheckCode::NearDuplicate
}

fn reported(code: CheckCode, log: &Log) -> Check {
    let found = &log.found(code);
    match code {
        CheckCode::Overlap => overlap::report(found),
        CheckCode::LongDay => long_day::report(found),
        CheckCode::Future => future::report(found),
        CheckCode::BeforeStart => before_start::report(found, log.setting()),
        CheckCode::AfterPlannedEnd => after_planned_end::report(found, log.setting()),
        CheckCode::AfterGateway => after_gateway::report(found, log.setting()),
        CheckCode::InBreak => in_break::report(found, log.setting()),
        CheckCode::UnusualTime => unusual_time::report(found),
        CheckCode::Late => late::report(found),
        CheckCode::NearDuplicate => near_duplicate::report(found),
        CheckCode::NoLearning => no_learning::report(found),
        CheckCode::Unconfirmed => unconfirmed::report(found, log),
        CheckCode::Idle => idle::report(log),
        CheckCode::AtMinimum => at_minimum::report(log),
        CheckCode::Planned => planned::report(log),
        CheckCode::Excluded => excluded::report(found, log),
        CheckCode::Disputed => disputed::report(found),
    }
}

/// What a mark means to whoever is typing the entry; `None` where only the whole log can be judged.
pub(super) fn remark(code: CheckCode, mark: &Mark) -> Option<String> {
    let said = match code {
        CheckCode::Overlap => overlap::REMARK,
        CheckCode::LongDay => long_day::REMARK,
        CheckCode::Future => future::REMARK,
        CheckCode::BeforeStart => before_start::REMARK,
        CheckCode::AfterPlannedEnd => after_planned_end::REMARK,
        CheckCode::AfterGateway => after_gateway::REMARK,
        CheckCode::InBreak => in_break::REMARK,
        CheckCode::UnusualTime => unusual_time::REMARK,
        CheckCode::Late => late::REMARK,
        CheckCode::NearDuplicate => return Some(near_duplicate::remark(mark)),
        CheckCode::NoLearning => no_learning::REMARK,
        // Nobody confirms what is still being typed, the answer beside it says why it does not count, and a disagreement has been typed on purpose.
        CheckCode::Unconfirmed
        | CheckCode::Excluded
        | CheckCode::Disputed
        | CheckCode::Idle
        | CheckCode::AtMinimum
        | CheckCode::Planned => return None,
    };
    Some(said.to_owned())
}

/// A check that found nothing.
pub(super) fn fine(code: CheckCode, text: impl Into<String>) -> Check {
    Check {
        code,
        result: Outcome::Fine,
        text: text.into(),
        advice: String::new(),
        concerns: Vec::new(),
    }
}

/// `1 entry lies`, `12 entries lie`.
fn entries(count: usize, one: &str, many: &str) -> String {
    counted(count, &format!("entry {one}"), &format!("entries {many}"))
}
