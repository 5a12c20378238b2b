//! Blocks into strips.

use super::front::Entry;
use super::mark::{Cell, Mark, Ruled, Strip, WordItem};
use super::paragraph::{Edge, Family, PageNumbers, Setting, set};
use super::structure::{Element, Role, Structure};
use super::style::{ACCENT, GROUND, HAIR, HAIRLINE, INK, QUIET, Style};
use crate::font::{Face, Shaper};
use crate::length::Length;
use crate::outline::{
    Block, Heading, Paragraph, ParagraphStyle, Run, Signature, Text, Words as Content,
};
use crate::pdf::picture::Pictures;

/// How far what stands on a ground is set in from its edges, at 10.5 pt body text.
const INSET: i64 = 11_000;

/// The size of code at 10.5 pt body text, and the smallest that a text of long lines is set at.
const CODE: i64 = 9_600;
const SMALLEST_CODE: i64 = 7_600;

/// So many lines of a text stay with what comes next and belongs to it.
const LEADING_LINES: usize = 3;

/// What setting a block needs to know.
pub(super) struct Setter<'a, 'f> {
    pub(super) style: &'a Style,
    pub(super) structure: &'a mut Structure,
    pub(super) shaper: &'a mut Shaper<'f>,
    pub(super) pictures: &'a Pictures,
    pub(super) pages: &'a PageNumbers,
    pub(super) contents: &'a [Entry],
}

impl Setter<'_, '_> {
    /// Sets a block into strips of the given width.
    pub(super) fn block(&mut self, block: &Block, parent: Element, width: Length) -> Vec<Strip> {
        match block {
            Block::Cover(cover) => self.cover(cover, parent, width),
            Block::Contents { deepest } => self.table_of_contents(*deepest, parent, width),
            Block::Heading(heading) => self.heading(heading, parent, width),
            Block::Paragraph(paragraph) => self.paragraph(paragraph, parent, width),
            Block::Markdown(markdown) => {
                let mut strips = self.blocks(&markdown.blocks(), parent, width);
                if markdown.leads {
                    let from = strips.len().saturating_sub(LEADING_LINES);
                    strips[from..]
                        .iter_mut()
                        .for_each(|strip| strip.keep = true);
                }
                strips
            }
            Block::Definitions(rows) => self.definitions(rows, parent, width),
            Block::Table(table) => self.table(table, parent, width),
            Block::Register(register) => self.register(register, parent, width),
            Block::Figure(figure) => self.figure(figure, parent, width),
            Block::List(list) => self.list(list, parent, width),
            Block::Quote(blocks) => self.quote(blocks, parent, width),
            Block::Code(code) => self.code(code, CODE, parent, width),
            Block::Transcript(text) => self.transcript(text, parent, width),
            Block::Note { title, blocks } => self.note(title, blocks, parent, width),
            Block::Signatures(signatures) => self.signatures(signatures, parent, width),
            Block::WritingLines { least, most } => self.writing_lines(*least, *most, width),
            Block::Rule => self.rule(width),
            Block::PageBreak => vec![Strip {
                new_page: true,
                keep: true,
                ..Strip::default()
            }],
            Block::Together(blocks) => {
                let mut strips = self.blocks(blocks, parent, width);
                let last = strips.len().saturating_sub(1);
                strips[..last]
                    .iter_mut()
                    .for_each(|strip| strip.keep = true);
                strips
            }
            Block::Leading(blocks) => {
                let mut strips = self.blocks(blocks, parent, width);
                strips.iter_mut().for_each(|strip| strip.keep = true);
                strips
            }
            Block::Whole(blocks) => {
                let mut strips = self.blocks(blocks, parent, width);
                let last = strips.len().saturating_sub(1);
                strips[..last]
                    .iter_mut()
                    .for_each(|strip| strip.whole = true);
                strips
            }
            Block::Anchor(name) => {
                let mark = Mark::Anchor {
                    name: name.clone(),
                    y: Length::ZERO,
                };
                vec![Strip {
                    keep: true,
                    ..Strip::new(Length::ZERO, vec![mark])
                }]
            }
        }
    }

    /// Sets blocks one after another.
    pub(super) fn blocks(
        &mut self,
        blocks: &[Block],
        parent: Element,
        width: Length,
    ) -> Vec<Strip> {
        let mut strips = Vec::new();
        let mut before = None;
        for block in blocks {
            let mut set = self.block(block, parent, width);
            close_up(before, block, &mut set);
            strips.append(&mut set);
            before = Some(block);
        }
        strips
    }

    /// The setting of body text.
    pub(super) fn body(&self, width: Length) -> Setting {
        Setting {
            width,
            size: self.style.body,
            leading: self.style.leading(),
            family: Family::Serif,
            bold: false,
            colour: INK,
            edge: if self.style.justified {
                Edge::Justified
            } else {
                Edge::Start
            },
            hanging: Length::ZERO,
            hyphenate: self.style.hyphenated,
        }
    }

    /// The setting of labels and table cells, at a size given for 10.5 pt body text.
    pub(super) fn label(&self, width: Length, size: i64, leading: i64) -> Setting {
        Setting {
            size: self.style.scaled(size),
            leading: self.style.scaled(leading),
            family: Family::Sans,
            edge: Edge::Start,
            ..self.body(width)
        }
    }

    /// Sets the text of a cell. An empty cell is still a cell: it gets one line without words.
    pub(super) fn cell_lines(
        &mut self,
        text: Option<&Text>,
        setting: &Setting,
        element: Element,
    ) -> Vec<Strip> {
        let mut strips = text.map_or_else(Vec::new, |text| self.lines(text, setting, element));
        if strips.is_empty() {
            strips.push(Strip::new(setting.leading, vec![Mark::Present(element)]));
        }
        strips
    }

    /// Sets a text into one strip for each line, without space between.
    pub(super) fn lines(&mut self, text: &Text, setting: &Setting, element: Element) -> Vec<Strip> {
        set(
            text,
            setting,
            element,
            self.structure,
            self.shaper,
            self.pages,
        )
        .into_iter()
        .map(|line| Strip::new(setting.leading, line.marks))
        .collect()
    }

    fn heading(&mut self, heading: &Heading, parent: Element, width: Length) -> Vec<Strip> {
        let element = self.structure.heading(parent, heading.level);
        let (size, leading, family, above, below) = match heading.level {
            1 => (21_000, 27_000, Family::Serif, 30_000, 10_000),
            2 => (15_000, 20_000, Family::Serif, 24_000, 4_000),
            3 => (11_500, 16_000, Family::Sans, 17_000, 1_500),
            4 => (10_000, 15_000, Family::Sans, 12_000, 0),
            _ => (10_500, 15_500, Family::Serif, 10_000, 0),
        };
        let mut setting = Setting {
            bold: true,
            edge: Edge::Start,
            colour: if heading.level == 4 { QUIET } else { INK },
            ..self.label(width, size, leading)
        };
        setting.family = family;
        setting.hyphenate = false;

        let mut number_marks = Vec::new();
        let mut indent = Length::ZERO;
        if let Some(number) = &heading.number {
            // Set at the size of the heading's letters, so that both stand on one line.
            let number_setting = Setting {
                colour: ACCENT,
                family: Family::Sans,
                size: setting.size.part(85, 100),
                ..setting
            };
            let text = Text::from(number.as_str());
            let lines = set(
                &text,
                &number_setting,
                element,
                self.structure,
                self.shaper,
                self.pages,
            );
            if let Some(mut line) = lines.into_iter().next() {
                // What parts the number from the heading is room and no character: without a space that
                // nobody sees, both would be read as one word.
                if let Some(Mark::Words(words)) = line.marks.last_mut() {
                    words.items.push(WordItem::Space(Length::ZERO));
                }
                indent = line.width + setting.size.part(60, 100);
                let baseline = baseline(&setting) - baseline(&number_setting);
                number_marks = line
                    .marks
                    .into_iter()
                    .map(|mark| mark.moved(Length::ZERO, baseline))
                    .collect();
            }
        }
        setting.width = width - indent;
        let mut strips = self.lines(&heading.text, &setting, element);
        if strips.is_empty() {
            strips.push(Strip::new(setting.leading, Vec::new()));
        }
        strips = strips
            .into_iter()
            .map(|strip| strip.indented(indent))
            .collect();
        strips[0].marks.splice(0..0, number_marks);
        for strip in &mut strips {
            strip.keep = true;
        }
        let mut notes = Vec::new();
        if let Some(anchor) = &heading.anchor {
            notes.push(Mark::Anchor {
                name: anchor.clone(),
                y: Length::ZERO,
            });
        }
        if heading.listed {
            let title = match &heading.number {
                Some(number) => format!("{number} {}", heading.text.words()),
                None => heading.text.words(),
            };
            notes.push(Mark::Bookmark {
                level: heading.level,
                title,
                y: Length::ZERO,
            });
        }
        if heading.level == 1 {
            // A short bar of the accent colour opens a part.
            let bar = Mark::Rectangle {
                x: Length::ZERO,
                y: Length::ZERO,
                width: self.style.scaled(28_000),
                height: Length::thousandths(1_800),
                colour: ACCENT,
            };
            notes.push(bar);
            let down = self.style.scaled(11_000);
            let first = &mut strips[0];
            first.marks = std::mem::take(&mut first.marks)
                .into_iter()
                .map(|mark| mark.moved(Length::ZERO, down))
                .collect();
            first.height += down;
        }
        strips[0].marks.splice(0..0, notes);
        strips[0].above = self.style.scaled(above);
        if let Some(last) = strips.last_mut() {
            last.height += self.style.scaled(below);
        }
        strips
    }

    fn paragraph(&mut self, paragraph: &Paragraph, parent: Element, width: Length) -> Vec<Strip> {
        let mut setting = self.body(width);
        let mut above = self.style.scaled(6_500);
        match paragraph.style {
            ParagraphStyle::Body => {}
            ParagraphStyle::Lead => {
                setting.size = self.style.scaled(12_000);
                setting.leading = self.style.scaled(18_000);
                setting.edge = Edge::Start;
                setting.hyphenate = false;
            }
            ParagraphStyle::Remark => {
                setting.size = self.style.scaled(9_000);
                setting.leading = self.style.scaled(13_000);
                setting.colour = QUIET;
                // So few words to the line are not spaced out.
                setting.edge = Edge::Start;
                above = self.style.scaled(5_000);
            }
            ParagraphStyle::Hanging => {
                setting.hanging = self.style.scaled(16_000);
                above = self.style.scaled(8_000);
            }
        }
        let element = self.structure.add(parent, Role::Paragraph);
        let mut strips = self.lines(&paragraph.text, &setting, element);
        keep_ends(&mut strips);
        if let Some(first) = strips.first_mut() {
            first.above = above;
        }
        strips
    }

    fn quote(&mut self, blocks: &[Block], parent: Element, width: Length) -> Vec<Strip> {
        let element = self.structure.add(parent, Role::Quote);
        let indent = self.style.scaled(16_000);
        let inner = self.blocks(blocks, element, width - indent);
        let bar = self.style.scaled(2_000);
        let mut strips: Vec<Strip> = inner
            .into_iter()
            .map(|strip| strip.indented(indent))
            .collect();
        for (place, strip) in strips.iter_mut().enumerate() {
            let mark = if place == 0 {
                Mark::Rectangle {
                    x: Length::ZERO,
                    y: Length::ZERO,
                    width: bar,
                    height: strip.height,
                    colour: HAIR,
                }
            } else {
                Mark::Bar {
                    x: Length::ZERO,
                    width: bar,
                    colour: HAIR,
                }
            };
            strip.marks.insert(0, mark);
        }
        if let Some(first) = strips.first_mut() {
            first.above = self.style.scaled(9_000);
        }
        strips
    }

    /// Puts a ground behind strips, with a margin all around.
    fn on_ground(&self, inner: Vec<Strip>, width: Length, edge: Option<Length>) -> Vec<Strip> {
        let margin = self.style.scaled(INSET);
        let pad = self.style.scaled(8_000);
        let ground = |mark: &mut Vec<Mark>, first: bool, height: Length| {
            let mut put = |x, width, colour| {
                mark.insert(
                    0,
                    match first {
                        true => Mark::Rectangle {
                            x,
                            y: Length::ZERO,
                            width,
                            height,
                            colour,
                        },
                        false => Mark::Bar { x, width, colour },
                    },
                );
            };
            if let Some(edge) = edge {
                put(Length::ZERO, edge, ACCENT);
            }
            put(Length::ZERO, width, GROUND);
        };
        let mut strips = vec![Strip {
            keep: true,
            ..Strip::new(pad, Vec::new())
        }];
        strips.extend(inner.into_iter().map(|strip| strip.indented(margin)));
        if let Some(first) = strips.get_mut(1) {
            first.above = Length::ZERO;
        }
        if let Some(last) = strips.last_mut() {
            last.keep = true;
        }
        strips.push(Strip {
            keep: true,
            ..Strip::new(pad, Vec::new())
        });
        for (place, strip) in strips.iter_mut().enumerate() {
            ground(&mut strip.marks, place == 0, strip.height);
        }
        strips[0].above = self.style.scaled(9_000);
        // White space after it, as before it.
        strips.push(Strip::new(self.style.scaled(4_000), Vec::new()));
        strips
    }

    /// A text in lines that keep their length, if they are still large enough to be read.
    fn transcript(&mut self, text: &str, parent: Element, width: Length) -> Vec<Strip> {
        let longest = text
            .lines()
            .map(|line| self.shaper.width(Face::Mono, line))
            .max()
            .unwrap_or_default();
        let room = width - self.style.scaled(INSET) * 2;
        // At 10.5 pt; code is set at nine tenths of the size that is asked for.
        let fits = |size: i64| self.style.scaled(size).part(90, 100).ems(longest) <= room;
        let size = (SMALLEST_CODE..=CODE)
            .rev()
            .step_by(200)
            .find(|size| fits(*size))
            .unwrap_or(SMALLEST_CODE);
        self.code(text, size, parent, width)
    }

    /// Lines as they are, at a size given for 10.5 pt body text.
    fn code(&mut self, code: &str, size: i64, parent: Element, width: Length) -> Vec<Strip> {
        let paragraph = self.structure.add(parent, Role::Paragraph);
        let element = self.structure.add(paragraph, Role::Code);
        let margin = self.style.scaled(INSET);
        let setting = Setting {
            hyphenate: false,
            ..self.label(width - margin * 2, size, size * 13_000 / CODE)
        };
        let mut inner = Vec::new();
        for line in code.split('\n') {
            // Spaces that align must neither vanish nor end a line; every second one stays an
            // ordinary one, so that long lines can still be divided.
            let spaced = line.replace("  ", "\u{a0} ");
            let kept = spaced.trim_start_matches([' ', '\u{a0}']);
            let indent = "\u{a0}".repeat(spaced.chars().count() - kept.chars().count());
            let text = Text::new().run(Run {
                words: Content::Given(format!("{indent}{kept}")),
                code: true,
                ..Run::default()
            });
            let strips = self.lines(&text, &setting, element);
            if strips.is_empty() {
                inner.push(Strip::new(setting.leading, Vec::new()));
            }
            inner.extend(strips);
        }
        keep_ends(&mut inner);
        self.on_ground(inner, width, None)
    }

    fn note(
        &mut self,
        title: &Text,
        blocks: &[Block],
        parent: Element,
        width: Length,
    ) -> Vec<Strip> {
        let element = self.structure.add(parent, Role::Note);
        let margin = self.style.scaled(INSET);
        let inner_width = width - margin * 2;
        let mut inner = Vec::new();
        if !title.is_empty() {
            let heading = self.structure.add(element, Role::Paragraph);
            let setting = Setting {
                bold: true,
                hyphenate: false,
                ..self.label(inner_width, 10_000, 15_000)
            };
            inner = self.lines(title, &setting, heading);
            inner.iter_mut().for_each(|strip| strip.keep = true);
        }
        let body = self.blocks(blocks, element, inner_width);
        inner.extend(body);
        self.on_ground(inner, width, Some(self.style.scaled(2_000)))
    }

    fn definitions(&mut self, rows: &[(Text, Text)], parent: Element, width: Length) -> Vec<Strip> {
        let table = self.structure.add(
            parent,
            Role::Table {
                summary: String::new(),
            },
        );
        let left = width.part(31, 100);
        let gap = self.style.scaled(12_000);
        let pad = self.style.scaled(4_500);
        let label = Setting {
            colour: QUIET,
            ..self.label(left, 9_000, 15_500)
        };
        let value = Setting {
            edge: Edge::Start,
            hyphenate: false,
            ..self.body(width - left - gap)
        };
        let mut strips = Vec::with_capacity(rows.len());
        for (name, meaning) in rows {
            let row = self.structure.add(table, Role::Row);
            let head = self.structure.add(row, Role::RowHead);
            let cell = self.structure.add(row, Role::Cell);
            let names = self.cell_lines(Some(name), &label, head);
            let meanings = self.cell_lines(Some(meaning), &value, cell);
            let tallest = [&names, &meanings]
                .iter()
                .map(|strips| strips.iter().map(|strip| strip.height).sum::<Length>())
                .max()
                .unwrap_or_default();
            strips.push(Strip {
                height: tallest + pad * 2 + HAIRLINE,
                pad,
                marks: vec![Mark::Foot {
                    x: Length::ZERO,
                    width,
                    thickness: HAIRLINE,
                    colour: HAIR,
                }],
                cells: Some(vec![
                    Cell {
                        x: Length::ZERO,
                        strips: names,
                    },
                    Cell {
                        x: left + gap,
                        strips: meanings,
                    },
                ]),
                ..Strip::default()
            });
        }
        if let Some(first) = strips.first_mut() {
            first.above = self.style.scaled(8_000);
            let rule = Mark::Rectangle {
                x: Length::ZERO,
                y: Length::ZERO,
                width,
                height: HAIRLINE,
                colour: HAIR,
            };
            first.marks.push(rule);
        }
        strips
    }

    fn signatures(
        &mut self,
        signatures: &[Signature],
        parent: Element,
        width: Length,
    ) -> Vec<Strip> {
        let sign = width.part(64, 100);
        let gap = self.style.scaled(18_000);
        let room = self.style.scaled(40_000);
        let mut strips = Vec::new();
        for signature in signatures {
            let element = self.structure.add(parent, Role::Paragraph);
            let setting = Setting {
                colour: QUIET,
                ..self.label(sign, 8_500, 12_000)
            };
            let mut under = Text::new().plain(signature.role.clone());
            if !signature.name.is_empty() {
                under = under.plain(": ").plain(signature.name.clone());
            }
            let names = self.lines(&under, &setting, element);
            let dates = self.lines(&Text::from("Date"), &setting, element);
            let rule = |x, width| Mark::Rectangle {
                x,
                y: room,
                width,
                height: HAIRLINE,
                colour: QUIET,
            };
            let mut marks = vec![
                rule(Length::ZERO, sign),
                rule(sign + gap, width - sign - gap),
            ];
            let below = room + self.style.scaled(3_000);
            let mut reach = below;
            for strip in names {
                marks.extend(
                    strip
                        .marks
                        .into_iter()
                        .map(|mark| mark.moved(Length::ZERO, reach)),
                );
                reach += strip.height;
            }
            for strip in dates {
                marks.extend(
                    strip
                        .marks
                        .into_iter()
                        .map(|mark| mark.moved(sign + gap, below)),
                );
            }
            strips.push(Strip::new(reach.max(below + setting.leading), marks));
        }
        strips
    }

    fn writing_lines(&self, least: u8, most: u8, width: Length) -> Vec<Strip> {
        let step = self.style.scaled(25_000);
        vec![Strip {
            ruled: Some(Ruled {
                width,
                step,
                most,
                colour: HAIR,
            }),
            ..Strip::new(step * i64::from(least), Vec::new())
        }]
    }

    fn rule(&self, width: Length) -> Vec<Strip> {
        let above = self.style.scaled(10_000);
        let foot = Mark::Foot {
            x: Length::ZERO,
            width,
            thickness: HAIRLINE,
            colour: HAIR,
        };
        vec![Strip {
            above,
            ..Strip::new(self.style.scaled(4_000), vec![foot])
        }]
    }
}

/// What stands close below what it belongs to: a heading below a heading, and a remark below a heading or
/// an entry of a list, with which it stays.
pub(super) fn close_up(before: Option<&Block>, block: &Block, strips: &mut [Strip]) {
    let styled = |block: &Block, style| matches!(block, Block::Paragraph(it) if it.style == style);
    let remark = styled(block, ParagraphStyle::Remark);
    match before {
        Some(Block::Heading(_)) if remark => {
            strips.iter_mut().for_each(|strip| strip.keep = true);
        }
        Some(Block::Heading(_)) if matches!(block, Block::Heading(_)) => {
            if let Some(first) = strips.first_mut() {
                first.above = first.above / 3;
            }
        }
        Some(before) if remark && styled(before, ParagraphStyle::Hanging) => {
            if let Some(first) = strips.first_mut() {
                first.above = first.above / 4;
            }
        }
        _ => {}
    }
}

/// Where letters stand in the box of a line.
pub(super) fn baseline(setting: &Setting) -> Length {
    (setting.leading - setting.size) / 2 + setting.size.part(80, 100)
}

/// Neither the first nor the last line of a paragraph stands alone on a page.
pub(super) fn keep_ends(strips: &mut [Strip]) {
    let count = strips.len();
    if count > 1 {
        strips[0].keep = true;
        strips[count - 2].keep = true;
    }
}
