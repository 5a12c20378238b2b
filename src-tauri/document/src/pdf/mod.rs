//! Pages into a file.
//!
//! printpdf holds the skeleton: pages, fonts and pictures. The content of pages is written in
//! [`content`], and [`finish`] completes the file through lopdf, on which printpdf stands.

mod attachment;
mod content;
mod finish;
mod font;
mod icc;
pub(crate) mod picture;
pub(crate) mod seal;
mod signature;
mod tag;

pub(crate) use content::decimal;

use crate::font::{Fonts, Shaper};
use crate::layout;
use crate::layout::structure::{Role, Structure};
use crate::outline::Document;
use crate::survey::Survey;
use crate::{Error, FileSource, Output, PdfOptions, Progress, Step};
use content::Writer;
use font::{Embedded, Finished};
use picture::Pictures;
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions, XObject, XObjectId};
use tag::Tagger;

/// Makes a document into a PDF.
pub(crate) fn write(
    document: &Document,
    source: &dyn FileSource,
    options: &PdfOptions,
    fonts: &Fonts,
    progress: &dyn Progress,
) -> Result<Output, Error> {
    let survey = Survey::of(document);
    let missing = survey.missing(fonts);
    let set = fonts.for_characters(&survey.characters);
    let mut pictures = Pictures::read(&survey, source, progress)?;
    let unreadable = pictures.unreadable(&survey);
    let mut shaper = Shaper::new(&set);
    let mut laid = layout::lay_out(document, &pictures, options, &mut shaper, progress)?;

    let signing = options
        .signer
        .as_ref()
        .map(|signer| (signer, laid.structure.add(Structure::ROOT, Role::Signature)));
    let mut tagger = Tagger::new(&laid.structure, laid.pages.len());
    let mut embedded = Embedded::new(&set);
    let mut writer = Writer {
        style: &laid.style,
        tagger: &mut tagger,
        embedded: &mut embedded,
        shaper: &mut shaper,
        pictures: &pictures,
    };
    let mut written = Vec::with_capacity(laid.pages.len());
    for (number, page) in laid.pages.iter().enumerate() {
        crate::go_on(progress, Step::Writing, number, laid.pages.len())?;
        written.push(writer.page(number, page));
    }
    crate::go_on(progress, Step::Finishing, 0, 1)?;

    let mut skeleton = PdfDocument::new(&document.title);
    let Finished { fonts, operations } = embedded.finish()?;
    skeleton.resources.fonts.map.extend(fonts);
    for (place, picture) in std::mem::take(&mut pictures.list).into_iter().enumerate() {
        let id = XObjectId(picture::name(place));
        skeleton
            .resources
            .xobjects
            .map
            .insert(id, XObject::External(picture.object));
    }
    // The first page shows printpdf every glyph in use; its operations are replaced afterwards.
    let mut operations = Some(operations);
    skeleton.pages = laid
        .pages
        .iter()
        .map(|_| PdfPage::new(Mm(210.0), Mm(297.0), operations.take().unwrap_or_default()))
        .collect();
    let save = PdfSaveOptions {
        subset_fonts: false,
        image_optimization: None,
        ..Default::default()
    };
    let pdf = skeleton.to_lopdf_document(&save, &mut Vec::new());
    let pages = laid.pages.len();
    let bytes = finish::finish(pdf, document, source, &laid, tagger, written, signing)?;
    Ok(Output {
        bytes,
        pages,
        missing,
        unreadable,
    })
}
