//! What was done, and the off-the-job time claimed for it.

mod again;
mod content;
pub mod criteria;
mod history;
mod recurrence;
mod timer;
mod word;

pub use content::{ActivityContent, Change, ContentField};
pub use history::ActivityRevision;
pub use recurrence::{Recurrence, RecurrenceAnswer};
pub use timer::{Measured, Timer, TimerDoubt};
pub use word::{earlier_word, word};

use crate::code::coded;
use crate::id::{ActivityId, ConfirmationId};
use crate::minutes::Minutes;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

coded! {
    /// What kind of activity it was. Codes that begin with `x_` never count as off-the-job learning.
    Category {
        /// Lecture, seminar, webinar, e-learning, role play.
        Theory = "theory", "Teaching of theory";
        /// Skills lab, training rig, practice for a practical examination.
        Simulation = "simulation", "Simulation or skills lab";
        /// Training by a manufacturer or supplier.
        Manufacturer = "manufacturer", "Manufacturer or supplier training";
        /// Being taught or coached in a new practical skill, with supervised first attempts.
        Practical = "practical", "Being taught a practical skill";
        /// Watching a colleague to learn something new.
        Shadowing = "shadowing", "Shadowing";
        /// Being mentored or coached where learning happens.
        Mentoring = "mentoring", "Mentoring or coaching";
        /// Visit to another ward, service, site or trade event.
        IndustryVisit = "industry_visit", "Visit to another service or site";
        /// Skills competition.
        Competition = "competition", "Skills competition";
        /// Conference or study day.
        Conference = "conference", "Conference or study day";
        /// Learning support session.
        LearningSupport = "learning_support", "Learning support";
        /// Writing assignments, reflective accounts included.
        Assignment = "assignment", "Writing an assignment or reflection";
        /// Directed reading, research, revision.
        SelfStudy = "self_study", "Directed study";
        /// Supernumerary or external practice placement.
        Placement = "placement", "Practice placement";
        /// Collating evidence and mapping criteria. Providers differ on whether it counts.
        Portfolio = "portfolio", "Putting the portfolio together";
        /// Practice papers, quizzes and mock discussions.
        MockAssessment = "mock_epa", "Practice for the assessment";
        /// Statutory, mandatory or induction training.
        MandatoryTraining = "mandatory_training", "Mandatory training";
        /// Agreed and compensated learning outside normal hours.
        OutsideHours = "outside_hours", "Learning outside normal hours, by agreement";
        /// Productive work.
        NormalWork = "x_normal_work", "Normal work";
        /// English and maths up to level 2.
        EnglishMaths = "x_english_maths", "English or maths up to level 2";
        /// Progress review and its paperwork.
        ProgressReview = "x_progress_review", "Progress review";
        /// Examination, test or required assessment.
        Exam = "x_exam", "Examination or assessment";
        /// Initial assessment, enrolment, onboarding.
        Onboarding = "x_onboarding", "Enrolment or onboarding";
        /// Training that the standard does not need.
        NotInStandard = "x_not_in_standard", "Training outside the standard";
        /// Own time without pay or time off in lieu.
        UnpaidTime = "x_unpaid_time", "Own time, not compensated";
        /// During a break in learning or after gateway.
        DuringBreak = "x_break", "During a break or after gateway";
        /// Content credited as prior learning.
        PriorLearning = "x_prior", "Already credited as prior learning";
    }
}

coded! {
    /// Whether the time was paid.
    PaidTime {
        /// Inside normal paid hours.
        Paid = "paid", "In paid hours";
        /// Outside them, agreed, and given back as pay or time off.
        Compensated = "compensated", "Outside paid hours, compensated";
        /// Outside them and not given back.
        Unpaid = "unpaid", "Outside paid hours, not compensated";
        /// Not said yet.
        Unknown = "unknown", "Not said";
    }
}

coded! {
    /// Who delivered the learning.
    DeliveredBy {
        /// Not said.
        Unknown = "unknown", "Not said";
        /// The training provider.
        Provider = "provider", "Provider";
        /// The employer.
        Employer = "employer", "Employer";
        /// Another organisation.
        Other = "other", "Another organisation";
        /// The learner, directing their own study.
        Learner = "self", "Myself";
    }
}

coded! {
    /// Where it took place.
    Place {
        /// Not said.
        Unknown = "unknown", "Not said";
        /// The usual workplace.
        Workplace = "workplace", "Workplace";
        /// College or university.
        Campus = "campus", "Campus";
        /// Online.
        Online = "online", "Online";
        /// A practice placement elsewhere.
        Placement = "placement", "Placement";
        /// At home.
        Home = "home", "Home";
    }
}

coded! {
    /// Totals that some programmes keep beside off-the-job time; they are never merged with it.
    ActivityTag {
        /// Time to learn that the regulator of the profession protects.
        ProtectedLearningTime = "protected_learning_time", "Protected learning time";
        /// Not counted in the staffing numbers.
        Supernumerary = "supernumerary", "Supernumerary";
        /// Theory hours of the programme.
        TheoryHours = "theory_hours", "Theory hours";
        /// Practice hours of the programme.
        PracticeHours = "practice_hours", "Practice hours";
    }
}

coded! {
    /// How far an entry has come on its way to being evidence.
    ConfirmationState {
        /// Not handed to anyone yet.
        Draft = "draft", "Draft";
        /// Waiting for somebody else's word.
        Submitted = "submitted", "Submitted";
        /// Someone other than the learner confirmed it.
        Confirmed = "confirmed", "Confirmed";
        /// Someone asked a question about it.
        Queried = "queried", "Queried";
        /// Someone refused it.
        Rejected = "rejected", "Rejected";
    }
}

/// Something that was done: a shift, a lesson, an hour of study. One table serves both the account of
/// practice and the off-the-job log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Activity {
    /// Identity.
    pub id: ActivityId,
    /// A few words.
    pub title: String,
    /// The day it began; a night shift belongs to that day.
    pub done_on: NaiveDate,
    /// When it began, if that was noted.
    #[serde(default)]
    pub started_at: Option<NaiveTime>,
    /// When it ended; earlier than the beginning when midnight lies between.
    #[serde(default)]
    pub ended_at: Option<NaiveTime>,
    /// How long the activity itself took.
    #[serde(default)]
    pub duration: Option<Minutes>,
    /// Off-the-job time claimed. `None` until the learner claims it: doing the job is not learning.
    #[serde(default)]
    pub off_the_job: Option<Minutes>,
    /// What kind of activity it was.
    #[serde(default)]
    pub category: Option<Category>,
    /// What was done, as Markdown.
    #[serde(default)]
    pub what_was_done: String,
    /// What was newly learned.
    #[serde(default)]
    pub what_was_learned: String,
    /// Whether the time was paid.
    #[serde(default = "unknown_pay")]
    pub paid: PaidTime,
    /// How and when time outside paid hours was given back.
    #[serde(default)]
    pub compensation: String,
    /// Name or role of whoever delivered it.
    #[serde(default)]
    pub delivered_by: String,
    /// What kind of organisation delivered it.
    #[serde(default = "unknown_deliverer")]
    pub delivered_by_kind: DeliveredBy,
    /// Where it took place.
    #[serde(default = "unknown_place")]
    pub place: Place,
    /// Criterion codes as typed, such as `K3`.
    #[serde(default)]
    pub criteria: Vec<String>,
    /// Further totals it belongs to.
    #[serde(default)]
    pub tags: Vec<ActivityTag>,
    /// What the learner holds against the answer of the rules. The answer stays as it is.
    #[serde(default)]
    pub disagreement: Option<Disagreement>,
    /// How far it has come towards being confirmed.
    #[serde(default = "draft")]
    pub state: ConfirmationState,
    /// When it was first recorded.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}

/// What a learner holds against the answer of the rules about an entry: kept beside that answer, which
/// does not change by it, for the provider and the auditor to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Disagreement {
    /// Whether the learner holds that the time counts.
    pub counts: bool,
    /// Why.
    pub note: String,
}

fn unknown_pay() -> PaidTime {
    PaidTime::Unknown
}
fn unknown_deliverer() -> DeliveredBy {
    DeliveredBy::Unknown
}
fn unknown_place() -> Place {
    Place::Unknown
}
fn draft() -> ConfirmationState {
    ConfirmationState::Draft
}

/// Someone's word about an activity, as the learner recorded it on this device. It is not a verified
/// signature and is never called one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirmation {
    /// Identity.
    pub id: ConfirmationId,
    /// Which activity.
    pub activity_id: ActivityId,
    /// Which [version](ActivityRevision) of it they spoke of; `None` where that was not noted.
    #[serde(default)]
    pub revision: Option<u32>,
    /// What they decided.
    pub decision: ConfirmationState,
    /// Name of the person.
    pub name: String,
    /// Their role, such as "practice assessor".
    #[serde(default)]
    pub role: String,
    /// The day they said so.
    pub decided_on: NaiveDate,
    /// What they added.
    #[serde(default)]
    pub comment: String,
    /// When it was recorded here.
    pub recorded_at: DateTime<Utc>,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An activity with nothing but a title and a day.
    pub(crate) fn activity(id: &str, done_on: &str) -> Activity {
        Activity {
            id: ActivityId::new(id).unwrap(),
            title: "Afternoon on the ward".into(),
            done_on: done_on.parse().unwrap(),
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
            created_at: DateTime::default(),
            changed_at: DateTime::default(),
            deleted_at: None,
        }
    }

    fn fields(activity: &Activity) -> Vec<String> {
        activity.problems().0.into_iter().map(|p| p.field).collect()
    }

    #[test]
    fn a_title_and_a_day_are_enough() {
        assert_eq!(fields(&activity("a", "2026-03-12")), [""; 0]);
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let noon = NaiveTime::from_hms_opt(12, 0, 0);
        let wrong = Activity {
            title: "  ".into(),
            started_at: noon,
            ended_at: noon,
            duration: Some(Minutes(1441)),
            off_the_job: Some(Minutes::ZERO),
            delivered_by: "x".repeat(301),
            criteria: vec!["K1".into(), String::new()],
            ..activity("a", "1066-10-14")
        };
        assert_eq!(
            fields(&wrong),
            [
                "title",
                "doneOn",
                "endedAt",
                "duration",
                "offTheJob",
                "deliveredBy",
                "criteria[1]"
            ]
        );
    }

    #[test]
    fn a_disagreement_says_why() {
        let mut lesson = activity("a", "2026-03-12");
        lesson.disagreement = Some(Disagreement {
            counts: true,
            note: " \n".into(),
        });
        assert_eq!(fields(&lesson), ["disagreement.note"]);
        if let Some(disagreement) = &mut lesson.disagreement {
            disagreement.note = "My provider counts it.".into();
        }
        assert_eq!(fields(&lesson), [""; 0]);
    }

    #[test]
    fn no_more_is_claimed_than_it_took() {
        let mut lesson = activity("a", "2026-03-12");
        lesson.duration = Some(Minutes(60));
        lesson.off_the_job = Some(Minutes(61));
        assert_eq!(fields(&lesson), ["offTheJob"]);
        lesson.off_the_job = Some(Minutes(60));
        assert_eq!(fields(&lesson), [""; 0]);
    }

    #[test]
    fn a_text_of_more_than_4_mb_is_refused() {
        let mut pasted = activity("a", "2026-03-12");
        pasted.what_was_done = "a".repeat(4 * 1024 * 1024);
        assert_eq!(fields(&pasted), [""; 0]);
        pasted.what_was_done.push('a');
        assert_eq!(fields(&pasted), ["whatWasDone"]);
    }
}
