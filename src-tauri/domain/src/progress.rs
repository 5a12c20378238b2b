//! Progress against the off-the-job minimum: the one computation behind the screen and the page.

mod bars;
mod calendar;
mod pace;
mod plot;
#[cfg(test)]
mod tests;

pub use bars::{Bar, BarKey, BarPart, BarStyle, Bars, done, kind, split};
pub use calendar::{Calendar, CalendarMonth, MonthKind, calendar};
pub use pace::{progress, progress_only, week_pace};

use crate::code::coded;
use crate::hours::Requirement;
use crate::minutes::Minutes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

coded! {
    /// How a line is drawn, so that lines differ by more than their colour.
    LineStyle {
        /// What happened.
        Solid = "solid", "solid";
        /// What an even pace would be.
        Dashed = "dashed", "dashed";
        /// What may come.
        Dotted = "dotted", "dotted";
    }
}

/// A point: days since the start, and minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Point {
    /// Days since the first day of the chart.
    pub x: i32,
    /// Minutes.
    pub y: i32,
}

/// A mark on an axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Tick {
    /// Where, in the axis's unit.
    pub at: i32,
    /// What it says.
    pub label: String,
}

/// A line of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlotLine {
    /// What it shows.
    pub label: String,
    /// How it is drawn.
    pub style: LineStyle,
    /// Its points, from left to right.
    pub points: Vec<Point>,
}

/// A stretch of the x axis that is marked, such as a break in learning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// First day.
    pub from: i32,
    /// First day that no longer belongs to it.
    pub to: i32,
    /// What it is.
    pub label: String,
}

/// A chart in abstract units, drawn alike on screen and paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Plot {
    /// The finding, as a sentence without a full stop: "9 h 20 behind an even pace".
    pub title: String,
    /// What the chart shows, for people who cannot see it.
    pub description: String,
    /// Largest x; the smallest is 0.
    pub x_max: i32,
    /// Largest y; the smallest is 0.
    pub y_max: i32,
    /// Marks of the x axis.
    pub x_ticks: Vec<Tick>,
    /// Marks of the y axis.
    pub y_ticks: Vec<Tick>,
    /// Lines, the most important first.
    pub lines: Vec<PlotLine>,
    /// Marked stretches.
    pub bands: Vec<Band>,
    /// The point for today, if today lies within the chart.
    pub marker: Option<Marker>,
    /// The same numbers as a table: headings, then rows of cells.
    pub table: PlotTable,
}

/// A labelled point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Marker {
    /// Where.
    pub at: Point,
    /// What it says.
    pub label: String,
}

/// The numbers of a chart as a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlotTable {
    /// Column headings.
    pub headings: Vec<String>,
    /// Rows; each has as many cells as there are headings.
    pub rows: Vec<Vec<String>>,
}

/// Totals of claimed time, never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Claimed and counting, whether confirmed or not.
    pub claimed: Minutes,
    /// The part of it that someone other than the learner confirmed.
    pub confirmed: Minutes,
    /// Claimed, but by the rules not counting.
    pub excluded: Minutes,
    /// The part of all this about which the learner disagrees with the rules. It stays where the rules put
    /// it, and is never added to anything.
    pub disputed: Minutes,
    /// Claimed for days that have not come: it counts nowhere yet, and is added to nothing.
    pub to_come: Minutes,
}

/// Where a learner stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What the programme asks for.
    pub requirement: Requirement,
    /// What was done.
    pub totals: Totals,
    /// What an even pace would have reached by today: a convention of this product, not a rule.
    pub expected: Minutes,
    /// The [target](Requirement::target) less claimed, or nothing.
    pub remaining: Minutes,
    /// Claimed and counting in the week of today, Monday to today.
    pub this_week: Minutes,
    /// What an even pace asks of that whole week; nothing in a break.
    pub this_week_pace: Minutes,
    /// Off-the-job time a week that would reach the target by the planned end; `None` once it is reached or
    /// the end has come.
    pub weekly_needed: Option<Minutes>,
    /// What the last weeks point to; `None` where too little is known or nothing is left to do.
    pub forecast: Option<Forecast>,
    /// The finding in one sentence, with its full stop.
    pub finding: String,
    /// The day the chart begins.
    pub first_day: NaiveDate,
    /// The chart.
    pub plot: Plot,
}

/// What the pace of the last weeks points to: a straight continuation, not a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// Average off-the-job time a week over the weeks looked at.
    pub weekly: Minutes,
    /// Weeks looked at, without breaks: 12, or fewer near the start.
    pub weeks: u32,
    /// The day on which the target would be reached; `None` if nothing was claimed in those weeks.
    pub reached_on: Option<NaiveDate>,
    /// What would be reached by the planned end.
    pub by_planned_end: Minutes,
}

/// Where a learner stands whose dates are not known, so that there is no pace to compare with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProgressOnly {
    /// What was done.
    pub totals: Totals,
    /// The figure to reach in whole hours, where it can be told without dates.
    pub required: Option<Minutes>,
    /// Required less claimed, where there is a figure.
    pub remaining: Option<Minutes>,
    /// Claimed and counting in the week of today, Monday to today.
    pub this_week: Minutes,
    /// The finding in one sentence, with its full stop.
    pub finding: String,
}
