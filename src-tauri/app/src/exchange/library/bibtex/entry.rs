//! One entry, read alone: its fields with the file's abbreviations put in, then its accents, names and what it
//! inherits, which is the business of the crate `biblatex`.

use super::latex;
use super::split::Block;
use biblatex::{
    Bibliography, Chunk, ChunksRef, ParseError, ParseErrorKind, RawBibliography, RawChunk,
    RawEntry, Spanned, Token,
};
use std::collections::{BTreeMap, HashMap};

/// The most bytes of one field that is looked at. Lists of thousands of authors fit in.
const LONGEST_FIELD: usize = 64 << 10;

/// Fields that are not LaTeX. They are taken as they stand: the crate makes dashes of their hyphens.
const VERBATIM: [&str; 2] = ["doi", "url"];

/// The `@string` definitions of a file.
#[derive(Debug, Default)]
pub(super) struct Strings(HashMap<String, String>);

impl Strings {
    /// Takes a definition. It can use those before it, so none can use itself.
    pub(super) fn define(&mut self, block: &Block) -> Result<(), String> {
        let text = format!("@string{{{}}}", block.body);
        let raw = RawBibliography::parse(&text).map_err(|error| said(&error, &text))?;
        for pair in raw.abbreviations {
            let (value, _) = self.expanded(&pair.value.v);
            // Values that double one another at each definition would grow without measure.
            if value.len() <= LONGEST_FIELD {
                self.0.insert(pair.key.v.to_lowercase(), value);
            }
        }
        Ok(())
    }

    /// A value with its abbreviations put in, and those that nobody defined.
    fn expanded(&self, value: &[Spanned<RawChunk<'_>>]) -> (String, Vec<String>) {
        let mut text = String::new();
        let mut unknown = Vec::new();
        for chunk in value {
            // A few signs can name a long abbreviation, again and again.
            if text.len() > LONGEST_FIELD {
                break;
            }
            match chunk.v {
                RawChunk::Normal(part) => text.push_str(part),
                RawChunk::Abbreviation(name) => {
                    let small = name.to_lowercase();
                    if let Some(value) = self.0.get(&small) {
                        text.push_str(value);
                    } else {
                        text.push_str(name);
                        if !is_month(&small) {
                            unknown.push(name.to_owned());
                        }
                    }
                }
            }
        }
        (text, unknown)
    }
}

fn is_month(name: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    MONTHS.contains(&name)
}

/// An entry with its fields, not yet with what it inherits.
#[derive(Debug)]
pub(super) struct Parsed {
    /// The line on which it begins.
    pub line: u32,
    /// In small letters.
    pub kind: String,
    /// As the file has it.
    pub key: String,
    /// Abbreviations that the file uses and does not define.
    pub unknown: Vec<String>,
    /// Whether text that belongs to no entry follows it.
    pub followed: bool,
    /// Values by the names of their fields in small letters, ready for the reader of LaTeX.
    fields: BTreeMap<String, String>,
}

impl Parsed {
    /// Reads an entry that was split off.
    pub(super) fn read(block: &Block, strings: &Strings) -> Result<Self, String> {
        let text = format!("@{}{{k,{}}}", block.kind, block.body);
        let raw = RawBibliography::parse(&text).map_err(|error| said(&error, &text))?;
        let mut fields = BTreeMap::new();
        let mut unknown = Vec::new();
        let entry = raw.entries.into_iter().next();
        for pair in entry.map(|entry| entry.v.fields).unwrap_or_default() {
            let name = pair.key.v.to_lowercase();
            let (value, missing) = strings.expanded(&pair.value.v);
            if value.len() > LONGEST_FIELD {
                if super::fields::is_read(&name) {
                    return Err(format!("Its field “{name}” is longer than 64 KB."));
                }
                fields.entry(name).or_insert_with(String::new);
                continue;
            }
            unknown.extend(missing);
            let value = ready(&name, &value);
            fields.entry(name).or_insert(value);
        }
        Ok(Self {
            line: block.line,
            kind: block.kind.clone(),
            key: block.key.clone(),
            unknown,
            followed: block.followed,
            fields,
        })
    }

    /// The value of a field as it stands in the file.
    pub(super) fn raw(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// The names of its fields.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().map(String::as_str)
    }

    /// The keys of the entries from which it inherits.
    pub(super) fn parents(&self) -> impl Iterator<Item = &str> {
        let crossref = self.raw("crossref").into_iter();
        let data = self.raw("xdata").into_iter();
        let keys = crossref.chain(data.flat_map(|keys| keys.split(',')));
        keys.map(str::trim).filter(|key| !key.is_empty())
    }

    /// The entry as `biblatex` understands it, with what its parents say. A parent's own parents do not count:
    /// that would have no end where two entries refer to one another.
    pub(super) fn resolved(&self, all: &HashMap<&str, &Self>) -> Result<biblatex::Entry, String> {
        // No entry has such a key, so none is its own parent.
        const OWN: &str = "\u{1}";
        let mut entries = vec![self.as_raw(OWN, true)];
        for key in self.parents() {
            let taken = entries.iter().any(|entry| entry.v.key.v == key);
            if let Some(parent) = all.get(key).filter(|_| !taken) {
                entries.push(parent.as_raw(key, false));
            }
        }
        let raw = RawBibliography {
            preamble: String::new(),
            entries,
            abbreviations: Vec::new(),
        };
        let mut read = Bibliography::from_raw(raw).map_err(|error| said(&error, ""))?;
        read.remove(OWN).ok_or_else(|| "It cannot be read.".into())
    }

    fn as_raw<'a>(&'a self, key: &'a str, inherits: bool) -> Spanned<RawEntry<'a>> {
        let wanted = |name: &str| match name {
            "crossref" | "xdata" => inherits,
            name => super::fields::is_read(name) && !VERBATIM.contains(&name),
        };
        let fields = self.fields.iter().filter(|(name, _)| wanted(name));
        let fields = fields.map(|(name, value)| {
            let value = vec![Spanned::zero(RawChunk::Normal(value.as_str()))];
            biblatex::Pair::new(Spanned::zero(name.as_str()), Spanned::zero(value))
        });
        Spanned::zero(RawEntry {
            key: Spanned::zero(key),
            kind: Spanned::zero(self.kind.as_str()),
            fields: fields.collect(),
        })
    }
}

/// A value made ready for the reader of LaTeX.
fn ready(name: &str, value: &str) -> String {
    if VERBATIM.contains(&name) {
        return value.to_owned();
    }
    let prepared = latex::prepared(value);
    if name == "pages" {
        // Two hyphens are how LaTeX writes a range.
        prepared.replace("---", "-").replace("--", "-")
    } else {
        prepared
    }
}

/// The text of a value, without braces and never re-cased.
pub(super) fn text(chunks: ChunksRef<'_>) -> String {
    let part = |chunk: &Spanned<Chunk>| match &chunk.v {
        Chunk::Normal(text) | Chunk::Verbatim(text) => text.clone(),
        Chunk::Math(formula) => latex::math(formula),
    };
    chunks.iter().map(part).collect()
}

/// Why an entry cannot be read, in plain words. `text` is what was read, for the line within it.
fn said(error: &ParseError, text: &str) -> String {
    let before = text.get(..error.span.start).unwrap_or_default();
    let row = before.matches('\n').count() + 1;
    let missing = |what: &str| {
        if text.is_empty() {
            format!("{what} is missing in it.")
        } else {
            format!("{what} is missing in line {row} of the entry.")
        }
    };
    match &error.kind {
        ParseErrorKind::UnexpectedEof => {
            "A brace or a quotation mark is opened in it and never closed, or a value is missing."
                .into()
        }
        ParseErrorKind::Unexpected(Token::ClosingBrace) => {
            "A brace is closed in it that was never opened.".into()
        }
        ParseErrorKind::Unexpected(_) => {
            format!("There is a sign too many in line {row} of the entry.")
        }
        ParseErrorKind::Expected(token) => missing(match token {
            Token::Comma => "A comma between two fields",
            Token::Equals => "An equals sign after the name of a field",
            Token::Identifier => "The name of a field",
            Token::OpeningBrace => "An opening brace",
            Token::ClosingBrace => "A closing brace",
            Token::QuotationMark => "A quotation mark",
            Token::DecimalPoint => "A number",
        }),
        ParseErrorKind::UnknownAbbreviation(name) => {
            format!("It uses the abbreviation “{name}”, which the file does not define.")
        }
        ParseErrorKind::MalformedCommand => "A LaTeX command in it cannot be read.".into(),
        _ => "What it says of the entry that it belongs to cannot be read.".into(),
    }
}
