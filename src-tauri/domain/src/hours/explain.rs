//! Puts a computation into words, one step at a time.

use super::rules::RuleSet;
use super::{Step, Warning};
use crate::hours::fraction::Fraction;
use crate::minutes::Minutes;
use crate::number::grouped;

/// Steps and warnings as they come about.
#[derive(Debug, Default)]
pub(super) struct Explanation {
    pub(super) steps: Vec<Step>,
    pub(super) warnings: Vec<Warning>,
}

impl Explanation {
    pub(super) fn step(&mut self, text: String, value: String, rule: impl Into<String>) {
        self.steps.push(Step {
            text,
            value,
            rule: rule.into(),
        });
    }

    pub(super) fn warn(&mut self, code: &str, text: impl Into<String>) {
        self.warnings.push(Warning {
            code: code.to_owned(),
            text: text.into(),
        });
    }
}

/// A rule with the starts it holds for and where it is written.
pub(super) fn cite(what: &str, rules: &RuleSet) -> String {
    format!(
        "{what} ({}). {}; {}.",
        rules.dates(),
        rules.source.name,
        rules.source.confidence.label()
    )
}

/// Hours with at most four decimals: `278.4 h`, `342.6462 h`.
pub(super) fn hours(figure: Fraction) -> String {
    format!("{} h", figure.short(4))
}

/// A figure as the target that it makes, with the exact one beside it where they differ: `390 h`,
/// `418 h (exactly 417.6 h)`.
pub(super) fn target(figure: Fraction) -> String {
    let whole = Minutes::from_hours(figure.ceil());
    if in_hours(whole) == figure {
        whole.to_string()
    } else {
        format!("{whole} (exactly {})", hours(figure))
    }
}

/// A length of time as a fraction of hours.
pub(super) fn in_hours(minutes: Minutes) -> Fraction {
    Fraction::of(i64::from(minutes.0), 60)
}

/// `1 week`, `46.4 weeks`.
pub(super) fn weeks(figure: Fraction) -> String {
    let text = figure.short(4);
    if text == "1" {
        "1 week".to_owned()
    } else {
        format!("{text} weeks")
    }
}

/// So many whole weeks.
pub(super) fn in_weeks(count: u32) -> String {
    weeks(Fraction::whole(i64::from(count)))
}

/// `1 day`, `366 days`, `1,461 days`.
pub(super) fn days(count: i64) -> String {
    if count == 1 {
        "1 day".to_owned()
    } else {
        format!("{} days", grouped(count))
    }
}
