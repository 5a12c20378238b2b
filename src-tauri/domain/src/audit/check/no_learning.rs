//! Nothing is said of what was new.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::entries;

pub(super) const REMARK: &str = "Say what you newly learned: an auditor looks for it first.";

pub(super) fn look(entry: &Entry, _: &Setting) -> Option<Mark> {
    entry.lacks_learning.then(|| Mark::problem(""))
}

pub(super) fn report(found: &Found<'_>) -> Check {
    found.check(
        CheckCode::NoLearning,
        "Every entry that counts says what was newly learned.",
        format!(
            "{} not say what was newly learned.",
            entries(found.len(), "does", "do")
        ),
        "Add a line to each: what did you know or could you do afterwards that you could not before?",
    )
}
