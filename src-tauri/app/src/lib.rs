//! What the product does, as use cases that know no window and no terminal.
//!
//! # Where to begin
//! - [`contract`] is the list of every command; [`wire`] what they ask for and answer.
//! - [`App`] holds the one portfolio that is open. Each command is a method of it, in the module of its
//!   area.
//! - [`dispatch`] runs commands by name, and is the safety net for callers that do not.
//! - Every change goes through `App::write` or `App::write_undoable`: it is on the disk when the
//!   command answers, or nothing of it is.

mod activity;
mod app;
mod attach;
mod audit;
mod backup;
mod batch;
mod bin;
mod capture;
pub mod citation_style;
mod citing;
mod clock;
mod confirmation;
pub mod contract;
mod convert;
mod copy_week;
pub mod dispatch;
mod evidence;
mod exchange;
pub mod export;
mod export_library;
mod export_log;
pub mod failure;
mod files;
pub mod format;
mod hours;
mod identifiers;
mod identities;
mod import_library;
mod import_log;
pub mod inside;
mod kind_of_file;
mod link;
mod merge;
mod model;
mod model_works;
mod offer;
mod passage;
mod places;
mod programme;
mod recent;
mod recurrence;
mod reflection;
mod rescue;
pub mod sample;
mod search;
mod settings;
#[cfg(test)]
mod testing;
mod theory;
mod theory_map;
mod timer;
mod today;
mod transfer;
#[cfg(feature = "typescript")]
pub mod typescript;
mod undo;
mod unfinished;
pub mod verify;
mod week;
pub mod wire;

pub use aftershift_document::citation::Style;
pub use aftershift_store::{Damage, Place as DamagedPlace};
pub use app::App;
pub use clock::Clock;
pub use export::Progress;
pub use failure::Failure;
pub use places::{DATA_DIR_VARIABLE, Places};
