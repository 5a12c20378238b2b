//! A document into pages: every word, line and picture with its place.
//!
//! # Steps
//! - **Set:** each block becomes [strips](mark::Strip) of the page, down to the single line.
//! - **Fill:** strips are put on pages, with an eye to what must stay together.
//! - **Settle:** once the pages of all anchors are known, blocks that name a page number are set
//!   again with it; that may move other things, so the pages are filled again until they agree.

mod block;
mod compose;
mod figure;
mod front;
mod grid;
mod line;
mod list;
pub(crate) mod mark;
mod page;
mod paragraph;
mod register;
pub(crate) mod structure;
pub(crate) mod style;
mod table;

pub(crate) use page::Page;

use crate::font::Shaper;
use crate::outline::{Block, Document, Part, Text, Words};
use crate::pdf::picture::Pictures;
use crate::{Error, PdfOptions, Progress, Step};
use block::Setter;
use mark::Strip;
use paragraph::PageNumbers;
use structure::Structure;
use style::Style;

/// How often pages are filled again for the sake of page numbers. Numbers settle at the second
/// time; a document that names a page whose number changes its own place could go on for ever.
const MOST_ROUNDS: usize = 4;

/// A document laid out.
pub(crate) struct Laid {
    pub(crate) pages: Vec<Page>,
    pub(crate) structure: Structure,
    pub(crate) style: Style,
}

/// Strips of a part.
pub(crate) struct Flow<'a> {
    pub(crate) part: &'a Part,
    pub(crate) strips: Vec<Strip>,
}

/// Lays a document out.
pub(crate) fn lay_out(
    document: &Document,
    pictures: &Pictures,
    options: &PdfOptions,
    shaper: &mut Shaper<'_>,
    progress: &dyn Progress,
) -> Result<Laid, Error> {
    let style = Style::new(options);
    let wide = style.wide();
    let style_of = |part: &Part| if part.wide { &wide } else { &style };
    let mut structure = Structure::new();
    let mut numbers = PageNumbers::new();
    let contents = front::entries(document);
    let total: usize = document.parts.iter().map(|part| part.blocks.len()).sum();

    let mut flows: Vec<Vec<Vec<Strip>>> = Vec::with_capacity(document.parts.len());
    let mut parts = Vec::with_capacity(document.parts.len());
    let mut done = 0;
    for part in &document.parts {
        let element = structure.add(Structure::ROOT, structure::Role::Part);
        parts.push(element);
        let mut flow = Vec::with_capacity(part.blocks.len());
        let mut before = None;
        for block in &part.blocks {
            crate::go_on(progress, Step::Setting, done, total)?;
            done += 1;
            let style = style_of(part);
            let mut setter = Setter {
                style,
                structure: &mut structure,
                shaper,
                pictures,
                pages: &numbers,
                contents: &contents,
            };
            let mut strips = setter.block(block, element, style.width);
            block::close_up(before, block, &mut strips);
            flow.push(strips);
            before = Some(block);
        }
        flows.push(flow);
    }

    let mut round = 0;
    let pages = loop {
        round += 1;
        let joined = document.parts.iter().zip(&flows).map(|(part, flow)| Flow {
            part,
            strips: flow.iter().flatten().cloned().collect(),
        });
        let filled = page::fill(joined.collect(), [&style, &wide]);
        let found = page::anchors(&filled);
        if round == MOST_ROUNDS || found == numbers || !names_pages(document) {
            break filled;
        }
        numbers = found;
        for ((part, flow), element) in document.parts.iter().zip(&mut flows).zip(&parts) {
            let style = style_of(part);
            let mut before = None;
            for (block, strips) in part.blocks.iter().zip(flow) {
                if block_names_pages(block) {
                    let mut setter = Setter {
                        style,
                        structure: &mut structure,
                        shaper,
                        pictures,
                        pages: &numbers,
                        contents: &contents,
                    };
                    *strips = setter.block(block, *element, style.width);
                    block::close_up(before, block, strips);
                }
                before = Some(block);
            }
        }
    };
    let pages = page::furnish(pages, document, [&style, &wide], shaper);
    Ok(Laid {
        pages,
        structure,
        style,
    })
}

fn names_pages(document: &Document) -> bool {
    document
        .parts
        .iter()
        .flat_map(|part| &part.blocks)
        .any(block_names_pages)
}

/// Whether a block says the number of a page.
fn block_names_pages(block: &Block) -> bool {
    let any = |blocks: &[Block]| blocks.iter().any(block_names_pages);
    match block {
        Block::Contents { .. } => true,
        Block::Paragraph(paragraph) => text_names_pages(&paragraph.text),
        Block::Definitions(rows) => rows
            .iter()
            .any(|(label, value)| text_names_pages(label) || text_names_pages(value)),
        Block::Table(table) => table
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(text_names_pages),
        Block::Register(register) => register
            .groups
            .iter()
            .flat_map(|group| &group.entries)
            .any(|entry| text_names_pages(&entry.remarks) || entry.texts.iter().any(|it| any(it))),
        Block::List(list) => list.items.iter().any(|item| any(&item.blocks)),
        Block::Quote(blocks)
        | Block::Together(blocks)
        | Block::Leading(blocks)
        | Block::Whole(blocks)
        | Block::Note { blocks, .. } => any(blocks),
        _ => false,
    }
}

fn text_names_pages(text: &Text) -> bool {
    text.0
        .iter()
        .any(|run| matches!(run.words, Words::PageOf(_)))
}
