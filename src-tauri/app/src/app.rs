//! The program without a window: which portfolio is open, and what may be done with it.

use crate::clock::Clock;
use crate::convert::count;
use crate::failure::Failure;
use crate::files;
use crate::identities::Identities;
use crate::places::Places;
use crate::recent::Recent;
use crate::undo;
use crate::wire::{Counts, Nothing, PortfolioStatus};
use crate::{audit, backup, bin, inside, rescue, theory};
use aftershift_document::citation::Style;
use aftershift_store::activity::ActivityFilter;
use aftershift_store::reflection::ReflectionFilter;
use aftershift_store::{Reader, Store, Writer};
use chrono::{DateTime, NaiveDate, Utc};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The program. One portfolio is open at a time, and one thread at a time works with it.
#[derive(Debug)]
pub struct App {
    places: Places,
    clock: Clock,
    /// What reads a PDF.
    pdf_reader: inside::Reader,
    /// Whether anything is kept outside the portfolio: the list of recent ones, daily copies.
    leaves_traces: bool,
    /// The day that stands for today, whatever clock and portfolio say.
    as_of: Option<NaiveDate>,
    /// The style in which a PDF cites, whatever the portfolio says.
    style: Option<Style>,
    state: Mutex<State>,
}

/// What changes while the program runs.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The portfolio that is open.
    pub open: Option<Open>,
    /// A PDF that was dropped on the window and waits to be agreed to, whether or not anything is open.
    pub offered: Option<crate::offer::Offered>,
    /// Pages of an export that are being looked at.
    pub preview: Option<crate::export::preview::Shown>,
    /// The file that was last refused as too damaged to open, until another is opened.
    pub refused: Option<PathBuf>,
    /// The file that was written last, for showing it in its folder.
    pub written: Option<PathBuf>,
}

/// An open portfolio.
#[derive(Debug)]
pub(crate) struct Open {
    /// Its file.
    pub store: Store,
    /// Where that is.
    pub path: PathBuf,
    /// Its identity.
    pub uid: String,
    /// The day that stands for today in a sample.
    pub as_of: Option<NaiveDate>,
    /// What can be taken back.
    pub undo: undo::Stack,
    /// A file from another program that waits to be looked through.
    pub import: Option<crate::import_log::Pending>,
    /// A citation file that waits to be looked through.
    pub library: Option<crate::import_library::Pending>,
    /// Something to tell the person about how it was opened.
    pub notice: String,
    /// Checks of the off-the-job log, once they were asked for.
    pub audit: Option<audit::Kept>,
}

/// When a command runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Present {
    /// The moment.
    pub now: DateTime<Utc>,
    /// The day, as the portfolio sees it.
    pub today: NaiveDate,
}

impl App {
    /// A program in which nothing is open yet.
    #[must_use]
    pub fn new(places: Places, clock: Clock) -> Self {
        Self {
            places,
            clock,
            pdf_reader: inside::Reader::ThisProgram,
            leaves_traces: true,
            as_of: None,
            style: None,
            state: Mutex::default(),
        }
    }

    /// A program for batch work, which keeps nothing outside the portfolio that it is given: no list of
    /// recent ones, no daily copies. `as_of` stands for today, even in a sample with a day of its own.
    #[must_use]
    pub fn without_traces(clock: Clock, as_of: Option<NaiveDate>) -> Self {
        let places = Places::of_this_computer();
        Self {
            places,
            clock,
            pdf_reader: inside::Reader::ThisProgram,
            leaves_traces: false,
            as_of,
            style: None,
            state: Mutex::default(),
        }
    }

    /// Lets another program read PDFs, one whose `main` begins with [`inside::serve`](crate::inside::serve), instead of
    /// this one.
    #[must_use]
    pub fn with_pdf_reader(self, program: PathBuf) -> Self {
        Self {
            pdf_reader: inside::Reader::Program(program),
            ..self
        }
    }

    pub(crate) fn pdf_reader(&self) -> &inside::Reader {
        &self.pdf_reader
    }

    /// The same program, whose PDFs cite in this style whatever the portfolio says.
    #[must_use]
    pub fn citing_in(self, style: Option<Style>) -> Self {
        Self { style, ..self }
    }

    /// The style that this program was given.
    pub(crate) fn style(&self) -> Option<&Style> {
        self.style.as_ref()
    }

    /// Where this computer keeps what is not in a portfolio.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Whether anything is kept outside of what was asked for.
    pub(crate) fn leaves_traces(&self) -> bool {
        self.leaves_traces
    }

    /// The day that this program was given for today.
    pub(crate) fn as_of(&self) -> Option<NaiveDate> {
        self.as_of
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// A new identity: ordered by time, unique everywhere.
    pub(crate) fn new_id_text(&self) -> String {
        new_id_text(self.clock.now())
    }

    /// Runs `work` with everything that changes while the program runs.
    pub(crate) fn with_state<T>(
        &self,
        work: impl FnOnce(&mut State) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        // A panic elsewhere has been reported by the one it happened to, and the store has rolled
        // back: what is here is as it was before.
        work(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Runs `work` with the open portfolio.
    pub(crate) fn with_open<T>(
        &self,
        work: impl FnOnce(&mut Open, Present) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.with_state(|state| {
            let open = state.open.as_mut().ok_or(Failure::NothingOpen)?;
            let present = self.present(open);
            work(open, present).map_err(|failure| failure.about(&open.path))
        })
    }

    /// Reads from the open portfolio.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Reader<'_>, Present) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.with_open(|open, present| open.store.read(|db| work(db, present)))
    }

    /// Changes the open portfolio. What `work` did is on the disk when this returns, or none of it.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Writer<'_>, Present) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.with_open(|open, present| Ok(open.store.try_write(|db| work(db, present))?.value))
    }

    /// Changes the open portfolio in a way that can be taken back, if `work` says how.
    pub(crate) fn write_undoable<T>(
        &self,
        work: impl FnOnce(&Writer<'_>, Present) -> Result<(T, Option<undo::Step>), Failure>,
    ) -> Result<T, Failure> {
        self.with_open(|open, present| {
            let (value, step) = open.store.try_write(|db| work(db, present))?.value;
            if let Some(step) = step {
                open.undo.push(step);
            }
            Ok(value)
        })
    }

    pub(crate) fn present(&self, open: &Open) -> Present {
        Present {
            now: self.clock.now(),
            today: self
                .as_of
                .or(open.as_of)
                .unwrap_or_else(|| self.clock.today()),
        }
    }

    /// Which portfolio is open, and how much it holds.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn status(&self) -> Result<PortfolioStatus, Failure> {
        self.with_open(|open, present| self.status_of(open, present))
    }

    /// [`status`](Self::status) as a command.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn portfolio_status(&self, _: Nothing) -> Result<PortfolioStatus, Failure> {
        self.status()
    }

    fn status_of(&self, open: &Open, present: Present) -> Result<PortfolioStatus, Failure> {
        open.store.read(|db| {
            Ok(PortfolioStatus {
                name: files::name_of(&open.path),
                folder: files::folder_of(&open.path),
                uid: open.uid.clone(),
                learner: db.learner()?.name,
                today: present.today,
                is_sample: open.as_of.is_some(),
                counts: counts(db)?,
                changed_at: files::changed_at(&open.path),
                undo: open.undo.next(),
                notice: open.notice.clone(),
                recent: self.recent().others(Some(&open.path)),
            })
        })
    }

    /// Opens the default portfolio, making it if it is not there yet.
    ///
    /// # Errors
    /// If it cannot be made or opened.
    pub fn open_default(&self) -> Result<PortfolioStatus, Failure> {
        let path = self.places.default_portfolio();
        if path.exists() {
            return self.open_file(&path);
        }
        files::make_folder(&self.places.data)?;
        self.create_file(&path)
    }

    /// Makes an empty portfolio and opens it. Never overwrites a file.
    ///
    /// # Errors
    /// [`Failure::AlreadyThere`] if there is a file; others if it cannot be made. What was open stays
    /// open then.
    pub fn create_file(&self, path: &Path) -> Result<PortfolioStatus, Failure> {
        let path = &absolute(path);
        let store = Store::create(path).map_err(|error| Failure::from(error).about(path))?;
        self.take(store, path, "")
    }

    /// Opens a portfolio in place of the one that is open. Opening the one that is open already is
    /// not an error.
    ///
    /// # Errors
    /// One for each reason why it cannot be opened. What was open stays open then.
    pub fn open_file(&self, path: &Path) -> Result<PortfolioStatus, Failure> {
        self.open_file_with(path, "")
    }

    /// The same, with something to tell the person about how it came to be opened.
    pub(crate) fn open_file_with(
        &self,
        path: &Path,
        notice: &str,
    ) -> Result<PortfolioStatus, Failure> {
        let path = &absolute(path);
        let outcome = self.try_to_open(path, notice);
        if let Err(failure) = &outcome {
            let refused = rescue::is_for(failure).then(|| path.clone());
            self.with_state(|state| {
                state.refused = refused;
                Ok(())
            })?;
        }
        outcome
    }

    fn try_to_open(&self, path: &Path, notice: &str) -> Result<PortfolioStatus, Failure> {
        if self
            .portfolio_path()
            .is_some_and(|open| is_same_file(&open, path))
        {
            return self.status();
        }
        // Without a folder of its own for them, a copy before an update lies beside the portfolio.
        let copies = self
            .leaves_traces
            .then(|| backup::before_update(self, path));
        match Store::open(path, copies.as_deref()) {
            Ok(store) => self.take(store, path, notice),
            Err(error) => {
                let failure = Failure::from(error);
                if matches!(failure, Failure::NoSuchFile { .. }) {
                    self.change_recent(|recent| recent.forget(path));
                }
                Err(failure.about(path))
            }
        }
    }

    /// Opens one of the recent portfolios.
    ///
    /// # Errors
    /// If there is none of this id, or it cannot be opened.
    pub fn open_recent(&self, id: &str) -> Result<PortfolioStatus, Failure> {
        let recent = self.recent();
        let path = recent
            .path(id)
            .ok_or_else(|| crate::convert::not_found("recent"))?;
        self.open_file(path)
    }

    /// Opens the sample at `path`, writing it there first if there is no file.
    ///
    /// # Errors
    /// If it cannot be written or opened.
    pub fn open_sample_copy(&self, path: &Path) -> Result<PortfolioStatus, Failure> {
        let path = &absolute(path);
        if !path.exists() {
            if let Some(folder) = path.parent() {
                files::make_folder(folder)?;
            }
            self.write_sample(path, false)?;
        }
        self.open_file(path)
    }

    /// Puts a verified copy of the open portfolio at `path`, in place of a file that may be there: whoever
    /// chose the path has been asked.
    ///
    /// # Errors
    /// If nothing is open or the copy cannot be written.
    pub fn save_copy(&self, path: &Path) -> Result<crate::wire::WrittenFile, Failure> {
        let path = &absolute(path);
        self.with_state(|state| {
            let open = state.open.as_mut().ok_or(Failure::NothingOpen)?;
            files::check_target(path, true)?;
            if is_same_file(&open.path, path) {
                return Err(Failure::AlreadyThere {
                    path: files::shown(path),
                });
            }
            open.store
                .copy_to(path, aftershift_store::Existing::Replace)
                .map_err(|error| Failure::from(error).about(path))?;
            state.written = Some(path.clone());
            Ok(files::written(path))
        })
    }

    /// Closes the portfolio that is open, if one is: makes the daily copy if it is due, tidies up and
    /// gives the file free. There is nobody left to tell of a failure: what was written is safe.
    pub fn close(&self) {
        if let Ok(Some(open)) = self.with_state(|state| Ok(state.open.take())) {
            self.put_away(open);
        }
    }

    fn put_away(&self, mut open: Open) {
        if let Err(failure) = self.daily_copy(&mut open) {
            tracing::warn!(failure = failure.code(), "the daily copy could not be made");
        }
        if let Err(error) = open.store.close() {
            tracing::warn!(%error, "the portfolio was not tidied up");
        }
    }

    /// Puts `store` in the place of what is open.
    fn take(&self, store: Store, path: &Path, notice: &str) -> Result<PortfolioStatus, Failure> {
        let mut open =
            opened(store, path, notice.to_owned()).map_err(|failure| failure.about(path))?;
        // Before it takes the place of another: one of which not even this can be read is not opened.
        self.status_of(&open, self.present(&open))
            .map_err(|failure| failure.about(path))?;
        if let Err(failure) = self.daily_copy(&mut open) {
            tracing::warn!(failure = failure.code(), "the daily copy could not be made");
            open.notice = backup::notice(&failure);
        }
        self.change_recent(|recent| recent.put(path));
        if self.leaves_traces {
            Identities::remember(&self.places, path, &open.uid);
        }
        let before = self.with_state(|state| {
            state.refused = None;
            state.preview = None;
            Ok(state.open.replace(open))
        })?;
        if let Some(before) = before {
            self.put_away(before);
        }
        self.status()
    }

    fn recent(&self) -> Recent {
        if self.leaves_traces {
            Recent::read(&self.places)
        } else {
            Recent::default()
        }
    }

    fn change_recent(&self, change: impl FnOnce(&mut Recent)) {
        if self.leaves_traces {
            let mut recent = Recent::read(&self.places);
            change(&mut recent);
            recent.keep(&self.places);
        }
    }

    /// Makes the daily copy if it is due.
    fn daily_copy(&self, open: &mut Open) -> Result<(), Failure> {
        if self.leaves_traces {
            backup::daily(self, open)
        } else {
            Ok(())
        }
    }

    /// The file that was written last.
    #[must_use]
    pub fn written_file(&self) -> Option<PathBuf> {
        self.with_state(|state| Ok(state.written.clone()))
            .ok()
            .flatten()
    }

    /// Refuses a target that is the open portfolio itself, whatever was said of replacing it: a file that
    /// is written out must never take the place of the one it is taken from.
    pub(crate) fn check_not_open(&self, path: &Path) -> Result<(), Failure> {
        if self
            .portfolio_path()
            .is_some_and(|open| is_same_file(&open, path))
        {
            return Err(Failure::AlreadyThere {
                path: files::shown(path),
            });
        }
        Ok(())
    }

    /// The file of the open portfolio.
    #[must_use]
    pub fn portfolio_path(&self) -> Option<PathBuf> {
        self.with_state(|state| Ok(state.open.as_ref().map(|open| open.path.clone())))
            .ok()
            .flatten()
    }
}

/// Takes what is said of a portfolio at every command out of it once.
pub(crate) fn opened(mut store: Store, path: &Path, notice: String) -> Result<Open, Failure> {
    let (uid, as_of) =
        store.read(|db| Ok::<_, aftershift_store::Error>((db.uid()?, db.as_of()?)))?;
    // A file that cannot be written to can still be read: its works keep what they have for keys.
    if let Err(failure) = theory::settle_keys_of(&mut store) {
        tracing::warn!(failure = failure.code(), "works could not be given keys");
    }
    Ok(Open {
        store,
        path: path.into(),
        uid,
        as_of,
        undo: undo::Stack::default(),
        import: None,
        library: None,
        notice,
        audit: None,
    })
}

/// How much a portfolio holds, the bin apart.
pub(crate) fn counts(db: &Reader<'_>) -> Result<Counts, Failure> {
    let binned = db
        .bin()?
        .into_iter()
        .filter(|item| bin::wire_kind(item.kind).is_some());
    Ok(Counts {
        reflections: db.reflections(&ReflectionFilter::default(), 0, 0)?.total,
        drafts: db.drafts(0)?.total,
        activities: db.activities(&ActivityFilter::default(), 0, 0)?.total,
        theory: count(db.theory_list()?.len()),
        bin: count(binned.count()),
    })
}

/// An identity made at that moment: 32 hexadecimal characters.
pub(crate) fn new_id_text(at: DateTime<Utc>) -> String {
    let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
    let time = uuid::Timestamp::from_unix(uuid::NoContext, seconds, at.timestamp_subsec_nanos());
    uuid::Uuid::new_v7(time).simple().to_string()
}

/// The path as it stays the same wherever the program runs.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.into())
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

#[cfg(test)]
mod tests;
