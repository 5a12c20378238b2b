//! What batch work needs beside the commands of the window: whole files at a time, and no dialog that asks
//! before one is replaced.

use crate::app::App;
use crate::convert::count;
use crate::failure::Failure;
use crate::files::{self, check_target};
use crate::sample;
use crate::transfer::{self, Whole};
use aftershift_store::{Damage, Existing, Store};
use std::path::Path;

impl App {
    /// Writes an empty portfolio to `path`, without opening it.
    ///
    /// # Errors
    /// If it cannot be written; without `overwrite` also if there is a file, and with it if that is a
    /// portfolio that is open elsewhere.
    pub fn write_new(&self, path: &Path, overwrite: bool) -> Result<(), Failure> {
        put(path, overwrite, |_| Ok(()))
    }

    /// Writes the sample portfolio to `path`, without opening it. If this program was given a day that
    /// stands for today, the sample remembers that one instead of its own.
    ///
    /// # Errors
    /// As for [`write_new`](Self::write_new).
    pub fn write_sample(&self, path: &Path, overwrite: bool) -> Result<(), Failure> {
        let (mut portfolio, attachments) = sample::sample()?;
        portfolio.as_of = self.as_of().or(portfolio.as_of);
        put_whole(path, overwrite, &(portfolio, attachments))
    }

    /// Writes what the file at `source` holds, in its open form or inside a PDF, to a portfolio at `path`: a new one, or
    /// one that is there. All of it is written or nothing. Gives back how much was added, and how much was there.
    ///
    /// # Errors
    /// As for [`import_portfolio`](Self::import_portfolio). No file is left behind then.
    pub fn import_into(&self, source: &Path, path: &Path) -> Result<(u32, u32), Failure> {
        if path.exists() {
            self.open_file(path)?;
            let done = self.import_portfolio(source)?;
            self.close();
            return Ok((done.added, done.known));
        }
        let whole = transfer::read(self.pdf_reader(), source)?.whole;
        put_whole(path, false, &whole)?;
        Ok((count(transfer::size(&whole.0)), 0))
    }

    /// Everything in the open portfolio that is not as it was written; empty if it is sound.
    ///
    /// # Errors
    /// If nothing is open or the check could not be carried out. Damage is not an error.
    pub fn check(&self) -> Result<Vec<Damage>, Failure> {
        self.with_open(|open, _| Ok(open.store.check()?))
    }
}

/// Puts `whole` at `path` as a portfolio, which appears there whole or not at all.
pub(crate) fn put_whole(path: &Path, overwrite: bool, whole: &Whole) -> Result<(), Failure> {
    put(path, overwrite, |store| transfer::restore(store, whole))
}

/// Puts a portfolio that `fill` has filled at `path`, where it appears whole or not at all.
fn put(
    path: &Path,
    overwrite: bool,
    fill: impl FnOnce(&mut Store) -> Result<(), Failure>,
) -> Result<(), Failure> {
    check_target(path, overwrite)?;
    if path.exists() {
        nobody_has_it_open(path)?;
    }
    let folder = tempfile::tempdir().map_err(|error| Failure::File {
        operation: files::Operation::MakeFolder.verb().into(),
        path: files::shown(&std::env::temp_dir()),
        reason: error.to_string(),
    })?;
    let mut store = Store::create(&folder.path().join("new.aftershift"))?;
    fill(&mut store)?;
    let existing = if overwrite {
        Existing::Replace
    } else {
        Existing::Keep
    };
    store
        .copy_to(path, existing)
        .map_err(|error| Failure::from(error).about(path))
}

/// Opens what is about to be replaced: a portfolio that is open elsewhere refuses, and one that was left
/// with a journal beside it is tidied up, so that the journal never meets the new file. Anything else may
/// be replaced.
fn nobody_has_it_open(path: &Path) -> Result<(), Failure> {
    match Store::open(path, None).map_err(Failure::from) {
        Err(failure @ Failure::Locked { .. }) => Err(failure.about(path)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Clock;
    use crate::testing::{open_world, world};
    use crate::wire::Nothing;
    use std::fs;

    fn app(as_of: Option<&str>) -> App {
        App::without_traces(Clock::System, as_of.map(|date| date.parse().unwrap()))
    }

    #[test]
    fn a_file_is_replaced_only_when_that_was_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one.aftershift");
        fs::write(&path, "a letter").unwrap();
        let refused = app(None).write_new(&path, false);
        assert!(
            matches!(refused, Err(Failure::AlreadyThere { .. })),
            "{refused:?}"
        );
        assert_eq!(fs::read(&path).unwrap(), b"a letter");
        app(None).write_sample(&path, true).unwrap();
        let reader = app(None);
        assert!(reader.open_file(&path).unwrap().is_sample);
        let refused = app(None).write_new(&path, true);
        assert!(
            matches!(refused, Err(Failure::Locked { .. })),
            "{refused:?}"
        );
        reader.close();
        app(None).write_new(&path, true).unwrap();
        assert!(!app(None).open_file(&path).unwrap().is_sample);
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn the_day_that_was_given_stands_for_today() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.aftershift");
        app(Some("2026-05-04")).write_sample(&path, false).unwrap();
        let today = |app: App| app.open_file(&path).unwrap().today.to_string();
        assert_eq!(today(app(None)), "2026-05-04", "the sample remembers it");
        assert_eq!(
            today(app(Some("2026-06-01"))),
            "2026-06-01",
            "a day that is given wins"
        );
    }

    #[test]
    fn batch_work_leaves_nothing_outside_the_file() {
        let world = world();
        let path = world.folder.path().join("sample.aftershift");
        let app = App::without_traces(Clock::System, None);
        app.write_sample(&path, false).unwrap();
        app.open_file(&path).unwrap();
        assert!(app.status().unwrap().recent.is_empty());
        app.hours(Nothing {}).unwrap();
        app.close();
        let files: Vec<_> = fs::read_dir(world.folder.path())
            .unwrap()
            .flatten()
            .collect();
        assert_eq!(files.len(), 1, "{files:?}");
    }

    #[test]
    fn an_import_that_is_refused_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let (source, path) = (
            folder.path().join("in.json"),
            folder.path().join("new.aftershift"),
        );
        fs::write(&source, "{}").unwrap();
        assert!(app(None).import_into(&source, &path).is_err());
        assert!(!path.exists());
    }

    #[test]
    fn export_import_and_export_give_the_same_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        app(None)
            .write_sample(&at("one.aftershift"), false)
            .unwrap();
        app(None).write_new(&at("two.aftershift"), false).unwrap();
        let export = |from: &str, to: &str| {
            let app = app(None);
            app.open_file(&at(from)).unwrap();
            app.export_json(&at(to), false).unwrap();
            app.close();
            fs::read(at(to)).unwrap()
        };
        let first = export("one.aftershift", "one.json");
        app(None)
            .import_into(&at("one.json"), &at("two.aftershift"))
            .unwrap();
        app(None)
            .import_into(&at("one.json"), &at("three.aftershift"))
            .unwrap();
        assert!(export("two.aftershift", "two.json") == first);
        assert!(export("three.aftershift", "three.json") == first);
        let again = app(None).import_into(&at("one.json"), &at("two.aftershift"));
        assert_eq!(again, Err(Failure::NotEmpty));
    }

    #[test]
    fn a_portfolio_that_was_just_made_is_sound() {
        assert_eq!(open_world().app.check().unwrap(), []);
    }
}
