//! What is said where a check had nothing to compare.
//!
//! Silence is not a good result: whoever hands a log in must be able to tell a check that passed from one
//! that could not be made.

use super::super::setting::Setting;
use super::super::{About, Check, CheckCode, Concern, Outcome};
use crate::problem::Problems;
use crate::programme::ProgrammeField;

/// A check that could not be made: why, what to do, and where that is done. Nothing leads anywhere where nobody
/// but the provider can help.
pub(super) fn unknown(
    code: CheckCode,
    text: impl Into<String>,
    advice: impl Into<String>,
    about: impl IntoIterator<Item = About>,
) -> Check {
    let concern = |about| Concern {
        about,
        detail: String::new(),
    };
    Check {
        code,
        result: Outcome::Unknown,
        text: text.into(),
        advice: advice.into(),
        concerns: about.into_iter().map(concern).collect(),
    }
}

/// What the programme would have to say.
pub(super) fn missing<const N: usize>(fields: [ProgrammeField; N]) -> [About; N] {
    fields.map(|field| About::Programme { field })
}

/// There is no entry to look at.
pub(super) fn no_entries(code: CheckCode) -> Check {
    unknown(
        code,
        "No entry claims time yet, so there is nothing to look at.",
        "Log an activity, and say how much of it was off-the-job learning.",
        [About::Log],
    )
}

/// There is no figure to compare with; the programme says too little for one.
pub(super) fn no_figure(code: CheckCode, setting: &Setting) -> Check {
    let Problems(missing) = &setting.missing;
    let reasons: Vec<&str> = missing.iter().map(|it| it.reason.as_str()).collect();
    let fields = missing
        .iter()
        .filter_map(|it| ProgrammeField::of_problem(&it.field));
    unknown(
        code,
        "The required hours are not known yet, so there is nothing to compare with.",
        reasons.join(" "),
        fields.map(|field| About::Programme { field }),
    )
}
