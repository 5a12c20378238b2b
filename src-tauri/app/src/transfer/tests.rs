use crate::Failure;
use crate::testing::{activity, open_world, png, write};
use crate::wire::AddEvidence;
use base64::Engine;

#[test]
fn what_was_exported_fills_an_empty_portfolio_exactly() {
    let world = open_world();
    let request = AddEvidence {
        file_name: "rest.png".into(),
        alternative_text: "A chart".into(),
        base64: base64::engine::general_purpose::STANDARD.encode(png()),
    };
    let kept = world.app.add_evidence(request).unwrap();
    write(
        &world,
        "A fall",
        &format!("![A chart](attachment:{})", kept.id),
    );
    let first = world.folder.path().join("first.json");
    let written = world.app.export_json(&first, false).unwrap();
    assert_eq!(written.file_name, "first.json");
    assert_eq!(world.app.written_file(), Some(first.clone()));
    assert!(matches!(
        world.app.export_json(&first, false),
        Err(Failure::AlreadyThere { .. })
    ));
    let uid = world.app.status().unwrap().uid;

    let refused = world.app.import_portfolio(&first);
    assert_eq!(refused, Err(Failure::NotEmpty));
    world
        .app
        .create_file(&world.folder.path().join("second.aftershift"))
        .unwrap();
    let status = world.app.import_portfolio(&first).unwrap().status;
    assert_eq!((status.counts.reflections, status.uid), (1, uid));
    assert_eq!(world.app.attachment(kept.id.as_str()).unwrap().0, png());
    let second = world.folder.path().join("second.json");
    world.app.export_json(&second, false).unwrap();
    assert_eq!(
        std::fs::read(first).unwrap(),
        std::fs::read(second).unwrap()
    );
}

#[test]
fn what_is_not_of_the_form_is_refused_and_changes_nothing() {
    let world = open_world();
    let path = world.folder.path().join("in.json");
    for text in ["", "{", "[]", "{\"format\": \"something-else\"}"] {
        std::fs::write(&path, text).unwrap();
        let failure = world.app.import_portfolio(&path).unwrap_err();
        assert!(
            matches!(failure, Failure::NotTheFormat { .. }),
            "{text}: {failure:?}"
        );
    }
    let failure = world
        .app
        .import_portfolio(&world.folder.path().join("missing"))
        .unwrap_err();
    assert!(matches!(failure, Failure::NoSuchFile { .. }));
    let failure = world.app.import_portfolio(world.folder.path()).unwrap_err();
    assert!(matches!(failure, Failure::IsFolder { .. }));
    assert_eq!(world.app.status().unwrap().counts.activities, 0);
    world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
}
