//! What comes again, and what became of the days on which it was due.

use crate::column::{Column, Columns};
use crate::error::Result;
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::activity::{Recurrence, RecurrenceAnswer};
use aftershift_domain::id::RecurrenceId;
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, named_params};

impl Reader<'_> {
    /// Everything that recurs, the bin included, in the order in which it was recorded.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_recurrences(&self) -> Result<Vec<Recurrence>> {
        let mut statement = self.db.prepare_cached(include_str!("all.sql"))?;
        let rows = statement.query_map([], recurrence)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What recurs under the id `id`, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn recurrence(&self, id: &RecurrenceId) -> Result<Option<Recurrence>> {
        let mut statement = self.db.prepare_cached(include_str!("by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], recurrence).optional()?)
    }

    /// What became of every day about which something was said, in the order in which it was.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_recurrence_answers(&self) -> Result<Vec<RecurrenceAnswer>> {
        let mut statement = self.db.prepare_cached(include_str!("answers.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(RecurrenceAnswer {
                recurrence_id: row.column("recurrence_id")?,
                due_on: row.column("due_on")?,
                activity_id: row.column("activity_id")?,
                answered_at: row.column("answered_at")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Adds something that recurs, or replaces what has the same id.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_recurrence(&self, recurrence: &Recurrence) -> Result<()> {
        Fields::of("recurrence")
            .with("recurrence_id", &recurrence.id)
            .text("title", &recurrence.title)
            .with("weekdays", &recurrence.weekdays)
            .with("every_weeks", &recurrence.every_weeks)
            .with("from_on", &recurrence.from)
            .with("until_on", &recurrence.until)
            .with("start_time", &recurrence.started_at)
            .with("end_time", &recurrence.ended_at)
            .with("duration_minutes", &recurrence.duration)
            .with("category", &recurrence.category)
            .with("paid", &recurrence.paid)
            .text("delivered_by", &recurrence.delivered_by)
            .with("delivered_by_kind", &recurrence.delivered_by_kind)
            .with("place", &recurrence.place)
            .with("criteria", &recurrence.criteria)
            .with("tags", &recurrence.tags)
            .with("created_at", &recurrence.created_at)
            .with("changed_at", &recurrence.changed_at)
            .with("deleted_at", &recurrence.deleted_at)
            .run(self.db, include_str!("put.sql"))?;
        self.changed(Tag::Recurrences);
        Ok(())
    }

    /// Keeps what became of a day; what was said of it before is replaced.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if it names something that is not there.
    pub fn answer_recurrence(&self, answer: &RecurrenceAnswer) -> Result<()> {
        Fields::of("recurrence_answer")
            .with("recurrence_id", &answer.recurrence_id)
            .with("due_on", &answer.due_on)
            .with("activity_id", &answer.activity_id)
            .with("answered_at", &answer.answered_at)
            .run(self.db, include_str!("put_answer.sql"))?;
        self.changed(Tag::Recurrences);
        Ok(())
    }

    /// Takes back what was said of a day, which is due again.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_recurrence_answer(&self, id: &RecurrenceId, due_on: NaiveDate) -> Result<()> {
        self.db
            .prepare_cached(
                "delete from recurrence_answer where recurrence_id = :id and due_on = :due_on",
            )?
            .execute(named_params! { ":id": id.as_str(), ":due_on": due_on.store() })?;
        self.changed(Tag::Recurrences);
        Ok(())
    }
}

fn recurrence(row: &Row<'_>) -> rusqlite::Result<Recurrence> {
    Ok(Recurrence {
        id: row.column("recurrence_id")?,
        title: row.column("title")?,
        weekdays: row.column("weekdays")?,
        every_weeks: row.column("every_weeks")?,
        from: row.column("from_on")?,
        until: row.column("until_on")?,
        started_at: row.column("start_time")?,
        ended_at: row.column("end_time")?,
        duration: row.column("duration_minutes")?,
        category: row.column("category")?,
        paid: row.column("paid")?,
        delivered_by: row.column("delivered_by")?,
        delivered_by_kind: row.column("delivered_by_kind")?,
        place: row.column("place")?,
        criteria: row.column("criteria")?,
        tags: row.column("tags")?,
        created_at: row.column("created_at")?,
        changed_at: row.column("changed_at")?,
        deleted_at: row.column("deleted_at")?,
    })
}
