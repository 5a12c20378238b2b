//! Copies, and putting them back.

use super::world::{World, at, everything};
use crate::backup::{is_due, restore, safe_copies};
use crate::{Error, Existing, Store};
use rusqlite::Connection;

/// Changes a row behind the store's back.
fn damage(path: &std::path::Path) {
    let db = Connection::open(path).unwrap();
    assert_eq!(
        db.execute("update theory set title = 'Forged'", [])
            .unwrap(),
        2
    );
}

#[test]
fn a_copy_holds_all_that_was_written() {
    let world = World::new();
    let (_, store) = world.filled();
    let copy = world.path("copy.aftershift");
    store.copy_to(&copy, Existing::Keep).unwrap();
    let copy = Store::open(&copy, None).unwrap();
    assert_eq!(copy.read(|r| r.portfolio()).unwrap(), everything().0);
    assert_eq!(copy.check().unwrap(), []);
    assert_eq!(copy.read(|r| r.search("dressing", 5)).unwrap().len(), 2);
}

#[test]
fn a_portfolio_in_memory_can_be_saved() {
    let world = World::new();
    let copy = world.path("copy.aftershift");
    super::world::filled()
        .copy_to(&copy, Existing::Keep)
        .unwrap();
    let copy = Store::open(&copy, None).unwrap();
    assert_eq!(copy.read(|r| r.portfolio()).unwrap(), everything().0);
}

#[test]
fn a_copy_replaces_only_what_it_may() {
    let world = World::new();
    let (path, store) = world.filled();
    let copy = world.path("copy.aftershift");
    std::fs::write(&copy, "a letter").unwrap();
    assert!(matches!(store.copy_to(&copy, Existing::Keep), Err(Error::Exists(p)) if p == copy));
    assert_eq!(std::fs::read(&copy).unwrap(), b"a letter");
    assert!(matches!(
        store.copy_to(&path, Existing::Replace),
        Err(Error::Locked)
    ));
    store.copy_to(&copy, Existing::Replace).unwrap();
    Store::open(&copy, None).unwrap();
    store.check().unwrap();
}

#[test]
fn damage_is_not_copied_over_a_good_copy() {
    let world = World::new();
    let (path, store) = world.filled();
    let copy = world.path("copy.aftershift");
    store.copy_to(&copy, Existing::Keep).unwrap();
    store.close().unwrap();
    damage(&path);
    let good = std::fs::read(&copy).unwrap();
    let store = Store::open(&path, None).unwrap();
    assert!(matches!(
        store.copy_to(&copy, Existing::Replace),
        Err(Error::Corrupt(_))
    ));
    assert_eq!(std::fs::read(&copy).unwrap(), good);
    store.close().unwrap();
    assert_eq!(world.names(), ["copy.aftershift", "mine.aftershift"]);
}

#[test]
fn daily_copies_are_listed_and_thinned() {
    let world = World::new();
    let (_, store) = world.filled();
    let folder = world.path("copies");
    assert_eq!(safe_copies(&folder).unwrap(), []);
    assert!(is_due(&[], at("2026-01-01T09:00:00Z")));

    for day in 1..=20 {
        let now = at(&format!("2026-01-{day:02}T09:00:00Z"));
        assert!(is_due(&safe_copies(&folder).unwrap(), now));
        let made = store.keep_safe_copy(&folder, now).unwrap();
        assert_eq!(made.made_at, now);
        assert!(!is_due(
            &safe_copies(&folder).unwrap(),
            at(&format!("2026-01-{day:02}T23:00:00Z"))
        ));
    }
    let copies = safe_copies(&folder).unwrap();
    assert_eq!(
        copies[0].path,
        folder.join("mine 2026-01-20T090000Z.aftershift")
    );
    assert!(
        copies
            .windows(2)
            .all(|pair| pair[0].made_at > pair[1].made_at)
    );
    assert_eq!(
        copies.len(),
        17,
        "three of two days, twelve of days, two of weeks before"
    );
}

#[test]
fn files_of_others_in_the_folder_stay() {
    let world = World::new();
    let (_, store) = world.filled();
    let folder = world.path("copies");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("letter.txt"), "").unwrap();
    store
        .keep_safe_copy(&folder, at("2026-01-01T09:00:00Z"))
        .unwrap();
    assert!(folder.join("letter.txt").exists());
    assert_eq!(safe_copies(&folder).unwrap().len(), 1);
}

#[test]
fn a_copy_is_put_back_and_what_was_there_is_kept() {
    let world = World::new();
    let (path, mut store) = world.filled();
    let copy = store
        .keep_safe_copy(&world.path("copies"), at("2026-01-01T09:00:00Z"))
        .unwrap();
    store
        .write(|w| w.set_setting("later", Some("work")))
        .unwrap();
    assert!(
        matches!(restore(&copy.path, &path), Err(Error::Locked)),
        "it is open"
    );
    store.close().unwrap();

    let aside = restore(&copy.path, &path).unwrap().unwrap();
    assert_eq!(aside, world.path("mine before restoring.aftershift"));
    let restored = Store::open(&path, None).unwrap();
    assert_eq!(restored.read(|r| r.setting("later")).unwrap(), None);
    assert_eq!(restored.read(|r| r.portfolio()).unwrap(), everything().0);
    let kept = Store::open(&aside, None).unwrap();
    assert_eq!(
        kept.read(|r| r.setting("later")).unwrap().as_deref(),
        Some("work")
    );
    assert!(copy.path.exists(), "the copy can be used again");
}

#[test]
fn a_copy_can_replace_a_file_that_is_beyond_opening() {
    let world = World::new();
    let (path, store) = world.filled();
    let copy = store
        .keep_safe_copy(&world.path("copies"), at("2026-01-01T09:00:00Z"))
        .unwrap();
    store.close().unwrap();
    std::fs::write(&path, [0xff; 5000]).unwrap();
    std::fs::write(world.path("mine.aftershift-journal"), [1; 600]).unwrap();

    let aside = restore(&copy.path, &path).unwrap().unwrap();
    assert_eq!(std::fs::read(&aside).unwrap(), [0xff; 5000]);
    let restored = Store::open(&path, None).unwrap();
    assert_eq!(restored.read(|r| r.portfolio()).unwrap(), everything().0);
    assert_eq!(restored.check().unwrap(), []);
}

#[test]
fn a_copy_can_stand_in_for_a_file_that_is_gone() {
    let world = World::new();
    let (path, store) = world.filled();
    let copy = store
        .keep_safe_copy(&world.path("copies"), at("2026-01-01T09:00:00Z"))
        .unwrap();
    store.close().unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(restore(&copy.path, &path).unwrap(), None);
    Store::open(&path, None).unwrap();
}

#[test]
fn a_damaged_copy_changes_nothing() {
    let world = World::new();
    let (path, store) = world.filled();
    let copies = world.path("copies");
    let sound = store
        .keep_safe_copy(&copies, at("2026-01-01T09:00:00Z"))
        .unwrap()
        .path;
    store.close().unwrap();
    let before = std::fs::read(&path).unwrap();

    let forged = copies.join("forged.aftershift");
    std::fs::copy(&sound, &forged).unwrap();
    damage(&forged);
    assert!(matches!(restore(&forged, &path), Err(Error::Corrupt(_))));
    let text = copies.join("text.aftershift");
    std::fs::write(&text, "Dear diary").unwrap();
    assert!(matches!(
        restore(&text, &path),
        Err(Error::NotAPortfolio { .. })
    ));
    Connection::open(&forged)
        .unwrap()
        .execute_batch("create table extra (x)")
        .unwrap();
    assert!(matches!(restore(&forged, &path), Err(Error::SchemaChanged)));
    assert!(matches!(
        restore(&copies.join("none"), &path),
        Err(Error::NotFound(_))
    ));

    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(world.names(), ["copies", "mine.aftershift"]);
}

#[test]
fn looking_into_a_copy_changes_nothing_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("a 2027-02-11T090301Z.aftershift");
    let store = Store::create(&copy).unwrap();
    store.close().unwrap();
    let before = std::fs::read(&copy).unwrap();
    let empty = crate::backup::look(&copy, |db| db.is_empty()).unwrap();
    assert!(empty);
    assert_eq!(std::fs::read(&copy).unwrap(), before);
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        1,
        "nothing is left beside it"
    );
    std::fs::write(&copy, "Dear diary").unwrap();
    let refused = crate::backup::look(&copy, |db| db.is_empty());
    assert!(matches!(refused, Err(Error::NotAPortfolio { .. })));
}
