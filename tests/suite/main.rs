//! The product as a whole, without its window: what is asked for goes in as JSON, what is answered comes out
//! as JSON, and between the two is everything that a person's work passes through.
//!
//! `README.md` in the folder above says which module holds what.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

mod audiences;
mod bad_input;
mod carried;
mod conformance;
mod contract;
mod exchange;
mod faults;
mod hostile_pdf;
mod journeys;
mod kept;
mod offered;
mod open_format;
mod portfolio_pdf;
mod preview;
mod privacy;
mod short_pdf;
mod signed;
mod undo;
