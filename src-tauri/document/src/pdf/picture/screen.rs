//! Pictures for the screen, out of what goes into the PDF: so that both show the same.

use super::Picture;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Crc;
use printpdf::{DictItem, ExternalStream};

/// A picture as addresses that hold all of it.
pub(crate) struct Seen {
    pub(crate) colour: String,
    /// How much of each dot is seen, as shades of grey.
    pub(crate) mask: Option<String>,
}

/// The picture as a page on screen shows it, not turned yet.
pub(crate) fn for_screen(picture: &Picture) -> Seen {
    let stream = &picture.object.stream;
    let mask = match stream.dict.get("SMask") {
        Some(DictItem::Stream { stream }) => Some(address(stream)),
        _ => None,
    };
    Seen {
        colour: address(stream),
        mask,
    }
}

fn address(stream: &ExternalStream) -> String {
    let is_jpeg = stream.dict.get("Filter") == Some(&super::name_item("DCTDecode"));
    let (kind, file) = if is_jpeg {
        ("jpeg", stream.content.clone())
    } else {
        ("png", png(stream))
    };
    format!("data:image/{kind};base64,{}", STANDARD.encode(file))
}

/// The rows of a picture are coded in a PDF as in a PNG: what lacks is the frame.
fn png(stream: &ExternalStream) -> Vec<u8> {
    let number = |key: &str| match stream.dict.get(key) {
        Some(DictItem::Int(value)) => u32::try_from(*value).unwrap_or(0),
        _ => 0,
    };
    let grey = stream.dict.get("ColorSpace") == Some(&super::name_item("DeviceGray"));
    let mut header = number("Width").to_be_bytes().to_vec();
    header.extend(number("Height").to_be_bytes());
    header.extend([8, if grey { 0 } else { 2 }, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [
        (b"IHDR", header.as_slice()),
        (b"IDAT", &stream.content),
        (b"IEND", &[]),
    ] {
        let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
        let mut crc = Crc::new();
        crc.update(name);
        crc.update(data);
        file.extend(length.to_be_bytes());
        file.extend(name);
        file.extend(data);
        file.extend(crc.sum().to_be_bytes());
    }
    file
}
