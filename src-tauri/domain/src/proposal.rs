//! What an import would add to the log, before the learner has agreed to any of it.
//!
//! A row of somebody else's file becomes a [`Proposal`]: which activity it would be, where it was read,
//! and what it repeats. A row that cannot be one becomes a [`RowProblem`] that says where and why.

use crate::activity::{Activity, Category, Place};
use crate::code::coded;
use crate::id::ActivityId;
use crate::minutes::Minutes;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

coded! {
    /// What a column of a timesheet holds.
    ColumnRole {
        /// Nothing that belongs in a log.
        Unused = "unused", "Leave out";
        /// The day it began, perhaps with a time.
        Date = "date", "Date";
        /// When it began, perhaps with a day.
        Start = "start", "Start time";
        /// The day it ended.
        EndDate = "end_date", "End date";
        /// When it ended, perhaps with a day.
        End = "end", "End time";
        /// How long it took, in whatever way the column says it.
        Took = "took", "How long it took";
        /// How long it took, in hours as a decimal number.
        TookHours = "took_hours", "How long it took, in hours";
        /// How long it took, in minutes.
        TookMinutes = "took_minutes", "How long it took, in minutes";
        /// The part that the file calls off-the-job learning.
        Learning = "learning", "Off-the-job time";
        /// A few words on what it was.
        Title = "title", "What it was";
        /// One of our kinds of activity.
        Kind = "kind", "Kind of activity";
        /// What was done, at length.
        Done = "done", "What was done";
        /// What was newly learned.
        Learned = "learned", "What was newly learned";
        /// Who delivered it.
        DeliveredBy = "delivered_by", "Delivered by";
        /// Where it took place.
        Place = "place", "Place";
        /// Criterion codes.
        Criteria = "criteria", "Criteria";
        /// Anything else worth keeping: it goes under what was done, with its heading.
        Note = "note", "Keep as a note";
    }
}

coded! {
    /// Which number of a date comes first. A year of four digits in front is told apart by itself.
    DateOrder {
        /// As in the United Kingdom.
        DayFirst = "day_first", "Day first, as in 31/12/2026";
        /// As in the United States.
        MonthFirst = "month_first", "Month first, as in 12/31/2026";
    }
}

coded! {
    /// What stands between the columns of a file.
    Delimiter {
        /// `,`
        Comma = "comma", "Comma";
        /// `;`, as spreadsheets write where the comma is the decimal sign.
        Semicolon = "semicolon", "Semicolon";
        /// A tab.
        Tab = "tab", "Tab";
        /// `|`
        Pipe = "pipe", "Vertical bar";
    }
}

/// An activity as another program's file tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProposedActivity {
    /// A few words.
    pub title: String,
    /// The day it began; what runs over midnight belongs to that day.
    pub done_on: NaiveDate,
    /// When it began, in the learner's own time.
    pub started_at: Option<NaiveTime>,
    /// When it ended; earlier than the beginning when midnight lies between.
    pub ended_at: Option<NaiveTime>,
    /// How long it took, if the file says or its times do.
    pub duration: Option<Minutes>,
    /// The part of it that the file itself calls off-the-job learning. It is claimed only if the learner
    /// says so.
    pub learning: Option<Minutes>,
    /// What kind it was, where the file names one of ours.
    pub category: Option<Category>,
    /// What was done, and everything else that the row says.
    pub what_was_done: String,
    /// What was newly learned.
    pub what_was_learned: String,
    /// Who delivered it.
    pub delivered_by: String,
    /// Where, as far as the file names one of our places.
    pub place: Place,
    /// Criterion codes as typed.
    pub criteria: Vec<String>,
}

impl ProposedActivity {
    /// An activity about which only this is known.
    #[must_use]
    pub fn new(title: impl Into<String>, done_on: NaiveDate) -> Self {
        Self {
            title: title.into(),
            done_on,
            started_at: None,
            ended_at: None,
            duration: None,
            learning: None,
            category: None,
            what_was_done: String::new(),
            what_was_learned: String::new(),
            delivered_by: String::new(),
            place: Place::Unknown,
            criteria: Vec::new(),
        }
    }

    /// The time that would be claimed if the learner says that this was learning: what the file calls
    /// so, else all of it.
    #[must_use]
    pub fn claimable(&self) -> Option<Minutes> {
        match (self.learning, self.duration) {
            (Some(learning), Some(duration)) => Some(learning.min(duration)),
            (learning, duration) => learning.or(duration),
        }
    }

    /// The entry it becomes: laid over `blank`, which brings an identity and everything that no file
    /// tells. Nothing is claimed unless `claim` says so: doing the job is not learning.
    #[must_use]
    pub fn over(self, blank: Activity, category: Option<Category>, claim: bool) -> Activity {
        Activity {
            off_the_job: if claim { self.claimable() } else { None },
            title: self.title,
            done_on: self.done_on,
            started_at: self.started_at,
            ended_at: self.ended_at,
            duration: self.duration,
            category,
            what_was_done: self.what_was_done,
            what_was_learned: self.what_was_learned,
            delivered_by: self.delivered_by,
            place: self.place,
            criteria: self.criteria,
            ..blank
        }
    }
}

/// What a proposal repeats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "where",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Duplicate {
    /// An entry of the log.
    Log {
        /// Which.
        id: ActivityId,
        /// Its title, which the learner may have changed since.
        title: String,
    },
    /// An earlier row of the same file.
    File {
        /// Which.
        row: u32,
    },
}

/// A row that was read, and what it would become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Proposal {
    /// The row of the file, counted as a spreadsheet counts; in a calendar, the line where the event
    /// begins.
    pub row: u32,
    /// What it would become.
    pub activity: ProposedActivity,
    /// What it repeats.
    pub duplicate: Option<Duplicate>,
}

/// A row that cannot become an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowProblem {
    /// The row of the file, counted as for a [`Proposal`].
    pub row: u32,
    /// The column as its heading names it; empty where the whole row is meant.
    pub column: String,
    /// One sentence: what is wrong and what would be right.
    pub reason: String,
}

/// A title as far as it matters for recognising it again: case and spaces do not.
fn folded(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// What is compared of two entries with the same day and title.
#[derive(Debug, Clone, Copy)]
struct Times {
    from: Option<NaiveTime>,
    duration: Option<Minutes>,
}

impl Times {
    /// Whether both may tell of the same hours: what only one of them says decides nothing.
    fn may_be(self, other: Self) -> bool {
        let agree = |same: Option<bool>| same.unwrap_or(true);
        agree(self.from.zip(other.from).map(|(a, b)| a == b))
            && agree(self.duration.zip(other.duration).map(|(a, b)| a == b))
    }
}

/// Marks what repeats an entry of `log`, or an earlier row. Two entries are the same if day and title
/// are, and nothing that both say of their times differs. An entry of the log is also recognised by its
/// day and times alone, for the learner may have given it a better title.
pub fn mark_duplicates<'a>(
    proposals: &mut [Proposal],
    log: impl IntoIterator<Item = &'a Activity>,
) {
    let mut by_title: HashMap<(NaiveDate, String), Vec<(Times, Duplicate)>> = HashMap::new();
    let mut by_times: HashMap<(NaiveDate, NaiveTime, NaiveTime), Duplicate> = HashMap::new();
    for activity in log {
        let known = Duplicate::Log {
            id: activity.id.clone(),
            title: activity.title.clone(),
        };
        let times = Times {
            from: activity.started_at,
            duration: activity.duration,
        };
        if let (Some(from), Some(to)) = (activity.started_at, activity.ended_at) {
            by_times.insert((activity.done_on, from, to), known.clone());
        }
        let key = (activity.done_on, folded(&activity.title));
        by_title.entry(key).or_default().push((times, known));
    }
    for proposal in proposals {
        let it = &proposal.activity;
        let times = Times {
            from: it.started_at,
            duration: it.duration,
        };
        let same_title = by_title.entry((it.done_on, folded(&it.title))).or_default();
        let by_title = same_title.iter().find(|(known, _)| times.may_be(*known));
        proposal.duplicate = match (by_title, it.started_at.zip(it.ended_at)) {
            (Some((_, known)), _) => Some(known.clone()),
            (None, Some((from, to))) => by_times.get(&(it.done_on, from, to)).cloned(),
            (None, None) => None,
        };
        if proposal.duplicate.is_none() {
            let here = Duplicate::File { row: proposal.row };
            same_title.push((times, here));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;

    fn at(time: &str) -> Option<NaiveTime> {
        Some(time.parse().unwrap())
    }

    fn proposal(row: u32, title: &str, day: &str, from: &str, to: &str) -> Proposal {
        let mut activity = ProposedActivity::new(title, day.parse().unwrap());
        if !from.is_empty() {
            activity.started_at = at(from);
            activity.ended_at = at(to);
        }
        Proposal {
            row,
            activity,
            duplicate: None,
        }
    }

    fn logged(id: &str, title: &str, day: &str, from: &str, to: &str) -> Activity {
        let mut logged = activity(id, day);
        logged.title = title.into();
        if !from.is_empty() {
            logged.started_at = at(from);
            logged.ended_at = at(to);
        }
        logged
    }

    fn marked(mut proposals: Vec<Proposal>, log: &[Activity]) -> Vec<String> {
        mark_duplicates(&mut proposals, log);
        let word = |proposal: &Proposal| match &proposal.duplicate {
            None => "new".to_owned(),
            Some(Duplicate::Log { id, .. }) => format!("log {id}"),
            Some(Duplicate::File { row }) => format!("row {row}"),
        };
        proposals.iter().map(word).collect()
    }

    #[test]
    fn an_entry_is_recognised_by_day_and_title_however_they_are_spelled() {
        let log = [logged("a", "Wound  care lecture", "2026-03-12", "", "")];
        let proposals = vec![
            proposal(2, "wound care Lecture", "2026-03-12", "09:00", "10:00"),
            proposal(3, "Wound care lecture", "2026-03-13", "", ""),
            proposal(4, "Wound care", "2026-03-12", "", ""),
        ];
        assert_eq!(marked(proposals, &log), ["log a", "new", "new"]);
    }

    #[test]
    fn the_same_title_at_another_time_of_day_is_another_entry() {
        let log = [logged("a", "Ward round", "2026-03-12", "09:00", "10:00")];
        let proposals = vec![
            proposal(2, "Ward round", "2026-03-12", "14:00", "15:00"),
            proposal(3, "Ward round", "2026-03-12", "09:00", "10:00"),
        ];
        assert_eq!(marked(proposals, &log), ["new", "log a"]);
    }

    #[test]
    fn an_entry_that_was_given_a_better_title_is_recognised_by_its_times() {
        let log = [logged(
            "a",
            "Sepsis teaching",
            "2026-03-12",
            "09:00",
            "10:00",
        )];
        let proposals = vec![proposal(2, "Meeting", "2026-03-12", "09:00", "10:00")];
        assert_eq!(marked(proposals, &log), ["log a"]);
    }

    #[test]
    fn a_row_that_stands_twice_in_a_file_repeats_the_first_one() {
        let twice = |row| proposal(row, "Lecture", "2026-03-12", "09:00", "10:00");
        let clash = proposal(4, "Tutorial", "2026-03-12", "09:00", "10:00");
        assert_eq!(
            marked(vec![twice(2), twice(3), clash], &[]),
            ["new", "row 2", "new"],
            "two things at the same time are a clash, not a repetition"
        );
    }

    #[test]
    fn nothing_is_claimed_unless_the_learner_says_so() {
        let mut lesson = ProposedActivity::new("Lesson", "2026-03-12".parse().unwrap());
        lesson.duration = Some(Minutes(90));
        let kept = |claim| {
            let blank = activity("a", "2026-01-01");
            lesson.clone().over(blank, Some(Category::Theory), claim)
        };
        assert_eq!(kept(false).off_the_job, None);
        assert_eq!(kept(true).off_the_job, Some(Minutes(90)));
        assert_eq!(kept(true).done_on.to_string(), "2026-03-12");
        assert_eq!(kept(true).category, Some(Category::Theory));
    }

    #[test]
    fn what_the_file_calls_learning_is_what_can_be_claimed() {
        let mut shift = ProposedActivity::new("Shift", "2026-03-12".parse().unwrap());
        shift.learning = Some(Minutes(45));
        assert_eq!(shift.claimable(), Some(Minutes(45)));
        shift.duration = Some(Minutes(720));
        assert_eq!(shift.claimable(), Some(Minutes(45)));
        shift.duration = Some(Minutes(30));
        assert_eq!(
            shift.claimable(),
            Some(Minutes(30)),
            "never more than it took"
        );
    }
}
