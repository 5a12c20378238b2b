//! The off-the-job minimum, from a portfolio or from options alone, with every step to it.

use crate::arguments::{Hours, ProgrammeOptions};
use crate::command::{Outcome, app, with_portfolio};
use crate::output::Output;
use aftershift_app::Failure;
use aftershift_app::wire::Nothing;
use aftershift_domain::hours::{Cohort, FigureSource, Requirement, Step, Warning, requirement};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::number::grouped;
use aftershift_domain::problem::{Problem, Problems};
use aftershift_domain::programme::{Nation, Programme};
use aftershift_domain::progress::Progress;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

/// The answer in JSON. Its names are part of what scripts rely on.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    cohort: Option<Cohort>,
    weeks: Option<u32>,
    required_minutes: Minutes,
    required_hours_whole: u32,
    required_hours_exact: &'a str,
    minimum_duration_weeks: Option<u32>,
    floor_applied: bool,
    /// Where the figure comes from.
    source: FigureSource,
    /// What would be required if the training plan said nothing.
    computed_minutes: Option<Minutes>,
    warnings: &'a [Warning],
    steps: &'a [Step],
    /// What leads from the last step to whole hours; nothing where they are the same.
    rounding: Option<&'a str>,
    /// Where the learner stands; only for a portfolio.
    #[serde(skip_serializing_if = "Option::is_none")]
    progress: Option<Standing<'a>>,
}

/// Where a learner stands.
#[derive(Debug, Serialize)]
struct Standing<'a> {
    as_of: chrono::NaiveDate,
    claimed_minutes: Minutes,
    confirmed_minutes: Minutes,
    excluded_minutes: Minutes,
    disputed_minutes: Minutes,
    not_yet_minutes: Minutes,
    expected_minutes: Minutes,
    remaining_minutes: Minutes,
    planned_minutes: Option<Minutes>,
    finding: &'a str,
    /// What to know once the planned end has passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    overdue: Option<&'a str>,
}

/// Answers the question.
pub fn run(it: Hours, output: &Output) -> Outcome {
    match &it.file {
        Some(file) => of_portfolio(file, &it, output).into(),
        None => of_options(it.programme, output),
    }
}

fn of_portfolio(file: &Path, it: &Hours, output: &Output) -> Result<(), Failure> {
    let view = with_portfolio(&app(it.as_of), file, |app| app.hours(Nothing {}))?;
    match view.progress {
        Some(Progress {
            requirement,
            totals,
            expected,
            remaining,
            finding,
            ..
        }) => {
            let standing = Standing {
                as_of: view.today,
                claimed_minutes: totals.claimed,
                confirmed_minutes: totals.confirmed,
                excluded_minutes: totals.excluded,
                disputed_minutes: totals.disputed,
                not_yet_minutes: totals.to_come,
                expected_minutes: expected,
                remaining_minutes: remaining,
                planned_minutes: view.planned,
                finding: &finding,
                overdue: view.overdue.as_deref(),
            };
            tell(&requirement, Some(standing), output);
            Ok(())
        }
        None => Err(Failure::Invalid {
            problems: view.problems,
        }),
    }
}

fn of_options(options: ProgrammeOptions, output: &Output) -> Outcome {
    let programme = programme(options);
    match requirement(&programme) {
        Ok(requirement) => {
            tell(&requirement, None, output);
            Outcome::Done
        }
        Err(Problems(problems)) => {
            // What was left out is wrong use; what was given and cannot be is refused by the rules.
            let left_out = problems
                .iter()
                .all(|problem| is_left_out(&programme, &problem.field));
            let problems = problems.into_iter().map(by_option).collect();
            let failure = Failure::Invalid { problems };
            if left_out {
                Outcome::Misused(failure)
            } else {
                Outcome::Failed(failure)
            }
        }
    }
}

fn programme(options: ProgrammeOptions) -> Programme {
    Programme {
        original_start: options.start,
        planned_end: options.planned_end,
        weekly: options.weekly_hours,
        nation: options.nation.unwrap_or(Nation::England),
        plan_hours: options.plan_hours,
        published_hours: options.published_hours,
        prior_learning: options.prior_learning.unwrap_or_default(),
        breaks: options.breaks,
        hours_changes: options.hours_changes,
        block_release: options.block_release,
        ..Programme::default()
    }
}

fn is_left_out(programme: &Programme, field: &str) -> bool {
    match field {
        "originalStart" => programme.original_start.is_none(),
        "plannedEnd" => programme.planned_end.is_none(),
        "weekly" => programme.weekly.is_none(),
        "planHours" => programme.plan_hours.is_none(),
        "publishedHours" => programme.published_hours.is_none(),
        _ => false,
    }
}

/// A problem under the name of the option that it is about.
fn by_option(problem: Problem) -> Problem {
    let option = match problem.field.split(['.', '[']).next().unwrap_or_default() {
        "originalStart" => "--start",
        "plannedEnd" => "--planned-end",
        "weekly" => "--weekly-hours",
        "breaks" => "--break",
        "hoursChanges" => "--hours-change",
        "publishedHours" => "--published-hours",
        "priorLearning" => "--prior-learning",
        "planHours" => "--plan-hours",
        "nation" => "--nation",
        _ => return problem,
    };
    Problem {
        field: option.into(),
        ..problem
    }
}

fn tell(requirement: &Requirement, standing: Option<Standing<'_>>, output: &Output) {
    let answer = Answer {
        cohort: requirement.cohort,
        weeks: requirement.weeks,
        required_minutes: requirement.required,
        required_hours_whole: requirement.required_hours_whole,
        required_hours_exact: &requirement.required_hours_exact,
        minimum_duration_weeks: requirement.minimum_duration_weeks,
        floor_applied: requirement.floor_applied,
        source: requirement.source,
        computed_minutes: requirement.computed,
        warnings: &requirement.warnings,
        steps: &requirement.steps,
        rounding: requirement.rounding.as_deref(),
        progress: standing,
    };
    output.answer(&answer, || in_words(requirement, answer.progress.as_ref()));
    for warning in &requirement.warnings {
        output.warn(&warning.text);
    }
    if let Some(overdue) = answer.progress.and_then(|standing| standing.overdue) {
        output.warn(overdue);
    }
}

fn in_words(requirement: &Requirement, standing: Option<&Standing<'_>>) -> String {
    let mut text = String::new();
    // Writing to a `String` cannot fail.
    let _ = writeln!(
        text,
        "Required off-the-job training: {}{}. {}.",
        requirement.target,
        exactly(requirement),
        requirement.source.label(),
    );
    if let Some(cohort) = requirement.cohort {
        let _ = writeln!(text, "Rules: {}.", cohort.label());
    }
    if let Some(weeks) = requirement.minimum_duration_weeks {
        let _ = writeln!(
            text,
            "Shortest duration at these weekly hours: {} weeks.",
            grouped(weeks)
        );
    }
    let _ = writeln!(text, "\nHow it comes about:");
    let rules = requirement.steps.iter().map(|step| step.rule.as_str());
    let rules = rules.chain(std::iter::repeat(""));
    for ((number, sentence), rule) in (1..).zip(&requirement.sentences).zip(rules) {
        let _ = writeln!(text, "{number:>3}. {sentence}");
        if !rule.is_empty() {
            let _ = writeln!(text, "     {rule}");
        }
    }
    if let Some(standing) = standing {
        let _ = writeln!(
            text,
            "\n{} As of {}:",
            standing.finding,
            aftershift_domain::day::full(standing.as_of)
        );
        for (name, time) in totals(requirement, standing) {
            let _ = writeln!(text, "  {name:<18}{time:>12}");
        }
    }
    text
}

/// The figure before it was rounded up, as the explanation ends in it; nothing where the two are the same.
fn exactly(requirement: &Requirement) -> String {
    let last = requirement.steps.last().map(|step| step.value.as_str());
    let last = last.filter(|_| requirement.rounding.is_some());
    last.map_or_else(String::new, |exact| format!(" (exactly {exact})"))
}

/// The totals under the names that they have everywhere.
fn totals(
    requirement: &Requirement,
    standing: &Standing<'_>,
) -> impl Iterator<Item = (&'static str, String)> {
    [
        ("Required", Some(requirement.target)),
        ("Claimed", Some(standing.claimed_minutes)),
        ("Confirmed", Some(standing.confirmed_minutes)),
        ("Does not count", Some(standing.excluded_minutes)),
        ("Expected by today", Some(standing.expected_minutes)),
        ("Remaining", Some(standing.remaining_minutes)),
        ("Planned", standing.planned_minutes),
        (
            aftershift_domain::hours::Answer::NotYet.label(),
            Some(standing.not_yet_minutes).filter(|time| !time.is_zero()),
        ),
        (
            "Disputed",
            Some(standing.disputed_minutes).filter(|time| !time.is_zero()),
        ),
    ]
    .into_iter()
    .filter_map(|(name, time)| Some((name, time?.to_string())))
}
