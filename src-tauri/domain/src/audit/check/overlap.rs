//! Two entries claim the same minutes.

use super::super::entry::{Entry, Span};
use super::super::marks::{Found, Mark};
use super::super::{Check, CheckCode};
use super::entries;
use chrono::NaiveDate;

pub(super) const REMARK: &str =
    "Its times overlap those of another entry: the same minutes can be claimed only once.";

/// An entry that overlaps another cannot stand where both claim all of their time; where a lesson lies
/// within a shift of which only part is claimed, it may.
pub(super) fn look(day: NaiveDate, around: &[&Entry]) -> Vec<Option<Mark>> {
    let all = overlapping(around, |_| true);
    let whole = overlapping(around, |entry| entry.whole);
    around
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.done_on() == day)
        .map(|(at, entry)| {
            let times = entry.span.map(Span::times).unwrap_or_default();
            if whole[at] {
                Some(Mark::problem(times))
            } else if all[at] {
                Some(Mark::look(times))
            } else {
                None
            }
        })
        .collect()
}

/// Which of the entries overlap another. Each is looked at once in the order of beginnings: it overlaps an
/// earlier one if it begins before the latest end so far, and a later one if the next begins before its end.
fn overlapping(around: &[&Entry], takes_part: impl Fn(&Entry) -> bool) -> Vec<bool> {
    let mut spans: Vec<(Span, usize)> = around
        .iter()
        .enumerate()
        .filter(|(_, entry)| takes_part(entry))
        .filter_map(|(at, entry)| Some((entry.span?, at)))
        .collect();
    spans.sort_unstable();
    let mut found = vec![false; around.len()];
    let mut latest = i64::MIN;
    for (place, (span, at)) in spans.iter().enumerate() {
        let next = spans.get(place + 1);
        found[*at] = span.from < latest || next.is_some_and(|(next, _)| next.from < span.to);
        latest = latest.max(span.to);
    }
    found
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::Overlap,
        "No two entries claim the same minutes.",
        format!(
            "{} with another.",
            entries(found.len(), "overlaps in time", "overlap in time")
        ),
        "Correct the times, or claim the time that both cover in one of them only.",
    )
}
