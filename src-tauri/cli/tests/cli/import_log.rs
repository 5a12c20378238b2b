//! A timesheet or a calendar into a log, and the log out again.

use crate::Desk;
use serde_json::json;

/// A file of another program, from the tests' own data.
fn foreign(desk: &Desk, name: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/exchange");
    let content = std::fs::read(format!("{folder}/{name}")).unwrap();
    desk.write(name, content);
}

/// A desk with an empty portfolio and that file on it.
fn desk(name: &str) -> Desk {
    let desk = Desk::new();
    desk.run(["new", "mine.aftershift"]).done();
    foreign(&desk, name);
    desk
}

/// Everything in the portfolio, in its open form.
fn everything(desk: &Desk) -> Vec<u8> {
    desk.run(["export", "mine.aftershift", "--json", "all.json", "--force"])
        .done();
    desk.read("all.json")
}

#[test]
fn a_known_export_comes_in_and_is_known_afterwards() {
    let desk = desk("toggl.csv");
    let before = everything(&desk);
    let ran = desk
        .run([
            "import-log",
            "toggl.csv",
            "--into",
            "mine.aftershift",
            "--dry-run",
        ])
        .done();
    assert_eq!(
        ran.out,
        "“toggl.csv” would bring in 4 entries:\n  2026-03-02, 1 h 30: Pharmacology lecture\n  \
         2026-03-04, 10 h 15: Night shift\n  2026-03-06, 45 min: Reading\n  2026-03-07: Timer started by \
         mistake\n1 is in the log already and was left out.\n"
    );
    assert!(everything(&desk) == before, "only looked at");
    let ran = desk
        .run(["import-log", "toggl.csv", "--into", "mine.aftershift"])
        .done();
    assert!(
        ran.out
            .starts_with("Brought in 4 entries from “toggl.csv”."),
        "{}",
        ran.out
    );
    let again = desk
        .run([
            "import-log",
            "toggl.csv",
            "--into",
            "mine.aftershift",
            "--json",
        ])
        .json();
    assert_eq!((&again["added"], &again["known"]), (&json!(0), &json!(5)));
    assert_eq!(again["source"], "Toggl Track");
    let twice = [
        "import-log",
        "toggl.csv",
        "--into",
        "mine.aftershift",
        "--duplicates",
        "--json",
    ];
    assert_eq!(desk.run(twice).json()["added"], 5);
}

#[test]
fn what_is_said_of_columns_and_dates_holds() {
    let desk = desk("harvest.csv");
    desk.write("own.csv", "Wann,Was,Wie lange\n03/04/2026,Vorlesung,90\n");
    let run = |more: &[&str]| {
        let first = ["import-log", "own.csv", "--into", "mine.aftershift"];
        desk.run(first.iter().chain(more))
    };
    run(&[]).failed(1, "Say which column holds the date. Use --map");
    run(&["--json"]).failed_in_json(1, "cannotImport");
    run(&["--map", "date=Day"]).failed(
        1,
        "There is no column “Day”: the file has Wann, Was, Wie lange.",
    );
    run(&["--map", "colour=Was"]).failed(2, "");
    let map = [
        "--map",
        "date=wann,title=Was",
        "--map",
        "took_minutes=Wie lange",
        "--dates",
        "month",
    ];
    let answer = run(&[&map[..], &["--kind", "theory", "--claim", "--json"]].concat()).json();
    let read = &answer["proposals"][0]["activity"];
    assert_eq!(
        (&read["doneOn"], &read["duration"]),
        (&json!("2026-03-04"), &json!(90))
    );
    assert_eq!(answer["added"], 1);
    let hours = desk
        .run(["export", "mine.aftershift", "--csv", "log.csv"])
        .done();
    assert_eq!(hours.out, "Wrote “log.csv”.\n");
    let log = String::from_utf8(desk.read("log.csv")).unwrap();
    assert!(
        log.contains("2026-03-04,,,1:30,1:30,Vorlesung,Teaching of theory,Counts,"),
        "{log}"
    );
}

#[test]
fn rows_that_cannot_be_are_named_and_the_others_come_in() {
    let desk = desk("ragged.csv");
    let ran = desk.run(["import-log", "ragged.csv", "--into", "mine.aftershift"]);
    assert_eq!(ran.code, 0);
    assert_eq!(ran.out, "Brought in 2 entries from “ragged.csv”.\n");
    assert!(
        ran.err
            .contains("Warning: row 4, Duration: “=C4-B4” is a formula"),
        "{}",
        ran.err
    );
    assert_eq!(ran.err.lines().count(), 7);
}

#[test]
fn a_calendar_comes_in_for_the_days_that_are_named() {
    let desk = desk("teams.ics");
    let run = |more: &[&str]| {
        let first = [
            "import-log",
            "teams.ics",
            "--into",
            "mine.aftershift",
            "--dry-run",
            "--json",
        ];
        desk.run(first.iter().chain(more).chain(&["--as-of", "2026-04-30"]))
            .json()
    };
    assert_eq!(run(&[])["chosen"].as_array().unwrap().len(), 10);
    assert_eq!(
        run(&["--from", "1 Apr 2026"])["chosen"]
            .as_array()
            .unwrap()
            .len(),
        6
    );
    assert_eq!(
        run(&["--from", "1 Apr 2026", "--to", "31 May 2026"])["chosen"]
            .as_array()
            .unwrap()
            .len(),
        7
    );
    desk.run([
        "import-log",
        "teams.ics",
        "--into",
        "mine.aftershift",
        "--from",
        "2026-05-01",
        "--to",
        "2026-04-01",
    ])
    .failed(1, "The last day is before the first");
}

#[test]
fn what_cannot_be_brought_in_is_a_sentence_and_changes_nothing() {
    let desk = desk("broken.ics");
    let before = everything(&desk);
    for (name, content, says) in [
        ("empty.csv", &b""[..], "The file is empty."),
        ("book.xlsx", b"PK\x03\x04", "save the sheet as CSV"),
        ("letter.txt", b"Dear Sam", "only one column"),
        ("cut.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "was cut off"),
    ] {
        desk.write(name, content);
        desk.run(["import-log", name, "--into", "mine.aftershift"])
            .failed(1, says);
    }
    desk.run(["import-log", "missing.csv", "--into", "mine.aftershift"])
        .failed(1, "There is no file “missing.csv”");
    desk.run(["import-log", "broken.ics", "--into", "missing.aftershift"])
        .failed(1, "missing.aftershift”: check its name");
    desk.run(["import-log", "broken.ics"]).failed(2, "");
    assert!(everything(&desk) == before);
}

#[test]
fn the_log_leaves_in_each_form_and_replaces_nothing() {
    let desk = Desk::with_sample();
    let forms = [
        ("--csv", "log.csv"),
        ("--xlsx", "log.xlsx"),
        ("--ics", "plan.ics"),
    ];
    for (form, name) in forms {
        desk.write(name, "a letter");
        desk.run(["export", "sample.aftershift", form, name])
            .failed(1, "add --force to replace it");
        assert_eq!(desk.read(name), b"a letter");
    }
    let all: Vec<&str> = forms
        .iter()
        .flat_map(|(form, name)| [*form, *name])
        .collect();
    let run = || {
        let first = ["export", "sample.aftershift", "--force"];
        desk.run(first.iter().chain(&all)).done();
        forms.map(|(_, name)| desk.read(name))
    };
    let written = run();
    assert!(written[0].starts_with(b"\xef\xbb\xbfDate,Start,End,"));
    assert!(written[1].starts_with(b"PK"));
    assert!(written[2].starts_with(b"BEGIN:VCALENDAR"));
    assert!(run() == written, "the same log gives the same bytes");
    desk.run([
        "export",
        "sample.aftershift",
        "--csv",
        "sample.aftershift",
        "--force",
    ])
    .failed(2, "is named twice");
}
