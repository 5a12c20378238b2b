//! Pictures, made ready for a PDF: JPEG as it is, PNG with its transparency apart.

use crate::survey::Survey;
use crate::{Error, FileSource, Progress, Step, UnreadablePicture};
use printpdf::{DictItem, ExternalStream, ExternalXObject};
use std::collections::{BTreeMap, HashMap};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

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

/// The name of a picture in the PDF's resources.
pub(crate) fn name(place: usize) -> String {
    format!("Picture{place}")
}

fn read(bytes: &[u8]) -> Result<Picture, &'static str> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        jpeg(bytes)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(bytes)
    } else {
        Err("The file is neither a JPEG nor a PNG picture.")
    }
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

/// Keeps the compressed data of a JPEG and drops what does not belong to the picture: the place
/// where it was taken, the device, thumbnails, comments.
fn jpeg(bytes: &[u8]) -> Result<Picture, &'static str> {
    let mut kept = vec![0xFF, 0xD8];
    let mut frame = None;
    let mut turn = 1;
    let mut at = 2;
    loop {
        // Any number of FF bytes may stand before a marker.
        while bytes.get(at) == Some(&0xFF) && bytes.get(at + 1) == Some(&0xFF) {
            at += 1;
        }
        let (Some(0xFF), Some(&marker)) = (bytes.get(at), bytes.get(at + 1)) else {
            return Err(DAMAGED);
        };
        if marker == 0x01 || (0xD0..=0xD7).contains(&marker) {
            at += 2;
            continue;
        }
        let length = match bytes.get(at + 2..at + 4) {
            Some(length) => usize::from(u16::from_be_bytes([length[0], length[1]])),
            None => return Err(DAMAGED),
        };
        let segment = bytes.get(at..at + 2 + length).ok_or(DAMAGED)?;
        let body = segment.get(4..).ok_or(DAMAGED)?;
        match marker {
            0xC0..=0xC2 => {
                let [depth, h1, h0, w1, w0, components, ..] = body else {
                    return Err(DAMAGED);
                };
                if *depth != 8 {
                    return Err("The picture has more than eight bits for a colour.");
                }
                let size = (
                    u32::from(u16::from_be_bytes([*w1, *w0])),
                    u32::from(u16::from_be_bytes([*h1, *h0])),
                );
                frame = Some((size, *components));
            }
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Err("The picture is of a rare kind of JPEG that PDF does not know.");
            }
            0xE1 if body.starts_with(b"Exif\0\0") => turn = exif_turn(&body[6..]).unwrap_or(1),
            _ => {}
        }
        // APP14 says how colours are stored; all other application data is let go.
        let dropped = (0xE0..=0xEF).contains(&marker) && marker != 0xEE || marker == 0xFE;
        if !dropped {
            kept.extend_from_slice(segment);
        }
        at += 2 + length;
        if marker == 0xDA {
            break;
        }
    }
    let (size, components) = frame.ok_or(DAMAGED)?;
    check_size(size.0, size.1)?;
    let data = &bytes[at..];
    // Cameras append data of their own; the picture ends with its last end marker.
    let end = data
        .windows(2)
        .rposition(|pair| pair == [0xFF, 0xD9])
        .ok_or(DAMAGED)?;
    kept.extend_from_slice(&data[..end + 2]);

    let object = match components {
        1 => object(
            size,
            "DeviceGray",
            &[("Filter", name_item("DCTDecode"))],
            kept,
        ),
        3 => object(
            size,
            "DeviceRGB",
            &[("Filter", name_item("DCTDecode"))],
            kept,
        ),
        // Four colours of ink mean nothing without the press they were made for.
        4 => {
            let options = DecoderOptions::new_safe().jpeg_set_out_colorspace(ColorSpace::RGB);
            let rgb = JpegDecoder::new_with_options(ZCursor::new(bytes), options)
                .decode()
                .map_err(|_| DAMAGED)?;
            packed(size, 3, &rgb, None)?
        }
        _ => return Err("The picture has an unusual number of colours."),
    };
    let seen = if turn >= 5 { (size.1, size.0) } else { size };
    Ok(Picture {
        object,
        turn,
        size: seen,
    })
}

/// How the camera was held, from the first directory of the data it wrote.
fn exif_turn(data: &[u8]) -> Option<u8> {
    let little = match data.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let pair = [*data.get(at)?, *data.get(at + 1)?];
        Some(if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        })
    };
    let long = |at: usize| -> Option<usize> {
        let (a, b) = (usize::from(short(at)?), usize::from(short(at + 2)?));
        Some(if little { a | b << 16 } else { a << 16 | b })
    };
    let directory = long(4)?;
    let count = usize::from(short(directory)?);
    (0..count.min(512))
        .map(|entry| directory + 2 + entry * 12)
        .find(|entry| short(*entry) == Some(0x0112))
        .and_then(|entry| short(entry + 8))
        .and_then(|turn| u8::try_from(turn).ok())
        .filter(|turn| (1..=8).contains(turn))
}

fn png(bytes: &[u8]) -> Result<Picture, &'static str> {
    let limits = png::Limits { bytes: 400_000_000 };
    let mut decoder = png::Decoder::new_with_limits(std::io::Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(|_| DAMAGED)?;
    let size = (header.width, header.height);
    check_size(size.0, size.1)?;
    let mut reader = decoder.read_info().map_err(|_| DAMAGED)?;
    let mut dots = vec![0; reader.output_buffer_size().ok_or(TOO_LARGE)?];
    let info = reader.next_frame(&mut dots).map_err(|_| DAMAGED)?;
    dots.truncate(info.buffer_size());
    let object = match info.color_type {
        png::ColorType::Grayscale => packed(size, 1, &dots, None)?,
        png::ColorType::Rgb => packed(size, 3, &dots, None)?,
        png::ColorType::GrayscaleAlpha => {
            let (colour, alpha) = part(&dots, 1);
            packed(size, 1, &colour, Some(&alpha))?
        }
        png::ColorType::Rgba => {
            let (colour, alpha) = part(&dots, 3);
            packed(size, 3, &colour, Some(&alpha))?
        }
        png::ColorType::Indexed => return Err(DAMAGED),
    };
    Ok(Picture {
        object,
        turn: 1,
        size,
    })
}

/// Colour and transparency, each on its own.
fn part(dots: &[u8], colours: usize) -> (Vec<u8>, Vec<u8>) {
    let count = dots.len() / (colours + 1);
    let (mut colour, mut alpha) = (
        Vec::with_capacity(count * colours),
        Vec::with_capacity(count),
    );
    for dot in dots.chunks_exact(colours + 1) {
        colour.extend_from_slice(&dot[..colours]);
        alpha.push(dot[colours]);
    }
    (colour, alpha)
}

fn packed(
    size: (u32, u32),
    colours: u8,
    dots: &[u8],
    alpha: Option<&[u8]>,
) -> Result<ExternalXObject, &'static str> {
    let space = if colours == 1 {
        "DeviceGray"
    } else {
        "DeviceRGB"
    };
    let mut entries = predicted(size.0, colours);
    // A picture that is nowhere transparent needs no mask.
    if let Some(alpha) = alpha.filter(|alpha| alpha.iter().any(|value| *value != 255)) {
        let data = compressed(size, 1, alpha)?;
        let stream = object(size, "DeviceGray", &predicted(size.0, 1), data).stream;
        entries.push(("SMask", DictItem::Stream { stream }));
    }
    Ok(object(
        size,
        space,
        &entries,
        compressed(size, colours, dots)?,
    ))
}

/// The rows of a picture, each predicted from its neighbour and compressed: the same coding in a
/// PNG and in a PDF, so one writes what the other holds.
fn compressed(size: (u32, u32), colours: u8, dots: &[u8]) -> Result<Vec<u8>, &'static str> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, size.0, size.1);
    encoder.set_color(if colours == 1 {
        png::ColorType::Grayscale
    } else {
        png::ColorType::Rgb
    });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header().map_err(|_| DAMAGED)?;
    writer.write_image_data(dots).map_err(|_| DAMAGED)?;
    writer.finish().map_err(|_| DAMAGED)?;
    let mut data = Vec::with_capacity(file.len());
    let mut at = 8;
    while let Some(head) = file.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        if &head[4..] == b"IDAT" {
            data.extend_from_slice(file.get(at + 8..at + 8 + length).ok_or(DAMAGED)?);
        }
        at += length + 12;
    }
    Ok(data)
}

fn predicted(width: u32, colours: u8) -> Vec<(&'static str, DictItem)> {
    let map = BTreeMap::from([
        ("Predictor".to_owned(), DictItem::Int(15)),
        ("Colors".to_owned(), DictItem::Int(colours.into())),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("Columns".to_owned(), DictItem::Int(width.into())),
    ]);
    vec![
        ("Filter", name_item("FlateDecode")),
        ("DecodeParms", DictItem::Dict { map }),
    ]
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
    fn transparency_is_kept_apart_and_only_where_there_is_some() {
        let encode = |alpha: u8| {
            let mut file = Vec::new();
            let mut encoder = png::Encoder::new(&mut file, 1, 1);
            encoder.set_color(png::ColorType::Rgba);
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
