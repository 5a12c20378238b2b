//! Checks of the off-the-job log.

use super::{Target, wire};
use aftershift_domain::audit::{CheckCode, Outcome, Remark};
use aftershift_domain::hours::{RecordFigures, Verdict};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::problem::Problem;
use aftershift_domain::progress::Totals;
use chrono::NaiveDate;

wire! {
    /// All checks of the off-the-job log, as an auditor would make them.
    struct AuditView {
        /// Today, as the portfolio sees it.
        pub today: NaiveDate,
        /// Every check, in order.
        pub checks: Vec<AuditCheck>,
        /// The figure to reach, if it is known.
        pub required: Option<Minutes>,
        /// Totals up to today.
        pub totals: Totals,
        /// Whole hours for the learner record.
        pub figures: RecordFigures,
    }

    /// One check with its result.
    struct AuditCheck {
        /// Which check.
        pub code: CheckCode,
        /// What came of it.
        pub result: Outcome,
        /// The same in one sentence, also when all is well.
        pub text: String,
        /// What to do; empty when all is well.
        pub advice: String,
        /// What it points at, earliest first, at most 200.
        pub places: Vec<AuditPlace>,
        /// How many there are in all.
        pub total: u32,
    }

    /// One thing that a check points at.
    struct AuditPlace {
        /// The entry with its day and time, or the stretch of time.
        pub label: String,
        /// What there is to know of it; may be empty.
        pub detail: String,
        /// Where it can be put right.
        pub target: Target,
    }

    /// What rules and checks say of an entry that is being typed.
    struct EntryRemarks {
        /// Whether it would count, and why; absent as long as it could not be kept as it stands.
        pub verdict: Option<Verdict>,
        /// One sentence each; empty when all is well.
        pub remarks: Vec<Remark>,
        /// Why it would not be kept as it stands, box by box; empty where it would.
        pub problems: Vec<Problem>,
    }
}
