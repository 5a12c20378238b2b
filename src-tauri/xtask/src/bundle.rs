//! `cargo xtask bundle`: an installer, and the proof that what it installs starts.

use std::fs;
use std::path::{Path, PathBuf};

use crate::places::Places;
use crate::tool::tool;
use crate::{Outcome, desktop, interface, setup};

/// Packs the installers in `list`, or the usual one of this system.
pub fn bundle(places: &Places, list: Option<&str>) -> Outcome {
    let usual = if cfg!(target_os = "macos") {
        "dmg"
    } else if cfg!(windows) {
        "nsis"
    } else {
        "deb"
    };
    let list = list.unwrap_or(usual);
    setup::bundle(places)?;
    interface::build(places)?;
    tool(&setup::tauri_cli(places)?.to_string_lossy())
        .args(["build", "--bundles", list])
        .within(&places.root)
        .env("CARGO_TARGET_DIR", &places.target)
        .run("packing")?;

    let made = places.target.join("release/bundle");
    println!("\nWhat was made is in {}", made.display());
    if cfg!(target_os = "linux") && list.split(',').any(|kind| kind == "deb") {
        return try_deb(places, &newest_deb(&made.join("deb"))?);
    }
    Ok(())
}

/// Unpacks the package into a scratch root, and starts what it installed on a virtual display.
fn try_deb(places: &Places, deb: &Path) -> Outcome {
    let scratch = places.results().join("scratch-root");
    // There may be none from last time.
    let _ = fs::remove_dir_all(&scratch);
    let home = scratch.join("home");
    fs::create_dir_all(&home)
        .map_err(|error| format!("{} cannot be made: {error}.", scratch.display()))?;
    tool("dpkg-deb")
        .arg("-x")
        .arg(deb)
        .arg(&scratch)
        .run("unpacking the package")?;

    for installed in [
        "usr/bin/aftershift",
        "usr/share/applications/Aftershift.desktop",
        "usr/share/mime/packages/org.aftershift.Aftershift.xml",
        "usr/share/icons/hicolor/128x128/apps/aftershift.png",
    ] {
        if !scratch.join(installed).is_file() {
            return Err(format!("{} installs no {installed}.", deb.display()));
        }
    }
    // Without this mark a desktop starts the program and keeps the file that was opened to itself.
    let entry = fs::read_to_string(scratch.join("usr/share/applications/Aftershift.desktop"))
        .unwrap_or_default();
    if !entry
        .lines()
        .any(|line| line.starts_with("Exec=") && line.ends_with(" %f"))
    {
        return Err(format!(
            "{} does not hand opened files to the program.",
            deb.display()
        ));
    }
    desktop::virtual_desktop("window-appears", &places.root)?
        .arg(scratch.join("usr/bin/aftershift"))
        // A home of its own: nobody's portfolio is touched.
        .env("HOME", &home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .run("starting the installed program")?;
    println!("{} installs, starts and closes.", deb.display());
    println!("Install it with: sudo apt-get install {}", deb.display());
    Ok(())
}

fn newest_deb(folder: &Path) -> Outcome<PathBuf> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .max_by_key(|path| fs::metadata(path).and_then(|about| about.modified()).ok())
        .ok_or_else(|| format!("No package was made in {}.", folder.display()))
}
