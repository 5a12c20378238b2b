//! The log as checks see it, kept up to date entry by entry.

use super::alike::Alike;
use super::check::{self, BY_DAY, BY_ENTRY};
use super::entries::Entries;
use super::entry::{Entry, Key};
use super::marks::{Found, Marks};
use super::setting::Setting;
use super::{Audit, CheckCode, Outcome, Remark};
use crate::activity::Activity;
use crate::hours::{is_to_come, record_figures};
use crate::id::ActivityId;
use crate::minutes::Minutes;
use crate::programme::Programme;
use crate::progress::Totals;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that was claimed, with what each check found of it.
///
/// A changed activity is [`put`](Self::put) again; only its own day, the days beside it and the entries
/// that may be like it are looked at anew. What comes of it is the same as of a log that is made anew from
/// all activities. Programme and today are those the log was made with: another day is another log.
#[derive(Debug, Clone)]
pub struct Log {
    setting: Setting,
    entries: Entries,
    alike: Alike,
    marks: BTreeMap<CheckCode, Marks>,
    sums: Sums,
    compared: u64,
}

/// Sums over entries up to today. Wider than what is shown, so that taking away is exact.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    claimed: u64,
    confirmed: u64,
    excluded: u64,
    disputed: u64,
    to_come: u64,
    /// Entries that count.
    pub(super) counted: usize,
    /// Days on which something counts, with how many entries.
    learned: BTreeMap<NaiveDate, usize>,
}

impl Log {
    /// The log of these activities; what claims nothing or lies in the bin is passed over.
    #[must_use]
    pub fn new<'a>(
        programme: &Programme,
        activities: impl IntoIterator<Item = &'a Activity>,
        today: NaiveDate,
    ) -> Self {
        let mut log = Self {
            setting: Setting::new(programme.clone(), today),
            entries: Entries::default(),
            alike: Alike::default(),
            marks: BTreeMap::new(),
            sums: Sums::default(),
            compared: 0,
        };
        for activity in activities {
            // An identity that is there twice means the later one, as in every other change.
            log.leave_out(&activity.id);
            if let Some(entry) = Entry::of(activity, &log.setting) {
                log.file(entry);
            }
        }
        let keys: Vec<Key> = log.entries.iter().map(|entry| entry.key.clone()).collect();
        for key in &keys {
            log.look_at(key);
        }
        let days = log.entries.days().collect();
        log.look_at_days(&days);
        log
    }

    /// Whether it was made for this programme and day.
    #[must_use]
    pub fn is_for(&self, programme: &Programme, today: NaiveDate) -> bool {
        self.setting.today == today && self.setting.programme == *programme
    }

    /// Takes in a new or changed activity.
    pub fn put(&mut self, activity: &Activity) {
        let entry = Entry::of(activity, &self.setting);
        self.replace(&activity.id, entry);
    }

    /// Forgets an activity.
    pub fn remove(&mut self, id: &ActivityId) {
        self.replace(id, None);
    }

    /// What the checks say of an activity as it is being typed, were it kept as it is. The log is the same
    /// afterwards.
    pub fn remarks(&mut self, activity: &Activity) -> Vec<Remark> {
        let entry = Entry::of(activity, &self.setting);
        let Some(key) = entry.as_ref().map(|entry| entry.key.clone()) else {
            return Vec::new();
        };
        let before = self.replace(&activity.id, entry);
        let remarks = CheckCode::ALL
            .iter()
            .filter_map(|code| {
                let mark = self.marks.get(code)?.get(&key)?;
                Some(Remark {
                    code: *code,
                    result: mark.result,
                    text: check::remark(*code, mark)?,
                })
            })
            .filter(|remark| remark.result != Outcome::Fine)
            .collect();
        self.replace(&activity.id, before);
        remarks
    }

    /// All checks in sentences, and the figures for the learner record.
    #[must_use]
    pub fn audit(&self) -> Audit {
        let totals = self.totals();
        let setting = &self.setting;
        Audit {
            checks: CheckCode::ALL
                .iter()
                .map(|code| check::report(*code, self))
                .collect(),
            totals,
            figures: record_figures(&setting.programme, setting.requirement.as_ref(), totals),
        }
    }

    /// Whether nothing is claimed at all.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.iter().next().is_none()
    }

    /// Comparisons of two entries that were made so far: a measure of the work.
    #[must_use]
    pub fn compared(&self) -> u64 {
        self.compared
    }

    pub(super) fn setting(&self) -> &Setting {
        &self.setting
    }

    pub(super) fn sums(&self) -> &Sums {
        &self.sums
    }

    /// What a check found.
    pub(super) fn found(&self, code: CheckCode) -> Found<'_> {
        static NOTHING: Marks = Marks::NONE;
        Found {
            marks: self.marks.get(&code).unwrap_or(&NOTHING),
            entries: &self.entries,
        }
    }

    /// Totals up to today, as [`hours::totals`](crate::hours::totals) has them.
    pub(super) fn totals(&self) -> Totals {
        let time = |sum: u64| Minutes(u32::try_from(sum).unwrap_or(u32::MAX));
        Totals {
            claimed: time(self.sums.claimed),
            confirmed: time(self.sums.confirmed),
            excluded: time(self.sums.excluded),
            disputed: time(self.sums.disputed),
            to_come: time(self.sums.to_come),
        }
    }

    /// Puts `entry` in the place of what stands under `id`, and answers what that was.
    fn replace(&mut self, id: &ActivityId, entry: Option<Entry>) -> Option<Entry> {
        let before = self.entries.by_id(id).cloned();
        let mut keys = BTreeSet::new();
        let mut days = BTreeSet::new();
        // The neighbours of what goes move closer together, those of what comes further apart.
        if let Some(before) = &before {
            keys.extend(self.alike.neighbours(before));
            days.insert(before.done_on());
        }
        self.leave_out(id);
        if let Some(entry) = entry {
            let filed = entry.clone();
            self.file(entry);
            keys.extend(self.alike.neighbours(&filed));
            keys.insert(filed.key.clone());
            days.insert(filed.done_on());
        }
        for key in &keys {
            self.look_at(key);
        }
        let beside = |day: &NaiveDate| [day.pred_opt(), Some(*day), day.succ_opt()];
        let days = days.iter().flat_map(beside).flatten().collect();
        self.look_at_days(&days);
        before
    }

    /// Takes an entry in, without looking at it.
    fn file(&mut self, entry: Entry) {
        self.sums.add(&entry, self.setting.today);
        if entry.stands() {
            self.alike.put(&entry);
        }
        self.entries.insert(entry);
    }

    /// Takes an entry out, with all that was found of it.
    fn leave_out(&mut self, id: &ActivityId) {
        let Some(entry) = self.entries.remove(id) else {
            return;
        };
        self.sums.take(&entry, self.setting.today);
        if entry.stands() {
            self.alike.take(&entry);
        }
        for marks in self.marks.values_mut() {
            marks.set(&entry.key, None);
        }
    }

    /// Looks at one entry by itself and beside those that may be like it.
    fn look_at(&mut self, key: &Key) {
        let Some(entry) = self.entries.get(key) else {
            return;
        };
        for (code, look) in BY_ENTRY {
            let mark = look(entry, &self.setting);
            self.marks.entry(*code).or_default().set(key, mark);
        }
        let twin = if entry.stands() {
            self.alike.twin(entry, &self.entries, &mut self.compared)
        } else {
            None
        };
        let mark = twin.map(|twin| check::near_duplicate::mark(key, &twin));
        let duplicates = self.marks.entry(CheckCode::NearDuplicate).or_default();
        duplicates.set(key, mark);
    }

    /// Looks at the entries of these days beside those of the same day and of the days next to it.
    fn look_at_days(&mut self, days: &BTreeSet<NaiveDate>) {
        for day in days {
            let first = day.checked_sub_days(Days::new(1)).unwrap_or(*day);
            let last = day.checked_add_days(Days::new(1)).unwrap_or(*day);
            let of_days = self.entries.of_days(first, last);
            let around: Vec<&Entry> = of_days.filter(|entry| entry.stands()).collect();
            self.compared += around.len() as u64;
            for (code, look) in BY_DAY {
                let found = look(*day, &around);
                let marks = self.marks.entry(*code).or_default();
                let of_day = around.iter().filter(|entry| entry.done_on() == *day);
                for (entry, mark) in of_day.zip(found) {
                    marks.set(&entry.key, mark);
                }
            }
        }
    }
}

impl Sums {
    fn add(&mut self, entry: &Entry, today: NaiveDate) {
        self.change(entry, today, |sum, claimed| *sum += claimed);
        if entry.is_counted() {
            self.counted += 1;
            *self.learned.entry(entry.done_on()).or_default() += 1;
        }
    }

    fn take(&mut self, entry: &Entry, today: NaiveDate) {
        self.change(entry, today, |sum, claimed| *sum -= claimed);
        if entry.is_counted() {
            self.counted -= 1;
            if let Some(entries) = self.learned.get_mut(&entry.done_on()) {
                *entries -= 1;
                if *entries == 0 {
                    self.learned.remove(&entry.done_on());
                }
            }
        }
    }

    fn change(&mut self, entry: &Entry, today: NaiveDate, change: impl Fn(&mut u64, u64)) {
        let claimed = u64::from(entry.claimed.0);
        if is_to_come(entry.done_on(), today) {
            if entry.stands() {
                change(&mut self.to_come, claimed);
            }
            return;
        }
        if entry.stands() {
            change(&mut self.claimed, claimed);
            if entry.confirmed {
                change(&mut self.confirmed, claimed);
            }
        } else {
            change(&mut self.excluded, claimed);
        }
        if entry.disputed.is_some() {
            change(&mut self.disputed, claimed);
        }
    }

    /// The days on which something counts.
    pub(super) fn learned(&self) -> BTreeSet<NaiveDate> {
        self.learned.keys().copied().collect()
    }
}
