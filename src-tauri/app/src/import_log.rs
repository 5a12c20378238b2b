//! Bringing a timesheet or a calendar into the log: read, looked through, agreed to, and all of it taken back
//! at once if it was a mistake.

use crate::activity::blank;
use crate::app::{App, Open, Present, new_id_text};
use crate::convert::{count, invalid};
use crate::exchange::{
    LONGEST, Mapping, Period, Read, Timesheet, Told, Unreadable, decode, is_calendar, read_calendar,
};
use crate::failure::Failure;
use crate::files;
use crate::undo::{Back, Step};
use crate::wire::{
    AcceptImport, Activity, Done, ImportPeriod, ImportRef, ImportTable, ImportView, Imported,
    MapImport, Nothing, SetImportPeriod,
};
use aftershift_domain::id::ActivityId;
use aftershift_domain::number::counted;
use aftershift_domain::problem::Problems;
use aftershift_domain::proposal::{ColumnRole, DateOrder, mark_duplicates};
use aftershift_store::activity::ActivityFilter;
use aftershift_store::{Reader, Writer};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;
use std::path::Path;

/// How many rows of a table are shown for saying what its columns hold.
const SHOWN_ROWS: usize = 8;

/// How many rows that cannot be are listed; the rest is counted.
const SHOWN_PROBLEMS: usize = 200;

/// How far back a calendar is looked at where no programme says when it began.
const USUAL_DAYS: u64 = 365;

/// A file that was read and waits to be looked through.
#[derive(Debug)]
pub(crate) struct Pending {
    id: String,
    file_name: String,
    content: Content,
    /// What it would add, without regard to what the log holds already.
    read: Read,
}

/// What the file is.
#[derive(Debug)]
enum Content {
    Timesheet(Box<Timesheet>),
    Calendar { text: String, period: Period },
}

impl From<Unreadable> for Failure {
    fn from(reason: Unreadable) -> Self {
        Self::CannotImport {
            reason: reason.to_string(),
        }
    }
}

impl Content {
    fn read(&self, zone: chrono_tz::Tz) -> Result<Read, Unreadable> {
        match self {
            Self::Timesheet(sheet) => Ok(sheet.proposals()),
            Self::Calendar { text, period } => read_calendar(text, zone, *period),
        }
    }
}

impl App {
    /// Reads a timesheet or a calendar, so that it can be looked through. Nothing enters the log.
    ///
    /// # Errors
    /// [`Failure::CannotImport`] if it is neither; others if nothing is open or the file cannot be read.
    pub fn read_import(&self, path: &Path) -> Result<ImportRef, Failure> {
        let bytes = files::read_up_to(path, LONGEST)?.ok_or(Unreadable::TooLarge)?;
        let text = decode(&bytes)?;
        let id = self.new_id_text();
        let zone = self.clock().zone();
        self.with_open(|open, present| {
            let content = open.store.read(|db| content(db, text, present))?;
            let read = content.read(zone)?;
            open.import = Some(Pending {
                id: id.clone(),
                file_name: files::written(path).file_name,
                content,
                read,
            });
            Ok(ImportRef { id })
        })
    }

    /// The file that waits to be looked through, and what it would add; nothing if none does.
    ///
    /// # Errors
    /// If nothing is open or the log cannot be read.
    pub fn pending_import(&self, _: Nothing) -> Result<Option<ImportView>, Failure> {
        self.with_open(|open, _| {
            let Some(pending) = &open.import else {
                return Ok(None);
            };
            let log = open.store.read(log_of)?;
            Ok(Some(view(pending, &log)))
        })
    }

    /// Takes what the person says of the columns of a timesheet.
    ///
    /// # Errors
    /// If the file no longer waits, or is no table with that delimiter.
    pub fn map_import(&self, request: MapImport) -> Result<Done, Failure> {
        self.change_import(&request.id, |content| match content {
            Content::Timesheet(sheet) => Ok(sheet.map(request.mapping)?),
            Content::Calendar { .. } => Err(gone()),
        })
    }

    /// Takes what the person says of the days to look at.
    ///
    /// # Errors
    /// If the file no longer waits, the days cannot be, or there is too much in them.
    pub fn set_import_period(&self, request: SetImportPeriod) -> Result<Done, Failure> {
        let ImportPeriod { from, to } = request.period;
        let mut problems = Problems::new();
        problems.check_date("from", from);
        problems.check_date("to", to);
        problems.check(
            from <= to,
            "to",
            "The last day is before the first: choose a later one.",
        );
        problems.or(())?;
        self.change_import(&request.id, |content| match content {
            Content::Calendar { period, .. } => {
                *period = Period { from, to };
                Ok(())
            }
            Content::Timesheet(_) => Err(gone()),
        })
    }

    /// Takes what is said of columns by their headings, and of the order of dates.
    ///
    /// # Errors
    /// If nothing waits, it is no timesheet, or it has no such heading.
    pub fn assign_import(
        &self,
        said: &[(ColumnRole, String)],
        dates: Option<DateOrder>,
    ) -> Result<(), Failure> {
        let id = self.with_open(|open, _| {
            let pending = open.import.as_ref().ok_or_else(gone)?;
            Ok(pending.id.clone())
        })?;
        self.change_import(&id, |content| match content {
            Content::Timesheet(sheet) => sheet
                .assign(said, dates)
                .map_err(|reason| invalid("map", reason)),
            Content::Calendar { .. } => {
                Err(invalid("map", "A calendar has no columns: leave this out."))
            }
        })?;
        Ok(())
    }

    /// Adds the proposals that are agreed to, all of them or none, and remembers what was said of the
    /// columns. One undo takes all of them back.
    ///
    /// # Errors
    /// If the file no longer waits, a proposal is named that is not there, or it cannot be written.
    pub fn accept_import(&self, request: AcceptImport) -> Result<Imported, Failure> {
        self.with_open(|open, present| {
            let pending = waiting(open, &request.id)?;
            let activities = agreed(pending, &request, present)?;
            let remembered = remembered(pending)?;
            let entries = counted(activities.len(), "entry", "entries");
            let what = format!("Brought in {entries} from “{}”", pending.file_name);
            open.store.try_write(|db| -> Result<(), Failure> {
                put(db, &activities)?;
                if let Some((key, mapping)) = &remembered {
                    db.set_setting(key, Some(mapping))?;
                }
                Ok(())
            })?;
            let added = count(activities.len());
            let ids = activities.into_iter().map(|activity| activity.id).collect();
            open.undo
                .push(Step::new(what.clone(), Back::BinActivities(ids)));
            open.import = None;
            Ok(Imported { added, what })
        })
    }

    /// Puts a file away that waits to be looked through. Its own bytes are not touched.
    ///
    /// # Errors
    /// If nothing is open.
    pub fn dismiss_import(&self, request: ImportRef) -> Result<Done, Failure> {
        self.with_open(|open, _| {
            if waiting(open, &request.id).is_ok() {
                open.import = None;
            }
            Ok(Done {})
        })
    }

    /// Changes how the file that waits is understood; if it then cannot be read, it stays as it was.
    fn change_import(
        &self,
        id: &str,
        change: impl FnOnce(&mut Content) -> Result<(), Failure>,
    ) -> Result<Done, Failure> {
        let zone = self.clock().zone();
        self.with_open(|open, _| {
            let pending = waiting(open, id)?;
            let before = pending.content.kept();
            let changed =
                change(&mut pending.content).and_then(|()| Ok(pending.content.read(zone)?));
            match changed {
                Ok(read) => pending.read = read,
                Err(failure) => {
                    pending.content.put_back(before);
                    return Err(failure);
                }
            }
            Ok(Done {})
        })
    }
}

/// What of a content can be changed.
enum Kept {
    Timesheet(Box<Timesheet>),
    Period(Period),
}

impl Content {
    fn kept(&self) -> Kept {
        match self {
            Self::Timesheet(sheet) => Kept::Timesheet(sheet.clone()),
            Self::Calendar { period, .. } => Kept::Period(*period),
        }
    }

    fn put_back(&mut self, kept: Kept) {
        match (self, kept) {
            (Self::Timesheet(sheet), Kept::Timesheet(before)) => *sheet = before,
            (Self::Calendar { period, .. }, Kept::Period(before)) => *period = before,
            // What is kept is of the kind of its content.
            (Self::Timesheet(_), Kept::Period(_)) | (Self::Calendar { .. }, Kept::Timesheet(_)) => {
            }
        }
    }
}

/// The file was put away, or another was chosen since.
fn gone() -> Failure {
    Failure::CannotImport {
        reason: "This file is no longer waiting to be brought in: choose it again.".into(),
    }
}

/// The file that waits, if it is still the one that is meant.
fn waiting<'a>(open: &'a mut Open, id: &str) -> Result<&'a mut Pending, Failure> {
    let pending = open.import.as_mut().filter(|pending| pending.id == id);
    pending.ok_or_else(gone)
}

fn content(db: &Reader<'_>, text: String, present: Present) -> Result<Content, Failure> {
    if is_calendar(&text) {
        let begun = db.programme()?.original_start;
        let period = usual_period(begun, present.today);
        return Ok(Content::Calendar { text, period });
    }
    let mut failed = None;
    let before = |key: &str| match db.setting(key) {
        // A mapping that cannot be read is as good as none: the person says it again.
        Ok(value) => serde_json::from_str::<Mapping>(&value?).ok(),
        Err(error) => {
            failed = Some(error);
            None
        }
    };
    let sheet = Timesheet::read(text, before)?;
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(Content::Timesheet(Box::new(sheet))),
    }
}

/// The days of a calendar that are looked at first: from the beginning of the programme, or a year back, to
/// today. What lies ahead was not done yet.
fn usual_period(begun: Option<NaiveDate>, today: NaiveDate) -> Period {
    let year_ago = today.checked_sub_days(Days::new(USUAL_DAYS));
    let from = begun.filter(|begun| *begun <= today).or(year_ago);
    Period {
        from: from.unwrap_or(today),
        to: today,
    }
}

/// The entries that an import may repeat.
fn log_of(db: &Reader<'_>) -> Result<Vec<Activity>, Failure> {
    Ok(db.activities(&ActivityFilter::default(), 0, u32::MAX)?.rows)
}

fn view(pending: &Pending, log: &[Activity]) -> ImportView {
    let mut proposals = pending.read.proposals.clone();
    mark_duplicates(&mut proposals, log);
    let (table, period, ask_first, source) = match &pending.content {
        Content::Timesheet(sheet) => (
            Some(table(sheet)),
            None,
            sheet.told() == Told::NotYet,
            sheet.source(),
        ),
        Content::Calendar { period, .. } => {
            let Period { from, to } = *period;
            (None, Some(ImportPeriod { from, to }), false, "")
        }
    };
    let problems = &pending.read.problems;
    ImportView {
        id: pending.id.clone(),
        file_name: pending.file_name.clone(),
        source: source.to_owned(),
        table,
        period,
        ask_first,
        proposals,
        problems: problems.iter().take(SHOWN_PROBLEMS).cloned().collect(),
        problem_count: count(problems.len()),
        left_out: pending.read.left_out,
    }
}

fn table(sheet: &Timesheet) -> ImportTable {
    let mapping = sheet.mapping();
    ImportTable {
        delimiter: mapping.delimiter,
        headings: sheet.headings().to_vec(),
        columns: mapping.columns.clone(),
        rows: sheet.first_rows(SHOWN_ROWS),
        dates: mapping.dates,
        missing: sheet.missing().unwrap_or_default().to_owned(),
        remembered: sheet.told() == Told::Before,
    }
}

/// The entries that the proposals become, each checked as if it had been typed.
fn agreed(
    pending: &Pending,
    request: &AcceptImport,
    present: Present,
) -> Result<Vec<Activity>, Failure> {
    let mut problems = Problems::new();
    let mut chosen = BTreeSet::new();
    let mut activities = Vec::with_capacity(request.entries.len());
    problems.check(
        !request.entries.is_empty(),
        "entries",
        "Choose at least one entry to bring in.",
    );
    for (at, entry) in request.entries.iter().enumerate() {
        let place = usize::try_from(entry.index).ok();
        let proposal = place.and_then(|place| pending.read.proposals.get(place));
        let Some(proposal) = proposal.filter(|_| chosen.insert(entry.index)) else {
            problems.add(
                format!("entries[{at}].index"),
                "There is no such proposal, or it is named twice.",
            );
            continue;
        };
        let id = ActivityId::new(new_id_text(present.now))
            .map_err(|error| invalid("id", error.to_string()))?;
        let read = proposal.activity.clone();
        let activity = read.over(blank(id, present), entry.category, entry.claim);
        problems.nest(&format!("entries[{at}]"), activity.problems());
        activities.push(activity);
    }
    Ok(problems.or(activities)?)
}

/// What the next file with the same headings should be read by; nothing if the file itself said it all.
fn remembered(pending: &Pending) -> Result<Option<(String, String)>, Failure> {
    let Content::Timesheet(sheet) = &pending.content else {
        return Ok(None);
    };
    if !matches!(sheet.told(), Told::ByThePerson | Told::NotYet) {
        return Ok(None);
    }
    let mapping = serde_json::to_string(sheet.mapping())
        .map_err(|error| invalid("mapping", error.to_string()))?;
    Ok(Some((sheet.key(), mapping)))
}

fn put(db: &Writer<'_>, activities: &[Activity]) -> Result<(), Failure> {
    for activity in activities {
        db.save_activity(activity)?;
    }
    Ok(())
}

/// Moves entries that came together to the bin together.
pub(crate) fn take_back(
    db: &Writer<'_>,
    ids: &[ActivityId],
    present: Present,
) -> Result<(), Failure> {
    for id in ids {
        db.move_to_bin(
            aftershift_store::ItemKind::Activity,
            id.as_str(),
            present.now,
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
