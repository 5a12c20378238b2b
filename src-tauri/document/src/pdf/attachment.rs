//! Files that travel inside the PDF: PDF/A-3 calls them associated files.

use super::content::{Annotation, decimal, number};
use super::finish::{compress, flate, pdf_date};
use super::seal;
use super::tag::{dictionary, text};
use crate::layout::style::{ACCENT, Colour};
use crate::length::Length;
use crate::outline::{Attachment, Document, Moment, Relation};
use crate::{Error, FileSource};
use lopdf::{Dictionary, Object, ObjectId, Stream};
use std::collections::HashMap;

/// The files of a document that are in the PDF, and how to find them there.
pub(super) struct Attached<'a> {
    files: Vec<(&'a Attachment, ObjectId)>,
    by_id: HashMap<&'a str, usize>,
}

impl<'a> Attached<'a> {
    /// Puts the files of the document into the PDF.
    pub(super) fn add(
        pdf: &mut lopdf::Document,
        document: &'a Document,
        source: &dyn FileSource,
    ) -> Result<Self, Error> {
        let mut attached = Self {
            files: Vec::with_capacity(document.attachments.len()),
            by_id: HashMap::new(),
        };
        for attachment in &document.attachments {
            let bytes = source
                .file(&attachment.id)
                .ok_or_else(|| missing(&attachment.name))?;
            let stream = pdf.add_object(embedded(attachment, &bytes)?);
            let place = attached.files.len();
            attached.by_id.insert(&attachment.id, place);
            let file = pdf.add_object(specification(attachment, stream));
            attached.files.push((attachment, file));
        }
        Ok(attached)
    }

    /// An annotation over words of the page that opens the file.
    pub(super) fn annotation(
        &self,
        pdf: &mut lopdf::Document,
        id: &str,
        place: &Annotation,
    ) -> Result<Dictionary, Error> {
        let (attachment, file) = self
            .by_id
            .get(id)
            .map(|at| self.files[*at])
            .ok_or_else(|| missing(id))?;
        let described = match attachment.description.trim() {
            "" => attachment.name.clone(),
            words => format!("{}: {words}", attachment.name),
        };
        let face = pdf.add_object(face(place)?);
        Ok(dictionary([
            ("Type", "Annot".into()),
            ("Subtype", "FileAttachment".into()),
            ("Rect", place.rectangle()),
            ("FS", Object::Reference(file)),
            ("Name", "Paperclip".into()),
            // Printed as well: PDF/A wants every annotation to be.
            ("F", 4.into()),
            ("Contents", text(&described)),
            ("AP", dictionary([("N", Object::Reference(face))]).into()),
        ]))
    }

    /// The SHA-256 of the files, without the data that the document was made from.
    pub(super) fn digest(&self, source: &dyn FileSource) -> String {
        let supplements = self.files.iter().map(|(attachment, _)| *attachment);
        let supplements = supplements.filter(|it| it.relation == Relation::Supplement);
        let files: Vec<_> = supplements
            .filter_map(|it| Some((it.name.as_str(), source.file(&it.id)?)))
            .collect();
        seal::of_files(files.iter().map(|(name, bytes)| (*name, bytes.as_ref())))
    }

    /// Lists the files where readers look for them.
    pub(super) fn name(&self, pdf: &mut lopdf::Document) -> Result<(), Error> {
        if self.files.is_empty() {
            return Ok(());
        }
        // Names in the tree are in the order of their letters, whatever the files are called.
        let names = self
            .files
            .iter()
            .enumerate()
            .flat_map(|(place, (_, file))| {
                let name = format!("E{:06}", place + 1);
                [Object::string_literal(name), Object::Reference(*file)]
            });
        let tree = dictionary([("Names", Object::Array(names.collect()))]);
        let associated = self
            .files
            .iter()
            .map(|(_, file)| Object::Reference(*file))
            .collect();
        let catalog = pdf.catalog_mut()?;
        catalog.set("Names", dictionary([("EmbeddedFiles", tree.into())]));
        catalog.set("AF", Object::Array(associated));
        Ok(())
    }
}

fn missing(name: &str) -> Error {
    Error::NoFile { name: name.into() }
}

/// The bytes of a file with what is known of them.
fn embedded(attachment: &Attachment, bytes: &[u8]) -> Result<Stream, Error> {
    let kind = &attachment.media_type;
    let parameters = dictionary([
        ("Size", Object::Integer(bytes.len() as i64)),
        (
            "ModDate",
            Object::string_literal(moment(attachment.modified)),
        ),
    ]);
    let description = dictionary([
        ("Type", "EmbeddedFile".into()),
        ("Subtype", Object::Name(media_type(kind).into())),
        ("Params", parameters.into()),
    ]);
    // Pictures and recordings are compressed by their own means; once more gains nothing and costs time.
    if kind.starts_with("text/") || kind == "application/json" {
        return Ok(flate(description, compress(bytes)?));
    }
    Ok(Stream::new(description, bytes.to_vec()).with_compression(false))
}

/// A media type as it may stand in the file: what is none is said to be any bytes.
fn media_type(kind: &str) -> &str {
    let letters = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_graphic());
    match kind.split_once('/') {
        Some((family, member)) if letters(family) && letters(member) => kind,
        _ => "application/octet-stream",
    }
}

fn moment(moment: Moment) -> String {
    match moment {
        Moment::Exact(at) => pdf_date(at),
        // What stands behind the month may be left out.
        Moment::Month { year, month } => format!("D:{year:04}{month:02}"),
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Supplement => "Supplement",
        Relation::Source => "Source",
    }
}

fn specification(attachment: &Attachment, stream: ObjectId) -> Dictionary {
    let plain: String = attachment
        .name
        .chars()
        .map(|c| {
            if c.is_ascii_graphic() || c == ' ' {
                c
            } else {
                '_'
            }
        })
        .collect();
    let bytes = dictionary([
        ("F", Object::Reference(stream)),
        ("UF", Object::Reference(stream)),
    ]);
    let mut file = dictionary([
        ("Type", "Filespec".into()),
        ("F", Object::string_literal(plain)),
        ("UF", text(&attachment.name)),
        ("AFRelationship", relation(attachment.relation).into()),
        ("EF", bytes.into()),
    ]);
    if !attachment.description.trim().is_empty() {
        file.set("Desc", text(attachment.description.trim()));
    }
    file
}

/// What is drawn over the words: a line under them, as under a link.
fn face(place: &Annotation) -> Result<Stream, Error> {
    let (width, height) = (place.right - place.left, place.top - place.bottom);
    let Colour(r, g, b) = ACCENT;
    let part = |value: u8| f32::from(value) / 255.0;
    let foot = Length::thousandths(1_600);
    let drawn = format!(
        "{:.3} {:.3} {:.3} RG 0.5 w 0 {foot} m {} {foot} l S",
        part(r),
        part(g),
        part(b),
        decimal(width),
        foot = decimal(foot),
    );
    let form = dictionary([
        ("Type", "XObject".into()),
        ("Subtype", "Form".into()),
        (
            "BBox",
            Object::Array(
                [Length::ZERO, Length::ZERO, width, height]
                    .map(number)
                    .to_vec(),
            ),
        ),
        ("Resources", Dictionary::new().into()),
    ]);
    Ok(flate(form, compress(drawn.as_bytes())?))
}
