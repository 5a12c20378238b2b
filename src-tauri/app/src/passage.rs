//! Whether the words that a link quotes still stand in the account that they were taken from.
//!
//! A quotation is a copy: it stays as it is when the account is written anew. Whoever shows it asks here
//! whether it is still one, so that no reader looks in vain for words that the page does not say.

use aftershift_document::markdown::plain_text;
use aftershift_domain::reflection::StageText;

/// Whether a quotation is of words that its account does not say any more. Marks, spaces and the ends of
/// lines make no difference, and words may run on from one stage into the next.
pub(crate) fn is_gone(passage: &str, stages: &[StageText]) -> bool {
    if passage.trim().is_empty() {
        return false;
    }
    let account: Vec<&str> = stages.iter().map(|stage| stage.text.as_str()).collect();
    let account = account.join("\n\n");
    // As it is written first: what begins within a list or a mark is no whole piece of Markdown.
    !as_written(&account).contains(&as_written(passage))
        && !as_read(&account).contains(&as_read(passage))
}

/// A text with single spaces.
fn as_written(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a text says, without marks; also without those that a cut left alone.
fn as_read(text: &str) -> String {
    as_written(&plain_text(text)).replace(['*', '_', '`', '~'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(passage: &str, stages: &[&str]) -> bool {
        let stages: Vec<StageText> = stages
            .iter()
            .map(|text| StageText {
                key: "any".into(),
                heading: "Any".into(),
                text: (*text).into(),
            })
            .collect();
        is_gone(passage, &stages)
    }

    #[test]
    fn words_that_stand_there_are_there() {
        assert!(!check("I rang", &["First", "Then I rang the registrar."]));
        assert!(!check("", &["Nothing is quoted of it."]));
        assert!(!check(" ", &[]));
    }

    #[test]
    fn words_that_changed_are_gone() {
        assert!(check("I rang", &["Then I called the registrar."]));
        assert!(check("I rang", &[]));
        assert!(check(
            "rang. Later",
            &["Then I rang.", "Something else.", "Later"]
        ));
    }

    #[test]
    fn spaces_and_the_ends_of_lines_make_no_difference() {
        assert!(!check("I  rang\r\nthe ward", &["Then I rang the\nward."]));
        assert!(!check("I rang the ward", &["Then I rang\r\n  the ward."]));
        assert!(!check("rang. Later", &["Then I rang.", "Later she came."]));
    }

    #[test]
    fn marks_make_no_difference() {
        let marked =
            "I did **not** yet *trust* it, and [wrote](https://example.org).\n\n- one\n- two";
        assert!(!check("I did not yet trust it, and wrote.", &[marked]));
        assert!(!check("did **not** yet", &["I did not yet trust it."]));
        // Cut within a mark, as a selection may be.
        assert!(!check("not** yet *trust", &[marked]));
        assert!(!check("not** yet *trust", &["I did not yet trust it."]));
        assert!(!check("one two", &[marked]));
        assert!(!check("- two", &[marked]));
    }
}
