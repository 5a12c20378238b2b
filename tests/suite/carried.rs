//! The data inside a PDF: what of a portfolio travels, what stays at home, and that the fingerprint is of it.

use aftershift_app::format;
use aftershift_domain::portfolio::Portfolio;
use aftershift_tests::World;
use aftershift_tests::pdf::{Pdf, flowing};
use aftershift_tests::request::{activity, export, reflection, saving, with};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

const DATA: &str = "portfolio.json";

/// What travels inside a PDF.
struct Inside {
    json: Vec<u8>,
    files: BTreeMap<String, Vec<u8>>,
    portfolio: Portfolio,
}

fn inside(pdf: &Pdf) -> Inside {
    let mut files: BTreeMap<String, Vec<u8>> = pdf.attached().into_iter().collect();
    let json = files.remove(DATA).unwrap();
    let sha256 = |bytes: &[u8]| {
        let digest = Sha256::digest(bytes);
        digest
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let read = format::import_beside(&json, &|evidence| {
        let found = files
            .values()
            .find(|bytes| sha256(bytes) == evidence.sha256);
        found.cloned()
    });
    Inside {
        portfolio: read.unwrap().portfolio,
        json,
        files,
    }
}

fn export_of(world: &World, changes: Value) -> Pdf {
    let (pdf, _) = world.pdf(&serde_json::from_value(with(export(), changes)).unwrap());
    pdf.check();
    pdf
}

/// The fingerprint that the pages say.
fn fingerprint(pdf: &Pdf) -> String {
    let text = flowing(&pdf.text());
    let after = text.split("Fingerprint ").nth(1).unwrap();
    after.chars().take(23).collect()
}

/// A world whose portfolio came back from a PDF.
fn brought_back(pdf: &Pdf) -> World {
    let world = World::with_portfolio();
    let path = world.path("handed in.pdf");
    std::fs::write(&path, pdf.bytes()).unwrap();
    world.app.import_portfolio(&path).unwrap();
    world
}

/// The same, by what was taken out of it with another program.
fn restored(inside: &Inside) -> World {
    let world = World::new();
    let folder = world.path("taken out");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join(DATA), &inside.json).unwrap();
    for (name, bytes) in &inside.files {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    world.app.open_default().unwrap();
    world.app.import_portfolio(&folder.join(DATA)).unwrap();
    world
}

#[test]
fn what_is_carried_makes_the_same_pages_again() {
    let world = World::with_sample();
    for changes in [
        json!({}),
        json!({ "coarseDates": false }),
        json!({ "drafts": false, "from": "2026-01-01" }),
        json!({ "hours": false }),
        json!({ "hours": false, "coarseDates": false, "to": "2026-03-31" }),
        json!({ "reflections": false }),
        json!({ "coarseDates": false, "data": "everything" }),
    ] {
        let first = export_of(&world, changes.clone());
        let text = first.text();
        let back = restored(&inside(&first));
        let again = export_of(&back, changes.clone());
        assert_eq!(fingerprint(&first), fingerprint(&again), "{changes}");
        // Sums count what was done before the first day; it is not listed, so it is not carried.
        if changes.get("from").is_none() {
            assert!(text == again.text(), "{changes}");
        }
    }
}

#[test]
fn a_pdf_of_everything_is_the_whole_portfolio() {
    let world = World::with_sample();
    let everything = json!({ "coarseDates": false, "data": "everything" });
    let inside = inside(&export_of(&world, everything));
    assert_eq!(restored(&inside).everything(), world.everything());
    let pdf = Pdf::at(&world.path("out.pdf"));
    assert_eq!(brought_back(&pdf).everything(), world.everything());
    // Each file is inside once.
    let shown = &inside.files.values().next().unwrap()[..60];
    let base64 = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, shown);
    assert!(!String::from_utf8(inside.json).unwrap().contains(&base64));
}

#[test]
fn whatever_was_left_out_is_no_longer_everything() {
    let world = World::with_sample();
    let whole = world.everything();
    for changes in [
        json!({ "coarseDates": true }),
        json!({ "coarseDates": false, "hours": false }),
        json!({ "coarseDates": false, "reflections": false }),
        json!({ "coarseDates": false, "drafts": false }),
        json!({ "coarseDates": false, "from": "2024-01-01" }),
        json!({ "coarseDates": false, "to": "2030-01-01" }),
        json!({ "coarseDates": false, "data": "printed" }),
    ] {
        let data = json!({ "data": "everything" });
        let inside = inside(&export_of(&world, with(data, changes.clone())));
        assert_eq!(inside.portfolio.revisions.len(), 0, "{changes}");
        assert_ne!(restored(&inside).everything(), whole, "{changes}");
    }
}

#[test]
fn nothing_is_carried_if_that_is_wished_and_the_fingerprint_stays() {
    let world = World::with_sample();
    let with_data = fingerprint(&export_of(&world, json!({})));
    let without = export_of(&world, json!({ "data": "nothing" }));
    assert!(without.attached().iter().all(|(name, _)| name != DATA));
    assert_eq!(fingerprint(&without), with_data);
    let text = flowing(&without.text());
    assert!(
        text.contains("That data was left out of this PDF"),
        "{text}"
    );
}

#[test]
fn the_fingerprint_begins_the_sha_256_of_the_data_and_stands_on_every_page() {
    let world = World::with_sample();
    let pdf = export_of(&world, json!({}));
    let digest = Sha256::digest(inside(&pdf).json);
    let letters: Vec<u8> = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".to_vec();
    let bits: String = digest.iter().map(|byte| format!("{byte:08b}")).collect();
    let expected: Vec<String> = (0..20)
        .map(|at| usize::from_str_radix(&bits[at * 5..at * 5 + 5], 2).unwrap())
        .map(|value| char::from(letters[value]).to_string())
        .collect();
    let expected = expected.chunks(5).map(|five| five.concat());
    let expected = expected.collect::<Vec<_>>().join("-");
    assert_eq!(fingerprint(&pdf), expected);
    let whole: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(flowing(&pdf.text()).contains(&whole));
    for page in pdf.pages() {
        assert!(page.contains(&expected), "{page}");
    }
}

/// Words that no page has, in every place that a person can write in and that is not printed; and the days of what is.
#[test]
fn what_is_not_printed_is_not_carried() {
    let world = World::with_sample();
    let write = |title: &str, words: &str| {
        let begun = world.ask("create_reflection", reflection(title, "free"));
        let id = begun["reflectionId"].clone();
        for words in [format!("Earlier{words}"), words.to_owned()] {
            let view = world.ask("reflection", json!({ "id": id }));
            let stages = json!([{ "key": "text", "heading": "", "text": words }]);
            let save = with(saving(&view), json!({ "stages": stages }));
            world.ask("save_reflection", save);
        }
        id
    };
    write("A quiet morning", "Quokkadraft");
    let thrown = write("Thrown away", "Quokkabin");
    world.ask("move_to_bin", json!({ "kind": "reflection", "id": thrown }));
    let lesson = with(
        activity("Quokkalesson", "2026-05-05"),
        json!({ "whatWasDone": "Quokkadone" }),
    );
    let lesson = world.ask("save_activity", lesson)["activity"]["id"].clone();
    world.ask("move_to_bin", json!({ "kind": "activity", "id": lesson }));
    world.ask("save_capture", json!({ "text": "Quokkacapture" }));

    let inside = inside(&export_of(
        &world,
        json!({ "drafts": false, "data": "everything" }),
    ));
    let text = String::from_utf8(inside.json).unwrap();
    assert!(!text.contains("Quokka"), "{text}");
    let whole: Portfolio = format::import(world.everything().as_bytes())
        .unwrap()
        .portfolio;
    assert!(!whole.opportunities.is_empty() && !whole.actions.is_empty());
    let quotations = whole.theory.iter().map(|it| it.quotation.as_str());
    let plans = whole.opportunities.iter().map(|it| it.title.as_str());
    let actions = whole.actions.iter().map(|it| it.text.as_str());
    for words in quotations.chain(plans).chain(actions) {
        assert!(words.is_empty() || !text.contains(words), "{words}");
    }
    // No moment is exact, and no account has its day.
    assert!(
        !text.contains("Z\"") || text.matches("T00:00:00Z").count() == text.matches("Z\"").count()
    );
    for account in inside.portfolio.reflections {
        let day = account.happened_on.unwrap();
        assert!(day.to_string().ends_with("-01"), "{day}");
    }
}

#[test]
fn a_part_adds_what_is_new_and_replaces_nothing() {
    let sample = World::with_sample();
    let pdf = export_of(&sample, json!({ "drafts": false, "from": "2026-01-01" }));
    let part = inside(&pdf).portfolio;

    // A portfolio of somebody else's, in which one of the accounts is already, and says something else.
    let world = World::with_portfolio();
    let path = world.path("part.pdf");
    std::fs::write(&path, pdf.bytes()).unwrap();
    world.ask("save_activity", activity("My own", "2026-02-01"));
    let mine = world.everything();
    let done = world.app.import_portfolio(&path).unwrap();
    assert!(done.added > 0 && done.known == 0, "{done:?}");
    let now = format::import(world.everything().as_bytes())
        .unwrap()
        .portfolio;
    assert_eq!(now.activities.len(), part.activities.len() + 1);
    assert_eq!(now.reflections, part.reflections);
    assert_eq!(now.learner.name, "", "whose it is stays as it was");

    let account = json!({ "id": part.reflections[0].id });
    let changed = with(
        saving(&world.ask("reflection", account)),
        json!({ "title": "My own words" }),
    );
    world.ask("save_reflection", changed);
    let before = world.everything();
    let again = world.app.import_portfolio(&path).unwrap();
    assert_eq!((again.added, again.known), (0, done.added));
    assert_eq!(world.everything(), before);

    // One undo for the change of the title is not asked for: accounts are not undone by it. One takes all back.
    world.ask("undo", json!({}));
    let bare = format::import(world.everything().as_bytes())
        .unwrap()
        .portfolio;
    assert!(bare.reflections.iter().all(|it| it.deleted_at.is_some()));
    let own = format::import(mine.as_bytes()).unwrap().portfolio;
    let left: Vec<_> = bare
        .activities
        .iter()
        .filter(|it| it.deleted_at.is_none())
        .collect();
    assert_eq!(left, own.activities.iter().collect::<Vec<_>>());
    world.ask("redo", json!({}));
    assert_eq!(world.everything(), before);
}

#[test]
fn a_pdf_without_data_and_what_is_no_pdf_are_refused_in_a_sentence() {
    let world = World::with_sample();
    let path = world.path("out.pdf");
    let import = |bytes: &[u8]| {
        let path = world.path("in.pdf");
        std::fs::write(&path, bytes).unwrap();
        let empty = world.beside();
        let place = world.path("empty.aftershift");
        let _ = std::fs::remove_file(&place);
        empty.app.create_file(&place).unwrap();
        let failure = empty.app.import_portfolio(&path).unwrap_err();
        let heard = serde_json::to_value(failure).unwrap();
        empty.app.close();
        heard["reason"].as_str().unwrap_or_default().to_owned()
    };
    let _ = export_of(&world, json!({ "data": "nothing" }));
    let without = std::fs::read(&path).unwrap();
    assert!(import(&without).starts_with("No portfolio travels inside this PDF"));
    let _ = export_of(&world, json!({}));
    let whole = std::fs::read(&path).unwrap();
    assert!(import(&whole[..whole.len() / 2]).starts_with("This is not a PDF"));
    assert!(import(b"%PDF-1.7\nand no more").starts_with("This is not a PDF"));
}

#[test]
fn a_pdf_says_whether_it_is_as_it_was_exported() {
    let world = World::with_sample();
    let pdf = export_of(&world, json!({}));
    let standing = |path: &std::path::Path| {
        let found = serde_json::to_value(world.app.verify_pdf(path).unwrap()).unwrap();
        ["asExported", "text", "data", "files"].map(|part| found[part].to_string().replace('"', ""))
    };
    let path = world.path("out.pdf");
    let good = ["true", "asExported", "asExported", "asExported"];
    assert_eq!(standing(&path), good);
    let verified = world.app.verify_pdf(&path).unwrap();
    assert_eq!(verified.fingerprint, fingerprint(&pdf));

    // Another program may save it anew without changing anything.
    let anew = world.path("anew.pdf");
    let qpdf = |arguments: &[&str]| {
        let _ = std::fs::remove_file(&anew);
        let _ = pdf.run(
            "qpdf",
            &[],
            &[arguments, &[anew.to_str().unwrap()]].concat(),
        );
    };
    qpdf(&["--object-streams=disable", "--recompress-flate"]);
    assert_eq!(standing(&anew), good);

    qpdf(&["--remove-attachment=E000002"]);
    assert_eq!(
        standing(&anew),
        ["false", "asExported", "asExported", "changed"]
    );
    qpdf(&["--pages", ".", "1-5", "--"]);
    assert_eq!(standing(&anew)[..2], ["false", "changed"]);
}
