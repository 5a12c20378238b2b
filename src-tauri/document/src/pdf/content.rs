//! The content of a page, as PDF operators.
//!
//! Pages are written here and not through printpdf's operations: those hold every glyph as an
//! object of its own, which takes twice the time and four times the memory.

use super::font::{self, Embedded};
use super::picture::{self, Pictures};
use super::tag::Tagger;
use crate::font::{BOX_WIDTH, Glyph, Piece, Shaped, Shaper};
use crate::layout::Page;
use crate::layout::mark::{Mark, Path, WordItem, Words};
use crate::layout::structure::Element;
use crate::layout::style::{Colour, Style};
use crate::length::Length;
use crate::outline::Link;
use lopdf::Object;
use std::fmt::Write as _;
use std::sync::Arc;

/// A page as it goes into the file.
pub(super) struct Written {
    pub(super) content: Vec<u8>,
    pub(super) links: Vec<Annotation>,
    pub(super) bookmarks: Vec<Bookmark>,
    pub(super) anchors: Vec<(String, Length)>,
}

/// An area that leads somewhere, from the bottom left corner of the page.
pub(super) struct Annotation {
    pub(super) left: Length,
    pub(super) bottom: Length,
    pub(super) right: Length,
    pub(super) top: Length,
    pub(super) link: Link,
    pub(super) element: Element,
}

impl Annotation {
    /// Where it is, as an annotation says it.
    pub(super) fn rectangle(&self) -> Object {
        let corners = [self.left, self.bottom, self.right, self.top];
        Object::Array(corners.map(number).to_vec())
    }
}

/// A heading for the bookmarks.
pub(super) struct Bookmark {
    pub(super) level: u8,
    pub(super) title: String,
    pub(super) top: Length,
}

/// What the next piece of content belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Nothing,
    Artifact,
    Element(Element),
}

/// Writes pages one after another.
pub(super) struct Writer<'a, 'f> {
    pub(super) style: &'a Style,
    pub(super) tagger: &'a mut Tagger<'f>,
    pub(super) embedded: &'a mut Embedded<'f>,
    pub(super) shaper: &'a mut Shaper<'f>,
    pub(super) pictures: &'a Pictures,
}

/// One page while it is written.
struct State {
    out: String,
    page: usize,
    owner: Owner,
    in_text: bool,
    font: Option<(usize, Length)>,
    colour: Option<Colour>,
}

impl Writer<'_, '_> {
    /// Writes a page.
    pub(super) fn page(&mut self, number: usize, page: &Page) -> Written {
        let mut state = State {
            out: String::with_capacity(16_000),
            page: number,
            owner: Owner::Nothing,
            in_text: false,
            font: None,
            colour: None,
        };
        let mut written = Written {
            content: Vec::new(),
            links: Vec::new(),
            bookmarks: Vec::new(),
            anchors: Vec::new(),
        };
        // Grounds and rules lie under the words, and come first so that the words of a paragraph
        // stay in one piece of marked content.
        for mark in &page.marks {
            if let Mark::Rectangle {
                x,
                y,
                width,
                height,
                colour,
            } = mark
            {
                self.own(&mut state, Owner::Artifact);
                set_colour(&mut state, *colour);
                let foot = self.style.page_height - *y - *height;
                rectangle(&mut state.out, (*x, foot), (*width, *height), "f");
            }
        }
        for mark in &page.marks {
            self.mark(&mut state, mark, &mut written);
        }
        self.own(&mut state, Owner::Nothing);
        written.content = state.out.into_bytes();
        written
    }

    fn mark(&mut self, state: &mut State, mark: &Mark, written: &mut Written) {
        let height = self.style.page_height;
        match mark {
            Mark::Words(words) => self.words(state, words),
            Mark::Path(path) => self.path(state, path),
            Mark::Picture {
                x,
                y,
                width,
                height: high,
                picture,
                element,
            } => {
                self.own(state, Owner::Element(*element));
                let place = (*x, height - *y - *high);
                draw_picture(
                    state,
                    *picture,
                    self.pictures.list[*picture].turn,
                    place,
                    (*width, *high),
                );
            }
            Mark::TickBox {
                x,
                baseline,
                size,
                done,
                element,
            } => {
                let place = (*x, height - *baseline);
                self.tick_box(state, place, *size, *done, *element);
            }
            Mark::Area {
                x,
                y,
                width,
                height: high,
                link,
                element,
            } => {
                self.tagger.annotation(*element, state.page);
                written.links.push(Annotation {
                    left: *x,
                    bottom: height - *y - *high,
                    right: *x + *width,
                    top: height - *y,
                    link: link.clone(),
                    element: *element,
                });
            }
            Mark::Present(element) => self.tagger.place(*element),
            Mark::Anchor { name, y } => written.anchors.push((name.clone(), height - *y)),
            Mark::Bookmark { level, title, y } => written.bookmarks.push(Bookmark {
                level: *level,
                title: title.clone(),
                top: height - *y,
            }),
            Mark::Rectangle { .. } | Mark::Bar { .. } | Mark::Foot { .. } => {}
        }
    }

    /// Makes what follows belong to `owner`.
    fn own(&mut self, state: &mut State, owner: Owner) {
        if state.owner == owner {
            return;
        }
        end_text(state);
        if state.owner != Owner::Nothing {
            state.out.push_str("EMC\n");
        }
        match owner {
            Owner::Nothing => {}
            Owner::Artifact => state.out.push_str("/Artifact BMC\n"),
            Owner::Element(element) => {
                let number = self.tagger.content(element, state.page);
                let name = self.tagger.name(element);
                let _ = writeln!(state.out, "/{name} <</MCID {number}>> BDC");
            }
        }
        state.owner = owner;
    }

    fn words(&mut self, state: &mut State, words: &Words) {
        self.own(state, words.element.map_or(Owner::Artifact, Owner::Element));
        set_colour(state, words.colour);
        let y = self.style.page_height - words.baseline;
        let mut line = Line {
            pen: words.x,
            y,
            size: words.size,
            open: false,
        };
        line.begin(state);
        for item in &words.items {
            match item {
                WordItem::Word(shaped) => self.word(state, &mut line, shaped),
                WordItem::Space(space) => self.space(state, &mut line, words, *space),
            }
        }
        line.close(state);
        if words.struck {
            self.own(state, Owner::Artifact);
            set_colour(state, words.colour);
            let thickness = words.size.part(55, 1000);
            let foot = y + words.size.part(26, 100);
            rectangle(
                &mut state.out,
                (words.x, foot),
                (words.width, thickness),
                "f",
            );
        }
    }

    fn word(&mut self, state: &mut State, line: &mut Line, shaped: &Arc<Shaped>) {
        for piece in &shaped.pieces {
            match piece {
                Piece::Glyphs { face, glyphs } => self.glyphs(state, line, *face, glyphs),
                Piece::Missing(c) => self.missing(state, line, *c),
            }
        }
    }

    fn space(&mut self, state: &mut State, line: &mut Line, words: &Words, space: Length) {
        let shaped = self.shaper.word(words.face, false, " ");
        let Some(Piece::Glyphs { face, glyphs }) = shaped.pieces.first() else {
            return;
        };
        let Some(glyph) = glyphs.first() else { return };
        line.font(state, *face);
        let (number, _) = self.embedded.number(*face, glyph);
        line.show(state, number);
        // In hundredths of a thousandth of an em, so that a line ends where it should.
        let wanted = space.as_thousandths() * 100_000 / words.size.as_thousandths().max(1);
        line.shift(state, glyph.width * 100 - wanted);
        line.pen += space;
    }

    fn glyphs(&mut self, state: &mut State, line: &mut Line, face: usize, glyphs: &[Glyph]) {
        line.font(state, face);
        let mut at = 0;
        while at < glyphs.len() {
            // Glyphs of one cluster belong together: a letter with its marks, say.
            let mut end = at + 1;
            while end < glyphs.len() && glyphs[end].text.is_empty() {
                end += 1;
            }
            let cluster = &glyphs[at..end];
            let numbers: Vec<(u16, bool)> = cluster
                .iter()
                .map(|glyph| self.embedded.number(face, glyph))
                .collect();
            let plain = cluster.len() == 1 && numbers[0].1;
            if !plain {
                line.close(state);
                span(state, &cluster[0].text);
            }
            for (glyph, (number, _)) in cluster.iter().zip(&numbers) {
                let (right, up) = glyph.offset;
                line.shift(state, -right * 100);
                if up != 0 {
                    line.close(state);
                    let _ = write!(state.out, "{} Ts ", decimal(line.size.ems(up)));
                }
                line.show(state, *number);
                if up != 0 {
                    line.close(state);
                    state.out.push_str("0 Ts ");
                }
                line.shift(state, (glyph.width - glyph.advance + right) * 100);
                line.pen += line.size.ems(glyph.advance);
            }
            if !plain {
                line.close(state);
                state.out.push_str("EMC\n");
            }
            at = end;
        }
    }

    /// A box in the place of a character that no font has. It carries the character for copying,
    /// for searching and for screen readers.
    fn missing(&mut self, state: &mut State, line: &mut Line, c: char) {
        line.close(state);
        self.carry(state, line, &c.to_string());
        let size = line.size;
        let (x, width) = (line.pen + size.ems(60), size.ems(BOX_WIDTH - 120));
        let stroke = size.ems(45);
        end_text(state);
        let _ = write!(state.out, "q {} w ", decimal(stroke));
        if let Some(Colour(r, g, b)) = state.colour {
            let _ = write!(state.out, "{} {} {} RG ", part(r), part(g), part(b));
        }
        rectangle(&mut state.out, (x, line.y), (width, size.ems(700)), "S");
        state.out.push_str("Q EMC\n");
        line.pen += size.ems(BOX_WIDTH);
        line.begin(state);
    }

    /// Begins a span that reads as `words`, with an invisible space in it: readers that copy text
    /// look for letters and not for lines.
    fn carry(&mut self, state: &mut State, line: &mut Line, words: &str) {
        span(state, words);
        let shaped = self.shaper.word(crate::font::Face::Serif, false, " ");
        if let Some(Piece::Glyphs { face, glyphs }) = shaped.pieces.first()
            && let Some(glyph) = glyphs.first()
        {
            line.font(state, *face);
            state.out.push_str("3 Tr ");
            let (number, _) = self.embedded.number(*face, glyph);
            line.show(state, number);
            line.close(state);
            state.out.push_str("0 Tr\n");
        }
    }

    fn tick_box(
        &mut self,
        state: &mut State,
        (x, y): (Length, Length),
        size: Length,
        done: bool,
        element: Element,
    ) {
        self.own(state, Owner::Element(element));
        let mut line = Line {
            pen: x,
            y,
            size,
            open: false,
        };
        line.begin(state);
        self.carry(state, &mut line, if done { "☑" } else { "☐" });
        end_text(state);
        let colour = crate::layout::style::INK;
        let Colour(r, g, b) = if done {
            crate::layout::style::ACCENT
        } else {
            colour
        };
        let stroke = size.part(9, 100);
        let _ = write!(
            state.out,
            "q {} w 1 J 1 j {} {} {} RG ",
            decimal(stroke),
            part(r),
            part(g),
            part(b)
        );
        rectangle(&mut state.out, (x, y), (size, size), "S");
        if done {
            for (place, (right, up)) in picture::TICK.iter().enumerate() {
                let operator = if place == 0 { "m" } else { "l" };
                let at = (x + size.part(*right, 100), y + size.part(*up, 100));
                let _ = write!(state.out, "{} {} {operator} ", decimal(at.0), decimal(at.1));
            }
            state.out.push_str("S ");
        }
        state.out.push_str("Q EMC\n");
    }

    fn path(&mut self, state: &mut State, path: &Path) {
        self.own(state, path.element.map_or(Owner::Artifact, Owner::Element));
        end_text(state);
        state.out.push_str("q ");
        if let Some(Colour(r, g, b)) = path.fill {
            let _ = write!(state.out, "{} {} {} rg ", part(r), part(g), part(b));
        }
        if let Some(stroke) = path.stroke {
            let Colour(r, g, b) = stroke.colour;
            let _ = write!(
                state.out,
                "{} {} {} RG {} w ",
                part(r),
                part(g),
                part(b),
                decimal(stroke.width)
            );
            if let Some((dash, gap)) = stroke.dash {
                let _ = write!(state.out, "[{} {}] 0 d ", decimal(dash), decimal(gap));
            }
            if stroke.round {
                state.out.push_str("1 J 1 j ");
            }
        }
        for (place, (x, y)) in path.points.iter().enumerate() {
            let operator = if place == 0 { "m" } else { "l" };
            let y = self.style.page_height - *y;
            let _ = write!(state.out, "{} {} {operator} ", decimal(*x), decimal(y));
        }
        state
            .out
            .push_str(match (path.fill.is_some(), path.stroke.is_some()) {
                (true, true) => "b Q\n",
                (true, false) => "f Q\n",
                _ => "S Q\n",
            });
    }
}

/// Words on one line while they are written.
struct Line {
    pen: Length,
    y: Length,
    size: Length,
    /// Whether a list of glyphs is open.
    open: bool,
}

impl Line {
    fn begin(&mut self, state: &mut State) {
        if !state.in_text {
            state.out.push_str("BT ");
            state.in_text = true;
        }
        let _ = write!(
            state.out,
            "1 0 0 1 {} {} Tm ",
            decimal(self.pen),
            decimal(self.y)
        );
    }

    fn font(&mut self, state: &mut State, face: usize) {
        if state.font == Some((face, self.size)) {
            return;
        }
        self.close(state);
        state.font = Some((face, self.size));
        let _ = write!(
            state.out,
            "/{} {} Tf ",
            font::name(face),
            decimal(self.size)
        );
    }

    fn show(&mut self, state: &mut State, number: u16) {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        if !self.open {
            state.out.push_str("[<");
            self.open = true;
        } else if state.out.ends_with(' ') {
            state.out.push('<');
        } else {
            // The string of glyphs goes on: its end mark is taken back.
            state.out.pop();
        }
        for shift in [12, 8, 4, 0] {
            state
                .out
                .push(char::from(DIGITS[usize::from(number >> shift & 0xF)]));
        }
        state.out.push('>');
    }

    /// Moves the pen to the left, in hundredths of a thousandth of an em.
    fn shift(&mut self, state: &mut State, hundredths: i64) {
        if hundredths == 0 {
            return;
        }
        if !self.open {
            state.out.push('[');
            self.open = true;
        }
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
        let _ = match (rest, rest % 10) {
            (0, _) => write!(state.out, "{sign}{whole} "),
            (_, 0) => write!(state.out, "{sign}{whole}.{} ", rest / 10),
            _ => write!(state.out, "{sign}{whole}.{rest:02} "),
        };
    }

    fn close(&mut self, state: &mut State) {
        if self.open {
            state.out.push_str("] TJ\n");
            self.open = false;
        }
    }
}

fn end_text(state: &mut State) {
    if state.in_text {
        state.out.push_str("ET\n");
        state.in_text = false;
    }
}

/// Begins a span that reads as `words`.
fn span(state: &mut State, words: &str) {
    let mut hex = String::from("FEFF");
    for unit in words.encode_utf16() {
        let _ = write!(hex, "{unit:04X}");
    }
    let _ = writeln!(state.out, "/Span <</ActualText <{hex}>>> BDC");
}

fn set_colour(state: &mut State, colour: Colour) {
    if state.colour != Some(colour) {
        state.colour = Some(colour);
        let Colour(r, g, b) = colour;
        let _ = writeln!(state.out, "{} {} {} rg", part(r), part(g), part(b));
    }
}

fn rectangle(out: &mut String, (x, y): (Length, Length), (w, h): (Length, Length), end: &str) {
    let _ = writeln!(
        out,
        "{} {} {} {} re {end}",
        decimal(x),
        decimal(y),
        decimal(w),
        decimal(h)
    );
}

fn draw_picture(
    state: &mut State,
    place: usize,
    turn: u8,
    (x, y): (Length, Length),
    (w, h): (Length, Length),
) {
    end_text(state);
    let matrix = picture::placed(turn, (x, y), (w, h));
    state.out.push_str("q ");
    for value in matrix {
        let _ = write!(state.out, "{} ", decimal(value));
    }
    let _ = writeln!(state.out, "cm /{} Do Q", picture::name(place));
}

/// A part of a colour, from 0 to 1.
fn part(value: u8) -> String {
    match value {
        0 => "0".to_owned(),
        255 => "1".to_owned(),
        value => format!(".{:03}", u32::from(value) * 1000 / 255),
    }
}

/// A length in points with at most three decimals.
pub(crate) fn decimal(length: Length) -> String {
    let value = length.as_thousandths();
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (value.abs() / 1000, value.abs() % 1000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let text = format!("{sign}{whole}.{rest:03}");
    text.trim_end_matches('0').to_owned()
}

/// A length as a number of the PDF's own kind.
pub(super) fn number(length: Length) -> Object {
    Object::Real((length.as_thousandths() as f64 / 1000.0) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_without_needless_digits() {
        let shown = |thousandths| decimal(Length::thousandths(thousandths));
        assert_eq!(
            [
                shown(10_500),
                shown(-250),
                shown(12_000),
                shown(1),
                shown(0)
            ],
            ["10.5", "-0.25", "12", "0.001", "0"]
        );
    }
}
