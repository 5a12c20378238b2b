//! Pages to look at before there is a file: the marks that the PDF is written from, as SVG.
//!
//! Letters are drawn from the outlines of the fonts and not set again by whoever shows the picture, so that a line ends
//! on screen where it ends on paper.

use crate::font::{BOX_WIDTH, FontSet, Fonts, Piece, Shaped, Shaper, scale, ttf};
use crate::layout::mark::{Mark, Path, WordItem, Words};
use crate::layout::style::{ACCENT, Colour, INK, Style};
use crate::layout::{self, Page};
use crate::length::Length;
use crate::outline::Document;
use crate::pdf::decimal;
use crate::pdf::picture::{self, Pictures};
use crate::survey::Survey;
use crate::{Error, FileSource, PdfOptions, Progress};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The pages of a document, to be looked at one by one.
pub struct Preview {
    pages: Vec<Page>,
    style: Style,
    fonts: FontSet,
    pictures: Pictures,
}

impl std::fmt::Debug for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Preview of {} pages", self.pages.len())
    }
}

impl Preview {
    /// Lays a document out as [`pdf`](fn@crate::pdf) does.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if `progress` says so.
    pub fn new(
        document: &Document,
        files: &dyn FileSource,
        options: &PdfOptions,
        fonts: &Fonts,
        progress: &dyn Progress,
    ) -> Result<Self, Error> {
        let survey = Survey::of(document);
        let set = fonts.for_characters(&survey.characters);
        let pictures = Pictures::read(&survey, files, progress)?;
        let mut shaper = Shaper::new(&set);
        let laid = layout::lay_out(document, &pictures, options, &mut shaper, progress)?;
        drop(shaper);
        Ok(Self {
            pages: laid.pages,
            style: laid.style,
            fonts: set,
            pictures,
        })
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Width and height of each page.
    #[must_use]
    pub fn size(&self) -> (Length, Length) {
        (self.style.page_width, self.style.page_height)
    }

    /// A page as a picture in SVG that needs nothing from elsewhere; `None` if there is none of this number. Pages are
    /// counted from 0. One unit is a point.
    #[must_use]
    pub fn svg(&self, number: usize) -> Option<String> {
        let page = self.pages.get(number)?;
        let mut drawing = Drawing {
            preview: self,
            out: String::with_capacity(100_000),
            outlines: BTreeMap::new(),
            masks: 0,
        };
        // Grounds and rules lie under the words, as in the PDF.
        for mark in &page.marks {
            if let Mark::Rectangle {
                x,
                y,
                width,
                height,
                colour,
            } = mark
            {
                drawing.rectangle((*x, *y), (*width, *height), &filled(*colour));
            }
        }
        page.marks.iter().for_each(|mark| drawing.mark(mark));
        Some(drawing.finish())
    }
}

/// One page while it is drawn.
struct Drawing<'a> {
    preview: &'a Preview,
    out: String,
    /// The outlines in use, by face and glyph.
    outlines: BTreeMap<(usize, u16), String>,
    masks: usize,
}

fn hex(Colour(r, g, b): Colour) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn filled(colour: Colour) -> String {
    format!("fill=\"{}\"", hex(colour))
}

fn stroked(colour: Colour, width: Length) -> String {
    format!(
        "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
        hex(colour),
        decimal(width)
    )
}

impl Drawing<'_> {
    fn rectangle(&mut self, (x, y): (Length, Length), (w, h): (Length, Length), look: &str) {
        let [x, y, w, h] = [x, y, w, h].map(decimal);
        let _ = writeln!(
            self.out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" {look}/>"
        );
    }

    fn lines(&mut self, points: &[(Length, Length)], close: bool, look: &str) {
        self.out.push_str("<path d=\"");
        for (place, (x, y)) in points.iter().enumerate() {
            let step = if place == 0 { 'M' } else { 'L' };
            let _ = write!(self.out, "{step}{} {}", decimal(*x), decimal(*y));
        }
        if close {
            self.out.push('Z');
        }
        let _ = writeln!(self.out, "\" {look}/>");
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Words(words) => self.words(words),
            Mark::Path(path) => self.path(path),
            Mark::Picture {
                x,
                y,
                width,
                height,
                picture,
                ..
            } => self.picture(*picture, (*x, *y), (*width, *height)),
            Mark::TickBox {
                x,
                baseline,
                size,
                done,
                ..
            } => self.tick_box((*x, *baseline), *size, *done),
            // Grounds were drawn before; the rest is not seen.
            Mark::Rectangle { .. }
            | Mark::Bar { .. }
            | Mark::Foot { .. }
            | Mark::Area { .. }
            | Mark::Present(_)
            | Mark::Anchor { .. }
            | Mark::Bookmark { .. } => {}
        }
    }

    fn words(&mut self, words: &Words) {
        let size = words.size.as_thousandths();
        // Within the words one unit is a thousandth of an em, upwards.
        let em = format!("{}.{:06}", size / 1_000_000, size % 1_000_000);
        let _ = write!(
            self.out,
            "<g fill=\"{}\" transform=\"matrix({em} 0 0 -{em} {} {})\">",
            hex(words.colour),
            decimal(words.x),
            decimal(words.baseline)
        );
        let mut pen = 0;
        for item in &words.items {
            match item {
                WordItem::Word(shaped) => self.word(shaped, &mut pen, words),
                WordItem::Space(space) => pen += space.as_thousandths() * 1000 / size.max(1),
            }
        }
        self.out.push_str("</g>\n");
        if words.struck {
            let thickness = words.size.part(55, 1000);
            let top = words.baseline - words.size.part(26, 100) - thickness;
            self.rectangle(
                (words.x, top),
                (words.width, thickness),
                &filled(words.colour),
            );
        }
    }

    fn word(&mut self, shaped: &Shaped, pen: &mut i64, words: &Words) {
        for piece in &shaped.pieces {
            match piece {
                Piece::Glyphs { face, glyphs } => {
                    for glyph in glyphs {
                        self.glyph(*face, glyph.id, (*pen + glyph.offset.0, glyph.offset.1));
                        *pen += glyph.advance;
                    }
                }
                Piece::Missing(_) => {
                    let _ = write!(
                        self.out,
                        "<path d=\"M{} 0h{}v700h-{}z\" {} />",
                        *pen + 60,
                        BOX_WIDTH - 120,
                        BOX_WIDTH - 120,
                        stroked(words.colour, Length::points(45)),
                    );
                    *pen += BOX_WIDTH;
                }
            }
        }
    }

    fn glyph(&mut self, face: usize, id: u16, (right, up): (i64, i64)) {
        let fonts = &self.preview.fonts;
        let outline = self
            .outlines
            .entry((face, id))
            .or_insert_with(|| outline(fonts, face, id));
        if outline.is_empty() {
            return;
        }
        let _ = write!(self.out, "<use href=\"#g{face}-{id}\" x=\"{right}\"");
        if up != 0 {
            let _ = write!(self.out, " y=\"{up}\"");
        }
        self.out.push_str("/>");
    }

    fn path(&mut self, path: &Path) {
        let mut look = path.fill.map_or("fill=\"none\"".to_owned(), filled);
        if let Some(stroke) = path.stroke {
            let _ = write!(
                look,
                " stroke=\"{}\" stroke-width=\"{}\"",
                hex(stroke.colour),
                decimal(stroke.width)
            );
            if let Some((dash, gap)) = stroke.dash {
                let _ = write!(
                    look,
                    " stroke-dasharray=\"{} {}\"",
                    decimal(dash),
                    decimal(gap)
                );
            }
            if stroke.round {
                look.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
            }
        }
        self.lines(&path.points, path.fill.is_some(), &look);
    }

    fn tick_box(&mut self, (x, baseline): (Length, Length), size: Length, done: bool) {
        let look = stroked(if done { ACCENT } else { INK }, size.part(9, 100));
        self.rectangle((x, baseline - size), (size, size), &look);
        if done {
            let points = picture::TICK
                .map(|(right, up)| (x + size.part(right, 100), baseline - size.part(up, 100)));
            let round = format!("{look} stroke-linecap=\"round\" stroke-linejoin=\"round\"");
            self.lines(&points, false, &round);
        }
    }

    fn picture(&mut self, place: usize, at: (Length, Length), (w, h): (Length, Length)) {
        let picture = &self.preview.pictures.list[place];
        // The matrix of the PDF counts upwards, from the foot of the picture.
        let [a, b, c, d, e, f] = picture::placed(picture.turn, (at.0, Length::ZERO), (w, h));
        let foot = at.1 + h;
        let matrix = [a, -b, -c, d, e + c, foot - f - d].map(decimal).join(" ");
        let seen = picture::for_screen(picture);
        let image = |href: &str, more: &str| {
            format!(
                "<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" transform=\"matrix({matrix})\" href=\"{href}\"{more}/>"
            )
        };
        let mut more = String::new();
        if let Some(mask) = &seen.mask {
            self.masks += 1;
            let id = self.masks;
            let _ = writeln!(
                self.out,
                "<mask id=\"m{id}\" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"><image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" href=\"{mask}\"/></mask>"
            );
            more = format!(" mask=\"url(#m{id})\"");
        }
        let _ = writeln!(self.out, "{}", image(&seen.colour, &more));
    }

    fn finish(self) -> String {
        let (width, height) = self.preview.size();
        let (width, height) = (decimal(width), decimal(height));
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n<defs>"
        );
        for ((face, id), outline) in &self.outlines {
            if !outline.is_empty() {
                let _ = write!(svg, "<path id=\"g{face}-{id}\" d=\"{outline}\"/>");
            }
        }
        svg.push_str("</defs>\n");
        svg.push_str(&self.out);
        svg.push_str("</svg>\n");
        svg
    }
}

/// The outline of a glyph in thousandths of an em; empty for what is not seen.
fn outline(fonts: &FontSet, face: usize, id: u16) -> String {
    let face = &fonts.faces[face];
    let mut outline = Outline {
        out: String::new(),
        em: 1000,
    };
    if let Ok(parsed) = ttf::Face::parse(face.bytes(), face.index) {
        outline.em = i32::from(parsed.units_per_em());
        // A glyph without an outline, such as a space, draws nothing.
        let _ = parsed.outline_glyph(ttf::GlyphId(id), &mut outline);
    }
    outline.out
}

struct Outline {
    out: String,
    em: i32,
}

impl Outline {
    fn step(&mut self, letter: char, points: &[(f32, f32)]) {
        self.out.push(letter);
        for (place, (x, y)) in points.iter().enumerate() {
            let to = |units: f32| scale(units.round() as i64, self.em);
            let space = if place == 0 { "" } else { " " };
            let _ = write!(self.out, "{space}{} {}", to(*x), to(*y));
        }
    }
}

impl ttf::OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.out.push('Z');
    }
}
