//! What a launch was asked to open, the first and every later one.

use crate::shell::Shell;
use crate::window;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};

/// The file among a launch's arguments: the first that is not an option. A relative one is meant from
/// `folder`, which for the first launch is the current one.
pub fn file_from(
    arguments: impl Iterator<Item = OsString>,
    folder: Option<&Path>,
) -> Option<PathBuf> {
    let file = arguments
        .map(PathBuf::from)
        .find(|argument| !argument.as_os_str().to_string_lossy().starts_with('-'))?;
    match folder {
        Some(folder) => Some(folder.join(file)),
        None => Some(std::path::absolute(&file).unwrap_or(file)),
    }
}

/// A second launch: brings the window forward and opens the file it was given.
pub fn second_launch(app: &AppHandle, arguments: Vec<String>, folder: String) {
    window::focus(app);
    let arguments = arguments.into_iter().skip(1).map(OsString::from);
    if let Some(file) = file_from(arguments, Some(Path::new(&folder))) {
        open(app, file);
    }
}

/// Asks the interface to open `file` in place of the present portfolio: it has drafts to keep first, and
/// in the present one.
pub fn open(app: &AppHandle, file: PathBuf) {
    app.state::<Shell>().ask_for(file);
    window::announce_asked(app);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: Option<&str>) {
        let arguments = arguments.iter().map(OsString::from);
        let folder = std::env::temp_dir();
        let expected = expected.map(|name| folder.join(name));
        assert_eq!(file_from(arguments, Some(&folder)), expected);
    }

    #[test]
    fn a_launch_without_a_file_opens_none() {
        check(&[], None);
        check(&["--flag"], None);
    }

    #[test]
    fn a_relative_file_is_meant_from_the_folder_of_the_launch() {
        check(&["--flag", "mine.aftershift"], Some("mine.aftershift"));
    }
}
