//! What a file is, by its first bytes: a name can say anything. Nothing is decoded or opened here.

/// The media type of what cannot be told.
pub(crate) const UNKNOWN: &str = "application/octet-stream";

/// How the bytes of a family of files begin, for families in which only the name tells which one it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// A ZIP archive: the documents of today's office programs are such archives.
    Zip,
    /// The compound file of older office programs.
    Compound,
    /// Text in UTF-8 or UTF-16.
    Text,
}

/// Media types by the ending of a name, each only for bytes that can be that.
const BY_ENDING: &[(&str, Family, &str)] = &[
    ("csv", Family::Text, "text/csv"),
    ("doc", Family::Compound, "application/msword"),
    (
        "docx",
        Family::Zip,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        "odp",
        Family::Zip,
        "application/vnd.oasis.opendocument.presentation",
    ),
    (
        "ods",
        Family::Zip,
        "application/vnd.oasis.opendocument.spreadsheet",
    ),
    (
        "odt",
        Family::Zip,
        "application/vnd.oasis.opendocument.text",
    ),
    ("ppt", Family::Compound, "application/vnd.ms-powerpoint"),
    (
        "pptx",
        Family::Zip,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    ("txt", Family::Text, "text/plain"),
    ("xls", Family::Compound, "application/vnd.ms-excel"),
    (
        "xlsx",
        Family::Zip,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("zip", Family::Zip, "application/zip"),
];

/// Endings that systems run: programs, installers, scripts, and what starts one of these.
const RUN: &[&str] = &[
    "apk", "app", "appimage", "bash", "bat", "cmd", "com", "command", "cpl", "deb", "desktop",
    "dll", "dmg", "dylib", "exe", "hta", "jar", "js", "jse", "lnk", "mjs", "msi", "msix", "pif",
    "pkg", "ps1", "py", "reg", "rpm", "run", "scr", "sh", "so", "vbe", "vbs", "wsf",
];

/// The ending of a name in lower case. Windows leaves out dots and spaces at the end of a name.
fn ending(name: &str) -> Option<String> {
    let name = name.trim_end_matches(['.', ' ']);
    let (_, ending) = name.rsplit_once('.')?;
    Some(ending.to_ascii_lowercase())
}

/// The media type of a picture that can be shown and printed.
pub(crate) fn picture(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else {
        None
    }
}

/// The media type of a picture that is neither shown nor printed: of phones, of the web, of scanners.
pub(crate) fn other_picture(bytes: &[u8]) -> Option<&'static str> {
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    if at(4, 8) == b"ftyp" {
        return match at(8, 12) {
            b"heic" | b"heix" | b"mif1" | b"msf1" => Some("image/heic"),
            b"avif" => Some("image/avif"),
            _ => None,
        };
    }
    if at(0, 4) == b"RIFF" && at(8, 12) == b"WEBP" {
        return Some("image/webp");
    }
    let known: [(&[u8], &str); 4] = [
        (b"GIF8", "image/gif"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"BM", "image/bmp"),
    ];
    if let Some((_, media_type)) = known.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(media_type);
    }
    let start = String::from_utf8_lossy(at(0, bytes.len().min(300)));
    start.contains("<svg").then_some("image/svg+xml")
}

/// The media type of a recording.
fn recording(bytes: &[u8]) -> Option<&'static str> {
    match bytes.get(4..12) {
        Some(b"ftypM4A ") => Some("audio/mp4"),
        Some(b"ftypisom" | b"ftypmp42" | b"ftypmp41" | b"ftypavc1") => Some("video/mp4"),
        _ if bytes.starts_with(b"ID3") => Some("audio/mpeg"),
        _ => None,
    }
}

fn family(bytes: &[u8]) -> Option<Family> {
    if bytes.starts_with(b"PK\x03\x04") {
        Some(Family::Zip)
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Some(Family::Compound)
    } else if bytes.starts_with(b"\xff\xfe")
        || bytes.starts_with(b"\xfe\xff")
        || !bytes.contains(&0)
    {
        // Text in an old code page is text as well; what no text has is a zero.
        Some(Family::Text)
    } else {
        None
    }
}

/// The media type of a file: by its bytes; where they only tell a family, by the ending of its name within that
/// family; else [`UNKNOWN`].
pub(crate) fn media_type(name: &str, bytes: &[u8]) -> &'static str {
    if let Some(known) = picture(bytes) {
        return known;
    }
    if bytes.starts_with(b"%PDF-") {
        return "application/pdf";
    }
    let ending = ending(name);
    let by_name = family(bytes).and_then(|family| {
        let ending = ending.as_deref()?;
        BY_ENDING
            .iter()
            .find(|(known, of, _)| *known == ending && *of == family)
            .map(|(_, _, media_type)| *media_type)
    });
    // A text may begin with the two letters of a bitmap, so a name that fits is heard first.
    by_name
        .or_else(|| other_picture(bytes))
        .or_else(|| recording(bytes))
        .unwrap_or(UNKNOWN)
}

/// Whether a system would run this file rather than show it: by its name, and by its bytes whatever its name.
pub(crate) fn is_program(name: &str, bytes: &[u8]) -> bool {
    if ending(name).is_some_and(|ending| RUN.contains(&ending.as_str())) {
        return true;
    }
    let machine_code: [&[u8]; 6] = [
        b"\x7fELF",
        b"\xfe\xed\xfa\xce",
        b"\xfe\xed\xfa\xcf",
        b"\xce\xfa\xed\xfe",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
    ];
    is_windows_program(bytes)
        || bytes.starts_with(b"#!")
        || machine_code.iter().any(|magic| bytes.starts_with(magic))
}

/// Whether the header at the place that the old header names is that of a program.
fn is_windows_program(bytes: &[u8]) -> bool {
    let place = bytes
        .get(0x3c..0x40)
        .and_then(|place| place.try_into().ok());
    let Some(place) = place.filter(|_| bytes.starts_with(b"MZ")) else {
        return false;
    };
    let place = usize::try_from(u32::from_le_bytes(place)).unwrap_or(usize::MAX);
    bytes
        .get(place..)
        .is_some_and(|header| header.starts_with(b"PE\0\0"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::png;

    #[test]
    fn the_bytes_tell_what_a_name_may_hide() {
        assert_eq!(media_type("picture.txt", &png()), "image/png");
        assert_eq!(
            media_type("certificate.txt", b"%PDF-1.7"),
            "application/pdf"
        );
        assert_eq!(media_type("IMG_0412", b"\0\0\0\x18ftypheic"), "image/heic");
        assert_eq!(media_type("chart", b"RIFF\x10\0\0\0WEBPVP8 "), "image/webp");
    }

    #[test]
    fn a_name_is_believed_only_within_what_the_bytes_can_be() {
        assert_eq!(media_type("Notes.TXT", b"BMI 21, seen"), "text/plain");
        assert_eq!(media_type("Hours.csv", b"day;hours\n"), "text/csv");
        assert!(
            media_type("Register.docx", b"PK\x03\x04...").ends_with("wordprocessingml.document")
        );
        assert!(media_type("Hours.xlsx", b"PK\x03\x04...").ends_with("spreadsheetml.sheet"));
        assert!(
            media_type("Slides.pptx", b"PK\x03\x04...").ends_with("presentationml.presentation")
        );
        for (name, bytes) in [
            ("Register.docx", &b"seen"[..]),
            ("Hours.csv", b"PK\x03\x04..."),
            ("odd", b"seen"),
            ("old.doc", b"\0\0\0\0"),
        ] {
            assert_eq!(media_type(name, bytes), UNKNOWN, "{name}");
        }
    }

    #[test]
    fn what_a_system_would_run_is_known_by_its_name_and_by_its_bytes() {
        let mut windows = vec![0; 0x80];
        windows[..2].copy_from_slice(b"MZ");
        windows[0x3c] = 0x40;
        windows[0x40..0x44].copy_from_slice(b"PE\0\0");
        for (name, bytes) in [
            ("setup.exe", &b"x"[..]),
            ("Setup.MSI", b"x"),
            ("go.bat. ", b"x"),
            ("run.sh", b"x"),
            ("Thing.app", b"x"),
            ("page.js", b"x"),
            ("certificate.pdf", &windows),
            ("notes.txt", b"#!/bin/sh\n"),
            ("notes", b"\x7fELF\x02"),
        ] {
            assert!(is_program(name, bytes), "{name}");
        }
        for (name, bytes) in [
            ("certificate.pdf", &b"%PDF-1.7"[..]),
            ("MZ and others.txt", b"MZ said so"),
            ("exe", b"seen"),
            ("notes about the app.docx", b"PK\x03\x04"),
        ] {
            assert!(!is_program(name, bytes), "{name}");
        }
    }
}
