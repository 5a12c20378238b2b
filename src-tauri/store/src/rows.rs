//! What can be said of rows without knowing what they mean: whether they are as they were written, and
//! whether what they refer to is there.

use crate::check::{Damage, Place};
use crate::error::{Error, Result};
use crate::fields::Fields;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// Tables whose rows carry a hash over all of their columns. Read from the structure, so that it holds
/// for every format.
fn hashed_tables(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare(include_str!("hashed_tables.sql"))?;
    let names = statement.query_map([], |row| row.get("name"))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Every row whose columns do not give the hash that is stored with them.
pub(crate) fn altered(db: &Connection) -> Result<Vec<Damage>> {
    let mut found = Vec::new();
    for table in hashed_tables(db)? {
        match altered_in(db, &table, &mut found) {
            // The rest of the table cannot be reached, but the other tables can.
            Err(Error::Corrupt(detail)) => {
                found.push(Damage {
                    place: Place::File,
                    table,
                    id: None,
                    detail,
                });
            }
            other => other?,
        }
    }
    Ok(found)
}

fn altered_in(db: &Connection, table: &str, found: &mut Vec<Damage>) -> Result<()> {
    let mut statement = db.prepare(&format!("select rowid as row_number, * from {table}"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (_, fields) = numbered(table, row)?;
        if row.get_ref("content_hash")?.as_blob().ok() != Some(&fields.hash()) {
            found.push(Damage {
                place: Place::Row,
                table: table.to_owned(),
                id: Some(label(table, row)?),
                detail: "what is stored is not what was written".to_owned(),
            });
        }
    }
    Ok(())
}

/// Every reference to something that is not there.
pub(crate) fn broken_references(db: &Connection) -> Result<Vec<Damage>> {
    let mut statement = db.prepare("pragma foreign_key_check")?;
    let found = statement.query_map([], |row| {
        let (table, parent): (String, String) = (row.get("table")?, row.get("parent")?);
        let number: Option<i64> = row.get("rowid")?;
        Ok(Damage {
            place: Place::Reference,
            detail: format!("refers to a {parent} that is not there"),
            id: number.map(|number| number.to_string()),
            table,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Takes the hash of every row again.
pub(crate) fn hash_again(db: &Connection) -> Result<()> {
    for table in hashed_tables(db)? {
        let mut hashes = Vec::new();
        let mut statement = db.prepare(&format!("select rowid as row_number, * from {table}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (number, fields) = numbered(&table, row)?;
            hashes.push((number, fields.hash()));
        }
        let mut update = db.prepare(&format!(
            "update {table} set content_hash = ?2 where rowid = ?1"
        ))?;
        for (number, hash) in hashes {
            update.execute((number, hash))?;
        }
    }
    Ok(())
}

fn numbered(table: &str, row: &Row<'_>) -> rusqlite::Result<(i64, Fields)> {
    let mut fields = Fields::read(table, row)?;
    fields.remove("row_number");
    Ok((row.get("row_number")?, fields))
}

/// How a damaged row is called: its id where it has one, else its number.
fn label(table: &str, row: &Row<'_>) -> rusqlite::Result<String> {
    let id = row.as_ref().column_index(&format!("{table}_id"));
    match id.and_then(|index| row.get_ref(index)) {
        Ok(ValueRef::Text(text)) => Ok(String::from_utf8_lossy(text).into_owned()),
        _ => row
            .get::<_, i64>("row_number")
            .map(|number| number.to_string()),
    }
}
