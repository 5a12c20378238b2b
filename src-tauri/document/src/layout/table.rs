//! Tables.

use super::block::Setter;
use super::mark::{Cell, Mark, Strip, tallest};
use super::paragraph::{Edge, Setting};
use super::structure::{Element, Role};
use super::style::{HAIR, HAIRLINE, INK, QUIET};
use crate::font::Face;
use crate::length::Length;
use crate::markdown::Alignment;
use crate::outline::{Block, Row, Run, Table, Text};
use std::sync::Arc;

/// Narrower columns than this hold no words; a table that would have them is set as a list of its
/// rows instead.
const NARROWEST: Length = Length::points(26);

impl Setter<'_, '_> {
    pub(super) fn table(&mut self, table: &Table, parent: Element, width: Length) -> Vec<Strip> {
        let count = table.columns.len();
        if count == 0 {
            return Vec::new();
        }
        if NARROWEST * count as i64 > width {
            return self.rows_as_lists(table, parent, width);
        }
        let gap = self.style.scaled(10_000);
        let widths = self.column_widths(table, width - gap * (count as i64 - 1));
        let mut places = Vec::with_capacity(count);
        let mut x = Length::ZERO;
        for column in &widths {
            places.push((x, *column));
            x += *column + gap;
        }

        let element = self.structure.add(
            parent,
            Role::Table {
                summary: table.summary.clone(),
            },
        );
        let mut head = self.table_head(table, &places, element, width);
        let header_height = head.height;
        let mut repeated = Vec::new();
        flatten(&head, &mut repeated);
        let header = Arc::new(repeated);

        let mut strips = Vec::with_capacity(table.rows.len() + 1);
        head.above = self.style.scaled(9_000);
        head.keep = true;
        let has_head = table
            .columns
            .iter()
            .any(|column| !column.heading.is_empty());
        if has_head {
            strips.push(head);
        }
        for row in &table.rows {
            let mut strip = self.table_row(table, row, &places, element, width);
            if has_head {
                strip.header = Some(Arc::clone(&header));
                strip.header_height = header_height;
            }
            strips.push(strip);
        }
        // Neither the first row nor the last stands alone, and a total stays with what it sums.
        let last = strips.len();
        if table.rows.len() > 2 {
            strips[last - 2].keep = true;
            strips[usize::from(has_head)].keep = true;
        }
        for (place, row) in table.rows.iter().enumerate() {
            let strip = place + usize::from(has_head);
            if row.total && strip > 0 {
                strips[strip - 1].keep = true;
            }
        }
        if !has_head && let Some(first) = strips.first_mut() {
            first.above = self.style.scaled(9_000);
        }
        // White space after the table, as before it.
        if let Some(last) = strips.last_mut() {
            last.keep = false;
        }
        strips.push(Strip::new(self.style.scaled(4_000), Vec::new()));
        strips
    }

    fn table_head(
        &mut self,
        table: &Table,
        places: &[(Length, Length)],
        element: Element,
        width: Length,
    ) -> Strip {
        let row = self.structure.add(element, Role::Row);
        let mut cells = Vec::with_capacity(places.len());
        for (column, (x, column_width)) in table.columns.iter().zip(places) {
            let cell = self.structure.add(row, Role::ColumnHead);
            let setting = Setting {
                bold: true,
                colour: QUIET,
                edge: edge(column.alignment),
                ..self.label(*column_width, 8_300, 11_500)
            };
            cells.push(Cell {
                x: *x,
                strips: self.cell_lines(Some(&column.heading), &setting, cell),
            });
        }
        let tallest = tallest(&cells);
        // Headings stand on the rule below them, however many lines each has.
        for cell in &mut cells {
            let short = tallest - cell.height();
            if short > Length::ZERO {
                cell.strips.insert(0, Strip::new(short, Vec::new()));
            }
        }
        let pad = self.style.scaled(3_000);
        let thickness = Length::thousandths(900);
        Strip {
            height: tallest + pad * 2 + thickness,
            pad,
            marks: vec![Mark::Foot {
                x: Length::ZERO,
                width,
                thickness,
                colour: INK,
            }],
            cells: Some(cells),
            ..Strip::default()
        }
    }

    fn table_row(
        &mut self,
        table: &Table,
        row: &Row,
        places: &[(Length, Length)],
        element: Element,
        width: Length,
    ) -> Strip {
        let tag = self.structure.add(element, Role::Row);
        let mut cells = Vec::with_capacity(places.len());
        for (place, (x, column_width)) in places.iter().enumerate() {
            let cell = self.structure.add(tag, Role::Cell);
            let setting = Setting {
                bold: row.total,
                edge: edge(table.columns[place].alignment),
                hyphenate: true,
                ..self.label(*column_width, 8_800, 12_500)
            };
            let strips = self.cell_lines(row.cells.get(place), &setting, cell);
            cells.push(Cell { x: *x, strips });
        }
        let pad = self.style.scaled(if table.close { 1_700 } else { 3_800 });
        let mut marks = Vec::new();
        if let Some(anchor) = &row.anchor {
            marks.push(Mark::Anchor {
                name: anchor.clone(),
                y: Length::ZERO,
            });
        }
        if row.total {
            marks.push(Mark::Rectangle {
                x: Length::ZERO,
                y: -HAIRLINE,
                width,
                height: Length::thousandths(900),
                colour: QUIET,
            });
        }
        marks.push(Mark::Foot {
            x: Length::ZERO,
            width,
            thickness: HAIRLINE,
            colour: HAIR,
        });
        let least = self.style.scaled(12_500);
        Strip {
            height: tallest(&cells).max(least) + pad * 2 + HAIRLINE,
            pad,
            marks,
            cells: Some(cells),
            ..Strip::default()
        }
    }

    /// The width of each column: by its share where one is given, else by what stands in it.
    fn column_widths(&mut self, table: &Table, available: Length) -> Vec<Length> {
        let shares: i64 = table
            .columns
            .iter()
            .map(|column| i64::from(column.share))
            .sum();
        if shares > 0 && table.columns.iter().all(|column| column.share > 0) {
            return table
                .columns
                .iter()
                .map(|column| available.part(i64::from(column.share), shares))
                .collect();
        }
        let size = self.style.scaled(8_800);
        let mut least = Vec::with_capacity(table.columns.len());
        let mut whole = Vec::with_capacity(table.columns.len());
        for (place, column) in table.columns.iter().enumerate() {
            let texts = table.rows.iter().filter_map(|row| row.cells.get(place));
            let (mut word_most, mut line_most) = (0, 0);
            for text in std::iter::once(&column.heading).chain(texts) {
                let words = text.words();
                let mut line = 0;
                for word in words.split_whitespace() {
                    let width = self.shaper.width(Face::SansBold, word);
                    word_most = word_most.max(width);
                    line += width + 260;
                }
                line_most = line_most.max(line);
            }
            let word = size.ems(word_most) + Length::points(1);
            least.push(word.min(available / 3).max(Length::points(12)));
            whole.push(size.ems(line_most).max(word).max(Length::points(12)));
        }
        let whole_sum: Length = whole.iter().copied().sum();
        let least_sum: Length = least.iter().copied().sum();
        let part = |length: Length, of: Length| {
            available.part(length.as_thousandths(), of.as_thousandths())
        };
        if whole_sum <= available {
            return whole.iter().map(|width| part(*width, whole_sum)).collect();
        }
        if least_sum >= available {
            return least.iter().map(|width| part(*width, least_sum)).collect();
        }
        let spare = available - least_sum;
        // A column of long sentences wants far more than one of short ones, but not in proportion.
        let wish = |place: usize| {
            let more = (whole[place] - least[place]).as_points().max(0) as f64;
            (more.sqrt() * 1000.0) as i64
        };
        let wishes: i64 = (0..least.len()).map(wish).sum();
        (0..least.len())
            .map(|place| least[place] + spare.part(wish(place), wishes.max(1)))
            .collect()
    }

    /// A table with too many columns for the page: each row as a list of what stands in it.
    fn rows_as_lists(&mut self, table: &Table, parent: Element, width: Length) -> Vec<Strip> {
        let blocks: Vec<Block> = table
            .rows
            .iter()
            .map(|row| {
                let mut text = Text::new();
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    if cell.is_empty() {
                        continue;
                    }
                    if !text.is_empty() {
                        text = text.plain("; ");
                    }
                    text.0.extend(column.heading.clone().in_bold().0);
                    text = text.run(Run::plain(": "));
                    text.0.extend(cell.0.iter().cloned());
                }
                Block::paragraph(text)
            })
            .collect();
        self.blocks(&blocks, parent, width)
    }
}

fn edge(alignment: Alignment) -> Edge {
    match alignment {
        Alignment::Start => Edge::Start,
        Alignment::Centre => Edge::Centre,
        Alignment::End => Edge::End,
    }
}

/// The marks of the head as they are repeated: drawn again, but no part of the text.
pub(super) fn flatten(head: &Strip, out: &mut Vec<Mark>) {
    let plain = |mark: &Mark| match mark {
        Mark::Words(words) => {
            let mut words = words.clone();
            words.element = None;
            Some(Mark::Words(words))
        }
        Mark::Foot {
            x,
            width,
            thickness,
            colour,
        } => Some(Mark::Rectangle {
            x: *x,
            y: head.height - *thickness,
            width: *width,
            height: *thickness,
            colour: *colour,
        }),
        _ => None,
    };
    out.extend(head.marks.iter().filter_map(plain));
    for cell in head.cells.iter().flatten() {
        let mut reach = head.pad;
        for strip in &cell.strips {
            let marks = strip.marks.iter().filter_map(plain);
            out.extend(marks.map(|mark| mark.moved(cell.x, reach)));
            reach += strip.height;
        }
    }
}
