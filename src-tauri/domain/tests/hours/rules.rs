//! What is said of a figure, and of what was delivered.

use crate::{date, has_warning, last_step, pause};
use aftershift_domain::day::add_months;
use aftershift_domain::hours::{Cohort, FigureSource, Requirement, delivery, is_met, requirement};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{HoursChange, Nation, Programme};
use chrono::Days;

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
        450 days less 84 days of breaks in learning = 366 days [366 days] A break in learning moves the planned end to a later day. Its days are taken off here, so that the longer time asks for no more hours than were agreed at the start (all starts).
        366 days ÷ 7 = 52.29, to the nearest whole week 52 weeks [52 weeks] Whole weeks, as in the government’s training plan template; how to round is not published elsewhere.
        52 weeks less 5.6 weeks’ leave = 46.4 weeks [46.4 weeks] Statutory leave of 5.6 weeks a year is taken off in proportion, and no other leave (starts from 1 August 2022 to 31 July 2025). Apprenticeship funding rules 2022 to 2023, paragraph P43, and later years; reported by several publications that quote it.
        × 30 h, the cap for starts from 1 August 2022 [1,392 h] At most 30 h a week are looked at (starts from 1 August 2022 to 31 July 2025). Apprenticeship funding rules 2022 to 2023, paragraph P43, and later years; reported by several publications that quote it.
        × 20 % = 278.4 h [278.4 h] At least 20 per cent of these hours (starts from 1 August 2022 to 31 July 2025). Apprenticeship funding rules 2022 to 2023, paragraph P43, and later years; reported by several publications that quote it.
        ! break_end_unsettled: Whether the minimum grows where breaks moved the planned end by more than their own 84 days is not settled: what counts are the hours agreed at the start, in your training plan.
        ! rounded_up: The exact figure is 278.4 h: 279 h is shown as the target so that it is never short, and 278 h, which learner records accept, is not treated as falling short.
    "#]]
    .assert_eq(&explained(&programme));
}

/// One form of numbers in all steps: those above a thousand used to stand without a comma beside those with one.
#[test]
fn every_step_writes_its_numbers_alike() {
    let programme = Programme {
        original_start: Some(date("2021-09-06")),
        planned_end: Some(date("2026-03-02")),
        weekly: Some(Minutes::from_hours(42)),
        ..Programme::default()
    };
    let found = requirement(&programme).unwrap();
    let values: Vec<&str> = found.steps.iter().map(|step| step.value.as_str()).collect();
    assert_eq!(
        values,
        [
            "1,638 days",
            "234 weeks",
            "208.8 weeks",
            "8,769.6 h",
            "1,753.92 h"
        ]
    );
    // Nothing is rounded where the days are whole weeks, and nothing says so.
    assert_eq!(found.steps[1].text, "1,638 days ÷ 7 = 234 weeks");
    assert_eq!(found.required_hours_exact, "1753.9200");
    assert_eq!(
        found.sentences.last().map(String::as_str),
        Some("Rounded up to a whole hour, so that you are never short: 1,754 h")
    );
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
fn what_a_break_does_to_the_minimum_is_said_to_be_open_until_the_plan_names_a_figure() {
    let mut programme = Programme {
        breaks: vec![pause(date("2024-01-08"), 84)],
        ..two_years()
    };
    let found = requirement(&programme).unwrap();
    let said = found
        .warnings
        .iter()
        .find(|w| w.code == "break_end_unsettled");
    assert_eq!(
        said.map(|w| w.text.as_str()),
        Some(
            "Whether the minimum grows where breaks moved the planned end by more than their own 84 days is not \
             settled: what counts are the hours agreed at the start, in your training plan."
        )
    );
    programme.plan_hours = Some(Minutes::from_hours(557));
    assert!(!has_warning(
        &requirement(&programme).unwrap(),
        "break_end_unsettled"
    ));
    assert!(!has_warning(
        &requirement(&two_years()).unwrap(),
        "break_end_unsettled"
    ));
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
