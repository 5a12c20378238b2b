//! The bin: what was deleted stays where it is, marked with the moment, until it is taken back.

use crate::column::{Column, Columns};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::search::Found;
use crate::transaction::{Reader, Tag, Writer};
use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

/// A kind of thing that can be in the bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ItemKind {
    /// A reflection.
    Reflection,
    /// An activity.
    Activity,
    /// A work of theory.
    Theory,
    /// A link from a reflection to a work of theory.
    TheoryLink,
    /// An evidence file.
    Evidence,
    /// A planned opportunity.
    Opportunity,
    /// An action.
    Action,
    /// A piece of feedback.
    Feedback,
    /// A person's own model.
    OwnModel,
}

/// Something in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binned {
    /// What it is.
    pub kind: ItemKind,
    /// Its id.
    pub id: String,
    /// Its title, file name, or text; for a link, its sentence. May be empty.
    pub title: String,
    /// When it was moved there.
    pub deleted_at: DateTime<Utc>,
}

/// What the bin has to know of a kind.
struct Home {
    table: &'static str,
    select: &'static str,
    update: &'static str,
    tag: Tag,
    found: Option<Found>,
}

macro_rules! home {
    ($table:literal, $tag:expr, $found:expr) => {
        Home {
            table: $table,
            select: concat!("select * from ", $table, " where ", $table, "_id = ?1"),
            update: concat!(
                "update ",
                $table,
                " set deleted_at = :deleted_at, content_hash = :content_hash ",
                "where ",
                $table,
                "_id = :id",
            ),
            tag: $tag,
            found: $found,
        }
    };
}

impl ItemKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Reflection,
        Self::Activity,
        Self::Theory,
        Self::TheoryLink,
        Self::Evidence,
        Self::Opportunity,
        Self::Action,
        Self::Feedback,
        Self::OwnModel,
    ];

    fn home(self) -> Home {
        match self {
            Self::Reflection => home!("reflection", Tag::Reflections, Some(Found::Reflection)),
            Self::Activity => home!("activity", Tag::Activities, Some(Found::Activity)),
            Self::Theory => home!("theory", Tag::Theory, Some(Found::Theory)),
            Self::TheoryLink => home!("theory_link", Tag::Links, None),
            Self::Evidence => home!("evidence", Tag::Evidence, None),
            Self::Opportunity => home!("opportunity", Tag::Plan, None),
            Self::Action => home!("action", Tag::Plan, None),
            Self::Feedback => home!("feedback", Tag::Plan, None),
            Self::OwnModel => home!("own_model", Tag::Reflections, None),
        }
    }
}

impl Reader<'_> {
    /// Everything in the bin, latest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn bin(&self) -> Result<Vec<Binned>> {
        let mut statement = self.db.prepare_cached(include_str!("list.sql"))?;
        let rows = statement.query_map([], |row| {
            let kind: String = row.get("kind")?;
            let kind = ItemKind::ALL
                .into_iter()
                .find(|known| known.home().table == kind);
            Ok(Binned {
                kind: kind.ok_or(rusqlite::Error::InvalidQuery)?,
                id: row.get("id")?,
                title: row.get("title")?,
                deleted_at: row.column("deleted_at")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Moves something to the bin at the instant `at`. Links to it stay, and count again when it is
    /// taken back.
    ///
    /// # Errors
    /// [`Error::NoSuch`] if it is not there; [`Error::Corrupt`] if its row is damaged.
    pub fn move_to_bin(&self, kind: ItemKind, id: &str, at: DateTime<Utc>) -> Result<()> {
        self.mark(kind, id, Some(at))
    }

    /// Takes something back from the bin.
    ///
    /// # Errors
    /// [`Error::NoSuch`] if it is not there; [`Error::Corrupt`] if its row is damaged.
    pub fn restore_from_bin(&self, kind: ItemKind, id: &str) -> Result<()> {
        self.mark(kind, id, None)
    }

    fn mark(&self, kind: ItemKind, id: &str, deleted_at: Option<DateTime<Utc>>) -> Result<()> {
        let home = kind.home();
        let mut select = self.db.prepare_cached(home.select)?;
        let fields = select
            .query_one([id], |row| {
                let fields = Fields::read(home.table, row)?;
                Ok(fields.must_match(row).map(|()| fields))
            })
            .optional()?
            .ok_or_else(|| Error::NoSuch {
                kind: home.table,
                id: id.to_owned(),
            })?;
        let mut fields = fields?;
        fields.replace("deleted_at", deleted_at.store());
        let hash = Value::Blob(fields.hash().to_vec());
        self.db
            .prepare_cached(home.update)?
            .execute(rusqlite::named_params! {
                ":deleted_at": deleted_at.store(), ":content_hash": hash, ":id": id,
            })?;
        self.changed(home.tag);
        self.changed(Tag::Bin);
        // Links to it appear and disappear with it.
        self.changed(Tag::Links);
        if let Some(found) = home.found {
            self.find_anew(found, id);
        }
        Ok(())
    }
}
