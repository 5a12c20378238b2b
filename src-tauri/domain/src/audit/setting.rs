//! What entries are checked against.

use crate::hours::{Requirement, requirement};
use crate::problem::Problems;
use crate::programme::Programme;
use chrono::NaiveDate;

/// The programme, what it asks for, and today.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub(super) programme: Programme,
    /// `None` where too little is known.
    pub(super) requirement: Option<Requirement>,
    /// Why it is not known; empty where it is.
    pub(super) missing: Problems,
    pub(super) today: NaiveDate,
}

impl Setting {
    pub(super) fn new(programme: Programme, today: NaiveDate) -> Self {
        let (requirement, missing) = match requirement(&programme) {
            Ok(found) => (Some(found), Problems::new()),
            Err(missing) => (None, missing),
        };
        Self {
            requirement,
            missing,
            programme,
            today,
        }
    }
}
