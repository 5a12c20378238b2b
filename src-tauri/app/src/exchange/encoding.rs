//! Bytes to text: which encoding a file is in, told from its bytes alone.

use super::Unreadable;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How the beginning of a file that is no text gives it away, and what it is.
const SIGNATURES: [(&[u8], Unreadable); 5] = [
    (b"PK\x03\x04", Unreadable::Spreadsheet),
    (b"\xd0\xcf\x11\xe0", Unreadable::Spreadsheet),
    (b"%PDF", Unreadable::NotText),
    (b"SQLite format 3\0", Unreadable::NotText),
    (b"\x89PNG", Unreadable::NotText),
];

/// The text of a file: UTF-8 or UTF-16, with a byte order mark or without, else Windows-1252, which is
/// what spreadsheets on Windows write.
///
/// # Errors
/// If there is nothing in it, or it is no text.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Some((_, reason)) = SIGNATURES.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(*reason);
    }
    let marked = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = marked.unwrap_or_else(|| guessed(bytes));
    // The mark itself is not part of the text.
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    if text.chars().any(|c| c.is_control() && !is_usual(c)) {
        return Err(Unreadable::NotText);
    }
    Ok(text.into_owned())
}

/// Control characters that stand in texts: tabs and the ends of lines and pages. Those from U+0080 are
/// holes of Windows-1252, which decoders pass on as they are.
fn is_usual(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{80}'..='\u{9f}'
    )
}

fn guessed(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    // Every other byte of mostly Latin text in UTF-16 is zero, and none is in the other encodings.
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|b| **b == 0);
    let (even, odd) = (zeros(0).count(), zeros(1).count());
    let many = sample.len() / 8;
    if odd > many && even <= odd / 4 {
        UTF_16LE
    } else if even > many && odd <= even / 4 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Date;What\r\n12/03/2026;Café visit – 5 £\r\n";

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_encodings_of_spreadsheets_are_told_apart() {
        let with_mark = format!("\u{feff}{TEXT}");
        let (windows, _, _) = WINDOWS_1252.encode(TEXT);
        for bytes in [
            TEXT.as_bytes().to_vec(),
            with_mark.clone().into_bytes(),
            utf_16(TEXT, u16::to_le_bytes),
            utf_16(TEXT, u16::to_be_bytes),
            utf_16(&with_mark, u16::to_le_bytes),
            utf_16(&with_mark, u16::to_be_bytes),
            windows.into_owned(),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(TEXT), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_told_apart() {
        for (bytes, expected) in [
            (&b""[..], Unreadable::Empty),
            (b"\xef\xbb\xbf", Unreadable::Empty),
            (b" \r\n\r\n", Unreadable::Empty),
            (b"PK\x03\x04rest", Unreadable::Spreadsheet),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", Unreadable::Spreadsheet),
            (b"%PDF-1.7", Unreadable::NotText),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0", Unreadable::NotText),
            (b"Date,What\n2026\0,x", Unreadable::NotText),
        ] {
            assert_eq!(decode(bytes), Err(expected), "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in any::<Vec<u8>>()) {
            let _ = decode(&bytes);
        }
    }
}
