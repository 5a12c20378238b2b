//! Finds damage: everything that is not as it was written.
//!
//! SQLite's own check looks at the structure of the file. It called 768 of 10,000 damaged files sound
//! whose texts had changed, which is why every row carries a hash.

use crate::error::{Error, Result};
use crate::fingerprint::hex;
use crate::{Store, rows, search};
use rusqlite::Connection;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What kind of thing is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// The file as such.
    File,
    /// A row whose content changed.
    Row,
    /// A reference to something that is not there.
    Reference,
    /// The bytes of a file kept as evidence.
    Attachment,
    /// The search index. Nothing that a person wrote is lost: it can be [rebuilt](Store::rebuild_search).
    Search,
}

/// One thing that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Damage {
    /// What kind of thing it is.
    pub place: Place,
    /// The table it stands in; empty where there is none.
    pub table: String,
    /// Its id, or the number of its row.
    pub id: Option<String>,
    /// What is wrong, as the end of a sentence.
    pub detail: String,
}

impl Store {
    /// Everything that is damaged; empty if all is as it was written.
    ///
    /// # Errors
    /// If the check could not be carried out. Damage is not an error.
    pub fn check(&self) -> Result<Vec<Damage>> {
        let mut found = check(&self.db)?;
        found.extend(self.cut_off()?);
        Ok(found)
    }

    /// Whether the file ends before its last page does, as a copy that was made halfway would. SQLite
    /// reads what is missing of a page as nothing.
    fn cut_off(&self) -> Result<Option<Damage>> {
        let Some(path) = self.path() else {
            return Ok(None);
        };
        let pages = self.pages("page_count")?;
        let size = self.pages("page_size")?;
        let length = std::fs::metadata(path)
            .map_err(|e| Error::io("read", path, e))?
            .len();
        Ok((length < pages * size).then(|| Damage {
            place: Place::File,
            table: String::new(),
            id: None,
            detail: format!("{} bytes are missing at the end", pages * size - length),
        }))
    }

    fn pages(&self, pragma: &str) -> Result<u64> {
        let number: u32 = self.db.pragma_query_value(None, pragma, |row| row.get(0))?;
        Ok(number.into())
    }
}

pub(crate) fn check(db: &Connection) -> Result<Vec<Damage>> {
    let mut found = structure(db)?;
    if found.iter().any(|damage| damage.place == Place::File) {
        // What the other checks say of a broken tree of pages is noise, except for the rows.
        found.extend(rows::altered(db)?);
        return Ok(found);
    }
    found.extend(rows::broken_references(db)?);
    found.extend(rows::altered(db)?);
    found.extend(attachments(db)?);
    found.extend(search::faults(db)?);
    Ok(found)
}

fn structure(db: &Connection) -> Result<Vec<Damage>> {
    let file = |detail| Damage {
        place: Place::File,
        table: String::new(),
        id: None,
        detail,
    };
    let mut statement = db.prepare("pragma quick_check")?;
    let messages = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for message in messages {
        match message.map_err(Error::from) {
            Ok(message) if message == "ok" => {}
            // The index checks itself, and is reported as what it is.
            Ok(message) if message.contains("fts5") => found.push(search::damage(message)),
            Ok(message) | Err(Error::Corrupt(message)) => found.push(file(message)),
            Err(other) => return Err(other),
        }
    }
    Ok(found)
}

fn attachments(db: &Connection) -> Result<Vec<Damage>> {
    let mut statement = db.prepare("select sha256, bytes from attachment order by seq")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let sha256: String = row.get("sha256")?;
        let bytes = row.get_ref("bytes")?;
        if hex(&Sha256::digest(bytes.as_blob().unwrap_or_default())) != sha256 {
            found.push(Damage {
                place: Place::Attachment,
                table: "attachment".to_owned(),
                id: Some(sha256),
                detail: "the bytes are not those that were added".to_owned(),
            });
        }
    }
    Ok(found)
}
