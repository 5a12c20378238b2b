//! Whether a style can be used at all, found out before anybody relies on it.

use super::{Citations, Style};
use crate::markdown;
use aftershift_domain::id::TheoryId;
use aftershift_domain::theory::{Author, Theory, TheoryKind};
use chrono::DateTime;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A text with every shape that a citation has.
const TEXT: &str = "As @book says [-@book, p. 3; see @chapter, chap. 2], so [@article; @page; @report; @lecture; @other].";

/// Whether works of every kind can be cited and listed in a style. hayagriva stops the program at what it did not
/// foresee, and a portfolio must never be stuck in a style in which nothing of it can be shown.
pub(super) fn passes(style: &Style) -> bool {
    let works: Vec<Theory> = [
        "book", "chapter", "article", "page", "report", "lecture", "other",
    ]
    .into_iter()
    .zip(TheoryKind::ALL)
    .filter_map(|(key, kind)| work(key, *kind))
    .collect();
    let works: Vec<&Theory> = works.iter().collect();
    let set = || {
        let citations = Citations::new(style, &works);
        let set = citations.text(&markdown::citations(TEXT));
        let listed = citations.references();
        set.citations.concat().len() == markdown::citations(TEXT).len()
            && listed.len() == works.len()
            && !citations.named(0).is_empty()
    };
    catch_unwind(AssertUnwindSafe(set)).unwrap_or(false)
}

fn work(key: &str, kind: TheoryKind) -> Option<Theory> {
    let by = |family: &str| Author {
        family: family.into(),
        given: "A. B.".into(),
    };
    Some(Theory {
        cite_key: key.into(),
        kind,
        authors: vec![by("One"), by("Two"), by("Three"), by("Four")],
        year: "2001".into(),
        title: key.into(),
        container: "Container".into(),
        editors: vec![by("Five")],
        edition: "2".into(),
        volume: "3".into(),
        issue: "4".into(),
        pages: "5-6".into(),
        publisher: "Publisher".into(),
        place: "Place".into(),
        url: "https://example.org/".into(),
        accessed_on: Some(chrono::NaiveDate::default()),
        ..Theory::blank(TheoryId::new(key).ok()?, DateTime::default())
    })
}
