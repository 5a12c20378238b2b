//! What was done, and what others said of it.

mod revision;

use crate::Page;
use crate::column::{Column, Columns, InOrder};
use crate::error::Result;
use crate::fields::Fields;
use crate::search::{Found, terms};
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::activity::{
    Activity, ActivityTag, Category, Confirmation, ConfirmationState, Disagreement,
};
use aftershift_domain::evidence::EvidenceLink;
use aftershift_domain::id::{ActivityId, EvidenceId, ReflectionId};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, named_params};
use std::collections::HashMap;

/// Which activities a list shows. The default is all that are not in the bin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActivityFilter {
    /// Those in which this can be found; nothing if it is empty.
    pub text: String,
    /// Those in this state.
    pub state: Option<ConfirmationState>,
    /// Those of this category.
    pub category: Option<Category>,
    /// Those that carry this tag.
    pub tag: Option<ActivityTag>,
    /// Those that claim off-the-job time.
    pub claimed_only: bool,
    /// Those from this day on.
    pub from: Option<NaiveDate>,
    /// Those up to and including this day.
    pub to: Option<NaiveDate>,
    /// Those that this account is about.
    pub reflection: Option<ReflectionId>,
    /// Those in the bin instead of those outside it.
    pub in_bin: bool,
}

impl Reader<'_> {
    /// A page of the activities that `filter` lets through, latest day first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn activities(
        &self,
        filter: &ActivityFilter,
        offset: u32,
        limit: u32,
    ) -> Result<Page<Activity>> {
        let query = terms(&filter.text);
        let (state, category) = (filter.state.store(), filter.category.store());
        let (first, last) = (filter.from.store(), filter.to.store());
        let (reflection, tag) = (filter.reflection.store(), filter.tag.store());
        let mut page = self.db.prepare_cached(include_str!("page.sql"))?;
        let rows = page.query_map(
            named_params! {
                ":in_bin": filter.in_bin, ":state": state, ":category": category, ":tag": tag,
                ":claimed_only": filter.claimed_only, ":first": first, ":last": last,
                ":reflection_id": reflection, ":query": query, ":limit": limit, ":offset": offset,
            },
            activity,
        )?;
        let rows = rows.collect::<rusqlite::Result<_>>()?;
        let mut count = self.db.prepare_cached(include_str!("count.sql"))?;
        let total = count.query_one(
            named_params! {
                ":in_bin": filter.in_bin, ":state": state, ":category": category, ":tag": tag,
                ":claimed_only": filter.claimed_only, ":first": first, ":last": last,
                ":reflection_id": reflection, ":query": query,
            },
            |row| row.get("total"),
        )?;
        Ok(Page { rows, total })
    }

    /// Every activity that `filter` lets through, for sums over all of them: without texts, criteria
    /// and whoever delivered it, which would be most of what is read.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn activity_figures(&self, filter: &ActivityFilter) -> Result<Vec<Activity>> {
        let query = terms(&filter.text);
        let (state, category) = (filter.state.store(), filter.category.store());
        let (first, last) = (filter.from.store(), filter.to.store());
        let (reflection, tag) = (filter.reflection.store(), filter.tag.store());
        let mut statement = self.db.prepare_cached(include_str!("figures.sql"))?;
        let rows = statement.query_map(
            named_params! {
                ":in_bin": filter.in_bin, ":state": state, ":category": category, ":tag": tag,
                ":claimed_only": filter.claimed_only, ":first": first, ":last": last,
                ":reflection_id": reflection, ":query": query,
            },
            activity,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The activities of a period, both days included, earliest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn activities_between(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<Activity>> {
        let mut statement = self.db.prepare_cached(include_str!("in_period.sql"))?;
        let period = named_params! { ":first": first.store(), ":last": last.store() };
        let rows = statement.query_map(period, activity)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every activity, the bin included, in the order in which they were recorded.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_activities(&self) -> Result<Vec<Activity>> {
        let mut statement = self.db.prepare_cached(include_str!("all.sql"))?;
        let rows = statement.query_map([], activity)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The hash of every activity, the bin included: what has another one than before has changed. It covers
    /// all that is said of an activity but its criteria and labels, which are rows of their own.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn activity_hashes(&self) -> Result<HashMap<ActivityId, Vec<u8>>> {
        let mut statement = self.db.prepare_cached(include_str!("hashes.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok((row.column("activity_id")?, row.get("content_hash")?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The activity with the id `id`, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn activity(&self, id: &ActivityId) -> Result<Option<Activity>> {
        let mut statement = self.db.prepare_cached(include_str!("by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], activity).optional()?)
    }

    /// The activities that an account is about, in the order in which they were linked, without those
    /// in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn activities_of(&self, reflection: &ReflectionId) -> Result<Vec<Activity>> {
        let mut statement = self.db.prepare_cached(include_str!("of_reflection.sql"))?;
        let rows = statement.query_map([reflection.as_str()], activity)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What others said of an activity, in the order in which it was recorded.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn confirmations_of(&self, activity: &ActivityId) -> Result<Vec<Confirmation>> {
        let mut statement = self
            .db
            .prepare_cached(include_str!("confirmations_of.sql"))?;
        let rows = statement.query_map([activity.as_str()], confirmation)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Which files belong to which activities, in the order in which they were linked.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_evidence_links(&self) -> Result<Vec<EvidenceLink>> {
        let mut statement = self.db.prepare_cached(include_str!("evidence_links.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(EvidenceLink {
                activity_id: row.column("activity_id")?,
                evidence_id: row.column("evidence_id")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Names and roles of those who spoke of activities, the latest first: at most twenty.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn confirmers(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self.db.prepare_cached(include_str!("confirmers.sql"))?;
        let rows = statement.query_map([], |row| Ok((row.column("name")?, row.column("role")?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What others said of any activity.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_confirmations(&self) -> Result<Vec<Confirmation>> {
        let mut statement = self.db.prepare_cached(include_str!("confirmations.sql"))?;
        let rows = statement.query_map([], confirmation)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Adds an activity, or replaces the one with the same id.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_activity(&self, activity: &Activity) -> Result<()> {
        Fields::of("activity")
            .with("activity_id", &activity.id)
            .text("title", &activity.title)
            .with("done_on", &activity.done_on)
            .with("start_time", &activity.started_at)
            .with("end_time", &activity.ended_at)
            .with("duration_minutes", &activity.duration)
            .with("off_the_job_minutes", &activity.off_the_job)
            .with("category", &activity.category)
            .text("what_was_done", &activity.what_was_done)
            .text("what_was_learned", &activity.what_was_learned)
            .with("paid", &activity.paid)
            .text("compensation", &activity.compensation)
            .text("delivered_by", &activity.delivered_by)
            .with("delivered_by_kind", &activity.delivered_by_kind)
            .with("place", &activity.place)
            .with(
                "disagreement_counts",
                &activity.disagreement.as_ref().map(|held| held.counts),
            )
            .with(
                "disagreement_note",
                &activity.disagreement.as_ref().map(|held| held.note.clone()),
            )
            .with("state", &activity.state)
            .with("created_at", &activity.created_at)
            .with("changed_at", &activity.changed_at)
            .with("deleted_at", &activity.deleted_at)
            .run(self.db, include_str!("put.sql"))?;
        let id = activity.id.as_str();
        for (position, code) in activity.criteria.iter().enumerate() {
            Fields::of("activity_criterion")
                .text("activity_id", id)
                .position(position)
                .text("code", code)
                .run(self.db, include_str!("put_criterion.sql"))?;
        }
        self.db
            .prepare_cached(
                "delete from activity_criterion where activity_id = ?1 and position >= ?2",
            )?
            .execute((id, activity.criteria.len().store()))?;
        for (position, tag) in activity.tags.iter().enumerate() {
            Fields::of("activity_tag")
                .text("activity_id", id)
                .position(position)
                .with("tag", tag)
                .run(self.db, include_str!("put_tag.sql"))?;
        }
        self.db
            .prepare_cached("delete from activity_tag where activity_id = ?1 and position >= ?2")?
            .execute((id, activity.tags.len().store()))?;
        self.changed(Tag::Activities);
        self.find_anew(Found::Activity, id);
        Ok(())
    }

    /// Adds a confirmation, or replaces the one with the same id. The activity's own state is saved
    /// with the activity.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if there is no such activity.
    pub fn save_confirmation(&self, confirmation: &Confirmation) -> Result<()> {
        Fields::of("confirmation")
            .with("confirmation_id", &confirmation.id)
            .with("activity_id", &confirmation.activity_id)
            .with("revision", &confirmation.revision)
            .with("decision", &confirmation.decision)
            .text("name", &confirmation.name)
            .text("role", &confirmation.role)
            .with("decided_on", &confirmation.decided_on)
            .text("comment", &confirmation.comment)
            .with("recorded_at", &confirmation.recorded_at)
            .run(self.db, include_str!("put_confirmation.sql"))?;
        self.changed(Tag::Confirmations);
        Ok(())
    }

    /// Lets a file belong to an activity. Linking twice is linking once.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if one of them is not there.
    pub fn link_evidence(&self, activity: &ActivityId, evidence: &EvidenceId) -> Result<()> {
        Fields::of("activity_evidence")
            .with("activity_id", activity)
            .with("evidence_id", evidence)
            .run(self.db, include_str!("link_evidence.sql"))?;
        self.changed(Tag::Links);
        Ok(())
    }

    /// Takes that back.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn unlink_evidence(&self, activity: &ActivityId, evidence: &EvidenceId) -> Result<()> {
        self.db
            .prepare_cached(
                "delete from activity_evidence where activity_id = ?1 and evidence_id = ?2",
            )?
            .execute([activity.as_str(), evidence.as_str()])?;
        self.changed(Tag::Links);
        Ok(())
    }

    /// Takes back a confirmation that was recorded by mistake.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn remove_confirmation(&self, id: &aftershift_domain::id::ConfirmationId) -> Result<()> {
        self.db
            .prepare_cached("delete from confirmation where confirmation_id = ?1")?
            .execute([id.as_str()])?;
        self.changed(Tag::Confirmations);
        Ok(())
    }
}

fn activity(row: &Row<'_>) -> rusqlite::Result<Activity> {
    // In the order in which every query of activities names them.
    let row = &InOrder::of(row);
    Ok(Activity {
        id: row.column("activity_id")?,
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
        disagreement: disagreement(row)?,
        state: row.column("state")?,
        created_at: row.column("created_at")?,
        changed_at: row.column("changed_at")?,
        deleted_at: row.column("deleted_at")?,
        criteria: row.column("criteria")?,
        tags: row.column("tags")?,
    })
}

fn disagreement(row: &impl Columns) -> rusqlite::Result<Option<Disagreement>> {
    let counts: Option<bool> = row.column("disagreement_counts")?;
    let note: Option<String> = row.column("disagreement_note")?;
    Ok(counts
        .zip(note)
        .map(|(counts, note)| Disagreement { counts, note }))
}

fn confirmation(row: &Row<'_>) -> rusqlite::Result<Confirmation> {
    Ok(Confirmation {
        id: row.column("confirmation_id")?,
        activity_id: row.column("activity_id")?,
        revision: row.column("revision")?,
        decision: row.column("decision")?,
        name: row.column("name")?,
        role: row.column("role")?,
        decided_on: row.column("decided_on")?,
        comment: row.column("comment")?,
        recorded_at: row.column("recorded_at")?,
    })
}
