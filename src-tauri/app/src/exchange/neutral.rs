//! Text that a spreadsheet would take for a formula, made harmless and made whole again.
//!
//! A cell of a CSV file that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is computed by
//! spreadsheets, and can then read other cells and call other programs. A quotation mark `'` in front of it
//! makes it text. The full-width forms of these signs are taken as the same by spreadsheets in East Asian
//! settings.

use std::borrow::Cow;

const SIGNS: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// Whether a spreadsheet would compute the text, or would once the quotation marks before it were taken
/// away: then one more is put before it, so that [`restored`] finds the text again.
fn is_dangerous(text: &str) -> bool {
    // Spreadsheets leave off blanks before they look.
    text.trim_start_matches('\'')
        .trim_start_matches([' ', '\u{a0}', '\u{3000}'])
        .starts_with(SIGNS)
}

/// The text as it may stand in a cell.
pub(super) fn neutralised(text: &str) -> Cow<'_, str> {
    if is_dangerous(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// The text that [`neutralised`] was given.
pub(super) fn restored(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_dangerous(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_be_computed_becomes_text() {
        for text in [
            "=1+1", "+44 20", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "＋1", "－1",
            "＠A", "'=1",
        ] {
            let cell = neutralised(text);
            assert!(cell.starts_with('\''), "{text:?}");
            assert_eq!(restored(&cell), text);
        }
        for text in ["", "Lecture", "1-2", "'tis", "a=b", "’=1"] {
            assert_eq!(neutralised(text), text);
            assert_eq!(restored(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@ a\t\u{ff1d}-]{0,8}") {
            let cell = neutralised(&text);
            prop_assert_eq!(restored(&cell), text.as_str());
            let computed = cell.trim_start_matches([' ', '\u{a0}', '\u{3000}']);
            prop_assert!(!computed.starts_with(SIGNS));
        }
    }
}
