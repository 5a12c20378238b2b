//! Names as citation files write them with commas: `Berg, Jan van der` and `King, Martin Luther, Jr.`

use super::draft::{Draft, Name};
use aftershift_domain::theory::Author;

/// Words that follow a family name after a second comma.
const SUFFIXES: [&str; 8] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "junior"];

/// Family, given name and suffix, with commas between them. Without a comma it is an organisation, or a person
/// known by one name.
pub(super) fn with_commas(written: &str, draft: &mut Draft) -> Option<Name> {
    if let Some(name) = written.trim_end().strip_suffix(',') {
        // “World Health Organization,” as EndNote asks for.
        return Name::organisation(name);
    }
    let mut parts = written.splitn(3, ',').map(str::trim);
    let family = parts.next().unwrap_or_default();
    let Some(given) = parts.next() else {
        let words = family.split_whitespace().count();
        if words < 2 {
            return Name::person("", family, "", "");
        }
        if words == 2 {
            draft.remark(format!(
                "“{family}” has no comma, so it is taken for an organisation."
            ));
        }
        return Name::organisation(family);
    };
    let third = parts.next().unwrap_or_default();
    // Both orders are in use: King, Martin Luther, Jr. and King, Jr., Martin Luther.
    let is_suffix = |text: &str| SUFFIXES.contains(&text.to_lowercase().as_str());
    let (given, suffix) = if !third.is_empty() && is_suffix(given) {
        (third, given)
    } else {
        (given, third)
    };
    Name::person("", family, suffix, given)
}

/// A name with its comma. A person known by one name has none.
pub(super) fn comma_form(author: &Author) -> String {
    if author.given.is_empty() {
        author.family.clone()
    } else {
        format!("{}, {}", author.family, author.given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aftershift_domain::theory::TheoryKind;

    fn read(written: &str) -> (Option<Name>, bool) {
        let mut draft = Draft::new(TheoryKind::Book);
        let name = with_commas(written, &mut draft);
        draft.set_key("k");
        draft.set(super::super::draft::Line::Title, "T", "title");
        let remarked = draft
            .finished()
            .is_ok_and(|(_, remarks, _)| !remarks.is_empty());
        (name, remarked)
    }

    fn person(family: &str, given: &str) -> (Option<Name>, bool) {
        let author = Author {
            family: family.into(),
            given: given.into(),
        };
        (Some(Name::Person(author)), false)
    }

    #[test]
    fn names_are_read_by_their_commas() {
        assert_eq!(read("van der Berg, Jan"), person("van der Berg", "Jan"));
        assert_eq!(
            read("King, Martin L., Jr."),
            person("King Jr.", "Martin L.")
        );
        assert_eq!(
            read("King, Jr., Martin L."),
            person("King Jr.", "Martin L.")
        );
        assert_eq!(read("Plato"), person("Plato", ""));
        let who = Name::organisation("World Health Organization");
        assert_eq!(read("World Health Organization,"), (who.clone(), false));
        assert_eq!(read("World Health Organization"), (who, false));
        let (smith, remarked) = read("John Smith");
        assert!(remarked && smith == Name::organisation("John Smith"));
        let health = Name::organisation("Health, Education and Welfare");
        assert_eq!(read("Health, Education and Welfare,"), (health, false));
        assert_eq!(read(" , "), (None, false));
    }
}
