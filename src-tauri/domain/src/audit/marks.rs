//! What a check found of entries.

use super::entries::Entries;
use super::entry::{Entry, Key};
use super::{About, Check, CheckCode, Concern, Outcome};
use crate::minutes::Minutes;
use std::collections::BTreeMap;

/// What a check found of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) result: Outcome,
    /// What there is to know, for the list of entries; may be empty.
    pub(super) detail: String,
}

impl Mark {
    pub(super) fn look(detail: impl Into<String>) -> Self {
        Self {
            result: Outcome::Look,
            detail: detail.into(),
        }
    }

    pub(super) fn problem(detail: impl Into<String>) -> Self {
        Self {
            result: Outcome::Problem,
            detail: detail.into(),
        }
    }
}

/// Everything that one check found, earliest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks(BTreeMap<Key, Mark>);

impl Marks {
    /// Nothing was found.
    pub(super) const NONE: Self = Self(BTreeMap::new());

    pub(super) fn set(&mut self, key: &Key, mark: Option<Mark>) {
        match mark {
            Some(mark) => {
                self.0.insert(key.clone(), mark);
            }
            None => {
                self.0.remove(key);
            }
        }
    }

    pub(super) fn get(&self, key: &Key) -> Option<&Mark> {
        self.0.get(key)
    }
}

/// What a check found, beside the entries that it was found of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) marks: &'a Marks,
    pub(super) entries: &'a Entries,
}

impl Found<'_> {
    pub(super) fn len(&self) -> usize {
        self.marks.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.marks.0.is_empty()
    }

    /// The worst of it.
    pub(super) fn result(&self) -> Outcome {
        let worst = self.marks.0.values().map(|mark| mark.result).max();
        worst.unwrap_or(Outcome::Fine)
    }

    /// The time that the entries claim.
    pub(super) fn claimed(&self) -> Minutes {
        self.marked().map(|(entry, _)| entry.claimed).sum()
    }

    /// The check, or `fine` if nothing was found.
    pub(super) fn check(&self, code: CheckCode, fine: &str, text: String, advice: &str) -> Check {
        if self.is_empty() {
            return super::check::fine(code, fine);
        }
        Check {
            code,
            result: self.result(),
            text,
            advice: advice.to_owned(),
            concerns: self.concerns(),
        }
    }

    /// What it points at, earliest first.
    pub(super) fn concerns(&self) -> Vec<Concern> {
        self.marked()
            .map(|(entry, mark)| Concern {
                about: About::Entry {
                    id: entry.key.1.clone(),
                    title: entry.title.clone(),
                    done_on: entry.done_on(),
                    claimed: entry.claimed,
                },
                detail: mark.detail.clone(),
            })
            .collect()
    }

    fn marked(&self) -> impl Iterator<Item = (&Entry, &Mark)> {
        let marks = self.marks.0.iter();
        marks.filter_map(|(key, mark)| Some((self.entries.get(key)?, mark)))
    }
}
