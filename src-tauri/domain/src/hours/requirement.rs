//! What a programme asks for, and the way there.

use super::explain::{Explanation, cite, days, hours, in_hours, in_weeks, target, weeks};
use super::fraction::Fraction;
use super::rules::{LEAVE_CERTAIN_FROM, Method, RULE_SETS, RuleSet};
use super::{FigureSource, Requirement, Step, Warning, rules_for};
use crate::day;
use crate::minutes::Minutes;
use crate::problem::Problems;
use crate::programme::{Nation, Period, Programme};
use chrono::NaiveDate;

/// More weekly hours than this are worth a second look; they are not refused.
const UNUSUAL_WEEK: Minutes = Minutes::from_hours(60);

/// Days of absence for which no break in learning is recorded.
const LONGEST_ABSENCE: i64 = 28;

/// What the programme asks for. The figure of the signed training plan wins over every computed one,
/// which then stands beside it; outside England there is no other figure.
///
/// # Errors
/// What is wrong or missing: `originalStart`, `plannedEnd`, `weekly`, or outside England `planHours`.
/// With the figure of the training plan, nothing else has to be known.
pub fn requirement(programme: &Programme) -> Result<Requirement, Problems> {
    programme.problems().or(())?;
    if programme.nation != Nation::England {
        return elsewhere(programme);
    }
    let Some(start) = programme.original_start else {
        let mut missing = Problems::new();
        missing.add(
            "originalStart",
            "Say when your apprenticeship first began: it decides which rules apply.",
        );
        return match programme.plan_hours {
            Some(plan) => Ok(in_plan(programme, plan, None)),
            None => Err(missing),
        };
    };
    let rules = rules_for(start).map_err(|problem| Problems(vec![problem]))?;
    let figure = match rules.method {
        Method::Share {
            share,
            leave,
            year,
            cap,
            full_time,
        } => {
            let share = Share {
                share,
                leave,
                year,
                cap,
                full_time,
            };
            share.figure(programme, rules)
        }
        Method::Published { floor } => Ok(published(programme, rules, floor)),
    };
    let requirement = match (programme.plan_hours, figure) {
        (None, figure) => figure?,
        (Some(plan), Ok(figure)) => in_plan(programme, plan, Some(figure)),
        (Some(plan), Err(_)) => Requirement {
            cohort: Some(rules.cohort),
            ..in_plan(programme, plan, None)
        },
    };
    Ok(requirement)
}

/// Whether `delivered` meets the requirement. A computed 278.4 hours counts as met at 278, which is what
/// learner records accept, although the target that is shown is rounded up.
#[must_use]
pub fn is_met(requirement: &Requirement, delivered: Minutes) -> bool {
    let tolerated = requirement.source == FigureSource::Computed
        && requirement.required_hours_whole == 279
        && delivered >= Minutes::from_hours(278);
    tolerated || delivered >= requirement.required
}

fn state(exact: Fraction, source: FigureSource, explanation: Explanation) -> Requirement {
    let target = Minutes::from_hours(exact.ceil());
    let rounding = (in_hours(target) != exact)
        .then(|| format!("Rounded up to a whole hour, so that you are never short: {target}"));
    let sentences = explanation.steps.iter().map(Step::sentence);
    let sentences = sentences.chain(rounding.clone()).collect();
    Requirement {
        cohort: None,
        weeks: None,
        required: Minutes(exact.times(Fraction::whole(60)).ceil()),
        required_hours_whole: exact.ceil(),
        target,
        required_hours_exact: exact.decimal(4),
        source,
        computed: None,
        minimum_duration_weeks: None,
        floor_applied: false,
        warnings: explanation.warnings,
        steps: explanation.steps,
        rounding,
        sentences,
    }
}

/// The training plan's figure, with the computed one beside it where there is one.
fn in_plan(programme: &Programme, plan: Minutes, beside: Option<Requirement>) -> Requirement {
    let exact = in_hours(plan);
    let mut explanation = Explanation::default();
    let mut outcome = beside;
    if let Some(computed) = &mut outcome {
        explanation.steps.append(&mut computed.steps);
        // What was said about rounding, the floor and records was said of a figure that does not apply.
        let recordable = RULE_SETS
            .iter()
            .find(|rules| Some(rules.cohort) == computed.cohort)
            .and_then(|rules| rules.record_minimum)
            .is_none_or(|least| plan >= least);
        computed
            .warnings
            .retain(|warning| match warning.code.as_str() {
                "rounded_up" | "published_unknown" => false,
                "below_record_minimum" => !recordable,
                _ => true,
            });
        explanation.warnings.append(&mut computed.warnings);
        if plan < computed.required && !is_met(computed, plan) {
            explanation
                .warnings
                .push(plan_below(programme, plan, computed.target));
        }
    }
    explanation.step(
        format!("Your signed training plan says {}, and that is the figure that counts", hours(exact)),
        hours(exact),
        "The hours in the signed training plan are what everyone is held to; anything worked out here \
         is an estimate.",
    );
    let stated = state(exact, FigureSource::TrainingPlan, explanation);
    match outcome {
        Some(computed) => Requirement {
            cohort: computed.cohort,
            weeks: computed.weeks,
            computed: Some(computed.required),
            minimum_duration_weeks: computed.minimum_duration_weeks,
            ..stated
        },
        None => stated,
    }
}

/// What to say of a training plan that asks for less than was worked out. A break that moved the planned end
/// by more than its own length is the one reason for it that the rules leave open.
fn plan_below(programme: &Programme, plan: Minutes, figure: Minutes) -> Warning {
    if programme.breaks.is_empty() {
        return Warning {
            code: "plan_below_figure".into(),
            text: format!(
                "Your training plan’s {plan} are less than the {figure} worked out from what you entered: \
                 ask your provider which is right."
            ),
        };
    }
    Warning {
        code: "plan_below_figure".into(),
        text: format!(
            "Your training plan’s {plan} are less than the {figure} worked out over the programme as it is \
             now: whether the minimum grows where a break moved the end by more than its own length is not \
             settled, so {plan} stay the target until the plan is amended."
        ),
    }
}

fn elsewhere(programme: &Programme) -> Result<Requirement, Problems> {
    let nation = programme.nation.label();
    let Some(plan) = programme.plan_hours else {
        let mut missing = Problems::new();
        missing.add(
            "planHours",
            format!(
                "England’s off-the-job minimum does not apply in {nation}, so there is no target to \
                 work out: enter the figure of your training plan, if it has one."
            ),
        );
        return Err(missing);
    };
    let exact = in_hours(plan);
    let mut explanation = Explanation::default();
    explanation.step(
        format!("The target you entered is {}", hours(exact)),
        hours(exact),
        format!("England’s off-the-job minimum does not apply in {nation}."),
    );
    Ok(state(exact, FigureSource::TrainingPlan, explanation))
}

/// A share of the hours of the weeks of training: cohorts A and B.
struct Share {
    share: Fraction,
    leave: Fraction,
    year: Fraction,
    cap: Option<Minutes>,
    full_time: Minutes,
}

impl Share {
    fn figure(&self, programme: &Programme, rules: &RuleSet) -> Result<Requirement, Problems> {
        let mut missing = Problems::new();
        if programme.planned_end.is_none() {
            missing.add("plannedEnd", "Say when your training is planned to end.");
        }
        let Some(weekly) = programme.weekly else {
            missing.add(
                "weekly",
                "Say how many hours a week your contract has on average.",
            );
            return Err(missing);
        };
        missing.or(())?;
        let period = programme.period()?;

        let mut explanation = Explanation::default();
        let whole = self.whole_weeks(&period, &mut explanation);
        let weeks = Fraction::whole(i64::from(whole));
        let exact = self.explained(weeks, weekly, rules, &mut explanation);
        let shortest = self.shortest_weeks(weekly);
        self.warn(
            programme,
            &period,
            weekly,
            rules,
            exact,
            shortest,
            &mut explanation,
        );
        self.compare(
            programme,
            &period,
            weekly,
            rules,
            weeks,
            exact,
            &mut explanation,
        );
        Ok(Requirement {
            cohort: Some(rules.cohort),
            weeks: Some(whole),
            minimum_duration_weeks: shortest,
            ..state(exact, FigureSource::Computed, explanation)
        })
    }

    fn whole_weeks(&self, period: &Period, explanation: &mut Explanation) -> u32 {
        explanation.step(
            format!(
                "From {} to {} = {}",
                day::full(period.start()),
                day::full(period.end()),
                days(period.all_days())
            ),
            days(period.all_days()),
            "",
        );
        let training = period.training_days();
        if period.break_days() > 0 {
            explanation.step(
                format!(
                    "{} less {} of breaks in learning = {}",
                    days(period.all_days()),
                    days(period.break_days()),
                    days(training)
                ),
                days(training),
                "A break in learning moves the planned end to a later day. Its days are taken off here, \
                 so that the longer time asks for no more hours than were agreed at the start (all starts).",
            );
        }
        let exact = Fraction::of(training, 7);
        let whole = exact.round();
        let shown = in_weeks(whole);
        let text = if Fraction::whole(i64::from(whole)) == exact {
            format!("{} ÷ 7 = {shown}", days(training))
        } else {
            format!(
                "{} ÷ 7 = {}, to the nearest whole week {shown}",
                days(training),
                exact.short(2)
            )
        };
        explanation.step(
            text,
            shown,
            "Whole weeks, as in the government’s training plan template; how to round is not published \
             elsewhere.",
        );
        whole
    }

    /// The weekly hours that are looked at.
    fn counted(&self, weekly: Minutes) -> Minutes {
        self.cap.map_or(weekly, |cap| weekly.min(cap))
    }

    fn net(&self, weeks: Fraction) -> Fraction {
        let leave = weeks
            .over(self.year)
            .unwrap_or(Fraction::ZERO)
            .times(self.leave);
        weeks.minus(leave)
    }

    fn of_hours(&self, net_weeks: Fraction, weekly: Minutes) -> Fraction {
        net_weeks
            .times(in_hours(self.counted(weekly)))
            .times(self.share)
    }

    fn explained(
        &self,
        all: Fraction,
        weekly: Minutes,
        rules: &RuleSet,
        explanation: &mut Explanation,
    ) -> Fraction {
        let net = self.net(all);
        explanation.step(
            format!("{} less {}’ leave = {}", weeks(all), weeks(all.minus(net)), weeks(net)),
            weeks(net),
            cite(
                &format!(
                    "Statutory leave of {} weeks a year is taken off in proportion, and no other leave",
                    self.leave.short(1)
                ),
                rules,
            ),
        );
        let counted = in_hours(self.counted(weekly));
        let worked = net.times(counted);
        let from = day::full(rules.from);
        let (text, rule) = match self.cap {
            Some(cap) if weekly > cap => (
                format!("× {}, the cap for starts from {from}", hours(counted)),
                format!("At most {} a week are looked at", hours(counted)),
            ),
            Some(cap) => (
                format!("× {}, your weekly hours", hours(counted)),
                format!("Weekly hours as worked, at most {}", hours(in_hours(cap))),
            ),
            None => (
                format!("× {}, your weekly hours", hours(counted)),
                "All contracted and paid weekly hours are looked at; there is no cap".to_owned(),
            ),
        };
        explanation.step(text, hours(worked), cite(&rule, rules));
        let exact = worked.times(self.share);
        let percent = self.share.times(Fraction::whole(100)).short(2);
        explanation.step(
            format!("× {percent} % = {}", hours(exact)),
            hours(exact),
            cite(
                &format!("At least {percent} per cent of these hours"),
                rules,
            ),
        );
        exact
    }

    /// Shortest duration of part-time training, in whole weeks.
    fn shortest_weeks(&self, weekly: Minutes) -> Option<u32> {
        if weekly >= self.full_time {
            return None;
        }
        let extended = self
            .year
            .times(in_hours(self.full_time))
            .over(in_hours(weekly))?;
        Some(extended.ceil())
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "everything that a warning may be about"
    )]
    fn warn(
        &self,
        programme: &Programme,
        period: &Period,
        weekly: Minutes,
        rules: &RuleSet,
        exact: Fraction,
        shortest: Option<u32>,
        explanation: &mut Explanation,
    ) {
        let training = period.training_days();
        if let Some(warning) = too_short(rules, period.start(), training) {
            explanation.warnings.push(warning);
        }
        if let Some(shortest) = shortest
            && training < i64::from(shortest) * 7
        {
            explanation.warn(
                "below_part_time_duration",
                format!(
                    "At {weekly} a week the training should last at least {}, which is longer than \
                     planned: ask your provider.",
                    in_weeks(shortest)
                ),
            );
        }
        explanation.warnings.extend(short_breaks(programme));
        // With the training plan's figure, the two stand beside each other and are compared.
        if period.break_days() > 0 && programme.plan_hours.is_none() {
            explanation.warn(
                "break_end_unsettled",
                format!(
                    "Whether the minimum grows where breaks moved the planned end by more than their own {} is not \
                     settled: what counts are the hours agreed at the start, in your training plan.",
                    days(period.break_days())
                ),
            );
        }
        if weekly > UNUSUAL_WEEK {
            explanation.warn(
                "unusual_weekly_hours",
                format!("{weekly} a week is more than almost any contract has: check it."),
            );
        }
        if !programme.prior_learning.is_zero() {
            explanation.warn(
                "prior_learning_unchanged",
                format!(
                    "Prior learning takes no hours off for {}: it shortens the programme instead, so \
                     enter the shorter planned end.",
                    rules.dates()
                ),
            );
        }
        if programme.published_hours.is_some() {
            explanation.warn(
                "published_unused",
                format!("A published figure is not used for {}.", rules.dates()),
            );
        }
        if let Some(least) = rules.record_minimum
            && exact < in_hours(least)
        {
            explanation.warn(
                "below_record_minimum",
                format!(
                    "Learner records are reported to refuse planned hours under {}: ask your provider.",
                    hours(in_hours(least))
                ),
            );
        }
        if exact > Fraction::whole(278) && exact < Fraction::whole(279) {
            explanation.warn(
                "rounded_up",
                format!(
                    "The exact figure is {}: 279 h is shown as the target so that it is never short, \
                     and 278 h, which learner records accept, is not treated as falling short.",
                    hours(exact)
                ),
            );
        }
    }

    /// Says what another reading of the rules would give where the rules are uncertain or misread.
    #[expect(
        clippy::too_many_arguments,
        reason = "the whole computation, to be done another way"
    )]
    fn compare(
        &self,
        programme: &Programme,
        period: &Period,
        weekly: Minutes,
        rules: &RuleSet,
        weeks: Fraction,
        exact: Fraction,
        explanation: &mut Explanation,
    ) {
        if rules.from < LEAVE_CERTAIN_FROM && period.start() < LEAVE_CERTAIN_FROM {
            explanation.warn(
                "leave_uncertain",
                format!(
                    "Whether leave was taken off for starts before {} is not certain: without that step \
                     the figure would be {}.",
                    day::full(LEAVE_CERTAIN_FROM),
                    target(self.of_hours(weeks, weekly))
                ),
            );
        }
        if programme.hours_changes.is_empty() {
            return;
        }
        let by_period = self.by_segments(programme, period, weekly, weeks);
        let other = if by_period == exact {
            "working it out again with the new hours gives the same".to_owned()
        } else {
            format!(
                "worked out again with the new hours it would be {}",
                target(by_period)
            )
        };
        explanation.warn(
            "hours_changed",
            format!(
                "A change of weekly hours does not change the off-the-job hours agreed at the start; {other}. \
                 Agree with your provider, in writing, whether the same time for learning each week can go \
                 on, whether it fits the new hours, and whether the planned end or the assessment moves."
            ),
        );
        self.across_full_time(programme, weekly, rules, explanation);
    }

    /// What a change between part time and full time asks for besides.
    fn across_full_time(
        &self,
        programme: &Programme,
        first: Minutes,
        rules: &RuleSet,
        explanation: &mut Explanation,
    ) {
        let mut before = first;
        for change in &programme.hours_changes {
            let day = day::full(change.from);
            if before < self.full_time && change.weekly >= self.full_time {
                explanation.warn(
                    "now_full_time",
                    format!(
                        "Full time from {day}: the training must still last at least {} months and reach \
                         its off-the-job hours.",
                        rules.minimum_months
                    ),
                );
            }
            if before >= self.full_time
                && let Some(shortest) = self.shortest_weeks(change.weekly)
            {
                explanation.warn(
                    "now_part_time",
                    format!(
                        "Part time from {day}: at {} a week a whole programme lasts at least {}, so ask \
                         your provider whether the planned end moves.",
                        change.weekly,
                        in_weeks(shortest)
                    ),
                );
            }
            before = change.weekly;
        }
    }

    /// The figure if each stretch between changes of hours were looked at by itself, with the whole
    /// weeks shared out by days of training.
    fn by_segments(
        &self,
        programme: &Programme,
        period: &Period,
        weekly: Minutes,
        weeks: Fraction,
    ) -> Fraction {
        let mut sum = Fraction::ZERO;
        let (mut from, mut hours) = (period.start(), weekly);
        let changes = programme.hours_changes.iter().map(|c| (c.from, c.weekly));
        for (to, next) in changes.chain([(period.end(), Minutes::ZERO)]) {
            let days = Fraction::whole(period.days(from, to));
            let part = days
                .over(Fraction::whole(period.training_days()))
                .unwrap_or(Fraction::ZERO);
            sum = sum.plus(self.of_hours(self.net(weeks.times(part)), hours));
            (from, hours) = (to, next);
        }
        sum
    }
}

/// A warning for each break that is no longer than an absence that needs none. It is taken off all the same:
/// what was agreed is for the provider to say.
fn short_breaks(programme: &Programme) -> impl Iterator<Item = Warning> {
    programme
        .breaks
        .iter()
        .filter(|pause| day::days_between(pause.from, pause.to) <= LONGEST_ABSENCE)
        .map(|pause| Warning {
            code: "short_break".into(),
            text: format!(
                "The break from {} until {} is no longer than four weeks: such an absence is usually not \
                 recorded as a break in learning, so check it with your provider.",
                day::full(pause.from),
                day::full(pause.to)
            ),
        })
}

/// A warning where the days of training do not fill the shortest duration in calendar months.
fn too_short(rules: &RuleSet, start: NaiveDate, training_days: i64) -> Option<Warning> {
    let needed = day::days_between(start, day::add_months(start, rules.minimum_months));
    (training_days < needed).then(|| Warning {
        code: "below_minimum_duration".into(),
        text: format!(
            "Training must last at least {} months, breaks not counted, for {}: this is shorter and \
             may not be eligible for funding.",
            rules.minimum_months,
            rules.dates()
        ),
    })
}

/// The figure published for the version of the standard: cohort C.
fn published(programme: &Programme, rules: &RuleSet, floor: Minutes) -> Requirement {
    let mut explanation = Explanation::default();
    let least = in_hours(floor);
    let floor_rule = format!("No programme has less than {}", hours(least));
    let (exact, source, floor_applied) = match programme.published_hours {
        None => {
            explanation.step(
                format!(
                    "The minimum published for {} is not known, so only the {} that every programme \
                     must have can be named",
                    named(programme),
                    hours(least)
                ),
                hours(least),
                cite(&floor_rule, rules),
            );
            explanation.warn(
                "published_unknown",
                format!(
                    "Published minimum not known: look up the hours for compliance on the page of your \
                     standard and version, or ask your provider. {} is only the floor.",
                    hours(least)
                ),
            );
            (least, FigureSource::Floor, true)
        }
        Some(figure) => {
            let figure = in_hours(figure);
            explanation.step(
                format!("The minimum published for {} = {}", named(programme), hours(figure)),
                hours(figure),
                cite(
                    "A fixed figure for each version of a standard; weekly hours, duration and breaks \
                     do not change it",
                    rules,
                ),
            );
            if programme.standard_version.trim().is_empty() {
                explanation.warn(
                    "version_unknown",
                    "A published figure holds for one version of a standard: say which version yours is, \
                     and check that the figure is the one for it.",
                );
            }
            let prior = in_hours(programme.prior_learning);
            let left = figure.minus(prior);
            if prior > Fraction::ZERO {
                let left = if left < Fraction::ZERO {
                    Fraction::ZERO
                } else {
                    left
                };
                explanation.step(
                    format!(
                        "{} less {} of prior learning = {}",
                        hours(figure),
                        hours(prior),
                        hours(left)
                    ),
                    hours(left),
                    cite("Off-the-job hours of prior learning are taken off", rules),
                );
            }
            if left < least {
                explanation.step(
                    format!(
                        "Not less than {}, which every programme must have",
                        hours(least)
                    ),
                    hours(least),
                    cite(&floor_rule, rules),
                );
                explanation.warn(
                    "below_floor",
                    format!(
                        "With less than {} left to learn, the apprenticeship is not eligible for \
                         funding: talk to your provider.",
                        hours(least)
                    ),
                );
                (least, FigureSource::Floor, true)
            } else {
                (left, FigureSource::Published, false)
            }
        }
    };
    // The figure needs no dates; they only tell whether the training is long enough.
    if let Ok(period) = programme.period()
        && let Some(warning) = too_short(rules, period.start(), period.training_days())
    {
        explanation.warnings.push(warning);
    }
    Requirement {
        cohort: Some(rules.cohort),
        floor_applied,
        ..state(exact, source, explanation)
    }
}

/// `ST0827 version 1.1`, or as much of it as is known.
fn named(programme: &Programme) -> String {
    match (
        programme.standard_reference.trim(),
        programme.standard_version.trim(),
    ) {
        ("", _) => "your standard".to_owned(),
        (reference, "") => format!("{reference} (which version?)"),
        (reference, version) => format!("{reference} version {version}"),
    }
}
