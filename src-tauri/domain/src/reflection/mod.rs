//! Reflective accounts and the models that guide them.

mod arrange;
mod models;

pub use arrange::{ArrangedStage, ArrangedStages, Completeness, StageCompleteness, arrange, words};
pub use models::{Model, Stage, model, models};

use crate::code::coded;
use crate::id::{ActivityId, OwnModelId, ReflectionId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

coded! {
    /// Whether an account is still being written.
    ReflectionState {
        /// Still being written.
        Draft = "draft", "Draft";
        /// The learner considers it done. It can still be changed.
        Finished = "finished", "Finished";
    }
}

/// The text of one stage of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StageText {
    /// Key of the stage within its model, such as `description`.
    pub key: String,
    /// The stage's name when the text was written, so that text whose stage the present model lacks
    /// keeps a heading.
    pub heading: String,
    /// Markdown.
    #[serde(default)]
    pub text: String,
}

/// A reflective account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reflection {
    /// Identity.
    pub id: ReflectionId,
    /// A few words; may be empty while it is a draft.
    #[serde(default)]
    pub title: String,
    /// The day of the event. An export may coarsen it.
    #[serde(default)]
    pub happened_on: Option<NaiveDate>,
    /// Id of a built-in model, or of one of the portfolio's own.
    pub model: String,
    /// Texts in the order in which they stand: the model's stages first, then those it lacks.
    #[serde(default)]
    pub stages: Vec<StageText>,
    /// Whether it is still being written.
    pub state: ReflectionState,
    /// The module it belongs to.
    #[serde(default)]
    pub module: String,
    /// How often it has been saved: 1 after the first time.
    pub revision: u32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}

/// An earlier state of an account, kept for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Revision {
    /// Which account.
    pub reflection_id: ReflectionId,
    /// Which saving of it.
    pub revision: u32,
    /// When that was.
    pub saved_at: DateTime<Utc>,
    /// Title then.
    pub title: String,
    /// Model then.
    pub model: String,
    /// Texts then.
    pub stages: Vec<StageText>,
}

/// That an account is about an activity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActivityLink {
    /// The account.
    pub reflection_id: ReflectionId,
    /// What it is about.
    pub activity_id: ActivityId,
}

/// A stage of a person's own model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnStage {
    /// Key, unique within the model.
    pub key: String,
    /// Name of the stage.
    pub name: String,
    /// Question that helps to write it.
    #[serde(default)]
    pub prompt: String,
}

/// A person's own model, of the same form as the built-in ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnModel {
    /// Identity.
    pub id: OwnModelId,
    /// Name.
    pub name: String,
    /// Where it comes from.
    #[serde(default)]
    pub reference: String,
    /// Its stages, at least one.
    pub stages: Vec<OwnStage>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}
