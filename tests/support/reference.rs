//! What is kept in `ref/` and in the interface, and how it is brought up to date.

use std::fmt::Write;
use std::path::Path;

/// Whether references are to be rewritten instead of compared: `UPDATE=1 cargo test -p aftershift-tests`.
#[must_use]
pub fn updating() -> bool {
    std::env::var("UPDATE").is_ok_and(|value| value == "1")
}

/// Asserts that `path` holds `text`, or makes it so when updating.
#[track_caller]
pub fn check(path: &Path, text: &str) {
    if updating() {
        write(path, text.as_bytes());
        return;
    }
    let kept = std::fs::read_to_string(path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        kept == text,
        "{} is out of date. If what changed is right, run `UPDATE=1 cargo test -p aftershift-tests` \
         and look at the difference.\n{}",
        path.display(),
        first_difference(&kept, text),
    );
}

/// Puts a reference in its place.
pub fn write(path: &Path, bytes: &[u8]) {
    let folder = path.parent().expect("a reference lies in a folder");
    std::fs::create_dir_all(folder).expect("the folder of references can be made");
    std::fs::write(path, bytes).expect("a reference can be written");
}

/// The first line that differs, with the line before it.
fn first_difference(kept: &str, found: &str) -> String {
    let (mut one, mut other) = (kept.lines(), found.lines());
    let mut before = "";
    for number in 1.. {
        match (one.next(), other.next()) {
            (None, None) => break,
            (old, new) if old == new => before = old.unwrap_or_default(),
            (old, new) => {
                let mut told = format!("line {number}, after {before:?}\n");
                let _ = writeln!(told, "  kept:  {old:?}\n  found: {new:?}");
                return told;
            }
        }
    }
    "only the ends of lines differ".into()
}
