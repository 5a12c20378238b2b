//! All entries, found by day and by identity.

use super::entry::{Entry, Key};
use crate::id::ActivityId;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// The entries of a log, each identity once.
#[derive(Debug, Clone, Default)]
pub(super) struct Entries {
    by_day: BTreeMap<NaiveDate, BTreeMap<ActivityId, Entry>>,
    days: HashMap<ActivityId, NaiveDate>,
}

impl Entries {
    /// Takes an entry in, whose identity is not there yet.
    pub(super) fn insert(&mut self, entry: Entry) {
        let (day, id) = entry.key.clone();
        self.days.insert(id.clone(), day);
        self.by_day.entry(day).or_default().insert(id, entry);
    }

    /// Takes an entry out.
    pub(super) fn remove(&mut self, id: &ActivityId) -> Option<Entry> {
        let day = self.days.remove(id)?;
        let of_day = self.by_day.get_mut(&day)?;
        let entry = of_day.remove(id);
        if of_day.is_empty() {
            self.by_day.remove(&day);
        }
        entry
    }

    pub(super) fn get(&self, (day, id): &Key) -> Option<&Entry> {
        self.by_day.get(day)?.get(id)
    }

    pub(super) fn by_id(&self, id: &ActivityId) -> Option<&Entry> {
        self.by_day.get(self.days.get(id)?)?.get(id)
    }

    /// Every entry, earliest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.by_day.values().flat_map(BTreeMap::values)
    }

    /// The entries of these days, both included, earliest first.
    pub(super) fn of_days(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl Iterator<Item = &Entry> {
        let days = self.by_day.range(first..=last);
        days.flat_map(|(_, of_day)| of_day.values())
    }

    /// The days that have entries.
    pub(super) fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.by_day.keys().copied()
    }
}
