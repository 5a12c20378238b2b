//! What is said where a check had nothing to compare.
//!
//! Silence is not a good result: whoever hands a log in must be able to tell a check that passed from one
//! that could not be made.

use super::super::setting::Setting;
use super::super::{About, Check, CheckCode, Concern, Outcome};
use crate::problem::Problems;

/// A check that could not be made: why, what to do, and what the programme would have to say.
pub(super) fn unknown(
    code: CheckCode,
    text: impl Into<String>,
    advice: impl Into<String>,
    fields: &[&str],
) -> Check {
    Check {
        code,
        result: Outcome::Unknown,
        text: text.into(),
        advice: advice.into(),
        concerns: fields.iter().map(|field| in_programme(field)).collect(),
    }
}

/// There is no entry to look at.
pub(super) fn no_entries(code: CheckCode) -> Check {
    unknown(
        code,
        "No entry claims time yet, so there is nothing to look at.",
        "Log an activity, and say how much of it was off-the-job learning.",
        &[],
    )
}

/// There is no figure to compare with; the programme says too little for one.
pub(super) fn no_figure(code: CheckCode, setting: &Setting) -> Check {
    let Problems(missing) = &setting.missing;
    let reasons: Vec<&str> = missing.iter().map(|it| it.reason.as_str()).collect();
    let fields: Vec<&str> = missing.iter().map(|it| it.field.as_str()).collect();
    unknown(
        code,
        "The required hours are not known yet, so there is nothing to compare with.",
        reasons.join(" "),
        &fields,
    )
}

fn in_programme(field: &str) -> Concern {
    Concern {
        about: About::Programme {
            field: name(field).to_owned(),
        },
        detail: String::new(),
    }
}

/// A field as the form calls it, from its spelling in problems: `breaks[1].to` is one of the breaks.
fn name(field: &str) -> &'static str {
    let field = field.split(['.', '[']).next().unwrap_or_default();
    match field {
        "originalStart" => "Original start",
        "plannedEnd" => "Planned end of training",
        "weekly" => "Average hours a week",
        "planHours" => "Off-the-job hours in your training plan",
        "publishedHours" => "Published hours for your standard",
        "plannedHours" => "Hours your provider plans to deliver",
        "priorLearning" => "Hours taken off for prior learning",
        "gatewayOn" => "Day of gateway",
        "endedOn" => "Day the programme ended",
        "breaks" => "Breaks in learning",
        "changes" => "Changes of weekly hours",
        _ => "Your programme",
    }
}
