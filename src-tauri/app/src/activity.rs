//! What was done, whether its time counts, and who confirmed it.

use crate::app::{App, Present, new_id_text};
use crate::convert::{count, invalid, not_found};
use crate::failure::Failure;
use crate::theory::label;
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{
    Activity, ActivityPage, ActivityRef, ActivityRow, ActivityView, DurationReading,
    DurationReadings, Form, ListActivities, Measure, ReadDuration, RecordConfirmation,
    ReflectionLabel, SaveActivity, WeekDay, WeekOf, WeekView,
};
use aftershift_domain::activity::{Confirmation, ConfirmationState, DeliveredBy, PaidTime, Place};
use aftershift_domain::id::{ActivityId, ConfirmationId};
use aftershift_domain::minutes::{Minutes, parse_entry, parse_total, parse_weekly};
use aftershift_domain::problem::Problems;
use aftershift_domain::programme::Programme;
use aftershift_domain::{day, hours};
use aftershift_store::activity::ActivityFilter;
use aftershift_store::{ItemKind, Reader};
use chrono::Days;

/// The most rows of a page.
pub(crate) const PAGE: u32 = 200;

/// An activity of today about which nothing is known yet.
pub(crate) fn blank(id: ActivityId, present: Present) -> Activity {
    Activity {
        id,
        title: String::new(),
        done_on: present.today,
        started_at: None,
        ended_at: None,
        duration: None,
        off_the_job: None,
        category: None,
        what_was_done: String::new(),
        what_was_learned: String::new(),
        paid: PaidTime::Unknown,
        compensation: String::new(),
        delivered_by: String::new(),
        delivered_by_kind: DeliveredBy::Unknown,
        place: Place::Unknown,
        criteria: Vec::new(),
        tags: Vec::new(),
        disagreement: None,
        state: ConfirmationState::Draft,
        created_at: present.now,
        changed_at: present.now,
        deleted_at: None,
    }
}

/// An activity as lists show it.
pub(crate) fn row(
    db: &Reader<'_>,
    activity: Activity,
    programme: &Programme,
) -> Result<ActivityRow, Failure> {
    let reflections = db
        .reflections_of(&activity.id)?
        .into_iter()
        .map(|found| ReflectionLabel {
            id: found.id,
            title: found.title,
        })
        .collect();
    Ok(ActivityRow {
        verdict: hours::counts(&activity, Some(programme)),
        reflections,
        activity,
    })
}

fn rows(
    db: &Reader<'_>,
    activities: Vec<Activity>,
    programme: &Programme,
) -> Result<Vec<ActivityRow>, Failure> {
    activities
        .into_iter()
        .map(|activity| row(db, activity, programme))
        .collect()
}

/// The activity with this id that is not in the bin.
fn present_activity(db: &Reader<'_>, id: &ActivityId) -> Result<Activity, Failure> {
    let found = db
        .activity(id)?
        .filter(|activity| activity.deleted_at.is_none());
    found.ok_or_else(|| not_found("activity"))
}

impl SaveActivity {
    /// What was asked for, laid over what there was before.
    pub(crate) fn over(self, before: Activity) -> Activity {
        Activity {
            title: self.title.trim().to_owned(),
            done_on: self.done_on,
            started_at: self.started_at,
            ended_at: self.ended_at,
            duration: self.duration,
            off_the_job: self.off_the_job,
            category: self.category,
            what_was_done: self.what_was_done,
            what_was_learned: self.what_was_learned,
            paid: self.paid,
            compensation: self.compensation,
            delivered_by: self.delivered_by,
            delivered_by_kind: self.delivered_by_kind,
            place: self.place,
            criteria: self.criteria,
            tags: self.tags,
            disagreement: self.disagreement,
            ..before
        }
    }
}

/// The state of an activity after a change: somebody's word was about the old content. What the learner
/// holds against the rules is not part of what was confirmed.
fn state_after_change(before: &Activity, after: &Activity) -> ConfirmationState {
    let content = |activity: &Activity| Activity {
        disagreement: None,
        ..activity.clone()
    };
    if before.state == ConfirmationState::Draft || content(before) == content(after) {
        before.state
    } else {
        ConfirmationState::Submitted
    }
}

impl App {
    /// Activities, newest first, a page at a time.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn list_activities(&self, request: ListActivities) -> Result<ActivityPage, Failure> {
        self.read(|db, _| {
            let programme = db.programme()?;
            let filter = ActivityFilter {
                text: request.text,
                state: request.state,
                category: request.category,
                from: request.from,
                to: request.to,
                ..ActivityFilter::default()
            };
            // The totals are over all of them, so all of them are read. A whole apprenticeship has a
            // few hundred.
            let mut found = db.activities(&filter, 0, u32::MAX)?.rows;
            if request.claimed_only {
                found.retain(|activity| activity.off_the_job.is_some());
            }
            let totals = hours::totals(&found, Some(&programme));
            let total = count(found.len());
            let limit = request.limit.min(PAGE) as usize;
            let page = found
                .into_iter()
                .skip(request.offset as usize)
                .take(limit)
                .collect();
            Ok(ActivityPage {
                rows: rows(db, page, &programme)?,
                total,
                totals,
            })
        })
    }

    /// The week that holds a day.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn week(&self, request: WeekOf) -> Result<WeekView, Failure> {
        if let Some(day) = request.day {
            let mut problems = Problems::new();
            problems.check_date("day", day);
            problems.or(())?;
        }
        self.read(|db, present| {
            let programme = db.programme()?;
            let first_day = day::monday(request.day.unwrap_or(present.today));
            let last_day = first_day + Days::new(6);
            let found = db.activities_between(first_day, last_day)?;
            let totals = hours::totals(&found, Some(&programme));
            let days = (0..7).map(|after| {
                let day = first_day + Days::new(after);
                let that_day: Vec<Activity> = found
                    .iter()
                    .filter(|activity| activity.done_on == day)
                    .cloned()
                    .collect();
                let off_the_job = hours::totals(&that_day, Some(&programme)).claimed;
                Ok(WeekDay {
                    day,
                    off_the_job,
                    rows: rows(db, that_day, &programme)?,
                })
            });
            Ok(WeekView {
                first_day,
                days: days.collect::<Result<_, Failure>>()?,
                totals,
            })
        })
    }

    /// One activity with all that hangs on it.
    ///
    /// # Errors
    /// If it is not there.
    pub fn activity(&self, request: ActivityRef) -> Result<ActivityView, Failure> {
        self.read(|db, _| {
            let activity = present_activity(db, &request.id)?;
            let mut confirmations = db.confirmations_of(&activity.id)?;
            confirmations.reverse();
            let mut theory = Vec::new();
            for about in db.reflections_of(&activity.id)? {
                for link in db.theory_links_of(&about.id)? {
                    if let Some(work) = db.theory(&link.theory_id)? {
                        theory.push(label(&work));
                    }
                }
            }
            theory.sort();
            theory.dedup();
            let programme = db.programme()?;
            let row = row(db, activity, &programme)?;
            let questions = match row.verdict.answer {
                hours::Answer::NotClaimed => Vec::new(),
                _ => hours::questions(&row.activity, Some(&programme)),
            };
            Ok(ActivityView {
                row,
                confirmations,
                theory,
                questions,
            })
        })
    }

    /// Keeps an activity, new or changed. What others said of it stays, but was about what stood there
    /// before: so it goes back to waiting for their word.
    ///
    /// # Errors
    /// Everything that cannot be right in it, or why it cannot be written.
    pub fn save_activity(&self, request: SaveActivity) -> Result<ActivityRow, Failure> {
        self.write_undoable(|db, present| {
            let before = match &request.id {
                Some(id) => Some(present_activity(db, id)?),
                None => None,
            };
            let base = match &before {
                Some(before) => before.clone(),
                None => blank(new_id(present)?, present),
            };
            let mut activity = request.over(base);
            activity.problems().or(())?;
            let about = before.as_ref().map(|before| before.id.as_str());
            finish(db, Form::Activity, about)?;
            let programme = db.programme()?;
            let Some(before) = before else {
                db.save_activity(&activity)?;
                let back = Back::Bin(ItemKind::Activity, activity.id.to_string());
                let step = Step::new(format!("Added the activity “{}”", activity.title), back);
                return Ok((row(db, activity, &programme)?, Some(step)));
            };
            if activity == before {
                return Ok((row(db, activity, &programme)?, None));
            }
            activity.state = state_after_change(&before, &activity);
            activity.changed_at = present.now;
            db.save_activity(&activity)?;
            let what = format!("Changed the activity “{}”", activity.title);
            let step = Step::new(what, Back::Activity(Box::new(before)));
            Ok((row(db, activity, &programme)?, Some(step)))
        })
    }

    /// Records what someone other than the learner said of an activity. Taken back, the words return to
    /// the form they were typed into.
    ///
    /// # Errors
    /// If the activity is not there, or nobody is named.
    pub fn record_confirmation(&self, request: RecordConfirmation) -> Result<ActivityRow, Failure> {
        self.write_undoable(|db, present| {
            let before = present_activity(db, &request.activity_id)?;
            check_confirmation(&request, &before, present)?;
            let typed = finish(db, Form::Confirmation, Some(before.id.as_str()))?;
            let state = request.decision;
            let mut back = vec![Back::Activity(Box::new(before.clone()))];
            back.extend(typed.map(|typed| Back::Unfinished(Box::new(typed))));
            let mut what = format!("Marked “{}” as submitted", before.title);
            // Handing an entry over is not yet anybody's word about it.
            if state != ConfirmationState::Submitted {
                let id = ConfirmationId::new(new_id_text(present.now));
                let id = id.map_err(|error| invalid("id", error.to_string()))?;
                back.push(Back::NoConfirmation(id.clone()));
                let name = request.name.trim().to_owned();
                what = format!("Recorded what {name} said of “{}”", before.title);
                db.save_confirmation(&Confirmation {
                    id,
                    activity_id: before.id.clone(),
                    decision: state,
                    name,
                    role: request.role.trim().to_owned(),
                    decided_on: request.decided_on,
                    comment: request.comment,
                    recorded_at: present.now,
                })?;
            }
            let activity = Activity {
                state,
                changed_at: present.now,
                ..before
            };
            db.save_activity(&activity)?;
            let row = row(db, activity, &db.programme()?)?;
            Ok((row, Some(Step::new(what, Back::All(back)))))
        })
    }

    /// Reads a length of time as people write it.
    ///
    /// # Errors
    /// None: what cannot be understood is said in the answer.
    pub fn read_duration(&self, request: ReadDuration) -> Result<DurationReadings, Failure> {
        let read = match request.measure {
            Measure::Week => parse_weekly(&request.text)
                .map(|minutes| vec![length(minutes, format!("{minutes} a week"))]),
            Measure::Programme => {
                parse_total(&request.text).map(|minutes| vec![length(minutes, minutes.to_string())])
            }
            Measure::Activity => parse_entry(&request.text).map(|readings| {
                let reading = |reading: aftershift_domain::minutes::Reading| DurationReading {
                    minutes: reading.minutes,
                    label: reading.label,
                    started_at: reading.started_at,
                    ended_at: reading.ended_at,
                };
                readings.into_iter().map(reading).collect()
            }),
        };
        Ok(match read {
            Ok(readings) => DurationReadings {
                readings,
                problem: String::new(),
            },
            Err(problem) => DurationReadings {
                readings: Vec::new(),
                problem: problem.to_string(),
            },
        })
    }
}

fn length(minutes: Minutes, label: String) -> DurationReading {
    DurationReading {
        minutes,
        label,
        started_at: None,
        ended_at: None,
    }
}

pub(crate) fn new_id(present: Present) -> Result<ActivityId, Failure> {
    ActivityId::new(new_id_text(present.now)).map_err(|error| invalid("id", error.to_string()))
}

fn check_confirmation(
    request: &RecordConfirmation,
    activity: &Activity,
    present: Present,
) -> Result<(), Failure> {
    let mut problems = Problems::new();
    problems.check(
        request.decision != ConfirmationState::Draft,
        "decision",
        "Say what they decided: confirmed, queried, rejected, or only handed over.",
    );
    if request.decision == ConfirmationState::Submitted {
        problems.check_short("name", &request.name);
    } else {
        problems.check_title("name", &request.name, "Say who said so: a name or a role.");
    }
    problems.check_short("role", &request.role);
    problems.check_date("decidedOn", request.decided_on);
    problems.check(
        request.decided_on >= activity.done_on,
        "decidedOn",
        "Nobody can decide about an activity before the day it was done.",
    );
    problems.check(
        request.decided_on <= present.today,
        "decidedOn",
        "This day has not come yet: give the day on which they said so.",
    );
    problems.check_text("comment", &request.comment);
    Ok(problems.or(())?)
}

#[cfg(test)]
mod tests;
