//! Each check on the days that matter, and what holds for every log.

use super::*;
use crate::activity::tests::activity;
use crate::activity::{Activity, Category, ConfirmationState, Disagreement, PaidTime};
use crate::hours;
use crate::minutes::Minutes;
use crate::programme::{LearningBreak, Nation, Programme, Weekday};
use chrono::{DateTime, Days, NaiveTime, Utc};
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

fn time(text: &str) -> Option<NaiveTime> {
    Some(format!("{text}:00").parse().unwrap())
}

/// A lesson of two hours on a weekday with everything that is asked for, recorded on its day.
fn lesson(id: &str, day: &str) -> Activity {
    Activity {
        title: format!("Lesson {id}"),
        off_the_job: Some(Minutes(120)),
        duration: Some(Minutes(120)),
        category: Some(Category::Theory),
        paid: PaidTime::Paid,
        what_was_learned: format!("What {id} is about."),
        criteria: vec!["K3".into()],
        state: ConfirmationState::Confirmed,
        created_at: at(date(day)),
        ..activity(id, day)
    }
}

fn timed(id: &str, day: &str, from: &str, to: &str) -> Activity {
    Activity {
        started_at: time(from),
        ended_at: time(to),
        duration: None,
        ..lesson(id, day)
    }
}

/// Two years of 557 hours from February 2025, with a break of eight weeks.
fn programme() -> Programme {
    Programme {
        original_start: Some(date("2025-02-01")),
        planned_end: Some(date("2027-01-31")),
        weekly: Some(Minutes(2250)),
        breaks: vec![LearningBreak {
            from: date("2025-10-06"),
            to: date("2025-12-01"),
            reason: String::new(),
        }],
        ..Programme::default()
    }
}

const TODAY: &str = "2026-03-12";

fn audit_of(programme: &Programme, activities: &[Activity]) -> Audit {
    Log::new(programme, activities, date(TODAY)).audit()
}

fn found(audit: &Audit, code: CheckCode) -> &Check {
    audit
        .checks
        .iter()
        .find(|check| check.code == code)
        .unwrap()
}

/// The check in words, with the entries it points at.
fn shown(check: &Check) -> String {
    let mut text = format!("{}: {}", check.result.code(), check.text);
    for concern in &check.concerns {
        let about = match &concern.about {
            About::Entry { id, .. } => id.to_string(),
            About::Days { .. } => "days".to_owned(),
            About::Programme { field } => field.label().to_owned(),
            About::Log => "the log".to_owned(),
        };
        text += &format!("\n{about}: {}", concern.detail);
    }
    text
}

#[track_caller]
fn check(code: CheckCode, activities: &[Activity], expected: Expect) {
    expected.assert_eq(&shown(found(&audit_of(&programme(), activities), code)));
}

#[test]
fn every_check_says_a_sentence_whatever_it_found_and_what_to_do_if_it_found_something() {
    let bad = Activity {
        what_was_learned: String::new(),
        state: ConfirmationState::Draft,
        paid: PaidTime::Unknown,
        ..timed("bad", "2026-03-14", "23:00", "22:00")
    };
    for activities in [&[][..], &[lesson("a", "2026-03-03")], &[bad.clone(), bad]] {
        let audit = audit_of(&programme(), activities);
        let codes: Vec<_> = audit.checks.iter().map(|check| check.code).collect();
        assert_eq!(codes, CheckCode::ALL);
        for check in &audit.checks {
            assert!(check.text.ends_with('.'), "{}", check.text);
            assert_eq!(check.text.matches(". ").count(), 0, "{}", check.text);
            let fine = check.result == Outcome::Fine;
            assert_eq!(check.advice.is_empty(), fine, "{}", check.text);
            assert!(!fine || check.concerns.is_empty());
            assert!(check.advice.is_empty() || check.advice.ends_with(['.', '?']));
        }
    }
}

/// What is not known of a programme, check by check.
fn unknown_of(programme: &Programme, activities: &[Activity]) -> Vec<String> {
    let checks = audit_of(programme, activities).checks.into_iter();
    let unknown = checks.filter(|check| check.result == Outcome::Unknown);
    unknown
        .map(|check| {
            let fields = check.concerns.iter().map(|concern| match &concern.about {
                About::Programme { field } => field.label(),
                About::Log => "the log",
                other => panic!("{other:?} is not what is missing"),
            });
            let fields: Vec<&str> = fields.collect();
            format!("{}: {}", check.code.code(), fields.join(", "))
        })
        .collect()
}

#[test]
fn what_could_not_be_compared_is_not_known_and_says_which_field_is_missing() {
    let entries = [lesson("a", "2026-03-03")];
    assert_eq!(
        unknown_of(&Programme::default(), &entries),
        [
            "before_start: Original start",
            "after_planned_end: Planned end of training",
            "after_gateway: Planned end of training, Day of gateway, Day the programme ended",
            "in_break: Original start, Breaks in learning",
            "idle: Original start",
            "at_minimum: Original start",
            "planned: Original start",
        ]
    );
    let planned = Programme {
        planned_hours: Some(Minutes::from_hours(600)),
        ..programme()
    };
    // No field is missing for that one: hours are.
    assert_eq!(unknown_of(&planned, &entries), ["at_minimum: the log"]);
}

#[test]
fn nothing_is_fine_of_an_empty_log_without_a_programme() {
    let audit = audit_of(&Programme::default(), &[]);
    for check in &audit.checks {
        assert_eq!(check.result, Outcome::Unknown, "{}", check.text);
        assert!(!check.concerns.is_empty(), "{} leads nowhere", check.text);
    }
    // With a programme nothing is fine either: there is no entry to look at.
    let fine: Vec<_> = audit_of(&programme(), &[])
        .checks
        .into_iter()
        .filter(|check| check.result == Outcome::Fine)
        .map(|check| check.code)
        .collect();
    assert_eq!(fine, []);
}

#[test]
fn entries_that_claim_the_same_minutes_are_a_problem() {
    let entries = [
        timed("a", "2026-03-03", "09:00", "11:00"),
        timed("b", "2026-03-03", "10:30", "12:30"),
        timed("c", "2026-03-03", "12:30", "14:30"),
        lesson("untimed", "2026-03-03"),
    ];
    check(
        CheckCode::Overlap,
        &entries,
        expect![[r#"
        problem: 2 entries overlap in time with another.
        a: 09:00 to 11:00
        b: 10:30 to 12:30"#]],
    );
}

#[test]
fn a_night_overlaps_the_morning_after_it_and_no_other() {
    let entries = [
        timed("night", "2026-03-02", "22:00", "06:00"),
        timed("morning", "2026-03-03", "05:00", "07:00"),
        timed("evening", "2026-03-03", "22:00", "23:00"),
    ];
    check(
        CheckCode::Overlap,
        &entries,
        expect![[r#"
        look: 2 entries overlap in time with another.
        night: 22:00 to 06:00
        morning: 05:00 to 07:00"#]],
    );
}

#[test]
fn a_lesson_within_a_shift_of_which_part_is_claimed_is_only_worth_a_look() {
    let shift = Activity {
        off_the_job: Some(Minutes(60)),
        ..timed("shift", "2026-03-03", "07:00", "15:00")
    };
    let lesson = timed("lesson", "2026-03-03", "10:00", "12:00");
    let result =
        |entries: &[Activity]| found(&audit_of(&programme(), entries), CheckCode::Overlap).result;
    assert_eq!(result(&[shift.clone(), lesson.clone()]), Outcome::Look);
    // What does not count is claimed by nobody.
    let review = Activity {
        category: Some(Category::ProgressReview),
        ..lesson
    };
    assert_eq!(result(&[shift, review]), Outcome::Fine);
}

#[test]
fn more_than_eight_hours_on_a_day_are_worth_a_look_and_more_than_a_day_is_a_problem() {
    let long = |id: &str, minutes| Activity {
        off_the_job: Some(Minutes(minutes)),
        duration: Some(Minutes(minutes)),
        ..lesson(id, "2026-03-03")
    };
    check(
        CheckCode::LongDay,
        &[long("a", 480)],
        expect!["fine: No day has more than 8 h of claimed time."],
    );
    check(
        CheckCode::LongDay,
        &[long("a", 480), long("b", 1)],
        expect![[r#"
        look: 2 entries lie on days for which more than 8 h are claimed.
        a: 8 h 01 on that day
        b: 8 h 01 on that day"#]],
    );
    check(
        CheckCode::LongDay,
        &[long("a", 1440), long("b", 1)],
        expect![[r#"
        problem: 2 entries lie on days for which more than 8 h are claimed.
        a: 24 h 01 on one day
        b: 24 h 01 on one day"#]],
    );
}

#[test]
fn days_outside_the_training_are_named() {
    let entries = [
        lesson("early", "2025-01-31"),
        lesson("first", "2025-02-01"),
        lesson("paused", "2025-10-06"),
        lesson("back", "2025-12-01"),
        lesson("today", TODAY),
        lesson("tomorrow", "2026-03-13"),
    ];
    check(
        CheckCode::BeforeStart,
        &entries,
        expect![[r#"
        problem: 1 entry lies before the programme started and does not count.
        early: "#]],
    );
    check(
        CheckCode::InBreak,
        &entries,
        expect![[r#"
        problem: 1 entry lies in a break in learning, when nothing counts.
        paused: break from 6 Oct 2025"#]],
    );
    check(
        CheckCode::Future,
        &entries,
        expect![[r#"
        look: 1 entry claims time for a day that has not come: 2 h, left out of every total and of what is handed in until then.
        tomorrow: does not count yet"#]],
    );
    check(
        CheckCode::AfterPlannedEnd,
        &entries,
        expect!["fine: No entry lies after the planned end."],
    );
}

#[test]
fn a_planned_end_that_has_passed_is_said_with_or_without_entries_after_it() {
    let late = Programme {
        planned_end: Some(date("2026-03-10")),
        ..programme()
    };
    let text = |programme: &Programme, entries: &[Activity]| {
        shown(found(
            &audit_of(programme, entries),
            CheckCode::AfterPlannedEnd,
        ))
    };
    expect!["look: The planned end, 10 Mar 2026, has passed while the training goes on."]
        .assert_eq(&text(&late, &[]));
    let entries = [lesson("on", "2026-03-10"), lesson("after", "2026-03-11")];
    expect![[r#"
        look: The planned end, 10 Mar 2026, has passed, and 1 entry lies after it.
        after: "#]]
    .assert_eq(&text(&late, &entries));
    let over = Programme {
        gateway_on: Some(date("2026-03-11")),
        ..late.clone()
    };
    expect![[r#"
        look: 1 entry lies after the planned end, 10 Mar 2026.
        after: "#]]
    .assert_eq(&text(&over, &entries));
    let gone = Programme {
        gateway_on: Some(date("2026-03-10")),
        ..late
    };
    let audit = audit_of(&gone, &entries);
    assert_eq!(
        found(&audit, CheckCode::AfterPlannedEnd).result,
        Outcome::Fine
    );
    expect![[r#"
        problem: 1 entry lies after gateway or the end of the programme and adds nothing.
        after: "#]]
    .assert_eq(&shown(found(&audit, CheckCode::AfterGateway)));
}

#[test]
fn weekends_and_nights_need_a_word_about_pay() {
    let silent = |activity| Activity {
        paid: PaidTime::Unknown,
        ..activity
    };
    let entries = [
        silent(lesson("saturday", "2026-03-07")),
        silent(timed("night", "2026-03-04", "21:30", "22:30")),
        silent(timed("day", "2026-03-05", "09:00", "10:00")),
        lesson("paid", "2026-03-08"),
    ];
    check(
        CheckCode::UnusualTime,
        &entries,
        expect![[r#"
        look: 2 entries lie outside the usual working time without being paid or given back.
        night: Wed 4 Mar 2026, 21:30 to 22:30
        saturday: Sat 7 Mar 2026"#]],
    );
}

#[test]
fn whoever_works_nights_is_asked_about_days_instead() {
    let nights = Programme {
        working_days: vec![Weekday::Friday, Weekday::Saturday],
        working_from: time("20:00"),
        working_to: time("08:00"),
        ..programme()
    };
    let silent = |id, day, from, to| Activity {
        paid: PaidTime::Unknown,
        ..timed(id, day, from, to)
    };
    let entries = [
        silent("friday-night", "2026-03-06", "22:00", "23:00"),
        silent("its-small-hours", "2026-03-07", "03:00", "04:00"),
        silent("sunday-small-hours", "2026-03-08", "03:00", "04:00"),
        silent("monday-small-hours", "2026-03-09", "03:00", "04:00"),
        silent("friday-noon", "2026-03-06", "12:00", "13:00"),
    ];
    let audit = audit_of(&nights, &entries);
    expect![[r#"
        look: 2 entries lie outside the usual working time without being paid or given back.
        friday-noon: Fri 6 Mar 2026, 12:00 to 13:00
        monday-small-hours: Mon 9 Mar 2026, 03:00 to 04:00"#]]
    .assert_eq(&shown(found(&audit, CheckCode::UnusualTime)));
}

#[test]
fn more_than_28_days_later_is_late() {
    let recorded = |id: &str, on: &str| Activity {
        created_at: at(date(on)),
        ..lesson(id, "2026-01-05")
    };
    check(
        CheckCode::Late,
        &[
            recorded("in-time", "2026-02-02"),
            recorded("late", "2026-02-03"),
        ],
        expect![[r#"
            look: 1 entry was recorded more than 28 days after the learning.
            late: recorded 29 days later"#]],
    );
}

#[test]
fn the_same_on_one_day_is_a_problem_and_a_copied_text_worth_a_look() {
    let copied = |id: &str, day: &str| Activity {
        title: "Skills laboratory".into(),
        what_was_done: "Practised taking blood pressure by hand with two colleagues.".into(),
        what_was_learned: "To let the cuff down slowly and not to round the reading.".into(),
        ..lesson(id, day)
    };
    let plain = |id: &str, day: &str| Activity {
        title: "Lecture".into(),
        what_was_learned: String::new(),
        ..lesson(id, day)
    };
    let longer = Activity {
        off_the_job: Some(Minutes(136)),
        ..copied("longer", "2026-02-18")
    };
    let entries = [
        copied("one", "2026-02-03"),
        copied("next-week", "2026-02-10"),
        longer,
        plain("p1", "2026-02-04"),
        plain("p2", "2026-02-05"),
        plain("p3", "2026-02-05"),
    ];
    check(
        CheckCode::NearDuplicate,
        &entries,
        expect![[r#"
        problem: 4 entries have nearly the same words and times as another.
        one: as on 10 Feb 2026
        p2: twice on this day
        p3: twice on this day
        next-week: as on 3 Feb 2026"#]],
    );
}

#[test]
fn what_was_learned_and_who_confirmed_it_is_asked_of_what_counts() {
    let silent = |id: &str, category| Activity {
        what_was_learned: " ".into(),
        category: Some(category),
        state: ConfirmationState::Submitted,
        ..lesson(id, "2026-03-03")
    };
    let entries = [
        silent("lecture", Category::Theory),
        silent("review", Category::ProgressReview),
        lesson("good", "2026-03-04"),
    ];
    check(
        CheckCode::NoLearning,
        &entries,
        expect![[r#"
        problem: 1 entry does not say what was newly learned.
        lecture: "#]],
    );
    check(
        CheckCode::Unconfirmed,
        &entries,
        expect![[r#"
        look: 1 entry is not confirmed by anyone: 2 h of the claimed 4 h.
        lecture: "#]],
    );
    check(
        CheckCode::Unconfirmed,
        &entries[..2],
        expect![[r#"
        problem: Nothing of the claimed 2 h is confirmed by anyone.
        lecture: "#]],
    );
}

#[test]
fn months_without_learning_are_found_by_the_rule_of_the_start() {
    let months = [
        "2025-02", "2025-03", "2025-04", "2025-07", "2025-08", "2025-09", "2025-12", "2026-01",
        "2026-02",
    ];
    let entries: Vec<Activity> = months
        .iter()
        .map(|month| lesson(&format!("m{month}"), &format!("{month}-20")))
        .collect();
    check(
        CheckCode::Idle,
        &entries,
        expect![[r#"
        problem: For a stretch of a calendar month or more there is no learning that counts.
        days: 1 May 2025 to 30 Jun 2025
        days: 1 Oct 2025 to 31 Oct 2025
        days: 1 Mar 2026 to 12 Mar 2026"#]],
    );
    let wales = Programme {
        nation: Nation::Wales,
        plan_hours: Some(Minutes::from_hours(100)),
        ..programme()
    };
    assert_eq!(
        found(&audit_of(&wales, &entries), CheckCode::Idle).result,
        Outcome::Unknown,
        "no rule of Wales is known"
    );
}

#[test]
fn where_it_is_not_certain_which_rule_binds_a_stretch_without_learning_says_so() {
    let advice = |start: &str| {
        let programme = Programme {
            original_start: Some(date(start)),
            breaks: Vec::new(),
            ..programme()
        };
        found(&audit_of(&programme, &[]), CheckCode::Idle)
            .advice
            .clone()
    };
    let doubt = "whether they bind starts before 1 August 2023 is not known";
    for start in ["2017-05-01", "2022-07-31", "2022-08-01", "2023-07-31"] {
        assert!(advice(start).contains(doubt), "{start}: {}", advice(start));
    }
    for start in ["2023-08-01", "2025-08-01"] {
        assert!(
            advice(start).ends_with("a break in learning has to be recorded."),
            "{start}"
        );
    }
}

#[test]
fn a_total_that_ends_just_at_the_minimum_is_worth_a_look() {
    let small = Programme {
        plan_hours: Some(Minutes::from_hours(100)),
        ..programme()
    };
    let result = |minutes: u32| {
        let entry = Activity {
            off_the_job: Some(Minutes(minutes)),
            duration: Some(Minutes(minutes)),
            ..lesson("a", "2026-03-03")
        };
        found(&audit_of(&small, &[entry]), CheckCode::AtMinimum).result
    };
    assert_eq!(result(5_999), Outcome::Unknown, "nothing to judge yet");
    assert_eq!(result(6_000), Outcome::Look);
    assert_eq!(result(6_120), Outcome::Look);
    assert_eq!(result(6_121), Outcome::Fine);
}

#[test]
fn planned_hours_are_compared_with_what_is_required_and_in_the_end_with_what_was_delivered() {
    let text = |programme: &Programme, hours: u32| {
        let entry = Activity {
            off_the_job: Some(Minutes::from_hours(hours)),
            ..lesson("a", "2026-03-03")
        };
        let audit = audit_of(programme, &[entry]);
        let check = found(&audit, CheckCode::Planned);
        format!("{}: {}", check.result.code(), check.text)
    };
    let mut programme = Programme {
        original_start: Some(date("2025-08-01")),
        published_hours: Some(Minutes::from_hours(466)),
        planned_hours: Some(Minutes::from_hours(400)),
        breaks: Vec::new(),
        ..programme()
    };
    expect!["problem: The planned 400 h are fewer than the required 466 h."]
        .assert_eq(&text(&programme, 10));
    programme.planned_hours = Some(Minutes::from_hours(550));
    expect!["fine: The planned 550 h cover the required 466 h."].assert_eq(&text(&programme, 10));
    programme.ended_on = Some(date(TODAY));
    expect!["look: 500 h reach the required 466 h, and the employer must state why fewer than the planned 550 h were delivered."]
        .assert_eq(&text(&programme, 500));
    expect!["problem: 10 h are 456 h short of the required 466 h, and the employer must state why fewer than the planned 550 h were delivered."]
        .assert_eq(&text(&programme, 10));
    expect!["fine: 600 h reach the required 466 h."].assert_eq(&text(&programme, 600));
}

#[test]
fn a_disagreement_is_shown_with_its_note_and_amount() {
    let held = Activity {
        category: Some(Category::EnglishMaths),
        disagreement: Some(Disagreement {
            counts: true,
            note: "It was drug\ncalculations.".into(),
        }),
        ..lesson("maths", "2026-03-03")
    };
    check(
        CheckCode::Disputed,
        &[held],
        expect![[r#"
        look: You see 1 entry differently from the rules: 2 h, which stay where the rules put them.
        maths: 2 h should count: It was drug calculations."#]],
    );
}

#[test]
fn the_figures_for_the_learner_record_are_whole_hours() {
    let odd = Activity {
        off_the_job: Some(Minutes(119)),
        ..lesson("a", "2026-03-03")
    };
    let figures = audit_of(&programme(), &[odd]).figures;
    assert_eq!((figures.delivered, figures.confirmed), (1, 1));
    let required = hours::requirement(&programme())
        .unwrap()
        .required_hours_whole;
    assert_eq!(figures.planned, Some(required));
}

#[test]
fn an_entry_that_is_typed_is_remarked_on_and_leaves_the_log_as_it_was() {
    let kept = timed("kept", "2026-03-03", "09:00", "11:00");
    let mut log = Log::new(&programme(), std::slice::from_ref(&kept), date(TODAY));
    let before = log.audit();
    let typed = Activity {
        what_was_learned: String::new(),
        created_at: at(date(TODAY)),
        ..timed("typed", "2026-03-03", "10:00", "12:00")
    };
    let codes: Vec<_> = log
        .remarks(&typed)
        .into_iter()
        .map(|remark| remark.code)
        .collect();
    assert_eq!(codes, [CheckCode::Overlap, CheckCode::NoLearning]);
    assert_eq!(log.audit(), before);
    // An entry that is being changed is not compared with what it was.
    assert_eq!(log.remarks(&kept), []);
    let unclaimed = Activity {
        off_the_job: None,
        ..kept
    };
    assert_eq!(log.remarks(&unclaimed), []);
    assert_eq!(log.audit(), before);
    for remark in log.remarks(&typed) {
        assert!(remark.text.ends_with('.') && remark.result != Outcome::Fine);
    }
}

/// The work of a log of `count` entries made by `entry`, and of changing one in its middle.
fn work(count: u64, entry: impl Fn(u64) -> Activity) -> (u64, u64) {
    let entries: Vec<Activity> = (0..count).map(&entry).collect();
    let mut log = Log::new(&programme(), &entries, date(TODAY));
    let whole = log.compared();
    let mut changed = entry(count / 2);
    changed.what_was_learned += " Once more.";
    log.put(&changed);
    (whole, log.compared() - whole)
}

/// Ten thousand entries of the kinds that would be worst: the work grows with their number alone.
#[test]
fn the_work_is_bounded_even_where_everything_is_alike() {
    const COUNT: u64 = 10_000;
    let day = |n: u64| (date("2025-02-03") + Days::new(n % 400)).to_string();
    let same = |n: u64| Activity {
        title: "Study".into(),
        what_was_learned: "Read three chapters about wound care and made notes for the seminar."
            .into(),
        ..lesson(&format!("e{n}"), &day(n))
    };
    let nearly = |n: u64| Activity {
        title: format!("Study session number {n}"),
        ..same(n)
    };
    let one_day = |n: u64| Activity {
        started_at: time("09:00"),
        ..lesson(&format!("e{n}"), "2026-03-03")
    };
    for (name, (whole, one)) in [
        ("the same text", work(COUNT, same)),
        ("nearly the same text", work(COUNT, nearly)),
        ("one day", work(COUNT, one_day)),
    ] {
        // Sixteen neighbours under each of four numbers, and the entries of three days for each day.
        assert!(whole <= COUNT * (4 * 16 + 3), "{name}: {whole}");
        assert!(one <= 2 * 64 * 64 + 6 * COUNT, "{name}: {one}");
    }
    // In a log of a usual kind, one change is a handful of comparisons.
    let usual = |n: u64| Activity {
        what_was_done: format!("Topic {} of module {} with group {}.", n, n * 7, n * 13),
        ..lesson(&format!("e{n}"), &day(n * 3))
    };
    let (_, one) = work(400, usual);
    assert!(one < 600, "{one}");
}

/// Any activity of a few days, with few words, times and lengths, so that much of it collides. Some lie
/// before the start, in the break, or in days to come.
fn any_activity() -> impl Strategy<Value = Activity> {
    let day = prop_oneof![
        6 => (0_u64..6).prop_map(|days| date("2026-01-10") + Days::new(days)),
        1 => prop::sample::select(vec!["2025-01-10", "2025-10-08", "2025-12-20", "2026-02-01"])
            .prop_map(date),
    ];
    let times = prop::option::weighted(
        0.8,
        (
            prop::sample::select(vec![1_u32, 9, 22]),
            prop::sample::select(vec![60_i64, 120, 480]),
        ),
    );
    let claimed = prop::option::weighted(
        0.9,
        prop::sample::select(vec![0_u32, 60, 70, 120, 480, 1440]),
    );
    let when = (0_u64..12, day, times, 0_u64..60);
    let category = prop_oneof![3 => Just(0), 1 => 0..Category::ALL.len()];
    let what = (category, claimed, 0..4_usize, 0..3_usize);
    let deleted = prop::bool::weighted(0.1);
    let how = (
        0..PaidTime::ALL.len(),
        any::<bool>(),
        deleted,
        prop::option::of(any::<bool>()),
    );
    (when, what, how).prop_map(|((id, day, times, later), what, how)| {
        const TEXTS: [&str; 4] = [
            "Lecture",
            "Practised taking blood pressure by hand with two colleagues on the ward and noted it",
            "Practised taking blood pressure by hand with two colleagues on the ward and wrote",
            "Watched the discharge coordinator find a bed and wrote down how she did it",
        ];
        let began = times.and_then(|(hour, _)| NaiveTime::from_hms_opt(hour, 0, 0));
        let ended = began.zip(times).map(|(began, (_, length))| {
            began
                .overflowing_add_signed(chrono::TimeDelta::minutes(length))
                .0
        });
        Activity {
            title: TEXTS[what.2].into(),
            done_on: day,
            started_at: began,
            ended_at: ended,
            off_the_job: what.1.map(Minutes),
            category: Some(Category::ALL[what.0]),
            what_was_learned: ["", "", "To wait."][what.3].into(),
            paid: PaidTime::ALL[how.0],
            state: if how.1 {
                ConfirmationState::Confirmed
            } else {
                ConfirmationState::Draft
            },
            disagreement: how.3.map(|counts| Disagreement {
                counts,
                note: "I asked.".into(),
            }),
            deleted_at: how.2.then(Default::default),
            created_at: at(day + Days::new(later)),
            ..activity(&format!("a{id}"), "2026-01-01")
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// However a log came to be what it is, the checks say the same.
    #[test]
    fn a_log_kept_up_to_date_is_the_log_made_anew(
        changes in prop::collection::vec((any_activity(), 0_u8..5), 0..40),
    ) {
        let today = date("2026-01-15");
        let mut log = Log::new(&programme(), &[], today);
        let mut kept: std::collections::BTreeMap<ActivityId, Activity> = Default::default();
        for (activity, how) in changes {
            if how == 0 {
                log.remove(&activity.id);
                kept.remove(&activity.id);
            } else if how == 1 {
                let before = log.audit();
                let _ = log.remarks(&activity);
                prop_assert_eq!(log.audit(), before);
            } else {
                log.put(&activity);
                kept.insert(activity.id.clone(), activity);
            }
        }
        let anew = Log::new(&programme(), kept.values(), today).audit();
        prop_assert_eq!(log.audit(), anew.clone());
        prop_assert_eq!(anew.totals, hours::totals(kept.values(), Some(&programme()), today));
        // The order in which it was read does not matter either.
        let backwards = Log::new(&programme(), kept.values().rev(), today).audit();
        prop_assert_eq!(backwards, anew);
    }

    /// More entries than neighbours, nearly all alike: what is compared moves with every change.
    #[test]
    fn a_crowd_of_like_entries_is_the_same_however_it_came_about(
        order in prop::collection::vec((0_u64..60, 0_u32..3), 1..120),
    ) {
        let entry = |n: u64, variant: u32| Activity {
            title: "Skills laboratory".into(),
            what_was_done: "Practised taking blood pressure by hand with colleagues.".into(),
            what_was_learned: "To let the cuff down slowly.".into(),
            off_the_job: Some(Minutes(60 + variant * 10)),
            ..lesson(&format!("e{n}"), &(date("2025-12-01") + Days::new(n / 2)).to_string())
        };
        let mut log = Log::new(&programme(), &[], date(TODAY));
        let mut kept: std::collections::BTreeMap<u64, Activity> = Default::default();
        for (n, variant) in order {
            if variant == 2 && kept.contains_key(&n) {
                log.remove(&entry(n, 0).id);
                kept.remove(&n);
            } else {
                let entry = entry(n, variant);
                log.put(&entry);
                kept.insert(n, entry);
            }
        }
        let anew = Log::new(&programme(), kept.values(), date(TODAY));
        prop_assert_eq!(log.audit(), anew.audit());
    }

    #[test]
    fn no_activity_panics(
        days in prop::collection::vec(-100_000_000_i64..100_000_000, 0..6),
        minutes in any::<u32>(),
        text in any::<String>(),
        start in any::<bool>(),
    ) {
        let entries: Vec<Activity> = days
            .iter()
            .enumerate()
            .map(|(n, days)| Activity {
                done_on: date("2026-01-01")
                    .checked_add_signed(chrono::TimeDelta::days(*days))
                    .unwrap_or(if *days < 0 { NaiveDate::MIN } else { NaiveDate::MAX }),
                started_at: time("23:59"),
                off_the_job: Some(Minutes(minutes)),
                duration: Some(Minutes(minutes / 2)),
                what_was_learned: text.clone(),
                ..activity(&format!("a{n}"), "2026-01-01")
            })
            .collect();
        let programme = if start { programme() } else { Programme::default() };
        for today in [NaiveDate::MIN, date(TODAY), date("2199-12-31")] {
            let mut log = Log::new(&programme, &entries, today);
            for entry in &entries {
                let _ = log.remarks(entry);
                log.put(entry);
            }
            prop_assert_eq!(log.audit().checks.len(), CheckCode::ALL.len());
        }
    }
}

#[test]
fn what_is_claimed_and_does_not_count_is_shown_with_the_sum_and_the_reasons() {
    let review = Activity {
        category: Some(Category::ProgressReview),
        what_was_learned: String::new(),
        ..lesson("review", "2026-02-03")
    };
    let paused = Activity {
        category: Some(Category::DuringBreak),
        ..lesson("paused", "2026-02-04")
    };
    let entries = [lesson("counts", "2026-02-02"), review, paused];
    check(
        CheckCode::Excluded,
        &entries,
        expect![[r#"
        look: You claimed 6 h so far: 2 h count, and 4 h in 2 entries do not.
        review: Progress reviews and their paperwork do not count.
        paused: Nothing counts during a break in learning or after gateway."#]],
    );
    check(
        CheckCode::Excluded,
        &entries[..1],
        expect!["fine: All of the 2 h that you claimed so far count."],
    );
    // Its kind says so, whatever the programme knows of breaks.
    check(
        CheckCode::InBreak,
        &entries,
        expect![[r#"
        problem: 1 entry lies in a break in learning, when nothing counts.
        paused: its kind says so, and your programme has no break then"#]],
    );
    // Nobody is asked to say what was learned in time that does not count.
    check(
        CheckCode::NoLearning,
        &entries,
        expect!["fine: Every entry that counts says what was newly learned."],
    );
}
