//! What an import refuses, and how it says so.

use super::{FULL, full, read};
use crate::failure::Failure;
use crate::format::import;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use serde_json::{Value, json};

#[track_caller]
fn refuses(text: &str, expected: Expect) {
    let said = match import(text.as_bytes()).unwrap_err() {
        Failure::NotTheFormat { place, expected } => format!("{place}: {expected}"),
        Failure::Invalid { problems } => problems
            .iter()
            .map(|problem| format!("{}: {}", problem.field, problem.reason))
            .collect::<Vec<_>>()
            .join("\n"),
        other => format!("{other:?}"),
    };
    expected.assert_eq(&said);
}

/// Refuses the full document with `value` at `pointer`.
#[track_caller]
fn refuses_with(pointer: &str, value: Value, expected: Expect) {
    let mut document = full();
    *document.pointer_mut(pointer).unwrap() = value;
    refuses(&document.to_string(), expected);
}

#[test]
fn text_that_is_no_json_is_refused_with_its_place() {
    refuses(
        "",
        expect!["line 1, column 0: more: the text ends too early, as if it had been cut off"],
    );
    refuses(
        &FULL[..FULL.len() / 2],
        expect!["line 183, column 15: more: the text ends too early, as if it had been cut off"],
    );
    refuses(
        "{\n  format: 1}",
        expect!["line 2, column 3: the name of a field in double quotation marks"],
    );
    refuses(
        "{\"a\": 1,}",
        expect!["line 1, column 9: no comma before the end of a list or object"],
    );
    refuses(
        "{\"a\" 1}",
        expect!["line 1, column 6: a colon between a name and its value"],
    );
    refuses(
        "{\"a\": [1 2]}",
        expect!["line 1, column 10: a comma or the end of the list"],
    );
    refuses(
        &format!("{FULL}x"),
        expect!["line 390, column 1: nothing after the end of the document"],
    );
    refuses(
        "{\"a\": what}",
        expect![
            "line 1, column 7: a value: a text in double quotation marks, a number, a list or an object"
        ],
    );
    refuses("[1, 2]", expect!["format: the text “aftershift-portfolio”"]);
    refuses(
        "\"text\"",
        expect!["the beginning: an object; its fields are files, format, portfolio and version"],
    );
    let binary: &[u8] = b"SQLite format 3\n\xff\xfe";
    assert_eq!(
        import(binary).unwrap_err(),
        Failure::NotTheFormat {
            place: "line 2".into(),
            expected: "text in UTF-8".into()
        }
    );
}

#[test]
fn other_formats_and_versions_are_told_apart() {
    refuses("{}", expect!["format: the text “aftershift-portfolio”"]);
    refuses_with(
        "/format",
        json!("leap2a"),
        expect!["format: the text “aftershift-portfolio”"],
    );
    refuses_with("/version", json!("1"), expect!["version: the number 1"]);
    refuses_with("/version", json!(0), expect!["version: the number 1"]);
    refuses_with("/version", json!(1.5), expect!["version: the number 1"]);
    refuses_with(
        "/version",
        json!(2),
        expect!["TooNew { found: 2, known: 1 }"],
    );
    // A newer version may have fields that are not known here: its number is what matters.
    let newer = r#"{"format": "aftershift-portfolio", "version": 7, "rooms": [{"a": {}}]}"#;
    refuses(newer, expect!["TooNew { found: 7, known: 1 }"]);
}

#[test]
fn a_wrong_field_is_named_with_its_path_and_what_was_expected() {
    let activity = "/portfolio/activities/0";
    let at = |field: &str| format!("{activity}/{field}");
    refuses_with(
        &at("doneOn"),
        json!("2026-02-31"),
        expect!["portfolio.activities[0].doneOn: a date such as 2026-02-28"],
    );
    refuses_with(
        &at("startedAt"),
        json!("25:00"),
        expect!["portfolio.activities[0].startedAt: a time of day such as 09:30:00, or null"],
    );
    refuses_with(
        &at("createdAt"),
        json!("yesterday"),
        expect![
            "portfolio.activities[0].createdAt: a date and time in UTC such as 2026-02-28T20:15:00Z"
        ],
    );
    refuses_with(
        &at("duration"),
        json!(-5),
        expect!["portfolio.activities[0].duration: a length of time in whole minutes, or null"],
    );
    refuses_with(
        &at("duration"),
        json!(1.5),
        expect!["portfolio.activities[0].duration: a length of time in whole minutes, or null"],
    );
    refuses_with(
        &at("title"),
        json!(5),
        expect!["portfolio.activities[0].title: a text"],
    );
    refuses_with(
        &at("place"),
        json!("moon"),
        expect![
            "portfolio.activities[0].place: one of unknown, workplace, campus, online, placement or home"
        ],
    );
    refuses_with(
        &at("id"),
        json!("a b"),
        expect![
            "portfolio.activities[0].id: an id of 1 to 64 letters, digits, hyphens or underscores"
        ],
    );
    refuses_with(
        &at("criteria/0"),
        json!({}),
        expect!["portfolio.activities[0].criteria[0]: a text"],
    );
    refuses_with(
        "/portfolio/activities",
        json!("none"),
        expect!["portfolio.activities: a list"],
    );
    refuses_with(
        "/portfolio/programme",
        json!([1]),
        expect!["portfolio.programme: an object"],
    );
    refuses_with(
        "/portfolio/programme/blockRelease",
        json!("yes"),
        expect!["portfolio.programme.blockRelease: true or false"],
    );
    refuses_with(
        "/portfolio/criterionLinks/0/subject/kind",
        json!("person"),
        expect![
            "portfolio.criterionLinks[0].subject.kind: one of reflection, activity or evidence"
        ],
    );
    refuses_with(
        "/files/0/base64",
        json!("&&&"),
        expect!["files[0].base64: the bytes of the file in Base64, padded and without line ends"],
    );
}

#[test]
fn missing_unknown_and_repeated_fields_are_named() {
    let mut document = full();
    document["portfolio"]["activities"][0]
        .as_object_mut()
        .unwrap()
        .remove("doneOn");
    refuses(
        &document.to_string(),
        expect![
            "portfolio.activities[0].doneOn: a date such as 2026-02-28, but there is no such field"
        ],
    );
    let mut document = full();
    document["portfolio"]["learner"]["shoeSize"] = json!(39);
    refuses(
        &document.to_string(),
        expect![
            "portfolio.learner.shoeSize: no such field; its fields are learnerNumber, name and role"
        ],
    );
    let mut document = full();
    document["portfolio"]["criterionLinks"][0]["subject"]["why"] = json!("?");
    refuses(
        &document.to_string(),
        expect!["portfolio.criterionLinks[0].subject.why: what format.schema.json says"],
    );
    let mut document = full();
    document.as_object_mut().unwrap().remove("files");
    refuses(
        &document.to_string(),
        expect!["files: a list, but there is no such field"],
    );
    let twice = FULL.replacen("\"title\":", "\"title\": \"x\", \"title\":", 1);
    refuses(
        &twice,
        expect!["portfolio.programme.title: this field only once"],
    );
}

#[test]
fn references_that_lead_nowhere_are_all_named() {
    let mut document = full();
    document["portfolio"]["theoryLinks"][0]["theoryId"] = json!("t-9");
    document["portfolio"]["activityLinks"][0]["activityId"] = json!("a-9");
    let Err(Failure::Invalid { problems }) = read(&document) else {
        panic!()
    };
    let fields: Vec<&str> = problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "portfolio.theoryLinks[0].theoryId",
            "portfolio.activityLinks[0].activityId"
        ]
    );
}

#[test]
fn files_that_do_not_fit_are_named() {
    refuses_with(
        "/files/0/base64",
        json!("AAAA"),
        expect![[r"
            files[0].base64: The bytes are not those that the SHA-256 beside them stands for: the file was changed or cut short.
            portfolio.evidence[0].size: The file has 3 bytes."]],
    );
    refuses_with(
        "/portfolio/evidence/0/size",
        json!(7),
        expect!["portfolio.evidence[0].size: The file has 29 bytes."],
    );
    refuses_with(
        "/files",
        json!([]),
        expect![
            "portfolio.evidence[0].sha256: None of the files has this SHA-256, neither in here nor beside it."
        ],
    );
    let mut document = full();
    let file = document["files"][0].clone();
    document["files"].as_array_mut().unwrap().push(file);
    refuses(
        &document.to_string(),
        expect!["files[1].sha256: This file is here twice."],
    );
    let mut document = full();
    let nothing = crate::format::files::sha256(b"");
    document["files"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "sha256": nothing, "base64": "" }));
    refuses(
        &document.to_string(),
        expect![
            "files[1].sha256: No item of evidence has this SHA-256: add the item or leave the file out."
        ],
    );
}

#[test]
fn lists_within_lists_without_end_are_refused_and_not_followed() {
    let deep = "[".repeat(200_000);
    let text = |field: &str| {
        format!("{{\"format\": \"aftershift-portfolio\", \"version\": 1, \"{field}\": {deep}")
    };
    for field in ["portfolio", "files", "format", "else"] {
        assert!(
            matches!(
                import(text(field).as_bytes()),
                Err(Failure::NotTheFormat { .. })
            ),
            "{field}"
        );
    }
    assert!(matches!(
        import(deep.as_bytes()),
        Err(Failure::NotTheFormat { .. })
    ));
}

/// Every place of a document, as a JSON pointer.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(name, inner)| places(inner, &format!("{at}/{name}"), into));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(i, inner)| places(inner, &format!("{at}/{i}"), into));
        }
        _ => {}
    }
}

/// A JSON pointer in the spelling of messages.
fn path(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        if step.bytes().all(|b| b.is_ascii_digit()) {
            path.push_str(&format!("[{step}]"));
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(step);
        }
    }
    path
}

#[test]
fn a_value_of_a_wrong_kind_is_named_wherever_it_stands() {
    let mut pointers = Vec::new();
    places(&full(), "", &mut pointers);
    for pointer in pointers.iter().filter(|pointer| !pointer.is_empty()) {
        for wrong in [json!({"?": 1}), json!(true), json!([[]]), json!(-1.5)] {
            let mut document = full();
            let old = document.pointer(pointer).unwrap().clone();
            if std::mem::discriminant(&old) == std::mem::discriminant(&wrong) {
                continue;
            }
            *document.pointer_mut(pointer).unwrap() = wrong.clone();
            let Err(Failure::NotTheFormat { place, expected }) = read(&document) else {
                panic!("{pointer} with {wrong}: {:?}", read(&document));
            };
            // What an id is the id of is only known once its kind is: the two are wrong together.
            let place_of_it = pointer
                .strip_suffix("/subject/id")
                .map(|link| format!("{link}/subject"));
            let expected_place = path(place_of_it.as_ref().unwrap_or(pointer));
            assert_eq!(place, expected_place, "with {wrong}");
            assert_ne!(expected, "what format.schema.json says", "{pointer}");
            assert!(!expected.contains(['`', '\\']), "{pointer}: {expected}");
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{0,12}Z)?".prop_map(Value::from),
        "[0-9]{2}:[0-9]{2}(:[0-9]{2})?".prop_map(Value::from),
        "[art]-[0-9]".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-zA-Z]{1,10}", inner, 0..4)
                .prop_map(|fields| fields.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in any::<Vec<u8>>()) {
        prop_assert!(import(&bytes).is_err());
    }

    #[test]
    fn no_document_with_one_byte_changed_panics(
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = FULL.as_bytes().to_vec();
        let at = place.index(bytes.len());
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        let _ = import(&bytes);
    }

    #[test]
    fn no_document_with_another_value_panics_and_what_is_taken_is_exported_again(
        place in any::<prop::sample::Index>(),
        value in any_json(),
    ) {
        let mut document = full();
        let mut pointers = Vec::new();
        places(&document, "", &mut pointers);
        *document.pointer_mut(&pointers[place.index(pointers.len())]).unwrap() = value;
        if let Ok(imported) = read(&document) {
            let text = crate::format::export(&imported.portfolio, &imported.files).unwrap();
            prop_assert_eq!(import(&text).unwrap(), imported);
        }
    }
}
