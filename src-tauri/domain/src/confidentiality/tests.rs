//! Numbers that are known to be good or bad, traps, and what holds for every text.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let found = find(text);
    let shown: Vec<(&str, &str)> = found
        .iter()
        .map(|f| (f.kind.code(), f.matched.as_str()))
        .collect();
    assert_eq!(shown, expected, "in {text:?}");
}

#[test]
fn nhs_numbers_are_known_by_their_check_digit() {
    for (number, good) in [
        ("943 476 5919", true),
        ("9434765919", true),
        ("943-476-5919", true),
        ("943 476 5918", false),
        ("401 023 2137", true),
        ("987 654 3210", true),
        ("943 476 5900", true),
        ("123 456 7890", false),
        ("999 999 9999", false),
        ("111 111 1111", false),
        ("999 000 0018", true),
    ] {
        let expected: &[_] = if good { &[("nhs_number", number)] } else { &[] };
        check(&format!("Her number {number}, as written."), expected);
    }
    for digit in 0..=9 {
        check(&format!("943 476 596{digit}"), &[]);
    }
    // Ten zeros begin with 0 and have the length of a telephone number, which is a warning as good.
    assert!(!numbers::is_nhs_number(&[0; 10]));
}

#[test]
fn digits_before_or_after_make_another_number() {
    check("19434765919", &[]);
    check("94347659190", &[]);
    check(
        "bed 4 943 476 5919 2",
        &[("bed_or_bay", "bed 4"), ("nhs_number", "943 476 5919")],
    );
    check(
        "bay 2 01632 960001 3",
        &[("bed_or_bay", "bay 2"), ("phone", "01632 960001")],
    );
    check("94 3476 5919", &[]);
    check("943 476 5919. Then 3", &[("nhs_number", "943 476 5919")]);
}

#[test]
fn national_insurance_numbers_have_a_form_of_their_own() {
    for good in ["AB123456C", "AB 12 34 56 C", "JG 12 13 16 A", "ab123456c"] {
        check(good, &[("national_insurance", good)]);
    }
    for bad in [
        "QQ123456C",
        "GB123456A",
        "AO123456C",
        "DA123456A",
        "AB123456E",
        "AB1234567C",
    ] {
        check(bad, &[]);
    }
}

#[test]
fn postcodes_are_written_in_capitals() {
    for good in [
        "SW1A 1AA", "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "GIR 0AA", "K1 2AB",
        "EC1A1BB",
    ] {
        check(&format!("near {good}, I think"), &[("postcode", good)]);
    }
    for bad in [
        "K12",
        "S4",
        "b33 8th",
        "QA1 1AA",
        "M1 1CE",
        "A&E 4",
        "MRSA 2 weeks",
    ] {
        check(bad, &[]);
    }
    // The shape of a postcode without its capitals.
    check("ward B12 3rd day", &[("ward", "ward B12")]);
}

#[test]
fn email_addresses_end_before_the_full_stop_of_a_sentence() {
    check(
        "Write to jo.bloggs+work@ward.nhs.uk.",
        &[("email", "jo.bloggs+work@ward.nhs.uk")],
    );
    check("an @ alone, a@b and @home.uk", &[]);
}

#[test]
fn telephone_numbers_begin_with_0_or_44() {
    for good in [
        "01632 960 001",
        "020 7946 0000",
        "07700 900123",
        "+44 7700 900123",
        "+447700900123",
        "(020) 7946 0000",
    ] {
        check(&format!("call {good} now"), &[("phone", good)]);
    }
    for bad in [
        "0.9 % 500 ml",
        "0800",
        "12345 67890 1",
        "+33 1 23 45 67 89",
        "05 10 15 20 25 30",
        "0800 1200 1600",
    ] {
        check(bad, &[]);
    }
}

#[test]
fn a_date_near_a_word_of_birth_is_a_date_of_birth() {
    check("DOB 12/3/1941", &[("date_of_birth", "12/3/1941")]);
    check("D.O.B.: 12.03.41", &[("date_of_birth", "12.03.41")]);
    check(
        "born on the 12th of March 1941",
        &[("date_of_birth", "12th of March 1941")],
    );
    check(
        "1941-03-12 (date of birth)",
        &[("date_of_birth", "1941-03-12")],
    );
    check("On 12 March 2026 I", &[("exact_date", "12 March 2026")]);
    check("March 12, 2026", &[("exact_date", "March 12, 2026")]);
    let far = "She was born here, and I remember well how we first met on 12 March 2026.";
    check(far, &[("exact_date", "12 March 2026")]);
    for harmless in [
        "March 2026",
        "31/2/2026",
        "1/2 of it",
        "120/80/70",
        "version 1.2.3",
        "10-15-20 mg",
        "may 5 come",
    ] {
        check(harmless, &[]);
    }
}

#[test]
fn hospital_numbers_follow_a_word_that_says_so() {
    check("Hospital no: RX123456", &[("hospital_number", "RX123456")]);
    check("MRN 0045678", &[("hospital_number", "0045678")]);
    check("case-note number 123456", &[("hospital_number", "123456")]);
    check("PAS 1234", &[]);
    check("the hospital has 123456 patients", &[]);
    check("MRN, which I later looked up, 123456", &[]);
}

#[test]
fn softer_notices_for_names_places_and_great_ages() {
    check(
        "Mrs Evans and Dr. Šimić",
        &[("titled_name", "Mrs Evans"), ("titled_name", "Dr. Šimić")],
    );
    check("a Nurse Associate, the Sister said, Dr who", &[]);
    check(
        "in bed 4, bay C",
        &[("bed_or_bay", "bed 4"), ("bed_or_bay", "bay C")],
    );
    check("the bed I made in a bay", &[]);
    check(
        "on Ward 7 and Ward Maple",
        &[("ward", "Ward 7"), ("ward", "Ward Maple")],
    );
    check("the ward round", &[]);
    check(
        "a 94-year-old, aged 101",
        &[("great_age", "94"), ("great_age", "101")],
    );
    check("89 years old, 94 % saturation, 95 mmHg", &[]);
    check("PIN 12A3456E", &[("registration_pin", "12A3456E")]);
}

#[test]
fn of_two_findings_in_one_place_the_graver_stays() {
    let found = find("bed 4, 943 476 5919");
    assert_eq!(
        found.iter().map(|f| f.severity).collect::<Vec<_>>(),
        [Severity::Notice, Severity::Identifier]
    );
    check("Ward SW1A 1AA", &[("postcode", "SW1A 1AA")]);
}

#[test]
fn a_page_of_ordinary_prose_raises_nothing() {
    check(
        "At handover I learned that 2 of 6 patients had a NEWS2 of 5 or more. K12 and S4 apply; I checked \
         500 ml over 8 h, 125 ml/h, SpO2 94 %, BP 120/80, and wrote it up in March 2026 (Gibbs, 1988, \
         pp. 49-50).",
        &[],
    );
}

#[test]
fn long_texts_take_time_in_proportion() {
    // Inputs that make a careless scanner look at everything again from every place. A quadratic one
    // would need hours for them; the test would not end.
    for piece in [
        "1 ",
        "@",
        "a@",
        "MRN ",
        "12 ",
        "born ",
        "A",
        "0-",
        "12 March ",
        "aged ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        assert!(find(&text).len() <= text.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics_and_findings_are_in_order(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn nor_does_text_that_looks_like_identifiers(
        text in "([0-9]{1,10}|[A-Z]{1,3}|born|DOB|Mrs|ward|bed|MRN|@|March|aged|é|—|[ ./+()-]){0,24}"
    ) {
        holds(&text)?;
    }
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let found = find(text);
    prop_assert!(found.windows(2).all(|w| w[0].end <= w[1].start));
    for finding in &found {
        prop_assert_eq!(
            text.get(finding.start..finding.end),
            Some(finding.matched.as_str())
        );
        prop_assert!(!finding.matched.is_empty());
    }
    Ok(())
}
