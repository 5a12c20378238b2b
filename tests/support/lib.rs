//! What the suite stands on: a program with a fixed clock and folders of its own, PDFs read back with other
//! people's programs, and comparison with what is kept in `ref/`.
//!
//! Everything in here panics where it cannot go on: it is only ever called by tests.

pub mod again;
pub mod conformance;
pub mod pdf;
pub mod picture;
pub mod reference;
pub mod request;
mod world;

pub use world::{World, as_heard, fixed};

use std::path::{Path, PathBuf};

/// The folder that holds everything, with the workspace's `Cargo.toml` in it.
#[must_use]
pub fn repository() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().map_or_else(|| tests.into(), Path::to_owned)
}
