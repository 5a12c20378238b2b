//! Likely identifiers of people: warned of, never blocked, never altered.

use crate::app::App;
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

/// Everything found in the title and the texts of an account.
pub(crate) fn of(reflection: &Reflection, stages: &ArrangedStages) -> Vec<Identifier> {
    let texts = stages
        .0
        .iter()
        .map(|stage| (stage.heading.as_str(), stage.text.as_str()));
    let title = std::iter::once(("Title", reflection.title.as_str()));
    let mut found = Vec::new();
    for (stage, text) in title.chain(texts) {
        found.extend(find(text).iter().map(|finding| Identifier {
            kind: finding.kind.code().into(),
            label: finding.kind.label().into(),
            stage: stage.into(),
            excerpt: excerpt(text, finding),
            mild: finding.severity == Severity::Notice,
        }));
    }
    found
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
