//! The off-the-job minimum against figures that were worked out by hand, and properties that hold for
//! every programme.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use aftershift_domain::day::add_months;
use aftershift_domain::hours::{
    Cohort, FigureSource, Requirement, cohort, delivery, is_met, requirement,
};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{HoursChange, LearningBreak, Nation, Programme};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;

fn cases() -> Vec<Value> {
    let path = "../../tests/data/hours/off-the-job-hours.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn day(case: &Value, field: &str) -> NaiveDate {
    date(case[field].as_str().unwrap())
}

/// A number of the file as it is written there, in hundredths: `37.5` is 3750.
fn hundredths(value: &Value) -> u64 {
    let text = value.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    assert!(part.len() <= 2, "{text} has more than two decimals");
    format!("{whole}{part:0<2}").parse().unwrap()
}

fn weekly(value: &Value) -> Minutes {
    Minutes(u32::try_from(hundredths(value) * 60 / 100).unwrap())
}

/// `278.4` as `278.4000`.
fn four_decimals(value: &Value) -> String {
    let text = value.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}.{part:0<4}")
}

fn pause(from: NaiveDate, days: u64) -> LearningBreak {
    LearningBreak {
        from,
        to: from + Days::new(days),
        reason: String::new(),
    }
}

fn has_warning(requirement: &Requirement, code: &str) -> bool {
    requirement
        .warnings
        .iter()
        .any(|warning| warning.code == code)
}

/// The number that the last step of the explanation states.
fn last_step(requirement: &Requirement) -> String {
    let value = &requirement.steps.last().unwrap().value;
    let number = value.strip_suffix(" h").unwrap();
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    format!("{whole}.{part:0<4}")
}

fn computed(case: &Value) -> Programme {
    let breaks = case["break_days"]
        .as_u64()
        .map(|days| pause(date("2024-01-08"), days));
    Programme {
        original_start: Some(day(case, "start")),
        planned_end: Some(day(case, "planned_end")),
        weekly: Some(weekly(&case["weekly_hours"])),
        breaks: breaks.into_iter().collect(),
        ..Programme::default()
    }
}

fn published(case: &Value) -> Programme {
    let hours = |field: &str| case[field].as_u64().map(|h| Minutes::from_hours(h as u32));
    Programme {
        original_start: Some(date("2025-09-01")),
        published_hours: hours("published"),
        prior_learning: hours("rpl").unwrap_or_default(),
        planned_hours: hours("planned"),
        ..Programme::default()
    }
}

fn check_computed(case: &Value, id: &str) {
    let programme = computed(case);
    let found = requirement(&programme).unwrap();
    let cohort = found.cohort.unwrap().code();
    assert_eq!(cohort, case["cohort"].as_str().unwrap(), "{id}");
    assert_eq!(
        programme.period().unwrap().all_days(),
        case["days"].as_i64().unwrap(),
        "{id}"
    );
    assert_eq!(
        u64::from(found.weeks.unwrap()),
        case["weeks"].as_u64().unwrap(),
        "{id}"
    );
    assert_eq!(
        found.required_hours_exact,
        four_decimals(&case["required_exact"]),
        "{id}"
    );
    let minutes = case["required_minutes_ceil"].as_u64().unwrap();
    assert_eq!(u64::from(found.required.0), minutes, "{id}");
    let whole = case["required_whole_ceil"].as_u64().unwrap();
    assert_eq!(u64::from(found.required_hours_whole), whole, "{id}");
    let nearest = case["required_whole_nearest"].as_u64().unwrap();
    assert!(is_met(&found, Minutes::from_hours(nearest as u32)), "{id}");
    assert_eq!(last_step(&found), found.required_hours_exact, "{id}");
    let text: String = found
        .steps
        .iter()
        .map(|s| format!("{}\n", s.text))
        .collect();
    let shown = |value: &Value| value.to_string().trim_end_matches(".0").to_owned();
    let leave = format!(
        "less {} weeks’ leave = {} weeks",
        shown(&case["leave_weeks"]),
        shown(&case["net_weeks"])
    );
    assert!(text.contains(&leave), "{id}: {leave} in\n{text}");
    let used = format!("× {} h, ", shown(&case["hours_used"]));
    assert!(text.contains(&used), "{id}: {used} in\n{text}");
    assert!(!has_warning(&found, "below_minimum_duration"), "{id}");
    assert!(!has_warning(&found, "below_part_time_duration"), "{id}");
}

fn check_published(case: &Value, id: &str) {
    let mut programme = published(case);
    if id == "W25" {
        programme.weekly = Some(Minutes::from_hours(16));
        programme.planned_end = Some(date("2027-09-01"));
        programme.breaks = vec![pause(date("2026-01-05"), 70)];
        programme.hours_changes = vec![HoursChange {
            from: date("2026-06-01"),
            weekly: Minutes::from_hours(30),
        }];
    }
    let found = requirement(&programme).unwrap();
    assert_eq!((found.cohort, found.weeks), (Some(Cohort::C), None), "{id}");
    let required = case["required"].as_u64().unwrap();
    assert_eq!(u64::from(found.required.0), required * 60, "{id}");
    assert_eq!(u64::from(found.required_hours_whole), required, "{id}");
    assert_eq!(
        found.floor_applied,
        case["floor_applied"].as_bool().unwrap(),
        "{id}"
    );
    assert_eq!(last_step(&found), found.required_hours_exact, "{id}");
    assert_eq!(
        has_warning(&found, "published_unknown"),
        case["published"].is_null(),
        "{id}"
    );
    if let Some(actual) = case["actual"].as_u64() {
        let outcome = delivery(&programme, &found, Minutes::from_hours(actual as u32));
        assert_eq!(Some(outcome.compliant), case["compliant"].as_bool(), "{id}");
        assert_eq!(
            Some(outcome.statement_needed),
            case["employer_statement"].as_bool(),
            "{id}"
        );
    }
}

fn check_minimum_duration(case: &Value, id: &str) {
    for start in ["2021-09-06", "2023-09-04"] {
        let programme = Programme {
            original_start: Some(date(start)),
            planned_end: Some(date("2026-09-04")),
            weekly: Some(weekly(&case["weekly_hours"])),
            ..Programme::default()
        };
        let weeks = requirement(&programme)
            .unwrap()
            .minimum_duration_weeks
            .unwrap();
        assert_eq!(
            u64::from(weeks),
            case["weeks_ceil"].as_u64().unwrap(),
            "{id}"
        );
    }
}

#[test]
fn every_figure_worked_out_by_hand_is_reproduced() {
    let mut seen = Vec::new();
    for case in cases() {
        let id = case["id"].as_str().unwrap();
        match id {
            id if id.starts_with('M') => check_minimum_duration(&case, id),
            // 78 weeks with a change of hours after 40 of them.
            "W20" => {
                let programme = Programme {
                    original_start: Some(date("2023-09-04")),
                    planned_end: Some(date("2025-03-03")),
                    weekly: Some(Minutes(2250)),
                    hours_changes: vec![HoursChange {
                        from: date("2023-09-04") + Days::new(280),
                        weekly: Minutes::from_hours(30),
                    }],
                    ..Programme::default()
                };
                let found = requirement(&programme).unwrap();
                assert_eq!(
                    found.required_hours_exact,
                    four_decimals(&case["agreed_exact"])
                );
                assert_eq!(case["agreed_exact"], case["segment_check_exact"]);
                let said = found
                    .warnings
                    .iter()
                    .find(|w| w.code == "hours_changed")
                    .unwrap();
                assert!(
                    said.text.contains("with the new hours gives the same"),
                    "{}",
                    said.text
                );
            }
            // The return after a break does not make a new start.
            "W27" => {
                let found = cohort(date("2025-07-31")).unwrap();
                assert_eq!(found.code(), case["cohort"].as_str().unwrap());
            }
            id if case["start"].is_string() => check_computed(&case, id),
            id => check_published(&case, id),
        }
        seen.push(id.to_owned());
    }
    assert_eq!(seen.len(), 19, "{seen:?}");
}

/// A nursing associate's two years: 30 hours counted of 37.5.
fn two_years() -> Programme {
    Programme {
        original_start: Some(date("2023-02-01")),
        planned_end: Some(date("2025-01-31")),
        weekly: Some(Minutes(2250)),
        ..Programme::default()
    }
}

fn explained(programme: &Programme) -> String {
    let found = requirement(programme).unwrap();
    let steps = found
        .steps
        .iter()
        .map(|s| format!("{} [{}] {}\n", s.text, s.value, s.rule));
    let warnings = found
        .warnings
        .iter()
        .map(|w| format!("! {}: {}\n", w.code, w.text));
    steps.chain(warnings).collect()
}

#[test]
fn a_figure_is_explained_in_words_and_arithmetic() {
    let mut programme = two_years();
    programme.original_start = Some(date("2023-09-04"));
    programme.planned_end = Some(date("2024-11-27"));
    programme.breaks = vec![pause(date("2024-01-08"), 84)];
    expect_test::expect![[r#"
        From 4 September 2023 to 27 November 2024 = 450 days [450 days] 
        450 days less 84 days of breaks in learning = 366 days [366 days] A break in learning moves the planned end and leaves the agreed hours as they are (all starts).
        366 days ÷ 7 = 52.29, to the nearest whole week 52 weeks [52 weeks] Whole weeks, as in the government’s training plan template; how to round is not published elsewhere.
        52 weeks less 5.6 weeks’ leave = 46.4 weeks [46.4 weeks] Statutory leave of 5.6 weeks a year is taken off in proportion, and no other leave (starts from 1 August 2022 to 31 July 2025). Apprenticeship funding rules 2022 to 2023, paragraph P43, and later years; reported by several publications that quote it.
        × 30 h, the cap for starts from 1 August 2022 [1392 h] At most 30 h a week are looked at (starts from 1 August 2022 to 31 July 2025). Apprenticeship funding rules 2022 to 2023, paragraph P43, and later years; reported by several publications that quote it.
        × 20 % = 278.4 h [278.4 h] At least 20 per cent of these hours (starts from 1 August 2022 to 31 July 2025). Apprenticeship funding rules 2022 to 2023, paragraph P43, and later years; reported by several publications that quote it.
        ! rounded_up: The exact figure is 278.4 h: 279 h is shown as the target so that it is never short, and 278 h, which learner records accept, is not treated as falling short.
    "#]]
    .assert_eq(&explained(&programme));
}

#[test]
fn the_training_plan_wins_and_the_computed_figure_stands_beside_it() {
    let mut programme = two_years();
    programme.plan_hours = Some(Minutes::from_hours(600));
    let found = requirement(&programme).unwrap();
    assert_eq!(found.required, Minutes::from_hours(600));
    assert_eq!(found.computed, Some(Minutes(33_408)));
    assert_eq!(found.source, FigureSource::TrainingPlan);
    assert_eq!(last_step(&found), "600.0000");
    assert!(!has_warning(&found, "plan_below_figure"));
    programme.plan_hours = Some(Minutes::from_hours(500));
    assert!(has_warning(
        &requirement(&programme).unwrap(),
        "plan_below_figure"
    ));
}

#[test]
fn what_is_said_of_a_computed_figure_is_not_said_of_the_plans() {
    let short = Programme {
        planned_end: Some(date("2023-11-01")),
        ..two_years()
    };
    assert!(has_warning(
        &requirement(&short).unwrap(),
        "below_record_minimum"
    ));
    let plan = |hours| Programme {
        plan_hours: Some(Minutes::from_hours(hours)),
        ..short.clone()
    };
    assert!(has_warning(
        &requirement(&plan(277)).unwrap(),
        "below_record_minimum"
    ));
    assert!(!has_warning(
        &requirement(&plan(278)).unwrap(),
        "below_record_minimum"
    ));

    let unknown = Programme {
        original_start: Some(date("2025-09-01")),
        plan_hours: Some(Minutes::from_hours(400)),
        ..Programme::default()
    };
    let found = requirement(&unknown).unwrap();
    assert!(found.warnings.is_empty() && !found.floor_applied);
}

#[test]
fn with_the_plans_figure_nothing_else_has_to_be_known() {
    let plan_hours = Some(Minutes::from_hours(400));
    let found = requirement(&Programme {
        plan_hours,
        ..Programme::default()
    })
    .unwrap();
    assert_eq!((found.cohort, found.computed), (None, None));
    let original_start = Some(date("2023-02-01"));
    let programme = Programme {
        plan_hours,
        original_start,
        ..Programme::default()
    };
    assert_eq!(requirement(&programme).unwrap().cohort, Some(Cohort::B));
}

#[test]
fn what_is_missing_is_named_by_its_field() {
    let fields = |programme: &Programme| -> Vec<String> {
        requirement(programme)
            .unwrap_err()
            .0
            .into_iter()
            .map(|p| p.field)
            .collect()
    };
    assert_eq!(fields(&Programme::default()), ["originalStart"]);
    let started = Programme {
        original_start: Some(date("2023-02-01")),
        ..Programme::default()
    };
    assert_eq!(fields(&started), ["plannedEnd", "weekly"]);
    let zero = Programme {
        weekly: Some(Minutes::ZERO),
        ..two_years()
    };
    assert_eq!(fields(&zero), ["weekly"]);
    let early = Programme {
        original_start: Some(date("2017-04-30")),
        ..two_years()
    };
    assert_eq!(fields(&early), ["originalStart"]);
}

#[test]
fn outside_england_only_the_persons_own_figure_counts() {
    for nation in [Nation::Scotland, Nation::Wales, Nation::NorthernIreland] {
        let mut programme = Programme {
            nation,
            ..two_years()
        };
        let missing = requirement(&programme).unwrap_err();
        assert_eq!(missing.0[0].field, "planHours");
        assert!(missing.0[0].reason.contains(nation.label()));
        programme.plan_hours = Some(Minutes::from_hours(300));
        let found = requirement(&programme).unwrap();
        assert_eq!(
            (found.cohort, found.weeks, found.required_hours_whole),
            (None, None, 300)
        );
    }
}

#[test]
fn prior_learning_changes_nothing_before_august_2025_and_says_so() {
    let with = Programme {
        prior_learning: Minutes::from_hours(50),
        ..two_years()
    };
    let (plain, with) = (
        requirement(&two_years()).unwrap(),
        requirement(&with).unwrap(),
    );
    assert_eq!(plain.required, with.required);
    assert!(has_warning(&with, "prior_learning_unchanged"));
}

#[test]
fn prior_learning_is_taken_off_a_published_figure_down_to_the_floor() {
    let figure = |published, prior| {
        let programme = Programme {
            original_start: Some(date("2025-08-01")),
            published_hours: Some(Minutes::from_hours(published)),
            prior_learning: Minutes::from_hours(prior),
            ..Programme::default()
        };
        let found = requirement(&programme).unwrap();
        assert_eq!(last_step(&found), found.required_hours_exact);
        (
            found.required_hours_whole,
            found.floor_applied,
            has_warning(&found, "below_floor"),
        )
    };
    assert_eq!(figure(466, 50), (416, false, false));
    assert_eq!(figure(300, 113), (187, false, false));
    assert_eq!(figure(300, 114), (187, true, true));
    assert_eq!(figure(300, 9999), (187, true, true));
    assert_eq!(figure(150, 0), (187, true, true));
}

#[test]
fn a_training_that_is_too_short_is_said_to_be_and_still_has_a_figure() {
    let short = Programme {
        planned_end: Some(date("2024-01-31")),
        ..two_years()
    };
    assert!(has_warning(
        &requirement(&short).unwrap(),
        "below_minimum_duration"
    ));
    let enough = Programme {
        planned_end: Some(date("2024-02-01")),
        ..two_years()
    };
    assert!(!has_warning(
        &requirement(&enough).unwrap(),
        "below_minimum_duration"
    ));

    let start = date("2025-09-01");
    let published = |end| Programme {
        original_start: Some(start),
        planned_end: Some(end),
        published_hours: Some(Minutes::from_hours(300)),
        ..Programme::default()
    };
    let eight = add_months(start, 8);
    assert!(!has_warning(
        &requirement(&published(eight)).unwrap(),
        "below_minimum_duration"
    ));
    let under = eight - Days::new(1);
    assert!(has_warning(
        &requirement(&published(under)).unwrap(),
        "below_minimum_duration"
    ));

    let part_time = Programme {
        weekly: Some(Minutes::from_hours(15)),
        ..enough
    };
    assert!(has_warning(
        &requirement(&part_time).unwrap(),
        "below_part_time_duration"
    ));
}

#[test]
fn a_computed_278_4_is_met_at_278() {
    let programme = Programme {
        planned_end: Some(date("2024-02-01")),
        ..two_years()
    };
    let found = requirement(&programme).unwrap();
    assert_eq!(found.required_hours_exact, "278.4000");
    assert!(has_warning(&found, "rounded_up"));
    assert!(is_met(&found, Minutes::from_hours(278)));
    assert!(!is_met(&found, Minutes(278 * 60 - 1)));
    let plan = Programme {
        plan_hours: Some(Minutes::from_hours(279)),
        ..programme
    };
    assert!(!is_met(
        &requirement(&plan).unwrap(),
        Minutes::from_hours(278)
    ));
}

#[test]
fn where_the_rules_are_uncertain_both_figures_are_given() {
    let early = Programme {
        original_start: Some(date("2018-09-03")),
        planned_end: Some(date("2019-09-02")),
        ..two_years()
    };
    let found = requirement(&early).unwrap();
    let said = found
        .warnings
        .iter()
        .find(|w| w.code == "leave_uncertain")
        .unwrap();
    assert!(
        said.text.ends_with("the figure would be 390 h."),
        "{}",
        said.text
    );

    let fewer = vec![HoursChange {
        from: date("2024-02-01"),
        weekly: Minutes::from_hours(15),
    }];
    let found = requirement(&Programme {
        hours_changes: fewer,
        ..two_years()
    })
    .unwrap();
    assert_eq!(found.required_hours_exact, "556.8000");
    let said = found
        .warnings
        .iter()
        .find(|w| w.code == "hours_changed")
        .unwrap();
    assert!(
        said.text.contains("it would be 418 h (exactly 417.6 h)"),
        "{}",
        said.text
    );
}

#[test]
fn a_change_of_hours_says_what_to_agree_and_what_full_and_part_time_ask_for() {
    let changed = |weekly: u32, changes: &[(&str, u32)]| {
        let hours_changes = changes
            .iter()
            .map(|(from, weekly)| HoursChange {
                from: date(from),
                weekly: Minutes::from_hours(*weekly),
            })
            .collect();
        requirement(&Programme {
            weekly: Some(Minutes::from_hours(weekly)),
            hours_changes,
            ..two_years()
        })
        .unwrap()
    };
    let text = |found: &Requirement, code: &str| -> String {
        let warning = found.warnings.iter().find(|w| w.code == code);
        warning.map_or_else(String::new, |w| w.text.clone())
    };
    let less = changed(37, &[("2024-02-01", 20)]);
    expect_test::expect!["A change of weekly hours does not change the off-the-job hours agreed at the start; worked out again with the new hours it would be 464 h. Agree with your provider, in writing, whether the same time for learning each week can go on, whether it fits the new hours, and whether the planned end or the assessment moves."]
        .assert_eq(&text(&less, "hours_changed"));
    expect_test::expect!["Part time from 1 February 2024: at 20 h a week a whole programme lasts at least 78 weeks, so ask your provider whether the planned end moves."]
        .assert_eq(&text(&less, "now_part_time"));
    assert!(!has_warning(&less, "now_full_time"));
    let more = changed(20, &[("2024-02-01", 25), ("2024-06-01", 30)]);
    expect_test::expect!["Full time from 1 June 2024: the training must still last at least 12 months and reach its off-the-job hours."]
        .assert_eq(&text(&more, "now_full_time"));
    assert!(!has_warning(&more, "now_part_time"));
    // What is agreed at the start stays, whatever changes.
    assert_eq!(less.required_hours_exact, "556.8000");
}

#[test]
fn a_plan_that_asks_for_less_after_a_break_stays_the_target() {
    let programme = Programme {
        // Twelve weeks of break moved the end by half a year.
        planned_end: Some(date("2025-07-31")),
        breaks: vec![pause(date("2024-01-08"), 84)],
        plan_hours: Some(Minutes::from_hours(557)),
        ..two_years()
    };
    let found = requirement(&programme).unwrap();
    assert_eq!(found.target, Minutes::from_hours(557));
    assert_eq!(found.computed, Some(Minutes(37_906)));
    let said = &found
        .warnings
        .iter()
        .find(|w| w.code == "plan_below_figure")
        .unwrap()
        .text;
    assert!(
        said.contains("557 h stay the target") && said.contains("the 632 h"),
        "{said}"
    );
}

#[test]
fn a_break_no_longer_than_an_absence_is_questioned_and_taken_off() {
    let with = |days| {
        requirement(&Programme {
            breaks: vec![pause(date("2024-01-08"), days)],
            ..two_years()
        })
        .unwrap()
    };
    assert!(has_warning(&with(28), "short_break"));
    assert!(!has_warning(&with(29), "short_break"));
    assert_eq!(with(28).weeks, Some(100));
}

#[test]
fn a_published_figure_asks_for_which_version_it_holds() {
    let mut programme = Programme {
        original_start: Some(date("2025-08-01")),
        published_hours: Some(Minutes::from_hours(466)),
        standard_reference: "ST0095".into(),
        ..Programme::default()
    };
    assert!(has_warning(
        &requirement(&programme).unwrap(),
        "version_unknown"
    ));
    programme.standard_version = "1.3".into();
    assert!(!has_warning(
        &requirement(&programme).unwrap(),
        "version_unknown"
    ));
}

#[test]
fn from_august_2025_a_statement_is_needed_whenever_less_was_delivered_than_planned() {
    let mut programme = Programme {
        original_start: Some(date("2025-08-01")),
        published_hours: Some(Minutes::from_hours(466)),
        planned_hours: Some(Minutes::from_hours(550)),
        ..Programme::default()
    };
    let outcome = |programme: &Programme, hours| {
        let found = requirement(programme).unwrap();
        let outcome = delivery(programme, &found, Minutes::from_hours(hours));
        (outcome.compliant, outcome.statement_needed)
    };
    assert_eq!(outcome(&programme, 500), (true, true));
    assert_eq!(outcome(&programme, 550), (true, false));
    assert_eq!(outcome(&programme, 465), (false, true));
    programme.prior_learning = Minutes::from_hours(50);
    programme.planned_hours = Some(Minutes::from_hours(500));
    assert_eq!(outcome(&programme, 416), (true, true));
    programme.planned_hours = None;
    assert_eq!(outcome(&programme, 416), (true, false));
    assert_eq!(outcome(&programme, 415), (false, true));
}

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

#[test]
fn before_august_2025_a_statement_is_needed_only_for_an_early_end() {
    let mut programme = Programme {
        planned_hours: Some(Minutes::from_hours(700)),
        ..two_years()
    };
    let found = requirement(&programme).unwrap();
    let done = Minutes::from_hours(600);
    assert!(!delivery(&programme, &found, done).statement_needed);
    programme.ended_on = Some(date("2024-12-01"));
    let outcome = delivery(&programme, &found, done);
    assert!(outcome.compliant && outcome.statement_needed);
    let short = delivery(&programme, &found, Minutes(30_045));
    assert!(!short.compliant);
    assert_eq!(
        short.reason,
        "500 h 45 are 56 h 15 short of the required 557 h, and the employer must state why fewer than the \
         planned 700 h were delivered."
    );
}

#[test]
fn between_the_exact_figure_and_the_whole_hour_above_it_nobody_has_failed() {
    let programme = Programme {
        ended_on: Some(date("2024-12-01")),
        ..two_years()
    };
    let found = requirement(&programme).unwrap();
    let almost = delivery(&programme, &found, Minutes(33_408));
    assert!(almost.compliant && !almost.statement_needed);
    assert_eq!(
        almost.reason,
        "556 h 48 are enough for the minimum, although the target is 557 h."
    );
    let reached = delivery(&programme, &found, Minutes::from_hours(557));
    assert_eq!(reached.reason, "557 h reach the required 557 h.");
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
