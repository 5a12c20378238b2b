//! Bringing an older file forward.

use super::world::{World, at, everything, unfinished};
use crate::connection::open_in_memory;
use crate::fingerprint::fingerprint;
use crate::header::APPLICATION_ID;
use crate::migrate::{MIGRATIONS, Migration, migrate};
use crate::{Error, ItemKind, Store, backup, known_format};
use aftershift_domain::unfinished::Form;
use rusqlite::Connection;
use std::path::PathBuf;

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

fn last(steps: &mut [Migration]) -> &mut Migration {
    steps.last_mut().unwrap()
}

/// The name of the copy that is made of `mine.aftershift` before it is brought forward.
fn name_of_copy() -> String {
    format!(
        "mine before update from format {}.aftershift",
        known_format()
    )
}

/// What the first version wrote of one account, one work, the link between them and the capture box.
const WORK_OF_FORMAT_ONE: &str = "
insert into reflection values (
  1, 'r1', 'A dressing', null, 'free', 'draft', '', 1,
  '2026-03-04T20:00:00.000000000Z', '2026-03-04T20:00:00.000000000Z', null, zeroblob(32)
);
insert into theory values (
  1, 't1', '', 'book', '[]', '', '1984', 'Novice', '', '[]', '', '', '', '', '', '', '', '', null, '',
  '', '', '', '[]', '2026-03-04T20:00:00.000000000Z', '2026-03-04T20:00:00.000000000Z', null,
  zeroblob(32)
);
insert into theory_link values (1, 'l1', 'r1', 't1', 'applies', 'By the list.', '', zeroblob(32));
insert into setting values ('capture', 'A fall', zeroblob(32));
";

/// A file as the first version left it.
fn of_format_one(world: &World) -> PathBuf {
    let path = world.path("mine.aftershift");
    let db = Connection::open(&path).unwrap();
    db.execute_batch(MIGRATIONS[0].sql).unwrap();
    db.pragma_update(None, "application_id", APPLICATION_ID)
        .unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    crate::portfolio::found(&db, "0190-uid").unwrap();
    db.execute_batch(WORK_OF_FORMAT_ONE).unwrap();
    crate::rows::hash_again(&db).unwrap();
    path
}

#[test]
fn a_file_of_the_first_format_keeps_its_links_and_can_keep_more() {
    let world = World::new();
    let path = of_format_one(&world);
    let mut store = Store::open(&path, Some(&world.path("copies"))).unwrap();
    assert_eq!(store.format().unwrap(), known_format());
    let portfolio = store.read(|r| r.portfolio()).unwrap();
    assert_eq!(portfolio.theory_links[0].rationale, "By the list.");
    assert_eq!(portfolio.theory_links[0].deleted_at, None);
    let work = &portfolio.theory[0];
    assert_eq!(
        (
            work.container_short.as_str(),
            work.criteria.len(),
            &work.evidence_id
        ),
        ("", 0, &None)
    );
    assert_eq!(portfolio.capture, "A fall");
    assert_eq!(portfolio.unfinished, []);
    let later = at("2026-06-01T12:00:00Z");
    store
        .write(|w| {
            w.move_to_bin(ItemKind::TheoryLink, "l1", later)?;
            w.save_unfinished(&unfinished(Form::TheoryLink, Some("l1")))
        })
        .unwrap();
    // What the statements above wrote went past the index.
    store.rebuild_search().unwrap();
    assert_eq!(store.check().unwrap(), []);
}

const SHELF: &str = "alter table theory add column shelf text not null default 'ground floor';";

#[test]
fn an_older_file_is_brought_forward_with_all_it_holds() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    let copies = world.path("copies");

    let store = Store::open_with(&path, Some(&copies), &with(SHELF)).unwrap();
    assert_eq!(store.format().unwrap(), known_format() + 1);
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
    let copy = copies.join(name_of_copy());
    let store = Store::open(&copy, None).unwrap();
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
    assert_eq!(store.check().unwrap(), []);

    // And that version does not touch what has become newer.
    let bytes = std::fs::read(&path).unwrap();
    assert!(matches!(
        Store::open(&path, None),
        Err(Error::TooNew { found, known }) if (found, known) == (known_format() + 1, known_format())
    ));
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
    assert_eq!(world.names(), [&name_of_copy(), "mine.aftershift"]);
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
        assert_eq!(store.format().unwrap(), known_format());
        assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
    } else {
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn a_step_that_fails_half_way_leaves_the_file_as_it_was() {
    let mut steps = with(SHELF);
    last(&mut steps).sql =
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
    last(&mut steps).sql = "create table elsewhere (x);";
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
    let newest = MIGRATIONS.len();
    let mut stopped = 0;
    for last in (1..).step_by(97) {
        let mut db = open_in_memory().unwrap();
        migrate(&mut db, MIGRATIONS, |_, _| Ok(())).unwrap();
        let mut steps_left = last;
        db.progress_handler(
            1,
            Some(move || {
                steps_left -= 1;
                steps_left == 0
            }),
        )
        .unwrap();
        let outcome = migrate(&mut db, &steps, |_, _| Ok(()));
        db.progress_handler(0, None::<fn() -> bool>).unwrap();
        let format = crate::migrate::version(&db).unwrap();
        let structure = fingerprint(&db).unwrap();
        match outcome {
            Ok(()) => {
                assert_eq!(format, known_format() + 1);
                assert_eq!(structure, steps[newest].fingerprint);
                break;
            }
            Err(_) => {
                stopped += 1;
                assert_eq!(format, known_format());
                assert_eq!(structure, steps[newest - 1].fingerprint);
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

/// What a file of the first released format holds is there unchanged, and nobody disagrees in it yet.
#[test]
fn an_activity_of_the_first_format_comes_without_a_disagreement() {
    let mut db = open_in_memory().unwrap();
    migrate(&mut db, &MIGRATIONS[..1], |_, _| Ok(())).unwrap();
    db.execute_batch(
        "insert into activity (activity_id, title, done_on, what_was_done, what_was_learned, paid,
           compensation, delivered_by, delivered_by_kind, place, state, created_at, changed_at, content_hash)
         values ('a1', 'Lecture', '2026-02-01', '', '', 'paid', '', '', 'unknown', 'unknown', 'draft',
           '2026-02-01T09:00:00.000000000Z', '2026-02-01T09:00:00.000000000Z', zeroblob(32))",
    )
    .unwrap();
    migrate(&mut db, MIGRATIONS, |_, _| Ok(())).unwrap();
    let found: (String, Option<bool>, Option<String>) = db
        .query_row(
            "select title, disagreement_counts, disagreement_note from activity",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    assert_eq!(found, ("Lecture".to_owned(), None, None));
    assert_eq!(crate::rows::altered(&db).unwrap(), []);
    for half in [
        "update activity set disagreement_note = 'Why not?'",
        "update activity set disagreement_counts = 1",
        "update activity set disagreement_counts = 1, disagreement_note = ''",
    ] {
        assert!(db.execute_batch(half).is_err(), "{half}");
    }
}
