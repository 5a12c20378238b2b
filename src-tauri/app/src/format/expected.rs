//! What the schema asks for at a place, in words.
//!
//! The words come from the schema itself, so that a message, the documentation and the check that other
//! programs run can never say different things.

use super::SCHEMA;
use serde_json::Value;

/// What is expected at a path such as `portfolio.activities[3].doneOn`.
pub(super) fn at(path: &str) -> String {
    let Ok(schema) = serde_json::from_str::<Value>(SCHEMA) else {
        return unknown();
    };
    find(&schema, path).map_or_else(unknown, |node| words(&schema, node))
}

/// Whether one of several codes is expected at a path.
pub(super) fn is_code(path: &str) -> bool {
    serde_json::from_str::<Value>(SCHEMA).is_ok_and(|schema| {
        find(&schema, path).is_some_and(|node| solid(&schema, node).get("enum").is_some())
    })
}

/// The path up to where the document leaves the schema by having a list in the place of an object.
///
/// The JSON reader takes such a list for the fields of the object in their order and complains of one of
/// its members, which has no name in the format.
pub(super) fn up_to_a_list(path: &str) -> &str {
    let Ok(schema) = serde_json::from_str::<Value>(SCHEMA) else {
        return path;
    };
    for (at, _) in path.match_indices('[') {
        let owner = find(&schema, &path[..at]).map(|node| solid(&schema, node));
        if owner.is_some_and(|node| node.get("items").is_none()) {
            return &path[..at];
        }
    }
    path
}

/// The fields that the object at a path has, as a phrase.
pub(super) fn fields_of(path: &str) -> String {
    let Ok(schema) = serde_json::from_str::<Value>(SCHEMA) else {
        return unknown();
    };
    let fields = find(&schema, path)
        .map(|node| solid(&schema, node))
        .and_then(|node| node.get("properties"))
        .and_then(Value::as_object);
    match fields {
        Some(fields) => {
            format!(
                "its fields are {}",
                list(fields.keys().map(String::as_str), "and")
            )
        }
        None => unknown(),
    }
}

fn unknown() -> String {
    "what format.schema.json says".into()
}

fn find<'a>(schema: &'a Value, path: &str) -> Option<&'a Value> {
    let mut node = schema;
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        node = solid(schema, node);
        node = match step.strip_suffix(']') {
            Some(_) => node.get("items")?,
            None => node.get("properties")?.get(step)?,
        };
    }
    Some(node)
}

/// The node itself, after references and the choice of "or null".
fn solid<'a>(schema: &'a Value, mut node: &'a Value) -> &'a Value {
    loop {
        if let Some(name) = node.get("$ref").and_then(Value::as_str) {
            match schema.pointer(name.trim_start_matches('#')) {
                Some(found) => node = found,
                None => return node,
            }
        } else if let Some(first) = node.get("anyOf").and_then(|any| any.get(0)) {
            node = first;
        } else {
            return node;
        }
    }
}

fn words(schema: &Value, node: &Value) -> String {
    let null = if node.get("anyOf").is_some() {
        ", or null"
    } else {
        ""
    };
    let node = solid(schema, node);
    if let Some(title) = node.get("title").and_then(Value::as_str) {
        return format!("{title}{null}");
    }
    if let Some(codes) = node.get("enum").and_then(Value::as_array) {
        let codes = list(codes.iter().filter_map(Value::as_str), "or");
        return format!("one of {codes}{null}");
    }
    let kind = match node.get("type").and_then(Value::as_str) {
        Some("string") => "a text",
        Some("boolean") => "true or false",
        Some("integer") => "a whole number",
        Some("array") => "a list",
        _ => "an object",
    };
    format!("{kind}{null}")
}

fn list<'a>(items: impl Iterator<Item = &'a str>, last: &str) -> String {
    let items: Vec<&str> = items.collect();
    match items.split_last() {
        Some((end, [])) => (*end).to_owned(),
        Some((end, start)) => format!("{} {last} {end}", start.join(", ")),
        None => String::new(),
    }
}
