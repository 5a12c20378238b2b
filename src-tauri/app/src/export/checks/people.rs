//! Likely identifiers of people in whatever is printed, the grave ones apart from those that only narrow things down.
//!
//! Names that are there on purpose are not looked at: the apprentice's, those of who confirmed or delivered something
//! and who gave feedback, and what names a work of theory or the programme.

use super::{fine, in_activity, look, so_many};
use crate::export::Snapshot;
use crate::identifiers;
use crate::reflection::title_or_untitled;
use crate::wire::{CheckPlace, ExportCheck, ExportOptions, Target};
use aftershift_document::portfolio::is_printed;
use aftershift_domain::activity::Activity;
use aftershift_domain::confidentiality::{Finding, FindingKind, Severity, find};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::{ArrangedStage, ArrangedStages, Reflection};
use std::collections::BTreeMap;

/// Looks at everything that is printed.
pub(super) fn named(
    snapshot: &Snapshot,
    shown: &[&Reflection],
    activities: &[&Activity],
    options: &ExportOptions,
) -> [ExportCheck; 2] {
    let portfolio = &snapshot.portfolio;
    let mut found = Found::new(options);
    for reflection in shown {
        found.account(reflection);
    }
    for activity in activities {
        found.activity(activity, portfolio);
    }
    found.theory(portfolio, shown);
    found.about_the_programme(portfolio);
    found.files(snapshot);
    found.checks()
}

/// What was found of people.
struct Found {
    grave: List,
    mild: List,
    /// Whether days are printed exactly anyway: those in a text are then nothing to warn of.
    exact: bool,
}

/// Findings of one gravity: how many of each kind, and where.
#[derive(Default)]
struct List {
    kinds: BTreeMap<String, usize>,
    places: Vec<CheckPlace>,
}

impl Found {
    fn new(options: &ExportOptions) -> Self {
        Self {
            grave: List::default(),
            mild: List::default(),
            exact: !options.coarse_dates,
        }
    }

    fn add(&mut self, mild: bool, kind: impl Into<String>, place: CheckPlace) {
        let list = if mild {
            &mut self.mild
        } else {
            &mut self.grave
        };
        *list.kinds.entry(kind.into()).or_default() += 1;
        list.places.push(place);
    }

    /// Looks at a text that stands at `place`. `exact` says whether days are exact there.
    fn look_at(&mut self, text: &str, exact: bool, place: impl Fn(&Finding) -> CheckPlace) {
        for finding in find(text) {
            if exact && finding.kind == FindingKind::ExactDate {
                continue;
            }
            let mild = finding.severity == Severity::Notice;
            self.add(mild, finding.kind.label(), place(&finding));
        }
    }

    /// An account: its title, its texts, and the unit that it is filed under.
    fn account(&mut self, reflection: &Reflection) {
        // Headings are those that stand with the text: the model does not matter here.
        let stages = reflection.stages.iter().map(|stage| ArrangedStage {
            key: stage.key.clone(),
            heading: stage.heading.clone(),
            prompt: String::new(),
            text: stage.text.clone(),
            in_model: true,
        });
        for found in identifiers::of(reflection, &ArrangedStages(stages.collect())) {
            let place = in_account(reflection, &found.excerpt);
            self.add(found.mild, found.label, place);
        }
        self.look_at(&reflection.module, self.exact, |finding| {
            in_account(reflection, &finding.matched)
        });
    }

    /// An activity, and what was said of it.
    fn activity(&mut self, activity: &Activity, portfolio: &Portfolio) {
        let note = activity.disagreement.iter().map(|held| &held.note);
        let said = portfolio.confirmations.iter();
        let said = said.filter(|word| word.activity_id == activity.id);
        let texts = [
            &activity.title,
            &activity.what_was_done,
            &activity.what_was_learned,
            &activity.compensation,
        ];
        // The log must have exact days.
        let exact = self.exact || activity.off_the_job.is_some();
        let texts = texts.into_iter().chain(note);
        for text in texts.chain(said.map(|word| &word.comment)) {
            self.look_at(text, exact, |finding| CheckPlace {
                label: format!("{}: {}", in_activity(activity).label, finding.matched),
                ..in_activity(activity)
            });
        }
    }

    /// How theory explains the accounts, and its ideas in the apprentice's words.
    fn theory(&mut self, portfolio: &Portfolio, shown: &[&Reflection]) {
        for link in &portfolio.theory_links {
            let account = shown.iter().find(|it| it.id == link.reflection_id);
            let Some(account) = account else { continue };
            // A passage was looked at with the account, unless it has changed there.
            let mut stages = account.stages.iter();
            let is_there = stages.any(|stage| stage.text.contains(&link.passage));
            let passage = Some(&link.passage).filter(|_| !is_there);
            for text in std::iter::once(&link.rationale).chain(passage) {
                self.look_at(text, self.exact, |finding| {
                    in_account(account, &finding.matched)
                });
            }
        }
        for work in &portfolio.theory {
            self.look_at(&work.key_idea, self.exact, |finding| {
                let label = format!("{}: {}", work.title, finding.matched);
                CheckPlace::at(label, Target::Theory(work.id.clone()))
            });
        }
    }

    /// Why learning paused, and what was said of the apprentice's work.
    fn about_the_programme(&mut self, portfolio: &Portfolio) {
        for pause in &portfolio.programme.breaks {
            self.look_at(&pause.reason, self.exact, |finding| {
                let label = format!("Break in learning: {}", finding.matched);
                CheckPlace::at(label, Target::Programme)
            });
        }
        let feedback = portfolio.feedback.iter();
        for said in feedback.filter(|said| said.deleted_at.is_none()) {
            self.look_at(&said.text, self.exact, |finding| {
                let label = format!("Feedback from {}: {}", said.from, finding.matched);
                let about = said.reflection_id.clone().map(Target::Reflection);
                let about = about.or_else(|| said.activity_id.clone().map(Target::Activity));
                CheckPlace::at(label, about.unwrap_or(Target::Export))
            });
        }
    }

    /// What files are called and said to be, and what is in those that are printed.
    fn files(&mut self, snapshot: &Snapshot) {
        for file in &snapshot.portfolio.evidence {
            let bytes = snapshot.files.get(file.id.as_str());
            let bytes = bytes.filter(|_| is_printed(file));
            let printed = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
            let texts = [
                file.file_name.as_str(),
                &file.description,
                &file.alternative_text,
            ];
            // Days that stand in a name are taken out of it where days are coarse.
            for (place, text) in texts.into_iter().chain(printed).enumerate() {
                self.look_at(text, self.exact || place == 0, |finding| {
                    let label = format!("{}: {}", file.file_name, finding.matched);
                    CheckPlace::at(label, Target::Export)
                });
            }
        }
    }

    fn checks(self) -> [ExportCheck; 2] {
        [
            self.grave.check(
                "identifiers",
                "likely to identify someone",
                "Nothing looks like a number, address or date of birth that identifies someone.",
            ),
            self.mild.check(
                "mild_identifiers",
                "that may help to identify someone",
                "No names, wards, beds or exact dates were found.",
            ),
        ]
    }
}

impl List {
    fn check(self, code: &str, what: &str, otherwise: &str) -> ExportCheck {
        if self.places.is_empty() {
            return fine(code, otherwise);
        }
        let kinds = self.kinds.iter();
        let kinds: Vec<String> = kinds
            .map(|(kind, count)| format!("{kind} ({count})"))
            .collect();
        let places = so_many(self.places.len(), "place", "places");
        let text = format!("{places} {what}: {}.", kinds.join(", "));
        look(code, text, self.places)
    }
}

fn in_account(reflection: &Reflection, words: &str) -> CheckPlace {
    let label = format!("{}: {words}", title_or_untitled(&reflection.title));
    CheckPlace::at(label, Target::Reflection(reflection.id.clone()))
}
