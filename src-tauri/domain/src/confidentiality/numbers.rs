//! Numbers: health service, National Insurance, telephone, hospital, registration.

use super::scan::{Text, Token, is_gap, is_space};
use super::{FindingKind, Hit};

/// Words that announce a number by which a hospital knows a patient, as sequences of words.
const HOSPITAL_WORDS: &[&[&str]] = &[
    &["hospital", "no"],
    &["hospital", "number"],
    &["hosp", "no"],
    &["mrn"],
    &["unit", "no"],
    &["unit", "number"],
    &["pas"],
    &["case", "note"],
    &["case", "notes"],
    &["casenote"],
    &["chi"],
    &["rxr"],
];
/// How far after such words the number may begin, in bytes.
const HOSPITAL_REACH: usize = 15;

pub(super) fn all(text: &Text<'_>, hits: &mut Vec<Hit>) {
    for (at, token) in text.tokens.iter().enumerate() {
        if !token.is_word() {
            continue;
        }
        if token.text.as_bytes()[0].is_ascii_digit() {
            nhs_number(text, at, hits);
            phone(text, at, hits);
            registration_pin(token, hits);
        }
        national_insurance(text, at, hits);
        hospital_number(text, at, hits);
    }
}

/// Whether a token is digits and nothing else.
fn is_number(token: &Token<'_>) -> bool {
    !token.text.is_empty() && token.text.bytes().all(|b| b.is_ascii_digit())
}

/// The groups of digits that begin at `at`, with one gap between each two, `most` groups at most. What
/// stands before them is not looked at: "bed 4 943 476 5919" still holds a number.
fn groups<'a>(text: &'a Text<'_>, at: usize, most: usize) -> Vec<&'a Token<'a>> {
    let mut groups = Vec::new();
    let mut next = at;
    while let Some(token) = text
        .get(next)
        .filter(|token| groups.len() < most && is_number(token))
    {
        groups.push(token);
        if !text.get(next + 1).is_some_and(is_gap) {
            break;
        }
        next += 2;
    }
    groups
}

fn digits(groups: &[&Token<'_>]) -> Vec<u8> {
    groups
        .iter()
        .flat_map(|token| token.text.bytes().map(|b| b - b'0'))
        .collect()
}

/// Ten digits in one piece, or in groups of three, three and four.
fn nhs_number(text: &Text<'_>, at: usize, hits: &mut Vec<Hit>) {
    let groups = groups(text, at, 3);
    let lengths: Vec<usize> = groups.iter().map(|token| token.text.len()).collect();
    let number = match lengths[..] {
        [10, ..] => &groups[..1],
        [3, 3, 4] => &groups[..],
        _ => return,
    };
    if let Some(last) = number.last().filter(|_| is_nhs_number(&digits(number))) {
        hits.push((FindingKind::NhsNumber, text.tokens[at].start, last.end()));
    }
}

/// Whether ten digits pass the check of NHS, CHI and H&C numbers. Ten alike pass the sum but are no one's.
pub(super) fn is_nhs_number(digits: &[u8]) -> bool {
    let [front @ .., check] = digits else {
        return false;
    };
    if front.len() != 9 || front.iter().all(|digit| digit == check) {
        return false;
    }
    let sum: u32 = front
        .iter()
        .zip((2..=10).rev())
        .map(|(d, w)| u32::from(*d) * w)
        .sum();
    match 11 - sum % 11 {
        11 => *check == 0,
        10 => false,
        expected => u32::from(*check) == expected,
    }
}

/// `+44` or `0`, then nine or ten digits in groups of three or more.
fn phone(text: &Text<'_>, at: usize, hits: &mut Vec<Hit>) {
    let before = at
        .checked_sub(1)
        .and_then(|at| text.get(at))
        .map_or("", |token| token.text);
    let abroad = before == "+";
    let mut groups = groups(text, at, 5);
    if let [area] = groups[..]
        && before == "("
        && text.get(at + 1).is_some_and(|token| token.text == ")")
    {
        let rest = text.after_spaces(at + 2, 2);
        groups = [vec![area], self::groups(text, rest, 4)].concat();
    }
    let start = text.tokens[at].start - usize::from(matches!(before, "+" | "("));
    let short = groups.iter().skip(1).position(|token| token.text.len() < 3);
    groups.truncate(short.map_or(groups.len(), |at| at + 1));
    // The longest run that has the right length: what follows may be another number.
    for count in (1..=groups.len()).rev() {
        let national = match &digits(&groups[..count])[..] {
            [4, 4, rest @ ..] if abroad => rest.len(),
            [0, rest @ ..] if !abroad => rest.len(),
            _ => continue,
        };
        if (9..=10).contains(&national) {
            hits.push((FindingKind::Phone, start, groups[count - 1].end()));
            return;
        }
    }
}

/// Two digits, a letter from A to L, four digits, a letter.
fn registration_pin(token: &Token<'_>, hits: &mut Vec<Hit>) {
    let fits = match token.text.as_bytes() {
        [a, b, country, c, d, e, f, last] => {
            [a, b, c, d, e, f].into_iter().all(u8::is_ascii_digit)
                && (b'A'..=b'L').contains(country)
                && last.is_ascii_uppercase()
        }
        _ => false,
    };
    if fits {
        hits.push((FindingKind::RegistrationPin, token.start, token.end()));
    }
}

/// Two letters, six digits, a letter from A to D, with or without spaces.
fn national_insurance(text: &Text<'_>, at: usize, hits: &mut Vec<Hit>) {
    let mut written = String::with_capacity(9);
    let mut next = at;
    while let Some(token) = text.get(next).filter(|token| token.text.is_ascii()) {
        if token.text.len() + written.len() > 9 || !token.is_word() {
            return;
        }
        written.push_str(token.text);
        if written.len() == 9 {
            if is_national_insurance(written.to_ascii_uppercase().as_bytes()) {
                hits.push((
                    FindingKind::NationalInsurance,
                    text.tokens[at].start,
                    token.end(),
                ));
            }
            return;
        }
        if !text.get(next + 1).is_some_and(is_space) {
            return;
        }
        next += 2;
    }
}

fn is_national_insurance(written: &[u8]) -> bool {
    let [a, b, digits @ .., suffix] = written else {
        return false;
    };
    let letter = |c: &u8| c.is_ascii_uppercase() && !b"DFIQUV".contains(c);
    digits.len() == 6
        && digits.iter().all(u8::is_ascii_digit)
        && (b'A'..=b'D').contains(suffix)
        && letter(a)
        && letter(b)
        && *b != b'O'
        && ![b"BG", b"GB", b"NK", b"KN", b"TN", b"NT", b"ZZ"].contains(&&[*a, *b])
}

/// A word that announces it, then within fifteen bytes a token with five or more digits.
fn hospital_number(text: &Text<'_>, at: usize, hits: &mut Vec<Hit>) {
    let Some(after) = HOSPITAL_WORDS
        .iter()
        .find_map(|words| phrase(text, at, words))
    else {
        return;
    };
    let Some(last) = text.get(after - 1) else {
        return;
    };
    let reach = last.end() + HOSPITAL_REACH;
    let candidate = text.tokens[after..]
        .iter()
        .take_while(|token| token.start <= reach)
        .find(|token| is_hospital_number(token.text));
    if let Some(token) = candidate {
        hits.push((FindingKind::HospitalNumber, token.start, token.end()));
    }
}

/// The place after the words of a phrase that begins at `at`, with single spaces or hyphens between them.
fn phrase(text: &Text<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let mut next = at;
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 {
            text.get(next).filter(|token| is_gap(token))?;
            next += 1;
        }
        text.get(next).filter(|token| token.is(word))?;
        next += 1;
    }
    Some(next)
}

/// Any letters, then five or more digits and nothing else.
fn is_hospital_number(token: &str) -> bool {
    let digits = token.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    digits.len() >= 5 && digits.bytes().all(|b| b.is_ascii_digit())
}
