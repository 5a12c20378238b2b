//! Words of citations and references, and the order of a list. How a style sets them is no matter of
//! this crate.

use super::{Author, Theory};
use serde::{Deserialize, Serialize};

/// A stretch of a reference in one face.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are set in italics.
    pub italic: bool,
    /// The address that they lead to, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// Runs without their faces.
#[must_use]
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// What a reference list is sorted by: author, then year, then title, without regard to capitals.
#[must_use]
pub fn sort_key(work: &Theory) -> (String, String, String) {
    let authors: Vec<String> = named_authors(work).map(listed).collect();
    let first = match (authors.is_empty(), work.corporate_author.trim()) {
        (false, _) => authors.join(" "),
        (true, "") => work.title.clone(),
        (true, corporate) => corporate.to_owned(),
    };
    (
        first.to_lowercase(),
        printed_year(work),
        work.title.to_lowercase(),
    )
}

pub(super) fn named_authors(work: &Theory) -> impl Iterator<Item = &Author> {
    work.authors
        .iter()
        .filter(|author| !author.family.trim().is_empty())
}

/// The year as it is printed; where none is known, the words that say so.
fn printed_year(work: &Theory) -> String {
    let year = work.year.trim();
    if year.is_empty() {
        "no date".to_owned()
    } else {
        year.to_owned()
    }
}

/// `Atkins, S.`
fn listed(author: &Author) -> String {
    let family = author.family.trim();
    let initials = initials(&author.given);
    if initials.is_empty() {
        family.to_owned()
    } else {
        format!("{family}, {initials}")
    }
}

/// `Sue` and `S` become `S.`; `David A.` and `D. A.` become `D.A.`; `Jean-Paul` becomes `J.-P.`
fn initials(given: &str) -> String {
    let mut initials = String::new();
    for part in given
        .split(|c: char| c.is_whitespace() || c == '.')
        .filter(|p| !p.is_empty())
    {
        for (nth, name) in part.split('-').filter(|name| !name.is_empty()).enumerate() {
            if nth > 0 {
                initials.push('-');
            }
            initials.extend(name.chars().next().map(|c| c.to_uppercase().to_string()));
            initials.push('.');
        }
    }
    initials
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::tests::work;

    fn author(family: &str, given: &str) -> Author {
        Author {
            family: family.into(),
            given: given.into(),
        }
    }

    #[test]
    fn references_are_sorted_by_author_and_year() {
        let of = |family: &str, year: &str| Theory {
            authors: vec![author(family, "A.")],
            year: year.into(),
            ..work("t")
        };
        assert!(sort_key(&of("benner", "1984")) < sort_key(&of("Gibbs", "1974")));
        assert!(sort_key(&of("Gibbs", "1974")) < sort_key(&of("Gibbs", "1988")));
    }
}
