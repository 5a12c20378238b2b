//! Keys to cite works by, such as `benner1984` in `[@benner1984]`: how one is made, what may be one, and
//! where one stands in a text. The rules are Pandoc's, so that a text can be taken there.

use super::Theory;
use std::collections::BTreeSet;

/// Signs that may stand inside a key, one at a time, between letters and digits.
const INSIDE: &str = ":.#$%&-+?<>~/";

/// The most letters and digits of a name or title that a key is made from.
const LONGEST_PART: usize = 20;

/// What a work is called by that has neither author nor title nor year to make a key from.
const NAMELESS: &str = "work";

/// Signs of which a key is made, and with one of which it begins.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The key with which a text begins; empty if it begins with none.
#[must_use]
pub fn at_start(text: &str) -> &str {
    let mut end = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        let goes_on = || signs.peek().is_some_and(|(_, next)| is_plain(*next));
        if is_plain(c) {
            end = at + c.len_utf8();
        } else if at == 0 || !INSIDE.contains(c) || !{ goes_on }() {
            break;
        }
    }
    text.get(..end).unwrap_or_default()
}

/// Why something cannot be a key, in a sentence that says what can; nothing if it is one.
#[must_use]
pub fn fault(key: &str) -> Option<&'static str> {
    if key == at_start(key) && !key.is_empty() {
        None
    } else if key.contains(char::is_whitespace) {
        Some("A key has no spaces: write it in one word, such as benner1984 or benner-1984.")
    } else if !key.starts_with(is_plain) {
        Some("A key begins with a letter, a digit or an underscore: write it like benner1984.")
    } else {
        Some(
            "A key has letters, digits and underscores, with no more than one sign such as - : . or / between them: \
             write it like benner1984 or benner-1984.",
        )
    }
}

/// The key that is nearest to what was written: what cannot stand in one becomes a hyphen, and signs too many
/// fall away. Empty if there is neither a letter nor a digit in it.
#[must_use]
pub fn nearest(written: &str) -> String {
    let mut key = String::with_capacity(written.len());
    let mut sign = None;
    for c in written.trim().chars() {
        if is_plain(c) {
            if let Some(sign) = sign.take().filter(|_| !key.is_empty()) {
                key.push(sign);
            }
            key.push(c);
        } else {
            sign.get_or_insert(if INSIDE.contains(c) { c } else { '-' });
        }
    }
    key
}

/// What a work would be called by: its first author, else the organisation, else its title, and the year.
#[must_use]
pub fn made_of(work: &Theory) -> String {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        let small = letters.flat_map(char::to_lowercase);
        // A small letter can be of two signs, of which the second is none.
        small
            .filter(|c| c.is_alphanumeric())
            .take(LONGEST_PART)
            .collect()
    };
    let author = work.authors.first().map_or("", |it| it.family.as_str());
    let named = [author, &work.corporate_author, &work.title].map(plain);
    let named = named.into_iter().find(|it| !it.is_empty());
    let key = format!("{}{}", named.unwrap_or_default(), plain(&work.year));
    if key.is_empty() {
        NAMELESS.to_owned()
    } else {
        key
    }
}

/// Gives a work a key that none of `taken` has, as near as can be to the one it has, and notes it there.
pub fn settle(work: &mut Theory, taken: &mut BTreeSet<String>) {
    let stem = match nearest(&work.cite_key) {
        key if key.is_empty() => made_of(work),
        key => key,
    };
    let letters = ('a'..='z').map(|letter| format!("{stem}{letter}"));
    let numbers = (2..).map(|number| format!("{stem}-{number}"));
    let keys = std::iter::once(stem.clone()).chain(letters).chain(numbers);
    work.cite_key = { keys }.find(|key| !taken.contains(key)).unwrap_or(stem);
    taken.insert(work.cite_key.clone());
}

/// Those of `works` by which nobody can cite, with the keys that they need: they have none, one that cannot
/// be, or that of a work before them.
#[must_use]
pub fn unsettled(works: &[Theory]) -> Vec<Theory> {
    let sound = |work: &&Theory| fault(&work.cite_key).is_none();
    let mut taken: BTreeSet<String> = works
        .iter()
        .filter(sound)
        .map(|work| work.cite_key.clone())
        .collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for work in works {
        if sound(&work) && seen.insert(&work.cite_key) {
            continue;
        }
        let mut work = work.clone();
        settle(&mut work, &mut taken);
        found.push(work);
    }
    found
}

/// The keys that a text cites, each with the place where it stands: what follows an `@` that is neither part of
/// a word or an address nor taken back by a backslash.
pub fn cited(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('@').filter_map(|(at, _)| {
        let before = text.get(..at)?.chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '\\' | '@')) {
            return None;
        }
        let key = at_start(text.get(at + 1..)?);
        (!key.is_empty()).then_some((at + 1, key))
    })
}

/// A text with one key in the place of another wherever that is cited; nothing if it is not.
#[must_use]
pub fn cited_as(text: &str, from: &str, to: &str) -> Option<String> {
    let places: Vec<usize> = cited(text)
        .filter(|(_, key)| *key == from)
        .map(|(at, _)| at)
        .collect();
    if places.is_empty() {
        return None;
    }
    let mut after = String::with_capacity(text.len());
    let mut done = 0;
    for at in places {
        after.push_str(text.get(done..at)?);
        after.push_str(to);
        done = at + from.len();
    }
    after.push_str(text.get(done..)?);
    Some(after)
}

#[cfg(test)]
mod tests {
    use super::super::Author;
    use super::super::tests::work;
    use super::*;
    use proptest::prelude::*;

    fn by(family: &str, year: &str, key: &str) -> Theory {
        let author = Author {
            family: family.into(),
            given: String::new(),
        };
        Theory {
            authors: vec![author],
            year: year.into(),
            cite_key: key.into(),
            ..work("t")
        }
    }

    #[test]
    fn a_key_ends_where_pandoc_ends_it() {
        for (text, key) in [
            ("benner1984]", "benner1984"),
            ("benner1984, p. 12]", "benner1984"),
            ("benner1984.", "benner1984"),
            ("benner1984: so", "benner1984"),
            ("DBLP:conf/icml/A1;", "DBLP:conf/icml/A1"),
            ("_a__b_ c", "_a__b_"),
            ("müller-lüdenscheidt2001", "müller-lüdenscheidt2001"),
            ("a--b", "a"),
            ("-a", ""),
            ("", ""),
            (" a", ""),
        ] {
            assert_eq!(at_start(text), key, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_a_key_is_told_what_can() {
        for sound in [
            "a",
            "1",
            "_",
            "benner1984",
            "a:b.c#d$e%f&g-h+i?j<k>l~m/n",
            "é",
        ] {
            assert_eq!(fault(sound), None, "{sound}");
        }
        for (wrong, says) in [
            ("", "begins with"),
            ("-a", "begins with"),
            ("a b", "no spaces"),
            ("a--b", "no more than one sign"),
            ("a.", "no more than one sign"),
            ("a,b", "no more than one sign"),
            ("a]b", "no more than one sign"),
        ] {
            let said = fault(wrong).unwrap_or_default();
            assert!(said.contains(says), "{wrong}: {said}");
        }
    }

    #[test]
    fn a_key_is_made_of_author_and_year_and_is_one() {
        assert_eq!(made_of(&by("Benner", "1984", "")), "benner1984");
        assert_eq!(made_of(&by("van der Berg", "n.d.", "")), "vanderbergnd");
        assert_eq!(made_of(&by("…", "1984", "")), "untitlednotes1984");
        let corporate = Theory {
            corporate_author: "Nursing and Midwifery Council".into(),
            year: "2018".into(),
            ..work("t")
        };
        assert_eq!(made_of(&corporate), "nursingandmidwiferyc2018");
        let nameless = Theory {
            title: "…".into(),
            ..work("t")
        };
        assert_eq!(made_of(&nameless), "work");
    }

    #[test]
    fn a_key_that_is_taken_gets_a_letter_and_then_a_number() {
        let mut taken = BTreeSet::new();
        let mut keys = Vec::new();
        for _ in 0..29 {
            let mut work = by("Atkins", "1993", "");
            settle(&mut work, &mut taken);
            keys.push(work.cite_key);
        }
        assert_eq!(keys[..3], ["atkins1993", "atkins1993a", "atkins1993b"]);
        assert_eq!(keys[26..], ["atkins1993z", "atkins1993-2", "atkins1993-3"]);
    }

    #[test]
    fn works_nobody_can_cite_get_keys_and_the_others_keep_theirs() {
        let works = [
            by("Benner", "1984", ""),
            by("Benner", "1984", "benner1984"),
            by("Gibbs", "1988", "gibbs 1988,"),
            by("Gibbs", "1988", "benner1984"),
            by("Kolb", "1984", "kolb"),
        ];
        let keys: Vec<String> = unsettled(&works)
            .into_iter()
            .map(|work| work.cite_key)
            .collect();
        assert_eq!(keys, ["benner1984a", "gibbs-1988", "benner1984b"]);
        assert_eq!(unsettled(&works[4..]), []);
    }

    #[test]
    fn a_citation_is_found_where_it_is_one() {
        let text = "As [@a; -@b, p. 3] and @c say (see @d.e): me@f.org, https://x.org/@g, \\@h, @ i, *@j*.";
        let found: Vec<&str> = cited(text).map(|(_, key)| key).collect();
        assert_eq!(found, ["a", "b", "c", "d.e", "j"]);
        for (at, key) in cited(text) {
            assert!(text[at..].starts_with(key));
        }
    }

    #[test]
    fn a_key_is_put_in_the_place_of_another_and_of_nothing_else() {
        let text = "[@a; @ab; -@a, p. 3] é@a @a.\n@a.b me@a @a";
        assert_eq!(
            cited_as(text, "a", "atkins1993").as_deref(),
            Some("[@atkins1993; @ab; -@atkins1993, p. 3] é@a @atkins1993.\n@a.b me@a @atkins1993")
        );
        assert_eq!(cited_as("me@a and @b", "a", "c"), None);
    }

    proptest! {
        #[test]
        fn what_is_nearest_is_a_key_and_a_key_is_nearest_to_itself(written in "\\PC{0,12}|[a-c:.@ -]{0,8}") {
            let key = nearest(&written);
            prop_assert!(key.is_empty() || fault(&key).is_none(), "{key}");
            prop_assert_eq!(nearest(&key), key.clone());
            if fault(&written).is_none() {
                prop_assert_eq!(key, written);
            }
        }

        #[test]
        fn what_is_made_is_a_key(family in "\\PC{0,30}", title in "\\PC{0,8}", year in "\\PC{0,6}") {
            let made = made_of(&Theory { title, ..by(&family, &year, "") });
            prop_assert_eq!(fault(&made), None, "{}", made);
        }

        #[test]
        fn a_key_changed_and_changed_back_leaves_the_text(text in "([ab@.;\\[\\] é]|@a|@b){0,30}") {
            prop_assume!(cited(&text).all(|(_, key)| key != "new1984"));
            if let Some(after) = cited_as(&text, "a", "new1984") {
                prop_assert_eq!(cited_as(&after, "new1984", "a"), Some(text));
            }
        }
    }
}
