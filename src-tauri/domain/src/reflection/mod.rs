//! Reflective accounts and the models that guide them.

mod arrange;
mod models;

pub use arrange::{ArrangedStage, ArrangedStages, Completeness, StageCompleteness, arrange, words};
pub use models::{Model, Stage, model, models};

use crate::code::coded;
use crate::id::{ActivityId, OwnModelId, ReflectionId};
use crate::problem::Problems;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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

impl Reflection {
    /// What in it cannot be right, in the order of the page. A draft may still lack its title.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check_short("title", &self.title);
        problems.check(
            self.state == ReflectionState::Draft || !self.title.trim().is_empty(),
            "title",
            "Give the reflection a title before you finish it: a few words are enough.",
        );
        if let Some(date) = self.happened_on {
            problems.check_date("happenedOn", date);
        }
        problems.check(
            !self.model.is_empty(),
            "model",
            "Choose a model, such as free writing.",
        );
        check_stages(&self.stages, &mut problems);
        problems.check_short("module", &self.module);
        problems.check(
            self.revision > 0,
            "revision",
            "The first saving has the number 1.",
        );
        problems
    }
}

impl Revision {
    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check(
            self.revision > 0,
            "revision",
            "The first saving has the number 1.",
        );
        problems.check_short("title", &self.title);
        check_stages(&self.stages, &mut problems);
        problems
    }
}

impl OwnModel {
    /// What in it cannot be right, in the order of the form.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let built_in = model(self.id.as_str()).is_some();
        problems.check(
            !built_in,
            "id",
            "This is the id of a built-in model: use another.",
        );
        problems.check_title("name", &self.name, "Give the model a name.");
        problems.check_text("reference", &self.reference);
        problems.check(
            !self.stages.is_empty(),
            "stages",
            "A model needs at least one stage.",
        );
        let mut keys = BTreeSet::new();
        for (at, stage) in self.stages.iter().enumerate() {
            check_key(
                &format!("stages[{at}].key"),
                &stage.key,
                &mut keys,
                &mut problems,
            );
            let field = format!("stages[{at}].name");
            problems.check_title(&field, &stage.name, "Give the stage a name.");
            problems.check_text(&format!("stages[{at}].prompt"), &stage.prompt);
        }
        problems
    }
}

fn check_stages(stages: &[StageText], problems: &mut Problems) {
    let mut keys = BTreeSet::new();
    for (at, stage) in stages.iter().enumerate() {
        check_key(
            &format!("stages[{at}].key"),
            &stage.key,
            &mut keys,
            problems,
        );
        problems.check_short(&format!("stages[{at}].heading"), &stage.heading);
        problems.check_text(&format!("stages[{at}].text"), &stage.text);
    }
}

/// A key is written, short and no other stage's.
fn check_key<'a>(field: &str, key: &'a str, keys: &mut BTreeSet<&'a str>, problems: &mut Problems) {
    problems.check_title(field, key, "A stage needs a key, such as description.");
    problems.check(keys.insert(key), field, "Another stage has the same key.");
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An empty draft.
    pub(crate) fn reflection(id: &str) -> Reflection {
        Reflection {
            id: ReflectionId::new(id).unwrap(),
            title: String::new(),
            happened_on: None,
            model: "free".into(),
            stages: Vec::new(),
            state: ReflectionState::Draft,
            module: String::new(),
            revision: 1,
            created_at: DateTime::default(),
            changed_at: DateTime::default(),
            deleted_at: None,
        }
    }

    fn fields(problems: Problems) -> Vec<String> {
        problems.0.into_iter().map(|p| p.field).collect()
    }

    #[test]
    fn a_draft_needs_no_title_and_a_finished_account_does() {
        let draft = reflection("r");
        assert_eq!(fields(draft.problems()), [""; 0]);
        let finished = Reflection {
            state: ReflectionState::Finished,
            ..draft
        };
        assert_eq!(fields(finished.problems()), ["title"]);
    }

    #[test]
    fn a_paste_of_5_mb_and_a_stage_twice_are_refused() {
        let stage = |key: &str, length: usize| StageText {
            key: key.into(),
            heading: "What?".into(),
            text: "a".repeat(length),
        };
        let stages = vec![stage("what", 5_000_000), stage("what", 10), stage("", 0)];
        let wrong = Reflection {
            stages,
            ..reflection("r")
        };
        assert_eq!(
            fields(wrong.problems()),
            ["stages[0].text", "stages[1].key", "stages[2].key"]
        );
    }

    #[test]
    fn an_own_model_has_a_name_and_stages_and_no_built_in_id() {
        let model = OwnModel {
            id: OwnModelId::new("gibbs").unwrap(),
            name: String::new(),
            reference: String::new(),
            stages: Vec::new(),
            deleted_at: None,
        };
        assert_eq!(fields(model.problems()), ["id", "name", "stages"]);
    }
}
