//! A line chart as data: drawn in the PDF by the layout, and by the window from the same
//! values.
//!
//! Positions are in whatever units the caller counts in (days, minutes): only the ends of the two
//! [`Axis`] values give them a place on paper.

/// A line chart of one quantity against another.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// What the chart shows, as a finding: "12 hours behind an even pace".
    pub title: String,
    /// The same in words, for a person who does not see the chart.
    pub description: String,
    /// The horizontal axis.
    pub across: Axis,
    /// The vertical axis.
    pub up: Axis,
    /// The lines, drawn in this order.
    pub lines: Vec<Line>,
    /// Stretches of the horizontal axis that are set apart, such as breaks in learning.
    pub bands: Vec<Band>,
    /// A place on the horizontal axis that is pointed out, such as today.
    pub marker: Option<Marker>,
}

/// One axis: where it begins and ends, and what is written along it.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The value at the left or the foot.
    pub from: f64,
    /// The value at the right or the top.
    pub to: f64,
    /// The marks, in order.
    pub ticks: Vec<Tick>,
}

/// A mark on an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub at: f64,
    /// What is written there.
    pub label: String,
}

/// One line of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its name in the key.
    pub label: String,
    /// How it is drawn. Lines differ in style and not in colour alone, for readers who do not see
    /// colour and for paper that does not carry it.
    pub style: LineStyle,
    /// Its points, from left to right.
    pub points: Vec<(f64, f64)>,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineStyle {
    /// Strong and unbroken: what happened.
    Solid,
    /// Dashes: what was planned or expected.
    Dashed,
    /// Dots: a limit or a forecast.
    Dotted,
}

/// A stretch of the horizontal axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Its name.
    pub label: String,
}

/// A place on the horizontal axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Marker {
    /// Where it stands.
    pub at: f64,
    /// Its name.
    pub label: String,
}

impl From<&aftershift_domain::progress::Plot> for Plot {
    /// The chart of progress that the window draws from the same values.
    fn from(plot: &aftershift_domain::progress::Plot) -> Self {
        let ticks = |ticks: &[aftershift_domain::progress::Tick]| {
            ticks
                .iter()
                .map(|tick| Tick {
                    at: tick.at.into(),
                    label: tick.label.clone(),
                })
                .collect()
        };
        Self {
            title: plot.title.clone(),
            description: plot.description.clone(),
            across: Axis {
                from: 0.0,
                to: plot.x_max.into(),
                ticks: ticks(&plot.x_ticks),
            },
            up: Axis {
                from: 0.0,
                to: plot.y_max.into(),
                ticks: ticks(&plot.y_ticks),
            },
            lines: plot
                .lines
                .iter()
                .map(|line| Line {
                    label: line.label.clone(),
                    style: match line.style {
                        aftershift_domain::progress::LineStyle::Solid => LineStyle::Solid,
                        aftershift_domain::progress::LineStyle::Dashed => LineStyle::Dashed,
                        aftershift_domain::progress::LineStyle::Dotted => LineStyle::Dotted,
                    },
                    points: line
                        .points
                        .iter()
                        .map(|at| (at.x.into(), at.y.into()))
                        .collect(),
                })
                .collect(),
            bands: plot
                .bands
                .iter()
                .map(|band| Band {
                    from: band.from.into(),
                    to: band.to.into(),
                    label: band.label.clone(),
                })
                .collect(),
            marker: plot.marker.as_ref().map(|marker| Marker {
                at: marker.at.x.into(),
                label: marker.label.clone(),
            }),
        }
    }
}
