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

/// What the program says in a terminal instead of opening a window, if it was asked for that.
pub fn answer(mut arguments: impl Iterator<Item = OsString>) -> Option<&'static str> {
    let asked = |word: &OsString| {
        ["--help", "-h", "--version", "-V"]
            .iter()
            .any(|it| word == it)
    };
    let word = arguments.find(asked)?;
    Some(if word == "--version" || word == "-V" {
        concat!("aftershift ", env!("CARGO_PKG_VERSION"))
    } else {
        "Aftershift: a portfolio for people who learn at work.\n\n\
         Usage: aftershift [FILE.aftershift]\n\n\
         Opens the window, with that portfolio if one is named. For work without a window there is aftershift-cli."
    })
}

/// What was run did not end as it should.
#[derive(Debug, PartialEq, Eq)]
pub struct Panicked;

/// Runs `work`, whose panic is an answer like any other and is not reported by itself.
///
/// # Errors
/// If it panicked.
pub fn without_panic<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| ()));
    // Nothing of it is used afterwards: the program ends.
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    std::panic::set_hook(usual);
    outcome.map_err(|_| Panicked)
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
    fn a_question_is_answered_without_a_window() {
        let answer = |words: &[&str]| answer(words.iter().map(OsString::from));
        assert_eq!(answer(&[]), None);
        assert_eq!(answer(&["mine.aftershift"]), None);
        assert!(answer(&["--help"]).is_some_and(|it| it.contains("Usage")));
        assert!(answer(&["x", "-V"]).is_some_and(|it| it.starts_with("aftershift ")));
    }

    #[test]
    fn a_library_that_panics_has_answered() {
        assert_eq!(without_panic(|| 1), Ok(1));
        assert_eq!(
            without_panic(|| -> u8 { panic!("no display") }),
            Err(Panicked)
        );
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
