//! What a learner means to do, and what others told them.

use crate::activity::Category;
use crate::id::{ActionId, ActivityId, FeedbackId, OpportunityId, ReflectionId};
use crate::minutes::Minutes;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Learning that was asked for or agreed, and has yet to happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Opportunity {
    /// Identity.
    pub id: OpportunityId,
    /// A few words.
    pub title: String,
    /// The day it is planned for, once there is one.
    #[serde(default)]
    pub planned_on: Option<NaiveDate>,
    /// How long it should take.
    #[serde(default)]
    pub duration: Option<Minutes>,
    /// What kind of learning it would be.
    #[serde(default)]
    pub category: Option<Category>,
    /// With whom.
    #[serde(default)]
    pub with_whom: String,
    /// Anything else.
    #[serde(default)]
    pub notes: String,
    /// The activity that came of it.
    #[serde(default)]
    pub activity_id: Option<ActivityId>,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}

/// Something the learner decided to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Action {
    /// Identity.
    pub id: ActionId,
    /// What to do.
    pub text: String,
    /// By when.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// The reflection that it came from.
    #[serde(default)]
    pub reflection_id: Option<ReflectionId>,
    /// The day it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}

/// What somebody said about the learner's work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Feedback {
    /// Identity.
    pub id: FeedbackId,
    /// Name or role of the person.
    pub from: String,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// What they said.
    pub text: String,
    /// The reflection it is about.
    #[serde(default)]
    pub reflection_id: Option<ReflectionId>,
    /// The activity it is about.
    #[serde(default)]
    pub activity_id: Option<ActivityId>,
    /// When it was recorded.
    pub created_at: DateTime<Utc>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}
