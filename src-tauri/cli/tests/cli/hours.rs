//! The off-the-job minimum on the command line. What the figures are is tested where they are worked out;
//! here it is that they arrive.

use crate::Desk;
use serde_json::{Value, json};

/// A year from the first day of the second set of rules, full time.
const YEAR: [&str; 7] = [
    "hours",
    "--start",
    "2022-08-01",
    "--planned-end",
    "2023-08-01",
    "--weekly-hours",
    "37.5",
];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    YEAR.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn the_answer_in_json_has_every_field_that_was_promised() {
    let answer = Desk::new().run(with(&["--json"])).json();
    let expected = json!({
        "cohort": "B",
        "weeks": 52,
        "required_minutes": 16704,
        "required_hours_whole": 279,
        "required_hours_exact": "278.4000",
        "minimum_duration_weeks": null,
        "floor_applied": false,
        "source": "computed",
        "computed_minutes": null,
    });
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&answer[field], value, "{field}");
    }
    for step in answer["steps"].as_array().unwrap() {
        let fields: Vec<&String> = step.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["rule", "text", "value"]);
    }
    assert_eq!(
        answer["steps"].as_array().unwrap().last().unwrap()["value"],
        "278.4 h"
    );
    for warning in answer["warnings"].as_array().unwrap() {
        let fields: Vec<&String> = warning.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["code", "text"]);
    }
    assert!(
        answer.get("progress").is_none(),
        "there is no portfolio to have any"
    );
}

#[test]
fn the_answer_in_words_has_the_figure_its_steps_and_its_warnings() {
    let ran = Desk::new().run(with(&["--prior-learning", "40"]));
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out
            .starts_with("Required off-the-job training: 279 h (exactly 278.4 h).")
    );
    assert!(
        ran.out
            .contains("\n  1. From 1 August 2022 to 1 August 2023 = 365 days\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("× 30 h, the cap for starts from 1 August 2022 = 1,392 h\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.err
            .contains("Warning: Prior learning takes no hours off"),
        "{}",
        ran.err
    );
}

#[test]
fn every_option_reaches_the_rules() {
    let desk = Desk::new();
    let answer = |more: &[&str]| desk.run(with(more).into_iter().chain(["--json"])).json();
    let shorter = answer(&[
        "--break",
        "2022-10-03..2022-12-26",
        "--break",
        "2023-02-06..2023-03-06",
    ]);
    assert_eq!(shorter["weeks"], 36);
    let fewer = answer(&[
        "--hours-change",
        "2023-01-02=20",
        "--hours-change",
        "2023-05-01=30",
    ]);
    assert_eq!(fewer["required_minutes"], 16_704, "what was agreed stays");
    // 154 days of 30 hours, 119 of 20 and 92 of 30, each the same share of 52 weeks: 52 × 58/325 × 9,760/365.
    let said = fewer["warnings"].to_string();
    assert!(
        said.contains("it would be 249 h (exactly 248.1447 h)"),
        "{said}"
    );
    assert_eq!(answer(&["--plan-hours", "300"])["required_minutes"], 18_000);
    assert_eq!(answer(&["--plan-hours", "300"])["source"], "training_plan");
    assert_eq!(answer(&["--plan-hours", "300"])["computed_minutes"], 16_704);
    assert_eq!(answer(&["--block-release"])["required_minutes"], 16_704);
    let scotland = answer(&["--nation", "scotland", "--plan-hours", "200"]);
    assert_eq!(
        (&scotland["cohort"], &scotland["required_minutes"]),
        (&Value::Null, &json!(12_000))
    );

    let fixed = [
        "hours",
        "--start",
        "2025-09-01",
        "--published-hours",
        "466",
        "--prior-learning",
        "300",
    ];
    let floor = desk.run(fixed.into_iter().chain(["--json"])).json();
    assert_eq!(floor["cohort"], "C");
    assert_eq!(floor["weeks"], Value::Null);
    assert_eq!(floor["required_hours_whole"], 187);
    assert_eq!(floor["floor_applied"], true);

    let part_time = [
        "hours",
        "--start",
        "2023-09-04",
        "--planned-end",
        "2025-03-03",
        "--weekly-hours",
        "20",
    ];
    assert_eq!(
        desk.run(part_time.into_iter().chain(["--json"])).json()["minimum_duration_weeks"],
        78
    );
}

#[test]
fn a_portfolio_says_what_is_required_and_where_its_learner_stands() {
    let desk = Desk::with_sample();
    let ran = desk.run(["hours", "sample.aftershift", "--json"]).json();
    assert_eq!(ran["cohort"], "B");
    let standing = &ran["progress"];
    assert_eq!(standing["as_of"], "2026-11-19", "the sample's own today");
    let minutes = |field: &str| standing[field].as_u64().unwrap();
    assert!(minutes("claimed_minutes") >= minutes("confirmed_minutes"));
    assert!(minutes("excluded_minutes") > 0);
    let earlier = [
        "hours",
        "sample.aftershift",
        "--as-of",
        "2025-06-30",
        "--json",
    ];
    let earlier = desk.run(earlier).json();
    assert_eq!(earlier["progress"]["as_of"], "2025-06-30");
    assert!(earlier["progress"]["claimed_minutes"].as_u64().unwrap() < minutes("claimed_minutes"));

    let ran = desk.run(["hours", "sample.aftershift"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("How it comes about:"), "{}", ran.out);
    for total in [
        "Required",
        "Claimed",
        "Confirmed",
        "Does not count",
        "Expected by today",
        "Remaining",
    ] {
        assert!(
            ran.out.contains(&format!("\n  {total}  ")),
            "{total}: {}",
            ran.out
        );
    }
    let whole = earlier["required_hours_whole"].as_u64().unwrap() * 60;
    let earlier = &earlier["progress"];
    assert_eq!(
        whole - earlier["claimed_minutes"].as_u64().unwrap(),
        earlier["remaining_minutes"].as_u64().unwrap(),
        "the figures beside each other add up"
    );

    let late = ["hours", "sample.aftershift", "--as-of", "2027-06-30"];
    let late = desk.run(late);
    assert!(late.out.contains("has passed"), "{}", late.out);
    assert!(late.err.contains("tell your provider"), "{}", late.err);
}

#[test]
fn a_portfolio_without_a_programme_says_what_to_add() {
    let desk = Desk::new();
    desk.run(["new", "empty.aftershift"]).done();
    desk.run(["hours", "empty.aftershift"])
        .failed(1, "Say when your apprenticeship first began");
    let failure = desk
        .run(["hours", "empty.aftershift", "--json"])
        .failed_in_json(1, "invalid");
    assert_eq!(failure["problems"][0]["field"], "originalStart");
}

#[test]
fn what_the_rules_refuse_is_not_done() {
    let desk = Desk::new();
    let year = |start, end| {
        [
            "hours",
            "--start",
            start,
            "--planned-end",
            end,
            "--weekly-hours",
            "37.5",
        ]
    };
    desk.run(year("2017-04-30", "2018-04-30"))
        .failed(1, "--start: Starts before 1 May 2017");
    desk.run(year("2023-08-01", "2022-08-01"))
        .failed(1, "--planned-end: The planned end must be later");
    desk.run(with(&["--break", "2022-12-26..2022-10-03"]))
        .failed(1, "--break: ");
    desk.run(with(&["--hours-change", "2022-08-01=20"]))
        .failed(1, "--hours-change: Hours can only change after the start");
    let failure = desk.run(
        year("2017-04-30", "2018-04-30")
            .into_iter()
            .chain(["--json"]),
    );
    let failure = failure.failed_in_json(1, "invalid");
    assert_eq!(failure["problems"][0]["field"], "--start");
}

#[test]
fn values_that_cannot_be_are_wrong_use() {
    let desk = Desk::new();
    let year = |start, weekly| {
        [
            "hours",
            "--start",
            start,
            "--planned-end",
            "2024-08-01",
            "--weekly-hours",
            weekly,
        ]
    };
    for (arguments, option, says) in [
        (
            year("2026-02-31", "37.5"),
            "--start",
            "February 2026 has no day 31: its last day is 28.",
        ),
        (
            year("tomorrow", "37.5"),
            "--start",
            "“tomorrow” is not a date",
        ),
        (
            year("2022-08-01", "0"),
            "--weekly-hours",
            "Weekly hours must be more than 0",
        ),
        (
            year("2022-08-01", "200"),
            "--weekly-hours",
            "A week has only 168 hours",
        ),
        (
            year("2022-08-01", "-5"),
            "--weekly-hours",
            "These are not weekly hours",
        ),
        (
            year("2022-08-01", "many"),
            "--weekly-hours",
            "These are not weekly hours",
        ),
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(
            ran.err.contains(says) && ran.err.contains(option),
            "{}",
            ran.err
        );
        let failure = desk
            .run(arguments.into_iter().chain(["--json"]))
            .failed_in_json(2, "invalid");
        assert_eq!(failure["problems"][0]["field"], option);
        assert!(
            failure["problems"][0]["reason"]
                .as_str()
                .unwrap()
                .contains(says),
            "{failure}"
        );
    }
    for more in [
        ["--break", "2022-10-03"],
        ["--hours-change", "2022-10-03"],
        ["--hours-change", "2022-10-03=0"],
        ["--nation", "france"],
        ["--plan-hours", "a lot"],
    ] {
        let ran = desk.run(with(&more));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.err.contains(more[0]), "{}", ran.err);
    }
}

#[test]
fn what_was_left_out_is_named() {
    let desk = Desk::new();
    desk.run(["hours", "--start", "2022-08-01"])
        .failed(2, "--weekly-hours: Say how many hours");
    desk.run(["hours", "--weekly-hours", "30"])
        .failed(2, "--start: Say when");
    desk.run(["hours", "--nation", "wales"])
        .failed(2, "--plan-hours: ");
    assert_eq!(desk.run(["hours"]).code, 2);
    let both = desk.run(["hours", "file.aftershift", "--start", "2022-08-01"]);
    assert_eq!(both.code, 2, "{both:?}");
}
