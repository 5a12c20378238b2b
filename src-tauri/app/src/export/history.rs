//! What was made to be handed in: when, for whom, with which fingerprint, and what is different since.
//!
//! It stands among the settings in the portfolio's file and not among its records. Were it a record, each export would change
//! the portfolio that the next is made of, and with it the fingerprint of what is otherwise the same.

use crate::app::{App, new_id_text};
use crate::convert::{count, invalid};
use crate::failure::Failure;
use crate::wire::{
    Audience, ChangedSince, ExportHistory, ExportOptions, ExportRecord, ExportSeen, ExportedPdf,
    Nothing,
};
use aftershift_store::Reader;
use chrono::{DateTime, Utc};
use serde_json::Value;

/// Where it stands in the portfolio's settings.
const KEY: &str = "exports";

/// So many are kept; nobody looks further back.
const MOST: usize = 100;

/// The rows as they are kept. One that another version of the program wrote may not be understood: it is not shown, and
/// stays.
fn rows(db: &Reader<'_>) -> Result<Vec<Value>, Failure> {
    let text = db.setting(KEY)?.unwrap_or_default();
    Ok(serde_json::from_str(&text).unwrap_or_default())
}

fn records(db: &Reader<'_>) -> Result<Vec<ExportRecord>, Failure> {
    let rows = rows(db)?.into_iter();
    Ok(rows
        .filter_map(|row| serde_json::from_value(row).ok())
        .collect())
}

/// One of the dates of something, as far as they tell of a change.
struct Dates {
    created: DateTime<Utc>,
    changed: DateTime<Utc>,
    deleted: Option<DateTime<Utc>>,
}

/// How many are new, changed and removed since a moment.
fn since(all: &[Dates], moment: DateTime<Utc>) -> (usize, usize, usize) {
    let there = || all.iter().filter(|it| it.deleted.is_none());
    let new = there().filter(|it| it.created > moment).count();
    let changed = there().filter(|it| it.created <= moment && it.changed > moment);
    let removed = all
        .iter()
        .filter(|it| it.created <= moment && it.deleted.is_some_and(|at| at > moment));
    (new, changed.count(), removed.count())
}

impl App {
    /// What was made to be handed in, latest first, with how much is different since.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn exports(&self, _: Nothing) -> Result<ExportHistory, Failure> {
        self.read(|db, _| {
            let records = records(db)?;
            if records.is_empty() {
                return Ok(ExportHistory {
                    exports: Vec::new(),
                });
            }
            let portfolio = db.portfolio()?;
            let accounts: Vec<Dates> = portfolio
                .reflections
                .iter()
                .map(|it| Dates {
                    created: it.created_at,
                    changed: it.changed_at,
                    deleted: it.deleted_at,
                })
                .collect();
            let activities: Vec<Dates> = portfolio
                .activities
                .iter()
                .map(|it| Dates {
                    created: it.created_at,
                    changed: it.changed_at,
                    deleted: it.deleted_at,
                })
                .collect();
            let seen = |record: ExportRecord| {
                let of_accounts = since(&accounts, record.at);
                let of_activities = since(&activities, record.at);
                ExportSeen {
                    changed: ChangedSince {
                        new_accounts: count(of_accounts.0),
                        changed_accounts: count(of_accounts.1),
                        new_activities: count(of_activities.0),
                        changed_activities: count(of_activities.1),
                        removed: count(of_accounts.2 + of_activities.2),
                    },
                    record,
                }
            };
            Ok(ExportHistory {
                exports: records.into_iter().map(seen).collect(),
            })
        })
    }

    /// When the last document for a review was made; nothing if none was.
    pub(super) fn last_review(&self) -> Result<Option<DateTime<Utc>>, Failure> {
        self.read(|db, _| {
            let mut all = records(db)?.into_iter();
            Ok(all
                .find(|it| it.audience == Audience::Review)
                .map(|it| it.at))
        })
    }

    /// Notes that a document was made.
    pub(super) fn note_export(
        &self,
        options: &ExportOptions,
        exported: &ExportedPdf,
        fingerprint: &str,
    ) -> Result<(), Failure> {
        self.write(|db, present| {
            let record = ExportRecord {
                id: new_id_text(present.now),
                at: present.now,
                audience: options.audience,
                recipient: options.recipient.trim().to_owned(),
                file_name: exported.file.file_name.clone(),
                fingerprint: fingerprint.to_owned(),
                pages: exported.pages,
            };
            let record =
                serde_json::to_value(record).map_err(|error| invalid("", error.to_string()))?;
            let mut all = rows(db)?;
            all.insert(0, record);
            all.truncate(MOST);
            let text =
                serde_json::to_string(&all).map_err(|error| invalid("", error.to_string()))?;
            Ok(db.set_setting(KEY, Some(&text))?)
        })
    }
}
