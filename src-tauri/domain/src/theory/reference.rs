//! What a citation file says of a work, before the learner has agreed to any of it, and how it meets the
//! library: as a new work, or as one that is there already.

use super::{Author, Theory, TheoryKind};
use crate::id::TheoryId;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A work as a citation file tells of it: everything of a [`Theory`] that is printed in a reference, and
/// nothing that only the learner can say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reference {
    /// Short name to cite it by.
    pub cite_key: String,
    /// What kind of source it is.
    pub kind: TheoryKind,
    /// People who wrote it; a particle such as “van der” and a suffix such as “Jr.” stand with the family.
    pub authors: Vec<Author>,
    /// The organisation that wrote it, where no people are named.
    pub corporate_author: String,
    /// Year as printed, or `n.d.`.
    pub year: String,
    /// Title as printed.
    pub title: String,
    /// Journal or book that it stands in.
    pub container: String,
    /// Short title of that journal or book.
    pub container_short: String,
    /// Editors of that book.
    pub editors: Vec<Author>,
    /// Edition.
    pub edition: String,
    /// Volume of a journal.
    pub volume: String,
    /// Issue of a journal.
    pub issue: String,
    /// Pages or article number.
    pub pages: String,
    /// Publisher.
    pub publisher: String,
    /// Place of publication.
    pub place: String,
    /// Digital object identifier, without an address in front.
    pub doi: String,
    /// Address.
    pub url: String,
    /// When the address was last read.
    pub accessed_on: Option<NaiveDate>,
    /// Labels.
    pub tags: Vec<String>,
}

/// What a reference repeats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "where",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Known {
    /// A work of the library.
    Library {
        /// Which.
        id: TheoryId,
    },
    /// An earlier entry of the same file.
    File {
        /// The line on which that begins.
        line: u32,
    },
}

/// Hands every field that is one line of text to the macro `$each`: the one list of what is copied, filled
/// in and taken over.
macro_rules! with_lines {
    ($each:ident) => {
        $each!(
            corporate_author,
            year,
            container,
            container_short,
            edition,
            volume,
            issue,
            pages,
            publisher,
            place,
            doi,
            url
        )
    };
}

impl Theory {
    /// A work of which nothing is known yet but that it is there.
    #[must_use]
    pub fn blank(id: TheoryId, at: DateTime<Utc>) -> Self {
        Self {
            id,
            cite_key: String::new(),
            kind: TheoryKind::default(),
            authors: Vec::new(),
            corporate_author: String::new(),
            year: String::new(),
            title: String::new(),
            container: String::new(),
            container_short: String::new(),
            editors: Vec::new(),
            edition: String::new(),
            volume: String::new(),
            issue: String::new(),
            pages: String::new(),
            publisher: String::new(),
            place: String::new(),
            doi: String::new(),
            url: String::new(),
            accessed_on: None,
            key_idea: String::new(),
            quotation: String::new(),
            quotation_page: String::new(),
            module: String::new(),
            tags: Vec::new(),
            criteria: Vec::new(),
            evidence_id: None,
            created_at: at,
            changed_at: at,
            deleted_at: None,
        }
    }
}

impl Reference {
    /// What a citation file would say of this work.
    #[must_use]
    pub fn of(work: &Theory) -> Self {
        let mut it = Self {
            cite_key: work.cite_key.clone(),
            kind: work.kind,
            authors: work.authors.clone(),
            title: work.title.clone(),
            editors: work.editors.clone(),
            accessed_on: work.accessed_on,
            tags: work.tags.clone(),
            ..Self::default()
        };
        macro_rules! copy {
            ($($field:ident),*) => { $(it.$field.clone_from(&work.$field);)* };
        }
        with_lines!(copy);
        it
    }

    /// The work it becomes: laid over `blank`, which brings an identity and everything that no file tells.
    #[must_use]
    pub fn over(self, blank: Theory) -> Theory {
        let mut work = Theory {
            cite_key: self.cite_key,
            kind: self.kind,
            authors: self.authors,
            title: self.title,
            editors: self.editors,
            accessed_on: self.accessed_on,
            tags: self.tags,
            ..blank
        };
        macro_rules! put {
            ($($field:ident),*) => { $(work.$field = self.$field;)* };
        }
        with_lines!(put);
        work
    }

    /// `work` with its empty fields filled in from the file. Nothing that stands in it is replaced: identity,
    /// key, title and all of the learner's own words stay, and labels are only added.
    #[must_use]
    pub fn filled_into(&self, work: &Theory) -> Theory {
        let mut filled = work.clone();
        macro_rules! fill {
            ($($field:ident),*) => { $(
                if filled.$field.trim().is_empty() {
                    filled.$field.clone_from(&self.$field);
                }
            )* };
        }
        // An organisation has no place beside people, nor people beside an organisation.
        let nobody = work.authors.is_empty() && work.corporate_author.trim().is_empty();
        with_lines!(fill);
        if nobody {
            filled.authors.clone_from(&self.authors);
        } else {
            filled.corporate_author.clone_from(&work.corporate_author);
        }
        if filled.editors.is_empty() {
            filled.editors.clone_from(&self.editors);
        }
        if filled.accessed_on.is_none() && filled.url == self.url {
            filled.accessed_on = self.accessed_on;
        }
        for tag in &self.tags {
            let there = |own: &String| own.to_lowercase() == tag.to_lowercase();
            if !filled.tags.iter().any(there) {
                filled.tags.push(tag.clone());
            }
        }
        filled
    }
}

/// An identifier as far as it matters for recognising it again: without an address in front, in small
/// letters. DOIs do not distinguish capitals.
#[must_use]
pub fn bare_doi(written: &str) -> String {
    let written = written.trim().to_lowercase();
    let bare = written.find("10.").map_or("", |at| &written[at..]);
    bare.trim_end_matches(['.', ',', ';', ' ']).to_owned()
}

/// Title and year as far as they matter for recognising a work again: letters and digits, in small letters.
fn folded(title: &str, year: &str) -> Option<(String, String)> {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let title = plain(title);
    (!title.is_empty()).then(|| (title, plain(year)))
}

/// What of `references` repeats a work of `library`, or an earlier reference: the same identifier, else the
/// same title and year where the identifiers do not say otherwise. The numbers are the lines of the file.
#[must_use]
pub fn known<'a>(
    references: impl IntoIterator<Item = (u32, &'a Reference)>,
    library: impl IntoIterator<Item = &'a Theory>,
) -> Vec<Option<Known>> {
    let mut seen = Seen::default();
    for work in library {
        let here = Known::Library {
            id: work.id.clone(),
        };
        seen.note(&work.doi, &work.title, &work.year, here);
    }
    references
        .into_iter()
        .map(|(line, it)| {
            let found = seen.find(&it.doi, &it.title, &it.year);
            if found.is_none() {
                seen.note(&it.doi, &it.title, &it.year, Known::File { line });
            }
            found
        })
        .collect()
}

/// Works by what they are recognised by.
#[derive(Default)]
pub(super) struct Seen {
    by_doi: HashMap<String, Known>,
    by_title: HashMap<(String, String), Vec<(String, Known)>>,
}

impl Seen {
    pub(super) fn note(&mut self, doi: &str, title: &str, year: &str, here: Known) {
        let doi = bare_doi(doi);
        if let Some(key) = folded(title, year) {
            let same = self.by_title.entry(key).or_default();
            same.push((doi.clone(), here.clone()));
        }
        if !doi.is_empty() {
            self.by_doi.entry(doi).or_insert(here);
        }
    }

    pub(super) fn find(&self, doi: &str, title: &str, year: &str) -> Option<Known> {
        let doi = bare_doi(doi);
        if let Some(known) = self.by_doi.get(&doi) {
            return Some(known.clone());
        }
        let same = self.by_title.get(&folded(title, year)?)?;
        // Two works can share a title, as editorials do; two identifiers tell them apart.
        let may_be = |other: &str| doi.is_empty() || other.is_empty();
        let found = same.iter().find(|(other, _)| may_be(other));
        found.map(|(_, known)| known.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::work;
    use super::*;

    fn reference(title: &str, year: &str, doi: &str) -> Reference {
        Reference {
            title: title.into(),
            year: year.into(),
            doi: doi.into(),
            ..Reference::default()
        }
    }

    fn kept(id: &str, title: &str, year: &str, doi: &str) -> Theory {
        reference(title, year, doi).over(work(id))
    }

    fn told(references: &[Reference], library: &[Theory]) -> Vec<String> {
        let numbered = (1..).zip(references);
        let word = |known: Option<Known>| match known {
            None => "new".to_owned(),
            Some(Known::Library { id }) => id.to_string(),
            Some(Known::File { line }) => format!("line {line}"),
        };
        known(numbered, library).into_iter().map(word).collect()
    }

    #[test]
    fn a_work_is_recognised_by_its_identifier_however_it_is_written() {
        let library = [kept("a", "Reflection", "1993", "10.1046/J.1365-2648")];
        let references = [
            reference("Otherwise", "", "https://doi.org/10.1046/j.1365-2648"),
            reference("", "", "doi:10.1046/j.1365-2648."),
            reference("Reflection", "1993", "10.1046/other"),
            reference("No identifier", "1993", "none"),
        ];
        assert_eq!(told(&references, &library), ["a", "a", "new", "new"]);
    }

    #[test]
    fn a_work_is_recognised_by_title_and_year_however_they_are_spelled() {
        let library = [
            kept("a", "Learning by doing: a guide", "1988", ""),
            kept("b", "Editorial", "2001", "10.1/b"),
        ];
        let references = [
            reference("Learning by Doing – A Guide.", "1988", "10.1/a"),
            reference("Learning by doing: a guide", "2013", ""),
            reference("Editorial", "2001", "10.1/c"),
            reference("editorial", "2001", ""),
            reference("Learning by doing. A guide", "2013", ""),
            reference("…", "", ""),
            reference("…", "", ""),
        ];
        assert_eq!(
            told(&references, &library),
            ["a", "new", "new", "b", "line 2", "new", "new"]
        );
    }

    #[test]
    fn merging_fills_what_is_empty_and_replaces_nothing() {
        let own = Theory {
            key_idea: "We learn by going round.".into(),
            publisher: "FEU".into(),
            tags: vec!["Models".into()],
            ..kept("a", "Learning by doing", "1988", "")
        };
        let person = |family: &str| Author {
            family: family.into(),
            given: "G.".into(),
        };
        let file = Reference {
            authors: vec![person("Gibbs")],
            publisher: "Further Education Unit".into(),
            place: "Oxford".into(),
            tags: vec!["models".into(), "learning".into()],
            cite_key: "other".into(),
            ..reference("LEARNING BY DOING", "1988", "10.1/a")
        };
        let expected = Theory {
            authors: vec![person("Gibbs")],
            place: "Oxford".into(),
            doi: "10.1/a".into(),
            tags: vec!["Models".into(), "learning".into()],
            ..own.clone()
        };
        assert_eq!(file.filled_into(&own), expected);
        assert_eq!(file.filled_into(&expected), expected, "once is enough");
        let organisation = Theory {
            corporate_author: "Oxford Polytechnic".into(),
            ..own
        };
        assert_eq!(file.filled_into(&organisation).authors, []);
    }

    #[test]
    fn a_reference_says_of_a_work_what_it_was_made_from() {
        let file = Reference {
            cite_key: "gibbs1988".into(),
            kind: TheoryKind::Book,
            container_short: "Learn Doing".into(),
            edition: "2nd".into(),
            ..reference("Learning by doing", "1988", "10.1/a")
        };
        assert_eq!(Reference::of(&file.clone().over(work("a"))), file);
    }
}
