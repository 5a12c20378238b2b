//! Time that is claimed: whether it is confirmed, says what was learned, and lies where it counts.

use super::{fine, in_activity, look};
use crate::wire::{CheckPlace, ExportCheck, ExportOptions, Target};
use aftershift_domain::activity::{Activity, ConfirmationState};
use aftershift_domain::day;
use aftershift_domain::hours::{Idle, answer, counted, idle, is_to_come, lacks_learning};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::number::{counted as so_many, grouped};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::programme::Programme;
use chrono::NaiveDate;

/// What is looked at where hours are handed in; `today` is the day that the document speaks of.
pub(super) fn all(
    portfolio: &Portfolio,
    options: &ExportOptions,
    today: NaiveDate,
) -> impl Iterator<Item = ExportCheck> {
    let (to_come, past): (Vec<Activity>, Vec<Activity>) = portfolio
        .activities
        .iter()
        .cloned()
        .partition(|it| is_to_come(it.done_on, today));
    let listed = past.iter();
    let listed = listed.filter(|it| options.from.is_none_or(|from| it.done_on >= from));
    let listed: Vec<Activity> = listed.cloned().collect();
    let programme = &portfolio.programme;
    [
        unconfirmed(&listed, programme, today),
        without_learning(&listed, programme, today),
        left_out(&to_come, today),
        idle_time(&past, programme, today),
    ]
    .into_iter()
    .flatten()
}

/// Time that nobody has confirmed yet. `None` where no time is claimed.
fn unconfirmed(
    activities: &[Activity],
    programme: &Programme,
    today: NaiveDate,
) -> Option<ExportCheck> {
    let (open, confirmed): (Vec<_>, Vec<_>) = counted(activities, Some(programme), today)
        .partition(|(activity, _)| activity.state != ConfirmationState::Confirmed);
    if open.is_empty() {
        let any = !confirmed.is_empty();
        return any.then(|| fine("unconfirmed", "All claimed time is confirmed."));
    }
    let time: Minutes = open.iter().map(|(_, claimed)| *claimed).sum();
    let text = format!(
        "{} with {} of claimed time not confirmed by anyone yet.",
        so_many(open.len(), "activity", "activities"),
        time
    );
    let places = open.iter().map(|(activity, _)| in_activity(activity));
    Some(look("unconfirmed", text, places.collect()))
}

/// Claims that do not say what was learned: the first thing an auditor asks. `None` where no time counts.
fn without_learning(
    activities: &[Activity],
    programme: &Programme,
    today: NaiveDate,
) -> Option<ExportCheck> {
    let (open, said): (Vec<_>, Vec<_>) = counted(activities, Some(programme), today)
        .map(|(activity, _)| activity)
        .partition(|it| lacks_learning(it, answer(it, Some(programme), today)));
    if open.is_empty() {
        let any = !said.is_empty();
        return any.then(|| {
            fine(
                "no_learning",
                "Every entry that counts says what was learned.",
            )
        });
    }
    let text = match open.len() {
        1 => "1 activity claims time and does not say what was learned.".to_owned(),
        many => format!(
            "{} activities claim time and do not say what was learned.",
            grouped(many)
        ),
    };
    let places = open.into_iter().map(in_activity).collect();
    Some(look("no_learning", text, places))
}

/// Claims for days after the one that the document speaks of: they count from their day on, and are not printed
/// before it. `None` where there are none.
fn left_out(to_come: &[Activity], today: NaiveDate) -> Option<ExportCheck> {
    let claims: Vec<&Activity> = to_come
        .iter()
        .filter(|it| it.off_the_job.is_some_and(|claimed| !claimed.is_zero()))
        .collect();
    if claims.is_empty() {
        return None;
    }
    let time: Minutes = claims.iter().filter_map(|it| it.off_the_job).sum();
    let text = format!(
        "{} with {time} left out: the day comes after {}, and nothing counts before its day.",
        so_many(claims.len(), "activity", "activities"),
        day::full(today)
    );
    Some(look(
        "to_come",
        text,
        claims.into_iter().map(in_activity).collect(),
    ))
}

/// Stretches of the programme without any learning, by the rule of its start. `None` where no rule asks for
/// learning at intervals.
fn idle_time(
    activities: &[Activity],
    programme: &Programme,
    today: NaiveDate,
) -> Option<ExportCheck> {
    let learned = counted(activities, Some(programme), today)
        .map(|(activity, _)| activity.done_on)
        .collect();
    let found: Vec<_> = idle(programme, &learned, today)?
        .into_iter()
        .filter(|stretch| stretch.certain)
        .collect();
    if found.is_empty() {
        return Some(fine(
            "months",
            "No stretch of the programme is too long without learning.",
        ));
    }
    let place = |stretch: &Idle| {
        let last = stretch.to.pred_opt().unwrap_or(stretch.to);
        let label = format!("{} to {}", day::short(stretch.from), day::short(last));
        CheckPlace::at(label, Target::Activities)
    };
    let text = match found.len() {
        1 => "For one stretch of time there is no learning that counts.".to_owned(),
        many => format!("For {many} stretches of time there is no learning that counts."),
    };
    Some(look("months", text, found.iter().map(place).collect()))
}
