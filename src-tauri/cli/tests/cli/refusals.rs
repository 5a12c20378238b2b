//! Bad input: a plain sentence, and everything as it was.

use crate::Desk;
use aftershift_app::{App, Clock};
use serde_json::{Value, json};

/// Every command that reads a portfolio, with this one.
fn readers(file: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["export", file, "--pdf", "out"],
        vec!["export", file, "--json", "out"],
        vec!["hours", file],
        vec!["search", file, "word"],
        vec!["check", file],
    ]
}

/// All of them refuse, in words and in JSON, and touch nothing.
#[track_caller]
fn all_refuse(desk: &Desk, file: &str, says: &str, tag: &str) {
    let before = desk.files();
    let content = desk.path(file).is_file().then(|| desk.read(file));
    for arguments in readers(file) {
        desk.run(&arguments).failed(1, says);
        if arguments[0] != "export" {
            desk.run(arguments.into_iter().chain(["--json"]))
                .failed_in_json(1, tag);
        }
    }
    assert_eq!(desk.files(), before, "nothing is made or left behind");
    assert_eq!(desk.path(file).is_file().then(|| desk.read(file)), content);
}

#[test]
fn what_is_no_portfolio_is_refused() {
    let desk = Desk::new();
    for (name, content) in [
        ("letter.txt", b"Dear tutor, ...".to_vec()),
        ("empty", Vec::new()),
        ("noise", (0..=255).cycle().take(5_000).collect()),
        ("half.aftershift", b"SQLite format 3\0".to_vec()),
    ] {
        desk.write(name, content);
        all_refuse(&desk, name, "not an Aftershift portfolio", "notAPortfolio");
    }
}

#[test]
fn a_folder_is_refused() {
    let desk = Desk::with_sample();
    std::fs::create_dir(desk.path("folder")).unwrap();
    all_refuse(&desk, "folder", "“", "isFolder");
    desk.run(["new", "folder"]).failed(1, "is a folder");
    desk.run(["sample", "folder", "--force"])
        .failed(1, "is a folder");
    desk.run(["import", "folder", "--into", "x"])
        .failed(1, "is a folder");
    desk.run(["export", "sample.aftershift", "--json", "folder", "--force"])
        .failed(1, "is a folder");
    desk.run(["export", "sample.aftershift", "--pdf", "folder", "--force"])
        .failed(1, "is a folder");
    assert_eq!(desk.files(), ["folder", "sample.aftershift"]);
}

#[test]
fn a_file_or_folder_that_is_not_there_is_named() {
    let desk = Desk::with_sample();
    all_refuse(
        &desk,
        "nowhere.aftershift",
        "There is no file “",
        "noSuchFile",
    );
    desk.run(["new", "no/such/folder.aftershift"])
        .failed(1, "There is no file “");
    desk.run(["import", "nowhere.json", "--into", "x"])
        .failed(1, "There is no file “nowhere.json”");
    desk.run(["export", "sample.aftershift", "--json", "no/such.json"])
        .failed(1, "There is no folder “no”");
    assert_eq!(desk.files(), ["sample.aftershift"]);
}

#[test]
fn a_portfolio_of_a_newer_version_is_left_as_it_is() {
    let desk = Desk::with_sample();
    let mut bytes = desk.read("sample.aftershift");
    // The format stands in the header of the file, at the place that SQLite keeps for its owner.
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    desk.write("sample.aftershift", bytes);
    all_refuse(
        &desk,
        "sample.aftershift",
        "newer version of Aftershift",
        "tooNew",
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_refused() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::with_sample();
    // A link to itself can be read by nobody.
    symlink("circle", desk.path("circle")).unwrap();
    for arguments in readers("circle") {
        desk.run(arguments).failed(1, "circle");
    }
    desk.run(["import", "circle", "--into", "x"])
        .failed(1, "circle");
    let closed = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(desk.path("sample.aftershift"), closed).unwrap();
    let ran = desk.run(["search", "sample.aftershift", "word"]);
    if std::fs::File::open(desk.path("sample.aftershift")).is_ok() {
        // An administrator may read everything.
        ran.done();
    } else {
        ran.failed(1, "may not be read");
    }
}

#[test]
fn a_portfolio_that_is_open_elsewhere_is_left_alone() {
    let desk = Desk::with_sample();
    let window = App::without_traces(Clock::System, None);
    window.open_file(&desk.path("sample.aftershift")).unwrap();
    // The file is not looked into from here: that would give up the lock that this process holds on it.
    for arguments in readers("sample.aftershift") {
        desk.run(&arguments)
            .failed(1, "is open in Aftershift: close it there first.");
        if arguments[0] != "export" {
            desk.run(arguments.into_iter().chain(["--json"]))
                .failed_in_json(1, "locked");
        }
    }
    desk.run(["new", "sample.aftershift", "--force"])
        .failed(1, "close it there first");
    desk.run(["sample", "sample.aftershift", "--force"])
        .failed(1, "close it there first");
    window.close();
    desk.run(["check", "sample.aftershift"]).done();
}

#[track_caller]
fn import_refuses(desk: &Desk, text: impl AsRef<[u8]>, says: &str) {
    desk.write("in.json", text);
    let import = ["import", "in.json", "--into", "new.aftershift"];
    desk.run(import).failed(1, says);
    let ran = desk.run(import.into_iter().chain(["--json"]));
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{ran:?}");
    assert!(serde_json::from_str::<Value>(&ran.out).unwrap()["code"].is_string());
    assert!(!desk.has("new.aftershift"), "all or nothing");
}

#[test]
fn malformed_json_is_refused_with_its_place() {
    let desk = Desk::new();
    import_refuses(&desk, "", "at line 1, column 0 there should be more");
    import_refuses(&desk, "{\n  \"format\": \"after", "at line 2, column ");
    import_refuses(
        &desk,
        "{\"format\" 3}",
        "there should be a colon between a name and its value",
    );
    import_refuses(&desk, [0xff, 0xfe, 0x00], "there should be text in UTF-8");
    import_refuses(
        &desk,
        "{\"format\": \"leap2a\"}",
        "at format there should be",
    );
    let newer = r#"{"format": "aftershift-portfolio", "version": 9}"#;
    import_refuses(&desk, newer, "newer version of Aftershift");
    import_refuses(&desk, "[".repeat(100_000), "The file cannot be imported");
}

#[test]
fn json_with_a_wrong_field_or_reference_is_refused_with_its_path() {
    let desk = Desk::with_sample();
    desk.run(["export", "sample.aftershift", "--json", "out.json"])
        .done();
    let sample: Value = serde_json::from_slice(&desk.read("out.json")).unwrap();
    let refuses = |pointer: &str, value: Value, says: &str| {
        let mut document = sample.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        import_refuses(&desk, document.to_string(), says);
    };
    refuses(
        "/portfolio/activities/3/doneOn",
        json!("2026-02-31"),
        "at portfolio.activities[3].doneOn there should be a date such as 2026-02-28.",
    );
    refuses(
        "/portfolio/theoryLinks/2/theoryId",
        json!("t-unknown"),
        "portfolio.theoryLinks[2].theoryId: There is no such work.",
    );
    refuses(
        "/portfolio/programme/weekly",
        json!(200 * 60),
        "portfolio.programme.weekly: A week has",
    );
    refuses(
        "/portfolio/programme/weekly",
        json!(0),
        "portfolio.programme.weekly: Weekly hours must",
    );
    refuses(
        "/portfolio/programme/plannedEnd",
        json!("2024-01-01"),
        "portfolio.programme.plannedEnd: The planned end must be later than the start.",
    );
    refuses(
        "/portfolio/activities/0/title",
        json!(" "),
        "portfolio.activities[0].title: ",
    );
    refuses("/files/0/base64", json!("AAAA"), "files[0].base64: ");
    let paste = "five million bytes ".repeat(300_000);
    refuses(
        "/portfolio/activities/0/whatWasDone",
        json!(paste),
        "portfolio.activities[0].whatWasDone: ",
    );

    // Into a portfolio that is there and empty: it stays so.
    desk.run(["new", "empty.aftershift"]).done();
    let before = desk.read("empty.aftershift");
    desk.run(["import", "in.json", "--into", "empty.aftershift"])
        .failed(1, "portfolio.activities[0]");
    assert!(desk.read("empty.aftershift") == before);
}

#[test]
fn wrong_use_is_told_from_what_cannot_be_done() {
    let desk = Desk::with_sample();
    for arguments in [
        vec![],
        vec!["fly"],
        vec!["new"],
        vec!["new", "a", "b"],
        vec!["new", "a", "--colour"],
        vec!["import", "in.json"],
        vec!["export", "sample.aftershift"],
        vec!["export", "sample.aftershift", "--json"],
        vec![
            "export",
            "sample.aftershift",
            "--pdf",
            "out",
            "--as-of",
            "2026-02-31",
        ],
        vec!["sample", "a", "--as-of", "2026-13-01"],
        vec!["search", "sample.aftershift"],
        vec!["check"],
    ] {
        let ran = desk.run(&arguments);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (2, ""),
            "{arguments:?}: {ran:?}"
        );
        assert!(!ran.err.is_empty());
    }
    desk.run(["check", "--json"]).failed_in_json(2, "invalid");
    desk.run(["fly", "--json"]).failed_in_json(2, "invalid");
    let failure = desk
        .run(["new", "a", "--colour", "--json"])
        .failed_in_json(2, "invalid");
    assert_eq!(failure["problems"][0]["field"], "--colour");
    assert_eq!(desk.files(), ["sample.aftershift"]);
}
