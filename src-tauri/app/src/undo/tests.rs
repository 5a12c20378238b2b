use super::{Back, MOST, Stack, Step};
use crate::Failure;
use crate::testing::{World, activity, open_world};
use crate::wire::Nothing;
use aftershift_store::ItemKind;

fn push(world: &World, step: Step) {
    let pushed = world.app.with_open(|open, _| {
        open.undo.push(step);
        Ok(())
    });
    pushed.unwrap();
}

#[test]
fn the_oldest_step_falls_off_the_stack() {
    let mut stack = Stack::default();
    for n in 0..=MOST {
        stack.push(Step::new(format!("Step {n}"), Back::Capture(String::new())));
    }
    assert_eq!(stack.done.len(), MOST);
    assert_eq!(stack.next(), format!("Step {MOST}"));
    assert_eq!(stack.done[0].what, "Step 1");
}

#[test]
fn nothing_to_take_back_is_no_failure() {
    let world = open_world();
    let undone = world.app.undo(Nothing {}).unwrap();
    assert_eq!((undone.what, undone.next.as_str()), (None, ""));
}

#[test]
fn a_step_whose_object_is_gone_does_not_bar_the_way() {
    let world = open_world();
    world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    let gone = Step::new("Gone", Back::Restore(ItemKind::Theory, "nowhere".into()));
    push(&world, gone);
    assert!(matches!(
        world.app.undo(Nothing {}),
        Err(Failure::NotFound { .. })
    ));
    let undone = world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        undone.what.as_deref(),
        Some("Added the activity “Night shift”")
    );
}

#[test]
fn what_takes_several_things_back_takes_back_all_or_none() {
    let world = open_world();
    let kept = world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    let both = Back::All(vec![
        Back::Bin(ItemKind::Activity, kept.activity.id.to_string()),
        Back::Bin(ItemKind::Theory, "nowhere".into()),
    ]);
    push(&world, Step::new("Both", both));
    assert!(world.app.undo(Nothing {}).is_err());
    assert_eq!(
        world.app.status().unwrap().counts.activities,
        1,
        "the first half was taken back"
    );
}

#[test]
fn what_was_taken_back_is_done_again_until_something_else_is_done() {
    let world = open_world();
    let undo = || world.app.undo(Nothing {}).unwrap();
    let redo = || world.app.redo(Nothing {}).unwrap();
    let count = || world.app.status().unwrap().counts.activities;
    let log = |title: &str| {
        world
            .app
            .save_activity(activity(title, "2026-03-11"))
            .unwrap();
    };
    assert_eq!((redo().what, redo().next.as_str()), (None, ""));
    log("Night shift");
    log("Lecture");
    undo();
    undo();
    assert_eq!(count(), 0);
    let again = redo();
    assert_eq!(
        (again.what.as_deref(), again.next.as_str()),
        (
            Some("Added the activity “Night shift”"),
            "Added the activity “Lecture”"
        )
    );
    assert_eq!(count(), 1);
    log("Study day");
    assert_eq!(redo().what, None, "something else was done on top");
    assert_eq!(
        undo().what.as_deref(),
        Some("Added the activity “Study day”")
    );
    assert_eq!(
        undo().what.as_deref(),
        Some("Added the activity “Night shift”")
    );
    assert_eq!(count(), 0);
}

#[test]
fn words_that_were_captured_since_stay_when_it_is_done_again() {
    let world = open_world();
    let capture = || world.app.read(|db, _| Ok(db.capture()?)).unwrap();
    push(&world, Step::new("Kept", Back::Capture("A fall.".into())));
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(capture(), "A fall.");
    world.app.redo(Nothing {}).unwrap();
    assert_eq!(capture(), "");
    world.app.undo(Nothing {}).unwrap();
    world
        .app
        .write(|db, _| Ok(db.set_capture("A fall.\n\nAnd more.")?))
        .unwrap();
    world.app.redo(Nothing {}).unwrap();
    assert_eq!(capture(), "And more.");
    world.app.undo(Nothing {}).unwrap();
    world
        .app
        .write(|db, _| Ok(db.set_capture("Something else.")?))
        .unwrap();
    world.app.redo(Nothing {}).unwrap();
    assert_eq!(capture(), "Something else.");
}
