//! The chart of a learner's progress, in days and minutes: lines, bands, ticks, and the same as words
//! and as a table.

use super::pace::{Pace, share};
use super::{Band, Forecast, LineStyle, Marker, Plot, PlotLine, PlotTable, Point, Tick};
use crate::day;
use crate::minutes::Minutes;
use crate::programme::Programme;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// Labels that fit beside each other on the x axis.
const MOST_MONTH_LABELS: i32 = 8;
/// Steps of the y axis, at most.
const MOST_HOUR_STEPS: u32 = 5;
/// Days that a chart goes on after the planned end, so that a late finish still shows today.
const LATE_DAYS: i64 = 366;

/// Everything that the chart is drawn from.
pub(super) struct Course<'a> {
    pub(super) programme: &'a Programme,
    pub(super) pace: &'a Pace<'a>,
    /// Counted time by day, up to today.
    pub(super) by_day: &'a BTreeMap<NaiveDate, Minutes>,
    pub(super) claimed: Minutes,
    pub(super) expected: Minutes,
    pub(super) forecast: Option<&'a Forecast>,
    pub(super) today: NaiveDate,
}

impl Course<'_> {
    pub(super) fn plot(&self, title: String) -> Plot {
        let last = self.last_day();
        let x_max = self.x(last).max(1);
        let (y_max, y_ticks) = hour_ticks(self.claimed.max(self.pace.target));
        let mut lines = Vec::new();
        if self.today >= self.start() {
            lines.push(PlotLine {
                label: "Claimed".into(),
                style: LineStyle::Solid,
                points: self.actual(last),
            });
        }
        lines.push(PlotLine {
            label: "Expected at an even pace".into(),
            style: LineStyle::Dashed,
            points: self.even(),
        });
        if let Some(points) = self.onward() {
            let label = "If the last weeks go on".to_owned();
            lines.push(PlotLine {
                label,
                style: LineStyle::Dotted,
                points,
            });
        }
        let within = self.today >= self.start() && self.today <= last;
        Plot {
            title,
            description: self.description(),
            x_max,
            y_max,
            x_ticks: month_ticks(self.start(), last),
            y_ticks,
            lines,
            bands: self.bands(),
            marker: within.then(|| Marker {
                at: Point {
                    x: self.x(self.today),
                    y: y(self.claimed),
                },
                label: format!("today: {}", self.claimed),
            }),
            table: self.table(last),
        }
    }

    fn start(&self) -> NaiveDate {
        self.pace.period.start()
    }

    fn x(&self, date: NaiveDate) -> i32 {
        i32::try_from(day::days_between(self.start(), date)).unwrap_or(i32::MAX)
    }

    /// The last day of the chart: the planned end, the last entry, or a today that is a little late.
    fn last_day(&self) -> NaiveDate {
        let end = self.pace.period.end();
        let over = self.programme.gateway_on.is_some() || self.programme.ended_on.is_some();
        let late = self.today > end && day::days_between(end, self.today) <= LATE_DAYS && !over;
        let last_entry = self.by_day.keys().next_back().copied().unwrap_or(end);
        end.max(last_entry).max(if late { self.today } else { end })
    }

    /// Cumulative time: level between entries, rising within the day of one.
    fn actual(&self, last: NaiveDate) -> Vec<Point> {
        let mut points = vec![Point { x: 0, y: 0 }];
        let mut sum = Minutes::ZERO;
        for (date, claimed) in self.by_day {
            let x = self.x(*date);
            if points.last().is_some_and(|point| point.x < x - 1) {
                points.push(Point {
                    x: x - 1,
                    y: y(sum),
                });
            }
            sum = sum.saturating_add(*claimed);
            points.push(Point { x, y: y(sum) });
        }
        let x = self.x(self.today.min(last));
        if points.last().is_some_and(|point| point.x < x) {
            points.push(Point { x, y: y(sum) });
        }
        points
    }

    fn even(&self) -> Vec<Point> {
        let period = self.pace.period;
        let mut points = vec![self.even_at(period.start())];
        for pause in period.breaks() {
            points.extend([self.even_at(pause.from), self.even_at(pause.to)]);
        }
        points.push(self.even_at(period.end()));
        points.dedup();
        points
    }

    fn even_at(&self, date: NaiveDate) -> Point {
        Point {
            x: self.x(date),
            y: y(self.pace.at(date)),
        }
    }

    /// The continuation of the last weeks, up to the requirement or the planned end.
    fn onward(&self) -> Option<Vec<Point>> {
        let forecast = self.forecast?;
        let period = self.pace.period;
        let tomorrow = self.today.checked_add_days(Days::new(1))?;
        let ahead = period.days(tomorrow, period.end());
        let gain = forecast.by_planned_end.saturating_sub(self.claimed);
        let at = |date: NaiveDate| {
            let done = period.days(
                tomorrow,
                date.checked_add_days(Days::new(1)).unwrap_or(date),
            );
            Point {
                x: self.x(date),
                y: y(self.claimed.saturating_add(share(gain, done, ahead))),
            }
        };
        let reached = forecast.reached_on.filter(|date| *date < period.end());
        let last = reached.unwrap_or(period.end());
        let mut points = vec![Point {
            x: self.x(self.today),
            y: y(self.claimed),
        }];
        for pause in period
            .breaks()
            .iter()
            .filter(|b| b.from > self.today && b.from < last)
        {
            let (from, to) = (pause.from.pred_opt()?, pause.to.pred_opt()?);
            points.extend([at(from), at(to)]);
        }
        points.push(match reached {
            Some(date) => Point {
                x: self.x(date),
                y: y(self.pace.target),
            },
            None => Point {
                x: self.x(last),
                y: y(forecast.by_planned_end),
            },
        });
        points.dedup();
        Some(points)
    }

    fn bands(&self) -> Vec<Band> {
        let breaks = self.pace.period.breaks().iter();
        breaks
            .map(|pause| Band {
                from: self.x(pause.from),
                to: self.x(pause.to),
                label: "Break in learning".into(),
            })
            .collect()
    }

    fn description(&self) -> String {
        let period = self.pace.period;
        let mut text = format!(
            "Line chart from {} to {}, when {} are required. ",
            day::short(period.start()),
            day::short(period.end()),
            self.pace.target
        );
        if self.today >= period.start() {
            text += &format!(
                "By {}, {} are claimed; {} are expected at an even pace.",
                day::short(self.today),
                self.claimed,
                self.expected
            );
        } else {
            text += "Training has not started yet.";
        }
        for pause in period.breaks() {
            text += &format!(
                " The pace stands still in the break from {} until {}.",
                day::short(pause.from),
                day::short(pause.to)
            );
        }
        if let Some(forecast) = self.forecast {
            text += &match forecast.reached_on {
                Some(date) => format!(
                    " At {} a week, as in the last {} weeks, this would be reached on {}.",
                    forecast.weekly,
                    forecast.weeks,
                    day::short(date)
                ),
                None => format!(" Nothing was claimed in the last {} weeks.", forecast.weeks),
            };
        }
        text
    }

    fn table(&self, last: NaiveDate) -> PlotTable {
        let headings = ["Month", "Claimed", "Claimed so far", "Expected"]
            .map(str::to_owned)
            .into();
        let mut rows = Vec::new();
        let shown = self.today.min(last);
        let mut month = day::first_of_month(self.start());
        let mut sum = Minutes::ZERO;
        while month <= shown {
            let next = day::add_months(month, 1);
            let learned: Minutes = self
                .by_day
                .range(month..next)
                .map(|(_, claimed)| *claimed)
                .sum();
            sum = sum.saturating_add(learned);
            // The month of today is not over: its pace is that of today, as in the finding.
            let pace = if next > self.today {
                self.expected
            } else {
                self.pace.at(next)
            };
            rows.push(vec![
                day::month_year(month),
                learned.to_string(),
                sum.to_string(),
                pace.to_string(),
            ]);
            month = next;
        }
        PlotTable { headings, rows }
    }
}

fn y(minutes: Minutes) -> i32 {
    i32::try_from(minutes.0).unwrap_or(i32::MAX)
}

/// Marks at the first of months, thinned so that they stay readable: each month, each second, third,
/// sixth or twelfth, counted from January.
fn month_ticks(first: NaiveDate, last: NaiveDate) -> Vec<Tick> {
    let number = |date: NaiveDate| date.year() * 12 + date.month0().cast_signed();
    let (from, to) = (number(first), number(last));
    let steps = [1, 2, 3, 6, 12, 24, 60, 120, 600];
    let step = steps
        .into_iter()
        .find(|s| (to - from) / s < MOST_MONTH_LABELS)
        .unwrap_or(1200);
    (from..=to)
        .filter(|month| month.rem_euclid(step) == 0)
        .filter_map(|month| {
            let month0 = month.rem_euclid(12).cast_unsigned();
            NaiveDate::from_ymd_opt(month.div_euclid(12), month0 + 1, 1)
        })
        .filter(|date| *date >= first)
        .map(|date| Tick {
            at: i32::try_from(day::days_between(first, date)).unwrap_or(i32::MAX),
            label: day::month_short(date),
        })
        .collect()
}

/// The top of the y axis and its marks in round hours: `0 h`, `200`, `400`.
fn hour_ticks(most: Minutes) -> (i32, Vec<Tick>) {
    let hours = most.whole_hours_up().max(1);
    let mut step = 1_u32;
    // 1, 2, 5, 10, 20, 50 and so on.
    while hours.div_ceil(step) > MOST_HOUR_STEPS {
        step = match step.to_string().as_bytes().first() {
            Some(b'2') => step / 2 * 5,
            _ => step * 2,
        };
    }
    let at = |n: u32| y(Minutes::from_hours(n.saturating_mul(step)));
    let steps = hours.div_ceil(step);
    let label = |n: u32| {
        if n == 0 {
            "0 h".to_owned()
        } else {
            (n * step).to_string()
        }
    };
    let ticks = (0..=steps)
        .map(|n| Tick {
            at: at(n),
            label: label(n),
        })
        .collect();
    (at(steps), ticks)
}
