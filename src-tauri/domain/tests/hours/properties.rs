//! What holds for every start and every programme.

use crate::{date, last_step, pause};
use aftershift_domain::day::add_months;
use aftershift_domain::hours::{Cohort, cohort, delivery, requirement};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{HoursChange, LearningBreak, Nation, Programme};
use chrono::Days;
use proptest::prelude::*;

/// Every start that can be has one set of rules, and its day stands in one month of reporting.
#[test]
fn every_start_from_may_2017_to_2040_has_one_cohort_and_one_reporting_month() {
    let (first, last) = (date("2017-05-01"), date("2040-12-31"));
    let mut months = Vec::new();
    let mut month = first;
    while month <= last {
        months.push((month, add_months(month, 1)));
        month = add_months(month, 1);
    }
    let mut before = Cohort::A;
    for start in first.iter_days().take_while(|day| *day <= last) {
        let cohort = cohort(start).unwrap();
        assert!(cohort >= before, "{start}");
        before = cohort;
        let within = months
            .iter()
            .filter(|(from, to)| *from <= start && start < *to)
            .count();
        assert_eq!(within, 1, "{start}");
        assert_eq!(
            aftershift_domain::day::first_of_month(start),
            months[months.partition_point(|(from, _)| *from <= start) - 1].0
        );
    }
    let refused = cohort(first.pred_opt().unwrap()).unwrap_err();
    assert!(
        refused.reason.starts_with("Starts before 1 May 2017") && refused.reason.ends_with('.')
    );
}

/// Whether every number of a text that is not a year has commas between its thousands.
fn numbers_read_well(text: &str) -> bool {
    let is_year = |whole: &str| ["18", "19", "20", "21", "22"].contains(&&whole[..2]);
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|number| number.split('.').next())
        .all(|whole| whole.len() < 4 || whole.len() == 4 && is_year(whole))
}

/// Any programme, sensible or not.
fn any_programme() -> impl Strategy<Value = Programme> {
    let any_date = || {
        (-100_000_i64..200_000).prop_map(|days| date("2000-01-01") + chrono::TimeDelta::days(days))
    };
    let near =
        || (0_i64..9_000).prop_map(|days| date("2017-01-01") + chrono::TimeDelta::days(days));
    let some_date = move || prop::option::of(prop_oneof![5 => near(), 1 => any_date()]);
    let figure = || prop::option::of(prop_oneof![0_u32..700_000, any::<u32>()].prop_map(Minutes));
    let breaks = prop::collection::vec((near(), near()), 0..3);
    let changes = prop::collection::vec((near(), 0_u32..12_000), 0..3);
    (
        (some_date(), some_date(), some_date(), some_date()),
        (figure(), figure(), figure(), figure(), any::<u32>()),
        breaks,
        changes,
        0..Nation::ALL.len(),
    )
        .prop_map(|(dates, figures, breaks, changes, nation)| Programme {
            original_start: dates.0,
            planned_end: dates.1,
            gateway_on: dates.2,
            ended_on: dates.3,
            weekly: figures.0,
            plan_hours: figures.1,
            published_hours: figures.2,
            planned_hours: figures.3,
            prior_learning: Minutes(figures.4 % 800_000),
            breaks: breaks
                .into_iter()
                .map(|(from, to)| LearningBreak {
                    from,
                    to,
                    reason: String::new(),
                })
                .collect(),
            hours_changes: changes
                .into_iter()
                .map(|(from, weekly)| HoursChange {
                    from,
                    weekly: Minutes(weekly),
                })
                .collect(),
            nation: Nation::ALL[nation],
            ..Programme::default()
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_programme_panics_and_every_answer_is_whole(programme in any_programme()) {
        match requirement(&programme) {
            Err(problems) => prop_assert!(!problems.0.is_empty()),
            Ok(found) => {
                prop_assert_eq!(last_step(&found), found.required_hours_exact.clone());
                let whole = found.required_hours_whole;
                prop_assert!(found.required.0 <= whole.saturating_mul(60));
                prop_assert!(found.required.0 > whole.saturating_sub(1).saturating_mul(60) || whole == 0);
                prop_assert_eq!(found.target, Minutes::from_hours(whole));
                let _ = delivery(&programme, &found, Minutes(1)).reason;
                let values = found.steps.iter().map(|step| &step.value);
                let warnings = found.warnings.iter().map(|warning| &warning.text);
                for text in found.sentences.iter().chain(values).chain(warnings) {
                    prop_assert!(numbers_read_well(text), "{text}");
                }
            }
        }
    }

    #[test]
    fn longer_training_never_asks_for_less(
        start in 0_u64..3_000,
        weeks in 1_u64..400,
        more in 0_u64..400,
        weekly in 1_u32..=10_080,
    ) {
        let start = date("2017-05-01") + Days::new(start);
        let lasting = |weeks: u64| Programme {
            original_start: Some(start),
            planned_end: Some(start + Days::new(weeks * 7)),
            weekly: Some(Minutes(weekly)),
            ..Programme::default()
        };
        let shorter = requirement(&lasting(weeks)).unwrap();
        let longer = requirement(&lasting(weeks + more)).unwrap();
        prop_assert!(shorter.required <= longer.required);
        prop_assert_eq!(last_step(&longer), longer.required_hours_exact);
    }

    #[test]
    fn a_break_that_moves_the_end_leaves_the_figure(
        start in 0_u64..3_000,
        weeks in 60_u64..200,
        after in 1_u64..300,
        paused in 1_u64..400,
        weekly in 60_u32..=3_000,
    ) {
        let start = date("2017-05-01") + Days::new(start);
        let plain = Programme {
            original_start: Some(start),
            planned_end: Some(start + Days::new(weeks * 7)),
            weekly: Some(Minutes(weekly)),
            ..Programme::default()
        };
        let with = Programme {
            planned_end: Some(start + Days::new(weeks * 7 + paused)),
            breaks: vec![pause(start + Days::new(after), paused)],
            ..plain.clone()
        };
        prop_assert_eq!(
            requirement(&plain).unwrap().required,
            requirement(&with).unwrap().required
        );
    }
}
