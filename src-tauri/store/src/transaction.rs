//! Reading and writing, kept apart by type: who holds a [`Reader`] cannot change anything.

use crate::error::Result;
use crate::{Store, search};
use rusqlite::Connection;
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Deref;

/// A part of a portfolio, as far as it matters to whoever shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Tag {
    /// The file's own identity and date.
    Portfolio,
    /// Learner and programme.
    Programme,
    /// Activities.
    Activities,
    /// Confirmations of activities.
    Confirmations,
    /// Reflections, their revisions and the person's own models.
    Reflections,
    /// Works of theory.
    Theory,
    /// Links between any of them.
    Links,
    /// Standards and criteria.
    Standards,
    /// Evidence files.
    Evidence,
    /// Opportunities, actions and feedback.
    Plan,
    /// Settings that travel with the file.
    Settings,
    /// What was typed into forms that were not sent off.
    Unfinished,
    /// What is in the bin.
    Bin,
    /// What a search may find.
    Search,
}

/// Which parts a piece of work changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Changes(BTreeSet<Tag>);

impl Changes {
    /// Whether `tag` changed.
    #[must_use]
    pub fn contains(&self, tag: Tag) -> bool {
        self.0.contains(&tag)
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts that changed, in order.
    pub fn iter(&self) -> impl Iterator<Item = Tag> + '_ {
        self.0.iter().copied()
    }
}

impl FromIterator<Tag> for Changes {
    fn from_iter<I: IntoIterator<Item = Tag>>(tags: I) -> Self {
        Self(tags.into_iter().collect())
    }
}

/// What committed work gave, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// What the work gave.
    pub value: T,
    /// What it changed.
    pub changes: Changes,
}

/// Reads a portfolio.
pub struct Reader<'a> {
    pub(crate) db: &'a Connection,
}

/// Changes a portfolio inside a transaction. It reads as well, and sees what it has changed.
pub struct Writer<'a> {
    reader: Reader<'a>,
    changes: RefCell<Changes>,
    // What has to be found anew, once, when the work is done.
    stale: RefCell<BTreeSet<(search::Found, String)>>,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl Writer<'_> {
    /// Notes that `tag` changed.
    pub(crate) fn changed(&self, tag: Tag) {
        self.changes.borrow_mut().0.insert(tag);
    }

    /// Notes that the text by which an item is found may have changed.
    pub(crate) fn find_anew(&self, found: search::Found, id: &str) {
        self.changed(Tag::Search);
        self.stale.borrow_mut().insert((found, id.to_owned()));
    }
}

/// A transaction that is taken back unless it is committed.
///
/// Rusqlite's own leaves the connection inside a transaction when `begin` is interrupted after it took
/// effect, and nothing could be saved from then on.
pub(crate) struct Transaction<'a> {
    pub db: &'a Connection,
}

impl<'a> Transaction<'a> {
    /// Begins one that can write. The exclusive reference makes sure that there is no other.
    pub fn begin(db: &'a mut Connection) -> Result<Self> {
        let transaction = Self { db };
        transaction.db.execute_batch("begin exclusive")?;
        Ok(transaction)
    }

    /// Commits it; on failure it is taken back.
    pub fn commit(self) -> Result<()> {
        Ok(self.db.execute_batch("commit")?)
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if !self.db.is_autocommit() {
            // What SQLite could not take back now, it takes back before it reads again.
            let _ = self.db.execute_batch("rollback");
        }
    }
}

impl Store {
    /// Runs `work`, which cannot change anything.
    ///
    /// # Errors
    /// Whatever `work` reports.
    pub fn read<T, E>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        work(&Reader { db: &self.db })
    }

    /// Runs `work` in one transaction. On success it is on the disk when this returns, with what it
    /// changed; on error nothing of it remains.
    ///
    /// # Errors
    /// Whatever `work` reports, or why it could not be committed.
    pub fn write<T>(&mut self, work: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<Written<T>> {
        self.try_write(work)
    }

    /// Like [`write`](Self::write), for work that can fail in ways of its own.
    ///
    /// # Errors
    /// Whatever `work` reports, or why it could not be committed.
    pub fn try_write<T, E: From<crate::Error>>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        let transaction = Transaction::begin(&mut self.db)?;
        let writer = Writer {
            reader: Reader { db: transaction.db },
            changes: RefCell::default(),
            stale: RefCell::default(),
        };
        let value = work(&writer)?;
        for (found, id) in writer.stale.take() {
            search::refresh(&writer, found, &id)?;
        }
        let changes = writer.changes.take();
        transaction.commit()?;
        Ok(Written { value, changes })
    }
}
