//! PDFs, read back with qpdf and poppler.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A PDF on the disk.
#[derive(Debug, Clone)]
pub struct Pdf {
    path: PathBuf,
}

/// A run of text that leads somewhere within the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What a line of the contents says.
    pub title: String,
    /// The page it names.
    pub page: u32,
}

impl Pdf {
    /// The PDF at `path`.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self { path: path.into() }
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).expect("the PDF is there")
    }

    /// Runs a program on it and gives back what it said.
    #[track_caller]
    #[must_use]
    pub fn run(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let done = Command::new(program)
            .args(before)
            .arg(&self.path)
            .args(after)
            .output()
            .unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{program}: {said}{wrong}");
        said
    }

    /// Asserts that qpdf finds nothing wrong with it.
    #[track_caller]
    pub fn check(&self) {
        let said = self.run("qpdf", &["--check"], &[]);
        assert!(
            said.contains("No syntax or stream encoding errors"),
            "{said}"
        );
    }

    /// Its text in reading order.
    #[track_caller]
    #[must_use]
    pub fn text(&self) -> String {
        self.run("pdftotext", &["-enc", "UTF-8"], &["-"])
    }

    /// The text of each page, as it is laid out.
    #[track_caller]
    #[must_use]
    pub fn pages(&self) -> Vec<String> {
        let text = self.run("pdftotext", &["-enc", "UTF-8", "-layout"], &["-"]);
        // A form feed ends each page, the last one too.
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        pages.pop();
        pages
    }

    /// What it says of itself under `name`.
    #[track_caller]
    #[must_use]
    pub fn info(&self, name: &str) -> String {
        let said = self.run("pdfinfo", &[], &[]);
        let found = said
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{name}:")));
        found
            .unwrap_or_else(|| panic!("{name} in {said}"))
            .trim()
            .to_owned()
    }

    /// Everything in it as qpdf's JSON.
    #[track_caller]
    #[must_use]
    pub fn json(&self, key: &str) -> serde_json::Value {
        let key = format!("--json-key={key}");
        let said = self.run("qpdf", &["--json", &key], &[]);
        serde_json::from_str(&said).expect("qpdf writes JSON")
    }

    /// The lines of the contents, in order.
    #[track_caller]
    #[must_use]
    pub fn contents(&self) -> Vec<Line> {
        let pages = self.pages();
        let from = pages
            .iter()
            .position(|page| is_contents(page))
            .expect("it has contents");
        let to = pages[from..]
            .iter()
            .position(|page| !is_contents(page))
            .expect("it goes on");
        let mut lines = Vec::new();
        // A title that takes two lines has its page on the second.
        let mut begun = String::new();
        for line in pages[from..from + to].iter().flat_map(|page| page.lines()) {
            let words = without_leaders(line);
            match words
                .rsplit_once(' ')
                .map(|(title, page)| (title, page.parse()))
            {
                Some((title, Ok(page))) if !words.contains("Page ") => {
                    let title = format!("{begun} {title}").trim().to_owned();
                    lines.push(Line { title, page });
                    begun.clear();
                }
                _ if line.starts_with(' ') && !words.is_empty() => begun = words,
                _ => begun.clear(),
            }
        }
        lines
    }
}

/// The head of a page says what part it is in.
fn is_contents(page: &str) -> bool {
    page.lines()
        .take(4)
        .any(|line| line.trim().ends_with("Contents"))
}

/// A line of the contents without the dots that lead to the page.
fn without_leaders(line: &str) -> String {
    let words = line.split_whitespace();
    let words = words.filter(|word| !word.chars().all(|c| matches!(c, '.' | '·' | '…')));
    words.collect::<Vec<_>>().join(" ")
}

/// Text as it compares however it was broken into lines: words with single spaces, without what hyphenation
/// put in.
#[must_use]
pub fn flowing(text: &str) -> String {
    let whole = text
        .replace("\u{ad}\n", "")
        .replace(['\u{ad}', '\u{c}'], " ");
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}
