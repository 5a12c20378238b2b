//! What the map of practice and theory is drawn from, without a single text.

use crate::column::Columns;
use crate::error::Result;
use crate::transaction::Reader;
use aftershift_domain::id::{ReflectionId, TheoryId};
use aftershift_domain::theory::Theory;
use aftershift_domain::theory::map::{Account, Practice, Study, Work};
use chrono::{DateTime, NaiveDate, Utc};

impl Reader<'_> {
    /// Everything outside the bin that the map of practice and theory is drawn from: `works` as rows, in the
    /// order they have and called as `label` says. Five statements, however much there is.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn study(&self, works: &[Theory], label: impl Fn(&Theory) -> String) -> Result<Study> {
        let about = self.all_activity_links()?.into_iter();
        Ok(Study {
            works: works
                .iter()
                .map(|work| Work::of(work, label(work)))
                .collect(),
            accounts: self.mapped_accounts()?,
            activities: self.mapped_activities()?,
            drawn_on: self.drawn_on()?,
            about: about
                .map(|link| (link.reflection_id, link.activity_id))
                .collect(),
        })
    }

    fn mapped_accounts(&self) -> Result<Vec<Account>> {
        let sql = include_str!("map_accounts.sql");
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            let begun: DateTime<Utc> = row.column("created_at")?;
            let happened_on: Option<NaiveDate> = row.column("happened_on")?;
            Ok(Account {
                id: row.column("reflection_id")?,
                title: row.column("title")?,
                day: happened_on.unwrap_or(begun.date_naive()),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn mapped_activities(&self) -> Result<Vec<Practice>> {
        let sql = include_str!("map_activities.sql");
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Practice {
                id: row.column("activity_id")?,
                title: row.column("title")?,
                day: row.column("done_on")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn drawn_on(&self) -> Result<Vec<(ReflectionId, TheoryId)>> {
        let mut statement = self.db.prepare_cached(include_str!("map_links.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok((row.column("reflection_id")?, row.column("theory_id")?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
