//! Everything that is written to the terminal. A reader that has gone away is no failure: whoever pipes
//! into `head` has what they wanted.

use crate::words;
use aftershift_app::Failure;
use serde::Serialize;
use std::io::{self, IsTerminal, Write};

/// Where answers, warnings and progress go.
#[derive(Debug)]
pub struct Output {
    json: bool,
    terminal: bool,
}

impl Output {
    /// Answers as JSON if `json`, and as plain text otherwise.
    pub fn new(json: bool) -> Self {
        Self {
            json,
            terminal: io::stderr().is_terminal(),
        }
    }

    /// Answers with `value` where JSON is asked for, and else with the lines of `text`.
    pub fn answer(&self, value: &impl Serialize, text: impl FnOnce() -> String) {
        if self.json {
            self.json(value);
        } else {
            self.text(&text());
        }
    }

    /// Says something that is neither the answer nor a reason to fail. With JSON it is in the answer.
    pub fn warn(&self, sentence: &str) {
        if !self.json {
            to_stderr(&format!("Warning: {}\n", printable(sentence)));
        }
    }

    /// Says why something was not done.
    pub fn failure(&self, failure: &Failure) {
        if self.json {
            self.json(failure);
        } else {
            to_stderr(&format!("{}\n", printable(&words::failure(failure))));
        }
    }

    /// Says how far long work is, on a terminal and nowhere else. An empty text takes it away.
    pub fn progress(&self, text: &str) {
        if self.terminal {
            // Back to the first column, and erase to the end of the line.
            to_stderr(&format!("\r{}\x1b[K", printable(text)));
        }
    }

    fn text(&self, text: &str) {
        let mut text = printable(text);
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        to_stdout(text.as_bytes());
    }

    fn json(&self, value: &impl Serialize) {
        match serde_json::to_vec_pretty(value) {
            Ok(mut text) => {
                text.push(b'\n');
                to_stdout(&text);
            }
            // Answers are plain data, which JSON can always say.
            Err(error) => to_stderr(&format!("The answer cannot be said in JSON: {error}.\n")),
        }
    }
}

/// The text without characters that would do something to a terminal. A portfolio may come from anyone.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}

fn to_stdout(bytes: &[u8]) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}

fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portfolio_cannot_steer_the_terminal() {
        assert_eq!(printable("a\x1b[2Jb\n\u{9b}c"), "a [2Jb\n c");
    }
}
