//! Values and files that the tests work with.

use crate::Store;
use aftershift_domain::activity::{
    Activity, ActivityRevision, ActivityTag, Category, Confirmation, ConfirmationState,
    DeliveredBy, Disagreement, PaidTime, Place, Recurrence, RecurrenceAnswer,
};
use aftershift_domain::evidence::{Evidence, EvidenceKind, EvidenceLink};
use aftershift_domain::id::{
    ActionId, ActivityId, ConfirmationId, CriterionId, CriterionLinkId, EvidenceId, FeedbackId,
    OpportunityId, OwnModelId, RecurrenceId, ReflectionId, StandardId, TheoryId, TheoryLinkId,
};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::plan::{Action, Feedback, Opportunity};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::programme::{
    HoursChange, Learner, LearningBreak, Nation, Programme, ReflectionPolicy, Weekday,
};
use aftershift_domain::reflection::{
    ActivityLink, OwnModel, OwnStage, Reflection, ReflectionState, Revision, StageText,
};
use aftershift_domain::standard::{Criterion, CriterionLink, Standard, Subject};
use aftershift_domain::theory::{
    Author, CitationStyle, StyleChoice, Theory, TheoryKind, TheoryLink, TheoryRelation,
};
use aftershift_domain::unfinished::{Form, TypedField, Unfinished};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder that goes away with the test.
pub struct World {
    pub folder: TempDir,
}

impl World {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A portfolio with one of everything, open.
    pub fn filled(&self) -> (PathBuf, Store) {
        let path = self.path("mine.aftershift");
        let mut store = Store::create(&path).unwrap();
        fill(&mut store);
        (path, store)
    }

    /// The names of the files in the folder, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

/// A portfolio with one of everything, in memory.
pub fn filled() -> Store {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store);
    store
}

pub fn fill(store: &mut Store) {
    let (portfolio, attachments) = everything();
    store
        .write(|w| w.restore(&portfolio, &attachments))
        .unwrap();
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

pub fn reflection_id(text: &str) -> ReflectionId {
    ReflectionId::new(text).unwrap()
}

pub fn activity_id(text: &str) -> ActivityId {
    ActivityId::new(text).unwrap()
}

pub fn theory_id(text: &str) -> TheoryId {
    TheoryId::new(text).unwrap()
}

pub fn stage(key: &str, text: &str) -> StageText {
    StageText {
        key: key.to_owned(),
        heading: format!("Heading of {key}"),
        text: text.to_owned(),
    }
}

pub fn reflection(id: &str, title: &str, text: &str) -> Reflection {
    Reflection {
        id: reflection_id(id),
        title: title.to_owned(),
        happened_on: Some(day("2026-03-04")),
        model: "gibbs".to_owned(),
        stages: vec![stage("description", text)],
        state: ReflectionState::Draft,
        module: String::new(),
        revision: 1,
        created_at: at("2026-03-04T20:00:00Z"),
        changed_at: at("2026-03-04T20:00:00Z"),
        deleted_at: None,
    }
}

pub fn activity(id: &str, title: &str, done_on: &str) -> Activity {
    Activity {
        id: activity_id(id),
        title: title.to_owned(),
        done_on: day(done_on),
        started_at: None,
        ended_at: None,
        duration: None,
        off_the_job: None,
        category: None,
        what_was_done: String::new(),
        what_was_learned: String::new(),
        paid: PaidTime::Unknown,
        compensation: String::new(),
        delivered_by: String::new(),
        delivered_by_kind: DeliveredBy::Unknown,
        place: Place::Unknown,
        criteria: Vec::new(),
        tags: Vec::new(),
        disagreement: None,
        state: ConfirmationState::Draft,
        created_at: at("2026-03-04T18:00:00Z"),
        changed_at: at("2026-03-04T18:00:00Z"),
        deleted_at: None,
    }
}

pub fn recurrence(id: &str, title: &str) -> Recurrence {
    Recurrence {
        id: RecurrenceId::new(id).unwrap(),
        title: title.to_owned(),
        weekdays: vec![Weekday::Tuesday, Weekday::Monday],
        every_weeks: 2,
        from: day("2026-03-02"),
        until: Some(day("2026-07-10")),
        started_at: Some(time("09:30:00")),
        ended_at: Some(time("16:30:00")),
        duration: Some(Minutes(360)),
        category: Some(Category::Theory),
        paid: PaidTime::Paid,
        delivered_by: "Lecturer".to_owned(),
        delivered_by_kind: DeliveredBy::Provider,
        place: Place::Campus,
        criteria: vec!["K3".to_owned()],
        tags: vec![ActivityTag::TheoryHours],
        created_at: at("2026-03-01T18:00:00Z"),
        changed_at: at("2026-03-01T18:00:00.5Z"),
        deleted_at: None,
    }
}

pub fn answer(due_on: &str, activity: Option<&str>) -> RecurrenceAnswer {
    RecurrenceAnswer {
        recurrence_id: RecurrenceId::new("rec1").unwrap(),
        due_on: day(due_on),
        activity_id: activity.map(activity_id),
        answered_at: at("2026-03-11T18:00:00Z"),
    }
}

pub fn theory(id: &str, title: &str) -> Theory {
    Theory {
        kind: TheoryKind::Book,
        authors: vec![Author {
            family: "Benner".to_owned(),
            given: "Patricia".to_owned(),
        }],
        year: "1984".to_owned(),
        title: title.to_owned(),
        ..Theory::blank(theory_id(id), at("2026-03-01T18:00:00Z"))
    }
}

pub fn theory_link(id: &str, reflection: &str, theory: &str) -> TheoryLink {
    TheoryLink {
        id: TheoryLinkId::new(id).unwrap(),
        reflection_id: reflection_id(reflection),
        theory_id: theory_id(theory),
        relation: TheoryRelation::Applies,
        rationale: "I followed the protocol step by step, as an advanced beginner does.".to_owned(),
        passage: "step by step".to_owned(),
        deleted_at: None,
    }
}

pub fn evidence(id: &str, bytes: &[u8]) -> Evidence {
    Evidence {
        id: EvidenceId::new(id).unwrap(),
        file_name: "certificate.pdf".to_owned(),
        kind: EvidenceKind::Certificate,
        alternative_text: "A certificate".to_owned(),
        description: "Moving and handling".to_owned(),
        media_type: "application/pdf".to_owned(),
        sha256: crate::fingerprint::hex(&Sha256::digest(bytes)),
        size: bytes.len() as u64,
        created_at: at("2026-03-02T10:00:00Z"),
        deleted_at: None,
    }
}

pub fn typed(name: &str, text: &str, before: &str) -> TypedField {
    TypedField {
        name: name.to_owned(),
        text: text.to_owned(),
        before: before.to_owned(),
    }
}

pub fn unfinished(form: Form, about: Option<&str>) -> Unfinished {
    Unfinished {
        form,
        about: about.map(str::to_owned),
        fields: vec![typed("name", "Ola Gr", "")],
        changed_at: at("2026-03-12T14:03:00.5Z"),
    }
}

/// A portfolio in which every field of everything says something, and the bytes of its files.
pub fn everything() -> (Portfolio, BTreeMap<EvidenceId, Vec<u8>>) {
    let bytes = vec![0, 1, 2, 3, 255, 254];
    let attachments = BTreeMap::from([
        (EvidenceId::new("e1").unwrap(), bytes.clone()),
        (EvidenceId::new("e2").unwrap(), bytes.clone()),
    ]);
    let portfolio = Portfolio {
        uid: "0190-uid".to_owned(),
        as_of: Some(day("2027-02-11")),
        learner: Learner {
            name: "Ola Größe".to_owned(),
            role: "Trainee nursing associate".to_owned(),
            learner_number: "L-1".to_owned(),
        },
        programme: programme(),
        activities: activities(),
        activity_revisions: activity_revisions(),
        confirmations: vec![Confirmation {
            id: ConfirmationId::new("c1").unwrap(),
            activity_id: activity_id("a1"),
            revision: Some(2),
            decision: ConfirmationState::Confirmed,
            name: "R. Osei".to_owned(),
            role: "Practice assessor".to_owned(),
            decided_on: day("2026-03-06"),
            comment: "As agreed".to_owned(),
            recorded_at: at("2026-03-06T09:00:00.250Z"),
        }],
        recurrences: vec![
            recurrence("rec1", "College day"),
            Recurrence {
                until: None,
                started_at: None,
                ended_at: None,
                duration: None,
                category: None,
                deleted_at: Some(at("2026-04-03T00:00:00Z")),
                ..recurrence("rec2", "Tutorial")
            },
        ],
        recurrence_answers: vec![answer("2026-03-10", Some("a1")), answer("2026-03-03", None)],
        reflections: reflections(),
        revisions: vec![Revision {
            reflection_id: reflection_id("r1"),
            revision: 3,
            saved_at: at("2026-03-04T20:30:00Z"),
            title: "First".to_owned(),
            model: "driscoll".to_owned(),
            stages: vec![stage("what", "An earlier text"), stage("so_what", "")],
        }],
        theory: theories(),
        theory_links: vec![
            theory_link("l2", "r2", "t1"),
            theory_link("l1", "r1", "t1"),
            TheoryLink {
                rationale: "What I thought of it at first.".to_owned(),
                deleted_at: Some(at("2026-03-30T00:00:00Z")),
                ..theory_link("l3", "r1", "t1")
            },
        ],
        activity_links: vec![
            ActivityLink {
                reflection_id: reflection_id("r1"),
                activity_id: activity_id("a2"),
            },
            ActivityLink {
                reflection_id: reflection_id("r1"),
                activity_id: activity_id("a1"),
            },
        ],
        standards: vec![Standard {
            id: StandardId::new("s1").unwrap(),
            reference: "ST0827".to_owned(),
            version: "1.1".to_owned(),
            title: "Nursing associate".to_owned(),
        }],
        criteria: vec![Criterion {
            id: CriterionId::new("k3").unwrap(),
            standard_id: StandardId::new("s1").unwrap(),
            code: "K3".to_owned(),
            text: "Understand…".to_owned(),
        }],
        criterion_links: criterion_links(),
        evidence: vec![
            evidence("e1", &bytes),
            Evidence {
                deleted_at: Some(at("2026-04-01T00:00:00Z")),
                ..evidence("e2", &bytes)
            },
        ],
        evidence_links: ["e2", "e1"]
            .map(|id| EvidenceLink {
                activity_id: activity_id("a1"),
                evidence_id: EvidenceId::new(id).unwrap(),
            })
            .to_vec(),
        opportunities: vec![Opportunity {
            id: OpportunityId::new("o1").unwrap(),
            title: "Venepuncture".to_owned(),
            planned_on: Some(day("2026-09-01")),
            duration: Some(Minutes(120)),
            category: Some(Category::Practical),
            with_whom: "R. Osei".to_owned(),
            notes: "Ask for two".to_owned(),
            activity_id: Some(activity_id("a1")),
            created_at: at("2026-03-02T10:00:00Z"),
            deleted_at: None,
        }],
        actions: vec![Action {
            id: ActionId::new("x1").unwrap(),
            text: "Read the policy".to_owned(),
            due_on: Some(day("2026-05-01")),
            reflection_id: Some(reflection_id("r1")),
            done_on: Some(day("2026-04-28")),
            created_at: at("2026-03-05T10:00:00Z"),
            deleted_at: None,
        }],
        feedback: vec![Feedback {
            id: FeedbackId::new("f1").unwrap(),
            from: "Tutor".to_owned(),
            given_on: day("2026-03-20"),
            text: "Say more about the theory".to_owned(),
            reflection_id: Some(reflection_id("r1")),
            activity_id: Some(activity_id("a1")),
            created_at: at("2026-03-20T10:00:00Z"),
            deleted_at: None,
        }],
        models: vec![OwnModel {
            id: OwnModelId::new("m1").unwrap(),
            name: "Ours".to_owned(),
            reference: "Handbook".to_owned(),
            stages: vec![OwnStage {
                key: "one".to_owned(),
                name: "One".to_owned(),
                prompt: "What?".to_owned(),
            }],
            deleted_at: None,
        }],
        citation_style: CitationStyle {
            chosen: StyleChoice::Own,
            own: "<style/>".to_owned(),
        },
        capture: "  A fall,\nno harm".to_owned(),
        unfinished: vec![
            unfinished(Form::Programme, None),
            Unfinished {
                fields: vec![typed("doneOn.day", "31", "4"), typed("title", "", "Night")],
                ..unfinished(Form::Activity, Some("a1"))
            },
        ],
    };
    (portfolio, attachments)
}

fn programme() -> Programme {
    Programme {
        title: "Nursing associate".to_owned(),
        provider: "Northbridge College".to_owned(),
        employer: "St Anselm's".to_owned(),
        standard_reference: "ST0827".to_owned(),
        standard_version: "1.1".to_owned(),
        original_start: Some(day("2024-09-02")),
        planned_end: Some(day("2027-03-01")),
        weekly: Some(Minutes(37 * 60 + 30)),
        nation: Nation::Wales,
        plan_hours: Some(Minutes(600)),
        published_hours: Some(Minutes(700)),
        prior_learning: Minutes(30),
        planned_hours: Some(Minutes(800)),
        breaks: vec![
            LearningBreak {
                from: day("2025-06-01"),
                to: day("2025-08-01"),
                reason: "Leave".to_owned(),
            },
            LearningBreak {
                from: day("2025-12-01"),
                to: day("2025-12-15"),
                reason: String::new(),
            },
        ],
        hours_changes: vec![HoursChange {
            from: day("2025-08-01"),
            weekly: Minutes(1800),
        }],
        working_days: vec![Weekday::Friday, Weekday::Monday],
        working_from: Some(time("19:30:00")),
        working_to: Some(time("07:45:00")),
        block_release: true,
        gateway_on: Some(day("2027-01-15")),
        ended_on: Some(day("2027-02-20")),
        reflection_policy: ReflectionPolicy::Allowed,
    }
}

fn activities() -> Vec<Activity> {
    vec![
        Activity {
            started_at: Some(time("22:00:00")),
            ended_at: Some(time("06:15:30.5")),
            duration: Some(Minutes(495)),
            off_the_job: Some(Minutes(90)),
            category: Some(Category::Shadowing),
            what_was_done: "Watched a **wound** being dressed".to_owned(),
            what_was_learned: "Aseptic technique".to_owned(),
            paid: PaidTime::Compensated,
            compensation: "Time off on 9 March".to_owned(),
            delivered_by: "Tissue viability nurse".to_owned(),
            delivered_by_kind: DeliveredBy::Learner,
            place: Place::Placement,
            criteria: vec!["S4".to_owned(), "K3".to_owned()],
            tags: vec![ActivityTag::Supernumerary, ActivityTag::PracticeHours],
            disagreement: Some(Disagreement {
                counts: false,
                note: "I had done this before.".to_owned(),
            }),
            state: ConfirmationState::Confirmed,
            changed_at: at("2026-03-05T18:00:00.123456789Z"),
            ..activity("a1", "Night shift on the ward", "2026-03-04")
        },
        activity("a2", "Lecture", "2026-02-01"),
    ]
}

/// What the first activity said before, and what it says now.
fn activity_revisions() -> Vec<ActivityRevision> {
    let now = activities().remove(0);
    let before = activity("a1", "Night shift", "2026-03-03");
    let first = ActivityRevision::after(None, &before, at("2026-03-05T08:00:00Z"));
    let second = ActivityRevision::after(Some(&first), &now, at("2026-03-06T09:00:00.250Z"));
    vec![first, second]
}

fn reflections() -> Vec<Reflection> {
    vec![
        Reflection {
            stages: vec![
                stage(
                    "description",
                    "The dressing was changed twice.\n\n- once\n- again",
                ),
                stage("feelings", ""),
                stage("gone", "Text of a stage that the model lacks"),
            ],
            state: ReflectionState::Finished,
            module: "Module 2".to_owned(),
            revision: 7,
            changed_at: at("2026-03-05T21:00:00Z"),
            ..reflection("r1", "A dressing", "")
        },
        Reflection {
            happened_on: None,
            model: "m1".to_owned(),
            stages: Vec::new(),
            deleted_at: Some(at("2026-04-02T00:00:00Z")),
            ..reflection("r2", "", "")
        },
    ]
}

fn theories() -> Vec<Theory> {
    vec![
        Theory {
            cite_key: "benner1984".to_owned(),
            kind: TheoryKind::Chapter,
            corporate_author: "NMC".to_owned(),
            container: "Nursing".to_owned(),
            container_short: "Nurs".to_owned(),
            editors: vec![Author {
                family: "de la Cruz".to_owned(),
                given: String::new(),
            }],
            edition: "2nd".to_owned(),
            volume: "3".to_owned(),
            issue: "4".to_owned(),
            pages: "1–9".to_owned(),
            publisher: "Addison-Wesley".to_owned(),
            place: "Menlo Park".to_owned(),
            doi: "10.1000/1".to_owned(),
            url: "https://example.org/".to_owned(),
            accessed_on: Some(day("2026-03-01")),
            key_idea: "Skill grows from rules to intuition".to_owned(),
            quotation: "Experience is a requisite for expertise".to_owned(),
            quotation_page: "3".to_owned(),
            module: "Module 1".to_owned(),
            tags: vec!["skill".to_owned(), "learning".to_owned()],
            criteria: vec!["K3".to_owned(), "Unit 2".to_owned()],
            evidence_id: Some(EvidenceId::new("e1").unwrap()),
            ..theory("t1", "From Novice to Expert")
        },
        Theory {
            authors: Vec::new(),
            deleted_at: Some(at("2026-04-03T00:00:00Z")),
            ..theory("t2", "Learning by Doing")
        },
    ]
}

fn criterion_links() -> Vec<CriterionLink> {
    let subjects = [
        Subject::Evidence(EvidenceId::new("e1").unwrap()),
        Subject::Reflection(reflection_id("r1")),
        Subject::Activity(activity_id("a1")),
    ];
    subjects
        .into_iter()
        .enumerate()
        .map(|(index, subject)| CriterionLink {
            id: CriterionLinkId::new(format!("cl{index}")).unwrap(),
            criterion_id: CriterionId::new("k3").unwrap(),
            subject,
            why: "It shows it".to_owned(),
            passage: "twice".to_owned(),
        })
        .collect()
}
