//! The same words are printed once.
//!
//! A note that was captured and then written about stands in the portfolio twice: as what was done,
//! and as the beginning of the account. The account is printed as it was written, so the words belong
//! there; the activity says where they are.

use super::{Book, account, reflection_anchor};
use crate::outline::{Block, Text};
use aftershift_domain::activity::Activity;
use std::cell::RefCell;
use std::collections::HashMap;

/// The words of accounts, each brought into a form that compares when it is first asked for.
#[derive(Default)]
pub(super) struct Told(RefCell<HashMap<usize, String>>);

impl Told {
    /// The first account about `activity` in which all of `words` stand one after another.
    fn account(&self, book: &Book<'_>, activity: &Activity, words: &str) -> Option<usize> {
        let accounts = book.accounts_of(activity);
        if accounts.is_empty() {
            return None;
        }
        let words = flowing(words);
        if words.is_empty() {
            return None;
        }
        let mut told = self.0.borrow_mut();
        accounts.into_iter().find(|number| {
            let text = told.entry(*number).or_insert_with(|| {
                let (_, stages) = account::arranged(book, book.reflections[number - 1]);
                let texts: Vec<&str> = stages.0.iter().map(|stage| stage.text.as_str()).collect();
                flowing(&texts.join("\n"))
            });
            contains(text, &words)
        })
    }
}

/// What was written about an activity, or where it is to be read.
pub(super) fn words(book: &Book<'_>, activity: &Activity, written: &str) -> Vec<Block> {
    if written.trim().is_empty() {
        return Vec::new();
    }
    match book.told.account(book, activity, written) {
        None => vec![Block::markdown(written, 4)],
        Some(number) => {
            let anchor = reflection_anchor(number);
            let text = Text::new()
                .plain("In the words of account ")
                .link(anchor.clone(), anchor.clone())
                .plain(", ")
                .page_of(anchor)
                .plain(".");
            vec![Block::paragraph(text)]
        }
    }
}

/// Words with one space between them: where a line ends makes no difference.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `words` stand in `text`, and not only as part of longer words.
fn contains(text: &str, words: &str) -> bool {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words).any(|(at, _)| {
        apart(text[..at].chars().next_back()) && apart(text[at + words.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_words_and_however_lines_end() {
        for (text, words, found) in [
            ("She fell. I helped.", "She fell.", true),
            ("She\n\nfell.  I helped.", "She fell. I\nhelped.", true),
            ("Breakfast", "Break", false),
            ("I broke a fast", "fast", true),
            ("fasting, fast", "fast", true),
            ("She fell.", "She fell. I helped.", false),
        ] {
            assert_eq!(
                contains(&flowing(text), &flowing(words)),
                found,
                "{words:?} in {text:?}"
            );
        }
    }
}
