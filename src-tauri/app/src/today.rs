//! What to do now.

use crate::app::{App, Present};
use crate::failure::Failure;
use crate::reflection::{page, title_or_untitled};
use crate::wire::{Activity, HoursView, Nothing, Programme, Suggestion, Target, TodayView};
use crate::{activity, capture, hours, recurrence};
use aftershift_domain::hours::{answer, lacks_learning};
use aftershift_domain::reflection::ReflectionState;
use aftershift_store::Reader;
use aftershift_store::reflection::{ReflectionFilter, ReflectionRow};

/// How many suggestions are made: more would be a list of things not done.
const MOST: usize = 2;

/// A draft of so many words has something to be explained.
const LONG: u32 = 150;

/// How many drafts are shown.
const DRAFTS: u32 = 5;

/// `training week 43 of 104`; empty without a programme, before its start and after its end. Breaks in learning are not
/// in it, and the weeks are whole ones to the nearest, as where the hours are worked out: the figures agree.
fn week_of(programme: &Programme, present: Present) -> String {
    let Ok(period) = programme.period() else {
        return String::new();
    };
    if present.today < period.start() || present.today >= period.end() {
        return String::new();
    }
    if programme.break_on(present.today).is_some() {
        return "in a break in learning".to_owned();
    }
    let weeks = (period.training_days() * 2 + 7) / 14;
    let week = period.days(period.start(), present.today) / 7 + 1;
    format!("training week {} of {weeks}", week.min(weeks))
}

fn is_worth_explaining(row: &ReflectionRow) -> bool {
    row.state == ReflectionState::Finished || row.words >= LONG
}

/// The things worth doing next, the most useful first.
fn suggestions(
    reflections: &[ReflectionRow],
    activities: &[Activity],
    hours: &HoursView,
    programme: &Programme,
    due: u32,
) -> Vec<Suggestion> {
    let recurring = (due > 0).then(|| Suggestion {
        title: match due {
            1 => "Say whether what recurs took place".into(),
            many => format!("Say which of {many} recurring entries took place"),
        },
        detail: "Nothing is logged until you do.".into(),
        target: Target::Activities,
    });
    let told = || reflections.iter().filter(|row| is_worth_explaining(row));
    let without_theory = told().find(|row| row.theory == 0).map(|row| Suggestion {
        title: format!(
            "Say how theory explains “{}”",
            title_or_untitled(&row.title)
        ),
        detail: "One sentence is enough to begin with.".into(),
        target: Target::Reflection(row.id.clone()),
    });
    let without_activity = told()
        .find(|row| row.activities == 0)
        .map(|row| Suggestion {
            title: format!("Link “{}” to what you did", title_or_untitled(&row.title)),
            detail: "An assessor looks for the activity that an account is about.".into(),
            target: Target::Reflection(row.id.clone()),
        });
    let claims = |it: &&Activity| it.deleted_at.is_none() && it.off_the_job.is_some();
    let claimed = || activities.iter().filter(claims);
    let without_learning = claimed()
        .filter(|it| lacks_learning(it, answer(it, Some(programme), hours.today)))
        .max_by_key(|it| it.done_on)
        .map(|it| Suggestion {
            title: format!("Say what you learned in “{}”", it.title),
            detail: "Claimed time needs a line about what was new to you.".into(),
            target: Target::Activity(it.id.clone()),
        });
    let programme = (hours.progress.is_none() && claimed().next().is_some()).then(|| Suggestion {
        title: "Tell Aftershift your programme to see your hours".into(),
        detail: "Two dates and your weekly hours; it takes a minute.".into(),
        target: Target::Programme,
    });
    let finished = reflections
        .iter()
        .filter(|row| row.state == ReflectionState::Finished)
        .count();
    let export = (finished > 0).then(|| Suggestion {
        title: "Look at your portfolio as a PDF".into(),
        detail: match finished {
            1 => "One reflection is finished.".into(),
            many => format!("{many} reflections are finished."),
        },
        target: Target::Export,
    });
    [
        recurring,
        without_theory,
        without_activity,
        without_learning,
        programme,
        export,
    ]
    .into_iter()
    .flatten()
    .take(MOST)
    .collect()
}

fn view(db: &Reader<'_>, present: Present) -> Result<TodayView, Failure> {
    let programme = db.programme()?;
    let activities = db.all_activities()?;
    let hours = hours::view(&programme, &activities, present);
    let recent = db
        .reflections(&ReflectionFilter::default(), 0, activity::PAGE)?
        .rows;
    let drafts = ReflectionFilter {
        state: Some(ReflectionState::Draft),
        ..ReflectionFilter::default()
    };
    Ok(TodayView {
        today: present.today,
        week: week_of(&programme, present),
        capture: capture::text(db)?,
        next: suggestions(
            &recent,
            &activities,
            &hours,
            &programme,
            recurrence::count_due(db, present)?,
        ),
        drafts: page(db, &drafts, 0, DRAFTS)?.rows,
        hours,
    })
}

impl App {
    /// What the Today room shows.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn today(&self, _: Nothing) -> Result<TodayView, Failure> {
        self.read(view)
    }
}

#[cfg(test)]
mod tests;
