//! Notices when the two parts of a name seem to have changed places. It never decides: people are called
//! whatever they are called, so a doubt is shown and nothing is refused.

use super::Author;
use crate::code::coded;

coded! {
    /// Why the parts of a name may have changed places.
    NameDoubt {
        /// What stands as the family name looks like initials.
        Initials = "initials", "The family name looks like initials";
        /// What stands as the family name is usually a given name.
        GivenName = "given_name", "The family name is usually a given name";
    }
}

/// What may be wrong with a name.
///
/// Without a given name there is nothing to change places with, so a single letter or a name like
/// "Patricia" stands unquestioned there: a pseudonym, or somebody known by one name.
#[must_use]
pub fn doubt(author: &Author) -> Option<NameDoubt> {
    let (family, given) = (author.family.trim(), author.given.trim());
    if !is_word(given) {
        return None;
    }
    if are_initials(family) {
        return Some(NameDoubt::Initials);
    }
    (is_usual_given_name(family) && !is_usual_given_name(given)).then_some(NameDoubt::GivenName)
}

/// Whether it has a word of some length, as a family name has and initials have not.
fn is_word(name: &str) -> bool {
    name.split(|c: char| !c.is_alphabetic())
        .any(|part| part.chars().count() > 1)
        && !are_initials(name)
}

/// `P.`, `P. E.`, `J.-P.`, `PE.`: single capitals, or a few of them closed by a full stop.
fn are_initials(name: &str) -> bool {
    let mut parts = name
        .split(|c: char| c == '.' || c == '-' || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .peekable();
    let closed = name.ends_with('.');
    parts.peek().is_some()
        && parts.all(|part| {
            let letters = part.chars().count();
            part.chars().all(char::is_uppercase) && (letters == 1 || (closed && letters <= 3))
        })
}

fn is_usual_given_name(name: &str) -> bool {
    let first = name.split([' ', '-']).next().unwrap_or_default();
    USUAL_GIVEN_NAMES
        .binary_search(&first.to_lowercase().as_str())
        .is_ok()
}

/// Given names that are seldom family names, in the order of the alphabet. Names that are often both, such
/// as Graham, James, Kim or Thomas, are left out: a doubt that is mostly wrong would not be read.
#[rustfmt::skip] // One name a line would be two pages of names.
const USUAL_GIVEN_NAMES: &[&str] = &[
    "abigail", "adriana", "aisha", "alejandro", "alexandra", "alice", "alison", "amanda",
    "amelia", "amy", "andrea", "andrzej", "angela", "anna", "anne", "annette", "barbara",
    "beatrice", "beverley", "brenda", "brian", "carol", "caroline", "catherine", "charlotte",
    "christina", "christine", "christopher", "claire", "colin", "daniela", "deborah", "derek",
    "diana", "diane", "donna", "dorothea", "dorothy", "edward", "eileen", "elaine", "eleanor",
    "elena", "elizabeth", "ellen", "emily", "emma", "eric", "ewa", "fatima", "fiona", "florence",
    "frances", "gareth", "geoffrey", "gillian", "giovanni", "hannah", "heather", "helen",
    "hilary", "imelda", "ingrid", "irene", "isabel", "jacqueline", "jan", "jane", "janet", "jean",
    "jennifer", "jeremy", "jessica", "joan", "joanna", "joanne", "josephine", "judith", "julia",
    "julie", "karen", "katarzyna", "katherine", "kathleen", "katie", "keith", "kenneth", "kevin",
    "laura", "lesley", "lilian", "linda", "lisa", "lorraine", "louise", "lucy", "lynn",
    "madeleine", "malgorzata", "margaret", "maria", "marie", "marilyn", "martha", "mary",
    "matthew", "maureen", "melanie", "michelle", "miriam", "monica", "nancy", "natalie", "nicola",
    "nicole", "nigel", "olivia", "pamela", "patricia", "paula", "pauline", "philippa", "phyllis",
    "piotr", "rachel", "rebecca", "roberta", "rosemary", "rosie", "ruth", "samantha", "sandra",
    "sarah", "sharon", "sheila", "shirley", "simone", "siobhan", "sophie", "stephanie", "steven",
    "stuart", "susan", "suzanne", "sylvia", "teresa", "timothy", "tracey", "ursula", "valerie",
    "vanessa", "veronica", "victoria", "virginia", "wendy", "yvonne",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(family: &str, given: &str, expected: Option<NameDoubt>) {
        let author = Author {
            family: family.into(),
            given: given.into(),
        };
        assert_eq!(doubt(&author), expected, "{family}, {given}");
    }

    #[test]
    fn the_names_are_in_order() {
        assert!(USUAL_GIVEN_NAMES.is_sorted());
    }

    #[test]
    fn initials_are_no_family_name_beside_a_word() {
        for family in ["P.", "P", "P. E.", "P.E.", "J.-P.", "PE.", "Ś."] {
            check(family, "Benner", Some(NameDoubt::Initials));
        }
    }

    #[test]
    fn a_given_name_is_doubted_beside_what_is_none() {
        check("Patricia", "Benner", Some(NameDoubt::GivenName));
        check(" barbara ", "Carper", Some(NameDoubt::GivenName));
        check("Mary-Ann", "Rolfe", Some(NameDoubt::GivenName));
    }

    #[test]
    fn names_the_right_way_round_are_not_doubted() {
        for (family, given) in [
            ("Benner", "Patricia"),
            ("Benner", "P."),
            ("Ng", "Siew Mei"),
            ("NG", "Siew"),
            ("Wu", "L."),
            ("Graham", "Ian"),
            ("Jean", "Marie"),
            ("Lave", "Jean"),
            ("O’Brien", "Mary"),
            ("van der Berg", "J. H."),
        ] {
            check(family, given, None);
        }
    }

    #[test]
    fn a_name_alone_has_nothing_to_change_places_with() {
        check("P.", "", None);
        check("Patricia", "", None);
        check("Patricia", "A.", None);
        check("", "Benner", None);
    }

    proptest! {
        #[test]
        fn no_name_is_too_strange(family in ".*", given in ".*") {
            let _ = doubt(&Author { family, given });
        }
    }
}
