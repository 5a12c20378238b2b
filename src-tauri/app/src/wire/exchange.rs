//! What comes from other programs into the log, and what goes to them.

use super::wire;
use aftershift_domain::activity::Category;
use aftershift_domain::proposal::{ColumnRole, DateOrder, Delimiter, Proposal, RowProblem};
use chrono::NaiveDate;

pub use crate::exchange::Mapping;

wire! {
    /// Names a file that was read and waits to be looked through.
    struct ImportRef {
        /// Which.
        pub id: String,
    }

    /// A timesheet as columns, for saying what each of them holds.
    struct ImportTable {
        /// What stands between the columns.
        pub delimiter: Delimiter,
        /// What names them.
        pub headings: Vec<String>,
        /// What each holds.
        pub columns: Vec<ColumnRole>,
        /// The first rows.
        pub rows: Vec<Vec<String>>,
        /// Which number of a date comes first.
        pub dates: DateOrder,
        /// What is still to be said, as a sentence; empty if nothing.
        pub missing: String,
        /// Whether a file with the same headings was brought in before.
        pub remembered: bool,
    }

    /// The days of which events are proposed, both included.
    struct ImportPeriod {
        /// The first day.
        pub from: NaiveDate,
        /// The last day.
        pub to: NaiveDate,
    }

    /// A file that was read, and what it would add to the log.
    struct ImportView {
        /// Which.
        pub id: String,
        /// How the file is called.
        pub file_name: String,
        /// The program it comes from; empty if that is not known.
        pub source: String,
        /// Its columns, if it is a timesheet.
        pub table: Option<ImportTable>,
        /// The days that are looked at, if it is a calendar.
        pub period: Option<ImportPeriod>,
        /// Whether something about its columns or dates is a guess that the person should look at first.
        pub ask_first: bool,
        /// What would be added, in the order of the days.
        pub proposals: Vec<Proposal>,
        /// Rows that cannot be, the first of them.
        pub problems: Vec<RowProblem>,
        /// How many rows cannot be.
        pub problem_count: u32,
        /// How many rows and events are left out: sums, what was called off, what lies outside the period.
        pub left_out: u32,
    }

    /// Says what the columns of a timesheet hold.
    struct MapImport {
        /// Of which file.
        pub id: String,
        /// How it is to be read.
        pub mapping: Mapping,
    }

    /// Says which days of a calendar to look at.
    struct SetImportPeriod {
        /// Of which file.
        pub id: String,
        /// Which days.
        pub period: ImportPeriod,
    }

    /// A proposal that is agreed to.
    struct AcceptedProposal {
        /// Its place in the list of proposals.
        pub index: u32,
        /// What kind it was.
        pub category: Option<Category>,
        /// Whether its time is claimed as off-the-job learning.
        pub claim: bool,
    }

    /// Agrees to proposals.
    struct AcceptImport {
        /// Of which file.
        pub id: String,
        /// Which.
        pub entries: Vec<AcceptedProposal>,
    }

    /// What an import added.
    struct Imported {
        /// How many entries.
        pub added: u32,
        /// What the one undo would say it takes back.
        pub what: String,
    }

    /// A form in which the log can leave.
    #[derive(Copy, Eq)]
    enum LogForm {
        /// Comma-separated values.
        Csv,
        /// A workbook.
        Xlsx,
        /// A calendar of what is planned.
        Ics,
    }

    /// Asks for the log in some form.
    struct ExportLog {
        /// In which.
        pub form: LogForm,
    }
}
