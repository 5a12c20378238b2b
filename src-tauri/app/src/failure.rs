//! Why a command did not succeed, in a form the window can act on. The window owns the sentences.

use aftershift_domain::problem::Problem;
use serde::Serialize;

/// Why a command did not succeed. A variant exists where a person has to be told something different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "code",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Failure {
    /// Fields to correct, all of them, in the order of the form.
    Invalid {
        /// What to correct.
        problems: Vec<Problem>,
    },
    /// The thing is no longer there.
    NotFound {
        /// What kind of thing: `reflection`.
        kind: String,
    },
    /// No portfolio is open.
    NothingOpen,
    /// There is no such file.
    NoSuchFile {
        /// The file.
        path: String,
    },
    /// The folder that a file was to be written into is not there.
    NoSuchFolder {
        /// The folder.
        path: String,
    },
    /// A folder was given where a file is needed.
    IsFolder {
        /// The folder.
        path: String,
    },
    /// The file exists and is not a portfolio.
    NotAPortfolio {
        /// The file.
        path: String,
    },
    /// The portfolio was last written by a newer version and has not been touched.
    TooNew {
        /// Version of the file.
        found: u32,
        /// Newest version this program knows.
        known: u32,
    },
    /// The portfolio is open in another window or program.
    Locked {
        /// The file.
        path: String,
    },
    /// The file or its folder may not be written.
    ReadOnly {
        /// The file.
        path: String,
    },
    /// The file may not be read.
    NotReadable {
        /// The file.
        path: String,
    },
    /// The disk is full. Nothing was changed.
    DiskFull,
    /// The file is damaged.
    Damaged {
        /// What was found, in words.
        what: Vec<String>,
    },
    /// The file exists and would have been overwritten.
    AlreadyThere {
        /// The file.
        path: String,
    },
    /// An import needs an empty portfolio, and this one is not.
    NotEmpty,
    /// A file to import is not of the form it should be.
    NotTheFormat {
        /// Where in the file: `activities[3].doneOn`, or the line.
        place: String,
        /// What was expected there.
        expected: String,
    },
    /// A timesheet or calendar cannot be brought in.
    CannotImport {
        /// Why, in one sentence that names row and column where there is one.
        reason: String,
    },
    /// A picture or file cannot be kept.
    CannotKeepFile {
        /// Why, in one sentence.
        reason: String,
    },
    /// A PDF cannot be signed.
    CannotSign {
        /// Why.
        reason: String,
    },
    /// The system refused to read or write a file.
    File {
        /// What was attempted: `write`.
        operation: String,
        /// The file.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// The person stopped it.
    Cancelled,
    /// A fault of the program. Nothing was changed.
    Bug {
        /// Finds the line in the log.
        reference: String,
    },
}
