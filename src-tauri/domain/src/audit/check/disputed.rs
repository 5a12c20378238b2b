//! The learner disagrees with the rules.

use super::super::entry::Entry;
use super::super::log::Log;
use super::super::marks::{Mark, Marks};
use super::super::setting::Setting;
use super::super::{About, Check, CheckCode, Concern};
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

pub(super) fn report(marks: &Marks, log: &Log) -> Check {
    let code = CheckCode::Disputed;
    if marks.len() == 0 {
        return fine(code, "You go by the rules in every entry.");
    }
    let concerns = marks.concerns();
    let amount = concerns
        .iter()
        .filter_map(|concern: &Concern| match &concern.about {
            About::Entry(id) => log.claimed_by(id),
            About::Days { .. } => None,
        })
        .sum::<crate::minutes::Minutes>();
    Check {
        code,
        result: marks.result(),
        text: format!(
            "You see {} differently from the rules: {amount}, which stay where the rules put them.",
            entries(marks.len(), "", "").trim_end()
        ),
        advice: "Ask your provider to decide, and record the answer; no total changes until then."
            .to_owned(),
        concerns,
    }
}
