//! What deserves a look before a portfolio is handed in. Each check says one sentence whether or not
//! there is something to do, so that a person sees what was looked at.

use super::{FONTS, Snapshot, mark, selection};
use crate::identifiers;
use crate::reflection::title_or_untitled;
use crate::wire::{CheckPlace, ExportCheck, ExportOptions, Target};
use aftershift_document::markdown::{Block, Inline, Picture, parse};
use aftershift_document::missing_characters;
use aftershift_document::portfolio::{PortfolioOptions, is_printed, portfolio_document};
use aftershift_domain::activity::{Activity, ConfirmationState};
use aftershift_domain::confidentiality::{FindingKind, Severity, find};
use aftershift_domain::day;
use aftershift_domain::hours::{Idle, counted, idle, requirement};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::programme::Programme;
use aftershift_domain::reflection::{ArrangedStage, ArrangedStages, Reflection, ReflectionState};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

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

fn in_reflection(reflection: &Reflection) -> CheckPlace {
    CheckPlace {
        label: title_or_untitled(&reflection.title).to_owned(),
        target: Target::Reflection(reflection.id.clone()),
    }
}

fn in_activity(activity: &Activity) -> CheckPlace {
    CheckPlace {
        label: format!("{}, {}", activity.title, day::short(activity.done_on)),
        target: Target::Activity(activity.id.clone()),
    }
}

/// `1 entry`, `12 entries`.
fn so_many(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
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
        let past: Vec<Activity> = portfolio
            .activities
            .iter()
            .filter(|it| it.done_on <= document.today)
            .cloned()
            .collect();
        let listed: Vec<Activity> = past.iter().filter(|it| is_listed(it)).cloned().collect();
        checks.extend(unconfirmed(&listed, &portfolio.programme));
        checks.extend(without_learning(&listed));
        checks.extend(idle_time(&past, &portfolio.programme, document.today));
    }
    if options.reflections && !shown.is_empty() {
        checks.push(without_theory(snapshot, &shown));
        checks.push(empty_drafts(&portfolio.reflections));
    }
    let listed: Vec<&Activity> = portfolio.activities.iter().filter(is_listed).collect();
    checks.push(citations(&snapshot.portfolio, &shown, &listed));
    checks.extend(people(snapshot, &shown, &listed, options));
    checks.push(pictures(snapshot, &shown));
    checks.push(files(portfolio));
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
    let place = CheckPlace {
        label: "Programme".into(),
        target: Target::Programme,
    };
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
        vec![CheckPlace {
            label: "Activities".into(),
            target: Target::Activities,
        }],
    )
}

/// Time that nobody has confirmed yet. `None` where no time is claimed.
fn unconfirmed(activities: &[Activity], programme: &Programme) -> Option<ExportCheck> {
    let (open, confirmed): (Vec<_>, Vec<_>) = counted(activities, Some(programme))
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

/// Claims that do not say what was learned: the first thing an auditor asks. `None` where no time is claimed.
fn without_learning(activities: &[Activity]) -> Option<ExportCheck> {
    let (open, said): (Vec<_>, Vec<_>) = activities
        .iter()
        .filter(|it| it.off_the_job.is_some())
        .partition(|it| it.what_was_learned.trim().is_empty());
    if open.is_empty() {
        let any = !said.is_empty();
        return any.then(|| fine("no_learning", "Every claim says what was learned."));
    }
    let text = match open.len() {
        1 => "1 activity claims time and does not say what was learned.".to_owned(),
        many => format!("{many} activities claim time and do not say what was learned."),
    };
    let places = open.into_iter().map(in_activity).collect();
    Some(look("no_learning", text, places))
}

/// Stretches of the programme without any learning, by the rule of its start. `None` where no rule asks for
/// learning at intervals.
fn idle_time(
    activities: &[Activity],
    programme: &Programme,
    today: NaiveDate,
) -> Option<ExportCheck> {
    let learned = counted(activities, Some(programme))
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
    let place = |stretch: &Idle| CheckPlace {
        label: format!(
            "{} to {}",
            day::short(stretch.from),
            day::short(stretch.to.pred_opt().unwrap_or(stretch.to))
        ),
        target: Target::Activities,
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
        let mark = texts.into_iter().find_map(|text| mark::first(text, &|_| false))?;
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

/// Likely identifiers of people, the grave ones apart from those that only narrow things down.
fn people(
    snapshot: &Snapshot,
    shown: &[&Reflection],
    activities: &[&Activity],
    options: &ExportOptions,
) -> [ExportCheck; 2] {
    let mut grave: Found = Found::default();
    let mut mild: Found = Found::default();
    for reflection in shown {
        // Headings are those that stand with the text: the model does not matter here.
        let stages = reflection.stages.iter().map(|stage| ArrangedStage {
            key: stage.key.clone(),
            heading: stage.heading.clone(),
            prompt: String::new(),
            text: stage.text.clone(),
            in_model: true,
        });
        for found in identifiers::of(reflection, &ArrangedStages(stages.collect())) {
            let place = CheckPlace {
                label: format!(
                    "{}: {}",
                    title_or_untitled(&reflection.title),
                    found.excerpt
                ),
                target: Target::Reflection(reflection.id.clone()),
            };
            let list = if found.mild { &mut mild } else { &mut grave };
            list.add(found.label, place);
        }
    }
    for activity in activities {
        let note = activity.disagreement.iter().map(|held| &held.note);
        let texts = [
            &activity.title,
            &activity.what_was_done,
            &activity.what_was_learned,
        ];
        for text in texts.into_iter().chain(note) {
            // Where days are exact anyway, as they must be in the log, those in a text are nothing to
            // warn of.
            let exact = !options.coarse_dates || activity.off_the_job.is_some();
            let found = find(text)
                .into_iter()
                .filter(|it| !(exact && it.kind == FindingKind::ExactDate));
            for finding in found {
                let list = if finding.severity == Severity::Notice {
                    &mut mild
                } else {
                    &mut grave
                };
                list.add(finding.kind.label().into(), in_activity(activity));
            }
        }
    }
    let printed = snapshot.portfolio.evidence.iter();
    for file in printed.filter(|file| is_printed(file)) {
        let bytes = snapshot.files.get(file.id.as_str());
        let Some(text) = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok()) else {
            continue;
        };
        for finding in find(text) {
            let list = if finding.severity == Severity::Notice {
                &mut mild
            } else {
                &mut grave
            };
            let place = CheckPlace {
                label: format!("{}: {}", file.file_name, finding.matched),
                target: Target::Export,
            };
            list.add(finding.kind.label().into(), place);
        }
    }
    [
        grave.check(
            "identifiers",
            "likely to identify someone",
            "Nothing looks like a number, \
             address or date of birth that identifies someone.",
        ),
        mild.check(
            "mild_identifiers",
            "that may help to identify someone",
            "No names, wards, beds \
             or exact dates were found.",
        ),
    ]
}

/// What was found of people, by kind.
#[derive(Default)]
struct Found {
    kinds: BTreeMap<String, usize>,
    places: Vec<CheckPlace>,
}

impl Found {
    fn add(&mut self, kind: String, place: CheckPlace) {
        *self.kinds.entry(kind).or_default() += 1;
        self.places.push(place);
    }

    fn check(self, code: &str, what: &str, otherwise: &str) -> ExportCheck {
        if self.places.is_empty() {
            return fine(code, otherwise);
        }
        let kinds: Vec<String> = self
            .kinds
            .iter()
            .map(|(kind, count)| format!("{kind} ({count})"))
            .collect();
        let places = so_many(self.places.len(), "place", "places");
        look(
            code,
            format!("{places} {what}: {}.", kinds.join(", ")),
            self.places,
        )
    }
}

/// Pictures that somebody who cannot see them would miss, or that are not there.
fn pictures(snapshot: &Snapshot, shown: &[&Reflection]) -> ExportCheck {
    let described: BTreeSet<&str> = snapshot
        .portfolio
        .evidence
        .iter()
        .filter(|file| !file.alternative_text.trim().is_empty())
        .map(|file| file.id.as_str())
        .collect();
    let (mut silent, mut gone) = (Vec::new(), Vec::new());
    let mut all = 0;
    for reflection in shown {
        for picture in reflection
            .stages
            .iter()
            .flat_map(|stage| pictures_in(&stage.text))
        {
            all += 1;
            if !snapshot.files.contains_key(&picture.id) {
                gone.push(in_reflection(reflection));
            } else if picture.description.trim().is_empty()
                && !described.contains(picture.id.as_str())
            {
                silent.push(in_reflection(reflection));
            }
        }
    }
    if !gone.is_empty() {
        let text = format!(
            "{} no longer in the portfolio and cannot be shown.",
            so_many(gone.len(), "picture is", "pictures are")
        );
        return look("pictures", text, gone);
    }
    if !silent.is_empty() {
        let text = format!(
            "{} no words for people who cannot see.",
            so_many(silent.len(), "picture has", "pictures have")
        );
        return look("pictures", text, silent);
    }
    match all {
        0 => fine("pictures", "There are no pictures."),
        _ => fine(
            "pictures",
            "Every picture has words for people who cannot see it.",
        ),
    }
}

/// What travels inside the PDF as it is.
fn files(portfolio: &Portfolio) -> ExportCheck {
    let count = portfolio.evidence.len();
    if count == 0 {
        return fine("files", "No files are attached.");
    }
    let (travel, they) = match count {
        1 => ("1 file travels inside the PDF as it is".to_owned(), "it"),
        many => (
            format!("{many} files travel inside the PDF as they are"),
            "them",
        ),
    };
    let photographs = portfolio
        .evidence
        .iter()
        .any(|file| file.media_type == "image/jpeg");
    let camera = if photographs {
        " A photograph may hold the day and the place at which it was taken."
    } else {
        ""
    };
    fine(
        "files",
        format!("{travel}; nothing but you looks into {they}.{camera}"),
    )
}

/// The pictures of a text.
fn pictures_in(markdown: &str) -> Vec<Picture> {
    // Most texts have none, and need not be read.
    if !markdown.contains("attachment:") {
        return Vec::new();
    }
    let mut found = Vec::new();
    blocks(&parse(markdown), &mut found);
    found
}

fn blocks(written: &[Block], found: &mut Vec<Picture>) {
    for block in written {
        match block {
            Block::Heading(_, words) | Block::Paragraph(words) => inlines(words, found),
            Block::Quote(inner) | Block::Footnote(_, inner) => blocks(inner, found),
            Block::List(list) => list
                .items
                .iter()
                .for_each(|item| blocks(&item.blocks, found)),
            Block::Table(table) => {
                let cells = table
                    .rows
                    .iter()
                    .chain(std::iter::once(&table.head))
                    .flatten();
                cells.for_each(|cell| inlines(cell, found));
            }
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn inlines(words: &[Inline], found: &mut Vec<Picture>) {
    for inline in words {
        match inline {
            Inline::Picture(picture) => found.push(picture.clone()),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Struck(inner)
            | Inline::Link(_, inner) => inlines(inner, found),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::LineBreak
            | Inline::Note(_)
            | Inline::Citation(_) => {}
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
