//! `cargo xtask run`: opens the window.

use std::env;
use std::path::PathBuf;

use crate::Outcome;
use crate::places::Places;
use crate::tool::{cargo, tool};
use crate::{interface, setup};

/// What to open.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    /// The portfolio that was open last, or the default one.
    Usual,
    /// A copy of the sample portfolio.
    Sample,
    /// This file.
    File(PathBuf),
}

impl Wish {
    /// Reads what was typed after `run`.
    pub fn parse(words: &[&str]) -> Result<Wish, String> {
        match words {
            [] => Ok(Wish::Usual),
            ["--sample"] => Ok(Wish::Sample),
            [option, ..] if option.starts_with('-') => {
                Err(format!("`run` does not know `{option}`."))
            }
            [file] => Ok(Wish::File(PathBuf::from(file))),
            _ => Err("`run` opens one file at a time.".to_owned()),
        }
    }
}

/// Sets up, builds and opens the window; ends when the window is closed.
pub fn run(places: &Places, wish: &Wish) -> Outcome {
    if cfg!(target_os = "linux") && !has_display() {
        return Err("There is no display here to open a window on: `cargo xtask demo` makes the sample portfolio and \
                    its PDF without one."
            .to_owned());
    }
    setup::window(places)?;
    interface::build(places)?;
    println!("Building Aftershift: minutes the first time, seconds after that.");
    let mut build = cargo(places).args(["build", "--package", "aftershift"]);
    if *wish == Wish::Sample {
        build = build.args(["--package", "aftershift-cli"]);
    }
    build.run("building Aftershift")?;

    let mut window = tool(&places.built("debug", "aftershift").to_string_lossy());
    match wish {
        Wish::Usual => {}
        Wish::File(file) => {
            window = window.arg(std::path::absolute(file).unwrap_or_else(|_| file.clone()));
        }
        Wish::Sample => window = window.arg(sample(places)?),
    }
    println!("Opening Aftershift. Close its window to come back here.");
    window.run("Aftershift")
}

/// The copy of the sample to play with. One that is there already is kept: somebody may have written in it.
fn sample(places: &Places) -> Outcome<PathBuf> {
    let file = places.results().join("sample/Sample.aftershift");
    if file.exists() {
        println!(
            "Opening your copy of the sample, {}. Delete it for a fresh one.",
            file.display()
        );
        return Ok(file);
    }
    std::fs::create_dir_all(places.results().join("sample"))
        .map_err(|error| format!("No folder for the sample could be made: {error}."))?;
    tool(&places.built("debug", "aftershift-cli").to_string_lossy())
        .arg("sample")
        .arg(&file)
        .run("writing the sample portfolio")?;
    Ok(file)
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_or_the_sample_or_neither() {
        assert_eq!(Wish::parse(&[]), Ok(Wish::Usual));
        assert_eq!(Wish::parse(&["--sample"]), Ok(Wish::Sample));
        assert_eq!(
            Wish::parse(&["My shifts.aftershift"]),
            Ok(Wish::File("My shifts.aftershift".into()))
        );
        assert!(Wish::parse(&["--fast"]).is_err());
        assert!(Wish::parse(&["a", "b"]).is_err());
    }
}
