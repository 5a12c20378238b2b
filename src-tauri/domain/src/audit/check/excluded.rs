//! Time that is claimed and does not count.

use super::super::entry::Entry;
use super::super::log::Log;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;

pub(super) fn look(entry: &Entry, _: &Setting) -> Option<Mark> {
    entry.excluded.as_deref().map(Mark::look)
}

/// What was claimed in all, and what of it counts: the sum that an auditor makes first.
pub(super) fn report(found: &Found<'_>, log: &Log) -> Check {
    let totals = log.totals();
    let all = totals.claimed.saturating_add(totals.excluded);
    found.check(
        CheckCode::Excluded,
        &format!("All of the {all} that you claimed so far count."),
        format!(
            "You claimed {all} so far: {} count, and {} in {} do not.",
            totals.claimed,
            totals.excluded,
            entries(found.len(), "", "").trim_end()
        ),
        "Each says why. If the reason is right, there is nothing to do: the time is left out of every \
         total. If it is not, correct the entry or your programme.",
    )
}
