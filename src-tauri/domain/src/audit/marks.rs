//! What a check found of entries.

use super::entry::Key;
use super::{About, Check, CheckCode, Concern, Outcome};
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

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The worst of them.
    pub(super) fn result(&self) -> Outcome {
        let worst = self.0.values().map(|mark| mark.result).max();
        worst.unwrap_or(Outcome::Fine)
    }

    /// The check that found them, or `fine` if nothing was found.
    pub(super) fn check(&self, code: CheckCode, fine: &str, text: String, advice: &str) -> Check {
        if self.0.is_empty() {
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

    pub(super) fn concerns(&self) -> Vec<Concern> {
        let concern = |((_, id), mark): (&Key, &Mark)| Concern {
            about: About::Entry(id.clone()),
            detail: mark.detail.clone(),
        };
        self.0.iter().map(concern).collect()
    }
}
