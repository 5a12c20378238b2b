//! Wrong use: what is said where the arguments themselves cannot be understood.

use aftershift_app::Failure;
use aftershift_domain::problem::Problem;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::ffi::OsString;
use std::process::ExitCode;

/// Says what is wrong with the arguments, or the help that was asked for.
pub fn report(wrong: &clap::Error, given: &[OsString]) -> ExitCode {
    if matches!(
        wrong.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        // Nobody may be there to read it any more.
        let _ = wrong.print();
        return ExitCode::SUCCESS;
    }
    if wants_json(given) {
        crate::output::Output::new(true).failure(&failure(wrong));
    } else {
        let _ = wrong.print();
    }
    ExitCode::from(2)
}

/// Whether `--json` stands there as a flag: everywhere but in `export`.
fn wants_json(given: &[OsString]) -> bool {
    let mut words = given.iter().skip(1).take_while(|word| *word != "--");
    let command = words
        .clone()
        .find(|word| !word.to_string_lossy().starts_with('-'));
    command.is_some_and(|command| command != "export") && words.any(|word| word == "--json")
}

fn failure(wrong: &clap::Error) -> Failure {
    let field = match wrong.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(name)) => name.split(' ').next().unwrap_or(name).to_owned(),
        Some(ContextValue::Strings(names)) => names.join(", "),
        _ => String::new(),
    };
    let reason = match wrong.source() {
        Some(source) => source.to_string(),
        None => {
            let text = wrong.to_string();
            let first = text.lines().next().unwrap_or_default();
            first.strip_prefix("error: ").unwrap_or(first).to_owned()
        }
    };
    Failure::Invalid {
        problems: vec![Problem { field, reason }],
    }
}
