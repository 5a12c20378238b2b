//! Markdown text into the tree.

use super::{Alignment, Block, Inline, Item, List, Picture, Table, citation};
use pulldown_cmark::{Alignment as Column, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;

/// How deep blocks and emphasis may stand in one another. What is nested deeper is kept, at this
/// depth: later steps walk the tree by recursion, and no account has ever been written that needs
/// more.
const DEEPEST: usize = 16;

/// More characters at the start of a line than any real nesting uses; such lines are taken as text.
///
/// The parser's work on block quotes grows with lines times depth, which turns a few megabytes of
/// `>` into minutes.
const WIDEST_MARGIN: usize = 64;

/// Reads Markdown: CommonMark with tables, struck-out text, task lists and footnotes.
pub fn parse(markdown: &str) -> Vec<Block> {
    let tamed = tame(markdown);
    let text = tamed.as_deref().unwrap_or(markdown);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let mut builder = Builder::default();
    let cites = text.contains('@');
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Text(words) if cites && is_escaped(text, range.start) => {
                builder.escaped(&words);
            }
            event => builder.event(event),
        }
    }
    let mut blocks = builder.finish();
    if cites {
        citation::find(&mut blocks);
    }
    blocks
}

/// Whether a backslash takes its meaning from what begins at `start`.
fn is_escaped(text: &str, start: usize) -> bool {
    let before = text.as_bytes()[..start].iter().rev();
    before.take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// Puts a backslash before the markers of lines that open absurdly many blocks, and before all but
/// the first brackets of a run, so that reading stays in proportion to length.
fn tame(markdown: &str) -> Option<String> {
    let wild = |line: &str| {
        let margin = line
            .bytes()
            .take_while(|byte| matches!(byte, b'>' | b' ' | b'\t' | b'-' | b'*' | b'+'))
            .filter(|byte| !matches!(byte, b' ' | b'\t'))
            .count();
        margin > WIDEST_MARGIN && line.bytes().any(|byte| byte == b'>' || byte == b' ')
    };
    if !markdown.lines().any(wild) {
        return None;
    }
    let mut tamed = String::with_capacity(markdown.len() + 16);
    for line in markdown.split_inclusive('\n') {
        if wild(line) {
            tamed.push('\\');
        }
        tamed.push_str(line);
    }
    Some(tamed)
}

/// A block or span that has begun and not yet ended.
enum Open {
    Heading(u8, Vec<Inline>),
    Paragraph(Vec<Inline>),
    Quote(Vec<Block>),
    List(List),
    Item(Item, Vec<Inline>),
    Code(String),
    Table(Table),
    Row(Vec<Vec<Inline>>),
    Cell(Vec<Inline>),
    Footnote(usize, Vec<Block>),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Struck(Vec<Inline>),
    Link(Option<String>, Vec<Inline>),
    Picture(Option<String>, Vec<Inline>),
    /// Too deep, or of no concern: its content goes to what surrounds it.
    Nothing,
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    depth: usize,
    blocks: Vec<Block>,
    notes: Vec<(usize, Vec<Block>)>,
    numbers: HashMap<String, usize>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.inline(Inline::Code(clean(&code))),
            // What looks like HTML is what the person wrote, not markup for us.
            Event::Html(html) | Event::InlineHtml(html) => self.text(&html),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::FootnoteReference(name) => {
                let number = self.number(&name);
                self.inline(Inline::Note(number));
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.inline(Inline::LineBreak),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(done) => {
                if let Some(Open::Item(item, _)) = self
                    .open
                    .iter_mut()
                    .rev()
                    .find(|open| matches!(open, Open::Item(..)))
                {
                    item.task = Some(done);
                }
            }
        }
    }

    fn number(&mut self, name: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name.to_owned()).or_insert(next)
    }

    fn start(&mut self, tag: Tag<'_>) {
        let deep = self.depth >= DEEPEST;
        let open = match tag {
            Tag::Heading { level, .. } => Open::Heading(level as u8, Vec::new()),
            Tag::Paragraph => Open::Paragraph(Vec::new()),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                Open::Code(String::new())
            }
            Tag::Table(columns) if !deep => Open::Table(Table {
                alignments: columns.iter().map(alignment).collect(),
                ..Table::default()
            }),
            Tag::TableHead | Tag::TableRow if !deep => Open::Row(Vec::new()),
            Tag::TableCell if !deep => Open::Cell(Vec::new()),
            Tag::FootnoteDefinition(name) => Open::Footnote(self.number(&name), Vec::new()),
            Tag::BlockQuote(_) if !deep => Open::Quote(Vec::new()),
            Tag::List(start) if !deep => Open::List(List {
                start,
                tight: true,
                items: Vec::new(),
            }),
            Tag::Item if !deep => Open::Item(Item::default(), Vec::new()),
            Tag::Emphasis if !deep => Open::Emphasis(Vec::new()),
            Tag::Strong if !deep => Open::Strong(Vec::new()),
            Tag::Strikethrough if !deep => Open::Struck(Vec::new()),
            Tag::Link { dest_url, .. } if !deep => Open::Link(acceptable(&dest_url), Vec::new()),
            Tag::Image { dest_url, .. } if !deep => {
                Open::Picture(attachment(&dest_url), Vec::new())
            }
            _ => Open::Nothing,
        };
        self.depth += 1;
        self.open.push(open);
    }

    fn end(&mut self, _tag: TagEnd) {
        self.depth = self.depth.saturating_sub(1);
        let Some(open) = self.open.pop() else { return };
        match open {
            Open::Heading(level, inlines) => self.block(Block::Heading(level, inlines)),
            Open::Paragraph(inlines) => {
                if let Some(Open::Item(..)) = self.open.last()
                    && let Some(Open::List(list)) = self
                        .open
                        .iter_mut()
                        .rev()
                        .find(|open| matches!(open, Open::List(_)))
                {
                    // Only items with blank lines between them hold paragraphs.
                    list.tight = false;
                }
                self.block(Block::Paragraph(inlines));
            }
            Open::Quote(blocks) => self.block(Block::Quote(blocks)),
            Open::List(list) => self.block(Block::List(list)),
            Open::Item(mut item, inlines) => {
                flush(&mut item.blocks, inlines);
                match self.open.last_mut() {
                    Some(Open::List(list)) => list.items.push(item),
                    _ => item.blocks.into_iter().for_each(|block| self.block(block)),
                }
            }
            Open::Code(code) => {
                self.block(Block::Code(code.trim_end_matches('\n').to_owned()));
            }
            Open::Table(table) => self.block(Block::Table(table)),
            Open::Row(cells) => {
                if let Some(Open::Table(table)) = self.open.last_mut() {
                    if table.head.is_empty() && table.rows.is_empty() {
                        table.head = cells;
                    } else {
                        table.rows.push(cells);
                    }
                }
            }
            Open::Cell(inlines) => {
                if let Some(Open::Row(cells)) = self.open.last_mut() {
                    cells.push(inlines);
                }
            }
            Open::Footnote(number, blocks) => self.notes.push((number, blocks)),
            Open::Emphasis(inner) => self.inline(Inline::Emphasis(inner)),
            Open::Strong(inner) => self.inline(Inline::Strong(inner)),
            Open::Struck(inner) => self.inline(Inline::Struck(inner)),
            Open::Link(Some(address), inner) => self.inline(Inline::Link(address, inner)),
            Open::Picture(Some(id), inner) => {
                let description = super::inline_text(&inner);
                self.inline(Inline::Picture(Picture { id, description }));
            }
            Open::Link(None, inner) | Open::Picture(None, inner) => {
                inner.into_iter().for_each(|inline| self.inline(inline));
            }
            Open::Nothing => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(Open::Code(code)) = self.open.last_mut() {
            code.push_str(&clean_lines(text));
            return;
        }
        self.inline(Inline::Text(clean(text)));
    }

    /// Words whose first character means itself.
    fn escaped(&mut self, words: &str) {
        let mut letters = words.chars();
        let stand_in = letters.next().and_then(citation::escaped);
        match (self.open.last(), stand_in) {
            (Some(Open::Code(_)), _) | (_, None) => self.text(words),
            (_, Some(stand_in)) => {
                let rest = clean(letters.as_str());
                self.inline(Inline::Text(format!("{stand_in}{rest}")));
            }
        }
    }

    /// Adds to the innermost thing that holds words, beginning a paragraph where there is none.
    fn inline(&mut self, inline: Inline) {
        for open in self.open.iter_mut().rev() {
            match open {
                Open::Heading(_, inlines)
                | Open::Paragraph(inlines)
                | Open::Item(_, inlines)
                | Open::Cell(inlines)
                | Open::Emphasis(inlines)
                | Open::Strong(inlines)
                | Open::Struck(inlines)
                | Open::Link(_, inlines)
                | Open::Picture(_, inlines) => return append(inlines, inline),
                Open::Quote(blocks) | Open::Footnote(_, blocks) => {
                    return append(trailing(blocks), inline);
                }
                Open::Code(_) | Open::List(_) | Open::Table(_) | Open::Row(_) | Open::Nothing => {}
            }
        }
        append(trailing(&mut self.blocks), inline);
    }

    fn block(&mut self, block: Block) {
        for open in self.open.iter_mut().rev() {
            match open {
                Open::Quote(blocks) | Open::Footnote(_, blocks) => return blocks.push(block),
                Open::Item(item, inlines) => {
                    let words = std::mem::take(inlines);
                    flush(&mut item.blocks, words);
                    return item.blocks.push(block);
                }
                _ => {}
            }
        }
        self.blocks.push(block);
    }

    fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.end(TagEnd::Paragraph);
        }
        self.notes.sort_by_key(|(number, _)| *number);
        let notes = self
            .notes
            .into_iter()
            .map(|(number, blocks)| Block::Footnote(number, blocks));
        self.blocks.extend(notes);
        self.blocks
    }
}

fn alignment(column: &Column) -> Alignment {
    match column {
        Column::Right => Alignment::End,
        Column::Center => Alignment::Centre,
        Column::None | Column::Left => Alignment::Start,
    }
}

/// The paragraph at the end of some blocks, begun if need be.
fn trailing(blocks: &mut Vec<Block>) -> &mut Vec<Inline> {
    if !matches!(blocks.last(), Some(Block::Paragraph(_))) {
        blocks.push(Block::Paragraph(Vec::new()));
    }
    match blocks.last_mut() {
        Some(Block::Paragraph(inlines)) => inlines,
        _ => unreachable!("a paragraph was pushed just now"),
    }
}

fn flush(blocks: &mut Vec<Block>, inlines: Vec<Inline>) {
    if !inlines.is_empty() {
        blocks.push(Block::Paragraph(inlines));
    }
}

/// Adds a piece, joining neighbouring words so that a word is never in two pieces for no reason.
fn append(inlines: &mut Vec<Inline>, inline: Inline) {
    match (inlines.last_mut(), inline) {
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, inline) => inlines.push(inline),
    }
}

/// Text for a paragraph: line ends and control characters become spaces.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_control() || citation::is_stand_in(c) => ' ',
            c => c,
        })
        .collect()
}

/// Text for a code block: lines stay, tabs become spaces, other control characters go.
fn clean_lines(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => clean.push('\n'),
            '\t' => clean.push_str("    "),
            c if c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean
}

/// The address, if it is of a kind that a document may lead to.
fn acceptable(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let known = ["http", "https", "mailto"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let plain = !rest.is_empty() && !address.contains(|c: char| c.is_control() || c == ' ');
    (known && plain).then(|| address.to_owned())
}

/// The identity of a file of the portfolio.
fn attachment(address: &str) -> Option<String> {
    let id = address.strip_prefix("attachment:")?;
    aftershift_domain::id::is_id(id).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::time::{Duration, Instant};

    #[track_caller]
    fn check(markdown: &str, tree: Expect) {
        let lines: Vec<String> = parse(markdown)
            .iter()
            .map(|block| format!("{block:?}"))
            .collect();
        tree.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn raw_html_is_text() {
        check(
            "a <b>bold</b>",
            expect![[r#"Paragraph([Text("a <b>bold</b>")])"#]],
        );
    }

    #[test]
    fn a_link_to_anything_but_the_web_and_mail_is_its_text() {
        check(
            "[x](javascript:alert(1)) [y](file:///etc/passwd) [z](https://nmc.org.uk)",
            expect![[r#"Paragraph([Text("x y "), Link("https://nmc.org.uk", [Text("z")])])"#]],
        );
    }

    #[test]
    fn a_picture_is_only_ever_a_file_of_the_portfolio() {
        check(
            "![chart](attachment:a-1_B) ![spy](https://example.org/p.png) ![up](attachment:../x)",
            expect![[
                r#"Paragraph([Picture(Picture { id: "a-1_B", description: "chart" }), Text(" spy up")])"#
            ]],
        );
    }

    #[test]
    fn lists_know_whether_they_are_tight_and_what_is_done() {
        check(
            "1. one\n   - [x] done\n   - [ ] open\n2. two",
            expect![[
                r#"List(List { start: Some(1), tight: true, items: [Item { task: None, blocks: [Paragraph([Text("one")]), List(List { start: None, tight: true, items: [Item { task: Some(true), blocks: [Paragraph([Text("done")])] }, Item { task: Some(false), blocks: [Paragraph([Text("open")])] }] })] }, Item { task: None, blocks: [Paragraph([Text("two")])] }] })"#
            ]],
        );
    }

    #[test]
    fn footnotes_are_numbered_as_they_are_met_and_stand_at_the_end() {
        check(
            "One[^b] two[^a].\n\n[^a]: Second.\n\n[^b]: First.\n\nAfter.",
            expect![[r#"
                Paragraph([Text("One"), Note(1), Text(" two"), Note(2), Text(".")])
                Paragraph([Text("After.")])
                Footnote(1, [Paragraph([Text("First.")])])
                Footnote(2, [Paragraph([Text("Second.")])])"#]],
        );
    }

    #[test]
    fn quotation_marks_stay_as_typed() {
        check(
            "\"so\" -- she said...",
            expect![[r#"Paragraph([Text("\"so\" -- she said...")])"#]],
        );
    }

    #[test]
    fn five_megabytes_of_anything_are_read_in_seconds_and_at_any_depth() {
        let quotes = format!("{} x\n", "> ".repeat(1000)).repeat(2500);
        let flat = ">".repeat(5_000_000);
        let brackets = "[".repeat(1_000_000);
        let stars = "*a ".repeat(1_000_000);
        let lists: String = (0..2000)
            .map(|n| format!("{}- x\n", "  ".repeat(n)))
            .collect();
        for text in [quotes, flat, brackets, stars, lists] {
            let begun = Instant::now();
            let blocks = parse(&text);
            assert!(!blocks.is_empty());
            assert!(begun.elapsed() < Duration::from_secs(30), "{text:.20}…");
        }
    }
}
