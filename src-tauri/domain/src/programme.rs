//! The learner and the programme they are on.

mod field;
mod period;
mod standing;

pub use field::ProgrammeField;
pub use period::Period;
pub use standing::DayStanding;

use crate::code::coded;
use crate::minutes::Minutes;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

coded! {
    /// The nation whose rules fund the apprenticeship. England's off-the-job minimum applies nowhere else.
    Nation {
        /// England.
        England = "england", "England";
        /// Scotland.
        Scotland = "scotland", "Scotland";
        /// Wales.
        Wales = "wales", "Wales";
        /// Northern Ireland.
        NorthernIreland = "northern_ireland", "Northern Ireland";
    }
}

coded! {
    /// Whether the assessment plan lets reflective accounts into an assessment portfolio. Many plans
    /// do not, so an unknown answer is treated as "no".
    ReflectionPolicy {
        /// Nobody has said yet; treated as excluded, with a notice.
        Unknown = "unknown", "Not known yet";
        /// The assessment portfolio must not contain reflections.
        Excluded = "excluded", "Reflections must be left out";
        /// The assessment portfolio may contain reflections.
        Allowed = "allowed", "Reflections may be included";
    }
}

coded! {
    /// A day of the week, Monday first.
    Weekday {
        /// Monday.
        Monday = "monday", "Monday";
        /// Tuesday.
        Tuesday = "tuesday", "Tuesday";
        /// Wednesday.
        Wednesday = "wednesday", "Wednesday";
        /// Thursday.
        Thursday = "thursday", "Thursday";
        /// Friday.
        Friday = "friday", "Friday";
        /// Saturday.
        Saturday = "saturday", "Saturday";
        /// Sunday.
        Sunday = "sunday", "Sunday";
    }
}

/// The person whose portfolio it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Learner {
    /// As it should stand on the cover. Empty until it is first needed.
    pub name: String,
    /// Job title.
    pub role: String,
    /// The provider's number for the learner, if they use one.
    pub learner_number: String,
}

/// An agreed pause in learning. No off-the-job time can fall inside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LearningBreak {
    /// First day without learning.
    pub from: NaiveDate,
    /// The day on which learning resumes: the first day that is not part of the break.
    pub to: NaiveDate,
    /// In general words; it may be printed.
    #[serde(default)]
    pub reason: String,
}

/// A change of contracted weekly hours during the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoursChange {
    /// First day of the new hours.
    pub from: NaiveDate,
    /// Average weekly hours from that day.
    pub weekly: Minutes,
}

/// The apprenticeship, as far as it has been said. Every field may still be missing: a person can
/// write, log and export without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Programme {
    /// Name of the apprenticeship.
    pub title: String,
    /// The training provider: college, university or company.
    pub provider: String,
    /// The employer.
    pub employer: String,
    /// Reference of the standard, such as `ST0827`.
    pub standard_reference: String,
    /// Version of the standard, such as `1.1`.
    pub standard_version: String,
    /// The start that decides which rules apply; a return from a break does not change it.
    pub original_start: Option<NaiveDate>,
    /// Planned end of the practical period, breaks included.
    pub planned_end: Option<NaiveDate>,
    /// Average contracted hours a week.
    pub weekly: Option<Minutes>,
    /// Whose rules apply.
    pub nation: Nation,
    /// The off-the-job figure in the signed training plan. It wins over every computed one.
    pub plan_hours: Option<Minutes>,
    /// The figure published for this version of the standard (starts from 1 August 2025).
    pub published_hours: Option<Minutes>,
    /// Off-the-job hours taken off for prior learning.
    pub prior_learning: Minutes,
    /// Off-the-job hours the provider plans to deliver, where that is more than the minimum.
    pub planned_hours: Option<Minutes>,
    /// Breaks in learning, in order.
    pub breaks: Vec<LearningBreak>,
    /// Changes of weekly hours, in order.
    pub hours_changes: Vec<HoursChange>,
    /// Days usually worked.
    pub working_days: Vec<Weekday>,
    /// When a usual working day begins.
    pub working_from: Option<NaiveTime>,
    /// When a usual working day ends; earlier than the beginning for nights.
    pub working_to: Option<NaiveTime>,
    /// Learning comes in blocks or early, so that three months may pass without any.
    pub block_release: bool,
    /// The day of gateway, after which nothing counts.
    pub gateway_on: Option<NaiveDate>,
    /// The day the programme actually ended, if it has.
    pub ended_on: Option<NaiveDate>,
    /// Whether reflections may stand in an assessment portfolio.
    pub reflection_policy: ReflectionPolicy,
}

impl Default for Programme {
    fn default() -> Self {
        Self {
            title: String::new(),
            provider: String::new(),
            employer: String::new(),
            standard_reference: String::new(),
            standard_version: String::new(),
            original_start: None,
            planned_end: None,
            weekly: None,
            nation: Nation::England,
            plan_hours: None,
            published_hours: None,
            prior_learning: Minutes::ZERO,
            planned_hours: None,
            breaks: Vec::new(),
            hours_changes: Vec::new(),
            working_days: Vec::new(),
            working_from: None,
            working_to: None,
            block_release: false,
            gateway_on: None,
            ended_on: None,
            reflection_policy: ReflectionPolicy::Unknown,
        }
    }
}
