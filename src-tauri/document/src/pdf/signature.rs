//! A signature over the whole file (PAdES B-B, ETSI EN 319 142-1), added behind it.
//!
//! The file is finished first, with an empty field in it. An update of its own then fills the field: what was written before
//! is not touched, so a reader can tell what was signed. The update is written by hand, because the place of the
//! signature has to be known to the byte, and nothing in it may be compressed.

use super::finish::pdf_date;
use super::tag::dictionary;
use crate::Error;
use crate::signer::Signer;
use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Object, ObjectId};
use sha2::{Digest, Sha256};
use std::io::Write as _;

/// Room for the signature, in bytes; one with its certificate takes some 900.
const ROOM: usize = 4096;

/// What a reader says of the field.
const NAME: &str = "Signature of the portfolio";

/// The field that the signature will stand in. It is seen nowhere: what is to be said of it stands on the page for the
/// assessor.
pub(super) fn field(page: ObjectId) -> Dictionary {
    dictionary([
        ("Type", "Annot".into()),
        ("Subtype", "Widget".into()),
        ("FT", "Sig".into()),
        ("T", Object::string_literal("Signature")),
        ("TU", Object::string_literal(NAME)),
        ("Rect", Object::Array(vec![0.into(); 4])),
        // Printed, as PDF/A wants, and locked.
        ("F", 132.into()),
        ("P", Object::Reference(page)),
    ])
}

/// What the catalogue says of the field.
pub(super) fn form(field: ObjectId) -> Dictionary {
    dictionary([
        ("Fields", Object::Array(vec![Object::Reference(field)])),
        // There are signatures, and the file is only to be added to.
        ("SigFlags", 3.into()),
    ])
}

/// Signs a finished file, whose objects are described by `pdf` as it was saved.
pub(super) fn sign(
    mut file: Vec<u8>,
    pdf: &lopdf::Document,
    field: ObjectId,
    signer: &Signer,
    at: DateTime<Utc>,
) -> Result<Vec<u8>, Error> {
    let before = last_table(&file)?;
    // The table of the file is an object too, and has the highest number.
    let last = pdf.max_id.max(number_at(&file, before)?);
    let (signature, table) = (last + 1, last + 2);
    file.push(b'\n');

    let field_at = file.len();
    let mut filled = pdf.get_dictionary(field)?.clone();
    filled.set("V", Object::Reference((signature, 0)));
    write_object(&mut file, field.0, &filled)?;

    let signature_at = file.len();
    write!(
        file,
        "{signature} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M({})/ByteRange ",
        pdf_date(at)
    )?;
    let range_at = file.len();
    // As wide as it will be: three numbers of up to ten digits.
    file.extend_from_slice(&[b' '; 40]);
    file.extend_from_slice(b"/Contents ");
    let contents_at = file.len();
    file.push(b'<');
    file.resize(file.len() + 2 * ROOM, b'0');
    file.push(b'>');
    let contents_end = file.len();
    file.extend_from_slice(b">>\nendobj\n");

    let table_at = file.len();
    write_table(
        &mut file,
        pdf,
        before,
        &[
            (field.0, field_at),
            (signature, signature_at),
            (table, table_at),
        ],
    )?;

    let range = format!(
        "[0 {contents_at} {contents_end} {}]",
        file.len() - contents_end
    );
    file[range_at..range_at + range.len()].copy_from_slice(range.as_bytes());
    let digest = Sha256::new()
        .chain_update(&file[..contents_at])
        .chain_update(&file[contents_end..])
        .finalize();
    let said = signer.cms(&digest)?;
    let hex: String = said.iter().map(|byte| format!("{byte:02X}")).collect();
    file.get_mut(contents_at + 1..contents_at + 1 + hex.len())
        .filter(|_| hex.len() <= 2 * ROOM)
        .ok_or(crate::signer::NoSigner)?
        .copy_from_slice(hex.as_bytes());
    Ok(file)
}

fn write_object(file: &mut Vec<u8>, number: u32, object: &Dictionary) -> Result<(), Error> {
    writeln!(file, "{number} 0 obj")?;
    write_dictionary(file, object)?;
    file.extend_from_slice(b"\nendobj\n");
    Ok(())
}

/// Writes a dictionary of the few kinds of values that stand in the field and in the trailer.
fn write_dictionary(file: &mut Vec<u8>, entries: &Dictionary) -> Result<(), Error> {
    file.extend_from_slice(b"<<");
    for (key, value) in entries {
        write!(file, "/{} ", String::from_utf8_lossy(key))?;
        write_value(file, value)?;
    }
    file.extend_from_slice(b">>");
    Ok(())
}

fn write_value(file: &mut Vec<u8>, value: &Object) -> Result<(), Error> {
    match value {
        Object::Name(name) => write!(file, "/{}", String::from_utf8_lossy(name))?,
        Object::Integer(number) => write!(file, "{number}")?,
        Object::Reference((number, generation)) => write!(file, "{number} {generation} R")?,
        Object::String(bytes, _) => {
            file.push(b'<');
            for byte in bytes {
                write!(file, "{byte:02X}")?;
            }
            file.push(b'>');
        }
        Object::Array(values) => {
            file.push(b'[');
            for value in values {
                write_value(file, value)?;
                file.push(b' ');
            }
            file.push(b']');
        }
        other => {
            return Err(lopdf::Error::ObjectType {
                expected: "a name, number, reference, string or array",
                found: other.enum_variant(),
            }
            .into());
        }
    }
    Ok(())
}

/// Writes the table of the update: where its objects are, and where the table before it is.
fn write_table(
    file: &mut Vec<u8>,
    pdf: &lopdf::Document,
    before: usize,
    objects: &[(u32, usize)],
) -> Result<(), Error> {
    let (table, _) = objects.last().copied().unwrap_or_default();
    let mut rows = Vec::new();
    let mut index = Vec::new();
    for (number, place) in objects {
        index.extend([i64::from(*number).into(), 1.into()]);
        rows.push(1);
        rows.extend((*place as u64).to_be_bytes());
        rows.push(0);
    }
    let mut head = dictionary([
        ("Type", "XRef".into()),
        ("Size", Object::Integer(i64::from(table) + 1)),
        ("W", Object::Array(vec![1.into(), 8.into(), 1.into()])),
        ("Index", Object::Array(index)),
        ("Prev", Object::Integer(before as i64)),
        ("Length", Object::Integer(rows.len() as i64)),
    ]);
    for key in [b"Root".as_slice(), b"Info", b"ID"] {
        head.set(key, pdf.trailer.get(key)?.clone());
    }
    let place = file.len();
    writeln!(file, "{table} 0 obj")?;
    write_dictionary(file, &head)?;
    file.extend_from_slice(b"\nstream\n");
    file.extend_from_slice(&rows);
    write!(file, "\nendstream\nendobj\nstartxref\n{place}\n%%EOF\n")?;
    Ok(())
}

/// Where the table of a finished file is, as its last lines say.
fn last_table(file: &[u8]) -> Result<usize, Error> {
    let mark = b"startxref";
    let place = file.windows(mark.len()).rposition(|part| part == mark);
    let place = place.map(|place| place + mark.len());
    let digits = place.and_then(|place| number(&file[place..]));
    digits.ok_or_else(|| missing("startxref"))
}

/// The number of the object that begins at `place`.
fn number_at(file: &[u8], place: usize) -> Result<u32, Error> {
    let found = file.get(place..).and_then(number);
    found
        .and_then(|found| u32::try_from(found).ok())
        .ok_or_else(|| missing("xref"))
}

fn number(bytes: &[u8]) -> Option<usize> {
    let digits = bytes
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace())
        .take_while(|byte| byte.is_ascii_digit());
    let digits: String = digits.map(|byte| char::from(*byte)).collect();
    digits.parse().ok()
}

fn missing(what: &str) -> Error {
    Error::Write(lopdf::Error::DictKey(what.to_owned()))
}
