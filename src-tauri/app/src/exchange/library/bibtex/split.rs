//! A file into its entries, with whatever is broken between them: a brace that is never closed costs the entry
//! in which it was opened.

use super::super::Lines;

/// The longest entry. An abstract of several pages fits in easily.
const LONGEST_ENTRY: usize = 256 << 10;

/// How deep braces are followed.
const DEEPEST: u32 = 50;

/// One `@kind{key, …}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The line on which it begins.
    pub line: u32,
    /// In small letters: `article`, `string`.
    pub kind: String,
    /// Empty for what has none.
    pub key: String,
    /// Everything after the key and its comma, without the last brace.
    pub body: String,
    /// Whether text that belongs to no entry follows: a brace may be closed too early.
    pub followed: bool,
}

/// A place where an entry begins but is none: line, key and reason.
pub(super) type Broken = (u32, String, String);

/// Whether an entry begins on this line.
pub(in super::super) fn begins(line: &str) -> bool {
    head(line.trim_start()).is_some()
}

/// The kind and the length of `@kind{` at the beginning of a text.
fn head(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix('@')?;
    let blanks = |text: &str| text.len() - text.trim_start_matches([' ', '\t']).len();
    let before = blanks(rest);
    let named = rest.get(before..)?;
    let length = named
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
        .unwrap_or(named.len());
    let (kind, after) = named.split_at(length);
    let between = blanks(after);
    let opens = after.get(between..)?.starts_with(['{', '(']);
    (length > 0 && opens).then_some((kind, 1 + before + length + between + 1))
}

/// The entries of a file, and what is broken in it.
pub(super) fn blocks(text: &str) -> (Vec<Block>, Vec<Broken>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut broken = Vec::new();
    let mut lines = Lines::of(text);
    let mut at = 0;
    // A comment may hold entries, so it does not end where one begins. One that is never closed would take the
    // rest of the file again and again.
    let mut trusting = true;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('@')) {
        let start = at + found;
        let between = text.get(at..start).unwrap_or_default();
        if let Some(last) = blocks.last_mut().filter(|_| between.contains('=')) {
            last.followed = true;
        }
        let rest = text.get(start..).unwrap_or_default();
        let Some((kind, length)) = head(rest) else {
            at = start + 1;
            continue;
        };
        let line = lines.line_of(start);
        let kind = kind.to_ascii_lowercase();
        let through = trusting && kind == "comment";
        let (end, closed) = end(text, start + length, through);
        let inner = text.get(start + length..end).unwrap_or_default();
        if kind == "comment" && closed.is_err() {
            trusting = false;
            at = start + length;
            continue;
        }
        let (key, body) = keyed(&kind, inner);
        let too_long = inner.len() > LONGEST_ENTRY && kind != "comment";
        match closed {
            Ok(next) if !too_long => {
                blocks.push(Block {
                    line,
                    kind,
                    key,
                    body,
                    followed: false,
                });
                at = next;
            }
            Ok(next) => {
                broken.push((line, key, "It is longer than 256 KB.".into()));
                at = next;
            }
            Err(reason) => {
                broken.push((line, key, reason.into()));
                at = end.max(start + length);
            }
        }
    }
    (blocks, broken)
}

/// Where the entry whose inside begins at `from` ends: the place of its last brace and the place after it, or
/// the place where another entry begins on a new line and why that is wrong. With `through`, entries inside it
/// are part of it.
fn end(text: &str, from: usize, through: bool) -> (usize, Result<usize, &'static str>) {
    let inside = text.get(from..).unwrap_or_default();
    let round = text.as_bytes().get(from - 1) == Some(&b'(');
    let mut depth = 0_u32;
    let mut escaped = false;
    let mut line_start = false;
    for (at, c) in inside.char_indices() {
        let here = from + at;
        if line_start
            && c == '@'
            && !through
            && head(text.get(here..).unwrap_or_default()).is_some()
        {
            let reason = "It is not closed: a closing brace is missing before the next entry.";
            return (here, Err(reason));
        }
        line_start = c == '\n' || (line_start && matches!(c, ' ' | '\t' | '\r'));
        if std::mem::take(&mut escaped) {
            continue;
        }
        match c {
            '\\' => escaped = true,
            '{' => depth += 1,
            '}' if depth == 0 && !round => return (here, Ok(here + 1)),
            ')' if depth == 0 && round => return (here, Ok(here + 1)),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let reason = "Its braces stand more than 50 deep in one another.";
            return (here, Err(reason));
        }
    }
    let reason = "It is not closed: a closing brace is missing, or the file was cut off.";
    (text.len(), Err(reason))
}

/// The key and what follows it. Keys may have blanks in them, which no other reader would take.
fn keyed(kind: &str, inner: &str) -> (String, String) {
    if matches!(kind, "string" | "comment" | "preamble") {
        return (String::new(), inner.to_owned());
    }
    let comma = inner.find(',').unwrap_or(inner.len());
    let (key, rest) = inner.split_at(comma);
    if key.contains(['=', '{', '"']) {
        return (String::new(), inner.to_owned());
    }
    let body = rest.strip_prefix(',').unwrap_or(rest);
    (key.trim().to_owned(), body.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(text: &str) -> (Vec<String>, Vec<(u32, String)>) {
        let (blocks, broken) = blocks(text);
        let keys = blocks.into_iter().map(|block| block.key).collect();
        let broken = broken.into_iter().map(|(line, key, _)| (line, key));
        (keys, broken.collect())
    }

    #[test]
    fn entries_are_found_between_words_that_are_none() {
        let text = "Mail me@there.org {not} @ all\n@Book{a, title={A}} @misc(b, title=\"B (b)\")\n\
                    @ article { c c , title = {{C} \\} c}}\n@string{x = {y}}";
        let (found, broken) = blocks(text);
        let seen: Vec<(u32, &str, &str, &str)> = found
            .iter()
            .map(|it| (it.line, it.kind.as_str(), it.key.as_str(), it.body.trim()))
            .collect();
        assert_eq!(
            seen,
            [
                (2, "book", "a", "title={A}"),
                (2, "misc", "b", "title=\"B (b"),
                (3, "article", "c c", "title = {{C} \\} c}"),
                (4, "string", "", "x = {y}"),
            ]
        );
        assert_eq!(broken, []);
    }

    #[test]
    fn what_is_never_closed_costs_one_entry() {
        let text = "@book{a, title={A}\n@book{b, title={B}}\n@book{c, title={C\n  @book{d, title={D}}\n@book{e,";
        let (found, broken) = keys(text);
        assert_eq!(found, ["b", "d"]);
        assert_eq!(broken, [(1, "a".into()), (3, "c".into()), (5, "e".into())]);
    }

    #[test]
    fn what_is_closed_too_early_is_noticed() {
        let (found, _) = blocks("@book{a, title={A}}, year={1988}}\n@book{b, title={B}}");
        assert_eq!(
            found.iter().map(|it| it.followed).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn comments_hold_what_they_like() {
        let (found, broken) =
            keys("@comment{\n@book{a, title={A}}\n}\n@book{b,}\n@comment{\n@comment{\n@book{c,}");
        assert_eq!(
            (found, broken),
            (vec![String::new(), "b".into(), "c".into()], vec![])
        );
    }

    #[test]
    fn braces_without_end_and_entries_without_measure_are_refused() {
        let deep = format!("@book{{a, title={}\n@book{{b,}}", "{".repeat(100_000));
        assert_eq!(keys(&deep), (vec!["b".into()], vec![(1, "a".into())]));
        let long = format!(
            "@book{{a, title={{{}}}}}\n@book{{b,}}",
            "x".repeat(LONGEST_ENTRY)
        );
        assert_eq!(keys(&long), (vec!["b".into()], vec![(1, "a".into())]));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_no_entry_is_found_twice(text in "([@a{}(),=\"\\\\ \n]|@b\\{|é){0,60}") {
            let (found, broken) = blocks(&text);
            prop_assert!(found.len() + broken.len() <= text.matches('@').count());
        }
    }
}
