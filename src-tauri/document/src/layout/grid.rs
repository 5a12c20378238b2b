//! Rows with dots under columns.

use super::block::Setter;
use super::figure::{line, plain};
use super::mark::{Mark, Path};
use super::paragraph::Setting;
use super::structure::Element;
use super::style::{ACCENT, Colour, HAIR, HAIRLINE, INK, PAPER, QUIET};
use crate::grid::{Grid, GridColumn, GridRow, GridRowKind};
use crate::length::Length;

/// Corners of what is drawn as a dot: at this size nobody can tell it from a circle.
const CORNERS: u8 = 16;

/// The part of the width that names of rows may take.
const NAMES: (i64, i64) = (38, 100);

/// The parts of a page's height that a drawing may take: the first stands under what introduces it, and each has a
/// caption.
const FIRST: (i64, i64) = (3, 4);
const OTHERS: (i64, i64) = (9, 10);

/// What a heading of rows has above it, and the distance between rows, at 10.5 pt.
const ABOVE_HEADING: i64 = 4_000;
const ROW: i64 = 12_500;

/// Where things stand across the drawing.
pub(super) struct Across {
    /// The width of names.
    names: Length,
    /// Where the first column begins.
    left: Length,
    /// The width of a column.
    step: Length,
    /// Where sums end.
    right: Length,
    /// The first columns of all groups but the first.
    starts: Vec<usize>,
}

impl Across {
    fn centre(&self, column: usize) -> Length {
        let column = i64::try_from(column).unwrap_or(0);
        self.left + self.step * column + self.step / 2
    }

    /// How far a dot reaches: neighbours leave each other's numbers in sight, however narrow columns are.
    fn reach(&self, wanted: Length, least: Length) -> Length {
        wanted.min(self.step.part(48, 100).max(least))
    }
}

/// Neighbouring columns of one group: its name, its first column and how many there are.
fn groups(columns: &[GridColumn]) -> Vec<(&str, usize, usize)> {
    let mut groups: Vec<(&str, usize, usize)> = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        match groups.last_mut() {
            Some((name, _, count)) if *name == column.group => *count += 1,
            _ => groups.push((&column.group, place, 1)),
        }
    }
    groups
}

fn add(parts: &mut [Vec<GridRow>], row: GridRow) {
    if let Some(part) = parts.last_mut() {
        part.push(row);
    }
}

/// Rows divided so that those of each drawing have room. A heading stands above a row of its own, and again where its
/// rows go on.
fn divided(
    rows: &[GridRow],
    row: Length,
    above: Length,
    room: (Length, Length),
) -> Vec<Vec<GridRow>> {
    let height = |one: &GridRow| match one.kind {
        GridRowKind::Heading => row + above,
        _ => row,
    };
    let mut parts: Vec<Vec<GridRow>> = vec![Vec::new()];
    let mut left = room.0;
    let mut heading: Option<&GridRow> = None;
    for one in rows {
        let wanted = height(one);
        let with_next = match one.kind {
            GridRowKind::Heading => wanted + row,
            _ => wanted,
        };
        if with_next > left && parts.last().is_some_and(|part| !part.is_empty()) {
            parts.push(Vec::new());
            left = room.1;
            if let (GridRowKind::Filled, Some(heading)) = (one.kind, heading) {
                left -= height(heading);
                let label = format!("{}, continued", heading.label);
                add(
                    &mut parts,
                    GridRow {
                        label,
                        ..heading.clone()
                    },
                );
            }
        }
        if one.kind == GridRowKind::Heading {
            heading = Some(one);
        }
        left -= wanted;
        add(&mut parts, one.clone());
    }
    parts
}

impl Setter<'_, '_> {
    /// The drawings that a grid takes: one, unless a page has no room for it.
    pub(super) fn grid_parts(&self, grid: &Grid) -> Vec<Grid> {
        let (row, above) = (self.style.scaled(ROW), self.style.scaled(ABOVE_HEADING));
        let room = |part: (i64, i64)| self.style.height.part(part.0, part.1) - row * 2;
        let parts = divided(&grid.rows, row, above, (room(FIRST), room(OTHERS)));
        let parts = parts.into_iter().enumerate();
        parts
            .map(|(place, rows)| Grid {
                description: if place == 0 {
                    grid.description.clone()
                } else {
                    grid.continued.clone()
                },
                rows,
                ..grid.clone()
            })
            .collect()
    }

    pub(super) fn grid_marks(
        &mut self,
        grid: &Grid,
        across: &Across,
        element: Element,
        width: Length,
    ) -> (Length, Vec<Mark>) {
        let small = self.grid_label(width);
        let mut marks = Vec::new();
        let mut y = self.grid_head(grid, across, &small, element, &mut marks);
        for row in &grid.rows {
            if row.kind == GridRowKind::Heading {
                y += self.style.scaled(ABOVE_HEADING);
            }
            self.grid_row(row, across, &small, element, y, &mut marks);
            y += small.leading;
            let rule = vec![(Length::ZERO, y), (width, y)];
            marks.push(line(rule, plain(HAIR, HAIRLINE), element));
        }
        (y + Length::points(2), marks)
    }

    /// A name is one line, whatever its length: what has no room is cut with an ellipsis.
    fn grid_label(&self, width: Length) -> Setting {
        self.label(width * 8, 8_000, ROW)
    }

    /// Names take what they need, up to a limit; columns share what is left, and never stand far apart. All drawings
    /// of one grid have the same columns.
    pub(super) fn grid_across(&mut self, grid: &Grid, element: Element, width: Length) -> Across {
        let small = &self.grid_label(width);
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
            starts: groups(&grid.columns)
                .iter()
                .skip(1)
                .map(|(_, start, _)| *start)
                .collect(),
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
        for (place, column) in grid.columns.iter().enumerate() {
            let (words, wide) = self.tick(&column.label, small, QUIET, element);
            // Names that would run into one another are left out; the first of each group stands.
            if wide <= across.step {
                let x = across.centre(place) - wide / 2;
                marks.extend(words.into_iter().map(|mark| mark.moved(x, small.leading)));
            }
        }
        for (name, start, columns) in groups(&grid.columns) {
            let (words, wide) = self.tick(name, small, INK, element);
            let x = across.centre(start) - across.step / 2;
            let last = start + columns == grid.columns.len();
            let end = if last {
                across.right
            } else {
                across.centre(start + columns) - across.step / 2
            };
            // A year of a month or two is left out sooner than the year after it.
            if x + wide <= end {
                marks.extend(words.into_iter().map(|mark| mark.moved(x, Length::ZERO)));
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
        for start in across.starts.iter().filter(|_| !heading) {
            let x = across.centre(*start) - across.step / 2;
            let rule = vec![(x, y), (x, y + small.leading)];
            marks.push(line(rule, plain(HAIR, HAIRLINE), element));
        }
        self.dots(row, across, small, element, y, marks);
    }

    /// One is a small dot; more are a large one with their number.
    fn dots(
        &mut self,
        row: &GridRow,
        across: &Across,
        small: &Setting,
        element: Element,
        y: Length,
        marks: &mut Vec<Mark>,
    ) {
        let middle = y + small.leading / 2;
        let hollow = row.kind == GridRowKind::Hollow;
        for (column, count) in &row.dots {
            let at = (across.centre(*column), middle);
            let wanted = self.style.scaled(if *count > 1 { 5_200 } else { 2_600 });
            let radius = across.reach(wanted, self.style.scaled(3_400));
            marks.push(Mark::Path(Path {
                points: circle(at, radius),
                fill: Some(if hollow { PAPER } else { ACCENT }),
                stroke: hollow.then(|| plain(INK, self.style.scaled(900))),
                element: Some(element),
            }));
            if *count > 1 {
                let setting = Setting {
                    size: self.style.scaled(6_800).min(radius.part(17, 10)),
                    bold: true,
                    ..*small
                };
                let colour: Colour = if hollow { INK } else { PAPER };
                let (words, wide) = self.tick(&count.to_string(), &setting, colour, element);
                marks.extend(words.into_iter().map(|mark| mark.moved(at.0 - wide / 2, y)));
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn row(label: &str, kind: GridRowKind) -> GridRow {
        GridRow {
            label: label.to_owned(),
            kind,
            ..GridRow::default()
        }
    }

    fn labels(rows: &[GridRow], first: i64, others: i64) -> Vec<Vec<String>> {
        let (row, above) = (Length::points(10), Length::points(5));
        let room = (Length::points(first), Length::points(others));
        let parts = divided(rows, row, above, room);
        let part = |part: Vec<GridRow>| part.into_iter().map(|row| row.label).collect();
        parts.into_iter().map(part).collect()
    }

    #[test]
    fn rows_that_have_no_room_go_on_under_their_heading() {
        let rows = [
            row("Module", GridRowKind::Heading),
            row("a", GridRowKind::Filled),
            row("b", GridRowKind::Filled),
            row("c", GridRowKind::Filled),
            row("Without theory", GridRowKind::Hollow),
        ];
        assert_eq!(labels(&rows, 55, 55).len(), 1);
        assert_eq!(
            labels(&rows, 35, 35),
            [
                vec!["Module", "a", "b"],
                vec!["Module, continued", "c", "Without theory"]
            ]
        );
        assert_eq!(labels(&rows, 45, 35)[1], ["Without theory"]);
    }

    #[test]
    fn a_heading_never_stands_without_a_row_of_its_own() {
        let rows = [
            row("a", GridRowKind::Filled),
            row("Module", GridRowKind::Heading),
            row("b", GridRowKind::Filled),
        ];
        assert_eq!(labels(&rows, 30, 30), [vec!["a"], vec!["Module", "b"]]);
    }

    #[test]
    fn neighbours_of_one_year_are_one_group() {
        let of = |year: &str| GridColumn {
            group: year.to_owned(),
            ..GridColumn::default()
        };
        let columns = [of("2024"), of("2025"), of("2025")];
        assert_eq!(groups(&columns), [("2024", 0, 1), ("2025", 1, 2)]);
    }

    #[test]
    fn dots_of_narrow_columns_do_not_cover_one_another() {
        let across = |step| Across {
            names: Length::ZERO,
            left: Length::ZERO,
            step: Length::points(step),
            right: Length::points(100),
            starts: Vec::new(),
        };
        let reach = |step| across(step).reach(Length::points(5), Length::points(3));
        assert_eq!(reach(20), Length::points(5));
        assert_eq!(reach(8), Length::thousandths(3_840));
        assert_eq!(reach(2), Length::points(3), "a number can be read");
    }
}
