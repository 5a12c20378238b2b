//! Finding text in accounts, activities and works.
//!
//! `search_text` has one row for each of them that is not in the bin, and the full-text index follows
//! it by triggers. A [`Writer`] refreshes the rows of what it touched once, when its work is done: an
//! account is spread over several rows, and indexing it again for each of them would cost as many times
//! as much.

mod query;

pub(crate) use query::terms;

use crate::Store;
use crate::check::{Damage, Place};
use crate::column::Column;
use crate::deleted::ItemKind;
use crate::error::{Error, Result};
use crate::transaction::{Reader, Tag, Writer};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::BTreeSet;

/// A kind of thing that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Found {
    /// An account, by its title and texts.
    Reflection,
    /// An activity, by its title and texts.
    Activity,
    /// A work, by its title, authors, year and texts.
    Theory,
}

impl Found {
    const ALL: [Self; 3] = [Self::Reflection, Self::Activity, Self::Theory];

    fn code(self) -> &'static str {
        match self {
            Self::Reflection => "reflection",
            Self::Activity => "activity",
            Self::Theory => "theory",
        }
    }

    fn from_code(code: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|found| found.code() == code)
            .ok_or_else(|| Error::Corrupt(format!("{code} cannot be searched for")))
    }

    fn statement(self) -> &'static str {
        match self {
            Self::Reflection => include_str!("reflection.sql"),
            Self::Activity => include_str!("activity.sql"),
            Self::Theory => include_str!("theory.sql"),
        }
    }

    fn kind(self) -> ItemKind {
        match self {
            Self::Reflection => ItemKind::Reflection,
            Self::Activity => ItemKind::Activity,
            Self::Theory => ItemKind::Theory,
        }
    }
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// The text.
    pub text: String,
    /// Whether it is what was searched for.
    pub marked: bool,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is: a reflection, an activity or a work.
    pub kind: ItemKind,
    /// Its id.
    pub id: String,
    /// Its title; may be empty.
    pub title: String,
    /// The passage that fits best, with what was found marked.
    pub snippet: Vec<Fragment>,
}

impl Reader<'_> {
    /// What contains every word of `text`, the best first: at most `limit` things. Words match in
    /// every inflection and with or without accents, the last one also as a beginning; words in
    /// quotation marks must follow each other. Nothing that a person types is an error.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>> {
        let Some(query) = terms(text) else {
            return Ok(Vec::new());
        };
        let mut statement = self.db.prepare_cached(include_str!("hits.sql"))?;
        let mut rows = statement.query(named_params! { ":query": query, ":limit": limit })?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, snippet): (String, String) = (row.get("kind")?, row.get("snippet")?);
            hits.push(Hit {
                kind: Found::from_code(&kind)?.kind(),
                id: row.get("item_id")?,
                title: row.get("title")?,
                snippet: query::fragments(&snippet),
            });
        }
        Ok(hits)
    }
}

impl Store {
    /// Throws the search index away and makes it anew from what was written: the cure for damage of
    /// [`Place::Search`].
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn rebuild_search(&mut self) -> Result<()> {
        // Without the triggers: they would ask a damaged index to forget what it may never have known.
        self.db
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        let outcome = self.write(|writer| {
            writer.changed(Tag::Search);
            let everything = everything(writer.db)?;
            for (found, id) in &everything {
                put(writer.db, *found, id)?;
            }
            remove_others(writer.db, &everything)?;
            Ok(writer
                .db
                .execute_batch("insert into search (search) values ('rebuild')")?)
        });
        self.db
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true)?;
        outcome.map(|_| ())
    }
}

/// Brings the row by which an item is found up to date.
pub(crate) fn refresh(writer: &Writer<'_>, found: Found, id: &str) -> Result<()> {
    put(writer.db, found, id)
}

fn put(db: &Connection, found: Found, id: &str) -> Result<()> {
    match text_of(db, found, id)? {
        Some((title, body)) => {
            let words = body.split_whitespace().count().store();
            db.prepare_cached(include_str!("put.sql"))?.execute(named_params! {
                ":kind": found.code(), ":id": id, ":title": title, ":body": body, ":words": words,
            })?;
        }
        None => {
            db.prepare_cached("delete from search_text where kind = ?1 and item_id = ?2")?
                .execute([found.code(), id])?;
        }
    }
    Ok(())
}

/// Title and text by which an item should be found; nothing if it is in the bin or not there.
fn text_of(db: &Connection, found: Found, id: &str) -> Result<Option<(String, String)>> {
    let mut statement = db.prepare_cached(found.statement())?;
    Ok(statement
        .query_one([id], |row| Ok((row.get("title")?, row.get("body")?)))
        .optional()?)
}

fn everything(db: &Connection) -> Result<BTreeSet<(Found, String)>> {
    let mut statement = db.prepare_cached(include_str!("everything.sql"))?;
    let rows = statement.query_map([], |row| Ok((row.get("kind")?, row.get("id")?)))?;
    rows.map(|row| {
        let (kind, id): (String, String) = row?;
        Ok((Found::from_code(&kind)?, id))
    })
    .collect()
}

fn indexed(db: &Connection) -> Result<Vec<(String, String, String, String)>> {
    let mut statement = db.prepare_cached("select kind, item_id, title, body from search_text")?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get("kind")?,
            row.get("item_id")?,
            row.get("title")?,
            row.get("body")?,
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn remove_others(db: &Connection, everything: &BTreeSet<(Found, String)>) -> Result<()> {
    for (kind, id, ..) in indexed(db)? {
        let known = Found::from_code(&kind).is_ok_and(|f| everything.contains(&(f, id.clone())));
        if !known {
            db.execute(
                "delete from search_text where kind = ?1 and item_id = ?2",
                [&kind, &id],
            )?;
        }
    }
    Ok(())
}

pub(crate) fn damage(detail: String) -> Damage {
    Damage {
        place: Place::Search,
        table: "search".to_owned(),
        id: None,
        detail,
    }
}

/// Everything about the index that does not fit what was written.
pub(crate) fn faults(db: &Connection) -> Result<Vec<Damage>> {
    let mut found = Vec::new();
    // The second value asks for a comparison with the texts, not only of the index with itself.
    let check = "insert into search (search, rank) values ('integrity-check', 1)";
    match db.execute_batch(check).map_err(Error::from) {
        Err(Error::Corrupt(detail)) => found.push(damage(detail)),
        other => other?,
    }
    match stale(db) {
        Ok(stale) => found.extend(stale.into_iter().map(|id| Damage {
            id: Some(id),
            ..damage("cannot be found by what it says".to_owned())
        })),
        Err(Error::Corrupt(detail)) => found.push(damage(detail)),
        Err(other) => return Err(other),
    }
    Ok(found)
}

/// The ids of things that are found by other words than theirs, or not at all, or though they are not
/// there.
fn stale(db: &Connection) -> Result<BTreeSet<String>> {
    let mut missing = everything(db)?;
    let mut stale = BTreeSet::new();
    for (kind, id, title, body) in indexed(db)? {
        let found = Found::from_code(&kind)?;
        if text_of(db, found, &id)? != Some((title, body)) {
            stale.insert(id.clone());
        }
        missing.remove(&(found, id));
    }
    stale.extend(missing.into_iter().map(|(_, id)| id));
    Ok(stale)
}
