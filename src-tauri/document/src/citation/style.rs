//! How citations and references are set: one of three styles that come with the program, or one that a
//! person added.

use super::{mend, trial};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::{
    CitationFormat, IndependentStyle, Locale, LocaleCode, Style as Csl, StyleCategory, StyleClass,
};
use std::sync::{Arc, LazyLock};

/// The most bytes of a style that a person adds. The largest of those that universities publish have a quarter of it.
pub const LONGEST_STYLE: usize = 512 * 1024;

/// How deep the elements of a style may lie in one another. Reading one that goes deeper takes more and more of
/// the stack; those that are published have half of this.
const DEEPEST: usize = 64;

/// How many elements a style may have once each macro stands where it is called: a few lines of macros that call
/// each other twice would otherwise take hours for one work. Chicago's, the widest of those that are published, has
/// little more than half of this.
const WIDEST: u64 = 2_000_000;

/// The styles that come with the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Named {
    /// Harvard as *Cite Them Right* describes it, 12th edition.
    #[default]
    Harvard,
    /// The American Psychological Association's, 7th edition.
    Apa,
    /// Vancouver, as the National Library of Medicine describes it.
    Vancouver,
}

/// A style that is ready for use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    csl: Arc<IndependentStyle>,
    /// The same without a list of references, for setting citations alone.
    brief: Arc<IndependentStyle>,
}

/// Why a style that a person added is not one. The words are for that person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StyleError {
    /// It cannot be read.
    #[error(
        "This file is not a citation style, or a part of it is missing. Get it again where you found it, or choose another whose name ends in .csl."
    )]
    Broken,
    /// It is too large, or becomes so.
    #[error("This style is too large: it is larger than any that is published. Choose another.")]
    TooLarge,
    /// It can be read, and no work can be set in it.
    #[error("This style asks for something that cannot be done here. Choose another.")]
    Unfit,
    /// It only names another.
    #[error(
        "This style only points to another style, {parent}. Get that one and choose it instead."
    )]
    Dependent {
        /// The style that it names.
        parent: String,
    },
    /// It sets citations in footnotes.
    #[error(
        "This style puts citations into footnotes, which accounts do not have. Choose a style that puts them into the text."
    )]
    Notes,
    /// It has no list of references.
    #[error("This style makes no list of references. Choose one that does.")]
    NoList,
}

static HARVARD: LazyLock<Option<Style>> =
    LazyLock::new(|| archived(ArchivedStyle::HarvardCiteThemRight));
static APA: LazyLock<Option<Style>> =
    LazyLock::new(|| archived(ArchivedStyle::AmericanPsychologicalAssociation));
static VANCOUVER: LazyLock<Option<Style>> =
    LazyLock::new(|| archived(ArchivedStyle::NlmCitationSequence));

impl Default for Style {
    fn default() -> Self {
        Self::named(Named::default())
    }
}

/// The words of British and of American English. Reading the archive of all languages takes a quarter of
/// a second, so it is done once, and what is not used is let go.
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let english = ["en-GB", "en-US"].map(|code| LocaleCode(code.to_owned()));
    locales()
        .into_iter()
        .filter(|locale| {
            locale
                .lang
                .as_ref()
                .is_some_and(|lang| english.contains(lang))
        })
        .collect()
});

fn archived(style: ArchivedStyle) -> Option<Style> {
    match style.get() {
        Csl::Independent(csl) => Some(Style::of(csl)),
        Csl::Dependent(_) => None,
    }
}

impl Style {
    /// A style that comes with the program.
    pub fn named(named: Named) -> Self {
        let style = match named {
            Named::Harvard => &*HARVARD,
            Named::Apa => &*APA,
            Named::Vancouver => &*VANCOUVER,
        };
        style
            .clone()
            .expect("the archive has it, and a test asks for each")
    }

    /// A style from the text of a `.csl` file.
    ///
    /// # Errors
    /// If it is none that accounts can be set in.
    pub fn read(text: &str) -> Result<Self, StyleError> {
        if text.len() > LONGEST_STYLE || depth(text) > DEEPEST {
            return Err(StyleError::TooLarge);
        }
        match Csl::from_xml(text).map_err(|_| StyleError::Broken)? {
            Csl::Dependent(style) => Err(StyleError::Dependent {
                parent: style.parent_link.href,
            }),
            Csl::Independent(style) if style.settings.class == StyleClass::Note => {
                Err(StyleError::Notes)
            }
            Csl::Independent(style) if style.bibliography.is_none() => Err(StyleError::NoList),
            // A macro that calls itself would never come to an end.
            Csl::Independent(style) if mend::is_endless(&style) => Err(StyleError::Broken),
            Csl::Independent(style) if mend::width(&style) > WIDEST => Err(StyleError::TooLarge),
            Csl::Independent(style) => {
                let style = Self::of(style);
                if trial::passes(&style) {
                    Ok(style)
                } else {
                    Err(StyleError::Unfit)
                }
            }
        }
    }

    fn of(mut csl: IndependentStyle) -> Self {
        mend::names(&mut csl);
        let mut brief = csl.clone();
        brief.bibliography = None;
        Self {
            csl: Arc::new(csl),
            brief: Arc::new(brief),
        }
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        &self.csl.info.title.value
    }

    /// Whether works are cited by numbers.
    pub fn is_numeric(&self) -> bool {
        self.csl.info.category.iter().any(|category| {
            matches!(
                category,
                StyleCategory::CitationFormat {
                    format: CitationFormat::Numeric
                }
            )
        })
    }

    pub(super) fn csl(&self) -> &IndependentStyle {
        &self.csl
    }

    pub(super) fn brief(&self) -> &IndependentStyle {
        &self.brief
    }

    /// British English, unless the style is made for another language.
    pub(super) fn locale(&self) -> LocaleCode {
        LocaleCode("en-GB".to_owned())
    }
}

/// The words that styles use.
pub(super) fn words() -> &'static [Locale] {
    &LOCALES
}

/// How deep the elements of a text in XML lie in one another, as far as can be told without reading it.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let (end, opens) = if rest.starts_with("<!--") {
            (rest.find("-->").map(|end| end + 2), false)
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            (rest.find('>'), false)
        } else {
            (end_of_tag(rest), true)
        };
        let Some(end) = end else {
            break;
        };
        if rest.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if opens && !rest[..end].ends_with('/') {
            depth += 1;
            deepest = deepest.max(depth);
        }
        rest = &rest[end..];
    }
    deepest
}

/// Where a tag ends: a sign in quotation marks is part of a value.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quoted = None;
    text.char_indices().find_map(|(at, c)| {
        match (quoted, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quoted = Some(c),
            (Some(mark), c) if mark == c => quoted = None,
            _ => {}
        }
        None
    })
}
