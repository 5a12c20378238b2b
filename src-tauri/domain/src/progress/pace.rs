//! Where a learner stands today, and what an even pace would have reached.
//!
//! Whole numbers throughout: minutes, and days of training without breaks.

use super::plot::Course;
use super::{Forecast, Progress, ProgressOnly};
use crate::activity::Activity;
use crate::day;
use crate::hours::{Requirement, counted, is_met, requirement, totals};
use crate::minutes::Minutes;
use crate::problem::Problems;
use crate::programme::{Period, Programme};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Days of training that a forecast looks back on: twelve weeks.
const LOOK_BACK: i64 = 12 * 7;
/// Days of training below which a forecast would be a guess.
const LEAST_LOOK_BACK: i64 = 4 * 7;

/// Where a learner stands on `today`, against an even pace from the start to the planned end. Entries of
/// later days are left out, so that an earlier `today` shows what stood then.
///
/// # Errors
/// What is wrong or missing in the programme: without a start and a planned end there is no pace, and
/// [`progress_only`] is what can be said.
pub fn progress(
    programme: &Programme,
    requirement: Requirement,
    activities: &[Activity],
    today: NaiveDate,
) -> Result<Progress, Problems> {
    let period = programme.period()?;
    let totals = totals(activities, Some(programme), today);
    let mut by_day: BTreeMap<NaiveDate, Minutes> = BTreeMap::new();
    for (activity, claimed) in counted(activities, Some(programme), today) {
        let sum = by_day.entry(activity.done_on).or_default();
        *sum = sum.saturating_add(claimed);
    }

    let pace = Pace {
        period: &period,
        target: requirement.target,
    };
    let expected = pace.at(today);
    let remaining = requirement.target.saturating_sub(totals.claimed);
    let monday = day::monday(today);
    let next_monday = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
    let forecast = forecast(&period, &by_day, totals.claimed, requirement.target, today);
    let finding = Finding {
        programme,
        period: &period,
        requirement: &requirement,
        today,
    };
    let title = finding.title(totals.claimed, expected);
    let course = Course {
        programme,
        pace: &pace,
        by_day: &by_day,
        claimed: totals.claimed,
        expected,
        forecast: forecast.as_ref(),
        today,
    };
    Ok(Progress {
        totals,
        expected,
        remaining,
        this_week: week(&by_day, monday),
        this_week_pace: pace.between(monday, next_monday),
        weekly_needed: weekly_needed(&period, remaining, today),
        finding: finding.sentence(totals.claimed, &title),
        first_day: period.start(),
        plot: course.plot(title),
        forecast,
        requirement,
    })
}

/// Where a learner stands without dates: totals, and the figure to reach if there is one.
#[must_use]
pub fn progress_only(
    programme: Option<&Programme>,
    activities: &[Activity],
    today: NaiveDate,
) -> ProgressOnly {
    let totals = totals(activities, programme, today);
    let required = programme
        .and_then(|p| requirement(p).ok())
        .map(|r| r.target);
    let remaining = required.map(|required| required.saturating_sub(totals.claimed));
    let monday = day::monday(today);
    let this_week = counted(activities, programme, today)
        .filter(|(activity, _)| activity.done_on >= monday)
        .map(|(_, claimed)| claimed)
        .sum();
    let claimed = totals.claimed;
    let passed = passed(programme.and_then(|p| p.passed_end(today)));
    let finding = match required {
        Some(required) => format!("{claimed} claimed of {required}{passed}."),
        None => format!("{claimed} claimed so far{passed}."),
    };
    ProgressOnly {
        totals,
        required,
        remaining,
        this_week,
        finding,
    }
}

/// What an even pace asks of the week that begins on `monday`: nothing in a break. `None` where the
/// programme gives no pace.
#[must_use]
pub fn week_pace(programme: &Programme, monday: NaiveDate) -> Option<Minutes> {
    let period = programme.period().ok()?;
    let target = requirement(programme).ok()?.target;
    let pace = Pace {
        period: &period,
        target,
    };
    Some(pace.between(monday, monday.checked_add_days(Days::new(7))?))
}

fn week(by_day: &BTreeMap<NaiveDate, Minutes>, monday: NaiveDate) -> Minutes {
    by_day.range(monday..).map(|(_, claimed)| *claimed).sum()
}

/// The even pace: the time to be reached spread over the days of training, standing still in breaks.
pub(super) struct Pace<'a> {
    pub(super) period: &'a Period,
    pub(super) target: Minutes,
}

impl Pace<'_> {
    /// What the pace has reached when `date` begins, to the nearest minute.
    pub(super) fn at(&self, date: NaiveDate) -> Minutes {
        self.between(self.period.start(), date)
    }

    /// What the pace asks of the days from `from` until `to` begins, to the nearest minute.
    fn between(&self, from: NaiveDate, to: NaiveDate) -> Minutes {
        share(
            self.target,
            self.period.days(from, to),
            self.period.training_days(),
        )
    }
}

/// `whole × part / parts`, to the nearest minute.
pub(super) fn share(whole: Minutes, part: i64, parts: i64) -> Minutes {
    let (part, parts) = (i128::from(part.max(0)), i128::from(parts.max(1)));
    let nearest = (i128::from(whole.0) * part * 2 + parts) / (parts * 2);
    Minutes(u32::try_from(nearest).unwrap_or(u32::MAX))
}

fn weekly_needed(period: &Period, remaining: Minutes, today: NaiveDate) -> Option<Minutes> {
    let left = i64::from(remaining.0);
    let days = period.days(today, period.end());
    if left == 0 || days == 0 {
        return None;
    }
    // Up, so that following it is enough.
    let needed = (left * 7 + days - 1) / days;
    Some(Minutes(u32::try_from(needed).unwrap_or(u32::MAX)))
}

fn forecast(
    period: &Period,
    by_day: &BTreeMap<NaiveDate, Minutes>,
    claimed: Minutes,
    target: Minutes,
    today: NaiveDate,
) -> Option<Forecast> {
    let tomorrow = today.checked_add_days(Days::new(1))?;
    let ahead = period.days(tomorrow, period.end());
    if claimed >= target || ahead == 0 {
        return None;
    }
    let first = look_back(period, tomorrow);
    let seen = period.days(first, tomorrow);
    if seen < LEAST_LOOK_BACK {
        return None;
    }
    let lately: Minutes = by_day
        .range(first..tomorrow)
        .map(|(_, claimed)| *claimed)
        .sum();
    let left = i64::from(target.saturating_sub(claimed).0);
    let rate = i64::from(lately.0);
    let needed =
        (rate > 0).then(|| left.saturating_mul(seen).saturating_add(rate - 1) / rate.max(1));
    Some(Forecast {
        weekly: share(lately, 7, seen),
        weeks: u32::try_from(seen / 7).unwrap_or(u32::MAX),
        reached_on: needed.and_then(|days| after_training(period, today, days)),
        by_planned_end: claimed.saturating_add(share(lately, ahead, seen)),
    })
}

/// The day from which there are [`LOOK_BACK`] days of training until `until`, or the start.
fn look_back(period: &Period, until: NaiveDate) -> NaiveDate {
    let mut first = until.min(period.end());
    let mut wanted = LOOK_BACK;
    for pause in period
        .breaks()
        .iter()
        .rev()
        .filter(|pause| pause.from < until)
    {
        let since = day::days_between(pause.to, first).max(0);
        if since >= wanted {
            break;
        }
        wanted -= since;
        first = first.min(pause.from);
    }
    let days = u64::try_from(wanted).unwrap_or(0);
    first
        .checked_sub_days(Days::new(days))
        .unwrap_or(period.start())
        .max(period.start())
}

/// The day on which `days` more days of training after `today` are over.
fn after_training(period: &Period, today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let (mut at, mut left) = (today, days);
    for pause in period.breaks().iter().filter(|pause| pause.to > today) {
        let before = day::days_between(at, pause.from) - 1;
        if left <= before {
            break;
        }
        left -= before.max(0);
        // The last day of the break is not a day of training; counting goes on after it.
        at = at.max(pause.to.pred_opt()?);
    }
    at.checked_add_days(Days::new(u64::try_from(left).ok()?))
}

/// The finding in words.
struct Finding<'a> {
    programme: &'a Programme,
    period: &'a Period,
    requirement: &'a Requirement,
    today: NaiveDate,
}

impl Finding<'_> {
    fn title(&self, claimed: Minutes, expected: Minutes) -> String {
        if self.today < self.period.start() {
            return format!("Training starts on {}", day::short(self.period.start()));
        }
        let target = self.requirement.target;
        let left = target.saturating_sub(claimed);
        if left.is_zero() {
            return format!("The required {target} are reached");
        }
        if is_met(self.requirement, claimed) {
            // Between the exact figure and the whole hour above it nobody has failed.
            return format!("Enough for the minimum, {left} short of the required {target}");
        }
        if self.today >= self.period.end() {
            return format!("{left} short of the required {target}");
        }
        let (apart, side) = if claimed < expected {
            (expected.saturating_sub(claimed), "behind")
        } else {
            (claimed.saturating_sub(expected), "ahead of")
        };
        if apart < Minutes::from_hours(1) {
            "On an even pace".to_owned()
        } else {
            format!("{apart} {side} an even pace")
        }
    }

    fn sentence(&self, claimed: Minutes, title: &str) -> String {
        let mut rest = title.chars();
        let title: String = rest
            .next()
            .into_iter()
            .flat_map(char::to_lowercase)
            .chain(rest)
            .collect();
        let passed = passed(self.programme.passed_end(self.today));
        if claimed >= self.requirement.target {
            return format!("{claimed} claimed: {title}{passed}.");
        }
        format!(
            "{claimed} claimed of {}: {title}{passed}.",
            self.requirement.target
        )
    }
}

/// The end of a finding where the planned end has passed and the training goes on.
fn passed(end: Option<NaiveDate>) -> String {
    end.map_or_else(String::new, |end| {
        format!("; the planned end, {}, has passed", day::short(end))
    })
}
