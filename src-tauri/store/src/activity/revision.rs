//! What an activity said when somebody else was to rely on it. Versions are only ever added.

use crate::column::Columns;
use crate::error::Result;
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::activity::{Activity, ActivityContent, ActivityRevision};
use aftershift_domain::id::ActivityId;
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row};

impl Reader<'_> {
    /// The versions of an activity that were kept, latest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn activity_revisions_of(&self, activity: &ActivityId) -> Result<Vec<ActivityRevision>> {
        let mut statement = self.db.prepare_cached(include_str!("revisions_of.sql"))?;
        let rows = statement.query_map([activity.as_str()], revision)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The versions of every activity that were kept, in the order in which they were.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_activity_revisions(&self) -> Result<Vec<ActivityRevision>> {
        let mut statement = self.db.prepare_cached(include_str!("revisions.sql"))?;
        let rows = statement.query_map([], revision)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn last_activity_revision(&self, activity: &ActivityId) -> Result<Option<ActivityRevision>> {
        let mut statement = self.db.prepare_cached(include_str!("last_revision.sql"))?;
        Ok(statement
            .query_one([activity.as_str()], revision)
            .optional()?)
    }
}

impl Writer<'_> {
    /// Makes sure that what `activity` says now is kept, and answers the number of that version.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if there is no such activity.
    pub fn keep_version(&self, activity: &Activity, at: DateTime<Utc>) -> Result<u32> {
        let last = self.last_activity_revision(&activity.id)?;
        if let Some(last) = last
            .as_ref()
            .filter(|last| last.content == activity.content())
        {
            return Ok(last.revision);
        }
        let version = ActivityRevision::after(last.as_ref(), activity, at);
        self.keep_activity_revision(&version)?;
        Ok(version.revision)
    }

    /// Keeps a version for good.
    pub(crate) fn keep_activity_revision(&self, revision: &ActivityRevision) -> Result<()> {
        let content = &revision.content;
        Fields::of("activity_revision")
            .with("activity_id", &revision.activity_id)
            .with("revision", &revision.revision)
            .with("kept_at", &revision.kept_at)
            .text("title", &content.title)
            .with("done_on", &content.done_on)
            .with("start_time", &content.started_at)
            .with("end_time", &content.ended_at)
            .with("duration_minutes", &content.duration)
            .with("off_the_job_minutes", &content.off_the_job)
            .with("category", &content.category)
            .text("what_was_done", &content.what_was_done)
            .text("what_was_learned", &content.what_was_learned)
            .with("paid", &content.paid)
            .text("compensation", &content.compensation)
            .text("delivered_by", &content.delivered_by)
            .with("delivered_by_kind", &content.delivered_by_kind)
            .with("place", &content.place)
            .with("criteria", &content.criteria)
            .with("tags", &content.tags)
            .run(self.db, include_str!("keep_revision.sql"))?;
        self.changed(Tag::Activities);
        Ok(())
    }
}

fn revision(row: &Row<'_>) -> rusqlite::Result<ActivityRevision> {
    Ok(ActivityRevision {
        activity_id: row.column("activity_id")?,
        revision: row.column("revision")?,
        kept_at: row.column("kept_at")?,
        content: ActivityContent {
            title: row.column("title")?,
            done_on: row.column("done_on")?,
            started_at: row.column("start_time")?,
            ended_at: row.column("end_time")?,
            duration: row.column("duration_minutes")?,
            off_the_job: row.column("off_the_job_minutes")?,
            category: row.column("category")?,
            what_was_done: row.column("what_was_done")?,
            what_was_learned: row.column("what_was_learned")?,
            paid: row.column("paid")?,
            compensation: row.column("compensation")?,
            delivered_by: row.column("delivered_by")?,
            delivered_by_kind: row.column("delivered_by_kind")?,
            place: row.column("place")?,
            criteria: row.column("criteria")?,
            tags: row.column("tags")?,
        },
    })
}
