//! JPEG: the compressed data as it is, without what does not belong to the picture.

use super::scale::{self, Dots};
use super::{DAMAGED, Picture, check_size, name_item, object, png};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// How well a photograph is kept that has to be compressed anew, of 100: no difference is seen on paper.
const QUALITY: u8 = 90;

/// A JPEG taken apart.
struct Parts<'a> {
    /// Everything before the compressed data that was kept.
    head: Vec<u8>,
    /// The compressed data, to the end marker of the picture.
    data: &'a [u8],
    size: (u32, u32),
    colours: u8,
    turn: u8,
}

impl Parts<'_> {
    fn joined(mut self) -> Vec<u8> {
        self.head.extend_from_slice(self.data);
        self.head
    }
}

/// Takes a JPEG apart and keeps what belongs to the picture, and of the data that programs add (marker and contents) what
/// `keeps` says. Comments are let go.
fn parts<'a>(
    bytes: &'a [u8],
    keeps: impl Fn(u8, &[u8]) -> bool,
) -> Result<Parts<'a>, &'static str> {
    let mut head = vec![0xFF, 0xD8];
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
            0xE1 if body.starts_with(EXIF) => turn = exif_turn(&body[EXIF.len()..]).unwrap_or(1),
            _ => {}
        }
        let kept = match marker {
            0xE0..=0xEF => keeps(marker, body),
            0xFE => false,
            _ => true,
        };
        if kept {
            head.extend_from_slice(segment);
        }
        at += 2 + length;
        if marker == 0xDA {
            break;
        }
    }
    let (size, colours) = frame.ok_or(DAMAGED)?;
    let data = &bytes[at..];
    // Cameras append data of their own; the picture ends with its last end marker.
    let end = data
        .windows(2)
        .rposition(|pair| pair == [0xFF, 0xD9])
        .ok_or(DAMAGED)?;
    Ok(Parts {
        head,
        data: &data[..end + 2],
        size,
        colours,
        turn,
    })
}

/// What data of a camera begins with.
const EXIF: &[u8] = b"Exif\0\0";

/// Says how the colours are stored, without which they come out wrong.
const ADOBE: u8 = 0xEE;

/// Keeps the compressed data of a JPEG and drops what does not belong to the picture: the place
/// where it was taken, the device, thumbnails, comments.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, &'static str> {
    let parts = parts(bytes, |marker, _| marker == ADOBE)?;
    let Parts {
        size,
        colours,
        turn,
        ..
    } = parts;
    check_size(size.0, size.1)?;
    if let Some(smaller) = scale::wanted(size) {
        let colours = if colours == 1 { 1 } else { 3 };
        let scaled = scale::scaled(decoded(bytes, size, colours)?, smaller)?;
        // Small enough now to be kept as it is.
        return Ok(read(&compressed(&scaled)?)?.turned(turn));
    }
    let filter = [("Filter", name_item("DCTDecode"))];
    let object = match colours {
        1 => object(size, "DeviceGray", &filter, parts.joined()),
        3 => object(size, "DeviceRGB", &filter, parts.joined()),
        // Four colours of ink mean nothing without the press they were made for.
        4 => png::drawn(&decoded(bytes, size, 3)?)?,
        _ => return Err("The picture has an unusual number of colours."),
    };
    let picture = Picture {
        object,
        turn: 1,
        size,
    };
    Ok(picture.turned(turn))
}

/// The same JPEG without what a camera or a program noted in it. How the camera was held and what its colours mean are
/// kept, since the picture would look different without them.
pub(super) fn bare(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let parts = parts(bytes, |marker, body| match marker {
        ADOBE => true,
        0xE0 => body.starts_with(b"JFIF\0"),
        0xE2 => body.starts_with(b"ICC_PROFILE\0"),
        _ => false,
    })?;
    let turn = parts.turn;
    let mut joined = parts.joined();
    if turn != 1 {
        // One directory with one entry, of one number.
        let mut notes = [EXIF, b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"].concat();
        notes.extend([turn, 0, 0, 0, 0, 0, 0]);
        let length = u16::try_from(notes.len() + 2).unwrap_or(u16::MAX);
        let segment = [&[0xFF, 0xE1], length.to_be_bytes().as_slice(), &notes].concat();
        joined.splice(2..2, segment);
    }
    Ok(joined)
}

/// The dots of a JPEG, in shades of grey or in red, green and blue.
fn decoded(bytes: &[u8], size: (u32, u32), colours: u8) -> Result<Dots, &'static str> {
    let space = if colours == 1 {
        ColorSpace::Luma
    } else {
        ColorSpace::RGB
    };
    let options = DecoderOptions::new_safe().jpeg_set_out_colorspace(space);
    let decoded = JpegDecoder::new_with_options(ZCursor::new(bytes), options).decode();
    Ok(Dots {
        size,
        bytes_each: colours,
        bytes: decoded.map_err(|_| DAMAGED)?,
    })
}

fn compressed(dots: &Dots) -> Result<Vec<u8>, &'static str> {
    let mut file = Vec::new();
    let colour = if dots.bytes_each == 1 {
        ExtendedColorType::L8
    } else {
        ExtendedColorType::Rgb8
    };
    JpegEncoder::new_with_quality(&mut file, QUALITY)
        .write_image(&dots.bytes, dots.size.0, dots.size.1, colour)
        .map_err(|_| DAMAGED)?;
    Ok(file)
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
