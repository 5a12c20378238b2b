//! What comes again, and last week once more.

use super::wire;
use aftershift_domain::activity::{
    ActivityContent, ActivityTag, Category, DeliveredBy, PaidTime, Place, Recurrence,
};
use aftershift_domain::id::{ActivityId, RecurrenceId};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{DayStanding, Weekday};
use chrono::{NaiveDate, NaiveTime};

wire! {
    /// Something that recurs, new or changed.
    struct SaveRecurrence {
        /// What to change; absent for something new.
        pub id: Option<RecurrenceId>,
        /// A few words.
        pub title: String,
        /// On which days of the week.
        pub weekdays: Vec<Weekday>,
        /// Every how many weeks.
        pub every_weeks: u32,
        /// The first day on which it may fall.
        pub from: NaiveDate,
        /// The last day on which it may fall.
        pub until: Option<NaiveDate>,
        /// When it begins.
        pub started_at: Option<NaiveTime>,
        /// When it ends.
        pub ended_at: Option<NaiveTime>,
        /// How long it takes.
        pub duration: Option<Minutes>,
        /// What kind of activity it is.
        pub category: Option<Category>,
        /// Whether the time is paid.
        pub paid: PaidTime,
        /// Who delivers it.
        pub delivered_by: String,
        /// What kind of organisation delivers it.
        pub delivered_by_kind: DeliveredBy,
        /// Where it takes place.
        pub place: Place,
        /// Criterion codes as typed.
        pub criteria: Vec<String>,
        /// Further totals it belongs to.
        pub tags: Vec<ActivityTag>,
    }

    /// Something that recurs, in a list.
    struct RecurrenceRow {
        /// What.
        pub recurrence: Recurrence,
        /// How many of its days are due.
        pub due: u32,
        /// Its next day, if it has one within a year.
        pub next: Option<NaiveDate>,
    }

    /// What recurs.
    struct Recurrences {
        /// In the order in which it was recorded.
        pub rows: Vec<RecurrenceRow>,
    }

    /// A day on which something was due.
    struct DueEntry {
        /// What recurs.
        pub recurrence_id: RecurrenceId,
        /// The day.
        pub due_on: NaiveDate,
        /// The entry that it would become.
        pub content: ActivityContent,
    }

    /// What waits for a word.
    struct DueEntries {
        /// The latest day first; at most 40.
        pub entries: Vec<DueEntry>,
        /// How many there are in all.
        pub total: u32,
    }

    /// What holds from one time to the next, as the person left it.
    struct CarriedOver {
        /// What kind of activity it was.
        pub category: Option<Category>,
        /// Whether the time was paid.
        pub paid: PaidTime,
        /// How and when time outside paid hours was given back.
        pub compensation: String,
        /// Name or role of whoever delivered it.
        pub delivered_by: String,
        /// What kind of organisation delivered it.
        pub delivered_by_kind: DeliveredBy,
        /// Where it took place.
        pub place: Place,
        /// Criterion codes as typed.
        pub criteria: Vec<String>,
        /// Further totals it belongs to.
        pub tags: Vec<ActivityTag>,
    }

    /// What became of a day on which something was due.
    struct AnswerRecurrence {
        /// What recurs.
        pub recurrence_id: RecurrenceId,
        /// The day.
        pub due_on: NaiveDate,
        /// Whether it took place.
        pub happened: bool,
        /// Off-the-job time claimed; absent when none is.
        pub off_the_job: Option<Minutes>,
        /// What was newly learned.
        pub what_was_learned: String,
        /// What is different from what was offered; absent when nothing is.
        pub carried: Option<CarriedOver>,
    }

    /// An entry of the week before, moved by seven days.
    struct WeekProposal {
        /// The entry it comes from.
        pub from: ActivityId,
        /// What it would say.
        pub content: ActivityContent,
        /// What was claimed then; it is not carried over.
        pub claimed_then: Option<Minutes>,
        /// An entry like it is there already.
        pub is_there: bool,
        /// Its day has not come yet.
        pub is_to_come: bool,
        /// How its day stands to the training period.
        pub standing: DayStanding,
    }

    /// The week before, once more.
    struct WeekProposals {
        /// Monday of the week that they are for.
        pub first_day: NaiveDate,
        /// In the order of their days.
        pub proposals: Vec<WeekProposal>,
    }

    /// An entry to copy.
    struct CopyEntry {
        /// The entry of the week before.
        pub from: ActivityId,
        /// Off-the-job time claimed for the new one; absent when none is.
        pub off_the_job: Option<Minutes>,
        /// What is different from the week before; absent when nothing is.
        pub carried: Option<CarriedOver>,
    }

    /// Entries of the week before to log once more.
    struct CopyWeek {
        /// A day of the week that they are for.
        pub day: NaiveDate,
        /// Which.
        pub entries: Vec<CopyEntry>,
    }
}
