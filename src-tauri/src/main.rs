//! Aftershift's window.

// No console window beside the program on Windows; a debug build keeps it for its log.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    aftershift::run();
}
