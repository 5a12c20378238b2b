//! Registers: entries set small and close, in the manner of a ledger.

use super::block::Setter;
use super::mark::{Cell, Mark, Strip, tallest};
use super::paragraph::{Edge, Setting};
use super::structure::{Element, Role, Structure};
use super::style::{GROUND, HAIR, HAIRLINE, INK, QUIET, Style};
use super::table::flatten;
use crate::length::Length;
use crate::outline::{
    Block, Register, RegisterEntry, RegisterGroup, RegisterHeadings, RegisterSum, Text,
};
use std::sync::Arc;

/// Two texts stand side by side if each has at least so many ems of its size to the line; in narrower
/// columns, as in large print, one stands under the other.
const LEAST_EMS: i64 = 20;

/// A text alone has at most so many ems to the line: longer lines are hard to follow.
const MOST_EMS: i64 = 40;

/// An entry that is taller than this part of the page is divided where the page ends.
const DIVIDED_FROM: i64 = 4;

/// Where the columns are.
struct Columns {
    width: Length,
    number: Length,
    when: Length,
    /// The left edge of titles, texts and remarks.
    main: Length,
    /// The width of each figure.
    figure: Length,
    figures: usize,
    gap: Length,
    /// The two texts: where each begins, and how wide it is.
    texts: [(Length, Length); 2],
    /// How many texts there are.
    count: usize,
    side_by_side: bool,
}

impl Columns {
    fn new(register: &Register, style: &Style, width: Length) -> Self {
        let figures = register.headings.figures.len();
        let gap = style.scaled(8_000);
        let number = style.scaled(23_000);
        let when = style.scaled(50_000);
        let main = number + when + gap * 2;
        let between = style.scaled(14_000);
        let half = (width - main - between) / 2;
        let size = style.compact().body;
        let one = register.headings.texts[1].is_empty();
        let side_by_side = half >= size * LEAST_EMS && !one;
        let texts = if side_by_side {
            [(main, half), (main + half + between, half)]
        } else {
            [(main, (width - main).min(size * MOST_EMS)); 2]
        };
        Self {
            width,
            number,
            when,
            main,
            figure: style.scaled(42_000),
            figures,
            gap,
            texts,
            count: if one { 1 } else { 2 },
            side_by_side,
        }
    }

    fn when_at(&self) -> Length {
        self.number + self.gap
    }

    /// The left edge of a figure's column.
    fn figure_at(&self, place: usize) -> Length {
        let after = (self.figures - place) as i64;
        self.width - self.figure * after - self.gap * (after - 1)
    }

    /// The width of what stands left of the figures.
    fn title_width(&self) -> Length {
        if self.figures == 0 {
            self.width - self.main
        } else {
            self.figure_at(0) - self.gap - self.main
        }
    }
}

/// The cells of one row for a screen reader, however many lines it takes to show them.
struct Row {
    number: Element,
    when: Element,
    title: Element,
    figures: Vec<Element>,
    texts: Vec<Element>,
}

impl Setter<'_, '_> {
    pub(super) fn register(
        &mut self,
        register: &Register,
        parent: Element,
        width: Length,
    ) -> Vec<Strip> {
        let columns = Columns::new(register, self.style, width);
        let summary = register.summary.clone();
        let table = self.structure.add(parent, Role::Table { summary });
        let mut head = self.register_head(register, &columns, table);
        let mut repeated = Vec::new();
        flatten(&head, &mut repeated);
        let header = (Arc::new(repeated), head.height);
        head.above = self.style.scaled(9_000);
        head.keep = true;

        let mut strips = vec![head];
        for group in &register.groups {
            strips.extend(self.group(group, &register.headings, &columns, table, &header));
        }
        if let Some(total) = &register.total {
            if let Some(last) = strips.last_mut() {
                last.keep = true;
            }
            let mut row = self.sum_row(total, &columns, table);
            (row.header, row.header_height) = (Some(Arc::clone(&header.0)), header.1);
            strips.push(row);
        }
        strips.push(Strip::new(self.style.scaled(4_000), Vec::new()));
        strips
    }

    /// A row of the table, with a cell for each column.
    fn row(&mut self, table: Element, columns: &Columns, head: bool) -> Row {
        let row = self.structure.add(table, Role::Row);
        let (name, other) = if head {
            (Role::ColumnHead, Role::ColumnHead)
        } else {
            (Role::RowHead, Role::Cell)
        };
        let mut cell = |role: &Role| self.structure.add(row, role.clone());
        Row {
            number: cell(&name),
            when: cell(&other),
            title: cell(&other),
            figures: (0..columns.figures).map(|_| cell(&other)).collect(),
            texts: (0..columns.count).map(|_| cell(&other)).collect(),
        }
    }

    fn register_head(&mut self, register: &Register, columns: &Columns, table: Element) -> Strip {
        let row = self.row(table, columns, true);
        let headings = &register.headings;
        let setting = |setter: &Self, width, edge| Setting {
            bold: true,
            colour: QUIET,
            hyphenate: false,
            edge,
            ..setter.label(width, 7_600, 10_500)
        };
        let mut cells = Vec::new();
        let mut put = |setter: &mut Self, text: &Text, element, (x, width), edge, down: Length| {
            let setting = setting(setter, width, edge);
            let mut strips = setter.cell_lines(Some(text), &setting, element);
            if down > Length::ZERO {
                strips.insert(0, Strip::new(down, Vec::new()));
            }
            cells.push(Cell { x, strips });
        };
        let first = Length::ZERO;
        let second = self.style.scaled(10_500);
        let (start, end) = (Edge::Start, Edge::End);
        let number = (Length::ZERO, columns.number);
        put(self, &headings.number, row.number, number, start, first);
        let when = (columns.when_at(), columns.when);
        put(self, &headings.when, row.when, when, start, first);
        let title = (columns.main, columns.title_width());
        put(self, &headings.title, row.title, title, start, first);
        for (place, text) in headings.figures.iter().enumerate() {
            let figure = (columns.figure_at(place), columns.figure);
            put(self, text, row.figures[place], figure, end, first);
        }
        for (place, text) in headings.texts.iter().enumerate() {
            if text.is_empty() {
                continue;
            }
            let down = match (columns.side_by_side, place) {
                (false, 1) => second * 2,
                _ => second,
            };
            put(
                self,
                text,
                row.texts[place],
                columns.texts[place],
                start,
                down,
            );
        }
        let pad = self.style.scaled(2_000);
        let thickness = Length::thousandths(900);
        Strip {
            height: tallest(&cells) + pad * 2 + thickness,
            pad,
            marks: vec![Mark::Foot {
                x: Length::ZERO,
                width: columns.width,
                thickness,
                colour: INK,
            }],
            cells: Some(cells),
            ..Strip::default()
        }
    }

    /// The band that names a group, and its entries. A group without a name has no band.
    fn group(
        &mut self,
        group: &RegisterGroup,
        headings: &RegisterHeadings,
        columns: &Columns,
        table: Element,
        header: &(Arc<Vec<Mark>>, Length),
    ) -> Vec<Strip> {
        let mut strips = Vec::new();
        let (mut repeated, mut height) = (Arc::clone(&header.0), header.1);
        if !group.title.is_empty() {
            let mut band = self.band(group, columns, table);
            (band.header, band.header_height) = (Some(Arc::clone(&header.0)), header.1);
            strips.push(band);
            let continued = self.continued(group, columns);
            height += continued.height;
            let mut marks = header.0.to_vec();
            let mut below = Vec::new();
            flatten(&continued, &mut below);
            let ground = continued.marks.into_iter().chain(below);
            marks.extend(ground.map(|mark| mark.moved(Length::ZERO, header.1)));
            repeated = Arc::new(marks);
        }
        for entry in &group.entries {
            for mut strip in self.entry(entry, headings, columns, table) {
                (strip.header, strip.header_height) = (Some(Arc::clone(&repeated)), height);
                strips.push(strip);
            }
        }
        strips
    }

    fn band_setting(&self, width: Length, edge: Edge) -> Setting {
        Setting {
            bold: true,
            hyphenate: false,
            edge,
            ..self.label(width, 8_400, 11_500)
        }
    }

    fn ground(&self, columns: &Columns, height: Length) -> Mark {
        Mark::Rectangle {
            x: Length::ZERO,
            y: Length::ZERO,
            width: columns.width,
            height,
            colour: GROUND,
        }
    }

    fn band(&mut self, group: &RegisterGroup, columns: &Columns, table: Element) -> Strip {
        let label = Text::from(group.title.as_str());
        let mut strip = self.named_row(&label, &group.figures, columns, table);
        strip.marks.push(self.ground(columns, strip.height));
        if let Some(anchor) = &group.anchor {
            strip.marks.push(Mark::Anchor {
                name: anchor.clone(),
                y: Length::ZERO,
            });
        }
        strip.marks.push(Mark::Bookmark {
            level: 2,
            title: group.title.clone(),
            y: Length::ZERO,
        });
        strip.keep = true;
        strip
    }

    /// What names the group on the pages on which it goes on: drawn, but no part of the text.
    fn continued(&mut self, group: &RegisterGroup, columns: &Columns) -> Strip {
        let nowhere = self.structure.add(Structure::ROOT, Role::Paragraph);
        let text = Text::new().plain(group.title.clone()).plain(", continued");
        let setting = Setting {
            colour: QUIET,
            bold: false,
            ..self.band_setting(columns.width, Edge::Start)
        };
        let strips = self.cell_lines(Some(&text), &setting, nowhere);
        let x = self.style.scaled(4_000);
        let cells = vec![Cell { x, strips }];
        let pad = self.style.scaled(2_500);
        let height = tallest(&cells) + pad * 2;
        Strip {
            height,
            pad,
            marks: vec![self.ground(columns, height)],
            cells: Some(cells),
            ..Strip::default()
        }
    }

    fn sum_row(&mut self, sum: &RegisterSum, columns: &Columns, table: Element) -> Strip {
        let mut strip = self.named_row(&sum.label, &sum.figures, columns, table);
        strip.marks.push(Mark::Rectangle {
            x: Length::ZERO,
            y: -HAIRLINE,
            width: columns.width,
            height: Length::thousandths(900),
            colour: INK,
        });
        strip.marks.push(Mark::Foot {
            x: Length::ZERO,
            width: columns.width,
            thickness: Length::thousandths(900),
            colour: INK,
        });
        strip
    }

    /// A row of a name and figures, in bold.
    fn named_row(
        &mut self,
        label: &Text,
        figures: &[Text],
        columns: &Columns,
        table: Element,
    ) -> Strip {
        let row = self.row(table, columns, false);
        let inset = self.style.scaled(4_000);
        let width = columns.main + columns.title_width() - inset;
        let setting = self.band_setting(width, Edge::Start);
        let mut names = self.cell_lines(Some(label), &setting, row.number);
        // The other cells of the row are there, and empty: each in its place among the columns.
        present(&mut names, [row.when, row.title]);
        let mut cells = vec![Cell {
            x: inset,
            strips: names,
        }];
        for (place, figure) in figures.iter().enumerate() {
            let setting = self.band_setting(columns.figure, Edge::End);
            cells.push(Cell {
                x: columns.figure_at(place),
                strips: self.cell_lines(Some(figure), &setting, row.figures[place]),
            });
        }
        if let Some(last) = cells.last_mut() {
            present(&mut last.strips, row.texts);
        }
        let pad = self.style.scaled(2_500);
        Strip {
            height: tallest(&cells) + pad * 2,
            pad,
            cells: Some(cells),
            ..Strip::default()
        }
    }

    /// An entry: its first line, its texts, its remarks.
    fn entry(
        &mut self,
        entry: &RegisterEntry,
        headings: &RegisterHeadings,
        columns: &Columns,
        table: Element,
    ) -> Vec<Strip> {
        let row = self.row(table, columns, false);
        let mut strips = vec![self.first_line(entry, columns, &row)];
        strips.extend(self.texts(entry, headings, columns, &row));
        let remarks = Setting {
            hyphenate: false,
            ..self.label(columns.width - columns.main, 7_200, 9_500)
        };
        let lines = self.lines(&entry.remarks, &remarks, row.title);
        if !lines.is_empty() {
            let cells = vec![Cell {
                x: columns.main,
                strips: lines,
            }];
            let pad = self.style.scaled(1_000);
            strips.push(Strip {
                height: tallest(&cells) + pad,
                pad,
                cells: Some(cells),
                ..Strip::default()
            });
        }
        let page = self.style.height / DIVIDED_FROM;
        let last = strips.len() - 1;
        for strip in &mut strips[..last] {
            strip.keep = strip.height <= page;
        }
        strips[last].height += self.style.scaled(2_800) + HAIRLINE;
        strips[last].marks.push(Mark::Foot {
            x: Length::ZERO,
            width: columns.width,
            thickness: HAIRLINE,
            colour: HAIR,
        });
        strips
    }

    fn first_line(&mut self, entry: &RegisterEntry, columns: &Columns, row: &Row) -> Strip {
        let usual = |setter: &Self, width| Setting {
            hyphenate: false,
            ..setter.label(width, 8_200, 10_800)
        };
        let mut cells = Vec::with_capacity(3 + columns.figures);
        let number = Setting {
            bold: true,
            ..usual(self, columns.number)
        };
        let text = Text::from(entry.number.as_str());
        cells.push(Cell {
            x: Length::ZERO,
            strips: self.cell_lines(Some(&text), &number, row.number),
        });
        let when = usual(self, columns.when);
        cells.push(Cell {
            x: columns.when_at(),
            strips: self.cell_lines(Some(&entry.when), &when, row.when),
        });
        let title = Setting {
            bold: true,
            hyphenate: true,
            ..usual(self, columns.title_width())
        };
        cells.push(Cell {
            x: columns.main,
            strips: self.cell_lines(Some(&entry.title), &title, row.title),
        });
        for (place, element) in row.figures.iter().enumerate() {
            let figure = Setting {
                edge: Edge::End,
                ..usual(self, columns.figure)
            };
            cells.push(Cell {
                x: columns.figure_at(place),
                strips: self.cell_lines(entry.figures.get(place), &figure, *element),
            });
        }
        let pad = self.style.scaled(2_800);
        Strip {
            height: tallest(&cells) + pad,
            pad,
            marks: vec![
                Mark::Anchor {
                    name: entry.number.clone(),
                    y: Length::ZERO,
                },
                Mark::Bookmark {
                    level: 3,
                    title: format!("{} {}", entry.number, entry.title.words()),
                    y: Length::ZERO,
                },
            ],
            cells: Some(cells),
            ..Strip::default()
        }
    }

    /// The texts that have headings, and beside the first of them when it was.
    fn texts(
        &mut self,
        entry: &RegisterEntry,
        headings: &RegisterHeadings,
        columns: &Columns,
        row: &Row,
    ) -> Vec<Strip> {
        let times = Setting {
            colour: QUIET,
            hyphenate: false,
            ..self.label(columns.when, 7_200, 9_500)
        };
        let mut aside = Some(Cell {
            x: columns.when_at(),
            strips: self.lines(&entry.times, &times, row.when),
        });
        let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(2);
        for (place, blocks) in entry.texts.iter().enumerate().take(row.texts.len()) {
            let (x, width) = columns.texts[place];
            let mut strips = self.small(blocks, row.texts[place], width);
            if strips.is_empty() {
                strips.push(Strip::default());
                present(&mut strips, [row.texts[place]]);
            } else if place > 0 && !columns.side_by_side {
                strips.insert(0, self.run_in(&headings.texts[place], columns));
            }
            let cell = Cell { x, strips };
            match rows.last_mut() {
                Some(row) if columns.side_by_side => row.push(cell),
                _ => rows.push(aside.take().into_iter().chain([cell]).collect()),
            }
        }
        let pad = self.style.scaled(600);
        rows.into_iter()
            .map(|cells| Strip {
                height: tallest(&cells) + pad,
                pad,
                cells: Some(cells),
                ..Strip::default()
            })
            .collect()
    }

    /// The heading of a text above it, where it does not stand below its heading: drawn, but no part of the
    /// text, which has its heading already.
    fn run_in(&mut self, heading: &Text, columns: &Columns) -> Strip {
        let setting = Setting {
            colour: QUIET,
            hyphenate: false,
            ..self.label(columns.texts[0].1, 7_200, 10_500)
        };
        let nowhere = self.structure.add(Structure::ROOT, Role::Paragraph);
        let mut lines = self.lines(heading, &setting, nowhere);
        lines.truncate(1);
        let mut marks = Vec::new();
        for line in &lines {
            flatten(line, &mut marks);
        }
        Strip::new(setting.leading, marks)
    }

    /// Sets blocks small and close.
    fn small(&mut self, blocks: &[Block], element: Element, width: Length) -> Vec<Strip> {
        let style = self.style.compact();
        let mut setter = Setter {
            style: &style,
            structure: &mut *self.structure,
            shaper: &mut *self.shaper,
            pictures: self.pictures,
            pages: self.pages,
            contents: self.contents,
        };
        let mut strips = setter.blocks(blocks, element, width);
        if let Some(first) = strips.first_mut() {
            first.above = Length::ZERO;
        }
        // Space below the last block is that between entries.
        while strips
            .last()
            .is_some_and(|strip| strip.marks.is_empty() && strip.cells.is_none())
        {
            strips.pop();
        }
        strips
    }
}

/// Notes that elements are there which nothing is drawn for, after what stands in these strips.
fn present(strips: &mut [Strip], elements: impl IntoIterator<Item = Element>) {
    if let Some(last) = strips.last_mut() {
        last.marks.extend(elements.into_iter().map(Mark::Present));
    }
}
