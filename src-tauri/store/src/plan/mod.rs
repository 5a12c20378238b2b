//! What the learner means to do, and what others told them.

use crate::column::Columns;
use crate::error::Result;
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::id::{ActionId, FeedbackId, OpportunityId};
use aftershift_domain::plan::{Action, Feedback, Opportunity};
use rusqlite::{OptionalExtension, Row};

impl Reader<'_> {
    /// Every planned opportunity, the bin included.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_opportunities(&self) -> Result<Vec<Opportunity>> {
        let mut statement = self.db.prepare_cached(include_str!("opportunities.sql"))?;
        let rows = statement.query_map([], opportunity)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The opportunity with the id `id`, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn opportunity(&self, id: &OpportunityId) -> Result<Option<Opportunity>> {
        let mut statement = self
            .db
            .prepare_cached(include_str!("opportunity_by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], opportunity).optional()?)
    }

    /// Every action, the bin included.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_actions(&self) -> Result<Vec<Action>> {
        let mut statement = self.db.prepare_cached(include_str!("actions.sql"))?;
        let rows = statement.query_map([], action)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The action with the id `id`, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn action(&self, id: &ActionId) -> Result<Option<Action>> {
        let mut statement = self.db.prepare_cached(include_str!("action_by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], action).optional()?)
    }

    /// Every piece of feedback, the bin included.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_feedback(&self) -> Result<Vec<Feedback>> {
        let mut statement = self.db.prepare_cached(include_str!("feedback.sql"))?;
        let rows = statement.query_map([], feedback)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The piece of feedback with the id `id`, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn feedback(&self, id: &FeedbackId) -> Result<Option<Feedback>> {
        let mut statement = self.db.prepare_cached(include_str!("feedback_by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], feedback).optional()?)
    }
}

impl Writer<'_> {
    /// Adds an opportunity, or replaces the one with the same id.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if it names an activity that is not there.
    pub fn save_opportunity(&self, opportunity: &Opportunity) -> Result<()> {
        Fields::of("opportunity")
            .with("opportunity_id", &opportunity.id)
            .text("title", &opportunity.title)
            .with("planned_on", &opportunity.planned_on)
            .with("duration_minutes", &opportunity.duration)
            .with("category", &opportunity.category)
            .text("with_whom", &opportunity.with_whom)
            .text("notes", &opportunity.notes)
            .with("activity_id", &opportunity.activity_id)
            .with("created_at", &opportunity.created_at)
            .with("deleted_at", &opportunity.deleted_at)
            .run(self.db, include_str!("put_opportunity.sql"))?;
        self.changed(Tag::Plan);
        Ok(())
    }

    /// Adds an action, or replaces the one with the same id.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if it names an account that is not there.
    pub fn save_action(&self, action: &Action) -> Result<()> {
        Fields::of("action")
            .with("action_id", &action.id)
            .text("text", &action.text)
            .with("due_on", &action.due_on)
            .with("reflection_id", &action.reflection_id)
            .with("done_on", &action.done_on)
            .with("created_at", &action.created_at)
            .with("deleted_at", &action.deleted_at)
            .run(self.db, include_str!("put_action.sql"))?;
        self.changed(Tag::Plan);
        Ok(())
    }

    /// Adds a piece of feedback, or replaces the one with the same id.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if it names something that is not there.
    pub fn save_feedback(&self, feedback: &Feedback) -> Result<()> {
        Fields::of("feedback")
            .with("feedback_id", &feedback.id)
            .text("from_whom", &feedback.from)
            .with("given_on", &feedback.given_on)
            .text("text", &feedback.text)
            .with("reflection_id", &feedback.reflection_id)
            .with("activity_id", &feedback.activity_id)
            .with("created_at", &feedback.created_at)
            .with("deleted_at", &feedback.deleted_at)
            .run(self.db, include_str!("put_feedback.sql"))?;
        self.changed(Tag::Plan);
        Ok(())
    }
}

fn opportunity(row: &Row<'_>) -> rusqlite::Result<Opportunity> {
    Ok(Opportunity {
        id: row.column("opportunity_id")?,
        title: row.column("title")?,
        planned_on: row.column("planned_on")?,
        duration: row.column("duration_minutes")?,
        category: row.column("category")?,
        with_whom: row.column("with_whom")?,
        notes: row.column("notes")?,
        activity_id: row.column("activity_id")?,
        created_at: row.column("created_at")?,
        deleted_at: row.column("deleted_at")?,
    })
}

fn action(row: &Row<'_>) -> rusqlite::Result<Action> {
    Ok(Action {
        id: row.column("action_id")?,
        text: row.column("text")?,
        due_on: row.column("due_on")?,
        reflection_id: row.column("reflection_id")?,
        done_on: row.column("done_on")?,
        created_at: row.column("created_at")?,
        deleted_at: row.column("deleted_at")?,
    })
}

fn feedback(row: &Row<'_>) -> rusqlite::Result<Feedback> {
    Ok(Feedback {
        id: row.column("feedback_id")?,
        from: row.column("from_whom")?,
        given_on: row.column("given_on")?,
        text: row.column("text")?,
        reflection_id: row.column("reflection_id")?,
        activity_id: row.column("activity_id")?,
        created_at: row.column("created_at")?,
        deleted_at: row.column("deleted_at")?,
    })
}
