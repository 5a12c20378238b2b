//! Pages, filters and what stands beside the rows.

use super::world::{
    activity, activity_id, at, day, everything, filled, reflection, reflection_id, theory,
    theory_id, theory_link,
};
use crate::activity::ActivityFilter;
use crate::reflection::ReflectionFilter;
use crate::{ItemKind, Store};
use aftershift_domain::activity::{Category, ConfirmationState};
use aftershift_domain::reflection::{Reflection, ReflectionState};
use aftershift_domain::standard::Subject;

/// Ten accounts on ten days, two on the last of them.
fn ten() -> Store {
    let mut store = Store::in_memory().unwrap();
    store
        .write(|w| {
            w.save_theory(&theory("t1", "From Novice to Expert"))?;
            for number in 1..=10 {
                let account = Reflection {
                    happened_on: Some(day(&format!("2026-03-{:02}", number.min(9)))),
                    model: if number % 2 == 0 { "gibbs" } else { "kolb" }.to_owned(),
                    ..reflection(
                        &format!("r{number}"),
                        &format!("Account {number}"),
                        "On the ward",
                    )
                };
                w.save_reflection(&account)?;
                w.save_activity(&activity(
                    &format!("a{number}"),
                    "Shift",
                    &format!("2026-03-{number:02}"),
                ))?;
            }
            w.save_theory_link(&theory_link("l1", "r3", "t1"))?;
            w.link_activity(&reflection_id("r4"), &activity_id("a4"))
        })
        .unwrap();
    store
}

#[track_caller]
fn check(store: &Store, filter: &ReflectionFilter, ids: &[&str]) {
    let page = store.read(|r| r.reflections(filter, 0, 100)).unwrap();
    let found: Vec<_> = page.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(found, ids);
    assert_eq!(page.total as usize, ids.len());
}

#[test]
fn the_latest_day_comes_first_and_of_one_day_what_was_begun_last() {
    let store = ten();
    let first = store
        .read(|r| r.reflections(&ReflectionFilter::default(), 0, 3))
        .unwrap();
    let second = store
        .read(|r| r.reflections(&ReflectionFilter::default(), 3, 3))
        .unwrap();
    let ids = |rows: &[crate::reflection::ReflectionRow]| -> Vec<String> {
        rows.iter().map(|row| row.id.to_string()).collect()
    };
    assert_eq!(ids(&first.rows), ["r10", "r9", "r8"]);
    assert_eq!(ids(&second.rows), ["r7", "r6", "r5"]);
    assert_eq!((first.total, second.total), (10, 10));
}

#[test]
fn an_account_without_a_day_counts_for_the_day_it_was_begun() {
    let mut store = ten();
    let account = Reflection {
        happened_on: None,
        created_at: at("2026-03-05T12:00:00Z"),
        ..reflection("r11", "", "")
    };
    store.write(|w| w.save_reflection(&account)).unwrap();
    let from = ReflectionFilter {
        from: Some(day("2026-03-05")),
        ..Default::default()
    };
    let from_to = ReflectionFilter {
        to: Some(day("2026-03-05")),
        ..from
    };
    check(&store, &from_to, &["r11", "r5"]);
}

#[test]
fn filters_of_accounts_narrow_the_list_together() {
    let store = ten();
    let any = ReflectionFilter::default;
    check(
        &store,
        &ReflectionFilter {
            model: Some("gibbs".to_owned()),
            from: Some(day("2026-03-07")),
            ..any()
        },
        &["r10", "r8"],
    );
    check(
        &store,
        &ReflectionFilter {
            theory: Some(theory_id("t1")),
            ..any()
        },
        &["r3"],
    );
    check(
        &store,
        &ReflectionFilter {
            activity: Some(activity_id("a4")),
            ..any()
        },
        &["r4"],
    );
    check(
        &store,
        &ReflectionFilter {
            text: "account 7".to_owned(),
            ..any()
        },
        &["r7"],
    );
    check(
        &store,
        &ReflectionFilter {
            state: Some(ReflectionState::Finished),
            ..any()
        },
        &[],
    );
    check(
        &store,
        &ReflectionFilter {
            in_bin: true,
            ..any()
        },
        &[],
    );
}

#[test]
fn a_row_says_what_the_account_is_linked_to() {
    let mut store = filled();
    let all = ReflectionFilter::default();
    let row = store
        .read(|r| r.reflections(&all, 0, 1))
        .unwrap()
        .rows
        .remove(0);
    assert_eq!((row.activities, row.theory, row.criteria), (2, 1, 1));
    assert_eq!(row.words, 17);
    assert!(row.opening.starts_with("The dressing was changed twice."));

    let now = at("2026-05-01T00:00:00Z");
    store
        .write(|w| w.move_to_bin(ItemKind::Activity, "a1", now))
        .unwrap();
    store
        .write(|w| w.move_to_bin(ItemKind::Theory, "t1", now))
        .unwrap();
    let row = store
        .read(|r| r.reflections(&all, 0, 1))
        .unwrap()
        .rows
        .remove(0);
    assert_eq!((row.activities, row.theory), (1, 0));
}

#[test]
fn drafts_are_what_is_still_being_written() {
    let mut store = ten();
    let finished = Reflection {
        state: ReflectionState::Finished,
        ..reflection("r1", "Account 1", "On the ward")
    };
    store.write(|w| w.save_reflection(&finished)).unwrap();
    assert_eq!(store.read(|r| r.drafts(5)).unwrap().total, 9);
}

#[track_caller]
fn check_activities(store: &Store, filter: &ActivityFilter, ids: &[&str]) {
    let page = store.read(|r| r.activities(filter, 0, 100)).unwrap();
    let found: Vec<_> = page.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(found, ids);
    assert_eq!(page.total as usize, ids.len());
}

#[test]
fn filters_of_activities_narrow_the_list_together() {
    let store = filled();
    let any = ActivityFilter::default;
    check_activities(&store, &any(), &["a1", "a2"]);
    check_activities(
        &store,
        &ActivityFilter {
            text: "wounds".to_owned(),
            ..any()
        },
        &["a1"],
    );
    check_activities(
        &store,
        &ActivityFilter {
            state: Some(ConfirmationState::Draft),
            ..any()
        },
        &["a2"],
    );
    check_activities(
        &store,
        &ActivityFilter {
            category: Some(Category::Shadowing),
            ..any()
        },
        &["a1"],
    );
    check_activities(
        &store,
        &ActivityFilter {
            to: Some(day("2026-02-28")),
            ..any()
        },
        &["a2"],
    );
    check_activities(
        &store,
        &ActivityFilter {
            reflection: Some(reflection_id("r1")),
            from: Some(day("2026-03-01")),
            ..any()
        },
        &["a1"],
    );
}

#[test]
fn a_page_of_activities_has_the_whole_activity() {
    let store = filled();
    let page = store
        .read(|r| r.activities(&ActivityFilter::default(), 0, 1))
        .unwrap();
    assert_eq!(page.rows, everything().0.activities[..1]);
    assert_eq!(page.total, 2);
}

#[test]
fn the_activities_of_a_period_come_in_its_order() {
    let store = ten();
    let rows = store
        .read(|r| r.activities_between(day("2026-03-03"), day("2026-03-05")))
        .unwrap();
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["a3", "a4", "a5"]);
}

#[test]
fn links_are_seen_from_both_ends() {
    let store = filled();
    let activities = store
        .read(|r| r.activities_of(&reflection_id("r1")))
        .unwrap();
    assert_eq!(
        activities.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(),
        ["a2", "a1"]
    );
    let accounts = store
        .read(|r| r.reflections_of(&activity_id("a1")))
        .unwrap();
    assert_eq!(
        accounts.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(),
        ["r1"]
    );
    assert_eq!(
        store
            .read(|r| r.confirmations_of(&activity_id("a1")))
            .unwrap()
            .len(),
        1
    );
    let links = store
        .read(|r| r.theory_links_of(&reflection_id("r1")))
        .unwrap();
    assert_eq!(
        links,
        everything().0.theory_links[1..2],
        "one is in the bin"
    );
    let subject = Subject::Reflection(reflection_id("r1"));
    assert_eq!(
        store
            .read(|r| r.criterion_links_of(&subject))
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn uses_of_a_work_leave_out_accounts_in_the_bin() {
    let store = filled();
    let uses = store.read(|r| r.uses_of(&theory_id("t1"))).unwrap();
    assert_eq!(uses.len(), 1, "the other account is in the bin");
    assert_eq!(
        (uses[0].title.as_str(), uses[0].link.id.as_str()),
        ("A dressing", "l1")
    );
    let list = store.read(|r| r.theory_list()).unwrap();
    assert_eq!(list.len(), 1, "the other work is in the bin");
    assert_eq!(list[0].uses, 1);
}

#[test]
fn links_can_be_taken_away_and_put_back() {
    let mut store = filled();
    let (portfolio, _) = everything();
    store
        .write(|w| {
            w.remove_criterion_link(&portfolio.criterion_links[0].id)?;
            w.remove_confirmation(&portfolio.confirmations[0].id)
        })
        .unwrap();
    let left = store.read(|r| r.portfolio()).unwrap();
    assert_eq!(left.criterion_links, portfolio.criterion_links[1..]);
    assert_eq!(left.confirmations, []);
    store
        .write(|w| w.save_criterion_link(&portfolio.criterion_links[0]))
        .unwrap();
    assert_eq!(
        store.read(|r| r.all_criterion_links()).unwrap().len(),
        portfolio.criterion_links.len()
    );
}

#[test]
fn a_link_to_theory_in_the_bin_counts_nowhere() {
    let mut store = filled();
    let of_work = ReflectionFilter {
        theory: Some(theory_id("t1")),
        ..Default::default()
    };
    let seen = |store: &Store| {
        store
            .read(|r| {
                let page = r.reflections(&of_work, 0, 9)?;
                let all = r.reflections(&ReflectionFilter::default(), 0, 9)?;
                let of_activity = r.reflections_of(&activity_id("a1"))?;
                let row = all.rows.iter().find(|row| row.id.as_str() == "r1");
                Ok::<_, crate::Error>((
                    (page.rows.len(), page.total),
                    (row.map(|row| row.theory), of_activity[0].theory),
                    r.theory_list()?[0].uses,
                    r.uses_of(&theory_id("t1"))?.len(),
                    r.theory_links_of(&reflection_id("r1"))?.len(),
                ))
            })
            .unwrap()
    };
    assert_eq!(seen(&store), ((1, 1), (Some(1), 1), 1, 1, 1));
    store
        .write(|w| w.move_to_bin(ItemKind::TheoryLink, "l1", at("2026-06-01T12:00:00Z")))
        .unwrap();
    assert_eq!(seen(&store), ((0, 0), (Some(0), 0), 0, 0, 0));
    store
        .write(|w| w.restore_from_bin(ItemKind::TheoryLink, "l1"))
        .unwrap();
    assert_eq!(seen(&store), ((1, 1), (Some(1), 1), 1, 1, 1));
}
