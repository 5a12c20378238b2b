//! Damage is found, and what is not damaged is not called so.

use super::world::{World, everything, filled, reflection};
use crate::check::Place;
use crate::{Error, Store};

#[track_caller]
fn check(statement: &str, place: Place, table: &str, id: Option<&str>) {
    let store = filled();
    store.db.pragma_update(None, "foreign_keys", false).unwrap();
    store.db.execute_batch(statement).unwrap();
    let found = store.check().unwrap();
    assert!(
        found.iter().any(|damage| {
            damage.place == place && damage.table == table && damage.id.as_deref() == id
        }),
        "{found:#?}"
    );
}

#[test]
fn a_changed_row_of_any_table_is_named() {
    let row = Place::Row;
    check(
        "update reflection set title = title || '.'",
        row,
        "reflection",
        Some("r1"),
    );
    check(
        "update activity set off_the_job_minutes = 900",
        row,
        "activity",
        Some("a1"),
    );
    check(
        "update reflection_stage set text = ''",
        row,
        "reflection_stage",
        Some("1"),
    );
    check(
        "update activity_tag set tag = 'theory_hours'",
        row,
        "activity_tag",
        Some("1"),
    );
    check(
        "update learner set name = 'Somebody'",
        row,
        "learner",
        Some("1"),
    );
    check(
        "update portfolio set as_of = null",
        row,
        "portfolio",
        Some("1"),
    );
    check("update evidence set size = 7", row, "evidence", Some("e1"));
    check(
        "update theory_link set relation = 'extends'",
        row,
        "theory_link",
        Some("l1"),
    );
    check(
        "update unfinished set fields = '[]' where form = 'activity'",
        row,
        "unfinished",
        Some("2"),
    );
    check(
        "update own_model set content_hash = zeroblob(32)",
        row,
        "own_model",
        Some("m1"),
    );
}

#[test]
fn every_table_of_a_person_s_work_has_a_hash() {
    let store = Store::in_memory().unwrap();
    let mut statement = store
        .db
        .prepare(
            "select t.name from pragma_table_list as t \
             where t.type = 'table' and t.name not like 'sqlite%' and t.name <> 'search_text' \
             and not exists (select 1 from pragma_table_info(t.name) where name = 'content_hash')",
        )
        .unwrap();
    let rows = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    let without: Vec<_> = rows.map(Result::unwrap).collect();
    assert_eq!(without, Vec::<String>::new());
}

#[test]
fn changed_bytes_of_a_file_are_named() {
    let sha256 = everything().0.evidence[0].sha256.clone();
    let statement = "update attachment set bytes = x'00'";
    check(statement, Place::Attachment, "attachment", Some(&sha256));
}

#[test]
fn a_reference_to_nothing_is_named() {
    check(
        "delete from theory",
        Place::Reference,
        "theory_link",
        Some("1"),
    );
}

#[test]
fn an_index_that_lags_behind_is_named() {
    let search = Place::Search;
    check(
        "delete from search_text where item_id = 't1'",
        search,
        "search",
        Some("t1"),
    );
    check(
        "update search_text set title = '' where item_id = 'a1'",
        search,
        "search",
        Some("a1"),
    );
    check(
        "insert into search (search) values ('delete-all')",
        search,
        "search",
        None,
    );
}

#[test]
fn a_letter_changed_on_the_disk_is_found_though_sqlite_calls_the_file_sound() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let text = b"Watched a **wound** being dressed";
    let places: Vec<_> = (0..bytes.len() - text.len())
        .filter(|&at| bytes[at..].starts_with(text))
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at] = b'M';
    }
    std::fs::write(&path, bytes).unwrap();

    let store = Store::open(&path, None).unwrap();
    let sound: String = store
        .db
        .query_row("pragma integrity_check", [], |row| row.get(0))
        .unwrap();
    let found = store.check().unwrap();
    assert!(
        found
            .iter()
            .any(|d| (d.place, d.id.as_deref()) == (Place::Row, Some("a1"))),
        "SQLite says {sound}: {found:#?}"
    );
}

/// Numbers that look random and are the same every time.
fn numbers() -> impl Iterator<Item = usize> {
    std::iter::successors(Some(0x2545_f491_4f6c_dd1d_u64), |n| {
        let n = n ^ (n << 13);
        let n = n ^ (n >> 7);
        Some(n ^ (n << 17))
    })
    .map(|n| usize::try_from(n >> 16).unwrap())
}

#[test]
fn no_byte_can_change_what_is_read_without_being_noticed() {
    let world = World::new();
    let (path, mut store) = world.filled();
    // Enough text that most of the file is text.
    store
        .write(|w| {
            for number in 0..100 {
                let text = format!("Sentence {number} of many. ").repeat(150);
                w.save_reflection(&reflection(&format!("long{number}"), "Long", &text))?;
            }
            Ok(())
        })
        .unwrap();
    let portfolio = store.read(|r| r.portfolio()).unwrap();
    store.close().unwrap();
    let sound = std::fs::read(&path).unwrap();
    let attachments = everything().1;
    let (mut noticed, mut numbers) = (0, numbers());
    for _ in 0..200 {
        let (at, bits) = (
            numbers.next().unwrap() % sound.len(),
            numbers.next().unwrap() % 255 + 1,
        );
        let mut bytes = sound.clone();
        bytes[at] ^= u8::try_from(bits).unwrap();
        std::fs::write(&path, bytes).unwrap();
        let Ok(store) = Store::open(&path, None) else {
            noticed += 1;
            continue;
        };
        if store.check().is_ok_and(|found| found.is_empty()) {
            assert_eq!(
                store.read(|r| r.portfolio()).unwrap(),
                portfolio,
                "byte {at}"
            );
            for (id, bytes) in &attachments {
                assert_eq!(
                    store.read(|r| r.evidence_bytes(id)).unwrap().as_ref(),
                    Some(bytes)
                );
            }
        } else {
            noticed += 1;
        }
    }
    assert!(noticed > 100, "only {noticed} of 200 were noticed");
}

#[test]
fn a_file_that_was_cut_off_is_not_taken_for_whole() {
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    let sound = std::fs::read(&path).unwrap();
    for length in (0..sound.len())
        .step_by(3000)
        .chain([1, 15, 16, 99, 100, sound.len() - 1])
    {
        std::fs::write(&path, &sound[..length]).unwrap();
        match Store::open(&path, None) {
            Err(Error::NotAPortfolio { .. } | Error::Corrupt(_)) => {}
            Err(other) => panic!("{length} bytes: {other:?}"),
            Ok(store) => assert_ne!(store.check().unwrap(), [], "{length} bytes"),
        }
    }
}
