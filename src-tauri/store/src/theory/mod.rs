//! What was studied, and how it explains what happened.

mod study;

use crate::column::Columns;
use crate::error::Result;
use crate::fields::Fields;
use crate::search::Found;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::id::{ReflectionId, TheoryId, TheoryLinkId};
use aftershift_domain::theory::{Theory, TheoryLink};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};

/// A work and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TheoryRow {
    /// The work.
    pub theory: Theory,
    /// Links from accounts that are not in the bin.
    pub uses: u32,
}

/// A use of a work in an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The link.
    pub link: TheoryLink,
    /// Title of the account.
    pub title: String,
    /// The day of its event.
    pub happened_on: Option<NaiveDate>,
}

impl Reader<'_> {
    /// The works that are not in the bin, by title, each with its number of uses.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn theory_list(&self) -> Result<Vec<TheoryRow>> {
        let mut statement = self.db.prepare_cached(include_str!("with_uses.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(TheoryRow {
                theory: theory(row)?,
                uses: row.column("uses")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every work, the bin included, in the order in which they were recorded.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_theory(&self) -> Result<Vec<Theory>> {
        let mut statement = self.db.prepare_cached(include_str!("all.sql"))?;
        let rows = statement.query_map([], theory)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The work with the id `id`, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn theory(&self, id: &TheoryId) -> Result<Option<Theory>> {
        let mut statement = self.db.prepare_cached(include_str!("by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], theory).optional()?)
    }

    /// The link with the id `id`, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn theory_link(&self, id: &TheoryLinkId) -> Result<Option<TheoryLink>> {
        let mut statement = self.db.prepare_cached(include_str!("link_by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], theory_link).optional()?)
    }

    /// The links of an account, in the order in which they were made. Links and works in the bin are
    /// left out.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn theory_links_of(&self, reflection: &ReflectionId) -> Result<Vec<TheoryLink>> {
        let mut statement = self
            .db
            .prepare_cached(include_str!("links_of_reflection.sql"))?;
        let rows = statement.query_map([reflection.as_str()], theory_link)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every link, the bin included.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_theory_links(&self) -> Result<Vec<TheoryLink>> {
        let mut statement = self.db.prepare_cached(include_str!("links.sql"))?;
        let rows = statement.query_map([], theory_link)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Where a work is used, without links and accounts in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn uses_of(&self, theory: &TheoryId) -> Result<Vec<Use>> {
        let mut statement = self.db.prepare_cached(include_str!("uses.sql"))?;
        let rows = statement.query_map([theory.as_str()], |row| {
            Ok(Use {
                link: theory_link(row)?,
                title: row.column("title")?,
                happened_on: row.column("happened_on")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Adds a work, or replaces the one with the same id.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_theory(&self, theory: &Theory) -> Result<()> {
        Fields::of("theory")
            .with("theory_id", &theory.id)
            .text("cite_key", &theory.cite_key)
            .with("kind", &theory.kind)
            .with("authors", &theory.authors)
            .text("corporate_author", &theory.corporate_author)
            .text("year", &theory.year)
            .text("title", &theory.title)
            .text("container", &theory.container)
            .text("container_short", &theory.container_short)
            .with("editors", &theory.editors)
            .text("edition", &theory.edition)
            .text("volume", &theory.volume)
            .text("issue", &theory.issue)
            .text("pages", &theory.pages)
            .text("publisher", &theory.publisher)
            .text("place", &theory.place)
            .text("doi", &theory.doi)
            .text("url", &theory.url)
            .with("accessed_on", &theory.accessed_on)
            .text("key_idea", &theory.key_idea)
            .text("quotation", &theory.quotation)
            .text("quotation_page", &theory.quotation_page)
            .text("module", &theory.module)
            .with("tags", &theory.tags)
            .with("criteria", &theory.criteria)
            .with("evidence_id", &theory.evidence_id)
            .with("created_at", &theory.created_at)
            .with("changed_at", &theory.changed_at)
            .with("deleted_at", &theory.deleted_at)
            .run(self.db, include_str!("put.sql"))?;
        self.changed(Tag::Theory);
        self.find_anew(Found::Theory, theory.id.as_str());
        Ok(())
    }

    /// Adds a link, or replaces the one with the same id.
    ///
    /// # Errors
    /// [`Error::Refused`](crate::Error::Refused) if the account or the work is not there.
    pub fn save_theory_link(&self, link: &TheoryLink) -> Result<()> {
        Fields::of("theory_link")
            .with("theory_link_id", &link.id)
            .with("reflection_id", &link.reflection_id)
            .with("theory_id", &link.theory_id)
            .with("relation", &link.relation)
            .text("rationale", &link.rationale)
            .text("passage", &link.passage)
            .with("deleted_at", &link.deleted_at)
            .run(self.db, include_str!("put_link.sql"))?;
        self.changed(Tag::Links);
        Ok(())
    }
}

fn theory(row: &Row<'_>) -> rusqlite::Result<Theory> {
    Ok(Theory {
        id: row.column("theory_id")?,
        cite_key: row.column("cite_key")?,
        kind: row.column("kind")?,
        authors: row.column("authors")?,
        corporate_author: row.column("corporate_author")?,
        year: row.column("year")?,
        title: row.column("title")?,
        container: row.column("container")?,
        container_short: row.column("container_short")?,
        editors: row.column("editors")?,
        edition: row.column("edition")?,
        volume: row.column("volume")?,
        issue: row.column("issue")?,
        pages: row.column("pages")?,
        publisher: row.column("publisher")?,
        place: row.column("place")?,
        doi: row.column("doi")?,
        url: row.column("url")?,
        accessed_on: row.column("accessed_on")?,
        key_idea: row.column("key_idea")?,
        quotation: row.column("quotation")?,
        quotation_page: row.column("quotation_page")?,
        module: row.column("module")?,
        tags: row.column("tags")?,
        criteria: row.column("criteria")?,
        evidence_id: row.column("evidence_id")?,
        created_at: row.column("created_at")?,
        changed_at: row.column("changed_at")?,
        deleted_at: row.column("deleted_at")?,
    })
}

fn theory_link(row: &Row<'_>) -> rusqlite::Result<TheoryLink> {
    Ok(TheoryLink {
        id: row.column("theory_link_id")?,
        reflection_id: row.column("reflection_id")?,
        theory_id: row.column("theory_id")?,
        relation: row.column("relation")?,
        rationale: row.column("rationale")?,
        passage: row.column("passage")?,
        deleted_at: row.column("deleted_at")?,
    })
}
