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
