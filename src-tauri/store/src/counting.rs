//! Counts the statements that are run, so that a test can hold a list to few of them however long the list
//! is. Compiled for tests alone (feature `counting`).

use crate::Store;
use crate::error::Result;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::sync::{Arc, Mutex, PoisonError};

/// The statements that were run since counting began.
#[derive(Debug, Clone, Default)]
pub struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    /// Takes what was noted so far.
    #[must_use]
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Store {
    /// Notes every statement from here on.
    ///
    /// # Errors
    /// If SQLite refuses to tell.
    pub fn count_statements(&mut self) -> Result<Statements> {
        let statements = Statements::default();
        let noted = Arc::clone(&statements.0);
        let note = move |event: TraceEvent<'_>| {
            if let TraceEvent::Stmt(_, sql) = event {
                let mut noted = noted.lock().unwrap_or_else(PoisonError::into_inner);
                noted.push(sql.to_owned());
            }
        };
        self.db
            .trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note))?;
        Ok(statements)
    }
}
