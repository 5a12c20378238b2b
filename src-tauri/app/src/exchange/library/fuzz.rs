//! Damaged citation files by the thousand: none may panic, take long, or give what cannot be written again.
//!
//! A search without instruments. Inputs are made of those before them by cuts, signs and pieces of others; one that
//! shows a fault, a remark or a field together that none showed before is kept and built upon. The numbers are those
//! of a fixed seed, so that a run can be repeated.
//!
//! An ordinary run takes the kept cases and a few hundred inputs. `AFTERSHIFT_FUZZ_SECONDS=600` goes on for that
//! long, `AFTERSHIFT_FUZZ_SEED` begins elsewhere, and `AFTERSHIFT_FUZZ_KEEP` names a folder for the smallest inputs
//! that show each thing:
//!
//! ```sh
//! AFTERSHIFT_FUZZ_SECONDS=600 cargo test -p aftershift-app exchange::library::fuzz -- --nocapture
//! ```

use super::{ReadLibrary, Written, read};
use crate::exchange::decode;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Inputs of an ordinary run.
const INPUTS: u64 = 600;

/// The longest input that is built upon.
const LONGEST: usize = 2048;

/// The longest input that is kept in a folder: a person should be able to read it.
const READABLE: usize = 200;

/// Far more than any input of this size takes, however busy the machine.
const TOO_LONG: Duration = Duration::from_secs(20);

/// The signs that the forms give a meaning to.
const SIGNS: &[u8] = b"{}\"\\@,=#\n[]:-( \r";

/// What the forms are made of.
const PIECES: [&str; 64] = [
    "@book{a,",
    "@article{b,",
    "@string{s = ",
    "@comment{",
    "@preamble{",
    "@misc(c,",
    "title = {",
    "title={{",
    "author = {",
    "editor = \"",
    "crossref = {a}",
    "xdata = {b}",
    " and ",
    "others",
    "van der ",
    "\\'e",
    "\\\"{",
    "{\\ss}",
    "$\\beta$",
    "\\url{",
    "}}",
    "},\n",
    "\",\n",
    " # s",
    "year = ",
    "jan",
    "1999",
    "doi = {10.1/x}",
    "TY  - JOUR\n",
    "TY  - BOOK\r\n",
    "ER  - \n",
    "AU  - Berg, Jan\n",
    "TI  - ",
    "PY  - 1993/08//\n",
    "SP  - 1\nEP  - 9\n",
    "Y2  - 2020/13/45\n",
    "KW  - a; b\n",
    "  a second line\n",
    "ID  - a\n",
    "M3  - 10.1/x\n",
    "[{\"title\": \"A\"",
    "{\"id\": 1,",
    "\"author\": [",
    "{\"family\": \"B\", \"given\": \"\"}",
    "\"issued\": {\"date-parts\": [[",
    "[[1993, 8]]",
    "\"type\": \"book\"",
    "null",
    "\"items\": [",
    "},\n{",
    "]",
    "\\u0000",
    "\\ud800",
    "<i>",
    "</i>",
    "\u{feff}",
    "\u{202e}",
    "e\u{301}",
    "–",
    "{",
    "}",
    "\n",
    ",",
    "\"",
];

/// Numbers that look like chance and are the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// One input made of others.
fn mutated(chance: &mut Chance, all: &[Vec<u8>]) -> Vec<u8> {
    let mut input = all[chance.below(all.len())].clone();
    for _ in 0..=chance.below(5) {
        let at = chance.below(input.len() + 1);
        let end = at + chance.below((input.len() - at).min(40) + 1);
        match chance.below(8) {
            0 => drop(input.drain(at..end)),
            1 => {
                let again = input[at..end].to_vec();
                input.splice(at..at, again);
            }
            2 if at < input.len() => input[at] = u8::try_from(chance.below(256)).unwrap(),
            3 if at < input.len() => input[at] = SIGNS[chance.below(SIGNS.len())],
            4 => {
                let other = &all[chance.below(all.len())];
                let from = chance.below(other.len() + 1);
                input.truncate(at);
                input.extend_from_slice(&other[from..]);
            }
            5 => {
                let piece = chance
                    .of(&PIECES)
                    .repeat(1 + chance.below(4) * chance.below(20));
                input.splice(at..at, piece.into_bytes());
            }
            _ => {
                let piece = chance.of(&PIECES).as_bytes();
                input.splice(at..end, piece.iter().copied());
            }
        }
    }
    input.truncate(LONGEST);
    input
}

/// A sentence without what it says of this input alone.
fn kind_of(said: &str) -> String {
    let mut inside = false;
    let plain = said.chars().filter(|c| {
        inside = (inside || *c == '“') && *c != '”';
        !inside && !c.is_ascii_digit()
    });
    plain.collect()
}

/// What an input shows.
fn shown(library: &ReadLibrary) -> BTreeSet<String> {
    let form = library.form.name();
    let mut all = BTreeSet::new();
    for fault in &library.faults {
        all.insert(format!("{form} fault {}", kind_of(&fault.reason)));
    }
    for entry in &library.entries {
        let it = &entry.reference;
        all.extend(
            entry
                .remarks
                .iter()
                .map(|remark| format!("{form} remark {}", kind_of(remark))),
        );
        let fields = [
            ("cite_key", !it.cite_key.is_empty()),
            ("authors", !it.authors.is_empty()),
            (
                "given",
                it.authors.iter().any(|author| !author.given.is_empty()),
            ),
            ("corporate_author", !it.corporate_author.is_empty()),
            ("year", !it.year.is_empty()),
            ("container", !it.container.is_empty()),
            ("container_short", !it.container_short.is_empty()),
            ("editors", !it.editors.is_empty()),
            ("edition", !it.edition.is_empty()),
            ("volume", !it.volume.is_empty()),
            ("pages", !it.pages.is_empty()),
            ("range", it.pages.contains('-')),
            ("publisher", !it.publisher.is_empty()),
            ("place", !it.place.is_empty()),
            ("doi", !it.doi.is_empty()),
            ("url", !it.url.is_empty()),
            ("accessed_on", it.accessed_on.is_some()),
            ("tags", it.tags.len() > 1),
        ];
        let fields = fields.into_iter().filter(|(_, there)| *there);
        all.extend(fields.map(|(name, _)| format!("{form} field {name}")));
        all.insert(format!("{form} kind {:?}", it.kind));
    }
    if !library.left_out.is_empty() {
        all.insert(format!("{form} left out"));
    }
    all
}

/// What must hold of every input, and what this one shows.
fn held(input: &[u8]) -> BTreeSet<String> {
    let Ok(text) = decode(input) else {
        return BTreeSet::new();
    };
    let Ok(library) = read(&text) else {
        return BTreeSet::new();
    };
    let lines = u32::try_from(text.matches('\n').count()).unwrap() + 1;
    for (line, said) in library
        .entries
        .iter()
        .map(|it| (it.line, &it.reference.title))
        .chain(library.faults.iter().map(|it| (it.line, &it.reason)))
    {
        assert!((1..=lines).contains(&line), "line {line} of {lines}");
        assert!(!said.trim().is_empty(), "each has a title or a reason");
    }
    let works: Vec<_> = library
        .entries
        .iter()
        .map(|it| it.reference.clone())
        .collect();
    for form in [Written::BibTex, Written::Ris, Written::Csl] {
        let written = form.write(&works);
        let again = read(&written).map(|it| (it.entries.len(), it.faults));
        let expected = if works.is_empty() {
            again.clone()
        } else {
            Ok((works.len(), Vec::new()))
        };
        assert_eq!(again, expected, "written as {form:?}:\n{written}");
    }
    shown(&library)
}

/// The same, with the input named where it does not hold.
fn checked(input: &[u8]) -> BTreeSet<String> {
    let began = Instant::now();
    let found = catch_unwind(AssertUnwindSafe(|| held(input)));
    let said = String::from_utf8_lossy(input);
    let Ok(found) = found else {
        panic!("this input is not read as it must be:\n{said:?}\n{said}");
    };
    assert!(
        began.elapsed() < TOO_LONG,
        "this input takes {:?}:\n{said:?}",
        began.elapsed()
    );
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/citations")
}

/// The kept cases, in the order of their names: the search is to be the same everywhere.
fn kept() -> Vec<Vec<u8>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_none_or(|ending| ending != "md"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read(file).unwrap())
        .collect()
}

#[test]
fn kept_cases_are_read() {
    let kept = kept();
    assert!(kept.len() > 3, "there are cases");
    for input in kept {
        checked(&input);
    }
}

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn damaged_files_are_read_to_their_end() {
    let mut corpus = kept();
    let mut seen: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut combined: BTreeSet<BTreeSet<String>> = BTreeSet::new();
    let mut note = |input: &[u8], shows: BTreeSet<String>| {
        for one in &shows {
            let smallest = seen.entry(one.clone()).or_insert_with(|| input.to_vec());
            if input.len() < smallest.len() {
                *smallest = input.to_vec();
            }
        }
        combined.insert(shows)
    };
    for input in &corpus {
        note(input, checked(input));
    }
    let mut chance = Chance(asked("AFTERSHIFT_FUZZ_SEED").unwrap_or(1988));
    let until = asked("AFTERSHIFT_FUZZ_SECONDS")
        .map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut inputs = 0;
    while until.map_or(inputs < INPUTS, |until| Instant::now() < until) {
        let input = mutated(&mut chance, &corpus);
        inputs += 1;
        let shows = checked(&input);
        if !shows.is_empty() && note(&input, shows) {
            corpus.push(input);
        }
    }
    println!(
        "{inputs} inputs, {} built upon, {} things shown",
        corpus.len(),
        seen.len()
    );
    if let Some(folder) = std::env::var_os("AFTERSHIFT_FUZZ_KEEP") {
        let small: BTreeSet<_> = seen
            .into_values()
            .filter(|input| input.len() <= READABLE)
            .collect();
        for (nth, input) in small.iter().enumerate() {
            std::fs::write(
                Path::new(&folder).join(format!("found-{nth:02}.txt")),
                input,
            )
            .unwrap();
        }
    }
}
