//! A stretch without any learning, by the rule of the start.

use super::super::log::Log;
use super::super::{About, Check, CheckCode, Concern, Outcome};
use super::fine;
use crate::day;
use crate::hours::rules::Gap;
use crate::hours::{Idle, idle, idle_rule};

pub(super) fn report(log: &Log) -> Check {
    let code = CheckCode::Idle;
    let (programme, today) = (&log.setting().programme, log.setting().today);
    let Some(((gap, _), found)) =
        idle_rule(programme).zip(idle(programme, &log.sums().learned(), today))
    else {
        return fine(
            code,
            "No rule about time without learning applies, or the start is not known.",
        );
    };
    let allowed = match gap {
        Gap::Days(28) => "four weeks".to_owned(),
        Gap::Days(days) => format!("{days} days"),
        Gap::Months(1) => "a calendar month".to_owned(),
        Gap::Months(months) => format!("{months} calendar months"),
    };
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
        advice: "Log what took place, or ask your provider whether a break in learning has to be recorded."
            .to_owned(),
        concerns: found.iter().map(concern).collect(),
    }
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
