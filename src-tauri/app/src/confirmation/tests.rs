use crate::Failure;
use crate::testing::{World, activity, again, all_activities, log, open_world};
use crate::wire::*;
use aftershift_domain::activity::{Category, ConfirmationState, ContentField};
use aftershift_domain::id::ActivityId;
use aftershift_domain::minutes::Minutes;

fn word(ids: &[&ActivityId], decision: ConfirmationState) -> ConfirmActivities {
    ConfirmActivities {
        activity_ids: ids.iter().map(|id| (*id).clone()).collect(),
        decision,
        name: " J. Mensah ".into(),
        role: "Practice assessor".into(),
        decided_on: "2026-03-12".parse().unwrap(),
        comment: String::new(),
    }
}

/// Three lessons on three days.
fn lessons(world: &World) -> Vec<ActivityId> {
    let lesson = |day: u32| {
        let title = format!("Lesson {day}");
        let day = format!("2026-03-{day:02}");
        log(world, &title, &day, 60, Category::Theory).activity.id
    };
    (9..=11).map(lesson).collect()
}

fn view(world: &World, id: &ActivityId) -> ActivityView {
    world.app.activity(ActivityRef { id: id.clone() }).unwrap()
}

fn states(world: &World) -> Vec<ConfirmationState> {
    let page = world.app.list_activities(all_activities()).unwrap();
    page.rows.iter().map(|row| row.activity.state).collect()
}

#[test]
fn a_week_is_confirmed_in_one_go_and_taken_back_in_one() {
    let world = open_world();
    let ids = lessons(&world);
    let all: Vec<_> = ids.iter().collect();
    let handled = world
        .app
        .confirm_activities(word(&all, ConfirmationState::Confirmed));
    assert_eq!(handled.unwrap().count, 3);
    assert_eq!(states(&world), [ConfirmationState::Confirmed; 3]);
    let page = world.app.list_activities(all_activities()).unwrap();
    assert_eq!(page.totals.confirmed, Minutes(180));
    let shown = view(&world, &ids[0]);
    assert_eq!(shown.confirmations[0].name, "J. Mensah");
    assert_eq!(shown.confirmations[0].revision, Some(1));

    let undone = world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        undone.what.as_deref(),
        Some("Recorded what J. Mensah said of 3 activities")
    );
    assert_eq!(states(&world), [ConfirmationState::Draft; 3]);
    assert!(view(&world, &ids[0]).confirmations.is_empty());
}

#[test]
fn what_was_confirmed_is_kept_when_the_entry_changes() {
    let world = open_world();
    let id = lessons(&world).remove(0);
    world
        .app
        .confirm_activities(word(&[&id], ConfirmationState::Confirmed))
        .unwrap();
    let now = view(&world, &id);
    assert!(
        now.versions[0].changes.is_empty(),
        "it says what was confirmed"
    );

    let longer = SaveActivity {
        duration: Some(Minutes(90)),
        off_the_job: Some(Minutes(90)),
        ..again(&now.row.activity)
    };
    let row = world.app.save_activity(longer).unwrap();
    assert_eq!(row.activity.state, ConfirmationState::Submitted);
    let shown = view(&world, &id);
    assert_eq!(
        shown.confirmations[0].revision,
        Some(shown.versions[0].revision)
    );
    assert_eq!(shown.versions[0].content.off_the_job, Some(Minutes(60)));
    let changes = &shown.versions[0].changes;
    assert_eq!(
        changes.iter().map(|it| it.field).collect::<Vec<_>>(),
        [ContentField::Duration, ContentField::OffTheJob]
    );
    assert_eq!(
        (changes[1].before.as_str(), changes[1].after.as_str()),
        ("1 h", "1 h 30")
    );
    let page = world.app.list_activities(all_activities()).unwrap();
    assert_eq!(
        page.totals.confirmed,
        Minutes::ZERO,
        "nobody confirmed 1 h 30"
    );

    // A second word is about the second version; both are there.
    world
        .app
        .confirm_activities(word(&[&id], ConfirmationState::Confirmed))
        .unwrap();
    let shown = view(&world, &id);
    let about: Vec<_> = shown.confirmations.iter().map(|it| it.revision).collect();
    assert_eq!(about, [Some(2), Some(1)]);
    assert_eq!(shown.versions.len(), 2);
}

#[test]
fn from_being_handed_over_on_every_version_is_kept() {
    let world = open_world();
    let id = lessons(&world).remove(0);
    let change = |title: &str| {
        let request = SaveActivity {
            title: title.into(),
            ..again(&view(&world, &id).row.activity)
        };
        world.app.save_activity(request).unwrap();
    };
    change("Still a draft");
    assert!(view(&world, &id).versions.is_empty());
    let refs = ActivityRefs {
        activity_ids: vec![id.clone()],
    };
    world.app.submit_activities(refs).unwrap();
    change("Second");
    change("Third");
    let titles: Vec<_> = view(&world, &id)
        .versions
        .into_iter()
        .map(|version| version.content.title)
        .collect();
    assert_eq!(titles, ["Second", "Still a draft"]);
}

#[test]
fn only_what_is_not_handed_over_yet_is_handed_over() {
    let world = open_world();
    let ids = lessons(&world);
    world
        .app
        .confirm_activities(word(&[&ids[0]], ConfirmationState::Confirmed))
        .unwrap();
    world
        .app
        .confirm_activities(word(&[&ids[1]], ConfirmationState::Queried))
        .unwrap();
    let refs = || ActivityRefs {
        activity_ids: ids.clone(),
    };
    assert_eq!(world.app.submit_activities(refs()).unwrap().count, 2);
    let expected = [
        ConfirmationState::Submitted,
        ConfirmationState::Submitted,
        ConfirmationState::Confirmed,
    ];
    assert_eq!(states(&world), expected, "newest first");
    assert_eq!(world.app.status().unwrap().undo, "Handed over 2 activities");
    assert_eq!(world.app.submit_activities(refs()).unwrap().count, 0);
    assert_eq!(world.app.status().unwrap().undo, "Handed over 2 activities");
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(states(&world)[1], ConfirmationState::Queried);
}

#[test]
fn one_entry_that_cannot_be_decided_about_stops_all() {
    let world = open_world();
    let mut ids = lessons(&world);
    let later = world.app.save_activity(activity("Tomorrow", "2026-03-13"));
    ids.push(later.unwrap().activity.id);
    let all: Vec<_> = ids.iter().collect();
    let failure = world
        .app
        .confirm_activities(word(&all, ConfirmationState::Confirmed))
        .unwrap_err();
    let Failure::Invalid { problems } = failure else {
        panic!("{failure:?}")
    };
    assert_eq!(problems[0].field, "decidedOn");
    assert!(
        problems[0]
            .reason
            .contains("“Tomorrow” was done on Fri 13 Mar 2026")
    );
    assert_eq!(states(&world), [ConfirmationState::Draft; 4]);

    let nobody = ActivityId::new("nobody").unwrap();
    for ids in [vec![&nobody], Vec::new()] {
        let refused = world
            .app
            .confirm_activities(word(&ids, ConfirmationState::Confirmed));
        assert!(refused.is_err());
    }
}

#[test]
fn those_who_confirmed_are_offered_the_latest_first() {
    let world = open_world();
    let ids = lessons(&world);
    for (id, name) in ids.iter().zip(["A. Tutor", "B. Nurse", "A. Tutor"]) {
        let request = ConfirmActivities {
            name: name.into(),
            ..word(&[id], ConfirmationState::Confirmed)
        };
        world.app.confirm_activities(request).unwrap();
    }
    let people = world.app.confirmers(Nothing {}).unwrap().people;
    let names: Vec<_> = people.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["A. Tutor", "B. Nurse"]);
}
