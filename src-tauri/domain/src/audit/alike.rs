//! Finds entries that are nearly the same, without comparing each with every other.
//!
//! Each entry is filed under a few numbers of its [words](super::words::Words). Under one number, entries
//! stand in the order of their days, and each is compared with its nearest neighbours on both sides only.
//! So the work grows with the number of entries and not with its square, even where thousands are alike;
//! and what is found depends on what the log holds and not on the order in which it came.

use super::entries::Entries;
use super::entry::{Entry, Key};
use std::collections::{BTreeSet, HashMap};

/// Neighbours on each side that an entry is compared with.
const NEIGHBOURS: usize = 8;

/// Minutes by which beginnings and lengths may differ.
const APART: u64 = 15;

/// Words below which the same words on different days say nothing: "Lecture" is not a copy of "Lecture".
const TELLING: usize = 8;

/// Where entries are filed.
#[derive(Debug, Clone, Default)]
pub(super) struct Alike {
    filed: HashMap<u64, BTreeSet<Key>>,
}

impl Alike {
    /// Files an entry.
    pub(super) fn put(&mut self, entry: &Entry) {
        for number in entry.words.filed() {
            self.filed
                .entry(*number)
                .or_default()
                .insert(entry.key.clone());
        }
    }

    /// Takes an entry out.
    pub(super) fn take(&mut self, entry: &Entry) {
        for number in entry.words.filed() {
            if let Some(filed) = self.filed.get_mut(number) {
                filed.remove(&entry.key);
                if filed.is_empty() {
                    self.filed.remove(number);
                }
            }
        }
    }

    /// The entries that an entry is compared with, and that are compared with it.
    pub(super) fn neighbours(&self, entry: &Entry) -> BTreeSet<Key> {
        let mut found = BTreeSet::new();
        let filed = entry.words.filed().iter();
        for keys in filed.filter_map(|number| self.filed.get(number)) {
            let before = keys.range(..&entry.key).rev().take(NEIGHBOURS);
            let after = keys.range(&entry.key..).filter(|key| **key != entry.key);
            found.extend(before.chain(after.take(NEIGHBOURS)).cloned());
        }
        found
    }

    /// The first of its neighbours that an entry is nearly the same as: one of its own day if there is any.
    /// `compared` counts the comparisons.
    pub(super) fn twin(&self, entry: &Entry, entries: &Entries, compared: &mut u64) -> Option<Key> {
        let mut first = None;
        for key in self.neighbours(entry) {
            let same_day = key.0 == entry.key.0;
            if !same_day && first.is_some() {
                continue;
            }
            *compared += 1;
            let Some(other) = entries.get(&key) else {
                continue;
            };
            if is_like(entry, other) {
                if same_day {
                    return Some(key);
                }
                first = Some(key);
            }
        }
        first
    }
}

/// Whether two entries have nearly the same times and nearly the same words.
fn is_like(a: &Entry, b: &Entry) -> bool {
    let close = |a: i64, b: i64| a.abs_diff(b) <= APART;
    let times = match (a.span, b.span) {
        (Some(a), Some(b)) => close(a.minute(), b.minute()),
        _ => true,
    };
    let telling = a.key.0 == b.key.0 || a.words.count().min(b.words.count()) >= TELLING;
    times
        && telling
        && close(i64::from(a.claimed.0), i64::from(b.claimed.0))
        && a.words.is_like(&b.words)
}
