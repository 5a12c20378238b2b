//! The files of the sample as they are written, and nothing else: `sample/README.md` says what the fields
//! mean. A field that nobody knows is a fault, so that none is written in vain.

use super::SampleFault;
use aftershift_domain::activity::{
    ActivityTag, Category, ConfirmationState, DeliveredBy, Disagreement, PaidTime, Place,
};
use aftershift_domain::evidence::EvidenceKind;
use aftershift_domain::id::{
    ActionId, ActivityId, EvidenceId, FeedbackId, OpportunityId, RecurrenceId, ReflectionId,
    TheoryId,
};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{Nation, ReflectionPolicy, Weekday};
use aftershift_domain::reflection::ReflectionState;
use aftershift_domain::theory::{Author, TheoryKind, TheoryRelation};
use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Puts a file of `sample/` and its name into the program.
macro_rules! text {
    ($name:literal) => {
        ($name, include_str!(concat!("../../sample/", $name)))
    };
}

/// The accounts, in the order in which they were written.
pub(super) const ACCOUNTS: &[(&str, &str)] = &[
    text!("reflections/01-observed-wash.toml"),
    text!("reflections/02-hand-hygiene-audit.toml"),
    text!("reflections/03-late-handover.toml"),
    text!("reflections/04-news2-of-seven.toml"),
    text!("reflections/05-blood-glucose.toml"),
    text!("reflections/06-whose-kitchen.toml"),
    text!("reflections/07-mealtimes-and-dementia.toml"),
    text!("reflections/08-hospital-passport.toml"),
    text!("reflections/09-mental-health-placement.toml"),
    text!("reflections/10-a-death-at-night.toml"),
    text!("reflections/11-back-and-slower.toml"),
    text!("reflections/12-following-the-trolley.toml"),
    text!("reflections/13-feedback-that-stung.toml"),
    text!("reflections/14-four-hundred-millilitres.toml"),
    text!("reflections/15-swallow-screen.toml"),
    text!("reflections/16-immunisations.toml"),
    text!("reflections/17-six-chairs.toml"),
    text!("reflections/18-identity-station.toml"),
    text!("reflections/19-safeguarding.toml"),
    text!("reflections/20-five-in-the-morning.toml"),
    text!("reflections/21-home-by-friday.toml"),
    text!("reflections/22-through-an-interpreter.toml"),
    text!("reflections/23-teaching-a-starter.toml"),
    text!("reflections/24-first-handover-led.toml"),
    text!("reflections/25-catheter-care.toml"),
    text!("reflections/26-the-chaplains-chair.toml"),
];

macro_rules! bytes {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../sample/", $name)))
    };
}

/// The files that are kept as evidence.
pub(super) const FILES: &[(&str, &[u8])] = &[
    bytes!("files/fluid-chart.png"),
    bytes!("files/meal-tray.png"),
    bytes!("files/observation-teaching-a-colleague.txt"),
    bytes!("files/sbar-card.png"),
    bytes!("files/witness-testimony-blood-glucose.txt"),
];

/// The bytes of a file that an item of evidence names.
pub(super) fn bytes_of(file: &str) -> Option<&'static [u8]> {
    FILES
        .iter()
        .find(|(name, _)| *name == file)
        .map(|(_, bytes)| *bytes)
}

/// Everything that the sample's files say.
pub(super) struct Source {
    pub programme: ProgrammeFile,
    pub activities: Vec<Entry>,
    pub recurrences: Vec<Again>,
    pub theory: Vec<Work>,
    /// Each with the name of its file.
    pub reflections: Vec<(&'static str, Account)>,
    pub evidence: Vec<Item>,
    pub actions: ActionsFile,
}

/// Reads every file.
pub(super) fn read() -> Result<Source, SampleFault> {
    Ok(Source {
        programme: parse(text!("programme.toml"))?,
        activities: parse::<ActivitiesFile>(text!("activities.toml"))?.activity,
        recurrences: parse::<RecurrencesFile>(text!("recurrences.toml"))?.recurrence,
        theory: parse::<TheoryFile>(text!("theory.toml"))?.theory,
        reflections: ACCOUNTS
            .iter()
            .map(|file| Ok((file.0, parse(*file)?)))
            .collect::<Result<_, SampleFault>>()?,
        evidence: parse::<EvidenceFile>(text!("evidence.toml"))?.evidence,
        actions: parse(text!("actions.toml"))?,
    })
}

fn parse<T: DeserializeOwned>((file, text): (&str, &str)) -> Result<T, SampleFault> {
    toml::from_str(text).map_err(|wrong| SampleFault::new(file, wrong))
}

/// Declares the tables of the files.
macro_rules! tables {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $kind:ty,)+ })+) => {$(
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        $(#[$meta])*
        pub(super) struct $name { $($(#[$field_meta])* pub $field: $kind,)+ }
    )+};
}

tables! {
    /// `programme.toml`.
    ProgrammeFile {
        as_of: NaiveDate,
        learner: Person,
        programme: Programme,
        #[serde(rename = "break")]
        breaks: Vec<Break>,
        #[serde(rename = "confirmer")]
        confirmers: Vec<Confirmer>,
    }

    /// The learner.
    Person {
        name: String,
        role: String,
    }

    /// What they are on.
    Programme {
        title: String,
        provider: String,
        employer: String,
        standard_reference: String,
        standard_version: String,
        original_start: NaiveDate,
        planned_end: NaiveDate,
        weekly_hours: String,
        nation: Nation,
        usual_days: Vec<Weekday>,
        usual_start: NaiveTime,
        usual_end: NaiveTime,
        block_release: bool,
        reflections_allowed: ReflectionPolicy,
    }

    /// A break in learning.
    Break {
        from: NaiveDate,
        to: NaiveDate,
        reason: String,
    }

    /// Somebody who confirms entries.
    Confirmer {
        #[serde(rename = "id")]
        _id: String,
        name: String,
        role: String,
        #[serde(rename = "organisation")]
        _organisation: DeliveredBy,
    }

    /// `activities.toml`.
    ActivitiesFile {
        activity: Vec<Entry>,
    }

    /// An activity.
    Entry {
        id: ActivityId,
        title: String,
        done_on: NaiveDate,
        started_at: Option<NaiveTime>,
        ended_at: Option<NaiveTime>,
        duration_minutes: Minutes,
        off_the_job_minutes: Option<Minutes>,
        category: Category,
        what_was_done: String,
        #[serde(default)]
        what_was_learned: String,
        paid: PaidTime,
        #[serde(default)]
        compensation: String,
        #[serde(default)]
        delivered_by: String,
        delivered_by_kind: DeliveredBy,
        place: Place,
        #[serde(default)]
        criteria: Vec<String>,
        #[serde(default)]
        tags: Vec<ActivityTag>,
        disagreement: Option<Disagreement>,
        state: ConfirmationState,
        confirmation: Option<Word>,
        confirmed_as: Option<Before>,
    }

    /// What an entry said when it was confirmed, where it says something else since.
    Before {
        changed_on: NaiveDate,
        ended_at: Option<NaiveTime>,
        duration_minutes: Minutes,
        off_the_job_minutes: Option<Minutes>,
    }

    /// What somebody said of an activity.
    Word {
        by: String,
        role: String,
        on: NaiveDate,
        #[serde(default)]
        comment: String,
    }

    /// `recurrences.toml`.
    RecurrencesFile {
        recurrence: Vec<Again>,
    }

    /// Something that comes again.
    Again {
        id: RecurrenceId,
        title: String,
        weekdays: Vec<Weekday>,
        every_weeks: u32,
        from: NaiveDate,
        until: Option<NaiveDate>,
        started_at: Option<NaiveTime>,
        ended_at: Option<NaiveTime>,
        duration_minutes: Minutes,
        category: Category,
        delivered_by: String,
        delivered_by_kind: DeliveredBy,
        place: Place,
        #[serde(default)]
        tags: Vec<ActivityTag>,
        #[serde(default)]
        answers: Vec<Answer>,
    }

    /// What became of a day; no activity if it did not happen.
    Answer {
        on: NaiveDate,
        activity: Option<ActivityId>,
    }

    /// `theory.toml`.
    TheoryFile {
        theory: Vec<Work>,
    }

    /// A work.
    Work {
        id: TheoryId,
        cite_key: String,
        kind: TheoryKind,
        #[serde(default)]
        authors: Vec<Author>,
        #[serde(default)]
        corporate_author: String,
        year: String,
        title: String,
        #[serde(default)]
        container: String,
        #[serde(default)]
        container_short: String,
        #[serde(default)]
        editors: Vec<Author>,
        #[serde(default)]
        edition: String,
        #[serde(default)]
        volume: String,
        #[serde(default)]
        issue: String,
        #[serde(default)]
        pages: String,
        #[serde(default)]
        place: String,
        #[serde(default)]
        publisher: String,
        #[serde(default)]
        doi: String,
        #[serde(default)]
        url: String,
        accessed_on: Option<NaiveDate>,
        key_idea: String,
        #[serde(default)]
        quotation: String,
        #[serde(default)]
        quotation_page: String,
        module: String,
        tags: Vec<String>,
        #[serde(default)]
        criteria: Vec<String>,
    }

    /// `reflections/NN-slug.toml`.
    Account {
        id: ReflectionId,
        title: String,
        happened_on: NaiveDate,
        model: String,
        state: ReflectionState,
        module: String,
        activities: Vec<ActivityId>,
        #[serde(rename = "stage")]
        stages: Vec<Stage>,
        #[serde(default)]
        theory: Vec<Link>,
    }

    /// A stage of an account.
    Stage {
        key: String,
        text: String,
    }

    /// How a work explains an account.
    Link {
        item: TheoryId,
        relation: TheoryRelation,
        rationale: String,
        #[serde(default)]
        passage: String,
    }

    /// `evidence.toml`.
    EvidenceFile {
        evidence: Vec<Item>,
    }

    /// A file.
    Item {
        id: EvidenceId,
        file_name: String,
        file: String,
        media_type: String,
        kind: EvidenceKind,
        title: String,
        description: String,
        #[serde(default)]
        alternative_text: String,
        added_on: NaiveDate,
        #[serde(default)]
        reflections: Vec<ReflectionId>,
        #[serde(default)]
        activities: Vec<ActivityId>,
    }

    /// `actions.toml`.
    ActionsFile {
        #[serde(rename = "action")]
        actions: Vec<Intention>,
        #[serde(rename = "opportunity")]
        opportunities: Vec<Planned>,
        feedback: Vec<Said>,
    }

    /// Something the learner decided to do.
    Intention {
        id: ActionId,
        reflection: ReflectionId,
        text: String,
        due_on: NaiveDate,
        done_on: Option<NaiveDate>,
    }

    /// Learning to come.
    Planned {
        id: OpportunityId,
        title: String,
        planned_on: NaiveDate,
        minutes: Minutes,
        category: Category,
        with_whom: String,
        notes: String,
    }

    /// Feedback.
    Said {
        id: FeedbackId,
        from_role: String,
        given_on: NaiveDate,
        about: String,
        text: String,
    }
}
