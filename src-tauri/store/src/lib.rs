//! Keeps a portfolio in one SQLite file.
//!
//! # Steps
//! - **Open:** the path is claimed (`claim`), its header read, and only a portfolio of a format that
//!   is known is given to SQLite, with settings (`connection`) that were measured to lose nothing. The
//!   lock is held until the [`Store`] is dropped.
//! - **Migrate:** an older file is copied, verified and brought forward (`migrate`).
//! - **Read and write:** [`Store::read`] lends a [`Reader`], [`Store::write`] a [`Writer`], whose work
//!   is committed as a whole or not at all. Their methods stand in one module for each kind of thing,
//!   beside the `.sql` files they run.
//! - **Keep:** every row carries a hash (`fields`) of what was written; [`Store::check`] compares.
//!   [Copies](backup) are made through SQLite, verified, and only then take their name.
//!
//! Rows never leave this crate; what does are values of `aftershift-domain`, and a few light rows for
//! lists.

pub mod activity;
pub mod backup;
pub mod check;
mod claim;
mod column;
mod connection;
pub mod deleted;
pub mod error;
pub mod evidence;
mod fields;
mod files;
mod fingerprint;
mod header;
mod migrate;
mod model;
mod plan;
mod portfolio;
mod programme;
pub mod reflection;
mod rows;
pub mod search;
mod setting;
mod standard;
mod store;
#[cfg(test)]
mod tests;
pub mod theory;
pub mod transaction;
mod unfinished;

pub use check::{Damage, Place};
pub use deleted::{Binned, ItemKind};
pub use error::{Error, Foreign, Result};
pub use files::Existing;
pub use header::APPLICATION_ID;
pub use store::Store;
pub use transaction::{Changes, Reader, Tag, Writer, Written};

/// Rows of one page of a list, and how many there are on all pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many rows there are altogether.
    pub total: u32,
}

/// The newest format of a portfolio file that this version knows.
#[must_use]
pub fn known_format() -> u32 {
    migrate::newest(migrate::MIGRATIONS)
}
