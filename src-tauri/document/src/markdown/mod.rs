//! What a person wrote, as a tree.
//!
//! # Steps
//! - **Read:** [`parse()`] turns Markdown into [`Block`]s. It cannot fail: every text is a document.
//! - **Show:** [`html()`] writes the tree for the preview in the window; [`crate::outline`] takes the
//!   same tree into the PDF, so the two agree by construction.
//!
//! Three things in Markdown are not taken at their word. Raw HTML is text like any other. A link
//! leads only to `http:`, `https:` or `mailto:` addresses. A picture is only a file of the
//! portfolio, `![what it shows](attachment:ID)`: nothing is ever fetched.

mod citation;
mod html;
mod parse;

pub use citation::{Citation, Cite, Locator, Piece, Place, citations, set};
pub use html::{html, write};
pub use parse::parse;

/// A paragraph, list, table or other block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A block quote.
    Quote(Vec<Block>),
    /// A list.
    List(List),
    /// Lines to be shown as they are.
    Code(String),
    /// A table.
    Table(Table),
    /// A rule across the page.
    Rule,
    /// A note at the end, with its number as written in the text.
    Footnote(usize, Vec<Block>),
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The first number, if the list is numbered.
    pub start: Option<u64>,
    /// Whether the items were written close together, without blank lines between them.
    pub tight: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// One item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// For a task: whether it is done.
    pub task: Option<bool>,
    /// What the item says.
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// How each column is set.
    pub alignments: Vec<Alignment>,
    /// The headings of the columns.
    pub head: Vec<Vec<Inline>>,
    /// The rows, each as long as the heading.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Alignment {
    /// Where reading begins.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// Where reading ends, as numbers are.
    End,
}

/// Part of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Code among words.
    Code(String),
    /// Emphasis, set in italics.
    Emphasis(Vec<Inline>),
    /// Strong emphasis, set in bold.
    Strong(Vec<Inline>),
    /// Struck out.
    Struck(Vec<Inline>),
    /// A link to an address that has been found acceptable.
    Link(String, Vec<Inline>),
    /// A picture of the portfolio.
    Picture(Picture),
    /// A line break that was asked for.
    LineBreak,
    /// A reference to the footnote of that number.
    Note(usize),
    /// Works that are cited.
    Citation(Citation),
}

/// A picture of the portfolio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file's identity in the portfolio: letters, digits, `-` and `_`.
    pub id: String,
    /// What the picture shows, in words.
    pub description: String,
}

/// The words of a text without its markup, one line for each block.
pub fn plain_text(markdown: &str) -> String {
    let mut text = String::new();
    blocks_text(&parse(markdown), &mut text);
    text.truncate(text.trim_end().len());
    text
}

/// The words of part of a paragraph, without markup.
pub fn inline_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    inlines_text(inlines, &mut text);
    text
}

fn blocks_text(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(_, inlines) | Block::Paragraph(inlines) => {
                inlines_text(inlines, text);
                text.push('\n');
            }
            Block::Quote(inner) | Block::Footnote(_, inner) => blocks_text(inner, text),
            Block::List(list) => list
                .items
                .iter()
                .for_each(|item| blocks_text(&item.blocks, text)),
            Block::Code(code) => {
                text.push_str(code);
                text.push('\n');
            }
            Block::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    for (column, cell) in row.iter().enumerate() {
                        if column > 0 {
                            text.push('\t');
                        }
                        inlines_text(cell, text);
                    }
                    text.push('\n');
                }
            }
            Block::Rule => {}
        }
    }
}

fn inlines_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Struck(inner)
            | Inline::Link(_, inner) => inlines_text(inner, text),
            Inline::Picture(picture) => text.push_str(&picture.description),
            Inline::LineBreak => text.push(' '),
            Inline::Citation(citation) => text.push_str(&citation.typed),
            Inline::Note(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_picture_is_told_by_its_description() {
        assert_eq!(
            plain_text("![The hoist chart](attachment:a1)"),
            "The hoist chart"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn no_text_makes_the_reader_panic(text in "[ -~\n\t*_>#\\[\\]()!|`é漢\\-0-9]{0,400}") {
            let _ = plain_text(&text);
            let _ = html(&text, "attachment:");
        }
    }
}
