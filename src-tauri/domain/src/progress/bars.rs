//! Bars: learning by kind, and what was planned against what is done.

use super::{PlotTable, Totals};
use crate::activity::Category;
use crate::code::coded;
use crate::hours::CategoryTotal;
use crate::minutes::Minutes;
use serde::{Deserialize, Serialize};

coded! {
    /// How a part of a bar is drawn, so that parts differ by more than their colour.
    BarStyle {
        /// What is there.
        Filled = "filled", "filled";
        /// What is asked for, or adds nothing.
        Hollow = "hollow", "hollow";
    }
}

/// A part of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BarPart {
    /// How long it is.
    pub time: Minutes,
    /// How it is drawn.
    pub style: BarStyle,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its parts, one after the other.
    pub parts: Vec<BarPart>,
    /// The figure beside it: `180 h`.
    pub said: String,
}

/// What a style of bar means in a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BarKey {
    /// The style.
    pub style: BarStyle,
    /// What it means.
    pub label: String,
}

/// A chart of bars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Bars {
    /// The finding, as a sentence without a full stop.
    pub title: String,
    /// What the chart shows, for people who cannot see it.
    pub description: String,
    /// The length of the longest bar; never nothing.
    pub longest: Minutes,
    /// What the styles mean.
    pub key: Vec<BarKey>,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
    /// The same numbers as a table.
    pub table: PlotTable,
}

fn key(style: BarStyle, label: &str) -> BarKey {
    BarKey {
        style,
        label: label.to_owned(),
    }
}

fn longest(bars: &[Bar]) -> Minutes {
    let length = |bar: &Bar| bar.parts.iter().map(|part| part.time).sum::<Minutes>();
    bars.iter()
        .map(length)
        .max()
        .unwrap_or_default()
        .max(Minutes(1))
}

/// The name of a kind of learning, also of none.
#[must_use]
pub fn kind(category: Option<Category>) -> &'static str {
    category.map_or("Kind not said", Category::label)
}

/// Learning by kind, most first; `None` where nothing is claimed.
#[must_use]
pub fn split(kinds: &[CategoryTotal], totals: Totals) -> Option<Bars> {
    let mut kinds: Vec<&CategoryTotal> = kinds.iter().collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse((kind.totals.claimed, kind.totals.excluded)));
    let first = kinds.first()?;
    let bars: Vec<Bar> = kinds
        .iter()
        .map(|total| {
            let Totals {
                claimed, excluded, ..
            } = total.totals;
            let part = |time, style| BarPart { time, style };
            Bar {
                label: kind(total.category).to_owned(),
                parts: vec![
                    part(claimed, BarStyle::Filled),
                    part(excluded, BarStyle::Hollow),
                ],
                said: match (claimed.is_zero(), excluded.is_zero()) {
                    (false, false) => format!("{claimed}; {excluded} does not count"),
                    (true, false) => format!("{excluded} does not count"),
                    _ => claimed.to_string(),
                },
            }
        })
        .collect();
    let largest = first.totals.claimed;
    let title = if totals.claimed.is_zero() {
        "Nothing that was claimed counts yet".to_owned()
    } else if kinds.len() == 1 {
        format!("All of it is {}", lower(kind(first.category)))
    } else {
        let how = if largest.0 > totals.claimed.0 / 2 {
            "Most of it is"
        } else {
            "The largest part is"
        };
        format!(
            "{how} {}: {largest} of {}",
            lower(kind(first.category)),
            totals.claimed
        )
    };
    let said: Vec<String> = bars
        .iter()
        .map(|bar| format!("{}: {}", bar.label, bar.said))
        .collect();
    Some(Bars {
        title,
        description: format!(
            "Bars of the claimed time by kind of learning. {}.",
            said.join("; ")
        ),
        longest: longest(&bars),
        key: vec![
            key(BarStyle::Filled, "Claimed"),
            key(BarStyle::Hollow, "Does not count"),
        ],
        bars,
        table: PlotTable {
            headings: ["Kind of learning", "Claimed", "Confirmed", "Does not count"]
                .map(str::to_owned)
                .into(),
            rows: kinds
                .iter()
                .map(|total| {
                    let times = [
                        total.totals.claimed,
                        total.totals.confirmed,
                        total.totals.excluded,
                    ];
                    let times = times.map(|time| time.to_string());
                    std::iter::once(kind(total.category).to_owned())
                        .chain(times)
                        .collect()
                })
                .collect(),
        },
    })
}

/// What was planned and asked for against what is done; `None` where neither is known.
#[must_use]
pub fn done(
    required: Option<Minutes>,
    planned: Option<Minutes>,
    expected: Option<Minutes>,
    totals: Totals,
) -> Option<Bars> {
    let (what, of) = match (planned, required) {
        (Some(planned), _) => ("planned", planned),
        (None, Some(required)) => ("required", required),
        (None, None) => return None,
    };
    let all = [
        ("Planned", planned, BarStyle::Hollow),
        ("Required", required, BarStyle::Hollow),
        ("Expected by today", expected, BarStyle::Hollow),
        ("Claimed", Some(totals.claimed), BarStyle::Filled),
        ("Confirmed", Some(totals.confirmed), BarStyle::Filled),
    ];
    let bars: Vec<Bar> = all
        .into_iter()
        .filter_map(|(label, time, style)| {
            let time = time?;
            Some(Bar {
                label: label.to_owned(),
                parts: vec![BarPart { time, style }],
                said: time.to_string(),
            })
        })
        .collect();
    let said: Vec<String> = bars
        .iter()
        .map(|bar| format!("{}: {}", bar.label, bar.said))
        .collect();
    Some(Bars {
        title: format!("{} of the {what} {of} are done", totals.claimed),
        description: format!(
            "Bars of what was asked for and what is done. {}.",
            said.join("; ")
        ),
        longest: longest(&bars),
        key: vec![
            key(BarStyle::Hollow, "Asked for"),
            key(BarStyle::Filled, "Done"),
        ],
        table: PlotTable {
            headings: ["Total", "Time"].map(str::to_owned).into(),
            rows: bars
                .iter()
                .map(|bar| vec![bar.label.clone(), bar.said.clone()])
                .collect(),
        },
        bars,
    })
}

/// With its first letter in lower case, to stand in a sentence.
fn lower(label: &str) -> String {
    let mut rest = label.chars();
    rest.next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(rest)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(category: Option<Category>, claimed: u32, excluded: u32) -> CategoryTotal {
        CategoryTotal {
            category,
            totals: Totals {
                claimed: Minutes(claimed),
                excluded: Minutes(excluded),
                ..Totals::default()
            },
            entries: 1,
        }
    }

    fn claimed(minutes: u32) -> Totals {
        Totals {
            claimed: Minutes(minutes),
            ..Totals::default()
        }
    }

    #[test]
    fn the_largest_kind_is_the_finding() {
        let kinds = [
            total(Some(Category::ProgressReview), 0, 60),
            total(None, 100, 0),
            total(Some(Category::Theory), 300, 0),
        ];
        let chart = split(&kinds, claimed(400)).unwrap();
        assert_eq!(
            chart.title,
            "Most of it is teaching of theory: 5 h of 6 h 40"
        );
        assert_eq!(
            chart.description,
            "Bars of the claimed time by kind of learning. Teaching of theory: 5 h; Kind not said: 1 h 40; \
             Progress review: 1 h does not count."
        );
        assert_eq!(chart.longest, Minutes(300));
        assert_eq!(
            chart.table.rows[0],
            ["Teaching of theory", "5 h", "0 min", "0 min"]
        );
        let even = split(
            &[total(None, 100, 0), total(Some(Category::Theory), 100, 0)],
            claimed(200),
        );
        assert!(even.unwrap().title.starts_with("The largest part is "));
        let none = split(&kinds[..1], Totals::default()).unwrap();
        assert_eq!(none.title, "Nothing that was claimed counts yet");
        let only = split(&kinds[2..], claimed(300)).unwrap();
        assert_eq!(only.title, "All of it is teaching of theory");
        assert_eq!(split(&[], Totals::default()), None);
    }

    #[test]
    fn what_is_planned_is_compared_with_and_else_what_is_required() {
        let hours = |hours| Some(Minutes::from_hours(hours));
        let with = |planned| done(hours(557), planned, hours(100), claimed(6_000)).unwrap();
        assert_eq!(
            with(hours(600)).title,
            "100 h of the planned 600 h are done"
        );
        assert_eq!(with(None).title, "100 h of the required 557 h are done");
        let labels: Vec<_> = with(None).bars.into_iter().map(|bar| bar.label).collect();
        assert_eq!(
            labels,
            ["Required", "Expected by today", "Claimed", "Confirmed"]
        );
        assert_eq!(done(None, None, None, claimed(60)), None);
    }
}
