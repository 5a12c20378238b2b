//! The one place that asks the desktop anything: which file to open, where to write, to show a file.
//!
//! Behind a trait so that a journey in the real window can answer as a person would (feature
//! `journeys`, which no release build has).

use aftershift_app::wire::{LibraryForm, LogForm};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use tauri_plugin_opener::OpenerExt;

/// A question that a file dialog asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Where to keep a new portfolio.
    NewPortfolio,
    /// Which portfolio to open.
    OpenPortfolio,
    /// Where to put a copy; the suggested file name.
    SaveCopy(String),
    /// Where to put a PDF; the suggested file name.
    ExportPdf(String),
    /// Where to put the open form; the suggested file name.
    ExportJson(String),
    /// Which file in the open form to read.
    ImportPortfolio,
    /// Which timesheet or calendar to bring into the log.
    ImportLog,
    /// Where to put the log in that form; the suggested file name.
    ExportLog(LogForm, String),
    /// Where to put a copy of a kept file; the name that it is kept under.
    KeptFile(String),
    /// Which citation file to bring into the library.
    ImportLibrary,
    /// Which citation style to add.
    CitationStyle,
    /// Where to put the library in that form; the suggested file name.
    ExportLibrary(LibraryForm, String),
    /// Which picture to add.
    Picture,
    /// Which file to keep with an activity.
    Attachment,
}

/// What the desktop can be asked.
pub trait Desktop: Send + Sync {
    /// Asks for a file. `None` if the person turned away.
    fn choose(&self, app: &AppHandle, question: &Question) -> Option<PathBuf>;

    /// Shows a file in its folder. Whether the desktop has a way to do it.
    fn reveal(&self, app: &AppHandle, file: &Path) -> bool;
}

/// The desktop that the program runs on.
#[derive(Debug, Default)]
pub struct Native {}

impl Desktop for Native {
    fn choose(&self, app: &AppHandle, question: &Question) -> Option<PathBuf> {
        #[cfg(feature = "journeys")]
        if let Some(answer) = crate::journeys::answer(app, question) {
            return answer.map(|file| with_ending(file, question));
        }
        let dialog = app.dialog().file();
        let chosen = match question {
            Question::NewPortfolio => portfolios(dialog)
                .set_title("New portfolio")
                .set_file_name("My portfolio.aftershift")
                .blocking_save_file(),
            Question::OpenPortfolio => portfolios(dialog)
                .set_title("Open a portfolio")
                .blocking_pick_file(),
            Question::SaveCopy(name) => portfolios(dialog)
                .set_title("Save a copy")
                .set_file_name(name)
                .blocking_save_file(),
            Question::ExportPdf(name) => dialog
                .set_title("Export as PDF")
                .add_filter("PDF document", &["pdf"])
                .set_file_name(name)
                .blocking_save_file(),
            Question::ExportJson(name) => open_form(dialog)
                .set_title("Export everything in the open format")
                .set_file_name(name)
                .blocking_save_file(),
            Question::ImportPortfolio => dialog
                .add_filter("PDF or open format", &["pdf", "json"])
                .set_title("Bring back a portfolio")
                .blocking_pick_file(),
            Question::ImportLog => dialog
                .set_title("Bring in a timesheet or calendar")
                .add_filter("Timesheets and calendars", &["csv", "tsv", "txt", "ics"])
                .blocking_pick_file(),
            Question::ExportLog(form, name) => dialog
                .set_title("Export the log")
                .add_filter(log_form(*form), &[form.ending()])
                .set_file_name(name)
                .blocking_save_file(),
            Question::KeptFile(name) => dialog
                .set_title("Save a copy of the file")
                .set_file_name(name)
                .blocking_save_file(),
            Question::ImportLibrary => dialog
                .set_title("Bring in a citation file")
                .add_filter(
                    "Citation files",
                    &["bib", "bibtex", "ris", "json", "yml", "yaml", "txt"],
                )
                .blocking_pick_file(),
            Question::CitationStyle => dialog
                .set_title("Add a citation style")
                .add_filter("Citation styles", &["csl"])
                .blocking_pick_file(),
            Question::ExportLibrary(form, name) => dialog
                .set_title("Export the library")
                .add_filter(library_form(*form), &[form.ending()])
                .set_file_name(name)
                .blocking_save_file(),
            Question::Picture => dialog
                .set_title("Add a picture")
                .add_filter("Pictures", &["png", "jpg", "jpeg"])
                .blocking_pick_file(),
            Question::Attachment => dialog
                .set_title("Add a file to an activity")
                .blocking_pick_file(),
        };
        chosen
            .and_then(|file| file.into_path().ok())
            .map(|file| with_ending(file, question))
    }

    fn reveal(&self, app: &AppHandle, file: &Path) -> bool {
        app.opener().reveal_item_in_dir(file).is_ok()
    }
}

fn portfolios<R: Runtime>(dialog: FileDialogBuilder<R>) -> FileDialogBuilder<R> {
    dialog.add_filter("Aftershift portfolio", &["aftershift"])
}

fn open_form<R: Runtime>(dialog: FileDialogBuilder<R>) -> FileDialogBuilder<R> {
    dialog.add_filter("Open format", &["json"])
}

/// What a file dialog calls a form of the log.
fn log_form(form: LogForm) -> &'static str {
    match form {
        LogForm::Csv => "Comma-separated values",
        LogForm::Xlsx => "Workbook",
        LogForm::Ics => "Calendar",
    }
}

/// What a file dialog calls a form of the library.
fn library_form(form: LibraryForm) -> &'static str {
    match form {
        LibraryForm::BibTex => "BibTeX",
        LibraryForm::Ris => "RIS",
        LibraryForm::CslJson => "CSL-JSON",
    }
}

/// The file to write, with the ending that its kind has: not every desktop's dialog adds it.
fn with_ending(file: PathBuf, question: &Question) -> PathBuf {
    let ending = match question {
        Question::NewPortfolio | Question::SaveCopy(_) => "aftershift",
        Question::ExportPdf(_) => "pdf",
        Question::ExportJson(_) => "json",
        Question::ExportLog(form, _) => form.ending(),
        // A file that was kept without an ending has none to add.
        Question::KeptFile(name) => match Path::new(name).extension().and_then(OsStr::to_str) {
            Some(ending) => ending,
            None => return file,
        },
        Question::ExportLibrary(form, _) => form.ending(),
        Question::OpenPortfolio
        | Question::ImportPortfolio
        | Question::ImportLog
        | Question::ImportLibrary
        | Question::CitationStyle
        | Question::Picture
        | Question::Attachment => return file,
    };
    match file.extension() {
        Some(present) if present.eq_ignore_ascii_case(ending) => file,
        // "Ward 4.2" has something after a dot that is no ending: add, never replace.
        _ => {
            let mut name = file.into_os_string();
            name.push(".");
            name.push(ending);
            name.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_added_and_never_replaces_part_of_a_name() {
        let pdf = Question::ExportPdf(String::new());
        assert_eq!(
            with_ending("a/Notes 4.2".into(), &pdf),
            PathBuf::from("a/Notes 4.2.pdf")
        );
        assert_eq!(
            with_ending("a/Notes.PDF".into(), &pdf),
            PathBuf::from("a/Notes.PDF")
        );
    }

    #[test]
    fn a_copy_of_a_kept_file_has_the_ending_that_it_was_kept_with() {
        let kept = |name: &str| Question::KeptFile(name.into());
        for (chosen, name, written) in [
            ("a/copy", "Register.docx", "a/copy.docx"),
            ("a/copy.DOCX", "Register.docx", "a/copy.DOCX"),
            ("a/copy", "register", "a/copy"),
        ] {
            let file = with_ending(chosen.into(), &kept(name));
            assert_eq!(file, PathBuf::from(written));
        }
    }

    #[test]
    fn a_file_to_open_keeps_its_name() {
        let opened = with_ending("a/portfolio.db".into(), &Question::OpenPortfolio);
        assert_eq!(opened, PathBuf::from("a/portfolio.db"));
    }
}
