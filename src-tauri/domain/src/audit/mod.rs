//! Checks of the off-the-job log, as an auditor would make them: over the whole of it, and for one entry
//! while it is typed.
//!
//! # How it works
//! - An activity that claims time becomes an entry: the few facts that checks look at.
//! - The [`Log`] holds all entries in order, and what each check found of each of them. A changed entry is
//!   taken out and put in again; only what may have become different is looked at anew.
//! - [`Log::audit`] turns that into sentences: one [`Check`] each, with the entries concerned and what to
//!   do, and the figures for the learner record.
//!
//! Each check is a file in `check/` with two functions: what it finds, and how it says so.

mod alike;
mod check;
mod entries;
mod entry;
mod log;
mod marks;
mod setting;
#[cfg(test)]
mod tests;
mod words;

pub use log::Log;

use crate::code::coded;
use crate::hours::RecordFigures;
use crate::id::ActivityId;
use crate::minutes::Minutes;
use crate::programme::ProgrammeField;
use crate::progress::Totals;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

coded! {
    /// A check, in the order in which they are shown.
    CheckCode {
        /// Two entries claim the same minutes.
        Overlap = "overlap", "Overlapping times";
        /// A day with more learning than anyone takes in.
        LongDay = "long_day", "More than 8 hours in a day";
        /// A day that has not come.
        Future = "future", "Dates in the future";
        /// Before the programme began.
        BeforeStart = "before_start", "Before the start";
        /// After the planned end.
        AfterPlannedEnd = "after_planned_end", "After the planned end";
        /// After gateway or the actual end.
        AfterGateway = "after_gateway", "After gateway or the end";
        /// In a break in learning.
        InBreak = "in_break", "In a break in learning";
        /// Outside the usual working time, without a word about pay.
        UnusualTime = "unusual_time", "Weekends and nights";
        /// Recorded long after it happened.
        Late = "late", "Recorded late";
        /// Nearly the same words and times twice.
        NearDuplicate = "near_duplicate", "Nearly the same twice";
        /// Nothing is said of what was new.
        NoLearning = "no_learning", "What was newly learned";
        /// Nobody but the learner has said that it happened.
        Unconfirmed = "unconfirmed", "Confirmed by someone else";
        /// A stretch without any learning.
        Idle = "idle", "Time without learning";
        /// A total that ends just where it has to.
        AtMinimum = "at_minimum", "Just at the minimum";
        /// Planned hours against those delivered.
        Planned = "planned", "Planned and delivered";
        /// Time that is claimed and does not count.
        Excluded = "excluded", "Claimed, but does not count";
        /// The learner disagrees with the rules.
        Disputed = "disputed", "Disputed";
    }
}

coded! {
    /// What came of a check. The worse one is the greater.
    Outcome {
        /// Nothing to do.
        Fine = "fine", "Fine";
        /// There is nothing yet to compare, so nothing can be said.
        Unknown = "unknown", "Not known yet";
        /// An auditor would ask.
        Look = "look", "Worth a look";
        /// It would not stand.
        Problem = "problem", "To put right";
    }
}

/// What a check is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum About {
    /// An entry.
    Entry {
        /// Which.
        id: ActivityId,
        /// Its title.
        title: String,
        /// Its day.
        #[serde(rename = "doneOn")]
        done_on: NaiveDate,
        /// The time that it claims.
        claimed: Minutes,
    },
    /// What the programme does not say, and would have to.
    Programme {
        /// The field.
        field: ProgrammeField,
    },
    /// The log, which is to hold what there is nothing of yet.
    Log,
    /// A stretch of time.
    Days {
        /// Its first day.
        from: NaiveDate,
        /// The first day that no longer belongs to it.
        to: NaiveDate,
    },
}

/// One thing that a check points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Concern {
    /// What it is.
    pub about: About,
    /// What there is to know of it, such as "recorded 45 days later"; may be empty.
    pub detail: String,
}

/// One check with its result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// Which check.
    pub code: CheckCode,
    /// What came of it.
    pub result: Outcome,
    /// The same in one sentence, also when all is well.
    pub text: String,
    /// What to do; empty when all is well.
    pub advice: String,
    /// What it points at, earliest first.
    pub concerns: Vec<Concern>,
}

/// What a check has to say of a single entry, for whoever is typing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// Which check.
    pub code: CheckCode,
    /// How grave it is; never [`Outcome::Fine`].
    pub result: Outcome,
    /// One sentence: what there is, and what to do.
    pub text: String,
}

/// All checks of a log, and the figures for the learner record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Audit {
    /// Every check, in order.
    pub checks: Vec<Check>,
    /// Totals up to today.
    pub totals: Totals,
    /// Whole hours for the learner record.
    pub figures: RecordFigures,
}
