//! Files kept as evidence. Their bytes lie in the portfolio too, once for each content, and are written
//! in the same transaction as their row: there is never one without the other.

use crate::column::Columns;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::fingerprint::hex;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::evidence::Evidence;
use aftershift_domain::id::{ActivityId, EvidenceId};
use rusqlite::{OptionalExtension, Row, named_params};
use sha2::{Digest, Sha256};

/// The largest file that can be kept. A photograph or a scanned form has a fifth of it; films belong
/// elsewhere, because every copy of the portfolio would carry them.
pub const LARGEST_FILE: u64 = 25 << 20;

impl Reader<'_> {
    /// The files that are not in the bin, in the order in which they were added.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn evidence_list(&self) -> Result<Vec<Evidence>> {
        let mut files = self.all_evidence()?;
        files.retain(|file| file.deleted_at.is_none());
        Ok(files)
    }

    /// Every file, the bin included.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_evidence(&self) -> Result<Vec<Evidence>> {
        let mut statement = self.db.prepare_cached(include_str!("all.sql"))?;
        let rows = statement.query_map([], evidence)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The file with the id `id`, even if it is in the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn evidence(&self, id: &EvidenceId) -> Result<Option<Evidence>> {
        let mut statement = self.db.prepare_cached(include_str!("by_id.sql"))?;
        Ok(statement.query_one([id.as_str()], evidence).optional()?)
    }

    /// The files that belong to an activity, in the order in which they were linked, without those in
    /// the bin.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn evidence_of(&self, activity: &ActivityId) -> Result<Vec<Evidence>> {
        let mut statement = self.db.prepare_cached(include_str!("of_activity.sql"))?;
        let rows = statement.query_map([activity.as_str()], evidence)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The bytes of the file with the id `id`.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn evidence_bytes(&self, id: &EvidenceId) -> Result<Option<Vec<u8>>> {
        let mut statement = self.db.prepare_cached(include_str!("bytes.sql"))?;
        Ok(statement
            .query_one([id.as_str()], |row| row.get("bytes"))
            .optional()?)
    }
}

impl Writer<'_> {
    /// Adds a file. Its length and hash are taken from `bytes`, whatever `evidence` says of them, and
    /// what was stored is returned.
    ///
    /// # Errors
    /// [`Error::TooLarge`] for more than [`LARGEST_FILE`].
    pub fn add_evidence(&self, evidence: &Evidence, bytes: &[u8]) -> Result<Evidence> {
        let size = bytes.len() as u64;
        if size > LARGEST_FILE {
            return Err(Error::TooLarge {
                size,
                limit: LARGEST_FILE,
            });
        }
        let hash = Sha256::digest(bytes);
        let stored = Evidence {
            sha256: hex(&hash),
            size,
            ..evidence.clone()
        };
        self.db
            .prepare_cached(include_str!("put_attachment.sql"))?
            .execute(named_params! {
                ":sha256": stored.sha256,
                ":bytes": bytes,
                ":content_hash": hash.as_slice(),
            })?;
        self.save_evidence(&stored)?;
        Ok(stored)
    }

    /// Adds a file whose description comes from elsewhere, and is not believed.
    pub(crate) fn restore_evidence(&self, evidence: &Evidence, bytes: &[u8]) -> Result<()> {
        if self.add_evidence(evidence, bytes)? == *evidence {
            Ok(())
        } else {
            let id = &evidence.id;
            Err(Error::Refused(format!(
                "the bytes of the file {id} are not those it describes"
            )))
        }
    }

    /// Changes what is said of a file. Its bytes stay.
    ///
    /// # Errors
    /// [`Error::Refused`] if there are no bytes with its hash.
    pub fn save_evidence(&self, evidence: &Evidence) -> Result<()> {
        Fields::of("evidence")
            .with("evidence_id", &evidence.id)
            .text("file_name", &evidence.file_name)
            .with("kind", &evidence.kind)
            .text("alternative_text", &evidence.alternative_text)
            .text("description", &evidence.description)
            .text("media_type", &evidence.media_type)
            .text("sha256", &evidence.sha256)
            .with("size", &evidence.size)
            .with("created_at", &evidence.created_at)
            .with("deleted_at", &evidence.deleted_at)
            .run(self.db, include_str!("put.sql"))?;
        self.changed(Tag::Evidence);
        Ok(())
    }
}

fn evidence(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    Ok(Evidence {
        id: row.column("evidence_id")?,
        file_name: row.column("file_name")?,
        kind: row.column("kind")?,
        alternative_text: row.column("alternative_text")?,
        description: row.column("description")?,
        media_type: row.column("media_type")?,
        sha256: row.column("sha256")?,
        size: row.column("size")?,
        created_at: row.column("created_at")?,
        deleted_at: row.column("deleted_at")?,
    })
}
