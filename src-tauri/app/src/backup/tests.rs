use crate::testing::{World, activity, open_world};
use crate::wire::*;
use crate::{App, Failure};
use std::path::PathBuf;

fn rows(app: &App) -> Vec<BackupRow> {
    app.backups(Nothing {}).unwrap().rows
}

fn reasons(app: &App) -> Vec<String> {
    rows(app).into_iter().map(|row| row.reason).collect()
}

fn path_of(world: &World, row: &BackupRow) -> PathBuf {
    let mut folders = vec![world.app.places().data.join("Backups")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if super::opaque(&entry.path()) == row.id {
                return entry.path();
            }
        }
    }
    panic!("there is no file of the copy {row:?}");
}

#[test]
fn a_copy_is_made_once_a_day_when_there_is_something_to_copy() {
    let world = open_world();
    world.app.close();
    let app = world.later(0);
    app.open_default().unwrap();
    assert!(rows(&app).is_empty(), "an empty portfolio needs no copy");
    app.save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    app.close();
    for (day, copies) in [(0, 1), (0, 1), (1, 2), (2, 3)] {
        let app = world.later(day);
        app.open_default().unwrap();
        assert_eq!(rows(&app).len(), copies, "day {day}");
        app.close();
    }
}

#[test]
fn without_the_setting_there_is_no_daily_copy_and_one_may_still_be_asked_for() {
    let world = open_world();
    world
        .app
        .save_settings(Settings {
            daily_copy: false,
            ..Settings::default()
        })
        .unwrap();
    world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    world.app.close();
    let app = world.later(1);
    app.open_default().unwrap();
    assert!(rows(&app).is_empty());
    let made = app.make_backup(Nothing {}).unwrap();
    assert_eq!(made.rows.len(), 1);
    assert_eq!(
        (made.rows[0].reason.as_str(), made.rows[0].made_at),
        ("asked", app.clock().now())
    );
    assert!(made.rows[0].bytes > 0);
}

#[test]
fn restoring_keeps_what_was_there_as_a_copy_and_can_be_reversed() {
    let world = open_world();
    world
        .app
        .save_activity(activity("Before", "2026-03-11"))
        .unwrap();
    world.app.make_backup(Nothing {}).unwrap();
    world
        .app
        .save_activity(activity("After", "2026-03-12"))
        .unwrap();
    let before = world.app.status().unwrap();

    let wanted = BackupRef {
        id: rows(&world.app)[0].id.clone(),
    };
    let status = world.app.restore_backup(wanted).unwrap();
    assert_eq!((status.counts.activities, status.uid), (1, before.uid));
    assert_eq!((status.undo.as_str(), status.notice.as_str()), ("", ""));
    let mut after = reasons(&world.app);
    after.sort();
    assert_eq!(after, ["asked", "restore"]);
    let folder = world.app.places().data.clone();
    let portfolios = std::fs::read_dir(folder).unwrap().flatten();
    let portfolios = portfolios
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "aftershift")
        })
        .count();
    assert_eq!(portfolios, 1, "nothing is left beside the portfolio");

    let back = rows(&world.app)
        .into_iter()
        .find(|row| row.reason == "restore")
        .unwrap();
    let status = world.app.restore_backup(BackupRef { id: back.id }).unwrap();
    assert_eq!(status.counts.activities, 2);
}

#[test]
fn a_copy_that_is_damaged_is_refused_and_the_portfolio_stays_open_as_it_was() {
    let world = open_world();
    world
        .app
        .save_activity(activity("Before", "2026-03-11"))
        .unwrap();
    world.app.make_backup(Nothing {}).unwrap();
    let copy = rows(&world.app).remove(0);
    let path = path_of(&world, &copy);
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() / 3]).unwrap();

    let failure = world
        .app
        .restore_backup(BackupRef { id: copy.id })
        .unwrap_err();
    assert!(matches!(failure, Failure::Damaged { .. }), "{failure:?}");
    let status = world.app.status().unwrap();
    assert_eq!(status.counts.activities, 1);
    assert_eq!(
        status.undo, "Added the activity “Before”",
        "it can still be taken back"
    );
    world
        .app
        .save_activity(activity("After", "2026-03-12"))
        .unwrap();
}

#[test]
fn a_copy_that_is_not_in_the_list_cannot_be_restored() {
    let world = open_world();
    let failure = world
        .app
        .restore_backup(BackupRef {
            id: "elsewhere".into(),
        })
        .unwrap_err();
    assert_eq!(
        failure,
        Failure::NotFound {
            kind: "backup".into()
        }
    );
    assert!(world.app.status().is_ok());
}

#[test]
fn a_folder_of_copies_that_cannot_be_written_is_told_and_stops_nothing() {
    let world = open_world();
    world
        .app
        .save_activity(activity("Night shift", "2026-03-11"))
        .unwrap();
    world.app.close();
    // A file where the folder should be refuses every system alike.
    std::fs::remove_dir_all(world.app.places().data.join("Backups")).unwrap();
    std::fs::write(world.app.places().data.join("Backups"), "in the way").unwrap();
    let app = world.later(1);
    let status = app.open_default().unwrap();
    assert!(
        status.notice.contains("copy could not be made"),
        "{}",
        status.notice
    );
    assert_eq!(status.counts.activities, 1);
}
