//! Works of theory, and how they explain practice.

mod citation;
pub mod key;
pub mod map;
mod merge;
mod names;
mod reference;
mod starter;
mod style;

pub use citation::{Run, plain, sort_key};
pub use merge::alike;
pub use names::{NameDoubt, doubt};
pub use reference::{Known, Reference, bare_doi, known};
pub use starter::{ModelWork, model_works};
pub use style::{CitationStyle, StyleChoice};

use crate::activity::criteria;
use crate::code::coded;
use crate::id::{EvidenceId, ReflectionId, TheoryId, TheoryLinkId};
use crate::problem::Problems;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

coded! {
    /// What kind of source it is.
    TheoryKind {
        /// A whole book.
        Book = "book", "Book";
        /// A chapter in an edited book.
        Chapter = "chapter", "Chapter";
        /// An article in a journal.
        Article = "article", "Journal article";
        /// A page on the web.
        WebPage = "web_page", "Web page";
        /// A report or policy.
        Report = "report", "Report or policy";
        /// A lecture or taught session.
        Lecture = "lecture", "Lecture";
        /// Anything else.
        Other = "other", "Other";
    }
}

impl Default for TheoryKind {
    /// What a source is as long as nobody says more of it.
    fn default() -> Self {
        Self::Other
    }
}

coded! {
    /// How a work of theory stands to what happened.
    TheoryRelation {
        /// The theory was used, knowingly or not.
        Applies = "applies", "applies";
        /// What happened is an example of the theory.
        Illustrates = "illustrates", "illustrates";
        /// What happened does not fit the theory.
        Challenges = "challenges", "challenges";
        /// What happened adds to the theory.
        Extends = "extends", "extends";
    }
}

/// One author of a work.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Author {
    /// Family name.
    pub family: String,
    /// Given names or initials.
    #[serde(default)]
    pub given: String,
}

/// A work that the learner studies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Theory {
    /// Identity.
    pub id: TheoryId,
    /// Short name to cite it by, such as `benner1984`: see [`key`].
    #[serde(default)]
    pub cite_key: String,
    /// What kind of source it is.
    pub kind: TheoryKind,
    /// People who wrote it.
    #[serde(default)]
    pub authors: Vec<Author>,
    /// The organisation that wrote it, where no people are named.
    #[serde(default)]
    pub corporate_author: String,
    /// Year as printed, or `n.d.`.
    #[serde(default)]
    pub year: String,
    /// Title as printed; it is never re-cased.
    pub title: String,
    /// Journal or book that it stands in.
    #[serde(default)]
    pub container: String,
    /// Its short title, as some styles print it: `J Adv Nurs`.
    #[serde(default)]
    pub container_short: String,
    /// Editors of that book.
    #[serde(default)]
    pub editors: Vec<Author>,
    /// Edition, such as `2nd`.
    #[serde(default)]
    pub edition: String,
    /// Volume of a journal.
    #[serde(default)]
    pub volume: String,
    /// Issue of a journal.
    #[serde(default)]
    pub issue: String,
    /// Pages or article number.
    #[serde(default)]
    pub pages: String,
    /// Publisher.
    #[serde(default)]
    pub publisher: String,
    /// Place of publication.
    #[serde(default)]
    pub place: String,
    /// Digital object identifier, without an address in front.
    #[serde(default)]
    pub doi: String,
    /// Address. It is printed, never fetched.
    #[serde(default)]
    pub url: String,
    /// When the address was last read.
    #[serde(default)]
    pub accessed_on: Option<NaiveDate>,
    /// The idea, in the learner's own words.
    #[serde(default)]
    pub key_idea: String,
    /// A short quotation.
    #[serde(default)]
    pub quotation: String,
    /// The page of the quotation.
    #[serde(default)]
    pub quotation_page: String,
    /// The module it was studied in.
    #[serde(default)]
    pub module: String,
    /// The learner's own labels.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Codes of the criteria that it is studied for.
    #[serde(default)]
    pub criteria: Vec<String>,
    /// The work itself, if a file of it is kept.
    #[serde(default)]
    pub evidence_id: Option<EvidenceId>,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}

/// A reflection's claim that a work of theory explains it, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TheoryLink {
    /// Identity.
    pub id: TheoryLinkId,
    /// The reflection.
    pub reflection_id: ReflectionId,
    /// The work.
    pub theory_id: TheoryId,
    /// How the two stand to each other.
    pub relation: TheoryRelation,
    /// How the theory explains what happened, in a sentence or two.
    #[serde(default)]
    pub rationale: String,
    /// The passage that it is about; empty for the whole account.
    #[serde(default)]
    pub passage: String,
    /// When it was taken away and moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}

impl Theory {
    /// What in it cannot be right, in the order of the form.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check_title(
            "title",
            &self.title,
            "Give the work its title, as it is printed.",
        );
        for (list, people) in [("authors", &self.authors), ("editors", &self.editors)] {
            for (at, person) in people.iter().enumerate() {
                let missing = "A name needs a family name: put an organisation in its own field.";
                problems.check_title(&format!("{list}[{at}].family"), &person.family, missing);
                problems.check_short(&format!("{list}[{at}].given"), &person.given);
            }
        }
        for (field, text) in [
            ("citeKey", &self.cite_key),
            ("corporateAuthor", &self.corporate_author),
            ("year", &self.year),
            ("container", &self.container),
            ("containerShort", &self.container_short),
            ("edition", &self.edition),
            ("volume", &self.volume),
            ("issue", &self.issue),
            ("pages", &self.pages),
            ("publisher", &self.publisher),
            ("place", &self.place),
            ("doi", &self.doi),
            ("quotationPage", &self.quotation_page),
            ("module", &self.module),
        ] {
            problems.check_short(field, text);
        }
        // Addresses of databases can be longer than a line.
        problems.check_text("url", &self.url);
        if let Some(date) = self.accessed_on {
            problems.check_date("accessedOn", date);
        }
        problems.check_text("keyIdea", &self.key_idea);
        problems.check_text("quotation", &self.quotation);
        for (at, tag) in self.tags.iter().enumerate() {
            problems.check_title(&format!("tags[{at}]"), tag, "A label needs a word.");
        }
        criteria::check(&self.criteria, &mut problems);
        problems
    }

    /// What a marker would miss in the reference: nothing of it keeps the work from being saved.
    #[must_use]
    pub fn advice(&self) -> Vec<&'static str> {
        let empty = |text: &str| text.trim().is_empty();
        let web = self.kind == TheoryKind::WebPage;
        let nobody = self.authors.iter().all(|author| empty(&author.family));
        [
            (
                nobody && empty(&self.corporate_author),
                "Who wrote it: a person or an organisation?",
            ),
            (
                empty(&self.year),
                "In which year? Write n.d. if the work has none.",
            ),
            (web && empty(&self.url), "A web page needs its address."),
            (
                web && self.accessed_on.is_none(),
                "A web page needs the day you read it.",
            ),
            (
                self.kind == TheoryKind::Article && empty(&self.container),
                "An article needs the name of its journal.",
            ),
            (
                self.kind == TheoryKind::Chapter && empty(&self.container),
                "A chapter needs the title of its book.",
            ),
            (
                !empty(&self.quotation) && empty(&self.quotation_page),
                "A quotation needs its page.",
            ),
            (
                empty(&self.key_idea),
                "What is its key idea, in your own words?",
            ),
        ]
        .into_iter()
        .filter_map(|(missing, advice)| missing.then_some(advice))
        .collect()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A book with nothing but a title.
    pub(crate) fn work(id: &str) -> Theory {
        Theory {
            title: "Untitled notes".into(),
            ..Theory::blank(TheoryId::new(id).unwrap(), DateTime::default())
        }
    }

    #[test]
    fn a_title_is_enough_and_the_rest_is_advice() {
        assert_eq!(work("t").problems(), Problems::new());
        assert_eq!(work("t").advice().len(), 3);
        let page = Theory {
            kind: TheoryKind::WebPage,
            quotation: "So it is.".into(),
            ..work("t")
        };
        assert_eq!(page.advice().len(), 6);
    }

    #[test]
    fn nameless_people_and_titles_are_named() {
        let given_only = Author {
            family: String::new(),
            given: "Ada".into(),
        };
        let wrong = Theory {
            title: " ".into(),
            authors: vec![given_only],
            ..work("t")
        };
        let fields: Vec<_> = wrong.problems().0.into_iter().map(|p| p.field).collect();
        assert_eq!(fields, ["title", "authors[0].family"]);
    }
}
