//! What is printed, as data: a portfolio of its own, from which the same pages could be made again.
//!
//! Every record is written out field by field, without taking the rest from the original: a field that is added to a
//! record later is thought about here before it leaves the house. Dates are as coarse as the pages have them. Moments
//! that are kept for the record alone, such as when something was begun, are never exact to the hour.

use super::Book;
use aftershift_domain::activity::{
    Activity, Confirmation, ConfirmationState, Disagreement, PaidTime,
};
use aftershift_domain::day;
use aftershift_domain::evidence::{Evidence, EvidenceLink};
use aftershift_domain::plan::Feedback;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::programme::{Learner, Programme, ReflectionPolicy};
use aftershift_domain::reflection::{ActivityLink, OwnModel, OwnStage, Reflection, StageText};
use aftershift_domain::theory::{Theory, TheoryLink};
use chrono::{DateTime, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use std::collections::BTreeSet;

pub(super) fn printed(book: &Book<'_>) -> Portfolio {
    let whole = book.portfolio;
    let accounts: BTreeSet<&str> = book.reflections.iter().map(|it| it.id.as_str()).collect();
    let activities: BTreeSet<&str> = book.activities.iter().map(|it| it.id.as_str()).collect();
    let works: BTreeSet<&str> = book.theory.iter().map(|it| it.id.as_str()).collect();
    let evidence = evidence(book);
    let files: BTreeSet<&str> = evidence.iter().map(|it| it.id.as_str()).collect();
    Portfolio {
        uid: String::new(),
        as_of: whole.as_of,
        learner: learner(&whole.learner),
        programme: programme(book),
        activities: in_places(book, |place| activity(book, place)),
        activity_revisions: Vec::new(),
        confirmations: book.activities[..book.claimed]
            .iter()
            .filter_map(|activity| word(book, activity))
            .collect(),
        recurrences: Vec::new(),
        recurrence_answers: Vec::new(),
        reflections: book
            .reflections
            .iter()
            .map(|it| account(book, it))
            .collect(),
        revisions: Vec::new(),
        theory: book.theory.iter().map(|it| work(book, it)).collect(),
        citation_style: whole.citation_style.clone(),
        theory_links: whole
            .theory_links
            .iter()
            .filter(|link| {
                link.deleted_at.is_none()
                    && accounts.contains(link.reflection_id.as_str())
                    && works.contains(link.theory_id.as_str())
            })
            .map(theory_link)
            .collect(),
        activity_links: whole
            .activity_links
            .iter()
            .filter(|link| {
                accounts.contains(link.reflection_id.as_str())
                    && activities.contains(link.activity_id.as_str())
            })
            .map(|link| ActivityLink {
                reflection_id: link.reflection_id.clone(),
                activity_id: link.activity_id.clone(),
            })
            .collect(),
        standards: Vec::new(),
        criteria: Vec::new(),
        criterion_links: Vec::new(),
        evidence_links: whole
            .evidence_links
            .iter()
            .filter(|link| {
                activities.contains(link.activity_id.as_str())
                    && files.contains(link.evidence_id.as_str())
            })
            .map(|link| EvidenceLink {
                activity_id: link.activity_id.clone(),
                evidence_id: link.evidence_id.clone(),
            })
            .collect(),
        evidence,
        opportunities: Vec::new(),
        actions: Vec::new(),
        feedback: whole
            .feedback
            .iter()
            .filter(|said| said.deleted_at.is_none())
            .map(|said| feedback(book, said))
            .collect(),
        models: whole
            .models
            .iter()
            .filter(|model| {
                let mut accounts = book.reflections.iter();
                accounts.any(|account| account.model == model.id.as_str())
            })
            .map(model)
            .collect(),
        capture: String::new(),
        unfinished: Vec::new(),
    }
}

fn in_places<T>(book: &Book<'_>, make: impl Fn(usize) -> T) -> Vec<T> {
    (0..book.activities.len()).map(make).collect()
}

fn learner(learner: &Learner) -> Learner {
    Learner {
        name: learner.name.clone(),
        role: learner.role.clone(),
        learner_number: learner.learner_number.clone(),
    }
}

/// The programme. The log has its days in full; without it they are as coarse as everything else.
fn programme(book: &Book<'_>) -> Programme {
    let programme = &book.portfolio.programme;
    let coarse = !book.options.exact_dates && !book.options.hours;
    let from = |day: NaiveDate| {
        if coarse {
            day::first_of_month(day)
        } else {
            day
        }
    };
    let until = |day: NaiveDate| if coarse { last_of_month(day) } else { day };
    let mut told = Programme {
        title: programme.title.clone(),
        provider: programme.provider.clone(),
        employer: programme.employer.clone(),
        standard_reference: programme.standard_reference.clone(),
        standard_version: programme.standard_version.clone(),
        original_start: programme.original_start.map(from),
        planned_end: programme.planned_end.map(until),
        weekly: programme.weekly,
        nation: programme.nation,
        plan_hours: programme.plan_hours,
        published_hours: programme.published_hours,
        prior_learning: programme.prior_learning,
        planned_hours: programme.planned_hours,
        breaks: Vec::new(),
        hours_changes: Vec::new(),
        working_days: programme.working_days.clone(),
        working_from: programme.working_from,
        working_to: programme.working_to,
        block_release: programme.block_release,
        gateway_on: programme.gateway_on.map(until),
        ended_on: programme.ended_on.map(until),
        reflection_policy: ReflectionPolicy::Unknown,
    };
    // In whole months, two of these may fall together: what cannot be told apart any more is told once.
    for pause in &programme.breaks {
        let mut pause = pause.clone();
        (pause.from, pause.to) = (from(pause.from), until(pause.to));
        told.breaks.push(pause);
        if !told.problems().0.is_empty() {
            told.breaks.pop();
        }
    }
    for change in &programme.hours_changes {
        let mut change = change.clone();
        change.from = from(change.from);
        told.hours_changes.push(change);
        if !told.problems().0.is_empty() {
            told.hours_changes.pop();
        }
    }
    told
}

fn activity(book: &Book<'_>, place: usize) -> Activity {
    let activity = book.activities[place];
    // What stands in the log has its day there, and is judged; of anything else only what it was is told.
    let logged = place < book.claimed;
    let day = if logged {
        activity.done_on
    } else {
        told_day(book, activity.done_on)
    };
    let recorded = if logged {
        activity.created_at.date_naive()
    } else {
        day
    };
    Activity {
        id: activity.id.clone(),
        title: activity.title.clone(),
        done_on: day,
        started_at: activity.started_at,
        ended_at: activity.ended_at,
        duration: activity.duration,
        off_the_job: activity.off_the_job.filter(|_| logged),
        category: activity.category,
        what_was_done: activity.what_was_done.clone(),
        what_was_learned: activity.what_was_learned.clone(),
        paid: if logged {
            activity.paid
        } else {
            PaidTime::Unknown
        },
        compensation: if logged {
            activity.compensation.clone()
        } else {
            String::new()
        },
        delivered_by: activity.delivered_by.clone(),
        delivered_by_kind: activity.delivered_by_kind,
        place: activity.place,
        criteria: activity.criteria.clone(),
        tags: activity.tags.clone(),
        disagreement: activity
            .disagreement
            .as_ref()
            .filter(|_| logged)
            .map(|held| Disagreement {
                counts: held.counts,
                note: held.note.clone(),
            }),
        state: if logged {
            activity.state
        } else {
            ConfirmationState::Draft
        },
        created_at: midnight(recorded),
        changed_at: midnight(recorded),
        deleted_at: None,
    }
}

/// The word on an entry that is printed beside it.
fn word(book: &Book<'_>, activity: &Activity) -> Option<Confirmation> {
    let word = book
        .word(activity)
        .or_else(|| book.earlier_word(activity))?;
    Some(Confirmation {
        id: word.id.clone(),
        activity_id: word.activity_id.clone(),
        // Earlier versions of the entry stay at home.
        revision: None,
        decision: word.decision,
        name: word.name.clone(),
        role: word.role.clone(),
        decided_on: word.decided_on,
        comment: word.comment.clone(),
        recorded_at: midnight(word.decided_on),
    })
}

fn account(book: &Book<'_>, account: &Reflection) -> Reflection {
    // When it was begun is not printed: it only has its place among the others by that.
    let begun = account.created_at.date_naive();
    let begun = midnight(told_day(book, account.happened_on.unwrap_or(begun)));
    let written = account.stages.iter();
    let written = written.filter(|stage| !stage.text.trim().is_empty());
    Reflection {
        id: account.id.clone(),
        title: account.title.clone(),
        happened_on: account.happened_on.map(|day| told_day(book, day)),
        model: account.model.clone(),
        stages: written
            .map(|stage| StageText {
                key: stage.key.clone(),
                heading: stage.heading.clone(),
                text: stage.text.clone(),
            })
            .collect(),
        state: account.state,
        module: account.module.clone(),
        revision: 1,
        created_at: begun,
        changed_at: begun,
        deleted_at: None,
    }
}

fn work(book: &Book<'_>, work: &Theory) -> Theory {
    let added = told_moment(book, work.created_at);
    Theory {
        id: work.id.clone(),
        cite_key: work.cite_key.clone(),
        kind: work.kind,
        authors: work.authors.clone(),
        corporate_author: work.corporate_author.clone(),
        year: work.year.clone(),
        title: work.title.clone(),
        container: work.container.clone(),
        container_short: work.container_short.clone(),
        editors: work.editors.clone(),
        edition: work.edition.clone(),
        volume: work.volume.clone(),
        issue: work.issue.clone(),
        pages: work.pages.clone(),
        publisher: work.publisher.clone(),
        place: work.place.clone(),
        doi: work.doi.clone(),
        url: work.url.clone(),
        accessed_on: work.accessed_on,
        key_idea: work.key_idea.clone(),
        quotation: String::new(),
        quotation_page: String::new(),
        module: work.module.clone(),
        tags: Vec::new(),
        criteria: Vec::new(),
        evidence_id: None,
        created_at: added,
        changed_at: added,
        deleted_at: None,
    }
}

fn theory_link(link: &TheoryLink) -> TheoryLink {
    TheoryLink {
        id: link.id.clone(),
        reflection_id: link.reflection_id.clone(),
        theory_id: link.theory_id.clone(),
        relation: link.relation,
        rationale: link.rationale.clone(),
        passage: link.passage.clone(),
        deleted_at: None,
    }
}

/// The files that travel, under the names that they have here.
fn evidence(book: &Book<'_>) -> Vec<Evidence> {
    let attached = book.files.iter().filter(|listed| listed.attached);
    attached
        .map(|listed| Evidence {
            id: listed.file.id.clone(),
            file_name: listed.name.clone(),
            kind: listed.file.kind,
            alternative_text: listed.file.alternative_text.clone(),
            description: listed.file.description.clone(),
            media_type: listed.file.media_type.clone(),
            sha256: listed.file.sha256.clone(),
            size: listed.file.size,
            created_at: told_moment(book, listed.file.created_at),
            deleted_at: None,
        })
        .collect()
}

fn feedback(book: &Book<'_>, said: &Feedback) -> Feedback {
    let on = said.reflection_id.as_ref();
    let day = told_day(book, said.given_on);
    Feedback {
        id: said.id.clone(),
        from: said.from.clone(),
        given_on: day,
        text: said.text.clone(),
        reflection_id: on
            .filter(|id| book.reflection_numbers.contains_key(id.as_str()))
            .cloned(),
        activity_id: None,
        created_at: midnight(day),
        deleted_at: None,
    }
}

/// A person's own model, by the names of its stages: what it asks at each is not printed.
fn model(model: &OwnModel) -> OwnModel {
    OwnModel {
        id: model.id.clone(),
        name: model.name.clone(),
        reference: String::new(),
        stages: model
            .stages
            .iter()
            .map(|stage| OwnStage {
                key: stage.key.clone(),
                name: stage.name.clone(),
                prompt: String::new(),
            })
            .collect(),
        deleted_at: None,
    }
}

/// A day as it is printed: the first of its month stands for the month.
fn told_day(book: &Book<'_>, day: NaiveDate) -> NaiveDate {
    if book.options.exact_dates {
        day
    } else {
        day::first_of_month(day)
    }
}

/// A moment without its time of day, and as coarse as days are.
fn told_moment(book: &Book<'_>, moment: DateTime<Utc>) -> DateTime<Utc> {
    midnight(told_day(book, moment.date_naive()))
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    Utc.from_utc_datetime(&day.and_time(NaiveTime::MIN))
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let next = day::first_of_month(day).checked_add_months(Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}
