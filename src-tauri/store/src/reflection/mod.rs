//! Reflective accounts: their texts, and what they are about.

mod list;
mod revision;

pub use list::{ReflectionFilter, ReflectionRow};

use crate::column::{Column, Columns};
use crate::error::Result;
use crate::fields::Fields;
use crate::search::Found;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::id::{ActivityId, ReflectionId};
use aftershift_domain::reflection::{ActivityLink, Reflection};
use rusqlite::{OptionalExtension, Row, named_params};

impl Reader<'_> {
    /// The account with the id `id`, whole, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn reflection(&self, id: &ReflectionId) -> Result<Option<Reflection>> {
        let mut statement = self.db.prepare_cached(include_str!("by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], reflection).optional()?)
    }

    /// Every account, the bin included, in the order in which they were begun.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_reflections(&self) -> Result<Vec<Reflection>> {
        let mut statement = self.db.prepare_cached(include_str!("all.sql"))?;
        let rows = statement.query_map([], reflection)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The accounts about each of `activities`, as id and title, in the order in which they were linked;
    /// without those in the bin. One statement, however many there are.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn reflection_labels(
        &self,
        activities: &[ActivityId],
    ) -> Result<Vec<(ActivityId, ReflectionId, String)>> {
        let ids: Vec<String> = activities.iter().map(ToString::to_string).collect();
        let mut statement = self
            .db
            .prepare_cached(include_str!("labels_of_activities.sql"))?;
        let wanted = named_params! { ":activity_ids": ids.store() };
        let rows = statement.query_map(wanted, |row| {
            Ok((
                row.column("activity_id")?,
                row.column("reflection_id")?,
                row.column("title")?,
            ))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Which account is about which activity.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_activity_links(&self) -> Result<Vec<ActivityLink>> {
        let mut statement = self.db.prepare_cached(include_str!("activity_links.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(ActivityLink {
                reflection_id: row.column("reflection_id")?,
                activity_id: row.column("activity_id")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Saves an account: adds it, or replaces the one with the same id. Its revision number is counted
    /// here, whatever `reflection` says, and what it replaces is kept where it is [worth
    /// keeping](Reader::revisions_of). Saving does not take an account out of the bin: a text that was
    /// still being written when it was moved there stays there. Returns what was stored.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_reflection(&self, reflection: &Reflection) -> Result<Reflection> {
        let before = self.reflection(&reflection.id)?;
        let stored = match before {
            None => Reflection {
                revision: 1,
                ..reflection.clone()
            },
            Some(before) => {
                let revision = before.revision.saturating_add(1);
                let deleted_at = before.deleted_at;
                let stored = Reflection {
                    revision,
                    deleted_at,
                    ..reflection.clone()
                };
                self.keep_if_worthwhile(&before, &stored)?;
                stored
            }
        };
        self.put_reflection(&stored)?;
        Ok(stored)
    }

    /// Stores an account as it is.
    pub(crate) fn put_reflection(&self, reflection: &Reflection) -> Result<()> {
        Fields::of("reflection")
            .with("reflection_id", &reflection.id)
            .text("title", &reflection.title)
            .with("happened_on", &reflection.happened_on)
            .text("model", &reflection.model)
            .with("state", &reflection.state)
            .text("module", &reflection.module)
            .with("revision", &reflection.revision)
            .with("created_at", &reflection.created_at)
            .with("changed_at", &reflection.changed_at)
            .with("deleted_at", &reflection.deleted_at)
            .run(self.db, include_str!("put.sql"))?;
        for (position, stage) in reflection.stages.iter().enumerate() {
            Fields::of("reflection_stage")
                .with("reflection_id", &reflection.id)
                .position(position)
                .text("key", &stage.key)
                .text("heading", &stage.heading)
                .text("text", &stage.text)
                .run(self.db, include_str!("put_stage.sql"))?;
        }
        self.db
            .prepare_cached(
                "delete from reflection_stage where reflection_id = ?1 and position >= ?2",
            )?
            .execute((reflection.id.as_str(), reflection.stages.len().store()))?;
        self.changed(Tag::Reflections);
        self.find_anew(Found::Reflection, reflection.id.as_str());
        Ok(())
    }

    /// Says that an account is about an activity. Saying it again changes nothing.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if one of them is not there.
    pub fn link_activity(&self, reflection: &ReflectionId, activity: &ActivityId) -> Result<()> {
        Fields::of("reflection_activity")
            .with("reflection_id", reflection)
            .with("activity_id", activity)
            .run(self.db, include_str!("link_activity.sql"))?;
        self.changed(Tag::Links);
        Ok(())
    }

    /// Takes that back.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn unlink_activity(&self, reflection: &ReflectionId, activity: &ActivityId) -> Result<()> {
        self.db
            .prepare_cached(
                "delete from reflection_activity where reflection_id = ?1 and activity_id = ?2",
            )?
            .execute([reflection.as_str(), activity.as_str()])?;
        self.changed(Tag::Links);
        Ok(())
    }
}

fn reflection(row: &Row<'_>) -> rusqlite::Result<Reflection> {
    Ok(Reflection {
        id: row.column("reflection_id")?,
        title: row.column("title")?,
        happened_on: row.column("happened_on")?,
        model: row.column("model")?,
        stages: row.column("stages")?,
        state: row.column("state")?,
        module: row.column("module")?,
        revision: row.column("revision")?,
        created_at: row.column("created_at")?,
        changed_at: row.column("changed_at")?,
        deleted_at: row.column("deleted_at")?,
    })
}
