//! Which files travel with a PDF: those that something handed in uses, and nothing else.
//!
//! A file is *used* where a text shows it or an activity has it as evidence, and goes with them. A file that nothing
//! uses may still *stand for itself*: it is claimed for a criterion, or somebody wrote down what it is. Nothing in the
//! window asks for that, so whoever wrote it listed the file on purpose. The file of a *work* of theory stays: it is
//! somebody else's, and a copy of it is not the learner's to hand in. Any other file is *loose*, as a picture is
//! that was taken out of its text again: it stays in the portfolio, and nobody else is given it.

use super::selection::within;
use crate::wire::ExportOptions;
use aftershift_domain::activity::Activity;
use aftershift_domain::evidence::{Evidence, shown_in};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::standard::Subject;
use std::collections::BTreeSet;

/// What a whole portfolio makes of its files, what is in the bin included: it may come back.
pub(super) struct Uses {
    used: BTreeSet<String>,
    claimed: BTreeSet<String>,
    of_works: BTreeSet<String>,
}

impl Uses {
    pub(super) fn of(portfolio: &Portfolio) -> Self {
        let claimed = portfolio.criterion_links.iter().filter_map(|link| {
            let Subject::Evidence(id) = &link.subject else {
                return None;
            };
            Some(id.to_string())
        });
        Self {
            used: used(portfolio, |_| true)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            claimed: claimed.collect(),
            of_works: portfolio
                .theory
                .iter()
                .filter_map(|work| Some(work.evidence_id.as_ref()?.to_string()))
                .collect(),
        }
    }

    fn is_used(&self, file: &Evidence) -> bool {
        self.used.contains(file.id.as_str())
    }

    fn stands_for_itself(&self, file: &Evidence) -> bool {
        let listed = self.claimed.contains(file.id.as_str()) || !file.description.trim().is_empty();
        !self.is_used(file) && !self.is_a_work(file) && listed
    }

    fn is_a_work(&self, file: &Evidence) -> bool {
        self.of_works.contains(file.id.as_str())
    }

    /// The files that nothing uses and that do not stand for themselves. A form that was not sent off may be about to
    /// use one.
    pub(super) fn loose<'a>(
        &'a self,
        portfolio: &'a Portfolio,
    ) -> impl Iterator<Item = &'a Evidence> {
        let is_waited_for = |file: &Evidence| {
            let mut boxes = portfolio.unfinished.iter().flat_map(|form| &form.fields);
            boxes.any(|typed| typed.text.contains(file.id.as_str()))
        };
        portfolio.evidence.iter().filter(move |file| {
            file.deleted_at.is_none()
                && !self.is_used(file)
                && !self.is_a_work(file)
                && !self.stands_for_itself(file)
                && !is_waited_for(file)
        })
    }

    /// The files that go with what was chosen. One that stands for itself is filed under the day on which it was added.
    pub(super) fn travelling<'a>(
        &'a self,
        chosen: &'a Portfolio,
        options: &'a ExportOptions,
    ) -> impl Iterator<Item = &'a Evidence> {
        // Activities before the first day that was asked for are in it for the sake of their hours alone.
        let here = used(chosen, |it| {
            options.from.is_none_or(|from| it.done_on >= from)
        });
        chosen.evidence.iter().filter(move |file| {
            let by_itself =
                self.stands_for_itself(file) && within(file.created_at.date_naive(), options);
            file.deleted_at.is_none() && (here.contains(file.id.as_str()) || by_itself)
        })
    }
}

/// The ids of the pictures that any text may show. A few too many do no harm.
pub(super) fn pictures(portfolio: &Portfolio) -> BTreeSet<String> {
    texts(portfolio, |_| true)
        .flat_map(shown_in)
        .map(str::to_owned)
        .collect()
}

/// The ids of the files that the texts of a portfolio show, and of those that belong to its listed activities.
fn used(portfolio: &Portfolio, listed: impl Fn(&Activity) -> bool + Copy) -> BTreeSet<&str> {
    let activities = portfolio.activities.iter().filter(|it| listed(it));
    let activities: BTreeSet<_> = activities.map(|it| &it.id).collect();
    let linked = portfolio
        .evidence_links
        .iter()
        .filter(|link| activities.contains(&link.activity_id))
        .map(|link| link.evidence_id.as_str());
    let shown = texts(portfolio, listed).flat_map(shown_in);
    shown.chain(linked).collect()
}

/// Everything in a portfolio that is set as Markdown, of activities that of those that are listed.
fn texts(portfolio: &Portfolio, listed: impl Fn(&Activity) -> bool) -> impl Iterator<Item = &str> {
    let accounts = portfolio.reflections.iter().flat_map(|it| &it.stages);
    let accounts = accounts.map(|stage| &stage.text);
    let activities = portfolio.activities.iter().filter(move |it| listed(it));
    let activities = activities.flat_map(|it| [&it.what_was_done, &it.what_was_learned]);
    let works = portfolio.theory.iter().map(|it| &it.key_idea);
    let links = portfolio.theory_links.iter().map(|it| &it.rationale);
    accounts
        .chain(activities)
        .chain(works)
        .chain(links)
        .map(String::as_str)
}
