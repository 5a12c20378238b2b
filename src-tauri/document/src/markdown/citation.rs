//! Citations among words, as Pandoc has them: `[@gibbs1988]`, `[@gibbs1988, p. 12]`,
//! `[see @a, pp. 3-5; @b]`, `[-@a]`, and in the sentence `@a` or `@a [p. 12]`.
//!
//! Which names are those of works is not known here: a citation keeps its words as they were typed, for
//! where it turns out to be an address or somebody's handle.

use super::{Block, Inline};
use aftershift_domain::theory::Run;

/// A citation, with the words that it was typed as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citation {
    /// The words as they were typed. They are what is shown as long as nothing is [set](Self::set).
    pub typed: String,
    /// Whether the author is named in the sentence and only the rest stands in brackets.
    pub narrative: bool,
    /// The works, in the order in which they were typed.
    pub cites: Vec<Cite>,
    /// What a style makes of it.
    pub set: Vec<Piece>,
}

/// One work in a citation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cite {
    /// The short name of the work.
    pub key: String,
    /// Words before it.
    pub before: String,
    /// Where in the work.
    pub locator: Option<Locator>,
    /// Words after it, with the comma or space that they were typed with.
    pub after: String,
    /// Whether the author is left out.
    pub suppressed: bool,
}

/// Where in a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locator {
    /// What is counted.
    pub place: Place,
    /// The numbers, such as `3-5`.
    pub numbers: String,
}

/// What the numbers of a locator count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Pages.
    Page,
    /// Chapters.
    Chapter,
    /// Sections.
    Section,
    /// Paragraphs.
    Paragraph,
    /// Volumes.
    Volume,
    /// Parts.
    Part,
    /// Figures.
    Figure,
    /// Tables.
    Table,
    /// Columns.
    Column,
    /// Lines.
    Line,
    /// Notes.
    Note,
    /// Verses.
    Verse,
}

/// Words of a citation as a style sets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words and their face.
    pub run: Run,
    /// The place of the reference, in a document that has one.
    pub anchor: Option<String>,
}

/// What places are called when they are typed. Longer words stand before those that they begin with.
const PLACES: [(&str, Place); 38] = [
    ("pages", Place::Page),
    ("page", Place::Page),
    ("pp.", Place::Page),
    ("pp", Place::Page),
    ("p.", Place::Page),
    ("p", Place::Page),
    ("chapters", Place::Chapter),
    ("chapter", Place::Chapter),
    ("chaps.", Place::Chapter),
    ("chap.", Place::Chapter),
    ("chap", Place::Chapter),
    ("ch.", Place::Chapter),
    ("ch", Place::Chapter),
    ("sections", Place::Section),
    ("section", Place::Section),
    ("secs.", Place::Section),
    ("sec.", Place::Section),
    ("§§", Place::Section),
    ("§", Place::Section),
    ("paragraphs", Place::Paragraph),
    ("paragraph", Place::Paragraph),
    ("paras.", Place::Paragraph),
    ("para.", Place::Paragraph),
    ("para", Place::Paragraph),
    ("¶", Place::Paragraph),
    ("volume", Place::Volume),
    ("vols.", Place::Volume),
    ("vol.", Place::Volume),
    ("parts", Place::Part),
    ("part", Place::Part),
    ("figure", Place::Figure),
    ("fig.", Place::Figure),
    ("table", Place::Table),
    ("column", Place::Column),
    ("col.", Place::Column),
    ("line", Place::Line),
    ("note", Place::Note),
    ("verse", Place::Verse),
];

/// Stand for brackets and signs that a backslash keeps from meaning anything. Unicode promises that no
/// text has them.
const ESCAPED: [(char, char); 3] = [('[', '\u{fdd0}'), (']', '\u{fdd1}'), ('@', '\u{fdd2}')];

/// What stands for a character behind a backslash, if it could begin or end a citation.
pub(super) fn escaped(c: char) -> Option<char> {
    let found = ESCAPED.iter().find(|(meant, _)| *meant == c);
    found.map(|(_, stand_in)| *stand_in)
}

/// Whether a character is one that stands for another.
pub(super) fn is_stand_in(c: char) -> bool {
    ESCAPED.iter().any(|(_, stand_in)| *stand_in == c)
}

fn restored(text: &str) -> String {
    let meant = |c: char| {
        let found = ESCAPED.iter().find(|(_, stand_in)| *stand_in == c);
        found.map_or(c, |(meant, _)| *meant)
    };
    text.chars().map(meant).collect()
}

/// Finds the citations in what was read.
pub(super) fn find(blocks: &mut [Block]) {
    each_line(blocks, &mut |inlines| found_in(inlines, true));
}

/// The citations of a text, in the order of its tree.
pub fn citations(markdown: &str) -> Vec<Citation> {
    // Most texts have none, and need not be read.
    if !markdown.contains('@') {
        return Vec::new();
    }
    let mut found = Vec::new();
    each_citation(&mut super::parse(markdown), &mut |citation| {
        found.push(citation.clone());
    });
    found
}

/// Puts what a style made of the citations of a text into its tree, in their order.
pub fn set(blocks: &mut [Block], pieces: &[Vec<Piece>]) {
    let mut pieces = pieces.iter();
    each_citation(blocks, &mut |citation| {
        if let Some(pieces) = pieces.next() {
            citation.set.clone_from(pieces);
        }
    });
}

fn each_citation(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Citation)) {
    fn within(inlines: &mut [Inline], visit: &mut dyn FnMut(&mut Citation)) {
        for inline in inlines {
            match inline {
                Inline::Citation(citation) => visit(citation),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Struck(inner)
                | Inline::Link(_, inner) => within(inner, visit),
                _ => {}
            }
        }
    }
    each_line(blocks, &mut |inlines| within(inlines, visit));
}

/// Goes through whatever holds words, in the order of the tree.
fn each_line(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Heading(_, inlines) | Block::Paragraph(inlines) => visit(inlines),
            Block::Quote(inner) | Block::Footnote(_, inner) => each_line(inner, visit),
            Block::List(list) => {
                for item in &mut list.items {
                    each_line(&mut item.blocks, visit);
                }
            }
            Block::Table(table) => {
                let rows = std::iter::once(&mut table.head).chain(&mut table.rows);
                rows.flatten().for_each(&mut *visit);
            }
            Block::Code(_) | Block::Rule => {}
        }
    }
}

/// A link has a meaning already, so its words are only words.
fn found_in(inlines: &mut Vec<Inline>, cited: bool) {
    let mut found = Vec::with_capacity(inlines.len());
    for mut inline in inlines.drain(..) {
        match &mut inline {
            Inline::Text(text) if cited => {
                split(text, &mut found);
                continue;
            }
            Inline::Text(text) => *text = restored(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => {
                found_in(inner, cited);
            }
            Inline::Link(_, inner) => found_in(inner, false),
            Inline::Picture(picture) => picture.description = restored(&picture.description),
            _ => {}
        }
        found.push(inline);
    }
    *inlines = found;
}

fn split(text: &str, found: &mut Vec<Inline>) {
    let mut rest = 0;
    let mut at = 0;
    let word = |words: &str, found: &mut Vec<Inline>| {
        if !words.is_empty() {
            found.push(Inline::Text(restored(words)));
        }
    };
    while let Some(next) = text[at..].find(['[', '@']) {
        at += next;
        let here = &text[at..];
        let citation = if here.starts_with('[') {
            bracket(here)
        } else if begins_word(&text[..at]) {
            narrative(here)
        } else {
            None
        };
        let Some((citation, length)) = citation else {
            at += 1;
            continue;
        };
        word(&text[rest..at], found);
        found.push(Inline::Citation(Citation {
            typed: restored(&here[..length]),
            ..citation
        }));
        at += length;
        rest = at;
    }
    word(&text[rest..], found);
}

/// An address has a letter before its sign, and so has a name of a file.
fn begins_word(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '_' | '%' | '+' | '@' | '/'))
}

/// What stands between a bracket and its fellow, if no other is between them.
fn enclosed(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('[')?;
    let end = inside.find(['[', ']'])?;
    inside[end..].starts_with(']').then(|| &inside[..end])
}

fn bracket(text: &str) -> Option<(Citation, usize)> {
    let inside = enclosed(text)?;
    if !inside.contains('@') {
        return None;
    }
    let cites = inside.split(';').map(cite).collect::<Option<_>>()?;
    let citation = Citation {
        cites,
        ..Citation::default()
    };
    Some((citation, inside.len() + 2))
}

fn narrative(text: &str) -> Option<(Citation, usize)> {
    let (key, mut length) = key(text)?;
    let (mut locator, mut after) = (None, String::new());
    let behind = &text[length..];
    let gap = behind.len() - behind.trim_start_matches(' ').len();
    let words = enclosed(&behind[gap..]).filter(|words| gap < 2 && !words.contains('@'));
    if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
        (locator, after) = located(&format!(", {words}"));
        length += gap + words.len() + 2;
    }
    let cite = Cite {
        key,
        locator,
        after,
        ..Cite::default()
    };
    let citation = Citation {
        narrative: true,
        cites: vec![cite],
        ..Citation::default()
    };
    Some((citation, length))
}

/// `see @a, pp. 3-5`
fn cite(text: &str) -> Option<Cite> {
    let sign = text
        .match_indices('@')
        .map(|(at, _)| at)
        .find(|at| begins_word(&text[..*at]) && key(&text[*at..]).is_some())?;
    let (key, length) = key(&text[sign..])?;
    let before = &text[..sign];
    let bare = before.strip_suffix('-');
    let suppressed = bare.is_some_and(|before| before.is_empty() || before.ends_with(' '));
    let before = if suppressed { bare? } else { before };
    let (locator, after) = located(&text[sign + length..]);
    Some(Cite {
        key,
        before: restored(before.trim()),
        locator,
        after,
        suppressed,
    })
}

/// A name behind its sign, and how long the two are. Punctuation belongs to it only between letters.
fn key(text: &str) -> Option<(String, usize)> {
    let behind = text.strip_prefix('@')?;
    if let Some(inside) = behind.strip_prefix('{') {
        let key = &inside[..inside.find('}')?];
        let fits = !key.is_empty() && !key.contains(char::is_whitespace);
        return fits.then(|| (key.to_owned(), key.len() + 3));
    }
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    let mut end = 0;
    let mut pending = false;
    for (at, c) in behind.char_indices() {
        if letter(c) {
            end = at + c.len_utf8();
            pending = false;
        } else if at > 0 && !pending && ":.#$%&-+?<>~/".contains(c) {
            pending = true;
        } else {
            break;
        }
    }
    (end > 0).then(|| (behind[..end].to_owned(), end + 1))
}

/// Splits what stands behind a name into where in the work, and other words.
fn located(text: &str) -> (Option<Locator>, String) {
    let begun = text.trim_start().trim_start_matches(',').trim_start();
    let lower = begun.to_lowercase();
    let named = PLACES.iter().find(|(word, _)| {
        let behind = lower
            .strip_prefix(word)
            .and_then(|rest| rest.chars().next());
        behind.is_some_and(|c| c == ' ' || c.is_ascii_digit())
    });
    // A name in another script may change its length with its case; then it is no place of ours.
    let behind = named.and_then(|(word, place)| Some((begun.get(word.len()..)?, *place)));
    let (counted, place) = behind.unwrap_or((begun, Place::Page));
    let counted = counted.trim_start();
    let length = numbers(counted, named.is_some());
    if length == 0 {
        let text = text.trim_end();
        return (None, restored(text));
    }
    let locator = Locator {
        place,
        numbers: counted[..length].replace("--", "-"),
    };
    (Some(locator), restored(counted[length..].trim_end()))
}

/// How far the numbers at the beginning of a text reach: `12`, `3-5, 7`, `12a`, and where the place is
/// named also `iv`.
fn numbers(text: &str, roman: bool) -> usize {
    let mut end = 0;
    loop {
        let gap = match &text[end..] {
            rest if end == 0 => rest.len() - rest.trim_start_matches(' ').len(),
            rest => {
                let joined = ["--", "-", "–", ", ", ",", " & "]
                    .iter()
                    .find(|joint| rest.starts_with(*joint));
                match joined {
                    Some(joint) => joint.len(),
                    None => return end,
                }
            }
        };
        let token = &text[end + gap..];
        let length = token
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(token.len());
        let token = &token[..length];
        let number = token.contains(|c: char| c.is_ascii_digit())
            || (roman && !token.is_empty() && token.chars().all(|c| "ivxlcdm".contains(c)));
        if !number {
            return end;
        }
        end += gap + length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The citations of a text, each as `before|key|place numbers|after`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let told = |citation: &Citation| {
            let cites = citation.cites.iter().map(|cite| {
                let locator = cite.locator.as_ref();
                let locator = locator.map(|one| format!("{:?} {}", one.place, one.numbers));
                let sign = if cite.suppressed { "-" } else { "" };
                let locator = locator.unwrap_or_default();
                format!(
                    "{}|{sign}{}|{locator}|{}",
                    cite.before, cite.key, cite.after
                )
            });
            let cites = cites.collect::<Vec<_>>().join("; ");
            format!("{}{cites}", if citation.narrative { "@" } else { "" })
        };
        let found = citations(text);
        assert_eq!(
            found.iter().map(told).collect::<Vec<_>>(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn citations_are_read_as_pandoc_reads_them() {
        check("So [@gibbs1988].", &["|gibbs1988||"]);
        check("[@gibbs1988, p. 12]", &["|gibbs1988|Page 12|"]);
        check("[@a, 12]", &["|a|Page 12|"]);
        check("[@a pp. 3-5, 7 and on]", &["|a|Page 3-5, 7| and on"]);
        check("[@a, p. iv]", &["|a|Page iv|"]);
        check("[@a, chap. 2]", &["|a|Chapter 2|"]);
        check("[@a, § 3]", &["|a|Section 3|"]);
        check("[see @a, pp. 3-5; also @b]", &["see|a|Page 3-5|; also|b||"]);
        check("[-@a, p. 1]", &["|-a|Page 1|"]);
        check("As @a says, and @b [p. 3] too", &["@|a||", "@|b|Page 3|"]);
        check("@{odd key} [@{a:b}]", &["|a:b||"]);
        check("[@schön_1983.b:c].", &["|schön_1983.b:c||"]);
        check("*See [@a]*, > [@b]", &["|a||", "|b||"]);
        check(
            "[@a, in the chapter on pigs]",
            &["|a||, in the chapter on pigs"],
        );
        check("@a.", &["@|a||"]);
        check("[@open", &["@|open||"]);
        check("| a |\n|---|\n| [@b] |\n\n- [@c]", &["|b||", "|c||"]);
        check(
            "One[^n]\n\n[^n]: [@late]\n\n[@early]",
            &["|early||", "|late||"],
        );
    }

    #[test]
    fn what_is_no_citation_stays_text() {
        for text in [
            "",
            "me@example.org",
            "`[@key]` and `@key`",
            "```\n[@key] @key\n```",
            "[@] and [@ key]",
            "[@us](https://example.org)",
            r"[\@key] and \@key",
            r"\[\@key]",
        ] {
            check(text, &[]);
        }
        check(r"\\[@key]", &["|key||"]);
        check(r"\[@key]", &["@|key||"]);
        // As Pandoc has it: the bracket is a bracket, and the sentence in it names the work.
        check(r"\[@key\] and \@key", &["@|key||"]);
    }

    #[test]
    fn words_stay_as_they_were_typed() {
        for (text, plain) in [
            (r"\[@key\]", "[@key]"),
            (r"a\@b and [see \[x\] @key]", "a@b and [see [x] @key]"),
            (
                "See [-@a; @b, p. 3] and @c [p. 4]!",
                "See [-@a; @b, p. 3] and @c [p. 4]!",
            ),
            ("A \u{fdd0}stranger @a", "A  stranger @a"),
            (r"![a \[b\] @c](attachment:x)", "a [b] @c"),
        ] {
            assert_eq!(super::super::plain_text(text), plain, "{text}");
        }
    }

    #[test]
    fn many_brackets_are_read_in_one_go() {
        let begun = std::time::Instant::now();
        for text in [
            "[@".repeat(500_000),
            "@a ".repeat(500_000),
            "[@a] ".repeat(300_000),
        ] {
            let _ = super::super::parse(&text);
        }
        assert!(begun.elapsed() < std::time::Duration::from_secs(30));
    }
}
