//! Whether `format.schema.json` says what the program does.

use super::{FULL, full};
use crate::format::{SCHEMA, read};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn validator() -> jsonschema::Validator {
    let schema = schema();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

#[track_caller]
fn conforms(text: &[u8]) {
    let document: Value = serde_json::from_slice(text).unwrap();
    let wrong: Vec<String> = validator()
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_full_document_conforms() {
    conforms(FULL.as_bytes());
}

#[test]
fn the_sample_conforms() {
    let (portfolio, attachments) = crate::sample::sample().unwrap();
    let files = portfolio
        .evidence
        .iter()
        .map(|item| (&item.sha256, &attachments[&item.id]));
    conforms(&crate::format::export(&portfolio, files).unwrap());
}

#[test]
fn the_schema_is_not_satisfied_by_anything() {
    let validator = validator();
    for (pointer, wrong) in [
        ("/version", json!(2)),
        ("/portfolio/activities/0/doneOn", json!("2026-02-31")),
        ("/portfolio/activities/0/id", json!("a b")),
        ("/portfolio/activities/0/startedAt", json!("24:00:00")),
        ("/portfolio/activities/0/place", json!("moon")),
        ("/portfolio/learner", json!({ "shoeSize": 39 })),
    ] {
        let mut document = full();
        *document.pointer_mut(pointer).unwrap() = wrong;
        assert!(!validator.is_valid(&document), "{pointer}");
    }
}

/// Walks a schema beside a document and hands every object of the document, with the schema of it, to
/// `look`.
fn walk(root: &Value, node: &Value, value: &Value, at: &str, look: &mut dyn FnMut(&str, &Value)) {
    if let Some(name) = node.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(name.trim_start_matches('#')).unwrap();
        return walk(root, target, value, at, look);
    }
    if let Some(choices) = node.get("anyOf") {
        return walk(root, &choices[0], value, at, look);
    }
    match value {
        Value::Object(fields) => {
            look(at, node);
            for (name, inner) in fields {
                walk(
                    root,
                    &node["properties"][name],
                    inner,
                    &format!("{at}/{name}"),
                    look,
                );
            }
        }
        Value::Array(items) => {
            for (i, inner) in items.iter().enumerate() {
                walk(root, &node["items"], inner, &format!("{at}/{i}"), look);
            }
        }
        _ => {}
    }
}

/// Every object of the full document, with its schema.
fn objects() -> Vec<(String, Value)> {
    let (schema, full) = (schema(), full());
    let mut objects = Vec::new();
    walk(&schema, &schema, &full, "", &mut |at, node| {
        objects.push((at.to_owned(), node.clone()));
    });
    objects
}

#[test]
fn the_full_document_has_every_kind_of_thing() {
    let text = schema().to_string();
    let definitions = schema()["$defs"].as_object().unwrap().clone();
    for (name, node) in &definitions {
        assert!(
            text.contains(&format!("\"#/$defs/{name}\"")),
            "{name} is used nowhere"
        );
        if node["type"] == "object" {
            let found = objects().iter().any(|(_, seen)| seen == node);
            assert!(found, "the full document has no {name}");
        }
    }
}

#[test]
fn the_schema_lists_exactly_the_fields_that_are_written() {
    // `full.json` is what the program writes: another test holds the two equal.
    let full = full();
    for (at, node) in objects() {
        let keys = |value: &Value| -> BTreeSet<String> {
            value.as_object().unwrap().keys().cloned().collect()
        };
        assert_eq!(
            keys(full.pointer(&at).unwrap()),
            keys(&node["properties"]),
            "{at}"
        );
        assert_eq!(node["additionalProperties"], json!(false), "{at}");
    }
}

#[test]
fn the_fields_that_the_schema_requires_are_those_without_which_nothing_is_read() {
    for (at, node) in objects() {
        let required: BTreeSet<&str> = node["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for name in node["properties"].as_object().unwrap().keys() {
            let mut document = full();
            document
                .pointer_mut(&at)
                .unwrap()
                .as_object_mut()
                .unwrap()
                .remove(name);
            let read = read::document(document.to_string().as_bytes());
            assert_eq!(
                read.is_err(),
                required.contains(name.as_str()),
                "{at}/{name}"
            );
        }
    }
}

#[test]
fn null_is_read_exactly_where_the_schema_allows_it() {
    let validator = validator();
    for (at, node) in objects() {
        for name in node["properties"].as_object().unwrap().keys() {
            let mut document = full();
            document.pointer_mut(&at).unwrap()[name] = Value::Null;
            let read = read::document(document.to_string().as_bytes());
            assert_eq!(read.is_ok(), validator.is_valid(&document), "{at}/{name}");
        }
    }
}

#[test]
fn every_code_of_the_schema_is_read() {
    let (schema, full) = (schema(), full());
    walk(&schema, &schema, &full, "", &mut |at, node| {
        for (name, mut property) in node["properties"].as_object().unwrap().clone() {
            for choice in ["/anyOf/0", "/items"] {
                property = property.pointer(choice).cloned().unwrap_or(property);
            }
            if let Some(reference) = property["$ref"].as_str() {
                property = schema
                    .pointer(reference.trim_start_matches('#'))
                    .unwrap()
                    .clone();
            }
            for code in property["enum"].as_array().into_iter().flatten() {
                let mut document = full.clone();
                let place = &mut document.pointer_mut(at).unwrap()[&name];
                *place = if place.is_array() {
                    json!([code])
                } else {
                    code.clone()
                };
                assert!(
                    read::document(document.to_string().as_bytes()).is_ok(),
                    "{at}/{name}: {code}"
                );
            }
        }
    });
}
