//! What a reflective portfolio is, and the rules that hold for it.
//!
//! Everything here is a value or a pure function: no file, no clock, no database, no window. A
//! `Result` in this crate means "these inputs are not acceptable", never "the outside world failed".
//!
//! # Where to begin
//! - [`portfolio::Portfolio`] is everything that one file holds, as one value.
//! - [`reflection`], [`activity`] and [`theory`] are the three things a learner links together.
//! - [`hours`] turns a [`programme::Programme`] into the off-the-job minimum and says why.
//! - [`problem::Problems`] collects all that a person should correct, at once.

pub mod activity;
pub mod audit;
pub mod code;
pub mod confidentiality;
pub mod day;
pub mod evidence;
pub mod fingerprint;
pub mod hours;
pub mod id;
pub mod minutes;
pub mod number;
pub mod plan;
pub mod portfolio;
pub mod problem;
pub mod programme;
pub mod progress;
pub mod proposal;
pub mod reflection;
pub mod standard;
pub mod theory;
pub mod unfinished;
