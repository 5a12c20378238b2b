//! What deserves a look before a portfolio is handed in. Each check says one sentence whether or not
//! there is something to do, so that a person sees what was looked at.

mod files;
mod people;
mod quotations;

use super::{FONTS, Snapshot, mark, selection};
use crate::reflection::title_or_untitled;
use crate::wire::{CheckPlace, ExportCheck, ExportOptions, Target};
use aftershift_document::missing_characters;
use aftershift_document::portfolio::{PortfolioOptions, portfolio_document};
use aftershift_domain::activity::{Activity, ConfirmationState};
use aftershift_domain::day;
use aftershift_domain::hours::{
    Idle, answer, counted, idle, is_to_come, lacks_learning, requirement,
};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::number::{counted as so_many, grouped};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::programme::Programme;
use aftershift_domain::reflection::{Reflection, ReflectionState};
use chrono::NaiveDate;
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
        let (to_come, past): (Vec<Activity>, Vec<Activity>) = portfolio
            .activities
            .iter()
            .cloned()
            .partition(|it| is_to_come(it.done_on, document.today));
        let listed: Vec<Activity> = past.iter().filter(|it| is_listed(it)).cloned().collect();
        checks.extend(unconfirmed(&listed, &portfolio.programme, document.today));
        checks.extend(without_learning(
            &listed,
            &portfolio.programme,
            document.today,
        ));
        checks.extend(left_out(&to_come, document.today));
        checks.extend(idle_time(&past, &portfolio.programme, document.today));
    }
    if options.reflections && !shown.is_empty() {
        checks.push(without_theory(snapshot, &shown));
        checks.push(empty_drafts(&portfolio.reflections));
        checks.extend(quotations::gone(portfolio, &shown));
    }
    let listed: Vec<&Activity> = portfolio.activities.iter().filter(is_listed).collect();
    checks.push(citations(&snapshot.portfolio, &shown, &listed));
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

/// Time that nobody has confirmed yet. `None` where no time is claimed.
fn unconfirmed(
    activities: &[Activity],
    programme: &Programme,
    today: NaiveDate,
) -> Option<ExportCheck> {
    let (open, confirmed): (Vec<_>, Vec<_>) = counted(activities, Some(programme), today)
        .partition(|(activity, _)| activity.state != ConfirmationState::Confirmed);
    if open.is_empty() {
        let any = !confirmed.is_empty();
        return any.then(|| fine("unconfirmed", "All claimed time is confirmed."));
    }
    let time: Minutes = open.iter().map(|(_, claimed)| *claimed).sum();
    let text = format!(
        "{} with {} of claimed time not confirmed by anyone yet.",
        so_many(open.len(), "activity", "activities"),
        time
    );
    let places = open.iter().map(|(activity, _)| in_activity(activity));
    Some(look("unconfirmed", text, places.collect()))
}

/// Claims that do not say what was learned: the first thing an auditor asks. `None` where no time counts.
fn without_learning(
    activities: &[Activity],
    programme: &Programme,
    today: NaiveDate,
) -> Option<ExportCheck> {
    let (open, said): (Vec<_>, Vec<_>) = counted(activities, Some(programme), today)
        .map(|(activity, _)| activity)
        .partition(|it| lacks_learning(it, answer(it, Some(programme), today)));
    if open.is_empty() {
        let any = !said.is_empty();
        return any.then(|| {
            fine(
                "no_learning",
                "Every entry that counts says what was learned.",
            )
        });
    }
    let text = match open.len() {
        1 => "1 activity claims time and does not say what was learned.".to_owned(),
        many => format!(
            "{} activities claim time and do not say what was learned.",
            grouped(many)
        ),
    };
    let places = open.into_iter().map(in_activity).collect();
    Some(look("no_learning", text, places))
}

/// Claims for days after the one that the document speaks of: they count from their day on, and are not printed
/// before it. `None` where there are none.
fn left_out(to_come: &[Activity], today: NaiveDate) -> Option<ExportCheck> {
    let claims: Vec<&Activity> = to_come
        .iter()
        .filter(|it| it.off_the_job.is_some_and(|claimed| !claimed.is_zero()))
        .collect();
    if claims.is_empty() {
        return None;
    }
    let time: Minutes = claims.iter().filter_map(|it| it.off_the_job).sum();
    let text = format!(
        "{} with {time} left out: the day comes after {}, and nothing counts before its day.",
        so_many(claims.len(), "activity", "activities"),
        day::full(today)
    );
    Some(look(
        "to_come",
        text,
        claims.into_iter().map(in_activity).collect(),
    ))
}

/// Stretches of the programme without any learning, by the rule of its start. `None` where no rule asks for
/// learning at intervals.
fn idle_time(
    activities: &[Activity],
    programme: &Programme,
    today: NaiveDate,
) -> Option<ExportCheck> {
    let learned = counted(activities, Some(programme), today)
        .map(|(activity, _)| activity.done_on)
        .collect();
    let found: Vec<_> = idle(programme, &learned, today)?
        .into_iter()
        .filter(|stretch| stretch.certain)
        .collect();
    if found.is_empty() {
        return Some(fine(
            "months",
            "No stretch of the programme is too long without learning.",
        ));
    }
    let place = |stretch: &Idle| {
        let last = stretch.to.pred_opt().unwrap_or(stretch.to);
        let label = format!("{} to {}", day::short(stretch.from), day::short(last));
        CheckPlace::at(label, Target::Activities)
    };
    let text = match found.len() {
        1 => "For one stretch of time there is no learning that counts.".to_owned(),
        many => format!("For {many} stretches of time there is no learning that counts."),
    };
    Some(look("months", text, found.iter().map(place).collect()))
}

/// Accounts that no theory explains.
fn without_theory(snapshot: &Snapshot, shown: &[&Reflection]) -> ExportCheck {
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
fn empty_drafts(reflections: &[Reflection]) -> ExportCheck {
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

/// Texts with citation marks, which are printed as they were typed.
fn citations(
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
