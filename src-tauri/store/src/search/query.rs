//! Turns what a person types into a query that SQLite always understands, and its answer into pieces.

use super::Fragment;

/// More words than anybody searches for; beyond them they are ignored.
const MOST: usize = 16;

/// Set around what was found, in `hits.sql`.
const BEGIN: char = '\u{2}';
const END: char = '\u{3}';

/// The query for `text`: every word or quoted phrase, itself in quotes so that nothing in it means
/// anything, and the last word as a beginning unless something follows it. `None` without any letter
/// or digit.
pub(crate) fn terms(text: &str) -> Option<String> {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let mut terms = Vec::new();
    for (index, part) in text.split('"').enumerate() {
        // Every other part stands between quotation marks. The last may lack its closing one: then it
        // is still being typed.
        if index % 2 == 1 {
            terms.push((part.trim(), false));
        } else {
            terms.extend(part.split_whitespace().map(|word| (word, true)));
        }
    }
    terms.retain(|(term, _)| term.chars().any(char::is_alphanumeric));
    terms.truncate(MOST);
    let unfinished = !text.ends_with(char::is_whitespace) && !text.ends_with('"');
    let last = terms.len().checked_sub(1)?;
    let quoted = terms.iter().enumerate().map(|(index, (term, word))| {
        let open = if index == last && unfinished && *word {
            "*"
        } else {
            ""
        };
        format!("\"{term}\"{open}")
    });
    Some(quoted.collect::<Vec<_>>().join(" "))
}

/// The pieces of a snippet.
pub(super) fn fragments(snippet: &str) -> Vec<Fragment> {
    let mut fragments: Vec<Fragment> = Vec::new();
    let mut marked = false;
    for part in snippet.split_inclusive([BEGIN, END]) {
        let text = part.trim_end_matches([BEGIN, END]);
        if !text.is_empty() {
            fragments.push(Fragment {
                text: text.to_owned(),
                marked,
            });
        }
        marked = match part.chars().next_back() {
            Some(BEGIN) => true,
            Some(END) => false,
            _ => marked,
        };
    }
    fragments
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expect: Expect) {
        expect.assert_eq(&terms(text).unwrap_or_else(|| "nothing".to_owned()));
    }

    #[test]
    fn every_word_must_occur_and_the_last_may_be_unfinished() {
        check("wound dress", expect![[r#""wound" "dress"*"#]]);
        check("wound dress ", expect![[r#""wound" "dress""#]]);
    }

    #[test]
    fn quotation_marks_hold_words_together() {
        check(
            r#"the "novice to expert" model"#,
            expect![[r#""the" "novice to expert" "model"*"#]],
        );
        check(r#""novice to"#, expect![[r#""novice to""#]]);
    }

    #[test]
    fn what_means_something_to_sqlite_means_nothing_here() {
        check(
            "a AND (b OR c*) NEAR/2 -d ^e f:g",
            expect![[r#""a" "AND" "(b" "OR" "c*)" "NEAR/2" "-d" "^e" "f:g"*"#]],
        );
        check("nul\0byte", expect![[r#""nul" "byte"*"#]]);
    }

    #[test]
    fn signs_alone_are_nothing() {
        check("", expect!["nothing"]);
        check(" !? \" \" -", expect!["nothing"]);
    }

    #[test]
    fn a_snippet_falls_into_pieces() {
        let pieces = fragments("…the \u{2}wound\u{3} was \u{2}dressed\u{3}");
        let shown: Vec<_> = pieces.iter().map(|f| (f.text.as_str(), f.marked)).collect();
        assert_eq!(
            shown,
            [
                ("…the ", false),
                ("wound", true),
                (" was ", false),
                ("dressed", true)
            ]
        );
    }
}
