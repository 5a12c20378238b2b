//! Programme and hours.

use super::{ReflectionRow, wire};
use aftershift_domain::hours::{Requirement, TagTotal};
use aftershift_domain::id::{ActivityId, ReflectionId, TheoryId};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::problem::Problem;
use aftershift_domain::programme::{Learner, Programme, ProgrammeField};
use aftershift_domain::progress::{Bars, Calendar, Progress, Totals};
use chrono::NaiveDate;

wire! {
    /// Learner and programme, and what they ask for.
    struct ProgrammeView {
        /// Whose portfolio it is.
        pub learner: Learner,
        /// What they are on.
        pub programme: Programme,
        /// What it asks for, if enough is known.
        pub preview: RequirementPreview,
    }

    /// What a programme asks for, or what is missing to say so.
    struct RequirementPreview {
        /// The figure and its reasons.
        pub requirement: Option<Requirement>,
        /// What to add or correct.
        #[serde(skip_deserializing)]
        pub problems: Vec<Problem>,
    }

    /// Learner and programme to keep.
    struct SaveProgramme {
        /// Whose portfolio it is.
        pub learner: Learner,
        /// What they are on.
        pub programme: Programme,
    }

    /// Hours against the minimum.
    struct HoursView {
        /// Today, as the portfolio sees it.
        pub today: NaiveDate,
        /// The programme's title, for the heading.
        pub programme_title: String,
        /// Where the learner stands, if enough is known of the programme.
        pub progress: Option<Progress>,
        /// What to add to the programme before a minimum can be given.
        #[serde(skip_deserializing)]
        pub problems: Vec<Problem>,
        /// Totals, with or without a programme.
        pub totals: Totals,
        /// What the provider plans to deliver, if that was said.
        pub planned: Option<Minutes>,
        /// What to know and to do once the planned end has passed while the training goes on.
        pub overdue: Option<String>,
        /// Totals of their own, for labels that are used; never part of off-the-job time.
        pub by_tag: Vec<TagTotal>,
        /// Time that counts in the present week.
        pub this_week: Minutes,
    }

    /// Learning by kind and by month, and what was planned against what is done.
    struct LearningView {
        /// Claimed time that counts in the present calendar month.
        pub this_month: Minutes,
        /// Claimed time that counts in the present calendar year.
        pub this_year: Minutes,
        /// Learning by kind; absent while nothing is claimed.
        pub split: Option<Bars>,
        /// Learning by month; absent while nothing is claimed and no start is known.
        pub calendar: Option<Calendar>,
        /// What was planned and asked for against what is done; absent while neither is known.
        pub done: Option<Bars>,
    }

    /// What the Hours room shows.
    struct HoursRoom {
        /// Hours against the minimum.
        pub hours: HoursView,
        /// The same time by kind and by month.
        pub learning: LearningView,
    }

    /// Something worth doing next.
    struct Suggestion {
        /// What to do.
        pub title: String,
        /// Why, or how long it takes.
        pub detail: String,
        /// Where that is done.
        pub target: Target,
    }

    /// A place in the program.
    #[serde(tag = "room", content = "id")]
    enum Target {
        /// The writing room.
        Reflection(ReflectionId),
        /// An activity.
        Activity(ActivityId),
        /// A work of theory.
        Theory(TheoryId),
        /// The programme's settings.
        Programme,
        /// One field of them.
        ProgrammeField(ProgrammeField),
        /// The Activities room.
        Activities,
        /// The Theory room.
        TheoryRoom,
        /// The Export room.
        Export,
    }

    /// What the Today room shows.
    struct TodayView {
        /// Today, as the portfolio sees it.
        pub today: NaiveDate,
        /// The week of the training: `training week 43 of 104`; empty without a programme.
        pub week: String,
        /// What stands in the capture box.
        pub capture: String,
        /// Hours in brief.
        pub hours: HoursView,
        /// At most two things worth doing next.
        pub next: Vec<Suggestion>,
        /// Unfinished reflections, newest first, at most five.
        pub drafts: Vec<ReflectionRow>,
    }

    /// What is typed into the capture box.
    struct SaveCapture {
        /// All of it.
        pub text: String,
    }
}
