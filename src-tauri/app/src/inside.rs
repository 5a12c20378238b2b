//! Reading what travels inside a PDF, in a process of its own: a file from anywhere may be made to take all memory
//! there is, or to go on for ever, and this program holds unsaved words.
//!
//! # The two sides
//! - The program starts itself again with [`ASKED`] as its first argument, and [`serve`] is the first thing that its
//!   `main` runs. The child reads the PDF, and writes what it found into a folder that it was given.
//! - The parent waits. A child that takes too much of either is stopped, and the file is refused.

use crate::failure::Failure;
use crate::files;
use aftershift_document::Seal;
use aftershift_document::inside::{Inside, InsideFile, Unreadable, inside};
use serde::{Deserialize, Serialize};
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

/// What a program is asked to read a PDF with: this, the PDF, and a folder for what is inside.
const ASKED: &str = "--read-inside-of-pdf";

/// What the child says was inside; the files stand beside it by their number.
const CONTENTS: &str = "contents.json";

/// The longest PDF that is read.
const LONGEST: u64 = 1 << 30;

/// How often the parent looks after the child.
const LOOK: Duration = Duration::from_millis(5);

/// How a child ends that could not read the file.
const NOT_A_PDF: u8 = 10;
const LOCKED: u8 = 11;
const NO_ROOM: u8 = 12;

/// How much reading a PDF may take.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// In bytes.
    memory: u64,
    time: Duration,
}

impl Limits {
    /// A few times the file, since its parts stand in memory beside it.
    fn for_file(length: u64) -> Self {
        Self {
            memory: (256 << 20) + length.saturating_mul(4),
            time: Duration::from_secs(60),
        }
    }
}

/// What starts a child.
#[derive(Debug, Clone)]
pub(crate) enum Reader {
    /// The program that runs.
    ThisProgram,
    /// Another, whose `main` begins with [`serve`].
    Program(PathBuf),
}

#[derive(Debug, Serialize, Deserialize)]
struct Contents {
    seal: Option<SealOf>,
    text: String,
    files: Vec<FileOf>,
}

#[derive(Debug, Serialize, Deserialize)]
struct SealOf {
    text: String,
    fingerprint: String,
    files: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct FileOf {
    name: String,
    is_source: bool,
}

/// Reads a PDF if this process was started for that, and gives back how it is to end. The first thing that every
/// `main` does.
#[must_use]
pub fn serve(arguments: impl IntoIterator<Item = OsString>) -> Option<u8> {
    let mut arguments = arguments.into_iter().skip(1);
    if arguments.next()? != OsStr::new(ASKED) {
        return None;
    }
    let (file, folder) = (arguments.next()?, arguments.next()?);
    Some(match read_here(Path::new(&file)) {
        Ok(inside) => match put(inside, Path::new(&folder)) {
            Ok(()) => 0,
            Err(_) => NO_ROOM,
        },
        Err(Unreadable::NotAPdf) => NOT_A_PDF,
        Err(Unreadable::Locked) => LOCKED,
    })
}

fn read_here(file: &Path) -> Result<Inside, Unreadable> {
    let bytes = std::fs::read(file).map_err(|_| Unreadable::NotAPdf)?;
    inside(&bytes)
}

fn put(inside: Inside, folder: &Path) -> io::Result<()> {
    let contents = Contents {
        seal: inside.seal.map(|seal| SealOf {
            text: seal.text,
            fingerprint: seal.fingerprint,
            files: seal.files,
        }),
        text: inside.text,
        files: inside
            .files
            .iter()
            .map(|file| FileOf {
                name: file.name.clone(),
                is_source: file.is_source,
            })
            .collect(),
    };
    for (number, file) in inside.files.iter().enumerate() {
        std::fs::write(folder.join(number.to_string()), &file.bytes)?;
    }
    std::fs::write(folder.join(CONTENTS), serde_json::to_vec(&contents)?)
}

/// Whether a file begins as a PDF does. Some have a few bytes before that.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    let beginning = &bytes[..bytes.len().min(1024)];
    beginning.windows(5).any(|five| five == b"%PDF-")
}

/// Reads what is inside the PDF at `path`.
///
/// # Errors
/// [`Failure::CannotImport`] if it cannot be read, is locked, or takes too much; others if there is no such file.
pub(crate) fn read(reader: &Reader, path: &Path) -> Result<Inside, Failure> {
    let length = files::length(path)?;
    if length > LONGEST {
        return Err(refused("The PDF is larger than 1 GB."));
    }
    read_within(reader, path, Limits::for_file(length))
}

fn read_within(reader: &Reader, path: &Path, limits: Limits) -> Result<Inside, Failure> {
    let no_child = |error: io::Error| Failure::File {
        operation: "read".into(),
        path: files::shown(path),
        reason: error.to_string(),
    };
    let folder = tempfile::tempdir().map_err(no_child)?;
    let program = match reader {
        Reader::ThisProgram => std::env::current_exe().map_err(no_child)?,
        Reader::Program(path) => path.clone(),
    };
    let child = Command::new(program)
        .arg(ASKED)
        .arg(path)
        .arg(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(no_child)?;
    let ended = watch(child, limits).map_err(no_child)?;
    let code = match ended {
        Ended::Itself(status) => status.code().and_then(|code| u8::try_from(code).ok()),
        Ended::TooLarge => {
            return Err(refused(
                "The PDF needs more memory than any file of its size should: it may be damaged, or made to do harm.",
            ));
        }
        Ended::TooLong => {
            return Err(refused(
                "Reading the PDF took longer than a minute: it may be damaged, or made to do harm.",
            ));
        }
    };
    match code {
        Some(0) => taken(folder.path()).map_err(no_child),
        Some(LOCKED) => Err(refused(
            "The PDF is locked with a password: choose the one that Aftershift wrote.",
        )),
        Some(NO_ROOM) => Err(Failure::DiskFull),
        _ => Err(refused("This is not a PDF, or not all of it is there.")),
    }
}

fn refused(reason: &str) -> Failure {
    Failure::CannotImport {
        reason: reason.into(),
    }
}

enum Ended {
    Itself(ExitStatus),
    TooLarge,
    TooLong,
}

/// Waits for a child, and stops it when it takes too much.
fn watch(mut child: Child, limits: Limits) -> io::Result<Ended> {
    let began = Instant::now();
    let id = Pid::from_u32(child.id());
    let mut system = System::new().map_err(io::Error::other)?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Ended::Itself(status));
        }
        system.refresh_processes_specifics(
            ProcessesToUpdate::Some(&[id]),
            true,
            ProcessRefreshKind::nothing().with_memory(),
        );
        let memory = system.process(id).map_or(0, sysinfo::Process::memory);
        let ended = if memory > limits.memory {
            Ended::TooLarge
        } else if began.elapsed() > limits.time {
            Ended::TooLong
        } else {
            std::thread::sleep(LOOK);
            continue;
        };
        child.kill()?;
        child.wait()?;
        return Ok(ended);
    }
}

/// What the child put into the folder.
fn taken(folder: &Path) -> io::Result<Inside> {
    let contents: Contents = serde_json::from_slice(&std::fs::read(folder.join(CONTENTS))?)?;
    let files = contents.files.into_iter().enumerate();
    Ok(Inside {
        seal: contents.seal.map(|seal| Seal {
            text: seal.text,
            fingerprint: seal.fingerprint,
            files: seal.files,
        }),
        text: contents.text,
        files: files
            .map(|(number, file)| {
                Ok(InsideFile {
                    name: file.name,
                    is_source: file.is_source,
                    bytes: std::fs::read(folder.join(number.to_string()))?,
                })
            })
            .collect::<io::Result<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_process_that_was_asked_reads() {
        let arguments = |words: &[&str]| serve(words.iter().map(OsString::from));
        assert_eq!(arguments(&["aftershift"]), None);
        assert_eq!(arguments(&["aftershift", "my.aftershift"]), None);
        assert_eq!(arguments(&["aftershift", ASKED, "only-one"]), None);
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().to_str().unwrap();
        let missing = arguments(&["aftershift", ASKED, "/there/is/none.pdf", place]);
        assert_eq!(missing, Some(NOT_A_PDF));
    }

    #[test]
    fn a_pdf_may_begin_a_little_late() {
        assert!(is_pdf(b"%PDF-1.7"));
        assert!(is_pdf(b"\r\n\x00%PDF-1.4"));
        assert!(!is_pdf(b""));
        assert!(!is_pdf(b"{ \"format\": \"PDF-\" }"));
    }

    /// A child that would go on for a minute.
    #[cfg(unix)]
    fn endless() -> Child {
        Command::new("sleep").arg("60").spawn().unwrap()
    }

    #[cfg(unix)]
    #[test]
    fn a_child_that_takes_too_long_is_stopped() {
        let limits = Limits {
            memory: u64::MAX,
            time: Duration::ZERO,
        };
        assert!(matches!(watch(endless(), limits), Ok(Ended::TooLong)));
    }

    #[cfg(unix)]
    #[test]
    fn a_child_that_takes_too_much_memory_is_stopped() {
        let limits = Limits {
            memory: 0,
            time: Duration::from_secs(60),
        };
        assert!(matches!(watch(endless(), limits), Ok(Ended::TooLarge)));
    }
}
