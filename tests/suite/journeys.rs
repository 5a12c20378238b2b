//! What a person does, from beginning to end, as the window asks for it.

use aftershift_tests::World;
use aftershift_tests::pdf::flowing;
use aftershift_tests::request::{
    activity, again, all_activities, all_reflections, book, export, programme, recurrence,
    reflection, saving, with,
};
use base64::Engine;
use serde_json::{Value, json};

const CAPTURED: &str = "Mrs H. would not let me take her blood pressure. I sat down instead.";

/// What is written for each stage, to be found again in file and PDF.
const WRITTEN: [(&str, &str); 6] = [
    (
        "description",
        "She pushed the cuff away twice. I put it *down* and asked about her garden.",
    ),
    (
        "feelings",
        "I was aware of the clock, and of the nurse in charge looking over.",
    ),
    (
        "evaluation",
        "- She let me do it ten minutes later.\n- Nobody had told me that she is deaf on the left.",
    ),
    (
        "analysis",
        "> Wait for the person, not for the number.\n\nThe handover sheet has no line for it.",
    ),
    (
        "conclusion",
        "A refusal is also an observation. I had nowhere to write it.",
    ),
    (
        "action_plan",
        "| Step | By |\n| --- | --- |\n| Ask for a line on the sheet | March |",
    ),
];

const RATIONALE: &str =
    "Benner’s advanced beginner follows the list; stopping was the first time I did not.";

/// A picture, as the window sends it.
fn picture() -> String {
    let bytes = include_bytes!("../../icons/32x32.png");
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn text_of(view: &Value, key: &str) -> String {
    let stages = view["stages"].as_array().unwrap();
    let stage = stages.iter().find(|stage| stage["key"] == key);
    stage.unwrap_or_else(|| panic!("{key} in {stages:#?}"))["text"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn minutes(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

#[test]
fn from_what_happened_to_a_pdf_that_says_it() {
    let world = World::with_portfolio();

    // What happened, as it is typed.
    for end in [10, 30, CAPTURED.len()] {
        world.ask("save_capture", json!({ "text": &CAPTURED[..end] }));
    }
    assert_eq!(world.ask("today", json!({}))["capture"], CAPTURED);
    let begun = world.ask("write_about_capture", json!({}));
    let (id, done) = (&begun["reflectionId"], &begun["activityId"]);
    assert_eq!(world.ask("today", json!({}))["capture"], "");

    // The account, stage by stage, with the model that is offered first.
    let view = world.ask("reflection", json!({ "id": id }));
    assert_eq!(view["model"]["id"], "gibbs");
    assert_eq!(
        text_of(&view, "description"),
        CAPTURED,
        "nothing is typed twice"
    );
    for (number, (key, text)) in WRITTEN.iter().enumerate() {
        let request = with(
            saving(&world.ask("reflection", json!({ "id": id }))),
            json!({
                "title": "The cuff on the table",
                "stages": [{ "key": key, "heading": "", "text": text }],
            }),
        );
        let saved = world.ask("save_reflection", request);
        assert_eq!(saved["revision"], number + 2);
    }

    // A picture in it.
    let added = world.ask(
        "add_evidence",
        json!({
            "fileName": "sheet.png", "alternativeText": "The handover sheet, drawn without names",
            "base64": picture(),
        }),
    );
    let view = world.ask("reflection", json!({ "id": id }));
    let drawn = format!(
        "{}\n\n![The handover sheet, drawn without names](attachment:{})",
        text_of(&view, "analysis"),
        added["id"].as_str().unwrap()
    );
    let stage = json!([{ "key": "analysis", "heading": "", "text": drawn }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stage })),
    );

    // The theory, and how it explains what happened.
    let work = world.ask(
        "save_theory",
        book("Benner", "1984", "From novice to expert"),
    );
    let link = json!({
        "id": null, "reflectionId": id, "theoryId": work["id"], "relation": "illustrates",
        "rationale": RATIONALE, "passage": "A refusal is also an observation.",
    });
    world.ask("link_theory", link);

    // The time, as it is typed.
    let read = world.ask(
        "read_duration",
        json!({ "text": "1h30", "measure": "activity" }),
    );
    assert_eq!(minutes(&read["readings"][0]["minutes"]), 90);
    let row = world.ask("activity", json!({ "id": done }));
    let claimed = with(
        again(&row["row"]["activity"]),
        json!({
            "duration": 90, "offTheJob": 90, "category": "mentoring", "paid": "paid",
            "whatWasLearned": "To write a refusal down.",
        }),
    );
    assert_eq!(
        world.ask("save_activity", claimed)["verdict"]["answer"],
        "counts"
    );
    let lecture = with(
        activity("Lecture on consent", "2026-03-10"),
        json!({ "duration": 120, "offTheJob": 120, "category": "theory" }),
    );
    world.ask("save_activity", lecture);
    let confirmation = json!({
        "activityId": done, "decision": "confirmed", "name": "Marguerite Sowande",
        "role": "Ward manager", "decidedOn": "2026-03-12", "comment": "",
    });
    let confirmed = world.ask("record_confirmation", confirmation);
    assert_eq!(confirmed["activity"]["state"], "confirmed");

    // The programme, and with it the hours. 24 months and 37 hours a week: 2/10 of what is worked.
    assert_eq!(
        world.ask("hours_room", json!({}))["hours"]["progress"],
        Value::Null,
        "nothing is guessed"
    );
    let required = world.ask("save_programme", programme());
    assert_eq!(required["preview"]["problems"], json!([]));
    let hours = world.ask("hours_room", json!({}))["hours"].clone();
    assert_eq!(minutes(&hours["totals"]["claimed"]), 210);
    assert_eq!(minutes(&hours["totals"]["confirmed"]), 90);
    let needed = minutes(&hours["progress"]["requirement"]["target"]);
    assert_eq!(minutes(&hours["progress"]["remaining"]), needed - 210);

    // Finished, looked over, handed in.
    let view = world.ask("reflection", json!({ "id": id }));
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "state": "finished" })),
    );
    let checks = world.ask("check_export", export());
    assert_eq!(
        (&checks["reflections"], &checks["activities"]),
        (&json!(1), &json!(2))
    );
    let (pdf, exported) = world.pdf(&serde_json::from_value(export()).unwrap());
    assert_eq!(
        (exported.missing.len(), exported.notices.len()),
        (0, 0),
        "{exported:?}"
    );
    pdf.check();
    let text = flowing(&pdf.text());
    for said in [
        "Amara Osei",
        "The cuff on the table",
        "I put it down and asked about her garden.",
        "I was aware of the clock, and of the nurse in charge looking over.",
        "Nobody had told me that she is deaf on the left.",
        "Wait for the person, not for the number.",
        "A refusal is also an observation. I had nowhere to write it.",
        "Ask for a line on the sheet",
        RATIONALE,
        "Benner, P. (1984)",
        "From novice to expert",
        "Lecture on consent",
        "To write a refusal down.",
        "Marguerite Sowande",
        "1 h 30",
        "3 h 30",
    ] {
        assert!(text.contains(said), "{said:?} in {text}");
    }
    assert!(
        pdf.run("pdfimages", &["-list"], &[]).lines().count() > 2,
        "the picture is in it"
    );

    // Everything is there on another day.
    let before = world.everything();
    let later = world.days_later(3);
    assert!(later.everything() == before);
    let view = later.ask("reflection", json!({ "id": id }));
    for (key, text) in WRITTEN {
        assert!(text_of(&view, key).starts_with(text), "{key}");
    }
    assert_eq!(view["theoryLinks"][0]["link"]["rationale"], RATIONALE);
    assert_eq!(view["activities"][0]["activity"]["id"], *done);
    assert_eq!(later.app.check().unwrap(), []);
}

/// The keys of a model's stages.
fn keys(model: &Value) -> Vec<String> {
    let stages = model["stages"].as_array().unwrap();
    stages
        .iter()
        .map(|stage| stage["key"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn no_change_of_model_takes_a_word_away() {
    let world = World::with_portfolio();
    let models = world.ask("models", json!({}))["models"]
        .as_array()
        .unwrap()
        .clone();
    assert!(models.len() >= 11, "{}", models.len());
    for from in &models {
        let begun = world.ask(
            "create_reflection",
            reflection("A long day", from["id"].as_str().unwrap()),
        );
        let id = &begun["reflectionId"];
        let stages: Vec<Value> = keys(from)
            .iter()
            .map(|key| json!({ "key": key, "heading": "", "text": format!("Text for {key}.") }))
            .collect();
        let view = world.ask("reflection", json!({ "id": id }));
        world.ask(
            "save_reflection",
            with(saving(&view), json!({ "stages": stages })),
        );
        let first = world.ask("reflection", json!({ "id": id }));
        for to in &models {
            // A person changes the model and goes on typing into the stages that it shows.
            let changed = with(saving(&first), json!({ "model": to["id"], "stages": [] }));
            world.ask("save_reflection", changed);
            let view = world.ask("reflection", json!({ "id": id }));
            let asked = keys(to);
            for key in keys(from) {
                assert_eq!(
                    text_of(&view, &key),
                    format!("Text for {key}."),
                    "{} to {}",
                    from["id"],
                    to["id"]
                );
            }
            for stage in view["stages"].as_array().unwrap() {
                let is_asked = asked.iter().any(|key| *key == stage["key"]);
                assert_eq!(stage["inModel"], is_asked, "{stage}");
                assert!(
                    !stage["heading"].as_str().unwrap().is_empty(),
                    "it keeps a name: {stage}"
                );
            }
            // The text is in the PDF too, under its old name.
            let back = with(saving(&first), json!({ "model": from["id"], "stages": [] }));
            world.ask("save_reflection", back);
            let again = world.ask("reflection", json!({ "id": id }));
            assert_eq!(again["stages"], first["stages"], "{} and back", to["id"]);
        }
    }
    let (pdf, _) = world.pdf(&serde_json::from_value(export()).unwrap());
    let text = flowing(&pdf.text());
    for model in &models {
        for key in keys(model) {
            assert!(text.contains(&format!("Text for {key}.")), "{key}");
        }
    }
}

#[test]
fn a_model_of_ones_own_guides_like_any_other_and_leaves_its_texts_behind() {
    let world = World::with_portfolio();
    let own = json!({
        "id": null, "name": "Three questions", "reference": "My tutor",
        "stages": [
            { "key": "seen", "name": "What did I see?", "prompt": "Only what a camera sees." },
            { "key": "next", "name": "What next?", "prompt": "" },
        ],
    });
    let kept = world.ask("save_model", own);
    let begun = world.ask(
        "create_reflection",
        reflection("Rounds", kept["id"].as_str().unwrap()),
    );
    let id = &begun["reflectionId"];
    let view = world.ask("reflection", json!({ "id": id }));
    assert_eq!(view["model"]["own"], true);
    let stages = json!([{ "key": "seen", "heading": "", "text": "A full jug and no cup." }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    world.ask("move_to_bin", json!({ "kind": "model", "id": kept["id"] }));
    let view = world.ask("reflection", json!({ "id": id }));
    assert_eq!(text_of(&view, "seen"), "A full jug and no cup.");
    let offered = world.ask("models", json!({}));
    assert!(
        offered["models"]
            .as_array()
            .unwrap()
            .iter()
            .all(|model| model["id"] != kept["id"])
    );
}

#[test]
fn what_comes_out_of_the_bin_has_its_links_again() {
    let world = World::with_portfolio();
    let log = world.ask("save_activity", activity("Night shift", "2026-03-11"));
    let done = &log["activity"]["id"];
    let begun = world.ask(
        "create_reflection",
        json!({ "title": "Five in the morning", "model": "free", "happenedOn": null, "activityId": done }),
    );
    let id = &begun["reflectionId"];
    let work = world.ask(
        "save_theory",
        book("Schön", "1983", "The reflective practitioner"),
    );
    let link = json!({
        "id": null, "reflectionId": id, "theoryId": work["id"], "relation": "applies",
        "rationale": "It was thinking on my feet.", "passage": "",
    });
    world.ask("link_theory", link);
    let linked = world.ask("reflection", json!({ "id": id }));
    let mut world = world;
    for (kind, id) in [
        ("reflection", id),
        ("activity", done),
        ("theory", &work["id"]),
    ] {
        let binned = json!({ "kind": kind, "id": id });
        let title = world.ask("move_to_bin", binned.clone())["title"].clone();
        assert_eq!(
            world.ask("list_bin", json!({}))["items"][0]["title"],
            title,
            "{kind}"
        );
        assert_eq!(
            world.refused("move_to_bin", binned.clone())["code"],
            "notFound",
            "{kind}"
        );
        world = world.reopened();
        world.ask("restore_from_bin", binned.clone());
        assert_eq!(
            world.refused("restore_from_bin", binned)["code"],
            "notFound",
            "{kind}"
        );
        let now = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
        assert_eq!(now, linked, "{kind}");
    }
    assert_eq!(world.ask("list_bin", json!({}))["items"], json!([]));
}

#[test]
fn what_is_in_the_bin_is_in_no_list_no_search_and_no_pdf() {
    let world = World::with_portfolio();
    let begun = world.ask("create_reflection", reflection("Porcelain", "free"));
    let id = &begun["reflectionId"];
    let view = world.ask("reflection", json!({ "id": id }));
    let stages =
        json!([{ "key": view["stages"][0]["key"], "heading": "", "text": "A cracked basin." }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    let found = |word: &str| {
        world.ask("search", json!({ "text": word }))["hits"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(found("basin"), 1);
    world.ask("move_to_bin", json!({ "kind": "reflection", "id": id }));
    assert_eq!(found("basin"), 0);
    assert_eq!(world.ask("list_reflections", all_reflections())["total"], 0);
    assert_eq!(
        world.refused("reflection", json!({ "id": id }))["code"],
        "notFound"
    );
    let late = world.refused(
        "save_reflection",
        with(saving(&view), json!({ "title": "Late" })),
    );
    assert_eq!(
        late["code"], "notFound",
        "a late save does not bring it back"
    );
    let (pdf, _) = world.pdf(&serde_json::from_value(export()).unwrap());
    assert!(!pdf.text().contains("basin"));
    assert!(
        world.everything().contains("A cracked basin."),
        "and it is not gone"
    );
}

#[test]
fn search_finds_what_stands_there_now() {
    let world = World::with_portfolio();
    let begun = world.ask("create_reflection", reflection("The hoist", "free"));
    let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
    let key = &view["stages"][0]["key"];
    let write = |text: &str| {
        let stages = json!([{ "key": key, "heading": "", "text": text }]);
        world.ask(
            "save_reflection",
            with(saving(&view), json!({ "stages": stages })),
        );
    };
    let hits = |text: &str| {
        let found = world.ask("search", json!({ "text": text }));
        let hits = found["hits"].as_array().unwrap().iter();
        hits.map(|hit| hit["title"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    write("The sling was **frayed** at one corner.");
    world.ask(
        "save_activity",
        with(
            activity("Sling checks", "2026-03-11"),
            json!({ "whatWasDone": "Counted." }),
        ),
    );
    let work = with(
        book("Hignett", "2003", "Handling people"),
        json!({ "keyIdea": "Slings first." }),
    );
    world.ask("save_theory", work);
    assert_eq!(hits("frayed"), ["The hoist"]);
    assert_eq!(hits("sling").len(), 3, "accounts, activities and theory");
    write("It was sound.");
    assert_eq!(hits("frayed"), Vec::<String>::new());
    for odd in ["", "\"", "AND OR", "(", "*", "“", "a:b", "-", "NEAR("] {
        world.ask("search", json!({ "text": odd }));
    }
    let marked = world.ask("search", json!({ "text": "sound" }))["hits"][0]["excerpt"].clone();
    let marked: Vec<_> = marked
        .as_array()
        .unwrap()
        .iter()
        .filter(|run| run["hit"] == true)
        .collect();
    assert_eq!(marked[0]["text"], "sound");
}

#[test]
fn each_day_has_its_copy_and_any_can_be_put_back() {
    let world = World::with_portfolio();
    world.ask("save_activity", activity("Monday", "2026-03-09"));
    let monday = world.everything();
    let world = world.days_later(1);
    world.ask("save_activity", activity("Tuesday", "2026-03-10"));
    let tuesday = world.everything();
    let world = world.days_later(1);
    let copies = world.ask("backups", json!({}))["rows"]
        .as_array()
        .unwrap()
        .clone();
    assert!(
        copies.len() >= 2 && copies.iter().all(|copy| copy["reason"] == "daily"),
        "{copies:?}"
    );

    // Put the one of the first day back, find that it was the wrong one, and put that right too.
    let oldest = copies.last().unwrap();
    let status = world.ask("restore_backup", json!({ "id": oldest["id"] }));
    assert_eq!(status["counts"]["activities"], 1);
    assert!(world.everything() == monday);
    let copies = world.ask("backups", json!({}))["rows"]
        .as_array()
        .unwrap()
        .clone();
    let kept = copies.iter().find(|copy| copy["reason"] == "restore");
    let kept = kept.expect("what was there is kept before another takes its place");
    world.ask("restore_backup", json!({ "id": kept["id"] }));
    assert!(world.everything() == tuesday);
    assert_eq!(world.reopened().app.check().unwrap(), []);
}

#[test]
fn a_day_without_work_has_no_copy_and_copies_can_be_turned_off() {
    let world = World::with_portfolio();
    assert_eq!(
        world.days_later(1).ask("backups", json!({}))["rows"],
        json!([]),
        "nothing to copy"
    );
    let world = World::with_portfolio();
    let settings = world.ask("settings", json!({}));
    world.ask(
        "save_settings",
        with(settings, json!({ "dailyCopy": false })),
    );
    world.ask("save_activity", activity("Monday", "2026-03-09"));
    let world = world.days_later(1);
    assert_eq!(world.ask("backups", json!({}))["rows"], json!([]));
    let made = world.ask("make_backup", json!({}));
    assert_eq!(made["rows"][0]["reason"], "asked");
}

#[test]
fn the_sample_opens_on_its_own_day_and_can_be_written_in() {
    let world = World::with_sample();
    let status = world.ask("portfolio_status", json!({}));
    assert_eq!(
        (&status["isSample"], &status["today"]),
        (&json!(true), &json!("2026-11-19"))
    );
    assert!(minutes(&status["counts"]["reflections"]) >= 24);
    assert!(minutes(&status["counts"]["activities"]) >= 80);
    let page = world.ask("list_reflections", all_reflections());
    for row in page["rows"].as_array().unwrap() {
        let view = world.ask("reflection", json!({ "id": row["id"] }));
        assert_eq!(view["words"], row["words"]);
        let finished = row["state"] == "finished";
        assert!(
            !finished || minutes(&view["words"]) >= 200,
            "{}",
            row["title"]
        );
    }
    let log = world.ask("list_activities", all_activities());
    assert_eq!(
        log["totals"],
        world.ask("hours_room", json!({}))["hours"]["totals"],
        "one sum everywhere"
    );
    world.ask("save_activity", activity("Mine", "2026-11-19"));
    let again = world.reopened();
    let counts = again.ask("portfolio_status", json!({}))["counts"]["activities"].clone();
    assert_eq!(
        minutes(&counts),
        minutes(&status["counts"]["activities"]) + 1
    );
    assert_eq!(again.app.check().unwrap(), []);
}

#[test]
fn a_portfolio_moves_to_another_computer_in_its_open_form() {
    let here = World::with_sample();
    let path = here.path("out.json");
    here.app.export_json(&path, false).unwrap();
    let there = World::with_portfolio();
    let status = there.app.import_portfolio(&path).unwrap().status;
    assert_eq!(
        status.uid,
        here.app.status().unwrap().uid,
        "it is that portfolio"
    );
    assert!(there.everything() == here.everything());
    assert_eq!(there.app.check().unwrap(), []);
    let found = there.ask("search", json!({ "text": "observations" }));
    assert!(
        !found["hits"].as_array().unwrap().is_empty(),
        "it can be searched at once"
    );
    assert_eq!(
        there.ask("hours_room", json!({}))["hours"],
        here.ask("hours_room", json!({}))["hours"]
    );
}

#[test]
fn likely_names_of_people_are_told_and_never_altered() {
    let world = World::with_portfolio();
    let begun = world.ask("create_reflection", reflection("A call", "free"));
    let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
    let text = "Her number is 943 476 5919, born 3 May 1931, at SW1A 1AA, telephone 020 7946 0018.";
    let stages = json!([{ "key": view["stages"][0]["key"], "heading": "", "text": text }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    let found = world.ask("likely_identifiers", json!({ "id": begun["reflectionId"] }));
    assert!(found["found"].as_array().unwrap().len() >= 4, "{found}");
    let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
    assert_eq!(view["stages"][0]["text"], text);
}

#[test]
fn a_week_is_logged_confirmed_changed_and_begun_again() {
    let world = World::with_portfolio();
    world.ask("save_programme", programme());

    // Monday to Thursday, as it is typed; a night shift belongs to the day it began.
    let read = world.ask(
        "read_duration",
        json!({ "text": "22:00-06:00", "measure": "activity" }),
    );
    let night = &read["readings"][0];
    let entries = [
        (
            "Lecture",
            "2026-03-09",
            json!({ "duration": 120, "offTheJob": 120, "category": "theory" }),
        ),
        (
            "Night shift",
            "2026-03-10",
            json!({
                "startedAt": night["startedAt"], "endedAt": night["endedAt"],
                "category": "x_normal_work", "tags": ["practice_hours"],
            }),
        ),
        (
            "Supervision",
            "2026-03-12",
            json!({ "duration": 60, "offTheJob": 60, "category": "mentoring" }),
        ),
    ];
    let mut ids = Vec::new();
    for (title, day, changes) in entries {
        let row = world.ask("save_activity", with(activity(title, day), changes));
        ids.push(row["activity"]["id"].clone());
    }
    let week = world.ask("week", json!({ "day": null }));
    assert_eq!(week["days"][1]["rows"][0]["activity"]["duration"], 480);
    assert_eq!(minutes(&week["totals"]["claimed"]), 180);
    assert_eq!(
        week["byTag"],
        json!([{ "tag": "practice_hours", "time": 480, "confirmed": 0, "entries": 1 }]),
        "kept apart from off-the-job time"
    );
    assert!(minutes(&week["pace"]) > 0);

    // A mentor confirms the week in one go.
    world.ask("submit_activities", json!({ "activityIds": ids }));
    let word = json!({
        "activityIds": ids, "decision": "confirmed", "name": "Marguerite Sowande",
        "role": "Ward manager", "decidedOn": "2026-03-12", "comment": "",
    });
    assert_eq!(world.ask("confirm_activities", word)["count"], 3);
    assert_eq!(
        minutes(&world.ask("hours_room", json!({}))["hours"]["totals"]["confirmed"]),
        180
    );

    // A change takes the entry back to waiting, and what was confirmed is kept.
    let lecture = world.ask("activity", json!({ "id": ids[0] }));
    let longer = with(
        again(&lecture["row"]["activity"]),
        json!({ "duration": 150, "offTheJob": 150 }),
    );
    world.ask("save_activity", longer);
    let world = world.reopened();
    let lecture = world.ask("activity", json!({ "id": ids[0] }));
    assert_eq!(lecture["row"]["activity"]["state"], "submitted");
    assert_eq!(lecture["versions"][0]["content"]["offTheJob"], 120);
    assert_eq!(
        lecture["versions"][0]["changes"][1],
        json!({ "field": "off_the_job", "before": "2 h", "after": "2 h 30" })
    );
    assert_eq!(
        minutes(&world.ask("hours_room", json!({}))["hours"]["totals"]["confirmed"]),
        60
    );

    // A week later: last week is proposed, and what recurs is offered.
    let world = world.days_later(7);
    world.ask("save_recurrence", recurrence("College day"));
    assert_eq!(world.ask("due_entries", json!({}))["total"], 2);
    let proposed = world.ask("propose_week", json!({ "day": null }));
    let titles: Vec<_> = proposed["proposals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["content"]["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["Lecture", "Night shift", "Supervision"]);
    assert_eq!(
        proposed["proposals"][0]["content"]["offTheJob"],
        Value::Null
    );
    assert_eq!(world.app.check().unwrap(), []);
    let everything: Value = serde_json::from_str(&world.everything()).unwrap();
    let versions = &everything["portfolio"]["activityRevisions"];
    assert_eq!(versions.as_array().unwrap().len(), 3);
}
