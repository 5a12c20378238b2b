//! Whatever comes in, there is an answer that says what is wrong, and what was there stays as it was.

use aftershift_app::{App, Failure};
use aftershift_tests::request::{
    activity, again as again_as, book, export, programme, reflection, saving, with,
};
use aftershift_tests::{World, again};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// A portfolio with an account and an activity in it.
fn world() -> World {
    let world = World::with_portfolio();
    world.ask("save_activity", activity("Night shift", "2026-03-11"));
    let begun = world.ask(
        "create_reflection",
        reflection("Five in the morning", "free"),
    );
    let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
    let key = &view["stages"][0]["key"];
    let stages = json!([{ "key": key, "heading": "", "text": "The ward was quiet." }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    world
}

/// Runs `work` and asserts that not a byte of the portfolio is another after it, and that it can be worked with.
#[track_caller]
fn unchanged<T>(world: &World, work: impl FnOnce() -> T) -> T {
    let (before, bytes) = (world.everything(), fs::read(world.portfolio()).unwrap());
    let outcome = work();
    assert!(world.everything() == before, "what is in the portfolio");
    assert!(fs::read(world.portfolio()).unwrap() == bytes, "the file");
    assert_eq!(world.app.check().unwrap(), []);
    world.ask("save_capture", json!({ "text": "It goes on." }));
    outcome
}

/// The code of a failure.
fn code(failure: &Failure) -> String {
    serde_json::to_value(failure).unwrap()["code"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}

/// Makes something with `make` in a folder of its own, and asserts that it cannot be opened, for the reason
/// `expected`, and that everything in that folder is as it was.
#[track_caller]
fn cannot_open(expected: &str, make: impl FnOnce(&Path) -> PathBuf) {
    let world = world();
    let folder = world.path("elsewhere");
    fs::create_dir(&folder).unwrap();
    let path = make(&folder);
    let before = files(&folder);
    let failure = unchanged(&world, || world.app.open_file(&path).unwrap_err());
    assert_eq!(code(&failure), expected, "{failure:?}");
    assert_eq!(
        world.app.status().unwrap().name,
        "My portfolio",
        "what was open stays open"
    );
    assert!(files(&folder) == before, "nothing there was touched");
    // The same holds for a program in which nothing is open yet.
    let failure = world.beside().app.open_file(&path).unwrap_err();
    assert_eq!(code(&failure), expected, "{failure:?}");
    assert!(files(&folder) == before);
}

fn written(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn what_is_no_portfolio_is_not_opened() {
    cannot_open("notAPortfolio", |folder| {
        written(folder, "letter.aftershift", "Dear Amara. ".repeat(99))
    });
    cannot_open("notAPortfolio", |folder| {
        written(folder, "short.aftershift", "Dear")
    });
    cannot_open("notAPortfolio", |folder| {
        written(folder, "zero.aftershift", "")
    });
    cannot_open("notAPortfolio", |folder| {
        written(folder, "zeros.aftershift", [0; 8192])
    });
    cannot_open("isFolder", |folder| folder.to_owned());
    cannot_open("noSuchFile", |folder| folder.join("missing.aftershift"));
    cannot_open("noSuchFile", |folder| {
        written(folder, "letter", "Dear").join("inside.aftershift")
    });
}

#[test]
fn a_database_of_another_program_is_not_opened() {
    cannot_open("notAPortfolio", |folder| {
        let path = folder.join("stamps.db");
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute_batch(
            "create table stamp (name text); insert into stamp values ('Penny Black')",
        )
        .unwrap();
        path
    });
}

/// A closed portfolio with something in it, at `path`.
fn portfolio_at(path: &Path) {
    let world = World::new();
    world.app.create_file(path).unwrap();
    world.ask("save_activity", activity("Elsewhere", "2026-03-11"));
    world.app.close();
}

#[test]
fn a_portfolio_of_a_newer_version_is_not_opened() {
    cannot_open("tooNew", |folder| {
        let path = folder.join("newer.aftershift");
        portfolio_at(&path);
        let mut bytes = fs::read(&path).unwrap();
        // The format stands in the header as SQLite's user version.
        bytes[60..64].copy_from_slice(&4711_u32.to_be_bytes());
        written(folder, "newer.aftershift", bytes)
    });
}

#[test]
fn a_portfolio_that_was_cut_off_or_scribbled_over_is_not_taken_for_whole() {
    cannot_open("damaged", |folder| {
        let path = folder.join("half.aftershift");
        portfolio_at(&path);
        let bytes = fs::read(&path).unwrap();
        written(folder, "half.aftershift", &bytes[..4096])
    });
    cannot_open("damaged", |folder| {
        let path = folder.join("noise.aftershift");
        portfolio_at(&path);
        let mut bytes = fs::read(&path).unwrap();
        bytes[100..4096].fill(0xa5);
        written(folder, "noise.aftershift", bytes)
    });
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_not_opened() {
    use std::os::unix::fs::PermissionsExt;
    again::as_an_ordinary_person(
        "bad_input::a_file_that_may_not_be_read_is_not_opened",
        || {
            let world = world();
            let path = world.path("private.aftershift");
            portfolio_at(&path);
            fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
            let failure = unchanged(&world, || world.app.open_file(&path).unwrap_err());
            assert_eq!(
                failure,
                Failure::NotReadable {
                    path: path.display().to_string()
                }
            );
        },
    );
}

#[cfg(unix)]
#[test]
fn a_path_that_leads_round_in_a_circle_is_not_opened() {
    let world = world();
    let (one, other) = (world.path("one.aftershift"), world.path("other.aftershift"));
    std::os::unix::fs::symlink(&one, &other).unwrap();
    std::os::unix::fs::symlink(&other, &one).unwrap();
    let failure = unchanged(&world, || world.app.open_file(&one).unwrap_err());
    let Failure::File { path, .. } = &failure else {
        panic!("{failure:?}")
    };
    assert_eq!(*path, one.display().to_string());
}

/// Asserts that a request is refused because of `fields`, and that nothing is another after it.
#[track_caller]
fn invalid(world: &World, command: &str, request: Value, fields: &[&str]) {
    let failure = unchanged(world, || world.refused(command, request));
    assert_eq!(failure["code"], "invalid", "{failure}");
    let problems = failure["problems"].as_array().unwrap();
    let found: Vec<_> = problems
        .iter()
        .map(|problem| problem["field"].as_str().unwrap())
        .collect();
    assert_eq!(found, fields, "{failure}");
    for problem in problems {
        let reason = problem["reason"].as_str().unwrap();
        assert!(
            reason.ends_with('.') && reason.len() > 15,
            "a whole sentence: {reason}"
        );
    }
}

/// Asserts that a request is refused as not of its form, at `place`.
#[track_caller]
fn malformed(world: &World, command: &str, request: Value, place: &str) {
    let failure = unchanged(world, || world.refused(command, request));
    assert_eq!(
        (&failure["code"], &failure["place"]),
        (&json!("notTheFormat"), &json!(place))
    );
}

/// The programme with some of it changed.
fn programme_with(changes: Value) -> Value {
    let mut request = programme();
    request["programme"] = with(request["programme"].clone(), changes);
    request
}

#[test]
fn a_day_that_cannot_be_is_refused() {
    let world = world();
    malformed(
        &world,
        "save_activity",
        activity("Lecture", "2026-02-31"),
        "doneOn",
    );
    malformed(
        &world,
        "save_activity",
        activity("Lecture", "yesterday"),
        "doneOn",
    );
    let late = with(
        activity("Lecture", "2026-03-10"),
        json!({ "startedAt": "25:00:00" }),
    );
    malformed(&world, "save_activity", late, "startedAt");
    let end = json!({ "plannedEnd": "2027-02-29" });
    malformed(
        &world,
        "save_programme",
        programme_with(end),
        "programme.plannedEnd",
    );
    invalid(
        &world,
        "save_activity",
        activity("Lecture", "0026-03-10"),
        &["doneOn"],
    );
    invalid(&world, "week", json!({ "day": "0001-01-01" }), &["day"]);
}

#[test]
fn an_end_before_its_start_is_refused() {
    let world = world();
    let end = json!({ "plannedEnd": "2025-01-31" });
    invalid(
        &world,
        "save_programme",
        programme_with(end),
        &["plannedEnd"],
    );
    let pause = json!({ "breaks": [{ "from": "2025-09-01", "to": "2025-08-01", "reason": "" }] });
    invalid(
        &world,
        "save_programme",
        programme_with(pause),
        &["breaks[0].to"],
    );
    let same = json!({ "startedAt": "09:00:00", "endedAt": "09:00:00" });
    invalid(
        &world,
        "save_activity",
        with(activity("Lecture", "2026-03-10"), same),
        &["endedAt"],
    );
    let backwards = with(
        export(),
        json!({ "from": "2026-03-02", "to": "2026-03-01" }),
    );
    let failure = unchanged(&world, || world.refused("check_export", backwards));
    assert_eq!(failure["code"], "invalid");
}

#[test]
fn hours_that_cannot_be_are_refused() {
    let world = world();
    for weekly in [0, 200 * 60] {
        let request = programme_with(json!({ "weekly": weekly }));
        invalid(&world, "save_programme", request.clone(), &["weekly"]);
        let preview = world.ask("preview_programme", request["programme"].clone());
        assert_eq!(
            preview["requirement"],
            Value::Null,
            "no figure is made of it"
        );
        assert_eq!(preview["problems"][0]["field"], "weekly");
    }
    for typed in ["0", "200", "-5", "a lot", ""] {
        let read = world.ask("read_duration", json!({ "text": typed, "measure": "week" }));
        assert_eq!(read["readings"], json!([]), "{typed}");
        assert!(
            read["problem"].as_str().unwrap().ends_with('.'),
            "{typed}: {read}"
        );
    }
    let lecture = activity("Lecture", "2026-03-10");
    let lengths = json!({ "duration": 0, "offTheJob": 0 });
    invalid(
        &world,
        "save_activity",
        with(lecture.clone(), lengths),
        &["duration", "offTheJob"],
    );
    let lengths = json!({ "duration": 25 * 60 });
    invalid(
        &world,
        "save_activity",
        with(lecture.clone(), lengths),
        &["duration"],
    );
    let lengths = json!({ "duration": 60, "offTheJob": 61 });
    invalid(
        &world,
        "save_activity",
        with(lecture.clone(), lengths),
        &["offTheJob"],
    );
    for wrong in [json!(-1), json!(1.5), json!("90"), json!(5_000_000_000_u64)] {
        malformed(
            &world,
            "save_activity",
            with(lecture.clone(), json!({ "duration": wrong })),
            "duration",
        );
    }
}

#[test]
fn an_empty_title_is_refused_where_there_must_be_one() {
    let world = world();
    for title in ["", "   ", "\n\t"] {
        invalid(
            &world,
            "save_activity",
            activity(title, "2026-03-10"),
            &["title"],
        );
        invalid(
            &world,
            "save_theory",
            book("Benner", "1984", title),
            &["title"],
        );
    }
    let log = world.ask(
        "list_activities",
        aftershift_tests::request::all_activities(),
    );
    let changed = with(
        again_as(&log["rows"][0]["activity"]),
        json!({ "title": "" }),
    );
    invalid(&world, "save_activity", changed, &["title"]);
    let begun = world.ask("create_reflection", reflection("", "free"));
    let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
    let finished = with(saving(&view), json!({ "state": "finished" }));
    invalid(&world, "save_reflection", finished, &["title"]);
    let model = json!({ "id": null, "name": "", "reference": "", "stages": [] });
    invalid(&world, "save_model", model, &["name", "stages"]);
    let nobody = json!({
        "activityId": log["rows"][0]["activity"]["id"], "decision": "confirmed", "name": " ",
        "role": "", "decidedOn": "2026-03-12", "comment": "",
    });
    invalid(&world, "record_confirmation", nobody, &["name"]);
}

#[test]
fn a_paste_of_5_mb_is_refused_and_one_of_nearly_4_is_kept() {
    let world = world();
    let sentence = "Tomorrow I shall ask before I lift, and write down what I was told. ";
    let paste = |megabytes: usize| sentence.repeat((megabytes << 20) / sentence.len() + 1);
    let rows = world.ask(
        "list_reflections",
        aftershift_tests::request::all_reflections(),
    );
    let view = world.ask("reflection", json!({ "id": rows["rows"][0]["id"] }));
    let key = &view["stages"][0]["key"];
    let with_text = |text: String| {
        let stages = json!([{ "key": key, "heading": "", "text": text }]);
        with(
            saving(&view),
            json!({ "stages": stages, "title": "Pasted" }),
        )
    };
    invalid(
        &world,
        "save_reflection",
        with_text(paste(5)),
        &["stages[0].text"],
    );
    invalid(
        &world,
        "save_capture",
        json!({ "text": paste(5) }),
        &["text"],
    );
    let long = with(
        activity("Lecture", "2026-03-10"),
        json!({ "whatWasDone": paste(5) }),
    );
    invalid(&world, "save_activity", long, &["whatWasDone"]);
    let title = with(saving(&view), json!({ "title": paste(5) }));
    invalid(&world, "save_reflection", title, &["title"]);

    let text = paste(3);
    world.ask("save_reflection", with_text(text.clone()));
    let world = world.reopened();
    let kept = world.ask("reflection", json!({ "id": view["reflection"]["id"] }));
    assert!(kept["stages"][0]["text"] == *text, "what is kept is whole");
    assert_eq!(world.app.check().unwrap(), []);
}

#[test]
fn a_picture_that_is_none_is_refused() {
    let world = world();
    let add = |name: &str, base64: &str| json!({ "fileName": name, "alternativeText": "", "base64": base64 });
    for request in [
        add("letter.png", "RGVhciBBbWFyYQ=="),
        add("broken.png", "not base64!"),
        add("nothing.png", ""),
        add("huge.png", &"A".repeat(36 << 20)),
    ] {
        let failure = unchanged(&world, || world.refused("add_evidence", request));
        assert_eq!(failure["code"], "cannotKeepFile");
        assert!(
            failure["reason"].as_str().unwrap().ends_with('.'),
            "{failure}"
        );
    }
}

#[test]
fn what_is_not_there_is_said_to_be_so() {
    let world = world();
    let rows = world.ask(
        "list_reflections",
        aftershift_tests::request::all_reflections(),
    );
    let id = &rows["rows"][0]["id"];
    let view = world.ask("reflection", json!({ "id": id }));
    let link = |reflection: &Value, theory: &str| {
        json!({
            "id": null, "reflectionId": reflection, "theoryId": theory, "relation": "applies",
            "rationale": "", "passage": "",
        })
    };
    let about = |activity: &str| with(reflection("", "free"), json!({ "activityId": activity }));
    let nobody = json!("nobody");
    for (command, request, kind) in [
        ("reflection", json!({ "id": "nobody" }), "reflection"),
        (
            "save_reflection",
            with(saving(&view), json!({ "id": "nobody" })),
            "reflection",
        ),
        (
            "likely_identifiers",
            json!({ "id": "nobody" }),
            "reflection",
        ),
        ("link_theory", link(&nobody, "nothing"), "reflection"),
        ("link_theory", link(id, "nothing"), "theory"),
        ("unlink_theory", json!({ "id": "nothing" }), "theory_link"),
        ("drop_passage", json!({ "id": "nothing" }), "theory_link"),
        ("save_unfinished", typed("activity", "nothing"), "activity"),
        (
            "save_unfinished",
            typed("confirmation", "nothing"),
            "activity",
        ),
        ("save_unfinished", typed("theory", "nothing"), "theory"),
        (
            "save_unfinished",
            typed("new_link", "nothing"),
            "reflection",
        ),
        (
            "save_unfinished",
            typed("theory_link", "nothing"),
            "theory_link",
        ),
        ("save_unfinished", typed("model", "nothing"), "model"),
        (
            "restore_from_bin",
            json!({ "kind": "theoryLink", "id": "nothing" }),
            "theory_link",
        ),
        (
            "link_activity",
            json!({ "reflectionId": id, "activityId": "nothing" }),
            "activity",
        ),
        (
            "unlink_activity",
            json!({ "reflectionId": id, "activityId": "nothing" }),
            "activity_link",
        ),
        ("create_reflection", about("nothing"), "activity"),
        ("activity", json!({ "id": "nothing" }), "activity"),
        (
            "save_activity",
            with(activity("A", "2026-03-10"), json!({ "id": "nothing" })),
            "activity",
        ),
        ("theory", json!({ "id": "nothing" }), "theory"),
        (
            "save_theory",
            with(book("A", "1", "B"), json!({ "id": "nothing" })),
            "theory",
        ),
        (
            "move_to_bin",
            json!({ "kind": "evidence", "id": "nothing" }),
            "evidence",
        ),
        (
            "restore_from_bin",
            json!({ "kind": "reflection", "id": id }),
            "reflection",
        ),
        (
            "restore_backup",
            json!({ "id": "../../etc/passwd" }),
            "backup",
        ),
    ] {
        let failure = unchanged(&world, || world.refused(command, request));
        assert_eq!(
            failure,
            json!({ "code": "notFound", "kind": kind }),
            "{command}"
        );
    }
}

/// What is typed into a form about something.
fn typed(form: &str, about: &str) -> Value {
    json!({
        "form": form, "about": about,
        "fields": [{ "name": "title", "text": "Half a wo", "before": "" }],
    })
}

#[test]
fn a_form_that_cannot_be_is_refused_and_what_stood_in_it_stays() {
    let world = World::with_portfolio();
    let form = json!({ "form": "activity", "about": null });
    let field = |name: &str, text: String| json!({ "name": name, "text": text, "before": "" });
    let fields = |fields: Vec<Value>| with(form.clone(), json!({ "fields": fields }));
    world.ask(
        "save_unfinished",
        fields(vec![field("title", "Half a wo".into())]),
    );
    let many = (0..501).map(|at| field(&at.to_string(), String::new()));
    for (request, place) in [
        (with(typed("activity", "../x"), json!({})), "about"),
        (typed("programme", "a1"), "about"),
        (
            with(typed("confirmation", ""), json!({ "about": null })),
            "about",
        ),
        (
            fields(vec![field("title", "a".repeat(5 << 20))]),
            "fields[0].text",
        ),
        (
            fields(vec![field("a", "1".into()), field("a", "2".into())]),
            "fields[1].name",
        ),
        (fields(vec![field("", "1".into())]), "fields[0].name"),
        (fields(many.collect()), "fields"),
    ] {
        let failure = unchanged(&world, || world.refused("save_unfinished", request));
        assert_eq!(failure["code"], "invalid", "{place}");
        assert_eq!(failure["problems"][0]["field"], place);
    }
    let unknown = with(typed("diary", "x"), json!({ "about": null }));
    let failure = unchanged(&world, || world.refused("save_unfinished", unknown));
    assert_eq!(failure["code"], "notTheFormat");
}

/// Asserts that `text` cannot be imported, for the reason `expected`, at `place`.
#[track_caller]
fn cannot_import(text: impl AsRef<[u8]>, expected: &str, place: &str) {
    let empty = World::with_portfolio();
    let path = empty.path("in.json");
    fs::write(&path, text).unwrap();
    let failure = unchanged(&empty, || empty.app.import_portfolio(&path).unwrap_err());
    assert_eq!(code(&failure), expected, "{failure:?}");
    let said = serde_json::to_string(&failure).unwrap();
    assert!(said.contains(place), "{place} in {said}");
    // Into a new file: then there is none.
    let fresh = empty.path("fresh.aftershift");
    let batch = App::without_traces(empty.app.clock(), None);
    assert_eq!(batch.import_into(&path, &fresh).unwrap_err(), failure);
    assert!(!fresh.exists());
}

#[test]
fn text_that_is_no_portfolio_is_not_imported() {
    cannot_import("", "notTheFormat", "line 1");
    cannot_import("Dear Amara", "notTheFormat", "line 1");
    cannot_import(
        "{\"format\": \"aftershift-portfolio\",\n \"version\": 1,",
        "notTheFormat",
        "line 2",
    );
    cannot_import([0xff, 0xfe, 0x00], "notTheFormat", "UTF-8");
    cannot_import("[".repeat(100_000), "notTheFormat", "line 1");
    cannot_import("{}", "notTheFormat", "format");
    cannot_import(
        "{\"format\": \"stamps\", \"version\": 1}",
        "notTheFormat",
        "aftershift-portfolio",
    );
    let later = "{\"format\": \"aftershift-portfolio\", \"version\": 99}";
    cannot_import(later, "tooNew", "99");
}

#[test]
fn a_portfolio_with_one_thing_wrong_is_not_imported_at_all() {
    let sample = World::with_sample();
    let whole: Value = serde_json::from_str(&sample.everything()).unwrap();
    let changed = |pointer: &str, value: Value| {
        let mut changed = whole.clone();
        *changed
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{pointer}")) = value;
        changed.to_string()
    };
    for (pointer, value, code, place) in [
        (
            "/portfolio/theoryLinks/3/theoryId",
            json!("nothing"),
            "invalid",
            "portfolio.theoryLinks[3].theoryId",
        ),
        (
            "/portfolio/activityLinks/0/reflectionId",
            json!("r-99"),
            "invalid",
            "portfolio.activityLinks[0].reflectionId",
        ),
        (
            "/portfolio/activities/79/doneOn",
            json!("2026-02-31"),
            "notTheFormat",
            "portfolio.activities[79].doneOn",
        ),
        (
            "/portfolio/activities/5/title",
            json!(""),
            "invalid",
            "portfolio.activities[5].title",
        ),
        (
            "/portfolio/programme/weekly",
            json!(12_000),
            "invalid",
            "portfolio.programme.weekly",
        ),
        (
            "/portfolio/reflections/2/stages/0/text",
            json!(7),
            "notTheFormat",
            "portfolio.reflections[2].stages[0].text",
        ),
        ("/files/0/base64", json!("AAAA"), "invalid", "files[0]"),
    ] {
        cannot_import(changed(pointer, value), code, place);
    }
    let mut surplus = whole.clone();
    surplus["portfolio"]["reflections"][0]["colour"] = json!("red");
    cannot_import(
        surplus.to_string(),
        "notTheFormat",
        "portfolio.reflections[0].colour",
    );
}

#[test]
fn what_is_written_out_never_takes_the_place_of_the_portfolio() {
    let world = world();
    let path = world.portfolio();
    let options = serde_json::from_value(export()).unwrap();
    let never = AtomicBool::new(false);
    let pdf = unchanged(&world, || {
        world
            .app
            .export_pdf(&path, &options, &|_| (), &never, true)
            .map(drop)
    });
    assert_eq!(code(&pdf.unwrap_err()), "alreadyThere");
    let json = unchanged(&world, || world.app.export_json(&path, true).map(drop));
    assert_eq!(code(&json.unwrap_err()), "alreadyThere");
    let copy = unchanged(&world, || world.app.save_copy(&path).map(drop));
    assert_eq!(code(&copy.unwrap_err()), "alreadyThere");
}

#[test]
fn a_place_that_cannot_be_written_to_is_named() {
    let world = world();
    let options = serde_json::from_value(export()).unwrap();
    let never = AtomicBool::new(false);
    let kept = world.path("kept.pdf");
    fs::write(&kept, "what was there").unwrap();
    for (path, overwrite, expected) in [
        (world.path("places"), true, "isFolder"),
        (world.path("missing/out.pdf"), true, "noSuchFolder"),
        (kept.join("out.pdf"), true, "noSuchFolder"),
        (kept.clone(), false, "alreadyThere"),
    ] {
        let pdf = unchanged(&world, || {
            world
                .app
                .export_pdf(&path, &options, &|_| (), &never, overwrite)
        });
        assert_eq!(code(&pdf.unwrap_err()), expected, "{}", path.display());
        let json = unchanged(&world, || world.app.export_json(&path, overwrite));
        assert_eq!(code(&json.unwrap_err()), expected, "{}", path.display());
    }
    assert_eq!(fs::read_to_string(&kept).unwrap(), "what was there");
}
