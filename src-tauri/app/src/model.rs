//! Reflection models: those built in and a person's own.

use crate::app::{App, new_id_text};
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{Form, ModelView, Models, Nothing, OwnModel, SaveModel};
use aftershift_domain::id::OwnModelId;
use aftershift_domain::reflection::{Model, OwnStage, model, models};
use aftershift_store::{ItemKind, Reader};
use std::collections::BTreeSet;

fn built_in(model: &Model) -> ModelView {
    let stage = |stage: &aftershift_domain::reflection::Stage| OwnStage {
        key: stage.key.into(),
        name: stage.name.into(),
        prompt: stage.prompt.into(),
    };
    ModelView {
        id: model.id.into(),
        name: model.name.into(),
        summary: model.summary.into(),
        reference: model.reference.into(),
        stages: model.stages.iter().map(stage).collect(),
        own: false,
    }
}

fn own(model: OwnModel) -> ModelView {
    ModelView {
        id: model.id.into(),
        name: model.name,
        summary: String::new(),
        reference: model.reference,
        stages: model.stages,
        own: true,
    }
}

/// The model with this id, even if it is in the bin: accounts written with it keep their stages.
pub(crate) fn model_named(db: &Reader<'_>, id: &str) -> Result<Option<ModelView>, Failure> {
    if let Some(found) = model(id) {
        return Ok(Some(built_in(found)));
    }
    let Ok(id) = OwnModelId::new(id) else {
        return Ok(None);
    };
    Ok(db.own_model(&id)?.map(own))
}

/// The model of an account. One that is nowhere to be found asks for no stages, so that every text
/// stands under the name it had.
pub(crate) fn model_of(db: &Reader<'_>, id: &str) -> Result<ModelView, Failure> {
    Ok(model_named(db, id)?.unwrap_or_else(|| ModelView {
        id: id.into(),
        name: "A model that is not here".into(),
        summary: String::new(),
        reference: String::new(),
        stages: Vec::new(),
        own: true,
    }))
}

/// Gives every stage without a key one that says what it is, so that keys stay readable in the file.
fn with_keys(stages: Vec<OwnStage>) -> Vec<OwnStage> {
    let mut taken: BTreeSet<String> = stages.iter().map(|stage| stage.key.clone()).collect();
    let mut keyed = stages;
    for stage in keyed.iter_mut().filter(|stage| stage.key.is_empty()) {
        let word = |c: char| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '_'
            }
        };
        let name: String = stage.name.trim().chars().map(word).take(40).collect();
        let name = if name.trim_matches('_').is_empty() {
            "stage".to_owned()
        } else {
            name
        };
        let numbered = (2..).map(|n: u32| format!("{name}_{n}"));
        let mut keys = std::iter::once(name.clone()).chain(numbered);
        stage.key = keys.find(|key| !taken.contains(key)).unwrap_or(name);
        taken.insert(stage.key.clone());
    }
    keyed
}

impl App {
    /// The reflection models on offer: built in, then the person's own.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn models(&self, _: Nothing) -> Result<Models, Failure> {
        self.read(|db, _| {
            let built_in = models().iter().map(built_in);
            Ok(Models {
                models: built_in
                    .chain(db.own_models()?.into_iter().map(own))
                    .collect(),
            })
        })
    }

    /// Keeps a person's own reflection model.
    ///
    /// # Errors
    /// If it is not there, or something in it cannot be right.
    pub fn save_model(&self, request: SaveModel) -> Result<OwnModel, Failure> {
        self.write_undoable(|db, present| {
            let before = match &request.id {
                Some(id) => {
                    let found = db.own_model(id)?.filter(|model| model.deleted_at.is_none());
                    Some(found.ok_or_else(|| not_found("model"))?)
                }
                None => None,
            };
            let id = match &before {
                Some(before) => before.id.clone(),
                None => OwnModelId::new(new_id_text(present.now))
                    .map_err(|error| invalid("id", error.to_string()))?,
            };
            let after = OwnModel {
                id,
                name: request.name.trim().to_owned(),
                reference: request.reference,
                stages: with_keys(request.stages),
                deleted_at: None,
            };
            after.problems().or(())?;
            let about = before.as_ref().map(|before| before.id.as_str());
            finish(db, Form::Model, about)?;
            if before.as_ref() == Some(&after) {
                return Ok((after, None));
            }
            db.save_own_model(&after)?;
            let step = match before {
                Some(before) => Step::new(
                    format!("Changed the model “{}”", after.name),
                    Back::Model(Box::new(before)),
                ),
                None => Step::new(
                    format!("Added the model “{}”", after.name),
                    Back::Bin(ItemKind::OwnModel, after.id.to_string()),
                ),
            };
            Ok((after, Some(step)))
        })
    }
}

#[cfg(test)]
mod tests;
