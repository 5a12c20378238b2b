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
    assert_eq!(stack.0.len(), MOST);
    assert_eq!(stack.next(), format!("Step {MOST}"));
    assert_eq!(stack.0[0].what, "Step 1");
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
