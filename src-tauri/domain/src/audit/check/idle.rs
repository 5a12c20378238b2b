//! A stretch without any learning, by the rule of the start.

use super::super::log::Log;
use super::super::{About, Check, CheckCode, Concern, Outcome};
use super::fine;
use super::unknown::{missing, unknown};
use crate::day;
use crate::hours::rules::Gap;
use crate::hours::{Idle, idle, idle_rule};
use crate::programme::{Nation, Programme, ProgrammeField};

pub(super) fn report(log: &Log) -> Check {
    let code = CheckCode::Idle;
    let (programme, today) = (&log.setting().programme, log.setting().today);
    let Some(((gap, rule), found)) =
        idle_rule(programme).zip(idle(programme, &log.sums().learned(), today))
    else {
        return no_rule(programme);
    };
    let allowed = match gap {
        Gap::Days(28) => "four weeks".to_owned(),
        Gap::Days(days) => format!("{days} days"),
        Gap::Months(1) => "a calendar month".to_owned(),
        Gap::Months(months) => format!("{months} calendar months"),
    };
    if found.is_empty() && log.sums().counted == 0 {
        return unknown(
            code,
            format!("Neither {allowed} of training nor any time that counts lies behind you yet."),
            "Log what you learn from the first week on.",
            [About::Log],
        );
    }
    if found.is_empty() {
        return fine(
            code,
            format!("There was learning at least every {}.", short(&allowed)),
        );
    }
    let certain = found.iter().filter(|stretch| stretch.certain).count();
    let (result, text) = match (certain, found.len()) {
        (0, 1) => (
            Outcome::Look,
            "In one month that was cut short, or is not over, there is no learning.".to_owned(),
        ),
        (0, many) => (
            Outcome::Look,
            format!("In {many} months that were cut short, or are not over, there is no learning."),
        ),
        (1, _) => (
            Outcome::Problem,
            format!("For a stretch of {allowed} or more there is no learning that counts."),
        ),
        (many, _) => (
            Outcome::Problem,
            format!("For {many} stretches of {allowed} or more there is no learning that counts."),
        ),
    };
    Check {
        code,
        result,
        text,
        advice: format!(
            "Log what took place, or ask your provider whether a break in learning has to be recorded. {}",
            rule.doubt
        )
        .trim_end()
        .to_owned(),
        concerns: found.iter().map(concern).collect(),
    }
}

/// Why no stretch could be judged.
fn no_rule(programme: &Programme) -> Check {
    let code = CheckCode::Idle;
    if programme.nation != Nation::England {
        return unknown(
            code,
            format!(
                "No rule about time without learning is known for {}.",
                programme.nation.label()
            ),
            "Ask your provider how long a time without learning may be.",
            [],
        );
    }
    if programme.original_start.is_none() {
        return unknown(
            code,
            "Your programme does not say when it started, so no stretch of it can be judged.",
            "Enter the original start in your programme.",
            missing([ProgrammeField::OriginalStart]),
        );
    }
    unknown(
        code,
        "Your training has not begun yet, or its dates do not fit a rule about time without learning.",
        "Check the original start and the planned end in your programme.",
        missing([ProgrammeField::OriginalStart, ProgrammeField::PlannedEnd]),
    )
}

fn short(allowed: &str) -> &str {
    allowed.strip_prefix("a ").unwrap_or(allowed)
}

fn concern(stretch: &Idle) -> Concern {
    let last = stretch.to.pred_opt().unwrap_or(stretch.to);
    Concern {
        about: About::Days {
            from: stretch.from,
            to: stretch.to,
        },
        detail: format!("{} to {}", day::short(stretch.from), day::short(last)),
    }
}
