//! The log as rows and columns: what both forms of it, text and workbook, have in common.

use aftershift_domain::activity::{
    Activity, ActivityTag, DeliveredBy, Disagreement, PaidTime, Place,
};
use aftershift_domain::hours::{self, CategoryTotal, MonthTotal, Verdict};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::Programme;
use aftershift_domain::progress::Totals;
use chrono::{NaiveDate, NaiveTime};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Words.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A length of time.
    Length(Minutes),
    /// Nothing is known.
    Nothing,
}

/// A column of the log.
pub(super) struct Column {
    /// What names it. The import knows it by these words.
    pub heading: &'static str,
    /// Its width on a page, in characters.
    pub width: u8,
    value: fn(&Row<'_>) -> Value,
}

/// An entry of the log, and whether it counts.
pub(super) struct Row<'a> {
    activity: &'a Activity,
    verdict: Verdict,
}

/// Number of the column that the totals stand in.
pub(super) const LEARNING: usize = 4;

/// The columns, in their order.
pub(super) const COLUMNS: [Column; 20] = [
    column("Date", 12, |row| Value::Day(row.activity.done_on)),
    column("Start", 8, |row| time(row.activity.started_at)),
    column("End", 8, |row| time(row.activity.ended_at)),
    column("Took", 8, |row| length(row.activity.duration)),
    column("Off the job", 12, |row| length(row.activity.off_the_job)),
    column("What it was", 40, |row| text(&row.activity.title)),
    column("Kind of activity", 26, |row| {
        text(row.activity.category.map_or("", |kind| kind.label()))
    }),
    column("Does it count?", 16, |row| text(row.verdict.answer.label())),
    column("Why", 40, |row| text(&row.verdict.reason)),
    column("State", 12, |row| text(row.activity.state.label())),
    column("What was done", 50, |row| text(&row.activity.what_was_done)),
    column("What was newly learned", 50, |row| {
        text(&row.activity.what_was_learned)
    }),
    column("Paid time", 20, |row| match row.activity.paid {
        PaidTime::Unknown => Value::Nothing,
        paid => text(paid.label()),
    }),
    column("How it was given back", 24, |row| {
        text(&row.activity.compensation)
    }),
    column("Delivered by", 24, |row| text(&row.activity.delivered_by)),
    column("They belong to", 18, |row| {
        match row.activity.delivered_by_kind {
            DeliveredBy::Unknown => Value::Nothing,
            kind => text(kind.label()),
        }
    }),
    column("Place", 14, |row| match row.activity.place {
        Place::Unknown => Value::Nothing,
        place => text(place.label()),
    }),
    column("Criteria", 16, |row| {
        text(&row.activity.criteria.join(", "))
    }),
    column("Also counts as", 24, |row| {
        let tags = row.activity.tags.iter().copied();
        let names: Vec<&str> = tags.map(ActivityTag::label).collect();
        text(&names.join(", "))
    }),
    column("Where you disagree", 40, |row| {
        row.activity
            .disagreement
            .as_ref()
            .map_or(Value::Nothing, disagreement)
    }),
];

const fn column(heading: &'static str, width: u8, value: fn(&Row<'_>) -> Value) -> Column {
    Column {
        heading,
        width,
        value,
    }
}

fn text(text: &str) -> Value {
    if text.is_empty() {
        Value::Nothing
    } else {
        Value::Text(text.to_owned())
    }
}

fn time(time: Option<NaiveTime>) -> Value {
    time.map_or(Value::Nothing, Value::Time)
}

fn length(length: Option<Minutes>) -> Value {
    length.map_or(Value::Nothing, Value::Length)
}

/// What the learner holds against the answer, and why. No total moves with it.
fn disagreement(held: &Disagreement) -> Value {
    let holds = if held.counts {
        "It should count"
    } else {
        "It should not count"
    };
    Value::Text(format!("{holds}: {}", held.note))
}

/// The log, ready to be written.
pub(crate) struct Log<'a> {
    activities: Vec<&'a Activity>,
    programme: &'a Programme,
    today: NaiveDate,
}

impl<'a> Log<'a> {
    /// The entries that are not in the bin, by day and time, as they count on `today`.
    pub fn of(activities: &'a [Activity], programme: &'a Programme, today: NaiveDate) -> Self {
        let kept = activities.iter().filter(|it| it.deleted_at.is_none());
        let mut activities: Vec<&Activity> = kept.collect();
        // Stable: where nothing else decides, what was recorded first comes first.
        activities.sort_by_key(|it| (it.done_on, it.started_at));
        Self {
            activities,
            programme,
            today,
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.activities.len()
    }

    /// The cells, row by row.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Value>> {
        self.activities.iter().map(|activity| {
            let row = Row {
                activity,
                verdict: hours::counts(activity, Some(self.programme), self.today),
            };
            COLUMNS.iter().map(|column| (column.value)(&row)).collect()
        })
    }

    /// What is claimed and counts, what of it is confirmed, and what does not count.
    pub(super) fn totals(&self) -> Totals {
        let activities = self.activities.iter().copied();
        hours::totals(activities, Some(self.programme), self.today)
    }

    /// Everything that stands in the column of off-the-job time, whether it counts or not.
    pub(super) fn all_claimed(&self) -> Minutes {
        let claims = self.activities.iter().filter_map(|entry| entry.off_the_job);
        claims.sum()
    }

    /// Sums by kind of activity.
    pub(super) fn by_category(&self) -> Vec<CategoryTotal> {
        let activities = self.activities.iter().copied();
        hours::by_category(activities, Some(self.programme), self.today)
    }

    /// Sums by calendar month.
    pub(super) fn by_month(&self) -> Vec<MonthTotal> {
        let activities = self.activities.iter().copied();
        hours::by_month(activities, Some(self.programme), self.today)
    }
}

/// The totals with their names, as both forms say them. What is to come is named where there is any.
pub(super) fn named(totals: Totals) -> Vec<(&'static str, Minutes)> {
    let mut named = vec![
        ("Total that counts", totals.claimed),
        ("Total confirmed", totals.confirmed),
        ("Total that does not count", totals.excluded),
    ];
    if !totals.to_come.is_zero() {
        named.push(("Total that does not count yet", totals.to_come));
    }
    named
}
