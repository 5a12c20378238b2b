//! What is in a document, before it is set: its characters and its pictures.

use crate::font::{Fonts, is_visible};
use crate::markdown::{Block as Written, Inline};
use crate::outline::{Block, Document, Image, Register, Text, Words};
use std::collections::BTreeMap;

/// A character that no font has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingCharacter {
    /// The character.
    pub character: char,
    /// How often it stands in the document.
    pub count: usize,
    /// The headings it stands under, in order, each named once.
    pub places: Vec<String>,
}

/// Finds the characters of a document that would be shown as boxes. Takes a small part of the time
/// of making the PDF.
pub fn missing_characters(document: &Document, fonts: &Fonts) -> Vec<MissingCharacter> {
    Survey::of(document).missing(fonts)
}

/// The characters and pictures of a document.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// Every character beyond ASCII, with how often it occurs.
    pub(crate) characters: BTreeMap<char, usize>,
    /// Every picture with the heading it stands under.
    pub(crate) pictures: BTreeMap<String, String>,
    places: BTreeMap<char, Vec<usize>>,
    headings: Vec<String>,
}

impl Survey {
    pub(crate) fn of(document: &Document) -> Self {
        let mut survey = Self {
            headings: vec![document.title.clone()],
            ..Self::default()
        };
        survey.words(&document.title);
        survey.words(&document.author);
        for part in &document.parts {
            survey.words(&part.running_head);
            part.blocks.iter().for_each(|block| survey.block(block));
        }
        survey
    }

    pub(crate) fn missing(&self, fonts: &Fonts) -> Vec<MissingCharacter> {
        self.characters
            .iter()
            .filter(|(c, _)| !fonts.can_set(**c))
            .map(|(c, count)| MissingCharacter {
                character: *c,
                count: *count,
                places: self
                    .places
                    .get(c)
                    .into_iter()
                    .flatten()
                    .map(|place| self.headings[*place].clone())
                    .collect(),
            })
            .collect()
    }

    fn words(&mut self, words: &str) {
        if words.is_ascii() {
            return;
        }
        let here = self.headings.len() - 1;
        for c in words.chars().filter(|c| !c.is_ascii() && is_visible(*c)) {
            *self.characters.entry(c).or_default() += 1;
            let places = self.places.entry(c).or_default();
            if places.last() != Some(&here) {
                places.push(here);
            }
        }
    }

    fn text(&mut self, text: &Text) {
        for run in &text.0 {
            if let Words::Given(words) = &run.words {
                self.words(words);
            }
        }
    }

    fn picture(&mut self, id: &str) {
        let here = self.headings.last().cloned().unwrap_or_default();
        self.pictures.entry(id.to_owned()).or_insert(here);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Cover(cover) => {
                for words in [&cover.kind, &cover.title, &cover.subtitle, &cover.closing] {
                    self.words(words);
                }
                for (label, value) in &cover.details {
                    self.words(label);
                    self.words(value);
                }
            }
            Block::Heading(heading) => {
                let words = heading.text.words();
                self.headings.push(match &heading.number {
                    Some(number) => format!("{number} {words}"),
                    None => words,
                });
                self.text(&heading.text);
            }
            Block::Paragraph(paragraph) => self.text(&paragraph.text),
            Block::Markdown(markdown) => {
                // The source holds every character of the text; only pictures need the tree.
                self.words(&markdown.source);
                let set = markdown.citations.iter().flatten();
                set.for_each(|piece| self.words(&piece.run.text));
                if markdown.source.contains("attachment:") {
                    self.written(&crate::markdown::parse(&markdown.source));
                }
            }
            Block::Definitions(rows) => {
                for (label, value) in rows {
                    self.text(label);
                    self.text(value);
                }
            }
            Block::Table(table) => {
                table
                    .columns
                    .iter()
                    .for_each(|column| self.text(&column.heading));
                table
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .for_each(|cell| self.text(cell));
            }
            Block::Register(register) => self.register(register),
            Block::Figure(figure) => {
                self.text(&figure.caption);
                match &figure.image {
                    Image::Picture(picture) => {
                        self.words(&picture.description);
                        self.picture(&picture.id);
                    }
                    Image::Grid(grid) => {
                        let columns = grid.columns.iter();
                        columns.for_each(|column| {
                            self.words(&column.label);
                            self.words(&column.group);
                        });
                        grid.rows.iter().for_each(|row| {
                            self.words(&row.label);
                            self.words(&row.sum);
                        });
                    }
                    Image::Plot(plot) => {
                        self.words(&plot.title);
                        let ticks = plot.across.ticks.iter().chain(&plot.up.ticks);
                        ticks.for_each(|tick| self.words(&tick.label));
                        plot.lines.iter().for_each(|line| self.words(&line.label));
                        plot.bands.iter().for_each(|band| self.words(&band.label));
                        plot.marker
                            .iter()
                            .for_each(|marker| self.words(&marker.label));
                    }
                }
            }
            Block::List(list) => {
                let blocks = list.items.iter().flat_map(|item| &item.blocks);
                blocks.for_each(|block| self.block(block));
            }
            Block::Quote(blocks)
            | Block::Together(blocks)
            | Block::Leading(blocks)
            | Block::Whole(blocks) => {
                blocks.iter().for_each(|block| self.block(block));
            }
            Block::Note { title, blocks } => {
                self.text(title);
                blocks.iter().for_each(|block| self.block(block));
            }
            Block::Code(text) | Block::Transcript(text) => self.words(text),
            Block::Signatures(signatures) => {
                for signature in signatures {
                    self.words(&signature.role);
                    self.words(&signature.name);
                }
            }
            Block::Contents { .. }
            | Block::WritingLines { .. }
            | Block::Rule
            | Block::PageBreak
            | Block::Anchor(_) => {}
        }
    }

    fn register(&mut self, register: &Register) {
        let headings = &register.headings;
        [&headings.number, &headings.when, &headings.title]
            .into_iter()
            .chain(&headings.figures)
            .chain(&headings.texts)
            .for_each(|text| self.text(text));
        for group in &register.groups {
            self.words(&group.title);
            group.figures.iter().for_each(|text| self.text(text));
            for entry in &group.entries {
                self.headings
                    .push(format!("{} {}", entry.number, entry.title.words()));
                [&entry.when, &entry.times, &entry.title, &entry.remarks]
                    .into_iter()
                    .chain(&entry.figures)
                    .for_each(|text| self.text(text));
                let blocks = entry.texts.iter().flatten();
                blocks.for_each(|block| self.block(block));
            }
        }
        if let Some(total) = &register.total {
            self.text(&total.label);
            total.figures.iter().for_each(|text| self.text(text));
        }
    }

    fn written(&mut self, blocks: &[Written]) {
        for block in blocks {
            match block {
                Written::Heading(_, inlines) | Written::Paragraph(inlines) => self.inlines(inlines),
                Written::Quote(inner) | Written::Footnote(_, inner) => self.written(inner),
                Written::List(list) => {
                    list.items
                        .iter()
                        .for_each(|item| self.written(&item.blocks));
                }
                Written::Table(table) => {
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    rows.flatten().for_each(|cell| self.inlines(cell));
                }
                Written::Code(_) | Written::Rule => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Picture(picture) => self.picture(&picture.id),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Struck(inner)
                | Inline::Link(_, inner) => self.inlines(inner),
                _ => {}
            }
        }
    }
}
