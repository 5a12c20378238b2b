//! The file, the bin, copies, settings and what is handed in.

use super::wire;
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

    /// A portfolio was filled, or added to.
    struct PortfolioImported {
        /// How many things were new.
        pub added: u32,
        /// How many were there already, and were left as they are.
        pub known: u32,
        /// What is open now.
        pub status: PortfolioStatus,
    }

    /// What bringing a PDF back would do.
    #[derive(Copy, Eq)]
    enum OfferStanding {
        /// No portfolio is open that it could be brought into.
        NothingOpen,
        /// The open portfolio is empty, and would be this one.
        Fills,
        /// Some of it is not in the open portfolio, and would be added.
        Adds,
        /// All of it is in the open portfolio already.
        Known,
    }

    /// A PDF that was dropped on the window, and what is inside.
    struct PortfolioOffer {
        /// The name of the PDF.
        pub file_name: String,
        /// Whose portfolio it is; empty if it does not say.
        pub learner: String,
        /// How many accounts it holds.
        pub accounts: u32,
        /// How many activities.
        pub activities: u32,
        /// How many works.
        pub works: u32,
        /// How many files.
        pub files: u32,
        /// How it stands to what is open.
        pub standing: OfferStanding,
        /// How many things would be new.
        pub new: u32,
        /// How many are there already, and stay as they are.
        pub known: u32,
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
