//! What deserves a look before a portfolio is handed in. Each check says one sentence whether or not
//! there is something to do, so that a person sees what was looked at.

mod files;
mod hours;
mod people;
mod quotations;
mod theory;

use super::{FONTS, Snapshot, mark, selection};
use crate::reflection::title_or_untitled;
use crate::wire::{CheckPlace, ExportCheck, ExportOptions, Target};
use aftershift_document::missing_characters;
use aftershift_document::portfolio::{PortfolioOptions, portfolio_document};
use aftershift_domain::activity::Activity;
use aftershift_domain::day;
use aftershift_domain::hours::requirement;
use aftershift_domain::number::counted as so_many;
use aftershift_domain::reflection::Reflection;
use std::collections::BTreeSet;

/// The most places that a check names: what is more is said in [`FIRST`].
const MOST: usize = 10;

/// What a check says that found more places than it names.
const FIRST: &str = "The first ten are listed.";

/// A check with nothing to look at.
fn fine(code: &str, text: impl Into<String>) -> ExportCheck {
    ExportCheck {
        code: code.into(),
        fine: true,
        text: text.into(),
        places: Vec::new(),
    }
}

/// A check that found something. Nobody is to wonder why more were found than are named.
fn look(code: &str, text: impl Into<String>, mut places: Vec<CheckPlace>) -> ExportCheck {
    let mut text = text.into();
    if places.len() > MOST {
        places.truncate(MOST);
        text = format!("{text} {FIRST}");
    }
    ExportCheck {
        code: code.into(),
        fine: false,
        text,
        places,
    }
}

impl CheckPlace {
    /// A place that leads somewhere.
    fn at(label: impl Into<String>, target: Target) -> Self {
        Self {
            label: label.into(),
            target,
            bin: None,
        }
    }
}

fn in_reflection(reflection: &Reflection) -> CheckPlace {
    CheckPlace::at(
        title_or_untitled(&reflection.title),
        Target::Reflection(reflection.id.clone()),
    )
}

fn in_activity(activity: &Activity) -> CheckPlace {
    let label = format!("{}, {}", activity.title, day::short(activity.done_on));
    CheckPlace::at(label, Target::Activity(activity.id.clone()))
}

/// Everything that is looked at, in the order in which it matters.
pub(super) fn all(
    snapshot: &Snapshot,
    options: &ExportOptions,
    document: &PortfolioOptions,
) -> Vec<ExportCheck> {
    let portfolio = &snapshot.portfolio;
    let shown = selection::shown(portfolio);
    let mut checks = vec![programme(snapshot)];
    let is_listed = |it: &&Activity| options.from.is_none_or(|from| it.done_on >= from);
    let is_empty = shown.is_empty() && portfolio.evidence.is_empty();
    if is_empty && !portfolio.activities.iter().any(|it| is_listed(&it)) {
        // Of what is not there, nothing can be said to be in order.
        checks.push(nothing());
        return checks;
    }
    if options.hours {
        checks.extend(hours::all(portfolio, options, document.today));
    }
    if options.reflections && !shown.is_empty() {
        checks.push(theory::without_theory(snapshot, &shown));
        checks.extend(theory::without_reason(portfolio, &shown));
        checks.push(theory::empty_drafts(&portfolio.reflections));
        checks.extend(quotations::gone(portfolio, &shown));
        checks.extend(theory::unused(portfolio, &shown));
    }
    let listed: Vec<&Activity> = portfolio.activities.iter().filter(is_listed).collect();
    checks.push(theory::citations(portfolio, &shown, &listed));
    checks.extend(people::named(snapshot, &shown, &listed, options));
    checks.push(files::pictures(snapshot, &shown));
    checks.push(files::travelling(portfolio));
    checks.extend(files::loose(&snapshot.loose));
    checks.push(characters(snapshot, document));
    checks
}

/// Whether the cover and the figure of hours can be complete.
fn programme(snapshot: &Snapshot) -> ExportCheck {
    let portfolio = &snapshot.portfolio;
    let mut missing = Vec::new();
    if portfolio.learner.name.trim().is_empty() {
        missing.push("your name");
    }
    if portfolio.programme.title.trim().is_empty() {
        missing.push("the name of your apprenticeship");
    }
    if portfolio.programme.provider.trim().is_empty() {
        missing.push("your training provider");
    }
    if requirement(&portfolio.programme).is_err() {
        missing.push("what your hours are worked out from");
    }
    let place = CheckPlace::at("Programme", Target::Programme);
    match missing.as_slice() {
        [] => fine("programme", "Learner and programme are complete."),
        [one] => look(
            "programme",
            format!("One thing is missing: {one}."),
            vec![place],
        ),
        [rest @ .., last] => {
            let text = format!("Some things are missing: {} and {last}.", rest.join(", "));
            look("programme", text, vec![place])
        }
    }
}

/// A portfolio, or a choice from it, in which there is nothing to look at.
fn nothing() -> ExportCheck {
    look(
        "nothing",
        "There is nothing to hand in yet: what you write and log is printed here.",
        vec![CheckPlace::at("Activities", Target::Activities)],
    )
}

/// Characters that would be drawn as boxes.
fn characters(snapshot: &Snapshot, options: &PortfolioOptions) -> ExportCheck {
    let document = portfolio_document(&snapshot.portfolio, options, &snapshot.files);
    let missing = missing_characters(&document, &FONTS);
    if missing.is_empty() {
        return fine("characters", "Every character can be printed.");
    }
    let mut named: Vec<String> = missing.iter().take(MOST).map(super::character).collect();
    if missing.len() > MOST {
        named.push(format!("and {} more", missing.len() - MOST));
    }
    let text = format!(
        "{} no font on this computer has, shown as a box: {}.",
        so_many(missing.len(), "character that", "characters that"),
        named.join(", ")
    );
    let places = missing
        .iter()
        .flat_map(|it| &it.places)
        .collect::<BTreeSet<_>>();
    let in_title = |title: &String| {
        let titled = |it: &&Reflection| {
            let title_of = title_or_untitled(&it.title);
            title.ends_with(title_of)
        };
        snapshot
            .portfolio
            .reflections
            .iter()
            .find(titled)
            .map(in_reflection)
    };
    look(
        "characters",
        text,
        places.into_iter().filter_map(in_title).collect(),
    )
}
