//! The npm side: packages as the lock file names them, and the built interface that the window embeds.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::Outcome;
use crate::places::Places;
use crate::tool::{Tool, node_script, on_path, tool};

/// The oldest Node that the tools of the interface run on.
const NODE: u32 = 20;

/// Says plainly when Node is missing or too old. It is not installed from here: Debian's is too old, and people
/// keep theirs in ways that are their own business.
pub fn node() -> Outcome {
    if !on_path("node") || !on_path("npm") {
        return Err(format!(
            "Node.js {NODE} or newer with npm is needed to build the window: see https://nodejs.org"
        ));
    }
    let said = tool("node").arg("--version").output();
    match major(&said) {
        Some(found) if found >= NODE => Ok(()),
        _ => Err(format!(
            "Node.js {NODE} or newer is needed, and here is {}: see https://nodejs.org",
            said.trim()
        )),
    }
}

fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Installs the packages of one npm folder, unless they are what its lock file names already.
pub fn packages(folder: &Path) -> Outcome {
    let lock = folder.join("package-lock.json");
    let wanted =
        fs::read(&lock).map_err(|error| format!("{} cannot be read: {error}.", lock.display()))?;
    // A copy of the lock file says what is installed. Times would not: a fresh checkout has new ones.
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!(
        "Installing the packages of {} with npm: they are missing or not those of the lock file.",
        folder.display()
    );
    node_script("npm")
        // No package needs its scripts here, and one that a stranger took over would need nothing else.
        .args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefer-offline",
        ])
        .within(folder)
        .run("installing the npm packages")?;
    fs::write(&stamp, wanted)
        .map_err(|error| format!("{} cannot be written: {error}.", stamp.display()))
}

/// Builds the interface, unless what it is made of is what it was made of last time.
pub fn build(places: &Places) -> Outcome {
    node()?;
    let ui = places.ui();
    packages(&ui)?;
    let made_of = fingerprint(&ui);
    let stamp = ui.join("node_modules/.built-from");
    let built = ui.join("dist/index.html").is_file();
    if built && fs::read_to_string(&stamp).is_ok_and(|last| last == made_of) {
        return Ok(());
    }
    println!("Building the interface: it is missing or older than its sources.");
    // A failure halfway must not pass for a finished build next time. There may be no stamp to remove.
    let _ = fs::remove_file(&stamp);
    script(places, "npm")
        .args(["run", "build"])
        .run("building the interface")?;
    fs::write(&stamp, made_of)
        .map_err(|error| format!("{} cannot be written: {error}.", stamp.display()))
}

/// node, npm or npx in the interface's folder.
pub fn script(places: &Places, name: &str) -> Tool {
    let found = if name == "node" {
        tool(name)
    } else {
        node_script(name)
    };
    found.within(&places.ui())
}

/// The names and contents of everything the interface is made of.
fn fingerprint(ui: &Path) -> String {
    let mut files = Vec::new();
    collect(ui, true, &mut files);
    files.sort();
    let mut hasher = DefaultHasher::new();
    for path in files {
        path.strip_prefix(ui).unwrap_or(&path).hash(&mut hasher);
        // A file that cannot be read will fail the build with a better sentence than we could give here.
        fs::read(&path).unwrap_or_default().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

fn collect(folder: &Path, top: bool, into: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let made_here = matches!(name.to_str(), Some("node_modules" | "dist" | "coverage"));
        if top && made_here {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            collect(&path, false, into);
        } else {
            into.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_by_its_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
        assert_eq!(major(""), None);
    }

    #[test]
    fn the_fingerprint_follows_sources_and_not_results() {
        let ui = std::env::temp_dir().join(format!("aftershift-xtask-{}", std::process::id()));
        fs::create_dir_all(ui.join("src")).unwrap();
        fs::create_dir_all(ui.join("dist")).unwrap();
        fs::write(ui.join("src/a.ts"), "one").unwrap();
        let first = fingerprint(&ui);
        fs::write(ui.join("dist/a.js"), "built").unwrap();
        assert_eq!(fingerprint(&ui), first);
        fs::write(ui.join("src/a.ts"), "two").unwrap();
        assert_ne!(fingerprint(&ui), first);
        fs::remove_dir_all(&ui).unwrap();
    }
}
