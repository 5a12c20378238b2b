//! How the portfolio cites: one of the styles that come with the program, or one that the person added. The choice
//! and the text of that style stand in the portfolio, so that it reads the same on every computer.

use crate::app::App;
use crate::exchange::decode;
use crate::failure::Failure;
use crate::files;
use crate::theory::{cited, printed};
use crate::undo::{Back, Step};
use crate::wire::{ChooseCitationStyle, CitationStyles, Nothing, StyleOffer, Theory};
use aftershift_document::citation::{LONGEST_STYLE, Named, Style, StyleError};
use aftershift_domain::id::TheoryId;
use aftershift_domain::theory::{Author, CitationStyle, StyleChoice, TheoryKind};
use aftershift_store::Reader;
use chrono::DateTime;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The style that was read last, by its text: a preview asks with every stroke of a key.
static READ: Mutex<Option<(String, Result<Style, StyleError>)>> = Mutex::new(None);

impl From<StyleError> for Failure {
    fn from(error: StyleError) -> Self {
        Self::CannotImport {
            reason: error.to_string(),
        }
    }
}

/// Reads a style that a person added.
fn read(text: &str) -> Result<Style, StyleError> {
    let mut last = READ.lock().unwrap_or_else(PoisonError::into_inner);
    match &*last {
        Some((known, style)) if known == text => style.clone(),
        _ => {
            let style = Style::read(text);
            *last = Some((text.to_owned(), style.clone()));
            style
        }
    }
}

/// A style that comes with the program; the usual one for [`StyleChoice::Own`].
#[must_use]
pub fn known(choice: StyleChoice) -> Style {
    match choice {
        StyleChoice::Harvard => Style::named(Named::Harvard),
        StyleChoice::Apa => Style::named(Named::Apa),
        StyleChoice::Vancouver => Style::named(Named::Vancouver),
        StyleChoice::Own => Style::default(),
    }
}

/// The style of a portfolio. One that cannot be read, since a file may come from anywhere, is set as the usual one.
pub(crate) fn style_of(style: &CitationStyle) -> Style {
    match style.chosen {
        StyleChoice::Own => read(&style.own).unwrap_or_default(),
        choice => known(choice),
    }
}

/// The style of the portfolio that is open.
pub(crate) fn style(db: &Reader<'_>) -> Result<Style, Failure> {
    Ok(style_of(&db.citation_style()?))
}

/// What cannot be right in the style of a portfolio that comes from elsewhere.
pub(crate) fn fault(style: &CitationStyle) -> Option<String> {
    if style.own.is_empty() {
        return None;
    }
    read(&style.own).err().map(|error| error.to_string())
}

/// A style from a file, and its text.
///
/// # Errors
/// If the file cannot be read, or is no style that accounts can be set in.
pub fn read_style(path: &Path) -> Result<(String, Style), Failure> {
    let most = u64::try_from(LONGEST_STYLE).unwrap_or(u64::MAX);
    let bytes = files::read_up_to(path, most)?.ok_or(StyleError::TooLarge)?;
    let text = decode(&bytes).map_err(|_| StyleError::Broken)?;
    let style = read(&text)?;
    Ok((text, style))
}

/// What a style is called.
fn name(style: &CitationStyle) -> String {
    match style.chosen {
        StyleChoice::Own => style_of(style).title().trim().to_owned(),
        chosen => chosen.label().to_owned(),
    }
}

/// A work with which a style is shown.
fn example() -> Result<Theory, Failure> {
    let by = |family: &str, given: &str| Author {
        family: family.into(),
        given: given.into(),
    };
    let id = TheoryId::new("example").map_err(|error| Failure::Bug {
        reference: error.to_string(),
    })?;
    Ok(Theory {
        cite_key: "atkins1993".into(),
        kind: TheoryKind::Article,
        authors: vec![by("Atkins", "S."), by("Murphy", "K.")],
        year: "1993".into(),
        title: "Reflection: a review of the literature".into(),
        container: "Journal of Advanced Nursing".into(),
        container_short: "J Adv Nurs".into(),
        volume: "18".into(),
        issue: "8".into(),
        pages: "1188-1192".into(),
        ..Theory::blank(id, DateTime::default())
    })
}

fn offered(now: &CitationStyle) -> Result<CitationStyles, Failure> {
    let work = example()?;
    let there = |choice: &&StyleChoice| **choice != StyleChoice::Own || !now.own.is_empty();
    let offers = StyleChoice::ALL.iter().filter(there).map(|choice| {
        let style = CitationStyle {
            chosen: *choice,
            own: now.own.clone(),
        };
        let set = style_of(&style);
        StyleOffer {
            choice: *choice,
            name: name(&style),
            citation: cited(&set, &work),
            reference: printed(&set, &work),
        }
    });
    Ok(CitationStyles {
        chosen: now.chosen,
        offers: offers.collect(),
    })
}

impl App {
    /// How works are cited, and how else they could be.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn citation_styles(&self, _: Nothing) -> Result<CitationStyles, Failure> {
        self.read(|db, _| offered(&db.citation_style()?))
    }

    /// Chooses how works are cited.
    ///
    /// # Errors
    /// If the person has no style of their own and chooses that, or it cannot be written.
    pub fn choose_citation_style(
        &self,
        request: ChooseCitationStyle,
    ) -> Result<CitationStyles, Failure> {
        self.keep_style(|before| CitationStyle {
            chosen: request.chosen,
            own: before.own,
        })
    }

    /// Adds a style from a file and cites in it from now on, in the place of one that was added before.
    ///
    /// # Errors
    /// If the file cannot be read or is no style that accounts can be set in: then all stays as it was.
    pub fn add_citation_style(&self, path: &Path) -> Result<CitationStyles, Failure> {
        let (own, _) = read_style(path)?;
        self.keep_style(|_| CitationStyle {
            chosen: StyleChoice::Own,
            own,
        })
    }

    fn keep_style(
        &self,
        change: impl FnOnce(CitationStyle) -> CitationStyle,
    ) -> Result<CitationStyles, Failure> {
        self.write_undoable(|db, _| {
            let before = db.citation_style()?;
            let now = change(before.clone());
            now.problems().or(())?;
            if now == before {
                return Ok((offered(&now)?, None));
            }
            db.set_citation_style(&now)?;
            let what = format!("Chose the citation style “{}”", name(&now));
            let step = Step::new(what, Back::CitationStyle(Box::new(before)));
            Ok((offered(&now)?, Some(step)))
        })
    }
}

#[cfg(test)]
mod tests;
