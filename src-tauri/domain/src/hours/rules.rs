//! The rules as data: each set with the dates it holds for, where it comes from and how sure that is.
//! Next year's rules are a new entry here and not an edit of an old one.

use super::Cohort;
use super::fraction::Fraction;
use crate::code::coded;
use crate::minutes::Minutes;
use chrono::NaiveDate;

coded! {
    /// How sure a rule is.
    Confidence {
        /// Read in a law or an official publication.
        Official = "official", "official text";
        /// Reported alike by several independent publications that quote the official text.
        Reported = "reported", "reported by several publications that quote it";
        /// Reported once, or differently by different publications.
        Uncertain = "uncertain", "not certain";
    }
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Name of the publication and the place in it.
    pub name: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// How a set of rules arrives at its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A share of the working hours of the weeks of training.
    Share {
        /// The share: a fifth.
        share: Fraction,
        /// Statutory leave in weeks a year, taken off in proportion to the weeks of training.
        leave: Fraction,
        /// Weeks a year has.
        year: Fraction,
        /// The most weekly hours that are looked at, if there is a limit.
        cap: Option<Minutes>,
        /// Weekly hours below which the training must last longer.
        full_time: Minutes,
    },
    /// A figure published for each version of a standard.
    Published {
        /// The least that any programme must have.
        floor: Minutes,
    },
}

/// One set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleSet {
    /// Its letter.
    pub cohort: Cohort,
    /// First original start that it applies to.
    pub from: NaiveDate,
    /// Last original start that it applies to; `None` while it is in force.
    pub until: Option<NaiveDate>,
    /// How the figure comes about.
    pub method: Method,
    /// Shortest training in months.
    pub minimum_months: u32,
    /// The smallest figure that learner records are reported to accept.
    pub record_minimum: Option<Minutes>,
    /// Where it comes from.
    pub source: Source,
}

impl RuleSet {
    /// The starts that it holds for, in words: `starts from 1 August 2022 to 31 July 2025`.
    #[must_use]
    pub fn dates(&self) -> String {
        let from = crate::day::full(self.from);
        match self.until {
            Some(until) => format!("starts from {from} to {}", crate::day::full(until)),
            None => format!("starts from {from}"),
        }
    }

    /// Whether it applies to a start on this day.
    #[must_use]
    pub fn covers(&self, start: NaiveDate) -> bool {
        start >= self.from && self.until.is_none_or(|until| start <= until)
    }
}

/// A date of rule data. The data is fixed, so an impossible one is found when this is compiled.
const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("no such date in the rule data"),
    }
}

const A_FIFTH: Fraction = Fraction::of(1, 5);
const STATUTORY_LEAVE: Fraction = Fraction::of(28, 5);
const YEAR: Fraction = Fraction::whole(52);

/// All sets of rules, earliest first. They follow each other without a gap.
pub const RULE_SETS: &[RuleSet] = &[
    RuleSet {
        cohort: Cohort::A,
        // Standards replaced the earlier frameworks' guided learning hours from May 2017.
        from: date(2017, 5, 1),
        until: Some(date(2022, 7, 31)),
        method: Method::Share {
            share: A_FIFTH,
            leave: STATUTORY_LEAVE,
            year: YEAR,
            cap: None,
            full_time: Minutes::from_hours(30),
        },
        minimum_months: 12,
        record_minimum: None,
        source: Source {
            name: "Apprenticeship funding rules and off-the-job training guidance for starts from \
                   May 2017",
            confidence: Confidence::Reported,
        },
    },
    RuleSet {
        cohort: Cohort::B,
        from: date(2022, 8, 1),
        until: Some(date(2025, 7, 31)),
        method: Method::Share {
            share: A_FIFTH,
            leave: STATUTORY_LEAVE,
            year: YEAR,
            cap: Some(Minutes::from_hours(30)),
            full_time: Minutes::from_hours(30),
        },
        minimum_months: 12,
        record_minimum: Some(Minutes::from_hours(278)),
        source: Source {
            name: "Apprenticeship funding rules 2022 to 2023, paragraph P43, and later years",
            confidence: Confidence::Reported,
        },
    },
    RuleSet {
        cohort: Cohort::C,
        from: date(2025, 8, 1),
        until: None,
        method: Method::Published {
            floor: Minutes::from_hours(187),
        },
        minimum_months: 8,
        record_minimum: None,
        source: Source {
            name: "Apprenticeship funding rules 2025 to 2026, and 2026 to 2027, paragraphs 85 to 89",
            confidence: Confidence::Reported,
        },
    },
];

/// Starts before this day may have been computed without taking leave off.
pub const LEAVE_CERTAIN_FROM: NaiveDate = date(2019, 8, 1);

/// The longest time without any learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// So many days.
    Days(u32),
    /// So many calendar months, none of which may pass without learning.
    Months(u32),
}

/// A rule about the longest time without learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapRule {
    /// First original start that it applies to.
    pub from: NaiveDate,
    /// Last original start that it applies to.
    pub until: Option<NaiveDate>,
    /// The rule as such.
    pub usual: Gap,
    /// The rule where learning comes in blocks or early.
    pub block_release: Gap,
    /// What is not certain about which rule binds these starts, as a sentence; empty where nothing is.
    pub doubt: &'static str,
    /// Where it comes from.
    pub source: Source,
}

/// All rules about time without learning, earliest first.
pub const GAP_RULES: &[GapRule] = &[
    GapRule {
        from: date(2017, 5, 1),
        until: Some(date(2022, 7, 31)),
        usual: Gap::Days(28),
        block_release: Gap::Months(3),
        doubt: "Later rules ask for learning in every calendar month instead; whether they bind starts before \
                1 August 2023 is not known, so ask your provider which holds for you.",
        source: Source {
            name: "Guidance on breaks in learning: gaps of more than four weeks are breaks",
            confidence: Confidence::Uncertain,
        },
    },
    GapRule {
        from: date(2022, 8, 1),
        until: Some(date(2023, 7, 31)),
        usual: Gap::Days(28),
        block_release: Gap::Months(3),
        doubt: "Later rules ask for learning in every calendar month instead; whether they bind starts before \
                1 August 2023 is not known, so ask your provider which holds for you.",
        source: Source {
            name: "Apprenticeship funding rules 2022 to 2023, paragraph P36.2",
            confidence: Confidence::Reported,
        },
    },
    GapRule {
        from: date(2023, 8, 1),
        until: Some(date(2025, 7, 31)),
        usual: Gap::Months(1),
        block_release: Gap::Months(3),
        doubt: "",
        source: Source {
            name: "Apprenticeship funding rules 2023 to 2024, and 2024 to 2025 for block release",
            confidence: Confidence::Reported,
        },
    },
    GapRule {
        from: date(2025, 8, 1),
        until: None,
        usual: Gap::Months(1),
        block_release: Gap::Months(3),
        doubt: "",
        source: Source {
            name: "Apprenticeship funding rules 2025 to 2026: after two months without learning a break \
                   has to be recorded",
            confidence: Confidence::Reported,
        },
    },
];

/// The longest time without learning for a start, and the rule it comes from; `None` before May 2017.
#[must_use]
pub fn longest_gap(start: NaiveDate, block_release: bool) -> Option<(Gap, &'static GapRule)> {
    let covers = |rule: &&GapRule| start >= rule.from && rule.until.is_none_or(|u| start <= u);
    let rule = GAP_RULES.iter().find(covers)?;
    Some((
        if block_release {
            rule.block_release
        } else {
            rule.usual
        },
        rule,
    ))
}
