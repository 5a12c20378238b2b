//! A document for each audience: what stands in it, what stays at home, and what is noted of it.

use aftershift_tests::World;
use aftershift_tests::conformance::check;
use aftershift_tests::pdf::{Pdf, flowing};
use aftershift_tests::request::{activity, reflection, saving, with};
use serde_json::{Value, json};
use std::path::Path;

/// The choices of a profile, with some changed.
fn profile(world: &World, id: &str, changes: Value) -> Value {
    let all = world.ask("export_profiles", json!({}));
    let mut all = all["profiles"].as_array().unwrap().iter();
    let found = all.find(|it| it["id"] == id).unwrap();
    with(found["options"].clone(), changes)
}

fn exported(world: &World, options: &Value) -> Pdf {
    let (pdf, _) = world.pdf(&serde_json::from_value(options.clone()).unwrap());
    pdf.check();
    pdf
}

/// The headings that the bookmarks give, of the first level.
fn parts(pdf: &Pdf) -> Vec<String> {
    let outlines = pdf.json("outlines");
    let all = outlines["outlines"].as_array().unwrap().iter();
    all.map(|it| it["title"].as_str().unwrap().to_owned())
        .collect()
}

/// What travels inside as data, as text.
fn data(pdf: &Pdf) -> String {
    let files = pdf.attached();
    let (_, bytes) = files
        .iter()
        .find(|(name, _)| name == "portfolio.json")
        .unwrap();
    String::from_utf8(bytes.clone()).unwrap()
}

#[test]
fn each_audience_has_a_document_with_its_parts_and_its_name() {
    let world = World::with_sample();
    let mut written = Vec::new();
    for (id, title, has, lacks) in [
        (
            "provider",
            "Portfolio of learning: Nerys Adomako",
            vec![
                "Off-the-job hours",
                "Off-the-job log",
                "Reflective accounts",
                "References",
            ],
            vec!["Since the last review"],
        ),
        (
            "reflections",
            "Reflective accounts: Nerys Adomako",
            vec!["Reflective accounts", "References"],
            vec![
                "Off-the-job hours",
                "Off-the-job log",
                "Practice and theory",
            ],
        ),
        (
            "hours",
            "Off-the-job hours statement: Nerys Adomako",
            vec!["Off-the-job hours", "Off-the-job log"],
            vec!["Reflective accounts", "References", "Practice and theory"],
        ),
        (
            "review",
            "Progress review: Nerys Adomako",
            vec![
                "Since the last review",
                "Off-the-job hours",
                "Reflective accounts",
            ],
            vec![],
        ),
    ] {
        let pdf = exported(&world, &profile(&world, id, json!({})));
        assert_eq!(pdf.info("Title"), title);
        let parts = parts(&pdf);
        for part in has {
            assert!(
                parts.iter().any(|it| it == part),
                "{id}: {part} in {parts:?}"
            );
        }
        for part in lacks {
            assert!(
                parts.iter().all(|it| it != part),
                "{id}: {part} in {parts:?}"
            );
        }
        // Each opens for the assessor and ends with room for an answer and signatures.
        assert!(parts.contains(&"For the assessor".to_owned()), "{parts:?}");
        assert_eq!(
            parts[parts.len() - 2..],
            ["Feedback", "Declaration and signatures"],
            "{id}"
        );
        let path = world.path(&format!("{id}.pdf"));
        std::fs::rename(world.path("out.pdf"), &path).unwrap();
        written.push(path);
    }
    check(
        &written
            .iter()
            .map(|it| it.as_path())
            .collect::<Vec<&Path>>(),
    );
}

#[test]
fn who_it_is_for_and_what_it_is_called_stand_on_the_cover() {
    let world = World::with_sample();
    let changes =
        json!({ "recipient": "Ms Price, Harrowmere", "title": "Year two", "paper": "letter" });
    let pdf = exported(&world, &profile(&world, "provider", changes));
    assert_eq!(pdf.info("Title"), "Year two: Nerys Adomako");
    assert!(pdf.info("Page size").contains("612 x 792"));
    let cover = flowing(&pdf.pages()[0]);
    assert!(cover.contains("Year two"), "{cover}");
    assert!(cover.contains("For Ms Price, Harrowmere"), "{cover}");
}

#[test]
fn a_narrowed_set_carries_nothing_of_what_was_left_out() {
    let world = World::with_sample();
    let all: Value = serde_json::from_str(&world.everything()).unwrap();
    let portfolio = &all["portfolio"];
    let accounts: Vec<&Value> = portfolio["reflections"]
        .as_array()
        .unwrap()
        .iter()
        .collect();
    let link = &portfolio["theoryLinks"][0];
    let mut modules = accounts
        .iter()
        .map(|it| it["module"].as_str().unwrap_or_default());
    let module = modules.find(|it| !it.is_empty()).unwrap();
    let one = accounts[4]["id"].clone();
    for changes in [
        json!({ "module": module }),
        json!({ "theoryId": link["theoryId"] }),
        json!({ "reflectionIds": [one] }),
    ] {
        // Even where everything was asked to travel: what is narrowed is never the whole.
        let options = profile(
            &world,
            "reflections",
            with(
                changes.clone(),
                json!({ "data": "everything", "drafts": true }),
            ),
        );
        let pdf = exported(&world, &options);
        let (text, data) = (flowing(&pdf.text()), data(&pdf));
        let held: Value = serde_json::from_str(&data).unwrap();
        let held = held["portfolio"]["reflections"].as_array().unwrap();
        assert!(
            !held.is_empty() && held.len() < accounts.len(),
            "{changes}: {}",
            held.len()
        );
        for account in &accounts {
            let is_held = held.iter().any(|it| it["id"] == account["id"]);
            let title = account["title"].as_str().unwrap();
            assert_eq!(
                text.contains(&flowing(title)),
                is_held,
                "{changes}: {title}"
            );
            assert_eq!(data.contains(title), is_held, "{changes}: {title}");
        }
    }
}

#[test]
fn accounts_are_ordered_by_module_where_that_is_wished() {
    let world = World::with_sample();
    let modules = |pdf: &Pdf| -> Vec<String> {
        let held: Value = serde_json::from_str(&data(pdf)).unwrap();
        let all: Value = serde_json::from_str(&world.everything()).unwrap();
        let of = |title: &str| {
            let mut accounts = all["portfolio"]["reflections"].as_array().unwrap().iter();
            let found = accounts.find(|it| it["title"] == title).unwrap();
            found["module"].as_str().unwrap_or_default().to_owned()
        };
        assert!(!held.is_null());
        let marks = pdf.bookmarks();
        let titles = marks.iter().filter_map(|mark| {
            let (number, title) = mark.title.split_once(' ')?;
            number.strip_prefix('R')?.parse::<u32>().ok()?;
            Some(title.trim().to_owned())
        });
        titles.map(|title| of(&title)).collect()
    };
    let found = modules(&exported(
        &world,
        &profile(&world, "reflections", json!({ "byModule": true })),
    ));
    let mut ordered = found.clone();
    ordered.sort_by_key(|it| (it.is_empty(), it.clone()));
    assert!(found.len() > 5);
    assert_eq!(found, ordered);
}

#[test]
fn a_review_says_what_is_new_and_different_since_the_last_one() {
    let world = World::with_portfolio();
    let begun = world.ask("create_reflection", reflection("Before", "free"));
    let id = begun["reflectionId"].clone();
    let write = |world: &World, text: &str| {
        let view = world.ask("reflection", json!({ "id": id }));
        let key = view["model"]["stages"][0]["key"].clone();
        let stages = json!([{ "key": key, "heading": "", "text": text }]);
        world.ask(
            "save_reflection",
            with(saving(&view), json!({ "stages": stages })),
        );
    };
    write(&world, "As it was.");
    world.ask(
        "save_activity",
        with(
            activity("Old entry", "2026-03-10"),
            json!({ "offTheJob": 60 }),
        ),
    );
    let review = |world: &World| {
        let pdf = exported(world, &profile(world, "review", json!({ "drafts": true })));
        flowing(&pdf.text())
    };
    assert!(review(&world).contains("No pack for a review was made from this portfolio before"));

    let later = world.days_later(7);
    let seen = later.ask("exports", json!({}))["exports"].clone();
    assert_eq!(seen[0]["record"]["audience"], "review");
    assert_eq!(seen[0]["changed"]["newAccounts"], 0);
    assert!(
        review(&later)
            .contains("Nothing in this pack was begun or changed since the pack of 12 March 2026")
    );

    let later = later.days_later(1);
    write(&later, "Written differently.");
    later.ask("create_reflection", reflection("After", "free"));
    later.ask(
        "save_activity",
        with(
            activity("New entry", "2026-03-18"),
            json!({ "offTheJob": 30 }),
        ),
    );
    let seen = later.ask("exports", json!({}))["exports"].clone();
    let changed = &seen[0]["changed"];
    assert_eq!(
        changed,
        &json!({ "newAccounts": 1, "changedAccounts": 1, "newActivities": 1, "changedActivities": 0, "removed": 0 })
    );
    let said = review(&later);
    assert!(
        said.contains("Accounts written differently R1 Before"),
        "{said}"
    );
    assert!(said.contains("New entries and activities A2"), "{said}");
}

#[test]
fn what_was_handed_in_is_kept_and_changes_nothing_of_the_next() {
    let world = World::with_sample();
    assert_eq!(world.ask("exports", json!({}))["exports"], json!([]));
    let before = world.everything();
    let options = profile(&world, "hours", json!({ "recipient": " Mr Bell " }));
    let first = exported(&world, &options).bytes();
    let again = exported(&world, &options).bytes();
    assert!(
        first == again,
        "the list of exports is no part of what is exported"
    );
    assert_eq!(before, world.everything());
    let seen = world.reopened().ask("exports", json!({}))["exports"].clone();
    let record = &seen[0]["record"];
    assert_eq!(seen.as_array().unwrap().len(), 2);
    assert_eq!(
        (&record["recipient"], &record["fileName"]),
        (&json!("Mr Bell"), &json!("out.pdf"))
    );
    let pages = Pdf::at(&world.path("out.pdf")).pages();
    assert_eq!(record["pages"], pages.len());
    assert!(pages[1].contains(record["fingerprint"].as_str().unwrap()));
}

#[test]
fn choices_are_kept_under_a_name_and_given_up_again() {
    let world = World::with_portfolio();
    let options = profile(
        &world,
        "hours",
        json!({ "largePrint": true, "recipient": "HR" }),
    );
    let keep = |name: &str| json!({ "name": name, "options": options });
    world.ask("keep_export_profile", keep("For HR"));
    let all = world.ask("keep_export_profile", keep(" for hr "));
    let own: Vec<&Value> = all["profiles"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["own"] == true)
        .collect();
    assert_eq!(own.len(), 1, "one of the same name is replaced");
    assert_eq!(own[0]["options"], options);
    for name in ["", "  ", "Hours statement", "PROVIDER", &"x".repeat(61)] {
        let refused = world.refused("keep_export_profile", keep(name));
        assert_eq!(refused["problems"][0]["field"], "name", "{name}: {refused}");
    }
    let world = world.reopened();
    let id = own[0]["id"].clone();
    let left = world.ask("remove_export_profile", json!({ "id": id }));
    assert_eq!(left["profiles"].as_array().unwrap().len(), 4);
    assert_eq!(
        world.refused("remove_export_profile", json!({ "id": id }))["code"],
        "notFound"
    );
    assert_eq!(
        world.refused("remove_export_profile", json!({ "id": "provider" }))["code"],
        "notFound"
    );
}
