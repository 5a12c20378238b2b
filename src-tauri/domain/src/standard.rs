//! Occupational standards, their criteria, and the work that evidences them.

use crate::id::{ActivityId, CriterionId, CriterionLinkId, EvidenceId, ReflectionId, StandardId};
use serde::{Deserialize, Serialize};

/// One version of an occupational standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Standard {
    /// Identity.
    pub id: StandardId,
    /// Reference such as `ST0827`.
    pub reference: String,
    /// Version such as `1.1`; codes differ between versions.
    pub version: String,
    /// Name of the occupation.
    #[serde(default)]
    pub title: String,
}

/// Something that a standard asks for: knowledge, a skill, a behaviour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Criterion {
    /// Identity.
    pub id: CriterionId,
    /// The standard it belongs to.
    pub standard_id: StandardId,
    /// Code such as `K3`.
    pub code: String,
    /// What it asks for.
    pub text: String,
}

/// The piece of work that a link to a criterion starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "kind",
    content = "id",
    rename_all = "camelCase",
    deny_unknown_fields
)]
pub enum Subject {
    /// A reflection.
    Reflection(ReflectionId),
    /// An activity.
    Activity(ActivityId),
    /// A file.
    Evidence(EvidenceId),
}

/// A claim that a piece of work evidences a criterion, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CriterionLink {
    /// Identity.
    pub id: CriterionLinkId,
    /// The criterion.
    pub criterion_id: CriterionId,
    /// The piece of work.
    pub subject: Subject,
    /// Why it is evidence.
    #[serde(default)]
    pub why: String,
    /// The passage that shows it; empty for the whole.
    #[serde(default)]
    pub passage: String,
}
