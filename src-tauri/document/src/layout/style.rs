//! The look of the page: measures, sizes and colours, all in one place.

use crate::length::Length;
use crate::{Alignment, Paper, PdfOptions};

/// A colour, as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// Body text. A little softer than black, still more than 15:1 on white.
pub(crate) const INK: Colour = Colour(0x1c, 0x1e, 0x21);
/// The page itself, for what stands on a filled area.
pub(crate) const PAPER: Colour = Colour(0xff, 0xff, 0xff);
/// Labels and remarks: 7:1 on white.
pub(crate) const QUIET: Colour = Colour(0x55, 0x5b, 0x61);
/// The one accent: 6:1 on white.
pub(crate) const ACCENT: Colour = Colour(0x0a, 0x6a, 0x68);
/// Hairlines.
pub(crate) const HAIR: Colour = Colour(0xc9, 0xcd, 0xd1);
/// The ground behind code and set-apart notes.
pub(crate) const GROUND: Colour = Colour(0xf4, 0xf6, 0xf6);
/// The ground of a band in a chart.
pub(crate) const BAND: Colour = Colour(0xe9, 0xec, 0xed);

/// Body text above this size is large print.
const LARGE: Length = Length::points(13);

/// The thickness of a hairline.
pub(crate) const HAIRLINE: Length = Length::thousandths(500);

/// The measures of one document.
#[derive(Debug, Clone)]
pub(crate) struct Style {
    pub(crate) page_width: Length,
    pub(crate) page_height: Length,
    pub(crate) left: Length,
    pub(crate) top: Length,
    pub(crate) width: Length,
    pub(crate) height: Length,
    /// Where the letters of the running head stand, and those at the foot, whatever the margins are.
    pub(crate) head: Length,
    pub(crate) foot: Length,
    pub(crate) body: Length,
    pub(crate) justified: bool,
    /// Whether words of body text may be divided at the end of a line.
    pub(crate) hyphenated: bool,
    /// The distance between lines of body text, in thousandths of a point at 10.5 pt.
    line: i64,
}

impl Style {
    pub(crate) fn new(options: &PdfOptions) -> Self {
        let (page_width, page_height) = match options.paper {
            Paper::A4 => (Length::millimetres(210), Length::millimetres(297)),
            Paper::Letter => (Length::points(612), Length::points(792)),
        };
        // 146 mm of 10.5 pt hold some 72 characters: the upper end of what reads easily. Larger
        // print takes more of the page rather than fewer words to the line.
        let side = if options.text_size > LARGE {
            Length::millimetres(24)
        } else {
            Length::millimetres(32)
        };
        let top = Length::millimetres(30);
        Self {
            page_width,
            page_height,
            left: side,
            top,
            width: page_width - side * 2,
            height: page_height - top - Length::millimetres(30),
            head: top - Length::millimetres(12),
            foot: page_height - Length::millimetres(17),
            body: options.text_size,
            justified: options.alignment == Alignment::Justified,
            hyphenated: options.alignment == Alignment::Justified,
            line: 15_500,
        }
    }

    /// The same look with narrow margins. Head and foot stay at their height.
    pub(crate) fn wide(&self) -> Self {
        let (side, top, below) = (
            Length::millimetres(18),
            Length::millimetres(25),
            Length::millimetres(25),
        );
        Self {
            left: side,
            width: self.page_width - side * 2,
            top,
            height: self.page_height - top - below,
            ..self.clone()
        }
    }

    /// The look of texts in a register: small and close, in lines too short to be filled evenly. Large
    /// print stays as large as its tables.
    pub(crate) fn compact(&self) -> Self {
        let size = if self.body > LARGE { 8_800 } else { 7_900 };
        Self {
            body: self.scaled(size),
            justified: false,
            hyphenated: true,
            line: 13_200,
            ..self.clone()
        }
    }

    /// A size given for 10.5 pt body text, at the size of this document.
    pub(crate) fn scaled(&self, thousandths: i64) -> Length {
        self.body.part(thousandths, 10_500)
    }

    /// The distance between two lines of body text.
    pub(crate) fn leading(&self) -> Length {
        self.scaled(self.line)
    }
}
