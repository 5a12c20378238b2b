//! Deleting, and taking it back.

use super::world::{activity_id, at, everything, filled, reflection_id};
use crate::reflection::ReflectionFilter;
use crate::{Error, ItemKind, Tag};

#[test]
fn everything_can_go_to_the_bin_and_come_back_as_it_was() {
    let mut store = filled();
    let before = store.read(|r| r.portfolio()).unwrap();
    let now = at("2026-06-01T12:00:00Z");
    let items = [
        (ItemKind::Reflection, "r1", "A dressing"),
        (ItemKind::Activity, "a1", "Night shift on the ward"),
        (ItemKind::Theory, "t1", "From Novice to Expert"),
        (
            ItemKind::TheoryLink,
            "l1",
            "I followed the protocol step by step, as an advanced beginner does.",
        ),
        (ItemKind::Evidence, "e1", "certificate.pdf"),
        (ItemKind::Opportunity, "o1", "Venepuncture"),
        (ItemKind::Action, "x1", "Read the policy"),
        (ItemKind::Feedback, "f1", "Tutor"),
        (ItemKind::OwnModel, "m1", "Ours"),
    ];
    for (kind, id, title) in items {
        let written = store.write(|w| w.move_to_bin(kind, id, now)).unwrap();
        assert!(written.changes.contains(Tag::Bin));
        let bin = store.read(|r| r.bin()).unwrap();
        let first = bin.iter().find(|b| b.deleted_at == now).unwrap();
        assert_eq!(
            (first.kind, first.id.as_str(), first.title.as_str()),
            (kind, id, title)
        );
        assert_eq!(store.check().unwrap(), []);
        store.write(|w| w.restore_from_bin(kind, id)).unwrap();
    }
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), before);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_was_deleted_last_comes_first() {
    let store = filled();
    let bin = store.read(|r| r.bin()).unwrap();
    let ids: Vec<_> = bin.iter().map(|b| b.id.as_str()).collect();
    assert_eq!(ids, ["t2", "r2", "e2", "l3"]);
}

#[test]
fn links_stay_with_what_is_in_the_bin() {
    let mut store = filled();
    store
        .write(|w| w.move_to_bin(ItemKind::Activity, "a1", at("2026-06-01T12:00:00Z")))
        .unwrap();
    assert_eq!(
        store
            .read(|r| r.activities_of(&reflection_id("r1")))
            .unwrap()
            .len(),
        1
    );
    assert!(
        store
            .read(|r| r.activity(&activity_id("a1")))
            .unwrap()
            .is_some()
    );
    store
        .write(|w| w.restore_from_bin(ItemKind::Activity, "a1"))
        .unwrap();
    assert_eq!(
        store.read(|r| r.all_activity_links()).unwrap(),
        everything().0.activity_links
    );
    assert_eq!(
        store
            .read(|r| r.activities_of(&reflection_id("r1")))
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn the_list_shows_the_bin_when_asked() {
    let store = filled();
    let filter = ReflectionFilter {
        in_bin: true,
        ..Default::default()
    };
    let page = store.read(|r| r.reflections(&filter, 0, 10)).unwrap();
    assert_eq!((page.total, page.rows[0].id.as_str()), (1, "r2"));
}

#[test]
fn what_is_not_there_cannot_be_deleted() {
    let mut store = filled();
    let now = at("2026-06-01T12:00:00Z");
    match store.write(|w| w.move_to_bin(ItemKind::Theory, "nothing", now)) {
        Err(Error::NoSuch { kind: "theory", id }) => assert_eq!(id, "nothing"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn deleting_does_not_declare_damage_sound() {
    let mut store = filled();
    store
        .db
        .execute(
            "update theory set title = 'Forged' where theory_id = 't1'",
            [],
        )
        .unwrap();
    let now = at("2026-06-01T12:00:00Z");
    let outcome = store.write(|w| w.move_to_bin(ItemKind::Theory, "t1", now));
    assert!(matches!(outcome, Err(Error::Corrupt(_))));
}

#[test]
fn a_late_save_does_not_take_an_account_out_of_the_bin() {
    let mut store = filled();
    let id = reflection_id("r1");
    let account = store.read(|r| r.reflection(&id)).unwrap().unwrap();
    let now = at("2026-06-01T12:00:00Z");
    store
        .write(|w| w.move_to_bin(ItemKind::Reflection, "r1", now))
        .unwrap();
    let saved = store.write(|w| w.save_reflection(&account)).unwrap().value;
    assert_eq!(saved.deleted_at, Some(now));
    assert_eq!(store.read(|r| r.reflection(&id)).unwrap(), Some(saved));
    assert_eq!(store.read(|r| r.search("dressing", 9)).unwrap().len(), 1);
}
