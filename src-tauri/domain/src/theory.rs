//! Works of theory, and how they explain practice.

use crate::code::coded;
use crate::id::{ReflectionId, TheoryId, TheoryLinkId};
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
    /// Short name to cite it by, such as `benner1984`.
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
}
