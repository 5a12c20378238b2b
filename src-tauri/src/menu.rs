//! The menu bar. Each entry is also an action of the window's palette, under the same name: choosing it
//! only tells the interface which.

use tauri::menu::{Menu, MenuItemBuilder, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Runtime};

/// An entry: the action it names in the interface, what it says, and its key.
struct Entry(&'static str, &'static str, Option<&'static str>);

const FILE: [Entry; 6] = [
    Entry("new-portfolio", "New portfolio…", None),
    Entry("open-portfolio", "Open…", Some("CmdOrCtrl+O")),
    Entry("open-recent", "Open recent…", None),
    Entry("save-copy", "Save a copy…", Some("CmdOrCtrl+Shift+S")),
    Entry("export", "Export…", Some("CmdOrCtrl+E")),
    Entry("quit", "Close Aftershift", Some("CmdOrCtrl+Q")),
];

/// Without keys: in a text Ctrl+Z and Ctrl+Shift+Z are the text's own, and a key of the menu would come first.
/// The interface hears them everywhere else.
const UNDO: [Entry; 2] = [
    Entry("undo", "Undo the last change", None),
    Entry("redo", "Redo what was undone", None),
];

const WRITE: [Entry; 3] = [
    Entry("new-reflection", "New reflection", Some("CmdOrCtrl+N")),
    Entry("log-activity", "Log an activity", Some("CmdOrCtrl+L")),
    Entry("add-theory", "Add a work of theory", None),
];

/// The way back: on a Mac, Option and an arrow move by a word in what is written. The interface chooses the
/// same key in `ui/src/actions.ts`.
const BACK: &str = if cfg!(target_os = "macos") {
    "Cmd+["
} else {
    "Alt+Left"
};

const GO: [Entry; 9] = [
    Entry("back", "Back to where you were", Some(BACK)),
    Entry("go-today", "Today", Some("CmdOrCtrl+1")),
    Entry("go-reflections", "Reflections", Some("CmdOrCtrl+2")),
    Entry("go-activities", "Activities", Some("CmdOrCtrl+3")),
    Entry("go-hours", "Hours", Some("CmdOrCtrl+4")),
    Entry("go-theory", "Theory", Some("CmdOrCtrl+5")),
    Entry("go-export", "Export", Some("CmdOrCtrl+6")),
    Entry("go-settings", "Settings", Some("CmdOrCtrl+,")),
    Entry("palette", "Find an action…", Some("CmdOrCtrl+K")),
];

/// Builds the menu bar.
///
/// # Errors
/// If the system cannot make a menu.
pub fn build<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    // The standard editing entries act on whatever has the focus; without them macOS has no Copy.
    let edit = entries(app, SubmenuBuilder::new(app, "Edit"), &UNDO)?
        .separator()
        .cut()
        .copy()
        .paste()
        .separator()
        .select_all();
    Menu::with_items(
        app,
        &[
            &submenu(app, "File", &FILE)?,
            &edit.build()?,
            &submenu(app, "Write", &WRITE)?,
            &submenu(app, "Go", &GO)?,
        ],
    )
}

fn submenu<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    list: &[Entry],
) -> tauri::Result<Submenu<R>> {
    entries(app, SubmenuBuilder::new(app, title), list)?.build()
}

fn entries<'m, R: Runtime>(
    app: &'m AppHandle<R>,
    mut menu: SubmenuBuilder<'m, R, AppHandle<R>>,
    list: &[Entry],
) -> tauri::Result<SubmenuBuilder<'m, R, AppHandle<R>>> {
    for Entry(action, label, key) in list {
        let mut item = MenuItemBuilder::with_id(*action, *label);
        if let Some(key) = key {
            item = item.accelerator(key);
        }
        menu = menu.item(&item.build(app)?);
    }
    Ok(menu)
}

/// Tells the interface that an entry was chosen.
pub fn chosen(app: &AppHandle, action: &str) {
    let _ = app.emit_to(crate::window::MAIN, "menu", action);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same way back by the same key, whoever hears it first. On each system the other's key is looked at too.
    #[test]
    fn the_way_back_has_the_key_that_the_interface_listens_to() {
        let actions = include_str!("../../ui/src/actions.ts");
        assert!(actions.contains(r#"apple ? "Mod+[" : "Alt+ArrowLeft""#));
        let key = if cfg!(target_os = "macos") {
            "Cmd+["
        } else {
            "Alt+Left"
        };
        let back = GO.iter().find(|Entry(action, ..)| *action == "back");
        assert!(matches!(back, Some(Entry(_, _, Some(found))) if *found == key));
    }

    /// Every entry must be an action of the palette; the interface's list is read as text because it
    /// is the interface that owns it.
    #[test]
    fn every_entry_is_an_action_of_the_palette() {
        let actions = include_str!("../../ui/src/actions.ts");
        for Entry(action, label, _) in FILE.iter().chain(&UNDO).chain(&WRITE).chain(&GO) {
            assert!(
                actions.contains(&format!("\"{action}\"")),
                "the menu has “{label}” ({action}), and the palette lacks it"
            );
        }
    }
}
