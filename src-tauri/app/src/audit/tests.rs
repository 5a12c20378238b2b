use crate::testing::{World, activity, again, log, open_world, programme};
use crate::wire::*;
use aftershift_domain::activity::{Category, ConfirmationState, PaidTime};
use aftershift_domain::audit::{CheckCode, Outcome};
use aftershift_domain::hours::Answer;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::Learner;

fn audit(world: &World) -> AuditView {
    world.app.audit(Nothing {}).unwrap()
}

fn found(view: &AuditView, code: CheckCode) -> &AuditCheck {
    view.checks.iter().find(|check| check.code == code).unwrap()
}

fn keep(world: &World, programme: Programme) {
    let learner = Learner::default();
    world
        .app
        .save_programme(SaveProgramme { learner, programme })
        .unwrap();
}

/// Whether the checks as they are kept are those of a program that has just been started.
#[track_caller]
fn check_current(world: &World) {
    let kept = audit(world);
    let path = world.app.portfolio_path().unwrap();
    world.app.close();
    world.app.open_file(&path).unwrap();
    assert_eq!(kept, audit(world));
}

#[test]
fn checks_follow_whatever_happens_to_entries() {
    let world = open_world();
    keep(&world, programme());
    let empty = audit(&world);
    let check = found(&empty, CheckCode::NoLearning);
    // Nothing there to look at leads to where there could be.
    assert_eq!(check.result, Outcome::Unknown);
    assert_eq!(check.places[0].target, Target::Activities);
    let lecture = log(&world, "Lecture", "2026-03-10", 60, Category::Theory).activity;
    let silent = audit(&world);
    let check = found(&silent, CheckCode::NoLearning);
    assert_eq!((check.result, check.total), (Outcome::Problem, 1));
    assert_eq!(check.places[0].label, "Lecture, Tue 10 Mar 2026, 1 h");
    assert_eq!(check.places[0].target, Target::Activity(lecture.id.clone()));
    assert_eq!(silent.totals.claimed, Minutes(60));
    check_current(&world);

    // Changed, and taken back, within one moment of the clock.
    let learned = SaveActivity {
        what_was_learned: "How wounds heal.".into(),
        ..again(&lecture)
    };
    world.app.save_activity(learned).unwrap();
    assert_eq!(found(&audit(&world), CheckCode::NoLearning).total, 0);
    world.app.undo(Nothing {}).unwrap();
    check_current(&world);
    let learned = SaveActivity {
        what_was_learned: "How wounds heal.".into(),
        ..again(&lecture)
    };
    world.app.save_activity(learned).unwrap();

    assert_eq!(
        found(&audit(&world), CheckCode::Unconfirmed).result,
        Outcome::Problem
    );
    let confirmed = RecordConfirmation {
        activity_id: lecture.id.clone(),
        decision: ConfirmationState::Confirmed,
        name: "J. Mensah".into(),
        role: String::new(),
        decided_on: "2026-03-12".parse().unwrap(),
        comment: String::new(),
    };
    world.app.record_confirmation(confirmed).unwrap();
    assert_eq!(
        found(&audit(&world), CheckCode::Unconfirmed).result,
        Outcome::Fine
    );
    check_current(&world);

    let item = BinItemRef {
        kind: BinKind::Activity,
        id: lecture.id.to_string(),
    };
    audit(&world);
    world.app.move_to_bin(item.clone()).unwrap();
    assert_eq!(audit(&world).totals.claimed, Minutes::ZERO);
    world.app.restore_from_bin(item).unwrap();
    check_current(&world);
}

#[test]
fn another_programme_and_another_portfolio_are_looked_at_anew() {
    let world = open_world();
    log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
    assert_eq!(
        found(&audit(&world), CheckCode::BeforeStart).result,
        Outcome::Unknown
    );
    let later = Programme {
        original_start: "2026-03-11".parse().ok(),
        ..programme()
    };
    keep(&world, later);
    let view = audit(&world);
    assert_eq!(
        found(&view, CheckCode::BeforeStart).result,
        Outcome::Problem
    );
    assert_eq!(view.totals.excluded, Minutes(60));
    world
        .app
        .create_file(&world.folder.path().join("other.aftershift"))
        .unwrap();
    assert_eq!(audit(&world).totals, Default::default());
}

#[test]
fn an_entry_is_checked_while_it_is_typed_and_nothing_is_kept() {
    let world = open_world();
    keep(&world, programme());
    let timed = |from: &str, to: &str| SaveActivity {
        started_at: from.parse().ok(),
        ended_at: to.parse().ok(),
        off_the_job: Some(Minutes(60)),
        what_was_learned: "How wounds heal.".into(),
        ..activity("Lecture on wounds", "2026-03-10")
    };
    let kept = world
        .app
        .save_activity(timed("09:00:00", "10:00:00"))
        .unwrap()
        .activity;
    let before = audit(&world);
    let codes = |request: SaveActivity| -> Vec<CheckCode> {
        let view = world.app.check_entry(request).unwrap();
        view.remarks.iter().map(|remark| remark.code).collect()
    };
    assert_eq!(codes(timed("14:00:00", "15:00:00")), []);
    assert_eq!(codes(timed("09:50:00", "10:50:00")), [CheckCode::Overlap]);
    assert_eq!(codes(again(&kept)), [], "it does not overlap itself");
    let unpaid = SaveActivity {
        paid: PaidTime::Unknown,
        done_on: "2026-03-08".parse().unwrap(),
        ..timed("14:00:00", "15:00:00")
    };
    assert_eq!(codes(unpaid), [CheckCode::UnusualTime]);
    let impossible = SaveActivity {
        title: " ".into(),
        ..timed("09:50:00", "10:50:00")
    };
    assert_eq!(codes(impossible.clone()), []);
    let answer = |request: SaveActivity| -> Option<Answer> {
        let view = world.app.check_entry(request).unwrap();
        view.verdict.map(|verdict| verdict.answer)
    };
    let lesson = SaveActivity {
        category: Some(Category::Theory),
        ..timed("14:00:00", "15:00:00")
    };
    let maths = SaveActivity {
        category: Some(Category::EnglishMaths),
        ..lesson.clone()
    };
    let unclaimed = SaveActivity {
        off_the_job: None,
        ..lesson.clone()
    };
    assert_eq!(answer(lesson), Some(Answer::Counts));
    assert_eq!(answer(maths), Some(Answer::DoesNotCount));
    assert_eq!(answer(unclaimed), Some(Answer::NotClaimed));
    assert_eq!(
        answer(impossible),
        None,
        "nothing is said of what cannot be kept"
    );
    assert_eq!(audit(&world), before);
}

#[test]
fn a_planned_end_that_has_passed_is_a_check_with_the_entries_after_it() {
    let world = open_world();
    let passed = Programme {
        planned_end: "2026-03-09".parse().ok(),
        ..programme()
    };
    keep(&world, passed);
    log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
    let view = audit(&world);
    let check = found(&view, CheckCode::AfterPlannedEnd);
    assert_eq!((check.result, check.total), (Outcome::Look, 1));
    assert!(
        check.text.contains("9 Mar 2026, has passed"),
        "{}",
        check.text
    );
    assert!(check.advice.starts_with("Tell your provider"));
}

#[test]
fn hundreds_of_places_are_counted_and_the_first_are_named() {
    const MANY: u32 = 205;
    let world = open_world();
    for n in 0..MANY {
        log(
            &world,
            &format!("Lecture {n}"),
            "2026-03-10",
            1,
            Category::Theory,
        );
    }
    let view = audit(&world);
    let check = found(&view, CheckCode::NoLearning);
    assert_eq!((check.total, check.places.len()), (MANY, super::MOST));
}
