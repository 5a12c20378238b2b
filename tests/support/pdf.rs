//! PDFs, read back with qpdf and poppler.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A PDF on the disk.
#[derive(Debug, Clone)]
pub struct Pdf {
    path: PathBuf,
}

/// A line of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The heading it names.
    pub title: String,
    /// The page it names.
    pub page: u32,
}

/// A place in the document that leads to another, or out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What it says.
    pub says: String,
    /// The page it leads to, or the address.
    pub to: Result<u32, String>,
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

    /// The files that travel inside, by name, as poppler takes them out.
    #[track_caller]
    #[must_use]
    pub fn attached(&self) -> Vec<(String, Vec<u8>)> {
        let folder = tempfile::tempdir().expect("a folder for a test can be made");
        let to = folder.path().to_str().expect("its path is a text");
        let _ = self.run("pdfdetach", &["-saveall", "-o", to], &[]);
        let entries = std::fs::read_dir(folder.path()).expect("it is there");
        let mut files: Vec<(String, Vec<u8>)> = entries
            .flatten()
            .map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                (name, std::fs::read(entry.path()).expect("it can be read"))
            })
            .collect();
        files.sort();
        files
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
    pub fn json(&self, key: &str) -> Value {
        let key = format!("--json-key={key}");
        let said = self.run("qpdf", &["--json", &key], &[]);
        serde_json::from_str(&said).expect("qpdf writes JSON")
    }

    /// Its text in the order of its structure, which is what a screen reader follows: one line for each part
    /// that holds text, indented as it is nested.
    #[track_caller]
    #[must_use]
    pub fn structure(&self) -> String {
        let said = self.run("pdfinfo", &["-enc", "UTF-8", "-struct-text"], &[]);
        let mut lines: Vec<String> = Vec::new();
        for line in said.lines() {
            let depth = line.len() - line.trim_start().len();
            let words = line.trim();
            if let Some(text) = words.strip_prefix('"') {
                let text = text.strip_suffix('"').unwrap_or(text).replace('\u{ad}', "");
                if let Some(last) = lines.last_mut() {
                    last.push(' ');
                    last.push_str(text.trim_end());
                }
            } else if !words.starts_with('/') && !words.starts_with("Object ") {
                // Without the numbers that only tell parts of one kind apart.
                let kind = words.split([' ', ':']).next().unwrap_or_default();
                lines.push(format!("{:depth$}{kind}", ""));
            }
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// Every link, in the order in which they were written.
    #[track_caller]
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        let json = self.json("qpdf");
        let objects = json["qpdf"][1].as_object().expect("qpdf lists objects");
        let dictionary = |name: &str| &objects[&format!("obj:{name}")]["value"];
        let pages = self.page_objects();
        let mut links = Vec::new();
        for object in objects.values() {
            let link = &object["value"];
            if link["/Subtype"] != "/Link" {
                continue;
            }
            let says = link["/Contents"]
                .as_str()
                .unwrap_or_default()
                .trim_start_matches("u:");
            let action = match link["/A"].as_str() {
                Some(elsewhere) => dictionary(elsewhere),
                None => &link["/A"],
            };
            let to = match (&link["/Dest"][0], &action["/URI"]) {
                (Value::String(page), _) => {
                    let place = pages.iter().position(|name| name == page);
                    Ok(place.map_or_else(|| panic!("{link} leads to no page"), |at| at as u32 + 1))
                }
                (_, Value::String(address)) => Err(address.trim_start_matches("u:").to_owned()),
                _ => panic!("{link} leads nowhere"),
            };
            links.push(Link {
                says: says.to_owned(),
                to,
            });
        }
        links
    }

    /// The objects that its pages are, in order.
    fn page_objects(&self) -> Vec<String> {
        let pages = self.json("pages");
        let pages = pages["pages"].as_array().expect("it has pages").iter();
        pages
            .map(|page| page["object"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Its bookmarks, the nested ones after those that they are nested in.
    #[track_caller]
    #[must_use]
    pub fn bookmarks(&self) -> Vec<Line> {
        fn take(from: &Value, into: &mut Vec<Line>) {
            for entry in from.as_array().into_iter().flatten() {
                let page = entry["destpageposfrom1"]
                    .as_u64()
                    .expect("it leads to a page");
                let title = entry["title"].as_str().unwrap_or_default().to_owned();
                into.push(Line {
                    title,
                    page: page as u32,
                });
                take(&entry["kids"], into);
            }
        }
        let mut found = Vec::new();
        take(&self.json("outlines")["outlines"], &mut found);
        found
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
    let head = page.lines().find(|line| !line.trim().is_empty());
    head.is_some_and(|head| head.split_whitespace().next() == Some("Contents"))
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
