//! Lets a journey in the real window answer file dialogs, drop files and choose from the menu, which no
//! test driver can reach. Compiled only with the feature `journeys`; no release build has it.

use crate::dialogs::Question;
use crate::{menu, window};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::ipc::Invoke;
use tauri::{AppHandle, Wry};

/// Answers that were given in advance. `None` stands for a person who turned away.
static ANSWERS: Mutex<VecDeque<Option<PathBuf>>> = Mutex::new(VecDeque::new());

/// The answer given in advance to the next question, if there is one.
pub fn answer(_app: &AppHandle, _question: &Question) -> Option<Option<PathBuf>> {
    ANSWERS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .pop_front()
}

/// Hands each of these calls to its function.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool {
    tauri::generate_handler![journey_answer, journey_drop, journey_menu]
}

/// Gives the answer to the next file dialog.
#[tauri::command]
pub fn journey_answer(path: Option<PathBuf>) {
    ANSWERS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push_back(path);
}

/// Drops files on the window.
#[tauri::command]
pub fn journey_drop(app: AppHandle, paths: Vec<PathBuf>) {
    window::dropped(&app, paths);
}

/// Chooses an entry of the menu.
#[tauri::command]
pub fn journey_menu(app: AppHandle, action: String) {
    menu::chosen(&app, &action);
}
