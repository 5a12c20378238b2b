//! The command line as a person or a script meets it: a process, its two outputs and its exit code.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should say so and stop"
)]

mod commands;
mod hours;
mod import_log;
mod refusals;
mod surroundings;

use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with nothing in it, in which the program runs as somebody without settings or files.
pub(crate) struct Desk {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A desk with a sample portfolio on it.
    pub(crate) fn with_sample() -> Self {
        let desk = Self::new();
        desk.run(["sample", "sample.aftershift"]).done();
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.work().join(name)
    }

    fn work(&self) -> PathBuf {
        let work = self.folder.path().join("work");
        std::fs::create_dir_all(&work).unwrap();
        work
    }

    /// Where the program would keep things of its own.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aftershift-cli"));
        self.settle(&mut command);
        command
    }

    /// Lets a command run at this desk.
    pub(crate) fn settle(&self, command: &mut Command) {
        let home = self.home();
        command
            .current_dir(self.work())
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env_remove("AFTERSHIFT_DATA_DIR")
            .env_remove("RUST_BACKTRACE");
    }

    pub(crate) fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Ran {
        Ran::of(self.command().args(arguments).output().unwrap())
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        Path::exists(&self.path(name))
    }

    /// The names of everything that lies here.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.work()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// It was done, without a word on standard error.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{self:?}");
        self
    }

    /// It was done, and standard output is one JSON value.
    #[track_caller]
    pub(crate) fn json(self) -> Value {
        let ran = self.done();
        serde_json::from_str(&ran.out).unwrap()
    }

    /// It was not done: a sentence on standard error says why, and nothing else is said.
    #[track_caller]
    pub(crate) fn failed(self, code: i32, says: &str) {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{self:?}");
        assert!(self.err.contains(says), "{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        let told = self.err.trim_end();
        assert!(told.ends_with(['.', '?', '\'']), "not a sentence: {told}");
    }

    /// It was not done, and standard output is the failure as a tagged object.
    #[track_caller]
    pub(crate) fn failed_in_json(self, code: i32, tag: &str) -> Value {
        assert_eq!((self.code, self.err.as_str()), (code, ""), "{self:?}");
        let value: Value = serde_json::from_str(&self.out).unwrap();
        assert_eq!(value["code"], tag, "{value}");
        value
    }
}
