//! Words: email addresses, postcodes, names with titles, places in a hospital, great ages.

use super::scan::{Text, Token, is_space};
use super::{FindingKind, Hit};

/// Looks at each `@` and outwards from it.
pub(super) fn emails(text: &Text<'_>, hits: &mut Vec<Hit>) {
    let bytes = text.source.as_bytes();
    let local = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
    let domain = |b: &u8| b.is_ascii_alphanumeric() || b".-".contains(b);
    let mut from = 0;
    for (at, _) in bytes.iter().enumerate().filter(|(_, b)| **b == b'@') {
        let before = bytes[from..at]
            .iter()
            .rev()
            .take_while(|b| local(b))
            .count();
        let after = bytes[at + 1..].iter().take_while(|b| domain(b)).count();
        from = at + 1;
        let host = text.source[at + 1..at + 1 + after].trim_end_matches(['.', '-']);
        let top = host.rsplit_once('.').map_or("", |(_, top)| top);
        if before > 0 && top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic()) {
            hits.push((FindingKind::Email, at - before, at + 1 + host.len()));
        }
    }
}

/// Postcodes in capitals, as they are written: "ward B12 3rd" has the shape but not the capitals.
pub(super) fn postcodes(text: &Text<'_>, hits: &mut Vec<Hit>) {
    for (at, token) in text.tokens.iter().enumerate() {
        if !(2..=7).contains(&token.text.len()) || !token.text.is_ascii() {
            continue;
        }
        let next = text.after_spaces(at + 1, 1);
        let second = text
            .get(next)
            .filter(|second| next > at + 1 && is_inward(second.text));
        if let Some(second) = second.filter(|_| is_outward(token.text)) {
            hits.push((FindingKind::Postcode, token.start, second.end()));
        } else if token.text.len() >= 5 {
            let (outward, inward) = token.text.split_at(token.text.len() - 3);
            if is_outward(outward) && is_inward(inward) {
                hits.push((FindingKind::Postcode, token.start, token.end()));
            }
        }
    }
}

fn is_outward(text: &str) -> bool {
    let bytes = text.as_bytes();
    let first = |b: &u8| b.is_ascii_uppercase() && !b"QVX".contains(b);
    let second = |b: &u8| (b'A'..=b'Y').contains(b) && !b"IJZ".contains(b);
    match bytes {
        b"GIR" => true,
        [a, rest @ ..] if first(a) => match rest {
            [d] if d.is_ascii_digit() => true,
            [d, e] if d.is_ascii_digit() && e.is_ascii_digit() => true,
            [d, l] if d.is_ascii_digit() => b"ABCDEFGHJKPSTUW".contains(l),
            [b, d] if second(b) && d.is_ascii_digit() => true,
            [b, d, e] if second(b) && d.is_ascii_digit() => {
                e.is_ascii_digit() || b"ABEHMNPRVWXY".contains(e)
            }
            _ => false,
        },
        _ => false,
    }
}

fn is_inward(text: &str) -> bool {
    let letter = |b: &u8| b.is_ascii_uppercase() && !b"CIKMOV".contains(b);
    match text.as_bytes() {
        [d, a, b] => d.is_ascii_digit() && letter(a) && letter(b),
        _ => false,
    }
}

/// Names with titles, beds, wards and great ages.
pub(super) fn names_and_places(text: &Text<'_>, hits: &mut Vec<Hit>) {
    for (at, token) in text.tokens.iter().enumerate() {
        if token.is_word() {
            titled_name(text, at, hits);
            place(text, at, hits);
            great_age(text, at, hits);
        }
    }
}

const TITLES: [&str; 9] = [
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Doctor", "Sister", "Nurse", "Prof",
];

/// Capitalised words that follow "Nurse" or "Sister" without being a name.
const NOT_NAMES: [&str; 12] = [
    "Associate",
    "Practitioner",
    "Specialist",
    "Manager",
    "Consultant",
    "In",
    "On",
    "And",
    "Of",
    "Education",
    "The",
    "Station",
];

fn titled_name(text: &Text<'_>, at: usize, hits: &mut Vec<Hit>) {
    let title = &text.tokens[at];
    if !TITLES.contains(&title.text) && title.text != "Professor" {
        return;
    }
    let dot = usize::from(text.get(at + 1).is_some_and(|token| token.text == "."));
    let next = text.after_spaces(at + 1 + dot, 2);
    if next == at + 1 + dot {
        return;
    }
    if let Some(name) = text.get(next).filter(|name| is_name(name)) {
        hits.push((FindingKind::TitledName, title.start, name.end()));
    }
}

fn is_name(token: &Token<'_>) -> bool {
    let mut letters = token.text.chars();
    letters.next().is_some_and(char::is_uppercase)
        && !NOT_NAMES.contains(&token.text)
        && letters.all(char::is_alphabetic)
}

/// "bed 4", "bay B", "room 12", "ward 7", "Ward Maple".
fn place(text: &Text<'_>, at: usize, hits: &mut Vec<Hit>) {
    let token = &text.tokens[at];
    let ward = token.is("ward");
    if !ward && !["bed", "bay", "room"].iter().any(|word| token.is(word)) {
        return;
    }
    let next = text.after_spaces(at + 1, 2);
    let Some(which) = text.get(next).filter(|_| next > at + 1) else {
        return;
    };
    let numbered = which.text.len() <= 4
        && which.text.is_ascii()
        && which.text.bytes().any(|b| b.is_ascii_digit())
        && which
            .text
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    let lettered =
        !ward && which.text.len() == 1 && ("B"..="Z").contains(&which.text) && which.text != "I";
    // "Ward Maple", but not "Ward rounds" nor a sentence that goes on after "ward".
    let named = ward
        && which.text.len() > 2
        && is_name(which)
        && !which.text.chars().all(char::is_uppercase)
        && ![
            "Manager", "Sister", "Round", "Rounds", "Clerk", "Nurse", "Team",
        ]
        .contains(&which.text);
    if numbered || lettered || named {
        let kind = if ward {
            FindingKind::Ward
        } else {
            FindingKind::BedOrBay
        };
        hits.push((kind, token.start, which.end()));
    }
}

/// "aged 94", "94 years old", "94-year-old", "94 yo".
fn great_age(text: &Text<'_>, at: usize, hits: &mut Vec<Hit>) {
    let token = &text.tokens[at];
    if !token.number(3).is_some_and(|age| (90..=122).contains(&age)) {
        return;
    }
    let mut before = text.tokens[..at]
        .iter()
        .rev()
        .filter(|token| !is_space(token));
    let aged = before
        .next()
        .is_some_and(|word| word.is("aged") || word.is("age"));
    let mark =
        |token: &&Token<'_>| is_space(token) || token.text == "-" || token.text == "\u{2011}";
    let mut after = text.tokens[at + 1..]
        .iter()
        .take(6)
        .filter(|token| !mark(token));
    let unit = after.next();
    let old = unit.is_some_and(|word| word.is("yo"))
        || (unit.is_some_and(|word| {
            word.is("year") || word.is("years") || word.is("yr") || word.is("yrs")
        }) && after
            .next()
            .is_some_and(|word| word.is("old") || word.is("of")));
    if aged || old {
        hits.push((FindingKind::GreatAge, token.start, token.end()));
    }
}
