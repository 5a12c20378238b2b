//! Tests of the store as a whole. Those of a single function stand beside it.

mod bin;
mod copies;
mod damage;
mod faults;
mod lists;
mod migrating;
mod opening;
mod permissions;
mod round_trip;
mod searching;
mod statements;
mod world;
