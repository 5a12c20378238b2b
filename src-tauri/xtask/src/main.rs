//! `cargo xtask …`: sets up what is missing, then runs, tests, demonstrates, measures or packs Aftershift.
//!
//! Plain std Rust without a dependency, so that it starts within seconds on a fresh machine.
#![allow(
    clippy::print_stdout,
    reason = "talking to the person at the terminal is its job"
)]

mod bundle;
mod demo;
mod desktop;
mod interface;
mod pieces;
mod places;
mod run;
mod setup;
mod steps;
mod test;
mod tool;
mod validator;

use std::process::ExitCode;

use places::Places;

const USAGE: &str = "\
cargo xtask COMMAND

  run [--sample] [FILE]   set up what is missing, build, and open the window
  test                    set up what is missing, and run every check and every test
  demo                    make the sample portfolio and its PDF, without a display
  bundle [--bundles LIST] pack an installer, install it in a scratch folder and start it
  bench                   measure opening, listing, saving, searching, exporting and hours
";

/// What a command comes to: done, or one plain sentence for the person who asked.
pub type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let places = Places::find();

    let outcome = match words.as_slice() {
        ["run", rest @ ..] => match run::Wish::parse(rest) {
            Ok(wish) => run::run(&places, &wish),
            Err(wrong) => return usage(&wrong),
        },
        ["test"] => return test::test(&places),
        ["demo"] => demo::demo(&places),
        ["bundle"] => bundle::bundle(&places, None),
        ["bundle", "--bundles", list] => bundle::bundle(&places, Some(list)),
        ["bench"] => bench(&places),
        // How `test` and `bundle` call themselves again inside a virtual display. Not for people.
        ["inside-desktop", program, rest @ ..] => return desktop::inside(program, rest),
        ["window-appears", program] => desktop::window_appears(program),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => return usage(&format!("I do not know `cargo xtask {}`.", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn usage(wrong: &str) -> ExitCode {
    eprintln!("{wrong}\n\n{USAGE}");
    ExitCode::from(2)
}

/// The benches live beside the use cases that they measure.
fn bench(places: &Places) -> Outcome {
    setup::compiler(places)?;
    tool::cargo(places)
        .args(["bench", "--package", "aftershift-app"])
        .run("the benches")
}
