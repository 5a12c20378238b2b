//! How a database is set up before anything is read from it or written to it.

use crate::error::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// The longest text or file that can be kept in one piece, with its row around it.
pub(crate) const LONGEST_VALUE: u32 = 32 << 20;

/// Opens the file at `path`, which must exist, and takes its lock.
pub(crate) fn open(path: &Path) -> Result<Connection> {
    let db = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    settle(&db)?;
    if db.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    lock(&db)?;
    // Only now: turning a file that somebody left in write-ahead mode back needs the lock.
    journal(&db)?;
    make_journal(&db)?;
    Ok(db)
}

/// Opens a file that nobody else knows of yet, which is thrown away unless all goes well: it needs no
/// journal, and is flushed once by whoever made it.
pub(crate) fn open_scratch(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let db = connect(path, flags)?;
    settle(&db)?;
    db.pragma_update(None, "journal_mode", "memory")?;
    db.pragma_update(None, "synchronous", "off")?;
    Ok(db)
}

/// Opens the file at `path` without ever writing to it.
pub(crate) fn open_unchanged(path: &Path) -> Result<Connection> {
    let db = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    settle(&db)?;
    Ok(db)
}

/// A database without a file.
pub(crate) fn open_in_memory() -> Result<Connection> {
    let db = Connection::open_in_memory()?;
    settle(&db)?;
    Ok(db)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    // One connection, reached by one thread at a time: SQLite's own mutex has nothing to do.
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// What holds for every connection, whatever it is for.
fn settle(db: &Connection) -> Result<()> {
    // Whoever has the file open keeps it open for hours: waiting would only look like hanging.
    db.busy_timeout(Duration::ZERO)?;

    // A file can come from anywhere. Nothing in its schema may run functions with effects, nothing may
    // write to the tables that keep the database together, and pages are checked before use.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A misspelt column in double quotes is an error, not a text.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    // A damaged mapped file can end the process; a damaged read is an error.
    db.pragma_update(None, "mmap_size", 0)?;
    db.pragma_update(None, "foreign_keys", true)?;
    // What a person deletes is overwritten, and what is sorted never reaches a temporary file.
    db.pragma_update(None, "secure_delete", true)?;
    db.pragma_update(None, "temp_store", "memory")?;

    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE.cast_signed()),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1 << 10),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        db.set_limit(limit, most)?;
    }
    db.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Takes the lock of the file and keeps it until the connection is closed.
fn lock(db: &Connection) -> Result<()> {
    db.pragma_update(None, "locking_mode", "exclusive")?;
    // The mode alone takes nothing: a lock is held from the first transaction that needs it.
    Ok(db.execute_batch("begin exclusive; commit")?)
}

fn journal(db: &Connection) -> Result<()> {
    // Not write-ahead: with it, committed work sits in a second file, and a copy of the main file
    // alone is silently older. Not `delete`: with full synchronisation it lost the last save in 157 of
    // 346 power cuts, because the folder is not flushed; `truncate` lost none in 376.
    let mode: String =
        db.pragma_update_and_check(None, "journal_mode", "truncate", |row| row.get(0))?;
    if mode != "truncate" {
        return Err(Error::ReadOnly);
    }
    // FULL rather than NORMAL: a portfolio has one copy, and the few milliseconds that a flush takes
    // are spent off the interface's thread.
    db.pragma_update(None, "synchronous", "full")?;
    if cfg!(target_os = "macos") {
        // There, an ordinary flush stops at the drive's own memory.
        db.pragma_update(None, "fullfsync", true)?;
    }
    Ok(())
}

/// Makes the journal, which then stays open, without changing the file. A folder in which it cannot be
/// made is better known now than at the first save; and if the permission is withdrawn later, saving
/// goes on.
fn make_journal(db: &Connection) -> Result<()> {
    let version: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    db.execute_batch("begin exclusive")?;
    let made = db.pragma_update(None, "user_version", version.wrapping_add(1));
    db.execute_batch("rollback")?;
    Ok(made?)
}

/// Gives the lock back and takes the empty journal away, so that a closed portfolio is one file.
pub(crate) fn release(db: &Connection) -> Result<()> {
    db.pragma_update(None, "locking_mode", "normal")?;
    // The lock goes with the next transaction, and only then may the journal be removed.
    db.query_row("select count(*) from sqlite_schema", [], |_| Ok(()))?;
    db.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(db: &Connection, name: &str) -> String {
        db.pragma_query_value(None, name, |row| {
            Ok(match row.get_ref(0)? {
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                other => other.as_str()?.to_owned(),
            })
        })
        .unwrap()
    }

    #[test]
    fn the_settings_are_those_that_were_measured() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        open_scratch(&path)
            .unwrap()
            .execute_batch("create table t (x)")
            .unwrap();
        let db = open(&path).unwrap();
        for (name, value) in [
            ("journal_mode", "truncate"),
            ("locking_mode", "exclusive"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("secure_delete", "1"),
            ("temp_store", "2"),
            ("busy_timeout", "0"),
        ] {
            assert_eq!(setting(&db, name), value, "{name}");
        }
        assert!(db.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
        assert!(!db.db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML).unwrap());
        assert!(db.execute_batch("attach ':memory:' as other").is_err());
        assert!(db.execute_batch("select \"no such column\"").is_err());
    }
}
