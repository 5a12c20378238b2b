//! The file, the bin, copies, settings and what is handed in.

use super::wire;
use aftershift_domain::progress::Totals;
use chrono::{DateTime, NaiveDate, Utc};

wire! {
    /// How much a portfolio holds.
    struct Counts {
        /// Reflections.
        pub reflections: u32,
        /// Those that are drafts.
        pub drafts: u32,
        /// Activities.
        pub activities: u32,
        /// Works of theory.
        pub theory: u32,
        /// Things in the bin.
        pub bin: u32,
    }

    /// A portfolio that was open before.
    struct RecentPortfolio {
        /// Opaque; names it to `open_recent`.
        pub id: String,
        /// File name without its ending.
        pub name: String,
        /// Folder, for people to read.
        pub folder: String,
    }

    /// Names a recent portfolio.
    struct RecentRef {
        /// As given in the status.
        pub id: String,
    }

    /// Which portfolio is open.
    struct PortfolioStatus {
        /// File name without its ending.
        pub name: String,
        /// Folder, for people to read.
        pub folder: String,
        /// Identity of the portfolio.
        pub uid: String,
        /// Whose it is; empty until it was said.
        pub learner: String,
        /// Today, as the portfolio sees it: a sample remembers its own.
        pub today: NaiveDate,
        /// Whether it is the sample.
        pub is_sample: bool,
        /// How much it holds.
        pub counts: Counts,
        /// When it last changed.
        pub changed_at: Option<DateTime<Utc>>,
        /// What the next undo would take back; empty if nothing.
        pub undo: String,
        /// Something to tell the person about how the file was opened; empty if nothing.
        pub notice: String,
        /// Portfolios that were open before, newest first.
        pub recent: Vec<RecentPortfolio>,
    }

    /// What kind of thing lies in the bin.
    #[derive(Copy, Eq)]
    enum BinKind {
        /// A reflection.
        Reflection,
        /// An activity.
        Activity,
        /// Something that comes again.
        Recurrence,
        /// A work of theory.
        Theory,
        /// A link from a reflection to a work of theory.
        TheoryLink,
        /// A file.
        Evidence,
        /// A person's own model.
        Model,
    }

    /// Names something that can lie in the bin.
    struct BinItemRef {
        /// Its kind.
        pub kind: BinKind,
        /// Its id.
        pub id: String,
    }

    /// Something was moved into or out of the bin.
    struct Binned {
        /// Its title.
        pub title: String,
        /// What else to know about it, as a sentence; empty if nothing.
        pub note: String,
    }

    /// Something in the bin.
    struct BinItem {
        /// Its kind.
        pub kind: BinKind,
        /// Its id.
        pub id: String,
        /// Its title.
        pub title: String,
        /// What it says, where a title does not say enough: the sentence of a link. May be empty.
        pub detail: String,
        /// When it was moved there.
        pub deleted_at: DateTime<Utc>,
    }

    /// What the bin holds.
    struct BinContents {
        /// Newest first.
        pub items: Vec<BinItem>,
    }

    /// What was taken back.
    struct Undone {
        /// What it was: "Moved “Night shift” to the bin"; absent if there was nothing to take back or do again.
        pub what: Option<String>,
        /// What the next one would take back or do again; empty if nothing.
        pub next: String,
    }

    /// Words to look for.
    struct SearchFor {
        /// As typed.
        pub text: String,
    }

    /// A stretch of an excerpt.
    struct ExcerptRun {
        /// Its text.
        pub text: String,
        /// Whether it is what was looked for.
        pub hit: bool,
    }

    /// Something that was found.
    struct SearchHit {
        /// Its kind.
        pub kind: BinKind,
        /// Its id.
        pub id: String,
        /// Its title.
        pub title: String,
        /// The words around the first find.
        pub excerpt: Vec<ExcerptRun>,
    }

    /// What was found.
    struct SearchHits {
        /// Best first, at most 50.
        pub hits: Vec<SearchHit>,
    }

    /// A file to keep.
    struct AddEvidence {
        /// Its name.
        pub file_name: String,
        /// What it shows.
        pub alternative_text: String,
        /// Its bytes in Base64.
        pub base64: String,
    }

    /// A file that was written.
    struct WrittenFile {
        /// Its name.
        pub file_name: String,
        /// Its folder, for people to read.
        pub folder: String,
    }

    /// What to hand in.
    struct ExportOptions {
        /// Include the off-the-job log and hours.
        pub hours: bool,
        /// Include reflections.
        pub reflections: bool,
        /// Include drafts too.
        pub drafts: bool,
        /// Print the day of an event as month and year.
        pub coarse_dates: bool,
        /// Only what happened on this day or later.
        pub from: Option<NaiveDate>,
        /// Only what happened on this day or earlier.
        pub to: Option<NaiveDate>,
        /// Ragged right instead of justified, easier to read for some.
        pub ragged_right: bool,
        /// Larger print.
        pub large_print: bool,
        /// What of the data travels inside.
        pub data: CarriedData,
    }

    /// A portfolio was filled, or added to.
    struct PortfolioImported {
        /// How many things were new.
        pub added: u32,
        /// How many were there already, and were left as they are.
        pub known: u32,
        /// What is open now.
        pub status: PortfolioStatus,
    }

    /// What of a portfolio’s data travels inside a PDF.
    #[derive(Copy, Eq)]
    enum CarriedData {
        /// Nothing.
        Nothing,
        /// What is printed, as exactly as it is printed.
        Printed,
        /// All of the portfolio if all of it was chosen, so that the PDF is a copy of it; otherwise what is printed.
        Everything,
    }

    /// One thing to look at before an export.
    struct ExportCheck {
        /// Stable code, such as `unconfirmed`.
        pub code: String,
        /// Whether nothing needs a look.
        pub fine: bool,
        /// One sentence.
        pub text: String,
        /// The places, at most ten; the sentence says so where there are more.
        pub places: Vec<CheckPlace>,
    }

    /// A place that a check found.
    struct CheckPlace {
        /// What to call it.
        pub label: String,
        /// Where it is.
        pub target: super::Target,
        /// What can be moved to the bin here, if anything is likely not to be wanted any more.
        pub bin: Option<BinItemRef>,
    }

    /// What an export would hold.
    struct ExportChecks {
        /// How many reflections.
        pub reflections: u32,
        /// How many activities.
        pub activities: u32,
        /// How many works of theory.
        pub theory: u32,
        /// Hours in it.
        pub totals: Totals,
        /// What deserves a look first.
        pub checks: Vec<ExportCheck>,
        /// Suggested file name.
        pub file_name: String,
    }

    /// A PDF that was written.
    struct ExportedPdf {
        /// Where.
        pub file: WrittenFile,
        /// How many pages.
        pub pages: u32,
        /// Characters that no font on this computer has, drawn as a box: "U+1F9FF (3 times)".
        pub missing: Vec<String>,
        /// Anything else to know, such as a picture that could not be read.
        pub notices: Vec<String>,
    }

    /// How the program looks and behaves on this computer.
    #[derive(Eq)]
    struct Settings {
        /// `system`, `light` or `dark`.
        pub theme: String,
        /// More contrast than usual.
        pub high_contrast: bool,
        /// `serif`, `sans`, `atkinson` or `opendyslexic`.
        pub typeface: String,
        /// Size of text in per cent, 80 to 200.
        pub text_size: u32,
        /// Extra space between letters in hundredths of an em, 0 to 20.
        pub letter_spacing: u32,
        /// Extra space between words in hundredths of an em, 0 to 50.
        pub word_spacing: u32,
        /// Height of a line in per cent of the size of text, 130 to 240.
        pub line_height: u32,
        /// `none`, `cream`, `blue`, `green` or `rose`.
        pub page_tint: String,
        /// Move as little as possible.
        pub reduced_motion: bool,
        /// Write in a plain text box.
        pub plain_editor: bool,
        /// Make a verified copy each day.
        pub daily_copy: bool,
    }

    /// Names a verified copy.
    struct BackupRef {
        /// As given in the list.
        pub id: String,
    }

    /// A verified copy.
    struct BackupRow {
        /// Opaque; names it to `restore_backup`.
        pub id: String,
        /// When it was made.
        pub made_at: DateTime<Utc>,
        /// Its length in bytes.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub bytes: u64,
        /// Why it was made: `daily`, `asked`, `migration` or `restore`.
        pub reason: String,
    }

    /// A verified copy of a portfolio that cannot be opened.
    struct RescueCopy {
        /// Opaque; names it to `rescue_portfolio`.
        pub id: String,
        /// When it was made.
        pub made_at: DateTime<Utc>,
        /// Its length in bytes.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub bytes: u64,
        /// Why it was made: `daily`, `asked`, `migration` or `restore`.
        pub reason: String,
        /// Whose portfolio it is, if the learner's name was entered.
        pub learner: String,
        /// How much it holds; nothing if the copy itself cannot be read.
        pub holds: Option<Counts>,
    }

    /// A portfolio that is too damaged to open, and what it can be brought back from.
    struct Rescue {
        /// What its file is called, without the ending.
        pub name: String,
        /// Folder, for people to read.
        pub folder: String,
        /// Newest first.
        pub copies: Vec<RescueCopy>,
    }

    /// The verified copies of this portfolio.
    struct Backups {
        /// Newest first.
        pub rows: Vec<BackupRow>,
        /// Folder, for people to read.
        pub folder: String,
    }
}
