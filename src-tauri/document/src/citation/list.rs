//! The list of references, quickly.
//!
//! hayagriva compares every work with every other, and sets both for each comparison: two thousand works
//! take it seconds. Most of them have nothing to do with one another. So works whose citations could be
//! mistaken for each other stay together, the rest is taken in small lots, and lots are set side by side.
//! That lots follow each other in the style's own order is checked where they meet; where they do not,
//! the two become one.
//!
//! It also tells no more than three sets of works apart in one go, and leaves the others without letters
//! behind their years. So each set of works that can be mistaken for one another is set by itself.

use super::runs::runs;
use super::{Citations, Reference, style};
use hayagriva::citationberg::{CitationFormat, StyleCategory};
use hayagriva::{
    BibliographyDriver, BibliographyItem, BibliographyRequest, CitationItem, CitationRequest,
    ElemChildren, Entry,
};
use std::collections::HashMap;

/// How many works a lot has at least.
const LOT: usize = 24;

impl Citations<'_> {
    /// These works, which are in order, as a list.
    pub(super) fn listed(&self, works: &[usize]) -> Vec<Reference> {
        let mut lots = if self.falls_apart() {
            self.lots(works)
        } else {
            vec![works.to_vec()]
        };
        let mut set = super::set::side_by_side(&lots, |lot| self.lot(lot));
        let mut at = 1;
        while at < lots.len() {
            let (before, after) = (set[at - 1].last(), set[at].first());
            let meet = before.map(|one| one.work).zip(after.map(|one| one.work));
            if meet.is_none_or(|(last, first)| self.follows(last, first)) {
                at += 1;
                continue;
            }
            let more = lots.remove(at);
            set.remove(at);
            lots[at - 1].extend(more);
            set[at - 1] = self.lot(&lots[at - 1]);
            at = (at - 1).max(1);
        }
        let mut listed: Vec<Reference> = set.into_iter().flatten().collect();
        if self.falls_apart() {
            self.tell_apart(&mut listed);
        }
        listed
    }

    /// Sets works again that could be mistaken for others, with nothing but these others.
    fn tell_apart(&self, listed: &mut [Reference]) {
        let there: HashMap<usize, usize> = listed
            .iter()
            .enumerate()
            .map(|(at, reference)| (reference.work, at))
            .collect();
        let alike = self
            .alike
            .values()
            .filter(|works| works.len() > 1 && works.iter().any(|work| there.contains_key(work)));
        let alike: Vec<&Vec<usize>> = alike.collect();
        let set = super::set::side_by_side(&alike, |works| self.lot(works));
        for reference in set.into_iter().flatten() {
            if let Some(at) = there.get(&reference.work) {
                listed[*at] = reference;
            }
        }
    }

    /// Whether works with other names have no influence on how a work is set.
    fn falls_apart(&self) -> bool {
        let csl = self.style.csl();
        let by_date = csl.info.category.iter().any(|category| {
            matches!(
                category,
                StyleCategory::CitationFormat {
                    format: CitationFormat::AuthorDate
                }
            )
        });
        let dashes = csl
            .bibliography
            .as_ref()
            .is_some_and(|list| list.subsequent_author_substitute.is_some());
        by_date && !dashes
    }

    /// Works in lots that are no smaller than need be, each name in one of them.
    fn lots(&self, works: &[usize]) -> Vec<Vec<usize>> {
        let mut last = HashMap::new();
        for (at, work) in works.iter().enumerate() {
            last.insert(self.names[*work].as_str(), at);
        }
        let mut lots = Vec::new();
        let mut lot = Vec::new();
        let mut reach = 0;
        for (at, work) in works.iter().enumerate() {
            reach = reach.max(last[self.names[*work].as_str()]);
            lot.push(*work);
            if at >= reach && lot.len() >= LOT {
                lots.push(std::mem::take(&mut lot));
            }
        }
        if !lot.is_empty() {
            lots.push(lot);
        }
        lots
    }

    /// Whether the style puts one work before another, or does not mind.
    fn follows(&self, before: usize, after: usize) -> bool {
        let set = self.lot(&[before, after]);
        set.first().is_some_and(|first| first.work == before)
    }

    /// Works as hayagriva lists them.
    pub(super) fn lot(&self, works: &[usize]) -> Vec<Reference> {
        let mut driver = BibliographyDriver::new();
        for work in works {
            driver.citation(self.hidden(*work));
        }
        let done = driver.finish(self.whole());
        let items = done.bibliography.map_or_else(Vec::new, |list| list.items);
        items
            .iter()
            .filter_map(|item| self.reference(item))
            .collect()
    }

    pub(super) fn hidden(&self, work: usize) -> CitationRequest<'_, Entry> {
        let mut item = CitationItem::with_entry(&self.entries[work]);
        item.hidden = true;
        self.request(vec![item])
    }

    /// What is asked for where there is to be a list.
    pub(super) fn whole(&self) -> BibliographyRequest<'_> {
        BibliographyRequest {
            style: self.style.csl(),
            locale: Some(self.style.locale()),
            locale_files: style::words(),
        }
    }

    pub(super) fn reference(&self, item: &BibliographyItem) -> Option<Reference> {
        let work = item.key.parse().ok()?;
        let number = item.first_field.as_ref().map(|field| {
            let field = ElemChildren(vec![field.clone()]);
            runs(&field, &self.stand_ins)
        });
        let number = number.map_or_else(String::new, |runs| {
            aftershift_domain::theory::plain(&runs).trim().to_owned()
        });
        let mut runs = runs(&item.content, &self.stand_ins);
        if let Some(first) = runs.first_mut() {
            first.text = first.text.trim_start().to_owned();
        }
        Some(Reference { work, number, runs })
    }
}
