//! A calendar of learning: each month with its time, breaks and stretches without any.

use super::{PlotTable, Totals};
use crate::activity::Activity;
use crate::code::coded;
use crate::day;
use crate::hours::{Idle, by_month, counted, idle};
use crate::minutes::Minutes;
use crate::programme::Programme;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most months that are shown: longer than any apprenticeship, shorter than a mistyped year.
const MOST: usize = 10 * 12;

coded! {
    /// What a month was.
    MonthKind {
        /// Something counts in it.
        Learning = "learning", "Learning";
        /// Nothing counts, for longer than the rule of the start allows.
        Idle = "idle", "No learning, for too long";
        /// Nothing counts, which the rule allows or which may still change.
        Quiet = "quiet", "No learning";
        /// All of it was a break.
        Break = "break", "Break in learning";
    }
}

/// A month of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CalendarMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// Claimed time that counts in it.
    pub claimed: Minutes,
    /// What it was.
    pub kind: MonthKind,
    /// Whether part of it, but not all, was a break.
    pub part_break: bool,
    /// The month in words: `20 h`, `Break in learning`.
    pub said: String,
    /// The same in the box of the month, where many stand beside each other: `20 h`, `Break`.
    pub brief: String,
}

/// What a box calls a kind of month, and what that means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KeyEntry {
    /// The kind.
    pub kind: MonthKind,
    /// What the box says.
    pub brief: String,
    /// What that means, without a full stop.
    pub means: String,
}

impl MonthKind {
    /// What the box of such a month says; nothing where it says a time.
    fn brief(self) -> &'static str {
        match self {
            Self::Learning => "",
            Self::Idle => "Too long",
            Self::Quiet => "None",
            Self::Break => "Break",
        }
    }

    /// What that means, where the word alone does not say it.
    fn means(self) -> Option<&'static str> {
        match self {
            Self::Learning | Self::Break => None,
            Self::Idle => Some("no learning, for longer than the rules for your start allow"),
            Self::Quiet => Some("no learning, which the rules allow or which can still change"),
        }
    }
}

/// A calendar of learning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Calendar {
    /// The finding, as a sentence without a full stop.
    pub title: String,
    /// What the calendar shows, for people who cannot see it.
    pub description: String,
    /// The most of any month; never nothing.
    pub most: Minutes,
    /// The months without a gap, earliest first.
    pub months: Vec<CalendarMonth>,
    /// What the boxes call the kinds of month that are among them, with what each means. Once is enough: a year
    /// without learning does not say it twelve times.
    pub key: Vec<KeyEntry>,
    /// The same as a table.
    pub table: PlotTable,
}

/// The calendar of a programme up to `today`, from its start or else the first entry; `None` where there is
/// neither.
#[must_use]
pub fn calendar(
    programme: &Programme,
    activities: &[Activity],
    today: NaiveDate,
) -> Option<Calendar> {
    let learned = counted(activities, Some(programme), today)
        .map(|(activity, _)| activity.done_on)
        .collect();
    let totals: BTreeMap<NaiveDate, Totals> = by_month(activities, Some(programme), today)
        .into_iter()
        .map(|total| (total.month, total.totals))
        .collect();
    let last = day::first_of_month(today);
    let start = programme.original_start.map(day::first_of_month);
    let first = start
        .or(totals.keys().next().copied())
        .filter(|first| *first <= last)?;
    let stretches: Vec<Idle> = idle(programme, &learned, today)
        .unwrap_or_default()
        .into_iter()
        .filter(|stretch| stretch.certain)
        .collect();
    let mut months: Vec<CalendarMonth> = std::iter::successors(Some(first), |month| {
        Some(day::add_months(*month, 1)).filter(|next| *next <= last && next > month)
    })
    .map(|month| {
        let claimed = totals
            .get(&month)
            .map_or(Minutes::ZERO, |totals| totals.claimed);
        one(programme, month, claimed, &stretches)
    })
    .collect();
    // The latest are the ones that can still be put right.
    months.drain(..months.len().saturating_sub(MOST));
    Some(Calendar {
        title: title(&months, &stretches),
        description: description(&months),
        most: months
            .iter()
            .map(|month| month.claimed)
            .max()?
            .max(Minutes(1)),
        table: table(&months, &totals),
        key: key(&months),
        months,
    })
}

fn one(
    programme: &Programme,
    month: NaiveDate,
    claimed: Minutes,
    stretches: &[Idle],
) -> CalendarMonth {
    let next = day::add_months(month, 1);
    let paused: i64 = programme
        .breaks
        .iter()
        .map(|pause| day::days_between(pause.from.max(month), pause.to.min(next)).max(0))
        .sum();
    let whole_break = paused >= day::days_between(month, next);
    let too_long = stretches
        .iter()
        .any(|stretch| stretch.from < next && month < stretch.to);
    let kind = if !claimed.is_zero() {
        MonthKind::Learning
    } else if whole_break {
        MonthKind::Break
    } else if too_long {
        MonthKind::Idle
    } else {
        MonthKind::Quiet
    };
    let part_break = paused > 0 && !whole_break;
    let (said, brief) = if kind == MonthKind::Learning {
        (claimed.to_string(), claimed.to_string())
    } else {
        (kind.label().to_owned(), kind.brief().to_owned())
    };
    let and_break = |said: String| {
        if part_break {
            format!("{said}; partly a break")
        } else {
            said
        }
    };
    CalendarMonth {
        month,
        claimed,
        kind,
        part_break,
        said: and_break(said),
        brief: and_break(brief),
    }
}

/// The kinds among the months whose word needs saying what it means, each once.
fn key(months: &[CalendarMonth]) -> Vec<KeyEntry> {
    let among = |kind: &&MonthKind| months.iter().any(|month| month.kind == **kind);
    let entry = |kind: &MonthKind| {
        kind.means().map(|means| KeyEntry {
            kind: *kind,
            brief: kind.brief().to_owned(),
            means: means.to_owned(),
        })
    };
    MonthKind::ALL
        .iter()
        .filter(among)
        .filter_map(entry)
        .collect()
}

fn title(months: &[CalendarMonth], stretches: &[Idle]) -> String {
    if let Some(first) = stretches.first() {
        let last = first.to.pred_opt().unwrap_or(first.to);
        let (from, to) = (day::short(first.from), day::short(last));
        return match stretches.len() {
            1 => format!("Too long without learning, from {from} to {to}"),
            many => format!("{many} times too long without learning, first from {from} to {to}"),
        };
    }
    let of_kind = |kind| months.iter().filter(|month| month.kind == kind).count();
    let (learning, breaks) = (of_kind(MonthKind::Learning), of_kind(MonthKind::Break));
    let able = months.len() - breaks;
    match (learning, breaks) {
        (0, _) => "No learning yet".to_owned(),
        (all, 0) if all == able => "Learning in every month".to_owned(),
        (all, _) if all == able => "Learning in every month outside the break".to_owned(),
        (some, _) => format!("Learning in {some} of {able} months"),
    }
}

fn description(months: &[CalendarMonth]) -> String {
    let said: Vec<String> = months
        .iter()
        .map(|month| format!("{}: {}", day::month_year(month.month), month.said))
        .collect();
    format!(
        "Calendar of the claimed time in each month. {}.",
        said.join("; ")
    )
}

fn table(months: &[CalendarMonth], totals: &BTreeMap<NaiveDate, Totals>) -> PlotTable {
    let row = |month: &CalendarMonth| {
        let totals = totals.get(&month.month).copied().unwrap_or_default();
        let times =
            [totals.claimed, totals.confirmed, totals.excluded].map(|time| time.to_string());
        let mut row = vec![day::month_year(month.month)];
        row.extend(times);
        row.push(match (month.kind, month.part_break) {
            (MonthKind::Learning, false) => String::new(),
            (MonthKind::Learning, true) => "Partly a break".to_owned(),
            (kind, false) => kind.label().to_owned(),
            (kind, true) => format!("{}; partly a break", kind.label()),
        });
        row
    };
    PlotTable {
        headings: ["Month", "Claimed", "Confirmed", "Does not count", "Remark"]
            .map(str::to_owned)
            .into(),
        rows: months.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use crate::programme::LearningBreak;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn lesson(day: &str) -> Activity {
        Activity {
            off_the_job: Some(Minutes(120)),
            ..activity("a", day)
        }
    }

    fn programme() -> Programme {
        Programme {
            original_start: Some(date("2025-02-03")),
            planned_end: Some(date("2027-01-31")),
            breaks: vec![LearningBreak {
                from: date("2025-04-15"),
                to: date("2025-06-01"),
                reason: String::new(),
            }],
            ..Programme::default()
        }
    }

    fn kinds(calendar: &Calendar) -> Vec<&'static str> {
        calendar
            .months
            .iter()
            .map(|month| month.kind.code())
            .collect()
    }

    #[test]
    fn months_show_learning_gaps_and_breaks() {
        let lessons = ["2025-02-10", "2025-04-10", "2025-07-01"].map(lesson);
        let found = calendar(&programme(), &lessons, date("2025-08-12")).unwrap();
        assert_eq!(
            kinds(&found),
            [
                "learning", "idle", "learning", "break", "idle", "learning", "quiet"
            ]
        );
        assert_eq!(
            found.title,
            "2 times too long without learning, first from 1 Mar 2025 to 31 Mar 2025"
        );
        assert!(found.months[2].part_break && !found.months[3].part_break);
        assert_eq!(found.table.rows[2][4], "Partly a break");
        assert!(
            found
                .description
                .contains("May 2025: Break in learning; June 2025: No learning, for too long")
        );
        assert_eq!(found.most, Minutes(120));
    }

    #[test]
    fn a_box_says_a_word_and_what_it_means_is_said_once() {
        let lessons = ["2025-02-10", "2025-04-10", "2025-09-10"].map(lesson);
        let found = calendar(&programme(), &lessons, date("2025-10-12")).unwrap();
        let boxes: Vec<&str> = found.months.iter().map(|it| it.brief.as_str()).collect();
        assert_eq!(
            boxes,
            [
                "2 h",
                "Too long",
                "2 h; partly a break",
                "Break",
                "Too long",
                "Too long",
                "Too long",
                "2 h",
                "None"
            ]
        );
        let meant: Vec<String> = found
            .key
            .iter()
            .map(|entry| format!("{}: {}", entry.brief, entry.means))
            .collect();
        assert_eq!(
            meant,
            [
                "Too long: no learning, for longer than the rules for your start allow",
                "None: no learning, which the rules allow or which can still change",
            ]
        );
        let every = calendar(&programme(), &lessons[..1], date("2025-02-12")).unwrap();
        assert_eq!(every.key, [], "nothing there that needs it");
    }

    #[test]
    fn the_finding_is_about_months_where_no_rule_is_broken() {
        let every = ["2025-02-10", "2025-03-10", "2025-04-10", "2025-06-10"].map(lesson);
        let title = |lessons: &[Activity], today| {
            calendar(&programme(), lessons, date(today)).unwrap().title
        };
        assert_eq!(
            title(&every, "2025-06-12"),
            "Learning in every month outside the break"
        );
        assert_eq!(title(&every[..2], "2025-03-12"), "Learning in every month");
        assert_eq!(
            title(&every[..1], "2025-03-12"),
            "Learning in 1 of 2 months"
        );
        assert_eq!(title(&[], "2025-02-12"), "No learning yet");
    }

    #[test]
    fn without_a_programme_it_begins_with_the_first_entry() {
        let found = calendar(
            &Programme::default(),
            &[lesson("2026-01-10")],
            date("2026-03-12"),
        )
        .unwrap();
        assert_eq!(kinds(&found), ["learning", "quiet", "quiet"]);
        assert_eq!(
            calendar(&Programme::default(), &[], date("2026-03-12")),
            None
        );
        assert_eq!(
            calendar(&programme(), &[], date("2024-03-12")),
            None,
            "it has not begun"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_calendar_is_whole(
            start in prop::option::of(0_u64..200_000),
            today in 0_u64..110_000,
            days in prop::collection::vec(0_u64..110_000, 0..12),
        ) {
            let at = |days: u64| date("1900-01-01") + chrono::Days::new(days);
            let programme = Programme { original_start: start.map(at), ..programme() };
            let lessons: Vec<Activity> = days.iter().map(|day| lesson(&at(*day).to_string())).collect();
            if let Some(found) = calendar(&programme, &lessons, at(today)) {
                prop_assert!(!found.months.is_empty() && found.months.len() <= MOST);
                for pair in found.months.windows(2) {
                    prop_assert_eq!(day::add_months(pair[0].month, 1), pair[1].month);
                }
                prop_assert_eq!(found.months.last().unwrap().month, day::first_of_month(at(today)));
                prop_assert!(found.months.iter().all(|month| month.claimed <= found.most));
                prop_assert!(found.table.rows.iter().all(|row| row.len() == found.table.headings.len()));
            }
        }
    }
}
