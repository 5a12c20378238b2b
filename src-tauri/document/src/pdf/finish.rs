//! What printpdf does not know: structure, bookmarks, page labels, attached files, metadata and identity.

use super::attachment::Attached;
use super::content::{Annotation, Bookmark, Written, number};
use super::icc;
use super::seal::{self, Seal};
use super::signature;
use super::tag::{Tagger, dictionary, text};
use crate::layout::Laid;
use crate::layout::structure::{Element, Role, Structure};
use crate::layout::style::Style;
use crate::length::Length;
use crate::outline::{Document, Link};
use crate::signer::Signer;
use crate::{Error, FileSource};
use chrono::{DateTime, Utc};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, ObjectId, SaveOptions, Stream, StringFormat};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Write as _;

/// The name under which the file says what made it.
const PRODUCER: &str = "Aftershift";

/// Completes the file that printpdf began and writes it.
pub(super) fn finish(
    mut pdf: lopdf::Document,
    document: &Document,
    source: &dyn FileSource,
    laid: &Laid,
    mut tagger: Tagger<'_>,
    written: Vec<Written>,
    signing: Option<(&Signer, Element)>,
) -> Result<Vec<u8>, Error> {
    let pages: Vec<ObjectId> = pdf.page_iter().collect();
    let mut places = HashMap::new();
    for (page, written) in written.iter().enumerate() {
        for (name, top) in &written.anchors {
            places.entry(name.clone()).or_insert((pages[page], *top));
        }
    }

    let attached = Attached::add(&mut pdf, document, source)?;
    let contents = compress_all(written.iter().map(|page| page.content.as_slice()))?;
    let mut digest = Sha256::new();
    let mut links = Vec::with_capacity(pages.len());
    let mut field = None;
    for (number, (written, compressed)) in written.iter().zip(contents).enumerate() {
        let page = &pages[number];
        digest.update(&written.content);
        let mut annotations = Vec::with_capacity(written.links.len());
        for link in &written.links {
            let annotation = match &link.link {
                Link::Attachment(id) => attached.annotation(&mut pdf, id, link)?,
                Link::Address(_) | Link::Anchor(_) => annotation(link, &laid.structure, &places),
            };
            annotations.push(pdf.add_object(annotation));
        }
        // Whoever has read to the end comes to the signature.
        if let Some((_, element)) = signing
            && number + 1 == pages.len()
        {
            let id = pdf.add_object(signature::field(*page));
            tagger.annotation(element, number);
            annotations.push(id);
            field = Some(id);
        }
        let stream = flate(Dictionary::new(), compressed);
        let content = pdf
            .get_dictionary(*page)?
            .get(b"Contents")?
            .as_reference()?;
        pdf.objects.insert(content, stream.into());
        let page = pdf.get_dictionary_mut(*page)?;
        page.set("MediaBox", paper(&laid.style));
        page.remove(b"TrimBox");
        page.remove(b"CropBox");
        page.set("Tabs", "S");
        if annotations.is_empty() {
            page.remove(b"Annots");
        } else {
            let array = annotations
                .iter()
                .map(|id| Object::Reference(*id))
                .collect();
            page.set("Annots", Object::Array(array));
        }
        links.push(annotations);
    }

    let tree = tagger.write(&mut pdf, &pages, &links, &document.language)?;
    let outline = outline(&mut pdf, &pages, &written);
    let labels = pdf.add_object(dictionary([(
        "Nums",
        Object::Array(vec![0.into(), dictionary([("S", "D".into())]).into()]),
    )]));
    let profile = icc::srgb();
    let profile = pdf.add_object(flate(dictionary([("N", 3.into())]), compress(&profile)?));
    let intent = dictionary([
        ("Type", "OutputIntent".into()),
        ("S", "GTS_PDFA1".into()),
        ("OutputConditionIdentifier", Object::string_literal("sRGB")),
        ("Info", Object::string_literal("sRGB IEC61966-2.1")),
        ("DestOutputProfile", Object::Reference(profile)),
    ]);
    let metadata = pdf.add_object(Stream::new(
        dictionary([("Type", "Metadata".into()), ("Subtype", "XML".into())]),
        xmp(document).into_bytes(),
    ));

    let catalog = pdf.catalog_mut()?;
    catalog.set("Lang", text(&document.language));
    catalog.set("MarkInfo", dictionary([("Marked", true.into())]));
    catalog.set("StructTreeRoot", Object::Reference(tree));
    catalog.set(
        "ViewerPreferences",
        dictionary([("DisplayDocTitle", true.into())]),
    );
    catalog.set("PageLabels", Object::Reference(labels));
    catalog.set("OutputIntents", Object::Array(vec![intent.into()]));
    catalog.set("Metadata", Object::Reference(metadata));
    if let Some(field) = field {
        catalog.set("AcroForm", signature::form(field));
    }
    if let Some(outline) = outline {
        catalog.set("Outlines", Object::Reference(outline));
        catalog.set("PageMode", "UseOutlines");
    }

    attached.name(&mut pdf)?;
    let seal = Seal {
        text: seal::of_text(&pdf)?,
        fingerprint: document.fingerprint.map(|it| it.hex()).unwrap_or_default(),
        files: attached.digest(source),
    };
    let entry = seal.entry(&pdf_date(document.created_at));
    pdf.catalog_mut()?.set("PieceInfo", entry);
    information(&mut pdf, document)?;
    compress_rest(&mut pdf)?;
    digest.update(document.title.as_bytes());
    digest.update(document.created_at.to_rfc3339().as_bytes());
    for object in pdf.objects.values() {
        if let Object::Stream(stream) = object {
            digest.update(&stream.content);
        }
    }
    let id = Object::String(digest.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    "1.7".clone_into(&mut pdf.version);
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    pdf.save_with_options(&mut bytes, options)?;
    match (field, signing) {
        (Some(field), Some((signer, _))) => {
            signature::sign(bytes, &pdf, field, signer, document.created_at)
        }
        _ => Ok(bytes),
    }
}

fn paper(style: &Style) -> Object {
    Object::Array(vec![
        0.into(),
        0.into(),
        number(style.page_width),
        number(style.page_height),
    ])
}

fn annotation(
    link: &Annotation,
    structure: &Structure,
    places: &HashMap<String, (ObjectId, Length)>,
) -> Dictionary {
    let described = match &structure.node(link.element).role {
        Role::Link(words) => words.as_str(),
        _ => "",
    };
    let mut annotation = dictionary([
        ("Type", "Annot".into()),
        ("Subtype", "Link".into()),
        ("Rect", link.rectangle()),
        ("Border", Object::Array(vec![0.into(), 0.into(), 0.into()])),
        // Printed as well: PDF/A wants every annotation to be.
        ("F", 4.into()),
        ("Contents", text(described)),
    ]);
    match &link.link {
        Link::Address(address) => {
            let action = dictionary([
                ("S", "URI".into()),
                ("URI", Object::string_literal(plain_address(address))),
            ]);
            annotation.set("A", action);
        }
        Link::Anchor(name) => {
            if let Some((page, top)) = places.get(name) {
                annotation.set("Dest", destination(*page, *top));
            }
        }
        // A file is opened by an annotation of its own kind.
        Link::Attachment(_) => {}
    }
    annotation
}

fn destination(page: ObjectId, top: Length) -> Object {
    // A little above, so that what is led to does not stick to the edge of the window.
    let top = top + Length::points(12);
    Object::Array(vec![
        Object::Reference(page),
        "XYZ".into(),
        Object::Null,
        number(top),
        Object::Null,
    ])
}

/// An address in the letters that addresses are made of; others are written as their bytes.
fn plain_address(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            plain.push(char::from(byte));
        } else {
            plain.push_str(&format!("%{byte:02X}"));
        }
    }
    plain
}

/// Bookmarks, nested as the headings are. The first level is open, what is below it is closed.
fn outline(pdf: &mut lopdf::Document, pages: &[ObjectId], written: &[Written]) -> Option<ObjectId> {
    let marks: Vec<(usize, &Bookmark)> = written
        .iter()
        .enumerate()
        .flat_map(|(page, written)| written.bookmarks.iter().map(move |mark| (page, mark)))
        .collect();
    if marks.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = marks.iter().map(|_| pdf.new_object_id()).collect();
    // For each mark its parent, and for each parent its children in order; the last entry is the
    // root's.
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); marks.len() + 1];
    let mut parents = Vec::with_capacity(marks.len());
    let mut path: Vec<usize> = Vec::new();
    for (place, (_, mark)) in marks.iter().enumerate() {
        while path
            .last()
            .is_some_and(|last| marks[*last].1.level >= mark.level)
        {
            path.pop();
        }
        let parent = path.last().copied().unwrap_or(marks.len());
        children[parent].push(place);
        parents.push(parent);
        path.push(place);
    }
    for (place, (page, mark)) in marks.iter().enumerate() {
        let parent = parents[place];
        let siblings = &children[parent];
        let own = siblings
            .iter()
            .position(|sibling| *sibling == place)
            .unwrap_or(0);
        let mut item = dictionary([
            ("Title", text(&mark.title)),
            (
                "Parent",
                Object::Reference(if parent == marks.len() {
                    root
                } else {
                    ids[parent]
                }),
            ),
            ("Dest", destination(pages[*page], mark.top)),
        ]);
        if own > 0 {
            item.set("Prev", Object::Reference(ids[siblings[own - 1]]));
        }
        if let Some(next) = siblings.get(own + 1) {
            item.set("Next", Object::Reference(ids[*next]));
        }
        if let (Some(first), Some(last)) = (children[place].first(), children[place].last()) {
            item.set("First", Object::Reference(ids[*first]));
            item.set("Last", Object::Reference(ids[*last]));
            item.set("Count", Object::Integer(-(children[place].len() as i64)));
        }
        pdf.objects.insert(ids[place], Object::Dictionary(item));
    }
    let top = &children[marks.len()];
    let mut whole = dictionary([
        ("Type", "Outlines".into()),
        ("Count", Object::Integer(top.len() as i64)),
    ]);
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        whole.set("First", Object::Reference(ids[*first]));
        whole.set("Last", Object::Reference(ids[*last]));
    }
    pdf.objects.insert(root, Object::Dictionary(whole));
    Some(root)
}

fn information(pdf: &mut lopdf::Document, document: &Document) -> Result<(), Error> {
    let id = pdf.trailer.get(b"Info")?.as_reference()?;
    let date = Object::string_literal(pdf_date(document.created_at));
    let mut info = dictionary([
        ("Title", text(&document.title)),
        ("Creator", text(PRODUCER)),
        ("Producer", text(PRODUCER)),
        ("CreationDate", date.clone()),
        ("ModDate", date),
    ]);
    for (key, words) in [
        ("Author", document.author.clone()),
        ("Subject", document.subject.clone()),
        ("Keywords", document.keywords.join(", ")),
    ] {
        if !words.is_empty() {
            info.set(key, text(&words));
        }
    }
    pdf.objects.insert(id, Object::Dictionary(info));
    Ok(())
}

pub(super) fn pdf_date(at: DateTime<Utc>) -> String {
    at.format("D:%Y%m%d%H%M%SZ").to_string()
}

/// The document's data in XML, with what it claims to be: PDF/UA-1 and PDF/A-3a.
fn xmp(document: &Document) -> String {
    let date = document.created_at.format("%Y-%m-%dT%H:%M:%SZ");
    let title = escape(&document.title);
    let mut optional = String::new();
    if !document.author.is_empty() {
        let author = escape(&document.author);
        optional +=
            &format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>");
    }
    if !document.subject.is_empty() {
        let subject = escape(&document.subject);
        optional += &format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>"
        );
    }
    if !document.keywords.is_empty() {
        let keywords = escape(&document.keywords.join(", "));
        optional += &format!("<pdf:Keywords>{keywords}</pdf:Keywords>");
    }
    let language = escape(&document.language);
    // PDF/A wants the one part of the schema explained that it does not know.
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
<dc:format>application/pdf</dc:format>\
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{optional}\n\
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
<xmp:MetadataDate>{date}</xmp:MetadataDate><xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>\
<pdf:Producer>{PRODUCER}</pdf:Producer>\n\
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq>\
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n\
</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Level 6 is where more work gains hardly any size.
pub(super) fn compress(data: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 3), Compression::new(6));
    encoder.write_all(data)?;
    encoder.finish()
}

/// Compresses pages on as many threads as there are cores; the result does not depend on them.
fn compress_all<'a>(pages: impl Iterator<Item = &'a [u8]>) -> std::io::Result<Vec<Vec<u8>>> {
    let pages: Vec<&[u8]> = pages.collect();
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get().min(8));
    let share = pages.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let parts: Vec<_> = pages
            .chunks(share)
            .map(|part| {
                scope.spawn(move || {
                    part.iter()
                        .map(|page| compress(page))
                        .collect::<std::io::Result<Vec<_>>>()
                })
            })
            .collect();
        let mut all = Vec::with_capacity(pages.len());
        for part in parts {
            let done = part
                .join()
                .map_err(|_| std::io::Error::other("compression stopped"))?;
            all.extend(done?);
        }
        Ok(all)
    })
}

pub(super) fn flate(mut dictionary: Dictionary, compressed: Vec<u8>) -> Stream {
    dictionary.set("Filter", "FlateDecode");
    Stream::new(dictionary, compressed).with_compression(false)
}

/// Compresses what printpdf wrote plainly, such as fonts. Metadata stays readable, and attached files are
/// already as small as they get.
fn compress_rest(pdf: &mut lopdf::Document) -> Result<(), Error> {
    for object in pdf.objects.values_mut() {
        if let Object::Stream(stream) = object
            && !stream.dict.has(b"Filter")
            && !stream.dict.has_type(b"Metadata")
            && !stream.dict.has_type(b"EmbeddedFile")
        {
            let compressed = compress(&stream.content)?;
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(compressed);
        }
    }
    Ok(())
}
