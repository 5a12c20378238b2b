//! Likely identifiers of people: warned of, never blocked, never altered.

use crate::app::App;
use crate::convert::count;
use crate::failure::Failure;
use crate::model::model_of;
use crate::reflection::{arranged, present_reflection};
use crate::wire::{Identifier, Identifiers, ReflectionRef};
use aftershift_domain::confidentiality::{Finding, Severity, find};
use aftershift_domain::reflection::{ArrangedStages, Reflection};

/// Bytes of an excerpt on either side of what was found.
const AROUND: usize = 40;

/// What was found, with the words around it.
fn excerpt(text: &str, finding: &Finding) -> String {
    let mut start = finding.start.saturating_sub(AROUND);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (finding.end + AROUND).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    // Whole words only; the finding itself is never cut.
    if start > 0 {
        let before = &text[start..finding.start];
        start += before
            .find(char::is_whitespace)
            .map_or(before.len(), |at| at);
    }
    if end < text.len() {
        let after = &text[finding.end..end];
        end = finding.end + after.rfind(char::is_whitespace).unwrap_or(0);
    }
    let words: Vec<&str> = text[start..end].split_whitespace().collect();
    let words = words.join(" ");
    format!(
        "{}{words}{}",
        if start > 0 { "…" } else { "" },
        if end < text.len() { "…" } else { "" }
    )
}

/// Counts a text in UTF-16 code units, in which the window's editors count. Asked in the order of the
/// text, it reads the text once however much was found.
struct Units<'a> {
    text: &'a str,
    byte: usize,
    units: usize,
}

impl<'a> Units<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            units: 0,
        }
    }

    /// How many units stand before the byte `at`, which is no earlier than the last one asked for.
    fn before(&mut self, at: usize) -> u32 {
        self.units += self.text[self.byte..at].encode_utf16().count();
        self.byte = at;
        count(self.units)
    }
}

/// Everything found in one text of an account, in order.
fn in_text<'a>(
    heading: &'a str,
    key: Option<&'a str>,
    text: &'a str,
) -> impl Iterator<Item = Identifier> + 'a {
    let mut units = Units::of(text);
    find(text).into_iter().map(move |finding| Identifier {
        kind: finding.kind.code().into(),
        label: finding.kind.label().into(),
        stage: heading.into(),
        stage_key: key.map(str::to_owned),
        excerpt: excerpt(text, &finding),
        start: units.before(finding.start),
        end: units.before(finding.end),
        mild: finding.severity == Severity::Notice,
        matched: finding.matched,
    })
}

/// Everything found in the title and the texts of an account.
pub(crate) fn of(reflection: &Reflection, stages: &ArrangedStages) -> Vec<Identifier> {
    let stages = stages.0.iter();
    in_text("Title", None, &reflection.title)
        .chain(stages.flat_map(|stage| in_text(&stage.heading, Some(&stage.key), &stage.text)))
        .collect()
}

impl App {
    /// Likely identifiers of people in a reflection. It warns and never alters.
    ///
    /// # Errors
    /// If the reflection is not there.
    pub fn likely_identifiers(&self, request: ReflectionRef) -> Result<Identifiers, Failure> {
        self.read(|db, _| {
            let reflection = present_reflection(db, &request.id)?;
            let model = model_of(db, &reflection.model)?;
            let stages = arranged(&model, &reflection.stages);
            Ok(Identifiers {
                found: of(&reflection, &stages),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{open_world, write};

    #[test]
    fn a_number_is_found_with_the_words_around_it() {
        let world = open_world();
        let text = "We checked the band, which said 943 476 5919, before the transfer to the other \
                    side of the building began.";
        let id = write(&world, "Transfer", text);
        let found = world
            .app
            .likely_identifiers(ReflectionRef { id })
            .unwrap()
            .found;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].kind, "nhs_number");
        assert_eq!(found[0].stage, "Reflection");
        assert!(!found[0].mild);
        assert_eq!(
            found[0].excerpt,
            "We checked the band, which said 943 476 5919, before the transfer to the other side…"
        );
    }

    /// What the window selects when it is asked where a finding stands.
    fn selected(text: &str, found: &Identifier) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&units[found.start as usize..found.end as usize]).unwrap()
    }

    #[track_caller]
    fn check(text: &str, matched: &[&str]) {
        let found: Vec<_> = in_text("Description", Some("description"), text).collect();
        let selections: Vec<_> = found.iter().map(|found| selected(text, found)).collect();
        assert_eq!(selections, matched, "{text}");
        let said: Vec<_> = found.into_iter().map(|found| found.matched).collect();
        assert_eq!(said, matched, "{text}");
    }

    #[test]
    fn a_finding_says_exactly_which_letters_it_is() {
        check("Later Mrs Patel sat up.", &["Mrs Patel"]);
        check(
            "**Mrs Patel** rang from 07700 900123 twice.",
            &["Mrs Patel", "07700 900123"],
        );
    }

    #[test]
    fn letters_are_counted_as_the_window_counts_them() {
        // Each of these is one letter to a reader, and a different number of bytes and of units.
        check("Cafe\u{301} first, then Mrs Patel.", &["Mrs Patel"]);
        check("🙂 and 👩🏽‍⚕️ came, then Mrs Patel.", &["Mrs Patel"]);
        check(
            "🙂 Mrs Patel\r\n\r\n> 👩🏽‍⚕️ Mr Śliwiński\n\n- Dr Owens",
            &["Mrs Patel", "Mr Śliwiński", "Dr Owens"],
        );
    }

    #[test]
    fn a_finding_names_the_text_it_stands_in() {
        let world = open_world();
        let id = write(&world, "With Mrs Patel", "Then Mr Jones came.");
        let found = world
            .app
            .likely_identifiers(ReflectionRef { id })
            .unwrap()
            .found;
        let places: Vec<_> = found
            .iter()
            .map(|found| (found.stage_key.as_deref(), found.matched.as_str()))
            .collect();
        assert_eq!(
            places,
            [(None, "Mrs Patel"), (Some("text"), "Mr Jones")],
            "the title is no stage"
        );
    }

    #[test]
    fn a_text_without_any_gives_none_and_stays_as_it_is() {
        let world = open_world();
        let id = write(&world, "Rest", "I learned to ask before I help.");
        let request = || ReflectionRef { id: id.clone() };
        assert_eq!(world.app.likely_identifiers(request()).unwrap().found, []);
        let view = world.app.reflection(request()).unwrap();
        assert_eq!(view.stages[0].text, "I learned to ask before I help.");
    }
}
