//! What was done.

use super::wire;
use aftershift_domain::activity::{
    Activity, ActivityContent, ActivityTag, Category, Change, Confirmation, ConfirmationState,
    DeliveredBy, Disagreement, PaidTime, Place,
};
use aftershift_domain::evidence::{Evidence, EvidenceKind};
use aftershift_domain::hours::{Asked, TagTotal, Verdict};
use aftershift_domain::id::{ActivityId, EvidenceId, ReflectionId};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::DayStanding;
use aftershift_domain::progress::Totals;
use aftershift_domain::theory::TheoryLink;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

wire! {
    /// Names an activity.
    struct ActivityRef {
        /// Which.
        pub id: ActivityId,
    }

    /// Which activities to list. Absent conditions hold for all.
    struct ListActivities {
        /// Words that must occur.
        pub text: String,
        /// Only those in this state.
        pub state: Option<ConfirmationState>,
        /// Only those of this category.
        pub category: Option<Category>,
        /// Only those that carry this tag.
        pub tag: Option<ActivityTag>,
        /// Only those of this day or later.
        pub from: Option<NaiveDate>,
        /// Only those of this day or earlier.
        pub to: Option<NaiveDate>,
        /// Only those with off-the-job time claimed.
        pub claimed_only: bool,
        /// How many to pass over.
        pub offset: u32,
        /// How many to give, at most 200.
        pub limit: u32,
    }

    /// Names a reflection for a link to it.
    struct ReflectionLabel {
        /// Which.
        pub id: ReflectionId,
        /// Its title.
        pub title: String,
    }

    /// An activity in a list.
    struct ActivityRow {
        /// The activity.
        pub activity: Activity,
        /// Whether its claimed time counts, and why.
        pub verdict: Verdict,
        /// Reflections about it.
        pub reflections: Vec<ReflectionLabel>,
    }

    /// A page of a list.
    struct ActivityPage {
        /// The rows.
        pub rows: Vec<ActivityRow>,
        /// How many there are in all.
        pub total: u32,
        /// Totals over all of them, not only this page.
        pub totals: Totals,
        /// Totals of their own over all of them, for tags that are used.
        pub by_tag: Vec<TagTotal>,
    }

    /// Asks for the week that holds a day.
    struct WeekOf {
        /// The day; today if absent.
        pub day: Option<NaiveDate>,
    }

    /// A day of a week.
    struct WeekDay {
        /// Which day.
        pub day: NaiveDate,
        /// How it stands to the training period.
        pub standing: DayStanding,
        /// What was done, in the order in which it was recorded.
        pub rows: Vec<ActivityRow>,
        /// Its totals.
        pub totals: Totals,
    }

    /// A week, Monday first.
    struct WeekView {
        /// Its Monday.
        pub first_day: NaiveDate,
        /// Its days.
        pub days: Vec<WeekDay>,
        /// Today, as the portfolio sees it.
        pub today: NaiveDate,
        /// Its totals.
        pub totals: Totals,
        /// Totals of their own, for tags that are used.
        pub by_tag: Vec<TagTotal>,
        /// What an even pace asks of it; absent where the programme gives none.
        pub pace: Option<Minutes>,
    }

    /// What an activity said when somebody else was to rely on it.
    struct ActivityVersion {
        /// Its number, from 1.
        pub revision: u32,
        /// When it was kept.
        pub kept_at: DateTime<Utc>,
        /// What it said.
        pub content: ActivityContent,
        /// How what it says now differs.
        pub changes: Vec<Change>,
    }

    /// A work that a reflection about an activity draws on, and how.
    struct DrawnOn {
        /// The link, with its sentence and passage.
        pub link: TheoryLink,
        /// `Benner (1984)`.
        pub label: String,
        /// Title of the work.
        pub title: String,
        /// Title of the reflection.
        pub reflection_title: String,
    }

    /// One activity with all that hangs on it.
    struct ActivityView {
        /// The activity and whether it counts.
        pub row: ActivityRow,
        /// Files that belong to it.
        pub files: Vec<Evidence>,
        /// Its criterion codes that have not the form of a code.
        pub unusual_criteria: Vec<String>,
        /// What it said when others spoke of it or were about to, newest first.
        pub versions: Vec<ActivityVersion>,
        /// What others said, newest first.
        pub confirmations: Vec<Confirmation>,
        /// What its reflections draw on, in the order of the reflections.
        pub theory: Vec<DrawnOn>,
        /// The five questions that decide whether its time counts, with their answers; empty where no time
        /// is claimed.
        pub questions: Vec<Asked>,
    }

    /// An activity, new or changed.
    struct SaveActivity {
        /// The activity to change; absent for a new one.
        pub id: Option<ActivityId>,
        /// A few words.
        pub title: String,
        /// The day it began.
        pub done_on: NaiveDate,
        /// When it began.
        pub started_at: Option<NaiveTime>,
        /// When it ended.
        pub ended_at: Option<NaiveTime>,
        /// How long it took.
        pub duration: Option<Minutes>,
        /// Off-the-job time claimed; absent when none is.
        pub off_the_job: Option<Minutes>,
        /// What kind of activity it was.
        pub category: Option<Category>,
        /// What was done, as Markdown.
        pub what_was_done: String,
        /// What was newly learned.
        pub what_was_learned: String,
        /// Whether the time was paid.
        pub paid: PaidTime,
        /// How time outside paid hours was given back.
        pub compensation: String,
        /// Who delivered it.
        pub delivered_by: String,
        /// What kind of organisation delivered it.
        pub delivered_by_kind: DeliveredBy,
        /// Where it took place.
        pub place: Place,
        /// Criterion codes as typed.
        pub criteria: Vec<String>,
        /// Further totals it belongs to.
        pub tags: Vec<ActivityTag>,
        /// What the learner holds against the answer of the rules; absent if they agree.
        pub disagreement: Option<Disagreement>,
        /// Files that were kept beforehand and belong to a new activity.
        #[serde(default)]
        pub files: Vec<EvidenceId>,
    }

    /// What someone other than the learner said.
    struct RecordConfirmation {
        /// Of which activity.
        pub activity_id: ActivityId,
        /// What they decided; `submitted` records that it was handed over.
        pub decision: ConfirmationState,
        /// Who.
        pub name: String,
        /// Their role.
        pub role: String,
        /// When they said so.
        pub decided_on: NaiveDate,
        /// What they added.
        pub comment: String,
    }

    /// Asks for a file to keep with an activity.
    struct AttachFile {
        /// Which activity; absent for one that is still being typed.
        pub activity_id: Option<ActivityId>,
        /// What kind of evidence the file is.
        pub kind: EvidenceKind,
    }

    /// Names a file that is kept.
    struct EvidenceRef {
        /// Which.
        pub id: EvidenceId,
    }

    /// Files that are kept.
    struct EvidenceList {
        /// In the order in which they were added.
        pub files: Vec<Evidence>,
    }

    /// Names activities.
    struct ActivityRefs {
        /// Which.
        pub activity_ids: Vec<ActivityId>,
    }

    /// What someone other than the learner said of several activities.
    struct ConfirmActivities {
        /// Of which.
        pub activity_ids: Vec<ActivityId>,
        /// What they decided; `submitted` records that they were handed over.
        pub decision: ConfirmationState,
        /// Who.
        pub name: String,
        /// Their role.
        pub role: String,
        /// When they said so.
        pub decided_on: NaiveDate,
        /// What they added.
        pub comment: String,
    }

    /// How many things were changed by what was asked for.
    struct Handled {
        /// So many.
        pub count: u32,
    }

    /// Someone who confirms activities.
    struct Confirmer {
        /// Name.
        pub name: String,
        /// Role.
        pub role: String,
    }

    /// Who confirmed activities before.
    struct Confirmers {
        /// The latest first.
        pub people: Vec<Confirmer>,
    }

    /// A length of time as typed.
    struct ReadDuration {
        /// What was typed.
        pub text: String,
        /// What it measures: that decides what a bare number means and which lengths can be.
        pub measure: Measure,
    }

    /// What a length of time measures.
    #[derive(Copy, Eq)]
    enum Measure {
        /// One activity: a bare number may mean hours or minutes.
        Activity,
        /// A working week: a bare number means hours.
        Week,
        /// A whole programme, such as a training plan's figure: a bare number means hours.
        Programme,
    }

    /// One way to understand what was typed.
    struct DurationReading {
        /// The length.
        pub minutes: Minutes,
        /// The length in words: `1 h 30`.
        pub label: String,
        /// When it began, if that was typed.
        pub started_at: Option<NaiveTime>,
        /// When it ended, if that was typed.
        pub ended_at: Option<NaiveTime>,
    }

    /// Every way to understand what was typed, the likeliest first.
    struct DurationReadings {
        /// Empty if it could not be understood.
        pub readings: Vec<DurationReading>,
        /// Why it could not be understood; empty if it could.
        pub problem: String,
    }
}
