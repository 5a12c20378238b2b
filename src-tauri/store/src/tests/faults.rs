//! Whatever goes wrong, work is done as a whole or not at all.

use super::world::{World, everything, filled, reflection, reflection_id, stage};
use crate::{Error, Store};
use aftershift_domain::reflection::Reflection;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

#[test]
fn a_full_disk_leaves_nothing_of_the_work_and_saving_goes_on_when_there_is_room() {
    let world = World::new();
    let (_, mut store) = world.filled();
    let pages: i64 = store
        .db
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    store
        .db
        .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
        .unwrap();

    let account = reflection("r9", "Nine", &"A long account. ".repeat(10_000));
    let outcome = store.write(|w| w.save_reflection(&account));
    assert!(matches!(outcome, Err(Error::DiskFull)), "{outcome:?}");
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
    assert_eq!(store.check().unwrap(), []);

    store
        .db
        .pragma_update_and_check(None, "max_page_count", 1 << 20, |_| Ok(()))
        .unwrap();
    store.write(|w| w.save_reflection(&account)).unwrap();
    assert_eq!(
        store.read(|r| r.reflection(&account.id)).unwrap(),
        Some(account)
    );
}

#[test]
fn a_commit_that_is_refused_leaves_nothing() {
    let mut store = filled();
    store.db.commit_hook(Some(|| true)).unwrap();
    let outcome = store.write(|w| w.set_setting("a", Some("b")));
    assert!(outcome.is_err());
    store.db.commit_hook(None::<fn() -> bool>).unwrap();
    assert_eq!(store.read(|r| r.setting("a")).unwrap(), None);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn work_that_panics_leaves_nothing() {
    let mut store = filled();
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write(|w| -> crate::Result<()> {
            w.set_setting("a", Some("b"))?;
            panic!("in the middle")
        })
    }));
    assert!(outcome.is_err());
    assert_eq!(store.read(|r| r.setting("a")).unwrap(), None);
    store.write(|w| w.set_setting("a", Some("c"))).unwrap();
}

#[test]
fn work_that_is_stopped_at_any_step_leaves_nothing() {
    let mut store = filled();
    let before = store
        .read(|r| r.reflection(&reflection_id("r1")))
        .unwrap()
        .unwrap();
    let longer = Reflection {
        stages: vec![stage("description", "Another text, longer than it was")],
        title: "Another".to_owned(),
        ..before.clone()
    };
    let mut stopped = 0;
    for last in 1.. {
        match save_and_stop(&mut store, &longer, last).0 {
            Err(Error::Interrupted) => stopped += 1,
            Err(other) => panic!("step {last}: {other:?}"),
            Ok(()) => break,
        }
        let after = store.read(|r| r.reflection(&before.id)).unwrap();
        assert_eq!(after.as_ref(), Some(&before), "step {last}");
        if last % 100 == 0 {
            assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
            assert_eq!(store.check().unwrap(), []);
        }
    }
    assert!(stopped > 500, "only {stopped} steps were stopped");
    let after = store.read(|r| r.reflection(&before.id)).unwrap().unwrap();
    assert_eq!(after.title, "Another");
    assert_eq!(store.check().unwrap(), []);
}

/// Saves an account and stops SQLite at its step `last`. Answers what came of it, and whether it got as
/// far as that step.
fn save_and_stop(store: &mut Store, account: &Reflection, last: u32) -> (crate::Result<()>, bool) {
    let steps = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&steps);
    let handler = move || counted.fetch_add(1, Ordering::Relaxed) + 1 == last;
    store.db.progress_handler(1, Some(handler)).unwrap();
    let outcome = store.write(|w| w.save_reflection(account));
    store.db.progress_handler(0, None::<fn() -> bool>).unwrap();
    (outcome.map(|_| ()), steps.load(Ordering::Relaxed) >= last)
}

#[test]
fn work_that_was_committed_before_it_was_stopped_is_not_called_undone() {
    let mut store = Store::in_memory().unwrap();
    let mut ends = 0;
    for last in 1.. {
        let account = reflection("r1", &last.to_string(), "text");
        let (outcome, reached) = save_and_stop(&mut store, &account, last);
        let kept = store.read(|r| r.reflection(&account.id)).unwrap();
        let is_there = kept.is_some_and(|kept| kept.title == account.title);
        assert_eq!(is_there, outcome.is_ok(), "step {last}: {outcome:?}");
        // Statements that are known take fewer steps than new ones: several counts are the last.
        ends += u32::from(!reached);
        if ends > 20 {
            break;
        }
    }
}

/// Runs this test again in a process of its own, which saves numbers and says each one after it was
/// saved, and kills it in the middle of that.
#[test]
fn what_was_acknowledged_survives_a_kill() {
    const CHILD: &str = "AFTERSHIFT_TEST_SAVES_INTO";
    if let Ok(path) = std::env::var(CHILD) {
        let mut store = Store::open(path.as_ref(), None).unwrap();
        for number in 1_u32.. {
            let account = reflection("r9", &number.to_string(), &"A sentence. ".repeat(300));
            store.write(|w| w.save_reflection(&account)).unwrap();
            writeln!(std::io::stderr(), "saved {number}").unwrap();
        }
    }
    let world = World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    for round in 1..=20 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "tests::faults::what_was_acknowledged_survives_a_kill",
                "--nocapture",
            ])
            .env(CHILD, &path)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut heard = 0;
        while heard < 3 + round {
            let line = said
                .next()
                .expect("the child goes on until it is killed")
                .unwrap();
            if let Some(number) = line.strip_prefix("saved ") {
                heard = number.parse().unwrap();
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let also_heard = said.map_while(Result::ok).filter_map(|line| {
            line.strip_prefix("saved ")
                .map(|number| number.parse::<u32>().unwrap())
        });
        let heard = also_heard.last().unwrap_or(heard);

        let store = Store::open(&path, None).unwrap();
        let account = store
            .read(|r| r.reflection(&reflection_id("r9")))
            .unwrap()
            .unwrap();
        // A save may have been finished whose word was never given; never the other way round.
        assert!(
            account.title.parse::<u32>().unwrap() >= heard,
            "round {round}"
        );
        assert_eq!(store.check().unwrap(), [], "round {round}");
        store.close().unwrap();
    }
}
