//! Tests that need a process of their own: the same program again, told by a variable what to do.

use std::ffi::OsStr;
use std::process::Command;

/// Names what the process is to do; a test that finds it set is the other process.
const PART: &str = "AFTERSHIFT_SUITE_PART";

/// What this process was started to do, if it was started by [`command`].
#[must_use]
pub fn part() -> Option<String> {
    std::env::var(PART).ok()
}

/// This program again, running only the test of that name, which is told `part`.
#[must_use]
pub fn command(test: &str, part: impl AsRef<OsStr>) -> Command {
    let program = std::env::current_exe().expect("a running program has a path");
    let mut command = Command::new(program);
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]);
    command.env(PART, part);
    command
}

/// Runs `test`, the body of the test called `name`. Root runs it in a process that has given its privileges up,
/// since for root nothing is forbidden.
#[cfg(unix)]
#[track_caller]
pub fn as_an_ordinary_person(name: &str, test: impl FnOnce()) {
    if part().is_some() || !stands_above_permissions() {
        return test();
    }
    let program = std::env::current_exe().expect("a running program has a path");
    let output = Command::new("setpriv")
        .args(["--bounding-set=-all", "--inh-caps=-all", "--"])
        .arg(program)
        .args(["--exact", name, "--nocapture"])
        .env(PART, "without privileges")
        .output()
        .expect("setpriv is part of util-linux");
    let ran = String::from_utf8_lossy(&output.stdout).contains("1 passed");
    assert!(
        output.status.success() && ran,
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Whether this process may read where permissions forbid it.
#[cfg(unix)]
fn stands_above_permissions() -> bool {
    use std::os::unix::fs::PermissionsExt;
    let file = tempfile::NamedTempFile::new().expect("a file for a test can be made");
    let forbidden = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(file.path(), forbidden).expect("it is ours");
    std::fs::File::open(file.path()).is_ok()
}
