//! What goes into an export, and what stays at home.

use super::travel::Uses;
use crate::wire::{Audience, ExportOptions};
use aftershift_document::markdown::citations;
use aftershift_domain::evidence::Evidence;
use aftershift_domain::id::ReflectionId;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::{Reflection, ReflectionState};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Whether a day lies in the period that was asked for.
pub(super) fn within(day: NaiveDate, options: &ExportOptions) -> bool {
    options.from.is_none_or(|from| day >= from) && options.to.is_none_or(|to| day <= to)
}

/// Whether nothing that can be handed in was left out or made coarser.
pub(super) fn is_everything(options: &ExportOptions) -> bool {
    let all = options.hours && options.reflections && options.drafts;
    let any_day = options.from.is_none() && options.to.is_none();
    all && !options.coarse_dates && any_day && !is_narrowed(options)
}

/// Whether only some accounts were asked for, whatever their days.
fn is_narrowed(options: &ExportOptions) -> bool {
    !options.module.trim().is_empty()
        || options.theory_id.is_some()
        || !options.reflection_ids.is_empty()
}

/// The day an account is filed under: that of the event, or else the day it was begun.
fn day_of(reflection: &Reflection) -> NaiveDate {
    reflection
        .happened_on
        .unwrap_or(reflection.created_at.date_naive())
}

/// What was chosen from a portfolio.
pub(super) struct Chosen {
    /// What is handed in.
    pub(super) portfolio: Portfolio,
    /// The files of the whole portfolio that nothing in it uses: none of them travels.
    pub(super) loose: Vec<Evidence>,
}

/// The part of a portfolio that was asked for. What is in the bin stays there, and so does every
/// earlier state of an account.
pub(super) fn selected(mut portfolio: Portfolio, options: &ExportOptions) -> Chosen {
    let whole = Uses::of(&portfolio);
    let loose = whole.loose(&portfolio).cloned().collect();
    portfolio.revisions.clear();
    let about_theory = drawing_on(&portfolio, options);
    let module = options.module.trim();
    portfolio.reflections.retain(|reflection| {
        options.reflections
            && reflection.deleted_at.is_none()
            && (options.drafts || reflection.state == ReflectionState::Finished)
            && within(day_of(reflection), options)
            && (module.is_empty() || reflection.module.trim() == module)
            && about_theory
                .as_ref()
                .is_none_or(|ids| ids.contains(&reflection.id))
            && (options.reflection_ids.is_empty()
                || options.reflection_ids.contains(&reflection.id))
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

    portfolio.theory.retain(|work| work.deleted_at.is_none());
    // A set of accounts comes with the works that they draw on, and not with all that somebody reads.
    if options.audience == Audience::Reflections || is_narrowed(options) {
        let used = used_works(&portfolio);
        portfolio.theory.retain(|work| {
            used.contains(work.id.as_str()) || used.contains(work.cite_key.as_str())
        });
    }
    if options.audience == Audience::Hours {
        portfolio.theory.clear();
    }
    if is_narrowed(options) {
        portfolio.feedback.retain(|said| {
            said.reflection_id
                .as_ref()
                .is_some_and(|id| reflections.contains(id))
        });
    }
    // What is not in use yet is nobody's business but the person's own.
    portfolio.capture.clear();
    portfolio.unfinished.clear();
    let travelling: BTreeSet<_> = whole
        .travelling(&portfolio, options)
        .map(|file| file.id.clone())
        .collect();
    portfolio
        .evidence
        .retain(|file| travelling.contains(&file.id));
    Chosen { portfolio, loose }
}

/// The accounts that draw on the work that was asked for; `None` if none was.
fn drawing_on(portfolio: &Portfolio, options: &ExportOptions) -> Option<BTreeSet<ReflectionId>> {
    let work = options.theory_id.as_ref()?;
    let links = portfolio.theory_links.iter();
    let links = links.filter(|link| link.deleted_at.is_none() && link.theory_id == *work);
    let mut found: BTreeSet<ReflectionId> = links.map(|link| link.reflection_id.clone()).collect();
    let key = portfolio.theory.iter().find(|it| it.id == *work);
    let key = key.map(|it| it.cite_key.as_str()).unwrap_or_default();
    let citing = portfolio.reflections.iter();
    let citing = citing.filter(|account| cited_keys(account).any(|cited| cited == key));
    found.extend(citing.map(|account| account.id.clone()));
    Some(found)
}

/// The works that accounts link to, by id, and those that they cite, by key.
fn used_works(portfolio: &Portfolio) -> BTreeSet<String> {
    let linked = portfolio.theory_links.iter();
    let linked = linked.map(|link| link.theory_id.to_string());
    let cited = portfolio.reflections.iter().flat_map(cited_keys);
    linked.chain(cited).collect()
}

fn cited_keys(account: &Reflection) -> impl Iterator<Item = String> + '_ {
    let texts = account.stages.iter().map(|stage| stage.text.as_str());
    // Most texts cite nothing, and need not be read.
    let texts = texts.filter(|text| text.contains('@'));
    texts
        .flat_map(citations)
        .flat_map(|citation| citation.cites)
        .map(|cite| cite.key)
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
