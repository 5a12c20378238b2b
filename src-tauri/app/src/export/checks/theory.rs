//! Accounts and the theory that they draw on.

use super::{Snapshot, fine, in_activity, in_reflection, look, mark, selection};
use crate::theory::label;
use crate::wire::{CheckPlace, ExportCheck, Target};
use aftershift_document::markdown::citations as marks_in;
use aftershift_domain::activity::Activity;
use aftershift_domain::number::counted as so_many;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::{Reflection, ReflectionState};
use std::collections::BTreeSet;

/// Accounts that no theory explains.
pub(super) fn without_theory(snapshot: &Snapshot, shown: &[&Reflection]) -> ExportCheck {
    let linked: BTreeSet<_> = snapshot
        .portfolio
        .theory_links
        .iter()
        .map(|link| &link.reflection_id)
        .collect();
    let open: Vec<_> = shown.iter().filter(|it| !linked.contains(&it.id)).collect();
    if open.is_empty() {
        return fine("no_theory", "Every reflection draws on theory.");
    }
    let text = match open.len() {
        1 => "1 reflection does not say which theory explains it.".to_owned(),
        many => format!("{many} reflections do not say which theory explains them."),
    };
    look(
        "no_theory",
        text,
        open.into_iter().map(|it| in_reflection(it)).collect(),
    )
}

/// Drafts in which nothing is written.
pub(super) fn empty_drafts(reflections: &[Reflection]) -> ExportCheck {
    let empty: Vec<_> = reflections
        .iter()
        .filter(|it| selection::is_empty(it))
        .collect();
    let drafts = reflections
        .iter()
        .filter(|it| it.state == ReflectionState::Draft && !selection::is_empty(it))
        .count();
    if !empty.is_empty() {
        let text = format!(
            "{} empty and will be left out.",
            so_many(empty.len(), "reflection is", "reflections are")
        );
        return look(
            "empty_drafts",
            text,
            empty.into_iter().map(in_reflection).collect(),
        );
    }
    match drafts {
        0 => fine("empty_drafts", "No reflection is empty."),
        many => fine(
            "empty_drafts",
            format!(
                "No reflection is empty; {} marked as such.",
                so_many(many, "draft will be", "drafts will be")
            ),
        ),
    }
}

/// Links that do not say how the theory explains what was done. `None` where nothing is linked.
pub(super) fn without_reason(portfolio: &Portfolio, shown: &[&Reflection]) -> Option<ExportCheck> {
    let links = portfolio.theory_links.iter();
    let (open, said): (Vec<_>, Vec<_>) = links.partition(|link| link.rationale.trim().is_empty());
    if open.is_empty() {
        return (!said.is_empty()).then(|| {
            fine(
                "no_reason",
                "Every link to theory says how it explains what you did.",
            )
        });
    }
    let text = format!(
        "{} not say how the theory explains what you did.",
        so_many(open.len(), "link does", "links do")
    );
    let ids: BTreeSet<_> = open.iter().map(|link| &link.reflection_id).collect();
    let places = shown.iter().filter(|it| ids.contains(&it.id));
    Some(look(
        "no_reason",
        text,
        places.map(|it| in_reflection(it)).collect(),
    ))
}

/// Works that are listed and that no account here links to or cites. `None` where none is listed.
pub(super) fn unused(portfolio: &Portfolio, shown: &[&Reflection]) -> Option<ExportCheck> {
    if portfolio.theory.is_empty() {
        return None;
    }
    let links = portfolio.theory_links.iter();
    let linked: BTreeSet<&str> = links.map(|link| link.theory_id.as_str()).collect();
    let texts = shown.iter().flat_map(|account| &account.stages);
    let cited: BTreeSet<String> = texts
        .filter(|stage| stage.text.contains('@'))
        .flat_map(|stage| marks_in(&stage.text))
        .flat_map(|citation| citation.cites)
        .map(|cite| cite.key)
        .collect();
    let open: Vec<_> = portfolio
        .theory
        .iter()
        .filter(|work| {
            !linked.contains(work.id.as_str()) && !cited.contains(work.cite_key.as_str())
        })
        .collect();
    if open.is_empty() {
        return Some(fine(
            "unused_works",
            "Every work in the list of references is used by an account.",
        ));
    }
    let text = format!(
        "{} listed, and no account here draws on {}.",
        so_many(open.len(), "work is", "works are"),
        if open.len() == 1 { "it" } else { "them" }
    );
    let place = |work: &aftershift_domain::theory::Theory| {
        CheckPlace::at(label(work), Target::Theory(work.id.clone()))
    };
    Some(look(
        "unused_works",
        text,
        open.into_iter().map(place).collect(),
    ))
}

/// Texts with citation marks, which are printed as they were typed.
pub(super) fn citations(
    portfolio: &Portfolio,
    shown: &[&Reflection],
    activities: &[&Activity],
) -> ExportCheck {
    let works = portfolio.theory.iter();
    let works = works.filter(|work| work.deleted_at.is_none());
    let keys: BTreeSet<&str> = works.map(|work| work.cite_key.trim()).collect();
    let accounts = shown.iter().filter_map(|reflection| {
        let mark = reflection
            .stages
            .iter()
            .find_map(|stage| mark::first(&stage.text, &|key| keys.contains(key)))?;
        Some((mark, in_reflection(reflection)))
    });
    let activities = activities.iter().filter_map(|activity| {
        let texts = [&activity.what_was_done, &activity.what_was_learned];
        // Only accounts are set with their citations.
        let mark = texts
            .into_iter()
            .find_map(|text| mark::first(text, &|_| false))?;
        Some((mark, in_activity(activity)))
    });
    let (marks, places): (Vec<String>, Vec<CheckPlace>) = accounts.chain(activities).unzip();
    match marks.into_iter().next() {
        None => fine(
            "citations",
            "No citation mark such as [@name] is left in a text.",
        ),
        Some(mark) => {
            let text = match places.len() {
                1 => format!(
                    "1 text has the citation mark {mark}, which is printed as you typed it."
                ),
                many => format!(
                    "{many} texts have citation marks such as {mark}, which are printed as you typed them."
                ),
            };
            look("citations", text, places)
        }
    }
}
