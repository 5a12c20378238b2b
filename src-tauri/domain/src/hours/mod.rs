//! The off-the-job minimum: which rules apply, what they ask for, what counts, and why.

mod cohort;
mod counts;
mod delivery;
mod explain;
mod fraction;
mod idle;
mod overdue;
mod question;
mod record;
mod requirement;
pub mod rules;
mod totals;

pub use cohort::{cohort, rules_for};
pub use counts::{answer, counts, is_to_come, lacks_learning};
pub use delivery::{Delivery, delivery};
pub use fraction::Fraction;
pub use idle::{Idle, idle, idle_rule};
pub use overdue::overdue;
pub use question::{Asked, Question, Reply, questions};
pub use record::{RecordFigures, record_figures};
pub use requirement::{is_met, requirement};
pub use totals::{
    CategoryTotal, MonthTotal, TagTotal, by_category, by_month, by_tag, counted, is_disputed,
    totals,
};

use crate::code::coded;
use crate::minutes::Minutes;
use serde::{Deserialize, Serialize};

coded! {
    /// The three sets of rules in England, by original start date.
    Cohort {
        /// Starts before 1 August 2022.
        A = "A", "Starts before 1 August 2022";
        /// Starts from 1 August 2022 to 31 July 2025.
        B = "B", "Starts from 1 August 2022 to 31 July 2025";
        /// Starts from 1 August 2025.
        C = "C", "Starts from 1 August 2025";
    }
}

coded! {
    /// Where a required figure comes from.
    FigureSource {
        /// The signed training plan, which wins.
        TrainingPlan = "training_plan", "From your training plan";
        /// Computed from dates and weekly hours: an estimate.
        Computed = "computed", "Estimate from your dates and hours";
        /// The figure published for the version of the standard.
        Published = "published", "Published for your standard";
        /// Only the least that any programme must have is known.
        Floor = "floor", "The least any programme must have";
    }
}

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The step in words and arithmetic.
    pub text: String,
    /// Its result, with the unit: `46.4 weeks`.
    pub value: String,
    /// The rule it follows and the dates for which that rule holds; empty for plain arithmetic.
    pub rule: String,
}

impl Step {
    /// The step with its result, without a full stop; the words of most already end in it.
    pub(crate) fn sentence(&self) -> String {
        if self.text.contains(&self.value) {
            self.text.clone()
        } else {
            format!("{} = {}", self.text, self.value)
        }
    }
}

/// Something to know about a figure; never a reason not to show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// Stable code, such as `below_minimum_duration`.
    pub code: String,
    /// One sentence.
    pub text: String,
}

/// What a programme asks for, with the reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// Which rules; `None` outside England.
    pub cohort: Option<Cohort>,
    /// Whole weeks from start to planned end, less breaks; `None` in cohort C and outside England.
    pub weeks: Option<u32>,
    /// The figure to be held to, rounded up to whole minutes from the exact fraction.
    pub required: Minutes,
    /// The same, rounded up to whole hours from the exact fraction.
    pub required_hours_whole: u32,
    /// What a learner works towards: those whole hours as a length. Everything that is compared with a
    /// learner's time is compared with this, so that the figures beside each other add up.
    pub target: Minutes,
    /// The same as text with four decimals, half up: `278.4000`.
    pub required_hours_exact: String,
    /// Where the figure comes from.
    pub source: FigureSource,
    /// The computed figure, where the training plan's wins over it.
    pub computed: Option<Minutes>,
    /// Shortest duration in weeks for part-time hours, rounded up; `None` at 30 hours or more, in
    /// cohort C and outside England.
    pub minimum_duration_weeks: Option<u32>,
    /// Whether the least that any programme must have replaced a smaller figure.
    pub floor_applied: bool,
    /// What else to know.
    pub warnings: Vec<Warning>,
    /// The explanation; its last step states the exact figure.
    pub steps: Vec<Step>,
    /// What leads from that figure to `target`, as a sentence; `None` where they are the same.
    pub rounding: Option<String>,
    /// The steps and the rounding, each as the sentence that a person reads.
    pub sentences: Vec<String>,
}

/// Whether an activity's claimed time counts, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// The answer.
    pub answer: Answer,
    /// The reason in one sentence.
    pub reason: String,
}

coded! {
    /// Whether something counts.
    Answer {
        /// It counts.
        Counts = "counts", "Counts";
        /// It does not.
        DoesNotCount = "does_not_count", "Does not count";
        /// Its day has not come: it is in no total until then.
        NotYet = "not_yet", "Does not count yet";
        /// Providers differ; it is counted and marked.
        AskProvider = "ask_provider", "Ask your provider";
        /// No off-the-job time is claimed, so there is nothing to decide.
        NotClaimed = "not_claimed", "Nothing claimed";
    }
}
