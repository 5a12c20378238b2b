//! Fonts of the machine, for characters that the bundled family lacks.

use super::{Bytes, Coverage, FaceData};
use fontdb::{Database, ID, Style, Weight};
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::ttf::Face as Parsed;

/// The fonts installed on a machine.
///
/// Reading the list takes a fraction of a second, so one value serves a whole run. Which font sets
/// a character depends on what is installed: font files are part of "the same input, the same
/// file".
pub struct SystemFonts {
    fonts: Database,
    /// Upright faces of normal weight, in an order that does not depend on the file system.
    order: Vec<ID>,
    found: Mutex<Found>,
}

#[derive(Default)]
struct Found {
    coverage: HashMap<ID, Arc<Coverage>>,
    faces: HashMap<char, Option<ID>>,
}

impl std::fmt::Debug for SystemFonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SystemFonts")
            .field("faces", &self.order.len())
            .finish_non_exhaustive()
    }
}

impl SystemFonts {
    /// Reads the list of installed fonts.
    pub fn load() -> Self {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        Self::new(fonts)
    }

    /// Reads the fonts of a folder and of the folders in it.
    pub fn in_folder(folder: &Path) -> Self {
        let mut fonts = Database::new();
        fonts.load_fonts_dir(folder);
        Self::new(fonts)
    }

    fn new(fonts: Database) -> Self {
        let mut faces: Vec<(bool, String, u32, ID)> = fonts
            .faces()
            .filter(|face| face.style == Style::Normal && face.weight == Weight::NORMAL)
            .map(|face| {
                let family = family(&face.families).to_owned();
                (
                    !family.starts_with("Noto"),
                    face.post_script_name.clone(),
                    face.index,
                    face.id,
                )
            })
            .collect();
        // Noto first: its faces match the bundled ones in weight and height.
        faces.sort_by(|a, b| (a.0, &a.1, a.2).cmp(&(b.0, &b.1, b.2)));
        let order = faces.into_iter().map(|face| face.3).collect();
        Self {
            fonts,
            order,
            found: Mutex::default(),
        }
    }

    /// The face that sets a character.
    pub(super) fn face_for(&self, c: char) -> Option<ID> {
        // A poisoned lock holds a cache that is whole after every statement.
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(face) = found.faces.get(&c) {
            return *face;
        }
        let named = preferred(c).iter().filter_map(|name| {
            self.order.iter().find(|id| {
                self.fonts
                    .face(**id)
                    .is_some_and(|face| family(&face.families) == *name)
            })
        });
        let face = named
            .chain(self.order.iter())
            .copied()
            .find(|id| self.coverage(*id, &mut found).has(c));
        found.faces.insert(c, face);
        face
    }

    fn coverage(&self, id: ID, found: &mut Found) -> Arc<Coverage> {
        if let Some(coverage) = found.coverage.get(&id) {
            return Arc::clone(coverage);
        }
        let read = self.fonts.with_face_data(id, |data, index| {
            Parsed::parse(data, index)
                .map(|face| Coverage::of(&face))
                .unwrap_or_default()
        });
        let coverage = Arc::new(read.unwrap_or_default());
        found.coverage.insert(id, Arc::clone(&coverage));
        coverage
    }

    /// The font file of a face.
    pub(super) fn face(&self, id: ID) -> Option<FaceData> {
        let info = self.fonts.face(id)?;
        let name: String = info
            .post_script_name
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        let name = if name.is_empty() {
            "Font".to_owned()
        } else {
            name
        };
        self.fonts.with_face_data(id, |data, index| FaceData {
            name,
            data: Bytes::Loaded(data.into()),
            index,
        })
    }
}

fn family(families: &[(String, fontdb::Language)]) -> &str {
    families.first().map_or("", |(name, _)| name.as_str())
}

/// Families that set a script well, on Linux, Windows and macOS, best first. Any other font that
/// has the character comes after them.
fn preferred(c: char) -> &'static [&'static str] {
    match u32::from(c) {
        0x0590..=0x05FF | 0xFB1D..=0xFB4F => &[
            "Noto Serif Hebrew",
            "Noto Sans Hebrew",
            "Times New Roman",
            "Arial Hebrew",
            "Arial",
        ],
        0x0600..=0x06FF | 0x0750..=0x077F | 0x08A0..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => {
            &[
                "Noto Naskh Arabic",
                "Noto Sans Arabic",
                "Times New Roman",
                "Geeza Pro",
                "Arial",
            ]
        }
        0x0900..=0x097F => &[
            "Noto Serif Devanagari",
            "Noto Sans Devanagari",
            "Nirmala UI",
            "Kohinoor Devanagari",
        ],
        0x0E00..=0x0E7F => &[
            "Noto Serif Thai",
            "Noto Sans Thai",
            "Leelawadee UI",
            "Thonburi",
        ],
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7FF => &[
            "Noto Serif CJK KR",
            "Noto Sans CJK KR",
            "Malgun Gothic",
            "Apple SD Gothic Neo",
        ],
        0x3040..=0x30FF | 0x31F0..=0x31FF => &[
            "Noto Serif CJK JP",
            "Noto Sans CJK JP",
            "Yu Mincho",
            "Hiragino Mincho ProN",
        ],
        0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF => &[
            "Noto Serif CJK SC",
            "Noto Sans CJK SC",
            "Noto Sans CJK JP",
            "Microsoft YaHei",
            "PingFang SC",
        ],
        0x2190..=0x2BFF | 0x1F000..=0x1FAFF => &[
            "Noto Sans Symbols2",
            "Noto Sans Symbols",
            "Noto Sans Math",
            "Symbola",
            "Noto Emoji",
            "Segoe UI Symbol",
            "Segoe UI Emoji",
            "Apple Symbols",
        ],
        _ => &[],
    }
}
