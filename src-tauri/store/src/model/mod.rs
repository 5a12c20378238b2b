//! A person's own reflection models.

use crate::column::Columns;
use crate::error::Result;
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::id::OwnModelId;
use aftershift_domain::reflection::OwnModel;
use rusqlite::{OptionalExtension, Row};

impl Reader<'_> {
    /// The person's own models that are not in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn own_models(&self) -> Result<Vec<OwnModel>> {
        let mut models = self.all_own_models()?;
        models.retain(|model| model.deleted_at.is_none());
        Ok(models)
    }

    /// Every one of them, the bin included.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_own_models(&self) -> Result<Vec<OwnModel>> {
        let mut statement = self.db.prepare_cached(include_str!("all.sql"))?;
        let rows = statement.query_map([], own_model)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The model with the id `id`, even if it is in the bin: accounts that use it stay readable.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn own_model(&self, id: &OwnModelId) -> Result<Option<OwnModel>> {
        let mut statement = self.db.prepare_cached(include_str!("by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], own_model).optional()?)
    }
}

impl Writer<'_> {
    /// Adds a model, or replaces the one with the same id.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_own_model(&self, model: &OwnModel) -> Result<()> {
        Fields::of("own_model")
            .with("own_model_id", &model.id)
            .text("name", &model.name)
            .text("reference", &model.reference)
            .with("stages", &model.stages)
            .with("deleted_at", &model.deleted_at)
            .run(self.db, include_str!("put.sql"))?;
        self.changed(Tag::Reflections);
        Ok(())
    }
}

fn own_model(row: &Row<'_>) -> rusqlite::Result<OwnModel> {
    Ok(OwnModel {
        id: row.column("own_model_id")?,
        name: row.column("name")?,
        reference: row.column("reference")?,
        stages: row.column("stages")?,
        deleted_at: row.column("deleted_at")?,
    })
}
