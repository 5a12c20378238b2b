//! Everything that one file holds, as one value.

mod additions;
mod validate;

pub use additions::additions;
pub use validate::{LARGEST_EVIDENCE, validate};

use crate::activity::{Activity, ActivityRevision, Confirmation, Recurrence, RecurrenceAnswer};
use crate::evidence::{Evidence, EvidenceLink};
use crate::plan::{Action, Feedback, Opportunity};
use crate::programme::{Learner, Programme};
use crate::reflection::{ActivityLink, OwnModel, Reflection, Revision};
use crate::standard::{Criterion, CriterionLink, Standard};
use crate::theory::{CitationStyle, Theory, TheoryLink};
use crate::unfinished::Unfinished;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A whole portfolio: what is exported, printed and restored. Lists are in the order in which their
/// members were first recorded. The bytes of evidence files travel beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Portfolio {
    /// The file's own identity, kept by copies and exports of it.
    pub uid: String,
    /// The fixed date that stands for today in a sample; `None` in a person's portfolio.
    pub as_of: Option<NaiveDate>,
    /// Whose it is.
    pub learner: Learner,
    /// What they are on.
    pub programme: Programme,
    /// What was done.
    pub activities: Vec<Activity>,
    /// What activities said when somebody else was to rely on them.
    pub activity_revisions: Vec<ActivityRevision>,
    /// What others said of it.
    pub confirmations: Vec<Confirmation>,
    /// What comes again.
    pub recurrences: Vec<Recurrence>,
    /// What became of the days on which it was due.
    pub recurrence_answers: Vec<RecurrenceAnswer>,
    /// What was written.
    pub reflections: Vec<Reflection>,
    /// Earlier states of what was written.
    pub revisions: Vec<Revision>,
    /// What was studied.
    pub theory: Vec<Theory>,
    /// How what was studied explains what happened.
    pub theory_links: Vec<TheoryLink>,
    /// Which activity an account is about.
    pub activity_links: Vec<ActivityLink>,
    /// Standards.
    pub standards: Vec<Standard>,
    /// Their criteria.
    pub criteria: Vec<Criterion>,
    /// What evidences them.
    pub criterion_links: Vec<CriterionLink>,
    /// Files.
    pub evidence: Vec<Evidence>,
    /// Which file belongs to which activity.
    pub evidence_links: Vec<EvidenceLink>,
    /// Learning to come.
    pub opportunities: Vec<Opportunity>,
    /// Intentions.
    pub actions: Vec<Action>,
    /// What was said.
    pub feedback: Vec<Feedback>,
    /// The person's own models.
    pub models: Vec<OwnModel>,
    /// How works are cited.
    pub citation_style: CitationStyle,
    /// What stands in the capture box.
    pub capture: String,
    /// What was typed into forms that were not sent off.
    pub unfinished: Vec<Unfinished>,
}
