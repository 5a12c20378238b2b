//! Rows with dots under columns.

use super::block::Setter;
use super::figure::{line, plain};
use super::mark::{Mark, Path};
use super::paragraph::Setting;
use super::structure::Element;
use super::style::{ACCENT, Colour, HAIR, HAIRLINE, INK, PAPER, QUIET};
use crate::grid::{Grid, GridRow, GridRowKind};
use crate::length::Length;

/// Corners of what is drawn as a dot: at this size nobody can tell it from a circle.
const CORNERS: u8 = 16;

/// The part of the width that names of rows may take.
const NAMES: (i64, i64) = (38, 100);

/// Where things stand across the drawing.
struct Across {
    /// The width of names.
    names: Length,
    /// Where the first column begins.
    left: Length,
    /// The width of a column.
    step: Length,
    /// Where sums end.
    right: Length,
}

impl Across {
    fn centre(&self, column: usize) -> Length {
        let column = i64::try_from(column).unwrap_or(0);
        self.left + self.step * column + self.step / 2
    }
}

impl Setter<'_, '_> {
    pub(super) fn grid_marks(
        &mut self,
        grid: &Grid,
        element: Element,
        width: Length,
    ) -> (Length, Vec<Mark>) {
        // A name is one line, whatever its length: what has no room is cut with an ellipsis.
        let small = self.label(width * 8, 8_000, 12_500);
        let across = self.across(grid, &small, element, width);
        let mut marks = Vec::new();
        let mut y = self.grid_head(grid, &across, &small, element, &mut marks);
        for row in &grid.rows {
            if row.kind == GridRowKind::Heading {
                y += self.style.scaled(4_000);
            }
            self.grid_row(row, &across, &small, element, y, &mut marks);
            y += small.leading;
            let rule = vec![(Length::ZERO, y), (width, y)];
            marks.push(line(rule, plain(HAIR, HAIRLINE), element));
        }
        (y + Length::points(2), marks)
    }

    /// Names take what they need, up to a limit; columns share what is left, and never stand far apart.
    fn across(&mut self, grid: &Grid, small: &Setting, element: Element, width: Length) -> Across {
        let gap = self.style.scaled(6_000);
        let widest = |setter: &mut Self, text: &dyn Fn(&GridRow) -> &str| {
            let widths = grid
                .rows
                .iter()
                .map(|row| setter.tick(text(row), small, INK, element).1);
            widths.max().unwrap_or_default()
        };
        let names = widest(self, &|row| &row.label).min(width.part(NAMES.0, NAMES.1));
        let sums = widest(self, &|row| &row.sum);
        let left = names + gap;
        let columns = i64::try_from(grid.columns.len().max(1)).unwrap_or(1);
        let step = ((width - left - gap - sums) / columns).min(self.style.scaled(26_000));
        Across {
            names,
            left,
            step,
            right: width,
        }
    }

    /// Groups and columns by name; returns where the rows begin.
    fn grid_head(
        &mut self,
        grid: &Grid,
        across: &Across,
        small: &Setting,
        element: Element,
        marks: &mut Vec<Mark>,
    ) -> Length {
        let mut group = "";
        let mut free = Length::ZERO;
        for (place, column) in grid.columns.iter().enumerate() {
            let (words, wide) = self.tick(&column.label, small, QUIET, element);
            // Names that would run into one another are left out; the first of each group stands.
            if wide <= across.step {
                let x = across.centre(place) - wide / 2;
                marks.extend(words.into_iter().map(|mark| mark.moved(x, small.leading)));
            }
            if column.group != group {
                group = &column.group;
                let x = across.centre(place) - across.step / 2;
                let (words, wide) = self.tick(group, small, INK, element);
                if x >= free {
                    marks.extend(words.into_iter().map(|mark| mark.moved(x, Length::ZERO)));
                    free = x + wide + Length::points(3);
                }
            }
        }
        let y = small.leading * 2;
        let rule = vec![(Length::ZERO, y), (across.right, y)];
        marks.push(line(rule, plain(QUIET, HAIRLINE), element));
        y
    }

    fn grid_row(
        &mut self,
        row: &GridRow,
        across: &Across,
        small: &Setting,
        element: Element,
        y: Length,
        marks: &mut Vec<Mark>,
    ) {
        let heading = row.kind == GridRowKind::Heading;
        let setting = Setting {
            bold: heading,
            ..*small
        };
        let room = if heading { across.right } else { across.names };
        let words = self.shortened(&row.label, &setting, element, room);
        marks.extend(words.into_iter().map(|mark| mark.moved(Length::ZERO, y)));
        let (words, wide) = self.tick(&row.sum, small, INK, element);
        let x = across.right - wide;
        marks.extend(words.into_iter().map(|mark| mark.moved(x, y)));
        let middle = y + small.leading / 2;
        for (column, count) in &row.dots {
            let at = (across.centre(*column), middle);
            self.dot(at, *count, row.kind, small, element, marks);
        }
    }

    /// One is a small dot; more are a large one with their number.
    fn dot(
        &mut self,
        at: (Length, Length),
        count: u32,
        kind: GridRowKind,
        small: &Setting,
        element: Element,
        marks: &mut Vec<Mark>,
    ) {
        let radius = self.style.scaled(if count > 1 { 5_200 } else { 2_600 });
        let hollow = kind == GridRowKind::Hollow;
        marks.push(Mark::Path(Path {
            points: circle(at, radius),
            fill: Some(if hollow { PAPER } else { ACCENT }),
            stroke: hollow.then(|| plain(INK, self.style.scaled(900))),
            element: Some(element),
        }));
        if count > 1 {
            let setting = Setting {
                size: self.style.scaled(6_800),
                bold: true,
                ..*small
            };
            let colour: Colour = if hollow { INK } else { PAPER };
            let (words, wide) = self.tick(&count.to_string(), &setting, colour, element);
            let (x, y) = (at.0 - wide / 2, at.1 - small.leading / 2);
            marks.extend(words.into_iter().map(|mark| mark.moved(x, y)));
        }
    }

    /// A name that is cut with an ellipsis where it has no room. The whole name stands in the table beneath.
    fn shortened(
        &mut self,
        name: &str,
        setting: &Setting,
        element: Element,
        room: Length,
    ) -> Vec<Mark> {
        let (words, wide) = self.tick(name, setting, INK, element);
        if wide <= room {
            return words;
        }
        let letters: Vec<char> = name.chars().collect();
        // The longest beginning that has room: halving finds it in a few settings.
        let (mut fits, mut too_long) = (0, letters.len());
        let mut best = Vec::new();
        while too_long - fits > 1 {
            let middle = usize::midpoint(fits, too_long);
            let cut: String = letters[..middle].iter().collect();
            let (words, wide) = self.tick(&format!("{}…", cut.trim_end()), setting, INK, element);
            if wide <= room {
                (fits, best) = (middle, words);
            } else {
                too_long = middle;
            }
        }
        best
    }
}

fn circle(at: (Length, Length), radius: Length) -> Vec<(Length, Length)> {
    let reach = radius.as_thousandths() as f64;
    let part = |share: f64| Length::thousandths((reach * share).round() as i64);
    (0..CORNERS)
        .map(|corner| {
            let turn = f64::from(corner) / f64::from(CORNERS) * std::f64::consts::TAU;
            (at.0 + part(turn.cos()), at.1 + part(turn.sin()))
        })
        .collect()
}
