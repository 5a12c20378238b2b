//! Pictures, made ready for a PDF: JPEG as it is, PNG with its transparency apart, and what is far finer than paper shows
//! scaled down to what it does.

mod jpeg;
mod png;
mod scale;
mod screen;

pub(crate) use screen::for_screen;

use crate::length::Length;
use crate::survey::Survey;
use crate::{Error, FileSource, Progress, Step, UnreadablePicture};
use printpdf::{DictItem, ExternalStream, ExternalXObject};
use std::collections::{BTreeMap, HashMap};

/// More dots than this would fill a poster, and the memory of a small computer.
const MOST_DOTS: u64 = 80_000_000;

/// The pictures of a document.
#[derive(Default)]
pub(crate) struct Pictures {
    pub(crate) list: Vec<Picture>,
    by_id: HashMap<String, Result<usize, &'static str>>,
}

/// A picture as it goes into the PDF.
pub(crate) struct Picture {
    pub(crate) object: ExternalXObject,
    /// How it is to be turned when drawn, as a camera notes it: 1 to 8.
    pub(crate) turn: u8,
    /// Its size as it is seen, turned.
    size: (u32, u32),
}

impl Picture {
    /// The picture, turned as a camera notes it: 1 to 8.
    fn turned(self, turn: u8) -> Self {
        let (width, height) = self.size;
        let size = if turn >= 5 {
            (height, width)
        } else {
            (width, height)
        };
        Self { turn, size, ..self }
    }
}

impl Pictures {
    /// Reads all pictures that the document shows.
    pub(crate) fn read(
        survey: &Survey,
        source: &dyn FileSource,
        progress: &dyn Progress,
    ) -> Result<Self, Error> {
        let mut pictures = Self::default();
        for (done, id) in survey.pictures.keys().enumerate() {
            crate::go_on(progress, Step::Pictures, done, survey.pictures.len())?;
            let read = match source.file(id) {
                None => Err("The picture is not in the portfolio."),
                Some(bytes) => read(&bytes),
            };
            let place = read.map(|picture| {
                pictures.list.push(picture);
                pictures.list.len() - 1
            });
            pictures.by_id.insert(id.clone(), place);
        }
        Ok(pictures)
    }

    /// A picture's place and size in dots, or why it cannot be shown.
    pub(crate) fn get(&self, id: &str) -> Result<(usize, (u32, u32)), &'static str> {
        let place = self
            .by_id
            .get(id)
            .copied()
            .unwrap_or(Err("The picture is not in the portfolio."))?;
        Ok((place, self.list[place].size))
    }

    /// The pictures that cannot be shown.
    pub(crate) fn unreadable(&self, survey: &Survey) -> Vec<UnreadablePicture> {
        survey
            .pictures
            .iter()
            .filter_map(|(id, place)| match self.by_id.get(id) {
                Some(Err(reason)) => Some(UnreadablePicture {
                    id: id.clone(),
                    reason: (*reason).to_owned(),
                    place: place.clone(),
                }),
                _ => None,
            })
            .collect()
    }
}

/// The tick in a box, in hundredths of the box from its lower left corner.
pub(crate) const TICK: [(i64, i64); 3] = [(22, 52), (42, 28), (80, 76)];

/// The matrix that puts a picture, turned as a camera notes it, over an area whose lower left corner is at `x` and `y`, which
/// is counted upwards: the eight ways a camera can be held, by where the right and upper edge of the data come to lie.
pub(crate) fn placed(turn: u8, (x, y): (Length, Length), (w, h): (Length, Length)) -> [Length; 6] {
    let (zero, right, top) = (Length::ZERO, x + w, y + h);
    match turn {
        2 => [-w, zero, zero, h, right, y],
        3 => [-w, zero, zero, -h, right, top],
        4 => [w, zero, zero, -h, x, top],
        5 => [zero, -h, -w, zero, right, top],
        6 => [zero, -h, w, zero, x, top],
        7 => [zero, h, w, zero, x, y],
        8 => [zero, h, -w, zero, right, y],
        _ => [w, zero, zero, h, x, y],
    }
}

/// The name of a picture in the PDF's resources.
pub(crate) fn name(place: usize) -> String {
    format!("Picture{place}")
}

enum Kind {
    Jpeg,
    Png,
}

fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(Kind::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else {
        None
    }
}

fn read(bytes: &[u8]) -> Result<Picture, &'static str> {
    match kind(bytes) {
        Some(Kind::Jpeg) => jpeg::read(bytes),
        Some(Kind::Png) => png::read(bytes),
        None => Err("The file is neither a JPEG nor a PNG picture."),
    }
}

/// The same JPEG or PNG without what a camera or a program noted in it, such as the place, the day and the device. `None` for
/// anything else, and for a picture that cannot be taken apart.
#[must_use]
pub fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let bare = match kind(bytes)? {
        Kind::Jpeg => jpeg::bare(bytes),
        Kind::Png => png::bare(bytes),
    };
    bare.ok()
}

const DAMAGED: &str = "The file is damaged: it could not be read to its end.";
const TOO_LARGE: &str = "The picture has too many dots to be printed. A smaller copy can be shown.";

fn check_size(width: u32, height: u32) -> Result<(), &'static str> {
    match u64::from(width) * u64::from(height) {
        0 => Err(DAMAGED),
        dots if dots > MOST_DOTS => Err(TOO_LARGE),
        _ => Ok(()),
    }
}

fn name_item(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn object(
    (width, height): (u32, u32),
    space: &str,
    entries: &[(&str, DictItem)],
    content: Vec<u8>,
) -> ExternalXObject {
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name_item("XObject")),
        ("Subtype".to_owned(), name_item("Image")),
        ("Width".to_owned(), DictItem::Int(width.into())),
        ("Height".to_owned(), DictItem::Int(height.into())),
        ("ColorSpace".to_owned(), name_item(space)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    dict.extend(
        entries
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone())),
    );
    ExternalXObject {
        stream: ExternalStream {
            dict,
            content,
            compress: false,
        },
        width: None,
        height: None,
        dpi: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of 2 by 1 dots with notes of a camera in it.
    fn small_jpeg(orientation: u8) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8];
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0".to_vec();
        exif.extend_from_slice(&[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
        bytes.extend_from_slice(&[0xFF, 0xE1]);
        bytes.extend_from_slice(&(exif.len() as u16 + 2).to_be_bytes());
        bytes.extend_from_slice(&exif);
        bytes.extend_from_slice(&[0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 2, 1, 1, 0x11, 0]);
        bytes.extend_from_slice(&[0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0]);
        bytes.extend_from_slice(&[1, 2, 3, 0xFF, 0xD9, 9, 9]);
        bytes
    }

    #[test]
    fn a_photograph_keeps_its_turn_and_loses_the_notes_of_the_camera() {
        let picture = read(&small_jpeg(6)).unwrap();
        assert_eq!((picture.turn, picture.size), (6, (1, 2)));
        let kept = &picture.object.stream.content;
        assert!(!kept.windows(4).any(|word| word == b"Exif"));
        assert!(
            kept.ends_with(&[0xFF, 0xD9]),
            "what a camera appends is dropped"
        );
    }

    #[test]
    fn damaged_files_are_refused_in_words() {
        let whole = small_jpeg(1);
        for end in 0..whole.len() - 3 {
            assert!(read(&whole[..end]).is_err(), "cut after {end} bytes");
        }
        assert!(read(b"GIF89a").is_err());
        assert!(read(b"\x89PNG\r\n\x1a\n").is_err());
    }

    #[test]
    fn a_picture_of_absurd_size_is_refused_before_any_memory_is_taken() {
        let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        file.extend_from_slice(&60_000_u32.to_be_bytes());
        file.extend_from_slice(&60_000_u32.to_be_bytes());
        file.extend_from_slice(&[8, 2, 0, 0, 0]);
        let sum = crc(&file[12..]);
        file.extend_from_slice(&sum.to_be_bytes());
        file.extend_from_slice(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82");
        assert_eq!(read(&file).err(), Some(TOO_LARGE));
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 {
                    (crc >> 1) ^ 0xEDB8_8320
                } else {
                    crc >> 1
                }
            })
        })
    }

    #[test]
    fn a_photograph_without_notes_is_the_same_picture_held_the_same_way() {
        for turn in 1..=8 {
            let original = photograph(30, 20, turn, 3);
            let bare = without_notes(&original).unwrap();
            let (before, after) = (read(&original).unwrap(), read(&bare).unwrap());
            assert_eq!((after.turn, after.size), (turn, before.size));
            assert!(before.object.stream.content == after.object.stream.content);
            assert_eq!(
                without_notes(&bare).unwrap(),
                bare,
                "nothing more to take out"
            );
        }
        let mut noted = photograph(30, 20, 1, 3);
        let place = b"\xFF\xE1\0\x10Exif\0\0GPS 51.5";
        noted.splice(2..2, *place);
        let bare = without_notes(&noted).unwrap();
        assert!(!bare.windows(3).any(|three| three == b"GPS"));
    }

    #[test]
    fn a_drawing_without_notes_is_the_same_picture() {
        let mut file = Vec::new();
        let mut encoder = ::png::Encoder::new(&mut file, 2, 1);
        encoder.set_color(::png::ColorType::Rgb);
        encoder
            .add_text_chunk("Author".into(), "Somebody".into())
            .unwrap();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&[1, 2, 3, 4, 5, 6]).unwrap();
        writer.finish().unwrap();
        let bare = without_notes(&file).unwrap();
        assert!(file.windows(8).any(|part| part == b"Somebody"));
        assert!(!bare.windows(8).any(|part| part == b"Somebody"));
        let content = |bytes: &[u8]| read(bytes).unwrap().object.stream.content;
        assert_eq!(content(&bare), content(&file));
        for end in 0..bare.len() {
            assert!(
                without_notes(&bare[..end]).is_none(),
                "cut after {end} bytes"
            );
        }
        assert!(without_notes(b"GIF89a").is_none());
    }

    /// A photograph of so many dots, with a note of how the camera was held.
    fn photograph(width: u32, height: u32, turn: u8, colours: u8) -> Vec<u8> {
        let mut encoded = Vec::new();
        let dots = vec![120; (width * height) as usize * usize::from(colours)];
        let colour = if colours == 1 {
            image::ExtendedColorType::L8
        } else {
            image::ExtendedColorType::Rgb8
        };
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut encoded, 80);
        image::ImageEncoder::write_image(encoder, &dots, width, height, colour).unwrap();
        let notes = &small_jpeg(turn)[2..];
        let length = usize::from(u16::from_be_bytes([notes[2], notes[3]])) + 2;
        [&encoded[..2], &notes[..length], &encoded[2..]].concat()
    }

    fn number(picture: &Picture, key: &str) -> i64 {
        match picture.object.stream.dict.get(key) {
            Some(DictItem::Int(value)) => *value,
            other => panic!("{key} is {other:?}"),
        }
    }

    #[test]
    fn a_photograph_that_is_far_finer_than_paper_is_scaled_and_still_turned() {
        for (colours, space) in [(1, "DeviceGray"), (3, "DeviceRGB")] {
            let picture = read(&photograph(7100, 20, 6, colours)).unwrap();
            assert_eq!(
                (number(&picture, "Width"), number(&picture, "Height")),
                (3508, 9)
            );
            assert_eq!((picture.turn, picture.size), (6, (9, 3508)));
            let dict = &picture.object.stream.dict;
            assert_eq!(dict.get("ColorSpace"), Some(&name_item(space)));
            assert!(picture.object.stream.content.starts_with(&[0xFF, 0xD8]));
        }
        let kept = read(&photograph(7000, 20, 6, 3)).unwrap();
        assert_eq!(number(&kept, "Width"), 7000, "not far enough");
    }

    #[test]
    fn a_drawing_that_is_far_finer_than_paper_is_scaled_with_its_transparency() {
        let mut file = Vec::new();
        let mut encoder = ::png::Encoder::new(&mut file, 20, 7100);
        encoder.set_color(::png::ColorType::Rgba);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&[90; 20 * 7100 * 4]).unwrap();
        writer.finish().unwrap();
        let picture = read(&file).unwrap();
        assert_eq!(picture.size, (9, 3508));
        let Some(DictItem::Stream { stream: mask }) = picture.object.stream.dict.get("SMask")
        else {
            panic!("it has no mask");
        };
        assert_eq!(mask.dict.get("Height"), Some(&DictItem::Int(3508)));
    }

    #[test]
    fn transparency_is_kept_apart_and_only_where_there_is_some() {
        let encode = |alpha: u8| {
            let mut file = Vec::new();
            let mut encoder = ::png::Encoder::new(&mut file, 1, 1);
            encoder.set_color(::png::ColorType::Rgba);
            let mut writer = encoder.write_header().unwrap();
            writer.write_image_data(&[10, 20, 30, alpha]).unwrap();
            writer.finish().unwrap();
            read(&file)
                .unwrap()
                .object
                .stream
                .dict
                .contains_key("SMask")
        };
        assert!(encode(128));
        assert!(!encode(255));
    }
}
