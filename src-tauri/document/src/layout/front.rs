//! The cover and the table of contents.

use super::block::{Setter, baseline};
use super::mark::{Mark, Path, Strip, Stroke};
use super::paragraph::{Edge, Family, Setting, set};
use super::structure::{Element, Role};
use super::style::{ACCENT, HAIR, HAIRLINE, INK, QUIET};
use crate::length::Length;
use crate::outline::{Block, Cover, Document, Link, Run, Text};

/// A line of the table of contents.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    level: u8,
    number: Option<String>,
    title: Text,
    anchor: String,
}

/// How close the lines of the contents stand, at 10.5 pt body text: those of the first level, and the
/// others.
#[derive(Clone, Copy)]
struct Density {
    /// Size and distance of lines.
    line: [(i64, i64); 2],
    /// White space above.
    above: [i64; 2],
}

const USUAL: Density = Density {
    line: [(10_500, 15_500); 2],
    above: [9_000, 2_500],
};

const CLOSE: Density = Density {
    line: [(10_200, 14_000), (9_800, 13_500)],
    above: [6_500, 800],
};

/// The room that the heading above the contents takes.
const HEADING: i64 = 50_000;

/// All headings that can be listed, in order.
pub(super) fn entries(document: &Document) -> Vec<Entry> {
    let mut entries = Vec::new();
    for part in &document.parts {
        gather(&part.blocks, &mut entries);
    }
    entries
}

fn gather(blocks: &[Block], entries: &mut Vec<Entry>) {
    for block in blocks {
        match block {
            Block::Heading(heading) if heading.listed => {
                if let Some(anchor) = &heading.anchor {
                    entries.push(Entry {
                        level: heading.level,
                        number: heading.number.clone(),
                        title: heading.text.clone(),
                        anchor: anchor.clone(),
                    });
                }
            }
            Block::Together(blocks)
            | Block::Leading(blocks)
            | Block::Whole(blocks)
            | Block::Quote(blocks) => gather(blocks, entries),
            _ => {}
        }
    }
}

impl Setter<'_, '_> {
    pub(super) fn cover(&mut self, cover: &Cover, parent: Element, width: Length) -> Vec<Strip> {
        let mut marks = Vec::new();
        let mut reach = match cover.brief {
            true => Length::ZERO,
            false => self.style.height.part(20, 100),
        };
        marks.push(Mark::Rectangle {
            x: Length::ZERO,
            y: reach,
            width: self.style.scaled(44_000),
            height: Length::thousandths(2_600),
            colour: ACCENT,
        });
        reach += self.style.scaled(22_000);
        let line = |size, leading, family, bold, colour, setter: &Self| Setting {
            family,
            bold,
            colour,
            hyphenate: false,
            ..setter.label(width, size, leading)
        };
        let title = if cover.brief {
            (25_000, 31_000)
        } else {
            (32_000, 40_000)
        };
        let lines = [
            (
                &cover.kind,
                line(10_000, 20_000, Family::Sans, true, ACCENT, self),
            ),
            (
                &cover.title,
                line(title.0, title.1, Family::Serif, true, INK, self),
            ),
            (
                &cover.subtitle,
                line(14_500, 24_000, Family::Serif, false, QUIET, self),
            ),
        ];
        for (words, setting) in lines {
            let element = self.structure.add(parent, Role::Paragraph);
            reach += self.style.scaled(4_000);
            for strip in self.lines(&Text::from(words.as_str()), &setting, element) {
                marks.extend(
                    strip
                        .marks
                        .into_iter()
                        .map(|mark| mark.moved(Length::ZERO, reach)),
                );
                reach += strip.height;
            }
        }

        let closing_setting = Setting {
            colour: QUIET,
            ..self.label(width, 8_500, 12_500)
        };
        if cover.brief {
            let element = self.structure.add(parent, Role::Paragraph);
            let mut closing = self.lines(
                &Text::from(cover.closing.as_str()),
                &closing_setting,
                element,
            );
            if let Some(first) = closing.first_mut() {
                first.above = self.style.scaled(4_000);
            }
            closing.insert(0, Strip::new(reach, marks));
            return closing;
        }

        // Details stand at the foot of the page, whatever their number.
        let left = width.part(31, 100);
        let table = self.structure.add(
            parent,
            Role::Table {
                summary: String::new(),
            },
        );
        let label = Setting {
            colour: QUIET,
            ..self.label(left, 9_000, 16_000)
        };
        let value = Setting {
            edge: Edge::Start,
            hyphenate: false,
            ..self.body(width - left)
        };
        let mut rows = Vec::new();
        let mut rows_height = Length::ZERO;
        let pad = self.style.scaled(3_000);
        for (name, meaning) in &cover.details {
            let row = self.structure.add(table, Role::Row);
            let head = self.structure.add(row, Role::RowHead);
            let cell = self.structure.add(row, Role::Cell);
            let names = self.cell_lines(Some(&Text::from(name.as_str())), &label, head);
            let meanings = self.cell_lines(Some(&Text::from(meaning.as_str())), &value, cell);
            let high: Length = meanings.iter().map(|strip| strip.height).sum();
            let high = high.max(names.iter().map(|strip| strip.height).sum()) + pad * 2;
            rows.push((names, meanings, high));
            rows_height += high;
        }
        let closing_element = self.structure.add(parent, Role::Paragraph);
        let closing = self.lines(
            &Text::from(cover.closing.as_str()),
            &closing_setting,
            closing_element,
        );
        let closing_height: Length = closing.iter().map(|strip| strip.height).sum();
        let gap = self.style.scaled(20_000);
        let foot = self.style.height - closing_height - gap - rows_height;
        let mut y = foot.max(reach + gap);
        for (names, meanings, high) in rows {
            marks.push(Mark::Rectangle {
                x: Length::ZERO,
                y,
                width,
                height: HAIRLINE,
                colour: HAIR,
            });
            for (strips, x) in [(names, Length::ZERO), (meanings, left)] {
                let mut down = y + pad;
                for strip in strips {
                    marks.extend(strip.marks.into_iter().map(|mark| mark.moved(x, down)));
                    down += strip.height;
                }
            }
            y += high;
        }
        y += gap;
        for strip in closing {
            marks.extend(
                strip
                    .marks
                    .into_iter()
                    .map(|mark| mark.moved(Length::ZERO, y)),
            );
            y += strip.height;
        }
        vec![Strip::new(self.style.height.max(y), marks)]
    }

    /// The table of contents, set a little closer if that saves a page: its last lines alone on a page
    /// are soon overlooked.
    pub(super) fn table_of_contents(
        &mut self,
        deepest: u8,
        parent: Element,
        width: Length,
    ) -> Vec<Strip> {
        let pages = |strips: &[Strip]| {
            let height: Length = strips.iter().map(|strip| strip.above + strip.height).sum();
            let height = height + self.style.scaled(HEADING);
            height.as_thousandths() / self.style.height.as_thousandths().max(1)
        };
        let usual = self.contents_at(USUAL, deepest, parent, width);
        let close = self.contents_at(CLOSE, deepest, parent, width);
        if pages(&close) < pages(&usual) {
            close
        } else {
            usual
        }
    }

    fn contents_at(
        &mut self,
        density: Density,
        deepest: u8,
        parent: Element,
        width: Length,
    ) -> Vec<Strip> {
        let contents = self.structure.add(parent, Role::Contents);
        let numbers = self.style.scaled(30_000);
        let entries: Vec<Entry> = self
            .contents
            .iter()
            .filter(|entry| entry.level <= deepest)
            .cloned()
            .collect();
        let mut strips: Vec<Strip> = Vec::new();
        for entry in entries {
            let item = self.structure.add(contents, Role::ContentsItem);
            let top_level = entry.level <= 1;
            let indent = self
                .style
                .scaled(i64::from(entry.level.max(1) - 1) * 14_000);
            let mut setting = Setting {
                edge: Edge::Start,
                hyphenate: false,
                bold: top_level,
                ..self.body(width - indent - numbers)
            };
            let (size, leading) = density.line[usize::from(!top_level)];
            setting.size = self.style.scaled(size);
            setting.leading = self.style.scaled(leading);
            if entry.level > 2 {
                setting.size = self.style.scaled(9_500);
                setting.leading = self.style.scaled(14_000);
            }
            let link = self.structure.add(item, Role::Link(entry.title.words()));
            let mut title = Text::new();
            if let Some(number) = &entry.number {
                title = title.run(Run {
                    quiet: true,
                    ..Run::plain(format!("{number}\u{a0}\u{a0}"))
                });
            }
            title.0.extend(entry.title.0.iter().map(|run| Run {
                link: None,
                ..run.clone()
            }));
            let lines = set(
                &title,
                &setting,
                link,
                self.structure,
                self.shaper,
                self.pages,
            );
            let count = lines.len();
            for (place, line) in lines.into_iter().enumerate() {
                let last = place + 1 == count;
                let mut marks: Vec<Mark> = line
                    .marks
                    .into_iter()
                    .map(|mark| mark.moved(indent, Length::ZERO))
                    .collect();
                if last {
                    let number = self
                        .pages
                        .get(&entry.anchor)
                        .map_or_else(|| "00".to_owned(), ToString::to_string);
                    let from = indent + line.width + self.style.scaled(6_000);
                    self.leader(&number, from, width, &setting, link, &mut marks);
                }
                marks.push(Mark::Area {
                    x: indent,
                    y: Length::ZERO,
                    width: width - indent,
                    height: setting.leading,
                    link: Link::Anchor(entry.anchor.clone()),
                    element: link,
                });
                let above = match (place, entry.level) {
                    (0, 1) if !strips.is_empty() => self.style.scaled(density.above[0]),
                    (0, _) => self.style.scaled(density.above[1]),
                    _ => Length::ZERO,
                };
                strips.push(Strip {
                    above,
                    keep: !last,
                    ..Strip::new(setting.leading, marks)
                });
            }
        }
        strips
    }

    /// Dots from the title to the number of the page, and the number.
    fn leader(
        &mut self,
        number: &str,
        from: Length,
        width: Length,
        setting: &Setting,
        link: Element,
        marks: &mut Vec<Mark>,
    ) {
        let number_setting = Setting {
            width,
            edge: Edge::End,
            ..*setting
        };
        let text = Text::from(number);
        let lines = set(
            &text,
            &number_setting,
            link,
            self.structure,
            self.shaper,
            self.pages,
        );
        let Some(line) = lines.into_iter().next() else {
            return;
        };
        let step = Length::points(4);
        let to = width - line.width - self.style.scaled(6_000);
        // Dots stand on a grid of the page, so that those of all lines are under one another.
        let first = Length::thousandths(
            (from.as_thousandths() / step.as_thousandths() + 1) * step.as_thousandths(),
        );
        if first < to {
            let y = baseline(setting) - Length::thousandths(400);
            marks.push(Mark::Path(Path {
                points: vec![(first, y), (to, y)],
                fill: None,
                stroke: Some(Stroke {
                    colour: QUIET,
                    width: Length::thousandths(900),
                    dash: Some((Length::ZERO, step)),
                    round: true,
                }),
                element: None,
            }));
        }
        marks.extend(line.marks);
    }
}
