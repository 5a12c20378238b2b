//! What was done, whether its time counts, and who confirmed it.

use crate::app::{App, Present, new_id_text};
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::theory::label;
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{
    Activity, ActivityPage, ActivityRef, ActivityRow, ActivityVersion, ActivityView, DrawnOn,
    DurationReading, DurationReadings, Form, ListActivities, Measure, ReadDuration,
    ReflectionLabel, SaveActivity,
};
use aftershift_domain::activity::{
    ActivityContent, Confirmation, ConfirmationState, DeliveredBy, PaidTime, Place,
};
use aftershift_domain::hours;
use aftershift_domain::id::ActivityId;
use aftershift_domain::minutes::{Minutes, parse_entry, parse_total, parse_weekly};
use aftershift_domain::programme::Programme;
use aftershift_store::activity::ActivityFilter;
use aftershift_store::{ItemKind, Reader};
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    today: NaiveDate,
) -> Result<ActivityRow, Failure> {
    let mut rows = rows(db, vec![activity], programme, today)?;
    rows.pop().ok_or_else(|| not_found("activity"))
}

/// Activities as lists show them. What belongs to them is read at once, not one by one.
pub(crate) fn rows(
    db: &Reader<'_>,
    activities: Vec<Activity>,
    programme: &Programme,
    today: NaiveDate,
) -> Result<Vec<ActivityRow>, Failure> {
    let ids: Vec<ActivityId> = activities.iter().map(|it| it.id.clone()).collect();
    let mut labels: BTreeMap<ActivityId, Vec<ReflectionLabel>> = BTreeMap::new();
    for (activity, id, title) in db.reflection_labels(&ids)? {
        let label = ReflectionLabel { id, title };
        labels.entry(activity).or_default().push(label);
    }
    let row = |activity: Activity| ActivityRow {
        verdict: hours::counts(&activity, Some(programme), today),
        reflections: labels.remove(&activity.id).unwrap_or_default(),
        activity,
    };
    Ok(activities.into_iter().map(row).collect())
}

/// The activity with this id that is not in the bin.
pub(crate) fn present_activity(db: &Reader<'_>, id: &ActivityId) -> Result<Activity, Failure> {
    let found = db
        .activity(id)?
        .filter(|activity| activity.deleted_at.is_none());
    found.ok_or_else(|| not_found("activity"))
}

/// An activity as it would be kept again: where some of it is changed and the rest stays.
impl From<Activity> for SaveActivity {
    fn from(it: Activity) -> Self {
        Self {
            id: Some(it.id),
            title: it.title,
            done_on: it.done_on,
            started_at: it.started_at,
            ended_at: it.ended_at,
            duration: it.duration,
            off_the_job: it.off_the_job,
            category: it.category,
            what_was_done: it.what_was_done,
            what_was_learned: it.what_was_learned,
            paid: it.paid,
            compensation: it.compensation,
            delivered_by: it.delivered_by,
            delivered_by_kind: it.delivered_by_kind,
            place: it.place,
            criteria: it.criteria,
            tags: it.tags,
            disagreement: it.disagreement,
            files: Vec::new(),
        }
    }
}

impl SaveActivity {
    /// What was asked for, laid over what there was before.
    pub(crate) fn over(self, before: Activity) -> Activity {
        let content = ActivityContent {
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
        };
        Activity {
            // What the learner holds against the rules is not part of what was confirmed.
            disagreement: self.disagreement,
            ..before.saying(content.with_length_of_times().with_criteria_normalised())
        }
    }
}

/// What an activity said when somebody else was to rely on it, latest first, each with how it differs from
/// what it says now. A version that says nothing else, and of which nobody's word is left, tells nothing.
fn versions(
    db: &Reader<'_>,
    activity: &Activity,
    words: &[Confirmation],
) -> Result<Vec<ActivityVersion>, Failure> {
    let now = activity.content();
    let kept = db.activity_revisions_of(&activity.id)?.into_iter();
    Ok(kept
        .map(|version| ActivityVersion {
            revision: version.revision,
            kept_at: version.kept_at,
            changes: now.changes_since(&version.content),
            content: version.content,
        })
        .filter(|version| {
            let spoken_of = words
                .iter()
                .any(|word| word.revision == Some(version.revision));
            spoken_of || !version.changes.is_empty()
        })
        .collect())
}

/// What the accounts about an activity draw on.
fn drawn_on(db: &Reader<'_>, id: &ActivityId) -> Result<Vec<DrawnOn>, Failure> {
    let mut theory = Vec::new();
    for about in db.reflections_of(id)? {
        for link in db.theory_links_of(&about.id)? {
            if let Some(work) = db.theory(&link.theory_id)? {
                theory.push(DrawnOn {
                    link,
                    label: label(&work),
                    title: work.title,
                    reflection_title: about.title.clone(),
                });
            }
        }
    }
    Ok(theory)
}

impl App {
    /// Activities, newest first, a page at a time.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn list_activities(&self, request: ListActivities) -> Result<ActivityPage, Failure> {
        self.read(|db, present| {
            let programme = db.programme()?;
            let filter = ActivityFilter {
                text: request.text,
                state: request.state,
                category: request.category,
                tag: request.tag,
                claimed_only: request.claimed_only,
                from: request.from,
                to: request.to,
                ..ActivityFilter::default()
            };
            let page = db.activities(&filter, request.offset, request.limit.min(PAGE))?;
            // Sums are over all pages; they need figures alone.
            let figures = db.activity_figures(&filter)?;
            Ok(ActivityPage {
                rows: rows(db, page.rows, &programme, present.today)?,
                total: page.total,
                totals: hours::totals(&figures, Some(&programme), present.today),
                by_tag: hours::by_tag(&figures, present.today),
            })
        })
    }

    /// One activity with all that hangs on it.
    ///
    /// # Errors
    /// If it is not there.
    pub fn activity(&self, request: ActivityRef) -> Result<ActivityView, Failure> {
        self.read(|db, present| {
            let activity = present_activity(db, &request.id)?;
            let mut confirmations = db.confirmations_of(&activity.id)?;
            confirmations.reverse();
            let theory = drawn_on(db, &activity.id)?;
            let versions = versions(db, &activity, &confirmations)?;
            let files = db.evidence_of(&activity.id)?;
            let unusual_criteria = activity.content().unusual_criteria();
            let programme = db.programme()?;
            let row = row(db, activity, &programme, present.today)?;
            let questions = match row.verdict.answer {
                hours::Answer::NotClaimed => Vec::new(),
                _ => hours::questions(&row.activity, Some(&programme)),
            };
            Ok(ActivityView {
                row,
                files,
                unusual_criteria,
                versions,
                confirmations,
                theory,
                questions,
            })
        })
    }

    /// Keeps an activity, new or changed. What others said of it stays, but was about what stood there
    /// before: that version is kept, and the entry goes back to waiting for their word.
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
            let files = request.files.clone();
            let mut activity = request.over(base);
            activity.problems().or(())?;
            let about = before.as_ref().map(|before| before.id.as_str());
            finish(db, Form::Activity, about)?;
            let programme = db.programme()?;
            let Some(before) = before else {
                db.save_activity(&activity)?;
                for file in &files {
                    // One that went to the bin while the entry was typed is no longer among its files.
                    if db.evidence(file)?.is_some_and(|it| it.deleted_at.is_none()) {
                        db.link_evidence(&activity.id, file)?;
                    }
                }
                let back = Back::Bin(ItemKind::Activity, activity.id.to_string());
                let step = Step::new(format!("Added the activity “{}”", activity.title), back);
                return Ok((row(db, activity, &programme, present.today)?, Some(step)));
            };
            if activity == before {
                return Ok((row(db, activity, &programme, present.today)?, None));
            }
            // A confirmation is somebody's word about what the entry said.
            if activity.content() != before.content() {
                if before.state.is_handed_over() {
                    db.keep_version(&before, present.now)?;
                }
                activity.state = before.state.after_change();
            }
            activity.changed_at = present.now;
            db.save_activity(&activity)?;
            let what = format!("Changed the activity “{}”", activity.title);
            let step = Step::new(what, Back::Activity(Box::new(before)));
            Ok((row(db, activity, &programme, present.today)?, Some(step)))
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

#[cfg(test)]
mod tests;
