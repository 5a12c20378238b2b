//! The window itself: made hidden, shown when the interface has drawn, asked before it closes.

use crate::attachments;
use crate::closing::Decision;
use crate::launch;
use crate::shell::Shell;
use std::path::PathBuf;
use std::time::Instant;
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, WebviewWindowBuilder, Window, WindowEvent,
};

/// Label of the only window.
pub const MAIN: &str = "main";

/// Makes the window as `tauri.conf.json` describes it, unable to go anywhere else.
///
/// # Errors
/// If the system cannot make a window.
pub fn create(app: &tauri::App) -> tauri::Result<()> {
    let config = app
        .config()
        .app
        .windows
        .first()
        .cloned()
        .unwrap_or_default();
    WebviewWindowBuilder::from_config(app.handle(), &config)?
        .on_navigation(attachments::is_own)
        .build()?;
    Ok(())
}

/// Brings the window to the front.
pub fn focus(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Each of these may be refused by a desktop that knows better; none is worth failing over.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Tells the interface that a file waits to be opened. It keeps its drafts and then runs `open_default`.
pub fn announce_asked(app: &AppHandle) {
    let _ = app.emit_to(MAIN, "asked-to-open", ());
}

/// Handles what happens to the window.
pub fn event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            let shell = window.state::<Shell>();
            if shell.closing.requested(Instant::now()) == Decision::AskInterface {
                api.prevent_close();
                let _ = window.emit_to(MAIN, "closing", ());
            }
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            dropped(window.app_handle(), paths.clone());
        }
        _ => {}
    }
}

/// Files were dropped on the window: a portfolio is opened, a timesheet, calendar or citation file is read so that
/// it can be looked through, a citation style is used from then on. On the page of a work any other file is the work itself;
/// elsewhere the portfolio inside a PDF is offered, and pictures are kept and announced so that the writing room can place them.
pub fn dropped(app: &AppHandle, paths: Vec<PathBuf>) {
    let ends_in = |path: &PathBuf, endings: &[&str]| {
        path.extension().is_some_and(|found| {
            endings
                .iter()
                .any(|ending| found.eq_ignore_ascii_case(ending))
        })
    };
    if let Some(file) = paths.iter().find(|path| ends_in(path, &["aftershift"])) {
        launch::open(app, file.clone());
        return;
    }
    let app = app.clone();
    let foreign = |path: &&PathBuf| ends_in(path, &["csv", "tsv", "ics"]);
    if let Some(file) = paths.iter().find(foreign).cloned() {
        std::thread::spawn(move || {
            let _ = match app.state::<Shell>().app().read_import(&file) {
                Ok(_) => app.emit_to(MAIN, "import-read", ()),
                Err(failure) => app.emit_to(MAIN, "failed", failure),
            };
        });
        return;
    }
    let citations =
        |path: &&PathBuf| ends_in(path, &["bib", "bibtex", "ris", "json", "yml", "yaml"]);
    if let Some(file) = paths.iter().find(citations).cloned() {
        std::thread::spawn(move || {
            let _ = match app.state::<Shell>().app().read_library(&file) {
                Ok(_) => app.emit_to(MAIN, "library-read", ()),
                Err(failure) => app.emit_to(MAIN, "failed", failure),
            };
        });
        return;
    }
    if let Some(file) = paths.iter().find(|path| ends_in(path, &["csl"])).cloned() {
        std::thread::spawn(move || {
            let _ = match app.state::<Shell>().app().add_citation_style(&file) {
                Ok(_) => app.emit_to(MAIN, "style-added", ()),
                Err(failure) => app.emit_to(MAIN, "failed", failure),
            };
        });
        return;
    }
    if let Some(work) = app.state::<Shell>().work_on_screen() {
        std::thread::spawn(move || {
            let kept = app.state::<Shell>().app().attach_dropped(&paths, &work);
            let _ = match kept {
                Ok(file) => app.emit_to(MAIN, "work-file-added", file),
                Err(failure) => app.emit_to(MAIN, "failed", failure),
            };
        });
        return;
    }
    if let Some(file) = paths.iter().find(|path| ends_in(path, &["pdf"])).cloned() {
        std::thread::spawn(move || {
            let _ = match app.state::<Shell>().app().read_portfolio_offer(&file) {
                Ok(()) => app.emit_to(MAIN, "portfolio-read", ()),
                Err(failure) => app.emit_to(MAIN, "failed", failure),
            };
        });
        return;
    }
    std::thread::spawn(move || {
        for path in paths {
            match app.state::<Shell>().app().add_picture(&path) {
                Ok(evidence) => {
                    let _ = app.emit_to(MAIN, "picture-added", evidence);
                }
                Err(failure) => {
                    let _ = app.emit_to(MAIN, "failed", failure);
                }
            }
        }
    });
}
