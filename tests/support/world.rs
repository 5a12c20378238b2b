//! A program without a window, spoken to as the window speaks to it.

use crate::pdf::Pdf;
use aftershift_app::wire::{ExportOptions, ExportedPdf};
use aftershift_app::{App, Clock, Failure, Places, dispatch};
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

/// When every world begins: a Thursday afternoon.
const BEGINNING: &str = "2026-03-12T14:03:00Z";

/// A clock that stands still.
#[must_use]
pub fn fixed(at: DateTime<Utc>) -> Clock {
    Clock::Fixed(
        at,
        FixedOffset::east_opt(0).expect("no offset is an offset"),
    )
}

/// A program that runs in folders of its own. They go when the last program in them goes.
#[derive(Debug)]
pub struct World {
    /// The program.
    pub app: App,
    at: DateTime<Utc>,
    folder: PathBuf,
    kept: Option<Rc<TempDir>>,
}

impl World {
    /// A program that was started for the first time, with nothing open yet.
    #[must_use]
    #[expect(
        clippy::new_without_default,
        reason = "a world touches the disk: no default is cheap"
    )]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for a test can be made");
        let world = Self::under(folder.path());
        Self {
            kept: Some(Rc::new(folder)),
            ..world
        }
    }

    /// A program with its folders in one that somebody else looks after.
    #[must_use]
    pub fn under(folder: &Path) -> Self {
        Self::at(
            folder,
            BEGINNING.parse().expect("the beginning is a moment"),
        )
    }

    /// The same with an empty portfolio open.
    #[must_use]
    pub fn with_portfolio() -> Self {
        let world = Self::new();
        world
            .app
            .open_default()
            .expect("an empty portfolio can be made");
        world
    }

    /// The same with a copy of the sample open.
    #[must_use]
    pub fn with_sample() -> Self {
        let world = Self::new();
        let path = world.path("sample.aftershift");
        world
            .app
            .open_sample_copy(&path)
            .expect("the sample can be written");
        world
    }

    fn at(folder: &Path, at: DateTime<Utc>) -> Self {
        let app =
            App::new(Places::under(folder.join("places")), fixed(at)).with_pdf_reader(pdf_reader());
        Self {
            app,
            at,
            folder: folder.into(),
            kept: None,
        }
    }

    /// Another program in the same folders so many days later, with nothing open.
    #[must_use]
    pub fn days_on(&self, days: i64) -> Self {
        let later = Self::at(&self.folder, self.at + TimeDelta::days(days));
        Self {
            kept: self.kept.clone(),
            ..later
        }
    }

    /// Another program in the same folders, with nothing open.
    #[must_use]
    pub fn beside(&self) -> Self {
        self.days_on(0)
    }

    /// Closes the program and starts it again so many days later, with the same portfolio.
    #[must_use]
    pub fn days_later(&self, days: i64) -> Self {
        let path = self.portfolio();
        self.app.close();
        let later = self.days_on(days);
        later
            .app
            .open_file(&path)
            .expect("what was closed can be opened again");
        later
    }

    /// Closes the program and starts it again.
    #[must_use]
    pub fn reopened(&self) -> Self {
        self.days_later(0)
    }

    /// A path in the folder of this world.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The file of the open portfolio.
    #[must_use]
    pub fn portfolio(&self) -> PathBuf {
        self.app.portfolio_path().expect("a portfolio is open")
    }

    /// Asks for something that can be done.
    #[track_caller]
    pub fn ask(&self, command: &str, request: Value) -> Value {
        match dispatch::call(&self.app, command, request) {
            Ok(answer) => answer,
            Err(failure) => panic!("{command}: {failure:?}"),
        }
    }

    /// Asks for something that cannot be done, and gives back why as the window hears it.
    #[track_caller]
    pub fn refused(&self, command: &str, request: Value) -> Value {
        match dispatch::call(&self.app, command, request) {
            Ok(answer) => panic!("{command} was done: {answer}"),
            Err(failure) => as_heard(&failure),
        }
    }

    /// Asks for something and gives back why it was refused; nothing if it was done.
    #[must_use]
    pub fn refused_or_done(&self, command: &str, request: Value) -> Option<Value> {
        dispatch::call(&self.app, command, request)
            .err()
            .map(|failure| as_heard(&failure))
    }

    /// Everything in the portfolio, in its open form.
    #[must_use]
    pub fn everything(&self) -> String {
        let path = self.path(".everything.json");
        self.app
            .export_json(&path, true)
            .expect("it can be exported");
        read_text(&path)
    }

    /// Writes the portfolio as a PDF.
    #[track_caller]
    #[must_use]
    pub fn pdf(&self, options: &ExportOptions) -> (Pdf, ExportedPdf) {
        let path = self.path("out.pdf");
        let never = AtomicBool::new(false);
        let exported = self.app.export_pdf(&path, options, &|_| (), &never, true);
        (Pdf::at(&path), exported.expect("it can be exported"))
    }
}

/// The program that reads PDFs: it is built with the tests, and lies beside the folder that they run from.
fn pdf_reader() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it is");
    let folder = test
        .ancestors()
        .nth(2)
        .expect("it lies in the target folder");
    folder.join(format!(
        "aftershift-reads-pdf{}",
        std::env::consts::EXE_SUFFIX
    ))
}

/// A failure as the window hears it.
#[must_use]
pub fn as_heard(failure: &Failure) -> Value {
    serde_json::to_value(failure).expect("a failure is plain data")
}

fn read_text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("what was written can be read")
}
