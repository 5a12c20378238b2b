//! `cargo xtask test`: every check and every test, in the order in which they fail fastest.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::places::Places;
use crate::steps::{Count, Steps};
use crate::tool::{Tool, cargo, find_on_path};
use crate::{Outcome, desktop, interface, setup, validator};

/// The product as it is released. Checks, builds and tests all name the whole workspace, because Cargo works out
/// the features of shared crates from what is named, and would build them a second time for another selection.
const RELEASED: &[&str] = &["--workspace"];

/// The same with what lets a journey answer dialogs and drop files. No release has it.
const WITH_JOURNEYS: &[&str] = &["--workspace", "--features", "aftershift/journeys"];

/// The name of a command that only a build with that feature hears.
const TRACE: &[u8] = b"journey_answer";

/// Runs everything. Its last line is always `N passed, N failed`.
pub fn test(places: &Places) -> ExitCode {
    let mut steps = Steps::default();
    steps.prepare("Setting up", || setup::tests(places));
    steps.check("Rust is formatted", || {
        cargo(places)
            .args(["fmt", "--all", "--check"])
            .run("rustfmt")
    });
    // The window embeds the built interface, so it comes before anything that compiles the window.
    steps.prepare("Building the interface", || interface::build(places));
    steps.check("Clippy has no warning", || clippy(places));
    steps.prepare("Building the product as it is released", || {
        build(places, RELEASED)
    });
    steps.check("A release hears no journey", || {
        hears_journeys(places, false)
    });
    steps.prepare("Building the product for the journeys", || {
        build(places, WITH_JOURNEYS)
    });
    // The same look at the build with the feature: it shows that the one before could have failed.
    steps.check("The build for the journeys hears them", || {
        hears_journeys(places, true)
    });
    steps.step("Rust tests", |count| rust_tests(places, count));
    steps.check("svelte-check", || {
        interface::script(places, "npm")
            .args(["run", "check"])
            .run("svelte-check")
    });
    steps.check("ESLint", || {
        interface::script(places, "npm")
            .args(["run", "lint"])
            .run("ESLint")
    });
    steps.step("Component tests in Chromium, with axe", |count| {
        component_tests(places, count)
    });
    if cfg!(target_os = "linux") {
        steps.prepare("Packages of the journeys", || {
            interface::packages(&places.e2e())
        });
        steps.step("Journeys in the real window", |count| {
            journeys(places, count)
        });
    } else {
        println!("\nThe journeys in the real window run on Linux, where there is a driver for it.");
    }
    if steps.finish() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Both forms of the product. They share all but the window's own crate.
fn clippy(places: &Places) -> Outcome {
    for selection in [RELEASED, WITH_JOURNEYS] {
        cargo(places)
            .arg("clippy")
            .args(selection)
            .args(["--all-targets", "--", "--deny", "warnings"])
            .run("clippy")?;
    }
    Ok(())
}

/// Programs and tests together: apart, Cargo would choose other features for some of the crates that both share.
fn build(places: &Places, selection: &[&str]) -> Outcome {
    cargo(places)
        .arg("build")
        .args(selection)
        .args(["--bins", "--tests"])
        .run("building")
}

fn hears_journeys(places: &Places, expected: bool) -> Outcome {
    let program = places.built("debug", "aftershift");
    let code = fs::read(&program)
        .map_err(|error| format!("{} cannot be read: {error}.", program.display()))?;
    let found = code.windows(TRACE.len()).any(|part| part == TRACE);
    if found == expected {
        return Ok(());
    }
    Err(if found {
        "a build without the feature `journeys` holds what belongs to it.".to_owned()
    } else {
        "a build with the feature `journeys` lacks what belongs to it.".to_owned()
    })
}

fn rust_tests(places: &Places, count: &mut Count) -> Outcome {
    cargo(places)
        .arg("test")
        .args(WITH_JOURNEYS)
        .arg("--no-fail-fast")
        .env("LC_ALL", "C.UTF-8")
        .env("AFTERSHIFT_CLI", places.built("debug", "aftershift-cli"))
        .env("AFTERSHIFT_VERAPDF", validator::verapdf(places)?)
        .listen("cargo test", |line| {
            if let Some(more) = cargo_result(line) {
                *count = count.plus(more);
            }
        })
}

/// Reads `test result: ok. 12 passed; 0 failed; …`.
fn cargo_result(line: &str) -> Option<Count> {
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let of = |word: &str| {
        numbers
            .split("; ")
            .find_map(|part| part.strip_suffix(word)?.trim().parse::<u64>().ok())
    };
    Some(Count {
        passed: of(" passed")?,
        failed: of(" failed")?,
    })
}

fn component_tests(places: &Places, count: &mut Count) -> Outcome {
    let report = places.results().join("logs/components.json");
    prepare_report(&report)?;
    let vitest = interface::script(places, "npx")
        .args([
            "--no-install",
            "vitest",
            "run",
            "--reporter=default",
            "--reporter=json",
        ])
        .arg(format!("--outputFile.json={}", report.display()))
        .env("LC_ALL", "C.UTF-8")
        .env("CHROMIUM", browser(places)?);
    let outcome = vitest.run("the component tests");
    *count = vitest_result(&fs::read_to_string(&report).unwrap_or_default());
    nothing_is_a_failure(outcome, *count)
}

/// The Chromium that is here. Ubuntu has no package for one, so there Playwright fetches its own, once.
fn browser(places: &Places) -> Outcome<PathBuf> {
    if let Some(found) = setup::browser() {
        return Ok(found);
    }
    println!(
        "No Chromium is installed and this system has no package for one: Playwright fetches its own."
    );
    interface::script(places, "npx")
        .args(["--no-install", "playwright", "install", "chromium"])
        .run("fetching Chromium")?;
    let question = "import('playwright').then((it) => console.log(it.chromium.executablePath()))";
    let answer = interface::script(places, "node")
        .args(["--eval", question])
        .output();
    Ok(PathBuf::from(answer.trim()))
}

/// Reads the totals that stand at the top of Vitest's report.
fn vitest_result(report: &str) -> Count {
    let of = |name: &str| {
        let (_, rest) = report
            .split_once(&format!("\"{name}\":"))
            .unwrap_or_default();
        let digits = rest.trim_start();
        let end = digits
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(digits.len());
        digits
            .get(..end)
            .and_then(|number| number.parse().ok())
            .unwrap_or(0)
    };
    Count {
        passed: of("numPassedTests"),
        failed: of("numFailedTests"),
    }
}

fn journeys(places: &Places, count: &mut Count) -> Outcome {
    let report = places.results().join("logs/journeys.tap");
    prepare_report(&report)?;
    let outcome = node_tests(places)?
        .arg(format!("--test-reporter-destination={}", report.display()))
        .args(journey_files(&places.e2e())?)
        .run("the journeys");
    *count = tap_result(&fs::read_to_string(&report).unwrap_or_default());
    nothing_is_a_failure(outcome, *count)
}

/// The journeys by name: versions of Node differ in how they search a folder.
fn journey_files(e2e: &Path) -> Outcome<Vec<PathBuf>> {
    let folder = e2e.join("journeys");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "mjs"))
        .collect();
    files.sort();
    Ok(files)
}

/// Node's own test runner on the virtual desktop: one journey after the other, since there is one window at a time.
fn node_tests(places: &Places) -> Outcome<Tool> {
    let driver = webkit_driver()?;
    Ok(desktop::virtual_desktop("inside-desktop", &places.e2e())?
        .env("AFTERSHIFT_BINARY", places.built("debug", "aftershift"))
        .env("AFTERSHIFT_CLI", places.built("debug", "aftershift-cli"))
        .env("AFTERSHIFT_RESULTS", places.results())
        .env("TAURI_DRIVER", setup::tauri_driver(places)?)
        .env("WEBKIT_DRIVER", driver)
        .args([
            "node",
            "--test",
            "--test-concurrency=1",
            "--test-force-exit",
        ])
        .args([
            "--test-reporter=spec",
            "--test-reporter-destination=stdout",
            "--test-reporter=tap",
        ]))
}

/// Counts the results in a TAP report, test by test: Node may be ended before it has written its totals. What
/// was left out (`# SKIP`) did not pass, and neither did what was planned and has no result.
fn tap_result(report: &str) -> Count {
    let mut count = Count::default();
    let mut planned = 0;
    for line in report.lines() {
        if line.starts_with("ok ") && !line.contains(" # SKIP") && !line.contains(" # TODO") {
            count.passed += 1;
        } else if line.starts_with("ok ") || line.starts_with("not ok ") {
            count.failed += 1;
        } else if let Some(number) = line.strip_prefix("1..") {
            planned = number.trim().parse().unwrap_or(0);
        }
    }
    count.failed += u64::saturating_sub(planned, count.passed + count.failed);
    count
}

/// A suite in which nothing ran has not passed.
fn nothing_is_a_failure(outcome: Outcome, count: Count) -> Outcome {
    outcome?;
    if count == Count::default() {
        Err("no test ran.".to_owned())
    } else {
        Ok(())
    }
}

/// Makes room for a report, and takes last time's away so that it is not read as this one's.
fn prepare_report(report: &Path) -> Outcome {
    let folder = report.parent().unwrap_or(report);
    // There may be no old report.
    let _ = fs::remove_file(report);
    fs::create_dir_all(folder)
        .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))
}

/// Where the web view's driver is. Not every system keeps it on the path.
fn webkit_driver() -> Outcome<PathBuf> {
    let aside = PathBuf::from("/usr/libexec/webkit2gtk-4.1/WebKitWebDriver");
    find_on_path("WebKitWebDriver")
        .or_else(|| aside.is_file().then_some(aside))
        .ok_or_else(|| "WebKitWebDriver is not installed here.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_results_are_added_up() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(
            cargo_result(line),
            Some(Count {
                passed: 12,
                failed: 3
            })
        );
        assert_eq!(cargo_result("test hours::tests::minimum ... ok"), None);
    }

    #[test]
    fn vitest_totals_are_found() {
        let report = r#"{"numTotalTestSuites":9,"numPassedTestSuites":9,"numFailedTestSuites":0,"numTotalTests":41,"numPassedTests":40,"numFailedTests":1,"testResults":[]}"#;
        assert_eq!(
            vitest_result(report),
            Count {
                passed: 40,
                failed: 1
            }
        );
        assert_eq!(vitest_result(""), Count::default());
    }

    #[test]
    fn a_journey_that_did_not_end_well_counts_as_failed() {
        let report =
            "TAP version 13\n# Subtest: a\nok 1 - a\nnot ok 2 - b\nok 3 - c # SKIP\n1..4\n";
        assert_eq!(
            tap_result(report),
            Count {
                passed: 1,
                failed: 3
            },
            "one failed, one was left out and one has no result"
        );
    }

    #[test]
    fn journeys_are_counted_though_node_ended_before_its_totals() {
        let report = "TAP version 13\n# Subtest: a\nok 1 - a\n  ---\n  duration_ms: 9\n  ...\n";
        assert_eq!(tap_result(report), Count::ONE);
    }

    #[test]
    fn a_suite_without_tests_has_not_passed() {
        assert!(nothing_is_a_failure(Ok(()), Count::default()).is_err());
        assert!(nothing_is_a_failure(Ok(()), Count::ONE).is_ok());
    }
}
