//! The fields of one row, and the hash that is kept beside them.

use crate::column::Column;
use crate::error::{Error, Result};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Row, ToSql};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// Columns that are not a person's work and therefore not part of the hash.
const BESIDE: [&str; 2] = ["seq", "content_hash"];

/// The columns of one row of a table, without its number and its hash.
///
/// The hash is taken over what was meant to be written, and compared later with what can be read: so
/// it notices a fault in between, not only on the disk.
pub(crate) struct Fields {
    table: Cow<'static, str>,
    values: Vec<(Cow<'static, str>, Value)>,
}

impl Fields {
    /// Begins a row of `table`.
    pub fn of(table: &'static str) -> Self {
        Self {
            table: Cow::Borrowed(table),
            values: Vec::new(),
        }
    }

    /// Adds the column `name`.
    pub fn with(mut self, name: &'static str, value: &impl Column) -> Self {
        self.values.push((Cow::Borrowed(name), value.store()));
        self
    }

    /// Adds the column `name`, which is text.
    pub fn text(mut self, name: &'static str, value: &str) -> Self {
        self.values
            .push((Cow::Borrowed(name), Value::Text(value.to_owned())));
        self
    }

    /// Adds the column `name`, which is the place in a list.
    pub fn position(self, index: usize) -> Self {
        self.with("position", &index)
    }

    /// Replaces the column `name`.
    pub fn replace(&mut self, name: &str, value: Value) {
        for (column, stored) in &mut self.values {
            if column == name {
                *stored = value;
                return;
            }
        }
    }

    /// Leaves the column `name` out.
    pub fn remove(&mut self, name: &str) {
        self.values.retain(|(column, _)| column != name);
    }

    /// Reads a row of `table` that was selected with all of its columns.
    pub fn read(table: &str, row: &Row<'_>) -> rusqlite::Result<Self> {
        let statement = row.as_ref();
        let mut values = Vec::new();
        for index in 0..statement.column_count() {
            let name = statement.column_name(index)?;
            if !BESIDE.contains(&name) {
                values.push((Cow::Owned(name.to_owned()), value(row.get_ref(index)?)));
            }
        }
        Ok(Self {
            table: Cow::Owned(table.to_owned()),
            values,
        })
    }

    /// The hash of these fields.
    ///
    /// Each part is preceded by its length, so that no two rows have the same bytes; columns are
    /// taken by name, so that their order in a statement does not matter.
    pub fn hash(&self) -> [u8; 32] {
        let mut columns: Vec<_> = self.values.iter().collect();
        columns.sort_by(|a, b| a.0.cmp(&b.0));
        let mut hasher = Sha256::new();
        let mut part = |tag: u8, bytes: &[u8]| {
            hasher.update([tag]);
            hasher.update((bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        };
        part(b't', self.table.as_bytes());
        for (name, value) in columns {
            part(b'c', name.as_bytes());
            match value {
                Value::Null => part(0, &[]),
                Value::Integer(number) => part(1, &number.to_le_bytes()),
                Value::Real(number) => part(2, &number.to_bits().to_le_bytes()),
                Value::Text(text) => part(3, text.as_bytes()),
                Value::Blob(bytes) => part(4, bytes),
            }
        }
        hasher.finalize().into()
    }

    /// Runs `statement` with every field bound to the parameter of its name, and the hash to
    /// `:content_hash`.
    pub fn run(self, db: &rusqlite::Connection, statement: &str) -> Result<usize> {
        let hash = Value::Blob(self.hash().to_vec());
        let names: Vec<String> = self
            .values
            .iter()
            .map(|(name, _)| format!(":{name}"))
            .collect();
        let mut parameters: Vec<(&str, &dyn ToSql)> = vec![(":content_hash", &hash)];
        for (name, (_, value)) in names.iter().zip(&self.values) {
            parameters.push((name, value));
        }
        Ok(db
            .prepare_cached(statement)?
            .execute(parameters.as_slice())?)
    }

    /// Refuses a row whose hash is not the one that is stored with it, so that a change of one column
    /// does not declare damage in another one sound.
    pub fn must_match(&self, row: &Row<'_>) -> Result<()> {
        let stored: Vec<u8> = row.get("content_hash")?;
        if stored == self.hash() {
            Ok(())
        } else {
            Err(Error::Corrupt(format!(
                "a row of {} is not as it was written",
                self.table
            )))
        }
    }
}

/// The value as it stands. Damage can leave text that is no longer text; it is taken as bytes, so that
/// it differs from everything that was ever written.
fn value(stored: ValueRef<'_>) -> Value {
    match stored {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Value::Text(text.to_owned()),
            Err(_) => Value::Blob(bytes.to_vec()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(first: &str, second: &str) -> Fields {
        Fields::of("theory")
            .text("title", first)
            .text("year", second)
    }

    #[test]
    fn the_order_of_columns_does_not_matter() {
        let other = Fields::of("theory")
            .text("year", "1984")
            .text("title", "Novice");
        assert_eq!(row("Novice", "1984").hash(), other.hash());
    }

    #[test]
    fn text_that_moves_to_the_next_column_is_noticed() {
        assert_ne!(row("ab", "c").hash(), row("a", "bc").hash());
        assert_ne!(row("", "abc").hash(), row("abc", "").hash());
    }

    #[test]
    fn a_row_of_another_table_is_not_the_same_row() {
        let other = Fields::of("activity").text("title", "a").text("year", "b");
        assert_ne!(row("a", "b").hash(), other.hash());
    }

    #[test]
    fn nothing_is_not_the_empty_text() {
        let nothing = Fields::of("theory")
            .with("title", &None::<String>)
            .text("year", "");
        assert_ne!(row("", "").hash(), nothing.hash());
    }
}
