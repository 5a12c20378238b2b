//! Standards, their criteria, and what evidences them.

use crate::column::Columns;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::id::{CriterionLinkId, StandardId};
use aftershift_domain::standard::{Criterion, CriterionLink, Standard, Subject};
use rusqlite::Row;

impl Reader<'_> {
    /// The standards.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn standards(&self) -> Result<Vec<Standard>> {
        let mut statement = self.db.prepare_cached(include_str!("all.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(Standard {
                id: row.column("standard_id")?,
                reference: row.column("reference")?,
                version: row.column("version")?,
                title: row.column("title")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The criteria of a standard, in the order in which they were recorded.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn criteria_of(&self, standard: &StandardId) -> Result<Vec<Criterion>> {
        let mut statement = self
            .db
            .prepare_cached(include_str!("criteria_of_standard.sql"))?;
        let rows = statement.query_map([standard.as_str()], criterion)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The criteria of every standard.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_criteria(&self) -> Result<Vec<Criterion>> {
        let mut statement = self.db.prepare_cached(include_str!("criteria.sql"))?;
        let rows = statement.query_map([], criterion)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The criteria that a piece of work is claimed to evidence.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn criterion_links_of(&self, subject: &Subject) -> Result<Vec<CriterionLink>> {
        let (statement, id) = match subject {
            Subject::Reflection(id) => (include_str!("links_of_reflection.sql"), id.as_str()),
            Subject::Activity(id) => (include_str!("links_of_activity.sql"), id.as_str()),
            Subject::Evidence(id) => (include_str!("links_of_evidence.sql"), id.as_str()),
        };
        let mut statement = self.db.prepare_cached(statement)?;
        let mut rows = statement.query([id])?;
        let mut links = Vec::new();
        while let Some(row) = rows.next()? {
            links.push(criterion_link(row)?);
        }
        Ok(links)
    }

    /// Every link to a criterion.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_criterion_links(&self) -> Result<Vec<CriterionLink>> {
        let mut statement = self.db.prepare_cached(include_str!("links.sql"))?;
        let mut rows = statement.query([])?;
        let mut links = Vec::new();
        while let Some(row) = rows.next()? {
            links.push(criterion_link(row)?);
        }
        Ok(links)
    }
}

impl Writer<'_> {
    /// Adds a standard, or replaces the one with the same id.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_standard(&self, standard: &Standard) -> Result<()> {
        Fields::of("standard")
            .with("standard_id", &standard.id)
            .text("reference", &standard.reference)
            .text("version", &standard.version)
            .text("title", &standard.title)
            .run(self.db, include_str!("put.sql"))?;
        self.changed(Tag::Standards);
        Ok(())
    }

    /// Adds a criterion, or replaces the one with the same id.
    ///
    /// # Errors
    /// [`Error::Refused`] if there is no such standard.
    pub fn save_criterion(&self, criterion: &Criterion) -> Result<()> {
        Fields::of("criterion")
            .with("criterion_id", &criterion.id)
            .with("standard_id", &criterion.standard_id)
            .text("code", &criterion.code)
            .text("text", &criterion.text)
            .run(self.db, include_str!("put_criterion.sql"))?;
        self.changed(Tag::Standards);
        Ok(())
    }

    /// Adds a link to a criterion, or replaces the one with the same id.
    ///
    /// # Errors
    /// [`Error::Refused`] if the criterion or the piece of work is not there.
    pub fn save_criterion_link(&self, link: &CriterionLink) -> Result<()> {
        let (reflection, activity, evidence) = match &link.subject {
            Subject::Reflection(id) => (Some(id.clone()), None, None),
            Subject::Activity(id) => (None, Some(id.clone()), None),
            Subject::Evidence(id) => (None, None, Some(id.clone())),
        };
        Fields::of("criterion_link")
            .with("criterion_link_id", &link.id)
            .with("criterion_id", &link.criterion_id)
            .with("reflection_id", &reflection)
            .with("activity_id", &activity)
            .with("evidence_id", &evidence)
            .text("why", &link.why)
            .text("passage", &link.passage)
            .run(self.db, include_str!("put_link.sql"))?;
        self.changed(Tag::Links);
        Ok(())
    }

    /// Takes a link to a criterion away. To undo it, save it again.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn remove_criterion_link(&self, id: &CriterionLinkId) -> Result<()> {
        self.db
            .prepare_cached("delete from criterion_link where criterion_link_id = ?1")?
            .execute([id.as_str()])?;
        self.changed(Tag::Links);
        Ok(())
    }
}

fn criterion(row: &Row<'_>) -> rusqlite::Result<Criterion> {
    Ok(Criterion {
        id: row.column("criterion_id")?,
        standard_id: row.column("standard_id")?,
        code: row.column("code")?,
        text: row.column("text")?,
    })
}

fn criterion_link(row: &Row<'_>) -> Result<CriterionLink> {
    let reflection: Option<_> = row.column("reflection_id")?;
    let activity: Option<_> = row.column("activity_id")?;
    let evidence: Option<_> = row.column("evidence_id")?;
    let subject = match (reflection, activity, evidence) {
        (Some(id), None, None) => Subject::Reflection(id),
        (None, Some(id), None) => Subject::Activity(id),
        (None, None, Some(id)) => Subject::Evidence(id),
        _ => {
            return Err(Error::Corrupt(
                "a link to a criterion starts nowhere".to_owned(),
            ));
        }
    };
    Ok(CriterionLink {
        id: row.column("criterion_link_id")?,
        criterion_id: row.column("criterion_id")?,
        subject,
        why: row.column("why")?,
        passage: row.column("passage")?,
    })
}
