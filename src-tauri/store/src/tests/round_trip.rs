//! What was written is what is read.

use super::world::{
    activity, activity_id, at, day, everything, filled, reflection, reflection_id, theory, typed,
    unfinished,
};
use crate::{Error, Store, Tag};
use aftershift_domain::activity::{Activity, ActivityTag, Category};
use aftershift_domain::id::EvidenceId;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::{Reflection, StageText};
use aftershift_domain::theory::{Author, Theory};
use aftershift_domain::unfinished::{Form, Unfinished};
use chrono::{DateTime, NaiveDate, NaiveTime};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[test]
fn a_whole_portfolio_comes_back_as_it_was() {
    let (portfolio, attachments) = everything();
    let store = filled();
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), portfolio);
    for (id, bytes) in attachments {
        assert_eq!(store.read(|r| r.evidence_bytes(&id)).unwrap(), Some(bytes));
    }
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn it_comes_back_from_the_file_too() {
    let world = super::world::World::new();
    let (path, store) = world.filled();
    store.close().unwrap();
    let store = Store::open(&path, None).unwrap();
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
}

#[test]
fn an_empty_portfolio_says_so_and_has_an_identity() {
    let store = Store::in_memory().unwrap();
    assert!(store.read(|r| r.is_empty()).unwrap());
    let portfolio = store.read(|r| r.portfolio()).unwrap();
    assert!(!portfolio.uid.is_empty());
    assert_eq!(
        portfolio,
        Portfolio {
            uid: portfolio.uid.clone(),
            ..Portfolio::default()
        }
    );
    assert!(!filled().read(|r| r.is_empty()).unwrap());
}

#[test]
fn only_an_empty_portfolio_can_be_filled() {
    let (portfolio, attachments) = everything();
    let outcome = filled().write(|w| w.restore(&portfolio, &attachments));
    assert!(matches!(outcome, Err(Error::NotEmpty)));
}

#[test]
fn a_restore_that_fails_leaves_nothing() {
    let (portfolio, attachments) = everything();
    let mut broken = portfolio.clone();
    broken.actions[0].reflection_id = Some(reflection_id("nobody"));
    let mut twice = portfolio.clone();
    twice.theory.push(twice.theory[0].clone());
    let mut other_bytes = attachments.clone();
    other_bytes.insert(EvidenceId::new("e1").unwrap(), b"other".to_vec());

    let mut store = Store::in_memory().unwrap();
    let before = store.read(|r| r.portfolio()).unwrap();
    let outcome = store.write(|w| w.restore(&broken, &attachments));
    assert!(matches!(outcome, Err(Error::Refused(_))));
    let outcome = store.write(|w| w.restore(&twice, &attachments));
    assert!(matches!(outcome, Err(Error::Refused(_))));
    let outcome = store.write(|w| w.restore(&portfolio, &BTreeMap::new()));
    assert!(matches!(
        outcome,
        Err(Error::NoSuch {
            kind: "attachment",
            ..
        })
    ));
    let outcome = store.write(|w| w.restore(&portfolio, &other_bytes));
    assert!(matches!(outcome, Err(Error::Refused(_))));
    assert_eq!(store.read(|r| r.portfolio()).unwrap(), before);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn saving_again_replaces_and_keeps_the_place_in_the_order() {
    let mut store = filled();
    let mut changed = store
        .read(|r| r.activity(&activity_id("a1")))
        .unwrap()
        .unwrap();
    changed.title = "Night shift".to_owned();
    changed.criteria = vec!["B1".to_owned()];
    changed.tags = Vec::new();
    store.write(|w| w.save_activity(&changed)).unwrap();
    let all = store.read(|r| r.all_activities()).unwrap();
    assert_eq!(all[0], changed);
    assert_eq!(all.len(), 2);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn the_revision_is_counted_here() {
    let mut store = Store::in_memory().unwrap();
    let account = reflection("r9", "Nine", "text");
    let first = store.write(|w| w.save_reflection(&account)).unwrap().value;
    let second = store.write(|w| w.save_reflection(&account)).unwrap().value;
    assert_eq!((first.revision, second.revision), (1, 2));
    assert_eq!(
        store.read(|r| r.reflection(&account.id)).unwrap(),
        Some(second)
    );
}

#[test]
fn a_stage_that_goes_is_gone() {
    let mut store = filled();
    let mut account = store
        .read(|r| r.reflection(&reflection_id("r1")))
        .unwrap()
        .unwrap();
    account.stages.truncate(1);
    let saved = store.write(|w| w.save_reflection(&account)).unwrap().value;
    assert_eq!(saved.stages.len(), 1);
    assert_eq!(
        store.read(|r| r.reflection(&account.id)).unwrap(),
        Some(saved)
    );
}

#[test]
fn what_a_save_replaces_is_kept_for_good() {
    let mut store = Store::in_memory().unwrap();
    let first = reflection("r9", "Nine", "What happened first");
    let mut second = reflection("r9", "Nine", "What happened first, and then");
    second.changed_at = at("2026-03-04T21:00:00Z");
    store.write(|w| w.save_reflection(&first)).unwrap();
    store.write(|w| w.save_reflection(&second)).unwrap();
    let kept = store.read(|r| r.revisions_of(&first.id)).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].revision, &kept[0].stages), (1, &first.stages));
    for statement in [
        "update reflection_revision set title = 'x'",
        "delete from reflection_revision",
    ] {
        let refused = store.db.execute_batch(statement).map_err(Error::from);
        assert!(matches!(refused, Err(Error::Refused(_))), "{statement}");
    }
}

#[test]
fn settings_come_back_and_go() {
    let mut store = Store::in_memory().unwrap();
    let written = store
        .write(|w| w.set_setting("draft", Some("Half a")))
        .unwrap();
    assert!(written.changes.contains(Tag::Settings));
    assert_eq!(
        store.read(|r| r.setting("draft")).unwrap().as_deref(),
        Some("Half a")
    );
    store
        .write(|w| w.set_setting("draft", Some("Half a sentence")))
        .unwrap();
    assert_eq!(
        store.read(|r| r.setting("draft")).unwrap().as_deref(),
        Some("Half a sentence")
    );
    store.write(|w| w.set_setting("draft", None)).unwrap();
    assert_eq!(store.read(|r| r.setting("draft")).unwrap(), None);
}

#[test]
fn what_is_typed_comes_back_goes_and_makes_a_portfolio_no_longer_empty() {
    let mut store = Store::in_memory().unwrap();
    let form = |store: &Store, about| store.read(|r| r.unfinished(Form::Activity, about)).unwrap();
    assert!(store.read(|r| r.is_empty()).unwrap());
    let new = unfinished(Form::Activity, None);
    let written = store.write(|w| w.save_unfinished(&new)).unwrap();
    assert!(written.changes.contains(Tag::Unfinished));
    assert!(!store.read(|r| r.is_empty()).unwrap());
    let changed = unfinished(Form::Activity, Some("a1"));
    store.write(|w| w.save_unfinished(&changed)).unwrap();
    let more = Unfinished {
        fields: vec![typed("title", "Night sh", "")],
        ..new.clone()
    };
    store.write(|w| w.save_unfinished(&more)).unwrap();
    assert_eq!(form(&store, None), Some(more.clone()));
    assert_eq!(form(&store, Some("a1")), Some(changed.clone()));
    assert_eq!(store.read(|r| r.all_unfinished()).unwrap(), [more, changed]);
    assert_eq!(store.check().unwrap(), []);

    store
        .write(|w| w.forget_unfinished(Form::Activity, None))
        .unwrap();
    assert_eq!(form(&store, None), None);
    assert!(form(&store, Some("a1")).is_some());
    let written = store
        .write(|w| w.forget_unfinished(Form::Activity, None))
        .unwrap();
    assert!(written.changes.is_empty(), "there was nothing to forget");
    store
        .write(|w| w.forget_unfinished(Form::Activity, Some("a1")))
        .unwrap();
    assert!(store.read(|r| r.is_empty()).unwrap());

    store.write(|w| w.set_capture("A fall")).unwrap();
    assert!(!store.read(|r| r.is_empty()).unwrap());
    store.write(|w| w.set_capture("")).unwrap();
    assert!(store.read(|r| r.is_empty()).unwrap());
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let mut store = Store::in_memory().unwrap();
    let bytes = vec![0; usize::try_from(crate::evidence::LARGEST_FILE).unwrap() + 1];
    let outcome = store.write(|w| w.add_evidence(&super::world::evidence("e9", b""), &bytes));
    assert!(matches!(outcome, Err(Error::TooLarge { .. })));
    let outcome = store
        .write(|w| w.add_evidence(&super::world::evidence("e9", b""), &bytes[1..]))
        .unwrap();
    assert_eq!(outcome.value.size, crate::evidence::LARGEST_FILE);
}

#[test]
fn a_text_of_five_megabytes_is_kept() {
    let mut store = Store::in_memory().unwrap();
    let account = reflection("r9", "Nine", &"word ".repeat(1 << 20));
    store.write(|w| w.save_reflection(&account)).unwrap();
    let read = store.read(|r| r.reflection(&account.id)).unwrap().unwrap();
    assert_eq!(read.stages, account.stages);
}

#[test]
fn a_text_that_no_row_can_hold_is_refused_and_nothing_remains() {
    let mut store = Store::in_memory().unwrap();
    let account = reflection("r9", "Nine", &"x".repeat(40 << 20));
    let outcome = store.write(|w| w.save_reflection(&account));
    assert!(matches!(outcome, Err(Error::TooLarge { .. })));
    assert!(store.read(|r| r.is_empty()).unwrap());
}

#[test]
fn what_is_not_there_cannot_be_linked() {
    let mut store = filled();
    let link = super::world::theory_link("l9", "r1", "nothing");
    assert!(matches!(
        store.write(|w| w.save_theory_link(&link)),
        Err(Error::Refused(_))
    ));
    let outcome = store.write(|w| w.link_activity(&reflection_id("r1"), &activity_id("nothing")));
    assert!(matches!(outcome, Err(Error::Refused(_))));
}

#[test]
fn linking_twice_is_linking_once() {
    let mut store = filled();
    let (reflection, activity) = (reflection_id("r1"), activity_id("a1"));
    store
        .write(|w| w.link_activity(&reflection, &activity))
        .unwrap();
    assert_eq!(
        store.read(|r| r.all_activity_links()).unwrap(),
        everything().0.activity_links
    );
    store
        .write(|w| w.unlink_activity(&reflection, &activity))
        .unwrap();
    assert_eq!(store.read(|r| r.all_activity_links()).unwrap().len(), 1);
}

#[test]
fn changes_say_what_a_view_must_read_again() {
    let mut store = filled();
    let written = store
        .write(|w| w.save_theory(&theory("t9", "Nine")))
        .unwrap();
    assert_eq!(
        written.changes.iter().collect::<Vec<_>>(),
        [Tag::Theory, Tag::Search]
    );
}

prop_compose! {
    // Control characters and other alphabets included; text is never taken apart on the way.
    fn text()(text in ".{0,40}") -> String { text }
}

prop_compose! {
    fn any_day()(number in 0_i32..20_000) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(720_000 + number).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_activity_comes_back(
        title in text(), done in text(), criteria in proptest::collection::vec(text(), 0..4),
        minutes in proptest::option::of(any::<u32>()), on in any_day(),
        seconds in proptest::option::of(0_u32..86_400), nanos in 0_u32..1_000_000_000,
        category in proptest::option::of(proptest::sample::select(Category::ALL)),
        tags in proptest::collection::vec(proptest::sample::select(ActivityTag::ALL), 0..3),
    ) {
        let activity = Activity {
            what_was_done: done,
            criteria,
            tags,
            category,
            duration: minutes.map(Minutes),
            off_the_job: minutes.map(|m| Minutes(m / 2)),
            done_on: on,
            started_at: seconds.and_then(|s| NaiveTime::from_num_seconds_from_midnight_opt(s, nanos)),
            changed_at: DateTime::from_timestamp(1_700_000_000, nanos).unwrap(),
            ..activity("a9", &title, "2026-01-01")
        };
        let mut store = Store::in_memory().unwrap();
        store.write(|w| w.save_activity(&activity)).unwrap();
        prop_assert_eq!(store.read(|r| r.activity(&activity.id)).unwrap(), Some(activity));
        prop_assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn any_account_comes_back(
        title in text(), model in text(), on in proptest::option::of(any_day()),
        stages in proptest::collection::vec((text(), text(), text()), 0..5),
    ) {
        let stages = stages
            .into_iter()
            .map(|(key, heading, text)| StageText { key, heading, text })
            .collect();
        let account =
            Reflection { model, happened_on: on, stages, ..reflection("r9", &title, "") };
        let mut store = Store::in_memory().unwrap();
        let saved = store.write(|w| w.save_reflection(&account)).unwrap().value;
        prop_assert_eq!(&saved, &account);
        prop_assert_eq!(store.read(|r| r.reflection(&account.id)).unwrap(), Some(account));
        prop_assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn any_work_comes_back(
        title in text(), idea in text(), tags in proptest::collection::vec(text(), 0..3),
        authors in proptest::collection::vec((text(), text()), 0..3),
    ) {
        let authors = authors
            .into_iter()
            .map(|(family, given)| Author { family, given })
            .collect();
        let work = Theory { key_idea: idea, tags, authors, ..theory("t9", &title) };
        let mut store = Store::in_memory().unwrap();
        store.write(|w| w.save_theory(&work)).unwrap();
        prop_assert_eq!(store.read(|r| r.theory(&work.id)).unwrap(), Some(work));
        prop_assert_eq!(store.check().unwrap(), []);
    }
}

#[test]
fn an_end_before_the_start_is_refused() {
    let mut store = Store::in_memory().unwrap();
    let mut programme = everything().0.programme;
    programme.planned_end = Some(day("2020-01-01"));
    assert!(matches!(
        store.write(|w| w.save_programme(&programme)),
        Err(Error::Refused(_))
    ));
}
