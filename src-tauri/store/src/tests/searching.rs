//! What is found, and what no longer is.

use super::world::{activity, activity_id, at, filled, reflection, reflection_id, theory};
use crate::search::Fragment;
use crate::{ItemKind, Store};
use proptest::prelude::*;

#[track_caller]
fn check(store: &Store, text: &str, ids: &[&str]) {
    let hits = store.read(|r| r.search(text, 20)).unwrap();
    let mut found: Vec<_> = hits.iter().map(|hit| hit.id.as_str()).collect();
    found.sort_unstable();
    assert_eq!(found, ids, "{text}");
}

#[test]
fn accounts_activities_and_works_are_found_by_what_they_say() {
    let store = filled();
    check(&store, "dressing", &["a1", "r1"]);
    check(&store, "dressed wounds", &["a1"]);
    check(&store, "benner", &["t1"]);
    check(&store, "nov", &["t1"]);
    check(&store, "nov ", &[]);
    check(&store, "\"novice to expert\"", &["t1"]);
    check(&store, "\"expert to novice\"", &[]);
    check(&store, "K3", &["a1"]);
    check(&store, "learning by doing", &[]);
}

#[test]
fn accents_do_not_matter() {
    let mut store = Store::in_memory().unwrap();
    store
        .write(|w| w.save_activity(&activity("a1", "Übergabe im Café", "2026-01-01")))
        .unwrap();
    check(&store, "ubergabe cafe", &["a1"]);
    check(&store, "CAFÉ", &["a1"]);
}

#[test]
fn the_snippet_marks_what_was_found() {
    let store = filled();
    let hits = store.read(|r| r.search("twice", 20)).unwrap();
    let marked = Fragment {
        text: "twice".to_owned(),
        marked: true,
    };
    assert_eq!(
        (hits[0].kind, hits[0].title.as_str()),
        (ItemKind::Reflection, "A dressing")
    );
    assert!(hits[0].snippet.contains(&marked), "{:?}", hits[0].snippet);
}

#[test]
fn a_title_weighs_more_than_a_text() {
    let mut store = Store::in_memory().unwrap();
    store
        .write(|w| {
            w.save_reflection(&reflection("r1", "A shift", "The handover was short today"))?;
            w.save_reflection(&reflection("r2", "Handover", "It was short"))
        })
        .unwrap();
    let hits = store.read(|r| r.search("handover", 20)).unwrap();
    assert_eq!(hits[0].id, "r2");
}

#[test]
fn the_index_follows_every_change() {
    let mut store = filled();
    let mut account = store
        .read(|r| r.reflection(&reflection_id("r1")))
        .unwrap()
        .unwrap();
    account.title = "Handover".to_owned();
    account.stages.remove(0);
    store.write(|w| w.save_reflection(&account)).unwrap();
    check(&store, "dressing", &["a1"]);
    check(&store, "handover", &["r1"]);

    let now = at("2026-06-01T12:00:00Z");
    store
        .write(|w| w.move_to_bin(ItemKind::Reflection, "r1", now))
        .unwrap();
    check(&store, "handover", &[]);
    store
        .write(|w| w.restore_from_bin(ItemKind::Reflection, "r1"))
        .unwrap();
    check(&store, "handover", &["r1"]);

    store
        .write(|w| w.save_theory(&theory("t1", "Educating")))
        .unwrap();
    check(&store, "novice", &[]);
    check(&store, "educated", &["t1"]);

    let mut done = store
        .read(|r| r.activity(&activity_id("a1")))
        .unwrap()
        .unwrap();
    done.criteria = vec!["S9".to_owned()];
    store.write(|w| w.save_activity(&done)).unwrap();
    check(&store, "K3", &[]);
    check(&store, "S9", &["a1"]);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn work_that_fails_leaves_the_index_alone() {
    let mut store = filled();
    let outcome = store.write(|w| {
        w.save_theory(&theory("t9", "Phronesis"))?;
        w.link_activity(&reflection_id("r1"), &activity_id("nothing"))
    });
    assert!(outcome.is_err());
    check(&store, "phronesis", &[]);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn an_index_that_is_thrown_away_can_be_made_anew() {
    let mut store = filled();
    store
        .db
        .execute_batch(
            "update search_text set body = 'other' where item_id = 'a1';
             delete from search_text where item_id = 't1';
             insert into search_text (kind, item_id, title, body, words)
             values ('theory', 'ghost', 'Ghost', '', 0);
             insert into search (search) values ('delete-all');",
        )
        .unwrap();
    assert!(!store.check().unwrap().is_empty());
    store.rebuild_search().unwrap();
    assert_eq!(store.check().unwrap(), []);
    check(&store, "dressing", &["a1", "r1"]);
    check(&store, "benner", &["t1"]);
    check(&store, "ghost", &[]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_that_is_typed_is_an_error(text in "[-a-c\"'*:^()\\\\ \u{0}{}+~,.AND OR]{0,24}|\\PC{0,24}") {
        thread_local! { static STORE: Store = filled(); }
        STORE.with(|store| store.read(|r| r.search(&text, 5))).unwrap();
    }

    // Any order of changes, any number of them in one transaction.
    #[test]
    fn the_index_is_right_after_any_history(
        history in proptest::collection::vec(
            proptest::collection::vec((0_usize..4, 0_usize..4, 0_usize..4), 1..6), 1..8,
        ),
    ) {
        const WORDS: [&str; 4] = ["handover", "dressing", "insulin", "mobility"];
        let mut store = Store::in_memory().unwrap();
        let mut expected: [Option<(usize, bool)>; 4] = [None; 4];
        for batch in history {
            store
                .write(|w| {
                    for (what, which, word) in batch {
                        let id = format!("r{which}");
                        let text = format!("{} and {}", WORDS[word], WORDS[(word + 1) % 4]);
                        let there = w.reflection(&reflection_id(&id))?.is_some();
                        match what {
                            0 | 1 => {
                                w.save_reflection(&reflection(&id, WORDS[word], &text))?;
                                let found = expected[which].is_none_or(|(_, found)| found);
                                expected[which] = Some((word, found));
                            }
                            2 if there => {
                                let now = at("2026-06-01T12:00:00Z");
                                w.move_to_bin(ItemKind::Reflection, &id, now)?;
                                expected[which] = expected[which].map(|(word, _)| (word, false));
                            }
                            3 if there => {
                                w.restore_from_bin(ItemKind::Reflection, &id)?;
                                expected[which] = expected[which].map(|(word, _)| (word, true));
                            }
                            _ => {}
                        }
                    }
                    Ok(())
                })
                .unwrap();
        }
        for (word, text) in WORDS.iter().enumerate() {
            let ids: Vec<_> = (0..4)
                .filter(|&which| {
                    expected[which]
                        .is_some_and(|(has, found)| found && (has == word || (has + 1) % 4 == word))
                })
                .map(|which| format!("r{which}"))
                .collect();
            check(&store, text, &ids.iter().map(String::as_str).collect::<Vec<_>>());
        }
        prop_assert_eq!(store.check().unwrap(), []);
    }
}
