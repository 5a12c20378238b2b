//! Prepares the window's configuration, permissions and resources.

use std::path::Path;
use std::{env, fs};

/// The table of commands. It is read as text: a build script that depended on `aftershift-app` would
/// compile SQLite and the PDF code a second time.
const CONTRACT: &str = "app/src/contract.rs";

/// What only a build with the feature `journeys` hears.
const JOURNEYS: [&str; 3] = ["journey_answer", "journey_drop", "journey_menu"];

fn main() {
    // The built interface is embedded. Tauri watches the files it found last time, which misses one that is new.
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed={CONTRACT}");
    let attributes = tauri_build::Attributes::new().app_manifest(
        tauri_build::AppManifest::new()
            .permissions_path_pattern(permission_for_the_contract().leak()),
    );
    tauri_build::try_build(attributes).expect("the window's configuration holds together");
}

/// Writes the permission `contract`, which allows the commands of the contract and no other, and answers
/// where it is. With it in place a command that nobody listed is refused before it reaches its function.
fn permission_for_the_contract() -> String {
    let source = fs::read_to_string(CONTRACT).expect("the contract can be read");
    let mut commands: Vec<&str> = source.lines().filter_map(command).collect();
    assert!(
        commands.len() > 20,
        "{CONTRACT} is no longer written as this script reads it"
    );
    if env::var_os("CARGO_FEATURE_JOURNEYS").is_some() {
        commands.extend(JOURNEYS);
    }
    let allowed = commands
        .iter()
        .map(|name| format!("{name:?}"))
        .collect::<Vec<_>>()
        .join(", ");
    let permission = format!(
        "[[permission]]\nidentifier = \"contract\"\ndescription = \"The commands of the contract.\"\n\
         commands.allow = [{allowed}]\n"
    );
    let folder =
        Path::new(&env::var_os("OUT_DIR").expect("Cargo says where to write")).join("contract");
    fs::create_dir_all(&folder).expect("the build folder can be written to");
    fs::write(folder.join("contract.toml"), permission)
        .expect("the build folder can be written to");
    folder.join("*.toml").to_string_lossy().into_owned()
}

/// The name in a row such as `today(Nothing) -> TodayView, reads [Reflections];`.
fn command(line: &str) -> Option<&str> {
    let (name, rest) = line.trim_start().split_once('(')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let is_row =
        rest.contains(") -> ") && (rest.contains(", reads [") || rest.contains(", changes ["));
    (is_name && is_row).then_some(name)
}
