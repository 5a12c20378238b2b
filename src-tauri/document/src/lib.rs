//! Turns what a person wrote into a page to look at and a PDF to hand in.
//!
//! Everything here is a function of its arguments: there is no clock, no file access except for
//! reading the list of installed fonts when asked to, and the same input gives the same bytes.
//!
//! # Steps
//! - **Read:** Markdown becomes [blocks](markdown::Block); it cannot fail. [`markdown::html`]
//!   writes them for the preview.
//! - **Arrange:** a portfolio becomes a [document](outline::Document) of blocks, tables and charts,
//!   in [`portfolio`]; the checks of its log become a page, in [`audit`].
//! - **Lay out:** the document becomes pages of placed words and lines.
//! - **Export:** [`pdf`](fn@pdf) writes the pages with printpdf, and then adds what printpdf does
//!   not know: the structure that a screen reader follows, bookmarks, language and identity. [`Preview`] draws the same
//!   pages for the screen.

pub mod audit;
pub mod citation;
mod font;
pub mod grid;
pub mod inside;
mod layout;
pub mod length;
pub mod markdown;
pub mod outline;
mod pdf;
pub mod plot;
pub mod portfolio;
mod preview;
mod signer;
mod survey;

pub use font::{Fonts, SystemFonts};
pub use pdf::picture::without_notes;
pub use pdf::seal::Seal;
pub use preview::Preview;
pub use signer::{NoSigner, Signer};
pub use survey::{MissingCharacter, missing_characters};

use length::Length;
use outline::Document;
use std::borrow::Cow;

/// Where the bytes of pictures and attached files come from.
pub trait FileSource {
    /// The file of this identity, if there is one.
    fn file(&self, id: &str) -> Option<Cow<'_, [u8]>>;
}

/// A source without any files.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFiles;

impl FileSource for NoFiles {
    fn file(&self, _id: &str) -> Option<Cow<'_, [u8]>> {
        None
    }
}

impl<S: std::hash::BuildHasher> FileSource for std::collections::HashMap<String, Vec<u8>, S> {
    fn file(&self, id: &str) -> Option<Cow<'_, [u8]>> {
        self.get(id).map(|bytes| Cow::Borrowed(bytes.as_slice()))
    }
}

/// How a document is made into a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfOptions {
    /// Paper. Portfolios are handed in on A4 in the UK.
    pub paper: Paper,
    /// How lines of body text end.
    pub alignment: Alignment,
    /// The size of body text; everything else follows it. 10.5 pt is the size of a book, 16 pt
    /// that of large print.
    pub text_size: Length,
    /// Who signs the file; nobody unless that is wished.
    pub signer: Option<Signer>,
}

impl Default for PdfOptions {
    fn default() -> Self {
        Self {
            paper: Paper::A4,
            alignment: Alignment::Justified,
            text_size: Length::thousandths(10_500),
            signer: None,
        }
    }
}

/// Paper sizes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// How lines of body text end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Alignment {
    /// All at the same edge, as in a book.
    #[default]
    Justified,
    /// Where the words end, with the same space between all words: easier for many readers with
    /// dyslexia.
    Ragged,
}

/// A finished PDF, with what could not be shown as it was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font has: each is shown as a box.
    pub missing: Vec<MissingCharacter>,
    /// Pictures that could not be shown: a note stands in the place of each.
    pub unreadable: Vec<UnreadablePicture>,
}

/// A picture that could not be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadablePicture {
    /// Its identity in the portfolio.
    pub id: String,
    /// Why, in a sentence for the person.
    pub reason: String,
    /// The heading it stands under.
    pub place: String,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The caller asked to stop.
    #[error("stopped before the document was finished")]
    Cancelled,
    /// A font could not be reduced to the glyphs in use.
    #[error("the font {name} could not be embedded: {reason}")]
    Font {
        /// The font's name.
        name: String,
        /// What the font reader said.
        reason: String,
    },
    /// The file could not be put together.
    #[error("the PDF could not be put together")]
    Write(#[from] lopdf::Error),
    /// A file that the document attaches is not in the source.
    #[error("the file {name} is not in the portfolio")]
    NoFile {
        /// What it is called.
        name: String,
    },
    /// The file could not be signed.
    #[error("the PDF could not be signed: {0}")]
    Sign(#[from] NoSigner),
    /// Data could not be compressed.
    #[error("the PDF could not be compressed")]
    Compress(#[from] std::io::Error),
}

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Pictures are read.
    Pictures,
    /// Words are set into lines and pages.
    Setting,
    /// Pages are written.
    Writing,
    /// The file is put together.
    Finishing,
}

/// Who wants to know how far the work is.
pub trait Progress {
    /// Called now and then; answers whether to go on.
    fn reached(&self, step: Step, done: usize, total: usize) -> bool;
}

/// Nobody wants to know, and the work is never stopped.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn reached(&self, _step: Step, _done: usize, _total: usize) -> bool {
        true
    }
}

/// Makes a document into a PDF.
///
/// Text that no font can set and pictures that cannot be read do not stop it: they are shown as
/// boxes and notes, and listed in the [`Output`].
///
/// # Errors
/// [`Error::NoFile`] if `files` lacks one that the document attaches, [`Error::Cancelled`] if `progress`
/// says so, others if the file cannot be put together.
pub fn pdf(
    document: &Document,
    files: &dyn FileSource,
    options: &PdfOptions,
    fonts: &Fonts,
    progress: &dyn Progress,
) -> Result<Output, Error> {
    pdf::write(document, files, options, fonts, progress)
}

/// Reports progress, and stops if that is wished.
fn go_on(progress: &dyn Progress, step: Step, done: usize, total: usize) -> Result<(), Error> {
    if progress.reached(step, done, total) {
        Ok(())
    } else {
        Err(Error::Cancelled)
    }
}
