//! The document to be set: what stands in it and in what order, without a word about where on the
//! page.
//!
//! A [`Document`] is made of [`Part`]s, each of which begins on a new page unless it follows, and a
//! part of [`Block`]s. Anything that can be led to has an anchor: a name that is used once. Links name an
//! anchor, and [`Run::page_of`] becomes the number of the page it lands on.

mod register;
mod text;

pub use register::{Register, RegisterEntry, RegisterGroup, RegisterHeadings, RegisterSum};
pub use text::{Link, Run, Text, Words};

use crate::grid::Grid;
use crate::plot::Plot;
use aftershift_domain::fingerprint::Fingerprint;
use chrono::{DateTime, Utc};

/// Everything that is set and bound into one PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Shown in the reader's window and, on the right, at the head of each page.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// What it is about, for catalogues.
    pub subject: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// The language of the text, as in "en-GB".
    pub language: String,
    /// Written as the time of creation. An argument, so that the same document always gives the
    /// same file.
    pub created_at: DateTime<Utc>,
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// Files that travel inside the PDF, in order.
    pub attachments: Vec<Attachment>,
    /// What identifies the data that it was made from, at the foot of each page.
    pub fingerprint: Option<Fingerprint>,
}

/// A file that travels inside the PDF and can be taken out of it again as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its identity in the portfolio: where its bytes come from, and what [`Link::Attachment`] names.
    pub id: String,
    /// What it is called when it is taken out; no two attachments have the same name.
    pub name: String,
    /// What it is, for people.
    pub description: String,
    /// Media type such as `text/plain`.
    pub media_type: String,
    /// When it last changed, as exactly as may be said.
    pub modified: Moment,
    /// How it stands to the document.
    pub relation: Relation,
}

/// How an attached file stands to the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It belongs to what is shown.
    Supplement,
    /// It holds the data that the document was made from.
    Source,
}

/// A moment, as exactly as it may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// To the second.
    Exact(DateTime<Utc>),
    /// The month alone.
    Month {
        /// The year.
        year: i32,
        /// The month, from 1.
        month: u32,
    },
}

/// A stretch of the document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// Set at the head of each of its pages, on the left.
    pub running_head: String,
    /// Whether its pages carry no head and foot, as a cover does.
    pub bare: bool,
    /// Whether its pages have narrow margins, as tabular matter needs.
    pub wide: bool,
    /// Whether it goes on below the part before it, if both have the same margins, instead of beginning
    /// on a new page.
    pub follows: bool,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Part {
    /// A part with head and foot.
    pub fn new(running_head: impl Into<String>) -> Self {
        Self {
            running_head: running_head.into(),
            ..Self::default()
        }
    }

    /// A part with head and foot and narrow margins.
    pub fn wide(running_head: impl Into<String>) -> Self {
        Self {
            wide: true,
            ..Self::new(running_head)
        }
    }

    /// A part without head and foot.
    pub fn bare() -> Self {
        Self {
            bare: true,
            ..Self::default()
        }
    }

    /// A part with head and foot that goes on below the part before it.
    pub fn following(running_head: impl Into<String>) -> Self {
        Self {
            follows: true,
            ..Self::new(running_head)
        }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a block, in a chain.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
}

/// Something that stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The title page.
    Cover(Cover),
    /// The table of contents: every heading of at most this level.
    Contents {
        /// The deepest level that is listed.
        deepest: u8,
    },
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// What a person wrote.
    Markdown(Markdown),
    /// Labels with their values.
    Definitions(Vec<(Text, Text)>),
    /// A table.
    Table(Table),
    /// A register of many small entries.
    Register(Register),
    /// A chart or picture.
    Figure(Figure),
    /// A list.
    List(List),
    /// A quotation, set in with a bar beside it.
    Quote(Vec<Block>),
    /// Lines shown as they are.
    Code(String),
    /// The text of a file, each line as it is there: set small enough that lines keep their length.
    Transcript(String),
    /// Something the reader should not miss, set apart with a heading of its own.
    Note {
        /// Its heading.
        title: Text,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// Lines to be signed by hand, each with what belongs under it.
    Signatures(Vec<Signature>),
    /// Empty ruled lines, to be written on by hand: as many as there is room for on the page.
    WritingLines {
        /// No fewer than this: rather a new page.
        least: u8,
        /// No more than this.
        most: u8,
    },
    /// A hairline across the page.
    Rule,
    /// Goes on to a new page.
    PageBreak,
    /// Kept on one page if that is possible.
    Together(Vec<Block>),
    /// Kept on one page, together with the beginning of what comes next, which it introduces.
    Leading(Vec<Block>),
    /// Kept on one page if one can hold it; else divided as its blocks allow.
    Whole(Vec<Block>),
    /// A place that can be led to, at whatever comes next.
    Anchor(String),
}

impl Block {
    /// A heading that is led to by `anchor`, listed in the contents and the bookmarks.
    pub fn heading(level: u8, text: impl Into<Text>, anchor: impl Into<String>) -> Self {
        Self::Heading(Heading {
            level,
            text: text.into(),
            anchor: Some(anchor.into()),
            number: None,
            listed: true,
        })
    }

    /// A heading within a text, which is neither listed nor led to.
    pub fn subheading(level: u8, text: impl Into<Text>) -> Self {
        let text = text.into();
        Self::Heading(Heading {
            level,
            text,
            anchor: None,
            number: None,
            listed: false,
        })
    }

    /// A paragraph of body text.
    pub fn paragraph(text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph {
            text: text.into(),
            style: ParagraphStyle::Body,
        })
    }

    /// A paragraph that opens a part, a little larger.
    pub fn lead(text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph {
            text: text.into(),
            style: ParagraphStyle::Lead,
        })
    }

    /// A small remark.
    pub fn remark(text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph {
            text: text.into(),
            style: ParagraphStyle::Remark,
        })
    }

    /// What a person wrote, with its first level of headings at `level`.
    pub fn markdown(source: impl Into<String>, level: u8) -> Self {
        Self::cited(source, level, Vec::new())
    }

    /// The same with its citations as they are set.
    pub fn cited(
        source: impl Into<String>,
        level: u8,
        citations: Vec<Vec<crate::markdown::Piece>>,
    ) -> Self {
        Self::Markdown(Markdown {
            source: source.into(),
            heading_level: level,
            citations,
            leads: false,
        })
    }

    /// The same text, whose last lines stay with what comes next. Other blocks stay as they are.
    #[must_use]
    pub fn leading(self) -> Self {
        match self {
            Self::Markdown(text) => Self::Markdown(Markdown {
                leads: true,
                ..text
            }),
            other => other,
        }
    }
}

/// A title page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cover {
    /// A line above the title: what kind of document this is.
    pub kind: String,
    /// The title.
    pub title: String,
    /// A line below it.
    pub subtitle: String,
    /// Labels with their values, at the foot of the page.
    pub details: Vec<(String, String)>,
    /// A sentence at the very foot.
    pub closing: String,
    /// Whether it is the head of a page that goes on below it, instead of a page.
    pub brief: bool,
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 for a part of the document, then inwards to 6.
    pub level: u8,
    /// The words.
    pub text: Text,
    /// The name that leads here.
    pub anchor: Option<String>,
    /// An evidence number that stands before the words.
    pub number: Option<String>,
    /// Whether it is listed in the bookmarks, and in the contents if its level is.
    pub listed: bool,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The words.
    pub text: Text,
    /// How it is set.
    pub style: ParagraphStyle,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// As the text of a book.
    #[default]
    Body,
    /// A little larger, to open a part.
    Lead,
    /// Small and quiet.
    Remark,
    /// With the first line hanging out, as entries of a reference list are.
    Hanging,
}

/// What a person wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Markdown {
    /// The text.
    pub source: String,
    /// The level that its level 1 becomes; the others follow.
    pub heading_level: u8,
    /// How its citations are set, in their order. Where there is nothing, they stay as typed.
    pub citations: Vec<Vec<crate::markdown::Piece>>,
    /// Whether its last lines stay with what comes next, so that this does not stand on a page alone.
    pub leads: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table shows, for a reader who does not see it.
    pub summary: String,
    /// The columns; their headings are repeated on every page that the table reaches.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether the rows stand close to one another, as figures do.
    pub close: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: Text,
    /// Its part of the width; 0 lets the content decide.
    pub share: u16,
    /// How its cells are set.
    pub alignment: crate::markdown::Alignment,
}

impl Column {
    /// A column of words.
    pub fn words(heading: impl Into<Text>, share: u16) -> Self {
        Self {
            heading: heading.into(),
            share,
            alignment: crate::markdown::Alignment::Start,
        }
    }

    /// A column of figures, set to the right.
    pub fn figures(heading: impl Into<Text>, share: u16) -> Self {
        Self {
            heading: heading.into(),
            share,
            alignment: crate::markdown::Alignment::End,
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// The cells. Missing ones are empty.
    pub cells: Vec<Text>,
    /// Whether the row sums up others and is set in bold.
    pub total: bool,
    /// The name that leads here.
    pub anchor: Option<String>,
}

impl Row {
    /// A row of these cells.
    pub fn new(cells: impl IntoIterator<Item = Text>) -> Self {
        Self {
            cells: cells.into_iter().collect(),
            total: false,
            anchor: None,
        }
    }

    /// The same row as one that sums up others.
    #[must_use]
    pub fn total(mut self) -> Self {
        self.total = true;
        self
    }

    /// The same row with a name that leads to it.
    #[must_use]
    pub fn anchored(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }
}

/// A chart or picture with the words under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is shown.
    pub image: Image,
    /// The words under it.
    pub caption: Text,
}

/// What a figure shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Image {
    /// A chart; its title and description are its own.
    Plot(Plot),
    /// Rows with dots under columns; its description is its own.
    Grid(Grid),
    /// A file of the portfolio.
    Picture(crate::markdown::Picture),
}

/// A list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// The first number, if the list is numbered.
    pub start: Option<u64>,
    /// Whether the items stand close together.
    pub tight: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

impl List {
    /// A list of short items with bullets.
    pub fn bullets(items: impl IntoIterator<Item = Text>) -> Self {
        let items = items
            .into_iter()
            .map(|text| ListItem {
                task: None,
                blocks: vec![Block::paragraph(text)],
            })
            .collect();
        Self {
            start: None,
            tight: true,
            items,
        }
    }
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListItem {
    /// For a task: whether it is done.
    pub task: Option<bool>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A line to be signed by hand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Signature {
    /// Whose signature belongs here.
    pub role: String,
    /// That person's name, if it is known.
    pub name: String,
}
