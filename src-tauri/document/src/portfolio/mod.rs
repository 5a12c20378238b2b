//! A portfolio as a document: the pack that an apprentice hands to the provider.
//!
//! # Order
//! Cover, contents, a page for the assessor, the learner and the programme, hours with their chart,
//! the log, activities without a claim, accounts, practice beside theory, references, files, feedback, and the declaration with
//! all signatures.
//!
//! Everything that may be referred to has an evidence number: accounts R1, R2…, activities A1, A2…,
//! works of theory T1, T2…, files E1, E2…, each in the order in which the document shows them.
//!
//! # Days
//! Where days are not to be exact, only what hours are counted by gives them: the log, and how the
//! required figure is found from the dates of the programme. Everywhere else a day of practice is a
//! month: in accounts, lists and bookmarks, and in the names and dates of files.

mod account;
mod closing;
mod file;
mod hours;
mod log;
mod map;
mod once;
mod opening;
mod printed;
mod reference;
mod review;

use crate::FileSource;
use crate::citation::Style;
use crate::outline::{Document, Part, Text};
use aftershift_domain::activity::{self, Activity, Confirmation};
use aftershift_domain::day;
use aftershift_domain::fingerprint::Fingerprint;
use aftershift_domain::hours as rules;
use aftershift_domain::hours::Requirement;
use aftershift_domain::number::counted;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::programme::Programme;
use aftershift_domain::progress::{Progress, ProgressOnly, progress, progress_only};
use aftershift_domain::reflection::Reflection;
use aftershift_domain::theory::{Theory, TheoryLink};
use chrono::{DateTime, NaiveDate, Utc};
use file::Listed;
use once::Told;
use reference::Cited;
use std::collections::HashMap;

pub use file::{DATA_NAME, is_printed};

/// What a document is: each kind says something else of itself and has other parts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Everything, for the provider who assesses it.
    #[default]
    Portfolio,
    /// Accounts, for a tutor.
    Accounts,
    /// The off-the-job hours, for whoever counts them.
    Hours,
    /// Where the apprentice stands and what is new, for a progress review.
    Review,
}

impl Kind {
    /// What a document of this kind is called where nobody says otherwise.
    fn title(self) -> &'static str {
        match self {
            Self::Portfolio => "Portfolio of learning",
            Self::Accounts => "Reflective accounts",
            Self::Hours => "Off-the-job hours statement",
            Self::Review => "Progress review",
        }
    }

    /// What it is called within a sentence.
    fn noun(self) -> &'static str {
        match self {
            Self::Portfolio => "the portfolio",
            Self::Accounts => "a set of reflective accounts",
            Self::Hours => "a statement of the off-the-job hours",
            Self::Review => "a pack for the progress review",
        }
    }
}

/// What a person may choose about the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioOptions {
    /// The day for which hours are worked out; later entries are left out of them.
    pub today: NaiveDate,
    /// Written as the time of creation.
    pub created_at: DateTime<Utc>,
    /// Whether everything shows the day and not only the month, as the log always does. The month is
    /// enough for an assessor, and cannot be matched with a ward's records.
    pub exact_dates: bool,
    /// Whether accounts that are still being written are included, marked as such.
    pub drafts: bool,
    /// Whether hours are summed up, against the minimum where there is one.
    pub hours: bool,
    /// Activities of earlier days are left out of the log. Their hours count all the same: the
    /// minimum is one for the whole programme.
    pub from: Option<NaiveDate>,
    /// How works are cited and listed.
    pub style: Style,
    /// What the document is.
    pub kind: Kind,
    /// Who it is for, as the cover says it; empty if it does not.
    pub recipient: String,
    /// What it is called; empty for what its kind is called.
    pub title: String,
    /// Accounts by module, and within one by day, instead of all by day.
    pub by_module: bool,
    /// For a review: what was begun or changed since is listed.
    pub since: Option<DateTime<Utc>>,
}

/// The data that a document is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What identifies it.
    pub fingerprint: Fingerprint,
    /// Under which identity the file source has it, if it is to be attached.
    pub file: Option<String>,
    /// Whether it is all of the portfolio, and not only what is printed.
    pub whole: bool,
    /// The SHA-256 of the certificate that the file is signed with, in hexadecimal digits, if it is.
    pub signed: Option<String>,
}

impl PortfolioOptions {
    /// The usual choices.
    pub fn new(today: NaiveDate, created_at: DateTime<Utc>) -> Self {
        Self {
            today,
            created_at,
            exact_dates: false,
            drafts: true,
            hours: true,
            from: None,
            style: Style::default(),
            kind: Kind::default(),
            recipient: String::new(),
            title: String::new(),
            by_module: false,
            since: None,
        }
    }

    /// What the document is called.
    fn name(&self) -> &str {
        match self.title.trim() {
            "" => self.kind.title(),
            title => title,
        }
    }
}

/// A portfolio in the order in which it is printed.
pub struct Pack<'a>(Book<'a>);

impl<'a> Pack<'a> {
    /// Brings a portfolio into order. What is in the bin stays out. `files` holds the bytes of the evidence; what it
    /// lacks is listed and not attached.
    pub fn new(
        portfolio: &'a Portfolio,
        options: &'a PortfolioOptions,
        files: &dyn FileSource,
    ) -> Self {
        Self(Book::new(portfolio, options, files))
    }

    /// What is printed, and nothing else, as a portfolio of its own. Dates are as coarse as they are printed.
    pub fn printed(&self) -> Portfolio {
        printed::printed(&self.0)
    }

    /// Makes it into a document, with the fingerprint of `source` if there is one.
    pub fn document(mut self, source: Option<Source>) -> Document {
        self.0.source = source;
        document(&self.0)
    }
}

/// Makes a portfolio into a document, as [`Pack`] does, without a fingerprint.
pub fn portfolio_document(
    portfolio: &Portfolio,
    options: &PortfolioOptions,
    files: &dyn FileSource,
) -> Document {
    Pack::new(portfolio, options, files).document(None)
}

fn document(book: &Book<'_>) -> Document {
    let (portfolio, options) = (book.portfolio, book.options);
    let name = portfolio.learner.name.trim();
    let title = if name.is_empty() {
        options.name().to_owned()
    } else {
        format!("{}: {name}", options.name())
    };
    let mut parts = vec![
        opening::cover(book),
        opening::contents(book),
        opening::for_the_assessor(book),
        opening::learner_and_programme(book),
    ];
    if options.kind == Kind::Review {
        parts.push(review::changes(book));
    }
    if options.hours {
        parts.push(hours::summary(book));
    }
    parts.extend(log::log(book));
    parts.extend(log::others(book));
    parts.extend(account::accounts(book));
    // Which works were never applied is a question about the whole, and no tutor's who was sent an account.
    if matches!(options.kind, Kind::Portfolio | Kind::Review) {
        parts.extend(map::practice_and_theory(book));
    }
    if options.kind != Kind::Hours {
        parts.extend(reference::list(book));
    }
    parts.extend(file::files(book));
    parts.push(closing::feedback(book));
    parts.push(closing::declaration(book));
    Document {
        title,
        author: name.to_owned(),
        subject: subject(portfolio),
        keywords: vec![
            "apprenticeship".into(),
            "reflection".into(),
            "off-the-job training".into(),
        ],
        language: "en-GB".into(),
        created_at: options.created_at,
        parts,
        attachments: file::data(book)
            .into_iter()
            .chain(file::attachments(book))
            .collect(),
        fingerprint: book.source.as_ref().map(|source| source.fingerprint),
    }
}

fn subject(portfolio: &Portfolio) -> String {
    let programme = portfolio.programme.title.trim();
    if programme.is_empty() {
        "Reflective accounts and off-the-job training".to_owned()
    } else {
        format!("{programme}: reflective accounts and off-the-job training")
    }
}

/// What has no more accounts, listed activities and files than this is short: its parts follow one another instead
/// of each beginning a page, which would leave most of the pages empty.
const SHORT: [usize; 3] = [3, 12, 6];

/// A portfolio in the order of the document, with everything numbered.
struct Book<'a> {
    portfolio: &'a Portfolio,
    options: &'a PortfolioOptions,
    /// What the fingerprint is of, if one is printed.
    source: Option<Source>,
    reflections: Vec<&'a Reflection>,
    /// First those that claim time, then the others, each by day.
    activities: Vec<&'a Activity>,
    /// How many of them claim time.
    claimed: usize,
    theory: Vec<&'a Theory>,
    files: Vec<Listed<'a>>,
    /// All activities, also those that are not listed: hours are worked out from these.
    logged: Vec<Activity>,
    requirement: Option<Requirement>,
    progress: Option<Progress>,
    totals: ProgressOnly,
    /// What others said, by activity.
    words: HashMap<&'a str, Vec<&'a Confirmation>>,
    /// The activities that each account is about.
    about: HashMap<&'a str, Vec<&'a str>>,
    /// The accounts that are about each activity.
    told_in: HashMap<&'a str, Vec<&'a str>>,
    told: Told,
    /// What accounts cite and what is listed.
    cited: Cited,
    reflection_numbers: HashMap<&'a str, usize>,
    activity_numbers: HashMap<&'a str, usize>,
    theory_numbers: HashMap<&'a str, usize>,
}

impl<'a> Book<'a> {
    fn new(
        portfolio: &'a Portfolio,
        options: &'a PortfolioOptions,
        files: &dyn FileSource,
    ) -> Self {
        let mut reflections: Vec<&Reflection> = portfolio
            .reflections
            .iter()
            .filter(|reflection| reflection.deleted_at.is_none())
            .filter(|reflection| {
                options.drafts
                    || reflection.state == aftershift_domain::reflection::ReflectionState::Finished
            })
            .filter(|reflection| {
                reflection
                    .stages
                    .iter()
                    .any(|stage| !stage.text.trim().is_empty())
            })
            .collect();
        // By the day of the event; what has none stands where it was begun.
        reflections.sort_by_key(|reflection| {
            let day = reflection
                .happened_on
                .unwrap_or(reflection.created_at.date_naive());
            let module = if options.by_module {
                reflection.module.trim()
            } else {
                ""
            };
            // What belongs to no module comes after those that do.
            (
                options.by_module && module.is_empty(),
                module,
                day,
                reflection.created_at,
            )
        });
        let mut activities: Vec<&Activity> = portfolio
            .activities
            .iter()
            .filter(|activity| activity.deleted_at.is_none())
            .collect();
        let claims = |activity: &Activity| activity.off_the_job.is_some_and(|time| !time.is_zero());
        activities.sort_by_key(|activity| {
            // Where only the month of it is told, its time of day would tell more than is meant.
            let time = activity
                .started_at
                .filter(|_| options.exact_dates || claims(activity));
            (
                !claims(activity),
                activity.done_on,
                time,
                activity.created_at,
            )
        });
        let mut theory: Vec<&Theory> = portfolio
            .theory
            .iter()
            .filter(|work| work.deleted_at.is_none())
            .collect();
        let cited = reference::cited(portfolio, options, &reflections, &mut theory);
        let evidence = portfolio.evidence.iter();
        let evidence = evidence.filter(|file| file.deleted_at.is_none());
        let files = file::listed(evidence, files, options.exact_dates);

        let logged: Vec<Activity> = activities
            .iter()
            .map(|activity| (*activity).clone())
            .collect();
        activities.retain(|activity| {
            let listed = options.from.is_none_or(|from| activity.done_on >= from);
            listed && !rules::is_to_come(activity.done_on, options.today)
        });
        let programme = &portfolio.programme;
        let requirement = rules::requirement(programme).ok();
        let progress = requirement
            .clone()
            .and_then(|required| progress(programme, required, &logged, options.today).ok());
        let totals = progress_only(Some(programme), &logged, options.today);
        let mut words: HashMap<&str, Vec<&Confirmation>> = HashMap::new();
        for word in &portfolio.confirmations {
            words
                .entry(word.activity_id.as_str())
                .or_default()
                .push(word);
        }
        let mut about: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut told_in: HashMap<&str, Vec<&str>> = HashMap::new();
        for link in &portfolio.activity_links {
            let (account, activity) = (link.reflection_id.as_str(), link.activity_id.as_str());
            about.entry(account).or_default().push(activity);
            told_in.entry(activity).or_default().push(account);
        }
        Self {
            words,
            about,
            told_in,
            reflection_numbers: numbers(reflections.iter().map(|one| one.id.as_str())),
            activity_numbers: numbers(activities.iter().map(|one| one.id.as_str())),
            theory_numbers: numbers(theory.iter().map(|one| one.id.as_str())),
            portfolio,
            options,
            source: None,
            reflections,
            claimed: activities
                .iter()
                .filter(|activity| claims(activity))
                .count(),
            activities,
            theory,
            files,
            logged,
            requirement,
            progress,
            totals,
            told: Told::default(),
            cited,
        }
    }

    /// Whether there is so little in it that its parts follow one another.
    fn is_short(&self) -> bool {
        let counts = [
            self.reflections.len(),
            self.activities.len(),
            self.files.len(),
        ];
        counts.iter().zip(SHORT).all(|(count, most)| *count <= most)
    }

    /// What is printed of the fingerprint.
    fn fingerprint(&self) -> Option<String> {
        let source = self.source.as_ref()?;
        Some(source.fingerprint.to_string())
    }

    /// A part, which begins a page unless there is little in the whole.
    fn part(&self, running_head: &str) -> Part {
        if self.is_short() {
            Part::following(running_head)
        } else {
            Part::new(running_head)
        }
    }

    /// A part of tabular matter. Where it follows others, it has their margins.
    fn wide_part(&self, running_head: &str) -> Part {
        if self.is_short() {
            Part::following(running_head)
        } else {
            Part::wide(running_head)
        }
    }

    /// The latest word on an activity that still holds.
    fn word(&self, activity: &Activity) -> Option<&'a Confirmation> {
        activity::word(activity, self.words_on(activity))
    }

    /// The latest word on an earlier version of an activity that was changed after it.
    fn earlier_word(&self, activity: &Activity) -> Option<&'a Confirmation> {
        activity::earlier_word(activity, self.words_on(activity))
    }

    fn words_on(&self, activity: &Activity) -> impl Iterator<Item = &'a Confirmation> {
        let words = self.words.get(activity.id.as_str());
        words.into_iter().flatten().copied()
    }

    /// The activities that an account is about, by number.
    fn activities_of(&self, reflection: &Reflection) -> Vec<(usize, &'a Activity)> {
        let linked = self.about.get(reflection.id.as_str());
        let linked = linked.into_iter().flatten();
        let mut found: Vec<(usize, &Activity)> = linked
            .filter_map(|id| self.activity_numbers.get(id))
            .map(|number| (*number, self.activities[number - 1]))
            .collect();
        found.sort_by_key(|(number, _)| *number);
        found
    }

    /// The accounts that are about an activity, by number.
    fn accounts_of(&self, activity: &Activity) -> Vec<usize> {
        let linked = self.told_in.get(activity.id.as_str());
        let linked = linked.into_iter().flatten();
        let mut found: Vec<usize> = linked
            .filter_map(|id| self.reflection_numbers.get(id).copied())
            .collect();
        found.sort_unstable();
        found
    }

    /// The works that an account draws on, in the order in which they were linked.
    fn theory_of(&self, reflection: &Reflection) -> Vec<(usize, &'a Theory, &'a TheoryLink)> {
        self.portfolio
            .theory_links
            .iter()
            .filter(|link| link.reflection_id == reflection.id)
            .filter_map(|link| {
                let number = *self.theory_numbers.get(link.theory_id.as_str())?;
                Some((number, self.theory[number - 1], link))
            })
            .collect()
    }

    /// The accounts that draw on a work or cite it, by number, each once.
    fn uses_of(&self, work: &Theory) -> Vec<usize> {
        let number = self.theory_numbers.get(work.id.as_str()).copied();
        let citing = (1..).zip(&self.cited.accounts);
        let citing =
            citing.filter(|(_, account)| number.is_some_and(|it| account.works.contains(&it)));
        let mut found: Vec<usize> = self
            .portfolio
            .theory_links
            .iter()
            .filter(|link| link.theory_id == work.id)
            .filter_map(|link| {
                self.reflection_numbers
                    .get(link.reflection_id.as_str())
                    .copied()
            })
            .chain(citing.map(|(account, _)| account))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// A day of practice, as coarse as was chosen.
    fn day(&self, date: NaiveDate) -> String {
        if self.options.exact_dates {
            day::full(date)
        } else {
            day::month_year(date)
        }
    }

    /// The day of an account.
    fn account_date(&self, reflection: &Reflection) -> Option<String> {
        reflection.happened_on.map(|date| self.day(date))
    }

    /// A month of a list, which may begin within it.
    fn month_listed(&self, month: NaiveDate) -> String {
        let name = day::month_year(month);
        match self.options.from {
            Some(from) if from > month && day::first_of_month(from) == month => {
                format!("{name}, in part")
            }
            _ => name,
        }
    }
}

fn numbers<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(place, id)| (id, place + 1)).collect()
}

/// "ST0827, version 1.1", as far as it is known.
fn standard(programme: &Programme) -> Option<String> {
    let (reference, version) = (
        programme.standard_reference.trim(),
        programme.standard_version.trim(),
    );
    match (reference, version) {
        ("", _) => None,
        (reference, "") => Some(reference.to_owned()),
        (reference, version) => Some(format!("{reference}, version {version}")),
    }
}

/// The anchors of numbered things.
fn reflection_anchor(number: usize) -> String {
    format!("R{number}")
}

fn activity_anchor(number: usize) -> String {
    format!("A{number}")
}

fn theory_anchor(number: usize) -> String {
    format!("T{number}")
}

/// "R2, R5 and R7", each leading to its account.
fn account_links(mut text: Text, numbers: &[usize]) -> Text {
    for (place, number) in numbers.iter().enumerate() {
        if place > 0 {
            text = text.plain(if place + 1 == numbers.len() {
                " and "
            } else {
                ", "
            });
        }
        let anchor = reflection_anchor(*number);
        text = text.link(anchor.clone(), anchor);
    }
    text
}

/// "1 account", "24 accounts".
#[cfg(test)]
mod tests;
