//! Commands by name, with JSON in and out: the way in for tests, and the safety net for every caller.

use crate::app::App;
use crate::failure::Failure;
use crate::wire::*;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// Runs the command `name` with a request as it came over the contract.
///
/// # Errors
/// [`Failure::NotTheFormat`] if there is no such command or the request is not of its form; else
/// whatever the command reports.
pub fn call(app: &App, name: &str, request: Value) -> Result<Value, Failure> {
    named(app, name, request)
}

/// Runs one command: a panic in it becomes [`Failure::Bug`], and what happened is logged with its
/// name and how long it took. Nothing that a person wrote is ever logged.
///
/// # Errors
/// Whatever `work` reports, and [`Failure::Bug`] if it panics.
pub fn run<T>(
    app: &App,
    name: &str,
    work: impl FnOnce(&App) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let begun = Instant::now();
    // A panic can only leave an open transaction behind, which the store has rolled back by the time
    // it arrives here.
    let outcome = catch_unwind(AssertUnwindSafe(|| work(app)));
    let milliseconds = begun.elapsed().as_millis();
    match outcome {
        Ok(Ok(value)) => {
            tracing::debug!(command = name, milliseconds, "done");
            Ok(value)
        }
        Ok(Err(failure)) => {
            tracing::info!(
                command = name,
                milliseconds,
                failure = failure.code(),
                "refused"
            );
            Err(failure)
        }
        Err(_) => {
            // What the panic says stays out of the log: it may hold what a person wrote. Where it
            // happened is in the panic hook's own line.
            let reference = app.new_id_text();
            tracing::error!(command = name, milliseconds, reference, "panicked");
            Err(Failure::Bug { reference })
        }
    }
}

fn take<T: DeserializeOwned>(request: Value) -> Result<T, Failure> {
    serde_path_to_error::deserialize(request).map_err(|error| {
        let place = match error.path().to_string() {
            path if path == "." => String::new(),
            path => path,
        };
        Failure::NotTheFormat {
            place,
            expected: error.inner().to_string(),
        }
    })
}

macro_rules! dispatch {
    ($($(#[doc = $doc:literal])* $name:ident($request:ty) -> $response:ty, $effect:ident [$($tag:ident),*];)+) => {
        fn named(app: &App, name: &str, request: Value) -> Result<Value, Failure> {
            match name {
                $(stringify!($name) => {
                    let request: $request = take(request)?;
                    let answer: $response = run(app, name, |app| app.$name(request))?;
                    // Wire types are plain data: there is nothing in them that JSON cannot say.
                    serde_json::to_value(answer)
                        .map_err(|_| Failure::Bug { reference: app.new_id_text() })
                })+
                _ => Err(Failure::NotTheFormat {
                    place: "command".into(),
                    expected: format!("one of {}", NAMES.join(", ")),
                }),
            }
        }

        /// The name of every command that needs no window, in the order of the contract.
        pub const NAMES: &[&str] = &[$(stringify!($name),)+];
    };
}
crate::with_commands!(dispatch);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{open_world, world};
    use serde_json::json;

    #[test]
    fn every_command_of_the_contract_is_reached_by_its_name() {
        let world = world();
        for name in NAMES {
            let answer = call(&world.app, name, json!({}));
            let found =
                !matches!(&answer, Err(Failure::NotTheFormat { place, .. }) if place == "command");
            assert!(found, "{name} is not dispatched");
            assert!(!matches!(answer, Err(Failure::Bug { .. })), "{name} panics");
        }
        let different: std::collections::BTreeSet<_> = NAMES.iter().collect();
        assert_eq!(different.len(), NAMES.len(), "two rows have one name");
    }

    #[test]
    fn a_command_that_does_not_exist_is_named_as_such() {
        let failure = call(&world().app, "delete_everything", json!({})).unwrap_err();
        assert!(matches!(failure, Failure::NotTheFormat { place, .. } if place == "command"));
    }

    #[test]
    fn a_malformed_request_says_where_it_is_wrong() {
        let world = world();
        let request =
            json!({ "learner": {}, "programme": { "breaks": [{ "from": "2026-02-31" }] } });
        let Err(Failure::NotTheFormat { place, .. }) = call(&world.app, "save_programme", request)
        else {
            panic!("31 February was taken for a day");
        };
        assert_eq!(place, "programme.breaks[0].from");
    }

    #[test]
    fn a_panic_becomes_an_answer_and_the_next_command_works() {
        let world = open_world();
        let answer = run(&world.app, "broken", |app| -> Result<(), Failure> {
            app.with_state(|_| panic!("on purpose"))
        });
        assert!(matches!(answer, Err(Failure::Bug { reference }) if !reference.is_empty()));
        assert!(call(&world.app, "portfolio_status", json!({})).is_ok());
    }
}
