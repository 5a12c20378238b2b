//! PNG: colour and transparency apart, each coded as a PNG codes its rows.

use super::scale::{self, Dots};
use super::{DAMAGED, Picture, TOO_LARGE, check_size, name_item, object};
use ::png::{ColorType, Transformations};
use printpdf::{DictItem, ExternalXObject};
use std::collections::BTreeMap;

/// Reads a PNG.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, &'static str> {
    let limits = ::png::Limits { bytes: 400_000_000 };
    let mut decoder = ::png::Decoder::new_with_limits(std::io::Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(|_| DAMAGED)?;
    let size = (header.width, header.height);
    check_size(size.0, size.1)?;
    let mut reader = decoder.read_info().map_err(|_| DAMAGED)?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or(TOO_LARGE)?];
    let info = reader.next_frame(&mut bytes).map_err(|_| DAMAGED)?;
    bytes.truncate(info.buffer_size());
    let bytes_each = match info.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        ColorType::Indexed => return Err(DAMAGED),
    };
    let whole = Dots {
        size,
        bytes_each,
        bytes,
    };
    let dots = match scale::wanted(size) {
        Some(smaller) => scale::scaled(whole, smaller)?,
        None => whole,
    };
    Ok(Picture {
        size: dots.size,
        object: drawn(&dots)?,
        turn: 1,
    })
}

/// The chunks without which a PNG looks different.
const SEEN: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The same PNG without what a camera or a program noted in it.
pub(super) fn bare(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let mut kept = bytes.get(..8).ok_or(DAMAGED)?.to_vec();
    let mut at = 8;
    loop {
        let head = bytes.get(at..at + 8).ok_or(DAMAGED)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        // Length, name, contents and a sum over them.
        let end = usize::try_from(length)
            .ok()
            .and_then(|length| at.checked_add(length)?.checked_add(12))
            .ok_or(DAMAGED)?;
        let chunk = bytes.get(at..end).ok_or(DAMAGED)?;
        let name = &head[4..];
        if SEEN.iter().any(|seen| *seen == name) {
            kept.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Ok(kept);
        }
        at = end;
    }
}

/// Dots as a PDF draws them.
pub(super) fn drawn(dots: &Dots) -> Result<ExternalXObject, &'static str> {
    let has_alpha = dots.bytes_each.is_multiple_of(2);
    if !has_alpha {
        return packed(dots.size, dots.bytes_each, &dots.bytes, None);
    }
    let colours = dots.bytes_each - 1;
    let (colour, alpha) = part(&dots.bytes, usize::from(colours));
    packed(dots.size, colours, &colour, Some(&alpha))
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
    let mut encoder = ::png::Encoder::new(&mut file, size.0, size.1);
    encoder.set_color(if colours == 1 {
        ::png::ColorType::Grayscale
    } else {
        ::png::ColorType::Rgb
    });
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_compression(::png::Compression::Balanced);
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
