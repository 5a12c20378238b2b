//! The interface cannot fall behind: what it knows of Rust is generated, and compared here.

use aftershift_app::dispatch::NAMES;
use aftershift_tests::{World, reference, repository};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The rows of a table of the contract, by name.
macro_rules! names {
    ($($(#[doc = $doc:literal])* $name:ident($request:ty) -> $response:ty, $effect:ident [$($tag:ident),*];)+) => {
        const WINDOW: &[&str] = &[$(stringify!($name)),+];
    };
}
aftershift_app::with_window_commands!(names);

#[test]
fn the_interface_knows_the_contract_as_it_is() {
    let path = repository().join("ui/src/backend/contract.ts");
    reference::check(&path, &aftershift_app::typescript::contract());
}

#[test]
fn every_command_of_both_tables_is_in_it_once() {
    let text = aftershift_app::typescript::contract();
    for name in NAMES.iter().chain(WINDOW) {
        let rows = text.matches(&format!("\n  {name}: {{ request: ")).count();
        assert_eq!(rows, 1, "{name}");
    }
    let all: BTreeSet<_> = NAMES.iter().chain(WINDOW).collect();
    assert_eq!(
        all.len(),
        NAMES.len() + WINDOW.len(),
        "a name in both tables"
    );
}

#[test]
fn a_command_that_is_not_in_the_contract_is_refused_by_name() {
    let world = World::with_portfolio();
    // A command of the window is none of the program without one.
    for name in ["delete_everything", "", "Today", "open_portfolio"] {
        let failure = world.refused(name, json!({}));
        assert_eq!(failure["code"], "notTheFormat", "{name}");
        assert_eq!(failure["place"], "command", "{name}");
        assert!(
            failure["expected"]
                .as_str()
                .unwrap()
                .contains("portfolio_status"),
            "{failure}"
        );
    }
}

#[test]
fn every_command_refuses_what_is_not_its_request_and_changes_nothing() {
    let world = World::with_sample();
    let before = world.everything();
    let wrong: [Value; 5] = [
        Value::Null,
        json!([1, 2]),
        json!("today"),
        json!(7),
        json!({ "surplus": 1 }),
    ];
    for name in NAMES {
        for request in &wrong {
            let failure = world.refused(name, request.clone());
            assert_eq!(
                failure["code"], "notTheFormat",
                "{name} {request}: {failure}"
            );
            assert!(
                !failure["expected"].as_str().unwrap().is_empty(),
                "{name} {request}"
            );
        }
    }
    assert!(world.everything() == before);
}

#[track_caller]
fn check_place(command: &str, request: Value, place: &str) {
    let failure = World::with_portfolio().refused(command, request);
    assert_eq!(failure["code"], "notTheFormat", "{failure}");
    assert_eq!(failure["place"], place, "{failure}");
}

#[test]
fn a_malformed_request_names_the_place() {
    let stage = |text: Value| json!({ "key": "text", "heading": "", "text": text });
    let saving = |stages: Value| {
        json!({
            "id": "r", "title": "", "happenedOn": null, "model": "free", "stages": stages,
            "state": "draft", "module": "",
        })
    };
    check_place("save_capture", json!({ "text": 5 }), "text");
    check_place("week", json!({ "day": "2026-02-31" }), "day");
    check_place("reflection", json!({ "id": "../../etc" }), "id");
    let second = json!([stage(json!("")), stage(json!(null))]);
    check_place("save_reflection", saving(second), "stages[1].text");
    check_place(
        "move_to_bin",
        json!({ "kind": "portfolio", "id": "1" }),
        "kind",
    );
    check_place("search", json!({ "text": "a", "limit": 5 }), "limit");
}

#[test]
fn without_a_portfolio_each_command_says_so_or_needs_none() {
    let world = World::new();
    let needs_none = [
        "close_preview",
        "dismiss_portfolio_offer",
        // A PDF can be dropped before anything is open.
        "portfolio_offer",
        "preview_programme",
        "read_duration",
        "render_markdown",
        // Asked when a portfolio could not be opened.
        "rescue",
        "save_settings",
        "settings",
    ];
    let mut said = 0;
    for name in NAMES {
        match world.refused_or_done(name, json!({})) {
            Some(failure) if failure["code"] == "nothingOpen" => said += 1,
            Some(failure) => assert_eq!(failure["code"], "notTheFormat", "{name}: {failure}"),
            None => assert!(
                needs_none.contains(name),
                "{name} answered without a portfolio"
            ),
        }
    }
    assert!(said >= 8, "only {said}");
}
