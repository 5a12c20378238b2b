//! The learner disagrees with the rules.

use super::super::entry::Entry;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{Check, CheckCode};
use super::{entries, fine};

pub(super) fn look(entry: &Entry, _: &Setting) -> Option<Mark> {
    let held = entry.disputed.as_ref()?;
    let holds = if held.counts {
        "should count"
    } else {
        "should not count"
    };
    let note = held.note.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Mark::look(format!("{} {holds}: {note}", entry.claimed)))
}

pub(super) fn report(found: &Found<'_>) -> Check {
    let code = CheckCode::Disputed;
    if found.is_empty() {
        return fine(
            code,
            "You have not disagreed with the rules about any entry.",
        );
    }
    let amount = found.claimed();
    Check {
        code,
        result: found.result(),
        text: format!(
            "You see {} differently from the rules: {amount}, which stay where the rules put them.",
            entries(found.len(), "", "").trim_end()
        ),
        advice: "Ask your provider to decide, and record the answer; no total changes until then."
            .to_owned(),
        concerns: found.concerns(),
    }
}
