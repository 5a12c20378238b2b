use crate::Failure;
use crate::testing::{activity, open_world, world};
use crate::wire::Nothing;
use std::fs;
use std::path::PathBuf;

#[test]
fn the_default_portfolio_is_made_once_and_opened_again() {
    let world = world();
    assert_eq!(world.app.status(), Err(Failure::NothingOpen));
    let status = world.app.open_default().unwrap();
    assert_eq!(
        (status.name.as_str(), status.is_sample),
        ("My portfolio", false)
    );
    world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    world.app.close();
    let again = world.later(0);
    let reopened = again.open_default().unwrap();
    assert_eq!(reopened.uid, status.uid);
    assert_eq!(
        reopened.counts.activities, 1,
        "what was acknowledged is there again"
    );
    assert_eq!(
        reopened.undo, "",
        "a file that was opened anew has nothing to take back"
    );
}

#[test]
fn a_new_portfolio_never_takes_the_place_of_a_file() {
    let world = open_world();
    let path = world.folder.path().join("letter.aftershift");
    fs::write(&path, "Dear Amara").unwrap();
    let refused = world.app.create_file(&path).unwrap_err();
    assert_eq!(
        refused,
        Failure::AlreadyThere {
            path: path.display().to_string()
        }
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "Dear Amara");
    assert_eq!(
        world.app.status().unwrap().name,
        "My portfolio",
        "what was open stays open"
    );
}

#[test]
fn what_is_no_portfolio_is_told_apart_and_not_touched() {
    let world = open_world();
    let path = |name: &str| world.folder.path().join(name);
    fs::write(
        path("letter"),
        "Dear Amara, this is not a database at all. ".repeat(10),
    )
    .unwrap();
    fs::write(path("empty"), "").unwrap();
    fs::create_dir(path("folder")).unwrap();
    type Is = fn(&Failure) -> bool;
    let expected: [(&str, Is); 4] = [
        ("letter", |f| matches!(f, Failure::NotAPortfolio { .. })),
        ("empty", |f| matches!(f, Failure::NotAPortfolio { .. })),
        ("folder", |f| matches!(f, Failure::IsFolder { .. })),
        ("missing", |f| matches!(f, Failure::NoSuchFile { .. })),
    ];
    for (name, is_expected) in expected {
        let failure = world.app.open_file(&path(name)).unwrap_err();
        assert!(is_expected(&failure), "{name}: {failure:?}");
        assert_eq!(world.app.status().unwrap().name, "My portfolio");
    }
    assert!(!path("missing").exists());
    assert!(
        fs::read_to_string(path("letter"))
            .unwrap()
            .starts_with("Dear Amara")
    );
}

#[test]
fn a_portfolio_of_a_newer_version_says_so() {
    let world = world();
    let path = world.folder.path().join("new.aftershift");
    world.app.create_file(&path).unwrap();
    world.app.close();
    let mut bytes = fs::read(&path).unwrap();
    // The format stands in SQLite's header as the user version.
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    fs::write(&path, &bytes).unwrap();
    let failure = world.app.open_file(&path).unwrap_err();
    assert!(
        matches!(failure, Failure::TooNew { found: 999, .. }),
        "{failure:?}"
    );
    assert_eq!(fs::read(&path).unwrap(), bytes, "it was not touched");
}

#[test]
fn a_portfolio_that_is_open_elsewhere_is_locked_and_named() {
    let world = open_world();
    let other = world.later(0);
    let path = world.app.portfolio_path().unwrap();
    let failure = other.open_file(&path).unwrap_err();
    assert_eq!(
        failure,
        Failure::Locked {
            path: path.display().to_string()
        }
    );
    world.app.close();
    assert_eq!(other.open_file(&path).unwrap().name, "My portfolio");
}

#[test]
fn opening_what_is_open_already_changes_nothing() {
    let world = open_world();
    world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    let before = world.app.status().unwrap();
    let path = world.app.portfolio_path().unwrap();
    assert_eq!(world.app.open_file(&path).unwrap().undo, before.undo);
}

#[test]
fn another_portfolio_takes_the_place_and_the_first_is_recent() {
    let world = open_world();
    world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    let path = world.folder.path().join("Second.aftershift");
    let second = world.app.create_file(&path).unwrap();
    assert_eq!((second.name.as_str(), second.undo.as_str()), ("Second", ""));
    assert_eq!(second.recent.len(), 1);
    assert_eq!(second.recent[0].name, "My portfolio");
    let first = world.app.open_recent(&second.recent[0].id).unwrap();
    assert_eq!(
        (first.name.as_str(), first.counts.activities),
        ("My portfolio", 1)
    );
    assert_eq!(first.recent[0].name, "Second");
}

#[test]
fn a_recent_portfolio_that_has_gone_is_forgotten() {
    let world = open_world();
    let path = world.folder.path().join("Second.aftershift");
    world.app.create_file(&path).unwrap();
    world.app.open_default().unwrap();
    fs::remove_file(&path).unwrap();
    let recent = world.app.status().unwrap().recent;
    let failure = world.app.open_recent(&recent[0].id).unwrap_err();
    assert!(matches!(failure, Failure::NoSuchFile { .. }));
    assert!(world.app.status().unwrap().recent.is_empty());
    assert!(matches!(
        world.app.open_recent("nowhere"),
        Err(Failure::NotFound { .. })
    ));
}

#[test]
fn a_copy_is_a_portfolio_and_the_original_stays_open() {
    let world = open_world();
    world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    let path = world.folder.path().join("Copy.aftershift");
    let written = world.app.save_copy(&path).unwrap();
    assert_eq!(written.file_name, "Copy.aftershift");
    assert_eq!(world.app.written_file(), Some(path.clone()));
    assert_eq!(world.app.status().unwrap().name, "My portfolio");
    assert_eq!(
        world.later(0).open_file(&path).unwrap().counts.activities,
        1
    );
    let itself: PathBuf = world.app.portfolio_path().unwrap();
    assert!(matches!(
        world.app.save_copy(&itself),
        Err(Failure::AlreadyThere { .. })
    ));
}

#[cfg(unix)]
#[test]
fn a_portfolio_in_a_folder_that_may_not_be_written_is_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let world = world();
    let folder = world.folder.path().join("locked");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let outcome = world.app.create_file(&folder.join("new.aftershift"));
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    // Root may write everywhere: there the portfolio is simply made.
    match outcome {
        Err(failure) => assert!(matches!(failure, Failure::ReadOnly { .. }), "{failure:?}"),
        Ok(status) => assert_eq!(status.name, "new"),
    }
}

#[test]
fn ids_are_32_hexadecimal_characters_in_the_order_of_time() {
    let world = world();
    let now = super::new_id_text(world.now());
    let later = super::new_id_text(world.now() + chrono::TimeDelta::milliseconds(1));
    assert_eq!(now.len(), 32);
    assert!(now.bytes().all(|b| b.is_ascii_hexdigit()));
    assert!(now < later);
    assert_ne!(
        super::new_id_text(world.now()),
        super::new_id_text(world.now())
    );
}

#[test]
fn the_sample_is_written_once_and_remembers_its_day() {
    let world = world();
    let path = world.folder.path().join("samples/sample.aftershift");
    let status = world.app.open_sample_copy(&path).unwrap();
    assert!(status.is_sample);
    assert_ne!(status.today, world.today());
    assert!(status.counts.reflections >= 24 && status.counts.activities >= 80);
    world
        .app
        .save_activity(activity("Mine", "2026-03-11"))
        .unwrap();
    world.app.close();
    let again = world.app.open_sample_copy(&path).unwrap();
    assert_eq!(again.counts.activities, status.counts.activities + 1);
    assert_eq!(world.app.today(Nothing {}).unwrap().today, status.today);
}
