//! What the window keeps while it is open.

use crate::dialogs::{Desktop, Native};
use aftershift_app::wire::{ExpectWorkFile, TheoryRef};
use aftershift_app::{App, Clock, Places};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

/// State shared by every command of the window.
pub struct Shell {
    app: Arc<App>,
    desktop: Box<dyn Desktop>,
    asked_for: Mutex<Option<PathBuf>>,
    work_on_screen: Mutex<Option<TheoryRef>>,
    /// Set to stop the export that is running.
    pub cancel_export: AtomicBool,
    /// How the window is getting on with closing.
    pub closing: crate::closing::Closing,
}

impl Shell {
    /// The state of a launch that was given `file`, or none.
    pub fn new(file: Option<PathBuf>) -> Self {
        Self {
            app: Arc::new(App::new(Places::of_this_computer(), Clock::System)),
            desktop: Box::new(Native::default()),
            asked_for: Mutex::new(file),
            work_on_screen: Mutex::new(None),
            cancel_export: AtomicBool::new(false),
            closing: crate::closing::Closing::default(),
        }
    }

    /// The product.
    pub fn app(&self) -> &Arc<App> {
        &self.app
    }

    /// The system's dialogs.
    pub fn desktop(&self) -> &dyn Desktop {
        &*self.desktop
    }

    /// Notes a file that is to be opened as soon as the interface has kept its drafts.
    pub fn ask_for(&self, file: PathBuf) {
        *self
            .asked_for
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(file);
    }

    /// Whether a file waits to be opened.
    pub fn is_asked(&self) -> bool {
        self.asked_for
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .is_some()
    }

    /// The file that a launch or a drop asked for, once: opening another later must not bring it back.
    pub fn take_asked_file(&self) -> Option<PathBuf> {
        self.asked_for
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
    }

    /// Notes which work's page is on screen. A page that goes says nothing of the one that came in its place.
    pub fn expect_work_file(&self, said: ExpectWorkFile) {
        let mut on_screen = self
            .work_on_screen
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if said.here {
            *on_screen = Some(TheoryRef { id: said.id });
        } else if on_screen.as_ref().is_some_and(|work| work.id == said.id) {
            *on_screen = None;
        }
    }

    /// The work whose page is on screen.
    pub fn work_on_screen(&self) -> Option<TheoryRef> {
        self.work_on_screen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_goes_leaves_the_one_that_came() {
        let shell = Shell::new(None);
        let say = |id: &str, here| {
            let said = serde_json::json!({ "id": id, "here": here });
            shell.expect_work_file(serde_json::from_value(said).unwrap());
            shell.work_on_screen().map(|work| work.id.to_string())
        };
        assert_eq!(say("one", true).as_deref(), Some("one"));
        assert_eq!(say("two", true).as_deref(), Some("two"));
        assert_eq!(say("one", false).as_deref(), Some("two"));
        assert_eq!(say("two", false), None);
    }
}
