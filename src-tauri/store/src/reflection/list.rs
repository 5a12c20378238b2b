//! Accounts as lists show them.

use crate::Page;
use crate::column::{Column, Columns};
use crate::error::Result;
use crate::search::terms;
use crate::transaction::Reader;
use aftershift_domain::id::{ActivityId, ReflectionId, TheoryId};
use aftershift_domain::reflection::ReflectionState;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Row, named_params};

/// Which accounts a list shows. The default is all that are not in the bin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReflectionFilter {
    /// Those in which this can be found; nothing if it is empty. Accounts in the bin are not found.
    pub text: String,
    /// Those in this state.
    pub state: Option<ReflectionState>,
    /// Those written with this model.
    pub model: Option<String>,
    /// Those linked to this work.
    pub theory: Option<TheoryId>,
    /// Those about this activity.
    pub activity: Option<ActivityId>,
    /// Those from this day on.
    pub from: Option<NaiveDate>,
    /// Those up to and including this day.
    pub to: Option<NaiveDate>,
    /// Those in the bin instead of those outside it.
    pub in_bin: bool,
}

/// An account as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReflectionRow {
    /// Identity.
    pub id: ReflectionId,
    /// Title; may be empty.
    pub title: String,
    /// The day of the event.
    pub happened_on: Option<NaiveDate>,
    /// Id of the model.
    pub model: String,
    /// Whether it is still being written.
    pub state: ReflectionState,
    /// The module it belongs to.
    pub module: String,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// When it was moved to the bin.
    pub deleted_at: Option<DateTime<Utc>>,
    /// How many words it has; 0 in the bin.
    pub words: u32,
    /// Its first 240 characters, as Markdown; empty in the bin.
    pub opening: String,
    /// How many activities it is about, without those in the bin.
    pub activities: u32,
    /// How many links to works it has, without links and works in the bin.
    pub theory: u32,
    /// How many criteria it is claimed to evidence.
    pub criteria: u32,
}

impl Reader<'_> {
    /// A page of the accounts that `filter` lets through, latest day first. An account without a day
    /// counts for the day it was begun.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn reflections(
        &self,
        filter: &ReflectionFilter,
        offset: u32,
        limit: u32,
    ) -> Result<Page<ReflectionRow>> {
        let query = terms(&filter.text);
        let (state, model) = (filter.state.store(), filter.model.store());
        let (first, last) = (filter.from.store(), filter.to.store());
        let (theory, activity) = (filter.theory.store(), filter.activity.store());
        let mut page = self.db.prepare_cached(include_str!("page.sql"))?;
        let rows = page.query_map(
            named_params! {
                ":in_bin": filter.in_bin, ":state": state, ":model": model, ":first": first,
                ":last": last, ":theory_id": theory, ":activity_id": activity, ":query": query,
                ":limit": limit, ":offset": offset,
            },
            light,
        )?;
        let rows = rows.collect::<rusqlite::Result<_>>()?;
        let mut count = self.db.prepare_cached(include_str!("count.sql"))?;
        let total = count.query_one(
            named_params! {
                ":in_bin": filter.in_bin, ":state": state, ":model": model, ":first": first,
                ":last": last, ":theory_id": theory, ":activity_id": activity, ":query": query,
            },
            |row| row.get("total"),
        )?;
        Ok(Page { rows, total })
    }

    /// The accounts that are still being written, latest day first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn drafts(&self, limit: u32) -> Result<Page<ReflectionRow>> {
        let filter = ReflectionFilter {
            state: Some(ReflectionState::Draft),
            ..Default::default()
        };
        self.reflections(&filter, 0, limit)
    }

    /// The accounts about an activity, in the order in which they were linked, without those in the
    /// bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn reflections_of(&self, activity: &ActivityId) -> Result<Vec<ReflectionRow>> {
        let mut statement = self.db.prepare_cached(include_str!("of_activity.sql"))?;
        let rows = statement.query_map([activity.as_str()], light)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn light(row: &Row<'_>) -> rusqlite::Result<ReflectionRow> {
    Ok(ReflectionRow {
        id: row.column("reflection_id")?,
        title: row.column("title")?,
        happened_on: row.column("happened_on")?,
        model: row.column("model")?,
        state: row.column("state")?,
        module: row.column("module")?,
        created_at: row.column("created_at")?,
        changed_at: row.column("changed_at")?,
        deleted_at: row.column("deleted_at")?,
        words: row.column("words")?,
        opening: row.column("opening")?,
        activities: row.column("activities")?,
        theory: row.column("theory")?,
        criteria: row.column("criteria")?,
    })
}
