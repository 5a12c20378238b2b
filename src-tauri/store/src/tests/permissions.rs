//! Files and folders that the system does not let us use.
#![cfg(unix)]

use super::world::{World, at, everything};
use crate::{Error, Existing, Store};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

fn allow(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Whether this process may write where permissions forbid it, as root may.
fn stands_above_permissions(world: &World) -> bool {
    let path = world.path("forbidden");
    std::fs::write(&path, "").unwrap();
    allow(&path, 0o000);
    let above = std::fs::File::open(&path).is_ok();
    std::fs::remove_file(&path).unwrap();
    above
}

/// Runs `test`, the body of the test called `name`. Root runs it in a process that has given its
/// privileges up, since for root nothing is forbidden.
#[track_caller]
fn as_an_ordinary_person(name: &str, test: impl FnOnce(World)) {
    let world = World::new();
    if !stands_above_permissions(&world) {
        return test(world);
    }
    let output = Command::new("setpriv")
        .args(["--bounding-set=-all", "--inh-caps=-all", "--"])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            &format!("tests::permissions::{name}"),
            "--nocapture",
        ])
        .output()
        .expect("setpriv is part of util-linux");
    let said = String::from_utf8_lossy(&output.stderr);
    let ran = String::from_utf8_lossy(&output.stdout).contains("1 passed");
    assert!(output.status.success() && ran, "{said}");
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    as_an_ordinary_person("a_file_that_may_not_be_read_is_named", |world| {
        let (path, store) = world.filled();
        store.close().unwrap();
        allow(&path, 0o000);
        assert!(matches!(Store::open(&path, None), Err(Error::Unreadable(p)) if p == path));
    });
}

#[test]
fn a_file_that_may_not_be_written_is_refused() {
    as_an_ordinary_person("a_file_that_may_not_be_written_is_refused", |world| {
        let (path, store) = world.filled();
        store.close().unwrap();
        allow(&path, 0o400);
        let bytes = std::fs::read(&path).unwrap();
        assert!(matches!(Store::open(&path, None), Err(Error::ReadOnly)));
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    });
}

#[test]
fn a_folder_that_may_not_be_written_is_refused() {
    as_an_ordinary_person("a_folder_that_may_not_be_written_is_refused", |world| {
        let (path, store) = world.filled();
        store.close().unwrap();
        let bytes = std::fs::read(&path).unwrap();
        allow(world.folder.path(), 0o500);
        // A journal cannot be made there, so nothing could be saved safely.
        assert!(matches!(Store::open(&path, None), Err(Error::ReadOnly)));
        assert!(matches!(
            Store::create(&world.path("new")),
            Err(Error::ReadOnly)
        ));
        allow(world.folder.path(), 0o700);
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        assert_eq!(world.names(), ["mine.aftershift"]);
    });
}

#[test]
fn permission_that_is_withdrawn_while_the_file_is_open_loses_nothing() {
    let name = "permission_that_is_withdrawn_while_the_file_is_open_loses_nothing";
    as_an_ordinary_person(name, |world| {
        let (_, mut store) = world.filled();
        allow(world.folder.path(), 0o500);
        // The journal is open already: what is typed can still be saved.
        store
            .write(|w| w.set_setting("still", Some("saved")))
            .unwrap();
        let copy = store.copy_to(&world.path("copy"), Existing::Keep);
        assert!(matches!(copy, Err(Error::ReadOnly)));
        let copies = world.path("copies");
        let copy = store.keep_safe_copy(&copies, at("2026-01-01T00:00:00Z"));
        assert!(matches!(copy, Err(Error::ReadOnly)));
        allow(world.folder.path(), 0o700);
        assert_eq!(store.read(|r| r.portfolio()).unwrap(), everything().0);
        assert_eq!(store.check().unwrap(), []);
    });
}
