//! A timesheet or a calendar comes into the log as a person lets it in, and all of it goes again at once; the log
//! leaves as other programs take it.

use aftershift_app::wire::LogForm;
use aftershift_tests::World;
use aftershift_tests::request::{activity, all_activities, programme, with};
use aftershift_tests::{as_heard, repository};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A file of another program, from the tests' own data.
fn foreign(name: &str) -> PathBuf {
    repository().join("tests/data/exchange").join(name)
}

/// Chooses a file as the dialog does.
fn choose(world: &World, name: &str) -> Value {
    world.app.read_import(&foreign(name)).unwrap();
    world.ask("pending_import", json!({}))
}

/// Agrees to everything that is not there already.
fn accept_new(world: &World, view: &Value, claim: bool) -> Value {
    let proposals = view["proposals"].as_array().unwrap().iter().enumerate();
    let new = proposals.filter(|(_, it)| it["duplicate"].is_null());
    let entries: Vec<Value> = new
        .map(|(index, it)| {
            let category = &it["activity"]["category"];
            json!({ "index": index, "category": category, "claim": claim })
        })
        .collect();
    world.ask(
        "accept_import",
        json!({ "id": view["id"], "entries": entries }),
    )
}

fn titles(world: &World) -> Vec<String> {
    let page = world.ask("list_activities", all_activities());
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["activity"]["title"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_export_of_a_known_program_comes_in_and_goes_again_in_one_step() {
    for (file, source, added) in [
        ("toggl.csv", "Toggl Track", 4),
        ("clockify.csv", "Clockify", 2),
        ("harvest.csv", "Harvest", 2),
        ("timesheet.csv", "", 3),
        ("timesheet-utf16.csv", "", 2),
        ("ragged.csv", "", 2),
    ] {
        let world = World::with_portfolio();
        world.ask("save_activity", activity("Already there", "2025-11-11"));
        let before = world.ask("list_activities", all_activities());
        let view = choose(&world, file);
        assert_eq!(view["source"], source, "{file}");
        assert_eq!(view["askFirst"], false, "{file}");
        assert_eq!(
            world.ask("list_activities", all_activities()),
            before,
            "{file} is only looked at"
        );
        let done = accept_new(&world, &view, false);
        assert_eq!(done["added"], added, "{file}");
        let after = world.ask("list_activities", all_activities());
        assert_eq!(after["total"], added + 1, "{file}");
        assert_eq!(
            after["totals"], before["totals"],
            "{file}: nothing is claimed by itself"
        );
        // Looked at again, everything is known; nothing is left to agree to.
        let again = choose(&world, file);
        let known = again["proposals"].as_array().unwrap().iter();
        assert!(
            known.into_iter().all(|it| !it["duplicate"].is_null()),
            "{file}"
        );
        let undone = world.ask("undo", json!({}));
        assert_eq!(undone["what"], done["what"], "{file}");
        assert_eq!(
            world.ask("list_activities", all_activities()),
            before,
            "{file}"
        );
    }
}

#[test]
fn a_calendar_comes_in_with_its_exceptions_and_goes_again_in_one_step() {
    let world = World::with_portfolio();
    world.ask("save_programme", programme());
    let view = choose(&world, "teams.ics");
    assert_eq!(
        view["period"],
        json!({ "from": "2025-02-01", "to": "2026-03-12" })
    );
    assert_eq!(
        view["proposals"].as_array().unwrap().len(),
        2,
        "what lies ahead was not done yet"
    );
    let period = json!({ "from": "2026-03-01", "to": "2026-05-31" });
    world.ask(
        "set_import_period",
        json!({ "id": view["id"], "period": period }),
    );
    let view = world.ask("pending_import", json!({}));
    let done = accept_new(&world, &view, true);
    assert_eq!(done["added"], 11);
    let log = world.ask("list_activities", all_activities());
    // What was done by today counts, and what is to come is kept apart until its day.
    let time = |total: &str| log["totals"][total].as_u64().unwrap();
    assert_eq!(time("claimed"), 2 * 60);
    assert_eq!(time("claimed") + time("toCome"), 6 * 60 + 90 + 3 * 45 + 60);
    world.ask("undo", json!({}));
    assert_eq!(titles(&world), [""; 0]);
    assert_eq!(
        world.ask("undo", json!({}))["what"],
        "Changed learner and programme"
    );
}

#[test]
fn undo_takes_back_an_import_under_later_changes_one_after_the_other() {
    let world = World::with_portfolio();
    let view = choose(&world, "harvest.csv");
    accept_new(&world, &view, false);
    let log = world.ask("list_activities", all_activities());
    let first = log["rows"][0]["activity"].clone();
    let changed = with(
        aftershift_tests::request::again(&first),
        json!({ "title": "Mentoring with Sam" }),
    );
    world.ask("save_activity", changed);
    world.ask("undo", json!({}));
    assert_eq!(titles(&world), ["Mentoring", "Wound care study day"]);
    world.ask("undo", json!({}));
    assert_eq!(titles(&world), [""; 0]);
    // They are in the bin, and can be taken out one by one.
    let bin = world.ask("list_bin", json!({}));
    let item = &bin["items"][0];
    world.ask(
        "restore_from_bin",
        json!({ "kind": item["kind"], "id": item["id"] }),
    );
    assert_eq!(titles(&world).len(), 1);
}

#[test]
fn what_cannot_be_brought_in_changes_not_a_byte() {
    let world = World::with_portfolio();
    let before = world.everything();
    for (name, content) in [
        ("empty.csv", &b""[..]),
        ("book.csv", b"PK\x03\x04\x14\0\x06\0"),
        ("words.csv", b"Dear Sam\nthis is a letter.\nYours"),
        ("quote.csv", b"Date,What\n1/2/2026,\"open\n2/2/2026,x\n"),
        (
            "cut.ics",
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n",
        ),
        ("none.ics", b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"),
    ] {
        let path = world.path(name);
        std::fs::write(&path, content).unwrap();
        let heard = as_heard(&world.app.read_import(&path).unwrap_err());
        assert_eq!(heard["code"], "cannotImport", "{name}");
        let reason = heard["reason"].as_str().unwrap();
        assert!(reason.ends_with('.') && !reason.contains('\n'), "{reason}");
        assert_eq!(
            world.ask("pending_import", json!({})),
            Value::Null,
            "{name}"
        );
    }
    choose(&world, "ragged.csv");
    let view = world.ask("pending_import", json!({}));
    assert_eq!(view["problemCount"], 7);
    let problem = &view["problems"][2];
    assert_eq!(
        (&problem["row"], &problem["column"]),
        (&json!(5), &json!("Date"))
    );
    for entries in [
        json!([]),
        json!([{ "index": 99, "category": null, "claim": false }]),
        json!([{ "index": 0, "category": "no_such_kind", "claim": false }]),
    ] {
        world.refused(
            "accept_import",
            json!({ "id": view["id"], "entries": entries }),
        );
    }
    let stranger = json!({ "id": "another", "entries": [] });
    assert_eq!(
        world.refused("accept_import", stranger)["code"],
        "cannotImport"
    );
    assert_eq!(world.everything(), before);
}

#[test]
fn two_hundred_thousand_rows_are_refused_in_a_sentence() {
    let world = World::with_portfolio();
    let path = world.path("long.csv");
    let rows = "2026-03-02,Lecture,90\n".repeat(200_000);
    std::fs::write(&path, format!("Date,Activity,Minutes\n{rows}")).unwrap();
    let heard = as_heard(&world.app.read_import(&path).unwrap_err());
    let reason = heard["reason"].as_str().unwrap();
    assert!(reason.contains("more than 20,000 rows"), "{reason}");
}

#[test]
fn the_sample_leaves_as_a_sheet_and_comes_in_again_as_known() {
    let world = World::with_sample();
    let entries = world.ask("list_activities", all_activities())["total"].clone();
    let path = world.path("log.csv");
    world.app.export_log(LogForm::Csv, &path, false).unwrap();
    world.app.read_import(&path).unwrap();
    let view = world.ask("pending_import", json!({}));
    let proposals = view["proposals"].as_array().unwrap();
    assert_eq!(json!(proposals.len()), entries);
    assert_eq!(view["problems"], json!([]));
    let unknown: Vec<&Value> = proposals
        .iter()
        .filter(|it| it["duplicate"]["where"] != "log")
        .collect();
    assert_eq!(unknown, [&Value::Null; 0]);
}

#[test]
fn the_log_is_the_same_bytes_on_the_same_day() {
    let written = |form: LogForm| {
        let world = World::with_sample();
        let path = world.path("out");
        world.app.export_log(form, &path, false).unwrap();
        std::fs::read(&path).unwrap()
    };
    for form in [LogForm::Csv, LogForm::Xlsx, LogForm::Ics] {
        assert!(written(form) == written(form), "{form:?}");
    }
}
