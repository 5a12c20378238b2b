//! Nobody depends on Aftershift to get at what they wrote: what goes out in the open form comes back whole,
//! whatever it is, through the file and its database.

use aftershift_app::format::{Imported, export, import};
use aftershift_domain::activity::*;
use aftershift_domain::evidence::{Evidence, EvidenceKind, EvidenceLink};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::plan::{Action, Feedback, Opportunity};
use aftershift_domain::portfolio::{Portfolio, validate};
use aftershift_domain::programme::{
    HoursChange, Learner, LearningBreak, Nation, Programme, ReflectionPolicy, Weekday,
};
use aftershift_domain::reflection::{
    ActivityLink, OwnModel, OwnStage, Reflection, ReflectionState, Revision, StageText,
};
use aftershift_domain::standard::{Criterion, CriterionLink, Standard, Subject};
use aftershift_domain::theory::{
    Author, StyleChoice, Theory, TheoryKind, TheoryLink, TheoryRelation,
};
use aftershift_domain::unfinished::{Form, TypedField, Unfinished};
use aftershift_tests::World;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;

/// Fills an empty portfolio from `text` and writes it out again.
fn through_a_file(text: &[u8]) -> String {
    let world = World::with_portfolio();
    let path = world.path("in.json");
    fs::write(&path, text).unwrap();
    world.app.import_portfolio(&path).unwrap();
    // From the disk, and not from what the database still had in hand.
    let world = world.reopened();
    assert_eq!(world.app.check().unwrap(), []);
    world.everything()
}

#[test]
fn the_sample_comes_back_as_the_same_bytes() {
    let first = World::with_sample().everything();
    let second = through_a_file(first.as_bytes());
    assert!(first == second);
    assert!(!first.contains("exportedAt") && first.ends_with("}\n"));
}

#[test]
fn what_a_person_does_comes_back_as_the_same_bytes() {
    use aftershift_tests::request::{activity, book, programme, reflection, saving, with};
    use serde_json::json;
    let world = World::with_portfolio();
    world.ask("save_programme", programme());
    world.ask("save_activity", activity("Night shift", "2026-03-11"));
    world.ask(
        "save_theory",
        book("Schön", "1983", "The reflective practitioner"),
    );
    let begun = world.ask(
        "create_reflection",
        reflection("Five in the morning", "rolfe"),
    );
    for text in ["First.", "First, and then.", ""] {
        let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
        let stages = json!([{ "key": view["stages"][0]["key"], "heading": "", "text": text }]);
        world.ask(
            "save_reflection",
            with(saving(&view), json!({ "stages": stages })),
        );
    }
    world.ask(
        "move_to_bin",
        json!({ "kind": "reflection", "id": begun["reflectionId"] }),
    );
    let first = world.everything();
    assert!(
        first.contains("First, and then."),
        "what a save replaced is in it"
    );
    assert!(first == through_a_file(first.as_bytes()));
}

#[test]
fn an_import_fills_an_empty_portfolio_and_no_other() {
    let sample = World::with_sample();
    let path = sample.path("out.json");
    sample.app.export_json(&path, false).unwrap();
    let before = sample.everything();
    let refused = sample.app.import_portfolio(&path).unwrap_err();
    assert_eq!(refused, aftershift_app::Failure::NotEmpty);
    assert!(sample.everything() == before);
}

/// Text of pieces that are easily spoilt on the way.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Zéßłж]{1,9} ",
        1 => prop::sample::select(vec![
            "“", "’", "e\u{301}", "\u{1F9FF}", "\u{1F469}\u{200D}\u{1F52C}", "漢", "שלום", "\t", "\\", "\"", "/",
            "\u{0}", "\r\n", "\n\n", "\n- ", "\u{202e}", "\u{feff}", "\u{2028}", "<b>", "{}", "|", "# ", "'", "%",
            "![x](attachment:e0)", "[a](https://example.org/?a=b&c=d)", "  ",
        ]).prop_map(str::to_owned),
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Text with something in it, at most as long as a line may be.
fn line() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("T{}", text.chars().take(200).collect::<String>()))
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..109_000)
        .prop_map(|after| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(after))
}

/// Any moment of two centuries, to the nanosecond.
fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    let nanoseconds = prop_oneof![
        Just(0),
        Just(250_000_000),
        Just(1_000),
        0_u32..1_000_000_000
    ];
    (0_i64..7_000_000_000, nanoseconds)
        .prop_map(|(seconds, rest)| DateTime::from_timestamp(seconds, rest).unwrap())
}

fn time() -> impl Strategy<Value = NaiveTime> {
    let rest = prop_oneof![3 => Just(0), 1 => 0_u32..1_000_000_000];
    (0_u32..86_400, rest)
        .prop_map(|(s, n)| NaiveTime::from_num_seconds_from_midnight_opt(s, n).unwrap())
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn maybe<T: std::fmt::Debug>(some: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(some)
}

/// An id of the kind that is asked for: `r3`.
fn id<T: TryFrom<String>>(letter: char, number: usize) -> T
where
    T::Error: std::fmt::Debug,
{
    T::try_from(format!("{letter}{number}")).unwrap()
}

fn activities() -> impl Strategy<Value = Vec<Activity>> {
    let when = (
        date(),
        maybe(time()),
        maybe(time()),
        maybe(1_u32..=1440),
        maybe(1_u32..=1440),
    );
    let what = (line(), text(), text(), text(), line(), vec(line(), 0..3));
    let kinds = (
        (maybe(one_of(Category::ALL)), maybe((any::<bool>(), line()))),
        one_of(PaidTime::ALL),
        one_of(DeliveredBy::ALL),
        one_of(Place::ALL),
        vec(one_of(ActivityTag::ALL), 0..3),
        one_of(ConfirmationState::ALL),
    );
    let one = (when, what, kinds, moment(), moment(), maybe(moment()));
    vec(one, 0..4).prop_map(|all| {
        let numbered = all.into_iter().enumerate();
        numbered
            .map(
                |(number, (when, what, kinds, created_at, changed_at, deleted_at))| Activity {
                    id: id('a', number),
                    title: what.0,
                    done_on: when.0,
                    started_at: when.1,
                    ended_at: when.2.filter(|end| Some(*end) != when.1),
                    duration: when.3.map(Minutes),
                    off_the_job: when
                        .4
                        .map(|claimed| Minutes(claimed.min(when.3.unwrap_or(claimed)))),
                    category: kinds.0.0,
                    what_was_done: what.1,
                    what_was_learned: what.2,
                    paid: kinds.1,
                    compensation: what.3,
                    delivered_by: what.4,
                    delivered_by_kind: kinds.2,
                    place: kinds.3,
                    criteria: what.5,
                    tags: kinds.4,
                    disagreement: kinds
                        .0
                        .1
                        .map(|(counts, note)| Disagreement { counts, note }),
                    state: kinds.5,
                    created_at,
                    changed_at,
                    deleted_at,
                },
            )
            .collect()
    })
}

fn stages() -> impl Strategy<Value = Vec<StageText>> {
    vec((line(), text()), 0..4).prop_map(|all| {
        let keys = [
            "description",
            "what",
            "text",
            "odd key, “of another program”",
        ];
        let keyed = keys.into_iter().zip(all);
        keyed
            .map(|(key, (heading, text))| StageText {
                key: key.into(),
                heading,
                text,
            })
            .collect()
    })
}

fn reflections() -> impl Strategy<Value = Vec<Reflection>> {
    let model = prop::sample::select(vec!["gibbs", "free", "johns", "m0"]);
    let one = (
        (
            line(),
            maybe(date()),
            model,
            stages(),
            one_of(ReflectionState::ALL),
            line(),
        ),
        (1_u32..100, moment(), moment(), maybe(moment())),
    );
    vec(one, 0..4).prop_map(|all| {
        let numbered = all.into_iter().enumerate();
        numbered
            .map(
                |(number, (it, (revision, created_at, changed_at, deleted_at)))| Reflection {
                    id: id('r', number),
                    title: it.0,
                    happened_on: it.1,
                    model: it.2.into(),
                    stages: it.3,
                    state: it.4,
                    module: it.5,
                    revision,
                    created_at,
                    changed_at,
                    deleted_at,
                },
            )
            .collect()
    })
}

fn theory() -> impl Strategy<Value = Vec<Theory>> {
    let author = || {
        (line(), text()).prop_map(|(family, given)| Author {
            family,
            given: given.chars().take(200).collect(),
        })
    };
    let one = (
        (
            one_of(TheoryKind::ALL),
            vec(author(), 0..3),
            vec(author(), 0..2),
            maybe(date()),
        ),
        vec(line(), 18),
        (vec(line(), 0..3), vec(line(), 0..3)),
        (moment(), moment(), maybe(moment())),
    );
    vec(one, 0..3).prop_map(|all| {
        let numbered = all.into_iter().enumerate();
        numbered
            .map(
                |(number, ((kind, authors, editors, accessed_on), said, (tags, criteria), at))| {
                    let mut said = said.into_iter();
                    let mut next = || said.next().unwrap();
                    Theory {
                        id: id('t', number),
                        // What is imported has a key of its own, and keeps it.
                        cite_key: format!("k{number}"),
                        kind,
                        authors,
                        corporate_author: next(),
                        year: next(),
                        title: next(),
                        container: next(),
                        container_short: next(),
                        editors,
                        edition: next(),
                        volume: next(),
                        issue: next(),
                        pages: next(),
                        publisher: next(),
                        place: next(),
                        doi: next(),
                        url: next(),
                        accessed_on,
                        key_idea: next(),
                        quotation: next(),
                        quotation_page: next(),
                        module: next(),
                        tags,
                        criteria,
                        // Given one of those that are there, once they are.
                        evidence_id: None,
                        created_at: at.0,
                        changed_at: at.1,
                        deleted_at: at.2,
                    }
                },
            )
            .collect()
    })
}

/// A programme whose days are in an order that can be: each so many after the one before.
fn programme() -> impl Strategy<Value = Programme> {
    let hours = || maybe((1_u32..60_000).prop_map(Minutes));
    (
        (vec(line(), 5), hours(), hours(), hours(), 0_u32..60_000),
        (
            any::<bool>(),
            0_u64..60_000,
            vec((1_u64..200, 1_u64..200, line()), 0..3),
        ),
        (
            vec((1_u64..200, 1_u32..3_000), 0..3),
            vec(one_of(Weekday::ALL), 0..4),
        ),
        (
            maybe(time()),
            maybe(time()),
            any::<bool>(),
            maybe(0_u64..3_000),
            maybe(0_u64..3_000),
        ),
        (
            one_of(Nation::ALL),
            one_of(ReflectionPolicy::ALL),
            maybe(60_u32..2_880),
        ),
    )
        .prop_map(
            |((said, plan, published, planned, prior), days, lists, times, rest)| {
                let mut said = said.into_iter();
                let mut next = || said.next().unwrap();
                let start = NaiveDate::from_ymd_opt(2017, 5, 1).unwrap() + Days::new(days.1);
                let mut day = start;
                let mut after = |days: u64| {
                    day = day + Days::new(days);
                    day
                };
                let breaks = days
                    .2
                    .into_iter()
                    .map(|(gap, length, reason)| LearningBreak {
                        from: after(gap),
                        to: after(length),
                        reason,
                    });
                let breaks = breaks.collect();
                let mut hours_changes = Vec::new();
                for (gap, weekly) in lists.0 {
                    hours_changes.push(HoursChange {
                        from: after(gap),
                        weekly: Minutes(weekly),
                    });
                }
                let planned_end = after(100);
                Programme {
                    title: next(),
                    provider: next(),
                    employer: next(),
                    standard_reference: next(),
                    standard_version: next(),
                    original_start: days.0.then_some(start),
                    planned_end: days.0.then_some(planned_end),
                    weekly: rest.2.map(Minutes),
                    nation: rest.0,
                    plan_hours: plan,
                    published_hours: published,
                    prior_learning: Minutes(prior),
                    planned_hours: planned,
                    breaks,
                    hours_changes,
                    working_days: lists.1,
                    working_from: times.0,
                    working_to: times.1,
                    block_release: times.2,
                    gateway_on: times.3.map(|days| start + Days::new(days)),
                    ended_on: times.4.map(|days| start + Days::new(days)),
                    reflection_policy: rest.1,
                }
            },
        )
}

/// What refers to other things: made of numbers, each taken for one of those that are there.
#[derive(Debug, Clone)]
struct Loose {
    learner: Learner,
    numbers: Vec<usize>,
    said: Vec<String>,
    at: Vec<DateTime<Utc>>,
    on: Vec<NaiveDate>,
    gone: Option<DateTime<Utc>>,
    bytes: Vec<u8>,
    stages: Vec<StageText>,
}

fn loose() -> impl Strategy<Value = Loose> {
    (
        vec(0_usize..12, 12),
        vec(line(), 24),
        vec(moment(), 8),
        vec(date(), 6),
        (maybe(moment()), vec(any::<u8>(), 0..300), stages()),
    )
        .prop_map(|(numbers, said, at, on, (gone, bytes, stages))| Loose {
            learner: Learner {
                name: said[20].clone(),
                role: said[21].clone(),
                learner_number: said[22].clone(),
            },
            numbers,
            said,
            at,
            on,
            gone,
            bytes,
            stages,
        })
}

/// One of each kind of thing that refers to others, as far as those are there.
fn add_loose(p: &mut Portfolio, it: &Loose) -> BTreeMap<String, Vec<u8>> {
    let said = |at: usize| it.said[at].clone();
    let activity = p
        .activities
        .get(it.numbers[0] % p.activities.len().max(1))
        .map(|a| a.id.clone());
    let reflection = p
        .reflections
        .get(it.numbers[1] % p.reflections.len().max(1))
        .map(|r| r.id.clone());
    let work = p
        .theory
        .get(it.numbers[2] % p.theory.len().max(1))
        .map(|t| t.id.clone());
    p.models.push(OwnModel {
        id: id('m', 0),
        name: said(0),
        reference: said(1),
        stages: vec![OwnStage {
            key: said(2),
            name: said(3),
            prompt: said(4),
        }],
        deleted_at: it.gone,
    });
    let sha256: String = Sha256::digest(&it.bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    for number in 0..2 {
        p.evidence.push(Evidence {
            id: id('e', number),
            file_name: "Żółw ’26.png".into(),
            kind: EvidenceKind::ALL[it.numbers[3] % EvidenceKind::ALL.len()],
            alternative_text: said(5),
            description: said(6),
            media_type: "application/octet-stream".into(),
            sha256: sha256.clone(),
            size: it.bytes.len() as u64,
            created_at: it.at[0],
            deleted_at: it.gone,
        });
    }
    if let Some(work) = p.theory.first_mut() {
        work.evidence_id = Some(id('e', it.numbers[2] % 2));
    }
    p.standards.push(Standard {
        id: id('s', 0),
        reference: said(7),
        version: said(8),
        title: said(9),
    });
    p.criteria.push(Criterion {
        id: id('c', 0),
        standard_id: id('s', 0),
        code: said(10),
        text: said(11),
    });
    p.criterion_links.push(CriterionLink {
        id: id('k', 0),
        criterion_id: id('c', 0),
        subject: Subject::Evidence(id('e', 0)),
        why: said(12),
        passage: said(13),
    });
    if let Some(activity_id) = activity.clone() {
        let mut kept = Vec::new();
        for other in &p.activities {
            // What the one that somebody spoke of says, and then what the others do.
            let version = ActivityRevision::after(kept.last(), other, it.at[6]);
            kept.push(ActivityRevision {
                activity_id: activity_id.clone(),
                ..version
            });
        }
        let spoken_of = kept[it.numbers[5] % kept.len()].revision;
        p.activity_revisions = kept;
        p.confirmations.push(Confirmation {
            id: id('w', 0),
            activity_id: activity_id.clone(),
            revision: Some(spoken_of).filter(|_| it.numbers[6] > 2),
            decision: ConfirmationState::Queried,
            name: said(14),
            role: said(15),
            decided_on: it.on[0],
            comment: said(16),
            recorded_at: it.at[1],
        });
        p.evidence_links.push(EvidenceLink {
            activity_id: activity_id.clone(),
            evidence_id: id('e', 1),
        });
        let (id, subject) = (id('k', 1), Subject::Activity(activity_id));
        p.criterion_links.push(CriterionLink {
            id,
            subject,
            ..p.criterion_links[0].clone()
        });
    }
    p.recurrences.push(Recurrence {
        id: id('q', 0),
        title: said(3),
        weekdays: vec![
            Weekday::ALL[it.numbers[7] % 7],
            Weekday::ALL[it.numbers[8] % 7],
        ],
        every_weeks: 1 + u32::try_from(it.numbers[9]).unwrap(),
        from: it.on[4].min(it.on[5]),
        until: Some(it.on[4].max(it.on[5])).filter(|_| it.numbers[10] > 5),
        started_at: NaiveTime::from_hms_opt(9, 30, 0),
        ended_at: None,
        duration: Some(Minutes(90)),
        category: Some(Category::ALL[it.numbers[7]]),
        paid: PaidTime::Paid,
        delivered_by: said(4),
        delivered_by_kind: DeliveredBy::Provider,
        place: Place::Campus,
        criteria: vec![said(2)],
        tags: ActivityTag::ALL[..it.numbers[8] % 4].to_vec(),
        created_at: it.at[7],
        changed_at: it.at[6],
        deleted_at: it.gone,
    });
    for (due_on, activity_id) in [(it.on[0], activity.clone()), (it.on[1], None)] {
        let known = p
            .recurrence_answers
            .iter()
            .any(|other| other.due_on == due_on);
        if !known {
            p.recurrence_answers.push(RecurrenceAnswer {
                recurrence_id: id('q', 0),
                due_on,
                activity_id,
                answered_at: it.at[0],
            });
        }
    }
    p.opportunities.push(Opportunity {
        id: id('o', 0),
        title: said(17),
        planned_on: Some(it.on[1]),
        duration: Some(Minutes(60)),
        category: None,
        with_whom: said(18),
        notes: said(19),
        activity_id: activity.clone(),
        created_at: it.at[2],
        deleted_at: it.gone,
    });
    p.actions.push(Action {
        id: id('n', 0),
        text: said(5),
        due_on: Some(it.on[2]),
        reflection_id: reflection.clone(),
        done_on: Some(it.on[3]),
        created_at: it.at[3],
        deleted_at: None,
    });
    p.feedback.push(Feedback {
        id: id('f', 0),
        from: said(6),
        given_on: it.on[4],
        text: said(7),
        reflection_id: reflection.clone(),
        activity_id: activity.clone(),
        created_at: it.at[4],
        deleted_at: it.gone,
    });
    if let Some(reflection_id) = reflection {
        for revision in 1..3 {
            p.revisions.push(Revision {
                reflection_id: reflection_id.clone(),
                revision,
                saved_at: it.at[5],
                title: said(8),
                model: "gibbs".into(),
                stages: it.stages.clone(),
            });
        }
        if let Some(activity_id) = activity {
            p.activity_links.push(ActivityLink {
                reflection_id: reflection_id.clone(),
                activity_id,
            });
        }
        if let Some(theory_id) = work {
            // Two links between the same two, told apart by their passage alone.
            for number in 0..2 {
                p.theory_links.push(TheoryLink {
                    id: id('l', number),
                    reflection_id: reflection_id.clone(),
                    theory_id: theory_id.clone(),
                    relation: TheoryRelation::ALL[it.numbers[4] % TheoryRelation::ALL.len()],
                    rationale: said(9),
                    passage: format!("{number}{}", said(10)),
                    deleted_at: it.gone.filter(|_| number == 1),
                });
            }
        }
        p.unfinished.push(Unfinished {
            form: Form::Picture,
            about: Some(reflection_id.to_string()),
            fields: vec![TypedField {
                name: "description".into(),
                text: said(11),
                before: said(12),
            }],
            changed_at: it.at[5],
        });
    }
    p.citation_style.chosen = [
        StyleChoice::Harvard,
        StyleChoice::Apa,
        StyleChoice::Vancouver,
    ][p.reflections.len() % 3];
    p.capture = said(13);
    p.unfinished.push(Unfinished {
        form: Form::Programme,
        about: None,
        fields: (0..3)
            .map(|number| TypedField {
                name: format!("{number}{}", said(14).chars().take(50).collect::<String>()),
                text: said(15 + number),
                before: String::new(),
            })
            .collect(),
        changed_at: it.at[4],
    });
    BTreeMap::from([(sha256, it.bytes.clone())])
}

fn portfolio() -> impl Strategy<Value = (Portfolio, BTreeMap<String, Vec<u8>>)> {
    (
        programme(),
        activities(),
        reflections(),
        theory(),
        loose(),
        maybe(date()),
    )
        .prop_map(|(programme, activities, reflections, theory, it, as_of)| {
            let mut portfolio = Portfolio {
                uid: "u-1".into(),
                as_of,
                learner: it.learner.clone(),
                programme,
                activities,
                reflections,
                theory,
                ..Portfolio::default()
            };
            let files = add_loose(&mut portfolio, &it);
            (portfolio, files)
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_123),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_portfolio_comes_back_as_the_same_bytes((portfolio, files) in portfolio()) {
        prop_assert_eq!(validate(&portfolio), Ok(()));
        let first = export(&portfolio, &files).unwrap();
        let second = through_a_file(&first);
        prop_assert_eq!(String::from_utf8(first).unwrap(), second.clone());
        let read = import(second.as_bytes()).unwrap();
        prop_assert_eq!(read, Imported { portfolio, files });
    }
}
