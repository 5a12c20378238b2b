//! What goes into an export, and what stays at home.

use crate::wire::ExportOptions;
use aftershift_domain::id::EvidenceId;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::{Reflection, ReflectionState};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Whether a day lies in the period that was asked for.
fn within(day: NaiveDate, options: &ExportOptions) -> bool {
    options.from.is_none_or(|from| day >= from) && options.to.is_none_or(|to| day <= to)
}

/// The day an account is filed under: that of the event, or else the day it was begun.
fn day_of(reflection: &Reflection) -> NaiveDate {
    reflection
        .happened_on
        .unwrap_or(reflection.created_at.date_naive())
}

/// The part of a portfolio that was asked for. What is in the bin stays there, and so does every
/// earlier state of an account.
pub(super) fn selected(mut portfolio: Portfolio, options: &ExportOptions) -> Portfolio {
    let shown_somewhere = picture_ids(&portfolio);
    portfolio.revisions.clear();
    portfolio.reflections.retain(|reflection| {
        options.reflections
            && reflection.deleted_at.is_none()
            && (options.drafts || reflection.state == ReflectionState::Finished)
            && within(day_of(reflection), options)
    });
    let reflections: BTreeSet<_> = portfolio
        .reflections
        .iter()
        .map(|it| it.id.clone())
        .collect();
    portfolio
        .theory_links
        .retain(|link| link.deleted_at.is_none() && reflections.contains(&link.reflection_id));
    portfolio
        .activity_links
        .retain(|link| reflections.contains(&link.reflection_id));

    // Earlier ones are not listed, but their hours count: the minimum is one for the whole programme.
    portfolio
        .activities
        .retain(|it| it.deleted_at.is_none() && options.to.is_none_or(|to| it.done_on <= to));
    if !options.hours {
        // An account still names what it is about; how long that took is not handed in.
        let linked: BTreeSet<_> = portfolio
            .activity_links
            .iter()
            .map(|link| &link.activity_id)
            .collect();
        portfolio.activities.retain(|it| linked.contains(&it.id));
        for activity in &mut portfolio.activities {
            activity.duration = None;
            activity.off_the_job = None;
        }
    }
    let activities: BTreeSet<_> = portfolio
        .activities
        .iter()
        .map(|it| it.id.clone())
        .collect();
    portfolio
        .activity_links
        .retain(|link| activities.contains(&link.activity_id));
    portfolio
        .confirmations
        .retain(|word| activities.contains(&word.activity_id));

    let of_works = files_of_works(&portfolio);
    portfolio.theory.retain(|work| work.deleted_at.is_none());
    // What is not in use yet is nobody's business but the person's own.
    portfolio.capture.clear();
    portfolio.unfinished.clear();
    // Activities before the first day that was asked for are in it for the sake of their hours alone.
    let shown_here = ids_in(texts_from(&portfolio, options.from));
    portfolio.evidence.retain(|file| {
        let id = file.id.as_str();
        // A file goes with the texts that show it. One that no text shows stands for itself, and is
        // filed under the day on which it was added.
        let asked_for = if shown_somewhere.contains(id) {
            shown_here.contains(id)
        } else if of_works.contains(&file.id) {
            // It is somebody else's: a copy of it is not the learner's to hand in.
            false
        } else {
            within(file.created_at.date_naive(), options)
        };
        file.deleted_at.is_none() && asked_for
    });
    portfolio
}

/// The files that are works of theory and nothing else, those of works in the bin too.
fn files_of_works(portfolio: &Portfolio) -> BTreeSet<EvidenceId> {
    let works = portfolio.theory.iter();
    let mut ids: BTreeSet<_> = works.filter_map(|work| work.evidence_id.clone()).collect();
    for link in &portfolio.evidence_links {
        ids.remove(&link.evidence_id);
    }
    ids
}

/// The accounts that will be printed: those in which something is written.
pub(super) fn shown(portfolio: &Portfolio) -> Vec<&Reflection> {
    portfolio
        .reflections
        .iter()
        .filter(|reflection| !is_empty(reflection))
        .collect()
}

/// Whether nothing is written in an account.
pub(super) fn is_empty(reflection: &Reflection) -> bool {
    reflection
        .stages
        .iter()
        .all(|stage| stage.text.trim().is_empty())
}

/// Everything in a portfolio that is set as Markdown, with activities from a day on.
fn texts_from(portfolio: &Portfolio, from: Option<NaiveDate>) -> impl Iterator<Item = &str> {
    let accounts = portfolio
        .reflections
        .iter()
        .flat_map(|it| &it.stages)
        .map(|stage| &stage.text);
    let activities = portfolio
        .activities
        .iter()
        .filter(move |it| from.is_none_or(|from| it.done_on >= from))
        .flat_map(|it| [&it.what_was_done, &it.what_was_learned]);
    let works = portfolio.theory.iter().map(|it| &it.key_idea);
    let links = portfolio.theory_links.iter().map(|it| &it.rationale);
    accounts
        .chain(activities)
        .chain(works)
        .chain(links)
        .map(String::as_str)
}

/// The ids of all pictures that any text may show. A few too many do no harm.
pub(super) fn picture_ids(portfolio: &Portfolio) -> BTreeSet<String> {
    ids_in(texts_from(portfolio, None))
}

fn ids_in<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    texts
        .flat_map(|text| text.split("attachment:").skip(1))
        .map(|after| {
            after
                .chars()
                .take_while(|c| is_part(*c))
                .take(64)
                .collect::<String>()
        })
        .filter(|id| !id.is_empty())
        .collect()
}
