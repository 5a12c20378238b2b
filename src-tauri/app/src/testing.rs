//! What the tests of the use cases share: a world with a fixed clock and folders of its own.

use crate::wire::*;
use crate::{App, Clock, Places};
use aftershift_domain::activity::{Category, DeliveredBy, PaidTime, Place};
use aftershift_domain::id::ReflectionId;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::reflection::{ReflectionState, StageText};
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// A program in a folder of its own, on Thursday 12 March 2026 at 14:03.
pub struct World {
    pub app: App,
    pub folder: tempfile::TempDir,
}

impl World {
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock().now()
    }

    pub fn today(&self) -> NaiveDate {
        self.app.clock().today()
    }

    /// The same folders, later.
    pub fn later(&self, days: i64) -> App {
        self.later_by(chrono::TimeDelta::days(days))
    }

    /// The same folders, so much later.
    pub fn later_by(&self, time: chrono::TimeDelta) -> App {
        let now = self.now() + time;
        App::new(self.app.places().clone(), clock(now))
    }
}

fn clock(now: DateTime<Utc>) -> Clock {
    Clock::Fixed(now, FixedOffset::east_opt(0).unwrap())
}

/// A world in which nothing is open.
pub fn world() -> World {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::under(folder.path().join("places"));
    let app = App::new(places, clock("2026-03-12T14:03:00Z".parse().unwrap()));
    World { app, folder }
}

/// A world with an empty portfolio open.
pub fn open_world() -> World {
    let world = world();
    world.app.open_default().unwrap();
    world
}

/// Conditions that hold for every activity.
pub fn all_activities() -> ListActivities {
    ListActivities {
        text: String::new(),
        state: None,
        category: None,
        tag: None,
        from: None,
        to: None,
        claimed_only: false,
        offset: 0,
        limit: 50,
    }
}

/// Conditions that hold for every reflection.
pub fn all_reflections() -> ListReflections {
    ListReflections {
        text: String::new(),
        state: None,
        model: None,
        theory_id: None,
        activity_id: None,
        from: None,
        to: None,
        offset: 0,
        limit: 50,
    }
}

/// An activity of an hour with nothing but a title.
pub fn activity(title: &str, done_on: &str) -> SaveActivity {
    SaveActivity {
        id: None,
        title: title.into(),
        done_on: done_on.parse().unwrap(),
        started_at: None,
        ended_at: None,
        duration: None,
        off_the_job: None,
        category: None,
        what_was_done: String::new(),
        what_was_learned: String::new(),
        paid: PaidTime::Paid,
        compensation: String::new(),
        delivered_by: String::new(),
        delivered_by_kind: DeliveredBy::Unknown,
        place: Place::Unknown,
        criteria: Vec::new(),
        tags: Vec::new(),
        disagreement: None,
        files: Vec::new(),
    }
}

/// Logs an activity whose whole time is claimed.
pub fn log(world: &World, title: &str, day: &str, minutes: u32, category: Category) -> ActivityRow {
    let request = SaveActivity {
        duration: Some(Minutes(minutes)),
        off_the_job: Some(Minutes(minutes)),
        category: Some(category),
        ..activity(title, day)
    };
    world.app.save_activity(request).unwrap()
}

/// Changes an activity into what it is, for changing some of it.
pub fn again(activity: &Activity) -> SaveActivity {
    activity.clone().into()
}

/// Begins a reflection with that model.
pub fn begin(world: &World, title: &str, model: &str) -> ReflectionId {
    let request = CreateReflection {
        title: title.into(),
        model: Some(model.into()),
        happened_on: None,
        activity_id: None,
    };
    world.app.create_reflection(request).unwrap().reflection_id
}

/// Asks to save a reflection as it is, for changing some of it.
pub fn saving(world: &World, id: &ReflectionId) -> SaveReflection {
    let view = world
        .app
        .reflection(ReflectionRef { id: id.clone() })
        .unwrap();
    let it = view.reflection;
    SaveReflection {
        id: it.id,
        title: it.title,
        happened_on: it.happened_on,
        model: it.model,
        stages: it.stages,
        state: it.state,
        module: it.module,
    }
}

/// Writes a reflection of one page.
pub fn write(world: &World, title: &str, text: &str) -> ReflectionId {
    let id = begin(world, title, "free");
    let stages = vec![StageText {
        key: "text".into(),
        heading: String::new(),
        text: text.into(),
    }];
    world
        .app
        .save_reflection(SaveReflection {
            stages,
            ..saving(world, &id)
        })
        .unwrap();
    id
}

/// Finishes a reflection.
pub fn finish(world: &World, id: &ReflectionId) {
    let request = SaveReflection {
        state: ReflectionState::Finished,
        ..saving(world, id)
    };
    world.app.save_reflection(request).unwrap();
}

pub fn reflection_ref(begun: &ReflectionBegun) -> ReflectionRef {
    ReflectionRef {
        id: begun.reflection_id.clone(),
    }
}

/// A work by people of these names.
pub fn work(title: &str, year: &str, families: &[&str]) -> SaveTheory {
    let author = |family: &&str| aftershift_domain::theory::Author {
        family: (*family).into(),
        given: "A.".into(),
    };
    SaveTheory {
        id: None,
        cite_key: String::new(),
        kind: aftershift_domain::theory::TheoryKind::Book,
        authors: families.iter().map(author).collect(),
        corporate_author: String::new(),
        year: year.into(),
        title: title.into(),
        container: String::new(),
        container_short: String::new(),
        editors: Vec::new(),
        edition: String::new(),
        volume: String::new(),
        issue: String::new(),
        pages: String::new(),
        publisher: "Publisher".into(),
        place: String::new(),
        doi: String::new(),
        url: String::new(),
        accessed_on: None,
        key_idea: String::new(),
        quotation: String::new(),
        quotation_page: String::new(),
        module: String::new(),
        tags: Vec::new(),
        criteria: Vec::new(),
    }
}

/// Two years from February 2025, full time: 556.8 hours.
pub fn programme() -> Programme {
    Programme {
        title: "Nursing associate".into(),
        original_start: Some("2025-02-01".parse().unwrap()),
        planned_end: Some("2027-01-31".parse().unwrap()),
        weekly: Some(Minutes::from_hours(37)),
        ..Programme::default()
    }
}

/// A picture of one black point.
pub fn png() -> Vec<u8> {
    let text = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
    use base64::Engine;
    base64::engine::general_purpose::STANDARD
        .decode(text)
        .unwrap()
}
