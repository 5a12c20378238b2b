//! The learner and the programme.

use crate::column::Columns;
use crate::error::Result;
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::programme::{HoursChange, Learner, LearningBreak, Programme};
use rusqlite::{OptionalExtension, Row};

impl Reader<'_> {
    /// Whose portfolio it is.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn learner(&self) -> Result<Learner> {
        let mut statement = self.db.prepare_cached(include_str!("learner.sql"))?;
        let learner = statement.query_one([], |row| {
            Ok(Learner {
                name: row.column("name")?,
                role: row.column("role")?,
                learner_number: row.column("learner_number")?,
            })
        });
        Ok(learner.optional()?.unwrap_or_default())
    }

    /// The programme, as far as it has been said.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn programme(&self) -> Result<Programme> {
        let mut statement = self.db.prepare_cached(include_str!("whole.sql"))?;
        let Some(programme) = statement.query_one([], programme).optional()? else {
            return Ok(Programme::default());
        };
        Ok(Programme {
            breaks: self.breaks()?,
            hours_changes: self.hours_changes()?,
            ..programme
        })
    }

    fn breaks(&self) -> Result<Vec<LearningBreak>> {
        let mut statement = self.db.prepare_cached(
            "select from_on, to_on, reason from learning_break order by position",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(LearningBreak {
                from: row.column("from_on")?,
                to: row.column("to_on")?,
                reason: row.column("reason")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn hours_changes(&self) -> Result<Vec<HoursChange>> {
        let mut statement = self
            .db
            .prepare_cached("select from_on, weekly_minutes from hours_change order by position")?;
        let rows = statement.query_map([], |row| {
            Ok(HoursChange {
                from: row.column("from_on")?,
                weekly: row.column("weekly_minutes")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Replaces what is known of the learner.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_learner(&self, learner: &Learner) -> Result<()> {
        Fields::of("learner")
            .text("name", &learner.name)
            .text("role", &learner.role)
            .text("learner_number", &learner.learner_number)
            .run(self.db, include_str!("put_learner.sql"))?;
        self.changed(Tag::Programme);
        Ok(())
    }

    /// Replaces the programme.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if the end lies before the start.
    pub fn save_programme(&self, programme: &Programme) -> Result<()> {
        Fields::of("programme")
            .text("title", &programme.title)
            .text("provider", &programme.provider)
            .text("employer", &programme.employer)
            .text("standard_reference", &programme.standard_reference)
            .text("standard_version", &programme.standard_version)
            .with("original_start_on", &programme.original_start)
            .with("planned_end_on", &programme.planned_end)
            .with("weekly_minutes", &programme.weekly)
            .with("nation", &programme.nation)
            .with("plan_minutes", &programme.plan_hours)
            .with("published_minutes", &programme.published_hours)
            .with("prior_learning_minutes", &programme.prior_learning)
            .with("planned_minutes", &programme.planned_hours)
            .with("working_days", &programme.working_days)
            .with("working_from_time", &programme.working_from)
            .with("working_to_time", &programme.working_to)
            .with("block_release", &programme.block_release)
            .with("gateway_on", &programme.gateway_on)
            .with("ended_on", &programme.ended_on)
            .with("reflection_policy", &programme.reflection_policy)
            .run(self.db, include_str!("put.sql"))?;
        self.db.execute("delete from learning_break", [])?;
        for (position, pause) in programme.breaks.iter().enumerate() {
            Fields::of("learning_break")
                .position(position)
                .with("from_on", &pause.from)
                .with("to_on", &pause.to)
                .text("reason", &pause.reason)
                .run(self.db, include_str!("put_break.sql"))?;
        }
        self.db.execute("delete from hours_change", [])?;
        for (position, change) in programme.hours_changes.iter().enumerate() {
            Fields::of("hours_change")
                .position(position)
                .with("from_on", &change.from)
                .with("weekly_minutes", &change.weekly)
                .run(self.db, include_str!("put_hours_change.sql"))?;
        }
        self.changed(Tag::Programme);
        Ok(())
    }
}

fn programme(row: &Row<'_>) -> rusqlite::Result<Programme> {
    Ok(Programme {
        title: row.column("title")?,
        provider: row.column("provider")?,
        employer: row.column("employer")?,
        standard_reference: row.column("standard_reference")?,
        standard_version: row.column("standard_version")?,
        original_start: row.column("original_start_on")?,
        planned_end: row.column("planned_end_on")?,
        weekly: row.column("weekly_minutes")?,
        nation: row.column("nation")?,
        plan_hours: row.column("plan_minutes")?,
        published_hours: row.column("published_minutes")?,
        prior_learning: row.column("prior_learning_minutes")?,
        planned_hours: row.column("planned_minutes")?,
        breaks: Vec::new(),
        hours_changes: Vec::new(),
        working_days: row.column("working_days")?,
        working_from: row.column("working_from_time")?,
        working_to: row.column("working_to_time")?,
        block_release: row.column("block_release")?,
        gateway_on: row.column("gateway_on")?,
        ended_on: row.column("ended_on")?,
        reflection_policy: row.column("reflection_policy")?,
    })
}
