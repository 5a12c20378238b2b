//! What is handed in: the choices, what is said of them first, and what was made.

use super::file::{BinItemRef, WrittenFile};
use super::wire;
use aftershift_domain::id::{ReflectionId, TheoryId};
use aftershift_domain::progress::Totals;
use chrono::{DateTime, NaiveDate, Utc};

wire! {
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
        /// Sign the file with the portfolio’s own key.
        pub sign: bool,
        /// What the document is for.
        pub audience: Audience,
        /// Who it is for, as the cover says it; empty if it does not.
        pub recipient: String,
        /// What the document is called in place of its usual name; empty for that.
        pub title: String,
        /// Only accounts and theory of this module; empty for all.
        pub module: String,
        /// Only accounts that draw on this work.
        pub theory_id: Option<TheoryId>,
        /// Only these accounts; empty for all.
        pub reflection_ids: Vec<ReflectionId>,
        /// Accounts by module, and within one by day.
        pub by_module: bool,
        /// The paper.
        pub paper: Sheet,
        /// For a review: what changed since this moment is listed; absent for everything.
        pub since: Option<DateTime<Utc>>,
    }

    /// What a document is for: each kind says something else of itself, and has other parts.
    #[derive(Copy, Eq)]
    enum Audience {
        /// Everything for the provider who assesses it.
        Provider,
        /// Accounts for a tutor.
        Reflections,
        /// The off-the-job hours for whoever counts them.
        Hours,
        /// What is new for a progress review.
        Review,
    }

    /// Paper sizes.
    #[derive(Copy, Eq)]
    enum Sheet {
        /// 210 by 297 mm.
        A4,
        /// 8.5 by 11 inches.
        Letter,
    }

    /// Choices under a name.
    struct ExportProfile {
        /// Identity: `provider`, or one of the person’s own.
        pub id: String,
        /// Its name.
        pub name: String,
        /// What it is for, in a sentence; empty for one’s own.
        pub about: String,
        /// Whether the person made it.
        pub own: bool,
        /// What it chooses.
        pub options: ExportOptions,
    }

    /// All of them, the person’s own last.
    struct ExportProfiles {
        /// Those there are.
        pub profiles: Vec<ExportProfile>,
    }

    /// Choices to be kept under a name. One of the same name is replaced.
    struct KeepExportProfile {
        /// The name.
        pub name: String,
        /// The choices.
        pub options: ExportOptions,
    }

    /// One of the person’s own.
    struct ExportProfileRef {
        /// Which.
        pub id: String,
    }

    /// Something to narrow an export by.
    struct NarrowBy {
        /// Its id.
        pub id: String,
        /// What it is called.
        pub label: String,
    }

    /// What there is to narrow an export by.
    struct ExportNarrowing {
        /// The modules that accounts belong to.
        pub modules: Vec<String>,
        /// The works that accounts link to, by author.
        pub works: Vec<NarrowBy>,
        /// The accounts in which something is written, latest first.
        pub accounts: Vec<NarrowBy>,
    }

    /// A PDF that was handed in, or made to be.
    struct ExportRecord {
        /// Identity.
        pub id: String,
        /// When it was made.
        pub at: DateTime<Utc>,
        /// What it was for.
        pub audience: Audience,
        /// Who it was for; empty if that was not said.
        pub recipient: String,
        /// The name that the file was given.
        pub file_name: String,
        /// Its fingerprint, as it is printed.
        pub fingerprint: String,
        /// How many pages it has.
        pub pages: u32,
    }

    /// How much is different since a moment.
    #[derive(Copy, Eq)]
    struct ChangedSince {
        /// Accounts that were begun since.
        pub new_accounts: u32,
        /// Accounts that were there and are written differently.
        pub changed_accounts: u32,
        /// Activities that were added since.
        pub new_activities: u32,
        /// Activities that were there and say something else.
        pub changed_activities: u32,
        /// Accounts and activities that went to the bin since.
        pub removed: u32,
    }

    /// A record with what is different since.
    struct ExportSeen {
        /// The record.
        pub record: ExportRecord,
        /// What is different.
        pub changed: ChangedSince,
    }

    /// What was made to be handed in, latest first.
    struct ExportHistory {
        /// At most a hundred.
        pub exports: Vec<ExportSeen>,
    }

    /// The pages of an export, to look at.
    struct ExportPreview {
        /// Which they are, for asking for one.
        pub id: String,
        /// How many there are.
        pub pages: u32,
        /// How wide each is, in tenths of a millimetre.
        pub width: u32,
        /// How high, in tenths of a millimetre.
        pub height: u32,
    }

    /// One of those pages.
    struct PreviewPageRef {
        /// Of which.
        pub id: String,
        /// Its number, from 1.
        pub page: u32,
    }

    /// How a page looks.
    struct PreviewPage {
        /// A picture in SVG that needs nothing from elsewhere.
        pub svg: String,
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
}
