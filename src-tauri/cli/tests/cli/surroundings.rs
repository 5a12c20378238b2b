//! What is around the program: the person's folders, pipes, terminals.

use crate::{Desk, Ran};
use std::process::{Command, Stdio};

#[test]
fn batch_work_leaves_nothing_in_a_persons_folders() {
    let desk = Desk::with_sample();
    for arguments in [
        vec!["new", "new.aftershift"],
        vec!["export", "sample.aftershift", "--json", "out.json"],
        vec!["import", "out.json", "--into", "new.aftershift"],
        vec!["search", "sample.aftershift", "word"],
        vec!["check", "sample.aftershift"],
    ] {
        desk.run(arguments).done();
    }
    assert_eq!(desk.run(["hours", "sample.aftershift"]).code, 0);
    assert_eq!(
        desk.run(["export", "sample.aftershift", "--pdf", "out.pdf"])
            .code,
        0
    );
    assert!(!desk.home().exists(), "{:?}", desk.home());
    assert_eq!(
        desk.files(),
        ["new.aftershift", "out.json", "out.pdf", "sample.aftershift"]
    );
}

#[test]
fn a_reader_that_has_gone_away_is_no_failure() {
    let desk = Desk::with_sample();
    for arguments in [
        vec!["search", "sample.aftershift", "the"],
        vec!["search", "sample.aftershift", "the", "--json"],
        vec!["hours", "sample.aftershift"],
        vec!["--help"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let child = desk
            .command()
            .args(&arguments)
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn();
        let ran = Ran::of(child.unwrap().wait_with_output().unwrap());
        assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
    }
}

#[test]
fn a_pipe_gets_no_progress() {
    let desk = Desk::with_sample();
    let ran = desk.run(["check", "sample.aftershift"]).done();
    assert!(!ran.out.contains(['\r', '\x1b']), "{}", ran.out);
    let ran = desk.run(["export", "sample.aftershift", "--pdf", "out.pdf"]);
    assert!(!ran.err.contains(['\r', '\x1b']), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_progress() {
    let desk = Desk::with_sample();
    // `script` gives a program a terminal and writes down what it says there.
    let program = env!("CARGO_BIN_EXE_aftershift-cli");
    let mut command = Command::new("script");
    desk.settle(&mut command);
    command.args([
        "-qec",
        &format!("'{program}' check sample.aftershift"),
        "/dev/null",
    ]);
    let ran = Ran::of(command.stdin(Stdio::null()).output().unwrap());
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out.contains("Checking everything in the portfolio …"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("is sound"), "{}", ran.out);
}
