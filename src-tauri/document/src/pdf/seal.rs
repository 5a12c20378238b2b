//! What a PDF says of itself, so that it can be seen later whether it is as it was exported.
//!
//! The text is what is drawn on the pages, the fonts that it is drawn with, which letters each of their signs stands
//! for, and what is read aloud in the place of pictures. It says that nothing was changed by accident or by somebody
//! who did not know of it; whoever knows of it can change both. Only a signature is more than that.

use super::tag::dictionary;
use aftershift_domain::fingerprint::Fingerprint;
use flate2::read::ZlibDecoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::Read as _;

/// Under which name a program keeps what is only its own, as the standard provides for it (ISO 32000-1, 14.5).
const NAME: &str = "Aftershift";

/// What a PDF says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The SHA-256 of its text, in hexadecimal.
    pub text: String,
    /// The SHA-256 of the data that it was made from, in hexadecimal; empty if that was not said.
    pub fingerprint: String,
    /// The SHA-256 of the files that travel in it, without that data, in hexadecimal.
    pub files: String,
}

impl Seal {
    /// What the file says; nothing if it does not.
    pub(crate) fn read(pdf: &Document) -> Option<Self> {
        let own = pdf.catalog().ok()?.get_deref(b"PieceInfo", pdf).ok()?;
        let own = own.as_dict().ok()?.get_deref(NAME.as_bytes(), pdf).ok()?;
        let said = own.as_dict().ok()?.get_deref(b"Private", pdf).ok()?;
        let said = said.as_dict().ok()?;
        let words = |key: &str| {
            let words = said.get_deref(key.as_bytes(), pdf).ok()?.as_str().ok()?;
            String::from_utf8(words.to_vec()).ok()
        };
        Some(Self {
            text: words("Text")?,
            fingerprint: words("Fingerprint")?,
            files: words("Files")?,
        })
    }

    /// The entry of the catalogue.
    pub(super) fn entry(&self, created: &str) -> Dictionary {
        let said = dictionary([
            ("Text", Object::string_literal(self.text.as_str())),
            (
                "Fingerprint",
                Object::string_literal(self.fingerprint.as_str()),
            ),
            ("Files", Object::string_literal(self.files.as_str())),
        ]);
        let own = dictionary([
            ("LastModified", Object::string_literal(created)),
            ("Private", said.into()),
        ]);
        dictionary([(NAME, own.into())])
    }
}

/// The SHA-256 of the text of a PDF, in hexadecimal.
pub(crate) fn of_text(pdf: &Document) -> lopdf::Result<String> {
    let mut digest = Sha256::new();
    let mut fonts = Fonts::default();
    for page in pdf.page_iter() {
        let page = pdf.get_dictionary(page)?;
        let contents = match page.get_deref(b"Contents", pdf)? {
            Object::Array(parts) => parts.clone(),
            _ => vec![page.get(b"Contents")?.clone()],
        };
        for part in &contents {
            let (_, part) = pdf.dereference(part)?;
            add(&mut digest, &decoded(part.as_stream()?)?);
        }
        fonts.note(pdf, page);
    }
    for stream in fonts.streams {
        add(&mut digest, &decoded(stream)?);
    }
    spoken(pdf, &mut digest);
    Ok(Fingerprint::of_digest(digest.finalize().into()).hex())
}

/// The SHA-256 of files with their names, in their order, in hexadecimal.
pub(crate) fn of_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut digest = Sha256::new();
    for (name, bytes) in files {
        add(&mut digest, name.as_bytes());
        add(&mut digest, bytes);
    }
    Fingerprint::of_digest(digest.finalize().into()).hex()
}

/// Adds bytes with their number before them, so that nothing can move from one to the next.
fn add(digest: &mut Sha256, bytes: &[u8]) {
    digest.update((bytes.len() as u64).to_be_bytes());
    digest.update(bytes);
}

/// What is in a stream.
pub(crate) fn decoded(stream: &Stream) -> lopdf::Result<Vec<u8>> {
    let is_flate = matches!(stream.filters().as_deref(), Ok([filter]) if *filter == b"FlateDecode");
    if is_flate && stream.dict.get(b"DecodeParms").is_err() {
        let mut bytes = Vec::new();
        ZlibDecoder::new(stream.content.as_slice()).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    if stream.dict.get(b"Filter").is_err() {
        return Ok(stream.content.clone());
    }
    stream.decompressed_content()
}

/// The fonts of the pages, each once, in the order in which pages first have them.
#[derive(Default)]
struct Fonts<'a> {
    seen: BTreeSet<ObjectId>,
    streams: Vec<&'a Stream>,
}

impl<'a> Fonts<'a> {
    fn note(&mut self, pdf: &'a Document, page: &'a Dictionary) {
        let fonts = page
            .get_deref(b"Resources", pdf)
            .and_then(Object::as_dict)
            .and_then(|resources| resources.get_deref(b"Font", pdf))
            .and_then(Object::as_dict);
        let Ok(fonts) = fonts else { return };
        let mut named: Vec<_> = fonts.iter().collect();
        named.sort_by_key(|(name, _)| *name);
        for (_, font) in named {
            if let Ok(id) = font.as_reference()
                && self.seen.insert(id)
            {
                self.note_one(pdf, font);
            }
        }
    }

    fn note_one(&mut self, pdf: &'a Document, font: &'a Object) {
        let Ok(font) = pdf.dereference(font).and_then(|(_, font)| font.as_dict()) else {
            return;
        };
        self.streams.extend(stream(pdf, font, "ToUnicode"));
        let descended = font
            .get_deref(b"DescendantFonts", pdf)
            .and_then(Object::as_array);
        for descended in descended.into_iter().flatten() {
            let described = pdf
                .dereference(descended)
                .and_then(|(_, font)| font.as_dict())
                .and_then(|font| font.get_deref(b"FontDescriptor", pdf))
                .and_then(Object::as_dict);
            if let Ok(described) = described {
                let files = ["FontFile2", "FontFile3"];
                self.streams
                    .extend(files.iter().find_map(|key| stream(pdf, described, key)));
            }
        }
    }
}

fn stream<'a>(pdf: &'a Document, of: &'a Dictionary, key: &str) -> Option<&'a Stream> {
    of.get_deref(key.as_bytes(), pdf).ok()?.as_stream().ok()
}

/// Adds what is read aloud in the place of what is drawn, in the order of the structure.
fn spoken(pdf: &Document, digest: &mut Sha256) {
    let Ok(root) = pdf
        .catalog()
        .and_then(|catalog| catalog.get(b"StructTreeRoot"))
    else {
        return;
    };
    let mut waiting = vec![root];
    let mut seen = BTreeSet::new();
    while let Some(node) = waiting.pop() {
        if let Ok(id) = node.as_reference()
            && !seen.insert(id)
        {
            continue;
        }
        match pdf.dereference(node) {
            Ok((_, Object::Array(kids))) => waiting.extend(kids.iter().rev()),
            Ok((_, Object::Dictionary(node))) => {
                for key in ["Alt", "ActualText", "E"] {
                    if let Ok(words) = node.get_deref(key.as_bytes(), pdf).and_then(Object::as_str)
                    {
                        add(digest, words);
                    }
                }
                waiting.extend(node.get(b"K").ok());
            }
            _ => {}
        }
    }
}
