//! What can go wrong with a portfolio file, and the one place where SQLite's result codes become it.

use rusqlite::ffi;
use std::io;
use std::path::{Path, PathBuf};

/// The result of an operation on a portfolio file.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a file was not taken for a portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// It has no content at all.
    Empty,
    /// It is not a database.
    OtherKind,
    /// It is a database, but another program's.
    OtherProgram,
}

/// Why the store did not do what it was asked. A variant exists where somebody would act differently.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is something else. It has not been touched.
    #[error("{} is not a portfolio", .path.display())]
    NotAPortfolio {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        found: Foreign,
    },
    /// The path names a folder.
    #[error("{} is a folder", .0.display())]
    IsDirectory(PathBuf),
    /// There is no file, or no folder to put one in.
    #[error("{} does not exist", .0.display())]
    NotFound(PathBuf),
    /// There is a file already, and it has not been touched.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// The system does not let this person read the file.
    #[error("{} may not be read", .0.display())]
    Unreadable(PathBuf),
    /// A newer version of the program wrote the file. It has not been touched.
    #[error("the portfolio has format {found}, and this version knows {known}")]
    TooNew {
        /// Format of the file.
        found: u32,
        /// Newest format that is known here.
        known: u32,
    },
    /// The portfolio is open elsewhere.
    #[error("the portfolio is open elsewhere")]
    Locked,
    /// The file or its folder cannot be written.
    #[error("the portfolio cannot be written")]
    ReadOnly,
    /// The disk is full. Nothing of the change was kept.
    #[error("the disk is full")]
    DiskFull,
    /// The file is damaged.
    #[error("the portfolio is damaged: {0}")]
    Corrupt(String),
    /// Tables, triggers or views differ from those this format has: somebody else changed the file.
    #[error("the structure of the portfolio was changed by another program")]
    SchemaChanged,
    /// There is no such thing in the portfolio.
    #[error("there is no {kind} with the id {id}")]
    NoSuch {
        /// What was looked for: the name of its table.
        kind: &'static str,
        /// Its id.
        id: String,
    },
    /// More than can be kept.
    #[error("{size} bytes are too many; at most {limit} can be kept in one piece")]
    TooLarge {
        /// What was given, as far as it is known.
        size: u64,
        /// What is possible.
        limit: u64,
    },
    /// The change contradicts what is stored: a reference to something that is not there, an
    /// impossible day, an id that is taken.
    #[error("the change contradicts the portfolio: {0}")]
    Refused(String),
    /// The portfolio already holds something, and only an empty one can be filled.
    #[error("the portfolio is not empty")]
    NotEmpty,
    /// The work was stopped before it was done. Nothing of the change was kept.
    #[error("the work was stopped")]
    Interrupted,
    /// Something else about a file failed.
    #[error("could not {doing} {}", .path.display())]
    Io {
        /// What was attempted, as a verb: "read".
        doing: &'static str,
        /// With which file.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// Anything else that SQLite reports.
    #[error("the database reported a failure")]
    Database(#[source] rusqlite::Error),
}

impl Error {
    /// What a failure of the file system means, given what was being done to `path`.
    pub(crate) fn io(doing: &'static str, path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotFound(path.into()),
            io::ErrorKind::AlreadyExists => Self::Exists(path.into()),
            io::ErrorKind::IsADirectory => Self::IsDirectory(path.into()),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::PermissionDenied if doing == "read" => Self::Unreadable(path.into()),
            io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io {
                doing,
                path: path.into(),
                source,
            },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match error {
            E::SqliteFailure(code, ref message) => {
                let message = || message.clone().unwrap_or_else(|| code.to_string());
                match code.extended_code & 0xff {
                    ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::Locked,
                    ffi::SQLITE_READONLY | ffi::SQLITE_PERM => Self::ReadOnly,
                    // The file was open already, so what cannot be opened is its journal: the folder
                    // refuses new files.
                    ffi::SQLITE_CANTOPEN => Self::ReadOnly,
                    ffi::SQLITE_FULL => Self::DiskFull,
                    ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => Self::Corrupt(message()),
                    ffi::SQLITE_INTERRUPT => Self::Interrupted,
                    ffi::SQLITE_CONSTRAINT => Self::Refused(message()),
                    ffi::SQLITE_TOOBIG => Self::TooLarge {
                        size: u64::from(crate::connection::LONGEST_VALUE) + 1,
                        limit: u64::from(crate::connection::LONGEST_VALUE),
                    },
                    _ => Self::Database(error),
                }
            }
            // Whatever was read does not have the form in which it was written.
            E::FromSqlConversionFailure(_, _, ref reason) => Self::Corrupt(reason.to_string()),
            E::InvalidColumnType(..) | E::IntegralValueOutOfRange(..) => {
                Self::Corrupt(error.to_string())
            }
            other => Self::Database(other),
        }
    }
}
