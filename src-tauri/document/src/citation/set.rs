//! Citations in texts.

use super::runs::{gather, plain, push};
use super::{Anchors, Citations, Outcome, style};
use crate::markdown::{Citation, Cite, Locator, Piece, Place};
use aftershift_domain::theory::Run;
use hayagriva::citationberg::taxonomy;
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, Elem, ElemChild, ElemChildren, ElemMeta,
    Entry, LocatorPayload, SpecificLocator,
};

/// Does something for each, on as many threads as there are processors, and keeps the order.
pub(super) fn side_by_side<T: Sync, O: Send>(all: &[T], each: impl Fn(&T) -> O + Sync) -> Vec<O> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = all.len().div_ceil(threads).max(1);
    if share == all.len() || threads == 1 {
        return all.iter().map(each).collect();
    }
    std::thread::scope(|scope| {
        let each = &each;
        let running: Vec<_> = all
            .chunks(share)
            .map(|some| scope.spawn(move || some.iter().map(each).collect::<Vec<_>>()))
            .collect();
        running
            .into_iter()
            .flat_map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}

impl Citations<'_> {
    /// The citations of one text, in a style that names authors. The works that could be mistaken for
    /// those of a citation come before it unseen, so that letters behind years are those of the list.
    /// Each citation is set by itself: hayagriva tells only a few sets of works apart at a time.
    pub(super) fn told(&self, text: &[Citation], anchors: Anchors<'_>) -> Vec<Vec<Piece>> {
        let alone = |citation: &Citation| {
            let works = self.works(citation)?;
            let mut driver = BibliographyDriver::new();
            for work in self.related(&works) {
                driver.citation(self.hidden(work));
            }
            self.cite(std::slice::from_ref(citation), &mut driver);
            let done = driver.finish(BibliographyRequest {
                style: self.style.brief(),
                locale: Some(self.style.locale()),
                locale_files: style::words(),
            });
            let tree = done.citations.last()?;
            Some(self.whole_citation(citation, &works, &tree.citation, anchors))
        };
        let each = text.iter().map(alone);
        each.map(Option::unwrap_or_default).collect()
    }

    /// A work as the subject of a sentence: “Rolfe, Freshwater and Jasper (2001)”. A style that counts
    /// works has no more of it than the names.
    pub fn named(&self, work: usize) -> Vec<Run> {
        let mut driver = BibliographyDriver::new();
        for one in self.related(&[work]) {
            driver.citation(self.hidden(one));
        }
        let item = CitationItem::with_entry(&self.entries[work]);
        driver.citation(self.request(vec![item]));
        let done = driver.finish(BibliographyRequest {
            style: self.style.brief(),
            locale: Some(self.style.locale()),
            locale_files: style::words(),
        });
        let mut trees = done.citations.into_iter().map(|one| one.citation);
        let tree = trees.next_back().unwrap_or_default();
        if self.style.is_numeric() {
            return self.sentence_name(work, &tree).0;
        }
        let citation = Citation {
            narrative: true,
            cites: vec![Cite::default()],
            ..Citation::default()
        };
        let pieces = self.whole_citation(&citation, &[work], &tree, &|_| None);
        pieces.into_iter().map(|piece| piece.run).collect()
    }

    /// Texts in a style that counts works: the numbers go on from text to text, and then through the
    /// works of `rest` that no text cites.
    pub(super) fn counted(
        &self,
        texts: &[Vec<Citation>],
        rest: &[usize],
        anchors: Anchors<'_>,
    ) -> Outcome {
        let mut driver = BibliographyDriver::new();
        for text in texts {
            self.cite(text, &mut driver);
        }
        // What is cited already keeps its number.
        for work in rest {
            driver.citation(self.hidden(*work));
        }
        let done = driver.finish(self.whole());
        let mut trees = done.citations.into_iter().map(|one| one.citation);
        let citations = texts
            .iter()
            .map(|text| self.pieces(text, &mut trees, anchors))
            .collect();
        let items = done.bibliography.map_or_else(Vec::new, |list| list.items);
        let references = items.iter().filter_map(|item| self.reference(item));
        Outcome {
            citations,
            references: references.collect(),
        }
    }

    /// Asks for every citation whose works are there.
    fn cite<'t>(&'t self, text: &'t [Citation], driver: &mut BibliographyDriver<'t, Entry>) {
        for citation in text {
            let Some(works) = self.works(citation) else {
                continue;
            };
            let items = citation.cites.iter().zip(works).map(|(cite, work)| {
                let locator = cite.locator.as_ref().map(specific);
                CitationItem::with_locator(&self.entries[work], locator)
            });
            driver.citation(self.request(items.collect()));
        }
    }

    fn pieces(
        &self,
        text: &[Citation],
        trees: &mut dyn Iterator<Item = ElemChildren>,
        anchors: Anchors<'_>,
    ) -> Vec<Vec<Piece>> {
        text.iter()
            .map(|citation| match self.works(citation) {
                Some(works) => trees.next().map_or_else(Vec::new, |tree| {
                    self.whole_citation(citation, &works, &tree, anchors)
                }),
                None => Vec::new(),
            })
            .collect()
    }

    fn whole_citation(
        &self,
        citation: &Citation,
        works: &[usize],
        tree: &ElemChildren,
        anchors: Anchors<'_>,
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        if citation.narrative {
            let anchor = works.first().and_then(|work| anchors(*work));
            let (name, alone) = self.sentence_name(works[0], tree);
            add(&mut pieces, name, anchor.as_deref());
            if alone {
                return pieces;
            }
            add(&mut pieces, vec![plain(" ")], None);
        }
        for child in &tree.0 {
            let cite = match child {
                ElemChild::Elem(Elem {
                    meta: Some(ElemMeta::Entry(place)),
                    children,
                    ..
                }) => citation
                    .cites
                    .get(*place)
                    .zip(works.get(*place))
                    .map(|(cite, work)| (cite, *work, children)),
                _ => None,
            };
            let Some((cite, work, children)) = cite else {
                let mut runs = Vec::new();
                gather(std::slice::from_ref(child), &self.stand_ins, &mut runs);
                add(&mut pieces, runs, None);
                continue;
            };
            if !cite.before.is_empty() {
                add(&mut pieces, vec![plain(&format!("{} ", cite.before))], None);
            }
            let runs = self.one(cite, citation.narrative, children);
            add(&mut pieces, runs, anchors(work).as_deref());
            add(&mut pieces, vec![plain(&cite.after)], None);
        }
        pieces
    }

    /// One work in a citation, without its author where that is left out.
    fn one(&self, cite: &Cite, narrative: bool, children: &ElemChildren) -> Vec<Run> {
        let mut runs = Vec::new();
        if cite.suppressed || narrative {
            gather(&nameless(&children.0), &self.stand_ins, &mut runs);
            if let Some(first) = runs.first_mut() {
                let rest = first.text.trim_start_matches([',', ' ']);
                first.text = rest.to_owned();
            }
            runs.retain(|run| !run.text.is_empty());
        }
        // A style that cites by nothing but the author leaves nothing without.
        if runs.is_empty() {
            gather(&children.0, &self.stand_ins, &mut runs);
        }
        runs
    }

    /// The author as the subject of a sentence, and whether nothing else is cited.
    fn sentence_name(&self, work: usize, tree: &ElemChildren) -> (Vec<Run>, bool) {
        let mut runs = Vec::new();
        if let Some(names) = tree.find_names() {
            in_a_sentence(&names.children.0, &self.stand_ins, &mut runs);
            let mut rest = Vec::new();
            gather(&nameless(&tree.0), &self.stand_ins, &mut rest);
            let rest = aftershift_domain::theory::plain(&rest);
            return (runs, !rest.contains(char::is_alphanumeric));
        }
        // A style that counts has the name in its list alone.
        let mut driver = BibliographyDriver::new();
        driver.citation(self.hidden(work));
        let list = driver.finish(self.whole()).bibliography;
        let item = list.and_then(|list| list.items.into_iter().next());
        if let Some(names) = item.as_ref().and_then(|item| item.content.find_names()) {
            in_a_sentence(&names.children.0, &self.stand_ins, &mut runs);
        }
        if runs.is_empty() {
            let title = self.entries[work].title().map(ToString::to_string);
            runs.push(Run {
                italic: true,
                ..plain(&title.unwrap_or_default())
            });
        }
        (runs, false)
    }
}

fn add(pieces: &mut Vec<Piece>, runs: Vec<Run>, anchor: Option<&str>) {
    for run in runs.into_iter().filter(|run| !run.text.is_empty()) {
        match pieces.last_mut() {
            Some(last)
                if last.anchor.as_deref() == anchor
                    && last.run.italic == run.italic
                    && last.run.address == run.address =>
            {
                last.run.text.push_str(&run.text);
            }
            _ => pieces.push(Piece {
                run,
                anchor: anchor.map(str::to_owned),
            }),
        }
    }
}

/// A tree without the names in it.
fn nameless(children: &[ElemChild]) -> Vec<ElemChild> {
    let kept = children.iter().filter_map(|child| match child {
        ElemChild::Elem(elem) if matches!(elem.meta, Some(ElemMeta::Names(_))) => None,
        ElemChild::Elem(elem) => Some(ElemChild::Elem(Elem {
            children: ElemChildren(nameless(&elem.children.0)),
            ..elem.clone()
        })),
        other => Some(other.clone()),
    });
    kept.collect()
}

/// Names with “and” between them, which a style may write as a sign inside brackets.
fn in_a_sentence(children: &[ElemChild], stand_ins: &super::StandIns, runs: &mut Vec<Run>) {
    for child in children {
        match child {
            ElemChild::Elem(elem) if matches!(elem.meta, Some(ElemMeta::Name(..))) => {
                gather(std::slice::from_ref(child), stand_ins, runs);
            }
            ElemChild::Elem(elem) => in_a_sentence(&elem.children.0, stand_ins, runs),
            between => {
                let mut words = Vec::new();
                gather(std::slice::from_ref(between), stand_ins, &mut words);
                for mut run in words {
                    run.text = run.text.replace('&', "and");
                    push(runs, run);
                }
            }
        }
    }
}

fn specific(locator: &Locator) -> SpecificLocator<'_> {
    let place = match locator.place {
        Place::Page => taxonomy::Locator::Page,
        Place::Chapter => taxonomy::Locator::Chapter,
        Place::Section => taxonomy::Locator::Section,
        Place::Paragraph => taxonomy::Locator::Paragraph,
        Place::Volume => taxonomy::Locator::Volume,
        Place::Part => taxonomy::Locator::Part,
        Place::Figure => taxonomy::Locator::Figure,
        Place::Table => taxonomy::Locator::Table,
        Place::Column => taxonomy::Locator::Column,
        Place::Line => taxonomy::Locator::Line,
        Place::Note => taxonomy::Locator::Note,
        Place::Verse => taxonomy::Locator::Verse,
    };
    SpecificLocator(place, LocatorPayload::Str(&locator.numbers))
}
