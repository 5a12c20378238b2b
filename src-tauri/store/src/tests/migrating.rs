//! Bringing an older file forward.

use super::world::{World, everything};
use crate::connection::open_in_memory;
use crate::fingerprint::fingerprint;
use crate::header::APPLICATION_ID;
use crate::migrate::{MIGRATIONS, Migration, newest};
use crate::{Error, Store, backup};
use rusqlite::Connection;

/// The released steps and one more.
fn with(sql: &'static str) -> Vec<Migration> {
    let db = open_in_memory().unwrap();
    for step in MIGRATIONS {
        db.execute_batch(step.sql).unwrap();
    }
    db.execute_batch(sql).unwrap();
    let mut steps = MIGRATIONS.to_vec();
    steps.push(Migration {
        sql,
        fingerprint: fingerprint(&db).unwrap().leak(),
    });
    steps
}

const SHELF: &str = "alter table theory add column shelf text not null default 'ground floor';";

#[test]
fn an_older_file_is_brought_forward_with_all_it_holds() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    let copies = world.path("copies");

    let store = Store::open_with(&path, Some(&copies), &with(SHELF)).unwrap();
    let (known, newer) = (newest(MIGRATIONS), newest(MIGRATIONS) + 1);
    assert_eq!(store.format().unwrap(), newer);
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
    assert_eq!(
        store.check().unwrap(),
        [],
        "the new column is part of every hash"
    );
    let shelf: String = store
        .db
        .query_row("select shelf from theory limit 1", [], |row| row.get(0))
        .unwrap();
    assert_eq!(shelf, "ground floor");
    store.close().unwrap();

    // The copy is the file as it was, and opens with the version that made it.
    let copy = copies.join(format!("mine before update from format {known}.aftershift"));
    let store = Store::open(&copy, None).unwrap();
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
    assert_eq!(store.check().unwrap(), []);

    // And that version does not touch what has become newer.
    let bytes = std::fs::read(&path).unwrap();
    let refused = Store::open(&path, None);
    assert!(
        matches!(refused, Err(Error::TooNew { found, known: is }) if (found, is) == (newer, known))
    );
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn without_a_folder_for_copies_the_copy_stands_beside_the_file() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    Store::open_with(&path, None, &with(SHELF))
        .unwrap()
        .close()
        .unwrap();
    let copy = format!(
        "mine before update from format {}.aftershift",
        newest(MIGRATIONS)
    );
    assert_eq!(world.names(), [copy.as_str(), "mine.aftershift"]);
}

#[test]
fn a_file_that_is_up_to_date_is_not_copied() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    Store::open(&path, None).unwrap().close().unwrap();
    assert_eq!(world.names(), ["mine.aftershift"]);
}

/// Opening with `steps` must fail as `expected` says and leave the file as it was.
#[track_caller]
fn check_unchanged(steps: &[Migration], before: &str, expected: impl Fn(&Error) -> bool) {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch(before)
        .unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let error = Store::open_with(&path, Some(&world.path("copies")), steps).unwrap_err();
    assert!(expected(&error), "{error:?}");
    // The pages of a step that was taken back may remain as free space: what counts is what it holds.
    let store = Store::open(&path, None);
    if let Ok(store) = store {
        assert_eq!(store.format().unwrap(), newest(MIGRATIONS));
        assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
    } else {
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn a_step_that_fails_half_way_leaves_the_file_as_it_was() {
    let mut steps = with(SHELF);
    steps.last_mut().unwrap().sql =
        "alter table theory add column shelf text; drop table activity_tag; nonsense;";
    check_unchanged(&steps, "", |error| matches!(error, Error::Database(_)));
}

#[test]
fn a_step_that_breaks_a_reference_is_taken_back() {
    let steps = with("delete from activity;");
    check_unchanged(&steps, "", |error| matches!(error, Error::Corrupt(_)));
}

#[test]
fn a_step_that_leads_elsewhere_is_taken_back() {
    let mut steps = with(SHELF);
    steps.last_mut().unwrap().sql = "create table elsewhere (x);";
    check_unchanged(&steps, "", |error| matches!(error, Error::SchemaChanged));
}

#[test]
fn a_damaged_row_is_not_carried_into_the_new_format() {
    let damage = "update theory set title = 'Forged'";
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch(damage)
        .unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let outcome = Store::open_with(&path, Some(&world.path("copies")), &with(SHELF));
    assert!(matches!(outcome, Err(Error::Corrupt(_))));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(backup::safe_copies(&world.path("copies")).unwrap(), []);
}

#[test]
fn a_step_that_is_stopped_anywhere_leaves_the_old_file() {
    let steps = with(SHELF);
    let known = newest(MIGRATIONS);
    let (old, new) = (&steps[steps.len() - 2], &steps[steps.len() - 1]);
    let mut stopped = 0;
    for last in (1..).step_by(97) {
        let mut db = open_in_memory().unwrap();
        crate::migrate::migrate(&mut db, MIGRATIONS, |_, _| Ok(())).unwrap();
        let mut steps_left = last;
        db.progress_handler(
            1,
            Some(move || {
                steps_left -= 1;
                steps_left == 0
            }),
        )
        .unwrap();
        let outcome = crate::migrate::migrate(&mut db, &steps, |_, _| Ok(()));
        db.progress_handler(0, None::<fn() -> bool>).unwrap();
        let format = crate::migrate::version(&db).unwrap();
        let structure = fingerprint(&db).unwrap();
        match outcome {
            Ok(()) => {
                assert_eq!((format, structure.as_str()), (known + 1, new.fingerprint));
                break;
            }
            Err(_) => {
                stopped += 1;
                assert_eq!((format, structure.as_str()), (known, old.fingerprint));
            }
        }
    }
    assert!(stopped > 10, "only {stopped} were stopped");
}

/// A file of the first format in which these rows were written.
fn of_the_first_format(world: &World, rows: &str) -> std::path::PathBuf {
    let path = world.path("old.aftershift");
    let db = Connection::open(&path).unwrap();
    db.execute_batch(MIGRATIONS[0].sql).unwrap();
    db.execute_batch(rows).unwrap();
    crate::portfolio::found(&db, "old").unwrap();
    crate::rows::hash_again(&db).unwrap();
    db.pragma_update(None, "application_id", APPLICATION_ID)
        .unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    path
}

#[test]
fn a_word_of_the_first_format_is_about_what_still_stands_as_it_was_decided() {
    let activity = |id: &str, state: &str| {
        format!(
            "insert into activity (activity_id, title, done_on, off_the_job_minutes, \
             what_was_done, what_was_learned, paid, compensation, delivered_by, delivered_by_kind, \
             place, state, created_at, changed_at, content_hash) values ('{id}', 'Lecture', \
             '2026-03-04', 120, '', '', 'paid', '', '', 'unknown', 'campus', '{state}', \
             '2026-03-04T18:00:00.0Z', '2026-03-06T18:00:00.0Z', zeroblob(32));"
        )
    };
    let word = |id: &str, activity: &str, decision: &str| {
        format!(
            "insert into confirmation (confirmation_id, activity_id, decision, name, role, \
             decided_on, comment, recorded_at, content_hash) values ('{id}', '{activity}', \
             '{decision}', 'R. Osei', '', '2026-03-06', '', '2026-03-06T18:00:00.0Z', \
             zeroblob(32));"
        )
    };
    let rows = [
        activity("stands", "confirmed"),
        activity("changed", "submitted"),
        activity("unnamed", "confirmed"),
        "insert into activity_criterion values ('stands', 0, 'K3', zeroblob(32));".to_owned(),
        word("c1", "stands", "queried"),
        word("c2", "changed", "confirmed"),
        word("c3", "stands", "confirmed"),
    ];
    let world = World::new();
    let path = of_the_first_format(&world, &rows.concat());

    let mut store = Store::open(&path, Some(&world.path("copies"))).unwrap();
    // The rows above were written past the index of what can be found.
    store.rebuild_search().unwrap();
    let portfolio = store.read(|r| r.portfolio()).unwrap();
    let about: Vec<_> = portfolio
        .confirmations
        .iter()
        .map(|word| (word.id.as_str(), word.revision))
        .collect();
    assert_eq!(about, [("c1", None), ("c2", None), ("c3", Some(1))]);
    let kept: Vec<_> = portfolio
        .activity_revisions
        .iter()
        .map(|version| (version.activity_id.as_str(), &version.content))
        .collect();
    assert_eq!(kept, [("stands", &portfolio.activities[0].content())]);
    assert_eq!(kept[0].1.criteria, ["K3"]);
    assert_eq!(aftershift_domain::portfolio::validate(&portfolio), Ok(()));
    assert_eq!(store.check().unwrap(), []);
}
