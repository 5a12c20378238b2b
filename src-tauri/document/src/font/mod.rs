//! Typefaces: the bundled family, what the system adds, and which of them sets which character.
//!
//! # The chain
//! A character is set from the face that its style asks for, else from another bundled face, else
//! from a font of the system, else as a visible box that carries the character for copying and
//! for screen readers, and is reported. None is dropped.

mod shape;
mod system;

pub(crate) use shape::{BOX_WIDTH, Glyph, Piece, Shaped, Shaper, scale};
pub use system::SystemFonts;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};
use ttf::Face as Parsed;

pub(crate) use rustybuzz::ttf_parser as ttf;

/// A bundled face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Face {
    Serif,
    SerifBold,
    SerifItalic,
    SerifBoldItalic,
    Sans,
    SansBold,
    Mono,
}

impl Face {
    /// All of them; the place in this list is the face's number.
    pub(crate) const ALL: [Self; 7] = [
        Self::Serif,
        Self::SerifBold,
        Self::SerifItalic,
        Self::SerifBoldItalic,
        Self::Sans,
        Self::SansBold,
        Self::Mono,
    ];

    /// The serif face of this weight and slant.
    pub(crate) fn serif(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Serif,
            (true, false) => Self::SerifBold,
            (false, true) => Self::SerifItalic,
            (true, true) => Self::SerifBoldItalic,
        }
    }

    fn data(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../fonts/NotoSerif-Regular.ttf"),
            Self::SerifBold => include_bytes!("../../fonts/NotoSerif-Bold.ttf"),
            Self::SerifItalic => include_bytes!("../../fonts/NotoSerif-Italic.ttf"),
            Self::SerifBoldItalic => include_bytes!("../../fonts/NotoSerif-BoldItalic.ttf"),
            Self::Sans => include_bytes!("../../fonts/NotoSans-Regular.ttf"),
            Self::SansBold => include_bytes!("../../fonts/NotoSans-Bold.ttf"),
            Self::Mono => include_bytes!("../../fonts/NotoSansMono-Regular.ttf"),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Serif => "NotoSerif",
            Self::SerifBold => "NotoSerif-Bold",
            Self::SerifItalic => "NotoSerif-Italic",
            Self::SerifBoldItalic => "NotoSerif-BoldItalic",
            Self::Sans => "NotoSans",
            Self::SansBold => "NotoSans-Bold",
            Self::Mono => "NotoSansMono",
        }
    }

    /// Which bundled faces stand in for this one, nearest first.
    fn stand_ins(self) -> &'static [Self] {
        match self {
            Self::Serif | Self::SerifItalic => &[Self::Serif, Self::Sans, Self::Mono],
            Self::SerifBold | Self::SerifBoldItalic => &[
                Self::SerifBold,
                Self::Serif,
                Self::SansBold,
                Self::Sans,
                Self::Mono,
            ],
            Self::Sans => &[Self::Serif, Self::Mono],
            Self::SansBold => &[Self::Sans, Self::SerifBold, Self::Serif, Self::Mono],
            Self::Mono => &[Self::Sans, Self::Serif],
        }
    }
}

/// The characters a face can set, as ranges in order.
#[derive(Debug, Default)]
pub(crate) struct Coverage(Vec<(u32, u32)>);

impl Coverage {
    /// Of a parsed face. A face without outlines covers nothing: a bitmap cannot be embedded.
    pub(crate) fn of(face: &Parsed<'_>) -> Self {
        let tables = face.tables();
        if tables.glyf.is_none() && tables.cff.is_none() {
            return Self::default();
        }
        let mut points = Vec::new();
        if let Some(cmap) = tables.cmap {
            for subtable in cmap
                .subtables
                .into_iter()
                .filter(|table| table.is_unicode())
            {
                subtable.codepoints(|point| {
                    if subtable
                        .glyph_index(point)
                        .is_some_and(|glyph| glyph.0 != 0)
                    {
                        points.push(point);
                    }
                });
            }
        }
        points.sort_unstable();
        points.dedup();
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for point in points {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == point => *last = point,
                _ => ranges.push((point, point)),
            }
        }
        Self(ranges)
    }

    /// Whether the face has a glyph for the character.
    pub(crate) fn has(&self, c: char) -> bool {
        let point = u32::from(c);
        let after = self.0.partition_point(|(first, _)| *first <= point);
        after > 0 && self.0[after - 1].1 >= point
    }
}

static BUNDLED: LazyLock<Vec<Coverage>> = LazyLock::new(|| {
    Face::ALL
        .iter()
        .map(|face| match Parsed::parse(face.data(), 0) {
            Ok(parsed) => Coverage::of(&parsed),
            Err(_) => Coverage::default(),
        })
        .collect()
});

/// The fonts a document may be set in.
#[derive(Debug, Default)]
pub struct Fonts {
    system: Option<SystemFonts>,
}

impl Fonts {
    /// The bundled family alone: the same on every machine.
    pub fn bundled() -> Self {
        Self::default()
    }

    /// The bundled family, and fonts of the system for what it lacks.
    pub fn with_system(system: SystemFonts) -> Self {
        Self {
            system: Some(system),
        }
    }

    /// The faces that will set these characters.
    pub(crate) fn for_characters(&self, characters: &BTreeMap<char, usize>) -> FontSet {
        let mut set = FontSet {
            faces: Face::ALL
                .iter()
                .map(|face| FaceData {
                    name: face.name().to_owned(),
                    data: Bytes::Bundled(face.data()),
                    index: 0,
                })
                .collect(),
            extra: HashMap::new(),
        };
        let mut places = HashMap::new();
        for c in characters.keys().copied().filter(|c| !is_bundled(*c)) {
            let Some(system) = &self.system else { continue };
            let Some(id) = system.face_for(c) else {
                continue;
            };
            let place = match places.get(&id) {
                Some(place) => *place,
                None => {
                    let Some(face) = system.face(id) else {
                        continue;
                    };
                    set.faces.push(face);
                    let place = set.faces.len() - 1;
                    places.insert(id, place);
                    place
                }
            };
            set.extra.insert(c, place);
        }
        set
    }

    /// Whether some face has a glyph for the character.
    pub(crate) fn can_set(&self, c: char) -> bool {
        is_bundled(c)
            || self
                .system
                .as_ref()
                .is_some_and(|system| system.face_for(c).is_some())
    }
}

fn is_bundled(c: char) -> bool {
    BUNDLED.iter().any(|coverage| coverage.has(c))
}

/// Whether a character is seen at all: spaces, controls and joiners need no glyph.
pub(crate) fn is_visible(c: char) -> bool {
    !(c.is_whitespace()
        || c.is_control()
        || matches!(
            u32::from(c),
            0xAD | 0x34F | 0x61C | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E
                | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF | 0xFFF9..=0xFFFB
                | 0x1BCA0..=0x1BCA3 | 0xE0000..=0xE0FFF
        ))
}

/// The faces of one document.
pub(crate) struct FontSet {
    pub(crate) faces: Vec<FaceData>,
    /// Which of the faces after the bundled ones sets a character.
    extra: HashMap<char, usize>,
}

/// A font file, or one face of it.
pub(crate) struct FaceData {
    pub(crate) name: String,
    data: Bytes,
    pub(crate) index: u32,
}

enum Bytes {
    Bundled(&'static [u8]),
    Loaded(Arc<[u8]>),
}

impl FaceData {
    pub(crate) fn bytes(&self) -> &[u8] {
        match &self.data {
            Bytes::Bundled(bytes) => bytes,
            Bytes::Loaded(bytes) => bytes,
        }
    }
}

impl FontSet {
    /// The number of the face that sets the character where `face` is asked for.
    pub(crate) fn face_for(&self, face: Face, c: char) -> Option<usize> {
        let bundled = std::iter::once(&face)
            .chain(face.stand_ins())
            .find(|face| BUNDLED[**face as usize].has(c));
        match bundled {
            Some(face) => Some(*face as usize),
            None => self.extra.get(&c).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_family_sets_what_people_here_are_called() {
        for c in "Siân Ó Néill Łukasz Žižek Đorđe Αθηνά Київ £½–—‘’“”…•→".chars()
        {
            assert!(!is_visible(c) || is_bundled(c), "{c}");
        }
    }

    #[test]
    fn nothing_bundled_sets_arabic_and_without_system_fonts_nothing_does() {
        assert!(!Fonts::bundled().can_set('م'));
    }

    #[test]
    fn every_bundled_face_is_readable_and_has_letters() {
        for face in Face::ALL {
            assert!(BUNDLED[face as usize].has('a'), "{face:?}");
        }
    }
}
