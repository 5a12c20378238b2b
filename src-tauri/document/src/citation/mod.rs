//! Citations and references, as a style sets them.
//!
//! Works go in with the [citations](crate::markdown::Citation) of texts, and out come
//! runs of words: for each citation, and for the list of references. hayagriva knows what a style means;
//! here stands what it is asked and how quickly.
//!
//! # Order
//! Works are given to it in the order of [`sort_key`](aftershift_domain::theory::sort_key), so that “2001a” stands before “2001b” in
//! the list. All works of the library take part in telling works apart, not only those that a text
//! cites: a citation reads the same in the preview of one account and in the whole portfolio.
//!
//! # Departures
//! What a style of the archive gives is kept, also where a guide says otherwise:
//! - Titles keep the capitals they were typed with; APA would write “Learning by doing: A guide”.
//! - Journals have their full names in Vancouver as long as a work has no short one.
//! - Works of one year by people of one family name are told apart by letters, not by initials.
//! - Vancouver cites a number without the page.
//! - A bracket with more than three works that need letters leaves the rest of them without.

mod entry;
mod list;
mod mend;
mod runs;
mod set;
mod style;
mod trial;

pub use style::{LONGEST_STYLE, Named, Style, StyleError};

use crate::markdown::{Citation, Piece};
use aftershift_domain::theory::{Run, Theory, sort_key};
use entry::StandIns;
use hayagriva::{CitationItem, CitationRequest, Entry, standalone_citation};
use std::collections::HashMap;

/// Works in a style.
#[derive(Debug)]
pub struct Citations<'a> {
    style: &'a Style,
    entries: Vec<Entry>,
    stand_ins: StandIns,
    /// The works in the order in which they are given to the style.
    order: Vec<usize>,
    /// Works by what they are cited as.
    keys: HashMap<&'a str, usize>,
    /// What the citations of works begin with. Only works that have it in common can be mistaken for
    /// one another.
    names: Vec<String>,
    /// Works that have this in common, and the year.
    alike: HashMap<(String, String), Vec<usize>>,
    years: Vec<String>,
}

/// What stands in a list of references.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The place of the work among those that were given.
    pub work: usize,
    /// Its number with the punctuation of the style, such as `1.`; empty where works have none.
    pub number: String,
    /// The words.
    pub runs: Vec<Run>,
}

/// What became of texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// For each text and each of its citations, in their order: how it is set. One of a work that is not
    /// there is empty, and stays as it was typed.
    pub citations: Vec<Vec<Vec<Piece>>>,
    /// The list of references.
    pub references: Vec<Reference>,
}

/// Where the reference of a work stands in a document, if there is one.
pub type Anchors<'a> = &'a (dyn Fn(usize) -> Option<String> + Sync);

impl<'a> Citations<'a> {
    /// Makes works ready to be cited.
    pub fn new(style: &'a Style, works: &[&'a Theory]) -> Self {
        let mut stand_ins = StandIns::default();
        let entries: Vec<Entry> = works
            .iter()
            .enumerate()
            .map(|(place, work)| entry::entry(work, &place.to_string(), &mut stand_ins))
            .collect();
        let mut order: Vec<usize> = (0..works.len()).collect();
        order.sort_by_cached_key(|place| sort_key(works[*place]));
        let mut keys = HashMap::new();
        for (place, work) in works.iter().enumerate() {
            if !work.cite_key.trim().is_empty() {
                keys.entry(work.cite_key.trim()).or_insert(place);
            }
        }
        let names: Vec<String> = works
            .iter()
            .zip(&entries)
            .map(|(work, entry)| first_name(work).unwrap_or_else(|| standing_in(style, entry)))
            .collect();
        let years = works.iter().map(|work| work.year.trim().to_lowercase());
        let years: Vec<String> = years.collect();
        let mut alike: HashMap<_, Vec<usize>> = HashMap::new();
        for place in &order {
            let both = (names[*place].clone(), years[*place].clone());
            alike.entry(both).or_default().push(*place);
        }
        Self {
            style,
            entries,
            stand_ins,
            order,
            keys,
            names,
            alike,
            years,
        }
    }

    /// The work that is cited by a short name.
    pub fn work(&self, key: &str) -> Option<usize> {
        self.keys.get(key).copied()
    }

    /// The works of a citation, if every one of them is there.
    pub fn works(&self, citation: &Citation) -> Option<Vec<usize>> {
        let works = citation.cites.iter().map(|cite| self.work(&cite.key));
        works.collect()
    }

    /// Every work as it stands in a list, where nothing is cited.
    pub fn references(&self) -> Vec<Reference> {
        self.document(&[], &|_| None).references
    }

    /// Sets the texts of a document. All works are listed: a style that counts them begins with those that
    /// are cited, in the order in which that happens, and the others in order follow.
    pub fn document(&self, texts: &[Vec<Citation>], anchors: Anchors<'_>) -> Outcome {
        if self.style.is_numeric() {
            return self.counted(texts, &self.order, anchors);
        }
        Outcome {
            citations: set::side_by_side(texts, |text| self.told(text, anchors)),
            references: self.listed(&self.order),
        }
    }

    /// Sets one text by itself. What it cites is listed, and a style that counts begins with one.
    pub fn text(&self, text: &[Citation]) -> Outcome {
        let cited = self.cited(text);
        if self.style.is_numeric() {
            return self.counted(&[text.to_vec()], &[], &|_| None);
        }
        let mut references = self.listed(&self.related(&cited));
        references.retain(|reference| cited.contains(&reference.work));
        Outcome {
            citations: vec![self.told(text, &|_| None)],
            references,
        }
    }

    /// The works that a text cites, each once, in the order in which it does.
    pub fn cited(&self, text: &[Citation]) -> Vec<usize> {
        let mut cited = Vec::new();
        for work in text.iter().filter_map(|one| self.works(one)).flatten() {
            if !cited.contains(&work) {
                cited.push(work);
            }
        }
        cited
    }

    /// These works and those that they could be mistaken for, in order.
    fn related(&self, works: &[usize]) -> Vec<usize> {
        let mut related: Vec<usize> = works
            .iter()
            .filter_map(|work| {
                let both = (self.names[*work].clone(), self.years[*work].clone());
                self.alike.get(&both)
            })
            .flatten()
            .copied()
            .collect();
        related.sort_unstable();
        related.dedup();
        let places: HashMap<usize, usize> = if related.len() < 2 {
            HashMap::new()
        } else {
            (0..)
                .zip(&self.order)
                .map(|(at, work)| (*work, at))
                .collect()
        };
        related.sort_by_key(|work| places.get(work).copied());
        related
    }

    fn request<'s>(&'s self, items: Vec<CitationItem<'s, Entry>>) -> CitationRequest<'s, Entry> {
        let style = self.style;
        CitationRequest::new(
            items,
            style.csl(),
            Some(style.locale()),
            style::words(),
            None,
        )
    }
}

/// The first name that a work is cited by, if it has one.
fn first_name(work: &Theory) -> Option<String> {
    let family = work.authors.iter().map(|author| author.family.trim());
    let mut named = family.chain([work.corporate_author.trim()]);
    let first = named.find(|name| !name.is_empty())?;
    Some(first.to_lowercase())
}

/// What a style puts in the place of an author who is not named.
fn standing_in(style: &Style, entry: &Entry) -> String {
    let item = CitationItem::with_entry(entry);
    let request = CitationRequest::new(
        vec![item],
        style.csl(),
        Some(style.locale()),
        style::words(),
        None,
    );
    format!("\0{:#}", standalone_citation(request))
}

#[cfg(test)]
mod tests;
