//! Which files open, and what becomes of those that do not.

use super::world::{World, everything};
use crate::{APPLICATION_ID, Error, Foreign, Store, known_format};
use rusqlite::Connection;

/// Opening `content` must fail as `expected` says, and leave it as it is.
#[track_caller]
fn check_refused(content: &[u8], expected: impl Fn(&Error) -> bool) {
    let world = World::new();
    let path = world.path("some.aftershift");
    std::fs::write(&path, content).unwrap();
    let error = Store::open(&path, None).unwrap_err();
    assert!(expected(&error), "{error:?}");
    assert_eq!(
        std::fs::read(&path).unwrap(),
        content,
        "the file was touched"
    );
    assert_eq!(world.names(), ["some.aftershift"]);
}

fn is_foreign(expected: Foreign) -> impl Fn(&Error) -> bool {
    move |error| matches!(error, Error::NotAPortfolio { found, .. } if *found == expected)
}

/// The bytes of a portfolio after `statements` were run in it by another program.
fn tampered(statements: &str) -> Vec<u8> {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch(statements)
        .unwrap();
    std::fs::read(&path).unwrap()
}

#[test]
fn a_text_is_not_a_portfolio() {
    check_refused(b"Dear diary", is_foreign(Foreign::OtherKind));
    check_refused(&b"Dear diary, ".repeat(100), is_foreign(Foreign::OtherKind));
}

#[test]
fn an_empty_file_is_not_a_portfolio() {
    check_refused(b"", is_foreign(Foreign::Empty));
    check_refused(&[0; 4096], is_foreign(Foreign::OtherKind));
}

#[test]
fn another_program_s_database_is_not_a_portfolio() {
    let other = tampered("pragma application_id = 7");
    check_refused(&other, is_foreign(Foreign::OtherProgram));
}

#[test]
fn a_newer_file_is_left_alone() {
    let known = known_format();
    let newer = tampered("pragma user_version = 99");
    check_refused(
        &newer,
        |error| matches!(error, Error::TooNew { found: 99, known: k } if *k == known),
    );
}

#[test]
fn a_file_with_something_smuggled_in_is_left_alone() {
    for statement in [
        "create trigger tidy after update on setting begin delete from reflection; end",
        "create view search_view as select 1",
        "create table extra (x)",
        "drop index activity_by_day",
        "alter table setting add column more text",
        "drop trigger reflection_revision_is_never_removed",
    ] {
        check_refused(&tampered(statement), |error| {
            matches!(error, Error::SchemaChanged)
        });
    }
}

#[test]
fn what_sqlite_keeps_for_itself_is_not_an_intrusion() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch("analyze; vacuum")
        .unwrap();
    let store = Store::open(&path, None).unwrap();
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
}

#[test]
fn a_folder_and_a_missing_file_are_named() {
    let world = World::new();
    let (folder, missing) = (
        world.path("folder.aftershift"),
        world.path("missing.aftershift"),
    );
    std::fs::create_dir(&folder).unwrap();
    assert!(matches!(Store::open(&folder, None), Err(Error::IsDirectory(p)) if p == folder));
    assert!(matches!(Store::create(&folder), Err(Error::IsDirectory(p)) if p == folder));
    assert!(matches!(Store::open(&missing, None), Err(Error::NotFound(p)) if p == missing));
    let nowhere = world.path("no/where.aftershift");
    assert!(matches!(Store::create(&nowhere), Err(Error::NotFound(p)) if p == world.path("no")));
    assert_eq!(world.names(), ["folder.aftershift"]);
}

#[test]
fn an_existing_file_is_never_made_anew() {
    let world = World::new();
    let path = world.path("letter.txt");
    std::fs::write(&path, "Dear diary").unwrap();
    assert!(matches!(Store::create(&path), Err(Error::Exists(p)) if p == path));
    assert_eq!(std::fs::read(&path).unwrap(), b"Dear diary");
}

#[test]
fn a_journal_that_outlived_its_file_does_not_meet_the_new_one() {
    let world = World::new();
    let path = world.path("mine.aftershift");
    std::fs::write(world.path("mine.aftershift-journal"), [0xd9; 4096]).unwrap();
    let store = Store::create(&path).unwrap();
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn an_open_portfolio_is_locked_at_once() {
    let world = World::new();
    let (path, store) = world.filled();
    assert!(matches!(Store::open(&path, None), Err(Error::Locked)));
    // Not even another program can read what is being written.
    let other = Connection::open(&path).unwrap();
    other.busy_timeout(std::time::Duration::ZERO).unwrap();
    let read = other.query_row("select count(*) from activity", [], |row| {
        row.get::<_, i64>(0)
    });
    assert!(matches!(read.map_err(Error::from), Err(Error::Locked)));
    drop(other);
    drop(store);
    Store::open(&path, None).unwrap();
}

#[test]
fn a_portfolio_that_another_program_writes_is_locked() {
    let world = World::new();
    let (path, store) = world.filled();
    drop(store);
    let other = Connection::open(&path).unwrap();
    other.execute_batch("begin immediate").unwrap();
    assert!(matches!(Store::open(&path, None), Err(Error::Locked)));
    other.execute_batch("rollback").unwrap();
    Store::open(&path, None).unwrap();
}

#[cfg(unix)]
#[test]
fn another_name_of_an_open_file_is_locked_too() {
    let world = World::new();
    let (path, mut store) = world.filled();
    let other = world.path("other.aftershift");
    std::fs::hard_link(&path, &other).unwrap();
    assert!(matches!(Store::open(&other, None), Err(Error::Locked)));
    store
        .write(|w| w.set_setting("still", Some("locked")))
        .unwrap();
}

#[test]
fn a_file_left_in_write_ahead_mode_is_turned_back() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    let other = Connection::open(&path).unwrap();
    other
        .pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))
        .unwrap();
    drop(other);
    assert_eq!(
        std::fs::read(&path).unwrap()[18],
        2,
        "the file is in write-ahead mode"
    );

    let mut store = Store::open(&path, None).unwrap();
    store.write(|w| w.set_setting("a", Some("b"))).unwrap();
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
    store.close().unwrap();
    assert_eq!(std::fs::read(&path).unwrap()[18], 1);
    assert_eq!(world.names(), ["mine.aftershift"]);
}

#[test]
fn a_closed_portfolio_is_one_file() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    assert_eq!(world.names(), ["mine.aftershift"]);
    let mut store = Store::open(&path, None).unwrap();
    store.write(|w| w.set_setting("a", Some("b"))).unwrap();
    drop(store);
    assert_eq!(world.names(), ["mine.aftershift"]);
}

#[test]
fn the_file_says_what_it_is() {
    let world = World::new();
    let (path, store) = world.filled();
    assert_eq!(store.format().unwrap(), known_format());
    assert_eq!(store.path(), Some(path.as_path()));
    store.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(&bytes[68..72], b"AFSH");
    assert_eq!(APPLICATION_ID, 0x4146_5348);
    assert_eq!(bytes[60..64], known_format().to_be_bytes());
}
