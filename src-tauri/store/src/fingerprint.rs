//! Whether the structure of a database is the one its format number promises.

use crate::error::Result;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// SHA-256, in lower-case hexadecimal, of every table, index, view and trigger, sorted.
///
/// A trigger that somebody smuggled in passes every check of SQLite's own and deletes rows at the next
/// save; here it shows. Left out are the tables that SQLite makes for itself (statistics, counters,
/// those behind the search index): their definitions belong to its version, not to ours.
pub(crate) fn fingerprint(db: &Connection) -> Result<String> {
    let mut statement = db.prepare(include_str!("fingerprint.sql"))?;
    let mut rows = statement.query([])?;
    let mut hasher = Sha256::new();
    while let Some(row) = rows.next()? {
        for name in ["type", "name", "tbl_name", "sql"] {
            let text: String = row.get(name)?;
            hasher.update((text.len() as u64).to_le_bytes());
            hasher.update(text);
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// `bytes` in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
