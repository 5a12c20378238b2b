//! The log as other programs take it: a sheet, a workbook, a calendar of what is planned.

use crate::app::App;
use crate::exchange::{Log, Planned, csv, ics, xlsx};
use crate::export::file_name;
use crate::failure::Failure;
use crate::files::{self, Operation, check_target, shown};
use crate::wire::{LogForm, WrittenFile};
use aftershift_store::activity::ActivityFilter;
use chrono::{NaiveTime, TimeDelta};
use std::path::Path;

impl LogForm {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
        }
    }

    /// What a file of it is called.
    fn title(self) -> &'static str {
        match self {
            Self::Csv | Self::Xlsx => "Log",
            Self::Ics => "Planned learning",
        }
    }
}

impl App {
    /// Writes the log to `path`: all entries with their totals, or what lies ahead as a calendar. The same
    /// log gives the same bytes on the same day.
    ///
    /// # Errors
    /// If nothing is open or the file cannot be written, or it is the open portfolio itself; without
    /// `overwrite` also if there is a file.
    pub fn export_log(
        &self,
        form: LogForm,
        path: &Path,
        overwrite: bool,
    ) -> Result<WrittenFile, Failure> {
        check_target(path, overwrite)?;
        self.check_not_open(path)?;
        let (activities, programme, (opportunities, recurrences), present) =
            self.read(|db, present| {
                let activities = match form {
                    // In the order in which they were recorded, which decides where days and times are the same.
                    LogForm::Csv | LogForm::Xlsx => db.all_activities()?,
                    LogForm::Ics => {
                        let ahead = ActivityFilter {
                            from: Some(present.today),
                            ..ActivityFilter::default()
                        };
                        db.activities(&ahead, 0, u32::MAX)?.rows
                    }
                };
                let planned = match form {
                    LogForm::Csv | LogForm::Xlsx => (Vec::new(), Vec::new()),
                    LogForm::Ics => (db.all_opportunities()?, db.all_recurrences()?),
                };
                Ok((activities, db.programme()?, planned, present))
            })?;
        // Noon of the day, as in the PDF: the bytes do not depend on the minute.
        let noon = NaiveTime::MIN + TimeDelta::hours(12);
        let at = present.today.and_time(noon).and_utc();
        let log = Log::of(&activities, &programme, present.today);
        let refused = |reason: String| Failure::File {
            operation: Operation::Write.verb().into(),
            path: shown(path),
            reason,
        };
        let bytes = match form {
            LogForm::Csv => csv(&log).map_err(|error| refused(error.to_string()))?,
            LogForm::Xlsx => xlsx(&log, at).map_err(|error| refused(error.to_string()))?,
            LogForm::Ics => {
                let planned = Planned {
                    opportunities: &opportunities,
                    activities: &activities,
                    recurrences: &recurrences,
                    programme: &programme,
                };
                ics(&planned, present.today, at).into_bytes()
            }
        };
        files::write_whole(path, &bytes, overwrite)?;
        self.note_written(path);
        Ok(files::written(path))
    }

    /// A name for the file: `Log of Amara Osei 2026-03-12.csv`.
    #[must_use]
    pub fn suggested_log_name(&self, form: LogForm) -> String {
        let known = self.read(|db, present| Ok((db.learner()?.name, present)));
        known.map_or_else(
            |_| format!("{}.{}", form.title(), form.ending()),
            |(name, present)| file_name(form.title(), form.ending(), &name, present),
        )
    }
}

#[cfg(test)]
mod tests;
