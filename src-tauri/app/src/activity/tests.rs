use crate::Failure;
use crate::testing::{
    World, activity, again, all_activities, begin, log, open_world, programme, work,
};
use crate::wire::*;
use aftershift_domain::activity::{ActivityTag, Category, ConfirmationState, Disagreement};
use aftershift_domain::hours::Answer;
use aftershift_domain::id::ActivityId;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{Learner, LearningBreak};

fn confirm(activity: &ActivityId, decision: ConfirmationState) -> RecordConfirmation {
    RecordConfirmation {
        activity_id: activity.clone(),
        decision,
        name: "J. Mensah".into(),
        role: "Practice assessor".into(),
        decided_on: "2026-03-12".parse().unwrap(),
        comment: String::new(),
    }
}

fn view(world: &World, id: &ActivityId) -> ActivityView {
    world.app.activity(ActivityRef { id: id.clone() }).unwrap()
}

#[test]
fn an_activity_is_kept_changed_and_taken_back_step_by_step() {
    let world = open_world();
    let kept = log(&world, "Lecture", "2026-03-10", 60, Category::Theory).activity;
    let changed = SaveActivity {
        title: "Long lecture".into(),
        ..again(&kept)
    };
    let changed = world.app.save_activity(changed).unwrap().activity;
    assert_eq!(
        (changed.title.as_str(), &changed.id),
        ("Long lecture", &kept.id)
    );

    let undone = world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        undone.what.as_deref(),
        Some("Changed the activity “Long lecture”")
    );
    assert_eq!(undone.next, "Added the activity “Lecture”");
    assert_eq!(view(&world, &kept.id).row.activity.title, "Lecture");
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        world.app.list_activities(all_activities()).unwrap().total,
        0
    );
    assert_eq!(world.app.undo(Nothing {}).unwrap().what, None);
}

#[test]
fn everything_wrong_is_said_at_once_and_nothing_is_kept() {
    let world = open_world();
    let request = SaveActivity {
        off_the_job: Some(Minutes(1441)),
        ..activity(" ", "2026-03-10")
    };
    let failure = world.app.save_activity(request).unwrap_err();
    let Failure::Invalid { problems } = failure else {
        panic!("{failure:?}")
    };
    let fields: Vec<_> = problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields, ["title", "offTheJob"]);
    assert_eq!(
        world.app.list_activities(all_activities()).unwrap().total,
        0
    );
}

#[test]
fn a_confirmed_activity_that_is_changed_waits_for_a_word_again_and_keeps_the_old_one() {
    let world = open_world();
    let kept = log(&world, "Lecture", "2026-03-10", 60, Category::Theory).activity;
    let row = world
        .app
        .record_confirmation(confirm(&kept.id, ConfirmationState::Confirmed))
        .unwrap();
    assert_eq!(row.activity.state, ConfirmationState::Confirmed);
    let page = world.app.list_activities(all_activities()).unwrap();
    assert_eq!(page.totals.confirmed, Minutes(60));

    let same = world.app.save_activity(again(&row.activity)).unwrap();
    assert_eq!(
        same.activity.state,
        ConfirmationState::Confirmed,
        "nothing was changed"
    );

    let changed = SaveActivity {
        off_the_job: Some(Minutes(30)),
        ..again(&kept)
    };
    let changed = world.app.save_activity(changed).unwrap();
    assert_eq!(changed.activity.state, ConfirmationState::Submitted);
    let view = view(&world, &kept.id);
    assert_eq!(view.confirmations.len(), 1);
    assert_eq!(view.confirmations[0].name, "J. Mensah");
}

#[test]
fn a_confirmation_needs_somebody_and_a_possible_day() {
    let world = open_world();
    let kept = log(&world, "Lecture", "2026-03-10", 60, Category::Theory).activity;
    let fields = |request: RecordConfirmation| -> Vec<String> {
        match world.app.record_confirmation(request) {
            Err(Failure::Invalid { problems }) => {
                problems.into_iter().map(|problem| problem.field).collect()
            }
            other => panic!("{other:?}"),
        }
    };
    let request = || confirm(&kept.id, ConfirmationState::Confirmed);
    assert_eq!(
        fields(RecordConfirmation {
            name: " ".into(),
            ..request()
        }),
        ["name"]
    );
    for day in ["2026-03-09", "2026-03-13"] {
        let decided_on = day.parse().unwrap();
        assert_eq!(
            fields(RecordConfirmation {
                decided_on,
                ..request()
            }),
            ["decidedOn"]
        );
    }
    assert_eq!(
        fields(confirm(&kept.id, ConfirmationState::Draft)),
        ["decision"]
    );
    assert!(view(&world, &kept.id).confirmations.is_empty());
}

#[test]
fn handing_over_is_nobodys_word() {
    let world = open_world();
    let kept = log(&world, "Lecture", "2026-03-10", 60, Category::Theory).activity;
    let request = RecordConfirmation {
        name: String::new(),
        ..confirm(&kept.id, ConfirmationState::Submitted)
    };
    let row = world.app.record_confirmation(request).unwrap();
    assert_eq!(row.activity.state, ConfirmationState::Submitted);
    assert!(view(&world, &kept.id).confirmations.is_empty());
}

#[test]
fn a_page_has_totals_over_all_and_conditions_hold() {
    let world = open_world();
    for day in 1..=5 {
        log(
            &world,
            "Lecture",
            &format!("2026-03-0{day}"),
            60,
            Category::Theory,
        );
    }
    world
        .app
        .save_activity(activity("A walk", "2026-03-06"))
        .unwrap();
    let page = world
        .app
        .list_activities(ListActivities {
            limit: 2,
            ..all_activities()
        })
        .unwrap();
    assert_eq!((page.rows.len(), page.total), (2, 6));
    assert_eq!(page.totals.claimed, Minutes(300));
    assert_eq!(page.rows[0].activity.title, "A walk", "newest first");
    let total = |request: ListActivities| world.app.list_activities(request).unwrap().total;
    assert_eq!(
        total(ListActivities {
            claimed_only: true,
            ..all_activities()
        }),
        5
    );
    assert_eq!(
        total(ListActivities {
            text: "walk".into(),
            ..all_activities()
        }),
        1
    );
    let from = Some("2026-03-05".parse().unwrap());
    assert_eq!(
        total(ListActivities {
            from,
            ..all_activities()
        }),
        2
    );
    assert_eq!(
        total(ListActivities {
            offset: 6,
            ..all_activities()
        }),
        6
    );
}

#[test]
fn time_in_a_break_does_not_count_and_the_row_says_why() {
    let world = open_world();
    let mut programme = programme();
    programme.breaks.push(LearningBreak {
        from: "2026-03-01".parse().unwrap(),
        to: "2026-03-20".parse().unwrap(),
        reason: String::new(),
    });
    let request = SaveProgramme {
        learner: Learner::default(),
        programme,
    };
    world.app.save_programme(request).unwrap();
    let row = log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
    assert_eq!(row.verdict.answer, Answer::DoesNotCount);
    assert!(
        row.verdict.reason.contains("break"),
        "{}",
        row.verdict.reason
    );
}

#[test]
fn an_activity_shows_the_theory_its_reflections_draw_on() {
    let world = open_world();
    let kept = log(&world, "Lecture", "2026-03-10", 60, Category::Theory).activity;
    let id = begin(&world, "A fall", "free");
    let link = ActivityLink {
        reflection_id: id.clone(),
        activity_id: kept.id.clone(),
    };
    world.app.link_activity(link.clone()).unwrap();
    let theory = world
        .app
        .save_theory(work("A title", "1993", &["Atkins", "Murphy"]))
        .unwrap();
    let theory = LinkTheory {
        id: None,
        reflection_id: id,
        theory_id: theory.id,
        relation: aftershift_domain::theory::TheoryRelation::Applies,
        rationale: "It names what I did.".into(),
        passage: String::new(),
    };
    world.app.link_theory(theory).unwrap();
    let shown = view(&world, &kept.id);
    let drawn = &shown.theory[0];
    assert_eq!(shown.theory.len(), 1);
    assert_eq!(drawn.label, "Atkins and Murphy (1993)");
    assert_eq!(
        Some(&drawn.link.reflection_id),
        shown.row.reflections.first().map(|it| &it.id)
    );
    assert_eq!(
        Some(&drawn.reflection_title),
        shown.row.reflections.first().map(|it| &it.title)
    );
    assert_eq!(shown.row.reflections[0].title, "A fall");

    world.app.unlink_activity(link).unwrap();
    assert!(view(&world, &kept.id).row.reflections.is_empty());
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(view(&world, &kept.id).row.reflections.len(), 1);
}

#[test]
fn a_length_is_read_as_people_write_it() {
    let world = open_world();
    let read = |text: &str, measure: Measure| {
        let text = text.into();
        world
            .app
            .read_duration(ReadDuration { text, measure })
            .unwrap()
    };
    assert_eq!(
        read("1h30", Measure::Activity).readings[0].minutes,
        Minutes(90)
    );
    let bad = read("soon", Measure::Activity);
    assert!(bad.readings.is_empty() && !bad.problem.is_empty());

    let week = read("37.5", Measure::Week);
    assert_eq!(week.readings[0].minutes, Minutes(2250));
    assert_eq!(week.readings[0].label, "37 h 30 a week");
    assert!(read("200", Measure::Week).problem.contains("168"));

    // A training plan's figure: more than a day, and no reading as minutes to choose from.
    let plan = read("278.4", Measure::Programme);
    assert_eq!(plan.readings.len(), 1);
    assert_eq!(plan.readings[0].minutes, Minutes(16_704));
    assert_eq!(
        read("12", Measure::Programme).readings[0].minutes,
        Minutes::from_hours(12)
    );
    assert!(read("10000", Measure::Programme).problem.contains("9999"));
}

#[test]
fn codes_are_kept_in_one_form_and_times_give_a_length() {
    let world = open_world();
    let request = SaveActivity {
        criteria: vec!["k03".into(), "S1".into(), "K3".into(), "Unit 2".into()],
        started_at: "22:00:00".parse().ok(),
        ended_at: "06:00:00".parse().ok(),
        ..activity("Night shift", "2026-03-10")
    };
    let kept = world.app.save_activity(request).unwrap().activity;
    assert_eq!(kept.criteria, ["K3", "S1", "Unit 2"]);
    assert_eq!(kept.duration, Some(Minutes(480)));
    assert_eq!(kept.done_on.to_string(), "2026-03-10", "the day it began");
    assert_eq!(view(&world, &kept.id).unusual_criteria, ["Unit 2"]);
}

#[test]
fn a_page_of_ten_thousand_runs_as_many_statements_as_a_page_of_ten() {
    let world = open_world();
    let add = |from: usize, to: usize| {
        let added = world.app.write(|db, present| {
            for number in from..to {
                let id = ActivityId::new(format!("n{number}")).unwrap();
                let day = "2025-02-01".parse::<chrono::NaiveDate>().unwrap();
                db.save_activity(&Activity {
                    title: format!("Lecture {number}"),
                    done_on: day + chrono::Days::new(number as u64 / 20),
                    off_the_job: Some(Minutes(30)),
                    tags: vec![ActivityTag::TheoryHours],
                    ..crate::activity::blank(id, present)
                })?;
            }
            Ok(())
        });
        added.unwrap();
    };
    let counted = world
        .app
        .with_open(|open, _| Ok(open.store.count_statements()?));
    let counted = counted.unwrap();
    let statements = |work: &dyn Fn()| {
        drop(counted.take());
        work();
        counted.take()
    };
    let ask = || {
        let page = world.app.list_activities(ListActivities {
            tag: Some(ActivityTag::TheoryHours),
            ..all_activities()
        });
        drop(page.unwrap());
    };
    add(0, 10);
    let few = statements(&ask);
    add(10, 10_000);
    let many = statements(&ask);
    assert_eq!(few.len(), many.len(), "{many:#?}");
    assert!(many.len() <= 8, "{many:#?}");

    let page = world.app.list_activities(all_activities()).unwrap();
    assert_eq!((page.rows.len(), page.total), (50, 10_000));
    // Some of them are for days to come.
    let (claimed, to_come) = (page.totals.claimed, page.totals.to_come);
    assert_eq!(claimed.saturating_add(to_come), Minutes(300_000));
    let by_tag: Vec<_> = page.by_tag.iter().map(|it| (it.tag, it.time)).collect();
    assert_eq!(by_tag, [(ActivityTag::TheoryHours, claimed)]);
    let week = statements(&|| {
        let day = "2025-03-10".parse().ok();
        assert_eq!(
            world.app.week(WeekOf { day }).unwrap().days[0].rows.len(),
            20
        );
    });
    assert!(week.len() <= 6, "{week:#?}");
}

#[test]
fn a_disagreement_stands_beside_the_answer_and_moves_nothing() {
    let world = open_world();
    let kept = log(&world, "Maths", "2026-03-10", 90, Category::EnglishMaths).activity;
    world
        .app
        .record_confirmation(confirm(&kept.id, ConfirmationState::Confirmed))
        .unwrap();
    let before = world.app.list_activities(all_activities()).unwrap().totals;
    let held = Disagreement {
        counts: true,
        note: "It was drug calculations.".into(),
    };
    let request = SaveActivity {
        disagreement: Some(held.clone()),
        ..again(&kept)
    };
    let row = world.app.save_activity(request).unwrap();
    assert_eq!(row.activity.disagreement, Some(held));
    assert_eq!(
        row.verdict.answer,
        Answer::DoesNotCount,
        "the rule's answer stays"
    );
    assert_eq!(
        row.activity.state,
        ConfirmationState::Confirmed,
        "what was confirmed is what it was"
    );
    let after = world.app.list_activities(all_activities()).unwrap().totals;
    assert_eq!(after.disputed, Minutes(90));
    assert_eq!(
        (after.claimed, after.confirmed, after.excluded),
        (before.claimed, before.confirmed, before.excluded)
    );

    let silent = SaveActivity {
        disagreement: Some(Disagreement {
            counts: true,
            note: " ".into(),
        }),
        ..again(&kept)
    };
    let Err(Failure::Invalid { problems }) = world.app.save_activity(silent) else {
        panic!("it was taken without a reason");
    };
    assert_eq!(problems[0].field, "disagreement.note");
}

#[test]
fn an_entry_shows_the_five_questions_once_time_is_claimed() {
    let world = open_world();
    let lesson = log(&world, "Lecture", "2026-03-10", 60, Category::Theory).activity;
    assert_eq!(view(&world, &lesson.id).questions.len(), 5);
    let shift = world
        .app
        .save_activity(activity("Shift", "2026-03-10"))
        .unwrap();
    assert!(view(&world, &shift.activity.id).questions.is_empty());
}

#[test]
fn tomorrow_does_not_count_yet_in_the_entry_the_table_the_week_and_the_hours() {
    let world = open_world();
    log(&world, "Lecture", "2026-03-12", 60, Category::Theory);
    let row = log(&world, "Study day", "2026-03-13", 90, Category::Theory);
    assert_eq!(row.verdict.answer, Answer::NotYet);
    assert!(
        row.verdict
            .reason
            .starts_with("It counts from 13 March 2026: "),
        "{}",
        row.verdict.reason
    );
    let table = world.app.list_activities(all_activities()).unwrap().totals;
    let week = world.app.week(WeekOf { day: None }).unwrap().totals;
    let hours = world.app.hours(Nothing {}).unwrap().totals;
    for totals in [table, week, hours] {
        assert_eq!((totals.claimed, totals.to_come), (Minutes(60), Minutes(90)));
    }
    let audit = world.app.audit(Nothing {}).unwrap().totals;
    assert_eq!(audit, hours, "the audit check has the same sums");
}
