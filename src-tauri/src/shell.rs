//! What the window keeps while it is open.

use crate::dialogs::{Desktop, Native};
use aftershift_app::{App, Clock, Places};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

/// State shared by every command of the window.
pub struct Shell {
    app: Arc<App>,
    desktop: Box<dyn Desktop>,
    asked_for: Mutex<Option<PathBuf>>,
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
}
