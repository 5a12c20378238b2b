//! What was typed into forms that were not sent off.

use crate::column::{Column, Columns};
use crate::error::Result;
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::unfinished::{Form, Unfinished};
use rusqlite::{OptionalExtension, Row, named_params};

impl Reader<'_> {
    /// What was typed into `form` about the thing with the id `about`, or about a new one.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn unfinished(&self, form: Form, about: Option<&str>) -> Result<Option<Unfinished>> {
        let mut statement = self.db.prepare_cached(include_str!("of_form.sql"))?;
        let which = named_params! { ":form": form.store(), ":about": about.unwrap_or_default() };
        Ok(statement.query_one(which, unfinished).optional()?)
    }

    /// What was typed into any form, in the order in which the forms were begun.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_unfinished(&self) -> Result<Vec<Unfinished>> {
        let mut statement = self.db.prepare_cached(include_str!("all.sql"))?;
        let rows = statement.query_map([], unfinished)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Keeps what stands in a form, in place of what stood there before.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_unfinished(&self, unfinished: &Unfinished) -> Result<()> {
        Fields::of("unfinished")
            .with("form", &unfinished.form)
            .text("about", unfinished.about.as_deref().unwrap_or_default())
            .with("fields", &unfinished.fields)
            .with("changed_at", &unfinished.changed_at)
            .run(self.db, include_str!("put.sql"))?;
        self.changed(Tag::Unfinished);
        Ok(())
    }

    /// Forgets what stands in a form: it was sent off, emptied or discarded.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_unfinished(&self, form: Form, about: Option<&str>) -> Result<()> {
        let gone = self
            .db
            .prepare_cached("delete from unfinished where form = ?1 and about = ?2")?
            .execute((form.store(), about.unwrap_or_default()))?;
        if gone > 0 {
            self.changed(Tag::Unfinished);
        }
        Ok(())
    }
}

fn unfinished(row: &Row<'_>) -> rusqlite::Result<Unfinished> {
    let about: String = row.column("about")?;
    Ok(Unfinished {
        form: row.column("form")?,
        about: Some(about).filter(|id| !id.is_empty()),
        fields: row.column("fields")?,
        changed_at: row.column("changed_at")?,
    })
}
