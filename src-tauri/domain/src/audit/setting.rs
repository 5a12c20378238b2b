//! What entries are checked against.

use crate::hours::{Requirement, requirement};
use crate::programme::Programme;
use chrono::NaiveDate;

/// The programme, what it asks for, and today.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub(super) programme: Programme,
    /// `None` where too little is known.
    pub(super) requirement: Option<Requirement>,
    pub(super) today: NaiveDate,
}

impl Setting {
    pub(super) fn new(programme: Programme, today: NaiveDate) -> Self {
        Self {
            requirement: requirement(&programme).ok(),
            programme,
            today,
        }
    }
}
