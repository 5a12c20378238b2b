//! The course of a programme on days that matter, and what holds for every course.

use super::*;
use crate::activity::Activity;
use crate::activity::tests::activity;
use crate::hours::requirement;
use crate::programme::{LearningBreak, Programme};
use chrono::Days;
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// 278.4 hours, so 279 to reach, over 366 days of training with a break of twelve weeks.
fn programme() -> Programme {
    Programme {
        original_start: Some(date("2023-09-04")),
        planned_end: Some(date("2024-11-27")),
        weekly: Some(Minutes(2250)),
        breaks: vec![LearningBreak {
            from: date("2024-01-08"),
            to: date("2024-04-01"),
            reason: String::new(),
        }],
        ..Programme::default()
    }
}

fn lesson(day: NaiveDate, minutes: u32) -> Activity {
    Activity {
        off_the_job: Some(Minutes(minutes)),
        ..activity("a", &day.to_string())
    }
}

/// A lesson of so many minutes on every Monday of training from the first day on.
fn weekly_lessons(minutes: u32, weeks: u64) -> Vec<Activity> {
    let mondays = (0..weeks).map(|week| date("2023-09-04") + Days::new(week * 7));
    mondays
        .filter(|day| programme().break_on(*day).is_none())
        .map(|day| lesson(day, minutes))
        .collect()
}

fn on(day: &str, activities: &[Activity]) -> Progress {
    let programme = programme();
    progress(
        &programme,
        requirement(&programme).unwrap(),
        activities,
        date(day),
    )
    .unwrap()
}

#[test]
fn an_even_pace_stands_still_in_a_break_and_ends_at_the_requirement() {
    let expected = |day| on(day, &[]).expected;
    assert_eq!(expected("2023-09-03"), Minutes::ZERO);
    assert_eq!(expected("2023-09-04"), Minutes::ZERO);
    let before_break = Minutes((16740 * 126 + 183) / 366);
    assert_eq!(expected("2024-01-08"), before_break);
    assert_eq!(expected("2024-04-01"), before_break);
    // 183 of 366 days: half of 279 h.
    assert_eq!(expected("2024-05-28"), Minutes(8370));
    assert_eq!(expected("2024-11-27"), Minutes(16740));
    assert_eq!(expected("2030-01-01"), Minutes(16740));
}

/// On its face: whoever takes one figure of a page from another gets the third.
#[test]
fn what_is_required_less_what_is_claimed_is_what_remains() {
    for claimed in [0, 60, 7_999, 16_000, 16_679, 16_680, 16_704, 16_740, 20_000] {
        let progress = on("2024-05-28", &[lesson(date("2023-09-04"), claimed)]);
        let required = progress.requirement.required_hours_whole * 60;
        assert_eq!(
            progress.remaining.0,
            required.saturating_sub(claimed),
            "{claimed}"
        );
    }
    // The pace ends where the requirement stands, and following what each week needs is enough.
    let end = on("2024-11-27", &[]);
    assert_eq!(end.expected, Minutes::from_hours(279));
    let ahead = on("2024-05-29", &[]);
    // 279 h over 182 days, rounded up.
    assert_eq!(
        ahead.weekly_needed,
        Some(Minutes((279 * 60 * 7u32).div_ceil(182)))
    );
}

#[test]
fn a_planned_end_that_has_passed_is_in_the_finding_until_the_training_is_over() {
    let finding = |change: &dyn Fn(&mut Programme), day: &str| {
        let mut programme = programme();
        change(&mut programme);
        let required = requirement(&programme).unwrap();
        let lessons = [
            lesson(date("2023-09-04"), 1440),
            lesson(date("2024-12-02"), 120),
        ];
        progress(&programme, required, &lessons, date(day))
            .unwrap()
            .finding
    };
    expect!["26 h claimed of 279 h: 253 h short of the required 279 h; the planned end, 27 Nov 2024, has passed."]
        .assert_eq(&finding(&|_| (), "2024-12-03"));
    assert!(!finding(&|_| (), "2024-11-27").contains("passed"));
    let gateway = |p: &mut Programme| p.gateway_on = Some(date("2024-12-03"));
    assert!(!finding(&gateway, "2024-12-03").contains("passed"));
    assert!(finding(&gateway, "2024-12-02").contains("passed"));
}

#[track_caller]
fn finds(day: &str, claimed: u32, expected: Expect) {
    let progress = on(day, &[lesson(date("2023-09-04"), claimed)]);
    expected.assert_eq(&format!("{}\n{}", progress.plot.title, progress.finding));
}

#[test]
fn the_finding_is_a_sentence_about_the_difference() {
    finds(
        "2024-05-28",
        8352 - 540,
        expect![[r#"
            9 h 18 behind an even pace
            130 h 12 claimed of 279 h: 9 h 18 behind an even pace."#]],
    );
    finds(
        "2024-05-28",
        8352 + 720,
        expect![[r#"
            11 h 42 ahead of an even pace
            151 h 12 claimed of 279 h: 11 h 42 ahead of an even pace."#]],
    );
    finds(
        "2024-05-28",
        8352 + 59,
        expect![[r#"
            On an even pace
            140 h 11 claimed of 279 h: on an even pace."#]],
    );
    finds(
        "2024-05-28",
        8352 - 60,
        expect![[r#"
            1 h 18 behind an even pace
            138 h 12 claimed of 279 h: 1 h 18 behind an even pace."#]],
    );
    finds(
        "2024-11-27",
        16_000,
        expect![[r#"
            12 h 20 short of the required 279 h
            266 h 40 claimed of 279 h: 12 h 20 short of the required 279 h."#]],
    );
    finds(
        "2024-05-28",
        278 * 60,
        expect![[r#"
            Enough for the minimum, 1 h short of the required 279 h
            278 h claimed of 279 h: enough for the minimum, 1 h short of the required 279 h."#]],
    );
}

#[test]
fn before_the_start_there_is_a_date_to_look_forward_to() {
    let progress = on("2023-08-20", &[]);
    assert_eq!(progress.plot.title, "Training starts on 4 Sep 2023");
    assert_eq!(progress.plot.marker, None);
    assert_eq!(progress.plot.table.rows.len(), 0);
}

#[test]
fn a_twelve_week_average_is_carried_on_past_a_break() {
    // Six hours a week until mid-December, then three weeks of training and a break of twelve.
    let progress = on("2023-12-15", &weekly_lessons(360, 15));
    let forecast = progress.forecast.unwrap();
    assert_eq!((forecast.weeks, forecast.weekly), (12, Minutes(360)));
    // 189 h are left after 15 lessons: 221 days of training at that pace, 23 of them before the break.
    assert_eq!(forecast.reached_on, Some(date("2024-10-15")));
    let dotted = progress
        .plot
        .lines
        .iter()
        .find(|l| l.style == LineStyle::Dotted)
        .unwrap();
    let level: Vec<i32> = dotted.points[1..3].iter().map(|p| p.y).collect();
    assert_eq!(
        level[0], level[1],
        "nothing is forecast for the days of the break"
    );
    assert_eq!(dotted.points.last().unwrap().y, 16740);
}

#[test]
fn there_is_no_forecast_from_less_than_four_weeks_nor_when_all_is_done() {
    assert_eq!(on("2023-09-25", &weekly_lessons(360, 4)).forecast, None);
    assert_eq!(
        on("2024-05-01", &vec![lesson(date("2023-09-04"), 1440); 12]).forecast,
        None
    );
    let idle = on("2024-10-01", &[]).forecast.unwrap();
    assert_eq!(
        (idle.reached_on, idle.by_planned_end),
        (None, Minutes::ZERO)
    );
}

#[test]
fn the_week_and_what_each_week_still_needs_are_told() {
    let progress = on(
        "2024-05-29",
        &[
            lesson(date("2024-05-27"), 90),
            lesson(date("2024-05-26"), 30),
        ],
    );
    assert_eq!(progress.this_week, Minutes(90));
    // 6 net hours a week are 5.35 h a calendar week; over 366 days for 52 weeks, a little less.
    assert_eq!(progress.this_week_pace, Minutes(320));
    // 277 h over 182 days.
    assert_eq!(progress.weekly_needed, Some(Minutes(640)));
    assert_eq!(on("2024-02-07", &[]).this_week_pace, Minutes::ZERO);
}

#[test]
fn later_entries_and_the_bin_are_left_out() {
    let mut binned = lesson(date("2023-09-05"), 60);
    binned.deleted_at = Some(chrono::DateTime::default());
    let entries = [
        binned,
        lesson(date("2023-09-06"), 30),
        lesson(date("2023-10-06"), 500),
    ];
    assert_eq!(on("2023-09-10", &entries).totals.claimed, Minutes(30));
}

#[test]
fn the_chart_says_all_that_it_shows() {
    let plot = on("2024-01-20", &weekly_lessons(300, 18)).plot;
    let shown = |ticks: &[Tick]| -> String {
        ticks
            .iter()
            .map(|t| format!("{}={} ", t.label, t.at))
            .collect()
    };
    let mut text = format!("{}\n{}\n", plot.title, plot.description);
    text += &format!("x {}: {}\n", plot.x_max, shown(&plot.x_ticks));
    text += &format!("y {}: {}\n", plot.y_max, shown(&plot.y_ticks));
    for line in &plot.lines {
        let ends = [line.points.first().unwrap(), line.points.last().unwrap()];
        let ends = ends.map(|p| format!("({}, {})", p.x, p.y)).join(" to ");
        text += &format!("{} ({}): {ends}\n", line.label, line.style.code());
    }
    for band in &plot.bands {
        text += &format!("{}: {} to {}\n", band.label, band.from, band.to);
    }
    let marker = plot.marker.unwrap();
    text += &format!("{} at ({}, {})\n", marker.label, marker.at.x, marker.at.y);
    text += &plot.table.headings.join(" | ");
    for row in &plot.table.rows {
        text += &format!("\n{}", row.join(" | "));
    }
    expect![[r#"
        6 h 03 behind an even pace
        Line chart from 4 Sep 2023 to 27 Nov 2024, when 279 h are required. By 20 Jan 2024, 90 h are claimed; 96 h 03 are expected at an even pace. The pace stands still in the break from 8 Jan 2024 until 1 Apr 2024. At 5 h a week, as in the last 12 weeks, this would be reached on 21 Dec 2024.
        x 450: Nov 2023=58 Jan 2024=119 Mar 2024=179 May 2024=240 Jul 2024=301 Sep 2024=363 Nov 2024=424 
        y 18000: 0 h=0 100=6000 200=12000 300=18000 
        Claimed (solid): (0, 0) to (138, 5400)
        Expected at an even pace (dashed): (0, 0) to (450, 16740)
        If the last weeks go on (dotted): (138, 5400) to (450, 15686)
        Break in learning: 126 to 210
        today: 90 h at (138, 5400)
        Month | Claimed | Claimed so far | Expected
        September 2023 | 20 h | 20 h | 20 h 35
        October 2023 | 25 h | 45 h | 44 h 13
        November 2023 | 20 h | 65 h | 67 h 05
        December 2023 | 20 h | 85 h | 90 h 43
        January 2024 | 5 h | 90 h | 96 h 03"#]].assert_eq(&text);
}

#[test]
fn ticks_are_thinned_over_long_programmes_and_large_figures() {
    let programme = Programme {
        original_start: Some(date("2020-10-05")),
        planned_end: Some(date("2026-04-05")),
        plan_hours: Some(Minutes::from_hours(1531)),
        ..Programme::default()
    };
    let plot = progress(
        &programme,
        requirement(&programme).unwrap(),
        &[],
        date("2022-01-01"),
    );
    let plot = plot.unwrap().plot;
    let labels = |ticks: &[Tick]| ticks.iter().map(|t| t.label.clone()).collect::<Vec<_>>();
    assert_eq!(
        labels(&plot.x_ticks),
        [
            "Jan 2021", "Jan 2022", "Jan 2023", "Jan 2024", "Jan 2025", "Jan 2026"
        ]
    );
    assert_eq!(
        labels(&plot.y_ticks),
        ["0 h", "500", "1000", "1500", "2000"]
    );
}

#[test]
fn without_dates_the_totals_still_stand() {
    let lessons = [
        lesson(date("2026-03-09"), 90),
        lesson(date("2026-03-12"), 30),
    ];
    let only = progress_only(None, &lessons, date("2026-03-12"));
    assert_eq!(
        (only.required, only.remaining, only.this_week),
        (None, None, Minutes(120))
    );
    assert_eq!(only.finding, "2 h claimed so far.");

    let plan = Programme {
        plan_hours: Some(Minutes::from_hours(400)),
        ..Programme::default()
    };
    let only = progress_only(Some(&plan), &lessons, date("2026-03-12"));
    assert_eq!(only.remaining, Some(Minutes::from_hours(398)));
    assert_eq!(only.finding, "2 h claimed of 400 h.");
    let missing = progress(
        &plan,
        requirement(&plan).unwrap(),
        &lessons,
        date("2026-03-12"),
    );
    assert_eq!(missing.unwrap_err().0.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_chart_holds_together(
        start in 0_u64..5_000,
        length in 1_u64..3_000,
        today in 0_u64..9_000,
        pauses in prop::collection::vec((1_u64..600, 1_u64..200), 0..4),
        entries in prop::collection::vec((0_u64..9_000, 1_u32..=1440), 0..60),
    ) {
        let base = date("2017-05-01");
        let start = base + Days::new(start);
        let mut end = start;
        let mut breaks = Vec::new();
        for (work, pause) in pauses {
            let from = end + Days::new(work);
            let to = from + Days::new(pause);
            breaks.push(LearningBreak { from, to, reason: String::new() });
            end = to;
        }
        let programme = Programme {
            original_start: Some(start),
            planned_end: Some(end + Days::new(length)),
            weekly: Some(Minutes(2250)),
            published_hours: Some(Minutes::from_hours(466)),
            breaks,
            ..Programme::default()
        };
        let entries: Vec<Activity> =
            entries.into_iter().map(|(day, minutes)| lesson(base + Days::new(day), minutes)).collect();
        let today = base + Days::new(today);
        let requirement = requirement(&programme).unwrap();
        let found = progress(&programme, requirement, &entries, today).unwrap();
        let plot = &found.plot;

        for line in &plot.lines {
            prop_assert!(line.points.windows(2).all(|w| w[0].x <= w[1].x && w[0].y <= w[1].y), "{:?}", line);
            prop_assert!(line.points.iter().all(|p| (0..=plot.x_max).contains(&p.x)));
            let top = if line.style == LineStyle::Dotted { i32::MAX } else { plot.y_max };
            prop_assert!(line.points.iter().all(|p| (0..=top).contains(&p.y)), "{:?}", line);
        }
        for ticks in [&plot.x_ticks, &plot.y_ticks] {
            prop_assert!(ticks.windows(2).all(|w| w[0].at < w[1].at) && ticks.len() <= 9);
        }
        prop_assert!(plot.table.rows.iter().all(|row| row.len() == plot.table.headings.len()));
        let solid = plot.lines.iter().find(|line| line.style == LineStyle::Solid);
        let reached = solid.and_then(|line| line.points.last()).map_or(0, |p| p.y);
        prop_assert_eq!(u32::try_from(reached).unwrap(), found.totals.claimed.0);
        let last_row = plot.table.rows.last().map(|row| row[2].clone());
        prop_assert!(last_row.is_none_or(|total| total == found.totals.claimed.to_string()));
        prop_assert!(found.expected <= found.requirement.target);
        if let Some(date) = found.forecast.and_then(|f| f.reached_on) {
            prop_assert!(date > today);
        }
    }
}
