//! Checks of the off-the-job log, kept beside the open portfolio and brought up to date when they are
//! asked for.
//!
//! What a portfolio holds changes in many ways: entries are typed, confirmed, taken back, imported. None of
//! them has to tell the checks. Instead the hash that stands beside every row is compared with the one that
//! was read last, and only entries with another one are read and looked at again.

use crate::activity::{blank, new_id};
use crate::app::{App, Open, Present};
use crate::convert::count;
use crate::failure::Failure;
use crate::wire::{
    Activity, AuditCheck, AuditPlace, AuditView, EntryRemarks, Nothing, SaveActivity, Target,
};
use aftershift_domain::audit::{About, Audit, Check, Concern, Log};
use aftershift_domain::day;
use aftershift_domain::hours::{self, requirement};
use aftershift_domain::id::ActivityId;
use aftershift_domain::programme::Programme;
use aftershift_store::Reader;
use std::collections::HashMap;

/// The most places that are named for one check: a list of thousands helps nobody.
const MOST: usize = 200;

/// The checks of the open portfolio, as they were last asked for.
#[derive(Debug)]
pub(crate) struct Kept {
    log: Log,
    /// The hash of every activity when it was last read.
    hashes: HashMap<ActivityId, Vec<u8>>,
}

/// What the checks are made from, read at one moment.
struct Snapshot {
    programme: Programme,
    activities: Vec<Activity>,
    hashes: HashMap<ActivityId, Vec<u8>>,
    present: Present,
}

impl Snapshot {
    fn take(db: &Reader<'_>, programme: Programme, present: Present) -> Result<Self, Failure> {
        Ok(Self {
            programme,
            activities: db.all_activities()?,
            hashes: db.activity_hashes()?,
            present,
        })
    }

    fn checked(self) -> Kept {
        Kept {
            log: Log::new(&self.programme, &self.activities, self.present.today),
            hashes: self.hashes,
        }
    }
}

impl Kept {
    /// Reads and looks at whatever has changed since.
    fn catch_up(&mut self, db: &Reader<'_>) -> Result<(), Failure> {
        let now = db.activity_hashes()?;
        for id in self.hashes.keys().filter(|id| !now.contains_key(*id)) {
            self.log.remove(id);
        }
        for (id, hash) in &now {
            if self.hashes.get(id) != Some(hash)
                && let Some(activity) = db.activity(id)?
            {
                self.log.put(&activity);
            }
        }
        self.hashes = now;
        Ok(())
    }
}

/// What has to be read before the checks can be told; `None` if they only have to catch up.
fn missing(open: &mut Open, present: Present) -> Result<Option<Snapshot>, Failure> {
    let kept = open.audit.as_ref();
    open.store.read(|db| {
        let programme = db.programme()?;
        if kept.is_some_and(|kept| kept.log.is_for(&programme, present.today)) {
            return Ok(None);
        }
        Snapshot::take(db, programme, present).map(Some)
    })
}

impl App {
    /// Runs `work` with the checks as they are now. A log that has to be looked at as a whole is looked at
    /// without holding anybody up: what is typed meanwhile is saved, and then caught up with.
    pub(crate) fn with_checks<T>(
        &self,
        work: impl FnOnce(&mut Log, &Reader<'_>, Present) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        if let Some(snapshot) = self.with_open(missing)? {
            let kept = snapshot.checked();
            self.with_open(|open, _| {
                open.audit = Some(kept);
                Ok(())
            })?;
        }
        self.with_open(|open, present| {
            let Open { store, audit, .. } = open;
            store.read(|db| {
                let programme = db.programme()?;
                // The programme, the day or the whole portfolio may have changed in between.
                let current = audit
                    .take()
                    .filter(|kept| kept.log.is_for(&programme, present.today));
                let kept = match current {
                    Some(kept) => kept,
                    None => Snapshot::take(db, programme, present)?.checked(),
                };
                let kept = audit.insert(kept);
                kept.catch_up(db)?;
                work(&mut kept.log, db, present)
            })
        })
    }

    /// All checks of the off-the-job log.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn audit(&self, _: Nothing) -> Result<AuditView, Failure> {
        self.with_checks(|log, db, present| Ok(view(log.audit(), &db.programme()?, present)))
    }

    /// What the checks say of an entry as it is typed. Nothing is kept, and nothing is refused: an entry
    /// that cannot be kept as it is has no remarks.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn check_entry(&self, request: SaveActivity) -> Result<EntryRemarks, Failure> {
        self.with_checks(|log, db, present| {
            let before = match &request.id {
                Some(id) => db.activity(id)?,
                None => None,
            };
            let base = match before {
                Some(before) => before,
                None => blank(new_id(present)?, present),
            };
            let activity = request.over(base);
            let problems = activity.problems();
            if !problems.0.is_empty() {
                return Ok(EntryRemarks {
                    remarks: Vec::new(),
                    verdict: None,
                    problems: problems.0,
                });
            }
            Ok(EntryRemarks {
                problems: problems.0,
                remarks: log.remarks(&activity),
                verdict: Some(hours::counts(
                    &activity,
                    Some(&db.programme()?),
                    present.today,
                )),
            })
        })
    }
}

fn view(audit: Audit, programme: &Programme, present: Present) -> AuditView {
    AuditView {
        today: present.today,
        checks: audit.checks.into_iter().map(check).collect(),
        required: requirement(programme).ok().map(|found| found.target),
        totals: audit.totals,
        figures: audit.figures,
    }
}

fn check(check: Check) -> AuditCheck {
    AuditCheck {
        code: check.code,
        result: check.result,
        text: check.text,
        advice: check.advice,
        total: count(check.concerns.len()),
        places: check.concerns.into_iter().take(MOST).map(place).collect(),
    }
}

fn place(concern: Concern) -> AuditPlace {
    match concern.about {
        About::Entry {
            id,
            title,
            done_on,
            claimed,
        } => AuditPlace {
            label: format!("{title}, {}, {claimed}", day::with_weekday(done_on)),
            detail: concern.detail,
            target: Target::Activity(id),
        },
        About::Programme { field } => AuditPlace {
            label: format!("{}, in your programme", field.label()),
            detail: concern.detail,
            target: Target::ProgrammeField(field),
        },
        About::Log => AuditPlace {
            label: "Log an activity".to_owned(),
            detail: concern.detail,
            target: Target::Activities,
        },
        About::Days { .. } => AuditPlace {
            label: concern.detail,
            detail: String::new(),
            target: Target::Activities,
        },
    }
}

#[cfg(test)]
mod tests;
