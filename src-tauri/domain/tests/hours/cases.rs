//! Figures that were worked out by hand, from the file of cases.

use crate::{date, has_warning, last_step, pause};
use aftershift_domain::hours::{Cohort, cohort, delivery, is_met, requirement};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{HoursChange, Programme};
use chrono::{Days, NaiveDate};
use serde_json::Value;
use std::path::Path;

fn cases() -> Vec<Value> {
    let path = "../../tests/data/hours/off-the-job-hours.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
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
