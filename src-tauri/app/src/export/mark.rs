//! Citation marks such as `[@benner1984]`: nothing makes references of them yet, so they are printed as
//! they were typed, and a person is told so.

use aftershift_document::markdown::{Block, Inline, parse};

/// The first citation mark in a text, as it was typed. What stands in code is meant as it is.
pub(super) fn first(markdown: &str) -> Option<String> {
    // Most texts have none, and need not be read.
    if !markdown.contains('@') {
        return None;
    }
    in_blocks(&parse(markdown))
}

fn in_blocks(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        Block::Heading(_, words) | Block::Paragraph(words) => in_words(words),
        Block::Quote(inner) | Block::Footnote(_, inner) => in_blocks(inner),
        Block::List(list) => list.items.iter().find_map(|item| in_blocks(&item.blocks)),
        Block::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            rows.flatten().find_map(|cell| in_words(cell))
        }
        Block::Code(_) | Block::Rule => None,
    })
}

fn in_words(words: &[Inline]) -> Option<String> {
    let mut said = String::new();
    gather(words, &mut said);
    in_line(&said).map(str::to_owned)
}

/// The words as they are printed, without what stands in code.
fn gather(words: &[Inline], said: &mut String) {
    for inline in words {
        match inline {
            Inline::Text(text) => said.push_str(text),
            Inline::Citation(citation) => said.push_str(&citation.typed),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Struck(inner)
            | Inline::Link(_, inner) => gather(inner, said),
            // Something stands between the words on either side.
            Inline::Code(_) | Inline::LineBreak | Inline::Note(_) | Inline::Picture(_) => {
                said.push('\n');
            }
        }
    }
}

/// `[@key]`, also with a minus before, and with pages or more keys behind.
fn in_line(said: &str) -> Option<&str> {
    said.match_indices('[').find_map(|(at, _)| {
        let rest = &said[at..];
        let end = rest
            .find([']', '\n'])
            .filter(|end| rest[*end..].starts_with(']'))?;
        let inside = rest[1..end].trim_start_matches('-').strip_prefix('@')?;
        let key = inside
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || c == '_');
        key.then(|| &rest[..=end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_as_they_were_typed() {
        for (text, mark) in [
            ("As [@benner1984] says.", Some("[@benner1984]")),
            ("So *[@schön1983, p. 3]*.", Some("[@schön1983, p. 3]")),
            ("- one\n- two [-@gibbs; @kolb]", Some("[-@gibbs; @kolb]")),
            ("| a |\n|---|\n| [@b] |", Some("[@b]")),
            ("> [x] and [@y]", Some("[@y]")),
        ] {
            assert_eq!(first(text).as_deref(), mark, "{text}");
        }
    }

    #[test]
    fn what_is_no_mark_is_left_in_peace() {
        for text in [
            "",
            "Write to me@example.org [or not].",
            "`[@key]`",
            "```\n[@key]\n```",
            "[@] and [@ key]",
            "[@open",
            "[@us](https://example.org)",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
