//! Opening and closing a portfolio.

use crate::claim::Claim;
use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::header::header;
use crate::migrate::{MIGRATIONS, Migration, migrate, newest, version};
use crate::{backup, connection};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// An open portfolio. Nobody else can open the file until it is dropped.
#[derive(Debug)]
pub struct Store {
    // Fields are dropped in this order: the file is closed before its claim is given up.
    pub(crate) db: Connection,
    path: Option<PathBuf>,
    _claim: Option<Claim>,
}

impl Store {
    /// Makes an empty portfolio at `path` and opens it. The file appears there only when it is whole.
    ///
    /// # Errors
    /// [`Error::Exists`] if there is a file already; others if the folder is missing, cannot be
    /// written, or is full.
    pub fn create(path: &Path) -> Result<Self> {
        if path.is_dir() {
            return Err(Error::IsDirectory(path.into()));
        }
        if path.exists() {
            return Err(Error::Exists(path.into()));
        }
        let file = files::beside(path)?;
        let mut db = connection::open_scratch(&file)?;
        found(&mut db)?;
        db.close().map_err(|(_, e)| e)?;
        files::remove_journals(path)?;
        files::put(file, path, Existing::Keep)?;
        Self::open(path, None)
    }

    /// Opens the portfolio at `path` and takes its lock. A file of an older format is brought forward
    /// first, after a verified copy was put into `copies`, or beside the file if that is `None`.
    ///
    /// # Errors
    /// One for each reason why it cannot be opened; the file is then as it was.
    pub fn open(path: &Path, copies: Option<&Path>) -> Result<Self> {
        Self::open_with(path, copies, MIGRATIONS)
    }

    pub(crate) fn open_with(
        path: &Path,
        copies: Option<&Path>,
        steps: &[Migration],
    ) -> Result<Self> {
        let claim = Claim::new(path)?;
        let (found, known) = (header(path)?.version, newest(steps));
        // Before SQLite sees the file, so that not a byte of it changes.
        if found > known {
            return Err(Error::TooNew { found, known });
        }
        let mut db = connection::open(path)?;
        let keep_copy =
            |db: &Connection, format| backup::before_migration(db, path, copies, format);
        if let Err(refused) = migrate(&mut db, steps, keep_copy) {
            let _ = connection::release(&db);
            return Err(refused);
        }
        Ok(Self {
            db,
            path: Some(path.into()),
            _claim: Some(claim),
        })
    }

    /// An empty portfolio without a file.
    ///
    /// # Errors
    /// If there is no memory for it.
    pub fn in_memory() -> Result<Self> {
        let mut db = connection::open_in_memory()?;
        found(&mut db)?;
        Ok(Self {
            db,
            path: None,
            _claim: None,
        })
    }

    /// Where the file lies; `None` if there is none.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The format of the file.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn format(&self) -> Result<u32> {
        version(&self.db)
    }

    /// Closes the file. Dropping does the same, but cannot report.
    ///
    /// # Errors
    /// If the file could not be tidied up. What was written is safe nevertheless.
    pub fn close(self) -> Result<()> {
        if self.path.is_some() {
            self.db.execute_batch("pragma optimize")?;
            connection::release(&self.db)?;
        }
        Ok(())
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if self.path.is_some() {
            // Only tidying up: an empty journal beside the file is harmless.
            let _ = connection::release(&self.db);
        }
    }
}

/// Makes an empty database into an empty portfolio.
fn found(db: &mut Connection) -> Result<()> {
    migrate(db, MIGRATIONS, |_, _| Ok(()))?;
    crate::portfolio::found(db, &Uuid::now_v7().to_string())
}
