//! Words with their looks, and Markdown as blocks of a document.

use super::{Block, Figure, Heading, Image, List, ListItem, Markdown, Paragraph, Row, Table};
use super::{Column, ParagraphStyle};
use crate::markdown::{self, Inline};

/// Words of one paragraph, in runs of the same look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Run>);

/// Words that look the same and lead to the same place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// What is set.
    pub words: Words,
    /// Set in bold.
    pub bold: bool,
    /// Set in italics.
    pub italic: bool,
    /// Set in the face for code.
    pub code: bool,
    /// Struck out.
    pub struck: bool,
    /// Set in grey.
    pub quiet: bool,
    /// Set small and raised.
    pub raised: bool,
    /// Where it leads.
    pub link: Option<Link>,
}

/// What a run sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// These words. A line feed is a line break.
    Given(String),
    /// The number of the page that an anchor is on.
    PageOf(String),
}

impl Default for Words {
    fn default() -> Self {
        Self::Given(String::new())
    }
}

/// Where words lead.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Link {
    /// To an address outside.
    Address(String),
    /// To a place in the document.
    Anchor(String),
    /// To a file that travels inside the PDF, by its identity.
    Attachment(String),
}

impl Run {
    /// Words without any particular look.
    pub fn plain(words: impl Into<String>) -> Self {
        Self {
            words: Words::Given(words.into()),
            ..Self::default()
        }
    }

    /// The number of the page that an anchor is on, leading there.
    pub fn page_of(anchor: impl Into<String>) -> Self {
        let anchor = anchor.into();
        let link = Some(Link::Anchor(anchor.clone()));
        Self {
            words: Words::PageOf(anchor),
            link,
            ..Self::default()
        }
    }
}

impl Text {
    /// No words.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds words without any particular look.
    #[must_use]
    pub fn plain(self, words: impl Into<String>) -> Self {
        self.run(Run::plain(words))
    }

    /// Adds words in bold.
    #[must_use]
    pub fn bold(self, words: impl Into<String>) -> Self {
        self.run(Run {
            bold: true,
            ..Run::plain(words)
        })
    }

    /// Adds words in italics.
    #[must_use]
    pub fn italic(self, words: impl Into<String>) -> Self {
        self.run(Run {
            italic: true,
            ..Run::plain(words)
        })
    }

    /// Adds words in grey.
    #[must_use]
    pub fn quiet(self, words: impl Into<String>) -> Self {
        self.run(Run {
            quiet: true,
            ..Run::plain(words)
        })
    }

    /// Adds words in the face for code.
    #[must_use]
    pub fn code(self, words: impl Into<String>) -> Self {
        self.run(Run {
            code: true,
            ..Run::plain(words)
        })
    }

    /// Adds words that lead to an address outside.
    #[must_use]
    pub fn address(self, words: impl Into<String>, address: impl Into<String>) -> Self {
        self.run(Run {
            link: Some(Link::Address(address.into())),
            ..Run::plain(words)
        })
    }

    /// Adds words that lead to a place in the document.
    #[must_use]
    pub fn link(self, words: impl Into<String>, anchor: impl Into<String>) -> Self {
        self.run(Run {
            link: Some(Link::Anchor(anchor.into())),
            ..Run::plain(words)
        })
    }

    /// Adds words that open a file which travels inside the PDF.
    #[must_use]
    pub fn attachment(self, words: impl Into<String>, id: impl Into<String>) -> Self {
        self.run(Run {
            link: Some(Link::Attachment(id.into())),
            ..Run::plain(words)
        })
    }

    /// Adds a line break.
    #[must_use]
    pub fn line(self) -> Self {
        self.plain("\n")
    }

    /// Adds "page" with the number of the page that an anchor is on, leading there.
    #[must_use]
    pub fn page_of(self, anchor: impl Into<String>) -> Self {
        let anchor = anchor.into();
        // A no-break space keeps the number with its word.
        self.link("page\u{a0}", anchor.clone())
            .run(Run::page_of(anchor))
    }

    /// Adds words as a style sets them.
    #[must_use]
    pub fn set(self, runs: &[aftershift_domain::theory::Run]) -> Self {
        runs.iter().fold(self, |text, run| {
            text.run(Run {
                italic: run.italic,
                link: run.address.clone().map(Link::Address),
                ..Run::plain(run.text.as_str())
            })
        })
    }

    /// Adds a run.
    #[must_use]
    pub fn run(mut self, run: Run) -> Self {
        self.0.push(run);
        self
    }

    /// Whether nothing would be set.
    pub fn is_empty(&self) -> bool {
        self.0
            .iter()
            .all(|run| matches!(&run.words, Words::Given(words) if words.is_empty()))
    }

    /// The words alone. The number of a page is not known here and is left out.
    pub fn words(&self) -> String {
        self.0
            .iter()
            .map(|run| match &run.words {
                Words::Given(words) => words.as_str(),
                Words::PageOf(_) => "",
            })
            .collect()
    }

    /// The same words, all of them in bold.
    #[must_use]
    pub(crate) fn in_bold(mut self) -> Self {
        self.0.iter_mut().for_each(|run| run.bold = true);
        self
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::new().plain(words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::new().plain(words)
    }
}

impl Markdown {
    /// What the person wrote, as blocks.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = markdown::parse(&self.source);
        markdown::set(&mut blocks, &self.citations);
        convert(blocks, self.heading_level)
    }
}

fn convert(blocks: Vec<markdown::Block>, level: u8) -> Vec<Block> {
    let mut converted = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            markdown::Block::Heading(depth, inlines) => {
                converted.push(Block::Heading(Heading {
                    level: (level + depth - 1).min(6),
                    text: text(&inlines),
                    anchor: None,
                    number: None,
                    listed: false,
                }));
            }
            markdown::Block::Paragraph(inlines) => paragraph(&inlines, &mut converted),
            markdown::Block::Quote(inner) => converted.push(Block::Quote(convert(inner, level))),
            markdown::Block::List(list) => converted.push(Block::List(List {
                start: list.start,
                tight: list.tight,
                items: list
                    .items
                    .into_iter()
                    .map(|item| ListItem {
                        task: item.task,
                        blocks: convert(item.blocks, level),
                    })
                    .collect(),
            })),
            markdown::Block::Code(code) => converted.push(Block::Code(code)),
            markdown::Block::Table(table) => converted.push(Block::Table(convert_table(&table))),
            markdown::Block::Rule => converted.push(Block::Rule),
            markdown::Block::Footnote(number, inner) => {
                footnote(number, convert(inner, level), &mut converted);
            }
        }
    }
    converted
}

fn convert_table(table: &markdown::Table) -> Table {
    let columns = table
        .head
        .iter()
        .enumerate()
        .map(|(place, heading)| Column {
            heading: text(heading),
            share: 0,
            alignment: table.alignments.get(place).copied().unwrap_or_default(),
        })
        .collect();
    let rows = table
        .rows
        .iter()
        .map(|row| Row::new(row.iter().map(|cell| text(cell))))
        .collect();
    Table {
        summary: String::new(),
        columns,
        rows,
        close: false,
    }
}

/// A footnote stands small at the end of its text, behind its number.
fn footnote(number: usize, inner: Vec<Block>, converted: &mut Vec<Block>) {
    let mut first = true;
    for block in inner {
        match block {
            Block::Paragraph(paragraph) => {
                let mut words = Text::new();
                if first {
                    words = words
                        .run(Run {
                            raised: true,
                            ..Run::plain(number.to_string())
                        })
                        .plain("\u{a0}");
                    first = false;
                }
                words.0.extend(paragraph.text.0);
                converted.push(Block::Paragraph(Paragraph {
                    text: words,
                    style: ParagraphStyle::Remark,
                }));
            }
            other => converted.push(other),
        }
    }
}

/// A paragraph, with its pictures set on their own between the words.
fn paragraph(inlines: &[Inline], converted: &mut Vec<Block>) {
    let mut words = Text::new();
    let mut settled = Vec::new();
    gather(
        inlines,
        &Run::default(),
        &mut words,
        &mut |words, picture| {
            if !words.words().trim().is_empty() {
                settled.push(Block::paragraph(std::mem::take(words)));
            }
            words.0.clear();
            settled.push(Block::Figure(Figure {
                caption: Text::from(picture.description.as_str()),
                image: Image::Picture(picture.clone()),
            }));
        },
    );
    converted.append(&mut settled);
    if !words.words().trim().is_empty() {
        converted.push(Block::paragraph(words));
    }
}

/// Inline Markdown as text. A picture, which cannot stand here, gives its description.
fn text(inlines: &[Inline]) -> Text {
    let mut words = Text::new();
    gather(
        inlines,
        &Run::default(),
        &mut words,
        &mut |words, picture| {
            words.0.push(Run::plain(picture.description.clone()));
        },
    );
    words
}

fn gather(
    inlines: &[Inline],
    look: &Run,
    words: &mut Text,
    picture: &mut dyn FnMut(&mut Text, &markdown::Picture),
) {
    for inline in inlines {
        let mut run = look.clone();
        match inline {
            Inline::Text(given) => {
                run.words = Words::Given(given.clone());
                words.0.push(run);
            }
            Inline::Code(given) => {
                run.words = Words::Given(given.clone());
                run.code = true;
                words.0.push(run);
            }
            Inline::LineBreak => {
                run.words = Words::Given("\n".into());
                words.0.push(run);
            }
            Inline::Note(number) => {
                run.words = Words::Given(number.to_string());
                run.raised = true;
                words.0.push(run);
            }
            Inline::Picture(found) => picture(words, found),
            Inline::Citation(citation) => cited(citation, look, words),
            Inline::Emphasis(inner) => {
                run.italic = true;
                gather(inner, &run, words, picture);
            }
            Inline::Strong(inner) => {
                run.bold = true;
                gather(inner, &run, words, picture);
            }
            Inline::Struck(inner) => {
                run.struck = true;
                gather(inner, &run, words, picture);
            }
            Inline::Link(address, inner) => {
                run.link = Some(Link::Address(address.clone()));
                gather(inner, &run, words, picture);
            }
        }
    }
}

/// A citation as it was set, or as it was typed. Titles stand out among italics by being upright.
fn cited(citation: &markdown::Citation, look: &Run, words: &mut Text) {
    if citation.set.is_empty() {
        words.0.push(Run {
            words: Words::Given(citation.typed.clone()),
            ..look.clone()
        });
    }
    for piece in &citation.set {
        let address = piece.run.address.clone().map(Link::Address);
        words.0.push(Run {
            words: Words::Given(piece.run.text.clone()),
            italic: piece.run.italic != look.italic,
            link: piece.anchor.clone().map(Link::Anchor).or(address),
            ..look.clone()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_among_words_stands_between_two_paragraphs() {
        let blocks = Block::markdown("Before ![chart](attachment:x) after", 2);
        let Block::Markdown(markdown) = blocks else {
            panic!("made as Markdown")
        };
        let kinds: Vec<String> = markdown
            .blocks()
            .iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => paragraph.text.words(),
                Block::Figure(figure) => format!("[{}]", figure.caption.words()),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(kinds, ["Before ", "[chart]", " after"]);
    }

    #[test]
    fn headings_in_a_text_stand_below_the_heading_of_the_text() {
        let Block::Markdown(markdown) = Block::markdown("# A\n\n## B", 3) else {
            panic!()
        };
        let levels: Vec<u8> = markdown
            .blocks()
            .iter()
            .filter_map(|block| match block {
                Block::Heading(heading) => Some(heading.level),
                _ => None,
            })
            .collect();
        assert_eq!(levels, [3, 4]);
    }
}
