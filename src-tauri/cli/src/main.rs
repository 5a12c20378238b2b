//! Aftershift without a window: the same use cases for batch work and checks.
//!
//! - [`arguments`] is what may be asked for,
//! - [`command`] does it, [`hours`] and [`import_log`] being the largest of them,
//! - [`output`] is the only place that writes to the terminal,
//! - [`words`] says what went wrong.

mod arguments;
mod command;
mod hours;
mod import_log;
mod misuse;
mod output;
mod words;

use arguments::Arguments;
use clap::Parser;
use command::Outcome;
use output::Output;
use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(code) = aftershift_app::inside::serve(std::env::args_os()) {
        return ExitCode::from(code);
    }
    let given: Vec<_> = std::env::args_os().collect();
    let arguments = match Arguments::try_parse_from(&given) {
        Ok(arguments) => arguments,
        Err(wrong) => return misuse::report(&wrong, &given),
    };
    let output = Output::new(arguments.command.wants_json());
    let code = match command::run(arguments.command, &output) {
        Outcome::Done => 0,
        Outcome::Damaged => 1,
        Outcome::Failed(failure) => {
            output.failure(&failure);
            1
        }
        Outcome::Misused(failure) => {
            output.failure(&failure);
            2
        }
    };
    ExitCode::from(code)
}
