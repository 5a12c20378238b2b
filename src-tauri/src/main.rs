//! Aftershift's window.

// No console window beside the program on Windows; a debug build keeps it for its log.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    match aftershift::read_for_another() {
        Some(code) => code.into(),
        None => {
            aftershift::run();
            std::process::ExitCode::SUCCESS
        }
    }
}
