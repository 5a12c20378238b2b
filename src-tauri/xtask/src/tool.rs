//! Running other programs, and saying plainly when one is missing or fails.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::places::Places;

/// A program about to be run.
pub struct Tool {
    name: String,
    command: Command,
}

/// A program found by name.
pub fn tool(name: &str) -> Tool {
    let mut command = Command::new(name);
    // Nothing here asks questions, and a check server has no standard input.
    command.stdin(Stdio::null());
    // Cargo's description of this crate is nobody else's business, and would upset build scripts that watch it.
    for (variable, _) in std::env::vars_os() {
        let text = variable.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&variable);
        }
    }
    Tool {
        name: name.to_owned(),
        command,
    }
}

/// The Cargo that started this, building into the one target folder.
pub fn cargo(places: &Places) -> Tool {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut cargo = tool(&program).within(&places.root);
    cargo.name = "cargo".to_owned();
    cargo.env("CARGO_TARGET_DIR", &places.target)
}

/// npm, or npx, under the name it has here.
pub fn node_script(name: &str) -> Tool {
    tool(&if cfg!(windows) {
        format!("{name}.cmd")
    } else {
        name.to_owned()
    })
}

impl Tool {
    /// Adds one argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Tool {
        self.command.arg(argument);
        self
    }

    /// Adds several arguments.
    pub fn args<I: IntoIterator<Item = A>, A: AsRef<OsStr>>(mut self, arguments: I) -> Tool {
        self.command.args(arguments);
        self
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Tool {
        self.command.env(name, value);
        self
    }

    /// Sets the working folder.
    pub fn within(mut self, folder: &Path) -> Tool {
        self.command.current_dir(folder);
        self
    }

    /// Lets the program read what the person types: sudo may want a password.
    pub fn with_terminal(mut self) -> Tool {
        self.command.stdin(Stdio::inherit());
        self
    }

    /// Whether it runs and succeeds; its output is nobody's concern.
    pub fn succeeds(mut self) -> bool {
        self.command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    /// What it writes to standard output, whether or not it succeeds; nothing where it is missing.
    pub fn output(mut self) -> String {
        self.command
            .stderr(Stdio::null())
            .output()
            .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
            .unwrap_or_default()
    }

    /// Runs it to the end. `what` names the work in the sentence that a failure becomes.
    pub fn run(mut self, what: &str) -> Outcome {
        match self.command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!(
                "{} stopped: `{}` ended with {status}.",
                capital(what),
                self.name
            )),
            Err(error) => Err(self.absent(&error, what)),
        }
    }

    /// Runs it to the end, shows what it writes, and hands each line of it to `listen`.
    pub fn listen(mut self, what: &str, mut listen: impl FnMut(&str)) -> Outcome {
        let mut child = match self.command.stdout(Stdio::piped()).spawn() {
            Ok(child) => child,
            Err(error) => return Err(self.absent(&error, what)),
        };
        if let Some(output) = child.stdout.take() {
            let mut terminal = std::io::stdout().lock();
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                // A closed terminal must not end the run: the result is still worth its exit code.
                let _ = writeln!(terminal, "{line}");
                listen(line.trim_end());
            }
        }
        match child.wait() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!(
                "{} stopped: `{}` ended with {status}.",
                capital(what),
                self.name
            )),
            Err(error) => Err(format!("{} stopped: {error}.", capital(what))),
        }
    }

    fn absent(&self, error: &std::io::Error, what: &str) -> String {
        if error.kind() == ErrorKind::NotFound {
            format!(
                "{} needs `{}`, which is not installed here.",
                capital(what),
                self.name
            )
        } else {
            format!(
                "{} could not start `{}`: {error}.",
                capital(what),
                self.name
            )
        }
    }
}

/// Whether a program of this name is on the path.
pub fn on_path(name: &str) -> bool {
    find_on_path(name).is_some()
}

/// Where the program of this name is.
pub fn find_on_path(name: &str) -> Option<std::path::PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .flat_map(|folder| {
            let suffixes: &[&str] = if cfg!(windows) {
                &[".exe", ".cmd"]
            } else {
                &[""]
            };
            suffixes
                .iter()
                .map(move |suffix| folder.join(format!("{name}{suffix}")))
        })
        .find(|path| path.is_file())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named_in_a_sentence() {
        let said = tool("aftershift-no-such-program")
            .run("the check")
            .unwrap_err();
        assert_eq!(
            said,
            "The check needs `aftershift-no-such-program`, which is not installed here."
        );
    }

    #[cfg(unix)]
    #[test]
    fn every_line_is_heard_and_a_failure_is_told() {
        let mut heard = Vec::new();
        let said = tool("sh")
            .args(["-c", "printf 'one\\ntwo'; exit 3"])
            .listen("the talk", |line| heard.push(line.to_owned()))
            .unwrap_err();
        assert_eq!(heard, ["one", "two"]);
        assert!(
            said.starts_with("The talk stopped: `sh` ended with"),
            "{said}"
        );
    }
}
