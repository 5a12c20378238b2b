//! Commands that ask the desktop. Paths stay on this side: the window's contents only learn how a file
//! is called.

use crate::dialogs::Question;
use crate::shell::Shell;
use crate::window::{self, MAIN};
use aftershift_app::wire::*;
use aftershift_app::{Failure, Progress};
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use tauri::{AppHandle, Emitter, Manager};

/// Asks `question` and does `work` with the answer, or nothing if the person turned away.
fn asked<T>(
    app: &AppHandle,
    shell: &Shell,
    question: Question,
    work: impl FnOnce(PathBuf) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    shell.desktop().choose(app, &question).map(work).transpose()
}

pub fn window_ready(app: &AppHandle, shell: &Shell, _: Nothing) -> Result<Done, Failure> {
    shell.closing.interface_is_ready();
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.show();
        let _ = window.set_focus();
    }
    // It was asked for while the interface could not hear yet.
    if shell.is_asked() {
        window::announce_asked(app);
    }
    Ok(Done {})
}

pub fn new_portfolio(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<PortfolioStatus>, Failure> {
    asked(app, shell, Question::NewPortfolio, |file| {
        shell.app().create_file(&file)
    })
}

pub fn open_portfolio(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<PortfolioStatus>, Failure> {
    asked(app, shell, Question::OpenPortfolio, |file| {
        shell.app().open_file(&file)
    })
}

pub fn open_recent(
    _: &AppHandle,
    shell: &Shell,
    request: RecentRef,
) -> Result<PortfolioStatus, Failure> {
    shell.app().open_recent(&request.id)
}

pub fn open_default(_: &AppHandle, shell: &Shell, _: Nothing) -> Result<PortfolioStatus, Failure> {
    match shell.take_asked_file() {
        Some(file) => shell.app().open_file(&file),
        None if shell.app().portfolio_path().is_some() => shell.app().portfolio_status(Nothing {}),
        None => shell.app().open_default(),
    }
}

pub fn save_copy(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<WrittenFile>, Failure> {
    let name = format!(
        "{} (copy).aftershift",
        shell.app().portfolio_status(Nothing {})?.name
    );
    asked(app, shell, Question::SaveCopy(name), |file| {
        shell.app().save_copy(&file)
    })
}

pub fn export_pdf(
    app: &AppHandle,
    shell: &Shell,
    request: ExportOptions,
) -> Result<Option<ExportedPdf>, Failure> {
    let question = Question::ExportPdf(shell.app().suggested_pdf_name());
    asked(app, shell, question, |file| {
        shell.cancel_export.store(false, Ordering::Relaxed);
        let announce = |progress: Progress| {
            let _ = app.emit_to(MAIN, "export-progress", progress);
        };
        // The dialog has already asked whether a file of that name may be replaced.
        shell
            .app()
            .export_pdf(&file, &request, &announce, &shell.cancel_export, true)
    })
}

pub fn export_audit(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<ExportedPdf>, Failure> {
    let question = Question::ExportPdf(shell.app().suggested_audit_name());
    asked(app, shell, question, |file| {
        // The dialog has already asked whether a file of that name may be replaced.
        shell.app().export_audit(&file, true)
    })
}

pub fn export_json(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<WrittenFile>, Failure> {
    let name = format!("{}.json", shell.app().portfolio_status(Nothing {})?.name);
    asked(app, shell, Question::ExportJson(name), |file| {
        shell.app().export_json(&file, true)
    })
}

pub fn import_portfolio(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<PortfolioImported>, Failure> {
    asked(app, shell, Question::ImportPortfolio, |file| {
        shell.app().import_portfolio(&file)
    })
}

pub fn open_portfolio_offer(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<PortfolioStatus>, Failure> {
    asked(app, shell, Question::NewPortfolio, |file| {
        shell.app().open_portfolio_offer_at(&file)
    })
}

pub fn choose_import(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<ImportRef>, Failure> {
    asked(app, shell, Question::ImportLog, |file| {
        shell.app().read_import(&file)
    })
}

pub fn export_log(
    app: &AppHandle,
    shell: &Shell,
    request: ExportLog,
) -> Result<Option<WrittenFile>, Failure> {
    let form = request.form;
    let question = Question::ExportLog(form, shell.app().suggested_log_name(form));
    asked(app, shell, question, |file| {
        shell.app().export_log(form, &file, true)
    })
}

pub fn choose_library(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<ImportRef>, Failure> {
    asked(app, shell, Question::ImportLibrary, |file| {
        shell.app().read_library(&file)
    })
}

pub fn add_citation_style(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<CitationStyles>, Failure> {
    asked(app, shell, Question::CitationStyle, |file| {
        shell.app().add_citation_style(&file)
    })
}

pub fn export_library(
    app: &AppHandle,
    shell: &Shell,
    request: ExportLibrary,
) -> Result<Option<WrittenFile>, Failure> {
    let form = request.form;
    let question = Question::ExportLibrary(form, shell.app().suggested_library_name(form));
    asked(app, shell, question, |file| {
        shell.app().export_library(form, &file, true)
    })
}

pub fn close_window(app: &AppHandle, _: &Shell, _: Nothing) -> Result<Done, Failure> {
    if let Some(window) = app.get_webview_window(window::MAIN) {
        let _ = window.destroy();
    }
    Ok(Done {})
}

pub fn keep_open(_: &AppHandle, shell: &Shell, _: Nothing) -> Result<Done, Failure> {
    shell.closing.interface_stays();
    Ok(Done {})
}

pub fn cancel_export(_: &AppHandle, shell: &Shell, _: Nothing) -> Result<Done, Failure> {
    shell.cancel_export.store(true, Ordering::Relaxed);
    Ok(Done {})
}

pub fn choose_picture(
    app: &AppHandle,
    shell: &Shell,
    _: Nothing,
) -> Result<Option<Evidence>, Failure> {
    asked(app, shell, Question::Picture, |file| {
        shell.app().add_picture(&file)
    })
}

pub fn attach_file(
    app: &AppHandle,
    shell: &Shell,
    request: AttachFile,
) -> Result<Option<Evidence>, Failure> {
    asked(app, shell, Question::Attachment, |file| {
        shell.app().attach_file_at(&file, &request)
    })
}

pub fn attach_work_file(
    app: &AppHandle,
    shell: &Shell,
    request: TheoryRef,
) -> Result<Option<Evidence>, Failure> {
    asked(app, shell, Question::Attachment, |file| {
        shell.app().attach_work_file_at(&file, &request)
    })
}

pub fn expect_work_file(
    _: &AppHandle,
    shell: &Shell,
    request: ExpectWorkFile,
) -> Result<Done, Failure> {
    shell.expect_work_file(request);
    Ok(Done {})
}

pub fn save_file_copy(
    app: &AppHandle,
    shell: &Shell,
    request: EvidenceRef,
) -> Result<Option<WrittenFile>, Failure> {
    let question = Question::KeptFile(shell.app().suggested_file_name(&request)?);
    asked(app, shell, question, |file| {
        shell.app().save_file_copy(&file, &request)
    })
}

pub fn show_written_file(app: &AppHandle, shell: &Shell, _: Nothing) -> Result<Done, Failure> {
    reveal(app, shell, shell.app().written_file())
}

pub fn show_portfolio_file(app: &AppHandle, shell: &Shell, _: Nothing) -> Result<Done, Failure> {
    reveal(app, shell, shell.app().portfolio_path())
}

fn reveal(app: &AppHandle, shell: &Shell, file: Option<PathBuf>) -> Result<Done, Failure> {
    let Some(file) = file else {
        return Err(Failure::NotFound {
            kind: "file".into(),
        });
    };
    if shell.desktop().reveal(app, &file) {
        return Ok(Done {});
    }
    Err(Failure::File {
        operation: "show".into(),
        path: file.display().to_string(),
        reason: "this desktop has no file manager that answers".into(),
    })
}
