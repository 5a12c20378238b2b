//! Words into glyphs.

use super::{Face, FontSet, is_visible, ttf};
use rustybuzz::{Direction, ShapePlan, UnicodeBuffer};
use std::collections::HashMap;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// A word as glyphs. Measures are in thousandths of an em.
#[derive(Debug, Default)]
pub(crate) struct Shaped {
    /// How far the word reaches.
    pub(crate) width: i64,
    /// Its pieces from left to right, each from one face.
    pub(crate) pieces: Vec<Piece>,
}

/// Glyphs of one face, or a character that no face has.
#[derive(Debug)]
pub(crate) enum Piece {
    /// Glyphs, from left to right.
    Glyphs {
        /// The number of the face in the document's [`FontSet`].
        face: usize,
        /// The glyphs.
        glyphs: Vec<Glyph>,
    },
    /// To be drawn as a box [`BOX_WIDTH`] wide.
    Missing(char),
}

/// How wide the box for a missing character is, its margins included.
pub(crate) const BOX_WIDTH: i64 = 600;

/// One glyph.
#[derive(Debug)]
pub(crate) struct Glyph {
    /// Its number in the font.
    pub(crate) id: u16,
    /// How far it moves the pen.
    pub(crate) advance: i64,
    /// How wide the font says it is; differs from the advance by kerning.
    pub(crate) width: i64,
    /// How far it is drawn from the pen.
    pub(crate) offset: (i64, i64),
    /// The characters it stands for; empty when it continues the glyph before it.
    pub(crate) text: Box<str>,
}

/// Shapes words and remembers them: a portfolio repeats its words some forty times over.
pub(crate) struct Shaper<'a> {
    fonts: &'a FontSet,
    faces: Vec<Option<rustybuzz::Face<'a>>>,
    plans: HashMap<(usize, Option<rustybuzz::Script>, bool), ShapePlan>,
    words: HashMap<(Face, bool), HashMap<Box<str>, Arc<Shaped>>>,
    buffer: Option<UnicodeBuffer>,
}

impl<'a> Shaper<'a> {
    pub(crate) fn new(fonts: &'a FontSet) -> Self {
        let faces = fonts
            .faces
            .iter()
            .map(|face| rustybuzz::Face::from_slice(face.bytes(), face.index))
            .collect();
        Self {
            fonts,
            faces,
            plans: HashMap::new(),
            words: HashMap::new(),
            buffer: None,
        }
    }

    /// Shapes a word, or some of one.
    pub(crate) fn word(&mut self, face: Face, rtl: bool, word: &str) -> Arc<Shaped> {
        if let Some(shaped) = self
            .words
            .get(&(face, rtl))
            .and_then(|words| words.get(word))
        {
            return Arc::clone(shaped);
        }
        let shaped = Arc::new(self.shape(face, rtl, word));
        self.words
            .entry((face, rtl))
            .or_default()
            .insert(word.into(), Arc::clone(&shaped));
        shaped
    }

    /// How far a word reaches, in thousandths of an em.
    pub(crate) fn width(&mut self, face: Face, word: &str) -> i64 {
        self.word(face, false, word).width
    }

    /// The hyphen that a line end shows. The glyph of a soft hyphen is used where the face has
    /// one, so that copied text can tell it from a hyphen that belongs to the word.
    pub(crate) fn line_end_hyphen(&mut self, face: Face) -> Arc<Shaped> {
        const KEY: &str = "\u{ad}";
        if let Some(shaped) = self
            .words
            .get(&(face, false))
            .and_then(|words| words.get(KEY))
        {
            return Arc::clone(shaped);
        }
        let soft = self.glyph(face as usize, '\u{ad}');
        let hyphen = self.glyph(face as usize, '-');
        let shaped = match (soft, hyphen) {
            (Some(id), Some(hyphen)) => {
                let width = self.glyph_width(face as usize, hyphen);
                let soft_width = self.glyph_width(face as usize, id);
                // Some faces give the soft hyphen no width and no shape.
                let (id, width, text) = if soft_width > 0 && id != hyphen {
                    (id, soft_width, KEY)
                } else {
                    (hyphen, width, "-")
                };
                let glyph = Glyph {
                    id,
                    advance: width,
                    width,
                    offset: (0, 0),
                    text: text.into(),
                };
                let piece = Piece::Glyphs {
                    face: face as usize,
                    glyphs: vec![glyph],
                };
                Arc::new(Shaped {
                    width,
                    pieces: vec![piece],
                })
            }
            _ => self.word(face, false, "-"),
        };
        self.words
            .entry((face, false))
            .or_default()
            .insert(KEY.into(), Arc::clone(&shaped));
        shaped
    }

    fn glyph(&self, face: usize, c: char) -> Option<u16> {
        self.faces
            .get(face)?
            .as_ref()?
            .glyph_index(c)
            .map(|glyph| glyph.0)
    }

    fn glyph_width(&self, face: usize, glyph: u16) -> i64 {
        let Some(Some(face)) = self.faces.get(face) else {
            return 0;
        };
        let advance = face.glyph_hor_advance(ttf::GlyphId(glyph)).unwrap_or(0);
        scale(i64::from(advance), face.units_per_em())
    }

    fn shape(&mut self, face: Face, rtl: bool, word: &str) -> Shaped {
        let mut runs: Vec<(Option<usize>, String)> = Vec::new();
        for grapheme in word.graphemes(true) {
            let mut seen = grapheme.chars().filter(|c| is_visible(*c));
            let wanted = match seen.next() {
                // A mark goes with its letter: the letter's face decides.
                Some(c) => self.fonts.face_for(face, c).map(Some).unwrap_or(None),
                None => runs.last().map_or(Some(face as usize), |run| run.0),
            };
            match runs.last_mut() {
                Some((face, run)) if *face == wanted && wanted.is_some() => run.push_str(grapheme),
                _ => runs.push((wanted, grapheme.to_owned())),
            }
        }
        let mut shaped = Shaped::default();
        for (place, run) in runs {
            match place {
                Some(place) => self.shape_run(place, rtl, &run, &mut shaped),
                None => {
                    for c in run.chars().filter(|c| is_visible(*c)) {
                        shaped.width += BOX_WIDTH;
                        shaped.pieces.push(Piece::Missing(c));
                    }
                }
            }
        }
        if rtl {
            shaped.pieces.reverse();
        }
        shaped
    }

    fn shape_run(&mut self, place: usize, rtl: bool, run: &str, shaped: &mut Shaped) {
        let Some(Some(face)) = self.faces.get(place) else {
            for c in run.chars().filter(|c| is_visible(*c)) {
                shaped.width += BOX_WIDTH;
                shaped.pieces.push(Piece::Missing(c));
            }
            return;
        };
        let mut buffer = self.buffer.take().unwrap_or_default();
        // Line feeds never come here; other controls have no shape and must not become .notdef.
        for (at, c) in run.char_indices() {
            let c = if c.is_control() { ' ' } else { c };
            buffer.add(if c == '\u{a0}' { ' ' } else { c }, at as u32);
        }
        buffer.set_direction(if rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        buffer.set_direction(if rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        let script = buffer.script();
        let direction = buffer.direction();
        let plan = self
            .plans
            .entry((place, Some(script), rtl))
            .or_insert_with(|| ShapePlan::new(face, direction, Some(script), None, &[]));
        let output = rustybuzz::shape_with_plan(face, plan, buffer);
        let em = face.units_per_em();
        let infos = output.glyph_infos();
        let positions = output.glyph_positions();
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(infos.len());
        let mut missing: Vec<char> = Vec::new();
        let mut before = None;
        for (info, position) in infos.iter().zip(positions) {
            let from = info.cluster as usize;
            let after = starts.partition_point(|start| *start <= from);
            let to = starts.get(after).copied().unwrap_or(run.len());
            let text = if before == Some(from) {
                ""
            } else {
                &run[from..to]
            };
            before = Some(from);
            let id = info.glyph_id as u16;
            if id == 0 {
                missing.extend(text.chars().filter(|c| is_visible(*c)));
                continue;
            }
            let raw = face.glyph_hor_advance(ttf::GlyphId(id)).unwrap_or(0);
            glyphs.push(Glyph {
                id,
                advance: scale(i64::from(position.x_advance), em),
                width: scale(i64::from(raw), em),
                offset: (
                    scale(i64::from(position.x_offset), em),
                    scale(i64::from(position.y_offset), em),
                ),
                text: text.replace('\u{a0}', " ").into(),
            });
        }
        self.buffer = Some(output.clear());
        shaped.width += glyphs.iter().map(|glyph| glyph.advance).sum::<i64>();
        if !glyphs.is_empty() {
            shaped.pieces.push(Piece::Glyphs {
                face: place,
                glyphs,
            });
        }
        for c in missing {
            shaped.width += BOX_WIDTH;
            shaped.pieces.push(Piece::Missing(c));
        }
    }
}

/// Font units to thousandths of an em, to the nearest whole one: the same integers stand in the
/// PDF's table of widths, so what is measured here is what a reader draws.
pub(crate) fn scale(units: i64, em: i32) -> i64 {
    let em = i64::from(em.max(1));
    let product = units * 1000;
    (product + if product < 0 { -em / 2 } else { em / 2 }) / em
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Fonts;
    use std::collections::BTreeMap;

    #[test]
    fn a_ligature_stands_for_all_its_letters() {
        let fonts = Fonts::bundled().for_characters(&BTreeMap::new());
        let mut shaper = Shaper::new(&fonts);
        let shaped = shaper.word(Face::Serif, false, "office");
        let Piece::Glyphs { glyphs, .. } = &shaped.pieces[0] else {
            panic!("set in one face")
        };
        let texts: Vec<&str> = glyphs.iter().map(|glyph| &*glyph.text).collect();
        assert_eq!(texts.concat(), "office");
        assert!(glyphs.len() < 6, "ffi is one glyph in this face: {texts:?}");
    }

    #[test]
    fn a_character_that_no_face_has_becomes_a_box_and_not_nothing() {
        let fonts = Fonts::bundled().for_characters(&BTreeMap::new());
        let mut shaper = Shaper::new(&fonts);
        let shaped = shaper.word(Face::Serif, false, "a漢b");
        let boxes: Vec<char> = shaped
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Missing(c) => Some(*c),
                Piece::Glyphs { .. } => None,
            })
            .collect();
        assert_eq!(boxes, ['漢']);
    }
}
