//! Citation marks such as `[@benner1984]` that are printed as they were typed, of which a person is told.

use aftershift_document::markdown::citations;

/// The first citation mark in a text with a name that is not `known`, as it was typed. What stands in the
/// sentence without brackets may be somebody’s handle.
pub(super) fn first(markdown: &str, known: &dyn Fn(&str) -> bool) -> Option<String> {
    citations(markdown)
        .into_iter()
        .find(|citation| !citation.narrative && citation.cites.iter().any(|cite| !known(&cite.key)))
        .map(|citation| citation.typed)
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
            assert_eq!(first(text, &|_| false).as_deref(), mark, "{text}");
        }
    }

    #[test]
    fn what_names_a_work_is_no_mark_that_is_left() {
        let known = |key: &str| key == "kolb";
        assert_eq!(first("[@kolb] and @kolb", &known), None);
        assert_eq!(
            first("[@kolb] [@kolb; @x]", &known).as_deref(),
            Some("[@kolb; @x]")
        );
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
            assert_eq!(first(text, &|_| false), None, "{text}");
        }
    }
}
