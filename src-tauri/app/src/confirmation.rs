//! Handing entries over, and recording what someone other than the learner said of them: of one, or of a
//! week in one go.

use crate::activity::{present_activity, row};
use crate::app::{App, Present, new_id_text};
use crate::convert::{count, invalid};
use crate::failure::Failure;
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{
    Activity, ActivityRefs, ActivityRow, ConfirmActivities, Confirmer, Confirmers, Form, Handled,
    Nothing, RecordConfirmation,
};
use aftershift_domain::activity::{Confirmation, ConfirmationState};
use aftershift_domain::day;
use aftershift_domain::id::{ActivityId, ConfirmationId};
use aftershift_domain::number::grouped;
use aftershift_domain::problem::Problems;
use aftershift_store::{Reader, Writer};
use std::collections::BTreeSet;

/// More entries than a page shows are not decided about at once.
const MOST: usize = 500;

/// The entries of these ids, each once, in the order of the ids.
fn entries(db: &Reader<'_>, ids: &[ActivityId]) -> Result<Vec<Activity>, Failure> {
    let mut problems = Problems::new();
    problems.check(!ids.is_empty(), "activityIds", "Choose at least one entry.");
    problems.check(
        ids.len() <= MOST,
        "activityIds",
        "These are too many entries for one go: choose at most 500.",
    );
    problems.or(())?;
    let mut seen = BTreeSet::new();
    ids.iter()
        .filter(|id| seen.insert(*id))
        .map(|id| present_activity(db, id))
        .collect()
}

/// `“Lecture”`, or how many there are.
fn called(entries: &[Activity]) -> String {
    match entries {
        [one] => format!("“{}”", one.title),
        many => format!("{} activities", grouped(many.len())),
    }
}

/// Moves an entry to another state and answers what takes it back.
fn move_to(
    db: &Writer<'_>,
    activity: &Activity,
    state: ConfirmationState,
    present: Present,
) -> Result<Back, Failure> {
    db.save_activity(&Activity {
        state,
        changed_at: present.now,
        ..activity.clone()
    })?;
    Ok(Back::Activity(Box::new(activity.clone())))
}

/// What was done to entries.
struct Change {
    /// How many they were.
    count: u32,
    /// What was done, in words.
    what: String,
    /// What takes it back.
    back: Vec<Back>,
}

impl Change {
    /// Nothing where there is nothing to take back.
    fn step(self) -> Option<Step> {
        (!self.back.is_empty()).then(|| Step::new(self.what, Back::All(self.back)))
    }
}

/// Hands over what is not waiting for a word or has one already.
fn submit(db: &Writer<'_>, entries: Vec<Activity>, present: Present) -> Result<Change, Failure> {
    let waiting: Vec<Activity> = entries
        .into_iter()
        .filter(|entry| {
            !matches!(
                entry.state,
                ConfirmationState::Submitted | ConfirmationState::Confirmed
            )
        })
        .collect();
    let back = waiting
        .iter()
        .map(|entry| move_to(db, entry, ConfirmationState::Submitted, present))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Change {
        count: count(waiting.len()),
        what: format!("Handed over {}", called(&waiting)),
        back,
    })
}

/// Records one word about each of `entries`, and what each of them said when it was given.
fn decide(
    db: &Writer<'_>,
    entries: &[Activity],
    word: &ConfirmActivities,
    present: Present,
) -> Result<Change, Failure> {
    let mut back = Vec::new();
    for entry in entries {
        let id = ConfirmationId::new(new_id_text(present.now));
        let id = id.map_err(|error| invalid("id", error.to_string()))?;
        let revision = db.keep_version(entry, present.now)?;
        db.save_confirmation(&Confirmation {
            id: id.clone(),
            activity_id: entry.id.clone(),
            revision: Some(revision),
            decision: word.decision,
            name: word.name.trim().to_owned(),
            role: word.role.trim().to_owned(),
            decided_on: word.decided_on,
            comment: word.comment.clone(),
            recorded_at: present.now,
        })?;
        back.push(Back::NoConfirmation(id));
        back.push(move_to(db, entry, word.decision, present)?);
    }
    let name = word.name.trim();
    Ok(Change {
        count: count(entries.len()),
        what: format!("Recorded what {name} said of {}", called(entries)),
        back,
    })
}

/// Records a word that was typed into `form`. Taken back, the words return to where they were typed.
fn record(
    db: &Writer<'_>,
    word: &ConfirmActivities,
    form: (Form, Option<&str>),
    present: Present,
) -> Result<Change, Failure> {
    let entries = entries(db, &word.activity_ids)?;
    check(word, &entries, present)?;
    let typed = finish(db, form.0, form.1)?;
    // Handing an entry over is not yet anybody's word about it.
    let mut change = if word.decision == ConfirmationState::Submitted {
        submit(db, entries, present)?
    } else {
        decide(db, &entries, word, present)?
    };
    let typed = typed.map(|typed| Back::Unfinished(Box::new(typed)));
    change.back.extend(typed);
    Ok(change)
}

/// What in a word about `entries` cannot be right.
fn check(word: &ConfirmActivities, entries: &[Activity], present: Present) -> Result<(), Problems> {
    let mut problems = Problems::new();
    problems.check(
        word.decision != ConfirmationState::Draft,
        "decision",
        "Say what they decided: confirmed, queried, rejected, or only handed over.",
    );
    if word.decision == ConfirmationState::Submitted {
        problems.check_short("name", &word.name);
    } else {
        problems.check_title("name", &word.name, "Say who said so: a name or a role.");
    }
    problems.check_short("role", &word.role);
    problems.check_date("decidedOn", word.decided_on);
    if let Some(later) = entries.iter().find(|it| it.done_on > word.decided_on) {
        problems.add(
            "decidedOn",
            format!(
                "Nobody can decide about an activity before the day it was done: “{}” was done on {}.",
                later.title,
                day::with_weekday(later.done_on)
            ),
        );
    }
    problems.check(
        word.decided_on <= present.today,
        "decidedOn",
        "This day has not come yet: give the day on which they said so.",
    );
    problems.check_text("comment", &word.comment);
    problems.or(())
}

impl App {
    /// Hands entries over for somebody's word. Those that wait for one or are confirmed stay as they are.
    ///
    /// # Errors
    /// If one of them is not there.
    pub fn submit_activities(&self, request: ActivityRefs) -> Result<Handled, Failure> {
        self.write_undoable(|db, present| {
            let entries = entries(db, &request.activity_ids)?;
            let change = submit(db, entries, present)?;
            let count = change.count;
            Ok((Handled { count }, change.step()))
        })
    }

    /// Records what someone other than the learner said of several entries at once. Taken back, the words
    /// return to the form they were typed into.
    ///
    /// # Errors
    /// If one of them is not there, nobody is named, or the day cannot be. Nothing is recorded then.
    pub fn confirm_activities(&self, request: ConfirmActivities) -> Result<Handled, Failure> {
        self.write_undoable(|db, present| {
            let change = record(db, &request, (Form::Confirmations, None), present)?;
            let count = change.count;
            Ok((Handled { count }, change.step()))
        })
    }

    /// Records what someone other than the learner said of an activity. Taken back, the words return to
    /// the form they were typed into.
    ///
    /// # Errors
    /// If the activity is not there, or nobody is named.
    pub fn record_confirmation(&self, request: RecordConfirmation) -> Result<ActivityRow, Failure> {
        let id = request.activity_id;
        let word = ConfirmActivities {
            activity_ids: vec![id.clone()],
            decision: request.decision,
            name: request.name,
            role: request.role,
            decided_on: request.decided_on,
            comment: request.comment,
        };
        self.write_undoable(|db, present| {
            let form = (Form::Confirmation, Some(id.as_str()));
            let change = record(db, &word, form, present)?;
            let row = row(
                db,
                present_activity(db, &id)?,
                &db.programme()?,
                present.today,
            )?;
            Ok((row, change.step()))
        })
    }

    /// Who confirmed entries before, the latest first: most words come from the same few people.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn confirmers(&self, _: Nothing) -> Result<Confirmers, Failure> {
        self.read(|db, _| {
            let people = db.confirmers()?.into_iter();
            Ok(Confirmers {
                people: people
                    .map(|(name, role)| Confirmer { name, role })
                    .collect(),
            })
        })
    }
}

#[cfg(test)]
mod tests;
