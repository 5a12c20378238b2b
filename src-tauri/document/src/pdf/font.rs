//! Fonts in the PDF: only the glyphs in use, each with the characters it stands for.

use crate::Error;
use crate::font::{FaceData, FontSet, Glyph, ttf};
use printpdf::{
    Codepoint, FontId, FontMetrics, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// The glyphs of one face that are in use.
#[derive(Default)]
struct Used {
    numbers: GlyphRemapper,
    /// By the number in the PDF: width and characters.
    glyphs: BTreeMap<u16, (i64, Box<str>)>,
}

/// The fonts of a PDF as printpdf takes them.
pub(super) struct Finished {
    /// The fonts by name.
    pub(super) fonts: Vec<(FontId, PdfFont)>,
    /// Operations that use each glyph once.
    pub(super) operations: Vec<Op>,
}

/// The fonts of a PDF while its pages are written.
pub(super) struct Embedded<'a> {
    fonts: &'a FontSet,
    used: Vec<Option<Used>>,
}

impl<'a> Embedded<'a> {
    pub(super) fn new(fonts: &'a FontSet) -> Self {
        Self {
            fonts,
            used: fonts.faces.iter().map(|_| None).collect(),
        }
    }

    /// The number of a glyph in the PDF, and whether it is known there by just these characters.
    /// A glyph has one reading in a font; where it stands for something else, the page says so.
    pub(super) fn number(&mut self, face: usize, glyph: &Glyph) -> (u16, bool) {
        let used = self.used[face].get_or_insert_default();
        let number = used.numbers.remap(glyph.id);
        let (_, known) = used
            .glyphs
            .entry(number)
            .or_insert_with(|| (glyph.width, glyph.text.clone()));
        // A glyph that continues the one before it is read only through that one; it may get its
        // own reading when it is first met at the start.
        if known.is_empty() && !glyph.text.is_empty() {
            *known = glyph.text.clone();
        }
        (number, *known == glyph.text)
    }

    /// Reduces the fonts to their used glyphs. printpdf describes the glyphs that it has seen in
    /// use, so it is shown each of them once.
    pub(super) fn finish(self) -> Result<Finished, Error> {
        let mut fonts = Vec::new();
        let mut operations = Vec::new();
        for (place, used) in self.used.into_iter().enumerate() {
            let Some(used) = used else { continue };
            let face = &self.fonts.faces[place];
            let id = FontId(name(place));
            let font = reduce(face, &used)?;
            let codes = used
                .glyphs
                .iter()
                .map(|(number, (_, text))| {
                    // Every glyph must have a reading; one that only ever continues another reads
                    // as a joiner, which is nothing to the eye and to most searches.
                    let text = if text.is_empty() {
                        "\u{2060}".to_owned()
                    } else {
                        text.to_string()
                    };
                    Codepoint::with_cid(*number, 0.0, text)
                })
                .collect();
            let handle = PdfFontHandle::External(id.clone());
            operations.push(Op::SetFont {
                font: handle,
                size: Pt(1.0),
            });
            operations.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(codes)],
            });
            fonts.push((id, PdfFont::new(font)));
        }
        Ok(Finished { fonts, operations })
    }
}

/// The name of a font in the PDF's resources. `F1` to `F14` would be taken for built-in fonts.
pub(super) fn name(place: usize) -> String {
    format!("T{place}")
}

fn reduce(face: &FaceData, used: &Used) -> Result<ParsedFont, Error> {
    let failed = |reason: String| Error::Font {
        name: face.name.clone(),
        reason,
    };
    let bytes = subsetter::subset(face.bytes(), face.index, &used.numbers)
        .map_err(|error| failed(error.to_string()))?;
    let parsed =
        ttf::Face::parse(face.bytes(), face.index).map_err(|error| failed(error.to_string()))?;
    let em = i32::from(parsed.units_per_em());
    let scaled =
        |units: i16| i16::try_from(crate::font::scale(i64::from(units), em)).unwrap_or(i16::MAX);
    // Widths go in as thousandths of an em, with an em of a thousand, so that the table in the PDF
    // holds exactly the integers that lines were measured with.
    let widths = used
        .glyphs
        .iter()
        .map(|(number, (width, _))| (*number, u16::try_from(*width).unwrap_or(0)))
        .collect();
    let metrics = FontMetrics {
        ascent: scaled(parsed.ascender()),
        descent: scaled(parsed.descender()),
    };
    let tag = subset_tag(&bytes);
    let mut font = ParsedFont::with_glyph_data(
        bytes,
        0,
        Some(format!("{tag}+{}", face.name)),
        BTreeMap::new(),
        widths,
        1000,
        metrics,
    );
    let bounds = parsed.global_bounding_box();
    font.pdf_font_metrics.x_min = scaled(bounds.x_min);
    font.pdf_font_metrics.y_min = scaled(bounds.y_min);
    font.pdf_font_metrics.x_max = scaled(bounds.x_max);
    font.pdf_font_metrics.y_max = scaled(bounds.y_max);
    font.pdf_font_metrics.us_weight_class = parsed.weight().to_number();
    if parsed.is_italic() {
        // Tangent of the angle, as rise over run; Noto's italics lean by twelve degrees.
        let angle = parsed.italic_angle();
        let run = (-angle).to_radians().tan() * 1000.0;
        font.pdf_font_metrics.caret_slope_rise = 1000;
        font.pdf_font_metrics.caret_slope_run = run.round() as i16;
    }
    Ok(font)
}

/// Six letters that tell one reduced font from another (ISO 32000-1, 9.6.4), drawn from its bytes
/// so that they are the same each time.
fn subset_tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}
