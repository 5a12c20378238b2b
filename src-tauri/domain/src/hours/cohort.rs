//! Which set of rules a start belongs to.

use super::Cohort;
use super::rules::{RULE_SETS, RuleSet};
use crate::day;
use crate::problem::Problem;
use chrono::NaiveDate;

/// The set of rules for an original start in England.
///
/// # Errors
/// A problem of `originalStart` for starts before 1 May 2017, when other rules held.
pub fn rules_for(start: NaiveDate) -> Result<&'static RuleSet, Problem> {
    RULE_SETS.iter().find(|rules| rules.covers(start)).ok_or_else(|| Problem {
        field: "originalStart".into(),
        reason: format!(
            "Starts before {} followed older rules that are not built in: check the date, which is \
             the day your apprenticeship first began.",
            RULE_SETS.first().map_or_else(String::new, |rules| day::full(rules.from)),
        ),
    })
}

/// The cohort of an original start in England. A return from a break does not change it.
///
/// # Errors
/// A problem of `originalStart` for starts before 1 May 2017.
pub fn cohort(start: NaiveDate) -> Result<Cohort, Problem> {
    rules_for(start).map(|rules| rules.cohort)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::rules::{GAP_RULES, Gap, longest_gap};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_start_from_may_2017_to_2040_has_exactly_one_set_of_each_kind_of_rule() {
        let mut day = date("2017-05-01");
        while day < date("2041-01-01") {
            let sets = RULE_SETS.iter().filter(|rules| rules.covers(day)).count();
            let gaps = GAP_RULES
                .iter()
                .filter(|r| day >= r.from && r.until.is_none_or(|until| day <= until))
                .count();
            assert_eq!((sets, gaps), (1, 1), "{day}");
            day = day.succ_opt().unwrap();
        }
    }

    #[test]
    fn cohorts_change_on_the_first_of_august() {
        for (start, expected) in [
            ("2017-05-01", Cohort::A),
            ("2022-07-31", Cohort::A),
            ("2022-08-01", Cohort::B),
            ("2025-07-31", Cohort::B),
            ("2025-08-01", Cohort::C),
            ("2040-12-31", Cohort::C),
        ] {
            assert_eq!(cohort(date(start)), Ok(expected), "{start}");
        }
    }

    #[test]
    fn a_start_before_may_2017_is_refused_in_a_sentence() {
        let problem = cohort(date("2017-04-30")).unwrap_err();
        assert_eq!(problem.field, "originalStart");
        assert!(
            problem
                .reason
                .starts_with("Starts before 1 May 2017 followed older rules")
        );
        assert_eq!(longest_gap(date("2017-04-30"), false), None);
    }

    #[test]
    fn the_longest_gap_is_four_weeks_then_a_calendar_month_and_three_with_block_release() {
        let gap = |start, block| longest_gap(date(start), block).map(|(gap, _)| gap);
        assert_eq!(gap("2023-07-31", false), Some(Gap::Days(28)));
        assert_eq!(gap("2023-08-01", false), Some(Gap::Months(1)));
        assert_eq!(gap("2024-09-01", true), Some(Gap::Months(3)));
    }
}
