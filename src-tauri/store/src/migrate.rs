//! Brings a file to the newest format, forwards only, all or nothing.

use crate::error::{Error, Result};
use crate::fingerprint::fingerprint;
use crate::header::APPLICATION_ID;
use crate::rows;
use crate::transaction::Transaction;
use rusqlite::Connection;

/// One step from a format to the next. A step that was released never changes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    /// The statements.
    pub sql: &'static str,
    /// The [fingerprint] of the structure they lead to.
    pub fingerprint: &'static str,
}

/// Every step, the first of which makes an empty file into a portfolio. A file's format is the number
/// of steps it has taken, kept as `user_version`.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        sql: include_str!("../migrations/0001_create.sql"),
        fingerprint: "51a788b37e91dd062be9e476544b4f00b78a8ae004b146834444218fcb691c19",
    },
    Migration {
        sql: include_str!("../migrations/0002_keep_what_is_typed.sql"),
        fingerprint: "75c24b6a1ca759fcbacaee9a07c92b456e36269d5fb48d01fd05242c3f900094",
    },
    Migration {
        sql: include_str!("../migrations/0003_disagreement.sql"),
        fingerprint: "817871144b1ce50bb609cccef2a2038604fc7ef679dd21e0ed042500eb78f96f",
    },
    Migration {
        sql: include_str!("../migrations/0004_log.sql"),
        fingerprint: "b3c15103052fbb6f3597620d53a6c105e506e8debc095a4d086f878ff8493723",
    },
    Migration {
        sql: include_str!("../migrations/0005_library.sql"),
        fingerprint: "dcf953f9debfbe83a3f5f8bb878b6a1310c67a48737ce69f4f57f85e2145ee03",
    },
];

/// The newest of `steps`.
pub(crate) fn newest(steps: &[Migration]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

/// The format of the file.
pub(crate) fn version(db: &Connection) -> Result<u32> {
    Ok(db.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Takes every step that the file has not taken yet. `keep_copy` is called before anything changes,
/// with the format of the file, unless the file is new.
///
/// # Errors
/// [`Error::TooNew`] for a file with more steps than there are; [`Error::SchemaChanged`] if its
/// structure is not what its format promises; whatever `keep_copy` or a step reports. In each case the
/// file is as it was.
pub(crate) fn migrate(
    db: &mut Connection,
    steps: &[Migration],
    keep_copy: impl FnOnce(&Connection, u32) -> Result<()>,
) -> Result<()> {
    let (found, known) = (version(db)?, newest(steps));
    if found > known {
        return Err(Error::TooNew { found, known });
    }
    expect_structure(db, steps, found)?;
    if found == known {
        return Ok(());
    }
    if found > 0 {
        keep_copy(db, found)?;
    }
    // A step may have to make a table anew under the name it had; what refers to it is checked below.
    db.pragma_update(None, "foreign_keys", false)?;
    let outcome = take_steps(db, steps, found);
    db.pragma_update(None, "foreign_keys", true)?;
    outcome
}

fn take_steps(db: &mut Connection, steps: &[Migration], found: u32) -> Result<()> {
    let transaction = Transaction::begin(db)?;
    let db = &*transaction.db;
    for step in &steps[found as usize..] {
        db.execute_batch(step.sql)?;
    }
    let known = newest(steps);
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    db.pragma_update(None, "user_version", known)?;
    expect_structure(db, steps, known)?;
    if let Some(damage) = rows::broken_references(db)?.pop() {
        return Err(Error::Corrupt(damage.detail));
    }
    if found > 0 {
        // The hash covers every column, so a new column asks for a new hash. The copy that was made
        // before has just been compared with the old ones: no damage is declared sound here.
        rows::hash_again(db)?;
    }
    transaction.commit()
}

pub(crate) fn expect_structure(db: &Connection, steps: &[Migration], version: u32) -> Result<()> {
    match (version as usize)
        .checked_sub(1)
        .and_then(|last| steps.get(last))
    {
        Some(step) if fingerprint(db)? != step.fingerprint => Err(Error::SchemaChanged),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::open_in_memory;

    #[test]
    fn each_step_leads_to_the_structure_it_promises() {
        let db = open_in_memory().unwrap();
        for step in MIGRATIONS {
            db.execute_batch(step.sql).unwrap();
            assert_eq!(fingerprint(&db).unwrap(), step.fingerprint);
        }
    }
}
