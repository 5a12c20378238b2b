use crate::Failure;
use crate::testing::{World, all_activities, open_world, programme};
use crate::wire::*;
use aftershift_domain::activity::{Category, ConfirmationState, DeliveredBy, PaidTime, Place};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{Learner, LearningBreak, Weekday};

/// College on Tuesdays from 24 February 2026; today is Thursday 12 March.
fn college() -> SaveRecurrence {
    SaveRecurrence {
        id: None,
        title: " College day ".into(),
        weekdays: vec![Weekday::Tuesday],
        every_weeks: 1,
        from: "2026-02-24".parse().unwrap(),
        until: None,
        started_at: None,
        ended_at: None,
        duration: Some(Minutes(360)),
        category: Some(Category::Theory),
        paid: PaidTime::Paid,
        delivered_by: "Lecturer".into(),
        delivered_by_kind: DeliveredBy::Provider,
        place: Place::Campus,
        criteria: vec!["k03".into()],
        tags: Vec::new(),
    }
}

fn again(it: &Recurrence) -> SaveRecurrence {
    SaveRecurrence {
        id: Some(it.id.clone()),
        title: it.title.clone(),
        weekdays: it.weekdays.clone(),
        from: it.from,
        until: it.until,
        ..college()
    }
}

fn due(world: &World) -> Vec<String> {
    let found = world.app.due_entries(Nothing {}).unwrap();
    let days = found.entries.iter().map(|it| it.due_on.to_string());
    days.collect()
}

fn answer(it: &Recurrence, day: &str, happened: bool) -> AnswerRecurrence {
    AnswerRecurrence {
        recurrence_id: it.id.clone(),
        due_on: day.parse().unwrap(),
        happened,
        off_the_job: None,
        what_was_learned: String::new(),
        carried: None,
    }
}

#[test]
fn what_is_due_is_offered_and_never_logged_by_itself() {
    let world = open_world();
    let kept = world.app.save_recurrence(college()).unwrap();
    assert_eq!(
        (kept.title.as_str(), &kept.criteria[..]),
        ("College day", &["K3".to_owned()][..])
    );
    assert_eq!(due(&world), ["2026-03-10", "2026-03-03", "2026-02-24"]);
    assert_eq!(
        world.app.list_activities(all_activities()).unwrap().total,
        0
    );
    let listed = world
        .app
        .list_recurrences(Nothing {})
        .unwrap()
        .rows
        .remove(0);
    assert_eq!((listed.due, listed.next), (3, "2026-03-17".parse().ok()));
}

#[test]
fn a_day_is_logged_as_a_draft_or_did_not_happen_and_both_are_taken_back() {
    let world = open_world();
    let it = world.app.save_recurrence(college()).unwrap();
    let logged = world
        .app
        .answer_recurrence(AnswerRecurrence {
            off_the_job: Some(Minutes(300)),
            what_was_learned: "Exudate.".into(),
            ..answer(&it, "2026-03-10", true)
        })
        .unwrap()
        .unwrap()
        .activity;
    assert_eq!(
        (
            logged.title.as_str(),
            logged.duration,
            logged.off_the_job,
            logged.state
        ),
        (
            "College day",
            Some(Minutes(360)),
            Some(Minutes(300)),
            ConfirmationState::Draft
        )
    );
    let nothing = world
        .app
        .answer_recurrence(answer(&it, "2026-03-03", false))
        .unwrap();
    assert_eq!(nothing, None);
    assert_eq!(due(&world), ["2026-02-24"]);
    assert_eq!(
        world.app.answer_recurrence(answer(&it, "2026-03-03", true)),
        Err(Failure::NotFound { kind: "due".into() }),
        "what was answered is not due"
    );

    let undone = world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        undone.what.as_deref(),
        Some("Noted that “College day” did not happen on Tue 3 Mar 2026")
    );
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(due(&world), ["2026-03-10", "2026-03-03", "2026-02-24"]);
    assert_eq!(
        world.app.list_activities(all_activities()).unwrap().total,
        0
    );
}

#[test]
fn breaks_and_days_to_come_are_not_offered() {
    let world = open_world();
    let mut programme = programme();
    programme.breaks.push(LearningBreak {
        from: "2026-03-02".parse().unwrap(),
        to: "2026-03-09".parse().unwrap(),
        reason: String::new(),
    });
    let request = SaveProgramme {
        learner: Learner::default(),
        programme,
    };
    world.app.save_programme(request).unwrap();
    let it = world.app.save_recurrence(college()).unwrap();
    assert_eq!(due(&world), ["2026-03-10", "2026-02-24"]);
    for day in ["2026-03-03", "2026-03-17", "2026-03-11"] {
        let refused = world.app.answer_recurrence(answer(&it, day, true));
        assert!(refused.is_err(), "{day}");
    }
}

#[test]
fn another_rhythm_does_not_ask_about_the_past_again() {
    let world = open_world();
    let it = world.app.save_recurrence(college()).unwrap();
    let changed = world
        .app
        .save_recurrence(SaveRecurrence {
            weekdays: vec![Weekday::Thursday],
            ..again(&it)
        })
        .unwrap();
    assert_eq!(changed.from, world.today());
    assert_eq!(due(&world), ["2026-03-12"]);
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(due(&world).len(), 3);
    let same = world.app.save_recurrence(again(&it)).unwrap();
    assert_eq!(same.changed_at, it.changed_at, "nothing was changed");
}

#[test]
fn in_the_bin_it_is_not_offered_and_comes_back_with_its_answers() {
    let world = open_world();
    let it = world.app.save_recurrence(college()).unwrap();
    world
        .app
        .answer_recurrence(answer(&it, "2026-03-10", false))
        .unwrap();
    let item = || BinItemRef {
        kind: BinKind::Recurrence,
        id: it.id.to_string(),
    };
    assert_eq!(world.app.move_to_bin(item()).unwrap().title, "College day");
    assert!(due(&world).is_empty());
    assert!(
        world
            .app
            .list_recurrences(Nothing {})
            .unwrap()
            .rows
            .is_empty()
    );
    world.app.restore_from_bin(item()).unwrap();
    assert_eq!(due(&world), ["2026-03-03", "2026-02-24"]);
}

#[test]
fn a_claim_longer_than_the_entry_is_refused_and_the_day_stays_due() {
    let world = open_world();
    let it = world.app.save_recurrence(college()).unwrap();
    let refused = world.app.answer_recurrence(AnswerRecurrence {
        off_the_job: Some(Minutes(361)),
        ..answer(&it, "2026-03-10", true)
    });
    assert!(matches!(refused, Err(Failure::Invalid { .. })));
    assert_eq!(due(&world).len(), 3);
}

#[test]
fn everything_wrong_is_said_at_once() {
    let world = open_world();
    let request = SaveRecurrence {
        title: String::new(),
        weekdays: Vec::new(),
        every_weeks: 53,
        ..college()
    };
    let Err(Failure::Invalid { problems }) = world.app.save_recurrence(request) else {
        panic!("it was kept");
    };
    let fields: Vec<_> = problems.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["title", "weekdays", "everyWeeks"]);
}

#[test]
fn more_days_than_anyone_answers_at_once_are_counted() {
    let world = open_world();
    let request = SaveRecurrence {
        weekdays: Weekday::ALL.to_vec(),
        from: "2025-03-12".parse().unwrap(),
        ..college()
    };
    world.app.save_recurrence(request).unwrap();
    let found = world.app.due_entries(Nothing {}).unwrap();
    assert_eq!((found.entries.len(), found.total), (40, 366));
}
