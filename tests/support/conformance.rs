//! PDFs, held against the rules of PDF/UA-1 and PDF/A-3a by veraPDF.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use tempfile::TempDir;

/// The standards that every PDF of the program keeps at once: accessible, and archival with its structure.
const STANDARDS: &str = "ua1,3a";

/// The program around veraPDF, compiled once for all tests of a run.
struct Validator {
    library: PathBuf,
    folder: TempDir,
}

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let library = library();
    let folder = tempfile::tempdir().expect("a folder for a test can be made");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("support/verapdf/Validate.java");
    let compiled = Command::new("javac")
        .arg("-cp")
        .arg(&library)
        .arg("-d")
        .arg(folder.path())
        .arg(source)
        .output()
        .unwrap_or_else(|error| panic!("a JDK of 17 or later is needed for this test: {error}"));
    assert!(
        compiled.status.success(),
        "{}",
        String::from_utf8_lossy(&compiled.stderr)
    );
    Validator { library, folder }
});

/// Where `cargo xtask test` put veraPDF.
fn library() -> PathBuf {
    let given = std::env::var_os("AFTERSHIFT_VERAPDF").map(PathBuf::from);
    given
        .or_else(kept)
        .expect("veraPDF is needed for this test: `cargo xtask test` fetches it, once")
}

/// The one that an earlier `cargo xtask test` fetched, for tests that are run by themselves.
fn kept() -> Option<PathBuf> {
    let cache = ["XDG_CACHE_HOME", "LOCALAPPDATA"].map(std::env::var_os);
    let mut places: Vec<PathBuf> = cache.into_iter().flatten().map(PathBuf::from).collect();
    if let Some(home) = std::env::var_os("HOME").map(PathBuf::from) {
        places.extend([home.join(".cache"), home.join("Library/Caches")]);
    }
    places
        .iter()
        .filter_map(|place| std::fs::read_dir(place.join("aftershift/tools")).ok())
        .flatten()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("verapdf-"))
        .map(|entry| entry.path().join("verapdf.jar"))
        .find(|path| path.is_file())
}

/// What veraPDF says of the files, line by line, and whether all of them keep the rules.
#[must_use]
pub fn validate(files: &[&Path]) -> (bool, String) {
    let validator = &*VALIDATOR;
    let classes = std::env::join_paths([
        validator.library.clone(),
        validator.folder.path().to_owned(),
    ])
    .expect("neither path has a separator in it");
    let done = Command::new("java")
        .args(["-Xmx1500m", "-cp"])
        .arg(classes)
        .args(["Validate", STANDARDS])
        .args(files)
        .output()
        .unwrap_or_else(|error| panic!("a JDK of 17 or later is needed for this test: {error}"));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&done.stderr);
    (done.status.success(), format!("{said}{wrong}"))
}

/// Asserts that every file keeps the rules.
#[track_caller]
pub fn check(files: &[&Path]) {
    let (conforms, said) = validate(files);
    assert!(conforms, "{said}");
    let answers = said.lines().filter(|line| line.starts_with("ok ")).count();
    let standards = STANDARDS.split(',').count();
    assert_eq!(answers, standards * files.len(), "{said}");
}
