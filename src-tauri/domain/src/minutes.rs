//! Lengths of time in whole minutes.

use serde::{Deserialize, Serialize};

/// A length of time in whole minutes.
///
/// Learning is claimed in minutes and summed over years, so the value is exact: it is never held as a
/// fraction of an hour.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct Minutes(pub u32);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);
}
