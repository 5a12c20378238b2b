//! The sample portfolio: an invented apprentice, read from the TOML files in `sample/`.
//!
//! It is the same every time, to the byte: ids stand in the files, and what was recorded when follows from
//! the dates in them. The portfolio remembers its own today, so that it reads the same in any year.

mod source;
#[cfg(test)]
mod tests;

use crate::failure::Failure;
use crate::format::files::sha256;
use aftershift_domain::activity::{
    Activity, ActivityRevision, Confirmation, ConfirmationState, PaidTime, Recurrence,
    RecurrenceAnswer,
};
use aftershift_domain::evidence::{Evidence, EvidenceLink};
use aftershift_domain::id::{
    ActivityId, ConfirmationId, EvidenceId, ReflectionId, TheoryId, TheoryLinkId,
};
use aftershift_domain::minutes::parse_weekly;
use aftershift_domain::plan::{Action, Feedback, Opportunity};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::programme::{Learner, LearningBreak, Programme};
use aftershift_domain::reflection::{ActivityLink, Reflection, StageText, model};
use aftershift_domain::theory::{Theory, TheoryLink};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use std::collections::BTreeMap;
use std::fmt::Display;

/// Identity of the sample portfolio.
const UID: &str = "aftershift-sample";

/// A file of the sample cannot be used. The tests read every one, so nobody should ever see this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file} of the sample: {what}")]
pub struct SampleFault {
    /// The file within `sample/`.
    pub file: String,
    /// What is wrong with it.
    pub what: String,
}

impl SampleFault {
    fn new(file: &str, what: impl Display) -> Self {
        Self {
            file: file.into(),
            what: what.to_string(),
        }
    }
}

impl From<SampleFault> for Failure {
    fn from(fault: SampleFault) -> Self {
        Self::Bug {
            reference: fault.to_string(),
        }
    }
}

/// The sample portfolio and the bytes of its files.
///
/// # Errors
/// If a file of the sample is not of its form.
pub fn sample() -> Result<(Portfolio, BTreeMap<EvidenceId, Vec<u8>>), SampleFault> {
    let source = source::read()?;
    let mut portfolio = Portfolio {
        uid: UID.into(),
        as_of: Some(source.programme.as_of),
        learner: Learner {
            name: source.programme.learner.name.clone(),
            role: source.programme.learner.role.clone(),
            learner_number: String::new(),
        },
        programme: programme(&source.programme)?,
        ..Portfolio::default()
    };
    add_activities(&mut portfolio, &source)?;
    add_recurrences(&mut portfolio, source.recurrences);
    for (file, account) in source.reflections {
        add_reflection(&mut portfolio, file, account)?;
    }
    add_theory(&mut portfolio, source.theory);
    add_plan(&mut portfolio, source.actions)?;
    let attachments = add_evidence(&mut portfolio, source.evidence)?;
    Ok((portfolio, attachments))
}

/// The evening of a day: when a person sits down and records what happened on it.
fn evening(date: NaiveDate) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(20, 0, 0).unwrap_or_default();
    date.and_time(time).and_utc()
}

fn programme(source: &source::ProgrammeFile) -> Result<Programme, SampleFault> {
    let it = &source.programme;
    Ok(Programme {
        title: it.title.clone(),
        provider: it.provider.clone(),
        employer: it.employer.clone(),
        standard_reference: it.standard_reference.clone(),
        standard_version: it.standard_version.clone(),
        original_start: Some(it.original_start),
        planned_end: Some(it.planned_end),
        weekly: Some(
            parse_weekly(&it.weekly_hours)
                .map_err(|wrong| SampleFault::new("programme.toml", wrong))?,
        ),
        nation: it.nation,
        breaks: source
            .breaks
            .iter()
            .map(|pause| LearningBreak {
                from: pause.from,
                to: pause.to,
                reason: pause.reason.clone(),
            })
            .collect(),
        working_days: it.usual_days.clone(),
        working_from: Some(it.usual_start),
        working_to: Some(it.usual_end),
        block_release: it.block_release,
        reflection_policy: it.reflections_allowed,
        ..Programme::default()
    })
}

fn add_activities(portfolio: &mut Portfolio, source: &source::Source) -> Result<(), SampleFault> {
    let wrong = |what: String| SampleFault::new("activities.toml", what);
    for it in &source.activities {
        let activity = activity(it);
        if let Some(word) = &it.confirmation {
            let known = source
                .programme
                .confirmers
                .iter()
                .any(|confirmer| confirmer.name == word.by && confirmer.role == word.role);
            if !known {
                return Err(wrong(format!("{} is confirmed by somebody unknown", it.id)));
            }
            let id = ConfirmationId::new(format!("{}-c", it.id));
            let id = id.map_err(|bad| wrong(bad.to_string()))?;
            let confirmed = as_confirmed(&activity, it.confirmed_as.as_ref());
            let version = ActivityRevision::after(None, &confirmed, evening(word.on));
            portfolio.confirmations.push(Confirmation {
                id,
                activity_id: it.id.clone(),
                revision: Some(version.revision),
                decision: match it.state {
                    ConfirmationState::Queried | ConfirmationState::Rejected => it.state,
                    _ => ConfirmationState::Confirmed,
                },
                name: word.by.clone(),
                role: word.role.clone(),
                decided_on: word.on,
                comment: word.comment.clone(),
                recorded_at: version.kept_at,
            });
            portfolio.activity_revisions.push(version);
        }
        portfolio.activities.push(activity);
    }
    Ok(())
}

fn activity(it: &source::Entry) -> Activity {
    let recorded = evening(it.done_on);
    let confirmed = it.confirmation.as_ref().map(|word| evening(word.on));
    let changed = it.confirmed_as.as_ref().map(|was| evening(was.changed_on));
    Activity {
        id: it.id.clone(),
        title: it.title.clone(),
        done_on: it.done_on,
        started_at: it.started_at,
        ended_at: it.ended_at,
        duration: Some(it.duration_minutes),
        off_the_job: it.off_the_job_minutes,
        category: Some(it.category),
        what_was_done: it.what_was_done.clone(),
        what_was_learned: it.what_was_learned.clone(),
        paid: it.paid,
        compensation: it.compensation.clone(),
        delivered_by: it.delivered_by.clone(),
        delivered_by_kind: it.delivered_by_kind,
        place: it.place,
        criteria: it.criteria.clone(),
        tags: it.tags.clone(),
        disagreement: it.disagreement.clone(),
        state: it.state,
        created_at: recorded,
        changed_at: changed.or(confirmed).unwrap_or(recorded),
        deleted_at: None,
    }
}

/// The entry as it stood when somebody confirmed it.
fn as_confirmed(activity: &Activity, before: Option<&source::Before>) -> Activity {
    let Some(before) = before else {
        return activity.clone();
    };
    Activity {
        ended_at: before.ended_at.or(activity.ended_at),
        duration: Some(before.duration_minutes),
        off_the_job: before.off_the_job_minutes,
        ..activity.clone()
    }
}

fn add_recurrences(portfolio: &mut Portfolio, recurrences: Vec<source::Again>) {
    for it in recurrences {
        for answer in it.answers {
            portfolio.recurrence_answers.push(RecurrenceAnswer {
                recurrence_id: it.id.clone(),
                due_on: answer.on,
                activity_id: answer.activity,
                answered_at: evening(answer.on),
            });
        }
        let recorded = evening(it.from);
        portfolio.recurrences.push(Recurrence {
            id: it.id,
            title: it.title,
            weekdays: it.weekdays,
            every_weeks: it.every_weeks,
            from: it.from,
            until: it.until,
            started_at: it.started_at,
            ended_at: it.ended_at,
            duration: Some(it.duration_minutes),
            category: Some(it.category),
            paid: PaidTime::Paid,
            delivered_by: it.delivered_by,
            delivered_by_kind: it.delivered_by_kind,
            place: it.place,
            criteria: Vec::new(),
            tags: it.tags,
            created_at: recorded,
            changed_at: recorded,
            deleted_at: None,
        });
    }
}

fn add_reflection(
    portfolio: &mut Portfolio,
    file: &str,
    account: source::Account,
) -> Result<(), SampleFault> {
    let wrong = |what: String| SampleFault::new(file, what);
    let model = model(&account.model)
        .ok_or_else(|| wrong(format!("there is no model “{}”", account.model)))?;
    let mut stages = Vec::new();
    for stage in account.stages {
        let known = model.stages.iter().find(|known| known.key == stage.key);
        let known = known.ok_or_else(|| wrong(format!("there is no stage “{}”", stage.key)))?;
        stages.push(StageText {
            key: stage.key,
            heading: known.name.into(),
            text: stage.text,
        });
    }
    for (number, link) in (1..).zip(account.theory) {
        portfolio.theory_links.push(TheoryLink {
            id: TheoryLinkId::new(format!("{}-t{number}", account.id))
                .map_err(|bad| wrong(bad.to_string()))?,
            reflection_id: account.id.clone(),
            theory_id: link.item,
            relation: link.relation,
            rationale: link.rationale,
            passage: link.passage,
            deleted_at: None,
        });
    }
    for activity_id in account.activities {
        portfolio.activity_links.push(ActivityLink {
            reflection_id: account.id.clone(),
            activity_id,
        });
    }
    let recorded = evening(account.happened_on);
    portfolio.reflections.push(Reflection {
        id: account.id,
        title: account.title,
        happened_on: Some(account.happened_on),
        model: account.model,
        stages,
        state: account.state,
        module: account.module,
        revision: 1,
        created_at: recorded,
        changed_at: recorded,
        deleted_at: None,
    });
    Ok(())
}

/// The evening of the day on which an account happened, if there is such an account.
fn evening_of(portfolio: &Portfolio, id: &ReflectionId) -> Option<DateTime<Utc>> {
    portfolio
        .reflections
        .iter()
        .find(|it| it.id == *id)
        .map(|it| it.created_at)
}

/// When a work was first read: when the first account that it explains was written.
fn first_use(portfolio: &Portfolio, id: &TheoryId) -> Option<DateTime<Utc>> {
    let links = portfolio
        .theory_links
        .iter()
        .filter(|link| link.theory_id == *id);
    links
        .filter_map(|link| evening_of(portfolio, &link.reflection_id))
        .min()
}

fn add_theory(portfolio: &mut Portfolio, works: Vec<source::Work>) {
    for it in works {
        let added = first_use(portfolio, &it.id)
            .or_else(|| portfolio.programme.original_start.map(evening))
            .unwrap_or_default();
        portfolio.theory.push(Theory {
            id: it.id,
            cite_key: it.cite_key,
            kind: it.kind,
            authors: it.authors,
            corporate_author: it.corporate_author,
            year: it.year,
            title: it.title,
            container: it.container,
            container_short: it.container_short,
            editors: it.editors,
            edition: it.edition,
            volume: it.volume,
            issue: it.issue,
            pages: it.pages,
            publisher: it.publisher,
            place: it.place,
            doi: it.doi,
            url: it.url,
            accessed_on: it.accessed_on,
            key_idea: it.key_idea,
            quotation: it.quotation,
            quotation_page: it.quotation_page,
            module: it.module,
            tags: it.tags,
            criteria: it.criteria,
            evidence_id: None,
            created_at: added,
            changed_at: added,
            deleted_at: None,
        });
    }
}

fn add_plan(portfolio: &mut Portfolio, plan: source::ActionsFile) -> Result<(), SampleFault> {
    let wrong = |what: String| SampleFault::new("actions.toml", what);
    for it in plan.actions {
        let decided = evening_of(portfolio, &it.reflection)
            .ok_or_else(|| wrong(format!("{} comes from an unknown account", it.id)))?;
        portfolio.actions.push(Action {
            id: it.id,
            text: it.text,
            due_on: Some(it.due_on),
            reflection_id: Some(it.reflection),
            done_on: it.done_on,
            created_at: decided,
            deleted_at: None,
        });
    }
    let today = portfolio.as_of.unwrap_or_default();
    for it in plan.opportunities {
        // Agreed a month ahead, and in no case after the sample's own today.
        let agreed = it
            .planned_on
            .checked_sub_days(Days::new(30))
            .unwrap_or(today)
            .min(today);
        portfolio.opportunities.push(Opportunity {
            id: it.id,
            title: it.title,
            planned_on: Some(it.planned_on),
            duration: Some(it.minutes),
            category: Some(it.category),
            with_whom: it.with_whom,
            notes: it.notes,
            activity_id: None,
            created_at: evening(agreed),
            deleted_at: None,
        });
    }
    for it in plan.feedback {
        let reflection = portfolio
            .reflections
            .iter()
            .map(|r| &r.id)
            .find(|id| id.as_str() == it.about);
        let activity = portfolio
            .activities
            .iter()
            .map(|a| &a.id)
            .find(|id| id.as_str() == it.about);
        if reflection.is_none() && activity.is_none() {
            return Err(wrong(format!("{} is about something unknown", it.id)));
        }
        let (reflection_id, activity_id) = (reflection.cloned(), activity.cloned());
        portfolio.feedback.push(Feedback {
            id: it.id,
            from: it.from_role,
            given_on: it.given_on,
            text: it.text,
            reflection_id,
            activity_id,
            created_at: evening(it.given_on),
            deleted_at: None,
        });
    }
    Ok(())
}

fn add_evidence(
    portfolio: &mut Portfolio,
    items: Vec<source::Item>,
) -> Result<BTreeMap<EvidenceId, Vec<u8>>, SampleFault> {
    let wrong = |what: String| SampleFault::new("evidence.toml", what);
    let mut attachments = BTreeMap::new();
    for it in items {
        let bytes = source::bytes_of(&it.file)
            .ok_or_else(|| wrong(format!("{} is not among the files", it.file)))?;
        let has_activity = |id: &ActivityId| portfolio.activities.iter().any(|a| a.id == *id);
        let has_account = |id: &ReflectionId| portfolio.reflections.iter().any(|r| r.id == *id);
        if !it.activities.iter().all(has_activity) || !it.reflections.iter().all(has_account) {
            return Err(wrong(format!("{} belongs to something unknown", it.id)));
        }
        let links = it.activities.into_iter().map(|activity_id| EvidenceLink {
            activity_id,
            evidence_id: it.id.clone(),
        });
        portfolio.evidence_links.extend(links);
        portfolio.evidence.push(Evidence {
            id: it.id.clone(),
            file_name: it.file_name,
            kind: it.kind,
            alternative_text: it.alternative_text,
            description: format!("{}. {}", it.title, it.description),
            media_type: it.media_type,
            sha256: sha256(bytes),
            size: bytes.len() as u64,
            created_at: evening(it.added_on),
            deleted_at: None,
        });
        attachments.insert(it.id, bytes.to_vec());
    }
    Ok(attachments)
}
