//! Two entries for the same work: how they are noticed, and what is made of them.

use super::reference::{Known, Reference, Seen};
use super::{Theory, TheoryKind};
use crate::id::TheoryId;

/// Pairs of `works` that look like the same work, the one that was recorded first before the other.
#[must_use]
pub fn alike<'a>(works: impl IntoIterator<Item = &'a Theory>) -> Vec<(TheoryId, TheoryId)> {
    let mut works: Vec<&Theory> = works.into_iter().collect();
    works.sort_by_key(|work| work.created_at);
    let mut seen = Seen::default();
    let mut found = Vec::new();
    for work in works {
        if let Some(Known::Library { id }) = seen.find(&work.doi, &work.title, &work.year) {
            found.push((id, work.id.clone()));
        } else {
            let here = Known::Library {
                id: work.id.clone(),
            };
            seen.note(&work.doi, &work.title, &work.year, here);
        }
    }
    found
}

/// Two texts of which neither may be lost: the second below the first, unless it says nothing new.
fn both(first: &str, second: &str) -> String {
    match (first.trim(), second.trim()) {
        ("", _) => second.to_owned(),
        (_, "") => first.to_owned(),
        (one, other) if one.contains(other) => first.to_owned(),
        (one, other) => format!("{one}\n\n{other}"),
    }
}

/// A quotation with the page that would no longer stand beside it.
fn with_page(work: &Theory) -> String {
    match (work.quotation.trim(), work.quotation_page.trim()) {
        ("", _) => String::new(),
        (said, "") => said.to_owned(),
        (said, page) => format!("{said} (p. {page})"),
    }
}

impl Theory {
    /// This entry with everything that another one for the same work says. What is printed stays as it is here,
    /// and is filled in where it is empty; of the learner's own words nothing is lost.
    #[must_use]
    pub fn merged_with(&self, other: &Self) -> Self {
        let mut merged = Reference::of(other).filled_into(self);
        if merged.kind == TheoryKind::Other {
            merged.kind = other.kind;
        }
        merged.key_idea = both(&self.key_idea, &other.key_idea);
        if self.quotation.trim().is_empty() {
            merged.quotation.clone_from(&other.quotation);
            merged.quotation_page.clone_from(&other.quotation_page);
        } else if !self.quotation.contains(other.quotation.trim()) {
            merged.quotation = both(&self.quotation, &with_page(other));
        }
        let (module, others) = (self.module.trim(), other.module.trim());
        if module.is_empty() {
            merged.module = others.to_owned();
        } else if !others.is_empty() && !module.contains(others) {
            merged.module = format!("{module}; {others}");
        }
        for code in &other.criteria {
            if !merged.criteria.contains(code) {
                merged.criteria.push(code.clone());
            }
        }
        if merged.evidence_id.is_none() {
            merged.evidence_id.clone_from(&other.evidence_id);
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::work;
    use super::*;
    use crate::id::EvidenceId;

    fn entry(id: &str, title: &str, year: &str, doi: &str) -> Theory {
        Theory {
            title: title.into(),
            year: year.into(),
            doi: doi.into(),
            ..work(id)
        }
    }

    #[test]
    fn entries_for_the_same_work_are_noticed_and_others_are_not() {
        let works = [
            entry("a", "Learning by Doing", "1988", ""),
            entry("b", "Learning by doing.", "1988", ""),
            entry("c", "Editorial", "2001", "10.1/c"),
            entry("d", "Editorial", "2001", "10.1/d"),
            entry("e", "Otherwise", "", "https://doi.org/10.1/C"),
            entry("f", "Learning by doing", "2013", ""),
            entry("g", "learning by doing", "1988", ""),
        ];
        let pairs: Vec<String> = alike(&works)
            .into_iter()
            .map(|(first, second)| format!("{first}{second}"))
            .collect();
        assert_eq!(pairs, ["ab", "ce", "ag"]);
    }

    #[test]
    fn of_two_entries_nothing_is_lost() {
        let list = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect();
        let first = Theory {
            cite_key: "gibbs1988".into(),
            key_idea: "Go round.".into(),
            quotation: "It is not enough.".into(),
            quotation_page: "9".into(),
            module: "Year 1".into(),
            tags: list(&["Models"]),
            criteria: list(&["K3"]),
            ..entry("a", "Learning by doing", "1988", "")
        };
        let second = Theory {
            cite_key: "gibbs1988a".into(),
            kind: TheoryKind::Book,
            key_idea: "Feelings count.".into(),
            quotation: "Have an experience.".into(),
            quotation_page: "14".into(),
            module: "Year 2".into(),
            place: "Oxford".into(),
            tags: list(&["models", "feelings"]),
            criteria: list(&["K3", "S1"]),
            evidence_id: Some(EvidenceId::new("e").unwrap()),
            ..entry("b", "LEARNING BY DOING", "1988", "10.1/g")
        };
        let merged = first.merged_with(&second);
        let expected = Theory {
            kind: TheoryKind::Book,
            doi: "10.1/g".into(),
            place: "Oxford".into(),
            key_idea: "Go round.\n\nFeelings count.".into(),
            quotation: "It is not enough.\n\nHave an experience. (p. 14)".into(),
            module: "Year 1; Year 2".into(),
            tags: list(&["Models", "feelings"]),
            criteria: list(&["K3", "S1"]),
            evidence_id: second.evidence_id.clone(),
            ..first
        };
        assert_eq!(merged, expected);
        assert_eq!(merged.merged_with(&second), expected, "once is enough");
    }
}
