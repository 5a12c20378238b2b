//! From text to values, and from what the JSON reader says to what a person can act on.

use super::{NAME, VERSION, expected};
use crate::failure::Failure;
use aftershift_domain::portfolio::Portfolio;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::{IgnoredAny, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::error::Category;
use std::fmt;

/// A document as it was read; its references and files are not checked yet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadDocument {
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    pub portfolio: Portfolio,
    pub files: Vec<ReadFile>,
}

/// One file of a document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadFile {
    pub sha256: String,
    pub base64: Bytes,
}

/// Bytes, from their Base64.
pub(super) struct Bytes(pub Vec<u8>);

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A visitor instead of a `String`: the text of a large file is then never copied.
        struct Base64;
        impl Visitor<'_> for Base64 {
            type Value = Bytes;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("Base64")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Bytes, E> {
                STANDARD
                    .decode(text)
                    .map(Bytes)
                    .map_err(|_| E::custom("not Base64"))
            }
        }
        deserializer.deserialize_str(Base64)
    }
}

/// What is read first: whether the rest can be understood at all.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<Value>,
    #[serde(default)]
    version: Option<Value>,
}

fn not_the_format(place: impl Into<String>, expected: impl Into<String>) -> Failure {
    Failure::NotTheFormat {
        place: place.into(),
        expected: expected.into(),
    }
}

/// Reads a document.
pub(super) fn document(text: &[u8]) -> Result<ReadDocument, Failure> {
    // Some editors put a byte order mark before UTF-8.
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let text = std::str::from_utf8(text).map_err(|error| {
        let before = text.get(..error.valid_up_to()).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        not_the_format(format!("line {line}"), "text in UTF-8")
    })?;
    let head: Head = parse(text)?;
    if head.format.as_ref().and_then(Value::as_str) != Some(NAME) {
        return Err(not_the_format("format", format!("the text “{NAME}”")));
    }
    let version = head.version.as_ref().and_then(Value::as_u64);
    match version.map(|version| u32::try_from(version).unwrap_or(u32::MAX)) {
        Some(VERSION) => parse(text),
        Some(found) if found > VERSION => Err(Failure::TooNew {
            found,
            known: VERSION,
        }),
        _ => Err(not_the_format("version", format!("the number {VERSION}"))),
    }
}

fn parse<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Failure> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        failure(&path, error.inner())
    })?;
    json.end().map_err(|error| failure("", &error))?;
    Ok(value)
}

/// What the JSON reader found at `path`, in words.
fn failure(path: &str, error: &serde_json::Error) -> Failure {
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        Category::Data => {
            let (place, expected) = wrong_field(path, &message(error));
            not_the_format(place, expected)
        }
        // The reader looks no further where a code is wanted and no text begins. The code may be the first
        // field of an object in whose place there is a list.
        Category::Syntax
            if message(error) == "expected value"
                && (expected::is_code(path) || expected::up_to_a_list(path) != path) =>
        {
            let place = expected::up_to_a_list(path);
            not_the_format(place, expected::at(place))
        }
        Category::Eof => not_the_format(
            format!("line {line}, column {column}"),
            "more: the text ends too early, as if it had been cut off",
        ),
        // Reading from memory knows no failures of input: what is left is the syntax.
        Category::Syntax | Category::Io => not_the_format(
            format!("line {line}, column {column}"),
            syntax(&message(error)),
        ),
    }
}

/// The reader's message without the position that it appends.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).unwrap_or(&text).to_owned()
}

/// What a text that is no JSON should have had.
fn syntax(message: &str) -> &'static str {
    match message {
        "expected `:`" => "a colon between a name and its value",
        "expected `,` or `]`" => "a comma or the end of the list",
        "expected `,` or `}`" => "a comma or the end of the object",
        "key must be a string" => "the name of a field in double quotation marks",
        "trailing comma" => "no comma before the end of a list or object",
        "trailing characters" => "nothing after the end of the document",
        "invalid number" | "number out of range" => "a number",
        "recursion limit exceeded" => "fewer lists and objects inside one another",
        "invalid escape"
        | "invalid unicode code point"
        | "lone leading surrogate in hex escape"
        | "unexpected end of hex escape" => "a character that exists after the backslash",
        text if text.starts_with("control character") => {
            "no bare line end or other control character inside a text"
        }
        _ => "a value: a text in double quotation marks, a number, a list or an object",
    }
}

/// The place of a field that is wrong, and what was expected there.
fn wrong_field(path: &str, message: &str) -> (String, String) {
    // A path that leads nowhere yet is written as a single full stop.
    let path = if path == "." {
        ""
    } else {
        expected::up_to_a_list(path)
    };
    let inside = |field: &str| {
        if path.is_empty() {
            field.to_owned()
        } else {
            format!("{path}.{field}")
        }
    };
    if let Some(field) = quoted_after(message, "missing field ") {
        let place = inside(field);
        let kind = expected::at(&place);
        return (place, format!("{kind}, but there is no such field"));
    }
    if let Some(field) = quoted_after(message, "unknown field ") {
        let place = match path.strip_suffix(field) {
            Some(before) if before.is_empty() || before.ends_with('.') => path.to_owned(),
            _ => inside(field),
        };
        let owner = place.rsplit_once('.').map_or("", |(owner, _)| owner);
        return (
            place.clone(),
            format!("no such field; {}", expected::fields_of(owner)),
        );
    }
    if let Some(field) = quoted_after(message, "duplicate field ") {
        let place = if path.ends_with(field) {
            path.to_owned()
        } else {
            inside(field)
        };
        return (place, "this field only once".into());
    }
    if path.is_empty() {
        return (
            "the beginning".into(),
            format!("an object; {}", expected::fields_of("")),
        );
    }
    (path.to_owned(), expected::at(path))
}

/// The word in backticks that follows `start`.
fn quoted_after<'a>(message: &'a str, start: &str) -> Option<&'a str> {
    message
        .strip_prefix(start)?
        .strip_prefix('`')?
        .split('`')
        .next()
}
