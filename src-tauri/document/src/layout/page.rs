//! Strips onto pages.

use super::Flow;
use super::mark::{Cell, Mark, Strip, WordItem, Words, tallest};
use super::paragraph::PageNumbers;
use super::style::{HAIR, HAIRLINE, INK, QUIET, Style};
use crate::font::{Face, Shaper};
use crate::length::Length;
use crate::outline::{Document, Part};
use std::iter::Peekable;
use std::sync::Arc;

/// A page: marks placed from its top left corner.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) marks: Vec<Mark>,
    running_head: String,
    bare: bool,
    wide: bool,
}

/// A row is divided between pages only if it is taller than this part of the page: shorter ones
/// move as a whole, which leaves less white space than it spares the reader.
const DIVIDED_FROM: i64 = 4;

/// So many lines at least of a divided cell go on to the next page.
const LEAST_LEFT: usize = 4;

struct Filler<'a> {
    style: &'a Style,
    part: &'a Part,
    pages: Vec<Page>,
    /// How far the last page is filled.
    reach: Length,
    empty: bool,
}

/// Puts the strips of all parts onto pages, with the usual margins or the narrow ones.
pub(super) fn fill(flows: Vec<Flow<'_>>, [usual, wide]: [&Style; 2]) -> Vec<Page> {
    let mut filler = Filler {
        style: usual,
        part: &Part::default(),
        pages: Vec::new(),
        reach: Length::ZERO,
        empty: true,
    };
    for flow in flows {
        if flow.strips.is_empty() {
            continue;
        }
        filler.begin(flow.part, if flow.part.wide { wide } else { usual });
        let mut strips = flow.strips.into_iter().peekable();
        while let Some(cluster) = next_cluster(&mut strips) {
            let mut clusters = vec![cluster];
            while clusters
                .last()
                .and_then(|it| it.last())
                .is_some_and(|strip| strip.whole)
                && strips.peek().is_some_and(|next| !next.new_page)
                && let Some(next) = next_cluster(&mut strips)
            {
                clusters.push(next);
            }
            filler.place_whole(clusters);
        }
    }
    filler.pages
}

/// The next strips that belong on one page.
fn next_cluster(strips: &mut Peekable<impl Iterator<Item = Strip>>) -> Option<Vec<Strip>> {
    let mut cluster = vec![strips.next()?];
    while cluster.last().is_some_and(|strip| strip.keep)
        && let Some(next) = strips.next_if(|next| !next.new_page)
    {
        cluster.push(next);
    }
    Some(cluster)
}

/// How high strips are together, with the white space above the first.
fn height_of(strips: &[Strip]) -> Length {
    strips.iter().map(|strip| strip.above + strip.height).sum()
}

impl<'a> Filler<'a> {
    /// Begins a part: on a new page, or below the one before it.
    fn begin(&mut self, part: &'a Part, style: &'a Style) {
        (self.part, self.style) = (part, style);
        let goes_on = |page: &Page| part.follows && !page.bare && page.wide == part.wide;
        if !self.pages.last().is_some_and(goes_on) {
            self.turn();
        }
    }

    /// Places clusters on one page if there is one that can hold them, and else one after another.
    fn place_whole(&mut self, clusters: Vec<Vec<Strip>>) {
        let height: Length = clusters.iter().map(|cluster| height_of(cluster)).sum();
        if height <= self.style.height {
            self.place(clusters.into_iter().flatten().collect());
        } else {
            clusters.into_iter().for_each(|cluster| self.place(cluster));
        }
    }

    fn turn(&mut self) {
        self.pages.push(Page {
            marks: Vec::new(),
            running_head: self.part.running_head.clone(),
            bare: self.part.bare,
            wide: self.part.wide,
        });
        self.reach = Length::ZERO;
        self.empty = true;
    }

    /// Places strips that belong on one page.
    fn place(&mut self, mut cluster: Vec<Strip>) {
        if cluster.first().is_some_and(|strip| strip.new_page) && !self.empty {
            self.turn();
        }
        let height = height_of(&cluster);
        let first = cluster.first().map_or(Length::ZERO, |strip| strip.above);
        let needed = if self.empty { height - first } else { height };
        let over = self.reach + needed - self.style.height;
        if over > Length::ZERO && !self.empty {
            if let Some(picture) = cluster.iter_mut().find(|strip| strip.gives_way() >= over) {
                picture.shrink(over);
            } else if !self.divides(&cluster) {
                self.turn_for(cluster.first());
            }
        }
        for strip in cluster {
            self.put(strip);
        }
    }

    /// Whether the last strip is a row tall enough to be divided here, with room for what is kept
    /// with it.
    fn divides(&self, cluster: &[Strip]) -> bool {
        let Some((row, before)) = cluster.split_last() else {
            return false;
        };
        let tall = row.cells.is_some() && row.height > self.style.height / DIVIDED_FROM;
        let before = height_of(before);
        let room = self.style.height - self.reach - before - row.above;
        tall && room > self.style.leading() * 4
    }

    /// Goes on to a new page, and repeats the head of the table there.
    fn turn_for(&mut self, strip: Option<&Strip>) {
        self.turn();
        if let Some(strip) = strip
            && let Some(header) = &strip.header
        {
            self.repeat(&Arc::clone(header), strip.header_height);
        }
    }

    fn repeat(&mut self, header: &[Mark], height: Length) {
        let (left, top) = (self.style.left, self.style.top + self.reach);
        let marks = header.iter().map(|mark| mark.clone().moved(left, top));
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(marks);
        }
        self.reach += height;
        // `empty` stays: the row that follows needs no space above it.
    }

    fn put(&mut self, mut strip: Strip) {
        let above = if self.empty {
            Length::ZERO
        } else {
            strip.above
        };
        let room = self.style.height - self.reach - above;
        if strip.height > room {
            if strip.cells.is_some() {
                let (header, header_height) = (strip.header.clone(), strip.header_height);
                let (head, tail) = divide_row(strip, room);
                if let Some(head) = head {
                    self.draw(head, above);
                } else if self.empty {
                    // Not even one line fits an empty page: it is drawn as it is, once.
                    self.draw(tail, above);
                    return;
                }
                self.turn();
                if let Some(header) = header {
                    self.repeat(&header, header_height);
                }
                return self.put(tail);
            }
            if !self.empty {
                self.turn_for(Some(&strip));
                strip.above = Length::ZERO;
                return self.put(strip);
            }
        }
        self.draw(strip, above);
    }

    fn draw(&mut self, strip: Strip, above: Length) {
        let (left, top) = (self.style.left, self.style.top + self.reach + above);
        let strip = strip.filling(self.style.height - self.reach - above);
        let Some(page) = self.pages.last_mut() else {
            return;
        };
        self.reach += above + strip.height;
        // A place without height, such as an anchor, leaves the page as empty as it was.
        self.empty &= strip.height == Length::ZERO;
        draw(strip, (left, top, above), &mut page.marks);
    }
}

/// Moves the marks of a strip to their place.
fn draw(strip: Strip, (left, top, above): (Length, Length, Length), out: &mut Vec<Mark>) {
    let height = strip.height;
    for mark in strip.marks {
        out.push(match mark {
            Mark::Bar { x, width, colour } => Mark::Rectangle {
                x: left + x,
                y: top - above,
                width,
                height: height + above,
                colour,
            },
            Mark::Foot {
                x,
                width,
                thickness,
                colour,
            } => Mark::Rectangle {
                x: left + x,
                y: top + height - thickness,
                width,
                height: thickness,
                colour,
            },
            other => other.moved(left, top),
        });
    }
    for cell in strip.cells.into_iter().flatten() {
        let mut reach = top + strip.pad;
        for (place, strip) in cell.strips.into_iter().enumerate() {
            let above = if place == 0 {
                Length::ZERO
            } else {
                strip.above
            };
            reach += above;
            let height = strip.height;
            draw(strip, (left + cell.x, reach, above), out);
            reach += height;
        }
    }
}

/// Divides a row: what fits into `room`, and the rest.
fn divide_row(mut row: Strip, room: Length) -> (Option<Strip>, Strip) {
    let cells = row.cells.take().unwrap_or_default();
    // What a row has around its lines: padding and the rule below.
    let around = row.height - tallest(&cells);
    let room = room - around;
    let (mut heads, mut tails) = (Vec::new(), Vec::new());
    for cell in cells {
        let mut reach = Length::ZERO;
        let mut fitting = 0;
        for (place, strip) in cell.strips.iter().enumerate() {
            reach += if place == 0 {
                Length::ZERO
            } else {
                strip.above
            };
            reach += strip.height;
            if reach > room {
                break;
            }
            fitting = place + 1;
        }
        // A line or two alone are no reason for a page.
        let left = cell.strips.len() - fitting;
        if (1..LEAST_LEFT).contains(&left) && cell.strips.len() >= LEAST_LEFT * 2 {
            fitting = cell.strips.len() - LEAST_LEFT;
        }
        let mut strips = cell.strips;
        let rest = strips.split_off(fitting);
        heads.push(Cell { x: cell.x, strips });
        tails.push(Cell {
            x: cell.x,
            strips: rest,
        });
    }
    let head_height = tallest(&heads);
    let tail_height = tallest(&tails);
    let any = heads.iter().any(|cell| !cell.strips.is_empty());
    let tail = Strip {
        above: Length::ZERO,
        height: tail_height + around,
        marks: row
            .marks
            .iter()
            .filter(|mark| !matches!(mark, Mark::Anchor { .. }) || !any)
            .cloned()
            .collect(),
        cells: Some(tails),
        ..row.clone()
    };
    if !any {
        return (None, tail);
    }
    let head = Strip {
        height: head_height + around,
        cells: Some(heads),
        ..row
    };
    (Some(head), tail)
}

/// The number of the page that each anchor is on.
pub(super) fn anchors(pages: &[Page]) -> PageNumbers {
    let mut numbers = PageNumbers::new();
    for (place, page) in pages.iter().enumerate() {
        for mark in &page.marks {
            if let Mark::Anchor { name, .. } = mark {
                numbers.entry(name.clone()).or_insert(place + 1);
            }
        }
    }
    numbers
}

/// Adds the head and the foot of each page.
pub(super) fn furnish(
    mut pages: Vec<Page>,
    document: &Document,
    [usual, wide]: [&Style; 2],
    shaper: &mut Shaper<'_>,
) -> Vec<Page> {
    let total = pages.len();
    let fingerprint = document.fingerprint.map(|it| it.to_string());
    let fingerprint = fingerprint.unwrap_or_default();
    for (place, page) in pages.iter_mut().enumerate() {
        if page.bare {
            continue;
        }
        let style = if page.wide { wide } else { usual };
        let size = style.scaled(8_000);
        let right = style.left + style.width;
        let (head, foot) = (style.head, style.foot);
        let mut furniture = Vec::new();
        let half = style.width.part(9, 20);
        let left_words = words(&page.running_head, size, QUIET, half, shaper);
        let title = words(&document.title, size, QUIET, half, shaper);
        let third = style.width.part(3, 10);
        let author = words(&document.author, size, QUIET, third, shaper);
        let number = words(
            &format!("Page {} of {total}", place + 1),
            size,
            INK,
            half,
            shaper,
        );
        furniture.push(at(left_words, style.left, head));
        let x = right - title.width;
        furniture.push(at(title, x, head));
        furniture.push(at(author, style.left, foot));
        let fingerprint = words(&fingerprint, size, QUIET, half, shaper);
        let x = style.left + (style.width - fingerprint.width).part(1, 2);
        furniture.push(at(fingerprint, x, foot));
        let x = right - number.width;
        furniture.push(at(number, x, foot));
        furniture.push(Mark::Rectangle {
            x: style.left,
            y: head + Length::points(5),
            width: style.width,
            height: HAIRLINE,
            colour: HAIR,
        });
        page.marks.splice(0..0, furniture);
    }
    pages
}

fn at(mut words: Words, x: Length, baseline: Length) -> Mark {
    words.x = x;
    words.baseline = baseline;
    Mark::Words(words)
}

/// Words that are no part of the text, cut to a width with an ellipsis.
fn words(
    text: &str,
    size: Length,
    colour: super::style::Colour,
    width: Length,
    shaper: &mut Shaper<'_>,
) -> Words {
    let face = Face::Sans;
    let mut items = Vec::new();
    let mut reach = Length::ZERO;
    let space = size.ems(shaper.width(face, " "));
    let ellipsis = shaper.word(face, false, "…");
    for (place, word) in text.split_whitespace().enumerate() {
        let shaped = shaper.word(face, super::paragraph::is_rtl(word), word);
        let step = size.ems(shaped.width) + if place == 0 { Length::ZERO } else { space };
        if reach + step > width - size.ems(ellipsis.width) {
            reach += size.ems(ellipsis.width);
            items.push(WordItem::Word(ellipsis));
            break;
        }
        if place > 0 {
            items.push(WordItem::Space(space));
        }
        items.push(WordItem::Word(shaped));
        reach += step;
    }
    Words {
        x: Length::ZERO,
        baseline: Length::ZERO,
        size,
        face,
        colour,
        struck: false,
        element: None,
        items,
        width: reach,
    }
}
