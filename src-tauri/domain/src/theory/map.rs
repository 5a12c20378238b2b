//! Practice and theory side by side: which works ever met practice, and which practice has no theory.
//!
//! Only a [link](super::TheoryLink) counts, because it says how the work explains what happened. A
//! citation alone does not.

mod period;

pub use period::Period;

use crate::activity::Activity;
use crate::id::{ActivityId, ReflectionId, TheoryId};
use crate::number::counted;
use crate::progress::PlotTable;
use crate::reflection::Reflection;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How many activities without an account are named: enough to begin with, and a log may have thousands.
const LATEST: usize = 50;

/// What the map is drawn from. The order of works is the order of its rows.
#[derive(Debug, Clone, Default)]
pub struct Study {
    /// Works of the library.
    pub works: Vec<Work>,
    /// Accounts.
    pub accounts: Vec<Account>,
    /// Activities.
    pub activities: Vec<Practice>,
    /// Which account is explained by which work.
    pub drawn_on: Vec<(ReflectionId, TheoryId)>,
    /// Which account is about which activity.
    pub about: Vec<(ReflectionId, ActivityId)>,
}

/// A work, as far as the map is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Identity.
    pub id: TheoryId,
    /// `Benner (1984)`.
    pub label: String,
    /// The module it was studied in; may be empty.
    pub module: String,
    /// Who wrote it, each by family name and first initial, or the organisation.
    pub authors: Vec<String>,
}

/// An account, as far as the map is concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", ts(rename = "MappedAccount"))]
pub struct Account {
    /// Identity.
    pub id: ReflectionId,
    /// Title; may be empty.
    pub title: String,
    /// The day of its event; where none was given, the day on which it was begun.
    pub day: NaiveDate,
}

/// An activity, as far as the map is concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", ts(rename = "MappedActivity"))]
pub struct Practice {
    /// Identity.
    pub id: ActivityId,
    /// Title.
    pub title: String,
    /// The day on which it was done.
    pub day: NaiveDate,
}

impl Account {
    /// What the map needs of an account.
    #[must_use]
    pub fn of(account: &Reflection) -> Self {
        Self {
            id: account.id.clone(),
            title: account.title.clone(),
            day: account
                .happened_on
                .unwrap_or(account.created_at.date_naive()),
        }
    }
}

impl Practice {
    /// What the map needs of an activity.
    #[must_use]
    pub fn of(activity: &Activity) -> Self {
        Self {
            id: activity.id.clone(),
            title: activity.title.clone(),
            day: activity.done_on,
        }
    }
}

impl Work {
    /// What the map needs of a work that is called `label`.
    #[must_use]
    pub fn of(work: &super::Theory, label: String) -> Self {
        let mut authors: Vec<String> = super::citation::named_authors(work)
            .map(|author| {
                let family = author.family.trim();
                match author.given.trim().chars().next() {
                    Some(initial) => format!("{family}, {}.", initial.to_uppercase()),
                    None => family.to_owned(),
                }
            })
            .collect();
        if authors.is_empty() && !work.corporate_author.trim().is_empty() {
            authors.push(work.corporate_author.trim().to_owned());
        }
        Self {
            id: work.id.clone(),
            label,
            module: work.module.trim().to_owned(),
            authors,
        }
    }
}

/// What an account is called where the map is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// On paper.
    Accounts,
    /// On screen, where its room is that of reflections.
    Reflections,
}

impl Called {
    fn many(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Reflections => "reflections",
        }
    }

    fn one(self) -> &'static str {
        match self {
            Self::Accounts => "account",
            Self::Reflections => "reflection",
        }
    }

    /// `1 account`, `2 accounts`.
    fn counted(self, count: usize) -> String {
        counted(count, self.one(), self.many())
    }
}

/// An activity that was written about without any theory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BareActivity {
    /// The activity.
    pub activity: Practice,
    /// Its latest account: where theory is linked.
    pub account: ReflectionId,
}

/// The accounts of one period that stand in one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", ts(rename = "MapCell"))]
pub struct Cell {
    /// The place of the period among the map's, from 0.
    pub period: u32,
    /// The accounts, by day; never none.
    pub accounts: Vec<Account>,
}

/// A work with the accounts that draw on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", ts(rename = "MapRow"))]
pub struct Row {
    /// The work.
    pub id: TheoryId,
    /// `Benner (1984)`.
    pub label: String,
    /// How many accounts draw on it.
    pub accounts: u32,
    /// The periods in which one does, earliest first.
    pub cells: Vec<Cell>,
}

/// The works of a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", ts(rename = "MapModule"))]
pub struct Module {
    /// Its name; empty for works that were studied in none.
    pub name: String,
    /// How many accounts draw on any of its works.
    pub accounts: u32,
    /// Its works.
    pub rows: Vec<Row>,
}

/// How much accounts lean on one author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", ts(rename = "AuthorUse"))]
pub struct AuthorUse {
    /// `Benner, P.`, or an organisation.
    pub author: String,
    /// How many accounts draw on a work of theirs.
    pub accounts: u32,
}

/// Practice and theory side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TheoryMap {
    /// The finding, as a sentence without a full stop.
    pub title: String,
    /// What the map shows, for people who cannot see it.
    pub description: String,
    /// The columns, without a gap, earliest first; none without an account.
    pub periods: Vec<Period>,
    /// The rows, by module in the order of its first work; works without a module come last.
    pub modules: Vec<Module>,
    /// The accounts that draw on no theory, by period.
    pub bare: Vec<Cell>,
    /// How many works there are.
    pub works: u32,
    /// How many accounts there are.
    pub accounts: u32,
    /// How many of them draw on theory.
    pub with_theory: u32,
    /// Activities that were written about without any theory, by day.
    pub bare_activities: Vec<BareActivity>,
    /// How many activities nothing was written about yet.
    pub unwritten: u32,
    /// The latest of them, at most 50, latest first.
    pub latest_unwritten: Vec<Practice>,
    /// The authors that accounts draw on, most first, then by name.
    pub authors: Vec<AuthorUse>,
    /// The rows once more, as a table.
    pub table: PlotTable,
}

/// Draws the map; `None` where there is neither a work nor an account. Pairs that name what is not
/// there are left out.
#[must_use]
pub fn map(study: &Study, called: Called) -> Option<TheoryMap> {
    if study.works.is_empty() && study.accounts.is_empty() {
        return None;
    }
    let mut accounts = study.accounts.clone();
    accounts.sort_by(|one, other| (one.day, &one.id).cmp(&(other.day, &other.id)));
    let periods = period::cover(accounts.iter().map(|account| account.day));
    let used = Used::of(study, &accounts);
    let bare: Vec<&Account> = accounts
        .iter()
        .filter(|account| !used.explained.contains(&account.id))
        .collect();
    let modules = modules(study, &used, &periods);
    let rows = || modules.iter().flat_map(|module| &module.rows);
    let bare_cells = cells(&bare, &periods);
    let (bare_activities, unwritten) = activities(study, &accounts, &used);
    let unapplied = rows().filter(|row| row.accounts == 0).count();
    let counts = Counts {
        works: study.works.len(),
        unapplied,
        accounts: accounts.len(),
        bare: bare.len(),
        called,
    };
    Some(TheoryMap {
        title: counts.finding(),
        description: counts.description(&periods, rows()),
        table: table(&modules, &periods, called),
        works: count(counts.works),
        accounts: count(counts.accounts),
        with_theory: count(counts.accounts - counts.bare),
        authors: authors(study, &used),
        bare: bare_cells,
        periods,
        modules,
        bare_activities,
        unwritten: count(unwritten.len()),
        latest_unwritten: unwritten.into_iter().rev().take(LATEST).collect(),
    })
}

impl TheoryMap {
    /// The works that no account draws on, in the order of the rows.
    pub fn unapplied(&self) -> impl Iterator<Item = &Row> {
        let rows = self.modules.iter().flat_map(|module| &module.rows);
        rows.filter(|row| row.accounts == 0)
    }

    /// The modules, among those with a name, whose works no account draws on.
    pub fn unused_modules(&self) -> impl Iterator<Item = &Module> {
        let modules = self.modules.iter();
        modules.filter(|module| module.accounts == 0 && !module.name.is_empty())
    }
}

/// Who draws on what.
struct Used<'a> {
    /// The accounts that draw on each work, by day.
    by_work: HashMap<&'a TheoryId, Vec<&'a Account>>,
    /// The accounts that draw on any work.
    explained: HashSet<&'a ReflectionId>,
}

impl<'a> Used<'a> {
    fn of(study: &'a Study, accounts: &'a [Account]) -> Self {
        let known: HashSet<&TheoryId> = study.works.iter().map(|work| &work.id).collect();
        let mut pairs: HashMap<&ReflectionId, BTreeSet<&TheoryId>> = HashMap::new();
        for (account, work) in &study.drawn_on {
            if known.contains(work) {
                pairs.entry(account).or_default().insert(work);
            }
        }
        let mut used = Self {
            by_work: HashMap::new(),
            explained: HashSet::new(),
        };
        for account in accounts {
            for work in pairs.get(&account.id).into_iter().flatten() {
                used.by_work.entry(work).or_default().push(account);
                used.explained.insert(&account.id);
            }
        }
        used
    }

    fn accounts_of(&self, work: &Work) -> &[&'a Account] {
        self.by_work.get(&work.id).map_or(&[], Vec::as_slice)
    }

    /// How many accounts draw on any of `works`, each counted once.
    fn accounts_of_any<'w>(&self, works: impl Iterator<Item = &'w Work>) -> u32 {
        let accounts = works.flat_map(|work| self.accounts_of(work));
        count(
            accounts
                .map(|account| &account.id)
                .collect::<HashSet<_>>()
                .len(),
        )
    }
}

fn modules(study: &Study, used: &Used<'_>, periods: &[Period]) -> Vec<Module> {
    let mut order: Vec<&str> = Vec::new();
    let mut members: HashMap<&str, Vec<&Work>> = HashMap::new();
    for work in &study.works {
        let of = members.entry(&work.module).or_default();
        if of.is_empty() {
            order.push(&work.module);
        }
        of.push(work);
    }
    // Works of no module come last: a gap in a module says more.
    order.sort_by_key(|name| name.is_empty());
    let module = |name: &str| {
        let works = members.get(name).map_or(&[][..], Vec::as_slice);
        Module {
            name: name.to_owned(),
            accounts: used.accounts_of_any(works.iter().copied()),
            rows: works
                .iter()
                .map(|work| Row {
                    id: work.id.clone(),
                    label: work.label.clone(),
                    accounts: count(used.accounts_of(work).len()),
                    cells: cells(used.accounts_of(work), periods),
                })
                .collect(),
        }
    };
    order.into_iter().map(module).collect()
}

/// Accounts that stand by day, as the cells of a row.
fn cells(accounts: &[&Account], periods: &[Period]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for account in accounts {
        let place = period::place(periods, account.day);
        match cells.last_mut().filter(|cell| cell.period == place) {
            Some(cell) => cell.accounts.push((*account).clone()),
            None => cells.push(Cell {
                period: place,
                accounts: vec![(*account).clone()],
            }),
        }
    }
    cells
}

/// The activities that were written about without theory, and those that were not written about.
fn activities(
    study: &Study,
    accounts: &[Account],
    used: &Used<'_>,
) -> (Vec<BareActivity>, Vec<Practice>) {
    let places: HashMap<&ReflectionId, usize> = accounts
        .iter()
        .enumerate()
        .map(|(place, account)| (&account.id, place))
        .collect();
    // The places of the accounts of each activity; an activity nobody wrote about is not here.
    let mut about: HashMap<&ActivityId, BTreeSet<usize>> = HashMap::new();
    for (account, activity) in &study.about {
        if let Some(place) = places.get(account) {
            about.entry(activity).or_default().insert(*place);
        }
    }
    let mut sorted = study.activities.clone();
    sorted.sort_by(|one, other| (one.day, &one.id).cmp(&(other.day, &other.id)));
    let (written, unwritten): (Vec<Practice>, Vec<Practice>) = sorted
        .into_iter()
        .partition(|activity| about.contains_key(&activity.id));
    let bare = written.into_iter().filter_map(|activity| {
        let own = || about[&activity.id].iter().map(|place| &accounts[*place].id);
        let account = own().next_back()?.clone();
        let explained = own().any(|account| used.explained.contains(account));
        (!explained).then_some(BareActivity { activity, account })
    });
    (bare.collect(), unwritten)
}

fn authors(study: &Study, used: &Used<'_>) -> Vec<AuthorUse> {
    // Two spellings of one name that differ in capitals only are one author.
    let mut works: BTreeMap<String, (&str, Vec<&Work>)> = BTreeMap::new();
    for work in &study.works {
        for author in &work.authors {
            let found = works.entry(author.to_lowercase());
            found.or_insert_with(|| (author, Vec::new())).1.push(work);
        }
    }
    let mut authors: Vec<AuthorUse> = works
        .into_values()
        .map(|(author, works)| AuthorUse {
            author: author.to_owned(),
            accounts: used.accounts_of_any(works.into_iter()),
        })
        .filter(|author| author.accounts > 0)
        .collect();
    authors.sort_by_key(|author| std::cmp::Reverse(author.accounts));
    authors
}

/// What the finding is made of.
struct Counts {
    works: usize,
    unapplied: usize,
    accounts: usize,
    bare: usize,
    called: Called,
}

impl Counts {
    fn finding(&self) -> String {
        match self {
            Self {
                works: 0, accounts, ..
            } => format!(
                "There is no work of theory yet for {}",
                self.called.counted(*accounts)
            ),
            Self {
                accounts: 0, works, ..
            } => format!(
                "There is no {} yet to meet {}",
                self.called.one(),
                counted(*works, "work of theory", "works of theory")
            ),
            Self {
                unapplied: 0,
                bare: 0,
                ..
            } => format!(
                "Every work of theory has met practice, and every {} draws on theory",
                self.called.one()
            ),
            Self { unapplied: 0, .. } => format!(
                "Every work of theory has met practice; {}",
                self.without_theory()
            ),
            Self { bare: 0, .. } => {
                format!(
                    "{}; every {} draws on theory",
                    self.never_applied(),
                    self.called.one()
                )
            }
            _ => format!("{}; {}", self.never_applied(), self.without_theory()),
        }
    }

    fn never_applied(&self) -> String {
        let verb = if self.unapplied == 1 { "has" } else { "have" };
        format!(
            "{} of {} {verb} never met practice",
            self.unapplied,
            counted(self.works, "work", "works")
        )
    }

    fn without_theory(&self) -> String {
        let verb = if self.bare == 1 { "draws" } else { "draw" };
        format!(
            "{} of {} {verb} on no theory",
            self.bare,
            self.called.counted(self.accounts)
        )
    }

    fn description<'a>(&self, periods: &[Period], rows: impl Iterator<Item = &'a Row>) -> String {
        let mut said = format!("Map of practice and theory. {}.", self.finding());
        if let (Some(first), Some(last)) = (periods.first(), periods.last()) {
            said.push_str(&format!(" From {} to {}.", first.label, last.label));
        }
        // The first of those that are used most: the one whose row stands higher.
        let most = rows.fold(None, |best: Option<&Row>, row| match best {
            Some(best) if best.accounts >= row.accounts => Some(best),
            _ => Some(row),
        });
        if let Some(most) = most.filter(|row| row.accounts > 0) {
            said.push_str(&format!(
                " Used most: {}, in {}.",
                most.label,
                self.called.counted(most.accounts as usize)
            ));
        }
        said
    }
}

fn table(modules: &[Module], periods: &[Period], called: Called) -> PlotTable {
    let accounts = match called {
        Called::Accounts => "Accounts",
        Called::Reflections => "Reflections",
    };
    let headings = ["Work", "Module", accounts, "First used", "Last used"];
    let when = |cell: Option<&Cell>| {
        let period = cell.and_then(|cell| periods.get(cell.period as usize));
        period.map_or_else(|| "Never".to_owned(), |period| period.label.clone())
    };
    let rows = modules.iter().flat_map(|module| {
        module.rows.iter().map(|row| {
            vec![
                row.label.clone(),
                module.name.clone(),
                row.accounts.to_string(),
                when(row.cells.first()),
                when(row.cells.last()),
            ]
        })
    });
    PlotTable {
        headings: headings.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
