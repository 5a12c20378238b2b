//! A PDF that is dropped on the window: what is said of it, and where it goes.

use aftershift_tests::World;
use aftershift_tests::request::{export, reflection, with};
use serde_json::{Value, json};
use std::path::PathBuf;

/// The sample as somebody hands it in with everything in it, in a folder of its own.
fn handed_in(world: &World) -> PathBuf {
    let options = with(
        export(),
        json!({ "coarseDates": false, "data": "everything" }),
    );
    let (pdf, _) = world.pdf(&serde_json::from_value(options).unwrap());
    let path = world.path("Handed in.PDF");
    std::fs::write(&path, pdf.bytes()).unwrap();
    path
}

fn offer(world: &World) -> Value {
    world.ask("portfolio_offer", json!({}))
}

#[test]
fn an_empty_portfolio_is_filled_when_that_is_agreed_to_and_not_before() {
    let sample = World::with_sample();
    let path = handed_in(&sample);
    let world = World::with_portfolio();
    let before = world.everything();
    assert_eq!(offer(&world), Value::Null);
    world.app.read_portfolio_offer(&path).unwrap();
    let said = offer(&world);
    let counts = &sample.ask("portfolio_status", json!({}))["counts"];
    assert_eq!(said["fileName"], "Handed in.PDF");
    assert_eq!(said["learner"], "Nerys Adomako");
    assert_eq!(said["accounts"], counts["reflections"]);
    assert_eq!(
        (&said["standing"], &said["known"]),
        (&json!("fills"), &json!(0))
    );
    assert!(said["works"].as_u64().unwrap() > 10 && said["files"].as_u64().unwrap() > 0);
    assert_eq!(world.everything(), before, "it was only looked at");

    let done = world.ask("accept_portfolio_offer", json!({}));
    assert_eq!(done["added"], said["new"]);
    assert_eq!(world.everything(), sample.everything());
    assert_eq!(offer(&world), Value::Null, "it waits no longer");
    let refused = world.refused("accept_portfolio_offer", json!({}));
    assert_eq!(refused["code"], "cannotImport", "{refused}");
}

#[test]
fn to_any_other_what_is_new_is_added_and_one_step_takes_it_back() {
    let sample = World::with_sample();
    let path = handed_in(&sample);
    let world = World::with_portfolio();
    world.ask("create_reflection", reflection("Mine", "gibbs"));
    world.app.read_portfolio_offer(&path).unwrap();
    let said = offer(&world);
    assert_eq!(
        (&said["standing"], &said["known"]),
        (&json!("adds"), &json!(0))
    );
    let done = world.ask("accept_portfolio_offer", json!({}));
    assert_eq!((&done["added"], &done["known"]), (&said["new"], &json!(0)));

    world.app.read_portfolio_offer(&path).unwrap();
    let said = offer(&world);
    assert_eq!(
        (&said["standing"], &said["new"]),
        (&json!("known"), &json!(0))
    );
    assert_eq!(said["known"], done["added"]);
    world.ask("dismiss_portfolio_offer", json!({}));
    assert_eq!(offer(&world), Value::Null);

    world.ask("undo", json!({}));
    let everything: Value = serde_json::from_str(&world.everything()).unwrap();
    for list in [
        "reflections",
        "activities",
        "theory",
        "evidence",
        "actions",
        "feedback",
        "opportunities",
    ] {
        let all = everything["portfolio"][list].as_array().unwrap();
        let left = all.iter().filter(|it| it["deletedAt"].is_null()).count();
        assert_eq!(left, usize::from(list == "reflections"), "{list}");
    }
}

#[test]
fn it_can_be_a_portfolio_of_its_own_whatever_is_open() {
    let sample = World::with_sample();
    let path = handed_in(&sample);
    let world = World::new();
    world.app.read_portfolio_offer(&path).unwrap();
    assert_eq!(offer(&world)["standing"], "nothingOpen");

    // A place that is taken leaves everything as it was, and the PDF waits for another.
    let taken = world.path("taken.aftershift");
    std::fs::write(&taken, "a letter").unwrap();
    assert!(world.app.open_portfolio_offer_at(&taken).is_err());
    assert_eq!(std::fs::read_to_string(&taken).unwrap(), "a letter");
    assert_eq!(offer(&world)["standing"], "nothingOpen");

    let own = world.path("own.aftershift");
    let status = world.app.open_portfolio_offer_at(&own).unwrap();
    assert_eq!(
        (status.name.as_str(), status.learner.as_str()),
        ("own", "Nerys Adomako")
    );
    assert_eq!(world.everything(), sample.everything());
    assert_eq!(offer(&world), Value::Null);
}

#[test]
fn a_pdf_without_a_portfolio_is_refused_and_what_waited_before_waits_on() {
    let sample = World::with_sample();
    let path = handed_in(&sample);
    let world = World::with_portfolio();
    world.app.read_portfolio_offer(&path).unwrap();
    let (bare, _) =
        sample.pdf(&serde_json::from_value(with(export(), json!({ "data": "nothing" }))).unwrap());
    let other = world.path("bare.pdf");
    std::fs::write(&other, bare.bytes()).unwrap();
    let text = world.path("text.pdf");
    std::fs::write(&text, "a letter").unwrap();
    for path in [&other, &text, &world.path("missing.pdf")] {
        assert!(
            world.app.read_portfolio_offer(path).is_err(),
            "{}",
            path.display()
        );
    }
    assert_eq!(offer(&world)["fileName"], "Handed in.PDF");
}
